"""What several tests of links share: a reading process, and links that lead to pages at hand."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.adapters.reading.reader import Reader
from tests.adapters.site_desk import Links, open_links


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[Reader]:
    async with Reader() as opened:
        yield opened


@pytest.fixture
def links(reader: Reader) -> Links:
    return open_links(reader)
