"""Text of links, and which addresses are public."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import LoadError
from bot.core.links import MAX_LENGTH, check_link, is_public, join_link, same_site


@pytest.mark.parametrize(
    ("given_text", "normal"),
    [
        ("https://open.example", "https://open.example/"),
        ("HTTPS://Open.EXAMPLE:443/News", "https://open.example/News"),
        ("http://open.example:443/", "http://open.example:443/"),
        ("http://open.example./a#part", "http://open.example/a"),
        ("http://open.example?q=1", "http://open.example/?q=1"),
        ("https://open.example/a b/ü?q=ж&x=%2F", "https://open.example/a%20b/%C3%BC?q=%D0%B6&x=%2F"),
        ("https://open.example/100%", "https://open.example/100%25"),
        ("https://fähre.example/", "https://xn--fhre-loa.example/"),
        ("https://FÄHRE.example/", "https://xn--fhre-loa.example/"),
        ("https://fa\u0308hre.example/", "https://xn--fhre-loa.example/"),
        ("https://президент.рф/", "https://xn--d1abbgf6aiiy.xn--p1ai/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://[2A00:1450:4001:0::200E]/x", "https://[2a00:1450:4001::200e]/x"),
        ("http://8.8.4.4/", "http://8.8.4.4/"),
        ("https://under_score.open.example/", "https://under_score.open.example/"),
        ("https://fa.open.example/می\u200cرود", "https://fa.open.example/%D9%85%DB%8C%E2%80%8C%D8%B1%D9%88%D8%AF"),
    ],
)
def test_a_good_link_comes_out_in_its_one_normal_form(given_text: str, normal: str) -> None:
    assert check_link(given_text).url == normal


def test_a_checked_link_knows_where_to_dial() -> None:
    link = check_link("HTTPS://Open.Example/path/x?q=1")
    assert (link.scheme, link.host, link.port, link.path) == ("https", "open.example", 443, "/path/x")


@pytest.mark.parametrize(
    "text",
    [
        "", "open.example", "//open.example/", "ftp://open.example/", "https:/open.example/", "https:open.example",
        "https:///open.example/", "https://", "https://#x", " https://open.example/", "https://user@open.example/",
        "https://@open.example/", "https://user:pw@open.example/", "https://open.example:8080/",
        "https://open.example:/", "https://open.example:0443000/", "https://open.example:443:443/",
        "https://open.example:٤٤٣/", "https://open.example\\@inside.example/", "https://open.example/a\\b",
        "https://open.example/a\tb", "https://open.example/a\r\nX: y", "https://open.example/a\u00a0b",
        "https://open.example/a\u2028b", "https://open.example/\x7f", "https://open.example/\ud800",
        "https://open%2eexample/", "https://%6fpen.example/", "https://open.example%00.x.example/",
        "http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://0177.0.0.1/", "http://127.0.0.01/",
        "http://1.2.3/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://a.0x1f/", "http://a.12/",
        "http://[::1%25lo]/", "http://[fe80::1%eth0]/", "http://[8.8.8.8]/", "http://[]/", "http://[::1/",
        "http://a..example/", "http://.open.example/", "http://open.example../", "http://-a.example/",
        "http://a-.example/", "http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "example/",
        "http://xn--/", "http://*.example/", "http://open,example.example/", "http://intranet/", "http://localhost/",
        "http://nas.local/", "http://x.internal/", "http://x.home.arpa/", "http://x.onion/",
        "http://１２７.0.0.1/", "http://①②⑦.example/", "http://open。example/", "http://open．example/",
        "http://lo\u00adcal.example/", "http://lo\u200bcal.example/", "http://lo\u2060cal.example/",
        "http://ﬁsh.example/", "http://1\ufe0f\u20e3.example/", "http://a\u034f.example/", "http://١٢٣.example/",
        "http://☃.example/", "https://open.example/" + "a" * MAX_LENGTH, "https://open.example/" + "ж" * 1_000,
    ],
)  # fmt: skip
def test_a_doubtful_link_is_refused(text: str) -> None:
    with pytest.raises(LoadError) as caught:
        check_link(text)
    assert caught.value.code == "url_refused"


def test_operators_may_open_ports_and_local_names() -> None:
    assert (
        check_link("http://wiki.internal:8080/x", ports={8080}, local_names=True).url == "http://wiki.internal:8080/x"
    )
    with pytest.raises(LoadError):
        check_link("http://wiki.internal/x", ports={8080}, local_names=True)


@pytest.mark.parametrize(
    ("reference", "url"),
    [
        ("/b?x=1", "https://open.example/b?x=1"),
        ("c", "https://open.example/a/c"),
        ("../d", "https://open.example/d"),
        ("//other.example/e", "https://other.example/e"),
        ("http://other.example/f#g", "http://other.example/f"),
        ("", "https://open.example/a/b"),
        ("?q", "https://open.example/a/b?q"),
    ],
)
def test_a_reference_is_resolved_against_its_page(reference: str, url: str) -> None:
    assert join_link(check_link("https://open.example/a/b"), reference).url == url


@pytest.mark.parametrize(
    "reference",
    ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "http:x", "http:/x", "//user@x.example/",
     "/a\nb", "\\\\x.example\\a", "//[::1", "//127.1/", "ht\ttp://x.example/", "//x.example:22/"],
)  # fmt: skip
def test_a_bad_reference_is_refused(reference: str) -> None:
    with pytest.raises(LoadError):
        join_link(check_link("https://open.example/a/b"), reference)


PRIVATE_BLOCKS = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48",
    "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/2", "fc00::/7", "fe80::/10",
    "fec0::/10", "ff00::/8", "2606:4700:0:0:0:5efe::/96", "2606:4700::200:5efe:0:0/96",
]  # fmt: skip


@pytest.mark.parametrize("block", PRIVATE_BLOCKS)
def test_first_middle_and_last_of_every_special_block_are_not_public(block: str) -> None:
    network = ip_network(block)
    middle = network.network_address + network.num_addresses // 2
    assert not any(is_public(address) for address in (network[0], middle, network[-1]))


@pytest.mark.parametrize(
    "address",
    [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
        "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255", "2000::", "2001:200::",
        "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::", "2003::", "2a00:1450::1", "3ffe:ffff::", "3fff:1000::",
    ],
)  # fmt: skip
def test_the_neighbours_of_special_blocks_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "open.example", "127.1", "fe80::1%eth0", "2a00:1450::1%1", "010.8.8.8"])
def test_text_that_is_no_plain_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@given(st.ip_addresses(v=4))
def test_ours_is_stricter_than_the_standard_library(address: object) -> None:
    assert not is_public(str(address)) or ip_address(str(address)).is_global


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("www.open.example", "open.example", True),
        ("m.open.example", "www.open.example", True),
        ("amp.open.example", "open.example", True),
        ("open.example", "other.example", False),
        ("www.example", "m.example", False),
        ("blog.open.example", "open.example", False),
    ],
)
def test_a_site_is_the_same_under_its_usual_names(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


@given(st.text(max_size=60))
def test_whatever_passes_is_ascii_and_passes_again_unchanged(tail: str) -> None:
    try:
        link = check_link("https://" + tail)
    except LoadError:
        return
    assert link.url.isascii()
    assert check_link(link.url) == link


@given(st.text(alphabet="0123456789abcdefx.:[]%@/\\-", max_size=25))
def test_a_host_of_digits_is_a_plain_address_or_refused(host: str) -> None:
    try:
        link = check_link(f"http://{host}/")
    except LoadError:
        return
    if link.host.rpartition(".")[2].isdecimal() or ":" in link.host:
        assert str(ip_address(link.host)) == link.host
