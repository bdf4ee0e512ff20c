"""From what the Bot API hands over to an `Incoming`: every kind of message, and every way to be wrong."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from bot.chat.reading import incoming_of, language_of
from bot.core.requests import Incoming

WHEN = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
SENDER = {"id": 5, "is_bot": False, "first_name": "A", "language_code": "de"}
CHAT = {"id": 5, "type": "private", "first_name": "A"}
FILE = {"file_id": "F1", "file_unique_id": "U1"}


def message(**fields: Any) -> Message:
    raw = {"message_id": 7, "date": int(WHEN.timestamp()), "chat": CHAT, "from": SENDER, **fields}
    found = Message.de_json(raw, None)
    assert found is not None
    return found


def read(**fields: Any) -> Incoming:
    found = incoming_of(message(**fields))
    assert found is not None
    return found


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


class TestText:
    def test_text_sender_and_language_are_taken_over(self) -> None:
        incoming = read(text="hello")
        assert (incoming.text, incoming.chat_id, incoming.sender_id, incoming.message_id) == ("hello", 5, 5, 7)
        assert incoming.sent_at == WHEN
        assert incoming.language == "de"

    def test_links_come_from_entities_with_their_places_in_code_points(self) -> None:
        # The emoji is two UTF-16 units and one code point.
        text = "🎉 https://a.example/x and here"
        found = read(
            text=text,
            entities=[entity("text_link", 27, 4, url="https://b.example/y"), entity("url", 3, 19)],
        )
        assert [(link.span.of(text), link.url) for link in found.links] == [
            ("https://a.example/x", "https://a.example/x"),
            ("here", "https://b.example/y"),
        ]

    def test_an_address_that_is_no_entity_is_no_link(self) -> None:
        assert read(text="https://a.example/x").links == ()

    def test_a_caption_is_the_text_of_a_file(self) -> None:
        found = read(
            caption="see https://a.example/x",
            caption_entities=[entity("url", 4, 19)],
            photo=[{**FILE, "width": 1, "height": 1}],
        )
        assert found.text == "see https://a.example/x"
        assert [link.url for link in found.links] == ["https://a.example/x"]
        assert found.unreadable == "photo"

    @pytest.mark.parametrize(
        "wrong",
        [
            entity("url", 900, 5),
            entity("url", 2, 0),
            entity("url", -4, 3),
            entity("url", 0, -1),
            entity("text_link", 0, 2),
            entity("text_link", 0, 2, url=""),
            entity("mention", 0, 2),
            entity("some_day", 0, 2),
        ],
    )
    def test_an_entity_that_does_not_fit_is_left_out(self, wrong: dict[str, Any]) -> None:
        assert read(text="hello", entities=[wrong]).links == ()

    def test_an_entity_that_runs_out_of_the_text_ends_with_it(self) -> None:
        [link] = read(text="a.example", entities=[entity("url", 0, 900)]).links
        assert link.url == "a.example"

    def test_half_a_character_is_replaced_and_moves_nothing(self) -> None:
        [link] = read(text="\ud83d https://a.example", entities=[entity("url", 2, 17)]).links
        assert link.url == "https://a.example"

    def test_an_entity_that_cuts_a_character_in_two_harms_nothing(self) -> None:
        assert read(text="🎉🎉", entities=[entity("url", 1, 2)]).text == "🎉🎉"


class TestRichMessages:
    def test_a_rich_message_has_its_text_in_blocks(self) -> None:
        found = read(rich_message={"blocks": [{"type": "paragraph", "text": "The bridge is closed."}]})
        assert "The bridge is closed." in found.text

    @pytest.mark.parametrize("rich", [{}, {"blocks": 7}, {"blocks": [None, 3, {"type": "?"}]}, "text", 7, []])
    def test_one_of_an_unknown_shape_is_an_empty_message(self, rich: object) -> None:
        found = incoming_of(message(rich_message=rich))
        assert found is not None
        assert found.text == ""


class TestForwards:
    def origin(self, **origin: Any) -> Incoming:
        return read(text="x", forward_origin={"date": int(WHEN.timestamp()), **origin})

    def test_a_public_channel_is_an_outlet_with_an_address(self) -> None:
        channel = {"id": -1001, "type": "channel", "title": "Aldersund Today", "username": "aldersund"}
        found = self.origin(type="channel", chat=channel, message_id=12).forward
        assert found is not None
        assert (found.outlet, found.url, found.sent_at) == ("Aldersund Today", "https://t.me/aldersund/12", WHEN)

    def test_a_private_channel_has_a_name_and_no_address(self) -> None:
        channel = {"id": -1001, "type": "channel", "title": "Aldersund Today"}
        found = self.origin(type="channel", chat=channel, message_id=12).forward
        assert found is not None
        assert (found.outlet, found.url) == ("Aldersund Today", None)

    @pytest.mark.parametrize(
        "origin",
        [
            {"type": "user", "sender_user": {"id": 9, "is_bot": False, "first_name": "Secret"}},
            {"type": "hidden_user", "sender_user_name": "Secret"},
        ],
    )
    def test_people_are_not_named(self, origin: dict[str, Any]) -> None:
        found = self.origin(**origin).forward
        assert found is not None
        assert found.outlet is None
        assert "Secret" not in found.model_dump_json()


class TestFilesAndOthers:
    def test_a_document_is_an_upload(self) -> None:
        document = {**FILE, "file_name": "story.txt", "mime_type": "text/plain", "file_size": 12}
        upload = read(document=document).upload
        assert upload is not None
        assert (upload.file_id, upload.name, upload.media_type, upload.size) == ("F1", "story.txt", "text/plain", 12)

    def test_the_parts_of_an_album_know_it(self) -> None:
        assert read(document=FILE, media_group_id="77").album == "77"

    @pytest.mark.parametrize(
        ("field", "content", "kind"),
        [
            ("sticker", {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
             "sticker"),
            ("voice", {**FILE, "duration": 3}, "voice"),
            ("audio", {**FILE, "duration": 3}, "audio"),
            ("video", {**FILE, "width": 1, "height": 1, "duration": 3}, "video"),
            ("video_note", {**FILE, "length": 1, "duration": 3}, "voice"),
            ("photo", [{**FILE, "width": 1, "height": 1}], "photo"),
            ("contact", {"phone_number": "1", "first_name": "A"}, "contact"),
            ("location", {"latitude": 1.0, "longitude": 1.0}, "location"),
            ("dice", {"emoji": "🎲", "value": 3}, "other"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_read_is_known_by_its_kind(self, field: str, content: object, kind: str) -> None:
        assert read(**{field: content}).unreadable == kind

    def test_an_animation_is_no_upload_although_it_comes_with_a_document(self) -> None:
        animation = {**FILE, "width": 1, "height": 1, "duration": 3}
        found = read(animation=animation, document=FILE)
        assert (found.upload, found.unreadable) == (None, "animation")

    def test_a_service_message_is_nothing(self) -> None:
        assert incoming_of(message(pinned_message={"message_id": 1, "date": 0, "chat": CHAT})) is None
        assert incoming_of(message(new_chat_title="x")) is None

    def test_a_message_from_nobody_is_nothing(self) -> None:
        raw = {"message_id": 7, "date": 1, "chat": {"id": -1001, "type": "channel", "title": "x"}, "text": "x"}
        found = Message.de_json(raw, None)
        assert found is not None
        assert incoming_of(found) is None


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("de", "de"),
        ("pt-br", "pt-br"),
        ("zh-hans", "zh-hans"),
        (None, "en"),
        ("", "en"),
        ("../../x", "en"),
        ("d" * 99, "en"),
    ],
)
def test_a_language_that_is_no_tag_is_english(code: str | None, language: str) -> None:
    assert language_of(code) == language


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 200)), max_size=6))
def test_every_link_covers_what_it_says(text: str, places: list[tuple[int, int]]) -> None:
    if not text:
        return
    entities = [entity("url", offset, length) for offset, length in places]
    for link in read(text=text, entities=entities).links:
        assert link.span.of(text) == link.url
