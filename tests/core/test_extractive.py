"""The writer without a model: what it chooses, carries along, and leaves."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.compare import align, find_differences, find_tensions
from bot.core.leaning import leans
from bot.core.models import Article, Claim, Sentence, Source, Span
from bot.core.sentences import label
from bot.core.writing.extractive import CLAIMS, Picture, choose_headline, extract
from bot.core.writing.salience import rank, weigh
from bot.loading import item_of
from tests.doubles.stories import STORIES, Files, Story


def source_of(*sentences: str, number: int = 1, headline: str = "", paragraphs: Sequence[int] | None = None) -> Source:
    """A source with exactly these sentences, a paragraph each unless said otherwise."""
    text, cut = headline, []
    for index, sentence in enumerate(sentences, start=1):
        text += "\n"
        span = Span(start=len(text), end=len(text) + len(sentence))
        text += sentence
        paragraph = paragraphs[index - 1] if paragraphs else index - 1
        cut.append(Sentence(label=f"{number}.{index}", source=number, index=index, span=span, text=sentence,
                            paragraph=paragraph))  # fmt: skip
    title = Span(start=0, end=len(headline)) if headline else None
    article = Article(id=str(number), medium="pasted", given="-", language="en", headline=title, text=text)
    top = (
        Sentence(label=f"{number}.0", source=number, index=0, span=title, text=headline, paragraph=-1)
        if title
        else None
    )
    return Source(number=number, article=article, headline=top, sentences=tuple(cut))


def texts(claims: Sequence[Claim]) -> list[str]:
    return [claim.text for claim in claims]


BRIDGE = source_of(
    "The council closed the old bridge over the Lune on Monday after engineers found cracks in two pillars.",
    "Engineers found the cracks during a yearly inspection, the council said in a statement.",
    "Buses will take another road until the bridge is safe, the transport office said.",
    "Repairs to the pillars will cost about four million crowns, according to the council.",
    "A baker near the bridge said that half of her customers had stayed away since Monday.",
    "The bridge was built in 1931 and carries nine thousand cars a day.",
    headline="Council closes old Lune bridge after cracks are found",
)


SAID = tuple(
    template.format(what=what)
    for what in ("bridge", "ferry", "tunnel")
    for template in (
        "The council closed the old {what} over the Lune on Monday after a storm.",
        "On Monday the council closed the old {what} over the Lune.",
        "The old {what} over the Lune stays open, the council said.",
        "He said that the {what} was safe.",
        "Nine people were hurt at the {what} when the storm came, the police said.",
        "Twelve people were hurt at the {what} when the storm came, the police said.",
    )
)

MANY = settings()
HALF = settings(MANY, max_examples=MANY.max_examples // 2)

View = tuple[frozenset[tuple[str, frozenset[tuple[int, int]], int]], tuple[str, ...], tuple[str, int]]


def view(articles: Sequence[Article], order: Sequence[int]) -> View:
    """What is told of articles whose true numbers are `order`: claims with their places, their order, the headline."""
    sources = tuple(label(article, number=number) for number, article in enumerate(articles, 1))
    quoted = [each for each in find_differences(sources) if each.kind == "quotation"]
    picture = Picture(
        joined=align(sources),
        disputed=frozenset(e.label for each in quoted for version in each.versions for e in version.evidence),
        tensions=find_tensions(sources),
    )
    claims = extract(sources, length="long", picture=picture)
    found = frozenset(
        (each.text, frozenset((order[e.source - 1], e.span.start) for e in each.evidence), order[each.quoted_from - 1])
        for each in claims
        if each.quoted_from
    )
    headline, source = choose_headline(sources, loaded=frozenset())
    return found, tuple(each.text for each in claims), (headline, order[source - 1])


def orders(count: int) -> set[tuple[int, ...]]:
    """As sent, backwards, and with the first one last."""
    forth = tuple(range(count))
    return {forth, forth[::-1], (*forth[1:], 0)}


def dated(source: Source, day: date) -> Source:
    return source.model_copy(update={"article": source.article.model_copy(update={"published_at": day})})


class TestChoosing:
    def test_claims_are_sentences_of_the_source_word_for_word_with_their_place(self) -> None:
        for claim in extract([BRIDGE], length="standard", picture=Picture()):
            assert claim.quoted_from == 1
            assert claim.text in BRIDGE.article.text
            assert all(e.span.of(BRIDGE.article.text) == e.text for e in claim.evidence)

    def test_the_lead_comes_first(self) -> None:
        assert texts(extract([BRIDGE], length="short", picture=Picture()))[0] == BRIDGE.sentences[0].text

    @pytest.mark.parametrize("length", ["short", "standard", "long"])
    def test_no_more_claims_than_the_length_allows(self, length: str) -> None:
        many = source_of(
            *[f"Item {n} of the {word} list was approved." for n, word in enumerate("abcdefghijklmnopqrstuv")]
        )
        assert len(extract([many], length=length, picture=Picture())) <= CLAIMS[length]  # type: ignore[arg-type, index]

    def test_what_is_said_twice_is_told_once(self) -> None:
        twice = source_of(
            *[s.text for s in BRIDGE.sentences[:3]], BRIDGE.sentences[0].text.replace("Monday", "that day")
        )
        told = texts(extract([twice], length="long", picture=Picture()))
        assert sum("closed the old bridge" in text for text in told) == 1

    def test_twins_in_every_place_are_borne(self) -> None:
        for twin in BRIDGE.sentences:
            twice = source_of(*[s.text for s in BRIDGE.sentences], twin.text, number=1)
            assert texts(extract([twice], length="long", picture=Picture())).count(twin.text) <= 1

    def test_a_twin_is_not_brought_along_for_what_leans_on_it(self) -> None:
        lead = "The audit office said the estimate of the Lune bridge was possible if nothing breaks."
        leaning = "It had asked the council for its figures in the spring, and got them in the autumn."
        source = source_of(
            *[s.text for s in BRIDGE.sentences], lead, lead, leaning, paragraphs=[0, 1, 2, 3, 4, 5, 6, 7, 7]
        )
        told = texts(extract([source], length="long", picture=Picture()))
        assert sum(lead in text for text in told) == 1

    def test_questions_and_fragments_are_worth_less_than_statements(self) -> None:
        mixed = source_of("Will the bridge over the Lune open again this year?", "The Lune bridge.",
                          "The bridge over the Lune will open again this year.")  # fmt: skip
        weights = {label: salience.score for label, salience in weigh([mixed]).items()}
        assert weights["1.3"] > weights["1.1"]
        assert weights["1.3"] > weights["1.2"]

    def test_a_disputed_sentence_is_no_claim(self) -> None:
        told = extract([BRIDGE], length="long", picture=Picture(disputed=frozenset({"1.4"})))
        assert "1.4" not in {e.label for claim in told for e in claim.evidence}

    def test_a_source_without_sentences_gives_no_claims(self) -> None:
        assert extract([source_of()], length="standard", picture=Picture()) == ()

    def test_rank_gives_a_number_for_each_sentence(self) -> None:
        assert len(rank(BRIDGE)) == len(BRIDGE.sentences)


class TestAgreement:
    OTHER = source_of(
        "Cars cannot cross the old bridge over the Lune since Monday, when the council shut it because of cracks.",
        "The mayor asked people to leave their cars at home this week.",
        number=2,
    )

    def test_one_statement_of_two_sources_is_one_claim_with_both_citations(self) -> None:
        joined = ((BRIDGE.sentences[0], self.OTHER.sentences[0]),)
        told = extract([BRIDGE, self.OTHER], length="standard", picture=Picture(joined=joined))
        [both] = [claim for claim in told if claim.sources == (1, 2)]
        assert {e.label for e in both.evidence} == {"1.1", "2.1"}

    def test_of_two_wordings_the_one_without_loaded_words_is_shown(self) -> None:
        plain = "The council shut the old bridge over the Lune on Monday because of cracks in its pillars, it said."
        loaded = "The council slammed the old bridge shut on Monday in a shocking move over cracks."
        one, two = source_of(loaded, number=1), source_of(plain, number=2)
        picture = Picture(joined=((one.sentences[0], two.sentences[0]),), loaded=frozenset({"slam", "shock"}))
        assert texts(extract([one, two], length="short", picture=picture))[0] == plain

    def test_a_sentence_at_odds_with_a_chosen_one_is_no_repetition(self) -> None:
        yes = "The transport minister approved the plan for a tunnel under the Lune on Tuesday."
        no = "The transport minister rejected the plan for a tunnel under the Lune on Tuesday."
        one, two = source_of(yes, number=1), source_of(no, number=2)
        tensions = frozenset({frozenset({"1.1", "2.1"})})
        assert len(extract([one, two], length="short", picture=Picture())) == 1
        assert len(extract([one, two], length="short", picture=Picture(tensions=tensions))) == 2

    def test_loaded_words_inside_a_quotation_are_the_speakers(self) -> None:
        quoted = "“It is a shocking and brutal decision,” a baker near the old bridge said on Monday."
        bare = "It is a shocking and brutal decision to close the old bridge, near a baker, on Monday."
        picture = Picture(loaded=frozenset({"shock", "brutal"}))
        one, two = source_of(quoted, number=1), source_of(bare, number=2)
        assert texts(extract([one, two], length="short", picture=picture))[0] == quoted


class TestLeaning:
    @pytest.mark.parametrize(
        "text",
        [
            "He added that the work would take a year.", "This was not enough, she said.", "However, the road is open.",
            "The decision was announced on Friday.", "Das sagte ein Sprecher am Freitag.", "Er nannte keine Summe.",
            "Hasta entonces no hablará.", "Он не назвал дату.", "«Il ne dira rien», a-t-on appris.",
            "これは三年ぶりだ。",
        ],
    )  # fmt: skip
    def test_a_sentence_that_opens_with_a_reference_leans(self, text: str) -> None:
        assert leans(text)

    @pytest.mark.parametrize(
        "text",
        [
            "The council closed the bridge.",
            "Das Museum bleibt geschlossen.",
            "Theatre tickets sold out.",
            "Itinerant workers left.", "Мэр закрыл мост.", "県は橋を閉鎖した。", "“We will act,” the mayor said.",
        ],
    )  # fmt: skip
    def test_a_sentence_that_stands_alone_does_not(self, text: str) -> None:
        assert not leans(text)

    def test_it_brings_along_what_it_leans_on(self) -> None:
        source = source_of(
            "The mayor said the bridge over the Lune would stay closed until autumn.",
            "She added that the city would pay for four extra ferries across the Lune.",
            paragraphs=[0, 0],
        )
        told = extract([source], length="long", picture=Picture())
        assert all(not leans(claim.text) for claim in told)
        for claim in told:
            if "four extra ferries" in claim.text:
                assert [e.label for e in claim.evidence] == ["1.1", "1.2"]
                assert claim.text == source.article.text[claim.evidence[0].span.start : claim.evidence[-1].span.end]

    def test_it_never_brings_back_what_was_removed_between_them(self) -> None:
        source = source_of(
            "The mayor said the bridge over the Lune would stay closed until autumn.",
            "She added that the city would pay for four extra ferries across the Lune.",
        )
        text = source.article.text.replace("autumn.\n", "autumn.\nSign up for our weather alerts\n")
        shift = len("Sign up for our weather alerts\n")
        last = source.sentences[1]
        moved = last.model_copy(update={"span": Span(start=last.span.start + shift, end=last.span.end + shift)})
        article = source.article.model_copy(update={"text": text})
        apart = Source(number=1, article=article, sentences=(source.sentences[0], moved))
        # The first is told as a difference, so that only the second can bring it along.
        [claim] = extract([apart], length="long", picture=Picture(disputed=frozenset({"1.1"})))
        assert claim.text == last.text


class TestOrder:
    def test_an_article_published_first_is_quoted_where_two_have_the_same_sentence(self) -> None:
        lead = BRIDGE.sentences[0].text
        early, late = source_of(lead, number=2), source_of(lead, number=1)
        early = dated(early, date(2026, 3, 2))
        late = dated(late, date(2026, 3, 3))
        picture = Picture(joined=((late.sentences[0], early.sentences[0]),))
        for sources in ([early, late], [late, early]):
            [claim] = extract(sources, length="short", picture=picture)
            assert claim.quoted_from == early.number
            assert [each.label for each in claim.evidence] == ["2.1", "1.1"]

    @pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
    async def test_the_order_in_which_articles_were_sent_changes_nothing_that_is_told(self, story: Story) -> None:
        articles = [await Files().load(item_of(path)) for path in story.files]
        first, *others = (view([articles[at] for at in order], order) for order in orders(len(articles)))
        assert first[0]
        assert all(other == first for other in others)

    @settings(HALF)
    @given(st.lists(st.lists(st.sampled_from(SAID), min_size=1, max_size=5).map(tuple), min_size=2, max_size=4,
                    unique=True))  # fmt: skip
    def test_nor_does_it_where_articles_repeat_each_other(self, articles: list[tuple[str, ...]]) -> None:
        seen = [
            view([source_of(*articles[at], headline=f"Bridge {len(articles[at])}").article for at in order], order)
            for order in orders(len(articles))
        ]
        assert seen[1:] == seen[:-1]


class TestHeadline:
    def test_the_one_with_the_fewest_loaded_words_is_chosen(self) -> None:
        one = source_of(*[s.text for s in BRIDGE.sentences], headline="Shock as bridge chaos hits town", number=1)
        two = source_of(*[s.text for s in BRIDGE.sentences], headline="Old Lune bridge closed after cracks", number=2)
        loaded = frozenset({"shock", "chao"})
        assert choose_headline([one, two], loaded=loaded)[0] == "Old Lune bridge closed after cracks"

    def test_without_any_the_first_sentence_serves(self) -> None:
        assert choose_headline([source_of("The bridge is closed.")], loaded=frozenset()) == (
            "The bridge is closed.",
            1,
        )
