"""Turns what stands where authors are named into their names: no "By", no roles, no addresses, each once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from bot.core.checking.quantities.months import MONTHS
from bot.core.checking.quantities.tokens import key_of
from bot.core.message.safety import show

_MAX_TEXT: Final = 400
_MAX_NAME: Final = 80
_MAX_WORDS: Final = 7
_MAX_AUTHORS: Final = 10

_LEADING: Final = re.compile(
    r"(?:(?:written|reported|words|story|text|texte|texto|tekst|testo|posted|published|autor(?:in|en|es)?|author|"
    r"auteur|autore|автор|авторы|текст|автори|forfatter|skrevet|yazar|penulis|oleh|kirjoittaja|tác giả)s?"
    r"(?: by| von| par| por| di| av| af|(?=\s*[:：|]))|(?:view |see |read )?(?:all |more )?"
    r"(?:posts |articles |stories )?by|przez|tekijä|بقلم|كتب[ته]?|كتبه|المصدر)(?:\s*[:：|]\s*|\s+)"
    r"|(?:(?:eine?|das|un[ae]?)\s+)?(?:interview|kommentar|gastkommentar|gastbeitrag|analyse|kolumne|essay|glosse|"
    r"reportage|leitartikel|rezension|analysis|opinion|commentary|review|column|chronique|tribune|entrevista|intervista)"
    r"(?:\s*[:：|]\s*|\s+(?:von|by|par|por|di|da)\s+)"
    r"|(?-i:SOURCE)\s+"
    r"|(?:文|撰文|作者|記者|记者|編輯|编辑|本报记者|責任編集|執筆|取材・文)\s*[:：/／|｜]?\s*",
    re.IGNORECASE,
)
# These also begin names: "Von der Leyen", "Di Maio".
_PREPOSITION: Final = re.compile(r"(von|vom|par|por|di|da|door|van|av|af|från|fra|od|от|від)\s+(?=\S)", re.IGNORECASE)
_SPLIT: Final = re.compile(
    r"\s*(?:[;|｜、；•·\n\t/／]|&|,(?!\s*(?:Jr|Sr|PhD|Ph\.D|MD|M\.D|Esq|II|III)\b)|，|\+)\s*"
    r"|\s+(?:and|AND|und|UND|et|ET|og|OG|och|OCH|oraz|ja|és|și|και|ve|dan|with|mit|avec|та|й|і|و)\s+"
)
# "Ortega y Gasset" and "Costa e Silva" are one name: these words part two only where both have two words or more.
_SPLIT_BETWEEN_FULL_NAMES: Final = re.compile(r"\s+(?:y|Y|e|E|i|a|en|и|И|と)\s+")
_DEGREES: Final = re.compile(r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|RN|RDN?|CFA|CFP|Esq\.?|J\.?D\.?|MPH|DDS)(?=\W|$).*")
_CREDENTIAL: Final = re.compile(
    r"(?:[BM]\.?[AS]|[BM]Sc|MPH|MBA|LLM|RDN?|RN|LPN|Ph\.?D|M\.?D|D\.?O|J\.?D|CPA|CFA|CFP|CSCS|LMFT|LCSW|[MF]RC(?:P|GP|S))\.?"
)
_ADDRESS: Final = re.compile(r"\(?<?[\w.+-]{1,64}@[\w.-]{1,100}>?\)?|@\w{1,60}|\b(?:https?://|www\.)\S*", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\s*[(\[（【〔「][^()\[\]（）【】〔〕「」]{0,60}[)\]）】〕」]\s*")
_AFTER: Final = re.compile(
    r"\s+(?:[–—→»-]|@)(?:\s.*|$)|\s+(?:in|aus|à|en|em|at|for|für|til|til|i|w|из|dans|from|for)\s+[A-ZÄÖÜÉÁÅØŁА-Я].*"
    r"|\s+(?:\d|updated|published|posted|aktualisiert|publié|actualizado|publicado|pubblicato|опубликовано).*",
)
_KOREAN: Final = re.compile(
    r"([가-힣]{2,4})\s*(?:선임|전문|수습|인턴|논설|편집|객원)?\s*(?:기자|특파원|논설위원|에디터)"
)
_ASIAN_ROLE: Final = re.compile(r"\s*(?:特派員|記者|记者|編集委員|論説委員|通信员|特约撰稿)$")
_QUALIFIERS: Final = frozenset(
    """
    senior junior chief editorial deputy managing associate assistant staff special political politics business science
    health sports sport world foreign diplomatic economics economic news features feature investigative data national
    security
    environment technology tech crime education culture defence defense legal home affairs local regional city general
    contributing freelance guest lead executive digital multimedia social media european
    """.split()
)
_ROLE: Final = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|journalists?|columnists?|contributors?|producers?|photographers?|"
    r"newsroom staff|staff|chief|anchor|fellow|professor|analyst|freelance\w*|bureau|presenter|director|author|"
    r"redakt(?:eur|øre?|ör)\w*|korrespondent\w*|journalist\w*|autor(?:in)?|reporter\w*|chefredakt\w*|volont\w+|"
    r"ressortleit\w+|journaliste|rédact\w+|correspondante?|grand reporter|corresponsal|periodista|redactora?|"
    r"giornalista|inviat[oa]|caporedattore|jornalista|repórter|correspondente|colunista|dziennikar\w+|redaktor\w*|"
    r"корреспондент\w*|журналист\w*|редактор\w*|обозреватель|кореспондент\w*|muhabir\w*|editör\w*|toimittaja\w*|"
    r"novinář\w*|redaktork?a|wartawan|jurnalis|phóng viên|foto\w*|photos?|video|grafik\w*|infografik\w*)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = frozenset(
    """
    admin administrator user author editor staff online web news unknown anonymous guest none null n/a undefined
    wordpress root webmaster default redazione redacción redaction rédaction redaktion redaktionen redakcja редакция
    follow more share author authors print email facebook twitter instagram linkedin website contributor contributors
    read view min business sports editorial
    """.split()
)
_NO_NAME_IN: Final = re.compile(
    r"https?:|www\.|[@<>{}=\\#*_\d]|\bcopyright\b|©|all rights|^\S+\.[a-z]{2,6}$|報導|报道|報道|编译|綜合|"
    r"\b(?:read more|follow|subscribe|sign up|comments?|minutes? ago|hours? ago|updated|published|share)\b",
    re.IGNORECASE,
)
_AGENCIES: Final = frozenset(
    "dpa afp reuters ap apa ansa efe lusa belga ntb tt ritzau sda keystone-sda pap čtk ctk tass тасс interfax "
    "интерфакс xinhua ians pti ani kyodo yonhap upi bloomberg dts epd kna sid cna aap pa stt tasr mti agerpres".split()
)
_EDGES: Final = " \t.,:;|–—-\"'“”„«»*·•"
_LETTER: Final = re.compile(r"[^\W\d_]")


def names_in(texts: Iterable[str], *, outlets: frozenset[str] = frozenset()) -> list[str]:
    """Return the names in texts that name authors, in order, each once.

    `outlets` are folded names (see `fold`) of the outlet itself, which is no author.
    """
    found: dict[str, str] = {}
    for text in texts:
        for name in _parts(text):
            key = fold(name)
            if key and key not in outlets and len(found) < _MAX_AUTHORS:
                found.setdefault(key, name)
    return list(found.values())


def fold(text: str) -> str:
    """Return the letters and digits of a text without case: two names that read the same are the same."""
    return "".join(char for char in text.casefold() if char.isalnum())


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency that we know, which may be written small."""
    return name.casefold() in _AGENCIES


def _parts(text: str) -> list[str]:
    text = show(html.unescape(text[:_MAX_TEXT]))
    korean = _KOREAN.findall(text)
    if korean:
        return korean
    text = _without_lead(_ASIDE.sub(" ", _ADDRESS.sub(" ", text)).strip(" :,"))
    parts = [whole for part in _SPLIT.split(text) for whole in _between_full_names(part)]
    cleaned = (_bare(part) for part in parts)
    return [name for name in cleaned if _is_name(name)]


def _without_lead(text: str) -> str:
    text = _LEADING.sub("", text, count=1) if _LEADING.match(text) else text
    word = _PREPOSITION.match(text)
    rest = text[word.end() :] if word else ""
    if word is None or is_agency(rest):
        return rest or text
    is_surname = rest[0].islower() or (word[1][0].isupper() and (" " not in rest or word[1] == "Da"))
    return text if is_surname else rest


def _between_full_names(text: str) -> list[str]:
    parts = _SPLIT_BETWEEN_FULL_NAMES.split(text)
    return parts if all(len(part.split()) > 1 and _may_be_name(part) for part in parts) else [text]


def _may_be_name(text: str) -> bool:
    """In scripts with capitals a name has one."""
    return text != text.lower() or text.lower() == text.upper()


def _bare(part: str) -> str:
    """A name without what is before and behind it."""
    name = _without_lead(part.strip())
    name = _ASIAN_ROLE.sub("", _AFTER.sub("", _DEGREES.sub("", name)))
    if key_of(name) in MONTHS and name != part:
        return ""  # what is left of a date
    role = _ROLE.search(name)
    if role and role.start() > 0:
        name = _before_role(name, role)
    return _without_article(name.strip(" \t.,:;|–—-*·•").strip("\"'") if _is_balanced(name) else name.strip(_EDGES))


def _is_balanced(name: str) -> bool:
    """Whether quotation marks in a name, such as that of a paper, come in pairs."""
    return all(name.count(opener) == name.count(closer) for opener, closer in ("«»", "“”")) and name.count("„") in {
        0,
        name.count("“"),
    }


def _without_article(name: str) -> str:
    return name[4:] if name.startswith("the ") else name


def _before_role(name: str, role: re.Match[str]) -> str:
    """ "Mary Shelley Chief Reporter" is a name and a role, "Chief Reporter" a role, "Transport Staff" the only name."""
    words = name[: role.start()].replace(",", " ").split()
    while words and words[-1].casefold().strip("-–—|") in {*_QUALIFIERS, ""}:
        words.pop()
    if not words:
        return ""
    return " ".join(words) if len(words) > 1 or is_agency(words[0]) else name


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= _MAX_NAME or len(name.split()) > _MAX_WORDS or not _LETTER.search(name):
        return False
    if is_agency(name):
        return True
    if name.casefold() in _NO_NAME or _NO_NAME_IN.search(name) or _ROLE.fullmatch(name) or _CREDENTIAL.fullmatch(name):
        return False
    # A stray word or a handle has no capital; neither have the few people who write themselves small.
    return _may_be_name(name) or " " in name
