"""A name in quotation marks is no quotation; an invented word in them is."""

import pytest

from bot.core.checking.examining import headline_passes
from bot.core.checking.quotations import check
from bot.core.checking.quoted_names import is_name_in
from tests.core.checking_sources import source_of, stated


def codes(claim: str, *sentences: str, language: str = "und") -> list[str]:
    """Return what C3 has against a claim on the first of the sentences."""
    return [each.code for each in check(stated(claim, source_of(*sentences, language=language)))]


@pytest.mark.parametrize(
    ("language", "claim", "cited", "elsewhere"),
    [
        ("ru", "Станция «Северная» закрыта.", "Станция закрыта.", "Насосная станция «Северная» открылась весной."),
        ("ru", "Фирма «Быстрые лодки» молчит.", "Фирма молчит.", "Директор «Быстрых лодок» уехал."),
        ("ru", "Директор «Быстрых лодок» молчит.", "Директор молчит.", "Фирма «Быстрые лодки» закрыта."),
        ("de", "Die „Seeadler“ sank.", "Das Schiff sank.", "Die „Seeadler“ war neu."),
        ("de", "Der Sender „Radio Nord“ schweigt.", "Der Sender schweigt.", "Das meldete Radio Nord am Abend."),
        ("ja", "客船「海鳥丸」が止まった。", "客船が止まった。", "客船「海鳥丸」は新しい。"),
        ("ar", "أُغلق مصنع «الواحة».", "أُغلق المصنع.", "افتُتح مصنع «الواحة» في الربيع."),
        ("es", "El barco «Gaviota» se hundió.", "El barco se hundió.", "Compraron la Gaviota en mayo."),
        ("en", "The “Seagull” sank.", "The ferry sank.", "It bought the Seagull in May."),
    ],
)
def test_a_name_may_stand_anywhere_in_a_cited_article(language: str, claim: str, cited: str, elsewhere: str) -> None:
    assert codes(claim, cited, elsewhere, language=language) == []
    assert codes(claim, cited, language=language) == ["quotations.altered"]


@pytest.mark.parametrize(
    ("language", "claim", "sentences"),
    [
        ("en", "The mayor spoke of a “disaster”.", ("The mayor came late.", "Disaster relief was paid in May.")),
        ("en", "The mayor spoke of “Disaster”.", ("The mayor came late.", "Disaster struck in May.")),
        ("en", "The mayor spoke of a “wild promise”.", ("The mayor spoke.", "A rival spoke of a “wild promise”.")),
        ("en", "The “Seagulls” sank.", ("The ferry sank.", "It bought the “Seagull” in May.")),
        ("de", "Er sprach von „Katastrophe“.", ("Er sprach lange.", "Die Katastrophe kam später.")),
        ("ru", "Станция «Южная» закрыта.", ("Станция закрыта.", "Станция «Северная» открылась весной.")),
        ("ja", "知事は「大惨事」と述べた。", ("知事が述べた。", "客船「海鳥丸」は新しい。")),
        ("en", "He asked for “Five More Long Years There”.", ("He asked.", "He named Five More Long Years There.")),
        ("en", "The “Grey Seagull” sank.", ("The ferry sank.", "The Grey boat hit the Seagull.")),
    ],
)
def test_what_is_no_name_there_is_still_a_quotation(language: str, claim: str, sentences: tuple[str, ...]) -> None:
    assert codes(claim, *sentences, language=language) == ["quotations.altered"]


def test_a_name_does_not_hide_an_altered_quotation_beside_it() -> None:
    claim = "Captain of the “Seagull”: “We waited for two whole hours”."
    assert codes(claim, "“We waited for one whole hour,” the captain of the Seagull said.") == ["quotations.altered"]


def test_a_name_counts_in_any_of_the_cited_articles() -> None:
    one = source_of("The ferry sank at the pier.", number=1)
    two = source_of("The “Seagull” sank. “Nobody was on board by then,” he said.", number=2)
    assert check(stated("The “Seagull” sank.", one, two, labels=("1.1", "2.1"))) == ()


def test_a_headline_may_name_what_an_article_names() -> None:
    source = source_of("Директор «Быстрых лодок» уехал.", language="ru")
    assert headline_passes("«Быстрые лодки» закрыты", (source,), language="ru")
    assert not headline_passes("«Тихие лодки» закрыты", (source,), language="ru")


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("«لن نرفع الأسعار قبل الصيف»، قال العمدة.", "لن نرفع الأسعار قبل الصيف،"),
        ("«لن نرفع الأسعار أبدا، بل نخفضها»، قال.", "لن نرفع الأسعار أبدا"),
        ("महापौर ने कहा, “हम इस साल किराया नहीं बढ़ाएंगे।”", "हम इस साल किराया नहीं बढ़ाएंगे"),
    ],
)
def test_a_quotation_may_end_before_a_mark_of_any_script(said: str, quoted: str) -> None:
    assert codes(f"«{quoted}»", said) == []


@pytest.mark.parametrize("piece", ["«А» ", "А ", "Ба", "“", "„Б“", "Аа Бб "])
def test_endless_names_are_searched_in_linear_steps(piece: str) -> None:
    source = source_of(piece * (1_000_000 // len(piece)), language="ru")
    assert not is_name_in("Ваа Ггг", source)
    assert not is_name_in("Аб" * 30, source)
