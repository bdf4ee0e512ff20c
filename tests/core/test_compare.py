"""The same statement in several sources, and the same thing told differently."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.core.compare import align, find_differences, find_tensions, same_statement
from bot.core.models import Article, Difference
from bot.core.sentences import label
from tests.core.comparing_sources import make_sentence, make_source
from tests.core.lookalikes import FRESH_LOOKALIKES, LOOKALIKES, PARAPHRASES

# ---------------------------------------------------------------- the same statement


@pytest.mark.parametrize(("what", "one", "other"), [*LOOKALIKES, *FRESH_LOOKALIKES])
def test_sentences_that_only_look_alike_are_not_joined(what: str, one: str, other: str) -> None:
    assert not same_statement(make_sentence(one), make_sentence(other, source=2)), what
    assert not same_statement(make_sentence(other), make_sentence(one, source=2)), what


def test_most_paraphrases_are_joined() -> None:
    found = [pair for pair in PARAPHRASES if same_statement(make_sentence(pair[0]), make_sentence(pair[1], source=2))]
    assert len(found) >= 0.7 * len(PARAPHRASES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Der Umbau der Brücke kostet 1,2 Mio. Euro.", "Der Umbau der Brücke kostet 1,2 Millionen Euro."),
        ("It rose by 2.4 metres in six hours.", "It rose by 2.4 metres within six hours."),
        ("The bridge is used by 18,000 cars a day.", "Some 18,000 vehicles a day use the bridge."),
    ],
)
def test_other_spellings_of_a_figure_are_joined(one: str, other: str) -> None:
    assert same_statement(make_sentence(one), make_sentence(other, source=2))


@pytest.mark.parametrize(("one", "other"), PARAPHRASES)
def test_the_order_of_two_sentences_does_not_matter(one: str, other: str) -> None:
    first, second = make_sentence(one), make_sentence(other, source=2)
    assert same_statement(first, second) == same_statement(second, first)


@pytest.mark.parametrize("sentence", [one for one, _ in PARAPHRASES if len(one) > 30 or not one.isascii()])
def test_a_sentence_states_what_it_states(sentence: str) -> None:
    assert same_statement(make_sentence(sentence), make_sentence(sentence, source=2))


def test_sentences_about_a_mere_he_must_be_all_but_equal() -> None:
    one = make_sentence("He was taken to the county hospital in Larsund on Friday and released.")
    near = make_sentence("He was taken to the old hospital in Larsund, where he stayed on Friday.", source=2)
    named = make_sentence("He was taken to the county hospital in Larsund on Friday and was released.", source=2)
    assert not same_statement(one, near)
    assert same_statement(one, named)


def test_alignment_joins_one_sentence_of_each_source() -> None:
    sources = [
        make_source(1, "The harbour council approved the new pier on Monday.", "It rained in the evening."),
        make_source(2, "The pier will cost €12 million.", "On Monday, the harbour council approved the new pier."),
        make_source(3, "The new pier was approved by the harbour council on Monday.", "Gulls gathered."),
    ]
    assert [[s.label for s in group] for group in align(sources)] == [["1.1", "2.2", "3.1"]]


def test_alignment_takes_the_best_match_only() -> None:
    sources = [
        make_source(1, "The harbour council approved the new pier on Monday."),
        make_source(
            2,
            "The harbour council of Larsund approved the new pier on Monday evening.",
            "The harbour council approved the new pier on Monday.",
        ),
    ]
    assert [[s.label for s in group] for group in align(sources)] == [["1.1", "2.2"]]


def test_headings_are_not_aligned() -> None:
    heading = "Harbour council approved the new pier on Monday"
    assert align([make_source(1, heading), make_source(2, heading)]) == ()


def test_one_source_has_nothing_to_be_aligned_with() -> None:
    assert align([make_source(1, "The harbour council approved the new pier.")]) == ()


# ---------------------------------------------------------------- altered quotations


def contrasts(difference: Difference) -> list[list[str]]:
    return [[span.of(version.text) for span in version.contrast] for version in difference.versions]


def quotation_differences(one: str, other: str) -> tuple[Difference, ...]:
    found = find_differences([make_source(1, one), make_source(2, other)])
    return tuple(difference for difference in found if difference.kind == "quotation")


def test_a_quotation_with_other_words_is_found_and_marked() -> None:
    (difference,) = quotation_differences(
        "The minister said, “There is strong proof that what the firm is doing is copying the plans of our yards.”",
        'The minister said, "There\'s solid proof that what the firm did there is they copied the plans of our yards."',
    )
    assert contrasts(difference) == [["strong", "is doing"], ["solid", "did there", "they"]]
    assert [version.quoted_from for version in difference.versions] == [1, 2]
    first = difference.versions[0]
    assert first.text.startswith("The minister said, “There is strong")  # the sentence names who spoke
    assert first.text in first.evidence[0].text


def test_other_words_after_a_shared_first_word_are_marked_alone() -> None:
    (difference,) = quotation_differences(
        "“We should have closed the gates in May, and we did not,” the engineer said.",
        "“We ought to have closed the gates in May, and we did not,” the engineer said.",
    )
    assert contrasts(difference) == [["should"], ["ought to"]]


def test_a_small_word_shared_by_chance_does_not_make_two_endings_one() -> None:
    assert not quotation_differences(
        "“We did it in the past and we will do it again. This is so much bigger that day,” the mayor said.",
        "“We did it in the past and we will do it again, by keeping that old harbour,” the mayor said.",
    )


def test_another_last_word_is_found() -> None:
    (difference,) = quotation_differences(
        "“The water came faster than anyone here could run,” the mayor said.",
        "“The water came faster than anyone here could swim,” the mayor said.",
    )
    assert contrasts(difference) == [["run"], ["swim"]]


def test_a_lost_not_is_found() -> None:
    (difference,) = quotation_differences(
        "“We did not ask the government for any of this money,” the director said.",
        "“We did ask the government for any of this money,” the director said.",
    )
    assert contrasts(difference) == [["not"], []]


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        (
            "typography",
            "“We can't open the gates before Friday—it is too late,” the engineer said.",
            '"We can’t open the gates before Friday - it is too late", the engineer said.',
        ),
        (
            "short forms",
            "“It's clear that we won't open the old gates this year,” the engineer said.",
            "“It is clear that we will not open the old gates this year,” the engineer said.",
        ),
        (
            "a shorter quotation",
            "“We will rebuild every house in the lower town, and we will do it this year,” the mayor said.",
            "“We will rebuild every house in the lower town,” the mayor said.",
        ),
        (
            "a quotation that starts later",
            "“I promise you that we will rebuild every house in the lower town,” the mayor said.",
            "The mayor promised: “We will rebuild every house in the lower town.”",
        ),
        (
            "an ellipsis",
            "“We will rebuild every house, whatever it costs us, in the lower town,” the mayor said.",
            "“We will rebuild every house ... in the lower town,” the mayor said.",
        ),
        (
            "words in brackets",
            "“We will rebuild every house of theirs in the lower town,” the mayor said.",
            "“We will rebuild every house of [the fishermen] in the lower town,” the mayor said.",
        ),
        (
            "other speakers",
            "“This is the worst storm that I have seen in my life,” the mayor said.",
            "“This is the worst flood that I have seen in my life,” the harbour master said.",
        ),
        (
            "fewer than six words",
            "“The dam broke before dawn,” the mayor said.",
            "“The dam burst before dawn,” the mayor said.",
        ),
        (
            "another utterance",
            "“The bridge will be repaired before the winter comes,” the mayor said.",
            "“The school needs a new roof and better windows,” the mayor said.",
        ),
        (
            "a small word more",
            "“We will rebuild every single house in the town this year,” the mayor said.",
            "“We will rebuild every single house in town this year,” the mayor said.",
        ),
    ],
)
def test_what_is_no_alteration_is_not_shown(what: str, one: str, other: str) -> None:
    assert quotation_differences(one, other) == (), what


def test_two_utterances_of_one_source_are_not_set_against_a_third() -> None:
    one = make_source(
        1,
        "“We will repair the northern bridge before the winter comes,” the mayor said.",
        "“We will repair the southern bridge before the winter comes,” the mayor said.",
    )
    other = make_source(2, "“We will repair the northern bridge before the winter comes,” the mayor said.")
    assert find_differences([one, other]) == ()


def test_sources_with_the_same_wording_share_a_version() -> None:
    altered = "“The dam was never safe and everybody in the ministry knew it,” the engineer said."
    sources = [
        make_source(1, "“The dam was hardly safe and everybody in the ministry knew it,” the engineer said."),
        make_source(2, altered),
        make_source(3, altered),
    ]
    (difference,) = find_differences(sources)
    assert [[evidence.source for evidence in version.evidence] for version in difference.versions] == [[1], [2, 3]]


def test_quotations_without_spaces_are_compared() -> None:
    (difference,) = quotation_differences(
        "市長は「この橋は安全だと私たちは確信している」と述べた。",
        "市長は「この橋は危険だと私たちは確信している」と述べた。",
    )
    assert contrasts(difference) == [["安全"], ["危険"]]


# ---------------------------------------------------------------- numbers


def number_differences(one: str, other: str) -> tuple[Difference, ...]:
    found = find_differences([make_source(1, one), make_source(2, other)])
    return tuple(difference for difference in found if difference.kind == "number")


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Twelve people were injured when two trams collided in Larsund on Monday.",
            "Fourteen people were hurt when two trams collided in Larsund on Monday.",
            [["Twelve"], ["Fourteen"]],
        ),
        (
            "The repair of the Halden bridge cost the city €3.2 million.",
            "The repair of the Halden bridge cost the city €4.1 million.",
            [["3.2 million"], ["4.1 million"]],
        ),
        (
            "Bei dem Brand in der Mühle wurden 12 Menschen verletzt.",
            "Bei dem Brand in der Mühle wurden 15 Menschen verletzt.",
            [["12"], ["15"]],
        ),
        (
            "При пожаре на заводе пострадали 12 человек.",
            "При пожаре на заводе пострадали 17 человек.",
            [["12"], ["17"]],
        ),
        (
            "Der Umbau der Brücke kostet 1,2 Mio. Euro.",
            "Der Umbau der Brücke kostet 1,4 Mio. Euro.",
            [["1,2 Mio"], ["1,4 Mio"]],
        ),
        (
            "The fire in Porvik killed at least 14 people, officials said.",
            "The fire in Porvik killed 12 people, officials said.",
            [["14"], ["12"]],
        ),
    ],
)
def test_numbers_that_cannot_both_be_right_are_found(one: str, other: str, values: list[list[str]]) -> None:
    (difference,) = number_differences(one, other)
    assert contrasts(difference) == values
    assert [version.text for version in difference.versions] == [one, other]


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        (
            "a lower bound that holds",
            "At least 12 people were injured when two trams collided in Larsund.",
            "Thirteen people were injured when two trams collided in Larsund.",
        ),
        (
            "an upper bound that holds",
            "Up to 200 people were in the Larsund theatre when the roof fell.",
            "Some 150 people were in the Larsund theatre when the roof fell.",
        ),
        (
            "rounding",
            "About 1,200 people marched through Larsund on Sunday.",
            "Police said 1,187 people marched through Larsund on Sunday.",
        ),
        (
            "other units",
            "The slick drifted 24km along the coast off Porvik.",
            "The slick drifted 15 miles along the coast off Porvik.",
        ),
        (
            "other days",
            "On Monday 12 people were injured on the Larsund tram line.",
            "On Tuesday 14 people were injured on the Larsund tram line.",
        ),
        (
            "other years",
            "The port of Halden handled 900 ships in 2021.",
            "The port of Halden handled 940 ships in 2022.",
        ),
        (
            "others that were counted",
            "In the Larsund collapse 12 people were killed.",
            "In the Larsund collapse 31 people were injured.",
        ),
        (
            "more of them",
            "Twelve people were injured in the Larsund tram crash.",
            "Another four people were injured in the Larsund tram crash.",
        ),
        (
            "a number that is planned",
            "The railway dismissed 300 drivers at its Halden depot.",
            "The railway plans to dismiss 500 drivers at its Halden depot.",
        ),
        (
            "other lengths of time",
            "Police in Larsund arrested the former harbour clerk 41 years later.",
            "Police in Larsund arrested the former harbour clerk, who is 61 years old.",
        ),
        ("scores", "Larsund beat Halden 3-1 on Sunday in the cup.", "Larsund beat Halden 2-0 on Sunday in the cup."),
        ("other places", "A fire in Porvik killed 12 people.", "A fire in Halden killed 14 people."),
        (
            "part of the whole",
            "The board opened three of the dam's five gates at Velden.",
            "The board opened five of the gates at Velden.",
        ),
    ],
)
def test_numbers_that_may_both_be_right_are_not_shown(what: str, one: str, other: str) -> None:
    assert number_differences(one, other) == (), what


def test_a_source_that_knows_both_numbers_is_not_set_against_one() -> None:
    one = make_source(1, "Twelve people were injured when two trams collided in Larsund.")
    other = make_source(
        2,
        "Fourteen people were injured when two trams collided in Larsund.",
        "The fire service had first spoken of twelve people.",
    )
    assert find_differences([one, other]) == ()


EARLY = "Twelve people were injured when two trams collided in Larsund."
LATE = "Fourteen people were injured when two trams collided in Larsund."


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        (None, None, True),
        (date(2026, 3, 2), date(2026, 3, 2), True),
        (date(2026, 3, 2), None, True),
        (date(2026, 3, 2), date(2026, 3, 3), False),
        (datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 9, tzinfo=UTC), True),
        (datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 18, tzinfo=UTC), False),
        (date(2026, 3, 3), date(2026, 3, 2), True),
    ],
)
def test_a_higher_number_hours_later_is_an_update(
    earlier: datetime | date | None, later: datetime | date | None, shown: bool
) -> None:
    sources = [make_source(1, EARLY, published_at=earlier), make_source(2, LATE, published_at=later)]
    assert bool(find_differences(sources)) == shown


def test_measures_of_different_things_are_not_set_against_each_other() -> None:
    one = "Two cargo ships bound for Aldersund were sent to Port Tolby, 40 kilometres to the south."
    other = "Two ships were diverted to Port Tolby, and lorries queued for five kilometres on the coast road."
    assert number_differences(one, other) == ()


def test_a_version_cites_every_source_that_states_it() -> None:
    sources = (
        make_source(1, "A leak shut the Aldersund terminal on Tuesday, and 12 dock workers were taken to hospital with "
                       "breathing problems, the fire service said."),
        make_source(2, "The fire service said 14 dock workers were taken to hospital with breathing problems after a "
                       "leak at the Aldersund terminal."),
        make_source(3, "Twelve dock workers were taken to hospital with breathing problems on Tuesday, according to "
                       "the fire service."),
    )  # fmt: skip
    [difference] = find_differences(sources)
    assert [{e.source for e in version.evidence} for version in difference.versions] == [{1, 3}, {2}]


def test_at_most_three_differences_are_shown_and_each_place_once() -> None:
    places = ("Larsund", "Halden", "Porvik", "Velden", "Morgau")
    one = make_source(1, *(f"The ferry company moved 40 cars from the flooded port of {place}." for place in places))
    other = make_source(2, *(f"The ferry company moved 70 cars from the flooded port of {place}." for place in places))
    found = find_differences([one, other])
    assert len(found) == 3
    assert len({difference.versions[0].text for difference in found}) == 3


def test_three_values_make_one_difference_of_three_versions() -> None:
    sources = [
        make_source(number, f"{count} people were injured when two trams collided in Larsund.")
        for number, count in enumerate((12, 14, 17), 1)
    ]
    (difference,) = find_differences(sources)
    assert [version.contrast[0].of(version.text) for version in difference.versions] == ["12", "14", "17"]


@pytest.mark.parametrize("text", ["1" * 400 + " people died.", "“" * 5_000, "3 " * 2_000, "not " * 2_000 + ".", "٣٤٥."])
def test_hostile_sentences_do_no_harm(text: str) -> None:
    sources = [make_source(1, text), make_source(2, text)]
    assert find_differences(sources) == ()
    align(sources)


# ---------------------------------------------------------------- nearly equal sentences


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        (
            "The tunnel under the Halden ridge was first proposed in 1998 by the county.",
            "The tunnel under the Halden ridge was first proposed by the county in 1989.",
            [["1998"], ["1989"]],
        ),
        (
            "The new tunnel at Halden will be 3.2 km long.",
            "The new tunnel at Halden will be 3.2 miles long.",
            [["3.2 km"], ["3.2 miles"]],
        ),
        (
            "It will take at least a month to clean the schools, the mayor said.",
            "It will take at least two months to clean the schools, the mayor said.",
            [["a month"], ["two months"]],
        ),
        (
            "In Larsund 340 people had to leave their homes during the night.",
            "In Larsund 410 people left their homes during the night.",
            [["340"], ["410"]],
        ),
        (
            "The swimming pool in Velden was built in 1962 and has 40 cabins.",
            "The swimming pool in Velden, which was opened in 1964, has 40 cabins.",
            [["1962"], ["1964"]],
        ),
        (
            "The club paid €12 million for the old stadium in Velden.",
            "The club paid $12 million for the old stadium in Velden.",
            [["12 million"], ["12 million"]],
        ),
    ],
)
def test_one_figure_in_nearly_equal_sentences_is_found(one: str, other: str, marked: list[list[str]]) -> None:
    (difference,) = number_differences(one, other)
    assert contrasts(difference) == marked


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        (
            "miles that are kilometres",
            "The cable under the strait is 40 km long and made of copper.",
            "The cable under the strait is 25 miles long and made of copper.",
        ),
        (
            "weeks that are months",
            "The inquiry into the ferry fire will take two months, the coroner said.",
            "The inquiry into the ferry fire will take eight weeks, the coroner said.",
        ),
        (
            "years of two deeds",
            "The canal lock at Morgau was repaired in 2004 by the water board.",
            "The canal lock at Morgau was painted in 2011 by the water board.",
        ),
        (
            "a year and a sum",
            "The regatta off Porvik drew 300 boats in 2023.",
            "The regatta off Porvik drew 280 boats in 2024.",
        ),
        (
            "a lower bound that holds",
            "The dam repair will cost at least €4 million, the ministry said.",
            "The dam repair will cost €4.6 million, the ministry said.",
        ),
        (
            "a distance and a time",
            "The drone flew 40 kilometres over the bay.",
            "The drone flew 45 minutes over the bay.",
        ),
    ],
)
def test_one_figure_that_may_be_right_in_both_is_not_shown(what: str, one: str, other: str) -> None:
    assert number_differences(one, other) == (), what


def test_a_year_that_the_other_source_tells_too_is_not_shown() -> None:
    one = make_source(1, "The tunnel under the Halden ridge was first proposed in 1989 by the county.")
    other = make_source(
        2,
        "The tunnel under the Halden ridge was first proposed in 1998 by the county.",
        "Papers of 1989 speak of a road.",
    )
    assert find_differences([one, other]) == ()


# ---------------------------------------------------------------- opposites

OPPOSITES = [
    (
        "The transport minister rejected the plan for a toll on the Halden bridge.",
        "The plan for a toll on the Halden bridge was approved on Tuesday by the transport minister.",
        [["rejected"], ["approved"]],
    ),
    (
        "The fishermen's union criticised the new quota on Monday.",
        "The fishermen's union welcomed the new quota on Monday.",
        [["criticised"], ["welcomed"]],
    ),
    (
        "The harbour director of Larsund resigned on Monday.",
        "The harbour director of Larsund has not resigned.",
        [[], ["not"]],
    ),
]


@pytest.mark.parametrize(("one", "other", "marked"), OPPOSITES)
def test_a_sure_contradiction_is_shown(one: str, other: str, marked: list[list[str]]) -> None:
    (difference,) = find_differences([make_source(1, one), make_source(2, other)])
    assert difference.kind == "statement"
    assert contrasts(difference) == marked


@pytest.mark.parametrize(("one", "other", "marked"), OPPOSITES)
def test_a_contradiction_hours_later_is_news(one: str, other: str, marked: list[list[str]]) -> None:
    early, late = datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 18, tzinfo=UTC)
    assert find_differences([make_source(1, one, published_at=early), make_source(2, other, published_at=late)]) == ()


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        (
            "not only",
            "The tax office did not only audit the harbour company in Velden.",
            "The tax office audited the harbour company in Velden.",
        ),
        (
            "not yet",
            "The judge has not yet signed the order to clear the camp.",
            "The judge signed the order to clear the camp.",
        ),
        (
            "not because",
            "The village school of Porvik did not close because of the cold.",
            "The village school of Porvik closed because of the cold.",
        ),
        (
            "a part of those who decide",
            "The council approved the plan for a new public library beside the harbour station of Larsund.",
            "The council youth panel rejected the plan for a new public library beside the harbour station of Larsund.",
        ),
        (
            "others who decide",
            "The finance committee approved the plan for the new library.",
            "The building committee rejected the plan for the new library.",
        ),
        (
            "something else",
            "The museum will open its new wing to the public.",
            "The museum will not open its old wing to the public.",
        ),
        (
            "two speakers",
            "The bridge is safe, the county engineer said.",
            "The bridge is not safe, the bus drivers' union said.",
        ),
        (
            "one after the other",
            "The ferry company opened the Porvik line to lorries.",
            "The ferry company closed the Porvik line to lorries.",
        ),
    ],
)
def test_what_need_not_be_a_contradiction_is_not_shown(what: str, one: str, other: str) -> None:
    assert find_differences([make_source(1, one), make_source(2, other)]) == (), what


def test_only_one_contradiction_is_shown_and_numbers_stand_before_it() -> None:
    one = make_source(
        1, *(first for first, _, _ in OPPOSITES), "The fire in Porvik injured 12 people at the mill, officials said."
    )
    other = make_source(
        2, *(second for _, second, _ in OPPOSITES), "The fire in Porvik injured 17 people at the mill, officials said."
    )
    assert [difference.kind for difference in find_differences([one, other])] == ["number", "statement"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *((one, other) for one, other, _ in OPPOSITES),
        ("A fire at the Porvik mill killed 12 people.", "A fire at the Porvik mill killed 14 people."),
        ("The museum in Velden opens on 3 March.", "The museum in Velden opens on 13 March."),
        ("A warehouse full of grain burned down in Porvik.", "A warehouse full of grain burned down in Halden."),
        ("The firm Norvia overtook Selby Cars in sales.", "The firm Selby Cars overtook Norvia in sales."),
        ("It may take a month to clean the schools.", "It may take two months to clean the schools."),
    ],
)
def test_sentences_alike_that_conflict_are_in_tension(one: str, other: str) -> None:
    assert find_tensions([make_source(1, one), make_source(2, other)]) == {frozenset({"1.1", "2.1"})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour council approved the new pier.", "The new pier was approved by the harbour council on Monday."),
        ("A storm flooded the lower town.", "The mayor did not approve the new pier."),
        ("Twelve people were hurt at the Porvik mill.", "12 people were hurt at the Porvik mill and 3 cows died."),
    ],
)
def test_sentences_that_agree_or_have_little_in_common_are_in_no_tension(one: str, other: str) -> None:
    assert find_tensions([make_source(1, one), make_source(2, other)]) == frozenset()


# ---------------------------------------------------------------- the seeds


@pytest.mark.skipif("SEEDS" not in os.environ, reason="SEEDS names no folder")
def test_the_seeds_agree_twice_and_differ_in_one_quotation() -> None:
    paths = sorted(Path(os.environ["SEEDS"]).glob("*.txt"))
    articles = [
        Article(id=path.name, medium="pasted", given="-", text=path.read_text(encoding="utf-8"), language="en")
        for path in paths
    ]
    sources = [label(article, number=number) for number, article in enumerate(articles, 1)]
    joined = [" ".join(sentence.text for sentence in group) for group in align(sources)]
    assert len(joined) == 2
    assert any("investigating whether" in text and "probing if" in text for text in joined)
    assert any(text.count("security researchers") == 2 for text in joined)
    (difference,) = find_differences(sources)
    marked = contrasts(difference)
    assert [words[:2] for words in marked] == [["significant", "is doing"], ["substantial", "did here"]]
