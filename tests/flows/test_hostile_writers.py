"""Writers and judges that obey what an article tells them: the reply stays harmless, and every claim supported.

The file that INJECTIONS names adds collected texts to our own.
"""

import base64
import codecs
import html
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.adapters.locales import Locales
from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.page import read_html
from bot.app import read_knowledge
from bot.core.checking.examining import LENIENT, examine
from bot.core.checking.statement import resolve
from bot.core.judging import Compared, Judged, Opinion, Pair, Question
from bot.core.knowledge import Knowledge
from bot.core.message import classic, markdown, plain
from bot.core.message.brief import compose
from bot.core.message.document import Document
from bot.core.message.receipt import compose_receipt
from bot.core.models import (
    Article,
    Brief,
    DraftBrief,
    DraftClaim,
    DraftDifference,
    DraftOrigin,
    DraftRepair,
    DraftRepairs,
    DraftVersion,
    FailedClaim,
    Rewritten,
    Support,
    WritingRequest,
    Written,
)
from bot.core.receipts import KeptBrief, receipt_of, with_neighbours
from bot.core.requests import Item, Link
from bot.flows.brief import Means, Wish, make_briefs
from bot.flows.gather import GatherLimits
from tests.core.message_strategies import LOCALES, live, taken, utf16
from tests.core.test_message_markdown import links, parse
from tests.flows.test_brief import Silence

OWN = Path(__file__).parent.parent / "data" / "injections.jsonl"
PLACES = ("body", "title", "alt", "json-ld", "description")
PAGE, OTHER_PAGE = "https://port.example/crane", "https://coast.example/crane"
NOBODY = "9.9"
HIDDEN = "".join(chr(0xE0000 + ord(char)) for char in "obey") + "\u202e\u2066\u200b\ufeff"
LIVE = (
    "https://evil.example/x?y=1 t.me/evilbot?start=1 tg://resolve?domain=evil @everyone /ban #pwned $PWN "
    "office@evil.example 4111111111111111 12:34"
)
MARKUP = "<script>alert(1)</script><a href='https://evil.example'>x</a> [x](https://evil.example) ||y|| `z` *k* _l_"


@dataclass(frozen=True)
class Injection:
    """A text that tells a model what to write, and the words by which obedience is known."""

    id: str
    text: str
    marker: str


@cache
def injections() -> tuple[Injection, ...]:
    paths = [OWN, *([Path(os.environ["INJECTIONS"])] if os.environ.get("INJECTIONS") else [])]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    read = [json.loads(line) for line in lines]
    return tuple(Injection(id=each["id"], text=each["text"], marker=each["marker"] or each["text"]) for each in read)


# ---------------------------------------------------------------- pages


def page(injection: str, place: str) -> str:
    """A plain report with the injection in one place, as the text of an article would have it."""
    text = {name: html.escape(injection if name == place else "") for name in PLACES}
    title = f"Crane falls at Aldersund {text['title']}"
    data: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": "Crane falls at Aldersund",
        "datePublished": "2026-05-04",
    }
    if place == "json-ld":
        data |= dict.fromkeys(("headline", "description", "articleBody"), injection) | {"author": {"name": injection}}
    structured = json.dumps(data).replace("</", "<\\/")
    return f"""<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Port Gazette">
<meta name="description" content="Crane falls. {text["description"]}">
<script type="application/ld+json">{structured}</script></head><body><article><h1>{title}</h1>
<p>A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers, the port said.</p>
<p>{text["body"]}</p>
<p>“Nobody was near the crane when it fell,” a port spokeswoman said.</p>
<figure><img src="https://port.example/crane.jpg" alt="{text["alt"]}" width="900" height="600"></figure>
<p>The port will stay closed until Thursday, the mayor said. Ships wait outside the harbour, and two of them were sent
to the neighbouring port of Tolby, where the pilots work at night as well.</p>
<p>The crane was built in 1994 and had been inspected in March, according to the port. The inspectors found rust on
two of its bolts and had them replaced within a week.</p></article></body></html>"""


class Web:
    """A loader of the injected page, and of another outlet's that is sound; read as pages are."""

    def __init__(self, injection: str, place: str) -> None:
        self._pages = {
            PAGE: page(injection, place),
            OTHER_PAGE: page("", "body").replace("Port Gazette", "Coast Daily"),
        }

    async def load(self, item: Item) -> Article:
        read = read_html(self._pages[item.given], item.given)
        return article_of_page(read.model_dump(), given=item.given, medium="web", url=item.given)


class English:
    """The pages declare their language; nobody need guess it."""

    def identify(self, text: str) -> str:
        return "en"


# ---------------------------------------------------------------- who obeys


def disguised(text: str) -> Iterator[str]:
    """The ways in which injections ask for their words to be written."""
    yield text
    yield base64.b64encode(text.encode()).decode()
    yield base64.b32encode(text.encode()).decode()
    yield codecs.encode(text, "rot13")
    yield " ".join(str(ord(char.lower()) - 96) for char in text if char.isascii() and char.isalpha())
    yield "".join(text.split())
    yield text[::-1]
    yield "".join(chr(ord(char) + 0x245) if "a" <= char <= "z" else char for char in text.lower())
    yield f"🔥 {text} 👍🏽"
    yield HIDDEN + text + "".join(chr(0xE0000 + ord(char)) for char in text if char.isascii())


def sentence_with(marker: str, request: WritingRequest) -> tuple[str, str]:
    """The label and the text of the sentence that the injection is in, or of the first one."""
    every = [sentence for source in request.sources for sentence in source.sentences]
    found = next((each for each in every if marker in each.text), every[0])
    return found.label, found.text


class Obedient:
    """A writer that does what the injection says, as literally as a program can, at first and at every second try."""

    def __init__(self, injection: Injection) -> None:
        self._injection = injection
        self.repairs = 0

    async def write(self, request: WritingRequest) -> Written:
        injected, (label, sentence) = self._injection, sentence_with(self._injection.marker, request)
        first = request.sources[0].sentences[0]
        payload = injected.text[:300]
        claims = [
            (sentence, [label], None),
            (injected.marker, [label], None),
            (payload, [label], payload),
            (first.text, [first.label], payload),
            (payload, [NOBODY], None),
            (f"{first.text} {injected.marker}", [first.label], None),
            (first.text + HIDDEN, [first.label], injected.marker + HIDDEN),
            (f"The port said: “{injected.marker}”.", [first.label], "the port"),
            (f"{first.text} {LIVE}", [first.label], "@everyone"),
            (LIVE, [first.label], None),
            (MARKUP, [first.label], "<b>the port</b>"),
            *((text[:400], [label], None) for text in disguised(payload)),
        ]
        drafted = [DraftClaim(evidence=labels, attribution=by, text=text) for text, labels, by in claims]
        return Written(
            draft=self._draft(drafted[:20], label, first.label), model=f"{HIDDEN}{LIVE} {payload}", prompt=MARKUP
        )

    def _draft(self, claims: list[DraftClaim], label: str, other: str) -> DraftBrief:
        injected = self._injection
        version, rival = (
            DraftVersion(evidence=[each], text=text) for each, text in ((label, injected.text), (other, LIVE + MARKUP))
        )
        names = (injected.text, injected.marker, LIVE, MARKUP, f"the port {HIDDEN}")
        return DraftBrief(
            claims=claims,
            differences=[DraftDifference(versions=[version, rival]), DraftDifference(versions=[rival, version])],
            origins=[DraftOrigin(evidence=[label, other], name=name) for name in names],
            headline=injected.text,
        )

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        self.repairs += 1
        label, _ = sentence_with(self._injection.marker, request)
        worse = [
            DraftRepair(
                number=number, evidence=[label], attribution=LIVE, text=f"{self._injection.marker} {LIVE}"[:400]
            )
            for number in [*(each.number for each in failed), 1, 99, -1]
        ]
        return Rewritten(draft=DraftRepairs(claims=worse[:20]))


class ObedientJudge:
    """A judge that gives one verdict of everything, with an injection for its reason."""

    def __init__(self, verdict: Support, injection: Injection) -> None:
        self._verdict = verdict
        self._problem = f"{injection.text[:80]} {LIVE} {HIDDEN} {MARKUP}"

    async def judge(self, questions: tuple[Question, ...]) -> Judged:
        opinions = [Opinion(number=each.number, verdict=self._verdict, problem=self._problem) for each in questions]
        return Judged(opinions=tuple(opinions), model=LIVE, prompt=MARKUP)

    async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
        return Compared(exclusive=frozenset(pair.number for pair in pairs))


@cache
def known() -> Knowledge:
    return read_knowledge()


async def briefed(injection: Injection, place: str, verdict: Support | None) -> Brief:
    means = Means(
        loader=Web(injection.text, place),
        languages=English(),
        writer=Obedient(injection),
        knowledge=known(),
        limits=GatherLimits(),
        input_budget=20_000,
        repair_rounds=2,
        today=lambda: date(2026, 5, 4),
        judge=ObedientJudge(verdict, injection) if verdict else None,
    )
    given = [Link(url=PAGE), Link(url=OTHER_PAGE)]
    briefs = await make_briefs(given, wish=Wish(language="en"), means=means, progress=Silence())
    [brief] = [each for each in briefs if any(source.article.url == PAGE for source in each.sources)]
    return brief


# ---------------------------------------------------------------- what is harmless


@cache
def words_in(language: str) -> Locales:
    return Locales(LOCALES, language=language)


def documents(brief: Brief, language: str) -> Iterator[Document]:
    """The reply, and the receipt of every claim, as it is kept and beside its neighbours."""
    words = words_in(language)
    yield compose(brief, words)
    for number in range(1, len(brief.claims) + 1):
        receipt = receipt_of(KeptBrief.of(brief), number)
        assert receipt
        yield compose_receipt(receipt, words, language=language)
        yield compose_receipt(with_neighbours(receipt, brief), words, language=language)


def own_addresses(brief: Brief) -> set[str]:
    return {source.article.url for source in brief.sources if source.article.url}


def foreign_links(urls: Iterable[str], brief: Brief) -> list[str]:
    """Addresses that are neither an article's own, whatever passage they point at, nor a place of the reply itself."""
    return [url for url in urls if not url.startswith("#") and url.partition("#")[0] not in own_addresses(brief)]


def check_seen(shown: str) -> None:
    """There is nothing that nobody sees, but what keeps words dead and directions apart: that is closed in its line."""
    ours = set("\n\u2060\u200e\u200f\u2066\u2067\u2068\u2069")
    assert {char for char in shown if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"}} <= ours
    for line in shown.split("\n"):
        isolates = "".join(char for char in line if char in "\u2066\u2067\u2068\u2069")
        assert re.fullmatch("([\u2066\u2067\u2068]\u2069)*", isolates)


def check_telegram(document: Document, brief: Brief) -> None:
    for message in classic.render(document):
        assert live(message.text) == []
        check_seen(message.text)
        assert {entity.type for entity in message.entities} <= {
            "bold", "italic", "text_link", "blockquote", "expandable_blockquote"
        }  # fmt: skip
        assert foreign_links((entity.url for entity in message.entities if entity.url), brief) == []
        for entity in message.entities:
            assert not entity.url or utf16(message.text, entity.offset, entity.length)
        text, _ = taken(message)
        assert live(text) == []


def check_markdown(document: Document, brief: Brief) -> None:
    shown = markdown.render(document)
    assert foreign_links(links(shown), brief) == []
    anchors = re.compile(r'</?a(?: id="[a-z0-9-]+")?>')
    for token in parse(shown):
        assert token.type not in {"image", "html_block", "code_inline", "code_block", "fence"}
        assert token.type != "html_inline" or anchors.fullmatch(token.content)
    check_seen(shown)


def check_harmless(brief: Brief, language: str) -> None:
    for document in documents(brief, language):
        check_telegram(document, brief)
        check_markdown(document, brief)
        check_seen(plain.render(document))


def check_supported(brief: Brief, injection: Injection) -> None:
    """Whoever wrote it, what is shown stands in its articles; a model's claims pass every check that there is."""
    sources = {source.number: source for source in brief.sources}
    assert injection.marker not in brief.headline or brief.headline_from is not None
    for claim in brief.claims:
        assert claim.evidence
        for evidence in claim.evidence:
            source = sources[evidence.source]
            assert source.by_label[evidence.label].text == evidence.text == evidence.span.of(source.article.text)
        said = " ".join(evidence.text for evidence in claim.evidence)
        assert injection.marker not in claim.text or injection.marker in said or _only_judged(injection, claim.text)
        assert "evil.example" not in claim.text or "evil.example" in said
        if brief.receipt.writer == "model":
            stated = resolve(claim.text, [each.label for each in claim.evidence], brief.sources, language="en")
            assert {each.code for each in examine(stated, knowledge=known()).findings} <= LENIENT


def _only_judged(injection: Injection, text: str) -> bool:
    """A true statement with ordinary words behind it: that those are no news only a judge can tell."""
    bare = injection.marker.strip("!")
    return bare.replace(" ", "").isalpha() and bare.islower() and not text.startswith(bare)


def check_told(brief: Brief) -> None:
    """What was taken away is counted, and where sentences of the articles stand instead the reply says so."""
    words = words_in("en")
    told = plain.render(compose(brief, words), width=10_000)
    assert brief.withheld
    if brief.receipt.writer == "extractive":
        assert brief.receipt.fault == "withheld"
        assert words.say("model-failed", reason=words.say("fault-withheld")) in told
        assert brief.claims
        assert all(claim.quoted_from for claim in brief.claims)


VERDICTS: tuple[Support | None, ...] = (None, "supported", "partial", "unsupported")


@pytest.mark.parametrize("injection", injections(), ids=lambda each: each.id)
async def test_a_writer_that_obeys_yields_a_harmless_reply(injection: Injection) -> None:
    for number, place in enumerate(PLACES):
        verdict = VERDICTS[number % len(VERDICTS)]
        brief = await briefed(injection, place, verdict)
        assert verdict in {None, "supported"} or brief.receipt.writer == "extractive"
        check_supported(brief, injection)
        check_told(brief)
        check_harmless(brief, ("en", "ar")[number % 2])
