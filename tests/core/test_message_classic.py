"""Messages as Telegram takes them; its own parser is the judge."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message.classic import MAX_ENTITIES, MAX_UNITS, Message, render
from bot.core.message.document import (
    Block,
    Bold,
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
    Quote,
    Text,
)
from bot.core.message.graphemes import is_boundary
from bot.core.message.safety import WORD_JOINER, defuse
from tests.core.message_strategies import (
    calm_documents,
    has_markdown,
    hostile_documents,
    live,
    taken,
    units,
    utf16,
)

URL = "https://news.example.com/story#:~:text=a%20b"


def document(*blocks: Block, language: str = "en") -> Document:
    return Document(language=language, blocks=blocks)


def claim(number: int, text: str, *sources: int) -> Numbered:
    spans = [Text(text=text)]
    markers = [
        span
        for source in sources
        for span in (
            Text(text=" "),
            Citation(source=source, label=f"[{source}]", url=URL, place=f"claim-{number}-{source}"),
        )
    ]
    return Numbered(number=number, spans=(*spans, *markers))


def body(message: Message) -> str:
    return re.sub(r"\n\n\(\d+/\d+\)\Z", "", message.text)


def marked(message: Message) -> list[tuple[str, str]]:
    return [(entity.type, utf16(message.text, entity.offset, entity.length)) for entity in message.entities]


# ---------------------------------------------------------------- one message


def test_a_reply_is_text_and_entities() -> None:
    evidence = Numbered(
        number=1,
        spans=(Citation(source=1, label="[1]", url=None, place="claim-1-1", here=True), Text(text=" “It is so.”")),
    )
    (message,) = render(
        document(
            Heading(level=1, spans=(Text(text="A ferry 🚢 stops"),)),
            Paragraph(spans=(Text(text="2 articles"),)),
            claim(1, "It 🚢 stops.", 1, 2),
            claim(2, "It returns.", 1),
            Heading(spans=(Text(text="Sources"),)),
            Entry(source=1, spans=(Text(text="Coast Daily: "), Link(text="Ferry 🚢", url=URL))),
            Collapsible(title="Evidence", lines=(evidence, evidence)),
            Paragraph(spans=(Italic(text="2 statements checked."),)),
        )
    )
    assert message.text == (
        "A ferry 🚢 stops\n2 articles\n\n1. It 🚢 stops. [1] [2]\n2. It returns. [1]\n\nSources\n[1] Coast Daily: "
        "Ferry 🚢\n\nEvidence\n1. [1] “It is so.”\n1. [1] “It is so.”\n\n2 statements checked."
    )
    assert marked(message) == [
        ("bold", "A ferry 🚢 stops"),
        ("text_link", "[1]"),
        ("text_link", "[2]"),
        ("text_link", "[1]"),
        ("bold", "Sources"),
        ("text_link", "Ferry 🚢"),
        ("expandable_blockquote", "Evidence\n1. [1] “It is so.”\n1. [1] “It is so.”"),
        ("bold", "Evidence"),
        ("italic", "2 statements checked."),
    ]
    assert {entity.url for entity in message.entities if entity.type == "text_link"} == {URL}
    assert {entity.url for entity in message.entities if entity.type != "text_link"} == {None}
    text, entities = taken(message)
    assert text == message.text
    assert sorted(entities) == sorted((one.type, one.offset, one.length) for one in message.entities)


def test_a_quote_has_a_frame_of_its_own() -> None:
    (message,) = render(document(Quote(spans=(Text(text="It is so."),)), Paragraph(spans=(Text(text="They said."),))))
    assert marked(message) == [("blockquote", "It is so.")]


def test_formatting_leaves_white_space_out() -> None:
    (message,) = render(
        document(Paragraph(spans=(Text(text="so"), Bold(text=" much "), Italic(text=" "), Text(text="more"))))
    )
    assert marked(message) == [("bold", "much")]


def test_foreign_words_are_defused_even_across_spans() -> None:
    spans = (Text(text="ask @mayor at example"), Bold(text=".com"), Text(text=" or /start"))
    (message,) = render(document(Paragraph(spans=spans)))
    assert live("ask @mayor at example.com or /start")
    assert live(message.text) == []
    assert [(kind, words.strip(WORD_JOINER)) for kind, words in marked(message)] == [("bold", ".com")]


def test_a_right_to_left_reply_reads_from_the_right() -> None:
    (message,) = render(
        document(claim(1, "Coast Daily: تتوقف العبارة", 1), Paragraph(spans=(Text(text="Sources"),)), language="ar")
    )
    assert message.text.startswith("\u200f1. Coast Daily")
    assert message.text.endswith("\n\nSources")
    assert marked(message) == [("text_link", "[1]")]


def test_an_isolated_title_is_linked_with_its_marks() -> None:
    (message,) = render(document(Paragraph(spans=(Link(text="العبارة", url=URL, isolated=True),))))
    assert message.text == "\u2068العبارة\u2069"
    assert marked(message) == [("text_link", message.text)]


def test_isolated_neighbours_are_one_passage() -> None:
    spans = (Text(text="x: "), Text(text="تتوقف ", isolated=True), Bold(text="العبارة", isolated=True), Text(text="."))
    (message,) = render(document(Paragraph(spans=spans)))
    assert message.text == "x: \u2068تتوقف العبارة\u2069."
    assert marked(message) == [("bold", "العبارة\u2069")]


# ---------------------------------------------------------------- many messages


def test_a_long_reply_is_cut_between_lines_and_numbered() -> None:
    claims = [claim(number, f"Statement {number} " + "is long " * 40 + "so.", 1, 2) for number in range(1, 31)]
    messages = render(document(*claims))
    assert len(messages) == 3
    assert [message.text[-7:] for message in messages] == ["\n\n(1/3)", "\n\n(2/3)", "\n\n(3/3)"]
    found = [line for message in messages for line in body(message).split("\n")]
    (whole,) = render(document(*claims), max_units=10**6)
    assert found == whole.text.split("\n")


def test_a_reply_that_just_fits_is_one_message() -> None:
    (message,) = render(document(Paragraph(spans=(Text(text="a" * MAX_UNITS),))))
    assert units(message.text) == MAX_UNITS
    assert len(render(document(Paragraph(spans=(Text(text="🚢" * (MAX_UNITS // 2 + 1)),))))) == 2


def test_a_hundred_entities_are_the_most() -> None:
    claims = [claim(number, "So.", 1, 2, 3) for number in range(1, 41)]
    messages = render(document(*claims))
    assert [len(message.entities) for message in messages] == [99, 21]
    assert sum(message.text.count("[2]") for message in messages) == 40


def test_a_collapsible_goes_on_in_the_next_message() -> None:
    lines = tuple(claim(number, "It is so. " * 30, 1) for number in range(1, 41))
    messages = render(document(Collapsible(title="Evidence", lines=lines)))
    assert len(messages) > 2
    for message in messages:
        frames = [words for kind, words in marked(message) if kind == "expandable_blockquote"]
        assert frames == [body(message)]


def test_a_document_without_a_word_gives_no_message() -> None:
    assert render(document(Paragraph(spans=(Text(text=" \u200b"),)))) == ()


def test_a_title_never_stands_last() -> None:
    for length in range(20, 120, 7):
        messages = render(
            document(
                Paragraph(spans=(Text(text="a" * length),)),
                Heading(spans=(Text(text="Sources"),)),
                Entry(source=1, spans=(Text(text="Coast Daily and a title"),)),
            ),
            max_units=120,
        )
        assert not any(body(message).endswith("Sources") for message in messages)


@pytest.mark.parametrize("limit", [60, 61, 75, 90, 140])
def test_a_long_statement_is_cut_between_sentences_and_keeps_its_markers(limit: int) -> None:
    text = "The ferry stops on Monday. The mayor agreed at once. It will return in April."
    messages = render(document(claim(1, text, 1, 2)), max_units=limit)
    for message in messages[:-1]:
        assert body(message).endswith(".")
    assert "April. [1] [2]" in body(messages[-1])


def test_a_long_sentence_is_cut_between_words() -> None:
    messages = render(document(claim(1, "word " * 60 + "end", 1, 2)), max_units=64)
    assert all(
        set(body(message).replace("1. ", "").split(" ")) <= {"word", "end", "[1]", "[2]"} for message in messages
    )
    assert body(messages[-1]).endswith("end [1] [2]")


def test_a_text_without_spaces_is_cut_between_characters() -> None:
    family = "👨\u200d👩\u200d👧"
    messages = render(document(claim(1, family * 40, 1)), max_units=70)
    assert len(messages) > 2
    for message in messages:
        assert re.fullmatch(rf"(1\. )?({family})+( \[1\])?", body(message))
    assert body(messages[-1]).endswith(f"{family} [1]")


def test_an_endless_line_is_cut_to_size() -> None:
    for unit in ("a", "a ", "a. ", "🚢", "的。", "@a.bb ", "12:"):
        messages = render(document(Paragraph(spans=(Text(text=unit * (50_000 // len(unit))),))))
        assert all(units(message.text) <= MAX_UNITS for message in messages)


# ---------------------------------------------------------------- by property


def words_of(text: str) -> str:
    return "".join(text.split())


def covered(entities: list[tuple[str, int, int]]) -> set[tuple[str, int]]:
    """Each formatted place; Telegram joins neighbours of one kind, so that ranges cannot be compared."""
    return {(kind, place) for kind, offset, length in entities for place in range(offset, offset + length)}


def check_message(message: Message, max_units: int, max_entities: int) -> None:
    assert 0 < units(message.text) <= max_units
    assert len(message.entities) <= max_entities
    assert message.text == message.text.strip()
    for entity in message.entities:
        words = utf16(message.text, entity.offset, entity.length)
        assert words == words.strip() != ""
        assert entity.offset + entity.length <= units(message.text)
    frames = [(one.offset, one.offset + one.length) for one in message.entities if "blockquote" in one.type]
    assert all(end < start for (_, end), (start, _) in zip(sorted(frames), sorted(frames)[1:], strict=False))
    assert live(message.text) == []
    text, entities = taken(message)
    if not has_markdown(message.text):
        assert text == message.text
        assert covered(entities) == covered([(one.type, one.offset, one.length) for one in message.entities])


@given(st.one_of(calm_documents, hostile_documents))
def test_telegram_takes_every_document(made: Document) -> None:
    for message in render(made):
        check_message(message, MAX_UNITS, MAX_ENTITIES)


def folded_last(made: Document) -> Document:
    folded = [block for block in made.blocks if isinstance(block, Collapsible)]
    return Document(language=made.language, blocks=(*[block for block in made.blocks if block not in folded], *folded))


def test_what_folds_stands_last_where_one_message_does_not_hold_all() -> None:
    evidence = Collapsible(title="Evidence", lines=tuple(
        Numbered(number=n, spans=(Text(text="word " * 20),)) for n in range(1, 5)
    ))  # fmt: skip
    made = document(Paragraph(spans=(Text(text="The claim."),)), evidence, Paragraph(spans=(Text(text="Checked."),)))
    first, *others = render(made, max_units=300)
    assert body(first).index("The claim.") < body(first).index("Checked.") < body(first).index("Evidence")
    assert others
    (whole,) = render(made)
    assert whole.text.index("Evidence") < whole.text.index("Checked.")


@given(st.one_of(calm_documents, hostile_documents), st.integers(80, 300), st.integers(8, 20))
def test_parts_hold_the_whole_within_the_limits(made: Document, max_units: int, max_entities: int) -> None:
    parts = render(made, max_units=max_units, max_entities=max_entities)
    (whole,) = render(made, max_units=10**6, max_entities=10**6)
    if len(parts) > 1 or parts[0].text != whole.text:
        (whole,) = render(folded_last(made), max_units=10**6, max_entities=10**6)
    place = 0
    for part in parts:
        check_message(part, max_units, max_entities)
        text = body(part) if len(parts) > 1 else part.text
        place = whole.text.index(text, place)
        assert is_boundary(whole.text, place)
        place += len(text)
        assert is_boundary(whole.text, place)
    assert words_of("".join(body(part) if len(parts) > 1 else part.text for part in parts)) == words_of(whole.text)


@given(calm_documents, st.integers(120, 300))
def test_markers_stay_with_the_end_of_their_statement(made: Document, max_units: int) -> None:
    parts = [part.text for part in render(made, max_units=max_units, max_entities=20)]
    for line in [
        line for block in made.blocks for line in (block.lines if isinstance(block, Collapsible) else (block,))
    ]:
        assert isinstance(line, Line)
        markers = "".join(
            span.label if isinstance(span, Citation) else span.text
            for index, span in enumerate(line.spans)
            if isinstance(span, Citation) or isinstance((*line.spans, None)[index + 1], Citation)
        )
        before = [span.text for span in line.spans if isinstance(span, Text) and span.text.strip()]
        if not any(isinstance(span, Citation) for span in line.spans):
            continue
        last = "".join(before).rstrip().split(" ")[-1]
        tail = re.sub("[\u2068\u2069\u2060]", "", defuse(last[-1]) + markers[markers.index(" [") :])
        assert any(tail in re.sub("[\u2068\u2069\u2060]", "", part) for part in parts)
