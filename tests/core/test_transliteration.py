"""Names in another alphabet, compared by their consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.naming.transliteration import Soundalikes, distance, romanised, sounds_like


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("halvorsen", "хальворсен"),
        ("thornbury", "торнбери"),
        ("johnson", "джонсон"),
        ("schmidt", "шмидт"),
        ("hamburg", "гамбург"),
        ("washington", "вашингтон"),
        ("washington", "واشنطن"),
        ("xanthos", "ξανθος"),
        ("nordhausen", "نوردهاوزن"),
        ("karmel", "כרמל"),
        ("gaddafi", "qadhafi"),
    ],
)
def test_a_name_and_its_transliteration_sound_alike(one: str, other: str) -> None:
    assert sounds_like(one, other)
    assert sounds_like(other, one)
    assert Soundalikes([other]).has(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thornbury", "хальворсен"),
        ("abernathy", "береза"),
        ("nasi", "نص"),
        ("oslo", "لص"),
        ("eau", "аэ"),
        ("bob", "баобабо"),
        ("halvorsen", "волосранин"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not sounds_like(one, other)
    assert not Soundalikes([other]).has(one)


def test_letters_become_latin_as_newspapers_write_them() -> None:
    assert romanised("Хальворсен") == "khalvorsen"
    assert romanised("Ёлкин") == "elkin"


@given(st.text("abкл", max_size=8), st.text("abкл", max_size=8))
def test_distance_is_zero_for_one_text_only_and_the_same_both_ways(one: str, other: str) -> None:
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) == distance(other, one)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@given(st.text("abvgdeжзнор", max_size=10), st.text("abvgdeжзнор", max_size=10))
def test_looking_up_finds_all_that_sounds_alike(one: str, other: str) -> None:
    assert Soundalikes([other]).has(one) == sounds_like(one, other)
