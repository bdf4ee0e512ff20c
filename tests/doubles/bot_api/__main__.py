"""The stand-in by hand: lines that are typed are said by Alice, what the bot does is printed."""

import argparse
import sys
import threading

from tests.doubles.bot_api import BotApi
from tests.doubles.bot_api.chats import Chat
from tests.doubles.bot_api.transcript import chat_transcript


def _watch(chat: Chat) -> None:
    shown = ""

    def news(chat: Chat) -> str | None:
        now = chat_transcript(chat)
        return now if now != shown else None

    while True:
        shown = chat.wait_for(news, timeout=threading.TIMEOUT_MAX)
        print(f"\n{shown}\n> ", end="", flush=True)


def main() -> None:
    """Serve until the input ends; "[More]" taps the button More."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=0)
    with BotApi(port=parser.parse_args().port, flood_limits=False) as api:
        print(f"TELEGRAM_BOT_TOKEN={api.token} FOOTNOTE_TELEGRAM_API={api.base_url}", flush=True)
        alice = api.user("Alice")
        threading.Thread(target=_watch, args=(alice.chat,), daemon=True).start()
        for line in filter(None, map(str.strip, sys.stdin)):
            try:
                alice.taps(line[1:-1]) if line[0] + line[-1] == "[]" else alice.says(line)
            except AssertionError as error:
                print(error)


if __name__ == "__main__":
    main()
