"""C6: our own words judge nothing, and innocent words pass."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.neutrality import check
from bot.core.checking.statement import resolve
from bot.core.knowledge import Knowledge
from bot.core.lexicon import parse_lexicon
from bot.core.models import Finding
from tests.core.checking_sources import source_of

FILE = (Path(__file__).parent.parent.parent / "config" / "neutrality.toml").read_text(encoding="utf-8")
KNOWLEDGE = Knowledge(lexicon=parse_lexicon(FILE))
TABLE = tomllib.loads(FILE)
LEAST = {"en": 120, "de": 40, "es": 40, "fr": 40, "ru": 40, "ar": 20}

SENTENCES = {
    "en": (
        "The audit office published a [damning] report on the ferry Alma.",
        "Residents of Tessel called for an end to the [draconian] parking rules.",
        "Norvia presented its [game-changing] pump on Monday.",
        "The opposition [slammed] the price of the new bridge.",
        "The [so-called] reform raises fares by two crowns.",
        "Twelve houses were flooded in a [horrific] night on the coast.",
        "The council [shamelessly] raised its own pay, its minutes show.",
        "The harbour was closed for nine days after the [fiasco] with the crane.",
        "The firm [unsurprisingly] lost the case in Lune.",
        "The port office spent a [whopping] four million crowns on paint.",
    ),
    "de": (
        "Der Rat legte einen [skandalösen] Bericht zur Fähre Alma vor.",
        "Die Stadt schloss die Brücke nach dem [Debakel] mit dem Kran.",
        "Die [sogenannte] Reform hebt die Fahrpreise um zwei Kronen.",
        "Der Hafen gab [unfassbare] vier Millionen Kronen für Farbe aus.",
        "Das Amt hat die Regeln für Boote [rücksichtslos] verschärft.",
        "Die Firma Norvia stellte eine [bahnbrechende] Pumpe vor.",
        "Die Firma hat den Prozess in Lune [leider] verloren.",
        "Zwölf Häuser standen nach einer [grauenhaften] Nacht unter Wasser.",
        "Der [selbsternannte] Retter der Insel trat am Montag zurück.",
        "Die Prüfer fanden eine [peinliche] Lücke in der Kasse.",
    ),
    "es": (
        "El consejo publicó un informe [demoledor] sobre el transbordador Alma.",
        "La ciudad cerró el puente tras el [bochornoso] fallo de la grúa.",
        "La reforma [lamentablemente] sube las tarifas dos coronas.",
        "El puerto gastó unos [descomunales] cuatro millones en pintura.",
        "La empresa Norvia presentó una bomba [asombrosa] el lunes.",
        "La oficina aplicó las reglas [descaradamente] en Lune.",
        "Doce casas se inundaron en una noche [dantesca] en la costa.",
        "El [autodenominado] salvador de la isla dimitió el lunes.",
        "Los [esbirros] del alcalde votaron a favor del contrato.",
        "La empresa perdió [obviamente] el juicio en Lune.",
    ),
    "fr": (
        "Le conseil a publié un rapport [accablant] sur le ferry Alma.",
        "La ville a fermé le pont après le [fiasco] de la grue.",
        "La réforme [soi-disant] urgente augmente les tarifs de deux couronnes.",
        "Le port a dépensé la somme [faramineuse] de quatre millions.",
        "La société Norvia a présenté une pompe [époustouflante] lundi.",
        "Le bureau a appliqué des règles [absurdes] à Lune.",
        "Douze maisons ont été inondées lors d’une nuit [cauchemardesque].",
        "Les [sbires] du maire ont voté pour le contrat.",
        "La société a [malheureusement] perdu le procès à Lune.",
        "Le maire a choisi ce lieu [honteux] pour le port.",
    ),
    "ru": (
        "Совет опубликовал [разгромный] доклад о пароме «Альма».",
        "Город закрыл мост после [позорной] аварии крана.",
        "Из-за [пресловутой] реформы проезд подорожал на две кроны.",
        "Порт потратил на краску [баснословные] четыре миллиона крон.",
        "Компания показала [потрясающий] насос в понедельник.",
        "Ведомство [нагло] изменило правила для лодок.",
        "Двенадцать домов затопило в [кошмарную] ночь на побережье.",
        "Город [к сожалению] проиграл суд в Луне.",
        "За договор голосовали [приспешники] мэра.",
        "Аудиторы нашли [вопиющую] ошибку в кассе.",
    ),
    "ar": (
        "نشر المجلس تقريرا [صادما] عن العبارة.",
        "أغلقت المدينة الجسر بعد حادث [مشين] في الميناء.",
        "خسرت الشركة القضية [للأسف] يوم الاثنين.",
    ),
}
"""Ten sentences a language, each with one planted word and nothing else to object to."""


@cache
def entries(language: str, kind: str) -> tuple[str, ...]:
    """The entries of one language, of all the kinds that they are sorted into."""
    listed = TABLE[language].get(kind, [])
    return tuple(entry for part in listed.values() for entry in part) if isinstance(listed, dict) else tuple(listed)


def every(kind: str) -> Iterator[tuple[str, str]]:
    for language in TABLE:
        yield from ((language, entry) for entry in entries(language, kind))


def objections(claim: str, *cited: str, language: str = "en", of: str | None = None) -> list[Finding]:
    """Return what C6 has against a claim in a language on sentences in another, or in the same."""
    source = source_of(*(cited or ("The ferry service was halted.",)), language=of or language)
    labels = [f"1.{place}" for place in range(1, len(cited or ("",)) + 1)]
    return list(check(resolve(claim, labels, (source,), language=language), knowledge=KNOWLEDGE))


def words(claim: str, *cited: str, language: str = "en", of: str | None = None) -> list[str]:
    return [finding.words for finding in objections(claim, *cited, language=language, of=of)]


def planted(entry: str) -> str:
    """Return the shortest words that an entry stands for."""
    return entry.replace("*", "").replace("_", "zwei")


# ---------------------------------------------------------------- what is found


@pytest.mark.parametrize(("language", "least"), LEAST.items())
def test_each_language_has_its_list(language: str, least: int) -> None:
    assert len(set(entries(language, "loaded"))) >= least
    assert len(set(entries(language, "loaded"))) == len(entries(language, "loaded")), "no word stands there twice"


@pytest.mark.parametrize(("language", "sentence"), [(name, each) for name in SENTENCES for each in SENTENCES[name]])
def test_the_planted_word_of_a_sentence_is_found_and_nothing_else(language: str, sentence: str) -> None:
    (word,) = re.findall(r"\[(.*?)\]", sentence)
    findings = objections(re.sub(r"[\[\]]", "", sentence), language=language)
    assert [(each.check, each.code, each.words) for each in findings] == [("neutrality", "neutrality.loaded", word)]
    assert objections(re.sub(r"\[.*?\] ?", "", sentence), language=language) == []


@pytest.mark.parametrize(("language", "entry"), list(every("loaded")))
def test_every_loaded_word_is_found_in_every_sentence(language: str, entry: str) -> None:
    for sentence in SENTENCES[language]:
        claim = re.sub(r"\[.*?\]", planted(entry), sentence)
        found = objections(claim, language=language)
        assert any(planted(entry) in each.words and each.code == "neutrality.loaded" for each in found), claim


@pytest.mark.parametrize(("language", "entry"), list(every("saying")))
def test_every_judging_verb_is_found_in_every_sentence(language: str, entry: str) -> None:
    for sentence in SENTENCES[language]:
        claim = re.sub(r"\[.*?\]", planted(entry), sentence)
        found = objections(claim, language=language)
        assert any(planted(entry) in each.words and each.code == "neutrality.verb" for each in found), claim


@pytest.mark.parametrize(("language", "phrase"), list(every("allowed")))
def test_every_allowed_phrase_holds_a_word_that_would_be_found_alone(language: str, phrase: str) -> None:
    assert words(planted(phrase), language=language) == []
    parts = [*entries(language, "loaded"), *entries(language, "saying")]
    listed = {planted(part).replace("ё", "е") for part in parts}
    assert any(word in phrase.replace("ё", "е") for word in listed), "an exception to nothing"


@pytest.mark.parametrize(
    ("meaning", "forms"),
    [
        ("scandalous", "en:scandalous de:skandalöse es:escandalosa fr:scandaleuse ru:скандальная ar:فاضحة"),
        ("draconian", "en:draconian de:drakonische es:draconiana fr:draconienne ru:драконовские"),
        ("merciless", "en:merciless de:gnadenlose es:despiadada fr:impitoyable ru:безжалостная"),
        ("despotic", "en:despotic de:despotische es:despótica fr:despotique ru:деспотичная ar:طاغية"),
        (
            "irresponsible",
            "en:irresponsible de:verantwortungslose es:irresponsable fr:irresponsable ru:безответственная",
        ),
        ("horrible", "en:horrible de:fürchterliche es:horrible fr:horrible ru:ужасающая ar:مروعة"),
        ("luckily", "en:fortunately de:glücklicherweise es:afortunadamente fr:heureusement ar:لحسن"),
        ("exorbitant", "en:exorbitant de:exorbitante es:exorbitante fr:exorbitante ru:непомерная ar:فاحشة"),
        ("fanatic", "en:fanatical de:fanatische es:fanática fr:fanatique ru:фанатичная ar:متعصبة"),
        ("doubtless", "en:undoubtedly de:zweifellos es:indudablemente fr:indubitablement ru:несомненно"),
    ],
)
def test_what_one_language_calls_loaded_the_others_do(meaning: str, forms: str) -> None:
    listed = dict(form.split(":") for form in forms.split())
    assert {"en", "de", "es", "fr"} <= listed.keys(), meaning
    for language, form in listed.items():
        text = f"{form} الحظ" if form == "لحسن" else form
        assert words(text, language=language) == [text]


def test_the_words_are_those_of_the_claim_as_it_is_written() -> None:
    assert words("The Council SLAMMED the So-Called plan.") == ["SLAMMED", "So-Called"]


# ---------------------------------------------------------------- what is innocent


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "A storm with winds of 110 km/h hit the coast."),
        ("en", "Thieves stole goods worth 9,000 crowns."),
        ("en", "The lorry slammed into the harbour wall."),
        ("en", "The ruling may have a chilling effect on donors, the court said."),
        ("en", "Cheap imports doubled in a year."),
        ("en", "Free radicals damage the cells."),
        ("en", "The tax regime changes in May."),
        ("en", "He was charged with reckless driving."),
        ("en", "The explosive device was found under the bridge."),
        ("en", "The shares soared 12% and then plunged 15%."),
        ("en", "A tragedy by a Lune playwright opens the festival."),
        ("en", "A superbug was found in three clinics."),
        ("en", "Eleven people were admitted to hospital."),
        ("en", "Nobody has claimed responsibility for the blast."),
        ("en", "The flood claimed twelve lives."),
        ("en", "Jobless claims rose to 4,000."),
        ("en", "Lune conceded two goals in the first half."),
        ("en", "The Lune side won the grand slam."),
        ("en", "A landmark lighthouse was sold."),
        ("en", "The bill lists terrorism and corruption as crimes."),
        ("en", "The council rejected the plan."),
        ("en", "The court admitted the evidence as exhibit nine."),
        ("en", "The novel was dramatised for radio."),
        ("en", "The course of the river was changed."),
        ("en", "Of course materials, a third were lost."),
        ("en", "Two men were convicted in a sham marriage case."),
        ("en", "The council met in an extraordinary session."),
        ("en", "A ground-breaking ceremony was held in Lune."),
        ("es", "La firma compró equipos de alarma."),
        ("fr", "Le train a déraillé près de Lune."),
        ("ru", "Скотобойня закрылась в мае."),
        ("ar", "غادرت السفينة الميناء."),
        ("en", "The patient had been beaten senseless."),
        ("de", "Der Sturm erreichte 110 km/h."),
        ("de", "Ein Schock nach der Operation führte zum Tod."),
        ("de", "Die Mannschaft behauptete sich in Lune."),
        ("de", "Das Steuerregime ändert sich im Mai."),
        ("de", "Die Firma schleift Brillanten."),
        ("de", "Der Hammer ist aus Eisen."),
        ("de", "Der Film gilt als Horrorfilm."),
        ("de", "Der Verdächtige ist angeblich im Ausland."),
        ("es", "El régimen fiscal cambia en mayo."),
        ("es", "El juez admitió a trámite la denuncia."),
        ("es", "El accidente fue un siniestro total, según la aseguradora."),
        ("es", "Los obreros tiran la basura al río."),
        ("es", "El supuesto autor fue detenido."),
        ("es", "Estudió arte dramático en Lune."),
        ("fr", "Le régime fiscal change en mai."),
        ("fr", "La police a saisi 12 kilos de stupéfiants."),
        ("fr", "Un os de tyrannosaure a été trouvé à Lune."),
        ("fr", "La place était illuminée lundi soir."),
        ("fr", "Une souche virulente du virus a été isolée."),
        ("ru", "Налоговый режим меняется в мае."),
        ("ru", "Шторм повредил двенадцать лодок."),
        ("ru", "Самолёт прилетел из Тираны."),
        ("ru", "Крайне правые получили девять мест."),
        ("ru", "Подозреваемый якобы находится за границей."),
        ("ar", "تغير النظام الضريبي في مايو."),
    ],
)
def test_a_word_that_carries_a_fact_passes(language: str, claim: str) -> None:
    assert words(claim, language=language) == []


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "The mayor called the report “damning and shameful”."),
        ("en", 'The mayor called the plan "a disgraceful fiasco".'),
        ("en", "The 'shameful' plan was dropped, the paper wrote."),
        ("de", "Die Bürgermeisterin nannte den Plan „skandalös“."),
        ("fr", "Le maire a jugé le plan « honteux et absurde »."),
        ("ru", "Мэр назвал план «позорным»."),
    ],
)
def test_what_stands_in_quotation_marks_is_the_speakers(language: str, claim: str) -> None:
    assert words(claim, language=language) == []


def test_words_on_both_sides_of_a_quotation_are_no_phrase() -> None:
    assert words("The ruling was long “, he said,” overdue.") == []


@pytest.mark.parametrize("language", ["nl", "pt", "ja", "uk"])
def test_a_language_without_a_list_passes(language: str) -> None:
    assert words("The council slammed the so-called reform.", language=language) == []


def test_a_text_in_an_unknown_language_is_read_with_the_lists_of_its_script() -> None:
    assert words("The council slammed it; un plan honteux.", language="und") == ["slammed", "honteux"]
    assert words("Это позорный план.", language="und") == ["позорный"]


# ---------------------------------------------------------------- names and terms


def test_a_name_that_the_article_writes_with_capitals_is_no_judgement() -> None:
    article = ("The band was founded in Lune.", "A concert of Brutally Callous filled the hall.")
    assert words("The band Brutally Callous played in Lune.", *article) == []
    assert words("The callous band played in Lune.", *article) == ["callous"]


def test_a_capital_that_begins_a_sentence_makes_no_name() -> None:
    assert words("Callous thieves took a boat.", "Callous thieves took a boat.") == ["Callous"]


def test_a_german_capital_makes_no_name() -> None:
    cited = "Nach dem Debakel wurde der Kran gesperrt."
    assert words("Der Kran wurde nach dem Debakel gesperrt.", cited, language="de") == ["Debakel"]


def test_the_term_of_a_charge_is_no_judgement_where_the_source_has_it() -> None:
    claim = "The owner was charged with recklessly driving a boat."
    assert words(claim, "Prosecutors charged the owner with recklessly driving a boat.") == []
    assert words(claim, "Prosecutors charged the owner with careless driving.") == ["recklessly"]


# ---------------------------------------------------------------- verbs of saying


@pytest.mark.parametrize(
    ("claim", "cited", "language"),
    [
        ("The mayor boasted that the bridge was safe.", "The mayor boasted: it is safe.", "en"),
        ("Norvia claimed that its pump works.", "Norvia is claiming that the pump works.", "en"),
        ("Die Firma behauptete, die Pumpe laufe.", "Die Firma behauptet das seit Montag.", "de"),
        ("Insistió en que el puente es seguro la alcaldesa.", "La alcaldesa insistió en ello.", "es"),
        ("Le maire prétend que le pont est sûr.", "Le maire prétend le contraire.", "fr"),
        ("Мэр хвастался новым мостом.", "Мэр хвастался мостом.", "ru"),
    ],
)
def test_a_judging_verb_passes_where_the_source_has_it_and_the_speaker_is_named(
    claim: str, cited: str, language: str
) -> None:
    assert objections(claim, cited, language=language) == []
    assert [each.code for each in objections(claim, "Nobody spoke.", language=language)] == ["neutrality.verb"]


@pytest.mark.parametrize(
    "claim", ["He boasted that it was safe.", "It was claimed that the pump works.", "The pump was claimed to work."]
)
def test_a_judging_verb_without_a_named_speaker_is_found(claim: str) -> None:
    cited = "The mayor boasted that it was safe, and claimed that the pump works."
    assert [each.code for each in objections(claim, cited)] == ["neutrality.verb"]


def test_a_verb_of_a_source_in_another_language_is_no_excuse() -> None:
    claim = "The mayor boasted that the bridge was safe."
    assert words(claim, "The mayor boasted of the bridge.", of="de") == ["boasted"]
    assert words(claim, "The mayor boasted of the bridge.", of="und") == []


def test_a_loaded_word_of_the_source_is_no_excuse() -> None:
    assert words("The council slammed the plan.", "The council slammed the plan.") == ["slammed"]


@given(st.text(max_size=400), st.sampled_from(["en", "de", "es", "fr", "ru", "ar", "und"]))
def test_any_text_is_borne_and_what_is_found_stands_in_it(claim: str, language: str) -> None:
    statement = resolve(claim, ["1.1"], (source_of("A sentence."),), language=language)
    assert all(each.words and each.words in statement.text for each in check(statement, knowledge=KNOWLEDGE))
