"""What of a pasted text is the story, what stands around it, and what the surroundings tell."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.furniture import APPEAL, OPENING, WHOLE, bare_line, fold_line
from bot.core.models import Article
from bot.core.pasted import clean
from bot.core.wrapping import unwrap


def paste(text: str) -> Article:
    return clean(Article(id="0" * 16, medium="pasted", given="-", text=text))


def kept_lines(article: Article) -> list[str]:
    inside = [removed.span for removed in article.removed]
    found, at = [], 0
    for line in article.text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip() and not any(span.start <= start < span.end for span in inside):
            found.append(line.strip())
        at += len(line) + 1
    return found


def reason_of(article: Article, line: str) -> str | None:
    return next((r.reason for r in article.removed if r.span.of(article.text) == line), None)


STORY = """The mayor of Aldersund opened the new tram line on Monday after two years of building work.

The line runs from the station to the hospital and cost 40 million crowns, the city council said.

Some residents complained about the noise. The operator promised quieter wheels by autumn."""


class TestTheSeeds:
    """Which lines of the two real pastes are the story was read by eye; the files themselves stay outside."""

    STORY_LINES = (
        {25, 29, 31, 33, 37, 39, 43, 47, 49, 51, 53},
        {8, 11, 14, 17, 20, 23, 26, 29, 32, 35, 38, 41},
    )
    HEADLINE = (21, 3)

    @pytest.fixture
    def seeds(self) -> list[str]:
        folder = os.environ.get("SEEDS")
        if not folder:
            pytest.skip("SEEDS is not set")
        return [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]

    @pytest.mark.parametrize("number", [0, 1])
    def test_exactly_the_story_is_kept(self, seeds: list[str], number: int) -> None:
        lines = dict(enumerate(seeds[number].split("\n"), start=1))
        wanted = [lines[n].strip() for n in sorted(self.STORY_LINES[number] | {self.HEADLINE[number]})]
        assert kept_lines(paste(seeds[number])) == wanted

    @pytest.mark.parametrize("number", [0, 1])
    def test_the_headline_is_found(self, seeds: list[str], number: int) -> None:
        lines = dict(enumerate(seeds[number].split("\n"), start=1))
        assert paste(seeds[number]).title == lines[self.HEADLINE[number]].strip()

    def test_a_byline_becomes_the_author(self, seeds: list[str]) -> None:
        article = paste(seeds[1])
        assert article.authors == (seeds[1].split("\n")[4].strip(),)
        assert article.outlet is not None
        assert reason_of(article, article.authors[0]) == "byline"


class TestFurniture:
    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("READ: Ten quiet places by the sea", "teaser"),
            ("Lesen Sie auch: Warum die Fähre später kommt", "teaser"),
            ("Читайте также: новый мост откроют весной", "teaser"),
            ("Photo: city archive", "credit"),
            ("Foto: Stadtarchiv", "credit"),
            ("Advertisement", "advertisement"),
            ("広告", "advertisement"),
            ("Share on Facebook", "share"),
            ("• Instagram", "share"),
            ("شارك", "share"),
            ("Leave a Reply", "form"),
            ("Your email address will not be published. Required fields are marked *", "form"),
            ("Tu dirección de correo electrónico no será publicada.", "form"),
            ("We use cookies to give you the best experience on our site.", "cookies"),
            ("Tags: trams, council", "tags"),
            ("© 2026 Aldersund Post. All rights reserved.", "copyright"),
            ("(c) Aldersund Post 2026.", "copyright"),
            ("No reproduction without permission.", "copyright"),
            ("Saturday, May 2, 2026, 1:10 p.m.", "date"),
            ("4 min read", "date"),
            ("https://post.example/tram", "link"),
            ("72 / 100", "figures"),
            ("***", "decoration"),
        ],
    )
    def test_a_line_that_names_itself_goes_wherever_it_stands(self, line: str, reason: str) -> None:
        paragraphs = STORY.split("\n\n")
        for place in range(len(paragraphs) + 1):
            article = paste("\n\n".join([*paragraphs[:place], line, *paragraphs[place:]]))
            assert reason_of(article, line) == reason
            assert kept_lines(article) == paragraphs

    def test_a_whole_promotion_in_sentences_goes(self) -> None:
        promotion = (
            "We hope you enjoyed this report. Please share your thoughts in the comment section and follow us on our "
            "Telegram and YouTube channels for the latest updates."
        )
        article = paste(f"{STORY}\n\n{promotion}")
        assert reason_of(article, promotion) == "promotion"
        assert kept_lines(article) == STORY.split("\n\n")

    def test_a_speaker_who_talks_of_newsletters_stays(self) -> None:
        line = "“Sign up for our newsletter was the only answer we got,” a resident said of the operator."
        assert line in kept_lines(paste(STORY.replace("Some residents", f"{line}\n\nSome residents")))

    @pytest.mark.parametrize(
        "line",
        [
            "Getty Images sued the city on Monday over the use of a picture.",
            "Published figures show that the line lost money in its first year, the council said.",
            "Copyright in the design stays with the city.",
            "The newspaper said its newsletter had been copied by the operator.",
        ],
    )
    def test_a_sentence_about_such_things_stays(self, line: str) -> None:
        assert line in kept_lines(paste(STORY.replace("Some residents", f"{line}\n\nSome residents")))

    def test_a_ticker_goes_with_its_labels(self) -> None:
        article = paste("Copper:\n8 412.50\n% 1.2\nCrown / euro:\n11.32\n\nTram line opens in Aldersund\n\n" + STORY)
        assert kept_lines(article) == ["Tram line opens in Aldersund", *STORY.split("\n\n")]
        assert reason_of(article, "Copper:") == "ticker"

    def test_subheadings_and_captions_are_not_sentences(self) -> None:
        paragraphs = STORY.split("\n\n")
        text = "\n\n".join([paragraphs[0], "Costs and complaints", paragraphs[1], "The station", paragraphs[2]])
        assert kept_lines(paste(text)) == paragraphs

    @pytest.mark.parametrize(
        "line", ["Nobody was hurt.", "It was never found.", "Nadie resultó herido.", "Verletzt wurde niemand."]
    )
    def test_a_short_sentence_of_the_story_stays(self, line: str) -> None:
        paragraphs = STORY.split("\n\n")
        article = paste("\n\n".join([paragraphs[0], line, *paragraphs[1:]]))
        assert line in kept_lines(article)

    def test_a_list_that_the_story_introduces_stays(self) -> None:
        items = [
            "• line 2 stops at the hospital from May",
            "• line 5 runs every ten minutes",
            "• night trams on Fridays",
        ]
        paragraphs = STORY.split("\n\n")
        text = "\n".join([paragraphs[0], "The timetable changes in three ways:", *items, *paragraphs[1:]])
        assert [line for line in kept_lines(paste(text)) if line.startswith("•")] == items

    def test_nothing_is_lost_without_a_trace(self) -> None:
        text = (
            f"Menu\n\nTram line opens in Aldersund\n\nBy the city desk\n\n{STORY}\n\nComments\n\n© 2026 Aldersund Post"
        )
        article = paste(text)
        marked = [removed.span.of(text) for removed in article.removed]
        assert sorted([*kept_lines(article), *marked]) == sorted(line for line in text.split("\n") if line.strip())
        assert article.text == text

    @given(st.lists(st.sampled_from(["", "Menu", "A.", "Well?", "©", "12", "• x y z", "By x", *STORY.split("\n\n")])))
    def test_any_order_of_lines_leaves_spans_inside_the_text(self, lines: list[str]) -> None:
        article = paste("\n".join(lines))
        for removed in article.removed:
            assert removed.span.of(article.text).strip() == removed.span.of(article.text) != ""


class TestWhatSurroundingsTell:
    def test_the_headline_is_the_line_the_story_talks_of(self) -> None:
        article = paste(
            f"The Aldersund Post\n\nWeather and traffic today\n\nNew tram line opens to the hospital\n\n{STORY}"
        )
        assert article.title == "New tram line opens to the hospital"

    def test_a_question_may_be_a_headline(self) -> None:
        assert paste(f"Is the new tram line too loud?\n\n{STORY}").title == "Is the new tram line too loud?"

    def test_a_text_without_headline_has_none(self) -> None:
        assert paste(STORY).title is None

    @pytest.mark.parametrize(
        ("byline", "author"),
        [
            ("By the city desk", "the city desk"),
            ("Von der Lokalredaktion", "der Lokalredaktion"),
            ("Aldersund Post Staff", "Aldersund Post Staff"),
            ("Por la redacción | 4 de mayo de 2026", "la redacción"),
        ],
    )
    def test_a_byline_becomes_the_author(self, byline: str, author: str) -> None:
        article = paste(f"New tram line opens to the hospital\n\n{byline}\n\n{STORY}")
        assert article.authors == (author,)
        assert byline not in kept_lines(article)

    @pytest.mark.parametrize(
        "line",
        [
            "May 4, 2026", "4 May 2026", "Published: 2026-05-04 07:30", "4. Mai 2026", "4 de mayo de 2026",
            "4 мая 2026", "Updated May 4, 2026 at 9:12 a.m.", "2026年5月4日",
        ],
    )  # fmt: skip
    def test_the_date_is_read(self, line: str) -> None:
        article = paste(f"New tram line opens to the hospital\n\n{line}\n\n{STORY}")
        assert article.published_at == date(2026, 5, 4)
        assert line not in kept_lines(article)

    @pytest.mark.parametrize(
        ("line", "outlet"),
        [
            ("© 2026 Aldersund Post. All rights reserved.", "Aldersund Post"),
            ("© 2023 by Aldersund Post Developed & Designed by Tidewater", "Aldersund Post"),
            ("Copyright © 2020-2026 The Aldersund Post", "The Aldersund Post"),
        ],
    )
    def test_the_copyright_line_names_the_outlet(self, line: str, outlet: str) -> None:
        assert paste(f"{STORY}\n\n{line}").outlet == outlet

    def test_a_date_in_the_story_is_not_its_date(self) -> None:
        assert paste(STORY.replace("on Monday", "on May 4, 2026")).published_at is None


class TestUnwrap:
    def test_lines_broken_at_a_width_become_paragraphs_of_the_same_length(self) -> None:
        import textwrap

        wrapped = "\n\n".join(textwrap.fill(f"{paragraph} {paragraph}", 72) for paragraph in STORY.split("\n\n"))
        text = unwrap(wrapped)
        assert len(text) == len(wrapped)
        assert [p for p in text.split("\n\n") if "\n" in p] == []

    def test_one_paragraph_a_line_is_left_alone(self) -> None:
        assert unwrap(STORY) == STORY
        assert unwrap(STORY.replace("\n\n", "\n")) == STORY.replace("\n\n", "\n")


def test_the_tables_are_spelled_as_lines_are_folded() -> None:
    for entries in (*WHOLE.values(), *OPENING.values(), APPEAL):
        for entry in entries:
            assert entry == fold_line(entry) or entry == fold_line(entry) + " "
    for entries in WHOLE.values():
        assert [entry for entry in entries if entry != bare_line(entry)] == []


@pytest.mark.parametrize("text", ["©" * 300_000, "a" * 1_000_000, "Read: " * 200_000, "\n" * 1_000_000, "1 " * 500_000])
def test_a_megabyte_of_repetition_is_read_in_one_pass(text: str) -> None:
    assert paste(text).text == text


class TestTheCommittedPair:
    """The same figures as on the seeds, on two pastes written for this project: `gold.json` says what each line is."""

    FOLDER = Path(__file__).parent.parent / "data" / "stories" / "pair"
    GOLD = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))["files"]

    @pytest.mark.parametrize("name", sorted(GOLD))
    def test_exactly_the_story_is_kept(self, name: str) -> None:
        gold = self.GOLD[name]
        article = paste((self.FOLDER / name).read_text(encoding="utf-8"))
        assert kept_lines(article) == [gold["headline"], *(line.strip() for line in gold["story"])]
        assert article.title == gold["headline"]
        assert [line for line in gold["furniture"] if reason_of(article, line["line"].strip()) is None] == []


class TestMail:
    TEXT = """Hi all, see below.

From: City desk
Subject: Fwd: Council approves the car park
Date: 5 May 2026

> On 5 May 2026, at 17:40, City desk wrote:
>
> The city council of Aldersund voted on Tuesday to build an underground
> car park with 600 spaces below the castle. The vote was 21 to 14, and
> work will begin in October, the council said in a statement.
>
> "Nobody will have to give up a tree for this," the mayor said after the
> vote. The opposition said it would go to court.
"""

    def test_quoted_lines_are_rejoined_and_headers_set_aside(self) -> None:
        article = paste(self.TEXT)
        assert len(article.text) == len(self.TEXT)
        story = " ".join(" ".join(kept_lines(article)).split())
        assert "to build an underground car park with 600 spaces below the castle." in story
        assert '"Nobody will have to give up a tree for this," the mayor said after the vote.' in story
        for header in ("From:", "Subject:", "Date:", "wrote:"):
            assert header not in story

    def test_a_list_of_headlines_is_not_taken_for_a_broken_paragraph(self) -> None:
        lines = "\n".join(
            [
                "Council votes to build a car park below the castle hill",
                "Ferry fares to rise in May for all but residents",
                "New tram line opens after two years of building work",
            ]
        )
        assert unwrap(lines) == lines
