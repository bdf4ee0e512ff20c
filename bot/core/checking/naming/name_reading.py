"""The names of a statement beside the articles that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.core.checking.naming.bare_names import is_named
from bot.core.checking.naming.german_names import is_german_name, may_be_german_name
from bot.core.checking.naming.katakana import unknown_names
from bot.core.checking.naming.mentions import Mention, mentions_of
from bot.core.checking.naming.name_search import Search, Standing, has_inner_capital
from bot.core.checking.naming.name_words import KINDS, TITLES
from bot.core.checking.naming.vocabulary import Vocabulary, gather, vocabulary_of
from bot.core.checking.quotation_marks import quotations
from bot.core.checking.statement import Statement
from bot.core.models import Article
from bot.core.name_endings import CERTAIN, UNCASED, language_of
from bot.core.name_forms import NameWord, bare, words_of
from bot.core.name_table import NameTable

_ABSENT = (Standing.UNKNOWN, Standing.UNSURE)


@dataclass(frozen=True)
class NameReading:
    """The capitalised words of a statement, and what the articles know of them."""

    statement: Statement
    table: NameTable
    language: str
    same_language: bool
    mentions: tuple[Mention, ...]

    @property
    def decides(self) -> bool:
        """Whether a name that is not found surely does not stand there: its endings and its alphabet are known."""
        return self.same_language and self.language in CERTAIN

    @property
    def same_writing(self) -> bool:
        """Whether the articles write names as the statement does."""
        return self.same_language and self.language not in UNCASED

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names that no article has, nor another writing of them."""
        return tuple(self._missing(sure=True))

    @property
    def unsure(self) -> tuple[str, ...]:
        """Words that no article has and that may be no name, or the rest of a name that the articles shorten."""
        return tuple(self._missing(sure=False))

    @property
    def unknown_katakana(self) -> tuple[str, ...]:
        """Foreigners' names in Japanese that no article has."""
        if self.language != "ja" or not self.same_language:
            return ()
        return unknown_names(_unquoted(self.statement.text), self._search.vocabularies)

    @property
    def far(self) -> tuple[str, ...]:
        """Names that the articles have, but not near what is cited."""
        return tuple(self._far())

    def _far(self) -> Iterator[str]:
        for mention, standings in self._standings:
            telling = [at for at, each in enumerate(standings) if each is Standing.KNOWN and self._tells(mention, at)]
            near = self._near.standings(mention) if telling else ()
            if telling and not any(near[at] is Standing.KNOWN for at in telling):
                yield self._written(mention, telling)

    def _missing(self, *, sure: bool) -> Iterator[str]:
        for mention, standings in self._standings:
            places = [at for at in range(len(standings)) if self._is_missing(mention, standings, at)]
            kept = [at for at in places if self._is_sure(mention, standings, at, places) == sure]
            if kept:
                yield self._written(mention, kept)

    def _is_missing(self, mention: Mention, standings: tuple[Standing, ...], at: int) -> bool:
        if standings[at] is Standing.UNSURE:
            return is_named(self.statement.text, mention, standings, at, language=self.language)
        if standings[at] is not Standing.UNKNOWN or self.language != "de" or self._is_listed(mention, at):
            return standings[at] is Standing.UNKNOWN
        if is_german_name(self.statement.text, mention, at):
            return True
        beside = [place for place in (at - 1, at + 1) if 0 <= place < len(standings)]
        alone = not any(standings[place] in _ABSENT and not self._is_listed(mention, place) for place in beside)
        return not alone and may_be_german_name(mention.words[at])

    def _is_sure(self, mention: Mention, standings: tuple[Standing, ...], at: int, places: list[int]) -> bool:
        if self.language == "de" and not self._is_listed(mention, at):
            return any(is_german_name(self.statement.text, mention, each) for each in places)
        return len(places) > 1 or not self._completes(mention, standings, at)

    def _completes(self, mention: Mention, standings: tuple[Standing, ...], at: int) -> bool:
        """Tell whether a word only adds to a name: a first name before a surname that stands there without another."""
        last = len(mention.words) - 1
        surname = mention.words[last]
        if at != last - 1 or standings[last] is not Standing.KNOWN or not self._search.is_surname(surname):
            return False
        if self._is_listed(mention, at):
            return False
        given = {word.key for word in mention.words} | TITLES
        return all(each.before(surname.key) <= given for each in self._search.vocabularies)

    def _is_listed(self, mention: Mention, at: int) -> bool:
        """Tell whether the table has a word as a name that is never another word."""
        found = self.table.find(mention.words[at].key, self.language)
        return bool(found) and found not in self.table.loose_phrases

    def _tells(self, mention: Mention, at: int) -> bool:
        """Tell whether a word is surely a name and not a kind of body; of German words those are few."""
        word = mention.words[at]
        if word.key in KINDS:
            return False
        if self.language != "de" or word.initials or has_inner_capital(word) or self._is_listed(mention, at):
            return mention.certain[at]
        return at > 0 and mention.words[at - 1].key in TITLES

    @cached_property
    def _standings(self) -> tuple[tuple[Mention, tuple[Standing, ...]], ...]:
        return tuple((mention, self._search.standings(mention)) for mention in self.mentions)

    @cached_property
    def _search(self) -> Search:
        return self._searching(vocabulary_of(passage.source) for passage in self.statement.passages)

    @cached_property
    def _near(self) -> Search:
        return self._searching(
            gather((each.text for each in passage.window), language=_language(passage.source.article))
            for passage in self.statement.passages
        )

    def _searching(self, vocabularies: Iterable[Vocabulary]) -> Search:
        return Search(tuple(vocabularies), self.table, language=self.language, transliterated=not self.same_language)

    def _written(self, mention: Mention, places: list[int]) -> str:
        """Return a name as the statement has it, with what kind of body it is; no possessive ending, no elision."""
        words, first, last = mention.words, places[0], places[-1]
        while last + 1 < len(words) and words[last + 1].key in KINDS:
            last += 1
        while first and words[first - 1].key in KINDS:
            first -= 1
        return bare(self.statement.text[words[first].start : words[last].end])


def read_names(statement: Statement, table: NameTable) -> NameReading:
    """Return the names of a statement; `table` has other writings of them."""
    language = language_of(statement.language, statement.text)
    articles = [passage.source.article for passage in statement.passages]
    same = all(_language(article) == language for article in articles)
    mentions = mentions_of(statement.text, _outside(statement.text))
    return NameReading(statement, table, language=language, same_language=same, mentions=mentions)


def _language(article: Article) -> str:
    return language_of(article.language, article.text)


def _outside(text: str) -> list[NameWord]:
    """Return the words of a text that do not stand in quotation marks."""
    quoted = quotations(text)
    return [word for word in words_of(text) if not any(each.start <= word.start < each.end for each in quoted)]


def _unquoted(text: str) -> str:
    kept, at = [], 0
    for quoted in quotations(text):
        kept.append(text[at : quoted.start])
        at = quoted.end
    return " ".join((*kept, text[at:]))
