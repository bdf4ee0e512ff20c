"""The line under the headline: how many articles there are, and how many origins stand behind them."""

from __future__ import annotations

from bot.core.message.safety import clip, show
from bot.core.message.words import Words, listed
from bot.core.models import Brief, Origin
from bot.core.outlets import same_outlet

MAX_NAME = 60
MAX_ORIGINS = 2
"""Origins beside the main ones that are named."""
LEADING = 2
"""Claims at the top: an origin behind one of them is behind the main report."""


def count_origins(brief: Brief, words: Words) -> str:
    """Return "2 articles · main report: 1 origin (Bloomberg)", or less where there is less to say.

    An origin that is itself one of the articles does not draw on itself.
    """
    parts = [words.say("overview-articles", count=len(brief.sources))]
    everyone = {source.number for source in brief.sources}
    main = [origin for origin in brief.origins if everyone <= set(origin.sources) and _leads(origin, brief)]
    if len(everyone) > 1 and main:
        names = listed(words, [_name(origin) for origin in main[:MAX_ORIGINS]])
        parts.append(words.say("overview-common", count=len(main[:MAX_ORIGINS]), names=names))
    for origin in [origin for origin in brief.origins if origin not in main][:MAX_ORIGINS]:
        users = _users(origin, brief)
        if users > 1:
            message = "overview-all" if users == len(everyone) else "overview-shared"
            parts.append(words.say(message, count=users, name=_name(origin)))
    return words.say("overview-separator").join(parts)


def _leads(origin: Origin, brief: Brief) -> bool:
    """Whether the first claims rest on sentences that credit the origin; a copied text credits nobody."""
    first = {evidence.label for claim in brief.claims[:LEADING] for evidence in claim.evidence}
    return not origin.evidence or bool(first & {evidence.label for evidence in origin.evidence})


def _users(origin: Origin, brief: Brief) -> int:
    outlets = {source.number: source.article.outlet or "" for source in brief.sources}
    return sum(number in outlets and not same_outlet(outlets[number], origin.name) for number in origin.sources)


def _name(origin: Origin) -> str:
    return clip(show(origin.name), limit=MAX_NAME)
