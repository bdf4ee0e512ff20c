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


PAIRS = [
    ("en", "Fees go from 4 to 9 percent.", "from 4 percent to 9 percent", "4 points"),
    ("en", "The crossing takes 40 instead of 15 minutes.", "40 minutes instead of 15", "40 hours"),
    ("en", "The crossing takes 40 rather than the usual 15 minutes.", "40 minutes, not 15", "40 miles"),
    ("en", "Instead of 15, the crossing now takes 40 minutes.", "up from 15 minutes", "up from 15 hours"),
    ("en", "The fee rose to 9 percent in June, up from 4 in May.", "4 percent", "4 euros"),
    ("de", "Die Gebühr steigt von 4 auf rund 9 Prozent.", "4 Prozent", "4 Prozentpunkte"),
    ("de", "Die Überfahrt dauert 40 statt der üblichen 15 Minuten.", "40 Minuten statt 15", "40 Stunden statt 15"),
    ("de", "Sie soll künftig 40 Minuten statt 15 dauern.", "15 Minuten", "15 Stunden"),
    ("de", "Statt 15 dauert es nun 40 Minuten.", "15 Minuten", "15 Stunden"),
    ("es", "La tasa pasa del 4 al 9 por ciento.", "del 4 % al 9 %", "4 euros"),
    ("es", "La tasa estará entre el 4 y el 9 por ciento.", "4 por ciento", "4 puntos"),
    ("es", "El viaje dura 40 en vez de 15 minutos.", "40 minutos en vez de 15", "40 horas"),
    ("fr", "La taxe passe de 4 à près de 9 %.", "de 4 % à 9 %", "4 euros"),
    ("fr", "La taxe est de 9 %, contre 4 auparavant.", "4 %", "4 euros"),
    ("fr", "Le trajet dure 40 au lieu des 15 minutes habituelles.", "40 minutes au lieu de 15", "40 heures"),
    ("ru", "Сбор вырос с 4 до 9 процентов.", "с 4 % до 9 %", "4 рубля"),
    ("ru", "Путь занимает 40 вместо обычных 15 минут.", "40 минут вместо 15", "40 часов"),
    ("ru", "Путь занимает 40, а не 15 минут.", "40 минут", "40 часов"),
    ("ar", "ارتفع الرسم من 4 إلى 9 في المئة.", "من 4% إلى 9%", "4 دولارات"),
    ("ar", "الرسم ما بين 4 و9 في المئة.", "4%", "4 دولارات"),
    ("ar", "الرسم 9 في المئة بعد أن كان 4.", "بعد أن كان 4%", "بعد أن كان 4 دولارات"),
    ("ar", "تستغرق الرحلة 40 بدلا من 15 دقيقة.", "40 دقيقة بدلا من 15", "40 ساعة بدلا من 15"),
]
"""What a source says of two numbers with one unit, a claim that writes it out, and one with a wrong unit."""


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), PAIRS)
def test_two_numbers_in_one_place_share_a_unit(language: str, sentence: str, right: str, wrong: str) -> None:
    assert offending(right, sentence, language=language) == []
    assert offending(wrong, sentence, language=language) != []


@pytest.mark.parametrize(("language", "sentence", "right"), [pair[:3] for pair in PAIRS])
def test_the_claim_may_be_the_one_that_says_the_unit_once(language: str, sentence: str, right: str) -> None:
    own = [each for each in find_quantities(sentence, language=language) if each.units - {"month", "day", "year"}]
    written_out = [each for each in find_quantities(right, language=language) if each.required]
    assert all(any(agree(a, b) for b in own) for a in written_out)


@pytest.mark.parametrize(
    ("language", "sentence", "wrong"),
    [
        ("en", "The fee rose 9 percent from 4 towns.", "4 percent"),
        ("en", "It takes 40 minutes instead of 15 boats.", "15 minutes"),
        ("en", "The fee is 9 percent. Instead of 4, nobody came.", "4 percent"),
        ("de", "Die Fahrt dauert 40 Minuten statt 15 neue Busse zu füllen.", "15 Minuten"),
        ("fr", "La taxe est de 9 % contre 4 villes.", "4 %"),
        ("ru", "Сбор вырос на 9 процентов после 4 жалоб.", "4 процента"),
    ],
)
def test_a_number_set_against_another_keeps_what_it_counts(language: str, sentence: str, wrong: str) -> None:
    assert offending(wrong, sentence, language=language) == [wrong]


def test_a_number_with_a_unit_of_its_own_borrows_none() -> None:
    [months, weeks] = find_quantities("It takes 3 months instead of 9 weeks.", language="en")
    assert [*months.units, *weeks.units] == ["month", "minute"]


def test_the_unit_of_a_number_far_away_is_not_shared() -> None:
    sentence = (
        "Instead of 15, as the old timetable of the ferry line had always told its passengers on the quay, 40 miles."
    )
    assert offending("It was 15 miles.", sentence, language="en") == ["15 miles"]
