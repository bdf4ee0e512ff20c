"""Days and times as each language writes them, and days that follow from the day of publication."""

from datetime import date

import pytest

from bot.core.checking.numbers import check
from bot.core.checking.quantities import agree, find_quantities
from tests.core.checking_sources import source_of, stated

TUESDAY = date(2026, 10, 13)


def offending(
    claim: str, *sentences: str, language: str = "und", published: date | None = None, at: int = 1
) -> list[str]:
    source = source_of(*sentences, language=language, published=published)
    return [each.words for each in check(stated(claim, source, labels=(f"1.{at}",)), language=language)]


def same(one: str, other: str, language: str) -> bool:
    mine = [each for each in find_quantities(one, language=language) if each.required]
    theirs = find_quantities(other, language=language)
    assert mine
    return all(any(agree(a, b) for b in theirs) for a in mine)


@pytest.mark.parametrize("part", ["morgen", "früh", "vormittag", "mittag", "nachmittag", "abend", "nacht", "abends"])
def test_a_german_day_may_carry_its_part(part: str) -> None:
    assert same(f"Montag{part} kam die Fähre", "Montag kam die Fähre", "de")
    assert not same(f"Montag{part} kam die Fähre", "Dienstag kam die Fähre", "de")


@pytest.mark.parametrize(
    ("language", "one", "other", "wrong"),
    [
        ("de", "am 3. Mai für zwei Tage", "vom 3. Mai an für zwei Tage", "am 5. Mai für zwei Tage"),
        ("de", "am Montag, dem 12. Oktober", "am 12. Oktober, einem Montag", "am Montag, dem 19. Oktober"),
        ("de", "am Montagmorgen, 12. Oktober", "Montag, 12. Oktober", "Montag, 13. Oktober"),
        ("en", "Monday morning, Oct. 12", "Monday, October 12", "Monday, October 19"),
        ("en", "the fifteenth of November", "November 15", "November 5"),
        ("es", "el primero de enero de 2027", "1 de enero de 2027", "2 de enero de 2027"),
        ("es", "el quince de octubre", "15 de octubre", "16 de octubre"),
        ("fr", "le premier janvier", "le 1er janvier", "le 2 janvier"),
        ("ru", "5 ноя", "5 ноября", "5 октября"),
        ("ar", "15 تشرين الثاني/نوفمبر", "15 نوفمبر", "15 أكتوبر"),
        ("ar", "15 نوفمبر (تشرين الثاني)", "15 تشرين الثاني", "15 تشرين الأول"),
        ("ar", "الأول من يناير 2027", "1 كانون الثاني/يناير 2027", "1 يناير 2026"),
        ("ar", "قبل الخامس عشر من نوفمبر", "15 نوفمبر", "العاشر من نوفمبر"),
        ("ar", "الحادي والعشرين من آذار", "21 مارس", "20 مارس"),
        ("ar", "يوم الأحد، في الميناء", "الأحد", "الاثنين"),
        ("ar", "افتُتح في يناير، وأُغلق", "يناير", "فبراير"),
        ("hi", "28 जनवरी। नाव", "28 जनवरी", "29 जनवरी"),
    ],
)
def test_one_date_in_two_forms_agrees(language: str, one: str, other: str, wrong: str) -> None:
    assert same(one, other, language) or same(other, one, language)
    assert not same(one, wrong, language)
    assert not same(wrong, one, language)


@pytest.mark.parametrize(
    ("language", "one", "other", "wrong"),
    [
        ("es", "a las 6.40", "a las 6.40 h.", "a las 6.20 h."),
        ("es", "a las 6.40", "a las siete menos veinte", "a las siete y veinte"),
        ("es", "a las siete menos veinte de la mañana", "a las 6.40 h.", "a las siete menos veinte de la tarde"),
        ("es", "a las 15.30 h.", "a las tres y media de la tarde", "a las cinco y media de la tarde"),
        ("es", "a las cuatro y cuarto de la tarde", "a las 16.15", "a las 16.45"),
        ("en", "twenty to seven in the evening", "6:40 p.m.", "7:20 p.m."),
        ("en", "half past three", "3:30 p.m.", "4:30 p.m."),
        ("de", "um halb acht abends", "um 19.30 Uhr", "um 20.30 Uhr"),
        ("de", "um Viertel vor sieben", "um 6.45 Uhr", "um 7.15 Uhr"),
        ("fr", "à sept heures moins vingt du soir", "à 18h40", "à 19h20"),
        ("ru", "без четверти семь вечера", "в 18:45", "в 19:15"),
        ("ru", "в половине восьмого вечера", "в 19:30", "в 20:30"),
    ],
)
def test_one_time_of_day_in_two_forms_agrees(language: str, one: str, other: str, wrong: str) -> None:
    assert same(one, other, language)
    assert same(other, one, language)
    assert not same(one, wrong, language)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "tres y media horas", "210 minutos"),
        ("es", "costó 6.40 euros", "6,40 euros"),
        ("fr", "sept bateaux", "7"),
    ],
)
def test_a_number_is_not_taken_for_a_time_or_a_month(language: str, text: str, number: str) -> None:
    assert same(text, number, language)


@pytest.mark.parametrize(
    ("language", "sentence", "right", "wrong"),
    [
        ("es", "La playa está cerrada hasta el viernes.", "hasta el viernes 16 de octubre", "hasta el 9 de octubre"),
        ("en", "The beach is closed until Friday.", "until Friday, October 16", "until Friday, October 9"),
        ("de", "Der Strand ist bis Freitag gesperrt.", "bis zum 16. Oktober", "bis zum 9. Oktober"),
        ("ru", "Пляж закрыт до пятницы.", "закрыт до 16 октября", "закрыт до 9 октября"),
        ("ar", "الشاطئ مغلق حتى الجمعة.", "حتى 16 أكتوبر", "حتى 9 أكتوبر"),
        ("ja", "海岸は金曜日まで閉まる。", "10月16日まで", "10月9日まで"),
        ("es", "El puerto abrió anoche.", "abrió el 12 de octubre", "abrió el 13 de octubre"),
        ("en", "The port opened last night.", "opened on October 12", "opened on October 11"),
        ("ar", "فُتح الميناء أمس، بعد العاصفة.", "في 12 أكتوبر", "في 11 أكتوبر"),
        ("de", "Montagfrüh öffnete der Hafen.", "Am 12. Oktober", "Am 5. Oktober"),
    ],
)  # fmt: skip
def test_a_day_lies_where_its_sentence_puts_it(language: str, sentence: str, right: str, wrong: str) -> None:
    assert offending(right, sentence, language=language, published=TUESDAY) == []
    assert offending(wrong, sentence, language=language, published=TUESDAY) != []


def test_until_in_a_sentence_of_the_past_may_look_back() -> None:
    assert offending("Closed until October 9.", "The beach was closed until Friday.", published=TUESDAY) == []


class TestDatelines:
    OPENING = "PORT ELM, Oct 15 (Coast Wire) - Crews began this Thursday to lift the ferry that sank on Tuesday."

    @pytest.mark.parametrize(
        ("claim", "fails"),
        [
            ("Crews began on October 15.", False),
            ("Crews began on Thursday, October 15.", False),
            ("The ferry sank on October 13.", False),
            ("The ferry sank on Tuesday, October 13.", False),
            ("Crews began on October 14.", True),
            ("The ferry sank on October 6.", True),
            ("Crews began on October 15, 2026.", True),
        ],
    )
    def test_a_dateline_gives_day_and_month_and_no_year(self, claim: str, fails: bool) -> None:
        assert bool(offending(claim, self.OPENING)) is fails

    def test_it_dates_later_sentences_too(self) -> None:
        said = "The port raised its figure on Wednesday."
        assert offending("The port raised its figure on October 14.", self.OPENING, "It said so.", said, at=3) == []
        assert offending("The port raised its figure on October 7.", self.OPENING, "It said so.", said, at=3) != []

    @pytest.mark.parametrize(
        ("language", "opening", "claim", "wrong"),
        [
            ("es", "Puerto Olmo, 15 oct. (Agencia Costa).- La grúa cayó hoy.", "el 15 de octubre", "el 14 de octubre"),
            ("de", "ELMHAFEN, 15. Oktober (kna) - Der Kran fiel gestern.", "am 14. Oktober", "am 13. Oktober"),
            ("ru", "ВЯЗЫ, 15 октября. /ПОБЕРЕЖЬЕ/. Кран упал вчера.", "14 октября", "13 октября"),
            ("ar", "الميناء، 15 أكتوبر (وكالة الساحل) - سقطت الرافعة أمس.", "في 14 أكتوبر", "في 13 أكتوبر"),
        ],
    )  # fmt: skip
    def test_datelines_of_several_languages(self, language: str, opening: str, claim: str, wrong: str) -> None:
        assert offending(claim, opening, "x", language=language) == []
        assert offending(wrong, opening, "x", language=language) != []

    @pytest.mark.parametrize(
        "opening",
        [
            "The ferry, May 3 (Reuters was told), sank yesterday.",
            "On May 3 - a holiday - they opened the ferry that sank yesterday.",
            "It opened on May 3 and sank yesterday.",
        ],
    )
    def test_a_date_inside_a_sentence_is_no_dateline(self, opening: str) -> None:
        assert offending("It sank on May 2.", opening) == ["May 2"]

    def test_a_plain_weekday_means_no_date_where_no_weekday_is_known(self) -> None:
        assert offending("It sank on October 13.", "PORT ELM, Oct 15 (Coast Wire) - It sank on Tuesday.") == [
            "October 13"
        ]


class TestDatesOfOtherThings:
    """A cited source has many days; only another day of the same event speaks against a claim's."""

    ONE = source_of("The ferry hit the northern pier on Tuesday.", number=1, published=TUESDAY)

    def against(self, sentence: str) -> list[str]:
        two = source_of(sentence, number=2)
        claim = "The ferry hit the northern pier on Tuesday, October 13."
        return [each.words for each in check(stated(claim, self.ONE, two, labels=("1.1", "2.1")))]

    @pytest.mark.parametrize(
        "sentence",
        [
            "Crews at the pier began this Thursday to cut up what the ferry left on Tuesday.",
            "The pier opened again on Thursday.",
            "PORT ELM, Oct 15 (Coast Wire) - The ferry is being lifted.",
            "The ferry was to sail on Friday.",
        ],
    )
    def test_a_day_of_something_else_does_no_harm(self, sentence: str) -> None:
        assert self.against(sentence) == []

    def test_another_day_of_the_same_event_fails(self) -> None:
        assert self.against("The ferry hit the northern pier on Wednesday.") == ["Tuesday, October 13"]


PIECES = [
    "15 oct. ",
    "until ",
    "hasta el viernes ",
    "half past ",
    "без ",
    "las tres y ",
    "الخامس عشر ",
    "تشرين الثاني/",
    "والثلاثين ",
    "PORT, Oct 15 (",
    "شهرين ",
    "200 litres and 300, ",
]


def test_a_weekday_in_the_sentence_before_dates_the_cited_one() -> None:
    told = ("The bakery in Almar blew up on Tuesday.", "The blast came at 6.40, the fire service said.")
    published = date(2026, 11, 4)
    assert offending("The blast came at 6.40 on 3 November.", *told, published=published, at=2) == []
    assert offending("The blast came at 6.40 on 2 November.", *told, published=published, at=2) == ["2 November"]


@pytest.mark.parametrize("piece", PIECES)
def test_endless_repetition_is_read_in_linear_steps(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    for language in ("es", "en", "ru", "ar"):
        assert sum(len(each.words) for each in find_quantities(text[:20_000], language=language)) <= 20_000
    assert offending("It sank on October 13, 1999.", text) == ["October 13, 1999"]
