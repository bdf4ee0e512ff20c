"""A marker opens the article at its sentence: checked with a small browser that follows the specification."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.message.fragments import MAX_DIRECTIVE, fragment_url
from bot.core.models import Span
from tests.core.message_strategies import WORDS

PAGE = "https://news.example.com/story"


# ---------------------------------------------------------------- a browser
# Source: WICG "URL Fragment Text Directives", sections 3.4 (syntax) and 3.5 ("find a range from a text directive").


def parsed(url: str) -> tuple[str, str, str, str]:
    """Prefix, start, end and suffix of the one text directive of `url`."""
    directive = url.split("#", 1)[1].split(":~:", 1)[1]
    assert directive.startswith("text=")
    terms = directive.removeprefix("text=").split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms[-1].startswith("-") else ""
    assert 1 <= len(terms) <= 2
    for term in (prefix, suffix, *terms):
        assert not set("-&,") & set(term)
        assert term.isascii()
    return unquote(prefix), unquote(terms[0]), unquote(terms[1]) if len(terms) > 1 else "", unquote(suffix)


def folded(text: str) -> list[str]:
    """Each character at the primary level: no case, no accents, one kind of quotation mark and of space."""
    shown = []
    for char in text:
        char = "'" if char in "‘’‚" else '"' if char in "“”„" else char
        bare = "".join(one for one in unicodedata.normalize("NFD", char) if not unicodedata.combining(one))
        shown.append(" " if char.isspace() and char != "\n" else bare.casefold())
    return shown


@dataclass
class Browser:
    text: str

    def __post_init__(self) -> None:
        pairs = [(part, place) for place, char in enumerate(folded(self.text)) for part in char]
        kept = [
            pair for index, pair in enumerate(pairs) if not (pair[0] == " " and index and pairs[index - 1][0] == " ")
        ]
        self.page = "".join(part for part, _ in kept)
        self.origin = [place for _, place in kept] + [len(self.text)]

    def at_word_boundary(self, place: int) -> bool:
        if place in {0, len(self.page)}:
            return True
        before, after = self.page[place - 1], self.page[place]
        return not ((before.isalnum() or before == "_") and (after.isalnum() or after == "_"))

    def find(self, query: str, start: int, *, word_start: bool, word_end: bool) -> tuple[int, int] | None:
        query = re.sub(" +", " ", "".join(folded(query)))
        place = self.page.find(query, start)
        while place >= 0:
            end = place + len(query)
            if (not word_start or self.at_word_boundary(place)) and (not word_end or self.at_word_boundary(end)):
                return place, end
            place = self.page.find(query, place + 1)
        return None

    def past_space(self, place: int) -> int:
        while place < len(self.page) and self.page[place].isspace():
            place += 1
        return place

    def goes_to(self, url: str) -> str | None:
        found = self.range(*parsed(url))
        return None if found is None else self.text[self.origin[found[0]] : self.origin[found[1] - 1] + 1]

    def place(self, url: str) -> int | None:
        found = self.range(*parsed(url))
        return None if found is None else self.origin[found[0]]

    def range(self, prefix: str, start: str, end: str, suffix: str) -> tuple[int, int] | None:
        search = 0
        while search < len(self.page):
            begin = search
            if prefix:
                before = self.find(prefix, search, word_start=True, word_end=False)
                if before is None:
                    return None
                search, begin = before[0] + 1, self.past_space(before[1])
            match = self.find(start, begin, word_start=not prefix, word_end=bool(end) or not suffix)
            if match is None:
                return None
            if prefix and match[0] != begin:
                continue
            search = search if prefix else match[0] + 1
            closes = match[1]
            while True:
                if end:
                    last = self.find(end, closes, word_start=True, word_end=not suffix)
                    if last is None:
                        return None
                    closes = last[1]
                if not suffix:
                    return match[0], closes
                after = self.past_space(closes)
                found = self.find(suffix, after, word_start=False, word_end=True)
                if found is None:
                    return None
                if found[0] == after:
                    return match[0], closes
                if not end:
                    break
        return None


def sentence_at(text: str, sentence: str, *, number: int = 0) -> Span:
    start = [match.start() for match in re.finditer(re.escape(sentence), text)][number]
    return Span(start=start, end=start + len(sentence))


# ---------------------------------------------------------------- by example

ARTICLE = (
    "The ferry stops for the winter\n"
    "The ferry stops on Monday. “We have no choice,” the harbour master said, in a well-known, dry & salty tone. "
    "Tickets stay valid.\n"
    "In the spring the ferry, which has crossed the bay since the days of the old lighthouse, will return with "
    "a new engine and a crew of twelve. Tickets stay valid. The mayor agreed.\n"
    "Паром остановят в понедельник, сообщила пресс-секретарь порта в пятницу вечером. "
    "渡轮周一停航，港务局说。他说：“没有办法。”\n"
    "تتوقف العبارة يوم الاثنين. नौका सोमवार को रुकेगी।"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry stops on Monday.",
        "“We have no choice,” the harbour master said, in a well-known, dry & salty tone.",
        "In the spring the ferry, which has crossed the bay since the days of the old lighthouse, will return with "
        "a new engine and a crew of twelve.",
        "The mayor agreed.",
        "Паром остановят в понедельник, сообщила пресс-секретарь порта в пятницу вечером.",
        "渡轮周一停航，港务局说。",
        "他说：“没有办法。”",
        "تتوقف العبارة يوم الاثنين.",
        "नौका सोमवार को रुकेगी।",
    ],
)
def test_a_browser_goes_to_the_sentence(sentence: str) -> None:
    url = fragment_url(PAGE, text=ARTICLE, span=sentence_at(ARTICLE, sentence))
    assert Browser(ARTICLE).goes_to(url) == sentence


@pytest.mark.parametrize("number", [0, 1])
def test_of_two_equal_sentences_the_right_one_is_found(number: int) -> None:
    span = sentence_at(ARTICLE, "Tickets stay valid.", number=number)
    url = fragment_url(PAGE, text=ARTICLE, span=span)
    assert Browser(ARTICLE).place(url) == span.start
    assert any(parsed(url)[index] for index in (0, 3)), "only its neighbours tell it apart"


def test_a_sentence_that_a_title_repeats_is_told_apart() -> None:
    text = "The ferry stops\nThe ferry stops. It is winter."
    url = fragment_url(PAGE, text=text, span=sentence_at(text, "The ferry stops."))
    assert Browser(text).place(url) == 16


def test_a_long_sentence_is_given_by_its_ends() -> None:
    sentence = "In the spring the ferry, which has crossed"
    span = Span(start=ARTICLE.index(sentence), end=ARTICLE.index(" Tickets stay valid. The mayor"))
    _, start, end, _ = parsed(fragment_url(PAGE, text=ARTICLE, span=span))
    assert span.of(ARTICLE).startswith(start)
    assert span.of(ARTICLE).endswith(end)
    assert len(start) + len(end) < 60


@pytest.mark.parametrize(
    ("url", "start"),
    [
        (PAGE, f"{PAGE}#:~:text="),
        (f"{PAGE}#", f"{PAGE}#:~:text="),
        (f"{PAGE}#part-2", f"{PAGE}#part-2:~:text="),
        (f"{PAGE}?a=1#part-2:~:text=old", f"{PAGE}?a=1#part-2:~:text="),
        (f"{PAGE}#:~:text=old,-x", f"{PAGE}#:~:text="),
    ],
)
def test_an_element_fragment_stays_and_an_old_directive_goes(url: str, start: str) -> None:
    made = fragment_url(url, text="Ferries stop. Trains run.", span=Span(start=0, end=13))
    assert made == f"{start}Ferries%20stop."


def test_the_characters_of_the_grammar_are_escaped() -> None:
    text = "Well-known, dry & salty; 100% “so”. Next."
    made = fragment_url(PAGE, text=text, span=Span(start=0, end=text.index(" Next")))
    assert made.split("text=")[1] == "Well%2Dknown%2C%20dry%20%26%20salty%3B%20100%25%20%E2%80%9Cso%E2%80%9D."


def test_a_sentence_too_long_for_a_directive_leaves_the_address_alone() -> None:
    assert fragment_url(f"{PAGE}#x", text="的" * 900, span=Span(start=0, end=900)) == f"{PAGE}#x"


# ---------------------------------------------------------------- by property

a_sentence = st.lists(
    st.sampled_from([*(word for word in WORDS if word.isalnum()), "a", "b", "so,", "R&D", "well-known", "“x”", "d'un"]),
    min_size=1,
    max_size=30,
).map(lambda words: " ".join(words) + ".")
articles = st.lists(st.lists(a_sentence, min_size=1, max_size=5), min_size=1, max_size=4)


@given(articles, st.sampled_from([" ", "  ", "\u00a0"]), st.data())
def test_the_directive_leads_to_exactly_the_sentence(
    paragraphs: list[list[str]], space: str, data: st.DataObject
) -> None:
    lines = [" ".join(paragraph) for paragraph in paragraphs]
    text = "\n".join(lines).replace(" ", space)
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    index = data.draw(st.integers(0, len(paragraphs[number]) - 1))
    start = sum(len(line.replace(" ", space)) + 1 for line in lines[:number])
    start += sum(len((sentence + " ").replace(" ", space)) for sentence in paragraphs[number][:index])
    sentence = paragraphs[number][index].replace(" ", space)
    span = Span(start=start, end=start + len(sentence))
    assert span.of(text) == sentence
    url = fragment_url(PAGE, text=text, span=span)
    assert len(url) <= len(PAGE) + len("#:~:text=") + MAX_DIRECTIVE
    browser = Browser(text)
    assert "".join(folded(browser.goes_to(url) or "")) == "".join(folded(sentence))
    # Where the same words stand twice among the same neighbours nothing can tell them apart.
    assume(text.count(sentence) == 1)
    assert browser.place(url) == span.start


@pytest.mark.parametrize("unit", ["The ferry stops. ", "a ", "的", "\n", "， "])
def test_endless_repetition_is_no_trouble(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert fragment_url(PAGE, text=text, span=Span(start=100_000, end=100_100)).startswith(PAGE)
