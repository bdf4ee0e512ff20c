"""What the tests of the bot share: a stand-in for Telegram, and a site with articles."""

from collections.abc import Iterator

import pytest

from tests.doubles.bot_api import BotApi
from tests.e2e.pages import Pages


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as double:
        yield double


@pytest.fixture
def pages() -> Iterator[Pages]:
    with Pages() as site:
        yield site
