"""Names that mean the same, and words as they are compared."""

import pickle
import tomllib
from pathlib import Path

import pytest

from bot.core.name_forms import bare, key_of, words_of
from bot.core.name_table import NameTable, parse_names, with_loose

TABLE = parse_names(
    """
    countries = ["Norway | Norwegian | Норвегия", "North Korea | Korea", "South Korea | Korea", "United Nations | U.N."]
    given_names = ["William | Bill | Will"]
    """
)
SHIPPED = parse_names((Path(__file__).parents[2] / "config" / "names.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("F.B.I.", "FBI's"),
        ("Müller", "MULLER".title()),
        ("Côte", "cote"),
        ("O’Brien", "O'Brien"),
        ("l’Élysée", "Elysee"),
        ("MPs", "MP"),
        ("Москвичёв", "москвичев"),
    ],
)
def test_two_writings_of_one_word_are_compared_alike(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("US", "us"), ("WHO", "who"), ("IT", "It"), ("Iran", "Iraq")])
def test_an_acronym_is_no_small_word(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_a_hyphen_and_a_change_of_script_part_words() -> None:
    assert [word.written for word in words_of("U.S.-led OpenAIは F-16")] == ["U.S.", "led", "OpenAI", "は", "F", "16"]
    text = "Der Müller’s, l'Élysée"
    assert all(text[word.start : word.end] == word.written for word in words_of(text))


def test_a_name_is_told_without_possessive_and_article() -> None:
    assert (bare("Obama’s"), bare("l'Allemagne"), bare("O'Brien")) == ("Obama", "Allemagne", "O'Brien")


def test_a_writing_leads_to_all_others_of_its_name() -> None:
    assert TABLE.others("norwegian") == ("norway", "norwegian", "норвегия")
    assert set(TABLE.others("korea")) == {"north korea", "south korea", "korea"}
    assert TABLE.others("denmark") == ()


def test_a_writing_is_found_in_the_form_a_language_gives_to_it() -> None:
    assert TABLE.find("норвегии", "ru") == "норвегия"
    assert TABLE.find("norways", "de") == "norway"
    assert TABLE.find("UN", "en") == "UN"
    assert TABLE.find("un", "en") == ""


def test_common_words_are_kept_apart_from_names() -> None:
    assert "will" in TABLE.loose_phrases
    assert "norway" not in TABLE.loose_phrases
    more = with_loose(TABLE, frozenset(("Harbour Times | HT",)))
    assert more.others("HT") == ("harbour times", "HT")
    assert "HT" in more.loose_phrases
    assert more.others("UN") == TABLE.others("UN")


def test_a_table_reaches_another_process_as_it_was() -> None:
    assert TABLE.index
    assert pickle.loads(pickle.dumps(TABLE)) == TABLE  # noqa: S301


def test_a_broken_file_says_so() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_names("countries = [")


def test_an_empty_table_knows_nothing() -> None:
    assert NameTable().find("norway", "en") == ""
    assert NameTable().others("norway") == ()


def test_the_shipped_table_has_at_least_two_writings_of_each_name_and_no_empty_one() -> None:
    groups = (*SHIPPED.groups, *SHIPPED.loose)
    assert len(groups) > 200
    assert all(len(group) > 1 and all(group) for group in groups)
    assert all(len(set(group)) == len(group) for group in groups)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "Vereinigte Staaten"),
        ("British", "U.K."),
        ("UN", "ООН"),
        ("OTAN", "NATO"),
        ("FBI", "Federal Bureau of Investigation"),
        ("Moskau", "Москва"),
        ("Calif.", "California"),
        ("G.O.P.", "Republicans"),
    ],
)
def test_the_shipped_table_joins_writings_of_five_languages(one: str, other: str) -> None:
    phrases = [" ".join(word.key for word in words_of(name)) for name in (one, other)]
    assert set(SHIPPED.index[phrases[0]]) & set(SHIPPED.index[phrases[1]])


@pytest.mark.parametrize(("one", "other"), [("iran", "iraq"), ("austria", "australia"), ("niger", "nigeria")])
def test_the_shipped_table_keeps_names_that_look_alike_apart(one: str, other: str) -> None:
    assert not set(SHIPPED.index[one]) & set(SHIPPED.index[other])
