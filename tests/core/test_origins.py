"""Who repeats whom."""

from __future__ import annotations

import os
import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.core.models import Article, Origin, Source
from bot.core.origins import find_origins
from bot.core.outlets import parse_agencies, parse_outlets
from bot.core.relays import find_credits
from bot.core.sentences import label
from tests.core.comparing_sources import make_source

TABLE = (Path(__file__).parents[2] / "config" / "outlets.toml").read_text(encoding="utf-8")
OUTLETS, AGENCIES = parse_outlets(TABLE), parse_agencies(TABLE)
WEATHER = (
    "The storm reached the coast of Velden shortly before midnight and tore the roofs off forty houses.",
    "By the morning the road to Porvik was under water and the ferries had stopped running altogether.",
    "A harbour crane fell onto an empty barge, which sank at its moorings within a few minutes.",
)


def origins(*sources: Source) -> dict[str, Origin]:
    return {origin.name: origin for origin in find_origins(sources, outlets=OUTLETS, agencies=AGENCIES)}


def credited(text: str, *, language: str = "en", outlet: str | None = None) -> list[str]:
    return sorted(origins(make_source(1, text, language=language, outlet=outlet)))


# ---------------------------------------------------------------- relays


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to a report by Reuters, the dam gates were left open.", "Reuters"),
        ("The dam gates were left open, Reuters reported on Monday.", "Reuters"),
        ("The gates were left open, two officials told the Associated Press.", "Associated Press"),
        ("The gates were left open, the AP has learned.", "Associated Press"),
        ("The leak was first reported by The Wall Street Journal.", "Wall Street Journal"),
        ("In an interview with Fox News, the governor called it a failure.", "Fox News"),
        ("A memo obtained by CNN shows that the gates were left open.", "CNN"),
        ("A CNN investigation found that the gates were left open.", "CNN"),
        ("The gates were left open, according to The\u00a0Guardian.", "The Guardian"),
        ("Laut einem Bericht der Süddeutschen blieb es still, meldet die dpa.", "Deutsche Presse-Agentur"),
        ("Das berichtet der Spiegel in seiner neuen Ausgabe.", "Der Spiegel"),
        ("Die Schleusen standen offen, wie das Handelsblatt berichtet.", "Handelsblatt"),
        ("Las compuertas quedaron abiertas, según informó El País.", "El País"),
        ("El gobernador dijo a EFE que las compuertas quedaron abiertas.", "EFE"),
        ("Les vannes étaient ouvertes, selon Le Monde.", "Le Monde"),
        ("Le préfet a déclaré à l'AFP que les vannes étaient ouvertes.", "Agence France-Presse"),
        ("Об этом сообщает РИА Новости со ссылкой на источник.", "RIA Novosti"),
        ("Затворы были открыты, пишет «Коммерсант».", "Kommersant"),
        ("The gates were left open, per CNN.", "CNN"),
        ("As The New Yorker put it, the gates were left open.", "The New Yorker"),
        ("The gates are open, a Reuters/Ipsos poll of engineers found.", "Reuters"),
        ("Das sagte er dem Spiegel am Montag.", "Der Spiegel"),
        ("Die Schleusen standen offen, so die Informationen der Süddeutschen Zeitung.", "Süddeutsche Zeitung"),
        ("Las compuertas quedaron abiertas, según fuentes consultadas por EFE.", "EFE"),
        ("Les vannes étaient ouvertes, selon nos confrères du Monde.", "Le Monde"),
        ("Затворы были открыты, сообщил источник «Интерфаксу».", "Interfax"),
        ("По данным «Медузы», затворы были открыты.", "Meduza"),
        ("قال مسؤولون لرويترز إن البوابات كانت مفتوحة.", "Reuters"),
        ("كانت البوابات مفتوحة، وفقا لصحيفة الشرق الأوسط.", "Asharq Al-Awsat"),
        ("米ロイター通信によると、水門は開いたままだった。", "Reuters"),
        ("NHKによると、水門は開いたままだった。", "NHK"),
        ("据路透社报道，水闸一直开着。", "Reuters"),
    ],
)
def test_a_credit_to_a_known_outlet_is_an_origin(text: str, name: str) -> None:
    assert credited(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The audit was first reported on Monday by the Harbour Gazette.", "Harbour Gazette"),
        ("The Harbour Gazette reported that the gates were left open.", "Harbour Gazette"),
        ("The mayor told Velden Valley Radio that the siren came late.", "Velden Valley Radio"),
        ("Das berichtet der Radiosender Welle Küste.", "Welle Küste"),
        ("Die Schleuse stand offen, wie die Küstenzeitung berichtet.", "Küstenzeitung"),
        ("Así lo contó anoche Radio Farolas, que cita a un práctico.", "Radio Farolas"),
        ("Les vannes étaient ouvertes, selon Le Courrier de Lorval.", "Le Courrier de Lorval"),
        ("Об этом стало известно от радиостанции «Маяк залива».", "Маяк залива"),
    ],
)
def test_a_credit_to_an_unknown_outlet_is_found_by_its_name(text: str, name: str) -> None:
    assert credited(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The National Security Agency said that it had no comment.",
        "The mayor told the Environmental Protection Agency about the leak.",
        "The White House Press Secretary said that the gates were shut.",
        "He was photographed outside the office of the New York Times.",
        "Reuters employs 2,600 journalists.",
        "Time will tell whether the dam holds.",
        "The bild of a dam, der spiegel of the sea.",
        "Police reported that the road was closed.",
        "Send us your post: news@harbour-times.example",
        "The Post Office said that letters would be late.",
        "Shares in the Guardian insurance group fell.",
        "A CNN crew was there.",
        "Fox News host resigns.",
        "Медузы видны у берега, сообщает порт.",
        "Известия о шлюзе пришли утром.",
        "تقع الجزيرة في البحر.",
    ],
)
def test_a_mere_mention_is_no_origin(text: str) -> None:
    assert credited(text) == []


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("The gates were open, Reuters reported.", False),
        ("Reuters was told that the gates were open.", True),
        ("The mayor told Reuters that the gates were open.", True),
        ("In an interview with Reuters on Monday, the mayor said so.", True),
        ("Der Bürgermeister sagte Reuters, sie seien offen.", True),
        ("El alcalde dijo a Reuters que estaban abiertas.", True),
        ("Le maire a déclaré à Reuters qu'elles étaient ouvertes.", True),
        ("Мэр рассказал Рейтер, что они открыты.", True),
        ("قال العمدة لرويترز إنها مفتوحة.", True),
    ],
)
def test_what_somebody_told_an_outlet_is_told_from_what_it_reports(text: str, spoken: bool) -> None:
    assert [(credit.name, credit.spoken) for credit in find_credits(text, OUTLETS)] == [("Reuters", spoken)]


@pytest.mark.parametrize(
    "text",
    [
        "CNN and Reuters reported that the gates were open.",
        "The gates were open, according to CNN and Reuters.",
        "Laut CNN und Reuters standen sie offen.",
        "Estaban abiertas, según CNN y Reuters.",
    ],
)
def test_outlets_that_are_named_together_are_credited_together(text: str) -> None:
    assert [credit.name for credit in find_credits(text, OUTLETS)] == ["CNN", "Reuters"]


def test_an_outlet_from_which_another_has_it_is_told() -> None:
    found = find_credits("The gates were open, Reuters reported, citing CNN.", OUTLETS)
    assert [(credit.name, credit.cited) for credit in found] == [("Reuters", False), ("CNN", True)]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("The port denied a Reuters report on the gates.", True),
        ("Der Hafen dementierte einen Bericht von Reuters.", True),
        ("The port denied it. The gates were open, Reuters reported.", False),
    ],
)
def test_an_answer_to_a_report_is_told_from_the_report(text: str, answered: bool) -> None:
    assert [credit.answered for credit in find_credits(text, OUTLETS)] == [answered]


def test_an_article_is_no_origin_of_itself() -> None:
    assert credited("The gates were left open, officials told CNN.", outlet="CNN") == []


def test_several_sources_rest_on_one_origin_with_the_sentences_that_say_so() -> None:
    first = make_source(1, "The gates were left open, Reuters reported.", "Nobody was hurt.")
    second = make_source(2, "Nobody was hurt.", "Officials told Reuters that the gates were left open.")
    origin = origins(first, second)["Reuters"]
    assert origin.sources == (1, 2)
    assert [evidence.label for evidence in origin.evidence] == ["1.1", "2.2"]
    assert origin.evidence[0].text == first.sentences[0].text


def test_the_outlet_that_others_rest_on_counts_with_them() -> None:
    own = make_source(1, "The gates were left open, documents show.", outlet="The Harbour Gazette")
    relay = make_source(2, "The gates were left open, the Harbour Gazette reported.", outlet="Velden Post")
    assert origins(own, relay)["Harbour Gazette"].sources == (1, 2)


def test_a_stranger_is_an_origin_only_when_two_sources_credit_it() -> None:
    one = make_source(1, "The gates stood open, according to a report by Openwater.")
    other = make_source(2, "The gates, as reported by Openwater, were left open.")
    assert origins(one) == {}
    assert origins(one, other)["Openwater"].sources == (1, 2)


@pytest.mark.parametrize("when", ["October", "Monday", "March 2026"])
def test_a_time_is_no_origin_however_many_sources_name_it(when: str) -> None:
    one = make_source(1, f"An inspection report from {when} mentions isolated damage to the gates.")
    other = make_source(2, f"The council had before it a report from {when} that spoke of rust on the dam.")
    assert origins(one, other) == {}


def test_an_outlet_that_one_source_names_as_such_is_known_in_all() -> None:
    one = make_source(1, "Das berichtet der Rundfunksender Welle Küste.")
    other = make_source(2, "Das von Welle Küste bekannt gemachte Gutachten ist alt.")
    assert origins(other) == {}
    assert origins(one, other)["Welle Küste"].sources == (1, 2)


def test_the_origin_behind_most_sources_comes_first() -> None:
    sources = [
        make_source(1, "The gates were open, CNN reported.", "Reuters reported that they were shut."),
        make_source(2, "Officials told Reuters that the gates were shut."),
    ]
    assert [origin.name for origin in find_origins(sources, outlets=OUTLETS)] == ["Reuters", "CNN"]


# ---------------------------------------------------------------- agency copy


@pytest.mark.parametrize(
    ("sentences", "authors", "name"),
    [
        (("PORVIK (AP) — The storm reached the coast.", *WEATHER), (), "Associated Press"),
        (("PORVIK, Jan. 4 (Reuters) - The storm reached the coast.", *WEATHER), (), "Reuters"),
        ((*WEATHER, "The Associated Press contributed to this report."), (), "Associated Press"),
        ((*WEATHER, "(dpa)"), (), "Deutsche Presse-Agentur"),
        (WEATHER, ("Reuters",), "Reuters"),
        (WEATHER, ("AFP/Redaktion",), "Agence France-Presse"),
        (("PORVIK (Northern Isles News Agency) - The storm came.", *WEATHER), (), "Northern Isles News Agency"),
        (("PORVIK (NINA) - The storm reached the coast.", *WEATHER), (), "NINA"),
        (("(Bloomberg) -- The storm reached the coast.", *WEATHER), (), "Bloomberg"),
        (("By a staff writer, The Associated Press", *WEATHER), (), "Associated Press"),
        (("By THE ASSOCIATED PRESS", *WEATHER), (), "Associated Press"),
        (("Reuters - The storm reached the coast.", *WEATHER), (), "Reuters"),
        (("Quelle: dpa", *WEATHER), (), "Deutsche Presse-Agentur"),
        (("Porvik (dpa/lno) – Der Sturm kam in der Nacht.", *WEATHER), (), "Deutsche Presse-Agentur"),
        (("PORVIK, 3 (EUROPA PRESS) - La tormenta.", *WEATHER), (), "Europa Press"),
        (("ПОРВИК, 3 мая. /ТАСС/. Шторм пришёл ночью.", *WEATHER), (), "TASS"),
        (("ПОРВИК, 3 мая — РИА Новости. Шторм пришёл ночью.", *WEATHER), (), "RIA Novosti"),
        (("بورفيك (رويترز) - وصلت العاصفة ليلا.", *WEATHER), (), "Reuters"),
        (("［ポルビク ３日 ロイター］ - 嵐が来た。", *WEATHER), (), "Reuters"),
        ((*WEATHER, "- Reuters."), (), "Reuters"),
        ((*WEATHER, "(Additional reporting by one; editing by another)"), (), "Reuters"),
        ((*WEATHER, "Dieser Text stammt von der Nachrichtenagentur dpa."), (), "Deutsche Presse-Agentur"),
        ((*WEATHER, "Avec AFP"), (), "Agence France-Presse"),
        ((*WEATHER, "Источник: Интерфакс"), (), "Interfax"),
        (WEATHER, ("A staff writer and Reuters",), "Reuters"),
    ],
)
def test_an_agency_is_found_in_first_and_last_lines_and_the_byline(
    sentences: tuple[str, ...], authors: tuple[str, ...], name: str
) -> None:
    assert list(origins(make_source(1, *sentences, authors=authors))) == [name]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Photo: AP", *WEATHER),
        ("The storm (see page 4) reached the coast.", *WEATHER),
        ("The Reuters building lost its roof in the storm.", *WEATHER),
        (*WEATHER, "The mayor (left) thanked the AP Moller shipping line."),
        ("REUTERS/A. Photographer", *WEATHER),
        ("Photo | Reuters", *WEATHER),
        ("A street in Porvik (AFP/Getty Images)", *WEATHER),
        ("He wrote for EFE, AP and Reuters before he came to Porvik.", *WEATHER),
        ("The Velden Water Board (VWB) - it runs the dam - said so.", *WEATHER),
        (*WEATHER, "What a storm is. [Reuters]", "How a dam works. [NHK]", "Who owns the lock. [CNN]"),
    ],
)
def test_what_is_no_agency_credit_makes_no_origin(sentences: tuple[str, ...]) -> None:
    assert origins(make_source(1, *sentences)) == {}


def test_the_articles_of_an_agency_are_no_copy_of_it() -> None:
    assert origins(make_source(1, "PORVIK (Reuters) - The storm reached the coast.", outlet="Reuters")) == {}


def test_the_initials_of_an_agency_are_its_name() -> None:
    one = make_source(1, "PORVIK (NINA) - The storm reached the coast.", *WEATHER[:1])
    other = make_source(2, "The storm came at night, the Northern Isles News Agency reported.")
    assert origins(one, other)["Northern Isles News Agency"].sources == (1, 2)


# ---------------------------------------------------------------- copies


def test_two_articles_with_one_text_have_one_origin() -> None:
    one = make_source(1, *WEATHER, outlet="Velden Post")
    other = make_source(2, "It was a bad night.", *WEATHER[:2], outlet="Porvik Daily")
    origin = origins(one, other)["Velden Post"]
    assert origin.sources == (1, 2)
    assert [evidence.label for evidence in origin.evidence] == ["1.1", "2.2"]


def test_the_earlier_article_gives_a_copy_its_name() -> None:
    later = make_source(1, *WEATHER, outlet="Velden Post", published_at=date(2026, 3, 3))
    earlier = make_source(2, *WEATHER, outlet="Porvik Daily", published_at=date(2026, 3, 2))
    assert list(origins(later, earlier)) == ["Porvik Daily"]


def test_a_copy_of_a_nameless_article_is_called_by_its_number() -> None:
    assert list(origins(make_source(1, *WEATHER), make_source(2, *WEATHER))) == ["[1]"]


def test_the_same_long_quotation_is_no_copy() -> None:
    quotation = (
        "“We saw the roofs fly off the houses along the whole of the sea front, one after the other, and there was "
        "nothing at all that anybody could do about it before the morning came,” the mayor said."
    )
    one = make_source(1, quotation, "Forty houses lost their roofs.")
    other = make_source(2, "In Velden the damage is great.", quotation)
    assert origins(one, other) == {}


def test_two_articles_in_different_words_are_no_copies() -> None:
    other = make_source(2, "Forty roofs were lost when the storm hit Velden around midnight.", "Ferries stood still.")
    assert origins(make_source(1, *WEATHER), other) == {}


# ---------------------------------------------------------------- the table


def test_the_table_of_outlets_is_read() -> None:
    assert len(OUTLETS) > 150
    assert "Reuters" in parse_outlets('agencies = ["Reuters"]\n')


def test_a_broken_table_is_an_error() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_outlets("agencies = [")


def test_no_two_entries_of_the_table_share_a_name() -> None:
    names = [name.strip() for entry in OUTLETS for name in entry.split("|")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["A-" * 20_000, "Aa " * 20_000, "(" * 20_000, " told the" * 9_000, " News" * 9_000])
def test_hostile_text_does_no_harm(text: str) -> None:
    assert origins(make_source(1, text)) == {}


@pytest.mark.skipif("SEEDS" not in os.environ, reason="SEEDS names no folder")
def test_both_seeds_rest_on_one_report() -> None:
    articles = [
        Article(id=path.name, medium="pasted", given="-", text=path.read_text(encoding="utf-8"))
        for path in sorted(Path(os.environ["SEEDS"]).glob("*.txt"))
    ]
    sources = [label(article, number=number) for number, article in enumerate(articles, 1)]
    found = origins(*sources)
    assert found["Bloomberg"].sources == (1, 2)
    assert found["Reuters"].sources == (2,)


def test_copies_of_one_agency_have_it_from_there_and_not_from_each_other() -> None:
    body = (
        "The river Arn rose by four metres in five hours after heavy rain fell on the hills above the town of Tolby.",
        "Soldiers carried people from the roofs of the lower town until the evening, the governor of the region said.",
    )
    credit = "(Reporting by Northgate News Agency in Tolby)"
    one = make_source(1, *body, "The mayor of Tolby thanked them.", credit, outlet="Tolby Standard")
    two = make_source(2, *body, "A school was flooded.", credit, outlet="Coast Dispatch")
    [origin] = find_origins((one, two))
    assert (origin.name, origin.sources) == ("Northgate News Agency", (1, 2))
    assert {"1.1", "2.1"} <= {evidence.label for evidence in origin.evidence}
