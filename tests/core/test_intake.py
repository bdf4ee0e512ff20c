"""What a burst of messages asks for."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.intake import LEAST_ARTICLE, LEAST_TEXT, Understood, read_burst
from bot.core.models import Span
from bot.core.requests import Forward, Incoming, Link, PastedText, Unreadable, Upload
from tests.core.incoming import CLIENTS, NOW, articles, cut, message, origin, with_links, words

FILE = Upload(file_id="f1", name="report.pdf")


def links_in(*messages: Incoming) -> list[str]:
    understood = read_burst(messages)
    assert all(isinstance(item, Link) for item in understood.items)
    return [item.given for item in understood.items]


class TestLinks:
    def test_a_message_with_links_stands_for_them_in_their_order(self) -> None:
        sent = with_links("Look: <https://example.org/b> and <this|http://example.org/a> please")
        assert read_burst([sent]) == Understood(
            items=(Link(url="https://example.org/b"), Link(url="http://example.org/a"))
        )

    def test_only_what_the_platform_marked_is_a_link(self) -> None:
        assert read_burst([message("https://example.org/a")]).items == ()

    @pytest.mark.parametrize(
        ("sent", "meant"),
        [
            ("example.org/a", "https://example.org/a"),
            ("example.org:8080/a", "https://example.org:8080/a"),
            ("example.org:8080", "https://example.org:8080"),
            ("//example.org/a", "https://example.org/a"),
            ("HTTP://example.org/a", "HTTP://example.org/a"),
            ("t.me/courier/42", "https://t.me/courier/42"),
            ("https://t.me/courier", "https://t.me/courier"),
            ("example.org/?next=tg://x", "https://example.org/?next=tg://x"),
        ],
    )
    def test_an_address_without_a_scheme_is_one_of_the_web(self, sent: str, meant: str) -> None:
        assert links_in(with_links(f"<words|{sent}>")) == [meant]

    @pytest.mark.parametrize(
        "sent",
        ["mailto:desk@example.org", "tg://user?id=7", "tel:112", "javascript:alert(1)", "ftp://example.org/a", " "],
    )
    def test_what_does_not_lead_to_the_web_is_dropped(self, sent: str) -> None:
        assert links_in(with_links(f"<words|{sent}> <https://example.org/a>")) == ["https://example.org/a"]
        assert read_burst([with_links(f"<words|{sent}>")]).hint == "hint-greeting"

    def test_messages_are_read_in_their_order_however_they_came(self) -> None:
        one, two, three = (with_links(f"<https://example.org/{n}>") for n in range(3))
        assert links_in(three, one, two) == [f"https://example.org/{n}" for n in range(3)]

    def test_a_message_that_came_twice_is_read_once_as_it_was_last(self) -> None:
        sent = with_links("<https://example.org/a>")
        edited = with_links("<https://example.org/b>").model_copy(update={"message_id": sent.message_id})
        assert links_in(sent, edited) == ["https://example.org/b"]

    def test_the_same_link_twice_stays_twice(self) -> None:
        sent = with_links("<https://example.org/a> <https://example.org/a>")
        assert links_in(sent) == ["https://example.org/a"] * 2

    def test_words_about_links_in_a_message_of_their_own_are_no_text(self) -> None:
        assert links_in(message("Compare these two please"), with_links("<https://example.org/a>")) == [
            "https://example.org/a"
        ]


class TestTexts:
    def test_a_text_is_one_from_twenty_five_words_on(self) -> None:
        assert read_burst([message(words(LEAST_TEXT))]).items == (PastedText(text=words(LEAST_TEXT)),)
        assert read_burst([message(words(LEAST_TEXT - 1))]).items == ()

    def test_an_article_keeps_its_links_to_itself(self) -> None:
        sent = with_links(words(LEAST_ARTICLE) + " <https://example.org/a>")
        assert read_burst([sent]).items == (PastedText(text=sent.text),)

    def test_words_of_links_do_not_make_an_article(self) -> None:
        sent = with_links(
            words(LEAST_ARTICLE - 1) + f" <{words(30)}|https://example.org/a> <https://example.org/b-c-d>"
        )
        assert links_in(sent) == ["https://example.org/a", "https://example.org/b-c-d"]

    def test_words_on_both_sides_of_a_link_are_not_one(self) -> None:
        sent = with_links("boat<x|https://example.org/a>boat " + words(LEAST_ARTICLE - 2))
        assert read_burst([sent]).items == (PastedText(text=sent.text),)

    def test_a_script_without_spaces_is_counted_in_words_too(self) -> None:
        text = "港口关闭船等在外面" * 10
        assert read_burst([message(text)]).items == (PastedText(text=text),)
        assert read_burst([message("港口关闭船等在外面")]).items == ()

    def test_words_of_a_link_inside_another_are_counted_with_neither(self) -> None:
        sent = with_links(f"<{words(40)}|https://example.org/a> " + words(LEAST_ARTICLE - 1))
        inner = sent.links[0].model_copy(update={"span": Span(start=1, end=2)})
        assert len(links_in(sent.model_copy(update={"links": (sent.links[0], inner)}))) == 2

    def test_links_that_overlap_or_reach_beyond_the_text_do_no_harm(self) -> None:
        sent = with_links(f"<{words(3)}|https://example.org/a> " + words(LEAST_ARTICLE))
        wide = sent.links[0].model_copy(update={"span": Span(start=0, end=9_999)})
        beyond = sent.links[0].model_copy(update={"span": Span(start=5_000, end=9_999)})
        odd = sent.model_copy(update={"links": (sent.links[0], wide, beyond)})
        assert links_in(odd) == ["https://example.org/a"] * 3

    @given(articles(), st.sampled_from(sorted(CLIENTS)))
    def test_a_paste_that_a_client_cut_is_one_text(self, article: str, client: str) -> None:
        (item,) = read_burst([message(part) for part in cut(article, client)]).items
        assert isinstance(item, PastedText)
        assert item.text.split() == article.split()

    def test_two_articles_in_a_burst_are_two_texts(self) -> None:
        burst = [message(words(200)), message(words(300))]
        assert [item.kind for item in read_burst(burst).items] == ["pasted", "pasted"]

    def test_texts_links_and_files_of_one_burst_keep_their_order(self) -> None:
        burst = [message(words(70)), with_links("<https://example.org/a>"), message(upload=FILE)]
        assert [item.kind for item in read_burst(burst).items] == ["pasted", "link", "upload"]


class TestForwards:
    COURIER = origin("The Courier", "https://t.me/courier/42")

    def test_a_post_carries_where_it_comes_from(self) -> None:
        sent = message(words(40), forward=self.COURIER)
        assert read_burst([sent]).items == (
            Forward(text=words(40), outlet="The Courier", url="https://t.me/courier/42", published_at=NOW),
        )

    def test_a_teaser_stands_for_its_link(self) -> None:
        sent = with_links(words(40) + " <Read on|https://example.org/a>", forward=self.COURIER)
        assert links_in(sent) == ["https://example.org/a"]

    @pytest.mark.parametrize(
        "own", ["https://t.me/courier", "t.me/s/courier/", "https://t.me/+AbC-12", "t.me/joinchat/x1"]
    )
    def test_the_link_of_a_channel_under_its_post_is_not_what_the_post_is_about(self, own: str) -> None:
        teaser = with_links(f"{words(40)} <Read on|https://example.org/a> <Join us|{own}>", forward=self.COURIER)
        assert links_in(teaser) == ["https://example.org/a"]
        post = with_links(f"{words(40)} <Join us|{own}>", forward=self.COURIER)
        assert [item.kind for item in read_burst([post]).items] == ["forward"]
        bare = with_links(f"<Join us|{own}>", forward=self.COURIER)
        assert len(links_in(bare)) == 1

    def test_a_link_to_another_post_is_one_like_any_other(self) -> None:
        sent = with_links(words(40) + " <https://t.me/ledger/7>", forward=self.COURIER)
        assert links_in(sent) == ["https://t.me/ledger/7"]

    def test_a_short_post_says_nothing_to_summarise(self) -> None:
        assert read_burst([message(words(5), forward=self.COURIER)]).hint == "hint-greeting"


class TestFiles:
    def test_a_file_is_read_and_so_are_the_links_of_its_caption(self) -> None:
        sent = with_links("See also <https://example.org/a>", upload=FILE)
        assert read_burst([sent]).items == (FILE, Link(url="https://example.org/a"))

    def test_a_caption_that_is_an_article_is_read_too(self) -> None:
        sent = message(words(LEAST_ARTICLE), upload=FILE)
        assert read_burst([sent]).items == (FILE, PastedText(text=words(LEAST_ARTICLE)))

    def test_a_caption_that_is_a_remark_is_not(self) -> None:
        assert read_burst([message(words(LEAST_ARTICLE - 1), upload=FILE)]).items == (FILE,)

    def test_the_files_of_an_album_are_read_one_by_one(self) -> None:
        files = [Upload(file_id=f"f{n}", name=f"{n}.pdf") for n in range(3)]
        burst = [message("All three" if n == 0 else "", upload=file, album="a") for n, file in enumerate(files)]
        assert read_burst(burst).items == tuple(files)


class TestHints:
    @pytest.mark.parametrize(
        ("unreadable", "hint"),
        [
            ("sticker", "hint-sticker"),
            ("voice", "hint-voice"),
            ("audio", "hint-voice"),
            ("video", "hint-video"),
            ("animation", "hint-video"),
            ("photo", "hint-photo"),
            ("contact", "hint-other"),
            ("location", "hint-other"),
            ("poll", "hint-other"),
            ("other", "hint-other"),
        ],
    )
    def test_what_cannot_be_read_is_named(self, unreadable: Unreadable, hint: str) -> None:
        assert read_burst([message(unreadable=unreadable)]) == Understood(hint=hint)
        assert read_burst([message("Nice, is it not?", unreadable=unreadable)]).hint == hint

    @pytest.mark.parametrize("unreadable", get_args(Unreadable))
    def test_whatever_the_platform_may_send_gets_an_answer(self, unreadable: Unreadable) -> None:
        assert read_burst([message(unreadable=unreadable)]).hint

    @pytest.mark.parametrize("unreadable", ["photo", "video"])
    def test_a_caption_that_is_a_text_is_read_whatever_it_stands_under(self, unreadable: Unreadable) -> None:
        sent = message(words(LEAST_TEXT), unreadable=unreadable)
        assert read_burst([sent]) == Understood(items=(PastedText(text=words(LEAST_TEXT)),))

    @pytest.mark.parametrize("text", ["Hello", "what can you do?", "👍", "/", "/ 5", words(11)])
    def test_a_few_words_are_a_greeting(self, text: str) -> None:
        assert read_burst([message(text)]) == Understood(hint="hint-greeting")

    @pytest.mark.parametrize("text", [words(12), words(24)])
    def test_a_text_too_short_for_an_article_is_told_what_would_be_enough(self, text: str) -> None:
        assert read_burst([message(text)]) == Understood(hint="hint-short", params={"least": LEAST_TEXT})

    @pytest.mark.parametrize("text", ["/frobnicate", "/frobnicate@some_bot", "/frobnicate now", "/x\nnow"])
    def test_a_command_that_nobody_knows_is_called_one(self, text: str) -> None:
        assert read_burst([message(text)]) == Understood(hint="hint-command")

    def test_a_command_before_a_link_does_not_hide_it(self) -> None:
        assert links_in(with_links("/frobnicate <https://example.org/a>")) == ["https://example.org/a"]

    @pytest.mark.parametrize("burst", [[], [message()], [message(" \n ")]])
    def test_nothing_at_all_is_answered_as_such(self, burst: list[Incoming]) -> None:
        assert read_burst(burst).hint == "hint-empty"

    def test_of_several_messages_the_first_is_answered(self) -> None:
        hello, sticker = message("Hello"), message(unreadable="sticker")
        assert read_burst([sticker, hello]).hint == "hint-greeting"

    def test_what_can_be_read_needs_no_hint(self) -> None:
        assert read_burst([message(unreadable="sticker"), message(words(30))]).hint is None


TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<>"), max_size=40)
    | st.integers(0, 80).map(words)
    | st.sampled_from(["/x", "<example.org>", "<x|mailto:a>", "<x|https://t.me/courier>"])
)
MESSAGES = st.builds(
    lambda text, **changes: with_links(text, **changes),
    TEXTS,
    unreadable=st.none() | st.sampled_from(get_args(Unreadable)),
    upload=st.none() | st.just(FILE),
    forward=st.none() | st.just(TestForwards.COURIER),
)


@given(st.lists(MESSAGES, max_size=5), st.data())
def test_there_is_always_something_to_read_or_something_to_say(burst: list[Incoming], data: st.DataObject) -> None:
    understood = read_burst(burst)
    assert bool(understood.items) != (understood.hint is not None)
    assert read_burst(data.draw(st.permutations(burst))) == understood
