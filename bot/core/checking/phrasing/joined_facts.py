"""Two facts in one claim: two sentences, or two clauses with subjects and verbs of their own. English only."""

from __future__ import annotations

import re
from itertools import islice

_LONGEST = 1_000
_MOST_JOINTS = 12
_SENTENCE_END = re.compile(
    r"(?:\b[^\W\d_A-Z][^\W\d_]{2,30}[\"”’)]{0,2}[.!?][\"”’)]{0,2}\s+(?=[A-Z\"“])"
    r"|\b[^\W\d_]{4,30}[.!?][\"”’)]{0,2}\s+(?=(?:The|A|An|He|She|It|They|This|These|In|On|But|And|However|Its|His|Her)\s))"
)
_JOINT = re.compile(r"(;)\s+|,?\s(and|but)\s|,\s(while|whereas)\s")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_FINITE = frozenset(
    "is are was were has have had will would can could may might must does did said says told became began came died "
    "fell gave ran rose sank showed stood took went won wrote grew knew saw spoke flew drew".split()
)
"""Verbs that are no participles: "the fourth person killed" is no clause."""
_PRESENT = frozenset(
    "want wants oppose opposes seek seeks intend intends refuse refuses become becomes agree agrees receive receives "
    "require requires expect expects belong belongs depend depends consist consists exist exists tend tends".split()
)
"""Verbs in the present that are no nouns: "plans", "calls" and "needs" are left out."""
_VERBS = _FINITE | _PRESENT
_SAYING = frozenset("said says told wrote".split())
_AFTER_SAYING = 4
"""Words behind a verb of saying from which it opens a report; fewer close one ("..., the ministry said in May")."""
_LISTED = 4
"""Words that one piece of a list has at most."""
_DATE = re.compile(
    r",\s(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?:\s\d{1,2})?(?:,?\s\d{4})?,?\s?$"
    r"|,\s\d{4},?\s?$"
)
"""A date beside a weekday or a place, which is no piece of a list."""
_NO_VERB = frozenset("and or but of in on at by for to with from as the a an who which that".split())
_SUBJECT_STARTS = frozenset("the a an two three four five several many some police officials its".split())
_REPORTING = re.compile(
    r"\b(?:said|says|told|announced|reported|according|added|denied|believes?|argued|claims?|alleged|warned|hopes?|"
    r"expects?|accused|showed|found|that|if|when|who|which|whether|because|after|before|as)\b"
)
_SUBJECT_REACH = 6
_PLURAL = re.compile(r"[a-z]{2,}(?:[^sui]s|people|men|women|children)|people|men|women|children|police")
_NO_MODIFIER = re.compile(r"[a-z]+(?:s|ed|ing|ly)")
_PLURAL_REACH = 3
"""Words of a plural subject without an article: "opposition members"."""
_PLURAL_VERBS = _PRESENT | frozenset("are were have had will would can could may might must".split())
_STAGES = frozenset(
    "arrested detained charged indicted tried convicted acquitted sentenced jailed fined released deported".split()
)
"""Stages of a case at law: each is a fact of its own."""
_STAGE_PAIR = re.compile(r"\b([a-z]+ed)(?:,? and (?:later |then |subsequently )?(?:was |were )?)([a-z]+ed|tried)\b")


def joined_fact(text: str) -> str:
    """Return the words with which a second, independent fact begins in a claim, "" where it states one.

    Counted are a second sentence, a clause with a subject and a verb of its own behind "and", "but", "while" or a
    semicolon (a plural noun without an article is a subject only behind a comma), and two stages of a case ("arrested
    and charged"). Lists, "shot and killed", and what one speaker says in one breath are one. In doubt it is one: who
    is told of two facts can only split them.
    """
    text = text[:_LONGEST]
    ended = _SENTENCE_END.search(text)
    if ended:
        return text[ended.end() :].strip()
    for stages in _STAGE_PAIR.finditer(text):
        if {stages.group(1), stages.group(2)} <= _STAGES and stages.group(1) != stages.group(2):
            return stages.group()
    joints = islice(_JOINT.finditer(text), _MOST_JOINTS)
    return next((text[joint.start() :].strip(" ,;") for joint in joints if _parts(text, joint)), "")


def _parts(text: str, joint: re.Match[str]) -> bool:
    before, after = text[: joint.start()], text[joint.end() :]
    if _REPORTING.search(before) or not _has_verb(_WORD.findall(before)) or _lists(before):
        return False
    return _opens_clause(after) or (_is_parted(text, joint) and _opens_plural_clause(_WORD.findall(after)))


def _lists(before: str) -> bool:
    """Tell whether a list runs up to here: "Norvia, Lune (and Tessel)"."""
    pieces = _DATE.sub("", before).rstrip(" ,").split(",")
    last = _WORD.findall(pieces[-1])
    return len(pieces) > 1 and len(last) <= _LISTED and not _has_verb(["", *last])


def _has_verb(words: list[str]) -> bool:
    return any(word in _VERBS for word in words[1:])


def _opens_clause(after: str) -> bool:
    """Tell whether what follows begins with a subject of its own and soon has its verb."""
    words = _WORD.findall(after)
    if not words:
        return False
    if not words[0][:1].isupper() and words[0] not in _SUBJECT_STARTS and not words[0].isdigit():
        return False
    for place, word in enumerate(words[1 : 1 + _SUBJECT_REACH], 1):
        if word in _VERBS:
            closes = word in _SAYING and len(words) - place <= _AFTER_SAYING
            return words[place - 1] not in _NO_VERB and not closes
        if word in {"who", "which", "that", "and", "or"}:
            return False
    return False


def _is_parted(text: str, joint: re.Match[str]) -> bool:
    """Tell whether a comma or a semicolon stands before what follows: without one, nouns behind "and" are a list."""
    return text[joint.start()] in ",;"


def _opens_plural_clause(words: list[str]) -> bool:
    """Tell whether what follows begins with a plural noun that has no article, and a verb in the plural after it."""
    for place, word in enumerate(words[:_PLURAL_REACH]):
        if _PLURAL.fullmatch(word):
            return place + 1 < len(words) and words[place + 1] in _PLURAL_VERBS
        if word in _NO_VERB or word in _VERBS or _NO_MODIFIER.fullmatch(word):
            return False
    return False
