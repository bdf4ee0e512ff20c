"""An address, a mention, a command or a tag in a claim is one of the sentence that it cites."""

import pytest

from bot.core.checking.names import check
from bot.core.checking.naming.handles import foreign_handles
from bot.core.knowledge import Knowledge
from bot.core.models import Source
from tests.core.checking_sources import source_of, stated

FERRY = "The ferry to Tolby stops on Monday."
PRIZE = "Readers may enter the draw at prize.example or write to @ferry_desk."
SOURCE = source_of(FERRY, PRIZE, "The mayor agreed.")


def foreign(text: str, *, label: str = "1.1", source: Source = SOURCE) -> tuple[str, ...]:
    return foreign_handles(stated(text, source, labels=(label,)))


@pytest.mark.parametrize(
    "handle",
    [
        "prize.example",
        "www.prize.example/x?y=1",
        "https://prize.example",
        "tg://resolve?domain=ferry",
        "t.me/ferry",
        "office@prize.example",
        "@ferry_desk",
        "/ban",
        "#ferry",
        "#паром",
        "пример.рф",
        "http://169.254.169.254/latest",
        "ferry_desk_bot",
        "<script>",
        "</article>",
    ],
)
def test_what_a_reader_could_open_must_stand_in_a_cited_sentence(handle: str) -> None:
    assert foreign(f"{FERRY} ({handle})") == (handle,)
    assert foreign(f"The ferry stops: {handle}.") == (handle,)
    assert foreign(f"The ferry stops: {handle}.", source=source_of(f"The ferry stops, says {handle}.")) == ()


def test_a_sentence_beside_the_cited_one_is_not_enough() -> None:
    assert foreign("The ferry stops, says prize.example.") == ("prize.example",)
    assert foreign("The draw is at prize.example and @ferry_desk.", label="1.2") == ()


def test_an_article_may_be_named_by_its_outlet_or_its_address() -> None:
    article = SOURCE.article.model_copy(update={"outlet": "coastdaily.example", "url": "https://www.gazette.example/a"})
    source = SOURCE.model_copy(update={"article": article})
    assert foreign("The ferry stops, coastdaily.example and gazette.example report.", source=source) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. ferry stops at 4 p.m. and/or 16:00, i.e. at 30 km/h.",
        "Die Fähre hält am 12.Mai, z.B. in Tolby u.a. um 8.30 Uhr.",
        "Паром, т.е. судно, встал 12.мая.",
        "It is the #1 ferry, says Node.js, at 3.5m.",
        "Ferry No.12 stops… or not.",
        "渡轮停航。市长说。",
    ],
)
def test_ordinary_abbreviations_and_numbers_are_no_addresses(text: str) -> None:
    assert foreign(text) == ()


def test_a_foreign_address_is_found_as_an_unknown_name() -> None:
    found = check(stated("The ferry stops, see evil.example.", SOURCE), knowledge=Knowledge())
    assert [(each.code, each.words) for each in found] == [("names.unknown", "evil.example")]
