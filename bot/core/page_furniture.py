"""Telling furniture by its words alone, in text that was taken out of the layout of a page or file.

Such text is the story with a few strange lines in it, so a line must name itself beyond doubt. What a paste needs
beside that, the place of a line in the text, is in `pasted`.
"""

from __future__ import annotations

import re
from typing import Final

from bot.core.furniture import APPEAL, COPYRIGHT, OPENING, READING_TIME, TIME_OPENING, WHOLE, bare_line, fold_line

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_WIDE: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDED: Final = re.compile(r"[.!?…。！？｡؟۔।॥][\"'”’»“」』）)\]】›*]{0,4}$")
_QUOTE: Final = re.compile(r"[\"“”«»„「『‘]")

# What a table or a dialogue may hold too: "Yes", "Name".
_COMMON: Final = frozenset({"form", "navigation", "tags"})
_WHOLE: Final = {
    entry: code for code, entries in WHOLE.items() for entry in entries if code not in _COMMON or " " in entry
}
# These open sentences of stories as well, or name what the story shows.
_LOOSE: Final = (
    "image:", "images:", "bild:", "illustration:", "graphic:", "cover image", "(photo", "photos:", "fotos:",
    "click here", "tap here", "rate this", "assine ", "acompanhe", "never miss", "the author is", "the writer is",
    "quelle:", "crédito:", "have a tip", "like what you", "enjoyed this", "help us keep", "fot.", "tagged",
    "support independent", "don't miss a story", "stay informed", "stay connected", "nachdruck", "перепечатка",
    "designed by", "developed by", "inscrivez-vous", "regístrate", "start your free", "try it free",
    "this article is free",
)  # fmt: skip
_SURE: Final = ("teaser", "credit", "form", "promotion", "cookies", "copyright", "tags", "biography", "notice")
_OPENING: Final = {
    code: tuple(entry for entry in OPENING[code] if entry not in _LOOSE) for code in _SURE if code in OPENING
}
_LOOSE_APPEAL: Final = frozenset({
    "join our", "what do you think?", "our social media", "click here to", "in your inbox", "to your inbox",
    "unlimited access", "our youtube", "in the comments section", "en los comentarios", "dans les commentaires",
    "в комментариях", "support our journalism", "become a subscriber", "by subscribing to", "tell us what you think",
    "наш канал", "our newsletter",
})  # fmt: skip
_APPEAL: Final = tuple(entry for entry in APPEAL if entry not in _LOOSE_APPEAL)

# Who else worked on the story, as agencies and papers say below it.
_CONTRIBUTED: Final = re.compile(
    r"^(?:additional )?reporting (?:by|from) .{3,80}|\bcontributed (?:to this (?:report|story|article)|reporting)\b"
    r"|^(?:edited|editing|writing|compiled) by .{3,60}|^with (?:files|reporting|additional reporting) (?:from|by) "
    r"|^mit material (?:von|der) "
    r"|^\(?(?:con información de|avec (?:l'))?(?:afp|dpa|apa|ansa|efe|reuters|ap|тасс|pap)\)?\.?$"
)
# Where a picture comes from: "(Image: GETTY)", "© City archive", "Foto: dpa".
_CREDITED: Final = re.compile(
    r"\((?:images?|photos?|picture|pic|fotos?|bild|imagen|crédit|credit|фото|zdjęcie) ?[:/] ?[^()]{2,60}\)\.?$"
    r"|(?:^|\s)(?:photo|image|picture|foto|fotoğraf|zdjęcie|фото|photograph|credit|crédits?|bildquelle|ảnh) ?: ?"
    r"[^.:]{2,60}$"
    r"|[^.]\s© ?[^\W\d][^.!?]{1,50}$"
    r"|(?:©|\(c\)|/) ?(?:getty|reuters|afp|dpa|epa|ap|shutterstock|istock|imago|apa)\b[^.]{0,40}$"
)
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{4}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?|\d{1,2}[-/.] ?\d{1,2}[-/.] ?(?:\d{4}|\d{2})"
    r"|\d{1,2}(?:st|nd|rd|th|er|º)?\.?(?: de| of)? [^\W\d_]{3,12}\.?,?(?: de)? \d{4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_READING: Final = re.compile(
    r"(?<!\w)(?:lesezeit|reading time|min(?:ute)?s? read|temps de lecture|tiempo de lectura|tempo di lettura|"
    r"tempo de leitura|leestijd|lästid|læsetid|lesetid|lukuaika|czas czytania|время чтения|час читання|okuma süresi)"
)
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2})?(?!\d)(?: ?[ap]\.?m\b\.?)?")


def furniture_in(text: str) -> str:
    """Return the code of what a line is where its words say that it is not the story, else ""."""
    folded = fold_line(text[:1_000])
    bare = bare_line(folded)
    words = _count(folded)
    if not bare or words >= 70:
        return ""
    if words <= 12 and bare in _WHOLE:
        return _WHOLE[bare]
    if words <= 20 and is_date_line(folded):
        return "date"
    if words <= 60 and _CONTRIBUTED.search(folded):
        return "byline"
    if words <= 45 and _CREDITED.search(folded):
        return "caption"
    return _by_phrase(folded, bare, words=words)


def is_date_line(folded: str, *, others: int = 3) -> bool:
    """Whether a line only tells when something was published, with at most so many `others` words beside."""
    if READING_TIME.match(bare_line(folded)):
        return True
    rest, dates = _DATE.subn(" ", folded)
    rest, clocks = _CLOCK.subn(" ", rest)
    others += 6 if _READING.search(folded) else 0
    if not dates and not clocks:
        return False
    if folded.startswith(TIME_OPENING) and _count(rest) <= others + 6:
        return True
    return bool(dates) and _count(rest) <= others and (clocks > 0 or not _ENDED.search(folded))


def _by_phrase(folded: str, bare: str, *, words: int) -> str:
    ended = _ENDED.search(folded) is not None
    if words < 25 and not _QUOTE.match(folded):
        for code, entries in _OPENING.items():
            if bare.startswith(entries) and not (code in {"credit", "teaser"} and ended and words > 8):
                return code
        if words <= 12 and COPYRIGHT.match(folded) and "20" in folded:
            return "copyright"
    if words < 45 and not _QUOTE.search(folded) and any(phrase in folded for phrase in _APPEAL):
        return "promotion"
    return ""


def _count(folded: str) -> int:
    wide = len(_WIDE.findall(folded))
    return wide // 2 + len(_WORD.findall(_WIDE.sub(" ", folded) if wide else folded))
