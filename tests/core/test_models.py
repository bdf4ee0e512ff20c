"""What the types themselves refuse, whoever makes them."""

import pytest
from pydantic import ValidationError

from bot.core.models import Claim, Source
from tests.core.test_extractive import BRIDGE


def test_a_sentence_that_is_not_what_stands_at_its_place_is_refused() -> None:
    altered = BRIDGE.sentences[0].model_copy(update={"text": "The council opened the bridge."})
    with pytest.raises(ValidationError, match="not what stands at its place"):
        Source(number=1, article=BRIDGE.article, sentences=(altered,))


def test_a_claim_without_evidence_cannot_be_made() -> None:
    with pytest.raises(ValidationError):
        Claim(text="The bridge is closed.", evidence=())
