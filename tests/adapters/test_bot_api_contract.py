"""The stand-in for the Bot API refuses what Telegram refuses, in Telegram's words, and takes what Telegram takes."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from tests.adapters.bot_api_contract import REFUSED, TAKEN, Refused, Taken
from tests.adapters.bot_api_wire import Prepared, call, prepare
from tests.doubles.bot_api import BotApi, schema
from tests.doubles.bot_api.registry import METHODS


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.method}: {case.name}")
def test_the_bot_api_refuses(case: Refused) -> None:
    with BotApi(flood_limits=False) as api:
        given = prepare(api)
        before = [str(message) for message in given.alice.chat.messages]
        if case.blamed:
            with api.expect_refusal() as refused:
                status, body = ask(api, given, case)
            assert [one.error for one in refused] == [body["description"]]
        else:
            status, body = ask(api, given, case)
        assert [str(message) for message in given.alice.chat.messages] == before
        assert (status, body["ok"], body["error_code"]) == (case.status, False, case.status)
        assert case.description in body["description"]
        assert set(body) <= {"ok", "error_code", "description", "parameters"}


@pytest.mark.parametrize("case", TAKEN, ids=lambda case: f"{case.method}: {case.name}")
def test_the_bot_api_takes(case: Taken) -> None:
    with BotApi(flood_limits=False) as api:
        status, body = ask(api, prepare(api), case)
        assert (status, body["ok"]) == (200, True), body
        TypeAdapter(schema.returned(case.method)).validate_python(body["result"])


def ask(api: BotApi, given: Prepared, case: Refused | Taken) -> tuple[int, dict[str, Any]]:
    params = {name: given.named(value) for name, value in case.params.items()}
    return call(api, case.method, params, encoding=case.encoding)


def test_every_case_has_a_name_of_its_own() -> None:
    names = [(case.method, case.name) for case in (*REFUSED, *TAKEN)]
    assert len(set(names)) == len(names)


def test_every_method_that_the_double_knows_is_one_of_the_bot_api() -> None:
    assert [name for name in METHODS if schema.spelled(name) != name or schema.parameters(name) is None] == []
