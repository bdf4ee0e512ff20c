"""Getting a file that a person sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.doubles.bot_api.records import Json
from tests.doubles.bot_api.refusal import bad
from tests.doubles.bot_api.registry import Asked, method

if TYPE_CHECKING:
    from tests.doubles.bot_api.world import World

MAX_DOWNLOAD = 20_000_000


@method("getFile")
def get_file(world: World, asked: Asked) -> Json:
    if not asked["file_id"]:
        raise bad("file_id not specified")
    file = world.files.get(asked["file_id"])
    if file is None:
        raise bad("invalid file_id")
    if file.size > MAX_DOWNLOAD or len(file.content) > MAX_DOWNLOAD:
        raise bad("file is too big")
    made = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    return made | {"file_path": file.path}


def content_at(world: World, path: str) -> bytes | None:
    """What lies under a path that getFile gave."""
    with world.changed:
        return next((file.content for file in world.files.values() if file.path == path), None)
