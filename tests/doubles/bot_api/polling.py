"""Methods about the bot itself: who it is, and how it gets its updates."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api.faults import CONFLICT
from tests.doubles.bot_api.records import Json
from tests.doubles.bot_api.refusal import RefusedError, bad
from tests.doubles.bot_api.registry import Asked, method

if TYPE_CHECKING:
    from tests.doubles.bot_api.world import World

SETTING = "terminated by setWebhook request"
MAX_WAIT, MAX_UPDATES = 50, 100
WEBHOOK_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@method("getMe")
def get_me(world: World, asked: Asked) -> Json:
    unset = ("supports_inline_queries", "can_connect_to_business", "has_main_web_app", "supports_guest_queries")
    can = {"can_join_groups": True, "can_read_all_group_messages": not world.privacy}
    return world.bot_json() | can | dict.fromkeys(unset, False)


@method("getUpdates")
def get_updates(world: World, asked: Asked) -> list[Json]:
    limit, wait = asked.get("limit", MAX_UPDATES), asked.get("timeout", 0)
    if not 1 <= limit <= MAX_UPDATES:
        raise bad("limit must be between 1 and 100")
    if wait < 0:
        raise bad("timeout must be positive")
    if world.webhook:
        raise RefusedError(409, WEBHOOK_SET, blamed=False)
    if world.other_consumer:
        raise RefusedError(409, CONFLICT, blamed=False)
    world.updates.want(asked.get("allowed_updates"))
    world.updates.acknowledge(asked.get("offset", 0))
    return _poll(world, limit, min(wait, MAX_WAIT))


def _poll(world: World, limit: int, wait: float) -> list[Json]:
    """Wait for updates; whoever asks later ends the wait of whoever asked before."""
    mine = world.poller = object()
    world.changed.notify_all()
    deadline = time.monotonic() + wait
    while not (due := world.updates.take(limit)):
        left = deadline - time.monotonic()
        if left <= 0 or world.closing:
            break
        world.changed.wait(left)
        if world.poller is not mine or world.other_consumer:
            raise RefusedError(409, SETTING if world.webhook else CONFLICT, blamed=False)
    return due


@method("setWebhook")
def set_webhook(world: World, asked: Asked) -> bool:
    url = asked["url"]
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.want(asked.get("allowed_updates"))
    _drop(world, asked)
    world.webhook = {"url": url} if url else {}
    world.poller = None
    world.changed.notify_all()
    return True


@method("deleteWebhook")
def delete_webhook(world: World, asked: Asked) -> bool:
    _drop(world, asked)
    world.webhook = {}
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, asked: Asked) -> Json:
    pending = len(world.updates.pending)
    made: dict[str, Any] = {"url": world.webhook.get("url", ""), "has_custom_certificate": False}
    made |= {"pending_update_count": pending}
    return made | ({"allowed_updates": sorted(world.updates.wanted)} if world.updates.wanted else {})


def _drop(world: World, asked: Asked) -> None:
    if asked.get("drop_pending_updates"):
        world.updates.pending.clear()


@method("logOut")
def log_out(world: World, asked: Asked) -> bool:
    return True


@method("close")
def close(world: World, asked: Asked) -> bool:
    return True
