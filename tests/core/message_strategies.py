"""Invented sources and briefs, texts of many scripts, and Telegram's own parser as an oracle."""

import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from bot.adapters.locales import Locales
from bot.core.message.classic import Message
from bot.core.message.document import (
    Bold,
    Bullet,
    Citation,
    Collapsible,
    Document,
    Entry,
    Heading,
    Italic,
    Link,
    Numbered,
    Paragraph,
    Quote,
    Text,
)
from bot.core.message.safety import show
from bot.core.models import Article, Brief, Claim, Evidence, Medium, Receipt, Sentence, Source, Span

LOCALES = Path(__file__).parent.parent.parent / "config" / "locales"


@cache
def english() -> Locales:
    return Locales(LOCALES)


# ---------------------------------------------------------------- briefs


def a_source(
    number: int,
    *sentences: str,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    medium: Medium = "pasted",
    given: str = "-",
    published_at: datetime | date | None = None,
    **more: Any,
) -> Source:
    """A source whose article is its title and one paragraph with these sentences."""
    text = f"{title}\n" if title else ""
    labelled = []
    for index, sentence in enumerate(sentences, 1):
        text += " " if index > 1 else ""
        span = Span(start=len(text), end=len(text) + len(sentence))
        text += sentence
        label = f"{number}.{index}"
        labelled.append(Sentence(label=label, source=number, index=index, span=span, text=sentence, paragraph=0))
    headline = Span(start=0, end=len(title)) if title else None
    article = Article(
        id=f"article-{number}",
        medium=medium,
        given=given,
        url=url,
        outlet=outlet,
        headline=headline,
        text=text,
        published_at=published_at,
        **more,
    )
    return Source(number=number, article=article, sentences=tuple(labelled))


def proof(source: Source, index: int) -> Evidence:
    sentence = source.by_label[f"{source.number}.{index}"]
    return Evidence(label=sentence.label, source=source.number, span=sentence.span, text=sentence.text)


def a_brief(*claims: Claim, sources: tuple[Source, ...], **fields: Any) -> Brief:
    given = {
        "headline": "The ferry stops for the winter",
        "language": "en",
        "receipt": Receipt(writer="model", checks=("citations", "numbers", "quotations")),
    }
    return Brief(claims=claims, sources=sources, **{**given, **fields})


# ---------------------------------------------------------------- texts

WORDS = (
    "ferry harbour 12 8.5% (pier) council’s “rust” R&D 100,000 паром причал 12-й עבודה רציף "
    "عبارة الميناء 渡轮停航 港口、码头。 "
    "नौका बंदरगाह क्षेत्र 한국어 เรือข้ามฟาก é e\u0301 👨\u200d👩\u200d👧 🇫🇷🇩🇪 👍🏽 ❤\ufe0f #\ufe0f\u20e3 می\u200cشود"
).split()
HOSTILE = (
    "@mayor @gif /start /7 #tag #метка $TAG $1INCH example.com a@b.com t.me/x tg://resolve?domain=x ton://a 192.0.2.1 "
    "http://x.example.org/@user пример.рф भारत.भारत xn--a.xn--p1ai u:p@h.com:80/x +1(234)567-89-01 4111111111111111 "
    "12:34 1:02:03 <b>x</b> [x](http://e.com) ![x](http://e.com) **x** `x` &amp; www.example.org # - + 2024. ::: | \\ "
    "\u202etxt\u202c \u2066x \u200b \U000e0041\U000e0042 \ufe01\ufe02\ufe03 \x1b[31m \u0333 \u2060 \u3164 \ud83d"
).split(" ")

calm_texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join)
hostile_texts = st.lists(
    st.one_of(st.sampled_from(WORDS + HOSTILE), st.text(max_size=4), st.sampled_from(".:/@# -")), max_size=20
).flatmap(lambda parts: st.sampled_from((" ", "", ". ")).map(lambda joint: joint.join(parts)))


# ---------------------------------------------------------------- Telegram's parser


def _tdlib(**request: Any) -> dict[str, Any]:
    tdjson = pytest.importorskip("tdjson")
    _quiet()
    answer: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    return answer


@cache
def _quiet() -> None:
    tdjson = pytest.importorskip("tdjson")
    tdjson.td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())


def live(text: str) -> list[tuple[str, str]]:
    """What Telegram makes live in a plain text: kinds and the words themselves."""
    answer = _tdlib(**{"@type": "getTextEntities", "text": text})
    assert "entities" in answer, answer
    return [
        (entity["type"]["@type"][14:], utf16(text, entity["offset"], entity["length"])) for entity in answer["entities"]
    ]


def taken(message: Message) -> tuple[str, list[tuple[str, int, int]]]:
    """The text and entities that Telegram makes of a message; fails where it refuses one.

    The parser also reads Markdown, so the result is only comparable where the text has none.
    """
    kinds = {
        "bold": "Bold", "italic": "Italic", "text_link": "TextUrl", "blockquote": "BlockQuote",
        "expandable_blockquote": "ExpandableBlockQuote",
    }  # fmt: skip
    entities = [
        {
            "@type": "textEntity",
            "offset": entity.offset,
            "length": entity.length,
            "type": {"@type": f"textEntityType{kinds[entity.type]}", **({"url": entity.url} if entity.url else {})},
        }
        for entity in message.entities
    ]
    text = {"@type": "formattedText", "text": message.text, "entities": entities}
    answer = _tdlib(**{"@type": "parseMarkdown", "text": text})
    assert answer["@type"] == "formattedText", answer
    names = {f"textEntityType{kind}": name for name, kind in kinds.items()}
    return answer["text"], [
        (names.get(one["type"]["@type"], one["type"]["@type"]), one["offset"], one["length"])
        for one in answer["entities"]
    ]


def has_markdown(text: str) -> bool:
    return re.search(r"\*\*|__|~~|\|\||`|\]\(", text) is not None


# ---------------------------------------------------------------- UTF-16


def utf16(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# ---------------------------------------------------------------- documents


def _documents(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    urls = st.sampled_from(
        ["https://news.example.com/a#:~:text=x%2Dy,z", "http://192.0.2.1/ä", "https://example.org/?a=1&b"]
    )
    words = texts.filter(lambda text: bool(show(text)))
    plain = st.builds(Text, text=words, isolated=st.booleans())
    any_text = st.one_of(
        plain, st.builds(Bold, text=words), st.builds(Italic, text=words), st.builds(Link, text=words, url=urls)
    )
    markers = st.lists(st.tuples(st.integers(1, 12), st.none() | urls), max_size=4).map(
        lambda pairs: tuple(
            span
            for number, url in pairs
            for span in (
                Text(text=" "),
                Citation(source=number, label=f"[{number}]", url=url, place=f"claim-1-{number}"),
            )
        )
    )
    statement = st.tuples(st.lists(any_text, min_size=1, max_size=4).map(tuple), markers).map(
        lambda pair: pair[0] + pair[1]
    )
    lines = st.one_of(
        st.builds(Paragraph, spans=statement),
        st.builds(Numbered, number=st.integers(1, 20), spans=statement),
        st.builds(Bullet, spans=statement),
        st.builds(Heading, level=st.integers(1, 2), spans=st.tuples(plain)),
        st.builds(Entry, source=st.integers(1, 10), spans=st.tuples(plain), url=st.none() | urls),
        st.builds(Quote, spans=st.tuples(plain)),
    )
    folded = st.lists(st.builds(Numbered, number=st.integers(1, 20), spans=statement), min_size=1, max_size=4)
    blocks = st.one_of(lines, lines, lines, st.builds(Collapsible, title=words, lines=folded.map(tuple)))
    return st.builds(
        Document,
        language=st.sampled_from(["en", "ar", "und"]),
        blocks=st.lists(blocks, min_size=1, max_size=5).map(tuple),
    )


calm_documents = _documents(calm_texts)
hostile_documents = _documents(hostile_texts)
