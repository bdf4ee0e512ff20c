"""The reply in languages with marks and directions of their own: quotations within quotations, and mixed lines."""

import re

import pytest

from bot.adapters.locales import Locales
from bot.core.message.brief import compose
from bot.core.message.document import Bold, Bullet, Citation, Collapsible, Entry, Line, Numbered, Text
from bot.core.models import Claim, Difference, LoadFailure, Span, Version
from tests.core.message_strategies import LOCALES, a_brief, a_source, english, proof
from tests.core.test_message_brief import BOTH, ONE, RETURN, TWO, evidence, lines, reply, said

# ---------------------------------------------------------------- quotation marks


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "“Wir warten”, sagte sie.", "“‘Wir warten’, sagte sie.”"),
        ("es", "«Aún no», dijo.", "«“Aún no”, dijo.»"),
        ("ru", "Он из «Озёрных сетей».", "«Он из „Озёрных сетей“.»"),
        ("ar", "قال إنه «إجراء مؤقت».", "«قال إنه “إجراء مؤقت”.»"),
        ("de", "„Wir warten“, sagte sie.", "„‚Wir warten‘, sagte sie.“"),
    ],
)
def test_marks_within_a_quotation_differ_from_those_around_it(language: str, text: str, shown: str) -> None:
    source = a_source(1, text, outlet="X")
    other = a_source(2, text, outlet="Y")
    claim = Claim(text=text, evidence=(proof(source, 1), proof(other, 1)), quoted_from=1)
    versions = tuple(
        Version(text=text, evidence=(proof(one, 1),), contrast=(Span(start=1, end=4),), quoted_from=one.number)
        for one in (source, other)
    )
    brief = a_brief(
        claim,
        sources=(source, other),
        language=language,
        differences=(Difference(kind="quotation", versions=versions),),
    )
    document = compose(brief, Locales(LOCALES, language=language))
    assert lines(document, Numbered) == [f"X: {shown} [1] [2]"]
    assert evidence(document) == [f"[2] {shown}"]
    [bullet] = [block for block in document.blocks if isinstance(block, Bullet)]
    assert said(bullet) == f"X: {shown} [1] · Y: {shown} [2]"
    assert [span.text for span in bullet.spans if isinstance(span, Bold)] == [shown[2:5]] * 2


# ---------------------------------------------------------------- direction


def isolated(line: Line) -> list[str]:
    """The passages of a line that are shut off from its direction."""
    shown = "".join(
        before + (span.label if isinstance(span, Citation) else span.text) + after
        for before, span, after in line.enclosed()
    )
    return re.findall("\u2068([^\u2068\u2069]*)\u2069", shown)


def test_a_statement_that_ends_against_the_reply_is_isolated() -> None:
    text = "وقعت الميناء العقد مع Coast Daily"
    arabic = a_source(1, text, outlet="صوت الميناء")
    claims = (
        Claim(text=text, evidence=(proof(arabic, 1),)),
        Claim(text="تتوقف العبارة في 12 نيسان.", evidence=(proof(arabic, 1),)),
    )
    document = reply(*claims, sources=(arabic,), language="ar")
    assert [isolated(block) for block in document.blocks if isinstance(block, Numbered)] == [[text], []]


def test_words_in_bold_stay_within_the_isolated_statement() -> None:
    arabic = a_source(1, "تتوقف العبارة يوم الاثنين.", outlet="Bay")
    version = Version(
        text=arabic.sentences[0].text, evidence=(proof(arabic, 1),), contrast=(Span(start=6, end=13),), quoted_from=1
    )
    document = reply(
        RETURN, sources=(ONE, TWO, arabic), differences=(Difference(kind="statement", versions=(version, version)),)
    )
    [bullet] = [block for block in document.blocks if isinstance(block, Bullet)]
    assert isolated(bullet) == [arabic.sentences[0].text] * 2
    assert [span.text for span in bullet.spans if isinstance(span, Bold)] == ["العبارة"] * 2


def test_what_a_person_sent_is_isolated_in_a_right_to_left_reply() -> None:
    address, other = "https://x.example.com/a/", "notes (2).txt"
    brief = a_brief(
        BOTH,
        sources=(ONE, TWO),
        language="ar",
        failures=(
            LoadFailure(given=address, code="repeated", params={"other": other}),
            LoadFailure(given="-", code="too_short", params={"words": 1}),
        ),
        left_out=(address, "ميناء.txt"),
    )
    document = compose(brief, Locales(LOCALES, language="ar"))
    start = next(index for index, block in enumerate(document.blocks) if isinstance(block, Collapsible)) + 1
    told = [block for block in document.blocks[start:-1] if isinstance(block, Line)]
    assert [isolated(line) for line in told] == [[address, other], [], [address, "ميناء.txt"]]
    assert said(told[0]) == f"تُرك {address}: هو نفسه مقال {other}، لذلك يُحسب مرة واحدة."


def test_a_file_with_a_right_to_left_name_is_isolated_in_an_english_reply() -> None:
    brief = a_brief(BOTH, sources=(ONE, TWO), left_out=("ميناء", "notes.txt"))
    told = compose(brief, english()).blocks[-2]
    assert isinstance(told, Line)
    assert isolated(told) == ["ميناء"]
    assert said(told).endswith(": ميناء and notes.txt.")


def test_a_title_that_runs_against_the_reply_is_isolated() -> None:
    arabic = a_source(2, "تتوقف العبارة يوم الاثنين.", title="العبارة", outlet="صوت الميناء")
    entry = [block for block in reply(BOTH, sources=(ONE, arabic)).blocks if isinstance(block, Entry)]
    assert [[span.isolated for span in line.spans if isinstance(span, Text)][:3] for line in entry] == [
        [False, False, False],
        [True, False, True],
    ]
    turned = [block for block in reply(BOTH, sources=(ONE, arabic), language="ar").blocks if isinstance(block, Entry)]
    assert [span.isolated for span in turned[0].spans if isinstance(span, Text)][:3] == [True, False, True]
