"""The bot as an operator starts it: `footnote run` in a process of its own, with its terminal and its log."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from tests.doubles.bot_api import BotApi, Person
from tests.doubles.model_endpoint import ModelEndpoint

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


class BotProcess:
    """Start it with `with`; what it prints is in `terminal`, what it logs in `log`."""

    def __init__(
        self, api: BotApi, folder: Path, *, model: ModelEndpoint | None = None, settings: Mapping[str, object] = {}
    ) -> None:
        self._folder = folder
        self._environment = _environment(api, folder, model, settings)
        self._process: subprocess.Popen[str] | None = None
        self._ear: threading.Thread | None = None
        self._secrets = [api.token, api.token.partition(":")[2], *([model.key] if model else [])]
        self._lines: list[str] = []
        self._said = threading.Condition()
        self.log_path = folder / "bot.log"

    @property
    def terminal(self) -> str:
        with self._said:
            return "\n".join(self._lines)

    @property
    def log(self) -> str:
        return self.log_path.read_text(encoding="utf-8") if self.log_path.exists() else ""

    @property
    def process(self) -> subprocess.Popen[str]:
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Start the bot and return at once."""
        log = self.log_path.open("a", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
            cwd=self._folder,
            env=self._environment,
        )
        log.close()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()

    def until_ready(self) -> None:
        """Wait until the terminal says that the bot is running."""
        self.until_says("is running")

    def until_says(self, words: str) -> None:
        """Wait until the terminal shows `words`; fail where the process ends without."""
        deadline = time.monotonic() + PATIENCE
        with self._said:
            while not any(words in line for line in self._lines):
                ended = self.process.poll() is not None and self._lines[-1:] == [""]
                left = deadline - time.monotonic()
                assert left > 0, f"the bot never said {words!r}; terminal: {self._lines}; log: {self.log}"
                assert not ended, f"the bot ended; terminal: {self._lines}; log: {self.log}"
                self._said.wait(min(left, 0.2))

    @property
    def owner_link(self) -> str:
        """The one-time link that the terminal shows."""
        self.until_says("https://t.me/")
        return next(line for line in self.terminal.splitlines() if line.startswith("https://t.me/"))

    def owner(self, api: BotApi, *, open_to_all: bool = False) -> Person:
        """Return somebody who has opened the link and owns the bot, and has opened it to everyone if so wanted."""
        person = api.user("Owner")
        person.says("/start " + self.owner_link.partition("start=")[2])
        person.hears("yours now")
        if open_to_all:
            person.says("/access open")
            person.hears("Everyone")
        return person

    def stop(self, *, by: signal.Signals = signal.SIGINT) -> int:
        """Ask the bot to stop and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(by)
        return self.end()

    def end(self) -> int:
        """Wait for a bot that ends by itself and return its exit code."""
        code = self.process.wait(timeout=PATIENCE)
        if self._ear is not None:
            self._ear.join()
        if self.process.stdout is not None:
            self.process.stdout.close()
        self._check()
        return code

    def _check(self) -> None:
        """Whatever a test was about: no secret is shown, and nothing fails unforeseen."""
        shown = self.terminal + self.log
        assert not [secret for secret in self._secrets if secret in shown], "a secret is shown"
        assert "Traceback" not in shown, shown

    def __enter__(self) -> BotProcess:
        self.start()
        self.until_ready()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._said:
                self._lines.append(line.rstrip("\n"))
                self._said.notify_all()
        with self._said:
            self._lines.append("")
            self._said.notify_all()


def _environment(
    api: BotApi, folder: Path, model: ModelEndpoint | None, settings: Mapping[str, object]
) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "FOOTNOTE_"))}
    given: dict[str, str] = {
        "TELEGRAM_BOT_TOKEN": api.token,
        "DATABASE_URL": f"sqlite:///{folder / 'footnote.db'}",
        "FOOTNOTE_TELEGRAM_API": api.base_url,
        "FOOTNOTE_LOG_LEVEL": "debug",
        "FOOTNOTE_BURST_SECONDS": "0.3",
        "FOOTNOTE_FETCH_ALLOW_NETWORKS": '["127.0.0.0/8"]',
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    if model is not None:
        given |= {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": model.key, "OPENAI_MODEL": model.model}
    for name, value in settings.items():
        given[name] = value if isinstance(value, str) else json.dumps(value)
    return {**kept, **given}
