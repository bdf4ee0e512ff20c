"""What buttons under an answer offer, and the requests that come of it."""

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.delivering import Button
from bot.core.models import LoadFailure
from bot.core.offers import NEWEST, Offer, ask_again, ask_newest, count_newest, offer_data, read_offer
from bot.core.repeats import is_fresh, subject_of
from bot.core.requests import Link, PastedText
from tests.core.test_repeats import FERRY, NOW, TRAM, asking


def feed(count: int) -> LoadFailure:
    return LoadFailure(given=TRAM, code="feed", params={"title": "Post", "count": count})


class TestAFeed:
    @pytest.mark.parametrize(("count", "offered"), [(0, 0), (1, 1), (2, 2), (3, 3), (40, NEWEST)])
    def test_as_many_articles_are_offered_as_it_has(self, count: int, offered: int) -> None:
        assert count_newest(asking(TRAM), [feed(count)]) == offered

    def test_nothing_is_offered_where_there_is_no_feed_or_no_way_to_ask_again(self) -> None:
        gone = LoadFailure(given=TRAM, code="not_here")
        assert count_newest(asking(TRAM), [gone]) == 0
        assert count_newest(asking(TRAM, PastedText(text="x")), [feed(9)]) == 0
        assert count_newest(asking(Link(url=TRAM, newest=3)), [feed(9)]) == 0

    def test_asked_for_it_is_a_request_of_its_own_that_is_always_made(self) -> None:
        asked = ask_newest(asking(TRAM), asker_id=9, now=NOW + timedelta(hours=1))
        assert asked.items == (Link(url=TRAM, newest=NEWEST),)
        assert asked.id not in {asking(TRAM).id, ask_again(asking(TRAM), asker_id=9, now=NOW).id}
        assert (asked.asker_id, is_fresh(asked)) == (9, True)
        assert subject_of(asked) != subject_of(asking(TRAM))


class TestAskingAgain:
    def test_it_is_a_request_of_its_own_for_the_same_pages_as_they_are_now(self) -> None:
        offered = asking(FERRY, TRAM)
        anew = ask_again(offered, asker_id=9, now=NOW + timedelta(hours=1))
        assert anew.id != offered.id
        assert (anew.chat_id, anew.message_id, anew.asker_id) == (5, 7, 9)
        assert anew.asked_at == NOW + timedelta(hours=1)
        assert anew.items == (Link(url=FERRY, fresh=True), Link(url=TRAM, fresh=True))
        assert (is_fresh(offered), is_fresh(anew)) == (False, True)

    def test_asked_twice_by_whomever_it_is_the_same_request(self) -> None:
        offered = asking(FERRY)
        times = [ask_again(offered, asker_id=asker, now=NOW + timedelta(hours=asker)) for asker in (8, 9)]
        assert times[0].id == times[1].id

    def test_its_brief_is_of_the_same_subject(self) -> None:
        assert subject_of(ask_again(asking(FERRY), asker_id=9, now=NOW)) == subject_of(asking(FERRY))


class TestTheButton:
    @given(st.sampled_from(get_args(Offer)), st.integers(1, 2**31 - 1))
    def test_it_says_what_it_offers_and_for_which_message(self, offer: Offer, message_id: int) -> None:
        data = offer_data(offer, message_id)
        assert Button(label="x", data=data).data == data
        assert read_offer(data) == (offer, message_id)

    @pytest.mark.parametrize(
        "data",
        ["", "v1:again", "v1:again:", "v1:again:0", "v1:again:-7", "v1:again:07", "v1:again:7 ", "v1:again:７",
         "v1:again:7\n", "v2:again:7", "v1:access:open", "v1:again:" + "9" * 17],
    )  # fmt: skip
    def test_any_other_is_about_none(self, data: str) -> None:
        assert read_offer(data) is None
