"""What makes two requests the same, and what is said of the earlier one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.delivering import Button
from bot.core.repeats import ask_again, button_data, is_fresh, message_of, subject_of, tell_age
from bot.core.requests import Forward, Item, Link, PastedText, Request, Upload

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
FERRY, TRAM = "https://news.example.com/ferry?id=7", "https://news.example.com/tram"


def asking(*items: Item | str, **more: object) -> Request:
    made = tuple(Link(url=item) if isinstance(item, str) else item for item in items)
    request = Request(id="5:7", chat_id=5, asker_id=6, message_id=7, items=made, asked_at=NOW)
    return request.model_copy(update=more)


class TestTheSubject:
    @pytest.mark.parametrize(
        "same",
        [
            (TRAM, FERRY),
            (FERRY, TRAM, FERRY),
            (FERRY + "&utm_source=chat&fbclid=x", TRAM + "?utm_medium=social"),
            (FERRY + "#comments", TRAM),
            ("HTTPS://News.Example.com:443/ferry?id=7", TRAM),
        ],
    )
    def test_the_same_pages_are_the_same_however_they_are_sent(self, same: tuple[str, ...]) -> None:
        assert subject_of(asking(*same)) == subject_of(asking(FERRY, TRAM))

    @pytest.mark.parametrize(
        "other",
        [
            asking(FERRY),
            asking(FERRY, TRAM, "https://news.example.com/"),
            asking("https://news.example.com/ferry?id=8", TRAM),
            asking("https://news.example.com/Ferry?id=7", TRAM),
            asking(FERRY, TRAM, language="de"),
            asking(FERRY, TRAM, length="short"),
        ],
    )
    def test_other_pages_and_other_options_are_another_one(self, other: Request) -> None:
        assert subject_of(other) not in (subject_of(asking(FERRY, TRAM)), None)

    @pytest.mark.parametrize(
        "item", [PastedText(text=FERRY), Forward(text="x", url=FERRY), Upload(file_id="F", name=FERRY)]
    )
    def test_what_is_not_only_links_has_none(self, item: Item) -> None:
        assert subject_of(asking(FERRY, item)) is None

    def test_it_says_nothing_of_the_links(self) -> None:
        subject = subject_of(asking(FERRY))
        assert subject is not None
        assert len(subject) == 64
        assert set(subject) <= set("0123456789abcdef")

    @given(st.lists(st.text(), min_size=1, max_size=4))
    def test_whatever_is_sent_as_a_link_has_one(self, urls: list[str]) -> None:
        assert subject_of(asking(*urls)) == subject_of(asking(*reversed(urls)))


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
    @given(st.integers(1, 2**31 - 1))
    def test_it_says_which_message_it_is_about(self, message_id: int) -> None:
        data = button_data(message_id)
        assert Button(label="x", data=data).data == data
        assert message_of(data) == message_id

    @pytest.mark.parametrize(
        "data",
        ["", "v1:again", "v1:again:", "v1:again:0", "v1:again:-7", "v1:again:07", "v1:again:7 ", "v1:again:７",
         "v1:again:7\n", "v2:again:7", "v1:access:open", "v1:again:" + "9" * 17],
    )  # fmt: skip
    def test_any_other_is_about_none(self, data: str) -> None:
        assert message_of(data) is None


@pytest.mark.parametrize(
    ("age", "told"),
    [
        (timedelta(seconds=-5), ("chat-again-now", {})),
        (timedelta(seconds=59), ("chat-again-now", {})),
        (timedelta(minutes=1), ("chat-again-minutes", {"count": 1})),
        (timedelta(minutes=59, seconds=59), ("chat-again-minutes", {"count": 59})),
        (timedelta(minutes=60), ("chat-again-hours", {"count": 1})),
        (timedelta(hours=47, minutes=59), ("chat-again-hours", {"count": 47})),
        (timedelta(hours=48), ("chat-again-days", {"count": 2})),
        (timedelta(days=29, hours=23), ("chat-again-days", {"count": 29})),
    ],
)
def test_how_long_ago_is_told_in_whole_units_that_have_passed(age: timedelta, told: tuple[str, dict[str, int]]) -> None:
    assert tell_age(age) == told
