"""From a claim's receipt to a message: the claim, its sentences, what was checked, how it was worded before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.message.accounts import WRITER_FAULTS
from bot.core.message.citing import MAX_NAME
from bot.core.message.direction import runs_against
from bot.core.message.document import Block, Bullet, Citation, Document, Heading, Paragraph, Span, Text, web_address
from bot.core.message.quotes import Marks, nest_quotes
from bot.core.message.safety import clip, show
from bot.core.message.verdicts import explain_doubt, explain_finding
from bot.core.message.words import Words, listed
from bot.core.models import Evidence, Finding, Root, Try
from bot.core.receipts import Cited, ClaimReceipt, Credit

MAX_WORDS = 200
"""Code points shown of the words that a check speaks of."""
MAX_TRY = 500
"""Code points shown of a wording that did not pass: what failed may have been of any length."""


def compose_receipt(receipt: ClaimReceipt, words: Words, *, language: str) -> Document:
    """Return a receipt as a document; `language` is that of `words`, a BCP 47 tag."""
    return Document(language=language, blocks=tuple(_Receipt(receipt, words, language).blocks()))


class _Receipt:
    """One receipt, and the words to speak of it."""

    def __init__(self, receipt: ClaimReceipt, words: Words, language: str) -> None:
        self._receipt = receipt
        self._claim = receipt.claim
        self._credits = {credit.number: credit for credit in receipt.credits}
        self._say = words.say
        self._words = words
        self._language = language
        inner = (words.say("inner-quote-open"), words.say("inner-quote-close"))
        self._marks = Marks(outer=words.say("quote-open").strip(), inner=inner)

    def blocks(self) -> Iterator[Block]:
        yield Heading(level=1, spans=(Text(text=self._say("receipt-title", number=self._receipt.number)),))
        yield Paragraph(spans=(self._foreign(self._claim.text),))
        yield self._heading("receipt-evidence")
        for place, each in enumerate(self._receipt.cited, 1):
            yield self._cited(place, each.evidence)
            yield from self._beside(each)
        yield self._heading("receipt-checks")
        yield from (Bullet(spans=tuple(spans)) for spans in self._checks())
        if self._claim.doubts:
            yield self._heading("receipt-doubts")
            yield from (
                Bullet(spans=self._with_words(explain_doubt(doubt.code, self._words), doubt.words))
                for doubt in self._claim.doubts
            )
        if earlier := self._earlier():
            yield self._heading("receipt-tries")
            yield from (Bullet(spans=tuple(self._tried(one))) for one in earlier)
        if self._claim.roots:
            yield Paragraph(spans=tuple(self._roots(self._claim.roots)))
        yield Paragraph(spans=(Text(text=self._written()),))

    # ---------------------------------------------------------------- what it rests on

    def _cited(self, place: int, evidence: Evidence) -> Bullet:
        credit = self._credits.get(evidence.source, Credit(number=evidence.source))
        outlet = clip(show(credit.outlet or ""), limit=MAX_NAME)
        spans: list[Span] = [self._marker(evidence, credit, place), Text(text=" ")]
        if outlet:
            spans += [self._foreign(outlet), Text(text=self._say("list-separator"))]
        spans += [Text(text=self._say("receipt-sentence", label=evidence.label) + self._say("colon"))]
        return Bullet(spans=(*spans, *self._quoted(evidence.text)))

    def _beside(self, cited: Cited) -> Iterator[Bullet]:
        for message, neighbour in (("receipt-before", cited.before), ("receipt-after", cited.after)):
            if neighbour:
                lead = Text(text=self._say(message) + self._say("colon"))
                yield Bullet(spans=(lead, *self._quoted(neighbour)))

    def _marker(self, evidence: Evidence, credit: Credit, place: int) -> Citation:
        label = self._say("marker", number=evidence.source)
        url = web_address(credit.url)
        return Citation(source=evidence.source, label=label, url=url, place=f"receipt-{place}", here=True)

    # ---------------------------------------------------------------- what was checked

    def _checks(self) -> Iterator[Sequence[Span]]:
        if self._claim.quoted_from is not None:
            yield [Text(text=self._say("receipt-verbatim"))]
        if passed := [self._say(f"check-{check}") for check in self._receipt.passed]:
            yield [Text(text=self._say("receipt-passed", checks=listed(self._words, passed)))]
        for remark in self._receipt.remarks:
            yield [Text(text=self._say("receipt-remark") + self._say("colon")), *self._found(remark)]
        # Nobody expects a second model where the first one is told below to be missing too.
        if self._claim.quoted_from is None or self._receipt.receipt.writer == "model":
            yield [Text(text=self._judged())]

    def _judged(self) -> str:
        receipt = self._receipt.receipt
        if self._claim.support == "supported":
            return self._say("receipt-judged", model=self._named(receipt.judge))
        if receipt.judge_fault in WRITER_FAULTS:
            return self._say("receipt-judge-failed", reason=self._say(f"fault-{receipt.judge_fault}"))
        return self._say("receipt-not-judged")

    def _found(self, finding: Finding) -> tuple[Span, ...]:
        return self._with_words(explain_finding(finding.code, self._words), finding.words)

    def _with_words(self, said: str, words: str) -> tuple[Span, ...]:
        shown = clip(show(words), limit=MAX_WORDS)
        if not shown:
            return (Text(text=said),)
        return (Text(text=said + self._say("colon")), *self._quoted(shown))

    # ---------------------------------------------------------------- how it came to be

    def _earlier(self) -> tuple[Try, ...]:
        """The last try is the claim itself where it was shown as it is."""
        tries = self._claim.tries
        return tries[:-1] if self._receipt.remarks else tries

    def _tried(self, one: Try) -> Iterator[Span]:
        yield from self._quoted(clip(show(one.text), limit=MAX_TRY))
        for finding in one.findings:
            yield Text(text=self._say("overview-separator"))
            yield from self._found(finding)

    def _roots(self, roots: Sequence[Root]) -> Iterator[Span]:
        yield Text(text=self._say("receipt-origins", count=len(roots)) + self._say("colon"))
        for place, root in enumerate(roots):
            if place:
                yield Text(text=self._say("list-separator"))
            numbers = [self._say("marker", number=number) for number in root.sources]
            if root.name:
                yield self._foreign(clip(show(root.name), limit=MAX_NAME))
                yield Text(text=" " + " ".join(numbers))
            else:
                told = "receipt-own" if len(numbers) == 1 else "receipt-shared"
                yield Text(text=self._say(told, numbers=listed(self._words, numbers)))

    def _written(self) -> str:
        receipt = self._receipt.receipt
        if receipt.writer == "extractive":
            return self._say("receipt-no-model")
        return self._say("receipt-model", model=self._named(receipt.model), prompt=self._named(receipt.prompt))

    def _named(self, name: str | None) -> str:
        return clip(show(name or ""), limit=MAX_NAME) or "–"

    # ---------------------------------------------------------------- words of others

    def _heading(self, message: str) -> Heading:
        return Heading(spans=(Text(text=self._say(message)),))

    def _foreign(self, text: str) -> Text:
        return Text(text=text, isolated=runs_against(text, self._language))

    def _quoted(self, text: str) -> tuple[Span, ...]:
        nested = nest_quotes(text, self._marks)
        return (Text(text=self._say("quote-open")), self._foreign(nested), Text(text=self._say("quote-close")))
