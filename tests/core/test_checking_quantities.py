"""Quantities are the same however they are written, and different when they say something else."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.quantities import Amount, agree, find_quantities
from bot.core.checking.quantities.tokens import fold, tokenise


def same(one: str, other: str, *, languages: tuple[str, str] = ("und", "und")) -> bool:
    """Tell whether every quantity of one text is one of the other text."""
    mine = [each for each in find_quantities(one, language=languages[0]) if each.required]
    theirs = find_quantities(other, language=languages[1])
    assert mine, f"no quantity in {one!r}"
    return all(any(agree(a, b) for b in theirs) for a in mine)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # words
        ("a dozen boats", "12 boats"),
        ("two dozen boats", "24 boats"),
        ("half a dozen boats", "six boats"),
        ("half a million people", "500,000 people"),
        ("twenty-three boats", "23 boats"),
        ("one hundred and twenty-three thousand four hundred and five", "123,405"),
        ("nineteen hundred", "1,900"),
        ("one billion", "1,000,000,000"),
        ("a year and a half", "18 months"),
        ("two and a half hours", "150 minutes"),
        ("a two-and-a-half-hour wait", "150 minutes"),
        ("three-hundred-and-five boats", "305 boats"),
        ("seventy-two-hundred boats", "7,200 boats"),
        ("zwölf Tote", "12 dead"),
        ("dreiundzwanzig Boote", "23 boats"),
        ("zweitausenddreihundert Boote", "2,300 boats"),
        ("veintitrés barcos", "23 boats"),
        ("treinta y cinco barcos", "35 boats"),
        ("dos mil trescientos millones de euros", "2,300 million euros"),
        ("quatre-vingt-onze bateaux", "91 boats"),
        ("soixante et onze bateaux dans le port", "71 boats"),
        ("soixante-et-onze bateaux dans le port", "71 boats"),
        ("deux-cent-vingt-et-un bateaux", "221 boats"),
        ("deux mille trois cents bateaux", "2,300 boats"),
        ("двадцать три лодки", "23 boats"),
        ("сто двадцать пять лодок", "125 boats"),
        ("ثلاثة وعشرون قاربا", "23 boats"),
        # scripts
        ("١٢ قاربا", "12 boats"),
        ("१२ नावें", "12 boats"),
        ("３２隻", "32 boats"),
        ("三十二人", "32 people"),
        ("二〇二六年", "2026"),
        ("3万人", "30,000 people"),
        ("1万2000円", "12,000 yen"),
        ("3.2亿美元", "$320 million"),
        ("百分之八", "8 percent"),
        ("5만 명", "50,000"),
        # money
        ("$3.2bn", "3,200 million dollars"),
        ("$3.2bn", "USD 3.2 billion"),
        ("US$3.2 billion", "3.2 billion U.S. dollars"),
        ("3,2 Mrd. Euro", "€3.2bn"),
        ("25 тыс. рублей", "25,000 rubles"),
        ("eine Billion Euro", "€1 trillion"),
        ("mil millones de pesos", "1 billion pesos"),
        ("5 करोड़", "50 million"),
        ("£5m", "5 million pounds"),
        # shares and measures
        ("8.5 percent", "8.5%"),
        ("8.5 percent", "8,5 Prozent"),
        ("8½ percent", "8.5 percent"),
        ("two-thirds of the boats", "2/3 of the boats"),
        ("three quarters", "3/4"),
        ("12 km", "12,000 metres"),
        ("2 tonnes", "2,000 kg"),
        ("48 hours", "two days"),
        ("a five-year plan", "a plan over 5 years"),
        ("a 45-year-old captain", "the captain, 45, agreed"),
        ("30 °C", "30 degrees Celsius"),
        ("12 square miles", "12 sq miles"),
        ("twenty-one people", "vingt et un personnes"),
        ("3億米ドル", "US$300 million"),
        ("three won prizes", "3 people"),
        # separators
        ("1'000 boats", "1000 boats"),
        ("1\u202f000 bateaux", "1,000 boats"),
        ("1.234.567", "1,234,567"),
        ("1.234,5 Tonnen", "1,234.5 tonnes"),
        ("12,34,567", "1,234,567"),
        # ranges
        ("10 percent", "10 to 12 percent"),
        ("3 billion euros", "between 3 and 5 billion euros"),
        ("$5", "$3 or 5"),
        ("3 years", "3 to 5 years"),
        ("2018-2019", "the 2018-19 season"),
        ("January 30", "Jan. 28-30"),
        # dates and times
        ("January 28", "Jan. 28"),
        ("28 January", "January 28th"),
        ("28 de enero de 2026", "2026-01-28"),
        ("28. Januar 2026", "28.01.2026"),
        ("28 janvier", "January 28"),
        ("28 января", "January 28"),
        ("28 يناير", "January 28"),
        ("28 जनवरी", "January 28"),
        ("2026年1月28日", "28 January 2026"),
        ("1/28/2026", "January 28, 2026"),
        ("the fall of 2024", "autumn 2024"),
        ("Dienstag", "Tuesday"),
        ("星期二", "Tuesday"),
        ("火曜日", "Tuesday"),
        ("4 p.m.", "16:00"),
        ("4pm", "16 Uhr"),
        ("4:30 p.m.", "16h30"),
        ("noon", "12 p.m."),
        ("6 p.m.", "à 18 heures"),
        ("4 p.m.", "в 16 часов"),
        ("10月21日", "10月21日"),
        ("21日", "10月21日"),
        ("the 3rd pier", "the third pier"),
        ("the 1990s", "die 1990er Jahre"),
        ("thousands of people", "5,000 people"),
    ],
)
def test_one_quantity_in_two_forms_agrees(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 dead", "13 dead"),
        ("12 million", "12 billion"),
        ("12 dollars", "12 euros"),
        ("12 US dollars", "12 Canadian dollars"),
        ("12 percent", "12 percentage points"),
        ("12 percent", "12 points"),
        ("12 boats", "12 percent of the boats"),
        ("12 km", "12 miles"),
        ("12 square miles", "12 miles"),
        ("12 nautical miles", "12 miles"),
        ("30 °C", "30 °F"),
        ("three months", "three years"),
        ("three hours", "three days"),
        ("3.2 million", "32 million"),
        ("1.5 percent", "15 percent"),
        ("January 28", "January 29"),
        ("January 28", "February 28"),
        ("January 28, 2026", "January 28, 2025"),
        ("January 28, 2026", "January 28"),
        ("Tuesday", "Wednesday"),
        ("the fall of 2024", "the spring of 2024"),
        ("the fall of 2024", "the fall of 2023"),
        ("4 p.m.", "4 a.m."),
        ("6 p.m.", "18 hours"),
        ("4 p.m. ET", "4 p.m. GMT"),
        ("the third pier", "the fourth pier"),
        ("thousands of people", "hundreds of people"),
        ("tens of thousands", "thousands"),
        ("двенадцать лодок", "13 boats"),
        ("dreizehn Boote", "30 boats"),
        ("三十二人", "三十三人"),
        ("1.234 Euro", "1.235 Euro"),
        ("eine Billion Euro und zwei Boote", "€1 billion and two boats"),
    ],
)
def test_another_quantity_does_not_agree(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    "text",
    [
        "R1 and F-16 met COVID-19 at the G7, on 5G, with an Su-27M and a B-52s",
        "one of the boats",
        "the second captain of the first ferry",
        "several hundred boats",
        "he may march on",
        "",
        "a boat",
        "Ein Boot und die erste Fähre",
        "un premier bateau et une seconde barque",
    ],
)
def test_what_counts_nothing_is_not_required(text: str) -> None:
    assert [each.words for each in find_quantities(text) if each.required] == []


@pytest.mark.parametrize(
    ("language", "value"), [("en", 1234), ("zh", 1234), ("de", "1.234"), ("fr", "1.234"), ("ru", "1.234")]
)
def test_a_comma_before_three_digits_is_read_by_the_language(language: str, value: object) -> None:
    (found,) = find_quantities("1,234", language=language)
    amounts = {reading.value for reading in found.readings if isinstance(reading, Amount)}
    assert [float(each) for each in amounts] == [float(str(value))]


def test_a_long_scale_billion_is_read_by_the_language() -> None:
    assert same("1 Billion Euro", "1 trillion euros", languages=("de", "en"))
    assert not same("1 Billion Euro", "1 billion euros", languages=("de", "en"))


def test_a_verb_is_no_month() -> None:
    assert find_quantities("Boats may leave and crews march", language="en") == ()
    assert same("It closed in May", "in May 2026")


def test_words_and_place_are_those_of_the_text() -> None:
    text = "The port paid $3.2bn on Tuesday, Jan. 28."
    assert [each.words for each in find_quantities(text)] == ["$3.2bn", "Tuesday, Jan. 28"]
    for each in find_quantities(text):
        assert text[each.start : each.end] == each.words


NUMBERS = st.integers(min_value=2, max_value=10**9)
UNITS = st.sampled_from(["people", "percent", "km", "dollars", "tonnes", "hours", "boats"])


@given(number=NUMBERS, unit=UNITS, place=st.integers(0, 9), digit=st.sampled_from("0123456789"))
def test_changing_a_digit_changes_the_quantity(number: int, unit: str, place: int, digit: str) -> None:
    written = str(number)
    place %= len(written)
    changed = written[:place] + digit + written[place + 1 :]
    found = find_quantities(f"They counted {written} {unit}.", language="en")
    altered = find_quantities(f"They counted {changed} {unit}.", language="en")
    assert agree(found[0], altered[0]) == (int(changed) == number)


@given(number=NUMBERS)
def test_grouping_digits_keeps_the_value(number: int) -> None:
    for mark in (",", "\u202f", "'", "\u00a0"):
        assert same(f"{number:,} boats".replace(",", mark), f"{number} boats", languages=("en", "en"))


@given(text=st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for each in find_quantities(text):
        assert text[each.start : each.end] == each.words


@given(text=st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for token in tokenise(folded, spaced_thousands=True):
        assert folded[token.start : token.end] == token.text


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1 111 ", "12/", "million ", "two hundred and ", "a half ", "三百", "$", "Jan. ", "28 ", "- ", "١",
     "1.1.", "Tuesday, ", "percentage ", "sechsund", "بألف ", "one thousand ", "€$£", "5 to "],
)  # fmt: skip
def test_endless_repetition_is_read_in_linear_steps(piece: str) -> None:
    """A quadratic pass would take minutes here; what is read is bounded by the text."""
    text = piece * (20_000 // len(piece.encode()))
    found = find_quantities(text)
    assert sum(len(each.words) for each in found) <= len(text)
    assert all(len(str(reading)) < 50_000 for each in found[:50] for reading in each.readings)


def test_scale_words_in_a_row_do_not_make_numbers_without_end() -> None:
    for text in ("5" + " million" * 2_000, "five" + " million" * 2_000, "mil " * 2_000):
        readings = [reading for each in find_quantities(text) for reading in each.readings]
        assert readings
        assert all(len(str(reading)) < 200 for reading in readings)


def test_numbers_of_any_length_are_compared_as_they_stand() -> None:
    long = "9" * 6000
    assert same(f"Code {long}", f"The code was {long}")
    assert not same(f"Code {long}", f"The code was {long}1")


def test_no_table_holds_a_word_twice_with_two_meanings() -> None:
    """A unit listed in two rows would silently be the last one."""
    from bot.core.checking.quantities.tokens import key_of
    from bot.core.checking.quantities.unit_words import TABLE

    words = [key_of(word) for row in TABLE.split(";") for word in re.sub(r"^[^=]*=", "", row).split()]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    ("language", "said", "value"),
    [
        ("en", "some sixty-three thousand boats", 63_000),
        ("en", "some sixty-three boats", 63),
        ("en", "about sixty-three thousand boats", 63_000),
        ("de", "einige dreißig Boote", 30),
        ("fr", "quelque soixante-trois mille bateaux", 63_000),
        ("es", "unas sesenta y tres mil barcas", 63_000),
        ("ru", "около шестидесяти трёх тысяч лодок", 63_000),
        ("ar", "نحو ثلاثة وستين ألف قارب", 63_000),
    ],
)
def test_a_number_called_rounded_is_read_whole(language: str, said: str, value: int) -> None:
    [found] = find_quantities(said, language=language)
    assert found.required
    assert found.readings == {Amount(Fraction(value))}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "several hundred boats"),
        ("en", "some thousand boats"),
        ("de", "einige hundert Boote"),
        ("de", "mehrere zehntausend Boote"),
        ("fr", "quelques mille bateaux"),
        ("es", "varios mil barcos"),
    ],
)
def test_some_hundreds_are_no_number(language: str, said: str) -> None:
    assert [each.words for each in find_quantities(said, language=language) if each.required] == []
