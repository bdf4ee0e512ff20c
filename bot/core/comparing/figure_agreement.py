"""Whether two numbers are the same, or could both be right of one thing."""

from __future__ import annotations

from bot.core.comparing.figures import Figure


def equal(one: Figure, other: Figure) -> bool:
    """Whether two numbers state the same: one value of one thing, or a value and its rounding that says "about"."""
    if not counts_the_same(one, other):
        return False
    bounds = {one.bound, other.bound}
    if one.value == other.value:
        return len(bounds) == 1 or bounds == {"", "about"}
    gap = abs(one.value - other.value)
    return (
        "about" in bounds
        and bounds <= {"", "about"}
        and "%" not in one.unit
        and gap <= 0.03 * max(one.value, other.value)
    )


def counts_the_same(one: Figure, other: Figure) -> bool:
    """Whether what one number counts first is among what the other counts; a bare number counts anything."""
    if not one.unit or not other.unit:
        return one.unit == other.unit or one.value == other.value
    return one.unit[0] in other.unit or other.unit[0] in one.unit


def compatible(one: Figure, other: Figure) -> bool:
    """Whether two numbers could both be right of the same thing: equal, rounded, or a bound that holds."""
    if one.value == other.value:
        return {one.bound, other.bound} != {"least", "most"}
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if (low.bound == "least" and high.bound != "most") or (high.bound == "most" and low.bound != "least"):
        return True
    about = [figure for figure in (one, other) if figure.bound == "about"]
    slack = 0.1 if about else 0.0
    return high.value - low.value <= slack * high.value or _rounded(one, other) or _rounded(other, one)


def _rounded(rough: Figure, exact: Figure) -> bool:
    """Whether `rough` is `exact` with its last digits rounded away, as in 3.2 million for 3,187,000."""
    if rough.value < 1000 or rough.value == 0:
        return False
    step = 1.0
    while rough.value % (step * 10) == 0:
        step *= 10
    return step >= 100 and abs(rough.value - exact.value) <= step / 2
