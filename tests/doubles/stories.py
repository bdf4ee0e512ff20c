"""The committed stories told by a writer: one way for tests, recordings and measurements."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.adapters.languages import LangidLanguages
from bot.adapters.openai_llm.judge import OpenAIJudge
from bot.adapters.openai_llm.model import Model
from bot.adapters.openai_llm.writer import OpenAIWriter
from bot.adapters.reading.loaders import FileLoader
from bot.adapters.reading.reader import Reader
from bot.app import read_knowledge, read_prompt
from bot.core.models import Article, Brief, Length, LoadFailure
from bot.core.requests import Item
from bot.flows.brief import Means, Wish, make_briefs
from bot.flows.gather import GatherLimits
from bot.loading import SampleLoader, item_of
from bot.ports import Judge, Loader, Writer
from tests.doubles.model_endpoint import ModelEndpoint

ROOT = Path(__file__).parent.parent / "data" / "stories"
REPLIES = ROOT.parent / "replies"


@dataclass(frozen=True)
class Bounds:
    """How much a model is given and how often it is asked again; a small one needs less of both."""

    input_budget: int = 24_000
    repair_rounds: int = 2
    length: Length = "standard"


USUAL = Bounds()


@dataclass(frozen=True)
class Story:
    """A folder of articles, the day on which they are read, and the language of the reply."""

    name: str
    today: date
    language: str | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """Paths of the articles in the order of their names."""
        found = [path for path in (ROOT / self.name).iterdir() if path.suffix in {".txt", ".html"}]
        return tuple(str(path) for path in sorted(found))


STORIES = (
    Story("flood-en", date(2026, 9, 28)),
    Story("grid-ru", date(2026, 11, 5)),
    Story("harbour-es", date(2026, 10, 16)),
    Story("museum-mixed", date(2026, 11, 14), language="en"),
    Story("pair", date(2026, 11, 19)),
    Story("port-ja", date(2026, 10, 22)),
    Story("rail-de", date(2026, 11, 10)),
    Story("tariff-ar", date(2026, 11, 17)),
)


class Quiet:
    """A `Progress` that tells nobody."""

    def read(self, given: str, outcome: Article | LoadFailure, /) -> None: ...

    def writing(self, articles: int, /) -> None: ...

    def checking(self, claims: int, /) -> None: ...

    def repairing(self, claims: int, /) -> None: ...


def open_writer(endpoint: ModelEndpoint) -> OpenAIWriter:
    """Return the real writer, pointed at the strict endpoint."""
    model = Model(base_url=endpoint.base_url, api_key=endpoint.key, model=endpoint.model)
    return OpenAIWriter(model, prompt=read_prompt("brief", "v1"), repair_prompt=read_prompt("repair", "v2"))


def open_judge(writer: OpenAIWriter) -> OpenAIJudge:
    """Return the real judge, asking the same model as a writer."""
    return OpenAIJudge(writer.model, prompt=read_prompt("judge", "v1"), compare_prompt=read_prompt("compare", "v1"))


class Files:
    """The `Loader` of the stories' files."""

    async def load(self, item: Item) -> Article:
        async with Reader() as reader:
            return await FileLoader(reader).load(item.given)


async def tell(
    story: Story, writer: Writer | None, judge: Judge | None = None, *, bounds: Bounds = USUAL
) -> tuple[Brief, ...]:
    """Return the briefs of a story, made as the bot makes them."""
    return await _tell(
        story.files,
        Files(),
        today=story.today,
        language=story.language,
        writer=writer,
        judge=judge,
        bounds=bounds,
    )


async def tell_samples(writer: Writer | None, judge: Judge | None = None) -> tuple[Brief, ...]:
    """Return the brief of the articles that `footnote demo` brings along."""
    from bot.loading import SAMPLES

    async with AsyncExitStack() as stack:
        loader, today = SampleLoader(stack), date(2026, 3, 5)
        return await _tell(tuple(SAMPLES), loader, today=today, language=None, writer=writer, judge=judge)


async def _tell(
    given: tuple[str, ...],
    loader: Loader,
    *,
    today: date,
    language: str | None,
    writer: Writer | None,
    judge: Judge | None,
    bounds: Bounds = USUAL,
) -> tuple[Brief, ...]:
    means = Means(
        loader=loader,
        languages=LangidLanguages(),
        writer=writer,
        judge=judge,
        knowledge=read_knowledge(),
        limits=GatherLimits(),
        input_budget=bounds.input_budget,
        repair_rounds=bounds.repair_rounds,
        today=lambda: today,
    )
    return await make_briefs(
        [item_of(each) for each in given],
        wish=Wish(length=bounds.length, language=language),
        means=means,
        progress=Quiet(),
    )
