"""Which links may be opened: the text of an address before it is looked up, and the addresses that answer.

Two checks, both needed. `check_link` judges the text alone; `is_public` judges each address that a name leads to,
at the moment it is dialled. Neither trusts the flags of `ipaddress`, which differ between versions of Python.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urljoin

from bot.core.errors import LoadError

MAX_LENGTH: Final = 4_096
WEB_PORTS: Final = frozenset({80, 443})

_DEFAULT_PORT: Final = {"http": 80, "https": 443}
_SHAPE: Final = re.compile(r"(https?)://([^/?#]*)([^#]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_AUTHORITY: Final = re.compile(r"(?:\[([0-9a-fA-F:.]+)\]|([^\[\]:]+))(?::([0-9]{1,5}))?")
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_ESCAPE: Final = re.compile(r"%[0-9a-fA-F]{2}")
_PLAIN_IN_TARGET: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?[]|"
)

# Names that never lead to the public web: RFC 6761, 6762, 7686, 8375, 9476, and what private networks use.
_LOCAL_SUFFIXES: Final = (
    "alt", "corp", "home", "home.arpa", "i2p", "internal", "intranet", "invalid", "lan", "local", "localdomain",
    "localhost", "onion", "private", "svc",
)  # fmt: skip

_UNCLEAN: Final = frozenset({"Cc", "Cs", "Zl", "Zp", "Zs"})
# Letters and marks that show nothing: they would make two names look alike, and no name needs them.
_INVISIBLE: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_VARIATION_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))

# IANA's special-purpose registry of IPv4, plus multicast, the reserved block and Azure's host at a public address.
_REFUSED_V4: Final = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4",
    )
)  # fmt: skip
# IPv6 the other way round: only what is handed out to the public, less the blocks in it that wrap or stand for others.
_GLOBAL_V6: Final = IPv6Network("2000::/3")
_REFUSED_V6: Final = tuple(
    IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)
_ISATAP: Final = frozenset({0x0000_5EFE, 0x0200_5EFE})


@dataclass(frozen=True, slots=True)
class Link:
    """A link that passed `check_link`; `url` is plain ASCII, without a fragment."""

    url: str
    scheme: str
    host: str
    """In lower case, names in punycode; IPv6 without brackets."""
    port: int

    @property
    def path(self) -> str:
        """The path, "/" at least, without the query."""
        return "/" + self.url.split("://", 1)[1].partition("/")[2].partition("?")[0]


def check_link(text: str, *, ports: Collection[int] = WEB_PORTS, local_names: bool = False) -> Link:
    """Return the link in its one normal form.

    `local_names` lets names pass that only a private network knows, for operators who opened one.
    Raises `LoadError("url_refused")` for any text whose meaning depends on who reads it.
    """
    found = _SHAPE.match(text) if len(text) <= MAX_LENGTH and _is_clean(text) else None
    authority = _AUTHORITY.fullmatch(found[2]) if found else None
    if found is None or authority is None:
        raise LoadError("url_refused")
    scheme = found[1].lower()
    host = _checked_v6(authority[1]) if authority[1] else _checked_host(authority[2], local_names=local_names)
    port = int(authority[3]) if authority[3] else _DEFAULT_PORT[scheme]
    if port not in ports:
        raise LoadError("url_refused")
    shown_port = "" if port == _DEFAULT_PORT[scheme] else f":{port}"
    shown_host = f"[{host}]" if ":" in host else host
    target = _escaped(found[3])
    slash = "" if target.startswith("/") else "/"
    url = f"{scheme}://{shown_host}{shown_port}{slash}{target}"
    if len(url) > MAX_LENGTH:
        raise LoadError("url_refused")
    return Link(url=url, scheme=scheme, host=host, port=port)


def join_link(link: Link, reference: str, *, ports: Collection[int] = WEB_PORTS, local_names: bool = False) -> Link:
    """Return where `reference`, found on the page or in the redirect of `link`, leads.

    Raises `LoadError("url_refused")` like `check_link`.
    """
    if len(reference) > MAX_LENGTH or not _is_clean(reference):
        raise LoadError("url_refused")
    if _SCHEME.match(reference):
        return check_link(reference, ports=ports, local_names=local_names)
    try:
        joined = urljoin(link.url, reference)
    except ValueError:
        raise LoadError("url_refused") from None
    return check_link(joined, ports=ports, local_names=local_names)


def is_public(address: IPv4Address | IPv6Address | str) -> bool:
    """Tell whether an address belongs to the public internet; text that is no address does not."""
    if isinstance(address, str):
        try:
            address = ip_address(address)
        except ValueError:
            return False
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _REFUSED_V4)
    if address.scope_id is not None or address not in _GLOBAL_V6:
        return False
    wraps_v4 = (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP
    return not wraps_v4 and not any(address in block for block in _REFUSED_V6)


def same_site(one: str, other: str) -> bool:
    """Tell whether two hosts are one site under its usual names: with www, for phones, or as AMP."""
    return site_of(one) == site_of(other)


def site_of(host: str) -> str:
    """Return what names a site: its host without www and without what is in front for phones or AMP."""
    first, _, rest = host.partition(".")
    return rest if first in {"www", "m", "mobile", "amp"} and "." in rest else host


def _is_clean(text: str) -> bool:
    """No backslash, control character, surrogate or white space other than a plain space."""
    if "\\" in text:
        return False
    if text.isascii() and text.isprintable():
        return True
    return all(char == " " or unicodedata.category(char) not in _UNCLEAN for char in text)


def _checked_v6(text: str) -> str:
    try:
        return str(IPv6Address(text))
    except ValueError:
        raise LoadError("url_refused") from None


def _checked_host(text: str, *, local_names: bool) -> str:
    labels = text.removesuffix(".").split(".")
    host = ".".join(_checked_label(label) for label in labels)
    if len(host) > 253:
        raise LoadError("url_refused")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _checked_v4(host)
    if not local_names and ("." not in host or host.endswith(tuple(f".{name}" for name in _LOCAL_SUFFIXES))):
        raise LoadError("url_refused")
    return host


def _checked_v4(text: str) -> str:
    """Only the four plain decimal numbers: 127.1, 0x7f.1 and 0177.0.0.1 are read differently by different programs."""
    try:
        return str(IPv4Address(text))
    except ValueError:
        raise LoadError("url_refused") from None


def _checked_label(text: str) -> str:
    label = unicodedata.normalize("NFC", text.lower())
    if not label.isascii():
        label = _punycode(label)
    if not _LABEL.fullmatch(label) or label == "xn--":
        raise LoadError("url_refused")
    return label


def _punycode(label: str) -> str:
    """Encode a label that needs no mapping (RFC 5892 in short: letters, marks and digits, at least one letter)."""
    kinds = [unicodedata.category(char) for char in label if not char.isascii()]
    plain = all(kind[0] == "L" or kind in {"Mn", "Mc", "Nd"} for kind in kinds)
    hidden = any(char in _INVISIBLE or any(ord(char) in block for block in _VARIATION_SELECTORS) for char in label)
    lettered = any(char.isalpha() for char in label)
    if len(label) > 63 or not plain or hidden or not lettered or unicodedata.normalize("NFKC", label) != label:
        raise LoadError("url_refused")
    return "xn--" + label.encode("punycode").decode("ascii")


def _escaped(target: str) -> str:
    """Percent-encode what may not stand in a path or query, leaving escapes that are there."""
    parts: list[str] = []
    end = 0
    for escape in _ESCAPE.finditer(target):
        parts += [_encoded(target[end : escape.start()]), escape[0]]
        end = escape.end()
    return "".join([*parts, _encoded(target[end:])])


def _encoded(text: str) -> str:
    return "".join(
        char if char in _PLAIN_IN_TARGET else "".join(f"%{byte:02X}" for byte in char.encode("utf-8")) for char in text
    )
