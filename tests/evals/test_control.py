"""The plain summary of the control arm is cut into statements beside the articles that they name."""

from __future__ import annotations

from tests.evals.claims import knowledge, source_of
from tests.evals.control import read_control_prompt, statements_in
from tests.evals.measures import measure

FIRST = source_of(("The bridge closed on Monday.", "Repairs cost 3 million euros, the mayor said."), "Bridge", number=1)
SECOND = source_of(("Engineers found 14 cracks.", "A ferry will run."), "Cracks", number=2)
SOURCES = (FIRST, SECOND)


def cut(summary: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.text, each.labels) for each in statements_in(summary, SOURCES, language="en")]


def test_what_stands_before_a_mark_is_one_statement() -> None:
    assert cut("The bridge closed on Monday [1]. Engineers found 14 cracks [2].") == [
        ("The bridge closed on Monday", ("1",)),
        ("Engineers found 14 cracks", ("2",)),
    ]


def test_marks_in_a_run_or_in_one_bracket_name_several_articles() -> None:
    assert cut("It is closed [1][2]. It has cracks. [1, 2]") == [
        ("It is closed", ("1", "2")),
        ("It has cracks.", ("1", "2")),
    ]


def test_a_sentence_without_a_mark_names_nothing() -> None:
    assert cut("The bridge is old. It closed on Monday [1]. Nobody knows why.") == [
        ("The bridge is old.", ()),
        ("It closed on Monday", ("1",)),
        ("Nobody knows why.", ()),
    ]


def test_a_number_may_stand_anywhere_in_the_article_and_a_speaker_in_the_likest_sentence() -> None:
    [told] = statements_in("Repairs cost 3 million euros [1].", SOURCES, language="en")
    tally = measure(told, knowledge=knowledge())
    assert (tally.stray_figures, tally.attributed, tally.speaker_kept) == (0, 1, 0)


def test_an_article_that_is_not_there_supports_nothing() -> None:
    [told] = statements_in("Repairs cost 3 million euros [7].", SOURCES, language="en")
    tally = measure(told, knowledge=knowledge())
    assert (tally.labels, tally.valid_labels, tally.uncited, tally.stray_figures) == (1, 0, 1, 1)


def test_the_plain_prompt_asks_for_nothing_that_footnote_knows() -> None:
    prompt = read_control_prompt()
    assert prompt.system == ""
    assert not {"sentence", "label", "attribut", "quot", "neutral"} & set(prompt.user.lower().split())
