"""What Telegram asks of a keyboard beyond its form."""

from __future__ import annotations

from typing import Any

from tests.doubles.bot_api import tdlib
from tests.doubles.bot_api.records import Json
from tests.doubles.bot_api.refusal import RefusedError, bad

MAX_BUTTONS, MAX_DATA = 100, 64
ACTIONS = frozenset(
    {
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    }
)  # fmt: skip


def check_keyboard(markup: Json | None) -> Json | None:
    """Return the markup; raise `RefusedError` for an inline keyboard that the server does not take."""
    if markup is None or "inline_keyboard" not in markup:
        return markup
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    if any(not row for row in markup["inline_keyboard"]):
        raise bad("the server would drop an empty row of buttons")
    for button in buttons:
        _check_button(button)
    return markup


def _check_button(button: dict[str, Any]) -> None:
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = {name for name in ACTIONS & set(button) if button[name] != ""}
    if not actions:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: exactly one action is taken from a button")
    if "callback_data" in actions and len(button["callback_data"].encode()) > MAX_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in actions:
        _check_url(button["url"])


def _check_url(url: str) -> None:
    entity = {"type": "text_link", "offset": 0, "length": 1, "url": url}
    try:
        tdlib.settle("x", [entity])
    except RefusedError as refused:
        reason = refused.description.rpartition(": ")[2]
        raise bad(f"inline keyboard button URL '{url}' is invalid: {reason}") from None
