"""What makes two requests the same, and what is said of the earlier one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.repeats import subject_of, tell_age
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
