"""How long things are kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Delete, Update, delete, select, update

from bot.adapters.store.tables import (
    articles,
    briefs,
    faults,
    notices,
    outgoing,
    page_addresses,
    pages,
    reports,
    requests,
    updates,
    usage,
)

UPDATES = timedelta(hours=48)
"""Longer than the 24 hours for which the Bot API keeps updates: one that comes again is known."""
ARTICLES = PAGES = timedelta(hours=24)
MOST_PAGES = 5_000
"""The newest ones: some kilobytes each, up to a megabyte."""
BRIEFS = timedelta(days=30)
REQUESTS = timedelta(days=90)
OFFERS = timedelta(days=7)
"""The links that a button stands for; afterwards somebody who taps it is asked to send them again."""
OUTGOING = BRIEFS
"""Where a brief stands in its chat is known as long as the brief is."""
REPORTS = timedelta(days=365)
"""They carry the sentences that they are about, and outlive the brief."""
NOTICES = timedelta(days=90)
USAGE = timedelta(days=400)


def deletions(now: datetime) -> tuple[Delete | Update, ...]:
    """Return the statements that delete or forget whatever is older at `now` than its kind may be, in their order.

    Of pages there are also no more than `MOST_PAGES`.
    """
    is_offered = requests.c.request.is_not(None) & (requests.c.ended_at < now - OFFERS)
    newest_first = select(pages.c.read_at).order_by(pages.c.read_at.desc())
    first_too_many = newest_first.offset(MOST_PAGES).limit(1).scalar_subquery()
    return (
        delete(updates).where(updates.c.done, updates.c.received_at < now - UPDATES),
        delete(articles).where(articles.c.read_at < now - ARTICLES),
        delete(pages).where(pages.c.read_at < now - PAGES),
        delete(pages).where(pages.c.read_at <= first_too_many),
        delete(page_addresses).where(page_addresses.c.page.not_in(select(pages.c.key))),
        delete(briefs).where(briefs.c.kept_at < now - BRIEFS),
        delete(requests).where(requests.c.ended_at < now - REQUESTS),
        update(requests).where(is_offered).values(request=None),
        delete(outgoing).where(outgoing.c.changed_at < now - OUTGOING),
        delete(reports).where(reports.c.reported_at < now - REPORTS),
        delete(notices).where(notices.c.day < (now - NOTICES).date()),
        delete(usage).where(usage.c.day < (now - USAGE).date()),
        delete(faults).where(faults.c.day < (now - USAGE).date()),
    )
