"""The composition root: settings in, opened adapters out, closed in reverse order. Heavy libraries load here, late."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.adapters.languages import LangidLanguages
from bot.adapters.locales import Locales
from bot.core.errors import SettingsError
from bot.core.judging import Compared, Judged, Pair, Question
from bot.core.knowledge import Knowledge
from bot.core.lexicon import parse_lexicon
from bot.core.models import DraftBrief, FailedClaim, Rewritten, WritingRequest, Written
from bot.core.name_table import parse_names
from bot.core.outlets import parse_agencies, parse_outlets
from bot.core.writing.prompt_file import Prompt, parse_prompt
from bot.flows.brief import Means
from bot.flows.gather import GatherLimits
from bot.loading import RoutingLoader, SampleLoader, check_proxy
from bot.ports import Meter, Texts
from bot.settings import Settings, resource

if TYPE_CHECKING:
    from bot.adapters.openai_llm.judge import OpenAIJudge
    from bot.adapters.openai_llm.model import Model
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
        models = open_models(settings, stack) if settings.has_model and not samples else None
        yield Means(
            loader=SampleLoader(stack) if samples else RoutingLoader(settings, stack, pasted=pasted),
            languages=LangidLanguages(),
            writer=models.writer if models else None,
            judge=models.judge if models else None,
            knowledge=read_knowledge(),
            limits=GatherLimits(
                articles=settings.max_articles, min_words=settings.min_words, deadline=settings.load_deadline
            ),
            input_budget=settings.model_input_budget,
            repair_rounds=settings.repair_rounds,
            today=lambda: datetime.now(UTC).astimezone().date(),
        )


@dataclass(frozen=True)
class Models:
    """The model that writes, and the one that judges where there is one; they may be the same."""

    writer: OpenAIWriter
    judge: OpenAIJudge | None


MeterOf = Callable[[str], Meter]
"""Counts what the model of a name costs."""


def open_models(settings: Settings, stack: AsyncExitStack, *, meter: MeterOf | None = None) -> Models:
    """Open writer and judge as the settings describe them; `stack` closes them, `meter` counts what they cost.

    Raises `SettingsError` where a setting is wrong.
    """
    from bot.adapters.openai_llm.judge import OpenAIJudge
    from bot.adapters.openai_llm.writer import OpenAIWriter

    writing, judging = settings.openai_model or "", settings.judging_model
    model = open_model(settings, stack, name=writing, meter=meter)
    writer = OpenAIWriter(
        model,
        prompt=read_prompt("brief", settings.brief_prompt),
        repair_prompt=read_prompt("repair", settings.repair_prompt),
    )
    if judging is None:
        return Models(writer=writer, judge=None)
    judge = OpenAIJudge(
        # One model is opened once: what is learned of the endpoint is learned for both.
        model if judging == writing else open_model(settings, stack, name=judging, meter=meter),
        prompt=read_prompt("judge", settings.judge_prompt),
        compare_prompt=read_prompt("compare", settings.compare_prompt),
    )
    return Models(writer=writer, judge=judge)


def open_model(settings: Settings, stack: AsyncExitStack, *, name: str, meter: MeterOf | None = None) -> Model:
    """Open the model of that name at the endpoint of the settings; `stack` closes it."""
    from bot.adapters.openai_llm.model import Model

    key = settings.openai_api_key
    model = Model(
        base_url=settings.openai_base_url or OPENAI,
        api_key=key.get_secret_value() if key else "none",
        model=name,
        timeout=settings.model_timeout,
        deadline=settings.model_deadline,
        extra=settings.request_extra,
        meter=meter(name) if meter else None,
        pause=settings.model_pause,
    )
    stack.push_async_callback(model.aclose)
    return model


class LateModels:
    """Writer and judge, opened when one is first needed: their library takes as long to load as all the others.

    Where the settings name no judge, nobody may ask it.
    """

    def __init__(self, settings: Settings, stack: AsyncExitStack, *, meter: MeterOf) -> None:
        self._open = partial(open_models, settings, stack, meter=meter)
        self._opening: asyncio.Task[Models] | None = None

    async def warm(self) -> None:
        """Open them now; raises `SettingsError` where a setting is wrong."""
        await self._opened()

    async def write(self, request: WritingRequest) -> Written:
        """Return a draft; raise `WriterError` where nothing usable comes."""
        return await (await self._opened()).writer.write(request)

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        """Return second tries at the failed claims; raise `WriterError` where nothing usable comes."""
        return await (await self._opened()).writer.repair(request, draft=draft, failed=failed)

    async def judge(self, questions: tuple[Question, ...]) -> Judged:
        """Return what the sentences say of each claim; raise `WriterError` where nothing usable comes."""
        return await (await self._judging()).judge(questions)

    async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
        """Return which pairs of versions cannot both be true; raise `WriterError` where nothing usable comes."""
        return await (await self._judging()).compare(pairs)

    async def _judging(self) -> OpenAIJudge:
        judge = (await self._opened()).judge
        assert judge is not None  # noqa: S101 - who has no judge hands on none
        return judge

    async def _opened(self) -> Models:
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
        agencies=parse_agencies(_config("outlets.toml")),
        lexicon=parse_lexicon(_config("neutrality.toml")),
        names=parse_names(_config("names.toml")),
    )


def _config(name: str) -> str:
    return (resource("config") / name).read_text(encoding="utf-8")
