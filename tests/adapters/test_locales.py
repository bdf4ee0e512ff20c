"""The interface's sentences: found, filled in, and never silently missing."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from bot.adapters.locales import BrokenTextError, Locales, MissingTextError
from bot.core.models import Check

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "config" / "locales"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.ftl"))
OTHERS = [language for language in LANGUAGES if language != "en"]
COUNTS = (0, 1, 2, 3, 5, 11, 21, 100)
TERMINAL = {"The command line", "Running the bot", "Settings that are wrong", "The doctor"}
"""Sections of the terminal, which speaks English alone."""
NUMBERS = frozenset(
    {
        "count", "words", "pages", "number", "characters", "limit", "total", "done", "articles", "claims",
        "today", "month", "cap", "left",
    }
)  # fmt: skip
"""Variables that stand for a number; all others but the status and the date are words."""
AS_IN_ENGLISH = frozenset(
    "marker colon list-separator source-date-separator source-notes overview-separator failure-lead-feed".split()
)
"""Messages that other languages may have exactly as English has them."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.ftl").write_text("greeting = Good day, { $name }\nonly-english = Tea\n", encoding="utf-8")
    (tmp_path / "pt.ftl").write_text("greeting = Bom dia, { $name }\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Good day, Ada"),
        ("pt", "Bom dia, Ada"),
        ("pt-BR", "Bom dia, Ada"),
        ("pt_BR", "Bom dia, Ada"),
        ("xx", "Good day, Ada"),
        ("", "Good day, Ada"),
        ("../pt", "Good day, Ada"),
        ("pt/../pt", "Good day, Ada"),
    ],
)
def test_a_sentence_is_said_in_the_language_or_in_english(folder: Path, language: str, said: str) -> None:
    assert Locales(folder, language=language).say("greeting", name="Ada") == said
    assert Locales(folder, language=language).say("only-english") == "Tea"


def test_values_are_filled_in_without_hidden_marks(folder: Path) -> None:
    assert Locales(folder).say("greeting", name="{ $x } <b> ميناء") == "Good day, { $x } <b> ميناء"


def test_a_sentence_that_is_missing_is_an_error(folder: Path) -> None:
    with pytest.raises(MissingTextError) as caught:
        Locales(folder).say("farewell")
    assert isinstance(caught.value, KeyError)
    assert caught.value.params == {"id": "farewell"}


def test_a_value_that_is_missing_is_an_error(folder: Path) -> None:
    with pytest.raises(BrokenTextError):
        Locales(folder).say("greeting")


@pytest.mark.parametrize("text", ["greeting = { $name\n", "greeting = a\ngreeting = b\n", "= x\n"])
def test_a_file_with_a_mistake_is_an_error(folder: Path, text: str) -> None:
    (folder / "pt.ftl").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenTextError):
        Locales(folder, language="pt")


def test_without_english_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(BrokenTextError):
        Locales(tmp_path)


# ---------------------------------------------------------------- our own files


@cache
def sentences(language: str) -> dict[str, fluent.Message]:
    """The messages of a language file by id, without the sections of the terminal."""
    found, section = {}, ""
    for entry in FluentParser().parse((FOLDER / f"{language}.ftl").read_text(encoding="utf-8")).body:
        if isinstance(entry, fluent.GroupComment):
            section = entry.content or ""
        elif isinstance(entry, fluent.Message) and section not in TERMINAL:
            found[entry.id.name] = entry
    return found


def parts(node: fluent.BaseNode) -> Iterator[fluent.BaseNode]:
    """A node of a Fluent file with all that is in it."""
    yield node
    for value in vars(node).values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, fluent.BaseNode):
                yield from parts(part)


def variables(message: fluent.BaseNode) -> set[str]:
    return {part.id.name for part in parts(message) if isinstance(part, fluent.VariableReference)}


def plural_forms(message: fluent.Message) -> list[set[str]]:
    """The forms of each place of the message that counts; a status is no count, nor is "both" beside "all"."""
    places = [
        part.variants
        for part in parts(message)
        if isinstance(part, fluent.SelectExpression) and variables(part) - {"status", "kind"}
    ]
    return [
        {variant.key.name for variant in variants if isinstance(variant.key, fluent.Identifier)}
        for variants in places
        if [getattr(variant.key, "value", "all") for variant in variants] != ["2", "all"]
    ]


def params_of(path: Path, *, count: int) -> dict[str, object]:
    """A value for every variable that the file names."""
    named = dict.fromkeys(re.findall(r"\$(\w+)", path.read_text(encoding="utf-8")), "word")
    numbers = dict.fromkeys(NUMBERS & set(named), count)
    return {**named, **numbers, "status": 400 + count, "date": date(2025, 1, 28)}


def ids(path: Path) -> list[str]:
    return re.findall(r"^([a-z][A-Za-z0-9_-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_and_is_plain(language: str) -> None:
    path = FOLDER / f"{language}.ftl"
    texts = Locales(FOLDER, language=language)
    for message in ids(path):
        for count in COUNTS:
            said = texts.say(message, **params_of(path, count=count))
            assert said
            assert not set("!¡！") & set(said)
            assert "  " not in said


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_all_that_english_says_and_no_more(language: str) -> None:
    assert set(ids(FOLDER / f"{language}.ftl")) == set(sentences("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_told_the_same_in_every_language(language: str) -> None:
    english, theirs = sentences("en"), sentences(language)
    for message in english:
        assert variables(theirs[message]) == variables(english[message]), message


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_left_in_english(language: str) -> None:
    params = params_of(FOLDER / "en.ftl", count=3)
    english, theirs = Locales(FOLDER), Locales(FOLDER, language=language)
    same = {message for message in sentences("en") if english.say(message, **params) == theirs.say(message, **params)}
    assert same <= AS_IN_ENGLISH


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_counted_has_the_forms_of_its_language(language: str) -> None:
    form = Locale(language).plural_form
    needed = {form(count) for count in range(1_000)}
    for name, message in sentences(language).items():
        for forms in plural_forms(message):
            assert forms == needed, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_stands_for_several_numbers_says_which(language: str) -> None:
    texts, path = Locales(FOLDER, language=language), FOLDER / f"{language}.ftl"
    for name, message in sentences(language).items():
        if not plural_forms(message) or "numbers" in variables(message):
            continue
        for count in (3, 5, 11, 21, 100):
            assert str(count) in texts.say(name, **params_of(path, count=count)), name


def raised(kind: str) -> set[str]:
    """The codes with which an error of this kind is raised anywhere in the program."""
    codes = set()
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == kind and node.args:
                code = node.args[0]
                codes |= {code.value} if isinstance(code, ast.Constant) else set()
    return codes


@pytest.mark.parametrize(("kind", "prefix"), [("LoadError", "failure"), ("WriterError", "fault")])
def test_every_error_that_a_person_may_meet_has_its_sentence(kind: str, prefix: str) -> None:
    known = set(ids(FOLDER / "en.ftl"))
    assert {f"{prefix}-{code}" for code in raised(kind)} - known == set()


def test_every_check_has_its_name() -> None:
    assert {f"check-{check}" for check in get_args(Check)} <= set(ids(FOLDER / "en.ftl"))


@pytest.mark.parametrize(
    ("message", "params", "said"),
    [
        ("overview-articles", {"count": 1}, "1 article"),
        ("overview-articles", {"count": 3}, "3 articles"),
        ("date", {"date": date(2025, 1, 28)}, "January 28, 2025"),
        ("list-last", {"items": "a, b", "last": "c"}, "a, b and c"),
        ("marker", {"number": 12}, "[12]"),
        ("withheld-numbers-unsupported", {"count": 1}, "1 statement withheld: its number is not in the source."),
        (
            "failure-too_long",
            {"characters": 250_000, "limit": 200_000},
            "it has 250,000 characters, and 200,000 is the most that is read at once. Send the part that matters.",
        ),
    ],
)
def test_english_says_it_right(message: str, params: dict[str, object], said: str) -> None:
    assert Locales(FOLDER).say(message, **params) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "0 artículos|1 artículo|2 artículos|5 artículos|11 artículos|21 artículos|100 artículos"),
        ("de", "0 Artikel|1 Artikel|2 Artikel|5 Artikel|11 Artikel|21 Artikel|100 Artikel"),
        ("ru", "0 статей|1 статья|2 статьи|5 статей|11 статей|21 статья|100 статей"),
        ("ar", "لا مقالات|مقال واحد|مقالان|5 مقالات|11 مقالًا|21 مقالًا|100 مقال"),
    ],
)
def test_articles_are_counted_as_the_language_counts(language: str, said: str) -> None:
    texts = Locales(FOLDER, language=language)
    assert [texts.say("overview-articles", count=count) for count in (0, 1, 2, 5, 11, 21, 100)] == said.split("|")


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("en", "both cite X", "all cite X"),
        ("es", "ambos citan a X", "todos citan a X"),
        ("de", "beide berufen sich auf X", "alle berufen sich auf X"),
        ("ru", "обе ссылаются на общий источник: X", "все ссылаются на общий источник: X"),
        ("ar", "كلاهما ينقل عن X", "جميعها تنقل عن X"),
    ],
)
def test_two_articles_are_both_and_more_are_all(language: str, two: str, three: str) -> None:
    texts = Locales(FOLDER, language=language)
    assert [texts.say("overview-all", count=count, name="X") for count in (2, 3, 21)] == [two, three, three]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_of_a_quotation_are_single_signs_that_differ_from_those_within_it(language: str) -> None:
    texts = Locales(FOLDER, language=language)
    outer = [texts.say("quote-open"), texts.say("quote-close")]
    inner = [texts.say("inner-quote-open"), texts.say("inner-quote-close")]
    assert [len(mark) for mark in inner] == [1, 1]
    assert not set(inner) & set("".join(outer))


@pytest.mark.parametrize(
    ("language", "quoted", "day"),
    [
        ("es", "«a»", "4 de noviembre de 2026"),
        ("de", "„a“", "4. November 2026"),
        ("ru", "«a»", "4 ноября 2026 г."),
        ("ar", "«a»", "4 نوفمبر 2026"),
    ],
)
def test_quotations_and_dates_look_as_they_do_in_the_language(language: str, quoted: str, day: str) -> None:
    texts = Locales(FOLDER, language=language)
    assert texts.say("quote-open") + "a" + texts.say("quote-close") == quoted
    assert " ".join(texts.say("date", date=date(2026, 11, 4)).split()) == day
