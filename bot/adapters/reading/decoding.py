"""Bytes to text: byte order mark, UTF-8 where the bytes prove it, what page or server declare, then detection.

What is declared is believed only while the text looks no worse than the detector's best guess: many old pages are
served under a wrong name, and a wrong name of a one-byte charset never fails, it only turns words into noise.
"""

from __future__ import annotations

import codecs
import re
from typing import Final
from unicodedata import category

from bot.core.errors import LoadError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under another name (WHATWG Encoding): the larger charset that contains the declared one.
_LARGER: Final = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}  # fmt: skip
# Only charsets of the web: Python would also look up codecs that inflate, or take quadratic time.
_DETECTABLE: Final = (
    "cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2",
    "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "cp866", "cp874", "cp932", "euc_jp", "iso2022_jp", "gb18030",
    "big5hkscs", "cp949",
)  # fmt: skip
_KNOWN: Final = frozenset(
    codecs.lookup(name).name
    for name in (*_DETECTABLE, "utf-8", "utf-16-le", "utf-16-be", "cp1258", "iso8859-3", "iso8859-4", "iso8859-10",
                 "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "mac_roman", "mac_cyrillic")
)  # fmt: skip
_NOT_IN_TEXT: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
_IN_PAGE: Final = re.compile(
    rb"<(?:meta|\?xml)\s[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([a-z0-9._:-]{1,40})", re.IGNORECASE
)
_CONTROLS: Final = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CJK_STOP: Final = re.compile("[\u3001\u3002\uff0c]")
_MARKUP: Final = re.compile(rb"<[^<>]{0,2000}>")

_HEAD_BYTES: Final = 4_096
_SAMPLE_BYTES: Final = 12_000
_BROKEN_SHARE: Final = 0.02
"""Of the characters beyond ASCII: a page cut in the middle or with a stray byte is still read as what it is."""
_TELLING_BYTES: Final = 6
"""With fewer bytes beyond ASCII there is nothing to guess from, and what is declared stands."""
_FEW_ZEROS: Final = 3
_WORSE: Final = 0.03
"""How much noisier (charset-normalizer's "chaos", 0 to 1) the declared charset may look than the best guess."""


def decode(body: bytes, *, declared: str | None = None) -> str:
    """Return the text of `body`, without a byte order mark and with every line end as "\\n".

    `declared` is the charset that the server named. Raises `LoadError("binary")` where the bytes are no text.
    """
    return sound_text(_decode(body, declared))


def sound_text(text: str) -> str:
    """Return text with every line end as "\\n"; raises `LoadError("binary")` where it holds what text never holds."""
    head = text[:_HEAD_BYTES]
    if "\x00" in text or len(_CONTROLS.findall(head)) > _BROKEN_SHARE * len(head):
        raise LoadError("binary")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(body: bytes, declared: str | None) -> str:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    if b"\x00" in body[:_HEAD_BYTES]:
        return body.decode(_wide_codec(body), errors="replace")
    escapes = b"\x1b$" in body[:_SAMPLE_BYTES]
    if not escapes and _is_nearly(body, "utf-8"):
        return body.decode("utf-8", errors="replace")
    return body.decode(_narrow_codec(body, declared), errors="replace")


def _wide_codec(body: bytes) -> str:
    """UTF-16 without its mark: Latin text shows as zero bytes on one side, other text as letters in one order only."""
    head = body[: _HEAD_BYTES & ~1]
    zeros_first, zeros_second = head[::2].count(0), head[1::2].count(0)
    enough = max(_FEW_ZEROS, len(head) / 16)
    if zeros_second > 8 * zeros_first and zeros_second > enough:
        return "utf-16-le"
    if zeros_first > 8 * zeros_second and zeros_first > enough:
        return "utf-16-be"
    for codec in ("utf-16-le", "utf-16-be"):
        text = head.decode(codec, errors="replace")[:-1]
        odd = sum(category(char) in _NOT_IN_TEXT and char not in "\r\n\t" for char in text)
        if odd <= _BROKEN_SHARE * len(text) and _CJK_STOP.search(text):
            return codec
    raise LoadError("binary")


def _narrow_codec(body: bytes, declared: str | None) -> str:
    from charset_normalizer import from_bytes  # imported late: only old charsets need it

    sample = _sample(body)
    guess = from_bytes(sample, cp_isolation=list(_DETECTABLE), enable_fallback=False).best()
    in_page = _IN_PAGE.search(body[:_HEAD_BYTES])
    for name in (declared, in_page[1].decode("ascii") if in_page else None):
        codec = _known_codec(name)
        if codec and _is_nearly(body, codec) and (guess is None or _is_plausible(sample, codec, guess.chaos)):
            return codec
    if guess is None:
        raise LoadError("binary")
    return guess.encoding


def _is_plausible(sample: bytes, codec: str, least_chaos: float) -> bool:
    from charset_normalizer.md import mess_ratio

    telling = sample.count(b"\x1b") * _TELLING_BYTES + len(sample) - len(sample.decode("ascii", errors="ignore"))
    return telling < _TELLING_BYTES or mess_ratio(sample.decode(codec, errors="ignore"), 1.0) <= least_chaos + _WORSE


def _known_codec(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name or "").name
    except LookupError:
        return None
    found = codecs.lookup(_LARGER.get(found, found)).name
    return found if found in _KNOWN else None


def _is_nearly(body: bytes, codec: str) -> bool:
    text = body.decode(codec, errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return broken <= _BROKEN_SHARE * beyond_ascii


def _sample(body: bytes) -> bytes:
    """The lines that tell charsets apart, without markup: those with a byte beyond ASCII or an escape."""
    bare = _MARKUP.sub(b" ", body[: 20 * _SAMPLE_BYTES])
    telling = [line for line in bare.splitlines() if not line.isascii() or b"\x1b" in line]
    return b"\n".join(telling)[:_SAMPLE_BYTES] or bare[:_SAMPLE_BYTES]
