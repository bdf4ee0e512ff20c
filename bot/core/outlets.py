"""Names of outlets: the known ones with their other writings, and what an unknown one may be called."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.core.models import Span

AGENCIES = frozenset(
    {
        "Associated Press | AP",
        "Reuters",
        "Agence France-Presse | AFP",
        "United Press International | UPI",
        "Deutsche Presse-Agentur | dpa | DPA",
        "EFE",
        "ANSA",
        "TASS | ТАСС",
        "Interfax | Интерфакс",
        "Xinhua",
        "Kyodo News | Kyodo",
        "Yonhap",
        "Press Association | PA Media",
        "Bloomberg | Bloomberg News",
    }
)
"""What is known where nobody says more."""
# Capitals are kept apart: the "LA" of a paper is a city.
_ARTICLE = re.compile(
    r"^(?:(?:[Tt]he|[Dd](?:er|ie|as|em|en|es)|[Ee]l|[Ll](?:a|os|as|e|es)|du|au)\s+(?=\S)|[Ll]['’](?=\S))"
)
_GERMAN_ARTICLE = re.compile(r"^D(?:er|ie|as)\s+")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’\-]{0,40}"
_PRESS_WORD = (
    r"Times|Post|News|Herald|Gazette|Courier|Tribune|Journal|Radio|TV|Television|Press|Chronicle|Observer|Telegraph|Mail|"
    r"Globe|Ledger|Echo|Mirror|Register|Review|Beacon|Sun|Standard|Bulletin|Dispatch|Examiner|Inquirer|Sentinel|Monitor|Newswire|Broadcasting|Daily|Weekly|Mercury|Advertiser|Argus|"
    r"Zeitung|Nachrichten|Anzeiger|Tagblatt|Tageblatt|Kurier|Rundschau|Rundfunk|Allgemeine|Bote|Presse|"
    r"(?:News|Press|Wire) (?:Agency|Service)|Nachrichtenagentur|Presseagentur"
)
_FIRST_WORD = (
    r"(?:El |La |Le |L['’]|Les )?(?:Diario|Correo|Heraldo|Gaceta|Voz|Periódico|Noticiero|Courrier|Gazette|Journal|Écho|"
    r"Dépêche|Voix|Quotidien|Dauphiné|Télégramme|Radio|Agencia|Agence)"
)
_KIND = (
    r"[Rr]undfunksender|[Rr]adiosender|[Ff]ernsehsender|[Ss]ender|[Zz]eitung|[Nn]achrichtenagentur|[Rr]adiostation|emisora|"
    r"cadena|periódico|radio station|broadcaster|newspaper|news site|news agency|quotidien|chaîne"
)
_SMALL = r"(?:of|and|de|del|du|des|la|el|der|di|da)"
# A name of up to five capital words that ends, or begins, like a newspaper, a station or an agency.
_UNKNOWN = re.compile(
    rf"(?<![\w'’\-])(?:{_CAPITAL}[ \u00a0]){{1,3}}(?:{_PRESS_WORD})\b(?!-|[ \u00a0][A-Z])"
    rf"|(?<![\w'’\-])[A-ZÄÖÜ]\w{{2,30}}(?:zeitung|nachrichten|anzeiger|kurier|tagblatt|tageblatt|funk)\b"
    rf"|(?<![\w'’\-]){_FIRST_WORD}(?:[ \u00a0]{_SMALL}){{0,2}}(?:[ \u00a0]{_CAPITAL}){{1,2}}"
    rf"|(?:{_KIND}) ({_CAPITAL}(?: {_CAPITAL}){{0,2}})"
    rf"|(?:радиостанци\w{{0,3}}|газет\w{{0,3}}|агентств\w{{0,3}}|издани\w{{0,3}}|телеканал\w{{0,3}}|портал\w{{0,3}}|радио)\s«([^«»]{{2,60}})»"
)
_OPENING = frozenset(
    "The A An In On At As But And For When While After Before According Der Die Das Im Am El La Le Les".split()
)
_LONGEST_NAME = 60
_ENDING = 3
"""Letters of the longest case ending."""
_DECLINED = re.compile(r"[А-ЯЁ][а-яё]{4,}")
_LETTERS = r"\u0620-\u064a"
_ARABIC = re.compile(rf"[{_LETTERS}]")
_SIGNS = r"\u3040-\u30ff\u3400-\u9fff"
_SPACELESS = re.compile(rf"[{_SIGNS}]")


class Mention(NamedTuple):
    """Where a text names an outlet, and the outlet's name as it is shown."""

    span: Span
    name: str


def parse_outlets(text: str) -> frozenset[str]:
    """Return the entries of an outlets file (TOML text). Raises `tomllib.TOMLDecodeError`."""
    table = tomllib.loads(text)
    return frozenset(entry for part in ("agencies", "outlets") for entry in table.get(part, []))


def parse_agencies(text: str) -> frozenset[str]:
    """Return the entries of an outlets file that are agencies. Raises `tomllib.TOMLDecodeError`."""
    return frozenset(tomllib.loads(text).get("agencies", []))


def with_names(outlets: frozenset[str], names: Iterable[str]) -> frozenset[str]:
    """Return the table with further names, those left out that it already has in some writing."""
    known = _writings(outlets)[0]
    return outlets | {name for name in names if "|" not in name and outlet_key(name) not in known}


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's, articles and case apart."""
    return outlet_key(one) == outlet_key(other)


def outlet_key(name: str) -> str:
    """Return a name without its article, in one case."""
    plain = " ".join(name.replace("\u00a0", " ").split())
    return (_ARTICLE.sub("", plain) or plain).casefold()


def in_full(key: str, keys: Iterable[str]) -> str:
    """Return the one of `keys` whose initials `key` is, such as an agency's in its dateline; else `key` itself."""
    return next((each for each in keys if " " in each and "".join(word[0] for word in each.split()) == key), key)


def canonical(name: str, outlets: frozenset[str]) -> str:
    """Return the name that the table shows an outlet by; an unknown name stays as it is."""
    return _writings(outlets)[0].get(outlet_key(name), name)


def find_mentions(text: str, outlets: frozenset[str]) -> tuple[Mention, ...]:
    """Return the outlets that `text` names, known ones first where names overlap, in order of place."""
    shown, pattern = _writings(outlets)
    found = [
        Mention(Span(start=match.start(group), end=match.end(group)), _named(match.group(group), shown))
        for match in pattern.finditer(text)
        if (group := match.lastindex)
    ]
    taken = [mention.span for mention in found]
    for match in _UNKNOWN.finditer(text):
        mention = _unknown(match)
        if mention and not any(mention.span.start < span.end and span.start < mention.span.end for span in taken):
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _named(written: str, shown: Mapping[str, str]) -> str:
    """The shown name of a writing that was found, which may have a case ending."""
    key = outlet_key(written)
    endings = (key[: len(key) - cut] for cut in range(_ENDING + 1))
    return next(shown[each] for each in endings if each in shown)


def _unknown(match: re.Match[str]) -> Mention | None:
    group = match.lastindex or 0
    words = match.group(group).split()
    start = match.start(group)
    while len(words) > 1 and words[0] in _OPENING and group == 0 and not re.match(_FIRST_WORD, match.group(group)):
        start += len(words[0]) + 1
        words = words[1:]
    if (
        len(words) < 2
        and group == 0
        and not re.match(r"[A-ZÄÖÜ]\w+(?:zeitung|nachrichten|anzeiger|kurier|funk|blatt)$", words[0])
    ):
        return None
    return Mention(Span(start=start, end=match.end(group)), " ".join(words)[:_LONGEST_NAME])


@lru_cache(maxsize=8)
def _writings(outlets: frozenset[str]) -> tuple[dict[str, str], re.Pattern[str]]:
    """The shown name by every writing's key, and a pattern that finds any writing."""
    shown: dict[str, str] = {}
    for entry in sorted(outlets):
        names = [name.strip() for name in entry.split("|")]
        for name in names:
            shown.setdefault(outlet_key(name), names[0])
            if _DECLINED.fullmatch(name):
                shown.setdefault(outlet_key(name)[:-1], names[0])
    written = {name.strip() for entry in outlets for name in entry.split("|") if name.strip()}
    return shown, re.compile(_any_of(written))


def _as_written(name: str) -> str:
    """A pattern for a name. Capitals are part of it ("bild" is a word), and so is the article before a single word."""
    if _DECLINED.fullmatch(name):
        return rf"{re.escape(name[:-1])}(?:{name[-1]}|[а-яё]{{0,{_ENDING}}})"
    bare = _ARTICLE.sub("", name) or name
    if bare == name or " " in bare:
        return re.escape(bare)
    german = _GERMAN_ARTICLE.match(name)
    if name.startswith("Le "):
        return r"(?:[Ll]e|du|au)\ " + re.escape(bare)
    return r"[Dd](?:er|ie|as|em|en|es)\ " + re.escape(bare) if german else re.escape(name)


def _any_of(names: Iterable[str]) -> str:
    """A pattern with the name in its only group that took part.

    Arabic writes "and", "to" and "by" onto a name, Russian declines it, and where no spaces are it stands in a row.
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    plain = _alternatives(name for name in ordered if not _ARABIC.search(name) and not _SPACELESS.search(name))
    arabic = _alternatives(name for name in ordered if _ARABIC.search(name))
    spaceless = _alternatives(name for name in ordered if _SPACELESS.search(name))
    if not ordered:
        return r"(?!)"
    return (
        rf"(?<![\w.@/])(?:({plain})(?!(?![{_SIGNS}])[\w@]|\.\w)|"
        rf"(?=[{_LETTERS}])[وفبلك]{{0,2}}({arabic})(?!\w))|"
        rf"(?=[{_SIGNS}])({spaceless})"
    )


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(_as_written(name).replace(r"\ ", r"[ \u00a0]") for name in names) or r"(?!)"
