"""The emoji that one may react with (Bot API: ReactionTypeEmoji)."""

from __future__ import annotations

EMOJI = frozenset(
    (
        "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 "
        "😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 "
        "👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 "
        "🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
    ).split()
)


def plain(emoji: str) -> str:
    """Without the sign that asks for the coloured form, which the server does not look at."""
    return emoji.replace("\ufe0f", "")
