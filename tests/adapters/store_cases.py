"""What the tests of the store share: a moment, a request, briefs of every shape, another process to compete with."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import strategies as st

from bot.core.models import (
    Article,
    Brief,
    Claim,
    Difference,
    Evidence,
    Finding,
    LoadFailure,
    Origin,
    Receipt,
    Removed,
    Sentence,
    Source,
    Span,
    Usage,
    Version,
    Withheld,
)
from bot.core.requests import Link, PastedText, Request
from bot.core.updates import ReceivedUpdate

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 3, 14, 12, 30, 15, 250, tzinfo=UTC)
TODAY = date(2026, 3, 14)


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def a_request(message_id: int = 1, *, chat_id: int = 50, asked_at: datetime = NOW, text: str = "A text.") -> Request:
    return Request(
        id=f"{chat_id}:{message_id}",
        chat_id=chat_id,
        asker_id=50,
        message_id=message_id,
        items=(Link(url="https://news.example.com/ferry"), PastedText(text=text)),
        asked_at=asked_at,
    )


def an_update(update_id: int, *, chat_id: int | None = 50, payload: str = "{}") -> ReceivedUpdate:
    return ReceivedUpdate(update_id=update_id, chat_id=chat_id, payload=payload)


# ---------------------------------------------------------------- another process


def python(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.adapters.store_child", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@contextmanager
def another_process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A child that says "ready" once it has the database open, and is killed at the end."""
    child = python(*arguments)
    try:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        yield child
    finally:
        child.kill()
        child.communicate()


# ---------------------------------------------------------------- briefs

SAID = (
    "The ferry stops.",
    "Паром не ходит.",
    "渡轮停航。",
    "It costs 8.5%\x00.",
    "e\u0301 👩\u200d👧",
    "“No”, he said.",
)
texts = st.lists(st.sampled_from(SAID), min_size=1, max_size=4)
EARLIEST, LATEST = datetime(1970, 1, 2), datetime(2200, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
moments = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(EARLIEST, LATEST),
    st.datetimes(EARLIEST, LATEST, timezones=st.timezones()),
)


@st.composite
def sources(draw: st.DrawFn, number: int) -> Source:
    sentences, text = [], draw(st.sampled_from(("", "Ferry\n", "🚢 Паром\n")))
    headline = Span(start=0, end=len(text) - 1) if text else None
    for index, said in enumerate(draw(texts), 1):
        span = Span(start=len(text), end=len(text) + len(said))
        text += said + draw(st.sampled_from((" ", "\n\n")))
        label = f"{number}.{index}"
        sentences.append(
            Sentence(label=label, source=number, index=index, span=span, text=said, paragraph=draw(st.integers(0, 3)))
        )
    title = headline and Sentence(
        label=f"{number}.0", source=number, index=0, span=headline, text=headline.of(text), paragraph=-1
    )
    article = Article(
        id=draw(st.sampled_from("ab")),
        medium=draw(st.sampled_from(("web", "file", "pasted"))),
        given=draw(st.sampled_from(("-", "https://news.example.com/?a=1"))),
        url=draw(st.sampled_from((None, "https://news.example.com/"))),
        outlet=draw(st.sampled_from((None, "The Harbour Post"))),
        headline=headline,
        authors=tuple(draw(st.lists(st.sampled_from(("the harbour desk", "港口")), max_size=2))),
        published_at=draw(moments),
        text=text,
        removed=(Removed(span=sentences[0].span, reason="ticker"),) if draw(st.booleans()) else (),
    )
    return Source(number=number, article=article, headline=title, sentences=tuple(sentences))


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    numbers = draw(st.lists(st.integers(1, 10), min_size=1, max_size=3, unique=True))
    read = tuple(draw(sources(number)) for number in numbers)
    proof = tuple(Evidence.of(sentence) for source in read for sentence in source.sentences)
    version = Version(text=draw(st.sampled_from(SAID)), evidence=proof[:1], contrast=(Span(start=0, end=2),))
    other = Version(text="8.5", evidence=proof[-1:], quoted_from=draw(st.none() | st.integers(1, 10)))
    params = draw(st.dictionaries(st.sampled_from(("words", "host")), st.integers(0, 99) | st.sampled_from(SAID)))
    return Brief(
        headline=draw(st.sampled_from(SAID)),
        language=draw(st.sampled_from(("en", "und"))),
        claims=tuple(
            Claim(text=said, evidence=proof, attribution=draw(st.none() | st.just("the mayor"))) for said in draw(texts)
        ),
        differences=(Difference(kind="number", versions=(version, other)),) if draw(st.booleans()) else (),
        origins=(Origin(name="the agency", sources=tuple(numbers), evidence=proof),) if draw(st.booleans()) else (),
        withheld=(Withheld(text="Nine.", findings=(Finding(check="numbers", code="numbers.unsupported", words="9"),)),)
        if draw(st.booleans())
        else (),
        sources=read,
        failures=(LoadFailure(given="https://x.example", code="paywall", params=params),),
        left_out=tuple(draw(texts)),
        receipt=Receipt(
            writer=draw(st.sampled_from(("model", "extractive"))),
            checks=("citations", "numbers"),
            usage=Usage(input_tokens=draw(st.integers(0, 10**7)), calls=1),
            shortened=tuple(numbers),
        ),
    )
