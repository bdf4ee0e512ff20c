"""A headline says no more than the sentences of the claims that it speaks of."""

import pytest

from bot.app import read_knowledge
from bot.core.checking.examining import examine
from bot.core.checking.statement import resolve
from bot.core.checking.verdict import check_draft
from bot.core.headlines import headline_holds, statement_of
from bot.core.models import Claim, DraftBrief, DraftClaim
from tests.core.checking_sources import source_of

KNOWN = read_knowledge()

SOURCE = source_of(
    "Prosecutors accused the mayor of Velden of taking bribes from a builder.",
    "The council of Velden approved a bridge over the Lune for 40 million euros on Tuesday.",
    "The harbour master said a failed pump was a possible cause of the flood at the docks.",
    language="en",
)


def claims(*drafted: tuple[str, str]) -> tuple[Claim, ...]:
    made = [DraftClaim(evidence=[label], attribution=None, text=text) for text, label in drafted]
    verdict = check_draft(
        DraftBrief(claims=made, differences=[], origins=[], headline=""),
        (SOURCE,),
        language="en",
        knowledge=KNOWN,
    )
    assert len(verdict.claims) == len(drafted)
    return verdict.claims


CLAIMS = claims(
    ("Prosecutors accused the mayor of Velden of taking bribes from a builder.", "1.1"),
    ("The council of Velden approved a bridge over the Lune on Tuesday.", "1.2"),
    ("A failed pump was a possible cause of the flood at the docks, the harbour master said.", "1.3"),
)


def holds(headline: str, told: tuple[Claim, ...] = CLAIMS) -> bool:
    return headline_holds(headline, told, (SOURCE,), language="en", knowledge=KNOWN)


@pytest.mark.parametrize(
    "headline",
    [
        "Council of Velden approves bridge over the Lune",
        "Mayor of Velden accused of taking bribes",
        "Velden council approves 40 million euro bridge",
        "Failed pump possible cause of flood at docks, harbour master says",
    ],
)
def test_what_a_claim_says_may_stand_above_them(headline: str) -> None:
    assert holds(headline)


@pytest.mark.parametrize(
    ("headline", "why"),
    [
        ("Mayor of Velden took bribes from builder", "the accusation is told as a fact"),
        ("Velden council approves 60 million euro bridge", "another number"),
        ("Council of Tolby approves bridge over the Lune", "another place"),
        ("Shocking flood at the docks, harbour master says pump possible cause", "a loaded word"),
        ("Ferry runs aground off the coast", "no claim speaks of it"),
        ("Council hands builder the bridge money in secret night session", "most of its words are nobody's"),
        ("", "nothing"),
    ],
)
def test_what_no_claim_says_may_not(headline: str, why: str) -> None:
    assert not holds(headline), why


def test_a_headline_may_speak_of_two_claims() -> None:
    headline = "Council of Velden approves bridge as mayor is accused of taking bribes"
    statement = statement_of(headline, CLAIMS, (SOURCE,), language="en")
    assert statement is not None
    assert set(statement.labels) == {"1.1", "1.2"}
    assert holds(headline)


def test_of_claims_that_are_not_shown_it_may_not_speak() -> None:
    assert not holds("Council of Velden approves bridge over the Lune", CLAIMS[2:])


def test_the_sound_headlines_of_these_tests_would_pass_as_claims() -> None:
    statement = resolve("The mayor of Velden is accused of taking bribes.", ["1.1"], (SOURCE,), language="en")
    assert not examine(statement, knowledge=KNOWN).findings
