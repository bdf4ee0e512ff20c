"""A strict stand-in for the Bot API: a real HTTP server on the loopback, with scripted people.

It refuses what Telegram refuses, with Telegram's own parser (`tdlib`) and the names and types of the Bot API
(`schema`), and on top what Telegram would silently ignore, drop or change: a bot has no business with that.
"""

from tests.doubles.bot_api.api import BotApi
from tests.doubles.bot_api.chats import Chat
from tests.doubles.bot_api.groups import Group
from tests.doubles.bot_api.people import Person
from tests.doubles.bot_api.records import Button, File, Message, Tap
from tests.doubles.bot_api.transcript import Call

__all__ = ["BotApi", "Button", "Call", "Chat", "File", "Group", "Message", "Person", "Tap"]
