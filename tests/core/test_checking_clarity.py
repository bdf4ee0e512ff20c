"""A claim can be understood alone, names its day, and states one fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.clarity import check
from bot.core.checking.statement import resolve
from bot.core.knowledge import Knowledge
from tests.core.checking_sources import source_of

SOURCE = source_of("The ferry service was halted.")


def found(claim: str, code: str, *, language: str = "en") -> list[str]:
    """Return the words that one code of the check is about."""
    findings = check(resolve(claim, ["1.1"], (SOURCE,), language=language), knowledge=Knowledge())
    assert all(each.check == "clarity" for each in findings)
    return [each.words for each in findings if each.code == f"clarity.{code}"]


class TestLeaning:
    @pytest.mark.parametrize(
        ("claim", "words", "language"),
        [
            ("He resigned on Monday.", "He", "en"),
            ("It was closed on Monday.", "It", "en"),
            ("It said the bridge is safe.", "It", "en"),
            ("Its owner is in custody.", "Its", "en"),
            ("They were taken to Lune.", "They", "en"),
            ("This was confirmed by the port office.", "This was", "en"),
            ("This company makes pumps.", "This company", "en"),
            ("Those reports were wrong.", "Those reports", "en"),
            ("That brings the number to twelve.", "That brings", "en"),
            ("The same office closed the bridge.", "The same", "en"),
            ("The suggestion was rejected.", "The suggestion", "en"),
            ("The decision follows a storm.", "The decision", "en"),
            ("The report's authors are from Lune.", "The report", "en"),
            ("But the bridge stayed open.", "But", "en"),
            ("However, the bridge stayed open.", "However", "en"),
            ("“We will rebuild it,” she said on Monday.", "she said", "en"),
            ("Er trat am Montag zurück.", "Er", "de"),
            ("Sie schloss die Brücke.", "Sie", "de"),
            ("Diese Firma baut Pumpen.", "Diese Firma", "de"),
            ("Das sagte der Bürgermeister am Montag.", "Das", "de"),
            ("Die Entscheidung fiel am Montag.", "Die Entscheidung", "de"),
            ("Dagegen klagte der Hafen.", "Dagegen", "de"),
            ("Ella dimitió el lunes.", "Ella", "es"),
            ("Su dueño está detenido.", "Su", "es"),
            ("Esta empresa fabrica bombas.", "Esta empresa", "es"),
            ("Añadió que el puente es seguro.", "Añadió", "es"),
            ("La decisión llegó el lunes.", "La decisión", "es"),
            ("Il a démissionné lundi.", "Il", "fr"),
            ("Elle est fermée depuis lundi.", "Elle", "fr"),
            ("Cette société fabrique des pompes.", "Cette société", "fr"),
            ("La décision est tombée lundi.", "La décision", "fr"),
            ("Он ушёл в отставку в понедельник.", "Он", "ru"),
            ("Её владелец задержан.", "Её", "ru"),
            ("Это подтвердила мэрия.", "Это подтвердила", "ru"),
            ("Эта компания делает насосы.", "Эта компания", "ru"),
            ("Однако мост открыт.", "Однако", "ru"),
        ],
    )
    def test_an_opening_that_points_outside_is_found(self, claim: str, words: str, language: str) -> None:
        assert found(claim, "leans", language=language) == [words]

    @pytest.mark.parametrize(
        ("claim", "language"),
        [
            ("It is unclear whether the bridge is safe.", "en"),
            ("It was the first strike in Lune.", "en"),
            ("It rained for nine days in Lune.", "en"),
            ("It took the crew two hours to free the ferry.", "en"),
            ("It emerged that the pump had failed.", "en"),
            ("It is not known who opened the gate.", "en"),
            ("There are nine boats in the harbour.", "en"),
            ("The decision by the court of Lune is final.", "en"),
            ("The decision to close the bridge was made on Monday.", "en"),
            ("The decision, made by the council, is final.", "en"),
            ("The company Norvia makes pumps.", "en"),
            ("The mayor resigned.", "en"),
            ("The report on the bridge names two firms.", "en"),
            ("The decisions of the council are public.", "en"),
            ("Those killed were from Lune.", "en"),
            ("That the gate was open was known to the crew.", "en"),
            ("This year's harvest was small.", "en"),
            ("The former mayor of Lune was charged.", "en"),
            ("Both houses of parliament passed the bill.", "en"),
            ("Then-mayor Ruiz signed the contract.", "en"),
            ("In its report, the office names two firms.", "en"),
            ("“It is over,” the mayor said.", "en"),
            ("Items were found on the beach.", "en"),
            ("Heathrow is closed.", "en"),
            ("Es ist unklar, ob die Brücke sicher ist.", "de"),
            ("Das neue Museum öffnet am Montag.", "de"),
            ("Die Entscheidung des Gerichts fiel am Montag.", "de"),
            ("Die Entscheidung, die Brücke zu schließen, fiel am Montag.", "de"),
            ("Diese Woche beginnt der Umbau.", "de"),
            ("La decisión del tribunal llegó el lunes.", "es"),
            ("Este año empieza la obra.", "es"),
            ("Dijo el alcalde que el puente es seguro.", "es"),
            ("Il est possible que le pont rouvre.", "fr"),
            ("Il y a neuf bateaux dans le port.", "fr"),
            ("C’est la première grève à Lune.", "fr"),
            ("La décision du tribunal est tombée lundi.", "fr"),
            ("La décision d’un tribunal est tombée lundi.", "fr"),
            ("Это первый случай в Луне.", "ru"),
            ("Этой ночью затопило двенадцать домов.", "ru"),
            ("Онлайн-сервис закрыт.", "ru"),
            ("He resigned.", "nl"),
            ("Hij trad af.", "nl"),
            ("彼は辞任した。", "ja"),
        ],
    )
    def test_an_opening_that_is_explained_or_points_nowhere_passes(self, claim: str, language: str) -> None:
        assert found(claim, "leans", language=language) == []


class TestUndated:
    @pytest.mark.parametrize(
        ("claim", "words", "language"),
        [
            ("The court meets next Friday.", ["next Friday"], "en"),
            ("The bridge closed last week.", ["last week"], "en"),
            ("The mayor resigned yesterday.", ["yesterday"], "en"),
            ("Tomorrow the gate opens.", ["Tomorrow"], "en"),
            ("Prices rose this month and last year.", ["this month", "last year"], "en"),
            ("Two boats sank three days ago.", ["three days ago"], "en"),
            ("Last May the port was sold.", ["Last May"], "en"),
            ("Die Brücke ist heute gesperrt.", ["heute"], "de"),
            ("Das Gericht tagt nächsten Freitag.", ["nächsten Freitag"], "de"),
            ("Am vergangenen Montag sank ein Boot.", ["vergangenen Montag"], "de"),
            ("Die Fähre sank vor drei Tagen.", ["vor drei Tagen"], "de"),
            ("Das Tor öffnet morgen.", ["morgen"], "de"),
            ("El tribunal se reúne el próximo viernes.", ["próximo viernes"], "es"),
            ("El puente cerró la semana pasada.", ["semana pasada"], "es"),
            ("La puerta abre mañana.", ["mañana"], "es"),
            ("El barco se hundió este lunes.", ["este lunes"], "es"),
            ("Le pont a fermé la semaine dernière.", ["semaine dernière"], "fr"),
            ("Le tribunal se réunit lundi prochain.", ["lundi prochain"], "fr"),
            ("Le port est fermé aujourd’hui.", ["aujourd’hui"], "fr"),
            ("Ворота откроют завтра.", ["завтра"], "ru"),
            ("Мост закрыли на прошлой неделе.", ["прошлой неделе"], "ru"),
            ("Лодка затонула три дня назад.", ["три дня назад"], "ru"),
            ("Суд соберётся в следующий понедельник.", ["следующий понедельник"], "ru"),
        ],
    )
    def test_a_day_counted_from_an_unknown_one_is_found(self, claim: str, words: list[str], language: str) -> None:
        assert found(claim, "undated", language=language) == words

    @pytest.mark.parametrize(
        ("claim", "language"),
        [
            ("The court meets on Friday.", "en"),
            ("The port was sold last May 2025.", "en"),
            ("The port closes next Friday, May 3.", "en"),
            ("The port closes next week (May 3).", "en"),
            ("The last train left at nine.", "en"),
            ("The bridge closed in the last week of May.", "en"),
            ("The next day the bridge was closed.", "en"),
            ("The bridge has stood for the last nine years.", "en"),
            ("“We close tomorrow,” the mayor said on May 2.", "en"),
            ("Russia Today and Lune Today were fined.", "en"),
            ("The mayor may march in June.", "en"),
            ("Das Tor öffnet am Morgen des 3. Mai.", "de"),
            ("Guten morgen stand auf dem Schild.", "de"),
            ("Die Brücke schloss in der letzten Woche des Mai.", "de"),
            ("Der letzte Zug fuhr um neun.", "de"),
            ("El barco llegó por la mañana del lunes.", "es"),
            ("El último tren salió a las nueve.", "es"),
            ("La dernière semaine de mai, le pont a fermé.", "fr"),
            ("Ce jour-là, le pont a fermé.", "fr"),
            ("Последний поезд ушёл в девять.", "ru"),
            ("Het schip zonk gisteren.", "nl"),
        ],
    )
    def test_a_named_day_or_what_only_sounds_like_one_passes(self, claim: str, language: str) -> None:
        assert found(claim, "undated", language=language) == []


class TestTwoFacts:
    @pytest.mark.parametrize(
        ("claim", "words"),
        [
            ("The mayor was arrested and the deputy was charged.", "and the deputy was charged."),
            ("Two men were arrested and charged with theft.", "arrested and charged"),
            ("The bridge was closed; 12 people were hurt.", "12 people were hurt."),
            ("The bridge is closed. It will reopen in May.", "It will reopen in May."),
            ("Norvia was fined but Lune Water was cleared.", "but Lune Water was cleared."),
            ("The port is closed, while the airport has opened.", "while the airport has opened."),
            ("The council will meet in May, and harbour unions want a vote.", "and harbour unions want a vote."),
            (
                "The council will meet on Friday, 6 May, and harbour unions want a vote.",
                "and harbour unions want a vote.",
            ),
            ("The bridge was closed on Friday, May 6, 2022, but the port is open.", "but the port is open."),
            ("The bridge was closed, but local buses are running.", "but local buses are running."),
            ("The ferry was sold, and the owner seeks a new one.", "and the owner seeks a new one."),
        ],
    )
    def test_two_independent_facts_are_found(self, claim: str, words: str) -> None:
        assert found(claim, "two_facts") == [words]

    @pytest.mark.parametrize(
        "claim",
        [
            "The mayor was shot and killed.",
            "The council will meet the owners, and harbour unions.",
            "The council has closed schools and harbours are next.",
            "The plan will cost jobs, and raises that drivers want.",
            "Norvia, Lune Water and Tessel Power were fined.",
            "The mayor said the bridge was closed and buses were rerouted.",
            "The man was shot while he was asleep.",
            "The ferry left Lune and arrived in Tessel.",
            "The law was passed by the House and the Senate.",
            "The pumps failed and were replaced.",
            "The ban has hit Lune, where Norvia, Apple Pier and Tessel Rail have offices.",
            "Dr. Ruiz was met by Gov. Berg at 9 a.m. Monday.",
            "The firm was sold to Lune & Sons Inc. of Tessel.",
            "The mayor called it “a shame. It was our bridge.”",
            "It was raised by the ministries of Trade and Labour, the office said in May.",
            "The bridge was closed after the pump failed and the dam was opened.",
        ],
    )
    def test_one_fact_with_all_that_belongs_to_it_passes(self, claim: str) -> None:
        assert found(claim, "two_facts") == []

    def test_other_languages_are_not_read_for_it(self) -> None:
        assert found("Die Brücke ist geschlossen. Sie öffnet im Mai.", "two_facts", language="de") == []


def test_a_text_in_an_unknown_language_is_told_by_its_words() -> None:
    assert found("He was taken to the harbour of Lune by the crew.", "leans", language="und") == ["He"]
    assert found("Er wurde von der Polizei in das Rathaus und zu dem Hafen gebracht.", "leans", language="und") == [
        "Er"
    ]


@given(st.text(max_size=400), st.sampled_from(["en", "de", "es", "fr", "ru", "und", "ja"]))
def test_any_text_is_borne_and_what_is_found_stands_in_it(claim: str, language: str) -> None:
    statement = resolve(claim, ["1.1"], (SOURCE,), language=language)
    for finding in check(statement, knowledge=Knowledge()):
        assert finding.words
        assert finding.words in statement.text
