"""The HTTP side: paths, tokens and what the wire does."""

from __future__ import annotations

import contextlib
import itertools
import re
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote, urlsplit

from tests.doubles.bot_api.faults import Wire
from tests.doubles.bot_api.refusal import RefusedError

if TYPE_CHECKING:
    from tests.doubles.bot_api.dispatch import Dispatcher

CALL = re.compile(r"/bot(?P<token>[^/]+)/(?P<method>\w+)/?")
FILE = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<path>.+)")
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35}")


class Server:
    """A loopback server in threads of its own."""

    def __init__(self, dispatcher: Dispatcher, port: int) -> None:
        self._http = _Http(dispatcher, port)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._http.hang_up()
        self._thread.join()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, dispatcher: Dispatcher, port: int) -> None:
        self.dispatcher = dispatcher
        self.connections = itertools.count(1)
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End connections that a client keeps open, and with them their threads."""
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is part of the game."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self.connection_id = next(cast(_Http, self.server).connections)

    @property
    def dispatcher(self) -> Dispatcher:
        return cast(_Http, self.server).dispatcher

    def do_POST(self) -> None:
        body = self._body()
        if body is not None:
            self._send(self._answer(body))

    def do_GET(self) -> None:
        self._send(self._download() if self.path.startswith("/file/") else self._answer(b""))

    def _body(self) -> bytes | None:
        if self.headers.get("transfer-encoding"):
            self._send(Wire(status=411, media_type="text/html"))
            return None
        length = int(self.headers.get("content-length", 0))
        body = self.rfile.read(length)
        return body if len(body) == length else None

    def _answer(self, body: bytes) -> Wire:
        found = CALL.fullmatch(urlsplit(self.path).path)
        try:
            if found is None:
                raise RefusedError(404)
            self._check_token(unquote(found["token"]))
        except RefusedError as refused:
            return self.dispatcher.refuse_path(urlsplit(self.path).path, refused, self.connection_id)
        kind = self.headers.get("content-type", "")
        return self.dispatcher.respond(
            name=found["method"], target=self.path, content_type=kind, body=body, connection=self.connection_id
        )

    def _download(self) -> Wire:
        found = FILE.fullmatch(urlsplit(self.path).path)
        try:
            if found is None:
                raise RefusedError(404)
            self._check_token(unquote(found["token"]))
        except RefusedError as refused:
            return self.dispatcher.refuse_path(urlsplit(self.path).path, refused, self.connection_id)
        return self.dispatcher.download(unquote(found["path"]), self.connection_id)

    def _check_token(self, token: str) -> None:
        if not TOKEN.fullmatch(token):
            raise RefusedError(404)
        if token != self.dispatcher.token:
            raise RefusedError(401)

    def _send(self, wire: Wire) -> None:
        with contextlib.suppress(ConnectionError):
            match wire.manner:
                case "whole":
                    self.send_response(wire.status)
                    self.send_header("content-type", wire.media_type)
                    self.send_header("content-length", str(len(wire.body)))
                    self.end_headers()
                    self.wfile.write(wire.body)
                case "hang":
                    self.dispatcher.closed.wait()
                    self.close_connection = True
                case "reset":
                    self.close_connection = True
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the output belongs to the test."""
