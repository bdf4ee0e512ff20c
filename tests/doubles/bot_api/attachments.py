"""What a message holds besides words, as the Bot API writes it."""

from __future__ import annotations

import hashlib
import mimetypes
from typing import TYPE_CHECKING

from tests.doubles.bot_api.records import File, Json

if TYPE_CHECKING:
    from tests.doubles.bot_api.world import World

CHANNEL = -1_002_000_000_000


def store(world: World, folder: str, suffix: str, content: bytes, size: int | None = None) -> tuple[File, Json]:
    """Keep a file; return it with the fields that every kind of file has."""
    with world.changed:
        number = world.number()
        digest = hashlib.sha256(f"{number}:{folder}".encode()).hexdigest()
        file = File(
            id=f"BQACAgIAAxkBAAI{digest[:40]}",
            unique_id=f"AgAD{digest[40:54]}",
            path=f"{folder}/file_{number}{suffix}",
            content=content,
            size=len(content) if size is None else size,
        )
        world.files[file.id] = file
    return file, {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def document(world: World, name: str, content: bytes, *, mime_type: str | None, size: int | None) -> tuple[File, Json]:
    """A file of any kind under its name."""
    dot = name.rfind(".")
    file, fields = store(world, "documents", name[dot:] if dot > 0 and name[dot + 1 :].isalnum() else "", content, size)
    kind = mime_type or mimetypes.guess_type(name)[0]
    made = {"file_name": name} | ({"mime_type": kind} if kind else {}) | fields
    return file, {"document": made}


def photo(world: World) -> Json:
    """A picture in two sizes."""
    small = store(world, "photos", ".jpg", b"\xff\xd8\xff small")[1] | {"width": 90, "height": 60}
    return {"photo": [small, store(world, "photos", ".jpg", b"\xff\xd8\xff large")[1] | {"width": 900, "height": 600}]}


def sticker(world: World) -> Json:
    shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": "👍"}
    return {"sticker": shape | store(world, "stickers", ".webp", b"RIFF")[1]}


def voice(world: World) -> Json:
    return {"voice": {"duration": 3, "mime_type": "audio/ogg"} | store(world, "voice", ".oga", b"OggS")[1]}


def audio(world: World) -> Json:
    return {"audio": {"duration": 60, "mime_type": "audio/mpeg"} | store(world, "music", ".mp3", b"ID3")[1]}


def video(world: World) -> Json:
    shape = {"duration": 5, "width": 640, "height": 360, "mime_type": "video/mp4"}
    return {"video": shape | store(world, "videos", ".mp4", b"\0\0\0\x18ftyp")[1]}


def video_note(world: World) -> Json:
    return {"video_note": {"duration": 5, "length": 240} | store(world, "video_notes", ".mp4", b"\0\0\0\x18ftyp")[1]}


def animation(world: World) -> Json:
    """An animation comes as a document as well."""
    fields = store(world, "animations", ".mp4", b"\0\0\0\x18ftyp")[1]
    shape = {"duration": 2, "width": 320, "height": 240, "mime_type": "video/mp4"}
    return {"animation": shape | fields, "document": {"mime_type": "video/mp4"} | fields}


def poll(world: World) -> Json:
    options = [{"persistent_id": str(at), "text": word, "voter_count": 0} for at, word in enumerate(("Yes", "No"))]
    made = {"id": str(world.number()), "question": "Is the bridge safe?", "options": options, "total_voter_count": 0}
    flags = ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only")
    return {"poll": made | {"type": "regular"} | dict.fromkeys(flags, False)}


def origin(
    *,
    from_channel: tuple[str, str | None, int] | None,
    from_user: str | None,
    from_chat: tuple[str, str | None] | None,
    hidden: str | None,
    date: int,
) -> Json:
    """The MessageOrigin of the Bot API; exactly one kind of origin is given."""
    given = [kind for kind in (from_channel, from_user, from_chat, hidden) if kind is not None]
    assert len(given) == 1, "a forwarded message comes from one origin"
    if from_channel is not None:
        title, username, number = from_channel
        return {"type": "channel", "date": date, "chat": _public("channel", title, username), "message_id": number}
    if from_chat is not None:
        return {"type": "chat", "date": date, "sender_chat": _public("supergroup", *from_chat)}
    if from_user is not None:
        user = {"id": 5_900_000_000 + len(from_user), "is_bot": False, "first_name": from_user}
        return {"type": "user", "date": date, "sender_user": user}
    return {"type": "hidden_user", "date": date, "sender_user_name": hidden}


def _public(kind: str, title: str, username: str | None) -> Json:
    made: Json = {"id": CHANNEL - len(title), "type": kind, "title": title}
    return made | {"username": username} if username else made
