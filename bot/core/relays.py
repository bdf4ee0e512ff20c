"""Phrases by which an article says that it has something from another outlet."""

from __future__ import annotations

import re

from bot.core.comparing.figure_words import MONTH, WEEKDAY
from bot.core.models import Span
from bot.core.outlets import Mention, find_mentions
from bot.core.words import fold

LONGEST = 1_500
"""Characters of a sentence that are read."""
_REACH = 60
"""Characters before and after a name in which its credit must stand."""
_THE = r"(?:(?:the|a|an|der|die|das|dem|den|des|einem|el|la|los|las|le|les|l['’]|un|une|una|au|du)\s*)?"
_NOUN = (
    r"(?:newspaper|magazine|news agency|agency|broadcaster|website|site|network|channel|newswire|wire|"
    r"zeitung|magazin|nachrichtenagentur|agentur|\w{0,12}sender|radio station|radiostation|emisora|station|"
    r"diario|agencia|periódico|cadena|quotidien|agence|journal|chaîne|"
    r"радиостанци\w*|газет\w*|агентств\w*|издани\w*|телеканал\w*)"
)
_REPORT = r"(?:reports?|reporting|article|story|account|investigation|interview|poll|survey|column|dispatch|analysis)"
# What may stand right before a credited name.
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    rf"according to(?: \w+){{0,3}}(?: (?:by|in|from|with))?|as (?:first )?(?:reported|revealed)(?: by| in)?|"
    rf"(?:first )?(?:reported|revealed|disclosed|broken|quoted|cited|obtained|seen|reviewed|published|released|"
    rf"interviewed|conducted|uncovered|documented|detailed|leaked)(?: \w+){{0,3}} (?:by|in|to)|"
    rf"{_REPORT} (?:by|in|from|with|for)|in an interview(?: \w+){{0,2}} (?:with|to|on)|"
    rf"interview(?:s|ed)? (?:with|by|to|on)|"
    rf"(?:told|tells) by|(?:told|tells|reported|reports|citing|cites|quoting)|"
    rf"(?:said|says|wrote|writes|statement|spoke|speaking|talking|comment(?:s|ed)?|remarks?) (?:to|in|on|with)|"
    rf"(?:laut|berichtet(?:e|en)?|meldet(?:e|en)?|schreibt|schrieb|gegenüber|interview mit|gespräch mit|"
    rf"angaben (?:von|der|des)|bericht (?:von|der|des|in)|sagte|teilte|informationen (?:von|der|des)|"
    rf"beruf\w* sich auf|unter berufung auf)|"
    rf"(?:según|informó|informa|publicó|publica|reveló|adelantó|(?:contó|cuenta)(?: \w+)?|dijo a|declaró a|"
    rf"declaraciones a|"
    rf"entrevista (?:con|a|en)|informe de|información de|citado por|publicado por|recogido por|"
    rf"de acuerdo con)(?: (?:informó|publicó|reveló|adelantó))?|"
    rf"(?:selon|d['’]après|rapporte|rapporté par|révélé par|révèle|annoncé par|cité par|publié par|écrit|indique|"
    rf"(?:déclaré|confié|affirmé|indiqué|dit) (?:à|au)|(?:entretien|interview)(?: accordée?)? (?:à|au|avec)|"
    rf"enquête (?:de|du)|informations (?:de|du))|"
    rf"(?:сообщ\w+|передает|передаёт|передал\w*|пишет|пишут|по данным|по информации|со ссылкой на|ссылаясь на|"
    rf"в интервью|стало известно (?:от|из)|рассказал\w*|заявил\w*|как отмечает|цитирует)"
    rf")[\s,:]*(?:{_THE}{_NOUN}\s*)?{_THE}[\"“„«‘]?$",
    re.IGNORECASE,
)
# What may stand right after a credited name.
_AFTER = re.compile(
    r"^[\"”“»’]?(?:['’]s?)?(?:\s(?:newspaper|magazine|news agency|agency|website))?(?:"
    rf"\s(?:(?:has|had|have|also|first|later|initially|exclusively|previously|which|who|,)\s)*"
    rf"(?:reported|reports|learned|obtained|revealed|reveals|disclosed|wrote|writes|uncovered|quoted|quotes|"
    rf"cited|cites|"
    rf"published|said|says|found|broke|confirmed|noted|was told|described)\b(?! by)|"
    rf"\s(?:\w+\s){{0,2}}{_REPORT}\b|,? which (?:first )?(?:reported|obtained|broke)|"
    rf"\s(?:berichtet|meldet|schreibt|schrieb)\w{{0,3}}\b|"
    rf"\s(?:hatten?|haben?|hat)(?: \w+){{0,3}} (?:berichtet|gemeldet|geschrieben|erfahren|enthüllt)|"
    rf"\s(?:zufolge|bekannt ?gemacht|veröffentlicht)|"
    rf"\s(?:informó|publicó|reveló|adelantó|informa|publica|ha publicado|ha revelado|ha informado)|"
    rf"\s(?:a (?:rapporté|révélé|annoncé|publié|indiqué|appris)|rapporte|révèle|indique|écrit)|"
    rf"\s(?:сообщ|переда|пишет|писал|рассказ|узнал|выясни)\w*"
    rf")",
    re.IGNORECASE,
)
# Those who work for an outlet are not the outlet.
_OWN_STORY = re.compile(
    r"(?:editor|reporter|correspondent|journalist|host|anchor|columnist|contributor)s?\b", re.IGNORECASE
)


_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’\-]{0,40}"
_NAME = rf"({_CAPITAL}(?: {_CAPITAL}){{0,3}})"
_CREDITED = re.compile(
    r"\b(?:reported by|reports? (?:by|in|from)|revealed by|berichtete|laut|según|selon|со ссылкой на) "
    rf"(?:the |der |die |el |la |le )?{_NAME}"
    rf"|(?<=[a-z,] )(?:the |The )?{_NAME} (?:(?:has|had) )?(?:first |exclusively )?"
    r"(?:reported|has learned|berichtete|informó|a rapporté|сообщил\w{0,3})\b"
)


def find_credited_strangers(text: str) -> tuple[str, ...]:
    """Return names that a sentence credits as it would an outlet, whatever they are: one source proves nothing."""
    found = (match.group(1) or match.group(2) for match in _CREDITED.finditer(_plain(text)))
    names = (" ".join(name.split()).removesuffix("'s").removesuffix("’s") for name in found)
    return tuple(name for name in names if not _is_time(name))


def _is_time(name: str) -> bool:
    """Tell whether a name is when something was said: "a report from October"."""
    first = fold(name.split()[0])
    return first in MONTH or first in WEEKDAY


def find_credits(text: str, outlets: frozenset[str]) -> tuple[Mention, ...]:
    """Return the outlets that a sentence credits with what it tells."""
    text = _plain(text)
    return tuple(mention for mention in find_mentions(text, outlets) if _is_credited(text, mention.span))


def _plain(text: str) -> str:
    """The beginning of a sentence with plain spaces, every character still in its place."""
    return text[:LONGEST].replace("\u00a0", " ").replace("\u202f", " ")


def _is_credited(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    if _OWN_STORY.match(after.lstrip()) and not _BEFORE.search(before):
        return False
    return bool(_BEFORE.search(before) or _AFTER.match(after))
