"""What is told of the committed stories, by recorded replies and without a model, holds when it is checked again."""

from __future__ import annotations

import pytest

from bot.app import read_knowledge
from bot.core.models import Brief
from bot.core.rechecking import parse_briefs, recheck
from tests.doubles.stories import STORIES, tell, tell_samples
from tests.e2e.test_recorded_replies import NAMES, told


def flaws_of(brief: Brief) -> list[object]:
    [stored] = parse_briefs(brief.model_dump_json().encode())
    parts = recheck(stored, knowledge=read_knowledge())
    return [(part.kind, part.number, flaw) for part in parts for flaw in part.flaws]


@pytest.mark.parametrize("name", NAMES)
async def test_a_brief_of_a_model_holds_once_more(name: str) -> None:
    brief = await told(name)
    assert brief.receipt.writer == "model"
    assert flaws_of(brief) == []


@pytest.mark.parametrize("name", NAMES)
async def test_a_brief_word_for_word_holds_once_more(name: str) -> None:
    story = next((story for story in STORIES if story.name == name), None)
    for brief in await (tell(story, None) if story else tell_samples(None)):
        assert flaws_of(brief) == []
