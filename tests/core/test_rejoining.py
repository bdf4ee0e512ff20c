"""Long pastes that came as several messages, and separate texts that did not."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Span
from bot.core.rejoining import count_units, rejoin
from bot.core.requests import MarkedLink, Upload
from tests.core.incoming import CLIENTS, LIMIT, NOW, articles, cut, message, origin, units

SENTENCE = "The harbour council said on Monday that boats may wait outside. "


def texts(*parts: str) -> list[str]:
    return [each.text for each in rejoin([message(part) for part in parts])]


def filled(length: int, end: str = "") -> str:
    """A text in sentences of exactly so many units that ends as wanted."""
    text = (SENTENCE * (length // len(SENTENCE) + 1))[: length - len(end)]
    return text + end


class TestWhatAClientCut:
    @given(articles(), st.sampled_from(sorted(CLIENTS)))
    def test_comes_back_as_it_was_but_for_white_space_at_the_cuts(self, article: str, client: str) -> None:
        parts = cut(article, client)
        assert len(parts) > 1
        (whole,) = texts(*parts)
        assert whole.split() == article.split()

    @given(articles(), st.sampled_from(["desktop", "android", "ios"]))
    def test_keeps_its_paragraphs_apart(self, article: str, client: str) -> None:
        (whole,) = texts(*cut(article, client))
        paragraphs = [line for line in article.split("\n") if line]
        lines = [line for line in whole.split("\n") if line]
        assert not [line for line in lines if not any(line in paragraph for paragraph in paragraphs)]

    @given(st.text("港口关闭船等市长说。，", min_size=5, max_size=90), st.sampled_from(["desktop", "android", "ios"]))
    def test_without_spaces_between_words_gets_none(self, piece: str, client: str) -> None:
        article = piece * (9_000 // len(piece))
        (whole,) = texts(*cut(article, client))
        assert re.sub(r"\n\n", "", whole) == article

    @given(articles())
    def test_at_the_limit_without_regard_to_words_comes_back_with_every_letter(self, article: str) -> None:
        parts = [article[at : at + LIMIT].strip() for at in range(0, len(article), LIMIT)]
        if units(parts[-1]) > 20:
            (whole,) = texts(*parts)
            assert re.sub(r"\s", "", whole) == re.sub(r"\s", "", article)

    def test_before_a_very_long_paragraph_comes_back(self) -> None:
        article = "Title of it\n\n" + filled(2_300, ".") + "\n\n" + filled(2_500, ".")
        parts = cut(article, "desktop")
        assert [units(part) for part in parts] == [2_313, 2_500]
        assert texts(*parts) == [article]

    def test_after_a_heading_comes_back_in_paragraphs(self) -> None:
        article = filled(3_700, ".") + "\n\nWhat comes next\n\n" + filled(3_000, ".")
        assert texts(*cut(article, "desktop")) == [article]

    def test_is_put_together_under_its_first_message(self) -> None:
        parts = [message(part) for part in cut(filled(9_000, "."), "web")]
        assert [each.message_id for each in rejoin(parts)] == [parts[0].message_id]

    def test_is_measured_in_utf_16_units(self) -> None:
        assert count_units("a👍é") == units("a👍é") == 4
        former = "👍 " * 1_365
        assert units(former) > 4_000
        assert len(texts(former.strip(), "👍 " * 50)) == 1


class TestTheJoint:
    @pytest.mark.parametrize(
        ("end", "start", "joined"),
        [
            ("wait outside.", "The mayor", "wait outside.\n\nThe mayor"),
            ("wait outside!”", "The mayor", "wait outside!”\n\nThe mayor"),
            ("رئيس البلدية.", "وقال", "رئيس البلدية.\n\nوقال"),
            ("the mayor of", "Aldersund said", "the mayor of Aldersund said"),
            ("the city's", "council said", "the city's council said"),
            ("boats, and", "the pilots", "boats, and the pilots"),
            ("cost 3.", "5 million crowns", "cost 3.5 million crowns"),
            ("the U.", "S. council", "the U.S. council"),
            ("the U.S.", "council", "the U.S. council"),
            ("at 9 p.", "m. on Monday", "at 9 p.m. on Monday"),
            ("the approx.", "forty boats", "the approx. forty boats"),
            ("in the U.S.", "The mayor", "in the U.S.\n\nThe mayor"),
            ("since 2024.", "12 boats wait", "since 2024.\n\n12 boats wait"),
            ("waits for 12.", "2. Boats", "waits for 12.\n\n2. Boats"),
            ("市长说", "，船等", "市长说，船等"),
            ("市长说。", "」船等", "市长说。」船等"),
            ("市长说。", "船等", "市长说。\n\n船等"),
        ],
    )
    def test_is_what_stood_there(self, end: str, start: str, joined: str) -> None:
        former = filled(4_090 - len(end)) + " " + end
        latter = f"{start} {SENTENCE * 9}"
        (whole,) = texts(former, latter)
        assert joined in whole

    def test_inside_a_word_is_nothing(self) -> None:
        former = filled(LIMIT, "harb")
        (whole,) = texts(former, "our and " + SENTENCE * 9)
        assert "harbour and" in whole

    def test_one_unit_below_the_limit_is_a_space_that_was_lost(self) -> None:
        former = filled(LIMIT - 1, " the")
        (whole,) = texts(former, "harbour and " + SENTENCE * 9)
        assert "the harbour and" in whole

    def test_one_unit_below_the_limit_is_nothing_before_a_character_of_two(self) -> None:
        former = filled(LIMIT - 1, " 𝒜𝒷")
        assert units(former) > LIMIT - 1
        former = filled(LIMIT - 3, " 𝒜𝒷")
        assert units(former) == LIMIT - 1
        (whole,) = texts(former, "𝒸𝒹 " + SENTENCE * 9)
        assert "𝒜𝒷𝒸𝒹" in whole

    def test_is_a_paragraph_where_the_next_word_would_have_fitted(self) -> None:
        heading = filled(3_900, ".") + "\nWhat comes next"
        latter = "Boats " + SENTENCE * 40
        (whole,) = texts(heading, latter)
        assert "What comes next\n\nBoats" in whole

    def test_is_a_space_in_a_sentence_wherever_it_breaks_off(self) -> None:
        (whole,) = texts(filled(3_900, " the mayor of the"), "port said " + SENTENCE * 40)
        assert "the mayor of the port said" in whole

    def test_is_a_paragraph_after_a_heading_in_a_script_without_spaces(self) -> None:
        (whole,) = texts("港" * 3_800 + "。\n市长", "船等" * 2_000)
        assert "市长\n\n船等" in whole

    def test_is_a_paragraph_where_a_line_end_was_left(self) -> None:
        (whole,) = texts(filled(4_090, " and") + " \n", "the boats " + SENTENCE * 9)
        assert "and\n\nthe boats" in whole


ARTICLE = "Harbour opens after two years\n\n"


class TestTwoTexts:
    @pytest.mark.parametrize("former", [900, 2_000, 2_500, 2_990])
    @pytest.mark.parametrize("latter", [900, 2_500, 4_000])
    @pytest.mark.parametrize("head", ["", ARTICLE])
    def test_below_three_thousand_units_stay_two(self, former: int, latter: int, head: str) -> None:
        parts = [head + filled(former - len(head), "."), head + filled(latter - len(head), ".")]
        assert texts(*parts) == parts

    @pytest.mark.parametrize("former", [3_500, 3_900, 4_096])
    def test_stay_two_where_the_first_is_complete_and_the_second_has_a_title(self, former: int) -> None:
        parts = [filled(former, "."), ARTICLE + filled(3_000, ".")]
        assert texts(*parts) == parts

    def test_stay_two_where_both_would_have_fitted_into_one_message(self) -> None:
        parts = [filled(3_800, "."), "Please be brief"]
        assert texts(*parts) == parts

    def test_stay_two_where_the_next_paragraph_would_have_fitted(self) -> None:
        parts = [filled(3_200, "."), filled(400, ".") + "\n\n" + filled(900, ".")]
        assert texts(*parts) == parts

    def test_become_one_where_the_first_breaks_off_whatever_the_second_looks_like(self) -> None:
        assert len(texts(filled(4_090, " and the"), ARTICLE + filled(900, "."))) == 1

    def test_longer_than_a_message_was_not_cut_by_a_client(self) -> None:
        parts = [filled(9_000, "."), filled(900, ".")]
        assert texts(*parts) == parts

    def test_a_message_of_another_kind_stands_between(self) -> None:
        upload = message(upload=Upload(file_id="f"))
        photo = message(filled(900, "."), unreadable="photo")
        for other in (upload, photo, message(unreadable="sticker"), message(filled(900, "."), album="1")):
            given_ = [message(filled(4_090, " and")), other, message("boats " + filled(3_000, "."))]
            assert rejoin(given_) == tuple(given_)


class TestForwards:
    def two(self, first: object, second: object) -> int:
        former = message(filled(4_090, " and"), forward=first)
        return len(rejoin([former, message("boats " + filled(3_000, "."), forward=second)]))

    def test_of_one_person_at_one_time_are_one_text(self) -> None:
        assert self.two(origin(), origin(sent_at=NOW + timedelta(seconds=2))) == 1

    def test_of_one_channel_are_one_text_though_each_part_has_its_address(self) -> None:
        one = origin("The Courier", "https://t.me/courier/41")
        assert self.two(one, origin("The Courier", "https://t.me/courier/42")) == 1

    def test_keep_the_origin_of_the_first(self) -> None:
        one = origin("The Courier", "https://t.me/courier/41")
        other = origin("The Courier", "https://t.me/courier/42")
        former = message(filled(4_090, " and"), forward=one)
        (whole,) = rejoin([former, message("boats " + filled(3_000, "."), forward=other)])
        assert whole.forward == one

    @pytest.mark.parametrize(
        "other",
        [
            None,
            origin("The Courier", "https://t.me/courier/42", NOW + timedelta(seconds=3)),
            origin("The Courier", "https://t.me/courier/42", NOW - timedelta(seconds=3)),
            origin("The Courier", "https://t.me/another/42"),
            origin("The Ledger", "https://t.me/courier/42"),
            origin("The Courier", "https://t.me/courier/42", None),
        ],
    )
    def test_of_different_origins_or_times_stay_two(self, other: object) -> None:
        assert self.two(origin("The Courier", "https://t.me/courier/41"), other) == 2


class TestLinks:
    @given(articles(), st.sampled_from(["desktop", "android", "web"]), st.data())
    def test_keep_their_words_and_their_order(self, article: str, client: str, data: st.DataObject) -> None:
        parts, wanted = [], []
        for number, text in enumerate(cut(article, client)):
            found = [match.span() for match in re.finditer(r"harbour \w+|council", text)]
            chosen = data.draw(st.sets(st.sampled_from(found), max_size=4)) if found else set()
            links = [
                MarkedLink(span=Span(start=a, end=b), url=f"https://a.org/{number}/{a}") for a, b in sorted(chosen)
            ]
            wanted += [(link.span.of(text), link.url) for link in links]
            parts.append(message(text, links=tuple(links)))
        (whole,) = rejoin(parts)
        assert [(link.span.of(whole.text), link.url) for link in whole.links] == wanted

    def test_stay_on_their_words_where_white_space_is_dropped(self) -> None:
        former, latter = filled(4_080, " and boats") + "  ", " \n The port " + SENTENCE * 9
        at, end = former.rindex("boats"), latter.index("port")
        links = MarkedLink(span=Span(start=at, end=at + 7), url="https://a.org/1")
        other = MarkedLink(span=Span(start=end, end=end + 4), url="https://a.org/2")
        blank = MarkedLink(span=Span(start=0, end=2), url="https://a.org/3")
        (whole,) = rejoin([message(former, links=(links,)), message(latter, links=(blank, other))])
        assert [(link.span.of(whole.text), link.url) for link in whole.links] == [
            ("boats", "https://a.org/1"),
            ("port", "https://a.org/2"),
        ]

    def test_are_dropped_where_the_cut_runs_through_them(self) -> None:
        former, latter = filled(LIMIT, " https://a.org/harb"), "our.html and " + SENTENCE * 9
        torn = MarkedLink(span=Span(start=LIMIT - 18, end=LIMIT), url="https://a.org/harb")
        rest = MarkedLink(span=Span(start=0, end=8), url="our.html")
        kept = MarkedLink(span=Span(start=0, end=3), url="https://a.org/1")
        (whole,) = rejoin([message(former, links=(kept, torn)), message(latter, links=(rest,))])
        assert "https://a.org/harbour.html and" in whole.text
        assert whole.links == (kept,)


@given(st.lists(st.text(max_size=30) | st.integers(1, 4_200).map(filled), max_size=6))
def test_no_text_is_lost_whatever_is_sent(parts: list[str]) -> None:
    whole = "".join(texts(*parts))
    assert re.sub(r"\s", "", whole) == re.sub(r"\s", "", "".join(parts))
