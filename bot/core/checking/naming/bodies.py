"""Bodies of one country or city: its army is not its navy, its fire department is not its police."""

from __future__ import annotations

from collections.abc import Callable

_TOLD_BY = {
    "army": "military soldier soldiers troops armed",
    "navy": "naval warship warships sailors fleet military",
    "force": "forces military jets airmen",
    "forces": "force military troops",
    "guard": "guards guardsmen coastguard troops",
    "police": "policing officer officers cops constabulary",
    "fire": "firefighter firefighters firefighting blaze",
    "senate": "senator senators",
    "house": "representatives",
    "congress": "senate house senator senators lawmakers legislators legislature",
    "parliament": "mp mps lawmakers legislators legislature assembly commons lords",
    "court": "judge judges justice justices tribunal ruling",
    "supreme": "justice justices highest",
    "treasury": "finance",
    "embassy": "ambassador diplomat diplomats consulate",
    "hospital": "clinic medical",
    "university": "college campus professor",
    "museum": "gallery collection",
    "airport": "airfield terminal",
    "bank": "lender banking",
    "council": "councillor councillors",
    "church": "parish chapel cathedral",
    "school": "pupils students",
}
"""Kinds of bodies of which a place has several, with the words of a source that tell of each."""


def tells_otherwise(kind: str, *, has: Callable[[str], bool]) -> bool:
    """Tell whether a kind of body behind a name makes it another body than those that a source tells of.

    `has` tells whether a source has a word. A kind that only fills a name up ("department", "agency") is not asked.
    """
    key = kind.casefold()
    return key in _TOLD_BY and not any(has(each) for each in (key, *_TOLD_BY[key].split()))
