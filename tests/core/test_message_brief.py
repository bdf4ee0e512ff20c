"""The reply: what a reader is shown, and where it leads."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.core.message import classic, markdown, plain
from bot.core.message.brief import compose
from bot.core.message.document import (
    Bold,
    Bullet,
    Citation,
    Collapsible,
    Document,
    Entry,
    Heading,
    Italic,
    Line,
    Link,
    Numbered,
    Paragraph,
)
from bot.core.models import (
    Brief,
    Check,
    Claim,
    Difference,
    Finding,
    LoadFailure,
    Origin,
    Receipt,
    Root,
    Source,
    Span,
    Try,
    Version,
    Withheld,
)
from tests.core.message_strategies import a_brief, a_source, english, proof

ONE = a_source(
    1,
    "The ferry stops on Monday.",
    "“We have no choice,” the harbour master said.",
    "It will return in April.",
    title="Ferry stops for the winter",
    medium="web",
    url="https://coastdaily.example/ferry",
    outlet="Coast Daily",
    published_at=datetime(2025, 11, 3, 23, 30, tzinfo=UTC),
)
TWO = a_source(2, "From Monday there is no ferry.", "“We had no choice,” the harbour master said.", title="No ferry")


def reply(*claims: Claim, sources: tuple[Source, ...] = (ONE, TWO), **fields: Any) -> Document:
    return compose(a_brief(*claims, sources=sources, **fields), english())


def said(line: Line) -> str:
    return "".join(span.label if isinstance(span, Citation) else span.text for span in line.spans)


def lines(document: Document, kind: type[Line]) -> list[str]:
    return [said(block) for block in document.blocks if type(block) is kind]


def evidence(document: Document) -> list[str]:
    return [said(line) for block in document.blocks if isinstance(block, Collapsible) for line in block.lines]


BOTH = Claim(text="The ferry stops on Monday.", evidence=(proof(ONE, 1), proof(ONE, 3), proof(TWO, 1)))
RETURN = Claim(text="It returns in April.", evidence=(proof(ONE, 3),))


def test_claims_are_numbered_and_end_with_one_marker_for_each_source() -> None:
    document = reply(BOTH, RETURN)
    numbered = [block for block in document.blocks if isinstance(block, Numbered)]
    assert [(block.number, said(block)) for block in numbered] == [
        (1, "The ferry stops on Monday. [1] [2]"),
        (2, "It returns in April. [1]"),
    ]


def test_a_marker_opens_the_article_at_the_sentence_or_leads_to_the_evidence() -> None:
    claim = next(block for block in reply(BOTH).blocks if isinstance(block, Numbered))
    web, pasted = [span for span in claim.spans if isinstance(span, Citation)]
    assert web.url == "https://coastdaily.example/ferry#:~:text=The%20ferry%20stops%20on%20Monday."
    assert pasted.url is None
    document = reply(BOTH)
    places = [
        span.place
        for block in document.blocks
        if isinstance(block, Collapsible)
        for line in block.lines
        for span in line.spans
        if isinstance(span, Citation)
    ]
    assert pasted.place in places
    assert len(places) == len(set(places)) == 3


def test_the_evidence_stands_under_the_number_of_its_claim_word_for_word() -> None:
    assert evidence(reply(RETURN, BOTH)) == [
        "[1] “It will return in April.”",
        "[1] “The ferry stops on Monday.” [1] “It will return in April.” [2] “From Monday there is no ferry.”",
    ]


def test_a_sentence_of_a_source_is_shown_as_a_quotation_of_its_outlet() -> None:
    from_web = Claim(text=ONE.sentences[1].text, evidence=(proof(ONE, 2), proof(TWO, 2)), quoted_from=1)
    from_paste = Claim(text=TWO.sentences[0].text, evidence=(proof(TWO, 1),), quoted_from=2)
    assert lines(reply(from_web, from_paste), Numbered) == [
        "Coast Daily: “‘We have no choice,’ the harbour master said.” [1] [2]",
        "Article 2: “From Monday there is no ferry.” [2]",
    ]


def test_versions_that_differ_stand_side_by_side_with_their_contrast_in_bold() -> None:
    versions = (
        Version(text=ONE.sentences[1].text, evidence=(proof(ONE, 2),), contrast=(Span(start=4, end=8),), quoted_from=1),
        Version(
            text="We had no choice", evidence=(proof(TWO, 2),), contrast=(Span(start=3, end=99), Span(start=2, end=6))
        ),
    )
    document = reply(BOTH, differences=(Difference(kind="quotation", versions=versions),))
    assert "Where they differ" in lines(document, Heading)
    bullet = next(block for block in document.blocks if isinstance(block, Bullet))
    assert said(bullet) == "Coast Daily: “‘We have no choice,’ the harbour master said.” [1] · We had no choice [2]"
    assert [span.text for span in bullet.spans if isinstance(span, Bold)] == ["have", " had", " no choice"]
    assert evidence(document)[-1].startswith("Difference 1: [2] “")


def test_a_sentence_that_is_shown_is_not_repeated_as_its_own_evidence() -> None:
    alone = Claim(text=ONE.sentences[1].text, evidence=(proof(ONE, 2),), quoted_from=1)
    shared = Claim(text=ONE.sentences[0].text, evidence=(proof(ONE, 1), proof(TWO, 1)), quoted_from=1)
    document = reply(alone, shared)
    [line] = evidence(document)
    assert line.startswith("[2] “")
    places = [span.place for block in document.blocks if isinstance(block, Numbered) for span in block.spans
              if isinstance(span, Citation)]  # fmt: skip
    assert places == [None, None, "claim-2-2"]


def test_no_difference_no_title() -> None:
    assert lines(reply(BOTH), Heading) == ["The ferry stops for the winter", "Sources"]


def rooted(claim: Claim, *roots: Root) -> Claim:
    return claim.model_copy(update={"roots": roots})


def overview(document: Document) -> str:
    line = document.blocks[1]
    assert isinstance(line, Paragraph)
    return said(line)


VIA_GAZETTE = rooted(BOTH, Root(sources=(1, 2), name="Gazette"))
VIA_RADIO = rooted(BOTH, Root(sources=(1, 2), name="Radio Bay"))
AGREED = rooted(BOTH, Root(sources=(1,)), Root(sources=(2,), name="Gazette"))
COPIED = rooted(BOTH, Root(sources=(1, 2)))
LONE = rooted(RETURN, Root(sources=(1,)))


@pytest.mark.parametrize(
    ("claims", "line"),
    [
        ((AGREED,), "2 articles"),
        ((LONE,), "2 articles"),
        ((VIA_GAZETTE,), "2 articles · main report: 1 origin (Gazette)"),
        ((LONE, VIA_GAZETTE), "2 articles · main report: 1 origin (Gazette)"),
        ((VIA_GAZETTE, VIA_GAZETTE), "2 articles · main report: 1 origin (Gazette)"),
        ((VIA_GAZETTE, VIA_RADIO), "2 articles · main reports: 2 origins (Gazette and Radio Bay)"),
        ((LONE, LONE, VIA_GAZETTE), "2 articles"),
        ((BOTH,), "2 articles"),
    ],
)
def test_the_one_origin_of_what_all_articles_say_first_is_named_below_the_headline(
    claims: tuple[Claim, ...], line: str
) -> None:
    assert overview(reply(*claims)) == line


def test_an_origin_of_some_of_the_articles_is_not_that_of_the_main_report() -> None:
    three = a_source(3, "There is no ferry in winter.")
    assert overview(reply(VIA_GAZETTE, sources=(ONE, TWO, three))) == "3 articles"


def test_of_copies_the_article_that_the_others_repeat_is_named() -> None:
    document = reply(COPIED, origins=(Origin(name="Coast Daily", sources=(1, 2)),))
    assert overview(document) == "2 articles · main report: 1 origin (Coast Daily)"


def test_an_origin_of_the_main_report_is_not_counted_once_more() -> None:
    document = reply(VIA_GAZETTE, origins=(Origin(name="the Gazette", sources=(1, 2)),))
    assert overview(document) == "2 articles · main report: 1 origin (Gazette)"


# ---------------------------------------------------------------- what stands behind a claim


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (AGREED, "The ferry stops on Monday. [1] [2]"),
        (VIA_GAZETTE, "The ferry stops on Monday. [1] [2] (via Gazette)"),
        (COPIED, "The ferry stops on Monday. [1] [2] (one origin)"),
        (LONE, "It returns in April. [1] (only source)"),
        (rooted(RETURN, Root(sources=(1,), name="Gazette")), "It returns in April. [1] (only source)"),
        (BOTH, "The ferry stops on Monday. [1] [2]"),
    ],
)
def test_a_claim_says_so_where_no_two_independent_origins_agree(claim: Claim, line: str) -> None:
    assert lines(reply(claim), Numbered) == [line]


def test_with_one_article_no_claim_says_that_it_has_one() -> None:
    assert lines(reply(LONE, sources=(ONE,)), Numbered) == ["It returns in April. [1]"]


def test_what_most_claims_share_is_said_once_below_them() -> None:
    document = reply(LONE, LONE, AGREED, LONE, LONE, LONE, VIA_GAZETTE)
    assert lines(document, Numbered) == [
        *["It returns in April. [1]"] * 2,
        "The ferry stops on Monday. [1] [2]",
        *["It returns in April. [1]"] * 3,
        "The ferry stops on Monday. [1] [2] (via Gazette)",
    ]
    after = document.blocks[max(n for n, block in enumerate(document.blocks) if isinstance(block, Numbered)) + 1]
    assert isinstance(after, Paragraph)
    assert said(after) == "Statements 1, 2, 4–6: only one source each."


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (VIA_GAZETTE, "Statements 1–3: one origin (Gazette)."),
        (COPIED, "Statements 1–3: one origin."),
    ],
)
def test_copies_do_not_say_it_behind_every_claim(claim: Claim, line: str) -> None:
    document = reply(claim, claim, claim)
    assert lines(document, Numbered) == ["The ferry stops on Monday. [1] [2]"] * 3
    assert line in lines(document, Paragraph)


def test_of_a_sentence_word_for_word_it_is_only_said_that_no_other_source_has_these_words() -> None:
    quoted = LONE.model_copy(update={"quoted_from": 1, "text": LONE.evidence[0].text})
    [line] = lines(reply(quoted), Numbered)
    assert line.endswith("[1] (in these words only here)")
    below = lines(reply(quoted, quoted, quoted), Paragraph)
    assert "Statements 1–3: in these words only one source each." in below


@pytest.mark.parametrize("claims", [(LONE, LONE), (LONE, LONE, LONE, AGREED, AGREED, AGREED)])
def test_what_few_claims_share_is_said_behind_each(claims: tuple[Claim, ...]) -> None:
    document = reply(*claims)
    assert [line.endswith(" (only source)") for line in lines(document, Numbered)] == [each is LONE for each in claims]
    assert not any("Statements" in line for line in lines(document, Paragraph))


@pytest.mark.parametrize("form", ["classic", "plain", "markdown"])
def test_every_form_of_the_reply_carries_what_stands_behind_a_claim(form: str) -> None:
    document = reply(VIA_GAZETTE, LONE)
    told = {
        "classic": lambda: "".join(message.text for message in classic.render(document)),
        "plain": lambda: plain.render(document),
        "markdown": lambda: markdown.render(document),
    }[form]()
    assert "(via Gazette)" in told.replace("\\", "")
    assert "(only source)" in told.replace("\\", "")


def test_the_name_of_an_origin_cannot_disturb_the_line() -> None:
    odd = rooted(BOTH, Root(sources=(1, 2), name="Bay\u202e\nPost" + "x" * 80))
    [line] = lines(reply(odd), Numbered)
    assert "\u202e" not in line
    assert "\n" not in line
    assert len(line) < 120


def test_an_origin_of_some_of_the_articles_is_counted() -> None:
    three = a_source(3, "There is no ferry in winter.")
    document = reply(BOTH, sources=(ONE, TWO, three), origins=(Origin(name="Gazette", sources=(1, 3)),))
    assert said(document.blocks[1]) == "3 articles · 2 of them cite Gazette"  # type: ignore[arg-type]


def test_an_origin_behind_a_later_claim_only_is_not_that_of_the_main_report() -> None:
    aside = Origin(name="Radio Bay", sources=(1, 2), evidence=(proof(ONE, 2), proof(TWO, 2)))
    lead = Claim(text="No ferry runs.", evidence=(proof(ONE, 1), proof(TWO, 1)))
    document = reply(lead, lead, Claim(text="He had no choice.", evidence=(proof(ONE, 2),)), origins=(aside,))
    assert said(document.blocks[1]) == "2 articles · both cite Radio Bay"  # type: ignore[arg-type]


def test_an_origin_of_every_article_beside_the_main_report_is_that_of_all() -> None:
    three = a_source(3, "There is no ferry.", "A notice said so.")
    aside = Origin(name="Radio Bay", sources=(1, 2, 3), evidence=(proof(three, 2),))
    document = reply(RETURN, sources=(ONE, TWO, three), origins=(aside,))
    assert said(document.blocks[1]) == "3 articles · all cite Radio Bay"  # type: ignore[arg-type]


def test_an_article_that_is_the_origin_does_not_cite_itself() -> None:
    origin = Origin(name="the Coast Daily", sources=(1, 2), evidence=(proof(TWO, 2),))
    assert ONE.article.outlet == "Coast Daily"
    document = reply(Claim(text="No ferry runs.", evidence=(proof(ONE, 1),)), origins=(origin,))
    assert said(document.blocks[1]) == "2 articles"  # type: ignore[arg-type]


def test_sources_are_listed_with_what_is_known_of_them() -> None:
    bare = a_source(3, "No ferry.", medium="web", url="https://bay.example/1", given="https://bay.example/1")
    file = a_source(4, "No ferry.", medium="file", given="notes.txt", published_at=date(2025, 11, 4))
    document = reply(BOTH, sources=(ONE, TWO, bare, file))
    assert lines(document, Entry) == [
        "Coast Daily: Ferry stops for the winter, November 3, 2025",
        "No ferry (pasted)",
        "bay.example: “No ferry.”",
        "notes.txt, November 4, 2025 (file)",
    ]
    first = next(block for block in document.blocks if isinstance(block, Entry))
    assert [span.url for span in first.spans if isinstance(span, Link)] == ["https://coastdaily.example/ferry"]


def test_a_source_that_is_no_report_or_was_read_elsewhere_says_so() -> None:
    web: dict[str, Any] = {"medium": "web", "title": "No ferry", "outlet": "Bay"}
    url = "https://bay.example/1"
    document = reply(
        BOTH,
        sources=(
            a_source(1, "No ferry.", **web, url=url, given="https://www.bay.example/1?x=y", kind="opinion"),
            a_source(2, "No ferry.", **web, url=url, given="https://short.example.net/7"),
            a_source(3, "No ferry.", **web, url=url, given="https://archive.example.com/1", via="archive.example.com"),
            a_source(4, "No ferry.", **web, url=url, given="Bay", kind="press_release"),
        ),
    )
    assert lines(document, Entry) == [
        "Bay: No ferry (opinion)",
        "Bay: No ferry (bay.example)",
        "Bay: No ferry (read at archive.example.com)",
        "Bay: No ferry (press release)",
    ]


@pytest.mark.parametrize(
    ("outlet", "host", "is_told"),
    [
        ("Bay Radio", "evil.example", True),
        ("Bay Radio (bay.example)", "evil.example", True),
        ("Bay Radio" * 6 + " (evil.example)", "evil.example", True),
        ("Bay Radio", "bayradio.example.net", True),
        ("Bay Radio", "bayradio.co.evil.example", True),
        ("Bay Radio", "bay\u0440adio.example", True),
        ("راديو الخليج", "bay.example", True),
        ("Bay\u202e Radio", "evil.example", True),
        ("Bay Radio", "bayradio.example", False),
        ("Bay Radio", "www.bay.example", False),
        ("Bay Radio", "news.bay.co.uk", False),
        ("The Bay Post", "thebaypost.example", False),
        ("The Bay Post", "baypost.example", False),
        ("Bahía", "bahia.example", False),
        ("bay-radio.example", "bay-radio.example", False),
        ("Bay.example", "bay.example", False),
        ("Port Office (social.example)", "social.example", False),
        ("", "bay.example", False),
    ],
)
def test_a_host_that_the_name_of_an_outlet_does_not_tell_is_told(outlet: str, host: str, is_told: bool) -> None:
    source = a_source(1, "No ferry.", medium="web", title="No ferry", outlet=outlet, url=f"https://{host}/1")
    [entry] = lines(reply(Claim(text="No ferry.", evidence=(proof(source, 1),)), sources=(source,)), Entry)
    remark = f": No ferry ({host.removeprefix('www.')})"
    assert entry.endswith(remark) is is_told


def test_of_a_long_host_its_end_is_shown() -> None:
    host = "www.bay.example." + "a" * 60 + ".evil.example"
    source = a_source(1, "No ferry.", medium="web", title="No ferry", outlet="Bay", url=f"https://{host}/1")
    [entry] = lines(reply(Claim(text="No ferry.", evidence=(proof(source, 1),)), sources=(source,)), Entry)
    assert entry == f"Bay: No ferry (\u2026{'a' * 46}.evil.example)"


def test_what_lies_behind_a_paywall_is_told_with_the_words_that_were_read() -> None:
    shut = a_source(2, "From Monday there is no ferry.", access="open_part")
    claim = Claim(text="No ferry runs.", evidence=(proof(ONE, 1),))
    assert "[2] is behind a paywall: only its open part was read, 6 words." in lines(
        reply(claim, sources=(ONE, shut)), Paragraph
    )


def test_pages_of_a_file_that_are_pictures_are_told() -> None:
    partly = a_source(2, "From Monday there is no ferry.", medium="file", pages_unread=3)
    claim = Claim(text="No ferry runs.", evidence=(proof(ONE, 1),))
    said_below = lines(reply(claim, sources=(ONE, partly)), Paragraph)
    assert "3 pages of [2] are pictures without text and were not read." in said_below


class Marked:
    """English in which the sign between a title and its date is told from every other."""

    def say(self, message: str, /, **params: object) -> str:
        return " | " if message == "source-date-separator" else english().say(message, **params)


def test_the_date_of_a_source_is_set_apart_by_a_sign_of_its_own() -> None:
    document = compose(a_brief(BOTH, sources=(ONE, TWO)), Marked())
    assert lines(document, Entry)[0] == "Coast Daily: Ferry stops for the winter | November 3, 2025"


def test_an_address_that_may_not_be_linked_is_not() -> None:
    odd = a_source(1, "No ferry.", medium="web", url="javascript:alert(1)", title="Ferry")
    document = reply(Claim(text="No ferry runs.", evidence=(proof(odd, 1),)), sources=(odd,))
    spans = [span for block in document.blocks if isinstance(block, Line) for span in block.spans]
    assert not [span for span in spans if isinstance(span, Link) or (isinstance(span, Citation) and span.url)]


# ---------------------------------------------------------------- small print


def last(document: Document) -> str:
    line = document.blocks[-1]
    assert isinstance(line, Line)
    assert [type(span) for span in line.spans] == [Italic]
    return said(line)


def withheld(code: str) -> Withheld:
    return Withheld(text="Never shown.", findings=(Finding(check="numbers", code=code),))


UNJUDGED = "No second model compared them with their sentences."
CHECKS: tuple[Check, ...] = ("citations", "numbers", "quotations")


def test_the_last_line_says_what_was_checked() -> None:
    two, one = last(reply(BOTH, RETURN)), last(reply(BOTH))
    assert two == f"2 statements checked: citations, numbers and quotations. {UNJUDGED} None withheld."
    assert one == f"1 statement checked: citations, numbers and quotations. {UNJUDGED} None withheld."


def test_the_last_line_says_whether_a_second_model_looked_at_every_statement() -> None:
    judged = Receipt(writer="model", checks=(*CHECKS, "support"), judge="m")
    faulty = Receipt(writer="model", checks=CHECKS, judge="m", judge_fault="timed_out")
    assert last(reply(BOTH, receipt=judged)) == (
        "1 statement checked: citations, numbers, quotations and support. None withheld."
    )
    assert last(reply(BOTH, receipt=faulty)) == (
        "1 statement checked: citations, numbers and quotations. The second model did not compare all of them "
        "with their sentences: it took too long. None withheld."
    )


def test_a_second_model_that_never_answered_compared_none() -> None:
    away = Receipt(writer="model", checks=CHECKS, judge_fault="unavailable")
    assert last(reply(BOTH, receipt=away)) == (
        "1 statement checked: citations, numbers and quotations. The second model compared none of them "
        "with their sentences: it could not be reached. None withheld."
    )
    supported = RETURN.model_copy(update={"support": "supported"})
    assert "did not compare all of them" in last(reply(BOTH, supported, receipt=away))


def tried(claim: Claim, code: str, text: str | None = None) -> Claim:
    finding = Finding(check="clarity", code=code)
    return claim.model_copy(update={"tries": (Try(text=text or claim.text, labels=("1.1",), findings=(finding,)),)})


def test_a_statement_that_is_shown_in_spite_of_a_check_is_told_of() -> None:
    spared = tried(BOTH, "clarity.two_facts")
    assert last(reply(spared, RETURN)).endswith(
        f"{UNJUDGED} 1 statement is shown although it did not pass every check; its receipt says which. None withheld."
    )
    assert (
        "2 statements are shown although they did not pass every check; their receipts say which. "
        in last(reply(spared, RETURN, tried(RETURN, "attribution.dropped_plain")))
    )  # fmt: skip


def test_a_statement_that_was_mended_passed_every_check() -> None:
    assert "is shown although" not in last(reply(tried(BOTH, "clarity.two_facts", "It stops, and it returns."), RETURN))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("names.unknown", "1 statement withheld: it has a name that is not in the source."),
        ("attribution.dropped", "1 statement withheld: it does not keep who said it."),
        ("attribution.hedge", "1 statement withheld: it sounds more certain than its source."),
        ("clarity.leans", "1 statement withheld: it cannot be understood alone."),
        ("support.still_partial", "1 statement withheld: the source does not say all of it."),
        ("support.contradicted", "1 statement withheld: the source says otherwise."),
    ],
)
def test_a_reader_is_told_in_one_sentence_for_each_check_why_a_statement_is_missing(code: str, told: str) -> None:
    assert last(reply(BOTH, withheld=(withheld(code),))).endswith(told)


def test_a_difference_that_nobody_confirmed_is_no_statement() -> None:
    left = Withheld(
        text="-", findings=(Finding(check="comparison", code="comparison.unconfirmed"),), is_difference=True
    )
    told = last(reply(BOTH, withheld=(left,)))
    assert told.startswith("1 statement checked")
    assert told.endswith("1 difference withheld: it could not be confirmed.")


def test_what_was_withheld_is_counted_by_reason_and_not_shown() -> None:
    document = reply(
        BOTH, withheld=(withheld("quotations.altered"), withheld("numbers.unsupported"), withheld("quotations.altered"))
    )
    assert last(document) == (
        f"4 statements checked: citations, numbers and quotations. {UNJUDGED} "
        "2 statements withheld: their quotations are not what the sources say. "
        "1 statement withheld: its number is not in the source."
    )
    assert "Never shown" not in str(document)


def notes_of(brief: Brief) -> list[str]:
    document = compose(brief, english())
    after = next(index for index, block in enumerate(document.blocks) if isinstance(block, Collapsible))
    return [said(block) for block in document.blocks[after + 1 : -1] if isinstance(block, Line)]


@pytest.mark.parametrize(
    ("fault", "note"),
    [
        (None, "No model was used: these are sentences of the sources as they stand, in their own language."),
        ("no_model", "No model was used: these are sentences of the sources as they stand, in their own language."),
        (
            "quota",
            "The model was not used (its quota is used up): these are sentences of the sources as they stand, in their "
            "own language.",
        ),
    ],
)
def test_sentences_without_a_model_are_labelled_as_such(fault: str | None, note: str) -> None:
    brief = a_brief(BOTH, sources=(ONE, TWO), receipt=Receipt(writer="extractive", fault=fault))
    assert notes_of(brief) == [note]
    assert last(compose(brief, english())) == "1 statement, a sentence of its source, word for word."


def test_what_could_not_be_read_or_was_cut_is_told_in_order() -> None:
    brief = a_brief(
        BOTH,
        sources=(ONE, TWO),
        failures=(
            LoadFailure(given="https://x.example.com/", code="http_status", params={"status": 404}),
            LoadFailure(given="a\u202e.bin" + "x" * 200, code="unsupported_type", params={"kind": "image/\u200bpng"}),
            LoadFailure(given="-", code="too_short", params={"words": 1}),
        ),
        left_out=("one.txt", "two.txt", "three.txt"),
        receipt=Receipt(writer="model", checks=("numbers",), shortened=(2, 1)),
    )
    told = notes_of(brief)
    assert told[0] == (
        "Could not read https://x.example.com/: there is no page at this address (status 404). Check the link."
    )
    assert told[1].startswith("Could not read a.binxxx")
    assert "(image/png)" in told[1]
    assert len(told[1]) < 200
    assert told[2].startswith("Could not read what you pasted: one word is too little")
    assert told[3].endswith("one.txt, two.txt and three.txt.")
    assert told[4].startswith("[1] and [2] are long")


def test_a_brief_without_claims_or_headline_says_so() -> None:
    document = reply(headline=" ", withheld=(withheld("numbers.unsupported"),))
    assert said(document.blocks[0]) == "2 articles"  # type: ignore[arg-type]
    assert said(document.blocks[1]) == "No statement is left that can be shown with its source."  # type: ignore[arg-type]
    assert evidence(document) == []


def test_a_draft_of_which_nothing_held_is_counted_apart_from_the_sentences_shown() -> None:
    brief = a_brief(
        BOTH,
        sources=(ONE, TWO),
        withheld=(withheld("numbers.unsupported"), withheld("quotations.altered"), withheld("numbers.unsupported")),
        receipt=Receipt(writer="extractive", fault="withheld"),
    )
    assert last(compose(brief, english())) == (
        "1 statement, a sentence of its source, word for word. "
        "From the model's draft, 2 statements withheld: their numbers are not in the sources. "
        "1 statement withheld: its quotation is not what the source says."
    )


def test_of_very_many_things_left_out_the_first_are_named() -> None:
    names = tuple(f"{number}-{'x' * 70}.txt" for number in range(7_000))
    assert notes_of(a_brief(BOTH, sources=(ONE, TWO), left_out=names)) == [
        f"7,000 were left out, because one brief takes only so many articles: {', '.join(names[:30])}, …."
    ]
