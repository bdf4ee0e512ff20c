"""C3: what stands in quotation marks was said, in these words, by the one who is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.quotation_marks import balanced, quotations
from bot.core.checking.quotations import check
from bot.core.checking.wording import wording_of
from tests.core.checking_sources import source_of, stated

SAID = "“We won’t raise fares before the summer — not by a cent,” the mayor said, calling it “a promise”."


def codes(claim: str, *sentences: str, labels: tuple[str, ...] = ("1.1",)) -> list[str]:
    return [each.code for each in check(stated(claim, source_of(*sentences), labels=labels))]


@pytest.mark.parametrize(
    "claim",
    [
        'The mayor said: "We won\'t raise fares before the summer".',
        "“We won’t raise fares before the summer,” the mayor said.",
        "The mayor said the city would not “raise fares before the summer - not by a cent.”",
        "«We won’t raise fares before the summer», the mayor said.",
        "„We won’t raise fares … not by a cent“, said the mayor.",
        "The mayor said “we won’t raise fares [...] not by a cent”.",
        "The mayor called it 'a promise'.",
        "The mayor called it “a promise.”",
        "The mayor won't raise the crews' fares in the '90s style.",
    ],
)
def test_words_that_were_said_pass_in_any_typography(claim: str) -> None:
    assert codes(claim, SAID) == []


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor said: “We will not raise fares before the summer”.",
        "The mayor said: “We won’t raise prices before the summer”.",
        "The mayor said: “We won’t raise fares the summer”.",
        "The mayor said: “We won’t [ever] raise fares before the summer”.",
        "The mayor said: “not by a cent … We won’t raise fares”.",
        "The mayor called it “a threat”.",
        "The mayor called it 'a threat'.",
        "The mayor spoke of “prom”.",
    ],
)
def test_altered_words_are_caught(claim: str) -> None:
    assert codes(claim, SAID) == ["quotations.altered"]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Sie sagte: „Wir erhöhen nichts vor dem Sommer.“", "„Wir erhöhen nichts vor dem Sommer“, sagte sie."),
        ("Мэр сказал: «Мы не повысим цены до лета».", "«Мы не повысим цены до лета», — заявил мэр."),
        ("Le maire a dit : « Rien n’augmentera avant l’été. »", "« Rien n'augmentera avant l'été », a dit le maire."),
        ("市长说:“夏天之前我们不会涨价。”", "“夏天之前我们不会涨价,”市长说。"),
        ("市長は「夏までは値上げしません」と述べた。", "市長は「夏までは値上げしません。」と語った。"),
        ("قال العمدة: «لن نرفع الأسعار قبل الصيف».", "«لن نرفع الأسعار قبل الصيف»، قال العمدة."),
        ("महापौर ने कहा, “हम गर्मी से पहले किराया नहीं बढ़ाएंगे।”", "“हम गर्मी से पहले किराया नहीं बढ़ाएंगे।” महापौर ने कहा।"),
    ],
)  # fmt: skip
def test_quotations_of_every_script(claim: str, sentence: str) -> None:
    assert codes(claim, sentence) == []
    altered = [claim.replace(old, new) for old, new in (("Sommer", "Winter"), ("лета", "зимы"), ("été", "hiver"),
               ("夏天", "冬天"), ("夏ま", "冬ま"), ("الصيف", "الشتاء"), ("गर्मी", "सर्दी")) if old in claim]  # fmt: skip
    assert codes(altered[0], sentence) == ["quotations.altered"]


def test_reported_words_are_nobodys_speech() -> None:
    sentence = "The mayor said fares would not rise before the summer at all."
    assert codes("The mayor said “fares would not rise before the summer”.", sentence) == ["quotations.altered"]
    assert codes("The mayor spoke of “the summer”.", sentence) == []


def test_a_title_needs_no_marks_in_the_source() -> None:
    sentence = "Her book The Long Way Over Water was sold on the ferry."
    assert codes("She wrote “The Long Way Over Water”.", sentence) == []
    assert codes("She wrote “The Short Way Over Water”.", sentence) == ["quotations.altered"]


def test_a_quotation_may_run_over_two_cited_sentences() -> None:
    sentences = ("“We will wait.", "Nobody leaves tonight,” the captain said.", "The ferry left.")
    claim = "The captain said: “We will wait. Nobody leaves tonight.”"
    assert codes(claim, *sentences, labels=("1.1", "1.2")) == []
    assert codes(claim, *sentences, labels=("1.2",)) == ["quotations.altered"]


def test_words_are_not_joined_across_a_gap() -> None:
    sentences = ("“We will wait here,” he said.", "It rained.", "“Nobody leaves tonight,” he said.")
    assert codes("He said: “wait here nobody leaves”.", *sentences, labels=("1.1", "1.3")) == ["quotations.altered"]
    assert codes("He said: “It rained.”", *sentences, labels=("1.1", "1.3")) == ["quotations.altered"]


def test_an_uncited_sentence_does_not_bear_a_quotation_out() -> None:
    assert codes("He said: “Nobody leaves tonight.”", "It rained.", "“Nobody leaves tonight,” he said.") == [
        "quotations.altered"
    ]


class TestSeveralSources:
    ONE = source_of("There is “significant evidence of a leak”, the ministry said.", number=1)
    CLAIM = "The ministry spoke of “significant evidence of a leak”."

    def against(self, sentence: str) -> list[str]:
        two = source_of(sentence, number=2)
        return [each.code for each in check(stated(self.CLAIM, self.ONE, two, labels=("1.1", "2.1")))]

    def test_another_wording_in_a_cited_source_fails(self) -> None:
        assert self.against("There is “substantial evidence of a leak”, the ministry said.") == ["quotations.altered"]

    def test_the_same_wording_passes(self) -> None:
        assert self.against('The ministry sees "significant evidence of a leak."') == []

    def test_a_source_that_quotes_nothing_passes(self) -> None:
        assert self.against("The ministry sees signs of a leak.") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Harbour said: “We will wait for the tide to turn.”", []),
        ("Northport said: “We will wait for the tide to turn.”", ["quotations.speaker"]),
        ("“We will wait for the tide to turn,” said Northport.", ["quotations.speaker"]),
        ("The mayor said: “We will wait for the tide to turn.”", ["quotations.speaker"]),
        ("The spokeswoman said: “We will wait for the tide to turn.”", []),
        ("She said: “We will wait for the tide to turn.”", []),
        ("Northport's Harbour Office said: “We will wait for the tide to turn.”", []),
    ],
)
def test_the_speaker_stands_beside_the_words(claim: str, expected: list[str]) -> None:
    sentences = ("The spokeswoman of the Harbour Office came late.", "“We will wait for the tide to turn,” she said.")
    assert codes(claim, *sentences, labels=("1.2",)) == expected


@pytest.mark.parametrize(
    ("claim", "passes"),
    [
        ("The mayor spoke of “fog, ice, and rust”.", True),
        ("The mayor spoke of “fog, ice and rust”.", True),
        ("The mayor spoke of “fog ice and rust”.", False),
        ("The mayor spoke of “fog, ice, or rust”.", False),
    ],
)
@pytest.mark.parametrize("said", ["The mayor said: “fog, ice and rust”.", "The mayor said: “fog, ice, and rust”."])
def test_only_the_comma_before_and_is_a_matter_of_style(claim: str, passes: bool, said: str) -> None:
    assert codes(claim, said) == ([] if passes else ["quotations.altered"])


def test_a_word_before_a_quotation_is_not_its_speaker() -> None:
    said = "“You get to see the birth of an island,” the geologist said."
    assert codes("Still, “you get to see the birth of an island,” experts say.", said) == []
    assert codes("“You get to see the birth of an island,” Ahlmann says.", said) == ["quotations.speaker"]


@pytest.mark.parametrize("claim", ["He said: “We will wait.", "We will wait,” he said.", '"We will wait, he said.'])
def test_a_mark_without_its_partner_is_caught(claim: str) -> None:
    assert codes(claim, "“We will wait,” he said.") == ["quotations.unbalanced"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("the workers' pay and the crews' rest", []),
        ("don't, won't, rock 'n' roll, the '90s, O’Hara’s", []),
        ("the 'new' plan", ["new"]),
        ("he said “the ‘new’ plan”", ["the ‘new’ plan"]),
        ('a 12" pipe', []),
        ('"One," he said, "two."', ["One,", "two."]),
        ("»So«, sagte er", ["So"]),
        ("「船は「北」へ」", ["船は「北"]),
        ("« Oui », dit-il", [" Oui "]),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, inside: list[str]) -> None:
    assert [text[each.start : each.end] for each in quotations(text) if not each.open_end] == inside


@given(text=st.text(alphabet=st.sampled_from("ab \"'“”‘’„«»「」.,"), max_size=60))
def test_quotations_are_in_order_and_inside_the_text(text: str) -> None:
    at = 0
    for each in quotations(text):
        assert at <= each.start <= each.end <= len(text)
        at = each.end


@given(text=st.text(max_size=100))
def test_words_keep_their_places(text: str) -> None:
    wording = wording_of(text)
    assert all(start < end <= len(text) for start, end in wording.places)
    if wording.words:
        assert wording.find(wording.words) == (0, len(wording.words))


@given(
    words=st.lists(st.sampled_from(["we", "will", "wait", "12", "boats", "船", "лодка", "-", "…", "don’t"]), min_size=1)
)
def test_quoting_a_whole_quotation_passes(words: list[str]) -> None:
    said = " ".join(words)
    assert codes(f"She said “{said}”.", f"“{said}”, she said.") == []


@pytest.mark.parametrize("piece", ["'a ", " 'a", "“", '"', "”", "‘a’ ", "a …", "« ", "a.b "])
def test_endless_marks_are_read_in_linear_steps(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert len(quotations(text)) <= len(text)
    assert balanced("“" + text) in (True, False)


def test_an_endless_paragraph_is_searched_once() -> None:
    sentence = "“we wait ” " * 5_000
    assert codes("She said “we wait for nobody at all”.", sentence) == ["quotations.altered"]
