"""A number keeps its unit where the unit was said before it, and in every form Arabic has for it."""

import pytest

from bot.core.checking.numbers import check
from bot.core.checking.quantities import agree, find_quantities
from tests.core.checking_sources import source_of, stated


def offending(claim: str, *sentences: str, language: str = "und", at: int = 1) -> list[str]:
    source = source_of(*sentences, language=language)
    return [each.words for each in check(stated(claim, source, labels=(f"1.{at}",)), language=language)]


@pytest.mark.parametrize(
    ("language", "sentence", "right", "wrong"),
    [
        ("es", "Frente a los 200 kilos que vio el puerto, otros hablan de hasta 900.", "hasta 900 kilos", "900 litros"),
        ("en", "The port counted 200 litres, against the 900 that divers saw.", "900 litres", "900 barrels"),
        ("de", "Statt 200 Tonnen waren es 900.", "900 Tonnen", "900 Euro"),
        ("ru", "Вместо 200 тонн вышло 900.", "900 тонн", "900 рублей"),
        ("ar", "كانت 200 طن ثم صارت 900.", "900 طن", "900 دولار"),
    ],
)
def test_a_unit_said_before_counts(language: str, sentence: str, right: str, wrong: str) -> None:
    assert offending(right, sentence, language=language) == []
    assert offending(wrong, sentence, language=language) != []


def test_it_may_have_been_said_in_the_sentence_before() -> None:
    sentences = ("The port counted 200 litres.", "Divers put it at 900.", "Others put it at 950.")
    assert offending("Divers saw 900 litres.", *sentences, at=2) == []
    assert offending("Others saw 950 litres.", *sentences, at=3) == ["950 litres"]


def test_a_number_of_something_else_takes_no_unit() -> None:
    assert offending("It lost 900 litres.", "It lost 200 litres and harmed 900 birds.") == ["900 litres"]


def test_a_claim_may_leave_the_unit_out_as_well() -> None:
    assert (
        offending("It raised 200 litres to 900.", "It put the loss at 200 litres.", "Now 900 litres are meant.") == []
    )


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("40 دينارًا", "40 دينار", "40 دولارًا"),
        ("٥٠ طنًا", "50 طن", "50 لترًا"),
        ("بنسبة ١٢٪،", "12 في المئة", "13 في المئة"),
        ("في الأشهر التسعة الأولى", "تسعة أشهر", "تسع سنوات"),
        ("المصانع الثلاثة", "3 مصانع", "4 مصانع"),
        ("بعد شهرين", "شهران", "3 أشهر"),
        ("بعد شهرين", "2 أشهر", "سنتين"),
        ("مئة يوم", "100 يوم", "200 يوم"),
        ("مئتي يوم", "200 يوم", "مئة يوم"),
        ("وثلاثون سفينة", "30 سفينة", "31 سفينة"),
        ("بخمسين سفينة", "50 سفينة", "15 سفينة"),
    ],
)
def test_arabic_quantities_in_two_forms_agree(one: str, other: str, wrong: str) -> None:
    mine, theirs, others = (find_quantities(text, language="ar") for text in (one, other, wrong))
    required = [each for each in mine if each.required and each.units != {"ordinal"}]
    assert required
    assert all(any(agree(a, b) for b in theirs) for a in required)
    assert not all(any(agree(a, b) for b in others) for a in required)


@pytest.mark.parametrize(("language", "text"), [("es", "mil barcos"), ("fr", "cent bateaux"), ("ar", "مئة يوم")])
def test_a_scale_word_alone_is_a_number_where_the_language_says_it_so(language: str, text: str) -> None:
    assert [each.required for each in find_quantities(text, language=language)] == [True]


def test_another_round_number_of_days_is_caught_beside_the_right_one() -> None:
    sentences = ("تستمر الرسوم مئتي يوم.", "وستُراجع الرسوم بعد مئة يوم.")
    assert offending("ستُراجع الرسوم بعد مئة يوم.", *sentences, language="ar", at=2) == []
    assert offending("ستُراجع الرسوم بعد 200 يوم.", *sentences, language="ar", at=2) == ["200 يوم"]


@pytest.mark.parametrize("text", ["هذا وطن كبير", "ليست السفينة هنا", "جاء المدير الأول"])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert [each.words for each in find_quantities(text, language="ar") if each.required] == []


@pytest.mark.parametrize(
    ("language", "said"), [("en", "164 mm of rain fell in Tolby."), ("fr", "Il est tombé 164 mm.")]
)
def test_mm_is_a_length_and_no_million(language: str, said: str) -> None:
    [claimed] = find_quantities(said, language=language)
    [length] = find_quantities("164 millimetres fell.", language="en")
    [people] = find_quantities("164 million people live there.", language="en")
    assert agree(claimed, length)
    assert not agree(claimed, people)


def test_an_approximate_number_in_spanish_is_a_number() -> None:
    [claimed] = find_quantities("Resultaron heridos unos trescientos vecinos.", language="es")
    [said] = find_quantities("Resultaron heridas tres personas.", language="es")
    assert claimed.required
    assert not agree(claimed, said)
