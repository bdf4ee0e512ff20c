"""The same page under another address, and the page that a wrapped link leads to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.addresses import plain, same_page, target_of
from bot.core.links import check_link

PAGE = "https://post.example/news/ferry"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (f"{PAGE}?utm_source=x&utm_medium=y", PAGE),
        (f"{PAGE}?id=7&fbclid=abc&page=2", f"{PAGE}?id=7&page=2"),
        (f"{PAGE}?UTM_Source=x&GCLID=1", PAGE),
        (f"{PAGE}?id=7#utm_source=x", f"{PAGE}?id=7"),
        (f"{PAGE}?igshid=1&mc_cid=2&mc_eid=3&yclid=4&msclkid=5&_ga=6", PAGE),
        (f"{PAGE}?ref=main&source=atom&id=utm_source", f"{PAGE}?ref=main&source=atom&id=utm_source"),
        (f"{PAGE}?q=a%20b&&x", f"{PAGE}?q=a%20b&x"),
        ("HTTPS://Post.Example/News/Ferry", "https://post.example/News/Ferry"),
        (f"{PAGE}?", PAGE),
        ("no address", "no address"),
        ("", ""),
    ],
)
def test_an_address_loses_what_only_tells_how_somebody_came_by_it(given: str, expected: str) -> None:
    assert plain(given) == expected


@given(st.text(max_size=60))
def test_a_plain_address_stays_as_it_is(text: str) -> None:
    assert plain(plain(f"https://post.example/{text}")) == plain(f"https://post.example/{text}")


@pytest.mark.parametrize(
    "other",
    [
        PAGE,
        f"{PAGE}?utm_campaign=x",
        f"{PAGE}/",
        f"{PAGE}#top",
        "http://post.example/news/ferry",
        "https://www.post.example/news/ferry?fbclid=1",
        "https://m.post.example/news/ferry",
        "https://post.example:443/news/ferry",
    ],
)
def test_one_page_is_known_under_its_other_addresses(other: str) -> None:
    assert same_page(PAGE, other)
    assert same_page(other, PAGE)


@pytest.mark.parametrize(
    "other",
    [
        f"{PAGE}?id=7",
        f"{PAGE}-2",
        "https://post.example/news/Ferry",
        "https://post.example/",
        "https://elsewhere.example/news/ferry",
        "https://blog.post.example/news/ferry",
        "https://post.example.elsewhere.example/news/ferry",
        "https://post.example:8443/news/ferry",
        "https://post.example@elsewhere.example/news/ferry",
        "no address",
        "",
    ],
)
def test_another_page_is_told_apart(other: str) -> None:
    assert not same_page(PAGE, other)
    assert not same_page(other, PAGE)


def test_text_that_is_no_address_is_no_page() -> None:
    assert not same_page("no address", "no address")


def test_addresses_of_hosts_in_numbers_are_told_apart_by_port() -> None:
    assert same_page("http://[2001:4860::1]/x", "http://[2001:4860::1]:80/x")
    assert not same_page("http://[2001:4860::1]/x", "http://[2001:4860::1]:8080/x")


@pytest.mark.parametrize(
    "wrapped",
    [
        "https://www.google.com/url?q=https%3A%2F%2Fpost.example%2Fnews%2Fferry&sa=D&usg=x",
        "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://news.google.com/news/url?url=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fpost.example%2Fnews%2Fferry&h=AT0",
        "https://lm.facebook.com/l.php?h=AT0&u=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://www.facebook.com/l.php?u=https://post.example/news/ferry",
        "https://l.instagram.com/?u=https%3A%2F%2Fpost.example%2Fnews%2Fferry&e=AT",
        "https://l.threads.net/?u=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://t.umblr.com/redirect?z=https%3A%2F%2Fpost.example%2Fnews%2Fferry&t=a",
        "https://out.reddit.com/t3_abc?url=https%3A%2F%2Fpost.example%2Fnews%2Fferry&token=a",
        "https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://vk.com/away.php?to=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://t.me/iv?url=https%3A%2F%2Fpost.example%2Fnews%2Fferry&rhash=1",
        "https://t.me/share/url?url=https%3A%2F%2Fpost.example%2Fnews%2Fferry&text=hi",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fpost.example%2Fnews%2Fferry",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpost.example%2Fnews%2Fferry&data=1",
        "https://www.google.com/amp/s/post.example/news/ferry",
        "https://www.google.de/amp/s/post.example/news/ferry?utm_source=x",
        "https://post-example.cdn.ampproject.org/c/s/post.example/news/ferry",
        "https://post-example.cdn.ampproject.org/v/s/post.example/news/ferry?amp_js_v=0.1&usqp=mq331",
        "https://www.bing.com/amp/s/post.example/news/ferry",
        "https://post-example.bing-amp.com/c/s/post.example/news/ferry",
    ],
)
def test_a_wrapped_link_carries_the_page_it_leads_to(wrapped: str) -> None:
    assert target_of(check_link(wrapped)) == PAGE


def test_an_amp_page_without_the_mark_of_https_is_of_http() -> None:
    wrapped = check_link("https://post-example.cdn.ampproject.org/c/post.example/news/ferry?id=7")
    assert target_of(wrapped) == "http://post.example/news/ferry?id=7"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"{PAGE}?url=https%3A%2F%2Felsewhere.example%2F",
        "https://www.google.com/search?q=https%3A%2F%2Fpost.example%2F",
        "https://www.google.com/url?q=ferry",
        "https://www.google.com/url?q=javascript%3Aalert(1)",
        "https://www.google.com/url",
        "https://google.com.elsewhere.example/url?q=https%3A%2F%2Fpost.example%2F",
        "https://l.facebook.com/x.php?u=https%3A%2F%2Fpost.example%2F",
        "https://t.me/share/url?text=hi",
        "https://cdn.ampproject.org/",
        "https://www.google.com/amp/",
        "https://www.google.com/url?" + "&".join(f"a{number}=1" for number in range(200)),
    ],
)
def test_other_links_carry_none(url: str) -> None:
    assert target_of(check_link(url)) is None
