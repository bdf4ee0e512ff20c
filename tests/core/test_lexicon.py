"""The list of words that judge: how it is written, read, and looked up."""

import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexicon import Lexicon, parse_lexicon
from bot.core.word_list import parse_entries, words_of

FILE = """
[en]
saying = ["boasted"]
allowed = ["chilling effect", "slammed into"]
colour = ["soar"]
[en.loaded]
drama = ["chilling", "slam*", "so called"]
[ru]
saying = ["хвастал*"]
[ru.loaded]
blame = ["наглый"]
[ar.loaded]
blame = ["وقح*"]
"""
LEXICON = parse_lexicon(FILE)


def found(text: str, *entries: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """Return what of a text the entries hit, as it is written there."""
    return [hit.span.of(text) for hit in parse_entries(entries, allowed=allowed).find(words_of(text))]


@pytest.mark.parametrize(
    ("text", "entry", "words"),
    [
        ("A callous act.", "callous", ["callous"]),
        ("It was done callously.", "callous", []),
        ("It was done callously.", "callous*", ["callously"]),
        ("CALLOUS.", "callous", ["CALLOUS"]),
        ("A so-called expert.", "so called", ["so-called"]),
        ("They called so often.", "so called", []),
        ("Er räumte das ein.", "räumte _ ein", ["räumte das ein"]),
        ("Er räumte ein.", "räumte _ ein", []),
        ("Un propos d’infâmes gens.", "infâme*", ["infâmes"]),
        ("Подлёт отменён.", "подлет", ["Подлёт"]),
        ("قرار وقح", "وقح*", ["وقح"]),
        ("والوقحة", "وقح*", ["والوقحة"]),
        ("callous and callous", "callous", ["callous", "callous"]),
    ],
)
def test_an_entry_is_a_word_its_beginning_or_several_in_a_row(text: str, entry: str, words: list[str]) -> None:
    assert found(text, entry) == words


@pytest.mark.parametrize(
    "text", ["A chilling effect followed.", "It had a chilling effect.", "It was a CHILLING EFFECT"]
)
def test_a_word_within_an_allowed_phrase_is_not_hit(text: str) -> None:
    assert found(text, "chilling", allowed=("chilling effect",)) == []
    assert found(text, "chilling", allowed=("chilling wind",)) != []


def test_a_word_beside_an_allowed_phrase_is_hit() -> None:
    assert found("A chilling effect, a chilling tale.", "chilling", allowed=("chilling effect",)) == ["chilling"]


def test_of_two_entries_that_overlap_the_first_is_told() -> None:
    assert found("A so-called expert.", "so called", "called expert") == ["so-called"]


def test_the_longest_entry_is_what_stands_there() -> None:
    assert found("They tore into pieces.", "tore", "tore into") == ["tore into"]


@pytest.mark.parametrize("entry", ["", "*", "ab*", "_", " "])
def test_an_entry_that_would_hit_anything_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="needs a word"):
        parse_entries([entry])


def test_a_broken_file_is_an_error() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_lexicon("[en\n")


def test_beginnings_for_the_extractive_writer_are_those_of_the_lists_and_the_colour() -> None:
    assert {"soar", "slam", "so-called", "chilling"} <= LEXICON.stems
    assert "boasted" not in LEXICON.stems


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "A text.", 1),
        ("en-GB", "A text.", 1),
        ("EN_us", "A text.", 1),
        ("nl", "Een tekst.", 0),
        ("und", "Any text.", 1),
        ("und", "Любой текст.", 1),
        ("und", "أي نص هنا", 1),
        ("und", "何かの文章です", 0),
        ("", "A text.", 0),
    ],
)
def test_the_language_decides_which_lists_are_read(language: str, text: str, count: int) -> None:
    assert len(LEXICON.of(text, language)) == count


def test_an_unknown_language_is_read_with_the_lists_of_its_script() -> None:
    (latin,) = LEXICON.of("Any text.", "und")
    (cyrillic,) = LEXICON.of("Наглый текст.", "und")
    assert latin.loaded.find(words_of("slammed"))
    assert cyrillic.loaded.find(words_of("наглый"))
    assert not latin.loaded.find(words_of("наглый"))


def test_an_empty_lexicon_knows_nothing() -> None:
    assert Lexicon().of("text", "en") == ()
    assert Lexicon().stems == frozenset()


@given(st.text(max_size=300))
def test_every_hit_is_a_part_of_the_text_and_none_lies_over_another(text: str) -> None:
    (vocabulary,) = LEXICON.of("", "en")
    hits = vocabulary.loaded.find(words_of(text))
    assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in hits)
    assert all(one.span.end <= other.span.start for one, other in pairwise(hits))


def test_a_long_run_of_letters_is_read_as_one_word() -> None:
    assert found("slam" * 100_000, "slam*") == ["slam" * 100_000]
