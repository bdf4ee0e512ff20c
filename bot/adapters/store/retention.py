"""How long things are kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Delete, delete

from bot.adapters.store.tables import articles, briefs, faults, notices, outgoing, requests, updates, usage

UPDATES = timedelta(hours=48)
"""Longer than the 24 hours for which the Bot API keeps updates: one that comes again is known."""
ARTICLES = timedelta(hours=24)
BRIEFS = timedelta(days=30)
REQUESTS = timedelta(days=90)
OUTGOING = timedelta(days=7)
NOTICES = timedelta(days=90)
USAGE = timedelta(days=400)


def deletions(now: datetime) -> tuple[Delete, ...]:
    """Return the statements that delete whatever is older at `now` than its kind may be."""
    return (
        delete(updates).where(updates.c.done, updates.c.received_at < now - UPDATES),
        delete(articles).where(articles.c.read_at < now - ARTICLES),
        delete(briefs).where(briefs.c.kept_at < now - BRIEFS),
        delete(requests).where(requests.c.ended_at < now - REQUESTS),
        delete(outgoing).where(outgoing.c.changed_at < now - OUTGOING),
        delete(notices).where(notices.c.day < (now - NOTICES).date()),
        delete(usage).where(usage.c.day < (now - USAGE).date()),
        delete(faults).where(faults.c.day < (now - USAGE).date()),
    )
