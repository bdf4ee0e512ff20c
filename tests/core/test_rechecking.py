"""A stored brief once more: what is sound stays sound, and whatever is changed is seen."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from bot.app import read_knowledge
from bot.core.article_ids import article_id
from bot.core.compare import find_differences
from bot.core.completing import complete
from bot.core.errors import UsageError
from bot.core.knowledge import Knowledge
from bot.core.merging import merge_differences
from bot.core.models import Article, Brief, Claim, Evidence, Origin, Receipt, Span
from bot.core.origins import find_origins
from bot.core.rechecking import MOST_BYTES, Rechecked, parse_briefs, recheck
from bot.core.sentences import label
from bot.core.writing.extractive import choose_headline

CRANE = (
    "Harbour crane falls into the dock at Aldersund",
    "A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers, the port said.",
    "The port will stay closed until Thursday, the mayor said, because the quay has to be examined first.",
    "The mayor said the town would pay 300 euros to each of the workers.",
)
CRANE_TOO = (
    "Crane collapses at Aldersund port",
    "A crane collapsed into the dock at Aldersund on Monday and slightly injured 14 workers, the port said.",
    "The crane was forty years old, the Velm Valley Radio reported.",
)
LOCK = (
    "Lock of Velden shut",
    "Nobody acted at the lock.",
    "Inspectors found bent gates at the lock of Velden a year before the accident.",
    "According to a report by Bloomberg, the inspectors wrote in their protocol that the gates of Velden were bent.",
)
Told = dict[str, Any]


@cache
def knowledge() -> Knowledge:
    return read_knowledge()


def an_article(lines: tuple[str, ...], **more: Any) -> Article:
    text = "\n\n".join(lines)
    headline = Span(start=0, end=len(lines[0]))
    return Article(id=article_id(text), medium="pasted", given="-", headline=headline, text=text, language="en", **more)


def told_by(
    writer: str = "model", *, own: bool = True, lines: tuple[tuple[str, ...], ...] = (CRANE, CRANE_TOO)
) -> Told:
    """A brief as it is printed: three claims in our own words, or word for word."""
    sources = tuple(label(an_article(each), number=number) for number, each in enumerate(lines, 1))
    texts = (
        "The port said that a crane fell into the dock at Aldersund on Monday and slightly injured 12 workers.",
        "The mayor said that the port will stay closed until Thursday.",
        "The mayor said that the town would pay 300 euros to each of the workers.",
    )
    sentences = sources[0].sentences
    claims = tuple(
        Claim(text=text, evidence=(Evidence.of(sentence),))
        if own
        else Claim(text=sentence.text, evidence=(Evidence.of(sentence),), quoted_from=1)
        for text, sentence in zip(texts, sentences, strict=True)
    )
    headline, headline_from = choose_headline(sources, loaded=knowledge().loaded)
    brief = Brief(
        headline=headline,
        headline_from=headline_from,
        language="en",
        claims=claims,
        differences=merge_differences(find_differences(sources), ()),
        origins=find_origins(sources, outlets=knowledge().outlets, agencies=knowledge().agencies),
        sources=sources,
        receipt=Receipt(writer="extractive" if writer == "extractive" else "model"),
    )
    told: Told = json.loads(complete(brief, knowledge=knowledge()).model_dump_json())
    return told


def parts_of(told: Told) -> tuple[Rechecked, ...]:
    [stored] = parse_briefs(json.dumps(told).encode())
    return recheck(stored, knowledge=knowledge())


def flaws_of(told: Told) -> set[tuple[str, int, str]]:
    return {(part.kind, part.number, flaw.code) for part in parts_of(told) for flaw in part.flaws}


# ---------------------------------------------------------------- what is sound


@pytest.mark.parametrize("own", [True, False])
def test_a_brief_that_nobody_touched_holds_in_all_its_parts(own: bool) -> None:
    told = told_by(own=own)
    assert told["differences"], "the articles tell two numbers"
    assert flaws_of(told) == set()
    kinds = [part.kind for part in parts_of(told)]
    assert kinds.count("claim") == 3
    assert kinds.count("source") == 2


def test_a_claim_of_several_sentences_in_a_row_is_word_for_word_too() -> None:
    told = told_by(own=False)
    first, second = told["claims"][0], told["claims"].pop(1)
    text = told["sources"][0]["article"]["text"]
    first["evidence"] += second["evidence"]
    first["text"] = text[first["evidence"][0]["span"]["start"] : first["evidence"][1]["span"]["end"]]
    assert flaws_of(told) == set()
    del first["evidence"][1]
    assert flaws_of(told) == {("claim", 1, "recheck.not_verbatim")}


def test_what_may_stay_is_a_remark_and_no_flaw() -> None:
    """A sentence without its speaker is lenient where nothing in it is contentious."""
    told = told_by()
    told["claims"][0]["text"] = "A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers."
    part = next(part for part in parts_of(told) if (part.kind, part.number) == ("claim", 1))
    assert part.flaws == ()
    assert "attribution.dropped_plain" in {flaw.code for flaw in part.remarks}


# ---------------------------------------------------------------- what was changed


def set_to(told: Told, path: str, value: object) -> None:
    *steps, last = path.split("/")
    place: Any = told
    for step in steps:
        place = place[int(step) if step.isdecimal() else step]
    place[int(last) if last.isdecimal() else last] = value


def get(told: Told, path: str) -> Any:
    place: Any = told
    for step in path.split("/"):
        place = place[int(step) if step.isdecimal() else step]
    return place


def replaced(path: str, old: str, new: str) -> Callable[[Told], None]:
    def edit(told: Told) -> None:
        assert old in get(told, path)
        set_to(told, path, get(told, path).replace(old, new, 1))

    return edit


def put(path: str, value: object) -> Callable[[Told], None]:
    return lambda told: set_to(told, path, value)


CLAIM, EVIDENCE = "claims/0/text", "claims/0/evidence/0"
VERSION = "differences/0/versions/0"
REMOVED = [{"span": {"start": 0, "end": 90}, "reason": "ticker"}]
TEXT, SENTENCE = "sources/0/article/text", "sources/0/sentences/0"


@pytest.mark.parametrize(
    ("edit", "flaw"),
    [
        (replaced(CLAIM, "12", "13"), ("claim", 1, "numbers.unsupported")),
        (replaced("claims/2/text", "300", "800"), ("claim", 3, "numbers.unsupported")),
        (replaced(CLAIM, "The port", "\u200bThe port"), ("claim", 1, "recheck.hidden_signs")),
        (replaced(f"{EVIDENCE}/text", "12", "13"), ("claim", 1, "recheck.evidence_altered")),
        (put(f"{EVIDENCE}/span/end", 100), ("claim", 1, "recheck.evidence_altered")),
        (put(f"{EVIDENCE}/span/start", 1), ("claim", 1, "recheck.evidence_altered")),
        (put(f"{EVIDENCE}/source", 2), ("claim", 1, "recheck.evidence_altered")),
        (put(f"{EVIDENCE}/label", "1.2"), ("claim", 1, "recheck.evidence_altered")),
        (put(f"{EVIDENCE}/label", "1.99"), ("claim", 1, "recheck.no_sentence")),
        (put(f"{EVIDENCE}/label", "1.0"), ("claim", 1, "recheck.no_sentence")),
        (replaced(TEXT, "12", "13"), ("claim", 1, "recheck.evidence_altered")),
        (replaced(TEXT, "12", "13"), ("source", 1, "recheck.article_altered")),
        (replaced(TEXT, "300", "301"), ("source", 1, "recheck.cut_otherwise")),
        (put("sources/0/article/headline", None), ("source", 1, "recheck.cut_otherwise")),
        (put("sources/0/article/removed", REMOVED), ("claim", 1, "recheck.evidence_altered")),
        (replaced(f"{SENTENCE}/text", "12", "13"), ("source", 1, "recheck.cut_otherwise")),
        (put(f"{SENTENCE}/label", "1.7"), ("source", 1, "recheck.cut_otherwise")),
        (put(f"{SENTENCE}/paragraph", 4), ("source", 1, "recheck.cut_otherwise")),
        (lambda told: told["sources"][0]["sentences"].pop(), ("source", 1, "recheck.sentences_lost")),
        (put("headline", "Mayor falls into the dock"), ("headline", 1, "recheck.headline")),
        (put("headline_from", 2), ("headline", 1, "recheck.headline")),
        (put("differences", []), ("difference", 1, "recheck.differences")),
        (replaced(f"{VERSION}/text", "12", "19"), ("difference", 1, "numbers.unsupported")),
        (put(f"{VERSION}/contrast", []), ("difference", 1, "recheck.no_difference")),
        (replaced(f"{VERSION}/evidence/0/text", "12", "19"), ("difference", 1, "recheck.evidence_altered")),
        (put("claims/0/roots", [{"sources": [1], "name": "Velm Valley Radio"}]), ("claim", 1, "recheck.roots")),
        (put("receipt/writer", "extractive"), ("claim", 1, "recheck.not_verbatim")),
    ],
)  # fmt: skip
def test_whatever_is_changed_is_seen(edit: Callable[[Told], None], flaw: tuple[str, int, str]) -> None:
    told = told_by()
    edit(told)
    assert flaw in flaws_of(told)


def test_every_digit_of_a_claim_counts() -> None:
    told = told_by()
    for number, claim in enumerate(told["claims"], 1):
        for place, char in enumerate(claim["text"]):
            if not char.isdigit():
                continue
            for digit in set("123456789") - {char}:
                changed = json.loads(json.dumps(told))
                text = claim["text"]
                changed["claims"][number - 1]["text"] = text[:place] + digit + text[place + 1 :]
                assert ("claim", number, "numbers.unsupported") in flaws_of(changed), (text, place, digit)


def test_a_changed_word_of_a_claim_word_for_word_is_seen() -> None:
    told = told_by(own=False)
    told["claims"][0]["text"] = told["claims"][0]["text"].replace("slightly", "badly")
    assert flaws_of(told) == {("claim", 1, "recheck.not_verbatim")}


def test_a_source_that_tells_another_number_is_no_evidence_of_a_claim_word_for_word() -> None:
    told = told_by(own=False)
    other = told["sources"][1]["sentences"][0]
    told["claims"][0]["evidence"].append({name: other[name] for name in ("label", "source", "span", "text")})
    assert ("claim", 1, "numbers.unsupported") in flaws_of(told)


def test_an_origin_that_no_sentence_names_is_seen() -> None:
    told = told_by()
    sentence = told["sources"][0]["sentences"][0]
    evidence = {name: sentence[name] for name in ("label", "source", "span", "text")}
    made_up = Origin.model_validate({"name": "Northern Ledger", "sources": [1], "evidence": [evidence]})
    told["origins"].append(made_up.model_dump(mode="json"))
    assert ("origin", len(told["origins"]), "recheck.not_named") in flaws_of(told)


def test_a_difference_in_words_of_our_own_needs_a_judge_or_that_code_sees_it_too() -> None:
    told = told_by()
    sentences = [told["sources"][0]["sentences"][1], told["sources"][1]["sentences"][1]]
    texts = ["The port will stay closed until Thursday, the mayor said", "The crane was forty years old"]
    version = [
        {
            "text": text,
            "evidence": [{name: sentence[name] for name in ("label", "source", "span", "text")}],
            "contrast": [],
            "quoted_from": None,
        }
        for text, sentence in zip(texts, sentences, strict=True)
    ]
    told["differences"].append({"kind": "statement", "versions": version})
    codes = {flaw[2] for flaw in flaws_of(told)}
    assert "comparison.unconfirmed" in codes
    told["receipt"] |= {"judge": "a-second-model"}
    assert "comparison.unconfirmed" not in {flaw[2] for flaw in flaws_of(told)}


# ---------------------------------------------------------------- what the second model said


def judged(*support: str | None, judge: str | None = "second-1", checks: tuple[str, ...] = ()) -> Told:
    told = told_by()
    for claim, each in zip(told["claims"], support, strict=True):
        claim["support"] = each
    told["receipt"] |= {"judge": judge, "checks": list(checks)}
    return told


def test_what_a_second_model_supports_holds() -> None:
    assert flaws_of(judged(*["supported"] * 3, checks=("support",))) == set()
    assert flaws_of(judged("supported", None, None)) == set()


@pytest.mark.parametrize("support", ["partial", "contradicted", "unsupported"])
@pytest.mark.parametrize("own", [True, False])
def test_what_a_second_model_refused_may_not_be_shown(support: str, own: bool) -> None:
    told = told_by(own=own)
    told["claims"][1]["support"] = support
    told["receipt"]["judge"] = "second-1"
    assert flaws_of(told) == {("claim", 2, "recheck.refused")}


def test_nothing_is_supported_where_no_second_model_is_named() -> None:
    assert flaws_of(judged(None, None, "supported", judge=None)) == {("claim", 3, "recheck.no_judge")}


def test_support_is_no_check_that_ran_where_a_claim_was_not_looked_at() -> None:
    assert flaws_of(judged("supported", None, "supported", checks=("support",))) == {("claim", 2, "recheck.not_judged")}


@pytest.mark.parametrize("own", [True, False])
def test_a_claim_that_stands_twice_is_told_as_that_and_nothing_else(own: bool) -> None:
    told = told_by(own=own)
    told["claims"].insert(1, json.loads(json.dumps(told["claims"][0])))
    assert flaws_of(told) == {("claim", 2, "recheck.repeated")}


def test_a_claim_that_stands_twice_moves_no_origin_of_those_behind_it() -> None:
    """A claim at the top rests on the main report of its article; pushed to the third place it would not."""
    told = told_by(own=False, lines=(LOCK, CRANE_TOO))
    assert told["claims"][1]["roots"] == [{"sources": [1], "name": "Bloomberg"}]
    assert flaws_of(told) == set()
    told["claims"].insert(0, json.loads(json.dumps(told["claims"][0])))
    assert flaws_of(told) == {("claim", 2, "recheck.repeated")}


# ---------------------------------------------------------------- what is no brief


def test_several_briefs_are_read_one_to_a_line_or_laid_out() -> None:
    told = told_by()
    lines = (json.dumps(told) + "\n" + json.dumps(told) + "\n").encode()
    assert len(parse_briefs(lines)) == 2
    assert len(parse_briefs(json.dumps(told, indent=2).encode())) == 1
    assert len(parse_briefs(b"\xef\xbb\xbf" + json.dumps(told).encode())) == 1


@pytest.mark.parametrize(
    "written",
    [
        b"", b"   \n", b"{", b"nonsense", b"[]", b"1", b"null", b'"brief"', b"{}", b"\xff\xfe{}", b"[" * 100_000,
        b'{"a":' * 50_000, b'{"sources": 1}', b'{"sources": [1]}', b'{"sources": {"0": 1}, "claims": null}',
        b'{"sources": [], "claims": []}', b"9" * 5_000, b"NaN",
    ],
)  # fmt: skip
def test_what_is_no_brief_is_told_from_one(written: bytes) -> None:
    with pytest.raises(UsageError) as caught:
        parse_briefs(written)
    assert (caught.value.code, caught.value.params) == ("no_brief", {"number": 1})


@pytest.mark.parametrize(
    "edit",
    [
        put("sources/0/article", 1),
        put("sources/0/article/text", "half a character: \ud83d"),
        put("sources/0/article/text", "a" * 1_000_001),
        put("sources/0/number", 0),
        put("sources/0/number", 2),
        put("sources/0/number", 1.5),
        put("sources/0/number", True),
        put("sources/0/words", "more"),
        put("sources/0/sentences", [{"text": "a"}]),
        put("claims/0/evidence", []),
        put("claims/0/evidence/0/span", {"start": 9, "end": 1}),
        put("claims/0/evidence/0/span", {"start": -1, "end": 1}),
        put("claims/0/text", 12),
        put("claims/0/mood", "calm"),
        put("receipt", None),
        lambda told: told["claims"].extend(told["claims"] * 20),
        lambda told: told["sources"].extend(told["sources"] * 20),
        lambda told: told["claims"][0]["evidence"].extend(told["claims"][0]["evidence"] * 200),
        lambda told: told.pop("sources"),
    ],
)
def test_a_brief_of_another_shape_is_none(edit: Callable[[Told], None]) -> None:
    told = told_by()
    edit(told)
    with pytest.raises(UsageError) as caught:
        parse_briefs((json.dumps(told_by()) + json.dumps(told)).encode())
    assert (caught.value.code, caught.value.params) == ("no_brief", {"number": 2})


def test_too_large_a_file_is_not_looked_at() -> None:
    with pytest.raises(UsageError) as caught:
        parse_briefs(b" " * (MOST_BYTES + 1))
    assert (caught.value.code, caught.value.params) == ("brief_too_large", {"limit": 20})


def test_a_span_beyond_its_article_is_a_flaw_and_no_crash() -> None:
    told = told_by()
    set_to(told, "sources/0/article/headline", {"start": 5_000, "end": 9_000})
    set_to(told, "claims/0/evidence/0/span", {"start": 5_000, "end": 10**12})
    assert ("claim", 1, "recheck.evidence_altered") in flaws_of(told)
