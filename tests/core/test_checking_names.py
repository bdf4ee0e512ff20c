"""C4: names of a claim stand in the articles it cites, in one writing or another."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.names import check, doubts
from bot.core.checking.statement import resolve
from bot.core.knowledge import Knowledge
from bot.core.models import Source
from bot.core.name_table import parse_names
from tests.core.checking_sources import source_of

CONFIG = Path(__file__).parents[2] / "config"
KNOWLEDGE = Knowledge(
    names=parse_names((CONFIG / "names.toml").read_text(encoding="utf-8")),
    outlets=frozenset(("Associated Press | AP",)),
)
HARBOUR = source_of(
    "Ferry traffic in Portmouth stopped on Monday, Mayor Clara Halvorsen told the Port Herald.",
    "The U.S. Coast Guard and the Environmental Protection Agency sent boats from Norway.",
    "Investigators of the transport ministry looked at the pier, The Associated Press reported.",
    "Obama will visit the Maritime Museum, and the council of the city thanked him.",
    "Dockers walked out at Grünau, MULGREW told reporters.",
    headline="Storm shuts Portmouth harbour",
    language="en",
)
HAFEN = source_of(
    "Der Hafen von Nordhausen blieb wegen des Sturms geschlossen, teilte die Bürgermeisterin Klara Weissberg mit.",
    "Zwei Fähren der Reederei Seelinie kollidierten vor der Insel.",
    "Die Europäische Union will drei Millionen Euro geben.",
    language="de",
)
PUERTO = source_of(
    "La alcaldesa de Puerto Alto, Clara Montes, dijo el lunes que el puerto seguirá cerrado.",
    "El Gobierno de España enviará barcos.",
    language="es",
)
ESTUAIRE = source_of(
    "La maire de Port-Haut, Claire Dumont, a déclaré lundi que le port de l'Estuaire restera fermé.",
    "L'Union européenne versera trois millions d'euros.",
    language="fr",
)
PORT = source_of(
    "Мэр Нижнереченска Клавдия Береза сообщила, что порт закрыт.",
    "В Москве согласились с решением мэра, а Норвегия прислала корабли.",
    language="ru",
)
MINA = source_of(
    "قالت رئيسة بلدية نوردهاوزن كلارا هالفورسن إن الميناء مغلق.", "وافقت الولايات المتحدة على القرار.", language="ar"
)
MINATO = source_of("市長のクララ・ハルボルセン氏は月曜日、港を閉鎖すると述べた。", "OpenAIも支援する。", language="ja")


def unknown(claim: str, *sources: Source, language: str = "en", labels: tuple[str, ...] = ("1.1",)) -> list[str]:
    """Return the names that C4 finds in no cited article."""
    found = check(resolve(claim, labels, sources, language=language), knowledge=KNOWLEDGE)
    assert all(each.code == "names.unknown" and each.check == "names" for each in found)
    assert all(each.words in claim for each in found)
    return [each.words for each in found]


def doubted(
    claim: str, *sources: Source, language: str = "en", labels: tuple[str, ...] = ("1.1",)
) -> list[tuple[str, str]]:
    """Return what C4 leaves to a judge: the end of each code, and the words."""
    found = doubts(resolve(claim, labels, sources, language=language), knowledge=KNOWLEDGE)
    return [(each.code.removeprefix("names."), each.words) for each in found]


@pytest.mark.parametrize(
    "claim",
    [
        "Clara Halvorsen stopped the ferries of Portmouth.",
        "Halvorsen’s office stopped the ferries.",
        "Ms. Halvorsen, the mayor, stopped them on Tuesday in May.",
        "The EPA and the American Coast Guard sent boats.",
        "The E.P.A. sent boats from Norwegian ports.",
        "The AP reported that the Transport Ministry looked at it.",
        "A Halvorsen-led council thanked the President.",
        "The City Council thanked the visitor.",
        "Dockers walked out at Grunau, said Mulgrew.",
        "Investigations went on, and boats came. Fishermen waited.",
        "I think CEOs and MPs of the II. district met.",
        "Police said nothing. Critics complained. Dredging stopped.",
        "Will the ferries run, the mayor was asked.",
        "Rich catches came in. Rain was heavy. Visitor was thanked.",
        "Critics joined the dockers. The Island was shut, said Miss Halvorsen.",
    ],
)
def test_a_name_that_stands_there_in_any_writing_passes(claim: str) -> None:
    assert unknown(claim, HARBOUR) == []


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Mayor Clara Thornbury stopped the ferries.", ["Thornbury"]),
        ("Thornbury said the ferries stopped.", ["Thornbury"]),
        ("Thornbury, the mayor, stopped the ferries.", ["Thornbury"]),
        ("Thornbury's office stopped the ferries.", ["Thornbury"]),
        ("Ada Thornbury of Portmouth stopped the ferries.", ["Ada Thornbury"]),
        ("Nordbank Group ferries stopped in Portmouth.", ["Nordbank Group"]),
        ("Boats came from the Royal Geological Society.", ["Royal Geological Society"]),
        ("The Supreme Court stopped the ferries.", ["Supreme Court"]),
        ("Boats came from Denmark.", ["Denmark"]),
        ("Danish boats came.", ["Danish"]),
        ("The FBI sent boats.", ["FBI"]),
        ("The NBG sent boats.", ["NBG"]),
        ("The ferries of OceanRide stopped.", ["OceanRide"]),
        ("The ferries stopped, said Hillary Halvorsen.", ["Hillary"]),
        ("It was “a storm” and Thornbury may have said so.", ["Thornbury"]),
        ("Halvorsen told Thornbury and Abernathy.", ["Thornbury", "Abernathy"]),
        ("The ferries were stopped by Mr. Thornbury.", ["Thornbury"]),
        ("The High Tribunal stopped the ferries.", ["High Tribunal"]),
        ("OceanRide ferries stopped.", ["OceanRide"]),
        ("The boats of the Thornbury of Obama stopped.", ["Thornbury"]),
    ],
)
def test_a_name_that_no_article_has_is_named(claim: str, words: list[str]) -> None:
    assert unknown(claim, HARBOUR) == words


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The HSB met.", "The Harbour Safety Board met."),
        ("The OHS and the OFHS met.", "The Office for Harbour Safety met."),
        ("The Harbour Safety Board met.", "The HSB met."),
        ("Nordonian boats came.", "Boats came from Nordonia."),
        ("The boats of Nordonia came.", "The boats were Nordonian."),
        ("The Seabank paid.", "The loan of Sea-Bank was paid."),
        ("The Unfed paid.", "It was paid by the UNFED."),
        ("The UNFED paid.", "It was paid by the Unfed."),
        ("Mayor Bill Thornbury paid.", "The mayor, William Thornbury, paid."),
        ("J. Thornbury paid.", "Thornbury paid."),
    ],
)
def test_a_name_may_be_shortened_joined_or_inflected(claim: str, sentence: str) -> None:
    assert unknown(claim, source_of(sentence, language="en", headline="-")) == []


@pytest.mark.parametrize(
    ("claim", "sentence", "words"),
    [
        ("The EU paid.", "The European crews formed a union.", ["EU"]),
        ("Boats came from Poland.", "A pole fell into the water.", ["Poland"]),
        ("The WHO came.", "She asked, “Who came?”", ["WHO"]),
        ("The US came.", "He told us.", ["US"]),
    ],
)
def test_a_small_word_is_no_writing_of_a_name(claim: str, sentence: str, words: list[str]) -> None:
    assert unknown(claim, source_of(sentence, language="en", headline="-")) == words


def test_quotations_are_left_to_their_own_check() -> None:
    assert unknown("She called it “a Thornbury moment”.", HARBOUR) == []


def test_a_headline_in_capitals_says_little_of_names() -> None:
    assert unknown("Mayor Halvorsen Halts Every Ferry After Storm", HARBOUR) == []
    assert unknown("Mayor Halvorsen Halts Every Ferry After Storm in China", HARBOUR) == ["China"]


def test_outlet_author_and_address_belong_to_the_article() -> None:
    article = HARBOUR.article.model_copy(
        update={
            "outlet": "Evening Ledger",
            "authors": ("Office of Rothmoor",),
            "url": "https://www.harbourgazette.example/a",
            "published_at": datetime(2026, 1, 1, tzinfo=UTC),
        }
    )
    source = HARBOUR.model_copy(update={"article": article})
    claim = "The Evening Ledger, Rothmoor and the Harbour Gazette reported it."
    assert unknown(claim, source) == []
    assert unknown(claim, HARBOUR) == ["Evening Ledger", "Rothmoor", "Harbour Gazette"]


def test_one_cited_article_with_the_name_is_enough() -> None:
    other = source_of("The mayor of the town spoke.", number=2, language="en")
    assert unknown("Mayor Clara Halvorsen spoke.", HARBOUR, other, labels=("1.1", "2.1")) == []
    assert doubted("Mayor Clara Halvorsen spoke.", HARBOUR, other, labels=("1.1", "2.1")) == []


def test_a_name_far_from_what_is_cited_is_left_to_the_judge() -> None:
    assert doubted("Boats came from Norway, and Obama paid.", HARBOUR) == [("elsewhere", "Obama")]
    assert doubted("Boats came from Norway to Portmouth.", HARBOUR) == []
    assert doubted("It was Norway’s Obama.", HARBOUR) == [("elsewhere", "Obama")]
    assert doubted("It was the City Council.", HARBOUR) == []
    assert doubted("The storm in Portmouth was over.", HARBOUR, labels=("1.5",)) == []


def test_a_first_name_that_the_article_leaves_out_is_left_to_the_judge() -> None:
    claim = "The visit of Barack Obama is planned."
    assert unknown(claim, HARBOUR, labels=("1.4",)) == []
    assert doubted(claim, HARBOUR, labels=("1.4",)) == [("elsewhere", "Barack")]


@pytest.mark.parametrize(
    "claim",
    [
        "Bürgermeisterin Weissberg ließ den Hafen von Nordhausen schließen.",
        "Weissbergs Behörde sperrte wegen Gefahr die Hafenzufahrt für Schiffe.",
        "Die Hafenverwaltung warnte Seeleute vor Hochwasser und Böen.",
        "Die Nordhausener Polizei sah am Montag keine Verletzten.",
        "Im Ausland wächst nach Angaben von Fachleuten die Sorge um Lieferketten.",
        "Die EU gibt drei Millionen Euro Soforthilfe für Reparaturen.",
        "Die Opposition sagte Zeugen, der Bericht sei eine Fälschung.",
    ],
)
def test_german_nouns_are_no_names(claim: str) -> None:
    assert unknown(claim, HAFEN, language="de") == []


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Bürgermeisterin Thornbury ließ den Hafen schließen.", ["Thornbury"]),
        ("Die Stadt Südheim schloss den Hafen.", ["Stadt Südheim"]),
        ("Thornbury sagte, der Hafen bleibe zu.", ["Thornbury"]),
        ("Der Hafen bleibe zu, sagte Thornbury.", ["Thornbury"]),
        ("Frankreichs Hilfe kam, die AfD und die EZB lehnten das ab.", ["Frankreich", "AfD", "EZB"]),
    ],
)
def test_a_german_word_after_a_title_or_beside_a_verb_of_saying_is_a_name(claim: str, words: list[str]) -> None:
    assert [each.removesuffix("s") for each in unknown(claim, HAFEN, language="de")] == words


def test_two_unknown_german_words_in_a_row_are_left_to_the_judge() -> None:
    claim = "Ada Thornbury besuchte die Reederei."
    assert unknown(claim, HAFEN, language="de") == []
    assert doubted(claim, HAFEN, language="de") == [("elsewhere", "Ada Thornbury")]


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("La alcaldesa Montes anunció que el puerto no abre.", PUERTO, "es"),
        ("El Ejecutivo español enviará barcos. Vecinos y pescadores esperan.", PUERTO, "es"),
        ("L'UE versera trois millions à Port-Haut, selon Mme Dumont.", ESTUAIRE, "fr"),
        ("D'après Dumont, l'Estuaire reste fermé.", ESTUAIRE, "fr"),
        ("Порт Нижнереченска закрыли по решению Клавдии Березы.", PORT, "ru"),
        ("Московские власти и норвежские моряки согласились с Березой.", PORT, "ru"),
        ("Эксперты сообщили о закрытии.", PORT, "ru"),
        ("ハルボルセン市長は港を閉鎖し、サービスを停止する。OpenAIが支援する。", MINATO, "ja"),
        ("أغلقت هالفورسن الميناء بموافقة فرنسا.", MINA, "ar"),
    ],
)
def test_cases_genders_and_articles_of_other_languages_pass(claim: str, source: Source, language: str) -> None:
    assert unknown(claim, source, language=language) == []


@pytest.mark.parametrize(
    ("claim", "source", "language", "words"),
    [
        ("Francia enviará barcos, según Radio Thornbury.", PUERTO, "es", ["Francia", "Radio Thornbury"]),
        ("Thornbury dijo que el puerto no abre.", PUERTO, "es", ["Thornbury"]),
        ("Bruxelles et l'Allemagne paieront Thornbury.", ESTUAIRE, "fr", ["Bruxelles", "Allemagne", "Thornbury"]),
        ("Порт закрыли по решению Торнбери.", PORT, "ru", ["Торнбери"]),
        ("Корабли пришли из Ирака.", PORT, "ru", ["Ирака"]),
        ("ジョン・ソーンベリー市長は港を閉鎖する。", MINATO, "ja", ["ジョン・ソーンベリー"]),
    ],
)  # fmt: skip
def test_a_foreign_name_is_found_in_other_languages(
    claim: str, source: Source, language: str, words: list[str]
) -> None:
    assert unknown(claim, source, language=language) == words


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("Мэр Портмута Клара Халворсен остановила паромы.", HARBOUR, "ru"),
        ("Береговая охрана США и норвежские лодки пришли из Норвегии.", HARBOUR, "ru"),
        ("Прибыла Клавдия Береза.", source_of("Bereza came with Klavdia.", language="en"), "ru"),
        ("Die Bürgermeisterin Clara Halvorsen stoppte Fähren, Norwegen und die USA halfen.", HARBOUR, "de"),
        ("Mayor Klavdia Bereza of Nizhnerechensk closed the port, and Moscow agreed.", PORT, "en"),
        ("Mayor Klara Halvorsen closed the port of Nordhausen, and the United States agreed.", MINA, "en"),
    ],
)
def test_a_name_in_another_alphabet_or_language_is_recognised(claim: str, source: Source, language: str) -> None:
    assert unknown(claim, source, language=language) == []
    assert doubted(claim, source, language=language) == []


@pytest.mark.parametrize(
    ("claim", "source", "language", "words"),
    [
        ("Мэр Торнбери остановила паромы.", HARBOUR, "ru", "Торнбери"),
        ("Fähren standen still, sagte Abernathy.", HARBOUR, "de", "Abernathy"),
        ("Mayor Thornbury closed the port.", PORT, "en", "Thornbury"),
        ("The port is closed, and France agreed.", MINA, "en", "France"),
        ("قالت Nordbank إن الميناء مغلق.", MINA, "ar", "Nordbank"),
    ],
)
def test_what_another_language_may_write_otherwise_is_doubted_and_never_found(
    claim: str, source: Source, language: str, words: str
) -> None:
    assert unknown(claim, source, language=language) == []
    assert doubted(claim, source, language=language) == [("transliterated", words)]


def test_a_language_whose_endings_are_not_known_only_raises_doubts() -> None:
    source = source_of("Liikenne pysähtyi Portmouthissa, sanoi pormestari.", language="fi")
    assert unknown("Pormestari kertoi asiasta Thornburylle.", source, language="fi") == []
    assert doubted("Pormestari kertoi asiasta Thornburylle.", source, language="fi") == [("elsewhere", "Thornburylle")]


def test_one_article_in_another_language_leaves_the_decision_to_the_judge() -> None:
    labels = ("1.1", "2.1")
    other = source_of("Порт закрыт, сообщила мэр.", number=2, language="ru")
    assert unknown("Mayor Thornbury closed the port.", HARBOUR, other, labels=labels) == []
    assert ("transliterated", "Thornbury") in doubted("Mayor Thornbury closed the port.", HARBOUR, other, labels=labels)


WORDS = st.lists(st.text("ABCdefghiÄßЖжлöé.'’-1٣中ア", min_size=1, max_size=12), min_size=1, max_size=12)


@given(WORDS, st.sampled_from(("en", "de", "ru", "ja", "und")))
def test_a_sentence_has_all_names_of_itself(words: list[str], language: str) -> None:
    sentence = " ".join(words)
    assert unknown(sentence, source_of(sentence, language=language), language=language) == []


@pytest.mark.parametrize(
    ("cited", "claim", "words"),
    [
        ("The U.S. Navy sent a ship.", "The U.S. Army sent a ship.", "Army"),
        ("The U.S. Navy sent a ship.", "The U.S. Senate sent a ship.", "Senate"),
        ("The U.S. House voted on Monday.", "The U.S. Senate voted on Monday.", "Senate"),
        ("The US Navy sent a ship.", "The American Army sent a ship.", "Army"),
        ("The New York Fire Department came.", "The New York Police Department came.", "Police Department"),
        ("The New York Police Department came.", "The New York Fire Department came.", "Fire Department"),
        ("The Grünau City Council came.", "The Grünau Fire Department came.", "Fire Department"),
    ],
)
def test_another_body_of_the_same_place_is_unknown(cited: str, claim: str, words: str) -> None:
    assert unknown(claim, source_of(cited, language="en")) == [words]


@pytest.mark.parametrize(
    ("cited", "claim"),
    [
        ("The NYPD came.", "The New York Police Department came."),
        ("New York police came.", "The New York Police Department came."),
        ("Firefighters of New York came.", "The New York Fire Department came."),
        ("American soldiers came.", "The U.S. Army came."),
        ("Senators of the United States voted.", "The U.S. Senate voted."),
        ("The USCG sent boats.", "The U.S. Coast Guard sent boats."),
        ("The government of Norway agreed.", "The Norwegian Government agreed."),
        ("The mayor of Portmouth agreed.", "Portmouth City agreed."),
    ],
)
def test_a_body_that_an_article_tells_of_in_other_words_is_known(cited: str, claim: str) -> None:
    assert unknown(claim, source_of(cited, language="en")) == []


def test_a_body_is_not_asked_of_an_article_in_another_language() -> None:
    source = source_of("Die Streitkräfte von Norwegen und die Polizei von Portmouth kamen.", language="de")
    assert doubted("In May the Portmouth Fire Department came.", source) == []
