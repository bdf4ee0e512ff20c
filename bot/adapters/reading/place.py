"""Where the story of a page is: in which box, from which block to which, under which headline.

People find it where the long sentences without links are; so does this, and believes the names of boxes only where
what they hold fits the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from bot.adapters.reading.blocks import Block, Layout
from bot.adapters.reading.roles import NONE, Role

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
OUTSIDE: Final = Role.COMMENTS | Role.FOOTER | Role.COOKIES | Role.NAVIGATION
BESIDE: Final = (
    Role.RELATED | Role.NEWSLETTER | Role.HIDDEN | Role.AUTHOR | Role.SHARE | Role.CAPTION | Role.ADVERTISEMENT
) | Role.POLL
FURNITURE: Final = OUTSIDE | BESIDE

_UNPROSAIC: Final = frozenset({"figcaption", "td", "th"})
_LEAVES: Final = HEADINGS | {"p", "li", "blockquote"}
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD: Final = re.compile(r"\w+")
_ENDED: Final = re.compile(r"[.!?…。！？؟।][\"'”’»“」』)\]]{0,3}$")
_WEAK: Final = Role.RELATED | Role.ADVERTISEMENT | Role.META | Role.SHARE
"""Sites name boxes of the story so too: it takes links, or little text, to believe them."""
_LONG: Final = 400
"""Characters of prose that make a box more than a teaser."""
_LONG_PARAGRAPH: Final = 200
_LONGEST_CAPTION: Final = 600
_STORY_SHARE: Final = 0.35
"""A box with more of the page's prose than this is the story's own, whatever its name."""
_DOWN: Final = 0.8
"""The search for the story goes down into a box that has so much of the prose around it."""
_LEAST_SHARE: Final = 0.15
_MOST: Final = 0.9
_FAR: Final = 3


def fold(text: str) -> str:
    """Return the letters and digits of a text alone, case folded."""
    return "".join(filter(str.isalnum, text.casefold()))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _ENDED.search(text) is not None


def count_words(text: str) -> int:
    """Return how many words a text has; two signs of a script without spaces count as one."""
    wide = len(_WIDE.findall(text))
    return wide // 2 + len(_WORD.findall(_WIDE.sub(" ", text) if wide else text))


class Place:
    """Where the story of one page is. Blocks and boxes are told by their index in the layout."""

    def __init__(self, layout: Layout, title: str) -> None:
        self.layout = layout
        self.title = fold(title)
        self.prose = _prose(layout)
        self.roles = _roles(layout, self.prose)

    def block(self, number: int) -> Block:
        return self.layout.blocks[number]

    def tag(self, number: int) -> str:
        return self.layout.tag(self.layout.blocks[number])

    def role(self, number: int) -> Role:
        return self.roles[self.layout.blocks[number].box]

    def repeats_title(self, number: int) -> bool:
        text = self.layout.blocks[number].text
        return bool(self.title) and len(text) < 400 and fold(text) == self.title

    def is_foreign(self, number: int) -> bool:
        """Whether a block cannot be the story's: by what its box is for, or because it is links."""
        return bool(self.role(number) & FURNITURE) or self.layout.blocks[number].link_density > 0.5

    @cached_property
    def box(self) -> int:
        """The box that holds the story."""
        sums = self.layout.sums({number: size * self._trust(number) for number, size in self.prose.items()})
        children: dict[int, list[int]] = {}
        for number, box in enumerate(self.layout.boxes):
            if sums[number] > 0:
                children.setdefault(box.parent, []).append(number)
        best = 0
        while inner := max(children.get(best, ()), key=sums.__getitem__, default=None):
            if sums[inner] < _DOWN * sums[best]:
                break
            best = inner
        if self.layout.boxes[best].tag in _LEAVES:
            best = max(0, self.layout.boxes[best].parent)
        return self._article_of_headline(sums, best)

    def _trust(self, number: int) -> float:
        role = self.role(number)
        trust = 0.1 if role & OUTSIDE else 0.25 if role & BESIDE else 1.0
        return trust * 1.3 if role & Role.BODY else trust

    def _article_of_headline(self, sums: Sequence[float], box: int) -> int:
        """The element that the page itself calls an article, where several stand below each other in `box`."""
        boxes = self.layout.boxes
        for number, block in enumerate(self.layout.blocks):
            if self.layout.tag(block) not in HEADINGS or not self.repeats_title(number):
                continue
            around = block.box
            while around > box and boxes[around].tag != "article":
                around = boxes[around].parent
            if around > box and sums[around] >= max(_LONG, _LEAST_SHARE * sums[box]):
                return around
        return box

    @cached_property
    def holds(self) -> list[bool]:
        """For every box whether it is the story's or in it."""
        found: list[bool] = []
        for number, box in enumerate(self.layout.boxes):
            found.append(number == self.box or (box.parent >= 0 and found[box.parent]))
        return found

    @cached_property
    def core(self) -> list[int]:
        """The prose of the story."""
        inside = [number for number in self.prose if self.holds[self.layout.blocks[number].box]]
        return [number for number in inside if not self.role(number) & (FURNITURE | Role.HEADER)] or inside

    @cached_property
    def last(self) -> int:
        """The last paragraph of the story: what comes late and below other things is the site speaking."""
        whole, above = sum(self.prose[number] for number in self.core), 0.0
        for number, later in pairwise(self.core):
            above += self.prose[number]
            if above > _MOST * whole and sum(map(self.is_foreign, range(number + 1, later))) >= _FAR:
                return number
        return self.core[-1]

    @cached_property
    def headline(self) -> int:
        """Which block above the story is its headline, or -1."""
        for number in range(self.core[0], -1, -1):
            tag = self.tag(number)
            if tag == "h1" or (tag in HEADINGS and self.repeats_title(number)):
                return number
        return -1

    @cached_property
    def _around_prose(self) -> set[int]:
        """The boxes that the paragraphs of the story stand in."""
        boxes = self.layout.boxes
        return {boxes[self.block(number).box].parent for number in self.core if self.tag(number) in {"p", "div"}}

    def is_beside_prose(self, number: int) -> bool:
        """Whether a block stands in the same box as paragraphs of the story."""
        return self.layout.boxes[self.layout.blocks[number].box].parent in self._around_prose


def _prose(layout: Layout) -> dict[int, float]:
    """The blocks that read like a story, each text once, with their weights: characters, a wide one for three."""
    seen: set[str] = set()
    found: dict[int, float] = {}
    for number, block in enumerate(layout.blocks):
        text = block.text
        if len(text) < 20 or block.linked > 0.4 * len(text) or text in seen or layout.tag(block) in _UNPROSAIC:
            continue
        wide = len(_WIDE.findall(text, 0, 200))
        if len(text) >= 80 or wide >= 20 or (len(text) + 4 * wide >= 40 and ends_sentence(text)):
            seen.add(text)
            found[number] = len(text) + wide * 2
    return found


def _roles(layout: Layout, prose: dict[int, float]) -> list[Role]:
    """What every box is for, with what the boxes around it are for."""
    sums = layout.sums(prose)
    sizes = layout.sums({number: len(block.text) for number, block in enumerate(layout.blocks)})
    links = layout.sums({number: block.linked for number, block in enumerate(layout.blocks) if block.linked})
    roles: list[Role] = []
    for number, box in enumerate(layout.boxes):
        around, role = roles[box.parent] if box.parent >= 0 else NONE, box.role
        if box.tag == "table":
            around &= ~Role.CAPTION
        if role:
            role = _believed(role, prose=sums[number], whole=sums[0], size=sizes[number], linked=links[number])
            if box.tag == "p" and sums[number] > _LONG_PARAGRAPH:
                role &= ~_WEAK
        roles.append(around | role if role else around)
    return roles


def _believed(role: Role, *, prose: float, whole: float, size: float, linked: float) -> Role:
    """Return what of its names a box with so much in it can be; amounts are characters, `whole` is the page's prose."""
    if prose > _STORY_SHARE * whole:
        return role & Role.BODY
    if size > _LONGEST_CAPTION:
        role &= ~Role.CAPTION
    if prose > _LONG and linked < 0.1 * size:
        role &= ~_WEAK
    return role
