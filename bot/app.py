"""The composition root: settings in, opened adapters out, closed in reverse order. Heavy libraries load here, late."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.adapters.languages import LangidLanguages
from bot.adapters.locales import Locales
from bot.core.errors import SettingsError
from bot.core.knowledge import Knowledge
from bot.core.lexicon import parse_lexicon
from bot.core.models import DraftBrief, FailedClaim, Rewritten, WritingRequest, Written
from bot.core.name_table import parse_names
from bot.core.outlets import parse_outlets
from bot.core.writing.prompt_file import Prompt, parse_prompt
from bot.flows.brief import Means
from bot.flows.gather import GatherLimits
from bot.loading import RoutingLoader, SampleLoader, check_proxy
from bot.ports import Meter, Texts
from bot.settings import Settings, resource

if TYPE_CHECKING:
    from bot.adapters.openai_llm.writer import OpenAIWriter

OPENAI = "https://api.openai.com/v1"


def open_texts(language: str) -> Texts:
    """Return the interface's sentences in `language`, English where there is none."""
    return Locales(resource("config") / "locales", language=language)


@asynccontextmanager
async def open_means(settings: Settings, *, samples: bool = False, pasted: bytes = b"") -> AsyncIterator[Means]:
    """Open what a brief is made with, and close it afterwards; of the samples it is made without a model."""
    async with AsyncExitStack() as stack:
        if not samples:
            await check_proxy(settings)
        yield Means(
            loader=SampleLoader(stack) if samples else RoutingLoader(settings, stack, pasted=pasted),
            languages=LangidLanguages(),
            writer=open_writer(settings, stack) if settings.has_model and not samples else None,
            knowledge=read_knowledge(),
            limits=GatherLimits(
                articles=settings.max_articles, min_words=settings.min_words, deadline=settings.load_deadline
            ),
            input_budget=settings.model_input_budget,
            repair_rounds=settings.repair_rounds,
            today=lambda: datetime.now(UTC).astimezone().date(),
        )


def open_writer(settings: Settings, stack: AsyncExitStack, *, meter: Meter | None = None) -> OpenAIWriter:
    """Open the model writer that the settings describe; `stack` closes it, `meter` counts what it costs."""
    from bot.adapters.openai_llm.writer import OpenAIWriter

    key = settings.openai_api_key
    writer = OpenAIWriter(
        base_url=settings.openai_base_url or OPENAI,
        api_key=key.get_secret_value() if key else "none",
        model=settings.openai_model or "",
        prompt=read_prompt("brief", settings.brief_prompt),
        repair_prompt=read_prompt("repair", settings.repair_prompt),
        timeout=settings.model_timeout,
        deadline=settings.model_deadline,
        extra=settings.request_extra,
        meter=meter,
        pause=settings.model_pause,
    )
    stack.push_async_callback(writer.aclose)
    return writer


class LateWriter:
    """The writer with a model, opened when it is first needed: its library takes as long to load as all the others."""

    def __init__(self, settings: Settings, stack: AsyncExitStack, *, meter: Meter) -> None:
        self._open = partial(open_writer, settings, stack, meter=meter)
        self._opening: asyncio.Task[OpenAIWriter] | None = None

    async def warm(self) -> None:
        """Open it now; raises `SettingsError` where a setting is wrong."""
        await self._opened()

    async def write(self, request: WritingRequest) -> Written:
        """Return a draft; raise `WriterError` where nothing usable comes."""
        return await (await self._opened()).write(request)

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        """Return second tries at the failed claims; raise `WriterError` where nothing usable comes."""
        return await (await self._opened()).repair(request, draft=draft, failed=failed)

    async def _opened(self) -> OpenAIWriter:
        """Loading takes a second, in which everybody else goes on."""
        if self._opening is None:
            self._opening = asyncio.create_task(asyncio.to_thread(self._open))
        return await asyncio.shield(self._opening)


def read_prompt(name: str, version: str) -> Prompt:
    """Return a prompt of the folder `prompts`; raise `SettingsError` where that version is not there."""
    path = resource("prompts") / name / f"{version}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        raise SettingsError("prompt_missing", name=name, version=version, setting=f"{name.upper()}_PROMPT") from None
    return parse_prompt(text, name=name, version=version)


def read_knowledge() -> Knowledge:
    """Return the word lists of the folder `config`."""
    return Knowledge(
        outlets=parse_outlets(_config("outlets.toml")),
        lexicon=parse_lexicon(_config("neutrality.toml")),
        names=parse_names(_config("names.toml")),
    )


def _config(name: str) -> str:
    return (resource("config") / name).read_text(encoding="utf-8")
