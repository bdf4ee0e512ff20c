"""What an address stands for: the same page under another address, and the page that a wrapped link leads to.

All of it is work on text. What comes out is as untrusted as what went in, and is checked again before it is opened.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, unquote

from bot.core.links import Link, same_site

# Parameters that tell the sender or the campaign of a link and never the page, in lower case.
_TRACKING_PREFIXES: Final = (
    "utm_", "mtm_", "hsa_", "_hs", "vero_", "oly_", "guce_", "at_bbc", "at_campaign", "at_custom", "at_link", "at_ptr",
)  # fmt: skip
_TRACKING: Final = frozenset(
    (
        "__cf_chl_tk __twitter_impression _ga _gl _openstat amp_gsa amp_js_v at_format at_medium cmp cmpid dclid "
        "emci emdi epik fbclid gbraid gclid gclsrc guccounter icid igsh igshid intcmp ito li_fat_id mc_cid mc_eid "
        "mibextid mkt_tok msclkid ns_campaign ns_fee ns_linkname ns_mchannel ns_source ocid pk_campaign pk_content "
        "pk_keyword pk_kwd pk_medium pk_source rb_clickid ref_src ref_url reflink s_cid sfnsn smid smtyp "
        "sr_share srsltid ttclid twclid usqp wbraid wt_mc wt_zmc xtor yclid ysclid"
    ).split()
)

# Where links are wrapped to be counted: (host, path, the parameter that holds the link).
_WRAPPERS: Final = (
    (re.compile(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?"), "/url", ("q", "url")),
    (re.compile(r"news\.google\.com"), "/news/url", ("url",)),
    (re.compile(r"(?:(?:l|lm|www|m)\.)?facebook\.com"), "/l.php", ("u",)),
    (re.compile(r"l\.(?:instagram|messenger|threads)\.(?:com|net)|l\.wl\.co"), "/", ("u",)),
    (re.compile(r"(?:t|href)\.umblr\.com|t\.tumblr\.com"), "/redirect", ("z",)),
    (re.compile(r"out\.reddit\.com"), "", ("url",)),
    (re.compile(r"(?:(?:www|m)\.)?youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/redir/redirect", ("url",)),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/safety/go", ("url",)),
    (re.compile(r"(?:(?:www|m)\.)?vk\.(?:com|ru)"), "/away.php", ("to",)),
    (re.compile(r"(?:www\.)?(?:t|telegram)\.me"), "/iv", ("url",)),
    (re.compile(r"(?:www\.)?(?:t|telegram)\.me"), "/share/url", ("url",)),
    (re.compile(r"(?:www\.)?duckduckgo\.com"), "/l", ("uddg",)),
    (re.compile(r"(?:www\.)?slack-redir\.net"), "/link", ("url",)),
    (re.compile(r"[a-z0-9-]+\.safelinks\.protection\.outlook\.com"), "/", ("url",)),
    (re.compile(r"(?:www\.)?getpocket\.com"), "/redirect", ("url",)),
)
# Where pages are shown as AMP: the publisher's address follows, "s/" before it for HTTPS.
_AMP_VIEWERS: Final = (
    (re.compile(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?"), re.compile(r"/amp/(s/)?(.+)")),
    (re.compile(r"(?:www\.)?bing\.com"), re.compile(r"/amp/(s/)?(.+)")),
    (re.compile(r"(?:[a-z0-9-]+\.)?cdn\.ampproject\.org"), re.compile(r"/(?:wp/)?[acv]/(s/)?(.+)")),
    (re.compile(r"(?:[a-z0-9-]+\.)?bing-amp\.com"), re.compile(r"/(?:wp/)?[acv]/(s/)?(.+)")),
)
_WEB: Final = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_ORIGIN: Final = re.compile(r"(https?)://([^/?#]*)", re.IGNORECASE)


def plain(url: str) -> str:
    """Return an address without its fragment and without what only says how somebody came by it."""
    address, _, query = url.partition("#")[0].partition("?")
    origin = _ORIGIN.match(address)
    if origin:
        address = origin[0].lower() + address[origin.end() :]
    kept = "&".join(part for part in query.split("&") if part and not _tracks(part))
    return f"{address}?{kept}" if kept else address


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses are surely one page: same site and path, the same query but for tracking.

    Both are as `core.links.check_link` gives them; http and https are one, a slash at the end of the path is none.
    """
    mine, others = _parts(one), _parts(other)
    return mine is not None and others is not None and mine[1:] == others[1:] and same_site(mine[0], others[0])


def target_of(link: Link) -> str | None:
    """Return the address that a wrapped link carries in itself, None where it carries none; nothing is opened."""
    return _wrapped(link) or _shown_as_amp(link)


def _wrapped(link: Link) -> str | None:
    query = link.url.partition("?")[2]
    for host, path, names in _WRAPPERS:
        if not host.fullmatch(link.host) or (path and link.path.rstrip("/") != path.rstrip("/")):
            continue
        given = dict(parse_qsl(query, max_num_fields=50)) if query.count("&") < 50 else {}
        return next((given[name] for name in names if _WEB.match(given.get(name, ""))), None)
    return None


def _shown_as_amp(link: Link) -> str | None:
    for host, path in _AMP_VIEWERS:
        found = path.fullmatch(link.path) if host.fullmatch(link.host) else None
        if not found:
            continue
        address = found[2] if "/" in found[2] or "%" not in found[2] else unquote(found[2])
        query = link.url.partition("?")[2]
        scheme = "https" if found[1] else "http"
        return plain(f"{scheme}://{address}" + (f"?{query}" if query else ""))
    return None


def _parts(url: str) -> tuple[str, str, str, str] | None:
    """Host, port, path and telling query of an address; None for other text."""
    address, _, query = plain(url).partition("?")
    origin = _ORIGIN.match(address)
    if not origin:
        return None
    scheme = origin[1].lower()
    host, colon, port = origin[2].rpartition(":")
    if not colon or "]" in port:
        host, port = origin[2], ""
    usual = {"http": "80", "https": "443"}[scheme]
    return host, "" if port == usual else port, address[origin.end() :].rstrip("/"), query


def _tracks(part: str) -> bool:
    name = part.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
