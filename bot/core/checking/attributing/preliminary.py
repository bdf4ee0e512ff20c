"""Whether a claim states as settled what its evidence has from preliminary findings only.

"According to preliminary data" qualifies all of its sentence, and not the words beside it as other hedges do.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.checking.attributing.lost_words import Text
from bot.core.checking.attributing.marked_words import Phrases, forms, phrases
from bot.core.checking.attributing.report_parts import left_edge, right_edge
from bot.core.models import Finding

_SHARED = 0.6
"""Share of the words of a claim that stand in the clause which a phrase qualifies."""
_FEWEST = 2


def _pairs(adjectives: str, nouns: str) -> str:
    return "|".join(f"{first} {second}" for first in adjectives.split() for second in nouns.split())


_PHRASES: Mapping[str, Phrases] = {
    "en": phrases(
        _pairs(
            "preliminary provisional early initial first",
            "data findings results information indications reports estimates estimate evidence figures assessment",
        )
    ),
    "de": phrases(
        _pairs("vorläufigen ersten", "erkenntnissen angaben informationen ergebnissen schätzungen ermittlungen"),
        _pairs("vorläufiger erster", "schätzung einschätzung erkenntnis"),
    ),
    "es": phrases(
        _pairs("primeros", "datos indicios informes resultados cálculos"),
        _pairs("primeras", "informaciones investigaciones estimaciones averiguaciones pesquisas"),
        _pairs("datos resultados informes cálculos", "preliminares provisionales"),
        _pairs("informaciones investigaciones estimaciones", "preliminares provisionales"),
    ),
    "fr": phrases(
        _pairs("premiers", "éléments résultats indices chiffres"),
        _pairs("premières", "informations constatations estimations"),
        _pairs("éléments résultats chiffres informations constatations estimations", "préliminaires provisoires"),
    ),
    "ru": phrases(
        _pairs("предварительным первым", "данным сведениям оценкам подсчётам результатам"),
        _pairs("предварительной первой", "информации оценке версии"),
    ),
    "ar": phrases(_pairs("معلومات بيانات نتائج تحقيقات تقديرات", "أولية")),
}
_KEEPING: Mapping[str, frozenset[str]] = {
    "en": forms("preliminary preliminarily provisional provisionally early initial initially first tentative so"),
    "de": forms("vorläufig vorläufige vorläufigen vorläufiger ersten erste erster bisher bislang"),
    "es": forms("preliminar preliminares provisional provisionales provisionalmente primeros primeras inicial"),
    "fr": forms("préliminaire préliminaires provisoire provisoires premiers premières initiales initiaux"),
    "ru": forms("предварительно предварительным предварительной предварительные предварительная первым первой пока"),
    "ar": forms("الأولية أولية أولي مبدئيا مبدئية مبدئي حتى"),
}
_KINDS = frozenset({"possible", "likely", "alleged", "expected"})
"""Hedges that will do instead."""


def lost_phrases(sentence: Text, claim: Text, *, language: str) -> tuple[Finding, ...]:
    """Return the phrases of a sentence that call preliminary what a claim states without a word of doubt.

    Code: attribution.hedge, with the phrase as the source writes it.
    """
    mine = {root for root in claim.roots if root}
    hedged = any(marker.kind in _KINDS for marker in claim.markers)
    if hedged or _KEEPING[language] & set(claim.line.forms) or len(mine) < _FEWEST:
        return ()
    found = []
    for at in range(len(sentence.line.words)):
        size = sentence.line.phrase_at(at, _PHRASES[language])
        if not size or sentence.line.quoted[at]:
            continue
        clause = sentence.roots[left_edge(sentence.line, at) : right_edge(sentence.line, at, sentence.cues)]
        if len(mine & set(clause)) >= max(_FEWEST, _SHARED * len(mine)):
            words = sentence.line.span(at, at + size).of(sentence.line.text)
            found.append(Finding(check="attribution", code="attribution.hedge", words=words))
    return tuple(found)
