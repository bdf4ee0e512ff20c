"""C4: names, places and organisations of a claim stand in the articles it cites."""

from __future__ import annotations

from bot.core.checking.naming.handles import foreign_handles
from bot.core.checking.naming.name_reading import NameReading, read_names
from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Doubt, Finding
from bot.core.name_table import with_loose


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the names that no cited article has, and the addresses and the like that do not stand where it cites.

    Code: names.unknown. What stands in quotation marks is left to the check of quotations. An article in another
    language than the statement may write a name otherwise, so that nothing is found where one is cited.
    """
    reading = read_names(statement, with_loose(knowledge.names, knowledge.outlets))
    words = (*(reading.unknown if reading.decides else ()), *reading.unknown_katakana, *foreign_handles(statement))
    return tuple(Finding(check="names", code="names.unknown", words=each) for each in dict.fromkeys(words))


def doubts(statement: Statement, *, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """Return the names that only a judge can decide about.

    Codes: names.transliterated, for a name that an article may write in another language or alphabet;
    names.elsewhere, for one that stands neither near a cited sentence nor in the headline, though an article has it,
    or has a part of it.
    """
    reading = read_names(statement, with_loose(knowledge.names, knowledge.outlets))
    found = [_doubt("elsewhere", words) for words in (*reading.unsure, *reading.far)]
    if not reading.decides:
        found += [_doubt(_code(reading), words) for words in reading.unknown]
    return tuple(dict.fromkeys(found))


def _code(reading: NameReading) -> str:
    return "elsewhere" if reading.same_writing else "transliterated"


def _doubt(code: str, words: str) -> Doubt:
    return Doubt(check="names", code=f"names.{code}", words=words)
