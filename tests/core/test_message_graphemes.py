"""What a reader sees as one character is never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message.graphemes import cut, is_boundary
from tests.core.message_strategies import WORDS

texts = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(
            ("\u0301", "\u200d", "\U0001f1eb", "\u0937", "\u094d", "\r\n", "\u1100", "\u1161", "각", "\u0600", "🏽")
        ),
        st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=3),
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "👨\u200d👩\u200d👧",
        "🇫🇷",
        "👍🏽",
        "❤\ufe0f",
        "#\ufe0f\u20e3",
        "क्षि",
        "\r\n",
        "\u1100각",
        "\u1112\u1161\u11ab",
        "각\u11a8",
        "กำ",
    ],
)
def test_a_cluster_is_not_parted(cluster: str) -> None:
    text = f"a{cluster}b"
    assert [place for place in range(1, len(text)) if is_boundary(text, place)] == [1, len(text) - 1]


def test_flags_are_parted_two_by_two() -> None:
    assert [place for place in range(5) if is_boundary("🇫🇷🇩🇪", place)] == [0, 2, 4]


@given(texts)
def test_every_boundary_is_one_of_unicode(text: str) -> None:
    regex = pytest.importorskip("regex")
    ends = {0} | {match.end() for match in regex.finditer(r"\X", text)}
    assert {place for place in range(len(text) + 1) if is_boundary(text, place)} <= ends


@given(texts, st.data())
def test_a_cut_goes_forward_and_not_beyond(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    place = cut(text, start, end)
    assert place == len(text) or start < place <= end


def test_an_endless_cluster_is_cut_all_the_same() -> None:
    assert cut("a" + "\u0301" * 5_000, 0, 4_096) == 4_096
