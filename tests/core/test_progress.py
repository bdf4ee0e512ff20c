"""What a waiting chat is told, and how often."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.progress import ProgressState, next_edit


class TestWhatIsTold:
    def test_a_new_request_waits(self) -> None:
        assert ProgressState().message() == ("chat-waiting", {})

    def test_reading_counts_what_was_looked_at_whether_it_could_be_read_or_not(self) -> None:
        state = ProgressState().reading(3)
        assert state.message() == ("chat-reading", {"total": 3, "done": 0})
        state = state.read(ok=True).read(ok=False)
        assert state.message() == ("chat-reading", {"total": 3, "done": 2})

    def test_once_all_is_read_the_articles_that_could_be_read_are_compared(self) -> None:
        state = ProgressState().reading(3).read(ok=True).read(ok=False).read(ok=True)
        assert state.message() == ("chat-comparing", {"articles": 2})

    @pytest.mark.parametrize("ok", [True, False])
    def test_one_article_or_none_is_not_compared_with_anything(self, ok: bool) -> None:
        assert ProgressState().reading(1).read(ok=ok).message() == ("chat-reading", {"total": 1, "done": 1})

    def test_writing_checking_and_repairing_say_how_much(self) -> None:
        state = ProgressState().reading(1).read(ok=True).writing(1)
        assert state.message() == ("chat-writing", {"articles": 1})
        assert state.checking(9).message() == ("chat-checking", {"claims": 9})
        assert state.checking(9).repairing(2).message() == ("chat-repairing", {"claims": 2})

    def test_a_second_story_is_written_after_the_first_was_checked(self) -> None:
        state = ProgressState().reading(3).writing(2).checking(7).writing(1)
        assert state.message() == ("chat-writing", {"articles": 1})

    def test_news_of_reading_that_comes_late_does_not_turn_back(self) -> None:
        state = ProgressState().reading(2).writing(1)
        assert state.read(ok=True) == state

    def test_more_is_never_done_than_there_is(self) -> None:
        state = ProgressState().reading(1).read(ok=False).read(ok=False)
        assert state.message() == ("chat-reading", {"total": 2, "done": 2})

    def test_a_state_is_not_changed_by_what_follows_it(self) -> None:
        state = ProgressState().reading(2)
        state.read(ok=True)
        assert state.message() == ("chat-reading", {"total": 2, "done": 0})


def _edits_until(end: float) -> list[float]:
    """When a message that was sent at 0 changes, if there is always something new to say."""
    times: list[float] = []
    last = 0.0
    while (at := next_edit(last, last, edits=len(times))) < end:
        times.append(at)
        last = at
    return times


class TestPacing:
    def test_a_message_not_sent_yet_may_be_sent_at_once(self) -> None:
        assert next_edit(None, 7.0, edits=0) == 7.0

    def test_the_first_change_is_seen_after_a_second(self) -> None:
        assert next_edit(100.0, 100.0, edits=0) == 101.0

    def test_what_has_waited_long_enough_may_change_at_once(self) -> None:
        assert next_edit(100.0, 160.0, edits=3) == 160.0

    def test_a_long_wait_is_told_every_five_seconds(self) -> None:
        assert next_edit(100.0, 100.0, edits=500) == 105.0

    def test_a_minute_costs_fewer_edits_than_a_group_allows(self) -> None:
        assert len(_edits_until(10.0)) <= 5
        assert len(_edits_until(60.0)) < 20

    def test_changes_become_rarer_and_never_more_frequent(self) -> None:
        times = [0.0, *_edits_until(60.0)]
        gaps = [later - earlier for earlier, later in pairwise(times)]
        assert gaps == sorted(gaps)
        assert 3.0 in gaps
        assert gaps[-1] == 5.0

    @given(st.floats(0, 1e6), st.floats(0, 1e6), st.integers(0, 1_000))
    def test_a_chat_is_never_told_more_than_once_a_second(self, last: float, waited: float, edits: int) -> None:
        now = last + waited
        at = next_edit(last, now, edits=edits)
        assert at >= now
        assert at >= last + 1.0
