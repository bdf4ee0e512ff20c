"""A model that is asked for JSON of one form, with one more try where its reply cannot be read."""

from __future__ import annotations

import asyncio
import re
import ssl
import time
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from bot.adapters.openai_llm.endpoint import PAUSE, Endpoint, Exchange, Sleep
from bot.adapters.openai_llm.faults import Clock
from bot.adapters.openai_llm.reply import Draft, Unreadable, read_draft
from bot.core.errors import WriterError
from bot.core.models import Usage
from bot.core.writing.prompt_file import Prompt
from bot.core.writing.prompting import Message, ask_again
from bot.core.writing.schema import strict_schema
from bot.ports import Meter

LONGEST_ECHO = 40_000
"""Characters of an unreadable reply beyond which sending it back costs more than it can help."""

PROBE = (
    Message("system", "You are asked whether you can be reached. Reply with one JSON object."),
    Message("user", 'Reply with the JSON object {"ready":true}'),
)
_MODEL_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,79}")


class _Probe(BaseModel):
    model_config = ConfigDict(extra="ignore")

    ready: bool


class Model:
    """A model behind `/chat/completions`, for whoever asks it: the writer, the judge, or both.

    `timeout` bounds one request and `deadline` a whole answer with all its retries, both in seconds: for a slow local
    model both are raised. `extra` are further fields of the request body (temperature, max_tokens, reasoning_effort);
    by default only fields are sent that every compatible server knows. `trust_env` lets the proxy settings of the
    environment count, and `tls` stands for the system's trust store where an endpoint has its own. `meter` counts every
    request before it is made and after it. `pause` is for how many seconds the model is not asked again after it
    refused the key or its quota ran out (0: it always is), by `clock` in seconds.
    Raises `SettingsError` where `extra` names a field that is set here ("model_extra_reserved"), or address or key
    cannot be sent ("model_url_invalid", "model_key_invalid").
    """

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        model: str,
        timeout: float = 60.0,
        deadline: float = 120.0,
        extra: Mapping[str, object] | None = None,
        sleep: Sleep = asyncio.sleep,
        trust_env: bool = True,
        tls: ssl.SSLContext | None = None,
        meter: Meter | None = None,
        pause: float = PAUSE,
        clock: Clock = time.monotonic,
    ) -> None:
        self._deadline = deadline
        self._endpoint = Endpoint(
            base_url=base_url,
            api_key=api_key,
            model=model,
            timeout=timeout,
            extra=extra or {},
            sleep=sleep,
            trust_env=trust_env,
            tls=tls,
            meter=meter,
            pause=pause,
            clock=clock,
        )

    @property
    def name(self) -> str:
        """The name under which the endpoint knows it."""
        return self._endpoint.model

    @property
    def reply_format(self) -> str:
        """The form of reply that the endpoint is asked for now, such as "json_schema"."""
        return self._endpoint.reply_format

    async def ask(self, messages: tuple[Message, ...], *, prompt: Prompt, form: type[Draft]) -> tuple[Draft, Usage]:
        """Return the reply read as a `form`, and what it cost; raise `WriterError` where nothing usable comes."""
        exchange = Exchange(self._deadline)
        draft: Draft | Unreadable | None = None
        try:
            async with asyncio.timeout(self._deadline):
                draft = await self._read_or_ask_again(messages, prompt=prompt, form=form, exchange=exchange)
        except TimeoutError:
            pass
        if draft is None:
            raise WriterError("timed_out")
        if isinstance(draft, Unreadable):
            raise WriterError("malformed", reason="not the JSON that was asked for")
        return draft, exchange.total

    async def probe(self) -> str:
        """Ask for the smallest reply and return the form in which the endpoint gives it, such as "json_schema".

        Made like every other request, not repeated, and asked in a pause too, it tells that the endpoint is reached,
        the key accepted, the model known and the form of reply understood. Raises `WriterError`; where the model is
        not known, its `known` names up to five that are.
        """
        exchange = Exchange(self._deadline, retries=False, patient=False)
        try:
            async with asyncio.timeout(self._deadline):
                reply = await self._endpoint.complete(
                    PROBE, name="probe", schema=strict_schema(_Probe), exchange=exchange
                )
        except TimeoutError:
            fault = WriterError("timed_out")
        except WriterError as error:
            fault = error
        else:
            if not isinstance(read_draft(reply.text, _Probe), Unreadable):
                return self.reply_format
            fault = WriterError("truncated" if reply.cut else "malformed", reason="not the form that was asked for")
        raise await self._with_known_models(fault)

    async def aclose(self) -> None:
        """Close the connections to the endpoint."""
        await self._endpoint.aclose()

    async def _read_or_ask_again(
        self, messages: tuple[Message, ...], *, prompt: Prompt, form: type[Draft], exchange: Exchange
    ) -> Draft | Unreadable:
        name, schema = prompt.schema_name, strict_schema(form)
        for again in (True, False):
            reply = await self._endpoint.complete(messages, name=name, schema=schema, exchange=exchange)
            draft = read_draft(reply.text, form)
            if not isinstance(draft, Unreadable):
                return draft
            if reply.cut:
                raise WriterError("truncated")
            if not (again and exchange.may_go_on) or len(reply.text) > LONGEST_ECHO:
                break
            messages = ask_again(messages, prompt=prompt, reply=reply.text, problem=draft.problem)
        return draft

    async def _with_known_models(self, fault: WriterError) -> WriterError:
        if fault.params.get("status") != 404:
            return fault
        try:
            known = await self._endpoint.known_models()
        except WriterError:
            return fault
        names = [name for name in known if _MODEL_NAME.fullmatch(name)][:5]
        return WriterError(fault.code, **fault.params, known=", ".join(names)) if names else fault
