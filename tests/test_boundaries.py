"""The direction of imports is law: core <- ports <- flows <- chat, server, and core <- ports <- adapters."""

import ast
import sys
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"
MAY_IMPORT = {
    "core": {"core"},
    "ports": {"core"},
    "flows": {"core", "ports", "flows"},
    "adapters": {"core", "ports"},
    "chat": {"core", "ports", "flows", "chat"},
    "server": {"core", "ports", "flows", "server"},
}
TOPMOST = frozenset(
    "__init__ __main__ app cli commands doctor extracting loading parts running samples settings terminal".split()
)
IMPURE = {
    "asyncio", "concurrent", "ctypes", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets",
    "select", "selectors", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading",
    "time", "urllib.request",
}  # fmt: skip
CORE_MAY_USE = {"pydantic", "sentencex"}


def _imports(tree: ast.AST) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = str(node.module)
            found += [f"{module}.{alias.name}" if module == "bot" else module for alias in node.names]
    return found


def breaches(path: Path, source: str) -> list[str]:
    """What a module at `path` (relative to bot/) imports that it may not."""
    area = path.parts[0].removesuffix(".py")
    if area in TOPMOST:
        return []
    bad = []
    for name in _imports(ast.parse(source)):
        parts = name.split(".")
        if parts[0] == "bot":
            target = parts[1] if len(parts) > 1 else ""
            own_folder = area == target == "adapters" and _adapter(parts) == _adapter(["bot", *path.parts])
            if target not in MAY_IMPORT[area] and not own_folder:
                bad.append(name)
        elif area in {"core", "ports"}:
            pure = parts[0] in CORE_MAY_USE or parts[0] in sys.stdlib_module_names
            if not pure or parts[0] in IMPURE or name in IMPURE:
                bad.append(name)
    return bad


def _adapter(parts: list[str]) -> str:
    return parts[2].removesuffix(".py") if len(parts) > 2 else ""


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: str(path.relative_to(BOT)))
def test_a_module_imports_only_what_its_place_allows(path: Path) -> None:
    assert breaches(path.relative_to(BOT), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("core/links.py", "import socket"),
        ("core/links.py", "from bot import flows"),
        ("core/links.py", "import openai"),
        ("ports.py", "from bot.flows.brief import make"),
        ("flows/brief.py", "from bot.adapters.web.fetch import fetch"),
        ("flows/brief.py", "from bot.settings import Settings"),
        ("adapters/openai_llm.py", "from bot.adapters.web import fetch"),
        ("adapters/openai_llm.py", "import bot.app"),
    ],
)
def test_a_planted_breach_is_seen(place: str, source: str) -> None:
    assert breaches(Path(place), source)


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("core/links.py", "import re"),
        ("adapters/web/fetch.py", "from bot.adapters.web.guard import Guard"),
        ("adapters/web/fetch.py", "import httpx2"),
        ("app.py", "from bot.adapters import web"),
    ],
)
def test_what_is_allowed_passes(place: str, source: str) -> None:
    assert breaches(Path(place), source) == []


def test_every_folder_has_a_place() -> None:
    known = set(MAY_IMPORT) | TOPMOST
    assert {path.name.removesuffix(".py") for path in BOT.iterdir() if path.name != "__pycache__"} <= known


def test_no_folder_is_named_like_a_library_we_use() -> None:
    libraries = {"telegram", "openai", "pydantic", "tenacity", "rich", "typer"}
    assert not libraries & {path.name for path in BOT.rglob("*")}
