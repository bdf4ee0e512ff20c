"""What a report keeps, what it cannot tell, and the buttons that lead to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.delivering import Button
from bot.core.receipts import KeptBrief, receipt_of
from bot.core.reports import CHOOSE, Report, ShownBrief, closed, opened, read_choice, report_key, report_of
from tests.adapters.store_cases import NOW
from tests.core.test_receipts import a_claim, briefed

KEY = report_key("a token")
OFFER = Button(label="Again", data="v1:again:7")


def a_report(
    *, request_id: str = "50:1", place: int = 0, number: int = 1, person_id: int = 7, key: bytes = KEY
) -> Report:
    brief = KeptBrief.of(briefed(*[a_claim()] * 12))
    receipt = receipt_of(brief, number)
    assert receipt is not None
    shown = ShownBrief(request_id=request_id, place=place, brief=brief)
    return report_of(shown, receipt, person_id=person_id, key=key, now=NOW)


class TestWhoReportsWhat:
    def test_the_same_report_is_known_again(self) -> None:
        assert a_report().once == a_report().once

    @pytest.mark.parametrize(
        "other", [{"request_id": "50:2"}, {"place": 1}, {"number": 2}, {"person_id": 8}, {"key": report_key("another")}]
    )
    def test_any_other_report_is_another(self, other: dict[str, object]) -> None:
        assert a_report(**other).once != a_report().once  # type: ignore[arg-type]

    def test_claims_of_one_brief_are_known_to_be_of_one_brief_whoever_reports_them(self) -> None:
        assert a_report(number=2, person_id=8).brief == a_report().brief
        assert a_report(place=1).brief != a_report().brief

    def test_numbers_that_run_together_are_kept_apart(self) -> None:
        assert a_report(number=1, person_id=23).once != a_report(number=12, person_id=3).once

    def test_the_key_is_not_the_secret(self) -> None:
        assert report_key("a token") != b"a token"
        assert report_key("a token") == report_key("a token") != report_key("another")


class TestTheButtons:
    @pytest.mark.parametrize(
        ("data", "choice"),
        [("v1:wrong", "choose"), ("v1:wrong:0", "cancel"), ("v1:wrong:1", 1), ("v1:wrong:20", 20), ("v1:wrong:99", 99)],
    )
    def test_they_are_read_as_they_were_written(self, data: str, choice: object) -> None:
        assert read_choice(data) == choice

    @pytest.mark.parametrize(
        "data",
        ["", "v1:wrong:", "v1:wrong:01", "v1:wrong:100", "v1:wrong:-1", "v2:wrong:1", "v1:wrong:1\n", "v1:wrong:٣"],
    )
    def test_anything_else_is_no_choice(self, data: str) -> None:
        assert read_choice(data) is None

    @given(count=st.integers(1, 20))
    def test_each_claim_has_its_number_in_short_rows_and_there_is_a_way_back(self, count: int) -> None:
        rows = opened([OFFER], count=count, cancel="None")
        assert rows[0] == (OFFER,)
        assert read_choice(rows[-1][0].data) == "cancel"
        numbers = [button for row in rows[1:-1] for button in row]
        assert [read_choice(button.data) for button in numbers] == list(range(1, count + 1))
        assert [button.label for button in numbers] == [str(number) for number in range(1, count + 1)]
        assert all(1 <= len(row) <= 5 for row in rows)

    def test_closed_again_there_is_what_was_there_before(self) -> None:
        assert closed([OFFER], label="Wrong") == ((OFFER, Button(label="Wrong", data=CHOOSE)),)
        assert closed([], label="Wrong") == ((Button(label="Wrong", data=CHOOSE),),)
