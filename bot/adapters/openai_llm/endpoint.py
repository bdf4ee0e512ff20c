"""One chat completion over HTTP, with the only retry policy of this adapter, a deadline around everything, and a meter.

Whatever ends a call, cancellation included, what was reserved for it is settled once, before anybody hears of the end.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import httpx2
import openai
import tenacity
from openai.types.chat import ChatCompletionMessageParam

from bot.adapters.openai_llm.bounding import bound
from bot.adapters.openai_llm.faults import Clock, Pause, asked_wait, fault_of, passes, refuses_format
from bot.adapters.openai_llm.metering import metered
from bot.adapters.openai_llm.reply import Reply, read_envelope, stated_usage
from bot.core.errors import SettingsError
from bot.core.models import Usage
from bot.core.writing.estimating import estimate_call
from bot.core.writing.prompting import Message
from bot.ports import Meter

logger = logging.getLogger(__name__)

MOST_REQUESTS = 4
LONGEST_WAIT = 30.0
PAUSE = 600.0
RESERVED = frozenset({"model", "messages", "response_format", "stream", "stream_options", "n", "tools", "functions"})
FORMATS = ("json_schema", "json_object", "text")
"""From the strictest form of reply down; a server that refuses one is asked for the next from then on."""

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class Exchange:
    """One piece of work with the endpoint: every request it needs counts against the same limits.

    One that is not `patient` asks even while the endpoint is in a pause, and begins none.
    """

    deadline: float
    retries: bool = True
    patient: bool = True
    requests: int = 0
    waited: float = 0.0
    began: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    usage: Usage = field(default_factory=Usage)

    @property
    def left(self) -> float:
        """Seconds until the deadline; waiting counts in full even where a test does not really wait."""
        return self.deadline - max(asyncio.get_running_loop().time() - self.began, self.waited)

    @property
    def may_go_on(self) -> bool:
        """Whether the limits allow for one more request."""
        return self.requests < MOST_REQUESTS and self.left > 0

    @property
    def total(self) -> Usage:
        """What all requests of it cost."""
        return self.usage + Usage(calls=self.requests)


class Endpoint:
    """An OpenAI-compatible server and the model to ask there.

    `meter` hears of every request before it is made and after it. `pause` is for how many seconds nobody asks after
    the key was refused or the quota is used up, by `clock` in seconds; 0 is for never.
    """

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        model: str,
        timeout: float,
        extra: Mapping[str, object],
        sleep: Sleep = asyncio.sleep,
        trust_env: bool = True,
        tls: ssl.SSLContext | None = None,
        meter: Meter | None = None,
        pause: float = PAUSE,
        clock: Clock = time.monotonic,
    ) -> None:
        _check_settings(base_url=base_url, api_key=api_key, extra=extra)
        self.model = model
        self._timeout = timeout
        self._extra = dict(extra)
        self._sleep = sleep
        self._format = 0
        self._meter = meter
        self._longest_reply = 0
        self._pause = Pause(pause, clock=clock)
        # A redirect would carry articles to a host that nobody configured; it comes back as an error instead.
        http = httpx2.AsyncClient(
            timeout=httpx2.Timeout(timeout, connect=min(10.0, timeout)),
            follow_redirects=False,
            trust_env=trust_env,
            verify=tls or True,
            headers={"accept-encoding": "identity"},
            event_hooks={"response": [bound]},
        )
        # Local servers need no key, and the SDK wants one.
        self._client = openai.AsyncOpenAI(base_url=base_url, api_key=api_key or "none", max_retries=0, http_client=http)

    @property
    def reply_format(self) -> str:
        """The form of reply that the server is asked for now: "json_schema", "json_object" or "text"."""
        return FORMATS[self._format]

    async def complete(
        self, messages: tuple[Message, ...], *, name: str, schema: Mapping[str, Any], exchange: Exchange
    ) -> Reply:
        """Return the model's reply; raise `WriterError` where none comes within the exchange's limits.

        Without a request: "budget" where the meter has too few tokens left, "unavailable" where it fails, and "quota"
        or "unauthorised" again during a pause.
        """
        while True:
            body = self._body(messages, name, schema)
            try:
                return await self._patiently(body, exchange)
            except Exception as error:
                at = FORMATS.index(body["format"])
                if not (refuses_format(error) and at + 1 < len(FORMATS) and exchange.may_go_on):
                    fault = fault_of(error, wait=asked_wait(error))
                    break
                # Requests that were refused beside this one have taken the same step, and only one is taken.
                self._format = max(self._format, at + 1)
                logger.warning("the endpoint does not know %s; %s from now on", body["format"], self.reply_format)
        raise fault

    async def known_models(self) -> tuple[str, ...]:
        """Return the ids of the server's models; raise `WriterError` where it does not list them."""
        try:
            async with asyncio.timeout(self._timeout):
                listed = await self._client.models.list()
            return tuple(model.id for model in listed.data if isinstance(model.id, str))
        except Exception as error:
            fault = fault_of(error)
        raise fault

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _patiently(self, body: Mapping[str, Any], exchange: Exchange) -> Reply:
        async def sleep(seconds: float) -> None:
            exchange.waited += seconds
            await self._sleep(seconds)

        def wait(state: tenacity.RetryCallState) -> float:
            return max(asked_wait(_failure(state)), backoff(state))

        def stop(state: tenacity.RetryCallState) -> bool:
            # To wait beyond the deadline would only lose time in which another writer can work.
            return not exchange.may_go_on or state.upcoming_sleep >= exchange.left

        def report(state: tenacity.RetryCallState) -> None:
            fault = fault_of(cast(Exception, _failure(state)))
            logger.warning("model request %d: %s; again in %.1f s", exchange.requests, fault, state.upcoming_sleep)

        backoff = tenacity.wait_exponential_jitter(initial=1, max=LONGEST_WAIT, jitter=1)
        policy = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(lambda error: exchange.retries and passes(error)),
            wait=wait,
            stop=stop,
            sleep=sleep,
            before_sleep=report,
            reraise=True,
        )
        return cast(Reply, await policy(self._once, body, exchange))

    async def _once(self, body: Mapping[str, Any], exchange: Exchange) -> Reply:
        if exchange.patient:
            self._pause.check()  # here too, so that nothing is reserved for a request that is not made
        estimate = estimate_call(body["texts"], extra=self._extra, longest_reply=self._longest_reply)
        async with metered(self._meter, estimate) as bill:
            with self._pause.passage() if exchange.patient else contextlib.nullcontext():
                exchange.requests += 1
                bill.usage = None
                content = await self._ask(body, seconds=min(self._timeout, exchange.left))
            if stated := stated_usage(content):
                bill.usage = stated + Usage(calls=1)
                exchange.usage += stated
                self._longest_reply = max(self._longest_reply, stated.output_tokens)
            return read_envelope(content)

    async def _ask(self, body: Mapping[str, Any], *, seconds: float) -> bytes:
        async with asyncio.timeout(seconds):
            raw = await self._client.chat.completions.with_raw_response.create(
                model=self.model,
                messages=cast(list[ChatCompletionMessageParam], body["messages"]),
                extra_body=body["rest"],
            )
        return raw.http_response.content

    def _body(self, messages: tuple[Message, ...], name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        chat = [{"role": message.role, "content": message.content} for message in messages]
        rest: dict[str, Any] = dict(self._extra)
        if self.reply_format == "json_schema":
            rest["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": name, "schema": dict(schema), "strict": True},
            }
        else:
            # The server does not hold the model to a schema, so the model is told it.
            chat[0]["content"] += f"\n\nThe JSON schema of the reply:\n{_compact(schema)}"
        if self.reply_format == "json_object":
            rest["response_format"] = {"type": "json_object"}
        texts = [message["content"] for message in chat]
        if self.reply_format == "json_schema":
            texts.append(_compact(schema))
        return {"messages": chat, "rest": rest, "format": self.reply_format, "texts": texts}


def _check_settings(*, base_url: str, api_key: str, extra: Mapping[str, object]) -> None:
    if reserved := sorted(RESERVED & set(extra)):
        raise SettingsError("model_extra_reserved", names=", ".join(reserved))
    # A line end from a file of secrets would only show as a connection that fails.
    if not api_key.isascii() or any(not character.isprintable() or character == " " for character in api_key):
        raise SettingsError("model_key_invalid")
    try:
        url = httpx2.URL(base_url) if base_url.isascii() else None
    except (httpx2.InvalidURL, ValueError):
        url = None
    if url is None or url.scheme not in {"http", "https"} or not url.host:
        raise SettingsError("model_url_invalid")


def _compact(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":"))


def _failure(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
