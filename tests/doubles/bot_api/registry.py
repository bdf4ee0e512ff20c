"""The methods that the double carries out, by their name; modules of methods add to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api.incoming import Incoming

if TYPE_CHECKING:
    from tests.doubles.bot_api.world import World


@dataclass(frozen=True, slots=True)
class Asked:
    """A call whose parameters have the right names and types."""

    params: dict[str, Any]
    given: Incoming = field(default_factory=Incoming)

    def __getitem__(self, name: str) -> Any:
        return self.params[name]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter that need not be there."""
        return self.params.get(name, default)


Method = Callable[["World", Asked], Any]
METHODS: dict[str, Method] = {}
FLOODING = frozenset({"sendMessage", "sendDocument", "editMessageText", "editMessageReplyMarkup"})
"""Methods that count for the limits on writing."""


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as a method of the Bot API; it is called with the lock of the world held."""

    def add(function: Method) -> Method:
        METHODS[name] = function
        return function

    return add
