"""The verdict on a draft: what may be shown, what is sent back, what is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.contrast import contrasting
from bot.core.checking.examining import headline_passes
from bot.core.checking.verdict import check_draft, check_repairs
from bot.core.knowledge import Knowledge
from bot.core.models import (
    DraftBrief,
    DraftClaim,
    DraftDifference,
    DraftOrigin,
    DraftRepair,
    DraftRepairs,
    DraftVersion,
)
from tests.core.checking_sources import source_of

ONE = source_of(
    "The ferry Swallow hit the pier on Tuesday.",
    "Twelve people were hurt; the harbour office said that it will look into the brakes.",
    "“The brakes failed twice,” the captain told the Harbour Gazette.",
    "Crews from Interfax's office came.",
    number=1,
    headline="Ferry hits pier, 12 hurt",
)
TWO = source_of(
    "On Tuesday the Swallow struck a pier.",
    "At least 14 people were hurt; the Harbour Gazette said it had seen the brakes.",
    "“The brakes failed once,” the captain said.",
    number=2,
    headline="Fourteen hurt in ferry crash",
)
SOURCES = (ONE, TWO)


def claim(text: str, *evidence: str, attribution: str | None = None) -> DraftClaim:
    return DraftClaim(evidence=list(evidence), attribution=attribution, text=text)


def draft(*claims: DraftClaim, **parts: object) -> DraftBrief:
    fields: dict[str, object] = {"claims": list(claims), "differences": [], "origins": [], "headline": "", **parts}
    return DraftBrief.model_validate(fields)


def difference(*versions: tuple[str, str]) -> DraftDifference:
    return DraftDifference(versions=[DraftVersion(evidence=[label], text=text) for text, label in versions])


HIT = claim("The ferry Swallow hit a pier on Tuesday.", "1.1", "2.1")
HURT = claim("Twelve people were hurt.", "1.2")
WRONG = claim("Thirteen people were hurt.", "1.2")


def test_a_sound_claim_carries_evidence_cut_from_the_articles() -> None:
    (found,) = check_draft(draft(HIT), SOURCES).claims
    assert found.text == HIT.text
    assert [(each.label, each.source) for each in found.evidence] == [("1.1", 1), ("2.1", 2)]
    assert all(each.span.of(SOURCES[each.source - 1].article.text) == each.text for each in found.evidence)
    assert found.quoted_from is None


def test_a_failing_claim_keeps_its_number_and_its_draft() -> None:
    verdict = check_draft(draft(HIT, WRONG, HURT), SOURCES)
    assert [each.text for each in verdict.claims] == [HIT.text, HURT.text]
    (failed,) = verdict.failed
    assert (failed.number, failed.draft) == (2, WRONG)
    assert [(each.code, each.words) for each in failed.findings] == [("numbers.unsupported", "Thirteen")]


def test_unsound_citations_are_all_that_is_said_of_a_claim() -> None:
    (failed,) = check_draft(draft(claim("Thirteen people “ran”.", "1.9", "1.2")), SOURCES).failed
    assert [each.code for each in failed.findings] == ["citations.unknown_label"]


def test_a_claim_made_from_another_sentence_is_not_shown() -> None:
    wrong = claim("The captain said the brakes had failed once.", "2.2")
    (failed,) = check_draft(draft(wrong), SOURCES).failed
    assert ("citations.elsewhere", "2.2") in [(each.code, each.words) for each in failed.findings]


def test_a_sentence_that_a_claim_does_not_need_is_no_evidence() -> None:
    (passed,) = check_draft(draft(claim(HIT.text, "2.1", "2.3")), SOURCES).passed
    assert [each.label for each in passed.claim.evidence] == ["2.1"]
    assert [each.label for each in passed.statement.cited] == ["2.1"]
    assert passed.draft.evidence == ["2.1", "2.3"]


def test_every_check_speaks_of_sound_citations() -> None:
    (failed,) = check_draft(draft(claim("Thirteen people “ran away”.", "1.2")), SOURCES).failed
    assert [each.check for each in failed.findings] == ["numbers", "quotations"]


def test_repaired_claims_return_to_their_places() -> None:
    first = check_draft(draft(WRONG, HIT, claim("It sank.", "7.7")), SOURCES)
    repairs = DraftRepairs(
        claims=[
            DraftRepair(number=1, evidence=["1.2"], attribution=None, text="Twelve people were hurt."),
            DraftRepair(number=2, evidence=["1.1"], attribution=None, text="This one had not failed."),
            DraftRepair(number=1, evidence=["1.1"], attribution=None, text="A second second try."),
        ]
    )
    second = check_repairs(first.failed, repairs, SOURCES)
    verdict = first.with_repairs(second)
    assert [each.text for each in verdict.claims] == ["Twelve people were hurt.", HIT.text]
    assert [each.number for each in verdict.failed] == [3]
    assert [each.code for each in verdict.failed[0].findings] == ["citations.unknown_label"]


def test_a_repair_that_fails_again_is_failed_as_it_was_repaired() -> None:
    first = check_draft(draft(WRONG), SOURCES)
    repairs = DraftRepairs(claims=[DraftRepair(number=1, evidence=["1.2"], attribution=None, text="Nine were hurt.")])
    (failed,) = first.with_repairs(check_repairs(first.failed, repairs, SOURCES)).failed
    assert (failed.draft.text, failed.findings[0].words) == ("Nine were hurt.", "Nine")


def test_a_claim_said_twice_is_shown_once_with_both_evidences() -> None:
    again = claim("the ferry Swallow hit a pier on Tuesday", "1.1")
    other = claim("The ferry Swallow hit a pier on Tuesday.", "2.1")
    near = claim("On the Tuesday, 12 people hurt.", "1.2")
    found = check_draft(draft(again, other, HURT, claim("Twelve people were all hurt.", "1.2"), near), SOURCES).claims
    assert [[each.label for each in claim.evidence] for claim in found] == [["1.1", "2.1"], ["1.2"], ["1.1", "1.2"]]


def test_a_number_beside_the_cited_sentence_brings_its_own_sentence_into_the_evidence() -> None:
    source = source_of(
        "The storm damaged the harbour wall at Velden.", "Masons will need 40 days for it.", "Boats wait outside."
    )
    (found,) = check_draft(
        draft(claim("The storm damaged the harbour wall at Velden, work for 40 days.", "1.1")), (source,)
    ).claims
    assert [each.label for each in found.evidence] == ["1.1", "1.2"]


def test_no_source_gets_more_than_three_sentences_for_the_sake_of_a_number() -> None:
    told = [f"The harbour at Velden lost pier {place}." for place in ("north", "south", "west")]
    source = source_of(*told, "The harbour at Velden has 40 berths.")
    drafted = claim("The harbour at Velden, of 40 berths, lost its north, south and west pier.", "1.1", "1.2", "1.3")
    (found,) = check_draft(draft(drafted), (source,)).claims
    assert [each.label for each in found.evidence] == ["1.1", "1.2", "1.3"]


def test_what_may_stay_as_it_is_goes_back_once_and_is_shown_then() -> None:
    two = claim("On Tuesday the ferry Swallow hit the pier. Twelve people were hurt.", "1.1", "1.2")
    first = check_draft(draft(two), SOURCES, language="en")
    assert {each.code for each in first.mendable[0].findings} == {"clarity.two_facts"}
    again = DraftRepair(number=1, evidence=["1.1", "1.2"], attribution=None, text=two.text)
    second = first.with_repairs(check_repairs(first.mendable, DraftRepairs(claims=[again]), SOURCES, language="en"))
    assert second.mendable == ()
    settled = second.settled(SOURCES, language="en", knowledge=Knowledge())
    assert [each.text for each in settled.claims] == [two.text]
    assert [each.code for each in settled.claims[0].tries[-1].findings] == ["clarity.two_facts"]


def test_claims_that_differ_in_a_word_that_tells_are_kept_apart() -> None:
    source = source_of("The port closed for safety reasons and for weather reasons.")
    pair = (
        claim("The port closed for safety reasons.", "1.1"),
        claim("The port closed for weather reasons.", "1.1"),
    )
    assert len(check_draft(draft(*pair), (source,)).claims) == 2


def test_almost_the_same_words_on_other_evidence_are_kept_apart() -> None:
    pair = (claim("The Swallow hit a pier on Tuesday.", "1.1"), claim("The Swallow hit the pier on Tuesday.", "2.1"))
    assert len(check_draft(draft(*pair), SOURCES).claims) == 2


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Harbour Gazette", "Harbour Gazette"),
        ("the captain", "the captain"),
        ("Evening Star", None),
        ("", None),
        ("Harbour Gazette\nEvening", None),
        ("x" * 200, None),
    ],
)
def test_an_attribution_is_kept_where_the_article_has_its_names(name: str, kept: str | None) -> None:
    (found,) = check_draft(draft(claim("Twelve people were hurt.", "1.2", attribution=name)), SOURCES).claims
    assert found.attribution == kept


@pytest.mark.parametrize(
    ("article", "name", "kept"),
    [
        ("Об этом сказали в портовом управлении Вязов.", "портовое управление Вязов", True),
        ("Об этом сказали в портовом управлении Вязов.", "портовое училище Вязов", False),
        ("Об этом сказал мэр.", "мэра", True),
        ("Об этом сказал мэр.", "МЧС", False),
        ("Das sagten die Behörden.", "die Behörde", True),
        ("قالت هيئة الموانئ ذلك.", "هيئة الموانئ", True),
        ("قالت هيئة الموانئ ذلك.", "وزارة التجارة", False),
        ("県の港湾課が発表した。", "港湾課", True),
        ("県の港湾課が発表した。", "港湾局", False),
    ],
)
def test_an_attribution_may_end_otherwise_than_in_the_article(article: str, name: str, kept: bool) -> None:
    (found,) = check_draft(draft(claim("So.", "1.1", attribution=name)), (source_of(article),)).claims
    assert found.attribution == (name if kept else None)


def test_a_drafted_difference_marks_what_differs() -> None:
    versions = difference(("12 people were hurt.", "1.2"), ("At least 14 people were hurt.", "2.2"))
    (found,) = check_draft(draft(differences=[versions]), SOURCES).differences
    assert found.kind == "number"
    assert [[span.of(each.text) for span in each.contrast] for each in found.versions] == [["12"], ["At least 14"]]
    assert [each.evidence[0].label for each in found.versions] == ["1.2", "2.2"]


def test_a_difference_of_quotations_is_called_one() -> None:
    versions = difference(("“The brakes failed twice”", "1.3"), ("“The brakes failed once”", "2.3"))
    (found,) = check_draft(draft(differences=[versions]), SOURCES).differences
    assert found.kind == "quotation"
    assert [span.of(found.versions[0].text) for span in found.versions[0].contrast] == ["twice"]


@pytest.mark.parametrize(
    ("versions", "withheld"),
    [
        ((("13 people were hurt.", "1.2"), ("14 people were hurt.", "2.2")), 1),
        ((("12 people were hurt.", "1.9"), ("14 people were hurt.", "2.2")), 1),
        ((("The Swallow hit a pier.", "1.1"), ("the Swallow hit a pier", "2.1")), 0),
        ((("12 people were hurt.", "1.2"), ("The captain said the brakes failed.", "1.3")), 0),
    ],
)
def test_what_is_no_sound_difference_is_not_shown(versions: tuple[tuple[str, str], ...], withheld: int) -> None:
    verdict = check_draft(draft(differences=[difference(*versions)]), SOURCES)
    assert (verdict.differences, len(verdict.withheld)) == ((), withheld)


def test_a_withheld_difference_says_what_failed() -> None:
    versions = difference(("13 people were hurt.", "1.2"), ("14 people were hurt.", "2.9"))
    (withheld,) = check_draft(draft(differences=[versions]), SOURCES).withheld
    assert withheld.text == "13 people were hurt. · 14 people were hurt."
    assert [(each.code, each.words) for each in withheld.findings] == [
        ("numbers.unsupported", "13"),
        ("citations.unknown_label", "2.9"),
    ]


def test_a_withheld_difference_stays_withheld_after_a_repair() -> None:
    first = check_draft(
        draft(WRONG, differences=[difference(("13 were hurt.", "1.2"), ("14 were hurt.", "2.2"))]), SOURCES
    )
    repairs = DraftRepairs(claims=[DraftRepair(number=1, evidence=["1.2"], attribution=None, text=HURT.text)])
    verdict = first.with_repairs(check_repairs(first.failed, repairs, SOURCES))
    assert (verdict.failed, len(verdict.withheld)) == ((), 1)


def test_an_origin_is_kept_where_a_cited_sentence_names_it() -> None:
    drafted = [
        DraftOrigin(evidence=["1.3"], name="Harbour Gazette"),
        DraftOrigin(evidence=["2.2", "2.1"], name="harbour gazette"),
        DraftOrigin(evidence=["1.4"], name="Interfax"),
        DraftOrigin(evidence=["1.1"], name="Evening Star"),
        DraftOrigin(evidence=["1.9"], name="Harbour Gazette"),
        DraftOrigin(evidence=["1.2", "1.9"], name="harbour office"),
        DraftOrigin(evidence=["2.2"], name="Gaz"),
        DraftOrigin(evidence=["2.2"], name="..."),
    ]
    found = check_draft(draft(origins=drafted), SOURCES).origins
    assert [(each.name, each.sources) for each in found] == [("Harbour Gazette", (1, 2)), ("Interfax", (1,))]
    assert [[each.label for each in origin.evidence] for origin in found] == [["1.3", "2.2"], ["1.4"]]


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Ferry hits pier, 12 hurt", True),
        ("Ferry hits pier, 14 hurt", True),
        ("Ferry hits pier, 15 hurt", False),
        ("Captain: “The brakes failed twice”", True),
        ("Captain: “The brakes failed thrice”", False),
        ("Captain: “The brakes failed twice", False),
        ("Ferry hits pier on Wednesday", False),
        ("", False),
        ("Ferry\nhits pier", False),
        ("a" * 401, False),
    ],
)
def test_a_headline_is_checked_against_the_whole_sources(text: str, passes: bool) -> None:
    assert headline_passes(text, SOURCES) is passes


VERBATIM = st.one_of(
    st.text(min_size=1, max_size=120),
    st.text(alphabet=st.sampled_from("ab12 ,.“”\"'‘’«»-—…$%€"), min_size=1, max_size=60),
    st.lists(
        st.sampled_from(
            "Twelve 12 percent $3.2bn on Tuesday, Jan. 28 at 4 p.m. the “new plan” said mayor 三十二人 двадцать пять "
            "in May workers’ COVID-19 F-16 1.000 1 000 half a million two-thirds 2019-21 fall of 2024".split()
        ),
        min_size=1,
        max_size=12,
    ).map(" ".join),
)


@given(sentence=VERBATIM)
def test_a_sentence_cited_to_itself_passes_every_check(sentence: str) -> None:
    """Its marks may be unbalanced where the sentence was cut out of a longer quotation, and only that may be said."""
    from bot.core.checking.statement import cleaned

    text = cleaned(sentence)
    if text != sentence or "\n" in text or not any(char.isalnum() for char in text):
        return
    failed = check_draft(draft(claim(sentence, "1.1")), (source_of(sentence),)).failed
    assert {each.code for one in failed for each in one.findings} <= {"quotations.unbalanced"}


@given(one=st.text(max_size=60), other=st.text(max_size=60))
def test_contrast_spans_lie_in_order_inside_the_text(one: str, other: str) -> None:
    at = 0
    for span in contrasting(one, other):
        assert at <= span.start < span.end <= len(one)
        at = span.end
    assert contrasting(one, one) == ()
