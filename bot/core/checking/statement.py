"""A drafted text beside the sentences it cites, so that each check reads the same thing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.models import Sentence, Source

_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Passage:
    """What a statement cites of one source: the cited sentences, in order, and those around them."""

    source: Source
    cited: tuple[Sentence, ...]

    @property
    def window(self) -> tuple[Sentence, ...]:
        """The cited sentences, the one before and after each, and the headline."""
        sentences, labels = self.source.sentences, {sentence.label for sentence in self.cited}
        places = [place for place, sentence in enumerate(sentences) if sentence.label in labels]
        near = sorted({at for place in places for at in (place - 1, place, place + 1) if 0 <= at < len(sentences)})
        headline = (self.source.headline,) if self.source.headline else ()
        return (*headline, *(sentences[at] for at in near))


@dataclass(frozen=True, slots=True)
class Statement:
    """A text with its evidence resolved: `labels` as drafted, each once; `passages` for those that exist."""

    text: str
    labels: tuple[str, ...]
    passages: tuple[Passage, ...]
    language: str = "und"
    """The language of the text, a BCP 47 tag; the sources may be in others."""
    attribution: str | None = None
    """Who a draft says it comes from; the text may say it in other words, or not at all."""

    @property
    def cited(self) -> tuple[Sentence, ...]:
        """All cited sentences, by source and place."""
        return tuple(sentence for passage in self.passages for sentence in passage.cited)


def resolve(
    text: str,
    labels: Iterable[str],
    sources: Sequence[Source],
    *,
    language: str = "und",
    attribution: str | None = None,
) -> Statement:
    """Return the statement that `text` with `labels` is; labels that no source has are kept in `labels` only."""
    wanted = tuple(dict.fromkeys(labels))
    passages = []
    for source in sources:
        cited = [source.by_label[label] for label in wanted if label in source.by_label]
        if cited:
            passages.append(Passage(source=source, cited=tuple(sorted(cited, key=lambda sentence: sentence.index))))
    return Statement(
        text=cleaned(text), labels=wanted, passages=tuple(passages), language=language, attribution=attribution
    )


def cleaned(text: str) -> str:
    """Return drafted text without invisible characters and needless spaces; line breaks stay, for C1 to see.

    Characters that join letters in Persian or Hindi are kept between letters, where they are spelling.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split(" ")).strip()
    kept = [char for place, char in enumerate(text) if _visible(text, place, char)]
    lines = "".join(kept).strip().splitlines()
    return "\n".join(" ".join(line.split()) for line in lines)


def _visible(text: str, place: int, char: str) -> bool:
    if char in _JOINERS:
        around = text[place - 1 : place] + text[place + 1 : place + 2]
        return len(around) == 2 and all(not each.isascii() and unicodedata.category(each)[0] in "LM" for each in around)
    return char in "\n\t" or unicodedata.category(char)[0] != "C"
