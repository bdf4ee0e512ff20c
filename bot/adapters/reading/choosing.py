"""Chooses the lines of a page's story, and says of the lines among them why they are not the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.adapters.reading.blocks import Layout
from bot.adapters.reading.fields import Line
from bot.adapters.reading.place import FURNITURE, HEADINGS, OUTSIDE, Place, count_words, ends_sentence
from bot.adapters.reading.roles import Role
from bot.core.furniture import fold_line
from bot.core.page_furniture import furniture_in, is_date_line

_TEXT_TAGS: Final = HEADINGS | {"p", "li", "blockquote", "td", "th", "dd", "dt", "pre"}
_CODES: Final = (
    (Role.COMMENTS, "comments"),
    (Role.COOKIES, "cookies"),
    (Role.CAPTION, "caption"),
    (Role.NEWSLETTER, "newsletter"),
    (Role.SHARE, "share"),
    (Role.RELATED, "related"),
    (Role.ADVERTISEMENT, "advertisement"),
    (Role.NAVIGATION, "navigation"),
    (Role.FOOTER, "footer"),
    (Role.POLL, "poll"),
    (Role.AUTHOR, "byline"),
    (Role.HIDDEN, "hidden"),
    (Role.META, "date"),
)
_NOT_STANDFIRST: Final = OUTSIDE | Role.CAPTION | Role.SHARE | Role.AUTHOR | Role.HIDDEN | Role.NEWSLETTER
_NOT_BELOW: Final = FURNITURE | Role.HEADER | Role.META
_CLOSING: Final = frozenset({"form", "biography", "copyright", "comments"})
"""What stands under such a heading late on a page is no story any more."""
_LINK_LINE: Final = 0.75
_HEADING: Final = 60
"""Characters that a heading has at most."""
_HEADING_WORDS: Final = 20
_STANDFIRST_WORDS: Final = 8
_CELL: Final = 120
_ROW: Final = 400
"""Characters of a cell that is no paragraph, and of a row."""
_ABOVE: Final = 60
_BELOW: Final = 40
"""Blocks around the story that are looked at."""


def choose(layout: Layout, *, title: str) -> list[Line]:
    """Return the lines of a page's story, with what stands in its way marked; none where there is no prose."""
    place = Place(layout, title)
    if not place.prose:
        return []
    return _joined_rows(layout, [*_above(place), *_inside(place)])


def _above(place: Place) -> Iterator[tuple[int, Line]]:
    """What stands between the headline and the story: its standfirst, its date, its byline."""
    if place.headline < 0:
        return
    first = place.core[0]
    for number in range(max(place.headline, first - _ABOVE), first):
        yield number, Line(text=place.block(number).text, cut=_why_not_above(place, number))


def _why_not_above(place: Place, number: int) -> str:
    block = place.block(number)
    if number == place.headline or place.repeats_title(number):
        return "headline"
    if place.is_beside_prose(number) and place.tag(number) != "h1":
        return _why_not_inside(place, number)
    words = count_words(block.text)
    if words < 30 and is_date_line(fold_line(block.text), others=10):
        return "date"
    if code := _code_of(place.role(number) & _NOT_STANDFIRST):
        return code
    if words < _STANDFIRST_WORDS and not (words >= 4 and ends_sentence(block.text)):
        return "navigation"
    return "related" if block.link_density > 0.5 else furniture_in(block.text)


def _inside(place: Place) -> Iterator[tuple[int, Line]]:
    """The story from its first paragraph, and what follows its last closely."""
    core, late = set(place.core), place.core[len(place.core) * 2 // 3]
    under = ""
    for number in range(place.core[0], min(len(place.layout.blocks), place.core[-1] + _BELOW)):
        block = place.block(number)
        if not place.holds[block.box]:
            continue
        cut = _why_not_inside(place, number) if number <= place.last else _why_not_below(place, number)
        if number in core and under not in _CLOSING:
            under = ""
        cut = cut or under or ("heading" if _parts_the_story(place, number) else "")
        if len(block.text) < _HEADING and (cut == "teaser" or (cut in _CLOSING and number > late)):
            under = cut
        yield number, Line(text=block.text, cut=cut)


def _parts_the_story(place: Place, number: int) -> bool:
    """Whether it is a heading within the story; some pages set whole paragraphs as headings."""
    return place.tag(number) in HEADINGS and count_words(place.block(number).text) <= _HEADING_WORDS


def _why_not_inside(place: Place, number: int) -> str:
    text, role, tag = place.block(number).text, place.role(number), place.tag(number)
    if place.repeats_title(number) or (tag == "h1" and number < place.core[0] + 3):
        return "headline"
    if code := _code_of(role & (FURNITURE | Role.HEADER)):
        return code
    if _is_link_line(place, number):
        return "related"
    if tag not in _TEXT_TAGS and len(text) < _HEADING and not role & Role.BODY:
        return furniture_in(text) if ends_sentence(text) and place.is_beside_prose(number) else "other"
    return furniture_in(text)


def _why_not_below(place: Place, number: int) -> str:
    block, role = place.block(number), place.role(number)
    if role & _NOT_BELOW or block.link_density > 0.5:
        return _code_of(role) or "related"
    if place.tag(number) not in {"p", "li", "blockquote"} or count_words(block.text) < 4:
        return "other"
    return furniture_in(block.text)


def _is_link_line(place: Place, number: int) -> bool:
    """Whether a line is nothing but a way to another page; a heading of the story may be a link too."""
    block, tag = place.block(number), place.tag(number)
    if block.link_density <= _LINK_LINE or (block.link_density < 1 and ends_sentence(block.text)):
        return False
    if tag in HEADINGS and place.is_beside_prose(number):
        return False
    return tag not in {"td", "li"} or count_words(block.text) >= 6


def _code_of(role: Role) -> str:
    """Return why a block in such a box is not the story, "" where nothing says so."""
    return next((code for each, code in _CODES if role & each), "other") if role else ""


def _joined_rows(layout: Layout, lines: Sequence[tuple[int, Line]]) -> list[Line]:
    """The cells of a table row are one line, unless they hold paragraphs: many pages are laid out with tables."""
    found: list[Line] = []
    above = layout.boxes[0]
    for number, line in lines:
        box = layout.boxes[layout.blocks[number].box]
        is_next_cell = box.row >= 0 and box.row == above.row and box.cell != above.cell
        if is_next_cell and found[-1].cut == line.cut and len(line.text) <= _CELL and len(found[-1].text) <= _ROW:
            found[-1] = Line(text=f"{found[-1].text} | {line.text}", cut=line.cut)
        else:
            found.append(line)
        above = box
    return found
