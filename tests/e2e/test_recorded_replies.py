"""The real prompt, wire, schema, checks and renderers on self-written stories, with replies recorded for each request.

A recorded reply is found by the hash of its request: when the prompt or an article changes, these tests fail until the
replies are recorded anew (`tests/data/replies/README.md`).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from bot.app import open_texts
from bot.core.message import classic, markdown, plain
from bot.core.message.brief import compose
from bot.core.message.notes import closing
from bot.core.models import Brief
from tests.doubles.model_endpoint import ModelEndpoint
from tests.doubles.recorded_replies import RecordedReplies
from tests.doubles.stories import REPLIES, STORIES, open_judge, open_writer, tell, tell_samples

NAMES = ["samples", *(story.name for story in STORIES)]
_told: dict[str, tuple[Brief, ...]] = {}


async def told(name: str) -> Brief:
    """Return the brief of a story, made once with its recorded replies."""
    if name not in _told:
        story = next((story for story in STORIES if story.name == name), None)
        with ModelEndpoint(RecordedReplies(REPLIES)) as endpoint:
            writer = open_writer(endpoint)
            judge = open_judge(writer)
            _told[name] = await (tell(story, writer, judge) if story else tell_samples(writer, judge))
            await writer.model.aclose()
    [brief] = _told[name]
    return brief


@cache
def recorded(name: str) -> dict[str, object]:
    reply: dict[str, object] = json.loads((REPLIES / f"{name}-brief.json").read_text(encoding="utf-8"))["reply"]
    return reply


@pytest.mark.parametrize("name", NAMES)
async def test_the_models_work_is_used(name: str) -> None:
    brief = await told(name)
    assert (brief.receipt.writer, brief.receipt.prompt) == ("model", "brief/v1")


@pytest.mark.parametrize("name", NAMES)
async def test_every_claim_has_evidence_that_stands_in_its_article(name: str) -> None:
    brief = await told(name)
    texts = {source.number: source.article.text for source in brief.sources}
    citable = {label for source in brief.sources for label in source.by_label}
    for claim in brief.claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert evidence.label in citable
            assert evidence.span.of(texts[evidence.source]) == evidence.text


@pytest.mark.parametrize("name", NAMES)
async def test_nothing_that_was_drafted_is_lost_without_being_counted(name: str) -> None:
    brief = await told(name)
    drafted = len(recorded(name)["claims"])  # type: ignore[arg-type]
    claims_withheld = [withheld for withheld in brief.withheld if not withheld.is_difference]
    assert len(brief.claims) + len(claims_withheld) == drafted


@pytest.mark.parametrize("name", NAMES)
async def test_the_reply_agrees_across_sources_and_says_what_was_checked(name: str) -> None:
    brief = await told(name)
    assert [claim for claim in brief.claims if len(claim.sources) > 1]
    texts = open_texts(brief.language)
    shown = " ".join(plain.render(compose(brief, texts), width=100).split())
    count = len(brief.claims) + sum(not each.is_difference for each in brief.withheld)
    assert shown.endswith(" ".join(closing(brief, texts).spans[0].text.split()))
    assert str(count) in closing(brief, texts).spans[0].text


@pytest.mark.parametrize("name", NAMES)
async def test_every_form_of_the_reply_can_be_made(name: str) -> None:
    brief = await told(name)
    document = compose(brief, open_texts(brief.language))
    assert all(len(message.text.encode("utf-16-le")) // 2 <= 4096 for message in classic.render(document))
    assert brief.claims[0].text[:20] in classic.render(document)[0].text
    assert markdown.render(document).startswith("# ")


def test_every_recording_says_who_wrote_it_and_belongs_to_a_story() -> None:
    for path in sorted(Path(REPLIES).glob("*.json")):
        recording = json.loads(path.read_text(encoding="utf-8"))
        assert recording["by"]
        assert re.fullmatch(r"(.+)-(?:brief|(?:repair|judge|compare)-\d)", path.stem)[1] in NAMES  # type: ignore[index]


@pytest.mark.parametrize("name", NAMES)
async def test_a_second_model_has_read_every_claim_that_is_shown(name: str) -> None:
    brief = await told(name)
    assert {claim.support for claim in brief.claims} == {"supported"}
    assert (brief.receipt.judge_prompt, brief.receipt.judge_fault) == ("judge/v1", None)
    assert "support" in brief.receipt.checks


async def test_what_the_second_model_found_missing_was_mended_and_is_on_the_receipt() -> None:
    brief = await told("rail-de")
    [mended] = [claim for claim in brief.claims if claim.tries]
    assert [finding.code for finding in mended.tries[0].findings] == ["support.partial"]
    assert "nachts" in mended.text
    assert "nachts" not in mended.tries[0].text


async def test_a_difference_that_only_a_reader_can_tell_is_shown_with_both_sides() -> None:
    brief = await told("flood-en")
    told_by = {
        frozenset(each.source for version in difference.versions for each in version.evidence)
        for difference in brief.differences
    }
    assert len(brief.differences) == 2
    assert all(len(sources) > 1 for sources in told_by)


def test_three_languages_and_four_stories_beside_the_samples_are_recorded() -> None:
    assert len([name for name in NAMES if (REPLIES / f"{name}-brief.json").exists()]) >= 5
