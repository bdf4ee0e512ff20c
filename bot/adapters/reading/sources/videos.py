"""Links to a video and nothing else: told at once, without opening them.

A site's description of a video is not what is said in it, so it is not read in its place. Captions are given only to
scripts of the site's own pages.
"""

from __future__ import annotations

import re
from typing import Final

from bot.adapters.reading.sources.desk import Desk
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

_VIDEOS: Final = (
    (r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com", r"/(?:watch|(?:shorts|live|embed|v|clip)/[\w-]+)/?"),
    (r"youtu\.be", r"/[\w-]+/?"),
    (r"(?:(?:www|m)\.)?tiktok\.com", r"/@[\w.-]+/video/\d+/?"),
    (r"v[mt]\.tiktok\.com", r"/\w+/?"),
    (r"(?:(?:www|player)\.)?vimeo\.com", r"/(?:video/)?\d+(?:/\w+)?/?"),
    (r"(?:www\.)?dailymotion\.com", r"/video/\w+/?"),
    (r"dai\.ly", r"/\w+/?"),
    (r"(?:(?:www|m)\.)?twitch\.tv", r"/(?:videos/\d+|\w+/clip/[\w-]+)/?"),
    (r"(?:(?:www|m)\.)?facebook\.com", r"/(?:watch|reel/\d+|[\w.]+/videos/(?:[\w.-]+/)?\d+)/?"),
    (r"fb\.watch", r"/[\w-]+/?"),
    (r"(?:www\.)?instagram\.com", r"/(?:[\w.]+/)?(?:reels?|tv)/[\w-]+/?"),
)
_PATTERNS: Final = tuple((re.compile(host), re.compile(path)) for host, path in _VIDEOS)


def matches(link: Link) -> bool:
    """Tell whether the link leads to a video."""
    return any(host.fullmatch(link.host) and path.fullmatch(link.path) for host, path in _PATTERNS)


async def load(link: Link, desk: Desk) -> Article:  # noqa: ARG001
    """Raise `LoadError("video")`."""
    raise LoadError("video")
