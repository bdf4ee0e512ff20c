"""The receipt of a claim: what it rests on, which checks it passed, how it came to be worded as it is.

A kept brief outlives its articles: it holds the cited sentences and nothing else of their words, and that is enough
for its receipts.
"""

from __future__ import annotations

from pydantic import Field

from bot.core.checking.examining import LENIENT
from bot.core.models import Brief, Check, Claim, Entity, Evidence, Finding, Receipt, Source


class Credit(Entity):
    """Whose a source is, and where it can be read."""

    number: int = Field(ge=1)
    outlet: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, source: Source) -> Credit:
        """Return what a receipt says of a source."""
        return cls(number=source.number, outlet=source.article.outlet, url=source.article.url)


class KeptBrief(Entity):
    """What of a brief is needed to account for its claims."""

    headline: str
    language: str
    claims: tuple[Claim, ...]
    credits: tuple[Credit, ...]
    receipt: Receipt

    @classmethod
    def of(cls, brief: Brief) -> KeptBrief:
        """Return a brief without its articles."""
        return cls(
            headline=brief.headline,
            language=brief.language,
            claims=brief.claims,
            credits=tuple(Credit.of(source) for source in brief.sources),
            receipt=brief.receipt,
        )


class Cited(Entity):
    """A sentence that a claim rests on, with those beside it where the article is at hand; "" where there is none."""

    evidence: Evidence
    before: str = ""
    after: str = ""


class ClaimReceipt(Entity):
    """How one claim of a brief came to be there."""

    headline: str
    """Of the brief."""
    language: str
    """Of the claim, a BCP 47 tag."""
    number: int = Field(ge=1)
    """The claim's place in the brief, as a reader sees it."""
    claim: Claim
    cited: tuple[Cited, ...] = Field(min_length=1)
    credits: tuple[Credit, ...]
    """Of the sources it cites."""
    passed: tuple[Check, ...]
    remarks: tuple[Finding, ...] = ()
    """What it was shown in spite of."""
    receipt: Receipt
    """Of the brief."""


def receipt_of(brief: KeptBrief, number: int) -> ClaimReceipt | None:
    """Return the receipt of the claim with this number, from 1; None where there is none."""
    if not 1 <= number <= len(brief.claims):
        return None
    claim = brief.claims[number - 1]
    remarks = remarks_of(claim)
    failed = {remark.check for remark in remarks} | ({"support"} if claim.support != "supported" else set())
    return ClaimReceipt(
        headline=brief.headline,
        language=brief.language,
        number=number,
        claim=claim,
        cited=tuple(Cited(evidence=each) for each in claim.evidence),
        credits=tuple(credit for credit in brief.credits if credit.number in claim.sources),
        passed=tuple(check for check in brief.receipt.checks if check not in failed),
        remarks=remarks,
        receipt=brief.receipt,
    )


def with_neighbours(receipt: ClaimReceipt, brief: Brief) -> ClaimReceipt:
    """Return a receipt that shows each cited sentence between those which stand beside it in its article."""
    sources = {source.number: source for source in brief.sources}
    return receipt.model_copy(update={"cited": tuple(_between(each, sources) for each in receipt.cited)})


def _between(cited: Cited, sources: dict[int, Source]) -> Cited:
    source = sources.get(cited.evidence.source)
    sentence = source.by_label.get(cited.evidence.label) if source else None
    if source is None or sentence is None:
        return cited
    beside = [source.by_label.get(f"{source.number}.{sentence.index + step}") for step in (-1, 1)]
    before, after = (each.text if each else "" for each in beside)
    return cited.model_copy(update={"before": before, "after": after})


def remarks_of(claim: Claim) -> tuple[Finding, ...]:
    """Return what a claim is shown in spite of: one that nobody could mend is among its own tries."""
    findings = claim.tries[-1].findings if claim.tries and claim.tries[-1].text.split() == claim.text.split() else ()
    return tuple(finding for finding in findings if finding.code in LENIENT)
