"""A desk for tests of source kinds: pages of single sites by address, read by the real reading process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.reading.reader import Reader
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.loader import LinkLoader
from bot.core.errors import LoadError
from bot.core.models import Article
from bot.core.pages import Page, Validators

DATA = Path(__file__).parents[1] / "data"
FERRY = (DATA / "pages" / "ferry.html").read_bytes()
FERRY_URL = "https://www.post.example/news/second-ferry-line"


def site(name: str) -> bytes:
    """Return a file of tests/data/sites."""
    return (DATA / "sites" / name).read_bytes()


@dataclass
class Sites:
    """A `Fetch` that knows some addresses: bytes, an address to go on with, an error; `otherwise` for the rest."""

    answers: dict[str, bytes | str | LoadError] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    otherwise: LoadError = field(default_factory=lambda: LoadError("http_status", status=404))

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        self.requests.append(url)
        answer = self.answers.get(url, self.otherwise)
        while isinstance(answer, str):
            url, answer = answer, self.answers[answer]
        if isinstance(answer, LoadError):
            raise answer
        return Page(url_final=url, media_type="text/html", charset="utf-8", body=answer)


@dataclass
class Links:
    """The loader of links, and the sites it reaches."""

    sites: Sites
    loader: LinkLoader

    async def load(self, url: str) -> Article:
        return await self.loader.load(url)

    async def failure(self, url: str) -> tuple[str, dict[str, str | int]]:
        """Return the code and parameters of what is raised; fails where nothing is."""
        try:
            await self.loader.load(url)
        except LoadError as error:
            return error.code, {name: value for name, value in error.params.items() if name != "words"}
        raise AssertionError(f"{url} was read")


def open_links(reader: Reader) -> Links:
    """Return a loader that reaches no site yet."""
    sites = Sites()
    return Links(sites, LinkLoader(Desk(fetch=sites, reader=reader)))
