"""The interface's sentences: found, filled in, and never silently missing."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from bot.adapters.locales import BrokenTextError, Locales, MissingTextError
from bot.core.models import Check

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "config" / "locales"


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


def params_of(path: Path, *, count: int) -> dict[str, object]:
    """A value for every variable that the file names."""
    named = dict.fromkeys(re.findall(r"\$(\w+)", path.read_text(encoding="utf-8")), "word")
    return {**named, "count": count, "words": count, "status": 400 + count, "date": date(2025, 1, 28)}


def ids(path: Path) -> list[str]:
    return re.findall(r"^([a-z][A-Za-z0-9_-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ftl")), ids=lambda path: path.stem)
def test_every_sentence_can_be_said_and_is_plain(path: Path) -> None:
    texts = Locales(FOLDER, language=path.stem)
    for message in ids(path):
        for count in (0, 1, 2, 5):
            said = texts.say(message, **params_of(path, count=count))
            assert said
            assert "!" not in said
            assert "  " not in said


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
