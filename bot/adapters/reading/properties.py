"""What files say of themselves, as far as it can be believed: office programs fill in much that nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_FILE_NAME: Final = re.compile(
    r"\.(?:docx?|dotx?|rtf|odt|pdf|indd|qxp|tex|dvi|txt|md|html?|pptx?|xlsx?|pages|cdr|ai|wpd)$", re.IGNORECASE
)
_PROGRAM: Final = re.compile(
    r"(?:microsoft (?:office )?(?:word|powerpoint|excel|publisher|outlook) ?[-\u2013]|powerpoint[- ]pr|"
    r"libreoffice|openoffice|untitled|unbenannt|sans titre|sin título|senza titolo|sem título|без имени|"
    r"https?:|www\.|file:)",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"(?:(?:new |microsoft word )?(?:document|dokument|documento|документ|slide|folie|presentation|präsentation|"
    r"book|mappe|page|scan|print|print job|cover|title|titel|titre|layout|template|vorlage|blank|test)\s?\(?[0-9]*\)?)",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ACCOUNT: Final = re.compile(
    r"(?:user|owner|author|admin(?:istrator)?|unknown|anonymous|default|guest|root|none|null|pc|hp|dell|acer|asus|lenovo|"
    r"office(?: user)?|windows user|benutzer|utilisateur|usuario|utente|пользователь|"
    r"(?:microsoft|adobe|apache|openoffice|libreoffice|python|pdf).*|https?:.*|\S*@\S*)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*[;\n]\s*|\s+(?:and|und|et|y|и)\s+|\s*&\s*")
_LONGEST: Final = 1_000
_MIN_LETTERS: Final = 6

MAX_PAGES: Final = 100
"""A longer file is no article."""


def plausible_title(text: str) -> str:
    """Return a title that somebody wrote, on one line; "" for a file's name, a program's, or a placeholder."""
    title = " ".join(text.split())
    if len(_LETTERS.findall(title)) < _MIN_LETTERS or _FILE_NAME.search(title):
        return ""
    if _PROGRAM.match(title) or _PLACEHOLDER.fullmatch(title):
        return ""
    if " " not in title and re.search(r"[_\\/.0-9]", title):
        return ""
    return title


def plausible_authors(texts: Iterable[str]) -> list[str]:
    """Return the names in author fields; the names of accounts and programs are none."""
    names = (name.strip(" ,") for text in texts for name in _BETWEEN.split(text[:_LONGEST]))
    return list(dict.fromkeys(name for name in names if _is_name(name)))


def _is_name(name: str) -> bool:
    if len(_LETTERS.findall(name)) < 2 or _ACCOUNT.fullmatch(name):
        return False
    return " " in name or not name.isascii() or name[:1].isupper()
