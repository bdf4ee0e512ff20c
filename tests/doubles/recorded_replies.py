"""Replies to our real prompts, kept in files: each says who wrote it and belongs to exactly one request.

A file `<any name>.json` holds

    {
      "by": "who or what wrote the reply, and when",
      "prompt": "brief-v1",
      "request_sha256": "...",
      "messages": [["system", "..."], ["user", "..."]],
      "reply": {"claims": [...], ...}
    }

`request_sha256` is over prompt and messages, so that a reply is found only for the very request that it answers: as
soon as the prompt or an article changes, the request is not found and the test fails. `messages` may be left out to
save space; where they are there they must give the hash.

To record more: point the bot at `python -m tests.doubles.model_endpoint --replies FOLDER --pending OTHER`, let it ask,
and fill in "by" and "reply" of the file that appears in the folder of pending ones; then move it to FOLDER.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.doubles.chat_request import ChatRequest, request_sha256

FIELDS = {"by", "prompt", "request_sha256", "reply"}


class NoRecordingError(LookupError):
    """No reply is recorded for a request."""


class RecordedReplies:
    """A script for the endpoint that answers from the files of a folder."""

    def __init__(self, folder: Path, *, pending: Path | None = None) -> None:
        self._folder = folder
        self._pending = pending
        self._replies: dict[str, Mapping[str, Any]] = {}
        for path in sorted(folder.glob("*.json")):
            recording = _read(path)
            if recording["request_sha256"] in self._replies:
                raise ValueError(f"{path.name}: another file answers the same request")
            self._replies[recording["request_sha256"]] = recording["reply"]

    def __len__(self) -> int:
        return len(self._replies)

    def __call__(self, request: ChatRequest) -> Mapping[str, Any]:
        """Return the recorded reply; raise `NoRecordingError` where the prompt or an article has changed."""
        reply = self._replies.get(request.sha256)
        if reply is not None:
            return reply
        kept = f"; the request is kept in {self._keep(request)}" if self._pending else ""
        raise NoRecordingError(
            f"{self._folder.name} has no reply for {request.schema_name} {request.sha256[:12]}: "
            f"the prompt or an article has changed since it was recorded{kept}"
        )

    def _keep(self, request: ChatRequest) -> Path:
        assert self._pending is not None
        path = self._pending / f"{request.schema_name}-{request.sha256[:12]}.json"
        return write_recording(path, request, by="", reply=None)


def write_recording(path: Path, request: ChatRequest, *, by: str, reply: Mapping[str, Any] | None) -> Path:
    """Write a recording of `request`; without a reply it is one to fill in."""
    recording = {
        "by": by,
        "prompt": request.schema_name,
        "request_sha256": request.sha256,
        "messages": [list(message) for message in request.messages],
        "reply": reply,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(recording, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _read(path: Path) -> dict[str, Any]:
    recording = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(recording, dict) or not FIELDS <= set(recording) <= FIELDS | {"messages"}:
        raise ValueError(f"{path.name}: not the fields of a recording")
    if not recording["by"] or not isinstance(recording["reply"], dict):
        raise ValueError(f"{path.name}: says not who wrote it, or has no reply")
    if "messages" in recording:
        messages = [(role, content) for role, content in recording["messages"]]
        if request_sha256(recording["prompt"], messages) != recording["request_sha256"]:
            raise ValueError(f"{path.name}: its hash is not that of its messages")
    return recording
