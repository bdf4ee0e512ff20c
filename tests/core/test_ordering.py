"""The order in which a writer sees the articles, and the way back to the reader's numbers."""

from datetime import date
from itertools import permutations

import pytest

from bot.core.models import (
    DraftBrief,
    DraftClaim,
    DraftDifference,
    DraftOrigin,
    DraftRepair,
    DraftRepairs,
    DraftVersion,
    FailedClaim,
    Finding,
    Source,
)
from bot.core.writing.ordering import order_of
from tests.core.checking_sources import source_of

EARLY = ("The ferry sank.", date(2026, 3, 1))
LATE = ("The ferry was raised.", date(2026, 3, 9))
UNDATED = ("Ferries are old.", None)


def sources(*told: tuple[str, date | None]) -> tuple[Source, ...]:
    return tuple(source_of(text, number=number, published=day) for number, (text, day) in enumerate(told, 1))


@pytest.mark.parametrize("sent", list(permutations([EARLY, LATE, UNDATED])))
def test_a_writer_sees_the_same_whatever_the_order_in_which_articles_were_sent(
    sent: tuple[tuple[str, date | None], ...],
) -> None:
    seen = order_of(sources(*sent)).sources
    assert [source.number for source in seen] == [1, 2, 3]
    assert [(source.sentences[0].label, source.sentences[0].text) for source in seen] == [
        ("1.1", "The ferry sank."),
        ("2.1", "The ferry was raised."),
        ("3.1", "Ferries are old."),
    ]
    assert [source.headline.label for source in seen if source.headline] == ["1.0", "2.0", "3.0"]


def test_articles_of_one_day_are_told_apart_by_their_text() -> None:
    one, other = ("A dam broke.", date(2026, 3, 1)), ("A dam held.", date(2026, 3, 1))
    first, second = order_of(sources(one, other)), order_of(sources(other, one))
    assert [each.article.text for each in first.sources] == [each.article.text for each in second.sources]


def test_every_label_of_a_draft_comes_back_under_the_readers_number() -> None:
    order = order_of(sources(LATE, EARLY))
    draft = DraftBrief(
        claims=[DraftClaim(evidence=["1.1", "2.1"], attribution=None, text="It sank and was raised.")],
        differences=[
            DraftDifference(
                versions=[DraftVersion(evidence=["1.1"], text="Sank."), DraftVersion(evidence=["2.1"], text="Raised.")]
            )
        ],
        origins=[DraftOrigin(evidence=["2.1"], name="Radio North")],
        headline="A ferry",
    )
    restored = order.restored(draft)
    assert restored.claims[0].evidence == ["2.1", "1.1"]
    assert [version.evidence for version in restored.differences[0].versions] == [["2.1"], ["1.1"]]
    assert restored.origins[0].evidence == ["1.1"]
    assert restored.headline == "A ferry"


def test_a_label_of_no_article_stays_wrong() -> None:
    order = order_of(sources(LATE, EARLY))
    draft = DraftBrief(
        claims=[DraftClaim(evidence=["7.3"], attribution=None, text="So.")], differences=[], origins=[], headline=""
    )
    assert order.restored(draft).claims[0].evidence == ["7.3"]


def test_what_is_sent_back_has_the_writers_numbers_and_the_second_try_the_readers() -> None:
    order = order_of(sources(LATE, EARLY))
    findings = (
        Finding(check="citations", code="citations.headline", words="1.0"),
        Finding(check="citations", code="citations.too_many", words="2.4 2.5"),
        Finding(check="numbers", code="numbers.unsupported", words="1.5"),
    )
    drafted = DraftClaim(evidence=["1.0", "1.1"], attribution=None, text="1.5 metres.")
    (asked,) = order.asked([FailedClaim(number=4, draft=drafted, findings=findings)])
    assert asked.draft.evidence == ["2.0", "2.1"]
    assert [finding.words for finding in asked.findings] == ["2.0", "1.4 1.5", "1.5"]
    again = DraftRepairs(claims=[DraftRepair(number=4, evidence=["2.1"], attribution=None, text="So.")])
    assert order.restored_repairs(again).claims[0].evidence == ["1.1"]
