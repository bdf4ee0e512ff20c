"""From a checked brief to the reply: headline, numbered claims with their markers, differences, sources, evidence."""

from __future__ import annotations

from bot.core.message.citing import MAX_TITLE, Citing, gather_evidence, list_source
from bot.core.message.document import Block, Bold, Bullet, Document, Heading, Numbered, Paragraph, Span, Text
from bot.core.message.notes import closing, notes
from bot.core.message.overview import count_origins
from bot.core.message.safety import clip, show
from bot.core.message.standing import Standings
from bot.core.message.words import Words
from bot.core.models import Brief, Claim, Difference, Version


def compose(brief: Brief, texts: Words) -> Document:
    """Return the whole reply.

    Claims are numbered from 1 in their order, so that a reader can ask about one; each ends with one marker for each
    source, and with a remark where no two independent origins stand behind it. All words of our own come from `texts`.
    """
    citing = Citing(brief=brief, words=texts)
    blocks: list[Block] = []
    blocks += _headline(brief, citing)
    blocks.append(Paragraph(spans=(Text(text=count_origins(brief, texts)),)))
    standings = Standings.of(brief)
    blocks += [_state(claim, number, standings, citing) for number, claim in enumerate(brief.claims, 1)]
    blocks += standings.below(texts)
    if not brief.claims:
        blocks.append(Paragraph(spans=(Text(text=texts.say("no-statements")),)))
    if brief.differences:
        blocks.append(Heading(spans=(Text(text=texts.say("differences-title")),)))
        blocks += [_contrast(difference, number, citing) for number, difference in enumerate(brief.differences, 1)]
    blocks.append(Heading(spans=(Text(text=texts.say("sources-title")),)))
    blocks += [list_source(source, citing) for source in brief.sources]
    if evidence := gather_evidence(citing):
        blocks.append(evidence)
    return Document(language=brief.language, blocks=(*blocks, *notes(brief, texts), closing(brief, texts)))


def _headline(brief: Brief, citing: Citing) -> tuple[Block, ...]:
    """Return the headline; the words of a source stand in quotation marks: what they load is not ours."""
    headline = clip(show(brief.headline), limit=MAX_TITLE)
    if not headline:
        return ()
    if brief.headline_from is None:
        return (Heading(level=1, spans=(Text(text=headline),)),)
    say = citing.words.say
    marked = say("quote-open") + citing.within_marks(headline) + say("quote-close")
    return (Heading(level=1, spans=(citing.foreign(marked),)),)


def _state(claim: Claim, number: int, standings: Standings, citing: Citing) -> Numbered:
    said = _words(claim.text, contrast=(), quoted_from=claim.quoted_from, citing=citing)
    markers = citing.markers(claim, place=f"claim-{number}")
    return Numbered(number=number, spans=(*said, *markers, *standings.behind(number, citing.words)))


def _contrast(difference: Difference, number: int, citing: Citing) -> Bullet:
    """Put the versions side by side, without a verdict."""
    spans: list[Span] = []
    for index, version in enumerate(difference.versions, 1):
        if spans:
            spans.append(Text(text=citing.words.say("overview-separator")))
        spans += _words(version.text, contrast=_ranges(version), quoted_from=version.quoted_from, citing=citing)
        spans += citing.markers(version, place=f"difference-{number}-{index}")
    return Bullet(spans=tuple(spans))


def _words(
    text: str, *, contrast: tuple[tuple[int, int], ...], quoted_from: int | None, citing: Citing
) -> tuple[Span, ...]:
    """Return a statement: our own wording as it stands, a sentence of a source as a quotation of its outlet."""
    if quoted_from is None:
        return _emphasised(text, contrast, citing)
    say = citing.words.say
    return (
        citing.foreign(citing.outlet(quoted_from)),
        Text(text=say("colon") + say("quote-open")),
        *_emphasised(citing.within_marks(text), contrast, citing),
        Text(text=say("quote-close")),
    )


def _emphasised(text: str, contrast: tuple[tuple[int, int], ...], citing: Citing) -> tuple[Span, ...]:
    isolated = citing.foreign(text).isolated
    spans: list[Text] = []
    done = 0
    for start, end in contrast:
        spans.append(Text(text=text[done:start], isolated=isolated))
        spans.append(Bold(text=text[start:end], isolated=isolated))
        done = end
    return tuple(span for span in (*spans, Text(text=text[done:], isolated=isolated)) if span.text)


def _ranges(version: Version) -> tuple[tuple[int, int], ...]:
    """Return the contrasting ranges in order, none beyond the text, none over another."""
    kept: list[tuple[int, int]] = []
    for span in sorted(version.contrast, key=lambda span: span.start):
        start, end = max(span.start, kept[-1][1] if kept else 0), min(span.end, len(version.text))
        if start < end:
            kept.append((start, end))
    return tuple(kept)
