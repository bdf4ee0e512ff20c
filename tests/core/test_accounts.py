"""What the owner is told was answered."""

from bot.core.message.accounts import tell_usage
from bot.core.usage import Prices, Totals
from tests.core.message_strategies import english


def test_whoever_was_led_to_an_earlier_brief_was_answered_too() -> None:
    today = Totals(requests=4, outcomes={"answered": 1, "repeated": 2, "failed": 1})
    month = Totals(requests=9, outcomes={"answered": 5, "repeated": 3, "nothing_read": 1})
    told = tell_usage(today=today, month=month, cap=None, prices=Prices(), words=english())
    assert told.splitlines()[:2] == ["Requests: 4 today, 9 this month", "Answered: 3 today, 8 this month"]
