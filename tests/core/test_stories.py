"""Which articles tell one story."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.core import stories
from bot.core.models import Article, Removed, Span

FIRE = (
    "Fire destroys grain store in Porvik\n"
    "A fire destroyed the old grain store at Porvik harbour on Sunday night, the fire service said. "
    "About 60 firefighters fought the flames until dawn. The harbour master said nobody was in the building. "
    "The grain store, built in 1921, held 4,000 tonnes of barley."
)
FIRE_TOLD_AGAIN = (
    "Porvik harbour blaze: barley lost\n"
    "Some 4,000 tonnes of barley burned when the historic grain store in Porvik went up in flames late on Sunday. "
    "Firefighters worked through the night at the harbour. No one was inside, according to the harbour master."
)
BUDGET = (
    "Velden council passes budget\n"
    "The council of Velden passed its budget on Sunday with the votes of the governing coalition. "
    "It raises the property tax by 3 percent and pays for two new schools. The opposition called it reckless."
)
OTHER_FIRE = (
    "Forest fire near Halden under control\n"
    "A forest fire near Halden that drove 200 campers from their tents was brought under control on Thursday. "
    "Pilots dropped water on the ridge above the lake for three days. Lightning is thought to be the cause."
)
GERMAN = (
    "Getreidespeicher im Hafen von Porvik abgebrannt\n"
    "Ein alter Getreidespeicher ist am späten Abend abgebrannt. Die Gerste, die darin lagerte, ging vollständig "
    "verloren. Rund 60 Einsatzkräfte waren stundenlang vor Ort, wie die örtliche Feuerwehr am Montagmorgen vor "
    "dem ausgebrannten Gebäude mitteilte. Verletzt wurde nach bisherigen Erkenntnissen niemand."
)
JAPANESE = (
    "港の穀物倉庫で火災\n日曜日の夜、北港の穀物倉庫で火災があり、大麦四千トンが焼けた。消防はけが人なしと発表した。",
    "穀物倉庫焼ける　北港\n北港にある穀物倉庫が日曜日の夜に焼け、保管していた大麦が失われた。けが人はいない。",
    "市議会が予算案を可決\n市議会は金曜日、小学校二校の建設費を含む予算案を可決した。野党は増税に反対した。",
)
ARABIC = (
    "حريق في صومعة الميناء\n"
    "اندلع حريق ليل الأحد في صومعة الحبوب القديمة بميناء بورفيك، وقالت فرق الإطفاء إن الشعير احترق كله.",
    "احتراق صومعة حبوب\nأتت النيران على صومعة الحبوب في ميناء بورفيك، واحترق الشعير المخزن فيها، بحسب فرق الإطفاء.",
    "المجلس يقر الموازنة\n"
    "أقر مجلس المدينة الموازنة الجديدة التي ترفع الضرائب وتمول بناء مدرستين، فيما انتقدتها المعارضة.",
)


def make_article(text: str, *, language: str = "en", removed: tuple[Removed, ...] = ()) -> Article:
    headline = Span(start=0, end=text.index("\n")) if "\n" in text else None
    return Article(
        id=text[:20], medium="pasted", given="-", text=text, headline=headline, language=language, removed=removed
    )


def grouped(*texts: str, language: str = "en") -> tuple[tuple[int, ...], ...]:
    return stories.group([make_article(text, language=language) for text in texts])


def test_nothing_makes_no_story() -> None:
    assert stories.group([]) == ()


def test_one_article_is_one_story() -> None:
    assert grouped(FIRE) == ((0,),)


def test_two_articles_on_one_event_are_one_story() -> None:
    assert grouped(FIRE, FIRE_TOLD_AGAIN) == ((0, 1),)


def test_articles_on_different_events_are_parted() -> None:
    assert grouped(FIRE, BUDGET) == ((0,), (1,))


def test_two_events_of_one_kind_are_parted() -> None:
    assert grouped(FIRE, OTHER_FIRE) == ((0,), (1,))


def test_stories_come_in_order_of_first_appearance() -> None:
    assert grouped(BUDGET, FIRE, OTHER_FIRE, FIRE_TOLD_AGAIN) == ((0,), (1, 3), (2,))


def test_every_article_stands_in_exactly_one_story() -> None:
    groups = grouped(FIRE, BUDGET, FIRE_TOLD_AGAIN, OTHER_FIRE, FIRE)
    assert sorted(index for group in groups for index in group) == [0, 1, 2, 3, 4]


def test_numbers_alone_do_not_join_articles_of_different_languages() -> None:
    one = (
        "Council sells 12 buses\nThe council sold 12 of its 60 buses for 500 crowns each, 13 more will follow by 2030."
    )
    other = "مصنع جديد\nيفتح المصنع الجديد أبوابه بعد 12 شهرا ويشغل 60 عاملا بأجر 500 دينار، و13 آخرين في عام 2030."
    assert stories.group([make_article(one), make_article(other, language="ar")]) == ((0,), (1,))


def test_names_and_numbers_hold_a_story_together_across_languages() -> None:
    articles = [make_article(FIRE), make_article(GERMAN, language="de"), make_article(BUDGET)]
    assert stories.group(articles) == ((0, 1), (2,))


@pytest.mark.parametrize(("language", "texts"), [("ja", JAPANESE), ("ar", ARABIC)])
def test_scripts_without_capitals_or_spaces_are_grouped_too(language: str, texts: tuple[str, ...]) -> None:
    assert grouped(*texts, language=language) == ((0, 1), (2,))


def test_what_was_removed_from_an_article_does_not_count() -> None:
    furniture = "\nSubscribe to the Velden Post newsletter. Bitcoin Market Cap Dominance Greed Index Ticker. " * 3
    texts = (FIRE + furniture, BUDGET + furniture)
    removed = tuple(
        (Removed(span=Span(start=len(text) - len(furniture), end=len(text)), reason="promotion"),) for text in texts
    )
    kept = [make_article(text) for text in texts]
    cleaned = [make_article(text, removed=spans) for text, spans in zip(texts, removed, strict=True)]
    assert stories.group(kept) == ((0, 1),), "the furniture must be what joins them"
    assert stories.group(cleaned) == ((0,), (1,))


@pytest.mark.parametrize("text", ["", "?!", "🙂🙂", "a", "\n\n", "Word"])
def test_an_article_that_says_nothing_stands_alone(text: str) -> None:
    articles = [make_article(FIRE), Article(id="x", medium="pasted", given="-", text=text)]
    assert stories.group(articles) == ((0,), (1,))


@pytest.mark.skipif("SEEDS" not in os.environ, reason="SEEDS names no folder")
def test_the_seeds_are_one_story() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(os.environ["SEEDS"]).glob("*.txt"))]
    articles = [Article(id=str(number), medium="pasted", given="-", text=text) for number, text in enumerate(texts)]
    assert stories.group(articles) == ((0, 1),)
