"""Social sites that show most pages only to those who signed in; what they do show is read like any page."""

from __future__ import annotations

import re
from typing import Final

from bot.adapters.reading.sources import any_page
from bot.adapters.reading.sources.closed import WALLS, as_closed
from bot.adapters.reading.sources.desk import Desk
from bot.core.links import Link
from bot.core.models import Article

_SITES: Final = (
    ("Facebook", re.compile(r"(?:[a-z0-9-]+\.)?facebook\.com|fb\.(?:com|me)")),
    ("Instagram", re.compile(r"(?:[a-z0-9-]+\.)?instagram\.com|instagr\.am")),
    ("LinkedIn", re.compile(r"(?:[a-z0-9-]+\.)?linkedin\.com")),
    ("TikTok", re.compile(r"(?:[a-z0-9-]+\.)?tiktok\.com")),
    ("Threads", re.compile(r"(?:www\.)?threads\.(?:com|net)")),
    ("YouTube", re.compile(r"(?:[a-z0-9-]+\.)?youtube\.com")),
)
_CLOSED: Final = WALLS | {"no_article", "not_here"}
"""These sites show a frame without a page just as well as a request to sign in."""


def matches(link: Link) -> bool:
    """Tell whether the link leads to one of these sites."""
    return _site(link.host) is not None


async def load(link: Link, desk: Desk) -> Article:
    """Return what the site shows to everyone; raises `LoadError("site_closed", site)` where that is nothing."""
    with as_closed(_site(link.host) or "", codes=_CLOSED):
        return await any_page.load(link, desk)


def _site(host: str) -> str | None:
    return next((name for name, pattern in _SITES if pattern.fullmatch(host)), None)
