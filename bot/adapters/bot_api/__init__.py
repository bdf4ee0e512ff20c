"""Telegram's Bot API, the driven side: calls that go out, updates and files that come in."""
