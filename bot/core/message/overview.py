"""The line under the headline: how many articles there are, and how many origins stand behind them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.independence import LEADING
from bot.core.message.safety import clip, show
from bot.core.message.words import Words, listed
from bot.core.models import Brief, Origin, Root
from bot.core.outlets import outlet_key, same_outlet

MAX_NAME = 60
MAX_ORIGINS = 2
"""Origins beside the main ones that are named."""


def count_origins(brief: Brief, words: Words) -> str:
    """Return "2 articles · main report: 1 origin (Bloomberg)", or less where there is less to say.

    The main report has one origin where all articles say one of the first claims and it has one root. An origin that
    is itself one of the articles does not draw on itself.
    """
    parts = [words.say("overview-articles", count=len(brief.sources))]
    main = tuple(dict.fromkeys(_main(brief)))
    if main:
        names = listed(words, [_shown(name) for name in main])
        parts.append(words.say("overview-common", count=len(main), names=names))
    told = {outlet_key(name) for name in main}
    for origin in [each for each in brief.origins if outlet_key(each.name) not in told][:MAX_ORIGINS]:
        users = _users(origin, brief)
        if users > 1:
            message = "overview-all" if users == len(brief.sources) else "overview-shared"
            parts.append(words.say(message, count=users, name=_shown(origin.name)))
    return words.say("overview-separator").join(parts)


def _main(brief: Brief) -> Iterator[str]:
    """Yield the names of the origins behind the claims at the top that all articles make."""
    everyone = tuple(sorted(source.number for source in brief.sources))
    for claim in brief.claims[:LEADING]:
        if len(everyone) > 1 and claim.sources == everyone and len(claim.roots) == 1:
            name = claim.roots[0].name or _own_name(claim.roots[0], brief)
            if name:
                yield name


def _own_name(root: Root, brief: Brief) -> str | None:
    """The name of the article that the others repeat, where the origin is one of them."""
    return next((each.name for each in brief.origins if set(root.sources) <= set(each.sources)), None)


def _users(origin: Origin, brief: Brief) -> int:
    outlets = {source.number: source.article.outlet or "" for source in brief.sources}
    return sum(number in outlets and not same_outlet(outlets[number], origin.name) for number in origin.sources)


def _shown(name: str) -> str:
    return clip(show(name), limit=MAX_NAME)
