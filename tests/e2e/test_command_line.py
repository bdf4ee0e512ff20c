"""The commands, started as a person starts them: a process, its two streams, its exit code."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.doubles.model_endpoint import ModelEndpoint, always, in_turn
from tests.doubles.model_faults import Fault

STORIES = Path(__file__).parent.parent / "data" / "stories"
PAIR = [str(STORIES / "pair" / "a-lamplight-city-news.txt"), str(STORIES / "pair" / "b-commuter-sheet.txt")]
CHESS = (
    "Schoolgirl wins the national chess cup\n\nA pupil of eleven won the national chess cup in Tolby on Sunday, the "
    "chess federation announced.\n\nHer school will name its reading room after the champion, the headmaster said.\n"
)
CHESS_RU = (
    "Школьница выиграла кубок страны по шахматам\n\nУченица одиннадцати лет выиграла в воскресенье в Толби кубок "
    "страны по шахматам, сообщила федерация.\n\nШкола назовёт в её честь читальный зал, сказал директор.\n"
)
CHESS_JA = (
    "小学生が全国チェス大会で優勝\n\n"
    "十一歳の小学生が日曜日、トルビーで開かれた全国チェス大会で優勝したと連盟が発表した。\n\n"
    "学校は図書室に優勝者の名前を付けると校長が述べた。\n"
)


def footnote(*args: str, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in an environment that holds no settings of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "FOOTNOTE_"))}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *args],
        input=stdin,
        capture_output=True,
        timeout=120,
        cwd=cwd or STORIES,
        env={
            **kept,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHONIOENCODING": "utf-8",
            "COLUMNS": "100",
            **env,
        },
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


@cache
def _demo() -> str:
    done = footnote("demo")
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 3)
    return " ".join(done.stdout.split())


@cache
def _demo_as_json() -> str:
    return footnote("demo", "--json").stdout


class TestDemo:
    @pytest.fixture
    def shown(self) -> str:
        return _demo()

    def test_the_contradicted_number_is_shown_on_both_sides(self, shown: str) -> None:
        differing = shown.split("Where they differ")[1].split("Sources")[0]
        assert "14 dock workers" in differing
        assert "12 dock workers" in differing or "Twelve dock workers" in differing

    def test_the_altered_quotation_is_shown_on_both_sides(self, shown: str) -> None:
        differing = shown.split("Where they differ")[1].split("Sources")[0]
        assert "until every pipe has been checked" in differing
        assert "until every pipe has been replaced" in differing

    def test_nothing_else_is_called_a_difference(self, shown: str) -> None:
        assert shown.split("Where they differ")[1].split("Sources")[0].count("•") == 2

    def test_the_common_origin_is_named(self, shown: str) -> None:
        assert "Harbour Gazette" in shown.split("1.")[0]

    def test_no_furniture_is_shown(self, shown: str) -> None:
        for word in ("cookies", "READ:", "Advertisement", "newsletter", "4 112.40", "Rate this post", "You may also"):
            assert word not in shown

    def test_it_says_how_it_was_made(self, shown: str) -> None:
        assert "No model was used" in shown
        assert "word for word" in shown

    def test_json_holds_evidence_at_its_offsets_and_every_removed_line_with_a_reason(self) -> None:
        brief = json.loads(footnote("demo", "--json").stdout)
        texts = {source["number"]: source["article"]["text"] for source in brief["sources"]}
        for claim in brief["claims"]:
            for evidence in claim["evidence"]:
                span = evidence["span"]
                assert texts[evidence["source"]][span["start"] : span["end"]] == evidence["text"]
        assert any(removed["reason"] == "ticker" or removed["reason"] == "figures"
                   for source in brief["sources"] for removed in source["article"]["removed"])  # fmt: skip
        assert brief["receipt"]["writer"] == "extractive"


class TestBrief:
    def test_files_and_standard_input_make_one_brief_with_a_line_for_each_source(self) -> None:
        done = footnote("brief", PAIR[0], "-", stdin=Path(PAIR[1]).read_bytes())
        assert done.returncode == 0
        assert [line.split("]")[0] for line in done.stderr.splitlines()] == ["[1/2", "[2/2"]
        assert "(pasted)" in done.stdout
        assert "(file)" in done.stdout

    def test_different_stories_are_different_briefs(self, tmp_path: Path) -> None:
        done = footnote("brief", *PAIR, write(tmp_path, "chess.txt", CHESS), "--json")
        briefs = [json.loads(line) for line in done.stdout.splitlines()]
        assert [len(brief["sources"]) for brief in briefs] == [2, 1]

    @pytest.mark.parametrize(("length", "most"), [("short", 5), ("standard", 10), ("long", 18)])
    def test_the_length_bounds_the_claims(self, length: str, most: int) -> None:
        brief = json.loads(footnote("brief", *PAIR, "--length", length, "--json").stdout)
        assert 3 <= len(brief["claims"]) <= most

    def test_another_language_needs_a_model_and_that_is_said(self) -> None:
        done = footnote("brief", *PAIR, "--language", "de")
        assert done.returncode == 0
        assert "No model was used" in done.stdout
        assert "in their own language" in " ".join(done.stdout.split())

    def test_markdown_can_be_asked_for(self) -> None:
        assert footnote("brief", *PAIR, "--markdown").stdout.startswith("# ")

    def test_one_dead_source_costs_the_others_nothing(self) -> None:
        done = footnote("brief", *PAIR, "no-such-file.txt", "http://127.0.0.1/x")
        shown = " ".join(done.stdout.split())
        assert done.returncode == 0
        assert "Could not read no-such-file.txt: there is no such file" in shown
        assert "Could not read http://127.0.0.1/x: this address is not opened" in shown


class TestBadUse:
    @pytest.mark.parametrize(
        "args",
        [
            ["brief"],
            ["brief", "a.txt", "--json", "--markdown"],
            ["brief", "a.txt", "--language", "klingon please"],
            ["brief", "a.txt", "--length", "endless"],
            ["brief", "a.txt", "--no-such-option"],
            ["no-such-command"],
        ],
    )
    def test_it_ends_with_2_and_a_sentence(self, args: list[str]) -> None:
        done = footnote(*args)
        assert done.returncode == 2
        assert done.stdout == ""
        assert 10 < len(done.stderr) < 600
        assert "Traceback" not in done.stderr

    def test_a_wrong_setting_is_named_without_its_value(self) -> None:
        done = footnote("brief", *PAIR, FOOTNOTE_MAX_ARTICLES="hunter2")
        assert done.returncode == 1
        assert "FOOTNOTE_MAX_ARTICLES" in done.stderr
        assert "hunter2" not in done.stderr


class TestBadInput:
    def refused(self, *args: str, stdin: bytes = b"") -> str:
        done = footnote("brief", *args, stdin=stdin)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        return " ".join(done.stderr.split())

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("Hello", "one word is too little"),
            ("🎉🎉🎉 ✨✨ 👍👍", "no readable words"),
            ("", "nothing in it"),
            (bytes(range(256)) * 40, "not text"),
            ("The port of Aldersund is closed, the mayor said. " * 45_000, "is the most that is read at once"),
        ],
        ids=["one word", "emoji", "empty", "binary", "2 MB"],
    )
    def test_what_is_no_article_gets_its_own_answer(self, tmp_path: Path, content: str | bytes, said: str) -> None:
        assert said in self.refused(write(tmp_path, "given.txt", content))

    def test_a_folder_a_missing_file_and_empty_input(self, tmp_path: Path) -> None:
        said = self.refused(str(tmp_path), str(tmp_path / "missing.txt"), "-")
        assert "this is a folder" in said
        assert "there is no such file" in said
        assert "nothing in it" in said
        assert "None of the 3 could be read" in said

    def test_a_link_that_leads_nowhere(self) -> None:
        assert "the site does not answer" in self.refused("https://news.example/story")

    def test_thirty_links_name_what_is_left_out(self, tmp_path: Path) -> None:
        good = [write(tmp_path, f"{n}.txt", CHESS.replace("Tolby", f"Tolby {n}")) for n in range(10)]
        done = footnote("brief", *good, *[f"https://news.example/{n}" for n in range(20)])
        assert done.returncode == 0
        assert "20 were left out" in " ".join(done.stdout.split())
        assert len(done.stderr.splitlines()) == 10

    @pytest.mark.parametrize(("encoding", "text"), [("utf-16", CHESS), ("cp1251", CHESS_RU), ("shift_jis", CHESS_JA)])
    def test_other_encodings_are_read(self, tmp_path: Path, encoding: str, text: str) -> None:
        done = footnote("brief", write(tmp_path, "given.txt", text.encode(encoding)), "--json")
        brief = json.loads(done.stdout)
        assert brief["sources"][0]["article"]["text"].strip() == text.strip()

    def test_right_to_left_text_is_read(self) -> None:
        done = footnote("brief", str(STORIES / "tariff-ar" / "02-almanara-aliqtisadiya.txt"))
        assert done.returncode == 0
        assert "المنارة الاقتصادية" in done.stdout


class TestHostileSurroundings:
    def run(self, script: str) -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "PY": sys.executable, "STORY": PAIR[0], "PYTHONPATH": str(Path(__file__).parents[2])}
        return subprocess.run(["/bin/sh", "-c", script], capture_output=True, timeout=120, env=env, cwd=STORIES)

    def test_a_file_name_that_is_no_text_loses_nothing(self) -> None:
        done = self.run('"$PY" -m bot brief --json "$STORY" "$(printf \'no\\377.txt\')"')
        assert done.returncode == 0
        assert [failure["code"] for failure in json.loads(done.stdout)["failures"]] == ["not_found"]

    @pytest.mark.parametrize(
        "script",
        [
            '"$PY" -m bot brief "$STORY" > /dev/full',
            '"$PY" -m bot --help > /dev/full',
            '"$PY" -m bot brief - <&-',
            '"$PY" -m bot brief "$STORY" >&-',
            '"$PY" -m bot brief "$STORY" --language en-$(head -c 5000 /dev/zero | tr "\\0" a)',
            'OPENAI_MODEL=x OPENAI_BASE_URL="http://[x" "$PY" -m bot doctor',
        ],
    )
    def test_it_ends_with_a_code_and_no_traceback(self, script: str) -> None:
        done = self.run(script)
        assert done.returncode in {1, 2}
        assert b"Traceback" not in done.stderr


class TestExtract:
    PAGE = (
        "<html lang=en><head><title>Crane falls - Aldersund Post</title><meta property=og:site_name "
        "content='Aldersund Post'><link rel=canonical href=https://post.example/crane></head><body><article>"
        "<h1>Crane falls</h1><p>A crane fell into the dock at Aldersund on Monday and injured 12 workers, the port "
        "said.</p><p>Sign up for our newsletter</p><p>The port will stay closed until Thursday, the mayor said.</p>"
        "</article></body></html>"
    )

    def test_it_shows_what_is_read_and_what_is_cut_and_why(self, tmp_path: Path) -> None:
        done = footnote("extract", write(tmp_path, "saved.html", self.PAGE))
        head, _, body = done.stdout.partition("\n\n")
        assert done.returncode == 0
        assert [line.split(maxsplit=1) for line in head.splitlines()] == [
            ["Title:", "Crane falls"], ["Outlet:", "Aldersund Post"], ["Language:", "en"], ["Words:", "29"],
        ]  # fmt: skip
        assert "The port will stay closed until Thursday, the mayor said." in body.splitlines()
        assert [line for line in body.splitlines() if line.startswith("[cut: ") and "newsletter" in line]

    def test_a_feed_is_listed_newest_first(self, tmp_path: Path) -> None:
        items = "".join(
            f"<item><title>Ferry news {day}</title><link>https://post.example/{day}</link>"
            f"<pubDate>Tue, {day} Feb 2026 07:30:00 GMT</pubDate></item>"
            for day in (3, 17, 10)
        )
        feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
        done = footnote("extract", write(tmp_path, "feed.xml", feed))
        assert done.returncode == 0
        assert [line.strip() for line in done.stdout.splitlines() if line] == [
            "Post", "2026-02-17  Ferry news 17", "https://post.example/17", "2026-02-10  Ferry news 10",
            "https://post.example/10", "2026-02-03  Ferry news 3", "https://post.example/3",
        ]  # fmt: skip
        assert "this is a news feed, “Post”, with 3 articles" in done.stderr

    def test_json_holds_all_of_it(self) -> None:
        done = footnote("extract", "--json", "-", stdin=CHESS.encode() + b"\n\nShare this article\n")
        told = json.loads(done.stdout)
        assert (told["title"], told["language"], told["medium"]) == (CHESS.splitlines()[0], "en", "pasted")
        assert "announced" in told["story"]
        assert "Share this" not in told["story"]
        assert [cut["text"] for cut in told["cut"]] == ["Share this article"]

    def test_what_cannot_be_read_says_why(self, tmp_path: Path) -> None:
        done = footnote("extract", write(tmp_path, "short.txt", "Hello"))
        assert (done.returncode, done.stdout) == (1, "")
        assert "too little to summarise" in done.stderr


class TestStartUp:
    def imported(self, statement: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", f"{statement}\nimport sys; print(*sys.modules)"],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        return {name.split(".")[0] for name in done.stdout.split()}

    def test_the_help_page_imports_nothing_heavy(self) -> None:
        heavy = {
            "pydantic",
            "openai",
            "httpx2",
            "trafilatura",
            "selectolax",
            "py3langid",
            "numpy",
            "fluent",
            "tenacity",
        }
        assert not heavy & self.imported("import bot.cli")

    def test_a_brief_without_a_model_loads_neither_the_sdk_nor_scikit_learn_nor_the_parsers(self) -> None:
        heavy = {"openai", "sklearn", "scipy", "trafilatura", "lxml", "httpx2"}
        assert not heavy & self.imported(f"from bot.cli import cli\ncli(['brief', {PAIR[0]!r}], standalone_mode=False)")


class TestDoctor:
    def test_without_a_model_all_is_well_and_says_so(self) -> None:
        done = footnote("doctor")
        assert done.returncode == 0
        assert "none is set up" in done.stdout

    def test_half_a_model_is_a_problem(self) -> None:
        done = footnote("doctor", OPENAI_API_KEY="sk-secret-value")
        assert done.returncode == 1
        assert "OPENAI_MODEL is not set" in done.stdout

    def test_an_endpoint_that_does_not_answer_is_a_problem_and_the_key_is_not_shown(self) -> None:
        done = footnote(
            "doctor",
            OPENAI_API_KEY="sk-secret-value",
            OPENAI_MODEL="some-model",
            OPENAI_BASE_URL="http://127.0.0.1:9/v1",
        )
        assert done.returncode == 1
        assert "could not be reached" in done.stdout
        assert "secret" not in done.stdout + done.stderr

    def test_a_prompt_that_is_not_there_is_a_problem(self) -> None:
        done = footnote("doctor", FOOTNOTE_BRIEF_PROMPT="v99")
        assert done.returncode == 1
        assert "v99" in done.stdout


class TestWithAModel:
    """The process talks to the strict endpoint over a real socket."""

    def settings(self, endpoint: ModelEndpoint, **changes: str) -> dict[str, str]:
        given = {"OPENAI_BASE_URL": endpoint.base_url, "OPENAI_API_KEY": endpoint.key, "OPENAI_MODEL": endpoint.model}
        return {**given, **changes}

    def draft(self, *claims: tuple[str, str]) -> dict[str, object]:
        drafted = [{"evidence": [label], "attribution": None, "text": text} for label, text in claims]
        return {"claims": drafted, "differences": [], "origins": [], "headline": "Chess cup goes to a pupil of eleven"}

    def test_a_draft_is_checked_shown_and_what_fails_is_counted(self, tmp_path: Path) -> None:
        good = ("1.1", "A pupil of eleven won the national chess cup in Tolby, the chess federation announced.")
        wrong = ("1.1", "A pupil of twelve won the national chess cup in Tolby, the chess federation announced.")
        judged = {"claims": [{"number": 1, "problem": None, "verdict": "supported"}]}
        story = write(tmp_path, "chess.txt", CHESS)
        with ModelEndpoint(
            in_turn([self.draft(good, wrong), judged, {"claims": []}, {"claims": []}, judged])
        ) as endpoint:
            done = footnote("brief", story, **self.settings(endpoint))
        shown = " ".join(done.stdout.split())
        assert done.returncode == 0
        assert f"1. {good[1]} [1]" in shown
        assert "twelve" not in shown
        assert "2 statements checked: citations, numbers, quotations, names," in shown
        assert "clarity and support." in shown
        assert "1 statement withheld: its number is not in the source." in shown
        assert "1 statement did not pass the checks and is being rewritten" in done.stderr

    @pytest.mark.parametrize(
        ("fault", "said"),
        [
            ("unauthorised", "it did not accept the key"),
            ("refusal", "it declined to write about this"),
            ("html", "its answer could not be read"),
        ],
    )
    def test_a_model_that_fails_leaves_the_word_for_word_brief(self, tmp_path: Path, fault: str, said: str) -> None:
        story = write(tmp_path, "chess.txt", CHESS)
        with ModelEndpoint(always(Fault(fault, self.draft(("1.1", "A pupil won."))))) as endpoint:
            done = footnote("brief", story, **self.settings(endpoint))
        assert done.returncode == 0
        assert said in " ".join(done.stdout.split())
        assert "A pupil of eleven won" in done.stdout
        assert endpoint.key not in done.stdout + done.stderr

    def test_the_doctor_finds_a_model_that_answers(self) -> None:
        with ModelEndpoint(always({"ready": True})) as endpoint:
            done = footnote("doctor", **self.settings(endpoint))
        assert (done.returncode, done.stderr) == (0, "")
        assert f"{endpoint.model} at 127.0.0.1 answers" in done.stdout

    def test_the_doctor_names_the_models_that_are_there(self) -> None:
        with ModelEndpoint(always({"ready": True}), models=("alpha-1", "beta-2")) as endpoint:
            done = footnote("doctor", **self.settings(endpoint, OPENAI_MODEL="gamma"))
        assert done.returncode == 1
        assert "alpha-1, beta-2" in done.stdout


class TestWhy:
    def test_the_receipt_of_a_statement_stands_in_place_of_the_brief(self) -> None:
        done = footnote("brief", *PAIR, "--why", "1")
        shown = " ".join(done.stdout.split())
        assert done.returncode == 0
        assert shown.startswith("Statement 1 ")
        assert "It is a sentence of its source, word for word." in shown
        assert "before it" in shown or "after it" in shown
        assert "Sources" not in shown

    def test_as_json_it_is_the_claim_of_that_number_with_its_sentences(self) -> None:
        brief = json.loads(footnote("brief", *PAIR, "--json").stdout)
        receipt = json.loads(footnote("brief", *PAIR, "--json", "--why", "2").stdout)
        assert receipt["claim"] == brief["claims"][1]
        assert [cited["evidence"] for cited in receipt["cited"]] == brief["claims"][1]["evidence"]

    def test_a_number_that_no_statement_has_is_told_how_many_there_are(self) -> None:
        count = len(json.loads(footnote("brief", *PAIR, "--json").stdout)["claims"])
        done = footnote("brief", *PAIR, "--why", "99")
        assert (done.returncode, done.stdout) == (1, "")
        assert f"There is no statement 99: the summary has {count}." in done.stderr

    @pytest.mark.parametrize("number", ["0", "-1", "one"])
    def test_what_is_no_number_is_misuse(self, number: str) -> None:
        assert footnote("brief", *PAIR, "--why", number).returncode == 2


class TestCheck:
    @pytest.fixture
    def brief(self) -> str:
        return _demo_as_json()

    def test_what_was_just_made_holds_line_by_line(self, brief: str, tmp_path: Path) -> None:
        done = footnote("check", write(tmp_path, "brief.json", brief))
        count = len(json.loads(brief)["claims"])
        assert done.returncode == 0
        assert done.stdout.splitlines()[:-1] == [f"{number} ok" for number in range(1, count + 1)]
        assert done.stdout.splitlines()[-1] == "All that can be checked without a model holds."

    def test_it_reads_standard_input_and_several_briefs(self, brief: str) -> None:
        done = footnote("check", "-", stdin=(brief + brief).encode())
        assert done.returncode == 0
        assert [line for line in done.stdout.splitlines() if line.startswith("Summary ")][1].startswith("Summary 2: ")

    def test_a_digit_that_was_changed_fails_its_claim(self, brief: str, tmp_path: Path) -> None:
        told = json.loads(brief)
        number, claim = next(
            (number, claim) for number, claim in enumerate(told["claims"], 1) if any(map(str.isdigit, claim["text"]))
        )
        digit = next(char for char in claim["text"] if char.isdigit())
        claim["text"] = claim["text"].replace(digit, "8" if digit == "7" else "7", 1)
        done = footnote("check", write(tmp_path, "brief.json", json.dumps(told)))
        assert done.returncode == 1
        [failed] = [line for line in done.stdout.splitlines() if "failed" in line]
        assert failed.startswith(f"{number} failed: ")
        assert done.stdout.splitlines()[-1] == "Not all of it holds."

    def test_it_says_what_is_wrong_around_the_claims(self, brief: str, tmp_path: Path) -> None:
        told = json.loads(brief)
        told["differences"] = []
        done = footnote("check", write(tmp_path, "brief.json", json.dumps(told)))
        assert done.returncode == 1
        assert "difference 1 failed: the differences are not those that the articles show" in done.stdout

    @pytest.mark.parametrize("content", ["{}", "[" * 200_000])
    def test_what_is_no_brief_is_misuse(self, content: str, tmp_path: Path) -> None:
        done = footnote("check", write(tmp_path, "brief.json", content))
        assert (done.returncode, done.stdout) == (2, "")
        assert "This is no summary" in done.stderr

    def test_a_file_that_is_not_there_or_a_folder_is_misuse(self, tmp_path: Path) -> None:
        for path in (str(tmp_path / "none.json"), str(tmp_path), str(tmp_path / ("x" * 300))):
            done = footnote("check", path)
            assert (done.returncode, done.stdout) == (2, "")
            assert "cannot be read" in done.stderr

    def test_what_is_too_large_is_not_read(self, tmp_path: Path) -> None:
        done = footnote("check", write(tmp_path, "brief.json", " " * 20_000_001))
        assert done.returncode == 2
        assert "larger than 20 MB" in done.stderr

    def test_words_that_hide_something_are_shown_clean(self, brief: str, tmp_path: Path) -> None:
        told = json.loads(brief)
        told["claims"][0]["text"] = "\u001b[31m12345 \u202eowls"
        done = footnote("check", write(tmp_path, "brief.json", json.dumps(told)))
        assert done.returncode == 1
        assert not {"\x1b", "\u202e"} & set(done.stdout)


class TestReports:
    def test_where_nobody_reported_anything_that_is_said_and_nothing_is_made(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'footnote.db'}"
        done = footnote("reports", DATABASE_URL=url)
        assert (done.returncode, done.stdout) == (0, "Nobody has called anything wrong.\n")
        assert footnote("reports", "--json", DATABASE_URL=url).stdout == ""
        assert list(tmp_path.iterdir()) == []

    def test_a_database_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        write(tmp_path, "footnote.db", b"no database" * 1000)
        done = footnote("reports", DATABASE_URL=f"sqlite:///{tmp_path / 'footnote.db'}")
        assert (done.returncode, done.stdout) == (1, "")
        assert "damaged" in done.stderr
