"""A whole brief once more, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.article_ids import article_id
from bot.core.completing import complete
from bot.core.headlines import headline_holds
from bot.core.knowledge import Knowledge
from bot.core.models import Brief, Claim, Evidence, Sentence, Source
from bot.core.rechecking.claims import is_repeat, recheck_claim
from bot.core.rechecking.comparisons import recheck_differences, recheck_origins
from bot.core.rechecking.flaws import Flaw, Rechecked, Stored, altered, citable
from bot.core.writing.extractive import choose_headline


def recheck(stored: Stored, *, knowledge: Knowledge) -> tuple[Rechecked, ...]:
    """Return every part of a brief with what does not hold of it: sources, headline, claims, then the rest."""
    return tuple(_parts(stored, knowledge))


def _parts(stored: Stored, knowledge: Knowledge) -> Iterator[Rechecked]:
    brief, known = stored.brief, citable(stored.brief.sources)
    for source, cut in zip(brief.sources, stored.cuts, strict=True):
        yield Rechecked("source", source.number, tuple(_source_flaws(source, cut)))
    yield Rechecked("headline", 1, tuple(_headline_flaws(brief, knowledge)))
    for number, claim in enumerate(brief.claims, 1):
        yield recheck_claim(claim, number, brief, known=known, knowledge=knowledge)
    yield from recheck_differences(brief, known=known, knowledge=knowledge)
    yield from recheck_origins(brief, known=known, knowledge=knowledge)
    quoted = tuple(altered([each.evidence for each in brief.also_quoted], known))
    yield Rechecked("also_quoted", 1, quoted)
    yield from _completion(brief, known, knowledge)


def _source_flaws(source: Source, cut: tuple[Sentence | None, tuple[Sentence, ...]]) -> Iterator[Flaw]:
    if source.article.id != article_id(source.article.text):
        yield Flaw("recheck.article_altered")
    headline, sentences = cut
    if headline != source.headline:
        yield Flaw("recheck.cut_otherwise", headline.text if headline else "")
    ours = set(source.sentences)
    yield from (Flaw("recheck.cut_otherwise", each.text) for each in sentences if each not in ours)
    if len(sentences) != len(source.sentences):
        yield Flaw("recheck.sentences_lost")


def _headline_flaws(brief: Brief, knowledge: Knowledge) -> Iterator[Flaw]:
    if brief.headline_from is not None:
        told = (brief.headline, brief.headline_from)
        holds = told == choose_headline(brief.sources, loaded=knowledge.loaded)
    else:
        holds = headline_holds(
            brief.headline, brief.claims, brief.sources, language=brief.language, knowledge=knowledge
        )
    if not holds:
        yield Flaw("recheck.headline", brief.headline)


def _completion(brief: Brief, known: Mapping[str, Evidence], knowledge: Knowledge) -> Iterator[Rechecked]:
    """Roots and further speakers follow from claims whose evidence is sound; of others nothing follows.

    Nor of a claim that stands twice: it only moves those behind it away from the top, where other origins count.
    """
    versions = (version.evidence for difference in brief.differences for version in difference.versions)
    resting = (*(claim.evidence for claim in brief.claims), *versions)
    if any(list(altered(evidence, known)) for evidence in resting):
        return
    once = _once(brief.claims)
    expected = complete(brief.model_copy(update={"claims": tuple(once.values())}), knowledge=knowledge)
    for (number, claim), anew in zip(once.items(), expected.claims, strict=True):
        if claim.roots != anew.roots:
            yield Rechecked("claim", number, (Flaw("recheck.roots"),))
    if brief.also_quoted != expected.also_quoted:
        yield Rechecked("also_quoted", 1, (Flaw("recheck.also_quoted"),))


def _once(claims: Sequence[Claim]) -> dict[int, Claim]:
    """Return the claims by their number, each statement once."""
    return {
        number: claim
        for number, claim in enumerate(claims, 1)
        if not any(is_repeat(claim, other) for other in claims[: number - 1])
    }
