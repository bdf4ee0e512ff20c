"""Public pages that were read before, each under the addresses that lead to it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, select

from bot.adapters.store.database import Database
from bot.adapters.store.stored import as_text, storable
from bot.adapters.store.tables import page_addresses, pages, replace
from bot.core.models import Article
from bot.core.pages import KeptPage


class PageRows:
    """Implements the port `Pages`; a row that cannot be read any more is as good as none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, url: str) -> KeptPage | None:
        """Return the page that was kept last under this address."""
        leads_here = page_addresses.c.page == pages.c.key
        wanted = select(pages).join(page_addresses, leads_here).where(page_addresses.c.address == _key(url))
        return await self._one(wanted)

    async def find_body(self, digest: str, *, edition: str) -> KeptPage | None:
        """Return the page that was read last from these bytes by this edition of the reading code."""
        same = select(pages).where(pages.c.digest == digest, pages.c.edition == edition)
        return await self._one(same.order_by(pages.c.read_at.desc(), pages.c.key).limit(1))

    async def keep(self, page: KeptPage, *, addresses: Sequence[str]) -> None:
        """Keep a page under each of these addresses, in place of what was there, in one transaction."""
        key, row = _key(page.url), _row(page)
        names = dict.fromkeys(_key(address) for address in addresses)

        def put(connection: Connection) -> None:
            replace(connection, pages, key=key, **row)
            for name in names:
                replace(connection, page_addresses, address=name, page=key)

        await self._database.write(put)

    async def _one(self, wanted: Select[Any]) -> KeptPage | None:
        row = await self._database.read(lambda connection: connection.execute(wanted).one_or_none())
        return _page(row) if row else None


def _key(address: str) -> str:
    """An address may be longer than what a database takes as a key."""
    return hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()


def _row(page: KeptPage) -> dict[str, Any]:
    return {
        "url": storable(page.url),
        "digest": page.digest,
        "edition": page.edition,
        "article": as_text(page.article),
        "etag": storable(page.etag),
        "last_modified": storable(page.last_modified),
        "read_at": page.read_at,
    }


def _page(row: Row[Any]) -> KeptPage | None:
    try:
        return KeptPage(
            url=row.url,
            article=Article.model_validate_json(row.article),
            digest=row.digest,
            edition=row.edition,
            etag=row.etag,
            last_modified=row.last_modified,
            read_at=row.read_at,
        )
    except ValidationError:
        return None
