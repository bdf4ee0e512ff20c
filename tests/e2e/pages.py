"""Articles on a web server of this machine, for a bot in another process to read."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

CRANE = (
    "Harbour crane falls into the dock at Aldersund",
    "A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers, the port said.",
    "The port will stay closed until Thursday, the mayor said, because the quay has to be examined first.",
    "Nobody was near the crane when it fell, a port spokeswoman said, and the wind was light that morning.",
)
CRANE_TOO = (
    "Crane collapses at Aldersund port",
    "A crane collapsed into the dock at Aldersund on Monday; 14 workers were slightly injured, the port said.",
    "The port of Aldersund handles two million tonnes a year and employs 900 people in the town.",
    "The crane was forty years old and had been inspected in spring, the port authority said on Tuesday.",
)
CHESS = (
    "Schoolgirl wins the national chess cup",
    "A pupil of eleven won the national chess cup in Tolby on Sunday, the chess federation announced.",
    "Her school will name its reading room after the champion, the headmaster said on Monday morning.",
    "The final was decided after five hours, and the federation called it the longest in its history.",
)

CRANE_TAG = '"crane-1"'


def text_of(article: tuple[str, ...]) -> str:
    """The article as somebody would paste it."""
    return "\n\n".join(article)


def page_of(article: tuple[str, ...]) -> bytes:
    """The article as a page of a news site."""
    title, *paragraphs = article
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav>Home News Sport</nav>"
        f"<article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def feed_of(pages: Pages) -> bytes:
    """A feed of four entries, the oldest first; three of them are there."""
    entries = "".join(
        f"<item><title>{path}</title><link>{pages.url(path)}</link>"
        f"<pubDate>{day} Feb 2026 07:30:00 GMT</pubDate></item>"
        for day, path in enumerate(("/old", "/crane", "/crane-too", "/chess"), 3)
    )
    channel = f"<channel><title>Aldersund Post</title>{entries}</channel>"
    return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'>{channel}</rss>".encode()


class Pages:
    """A site with articles under /crane, /crane-too and /chess; `hold` keeps /slow from answering.

    Who asks whether a page has changed is told: /crane never has. `unchanged` are the requests that were told so.
    """

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.unchanged: list[str] = []
        self.hold = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.pages = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def __enter__(self) -> Pages:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.hold.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    pages: Pages

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is part of the game."""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = cast(_Server, self.server).pages
        pages.requests.append(self.path)
        if self.path.startswith("/slow"):
            pages.hold.wait(30)
        if self.path == "/feed":
            self._send(feed_of(pages), kind="application/rss+xml")
            return
        articles = {"/crane": CRANE, "/crane-too": CRANE_TOO, "/chess": CHESS, "/slow": CRANE}
        found = articles.get(self.path.partition("?")[0])
        if found is CRANE and self.headers.get("If-None-Match") == CRANE_TAG:
            pages.unchanged.append(self.path)
            self.send_response(304)
            self.send_header("ETag", CRANE_TAG)
            self.end_headers()
            return
        body = page_of(found) if found else b"<html><title>404</title>nothing here</html>"
        self.send_response(200 if found else 404)
        if found is CRANE:
            self.send_header("ETag", CRANE_TAG)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send(self, body: bytes, *, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silence."""
