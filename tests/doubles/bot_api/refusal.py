"""How a call is refused: the status and the sentence of the Bot API, and whose fault it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}


class RefusedError(Exception):
    """A call that the Bot API does not carry out.

    `blamed` tells a mistake of the bot from what no bot can know beforehand: a person blocked it, a message is gone.
    """

    def __init__(
        self, status: int, what: str = "", *, blamed: bool = True, parameters: Mapping[str, Any] | None = None
    ) -> None:
        self.status = status
        self.description = f"{PREFIXES[status]}: {sentence(what)}" if what else PREFIXES[status]
        self.parameters = dict(parameters or {})
        self.blamed = blamed
        super().__init__(self.description)

    @property
    def body(self) -> dict[str, Any]:
        """The JSON that goes over the wire."""
        given = {"ok": False, "error_code": self.status, "description": self.description}
        return given | {"parameters": self.parameters} if self.parameters else given


def sentence(what: str) -> str:
    """The server starts its sentences in lower case and leaves the codes of the platform (MESSAGE_EMPTY) alone."""
    return what if what[1:2] == "_" or what[1:2].isupper() else what[:1].lower() + what[1:]


def bad(what: str) -> RefusedError:
    """A mistake of the bot."""
    return RefusedError(400, what)


def gone(what: str) -> RefusedError:
    """Refused as a bad request, and yet the bot could not know."""
    return RefusedError(400, what, blamed=False)
