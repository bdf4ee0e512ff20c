"""The plain readings that tables are counted with."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.checking.statement import Statement, resolve
from bot.core.models import Source
from tests.evals.claims import knowledge, source_of
from tests.evals.measures import (
    Tally,
    altered_quotations,
    figures_in,
    foreign_names,
    measure,
    nearest,
    stray_figures,
    total,
)

SENTENCES = (
    "The council met on Tuesday.",
    "It voted for 12,400 new trees, the head gardener said.",
    "“We may need more water,” the head gardener of Elm Park added.",
    "Nobody objected.",
    "The fountain has been dry since 1997.",
)


def source(sentences: tuple[str, ...] = SENTENCES, title: str = "Parks", language: str = "en") -> Source:
    made = source_of(sentences, title, language=language)
    return made.model_copy(update={"article": made.article.model_copy(update={"published_at": date(2026, 3, 5)})})


def stated(text: str, *labels: str, of: Source | None = None, language: str = "en") -> Statement:
    return resolve(text, labels, (of or source(language=language),), language=language)


def counted(text: str, *labels: str, of: Source | None = None, language: str = "en") -> Tally:
    return measure(stated(text, *labels, of=of, language=language), knowledge=knowledge())


@pytest.mark.parametrize("text", ["12,000 trees", "12.000 Bäume", "12 000 arbres", "١٢٬٠٠٠ شجرة"])
def test_a_figure_is_its_digits_whatever_parts_them(text: str) -> None:
    assert figures_in(text) == ("12000",)


def test_two_figures_side_by_side_stay_two() -> None:
    assert figures_in("7 12 2026") == ("7", "12", "2026")


def test_a_figure_may_stand_beside_the_cited_sentence() -> None:
    assert stray_figures(stated("The council voted for 12 400 trees.", "1.3")) == ()


def test_a_figure_that_stands_elsewhere_in_the_article_is_stray() -> None:
    assert stray_figures(stated("It voted for trees in 1997.", "1.1")) == ("1997",)


def test_a_day_of_the_week_around_the_article_is_no_stray_figure() -> None:
    assert stray_figures(stated("The council met on March 3, 2026.", "1.1")) == ()
    assert stray_figures(stated("The council met on March 23, 2026.", "1.1")) == ("23",)


def test_a_quotation_is_found_in_other_typography_and_not_in_other_words() -> None:
    assert altered_quotations(stated('"We may need more water", the gardener said.', "1.3")) == ()
    assert altered_quotations(stated("“We may want more water,” the gardener said.", "1.3")) == (
        "We may want more water,",
    )


def test_a_name_is_foreign_where_no_cited_article_has_it() -> None:
    assert foreign_names(stated("The head gardener of Elm Park spoke.", "1.3")) == ()
    assert foreign_names(stated("The head gardener of Oak Park spoke.", "1.3")) == ("Oak",)


def test_months_and_the_first_word_are_no_names() -> None:
    assert foreign_names(stated("Neighbours met in March.", "1.3")) == ()


def test_names_are_not_told_across_languages_or_where_nouns_have_capitals() -> None:
    assert counted("The head gardener of Oak Park spoke.", "1.3", of=source(language="fr")).named == 0
    assert counted("Der Gärtner sprach im Eichenpark.", "1.3", language="de").named == 0


def test_a_claim_keeps_its_speaker_or_does_not() -> None:
    kept = counted("The council voted for 12,400 new trees, the head gardener said.", "1.2")
    lost = counted("The council voted for 12,400 new trees.", "1.2")
    assert [(each.attributed, each.speaker_kept) for each in (kept, lost)] == [(1, 1), (1, 0)]


def test_a_sentence_without_a_speaker_asks_for_none() -> None:
    tally = counted("The fountain has been dry since 1997, the mayor said.", "1.5")
    assert (tally.attributed, tally.speaker_kept) == (0, 0)


def test_a_claim_keeps_its_doubt_or_does_not() -> None:
    kept = counted("More water might be needed, we hear from the head gardener of Elm Park.", "1.3")
    lost = counted("We need more water, the head gardener of Elm Park added.", "1.3")
    assert [(each.doubtful, each.doubt_kept) for each in (kept, lost)] == [(1, 1), (1, 0)]


def test_a_speaker_of_another_sentence_is_not_asked_for() -> None:
    assert counted("The fountain has been dry since 1997.", "1.2", "1.5").attributed == 0


def test_a_loaded_word_counts_outside_quotations_only() -> None:
    assert counted("The draconian council met.", "1.1").loaded == 1
    assert counted("The “draconian” council met.", "1.1").loaded == 0


def test_words_of_a_language_without_a_list_are_not_counted_as_looked_at() -> None:
    japanese = source(("町は木を植えた。",), title="町", language="ja")
    assert counted("町は木を植えた。", "1.1", of=japanese, language="ja").words == 0


def test_a_label_that_no_source_has_is_not_valid() -> None:
    tally = counted("The council met.", "1.1", "1.77")
    assert (tally.labels, tally.valid_labels, tally.uncited) == (2, 1, 0)
    assert counted("The council met.", "1.77").uncited == 1


def test_the_nearest_sentence_has_most_of_the_words() -> None:
    assert nearest("The fountain is dry since 1997", SENTENCES) == 4
    assert nearest("Quite another matter altogether", SENTENCES) is None


def test_the_nearest_sentence_is_found_where_words_are_not_spaced() -> None:
    assert nearest("町は木を植えた", ("雨が降った。", "町は昨日、木を植えた。")) == 1


def test_tallies_add_up() -> None:
    assert total([Tally(claims=1, altered=2), Tally(claims=3)]) == Tally(claims=4, altered=2)
