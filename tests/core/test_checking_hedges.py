"""C5: a claim is never surer than the sentences it cites."""

import pytest

from bot.core.checking import attribution
from bot.core.knowledge import Knowledge
from tests.core.attribution_cases import codes, codes_of, state
from tests.core.checking_sources import source_of


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The dam may flood the lower valley.", "The dam will flood the lower valley."),
        ("The dam could flood the lower valley.", "The dam will flood the lower valley."),
        ("The driver allegedly damaged the pier.", "The driver damaged the pier."),
        ("The driver is accused of damaging the pier.", "The driver damaged the pier."),
        ("The alleged smuggler left the island.", "The smuggler left the island."),
        ("The pier is likely to remain closed.", "The pier will remain closed."),
        ("The board is expected to reopen the pier.", "The board will reopen the pier."),
        ("The board plans to sell the northern pier.", "The board will sell the northern pier."),
        ("Perhaps divers reached the wreck.", "Divers reached the wreck."),
        ("The crew apparently ignored the signal.", "The crew ignored the signal."),
        ("Possible damage closed the pier.", "Damage closed the pier."),
        ("The captain reportedly left the ship early.", "The captain left the ship early."),
        ("May heavy rain close the pier?", "Heavy rain will close the pier."),
    ],
)
def test_a_hedge_that_falls_out_is_found(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["hedge"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The dam may flood the lower valley.", "The dam might flood the lower valley."),
        ("The dam may flood the lower valley.", "The dam will possibly flood the lower valley."),
        ("The pier is likely to remain closed.", "The pier may remain closed."),
        ("The driver allegedly damaged the pier.", "The driver is accused of damaging the pier."),
        ("The driver allegedly damaged the pier.", "Prosecutors said the driver damaged the pier."),
        ("The board plans to sell the northern pier.", "The board intends to sell the northern pier."),
        ("The board plans to sell the northern pier.", "The board said it will sell the northern pier."),
        ("The board is expected to reopen the pier.", "The board would reopen the pier."),
    ],
)
def test_an_equal_or_weaker_hedge_may_stand_for_another(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The dam may flood the lower valley.", "The dam is likely to flood the lower valley."),
        ("The dam could flood the lower valley.", "The dam is expected to flood the lower valley."),
    ],
)
def test_a_stronger_hedge_does_not_stand_for_a_weaker_one(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["hedge"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The ferry left in May and reached the island.", "The ferry left and reached the island."),
        ("The ferry could not reach the island.", "The ferry did not reach the island."),
        ("The might of the storm surprised sailors.", "The storm surprised sailors."),
        ("The crew worked as fast as possible on the pier.", "The crew worked fast on the pier."),
        ("Older ships are less likely to reach the island.", "Older ships reach the island less often."),
        ("The board sees potential for the pier.", "The board sees a use for the pier."),
        ("The woman expected a second child.", "The woman had a second child."),
    ],
)
def test_words_that_are_no_hedges_here_are_left_alone(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == []


def test_a_hedge_on_another_part_of_the_sentence_does_not_count() -> None:
    sentence = "The crew closed the northern pier on Monday because rain may wash out the road."
    assert codes("The crew closed the northern pier on Monday.", sentence) == []


def test_one_hedge_does_not_do_for_two() -> None:
    sentence = "The dam may flood the lower valley and might close the coastal road."
    assert codes("The dam may flood the lower valley and will close the coastal road.", sentence) == ["hedge"]


def test_another_cited_sentence_without_the_hedge_bears_the_claim_out() -> None:
    claim = "The dam flooded the lower valley."
    hedged = source_of("The dam may have flooded the lower valley.", number=1, language="en")
    plain = source_of("The dam flooded the lower valley.", number=2, language="en")
    assert codes_of(claim, hedged, labels=["1.1"]) == ["hedge"]
    assert codes_of(claim, hedged, plain, labels=["1.1", "2.1"]) == []


def test_the_finding_names_the_hedge_and_the_word_it_governs() -> None:
    statement = state("The dam will flood the lower valley.", "The dam may flood the lower valley.")
    (found,) = attribution.check(statement, knowledge=Knowledge())
    assert found.words == "may flood"


@pytest.mark.parametrize(
    ("language", "sentence", "claim", "kept"),
    [
        ("de", "Der Damm könnte das Tal überfluten.", "Der Damm wird das Tal überfluten.", "Der Damm kann das Tal "
         "überfluten."),
        ("de", "Der mutmaßliche Schmuggler verließ die Insel.", "Der Schmuggler verließ die Insel.",
         "Der angebliche Schmuggler verließ die Insel."),
        ("es", "El presunto contrabandista dejó la isla.", "El contrabandista dejó la isla.",
         "El supuesto contrabandista dejó la isla."),
        ("fr", "Le barrage pourrait inonder la vallée.", "Le barrage va inonder la vallée.",
         "Le barrage peut inonder la vallée."),
        ("ru", "Возможно, дамба затопит долину.", "Дамба затопит долину.", "Дамба может затопить долину."),
    ],
)  # fmt: skip
def test_each_language_has_its_hedges(language: str, sentence: str, claim: str, kept: str) -> None:
    assert codes(claim, sentence, language=language) == ["hedge"]
    assert codes(kept, sentence, language=language) == []


def test_across_languages_hedges_are_not_compared() -> None:
    source = source_of("Der Damm könnte Talbach überfluten.", language="de")
    assert codes_of("The dam will flood Talbach.", source, labels=["1.1"]) == []


# ---------------------------------------------------------------- one possibility, a belief, first findings


@pytest.mark.parametrize("words", ["is only one possibility", "is one possibility", "remains a possibility"])
def test_what_is_one_possibility_is_no_cause(words: str) -> None:
    sentence = f"A leak in the tank {words}, the crew said."
    assert codes("A leak in the tank sank the ship, the crew said.", sentence) == ["hedge"]
    assert codes("A leak in the tank may have sunk the ship, the crew said.", sentence) == []


def test_what_somebody_says_that_others_believe_stays_a_belief() -> None:
    sentence = "The captain said the owners believe a worn cable sank the ship."
    assert codes("A worn cable sank the ship, the captain said.", sentence) == ["hedge"]
    assert codes("The owners believe a worn cable sank the ship, the captain said.", sentence) == []
    assert codes("According to the owners, a worn cable sank the ship.", sentence) == []


def test_a_belief_that_nobody_else_reports_may_be_told_as_what_is_said() -> None:
    sentence = "The owners believe a worn cable sank the ship."
    assert codes("A worn cable sank the ship, the owners said.", sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "claim", "kept"),
    [
        (
            "ru",
            "По предварительным данным водолазов, трос порвался ночью.",
            "Трос порвался ночью, сообщили водолазы.",
            "Трос, предварительно, порвался ночью, сообщили водолазы.",
        ),
        (
            "en",
            "According to preliminary findings of the divers, the cable tore at night.",
            "The cable tore at night, according to the divers.",
            "The cable tore at night, according to first findings of the divers.",
        ),
        (
            "de",
            "Nach ersten Erkenntnissen der Taucher riss das Seil in der Nacht.",
            "Das Seil riss nach Angaben der Taucher in der Nacht.",
            "Das Seil riss nach Angaben der Taucher vermutlich in der Nacht.",
        ),
    ],
)
def test_what_is_known_for_now_only_is_not_settled(language: str, sentence: str, claim: str, kept: str) -> None:
    assert codes(claim, sentence, language=language) == ["hedge"]
    assert codes(kept, sentence, language=language) == []


def test_first_findings_about_something_else_qualify_nothing() -> None:
    sentence = "According to preliminary findings, the cable tore at night; the harbour reopened on Monday morning."
    assert codes("The harbour reopened on Monday morning.", sentence) == []


def test_an_arabic_particle_is_a_hedge_before_the_present_and_none_before_the_past() -> None:
    assert codes("قال البحار إن السفينة ستصل مساء.", "قال البحار إن السفينة قد تصل مساء.", language="ar") == ["hedge"]
    assert codes("قال البحار إن السفينة قد تصل مساء.", "قال البحار إن السفينة قد تصل مساء.", language="ar") == []
    assert codes("قال البحار إن السفينة وصلت مساء.", "قال البحار إن السفينة قد وصلت مساء.", language="ar") == []
