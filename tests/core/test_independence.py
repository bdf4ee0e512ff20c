"""How many independent origins a claim has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.core.independence import roots_of
from bot.core.models import Article, Brief, Claim, Evidence, Origin, Receipt, Root, Source
from bot.core.origins import find_origins
from bot.core.outlets import parse_agencies, parse_outlets
from bot.core.sentences import label

TABLE = (Path(__file__).parents[2] / "config" / "outlets.toml").read_text(encoding="utf-8")
OUTLETS, AGENCIES = parse_outlets(TABLE), parse_agencies(TABLE)
CLOSED = "The lock at Velden has been shut since Monday."
FLOOD = (
    "The river Arn rose by four metres in five hours after heavy rain fell on the hills above the town of Tolby.",
    "Soldiers carried people from the roofs of the lower town until the evening, and the bridge was closed.",
)


def article(number: int, *paragraphs: str, outlet: str | None = None, language: str = "en") -> Source:
    return label(
        Article(
            id=str(number), medium="pasted", given="-", text="\n".join(paragraphs), outlet=outlet, language=language
        ),
        number=number,
    )


def roots(
    *sources: Source, cited: tuple[str, ...], behind: int = 0, drafted: tuple[Origin, ...] = ()
) -> tuple[Root, ...]:
    """The roots of the claim that cites these sentences, after `behind` other claims."""
    found = {each.label: each for source in sources for each in source.sentences}
    told = Claim(text="-", evidence=tuple(Evidence.of(found[each]) for each in cited))
    brief = Brief(
        headline="-",
        language="en",
        claims=(told,) * (behind + 1),
        origins=(*find_origins(sources, outlets=OUTLETS, agencies=AGENCIES), *drafted),
        sources=sources,
        receipt=Receipt(writer="model"),
    )
    return roots_of(brief, outlets=OUTLETS, agencies=AGENCIES)[-1]


def together(*numbers: int, name: str | None = None) -> Root:
    return Root(sources=numbers, name=name)


# ---------------------------------------------------------------- whole articles


def test_two_articles_that_tell_it_themselves_are_two_roots() -> None:
    one, two = article(1, CLOSED), article(2, "Velden's lock is closed.")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1), together(2))


def test_copies_are_one_root_without_a_name_of_its_own() -> None:
    one = article(1, *FLOOD, "The mayor thanked them.", outlet="Tolby Standard")
    two = article(2, *FLOOD, "A school was flooded.", outlet="Coast Dispatch")
    assert roots(one, two, cited=("1.1", "2.2")) == (together(1, 2),)


def test_copies_through_a_third_article_are_one_root_though_the_claim_does_not_cite_it() -> None:
    more = ("The mill below the bridge lost its wheel.", "Two cars and a boat were found near the old paper works.")
    middle = article(2, *FLOOD, *more)
    one, three = article(1, *FLOOD), article(3, *more)
    assert roots(one, middle, three, cited=("1.1", "3.1")) == (together(1, 3),)


def test_agency_copy_is_one_root_under_the_name_of_the_agency() -> None:
    one = article(1, "TOLBY (AP) — The river rose by four metres.", outlet="Tolby Standard")
    two = article(2, "Water stood in the lower town.", "(AP)", outlet="Coast Dispatch")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Associated Press"),)


def test_copy_of_two_agencies_is_two_roots() -> None:
    one = article(1, "TOLBY (AP) — The river rose by four metres.")
    two = article(2, "TOLBY (AFP) — Water stood in the lower town.")
    assert [root.name for root in roots(one, two, cited=("1.1", "2.1"))] == ["Associated Press", "Agence France-Presse"]


def test_an_agency_of_the_table_alone_is_known_by_its_credit() -> None:
    one = article(1, "Das Wasser steht in der Unterstadt.", "(APA)", language="de")
    two = article(2, "Die Brücke ist gesperrt.", "(APA)", language="de")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Austria Presse Agentur"),)


def test_two_articles_of_one_outlet_are_one_root() -> None:
    one, two = article(1, CLOSED, outlet="The Guardian"), article(2, "No ship passes Velden.", outlet="Guardian")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2),)


# ---------------------------------------------------------------- what a sentence credits


def test_sources_that_credit_one_outlet_are_one_root_with_its_name() -> None:
    one = article(1, "The lock is shut, Bloomberg reported.")
    two = article(2, "According to a report by Bloomberg, the lock has been shut since Monday.")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Bloomberg"),)


def test_the_outlet_itself_and_who_relays_it_are_one_root_without_another_name() -> None:
    own = article(1, "Documents show that the lock is shut.", outlet="Harbour Gazette")
    relay = article(2, "The lock is shut, the Harbour Gazette reported.", outlet="Velden Post")
    assert roots(own, relay, cited=("1.1", "2.1")) == (together(1, 2),)


def test_an_article_relays_one_claim_and_witnesses_another() -> None:
    one = article(1, "The lock is shut, Bloomberg reported.", "Ships wait in a long row before the gates.")
    two = article(2, "The lock is shut, according to Bloomberg.", "Twenty ships lie at anchor.")
    assert len(roots(one, two, cited=("1.1", "2.1"))) == 1
    assert roots(one, two, cited=("1.2", "2.2"), behind=5) == (together(1), together(2))


def test_a_speaker_whom_two_outlets_heard_has_two_witnesses() -> None:
    one = article(1, "The lock is shut, the harbour master said.")
    two = article(2, "The harbour master said that the lock was shut.")
    assert len(roots(one, two, cited=("1.1", "2.1"))) == 2


def test_a_speaker_whom_both_have_from_one_outlet_has_one() -> None:
    one = article(1, "The lock is shut, the harbour master told Fox News.")
    two = article(2, "In an interview with Fox News, the harbour master said that the lock was shut.")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Fox News"),)


def test_what_was_told_to_the_article_itself_is_its_own() -> None:
    own = article(1, "The lock is shut, officials told CNN, confirming a report by Politico.", outlet="CNN")
    relay = article(2, "The lock is shut, Politico reported.")
    assert roots(own, relay, cited=("1.1", "2.1")) == (together(1), together(2, name="Politico"))


@pytest.mark.parametrize("reaction", ["denied a Reuters report", "declined to comment on a Reuters report"])
def test_an_answer_to_a_report_is_not_told_by_it(reaction: str) -> None:
    one, two = article(1, f"The port {reaction} on the lock."), article(2, "The port did not confirm a thing.")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1), together(2))


def test_an_answer_does_not_rest_on_the_report_that_the_next_sentence_credits() -> None:
    one = article(1, "The port rejected a Reuters report on the lock.", "Reuters reported it on Monday.")
    assert roots(one, article(2, CLOSED), cited=("1.1", "2.1")) == (together(1), together(2))


def test_of_two_credits_the_one_to_an_article_of_the_claim_counts() -> None:
    own, relay = article(1, CLOSED, outlet="CNN"), article(2, "The lock is shut, Politico and CNN reported.")
    assert roots(own, relay, cited=("1.1", "2.1")) == (together(1, 2),)


def test_a_source_with_two_credits_does_not_join_the_two() -> None:
    cnn, reuters = article(1, CLOSED, outlet="CNN"), article(2, "The lock is closed.", outlet="Reuters")
    both = article(3, "The lock is shut, CNN and Reuters reported.")
    assert roots(cnn, reuters, both, cited=("1.1", "2.1", "3.1")) == (together(1, 3), together(2))


def test_of_two_credits_the_one_that_another_source_has_counts() -> None:
    one = article(1, "The lock is shut, CNN and Reuters reported.")
    two = article(2, "The lock is shut, Reuters reported.")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Reuters"),)


def test_an_outlet_that_cites_another_is_no_origin_beside_it() -> None:
    through = article(1, "The lock is shut, Reuters reported, citing the Harbour Gazette.")
    near, far = (
        article(2, "The lock is shut, Reuters reported."),
        article(3, "The Harbour Gazette reported the closure."),
    )
    assert len(roots(through, near, far, cited=("1.1", "2.1", "3.1"))) == 1


def test_the_initials_in_one_article_are_the_name_in_another() -> None:
    one = article(1, "PORVIK (NINA) - The storm reached the coast.")
    two = article(2, "The storm came at night, the Northern Isles News Agency reported.")
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Northern Isles News Agency"),)
    assert roots(one, two, cited=("1.1",))[0].name == "Northern Isles News Agency"


# ---------------------------------------------------------------- what its neighbours credit


def test_a_paragraph_goes_on_telling_the_report_that_opens_it() -> None:
    one = article(1, "Bloomberg reported that the lock is shut. Its gates are bent.")
    two = article(2, "The gates are bent, Bloomberg reported.")
    assert roots(one, two, cited=("1.2", "2.1"), behind=5) == (together(1, 2, name="Bloomberg"),)


@pytest.mark.parametrize(
    "first",
    [
        ("Bloomberg reported that the lock is shut.", "Its gates are bent."),
        ("Bloomberg reported that the lock is shut. The port said its gates are bent.",),
        ("The port told Bloomberg that the lock is shut. Its gates are bent.",),
    ],
    ids=["another paragraph", "another speaker", "an interview"],
)
def test_where_the_report_ends_is_not_guessed(first: tuple[str, ...]) -> None:
    two = article(2, "The gates are bent, Bloomberg reported.")
    assert len(roots(article(1, *first), two, cited=("1.2", "2.1"), behind=5)) == 2


@pytest.mark.parametrize(
    ("opens", "between", "resumes", "language"),
    [
        ("Bloomberg reported that the lock is shut.", "Ships wait.", "The report said the gates are bent.", "en"),
        ("Laut Bloomberg ist die Schleuse zu.", "Schiffe warten.", "Dem Bericht zufolge sind die Tore krumm.", "de"),
        ("La esclusa está cerrada, según Bloomberg.", "Hay cola.", "Según la agencia, falla una compuerta.", "es"),
        ("L’écluse est fermée, selon Bloomberg.", "On attend.", "Selon l’agence, une porte est tordue.", "fr"),
        ("Шлюз закрыт, сообщает Блумберг.", "Суда ждут.", "По данным агентства, ворота погнуты.", "ru"),
    ],
)
def test_the_newspaper_of_a_later_sentence_is_the_one_named_before(
    opens: str, between: str, resumes: str, language: str
) -> None:
    one = article(1, opens, between, resumes, language=language)
    assert roots(one, article(2, CLOSED), cited=("1.3", "2.1"), behind=5) == (
        together(1, name="Bloomberg"),
        together(2),
    )


@pytest.mark.parametrize(
    ("told", "afterthought", "language"),
    [
        ("The lock is shut.", "The news was first reported by Bloomberg.", "en"),
        ("Die Schleuse ist zu.", "Das berichtet Bloomberg.", "de"),
        ("Шлюз закрыт.", "Об этом сообщает Блумберг.", "ru"),
    ],
)
def test_a_mere_credit_belongs_to_the_sentence_before(told: str, afterthought: str, language: str) -> None:
    one = article(1, told, afterthought, "Nobody knows why.", language=language)
    assert roots(one, article(2, CLOSED), cited=("1.1", "2.1"), behind=5)[0].name == "Bloomberg"


# ---------------------------------------------------------------- the main report

LEDE = "Inspectors found bent gates at the lock of Velden a year before the accident."
DETAIL = (
    "According to a report by Bloomberg, the inspectors wrote in their protocol that the gates of Velden were bent."
)
RELAY = "Bloomberg reported that two gates had been seen to be crooked."


def test_the_top_of_an_article_rests_on_the_report_that_it_goes_on_to_tell() -> None:
    one, two = article(1, LEDE, "Nobody acted.", DETAIL), article(2, RELAY)
    assert roots(one, two, cited=("1.1", "2.1")) == (together(1, 2, name="Bloomberg"),)


def test_who_had_the_news_first_is_behind_the_sentence_before() -> None:
    news = "What was going on there was first reported by Bloomberg, which had seen several pages of a protocol."
    assert roots(article(1, LEDE, news), article(2, CLOSED), cited=("1.1", "2.1"))[0].name == "Bloomberg"


def test_a_claim_farther_down_does_not_rest_on_the_main_report() -> None:
    one, two = article(1, LEDE, "Nobody acted.", DETAIL), article(2, RELAY)
    assert len(roots(one, two, cited=("1.1", "2.1"), behind=2)) == 2


@pytest.mark.parametrize(
    "top",
    [
        (LEDE.removesuffix(".") + ", the port said.", "Nobody acted.", DETAIL),
        (LEDE, "Nobody acted.", "The price of coal rose, Bloomberg reported."),
        (LEDE, "Reuters reported a drought.", DETAIL),
        (LEDE, "One.", "Two.", "Three.", "Four.", DETAIL),
    ],
    ids=["a source of its own", "another matter", "not the first credit", "too far down"],
)
def test_the_main_report_is_not_guessed(top: tuple[str, ...]) -> None:
    assert len(roots(article(1, *top), article(2, RELAY), cited=("1.1", "2.1"))) == 2


def test_a_headline_that_credits_an_outlet_names_the_main_report() -> None:
    title = "Inspectors found bent gates at Velden lock, Bloomberg reports"
    text = f"{title}\n{LEDE}"
    headed = Article(id="1", medium="pasted", given="-", text=text, headline={"start": 0, "end": len(title)})
    [first, _] = roots(label(headed, number=1), article(2, CLOSED), cited=("1.1", "2.1"))
    assert first.name == "Bloomberg"


# ---------------------------------------------------------------- what a writer found


def drafted(name: str, *labels: str, among: tuple[Source, ...]) -> Origin:
    found = {each.label: each for source in among for each in source.sentences}
    evidence = tuple(Evidence.of(found[each]) for each in labels)
    return Origin(name=name, sources=tuple(sorted({each.source for each in evidence})), evidence=evidence)


def test_an_origin_that_only_a_writer_saw_counts_in_and_next_to_its_sentence() -> None:
    one = article(1, "It was Openwater that saw it.", "The lock is shut.", "Ships wait.", "The port said so.")
    two = article(2, "The lock, Openwater has it, is shut.")
    origin = drafted("Openwater", "1.1", "2.1", among=(one, two))
    assert roots(one, two, cited=("1.2", "2.1"), behind=5, drafted=(origin,)) == (together(1, 2, name="Openwater"),)
    assert len(roots(one, two, cited=("1.3", "2.1"), behind=5, drafted=(origin,))) == 2


def test_a_sentence_with_a_speaker_of_its_own_does_not_rest_on_a_drafted_neighbour() -> None:
    one = article(1, "The port said the lock is shut.", "It was Openwater that saw the gates bend in the night.")
    two = article(2, "The lock, Openwater has it, is shut.")
    origin = drafted("Openwater", "1.2", "2.1", among=(one, two))
    assert len(roots(one, two, cited=("1.1", "2.1"), behind=5, drafted=(origin,))) == 2


def test_a_drafted_origin_that_its_sentence_does_not_name_counts_for_nothing() -> None:
    one, two = article(1, "The lock is shut."), article(2, "The lock is closed.")
    origin = drafted("Openwater", "1.1", "2.1", among=(one, two))
    assert len(roots(one, two, cited=("1.1", "2.1"), drafted=(origin,))) == 2


def test_a_drafted_origin_does_not_make_a_report_of_an_answer_to_it() -> None:
    one, two = article(1, "The port denied a Reuters report on the lock."), article(2, "The port denied it.")
    origin = drafted("Reuters", "1.1", among=(one, two))
    assert len(roots(one, two, cited=("1.1", "2.1"), drafted=(origin,))) == 2


def test_every_source_of_a_claim_stands_under_exactly_one_root() -> None:
    texts = ("CNN reported it.", "Reuters reported it, citing CNN.", "CNN, Reuters and Politico reported it.", CLOSED)
    sources = [article(number, text) for number, text in enumerate(texts, 1)]
    found = roots(*sources, cited=("1.1", "2.1", "3.1", "4.1"))
    assert sorted(number for root in found for number in root.sources) == [1, 2, 3, 4]


def test_the_day_of_publication_does_not_matter() -> None:
    one = article(1, *FLOOD)
    later = one.article.model_copy(update={"id": "2", "published_at": date(2026, 3, 2)})
    assert roots(one, label(later, number=2), cited=("1.1", "2.1")) == (together(1, 2),)
