"""A strict stand-in for an OpenAI-compatible endpoint: a real HTTP server on the loopback, with a script for a model.

    with ModelEndpoint(always(draft)) as endpoint:
        model = Model(base_url=endpoint.base_url, api_key=endpoint.key, model=endpoint.model)

It refuses what OpenAI refuses (`chat_request.py`), fails in every way that is known (`model_faults.py`), and holds its
own script to the schema of the request: an answer that does not fit is a defect of the test unless the script says
that it misbehaves. A defect of the script fails the test when the endpoint is closed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, cast

from tests.doubles.chat_request import FORMATS, ChatRequest, RefusedError, check_key, check_request
from tests.doubles.model_faults import HTTP_FAULTS, REPLY_FAULTS, Fault, Wire, completion, http_fault
from tests.doubles.recorded_replies import RecordedReplies
from tests.doubles.strict_schema import misfits

KEY = "sk-double-0123456789abcdef"
MODEL = "double-1"
DRIP_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class Raw:
    """The text of a reply as it is, whether or not it fits the schema: a model that misbehaves."""

    text: str


Answer = Mapping[str, Any] | Raw | Fault
Script = Callable[[ChatRequest], Answer]


def always(answer: Answer) -> Script:
    """A script that gives the same answer to every request."""
    return lambda _: answer


def in_turn(answers: Iterable[Answer]) -> Script:
    """A script that gives one answer after the other, and has no more after the last."""
    left = iter(list(answers))

    def answer(_: ChatRequest) -> Answer:
        given = next(left, None)
        assert given is not None, "more requests than the script has answers"
        return given

    return answer


class ModelEndpoint:
    """The server; `requests` are those it accepted, `count` is the number of all that reached it."""

    def __init__(
        self,
        script: Script,
        *,
        key: str = KEY,
        models: Sequence[str] = (MODEL,),
        formats: Sequence[str] = FORMATS,
        port: int = 0,
    ) -> None:
        self.key = key
        self.models = tuple(models)
        self.formats = tuple(formats)
        self.requests: list[ChatRequest] = []
        self.count = 0
        self.defects: list[str] = []
        self.closing = threading.Event()
        self._script = script
        self._lock = threading.Lock()
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def model(self) -> str:
        return self.models[0]

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> ModelEndpoint:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        assert error is not None or not self.defects, "; ".join(self.defects)

    def close(self) -> None:
        """Stop at once; requests that hang are let go."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def respond(self, authorization: str | None, body: bytes) -> Wire:
        """Return the answer to one chat completion request."""
        with self._lock:
            self.count += 1
            try:
                check_key(authorization, self.key)
                request = check_request(body, models=self.models, formats=self.formats)
                self.requests.append(request)
                return self._wire(self._script(request), request)
            except RefusedError as refused:
                return Wire(status=refused.status, body=json.dumps(refused.body).encode())
            except Exception as error:
                return self._defect(f"{type(error).__name__}: {error}")

    def _wire(self, answer: Answer, request: ChatRequest) -> Wire:
        if isinstance(answer, Fault) and answer.name in HTTP_FAULTS:
            return http_fault(answer.name, echo=f"{self.key} {request.messages[-1][1][:2000]}")
        content = answer.reply if isinstance(answer, Fault) else answer
        if wrong := _misfits(content, request):
            return self._defect(f"the script's reply does not fit: {'; '.join(wrong[:3])}")
        if isinstance(answer, Fault):
            reply = REPLY_FAULTS[answer.name](answer.reply, self.model)
        else:
            text = answer.text if isinstance(answer, Raw) else json.dumps(answer, ensure_ascii=False)
            reply = completion(text, model=self.model)
        return Wire(body=json.dumps(reply).encode())

    def _defect(self, what: str) -> Wire:
        self.defects.append(what)
        error = {"message": what, "type": "invalid_request_error", "param": None, "code": "script_defect"}
        return Wire(status=400, body=json.dumps({"error": error}).encode())


def _misfits(content: Mapping[str, Any] | Raw, request: ChatRequest) -> list[str]:
    """A fault without a reply and a raw text are meant not to fit."""
    if isinstance(content, Raw) or not content or request.schema is None:
        return []
    return misfits(content, request.schema)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, endpoint: ModelEndpoint, port: int) -> None:
        self.endpoint = endpoint
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is part of the game."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    @property
    def endpoint(self) -> ModelEndpoint:
        return cast(_Server, self.server).endpoint

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.path != "/v1/chat/completions":
            self._send(_refusal(404, f"Unknown request URL: POST {self.path}."))
        elif self.headers.get_content_type() != "application/json":
            self._send(_refusal(400, "The content type is not application/json."))
        else:
            self._send(self.endpoint.respond(self.headers.get("authorization"), body))

    def do_GET(self) -> None:
        try:
            check_key(self.headers.get("authorization"), self.endpoint.key)
        except RefusedError as refused:
            self._send(Wire(status=refused.status, body=json.dumps(refused.body).encode()))
            return
        if self.path != "/v1/models":
            self._send(_refusal(404, f"Unknown request URL: GET {self.path}."))
            return
        listed = [{"id": name, "object": "model", "created": 0, "owned_by": "double"} for name in self.endpoint.models]
        self._send(Wire(body=json.dumps({"object": "list", "data": listed}).encode()))

    def _send(self, wire: Wire) -> None:
        with contextlib.suppress(ConnectionError):
            match wire.manner:
                case "whole":
                    self._head(wire, len(wire.body))
                    self.wfile.write(wire.body)
                case "reset":
                    self._reset()
                case "reset_mid_body":
                    self._head(wire, 5000)
                    self.wfile.write(b'{"id":"chatcmpl')
                    self.wfile.flush()
                    self._reset()
                case "hang":
                    self.endpoint.closing.wait()
                    self.close_connection = True
                case "drip":
                    self._stream(wire, b" ", DRIP_SECONDS)
                case "endless":
                    self._stream(wire, b" " * 65_536, 0)

    def _head(self, wire: Wire, length: int) -> None:
        self.send_response(wire.status)
        for name, value in wire.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(length))
        self.end_headers()
        self.wfile.flush()

    def _stream(self, wire: Wire, piece: bytes, pause: float) -> None:
        self._head(wire, 10**12)
        self.close_connection = True
        while not self.endpoint.closing.wait(pause):
            self.wfile.write(piece)
            self.wfile.flush()

    def _reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the output belongs to the test."""


def _refusal(status: int, message: str) -> Wire:
    return Wire(status=status, body=json.dumps(RefusedError(status, message).body).encode())


def main() -> None:
    """Serve recorded replies until interrupted, for a bot that is started by hand."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--replies", type=Path, required=True, help="folder of recorded replies")
    parser.add_argument("--pending", type=Path, help="folder to keep requests in that have no reply yet")
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    with ModelEndpoint(RecordedReplies(given.replies, pending=given.pending), port=given.port) as endpoint:
        print(f"OPENAI_BASE_URL={endpoint.base_url} OPENAI_API_KEY={endpoint.key} OPENAI_MODEL={endpoint.model}")
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
