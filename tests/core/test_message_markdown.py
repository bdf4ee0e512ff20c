"""The reply as Markdown: a parser finds our links and nothing else alive."""

import re
from typing import Any

import pytest
from hypothesis import given

from bot.core.message.document import (
    Block,
    Bold,
    Bullet,
    Citation,
    Collapsible,
    Document,
    Entry,
    Heading,
    Italic,
    Line,
    Link,
    Numbered,
    Paragraph,
    Text,
)
from bot.core.message.markdown import render
from bot.core.message.safety import defuse
from tests.core.message_strategies import HOSTILE, hostile_documents

URL = "https://news.example.com/story_(1)?a=1&copy;=2#:~:text=a*b*c,d"


def parse(markdown: str) -> list[Any]:
    """Every token of the document, the inline ones in their places."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    flat = []
    for token in parser.parse(markdown):
        flat += [token, *(token.children or [])]
    return flat


def links(markdown: str) -> list[str]:
    return [token.attrs["href"] for token in parse(markdown) if token.type == "link_open"]


def words(markdown: str) -> str:
    return "".join(token.content for token in parse(markdown) if token.type == "text")


def document(*blocks: Block) -> Document:
    return Document(language="en", blocks=blocks)


def test_a_reply_is_headings_lists_and_links() -> None:
    marker = Citation(source=1, label="[1]", url="https://example.com/x#:~:text=a", place="claim-1-1")
    pasted = Citation(source=2, label="[2]", place="claim-1-2")
    shown = render(
        document(
            Heading(level=1, spans=(Text(text="Ferry stops"),)),
            Numbered(
                number=1,
                spans=(Text(text="It "), Bold(text="stops "), Text(text="now. "), marker, Text(text=" "), pasted),
            ),
            Numbered(number=2, spans=(Text(text="So."),)),
            Heading(spans=(Text(text="Sources"),)),
            Entry(source=1, spans=(Link(text="Ferry", url="https://example.com/x"),), url="https://example.com/x"),
            Collapsible(
                title="Evidence",
                lines=(Numbered(number=1, spans=(pasted.model_copy(update={"here": True}), Text(text=" “So.”"))),),
            ),
            Bullet(spans=(Text(text="Could not read it."),)),
            Paragraph(spans=(Italic(text="All checked."),)),
        )
    )
    assert shown == (
        "# Ferry stops\n\n"
        "1. It **stops** now. [\\[1\\]](https://example.com/x#:\\~:text\\=a) [\\[2\\]](#claim-1-2)\n"
        "2. So.\n\n"
        "## Sources\n\n"
        "- \\[1\\] [Ferry](https://example.com/x)\n\n"
        "## Evidence\n\n"
        '+ 1\\. <a id="claim-1-2"></a>\\[2\\] “So.”\n\n'
        "* Could not read it.\n\n"
        "*All checked.*\n"
    ).replace("\\~", "~").replace("text\\=", "text=")


def test_isolated_neighbours_are_one_passage() -> None:
    spans = (Text(text="x: "), Text(text="تتوقف ", isolated=True), Bold(text="العبارة", isolated=True), Text(text="."))
    shown = render(document(Paragraph(spans=spans)))
    assert shown == "x: \u2068تتوقف **العبارة\u2069**.\n"
    assert words(shown) == "x: \u2068تتوقف العبارة\u2069."


def test_a_link_leads_exactly_where_it_should() -> None:
    (found,) = links(render(document(Paragraph(spans=(Link(text="here", url=URL),)))))
    assert found == URL.replace("&copy;", "&amp;copy;").replace("&amp;", "&")


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://evil.example.com)",
        "![x](https://evil.example.com/p.png)",
        "<https://evil.example.com>",
        "<script>alert(1)</script>",
        "<a href=x>y</a>",
        "[x]: https://evil.example.com",
        "**bold** _it_ `code` ~~gone~~",
        "# heading",
        "- item",
        "+ item",
        "* item",
        "2024. A year",
        "7) item",
        "> quote",
        "---",
        "***",
        "===",
        "```python",
        "| a | b |",
        "&lt;b&gt; &#64; &amp;",
        "a\\",
        "\\[x](https://evil.example.com)",
        "    code",
    ],
)
def test_foreign_markdown_is_only_words(text: str) -> None:
    for made in (
        Paragraph(spans=(Text(text=text),)),
        Numbered(number=1, spans=(Text(text=text),)),
        Bullet(spans=(Text(text=text),)),
        Heading(spans=(Text(text=text),)),
        Paragraph(spans=(Text(text=text[:3]), Text(text=text[3:]))),
    ):
        shown = render(document(made))
        assert words(shown) == defuse(text.strip()).strip() or isinstance(made, Paragraph)
        assert words(shown).replace("\u2060", "") == text.strip()
        allowed = {"paragraph", "heading", "inline", "text", "ordered_list", "bullet_list", "list_item"}
        assert {re.sub("_(open|close)$", "", token.type) for token in parse(shown)} <= allowed
        assert sum(token.type == "list_item_open" for token in parse(shown)) == isinstance(made, Numbered | Bullet)


@pytest.mark.parametrize(
    "text", ["www.evil.example.com", "https://evil.example.com", "office@example.org", "@someone", "#12"]
)
def test_bare_addresses_are_broken_for_readers_that_link_them(text: str) -> None:
    assert text not in render(document(Paragraph(spans=(Text(text=text),))))


@given(hostile_documents)
def test_a_parser_finds_our_links_and_no_other(made: Document) -> None:
    shown = render(made)
    lines = [line for block in made.blocks for line in (block.lines if isinstance(block, Collapsible) else (block,))]
    ours = []
    for line in lines:
        assert isinstance(line, Line)
        ours += [
            span.url if isinstance(span, Link) else span.url or f"#{span.place}"
            for span in line.spans
            if isinstance(span, Link | Citation)
        ]
    found = parse(shown)
    assert len([token for token in found if token.type == "link_open"]) == len(ours)
    assert not [
        token.type for token in found if token.type in {"image", "html_block", "html_inline", "code_inline", "fence"}
    ]
    assert len([token for token in found if token.type == "heading_open"]) == sum(
        isinstance(block, Heading | Collapsible) for block in made.blocks
    )
    assert len([token for token in found if token.type == "list_item_open"]) == sum(
        isinstance(line, Numbered | Bullet | Entry) for line in lines
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_each_hostile_word_stays_a_word(text: str) -> None:
    found = {token.type for token in parse(render(document(Paragraph(spans=(Text(text=text), Text(text=" end."))))))}
    assert found <= {"paragraph_open", "paragraph_close", "inline", "text"}
