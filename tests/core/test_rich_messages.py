"""What is read of a rich message. The shapes are those of aiogram's models of the Bot API."""

import json
from typing import Any

import pytest
from aiogram import types as api
from hypothesis import given
from hypothesis import strategies as st

from bot.core.requests import Incoming
from bot.core.rich_messages import MAX_TEXT, read_rich


def paragraph(*text: Any) -> api.RichBlockParagraph:
    return api.RichBlockParagraph(text=list(text))


def link(text: Any, url: str) -> api.RichTextUrl:
    return api.RichTextUrl(text=text, url=url)


def read(*blocks: Any) -> tuple[str, list[tuple[str, str]]]:
    """The text, and each link's words and address, of blocks as they come out of an update's JSON."""
    dumped = api.RichMessage(blocks=list(blocks)).model_dump_json(exclude_none=True)
    text, links = read_rich(json.loads(dumped)["blocks"])
    assert all(each.span.end <= len(text) for each in links)
    return text, [(each.span.of(text), each.url) for each in links]


def text_of(*blocks: Any) -> str:
    return read(*blocks)[0]


class TestBlocks:
    def test_headings_and_paragraphs_are_set_apart(self) -> None:
        heading = api.RichBlockSectionHeading(text="Bridge reopens", size=1)
        footer = api.RichBlockFooter(text="The Northern Ledger")
        assert text_of(heading, paragraph("The bridge is open."), api.RichBlockDivider(), footer) == (
            "Bridge reopens\n\nThe bridge is open.\n\nThe Northern Ledger"
        )

    def test_white_space_makes_no_block_and_no_beginning_of_one(self) -> None:
        assert text_of(paragraph("\n"), paragraph("  One. "), paragraph(" "), paragraph(" Two. ")) == "One. \n\nTwo."

    def test_formatted_words_stay_in_their_sentence(self) -> None:
        sentence = paragraph(
            "The ",
            api.RichTextBold(text=["mayor ", api.RichTextItalic(text="herself")]),
            " said ",
            api.RichTextSpoiler(text="no"),
            api.RichTextSuperscript(text="2"),
            ".",
        )
        assert text_of(sentence) == "The mayor herself said no2."

    def test_signs_that_are_no_text_are_read_by_what_stands_for_them(self) -> None:
        words = paragraph(
            api.RichTextCustomEmoji(custom_emoji_id="5", alternative_text="👍"),
            " ",
            api.RichTextMathematicalExpression(expression="E=mc^2"),
            api.RichTextAnchor(name="here"),
        )
        assert text_of(words) == "👍 E=mc^2"
        assert text_of(api.RichBlockMathematicalExpression(expression="a+b")) == "a+b"

    def test_the_items_of_a_list_are_lines_with_their_labels(self) -> None:
        inner = api.RichBlockList(items=[api.RichBlockListItem(label="a.", blocks=[paragraph("boats")])])
        items = [
            api.RichBlockListItem(label="1.", blocks=[paragraph("Open:"), inner]),
            api.RichBlockListItem(label="2.", blocks=[]),
            api.RichBlockListItem(label="3.", blocks=[paragraph("Closed."), paragraph("For long.")]),
        ]
        assert text_of(paragraph("Ports"), api.RichBlockList(items=items), paragraph("End.")) == (
            "Ports\n\n1. Open:\na. boats\n2.\n3. Closed.\nFor long.\n\nEnd."
        )

    def test_the_rows_of_a_table_are_lines(self) -> None:
        def cell(text: Any = None) -> api.RichBlockTableCell:
            return api.RichBlockTableCell(align="left", valign="top", text=text)

        table = api.RichBlockTable(
            cells=[[cell("Port"), cell(["Boats", "\nof 2024"])], [cell(), cell(api.RichTextBold(text="12"))]],
            caption="Traffic",
        )
        assert text_of(paragraph("See:"), table) == "See:\n\nPort | Boats of 2024\n12\n\nTraffic"

    def test_what_is_folded_away_is_read(self) -> None:
        details = api.RichBlockDetails(summary="Evidence", blocks=[paragraph("One."), paragraph("Two.")])
        folded = api.RichBlockExpandableBlockQuotation(text="Quoted.", credit="The mayor")
        assert text_of(details, folded) == "Evidence\n\nOne.\n\nTwo.\n\nQuoted.\n\nThe mayor"

    def test_quotations_keep_their_credit(self) -> None:
        block = api.RichBlockBlockQuotation(blocks=[paragraph("We wait.")], credit="The harbour master")
        pull = api.RichBlockPullQuotation(text="Nobody waits.", credit="The mayor")
        assert text_of(block, pull) == "We wait.\n\nThe harbour master\n\nNobody waits.\n\nThe mayor"

    def test_of_pictures_the_captions_are_read(self) -> None:
        photo = api.RichBlockPhoto(photo=[], caption=api.RichBlockCaption(text="The bridge", credit="City archive"))
        collage = api.RichBlockCollage(blocks=[photo], caption=api.RichBlockCaption(text="Two views"))
        assert text_of(collage) == "The bridge\n\nCity archive\n\nTwo views"

    def test_the_lines_of_preformatted_text_stay(self) -> None:
        assert text_of(api.RichBlockPreformatted(text="a\n  b")) == "a\n  b"


class TestLinks:
    def test_links_are_found_where_their_words_stand(self) -> None:
        text, links = read(
            paragraph("👍 First ", link("one", "https://example.org/1"), "."),
            paragraph(link(["two ", api.RichTextBold(text="words")], "https://example.org/2")),
        )
        assert text == "👍 First one.\n\ntwo words"
        assert links == [("one", "https://example.org/1"), ("two words", "https://example.org/2")]

    def test_a_button_that_opens_a_page_is_a_link(self) -> None:
        opens = api.RichMessageButton(text="Read on", url="https://example.org/1")
        asks = api.RichMessageButton(text="Like", callback_data="like")
        assert read(paragraph("News."), api.RichBlockButtons(buttons=[opens, asks])) == (
            "News.\n\nRead on\nLike",
            [("Read on", "https://example.org/1")],
        )

    def test_a_link_inside_the_message_leads_nowhere(self) -> None:
        words = paragraph("Said", api.RichTextReferenceLink(text="[1]", reference_name="s1"))
        assert read(words) == ("Said[1]", [])

    def test_a_link_without_words_is_none(self) -> None:
        assert read(paragraph("News", link("", "https://example.org/1"))) == ("News", [])

    def test_a_link_at_the_end_loses_the_white_space_after_its_words(self) -> None:
        assert read(paragraph(link("one  ", "https://example.org/1"))) == ("one", [("one", "https://example.org/1")])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("\ud83d \n"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "type text blocks items cells label summary caption credit buttons button url expression".split()
            )
            | st.text(max_size=3),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


class TestHostileShapes:
    @given(JSON)
    def test_any_json_is_read_without_an_error_and_every_link_lies_on_words(self, value: object) -> None:
        text, links = read_rich(value)
        assert text == text.strip()
        text.encode("utf-8")
        starts = [each.span.start for each in links]
        assert starts == sorted(starts)
        for each in links:
            assert each.span.of(text)
            assert each.span.end <= len(text)

    def test_a_kind_that_is_not_known_is_read_by_the_fields_it_shares(self) -> None:
        new = {"type": "poster", "text": {"type": "glowing", "text": "Open"}, "blocks": [{"type": "x", "text": "Now"}]}
        assert read_rich([new])[0] == "Open\n\nNow"

    @pytest.mark.parametrize("kind", [["list"], {"a": 1}, 7, None])
    def test_a_kind_that_is_no_name_does_no_harm(self, kind: object) -> None:
        assert read_rich([{"type": kind, "text": "Open"}])[0] == "Open"

    @pytest.mark.parametrize("field", ["blocks", "text", "caption", "summary"])
    def test_depth_is_bounded(self, field: str) -> None:
        tree: Any = "bottom"
        for _ in range(100_000):
            tree = {"type": "paragraph", field: tree}
        assert read_rich([{"type": "paragraph", "text": "top"}, tree])[0] == "top"

    def test_what_the_platform_allows_is_within_the_depth(self) -> None:
        tree: Any = api.RichTextBold(text=api.RichTextItalic(text="bottom"))
        tree = paragraph(tree)
        for _ in range(15):
            tree = api.RichBlockDetails(summary="", blocks=[tree])
        assert text_of(tree) == "bottom"

    def test_length_is_bounded_and_what_the_platform_allows_is_whole(self) -> None:
        whole = "x" * 32_768
        assert text_of(paragraph(whole)) == whole
        text, links = read_rich([{"type": "paragraph", "text": {"text": "x" * 99, "url": "a.org"}}] * 10_000)
        assert len(text) <= MAX_TEXT
        assert all(each.span.end <= len(text) for each in links)

    def test_half_a_character_is_shown_as_a_question_mark_so_that_a_message_can_hold_it(self) -> None:
        text, links = read_rich([{"type": "paragraph", "text": {"text": "a\ud83d", "url": "a.org/\ud83d"}}])
        assert (text, [each.url for each in links]) == ("a?", ["a.org/?"])
        now = "2026-01-01T00:00:00Z"
        Incoming.model_validate(
            {"chat_id": 1, "sender_id": 1, "message_id": 1, "sent_at": now, "text": text, "links": links}
        )
