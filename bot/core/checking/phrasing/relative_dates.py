"""Dates that mean nothing to a later reader: "next Friday", "last week", "heute", "завтра"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.models import Span

_EN_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_EN_MONTHS = "january february march april may june july august september october november december"
_DE_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
_DE_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"
_ES_DAYS = "lunes martes miércoles jueves viernes sábado domingo"
_ES_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_FR_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_FR_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"

TIMES = {
    language: frozenset(words.split())
    for language, words in {
        "en": f"{_EN_DAYS} {_EN_MONTHS} week weekend month year quarter decade century season summer autumn fall "
        "winter spring morning afternoon evening night time",
        "de": f"{_DE_DAYS} {_DE_MONTHS} woche wochen wochenende monat monats jahr jahres quartal jahrzehnt jahrhundert "
        "sommer herbst winter frühjahr frühling tage tagen abend nacht mal",
        "es": f"{_ES_DAYS} {_ES_MONTHS} semana mes año trimestre década siglo verano otoño invierno primavera mañana "
        "tarde noche vez fin",
        "fr": f"{_FR_DAYS} {_FR_MONTHS} semaine mois année trimestre décennie siècle été automne hiver printemps matin "
        "soir nuit fois week weekend week-end",
        "ru": "неделя неделе неделю месяц месяца месяце год году года лето осень зима весна летом осенью зимой весной "
        "утро вечер ночь раз выходные",
    }.items()
}
"""Nouns of time, in the languages that are read."""


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


# A weekday or month has its capital in English: "may" and "march" are verbs as well.
_EN_UNIT = _any(
    f"weekend week month year quarter summer autumn fall winter spring {f'{_EN_DAYS} {_EN_MONTHS}'.title()}"
)
_EN = (
    r"\b[Yy]esterday\b|\btoday\b|^Today\b|\b[Tt]omorrow\b|\b[Tt]onight\b|\b[Ll]ast night\b",
    r"\b[Tt]his (?:morning|afternoon|evening)\b",
    rf"(?<![Tt]he )\b(?:[Nn]ext|[Ll]ast|[Tt]his past|[Tt]his coming|[Tt]his) (?:{_EN_UNIT})\b(?! of\b)",
    rf"\b[Tt]he (?:coming|past) (?:{_EN_UNIT})\b(?! of\b)",
    r"\b(?:[^\W\d_]{1,12}|\d{1,3}) (?:days?|weeks?|months?) ago\b",
)
_DE_UNIT = _any(
    "Wochenende Woche Monat Monats Jahr Jahres Quartal Sommer Herbst Winter Frühjahr Frühling "
    f"{_DE_DAYS.title()} {_DE_MONTHS.title()}"
)
_DE = (
    r"\b(?:[Vv]or)?[Gg]estern\b|\b[Hh]eute\b|(?<![Gg]uten )\bmorgen\b|\b[Üü]bermorgen\b",
    r"\b[Mm]orgen (?:früh|Abend|Mittag|Vormittag|Nachmittag)\b",
    rf"\b(?:[Nn]ächst|[Ll]etzt|[Vv]ergangen|[Kk]ommend|[Vv]orig|[Dd]ies)e[rnsm]? (?:{_DE_UNIT})\b"
    r"(?! (?:des|der|vor|im)\b)",
    r"\b[Vv]or (?:[^\W\d_]{1,12}|\d{1,3}) (?:Tagen|Wochen|Monaten)\b|\b[Vv]or eine[mr] (?:Tag|Monat|Woche)\b",
)
_ES_UNIT = _any(f"semana mes año trimestre verano otoño invierno primavera {_ES_DAYS} {_ES_MONTHS}")
_ES = (
    r"\b[Aa]yer\b|\b[Aa]nteayer\b|\b[Aa]noche\b|\b[Hh]oy\b",
    r"(?<!\bla )(?<!\buna )(?<!\besa )(?<!\besta )\bmañana\b(?! siguiente)",
    rf"\b(?:próxim[oa]|pasad[oa]) (?:{_ES_UNIT})\b(?! de\b)|\b(?:{_ES_UNIT}) (?:próxim[oa]|pasad[oa]|que viene)\b",
    rf"\b[Ee]st[ea] (?:mañana|tarde|noche|fin de semana|{_ES_UNIT})\b",
    r"\b[Hh]ace (?:[^\W\d_]{1,12}|\d{1,3}) (?:días?|semanas?|mes(?:es)?)\b",
)
_FR_UNIT = _any(f"week-end semaine mois année an trimestre été automne hiver printemps {_FR_DAYS} {_FR_MONTHS}")
_FR = (
    r"\b(?:[Aa]vant-)?[Hh]ier\b|\b[Aa]ujourd['’]hui\b|\b(?:[Aa]près-)?[Dd]emain\b",
    rf"\b(?:{_FR_UNIT}) (?:derni(?:er|ère)|prochaine?|passée?)\b|\b[Cc]e(?:t|tte)? (?:{_FR_UNIT})\b(?!-là)",
    r"\b[Cc]e (?:matin|soir)\b|\b[Cc]ette nuit\b",
    r"\b[Ii]l y a (?:[^\W\d_]{1,12}|\d{1,3}) (?:jours?|semaines?|mois)\b",
)
_RU_UNIT = (
    "недел[еиюя]|месяц[еа]?|год[уа]?|лет[оа]|летом|осень[ю]?|зим[ауойы]{1,2}|весн[ауойы]{1,2}|понедельник|вторник|"
    "сред[уаы]|четверг|пятниц[уаы]|суббот[уаы]|воскресенье|выходны[ех]|январ[еья]|феврал[еья]|март[еа]|апрел[еья]|"
    "ма[еяй]|июн[еья]|июл[еья]|август[еа]|сентябр[еья]|октябр[еья]|ноябр[еья]|декабр[еья]"
)
_RU = (
    r"\b(?:[Пп]оза)?[Вв]чера\b|\b[Сс]егодня\b|\b(?:[Пп]осле)?[Зз]автра\b",
    rf"\b(?:[Пп]рошл|[Сс]ледующ|[Мм]инувш|[Бб]лижайш|[Бб]удущ|[Ээ]т)\w{{1,3}} (?:{_RU_UNIT})\b",
    r"\b(?:[^\W\d_]{1,12}|\d{1,3}) (?:дн(?:я|ей)|недел[ьи]|месяц(?:а|ев)) назад\b",
    r"\b(?:[Нн]еделю|[Мм]есяц|[Дд]ень) назад\b",
)
_RELATIVE = {
    language: re.compile("|".join(patterns))
    for language, patterns in {"en": _EN, "de": _DE, "es": _ES, "fr": _FR, "ru": _RU}.items()
}
_MONTHS = _any(f"{_EN_MONTHS.title()} {_DE_MONTHS.title()} {_ES_MONTHS} {_FR_MONTHS}")
# "last Friday, May 3" and "last May 2025" say which; so does "next week (from May 3)".
_ANCHOR = re.compile(
    rf"^[\s,(–—-]{{1,3}}(?:[^\W\d]{{1,6}} ){{0,2}}(?:(?:19|20)\d\d\b|(?:{_MONTHS})\.? \d|"
    rf"\d{{1,2}}(?:\.|st|nd|rd|th|er)? (?:de |of )?(?:{_MONTHS}|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)|"
    r"\d{1,2}[./]\d{1,2}[./])",
)
_ANCHOR_REACH = 40
_LONGEST = 5_000


def relative_dates(text: str, language: str) -> Iterator[Span]:
    """Yield where a text says when something is by the day it was written, and no date beside it tells which day.

    `language` is a primary subtag; English, German, Spanish, French and Russian are read. A bare weekday passes.
    """
    pattern = _RELATIVE.get(language)
    if pattern is None:
        return
    for match in pattern.finditer(text[:_LONGEST]):
        if not _ANCHOR.match(text[match.end() : match.end() + _ANCHOR_REACH]):
            yield Span(start=match.start(), end=match.end())
