"""The quotations inside one text, in the quotation marks of many languages."""

from __future__ import annotations

import re

from bot.core.models import Span

# Each pair is bounded, and an opening mark cannot stand inside, so that a run of opening marks stays linear.
_LONGEST = 1_000
_PAIRS = (
    ("“”", "“", "”"),
    ("„“”", "„", "“”"),
    ("«»", "«", "»"),
    ("»«", "»", "«"),
    ("「」", "「", "」"),
    ("『』", "『", "』"),
    ('"', '"', '"'),
)
_QUOTED = re.compile(
    "|".join(rf"{opening}([^{re.escape(marks)}]{{1,{_LONGEST}}})[{closing}]" for marks, opening, closing in _PAIRS)
    # Single marks only where they cannot be apostrophes: before a word, and closed after one.
    + rf"|(?<!\w)‘([^‘“”]{{1,{_LONGEST}}}?)’(?!\w)|(?<!\w)'(?=\w)([^'\"]{{1,{_LONGEST}}})'(?!\w)"
)


def find_quotations(text: str) -> tuple[Span, ...]:
    """Return where words are quoted in `text`, without the marks, in order."""
    found: list[Span] = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        found.append(Span(start=match.start(group), end=match.end(group)))
    return tuple(found)
