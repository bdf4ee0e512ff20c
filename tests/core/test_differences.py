"""Days, speakers and parts that differ or only seem to, and the pairs with which differences are measured."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.checking.statement import resolve
from bot.core.compare import align, find_differences, find_tensions
from bot.core.judging import Pair
from bot.core.models import Difference, Source
from tests.core.comparing_sources import make_source
from tests.evals import differences as measured

NOON = datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=1)))


def differences(one: str, other: str, *, later: float = 0.0, language: str = "en") -> tuple[Difference, ...]:
    """What two articles of one sentence each tell differently, the second published `later` hours after the first."""
    return find_differences(
        [
            make_source(1, one, published_at=NOON, language=language),
            make_source(2, other, published_at=NOON + timedelta(hours=later), language=language),
        ]
    )


def marked(difference: Difference) -> list[list[str]]:
    return [[span.of(version.text) for span in version.contrast] for version in difference.versions]


class TestDays:
    @pytest.mark.parametrize(
        ("one", "other", "language", "words"),
        [
            (
                "The swing bridge in Velden will reopen to lorries on 14 March.",
                "The swing bridge in Velden will reopen to lorries on 24 March.",
                "en",
                [["14 March"], ["24 March"]],
            ),
            (
                "The harbour board of Porvik dismissed its director on Monday.",
                "On Thursday, the harbour board of Porvik dismissed its director.",
                "en",
                [["Monday"], ["Thursday"]],
            ),
            (
                "Das Stadtbad in Lindtal schließt am 3. Juni für den Umbau.",
                "Das Stadtbad in Lindtal schließt am 13. Juni für den Umbau.",
                "de",
                [["3. Juni"], ["13. Juni"]],
            ),
            (
                "La sirena del puerto de Morgau sonó a las 6.40, según los bomberos.",
                "Según los bomberos, la sirena del puerto de Morgau sonó a las 8.25.",
                "es",
                [["6.40"], ["8.25"]],
            ),
            (
                "Le tribunal de Lorval jugera l'ancien directeur du port le 2 juin.",
                "Le tribunal de Lorval jugera l'ancien directeur du port le 12 juin.",
                "fr",
                [["2 juin"], ["12 juin"]],
            ),
            (
                "Музей в Морске откроет новый зал 5 мая.",
                "Музей в Морске откроет новый зал 15 мая.",
                "ru",
                [["5 мая"], ["15 мая"]],
            ),
        ],
    )
    def test_another_day_or_time_of_the_same_event_is_shown(
        self, one: str, other: str, language: str, words: list[list[str]]
    ) -> None:
        [difference] = differences(one, other, language=language)
        assert marked(difference) == words

    @pytest.mark.parametrize(
        ("what", "one", "other"),
        [
            (
                "neighbouring weekdays",
                "The harbour board of Porvik dismissed its director on Monday.",
                "The harbour board of Porvik dismissed its director on Tuesday.",
            ),
            (
                "neighbouring days around the end of a month",
                "The harbour board of Porvik dismissed its director on 30 June.",
                "The harbour board of Porvik dismissed its director on 1 July.",
            ),
            (
                "a time zone",
                "The probe of the Halden agency landed on the moon at 11 p.m. local time.",
                "The probe of the Halden agency landed on the moon at 4.10 a.m.",
            ),
            (
                "a night",
                "The harbour crane in Porvik fell over on the night of 3 March.",
                "The harbour crane in Porvik fell over on the night of 5 March.",
            ),
            (
                "two events",
                "The governor of Velden signed the fishing ban on 14 December.",
                "The governor of Velden lifts the fishing ban on 20 December.",
            ),
            (
                "a day that was moved",
                "The opening of the Velden museum was delayed to 14 March.",
                "The opening of the Velden museum was delayed to 24 March.",
            ),
            (
                "more of a date",
                "The harbour board of Porvik dismissed its director in March.",
                "The harbour board of Porvik dismissed its director on 24 March.",
            ),
            (
                "other people",
                "The harbour board of Porvik meets on 3 March.",
                "The school board of Porvik meets on 13 March.",
            ),
        ],
    )
    def test_days_that_may_both_be_right_are_not_shown(self, what: str, one: str, other: str) -> None:
        assert differences(one, other) == (), what

    def test_a_day_that_the_other_article_names_too_is_not_shown(self) -> None:
        one = make_source(1, "The swing bridge in Velden will reopen to lorries on 14 March.", published_at=NOON)
        other = make_source(
            2,
            "The swing bridge in Velden will reopen to lorries on 24 March.",
            "Pedestrians may use it from 14 March.",
            published_at=NOON,
        )
        assert find_differences([one, other]) == ()

    @pytest.mark.parametrize(("later", "shown"), [(1.0, True), (30.0, False)])
    def test_another_day_of_what_is_to_come_is_news_hours_later(self, later: float, shown: bool) -> None:
        one = "The swing bridge in Velden will reopen to lorries on 14 March."
        other = "The swing bridge in Velden will reopen to lorries on 24 March."
        assert bool(differences(one, other, later=later)) == shown

    @pytest.mark.parametrize(("later", "shown"), [(30.0, True), (24.0 * 8, False)])
    def test_a_weekday_is_compared_only_within_the_same_days(self, later: float, shown: bool) -> None:
        one = "The harbour board of Porvik dismissed its director on Monday."
        other = "The harbour board of Porvik dismissed its director on Thursday."
        assert bool(differences(one, other, later=later)) == shown

    def test_a_weekday_without_a_date_of_publication_tells_nothing(self) -> None:
        one = make_source(1, "The harbour board of Porvik dismissed its director on Monday.")
        other = make_source(2, "The harbour board of Porvik dismissed its director on Thursday.")
        assert find_differences([one, other]) == ()

    @pytest.mark.parametrize(("offset", "shown"), [(1, True), (-4, False)])
    def test_whole_hours_apart_are_a_difference_only_by_one_clock(self, offset: int, shown: bool) -> None:
        sources = [
            make_source(1, "The siren in the port of Morgau was heard at 6:40.", published_at=NOON),
            make_source(
                2,
                "The siren in the port of Morgau was heard at 8:40.",
                published_at=NOON.astimezone(timezone(timedelta(hours=offset))),
            ),
        ]
        assert bool(find_differences(sources)) == shown


class TestSpeakers:
    QUOTATION = "“We were never told that the dam was leaking at all,”"

    def told(self, one: str, other: str, *more: str) -> tuple[Difference, ...]:
        sources = [make_source(1, f"{self.QUOTATION} {one}."), make_source(2, f"{self.QUOTATION} {other}.", *more)]
        return find_differences(sources)

    def test_one_quotation_of_two_offices_is_shown_with_both(self) -> None:
        [difference] = self.told("the mayor said", "the fire chief's lawyer said")
        assert difference.kind == "quotation"
        assert marked(difference)[0] == ["mayor"]

    def test_one_quotation_of_two_names_is_shown(self) -> None:
        [difference] = self.told("Harbour Watch said on Monday", "River Alliance said on Monday")
        assert marked(difference)[0][:2] == ["Harbour", "Watch"]

    def test_one_office_of_two_places_is_two_people(self) -> None:
        [difference] = self.told("the mayor of Larsund said", "the mayor of Porvik said")
        assert marked(difference) == [["mayor", "Larsund"], ["mayor", "Porvik"]]

    @pytest.mark.parametrize(
        ("what", "one", "other"),
        [
            ("heads of one body", "the chairman said", "the director said"),
            ("an office and a name", "the mayor said", "Harbour Watch said"),
            ("who speaks for somebody", "the mayor said", "a spokeswoman said"),
            ("nobody named", "the mayor said", "she said"),
            ("a longer title", "the mayor said", "the mayor of Velden said"),
        ],
    )
    def test_one_person_may_be_called_two_things(self, what: str, one: str, other: str) -> None:
        assert self.told(one, other) == (), what

    def test_an_article_that_knows_both_is_not_set_against_the_other(self) -> None:
        assert self.told("the mayor said", "the judge said", "The judge was mayor of Velden until May.") == ()


class TestCounts:
    @pytest.mark.parametrize(
        ("what", "one", "other"),
        [
            (
                "a part of those who were hurt",
                "There were 17 injured passengers, the Porvik police said.",
                "Six injured passengers were in hospital, the Porvik police said.",
            ),
            (
                "two quarters",
                "Rents in Halden rose by 5.1 percent in the first quarter.",
                "Rents in Halden rose by 4.6 percent in the second quarter.",
            ),
            (
                "a part that both tell",
                "The keeper of Halden saved 28 of 41 shots in the final.",
                "The keeper of Halden saved 28 shots in the final.",
            ),
        ],
    )
    def test_counts_of_different_things_are_not_shown(self, what: str, one: str, other: str) -> None:
        assert differences(one, other) == (), what

    def test_the_same_count_in_active_and_passive_voice_is_compared(self) -> None:
        [difference] = differences(
            "The Orrin clinic said it had treated nine people for burns.",
            "Eleven people were treated for burns at the Orrin clinic, it said.",
        )
        assert marked(difference) == [["nine"], ["Eleven"]]

    def test_figures_may_stand_in_another_order(self) -> None:
        [difference] = differences(
            "The ferry to Porvik was built in 1987 and carries 40 cars.",
            "The ferry to Porvik, which carries 40 cars, was built in 1978.",
        )
        assert marked(difference) == [["1987"], ["1978"]]

    def test_what_a_quotation_is_about_tells_two_utterances_apart(self) -> None:
        one = "“We have not missed a single one of our chances tonight,” the coach said about the attack."
        other = "“We have not missed a single one of our blocks tonight,” the coach said about the defence."
        assert differences(one, other) == ()

    def test_an_ordinal_in_words_and_in_digits_is_one_word(self) -> None:
        one = "“By taking back this eleventh hour rule we protect the whole bay,” the minister said."
        other = "“By taking back this 11th hour rule we protect the whole bay,” the minister said."
        assert differences(one, other) == ()


# ---------------------------------------------------------------- the order of the sources

MANY = settings()
HALF = settings(MANY, max_examples=MANY.max_examples // 2)
_PLACES = ("Larsund", "Halden", "Porvik")
_SENTENCES = [
    template.format(place=place, count=count)
    for template in (
        "A fire at the {place} mill injured {count} people, the police said.",
        "The {place} bridge will reopen to lorries on {count} March.",
        "“The gates of {place} stayed shut for {count} long hours that night,” the mayor said.",
        "The council of {place} approved the new pier on Monday.",
    )
    for place in _PLACES
    for count in (12, 14, 27)
]
_ARTICLES = st.lists(
    st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=5, unique=True).map(tuple),
    min_size=2,
    max_size=4,
    unique=True,
)

Told = tuple[str, tuple[str, ...], frozenset[tuple[int, int]], int | None]
"""A version without numbers of sources: its text, marked words, the articles and places it cites, whose words it is."""


def told(sources: list[Source], articles: list[int]) -> set[tuple[str, frozenset[Told]]]:
    """What is told differently; `articles` are the true numbers of the articles."""
    return {
        (
            difference.kind,
            frozenset(
                (
                    version.text,
                    tuple(span.of(version.text) for span in version.contrast),
                    frozenset((articles[each.source - 1], each.span.start) for each in version.evidence),
                    articles[version.quoted_from - 1] if version.quoted_from else None,
                )
                for version in difference.versions
            ),
        )
        for difference in find_differences(sources)
    }


@settings(HALF)
@given(_ARTICLES)
def test_the_order_of_the_articles_changes_no_difference_and_no_group(articles: list[tuple[str, ...]]) -> None:
    seen = []
    forth = tuple(range(len(articles)))
    for order in (forth, forth[::-1], (*forth[1:], 0)):
        sources = [make_source(n, *articles[at], published_at=NOON) for n, at in enumerate(order, 1)]
        groups = {frozenset((order[each.source - 1], each.index) for each in group) for group in align(sources)}
        by_label = {each.label: (order[each.source - 1], each.index) for one in sources for each in one.sentences}
        tense = {frozenset(by_label[label] for label in pair) for pair in find_tensions(sources)}
        seen.append((told(sources, list(order)), groups, tense))
    assert all(each == seen[0] for each in seen)


# ---------------------------------------------------------------- the measured pairs


CASES = measured.read_cases()


class TestPairs:
    def test_there_are_thirty_of_each_and_some_in_every_language(self) -> None:
        assert Counter(case.differs for case in CASES) == {True: 30, False: 30}
        languages = Counter(source.article.language for case in CASES for source in case.sources)
        assert all(languages[language] >= 8 for language in ("de", "es", "fr", "ru"))
        assert {"ar", "ja"} <= languages.keys()

    def test_code_alone_shows_hardly_anything_that_is_no_difference(self) -> None:
        scored = measured.score({case.id: bool(measured.find(case)) for case in CASES}, CASES)
        assert scored.precision >= 0.95
        assert scored.recall >= 0.5

    def test_the_judge_is_asked_without_a_word_on_what_is_right(self) -> None:
        for case in CASES:
            asked = measured.ask(case)
            texts = [text for each in asked.versions for text in (each.text, *each.labels)]
            assert not any(word in text for text in texts for word in (case.id, "alike-", "real-"))

    def test_what_the_judge_lets_stand_beside_each_other_is_not_shown(self) -> None:
        unseen = [case for case in CASES if not measured.find(case)]
        assert unseen
        assert not any(measured.find_with_judge(case, exclusive=frozenset()) for case in unseen)

    def test_what_passes_the_checks_and_cannot_both_be_true_is_shown(self) -> None:
        shown = [case for case in CASES if measured.find_with_judge(case, exclusive=frozenset({0}))]
        assert len(shown) >= 0.9 * len(CASES)

    def test_a_version_that_fails_a_check_is_not_shown_whatever_the_judge_says(self) -> None:
        case = next(case for case in CASES if not measured.find(case))
        wrong = case.draft.versions[0].model_copy(update={"text": "A total of 4,711 mills burned down in Porvik."})
        versions = [wrong, case.draft.versions[1]]
        spoilt = replace(case, draft=case.draft.model_copy(update={"versions": versions}))
        assert measured.find_with_judge(spoilt, exclusive=frozenset({0})) == ()

    def test_each_case_is_a_pair_of_articles_that_cite_a_sentence_they_have(self) -> None:
        for case in CASES:
            for version in case.draft.versions:
                [label] = version.evidence
                assert any(label in source.by_label for source in case.sources), case.id


def test_precision_and_recall_are_what_their_names_say() -> None:
    cases = [case for case in CASES if case.differs][:4] + [case for case in CASES if not case.differs][:2]
    shown = {case.id: at in (0, 1, 2, 4) for at, case in enumerate(cases)}
    scored = measured.score(shown, cases)
    assert (scored.precision, scored.recall) == (0.75, 0.75)


def test_nothing_shown_is_nothing_wrong() -> None:
    assert measured.score({case.id: False for case in CASES}, CASES).precision == 1.0


def test_requests_are_written_out_without_labels_and_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = tuple(CASES[:2] + CASES[-2:])
    monkeypatch.setattr(measured, "read_cases", lambda: few)
    monkeypatch.setattr(measured, "REPLIES", tmp_path / "replies")
    measured.main(["--pending", str(tmp_path / "pending")])
    assert "not measured (0 of 4 requests answered)" in capsys.readouterr().out
    pending = sorted((tmp_path / "pending").glob("*.json"))
    assert len(pending) == len(few)
    for path in pending:
        text = path.read_text(encoding="utf-8")
        assert not any(case.id in text or case.reason in text for case in few)
    answer(pending, tmp_path / "replies")
    measured.main([])
    assert "recall 100% (2/2)" in capsys.readouterr().out


def answer(pending: Sequence[Path], replies: Path) -> None:
    """Fill in every request with a reader who finds all versions exclusive."""
    replies.mkdir()
    for path in pending:
        recording = json.loads(path.read_text(encoding="utf-8"))
        reply = {"pairs": [{"number": 1, "problem": "both cannot be", "verdict": "exclusive"}]}
        recording |= {"by": "a test that calls all exclusive", "reply": reply}
        (replies / path.name).write_text(json.dumps(recording, ensure_ascii=False), encoding="utf-8")


def test_a_case_is_asked_as_a_drafted_difference_of_a_brief_is() -> None:
    case = CASES[0]
    versions = tuple(
        resolve(version.text, version.evidence, case.sources, language=case.language) for version in case.draft.versions
    )
    assert measured.ask(case) == Pair(number=0, versions=versions)
