"""Sentences end where a reader says they end. In the tables `‖` marks each expected end; the rest is the text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.models import Article, Removed, Span
from bot.core.sentences import label, split
from tests.core.text_strategies import MANY, articles, languages, texts

ENGLISH = """
The U.S. Navy told staff on Friday. ‖ Nobody was surprised.
U.K. Officials said the bridge would stay shut. ‖ The council agreed.
It is the largest port in the U.S. ‖ The governor visits it each year.
The bridge opens at 4 p.m. ET and closes at night. ‖ Boats wait.
The vote was at 5 p.m. ‖ The mayor spoke first.
The doors open at 9 a.m. Monday and close at noon. ‖ Entry is free.
Trains stop at 11 p.m. London time. ‖ Buses run all night.
The repair cost $5.5 million. ‖ It was planned at $3.2 million.
The harbour spokeswoman, J. K. Lindqvist-Harbour, declined to say more. ‖ She left at once.
No. 10 did not answer. ‖ The No. 2 pump failed.
The hearing is set for Jan. 28 in court. ‖ A ruling comes later.
Gov. Example met Lt. Gen. Sample at the site. ‖ They agreed.
Dr. Sample and Mrs. Example sit on the board. ‖ Prof. Other does not.
Yahoo! Inc. sold the site. ‖ Staff were told on Monday.
Have you used Yahoo! ‖ The answer is no. ‖ Few have.
It is run by Example Corp. ‖ The company fell 5 percent.
The mayor spoke.[3] ‖ Then the rain came.
The mayor spoke.[3][14] ‖ Then the rain came.
The mayor spoke. [3] ‖ Then the rain came.
The mayor spoke.³ ‖ Then the rain came.
"We will act. We have to," the mayor said. ‖ The council agreed.
"We will act." ‖ The council agreed.
The mayor said: “We will act. We have to.” ‖ The council agreed.
“Will we act? We must,” the mayor said.
“Will we act?” the mayor asked. ‖ Nobody replied.
“Will we act?” Mayor Example asked. ‖ Nobody replied.
“We will act!” ‖ Nobody replied.
“Will we act?” ‖ The mayor asked nobody.
She wrote: “He said ‘Stop. Go,’ and left. We stayed.” ‖ Boats wait.
... Then he left. ‖ Boats wait.
See example.com/a.b. ‖ Boats wait. ‖ See Example.org/A.B. ‖ Boats wait. ‖ Ask port@example.org. ‖ Boats wait.
‘We will act. We have to,’ said the mayor. ‖ Nobody replied.
‘We will act.’ ‖ Nobody replied.
The workers’ tent burned. ‖ It was the drivers’ tent. ‖ ‘Gone,’ they said.
He said “the board’s answer was ‘no. Never.’ twice.” ‖ Then he left.
She called it “the end.” ‖ He called it “a start”. ‖ Both left.
"We act. ‖ He left. ‖ "We stay," she said. ‖ Then it ended.
“We act. ‖ He left. ‖ She stayed. ‖ Then it ended.
The 12" pipe burst. ‖ The 14" pipe held. ‖ Water ran.
It fell by 3.5 percent to 1,204.75 points. ‖ It rose again.
See example.com/a.b for more. ‖ The page at example.org. ‖ Then call.
Write to port@example.org. ‖ The office answers.
The page is https://example.org/a?b=c.d&e=F. ‖ It works.
He paused... ‖ Then he spoke. ‖ It was ... not clear.
He paused… ‖ Then he spoke. ‖ He waited… and left.
He wrote: “The port […] is shut.” ‖ It is not.
FIRE AT THE PORT. ‖ NO ONE HURT. ‖ THE MAYOR SPOKE.
1. The mayor spoke. ‖ 2. The council agreed.
The plan (see fig. 3) was dropped. ‖ (It had cost too much. Nobody paid.) ‖ It ended.
What now?! ‖ Nobody knew.
He works for Example Inc. ‖ She works for Sample Ltd. ‖ They met.
Example Inc. Chairman John-like figures abound. ‖ They met.
It was Plan B. ‖ The council had no Plan C.
The judge cited Roe v. Wade twice. ‖ It mattered.
It sells fruit, e.g. Apples and pears, i.e. Food. ‖ It is open.
The firm, est. 1999, closed. ‖ It never opened again.
He left in 2024. ‖ 20 people stayed.
Sen. Example (R., Ohio) and Rep. Sample voted no. ‖ So did others.
He told me. ‖ Mayor Example fell ill. ‖ Residents waited.
The port is shut.‖The mayor left. ‖ Nobody knew.
Node.Js and Booking.Com are names. ‖ They stay whole.
The iPhone sold well. ‖ iPhone sales rose. ‖ eBay fell.
It happened on St. Mary Street. ‖ St. Example was shut.
She holds a Ph.D. from Example. ‖ He holds an M.A. and a B.Sc. in law.
The U.S.-led force left. ‖ The E.U.’s did not.
Washington, D.C. is far. ‖ He flew to Washington, D.C. ‖ It rained.
"""
GERMAN = """
Das war am 3. Oktober in der Stadt. ‖ Danach kam der Regen.
Es gab z. B. Brot und Wasser. ‖ Mehr gab es nicht.
Das kostet 3,2 Mio. Euro im Jahr. ‖ Der Rat zahlt.
„Wir handeln. Wir müssen“, sagte die Bürgermeisterin. ‖ Der Rat stimmte zu.
»Wir handeln. Wir müssen«, sagte die Bürgermeisterin. ‖ Der Rat stimmte zu.
„Wir handeln.“ ‖ Der Rat stimmte zu.
„Wir handeln!“, rief die Bürgermeisterin. ‖ Der Rat schwieg.
Der Hafen liegt in der Nr. 5 am Kai. ‖ Er ist zu.
Er ging 2024. ‖ 20 Menschen blieben.
Im 19. Jahrhundert war das anders. ‖ Heute nicht.
Die Brücke, d. h. Der Steg, ist zu. ‖ Sie bleibt zu.
St. Beispiel liegt am Meer. ‖ Dr. Muster wohnt dort.
Die Sitzung begann um 15.30 Uhr. ‖ Sie endete um 18 Uhr.
"""
FRENCH = """
M. Macron est venu à 15 h. 30. ‖ Il a parlé.
Mme Exemple et MM. Untel et Autre sont venus. ‖ Ils sont partis.
« Nous agirons. Il le faut », a dit la maire. ‖ Le conseil a voté.
« Nous agirons ! » ‖ Le conseil a voté.
« Nous agirons ! » a crié la maire. ‖ Le conseil a voté.
Le pont coûte 3,5 millions d’euros. ‖ L’État paie.
C’est l’art. 5 du code. ‖ Il est clair.
Le 1er janv. 2024 il est parti. ‖ Etc. n’est pas une fin.
"""
SPANISH = """
El Sr. Ruiz viajó a EE. UU. con la Sra. Gil. ‖ Volvió ayer.
Viajó a EE. UU. ‖ El alcalde no dijo nada.
¿Vendrá el alcalde? ‖ ¡Sí! ‖ Vendrá a las 5 p. m. del lunes.
«Actuaremos. Debemos hacerlo», dijo la alcaldesa. ‖ El consejo votó.
La pág. 5 del informe falta. ‖ Nadie sabe por qué.
"""
OTHER_LATIN = """
it|Il sig. Esempio ha visto l’on. Tale. ‖ Poi è uscito.
it|«Agiremo. Dobbiamo», ha detto il sindaco. ‖ Il consiglio ha votato.
pt|O Sr. Exemplo chegou às 15h30. ‖ A Sra. Tal saiu.
pt|“Vamos agir. É preciso”, disse a prefeita. ‖ O conselho votou.
nl|Dhr. Voorbeeld kwam om 15.30 uur. ‖ Mevr. Ander ging weg.
sv|”Vi agerar. Vi måste”, sade borgmästaren. ‖ Rådet höll med.
pl|„Działamy. Musimy” – powiedziała burmistrz. ‖ Rada się zgodziła.
pl|Było to w 2024 r. ‖ Burmistrz milczał.
tr|Belediye başkanı Dr. Örnek geldi. ‖ Sonra gitti.
"""
CYRILLIC = """
ru|Он живёт в г. Москва, т. е. далеко. ‖ Он ушёл.
ru|Это было в 2024 г. ‖ Мэр молчал.
ru|Мост стоит 3,2 млн руб. ‖ Мэр заплатит.
ru|«Мы будем действовать. Мы должны», — сказала мэр. ‖ Совет согласился.
ru|«Мы будем действовать!» — сказала мэр. ‖ Совет молчал.
ru|Площадь им. Гагарина закрыта. ‖ Ул. Ленина тоже.
ru|Там были лодки, баржи и т. д. ‖ Порт закрыт.
ru|Это сказал А. Б. Примеров. ‖ Он ушёл.
ru|«Мы ждём.» ‖ Совет молчал.
uk|Він живе в м. Київ на вул. Прикладній. ‖ Він пішов.
uk|Це було у 2024 р. ‖ Мер мовчав.
"""
CJK = """
zh|他说：“我们走。”‖他离开了。
zh|市长问：“走吗？”‖大家都说不走。
zh|“好。”他说。‖他离开了。
zh|“我们要行动。我们必须行动。”市长说。‖议会同意了。
zh|市长说，“我们要行动！”‖议会同意了。
zh|港口关闭了！‖为什么？‖没有人知道。
zh|他读了《你好吗？》一书。‖然后走了。
zh|价格上涨3.5%。‖之后下跌……没有人知道。
zh|市長表示：「我們要行動。我們必須行動。」‖議會同意了。
ja|「行きます。」と市長は言った。‖彼は去った。
ja|市長は「行きます。必ず行きます。」と述べた。‖議会は黙った。
ja|港は閉鎖された。‖なぜか？‖誰も知らない。
ja|彼は『本当ですか？』と尋ねた。‖答えはなかった。
ko|시장은 "가겠다. 꼭 가겠다."라고 말했다. ‖ 의회는 동의했다.
ko|항구가 닫혔다. ‖ 아무도 몰랐다.
"""
ARABIC_AND_INDIC = """
ar|هل جاء العمدة؟ ‖ نعم جاء. ‖ ثم ذهب.
ar|قال العمدة: «سنعمل. يجب أن نعمل.» ‖ وافق المجلس.
ar|قال د. مثال إن الميناء مغلق. ‖ لم يرد أحد.
fa|شهردار آمد. ‖ او می‌گوید بندر بسته است.
ur|میئر آیا۔ ‖ وہ چلا گیا۔
hi|महापौर आया। ‖ वह चला गया।
hi|डॉ. उदाहरण ने कहा। ‖ वह चले गए।
hi|“हम काम करेंगे। हमें करना होगा।” ‖ परिषद मान गई।
hi|क्या वह आया? ‖ हाँ।
he|ראש העיר אמר: "נפעל. אנחנו חייבים." ‖ המועצה הסכימה.
he|צה"ל הודיע. ‖ אין תגובה.
el|Ήρθε ο δήμαρχος; ‖ Ναι. ‖ Έφυγε.
hy|Քաղաքապետը եկավ։ ‖ Նա գնաց։
"""


TABLES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
MIXED = (OTHER_LATIN, CYRILLIC, CJK, ARABIC_AND_INDIC)
LIMIT = 400
LONGEST = 1_000
BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def _cases() -> list[tuple[str, str]]:
    told = [(language, row) for language, table in TABLES.items() for row in table.splitlines() if row]
    mixed = [tuple(row.split("|", 1)) for table in MIXED for row in table.splitlines() if row]
    return [*told, *((language, row) for language, row in mixed)]


def _read(marked: str) -> tuple[str, list[str]]:
    return marked.replace(" ‖ ", " ").replace("‖", ""), [part.strip() for part in marked.split("‖")]


def _cut(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in split(text, language=language)]


@pytest.mark.parametrize(("language", "marked"), _cases())
def test_a_hard_case_is_cut_where_a_reader_would(language: str, marked: str) -> None:
    text, expected = _read(marked)
    assert _cut(text, language) == expected


@pytest.mark.parametrize("tag", ["und", "", "xx", "tlh", "../../etc", "EN-us", "a" * 1_000])
def test_an_unknown_language_is_read_by_its_script(tag: str) -> None:
    assert _cut("Dr. Sample spoke. He left.", tag) == ["Dr. Sample spoke.", "He left."]
    assert _cut("Он живёт в г. Москва. Он ушёл.", tag) == ["Он живёт в г. Москва.", "Он ушёл."]
    assert _cut("「行きます。」と言った。彼は去った。", tag) == ["「行きます。」と言った。", "彼は去った。"]


def test_a_wrong_language_gives_way_to_the_script() -> None:
    assert _cut("Он живёт в г. Москва. Он ушёл.", "en") == ["Он живёт в г. Москва.", "Он ушёл."]


@pytest.mark.parametrize("line_break", [*BREAKS, "\r\n", "\n\n"])
def test_a_line_break_ends_a_sentence(line_break: str) -> None:
    assert _cut(f"Port shut after fire{line_break}the mayor spoke", "en") == ["Port shut after fire", "the mayor spoke"]


def test_a_quotation_that_is_left_open_ends_with_its_line() -> None:
    assert _cut("“We act. We stay.\nThey left. Nobody knew.”") == [
        "“We act.",
        "We stay.",
        "They left.",
        "Nobody knew.”",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u2028\u00a0\r\n"])
def test_white_space_is_no_sentence(text: str) -> None:
    assert split(text, language="en") == ()


@pytest.mark.parametrize("text", ["👍🏽 👨\u200d👩\u200d👧", "...", "* * *", "“”", "\0", "\ud800", "\u202e"])
def test_a_line_without_words_is_one_sentence(text: str) -> None:
    assert _cut(text) == [text]


@pytest.mark.parametrize(("opening", "closing"), ["“”", "„“", "«»", "»«", '""', "””", "‘’", "「」", "『』", "()"])
def test_a_quotation_is_cut_only_from_400_characters_on(opening: str, closing: str) -> None:
    for size in (LIMIT - 1, LIMIT):
        inner = ("Boats wait. " * 20 + "We say " + "so" * 100)[: size - 1] + "."
        text = f"{opening}{inner}{closing} Nobody knew."
        assert (len(_cut(text)) == 2) is (size < LIMIT)


@pytest.mark.parametrize(
    "unit", ["word ", "слово ", "字", "x", "\u0301", "🇩", "👨\u200d", "a, ", "好，", '"', "“", "(", "."]
)
def test_text_without_a_stop_is_cut_to_length(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    spans = split(text, language="en")
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")


def test_a_long_sentence_is_cut_behind_a_clause_and_outside_a_quotation() -> None:
    clause, quotation = "the boats wait in the outer port", "“" + "and so on, and on; " * 20 + "end”"
    text = ", ".join([clause] * 19 + [quotation] + [clause] * 30) + "."
    first, *_, last = _cut(text)
    assert first.endswith(",")
    assert sum(quotation in part for part in _cut(text)) == 1
    assert last.endswith(".")


@pytest.mark.parametrize("character", ["e\u0301", "👍🏽", "👨\u200d👩\u200d👧", "🇺🇦", "कि"])
def test_a_cut_to_length_leaves_characters_whole(character: str) -> None:
    text = "x" + character * 1_500
    parts = _cut(text)
    assert len(parts) > 1
    assert all(part.removeprefix("x").replace(character, "") == "" for part in parts)


class PanicException(BaseException):
    """Named like what the library raises where its Rust code breaks down."""


def test_where_the_library_breaks_down_the_rules_decide_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(language: str, text: str) -> list[dict[str, int]]:
        raise PanicException

    monkeypatch.setattr("sentencex.get_sentence_boundaries", panic)
    assert _cut("Dr. Sample of the U.S. Navy spoke. Boats wait.") == [
        "Dr. Sample of the U.S. Navy spoke.",
        "Boats wait.",
    ]


def test_an_interruption_is_no_breakdown_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(language: str, text: str) -> list[dict[str, int]]:
        raise KeyboardInterrupt

    monkeypatch.setattr("sentencex.get_sentence_boundaries", interrupt)
    with pytest.raises(KeyboardInterrupt):
        _cut("The mayor spoke. Boats wait.")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_a_space_of_more_than_one_byte_is_a_space(space: str) -> None:
    text = f"J.{space}K.{space}Sample of the U.S.{space}Navy paid $5{space}million.{space}Boats wait."
    assert _cut(text) == [text.removesuffix(f"{space}Boats wait."), "Boats wait."]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_such_a_space_before_a_stop_does_not_break_the_library(space: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert _cut(f"It needs vitamin C{space}. The boats wait.") == [f"It needs vitamin C{space}.", "The boats wait."]
    assert capfd.readouterr().err == ""


@MANY
@given(text=texts, language=languages)
def test_sentences_are_exact_trimmed_in_order_and_lose_nothing_but_white_space(text: str, language: str) -> None:
    at = 0
    for span in split(text, language=language):
        sentence = text[span.start : span.end]
        assert sentence
        assert sentence == sentence.strip()
        assert not text[at : span.start].strip()
        assert not any(mark in sentence for mark in BREAKS)
        assert len(sentence) <= LONGEST
        at = span.end
    assert not text[at:].strip()


@given(
    before=st.sampled_from(["", "The mayor said: ", "Boats wait. ", "Она сказала: ", "市长说："]),
    pair=st.sampled_from(["“”", "„“", "«»", '""', "「」", "『』", "‘’"]),
    inner=st.lists(
        st.sampled_from(["We will act. ", "Nobody? ", "No! ", "It’s 4 p.m. ", "Мы ждём. ", "好。"]),
        min_size=1,
        max_size=60,
    ),
    after=st.sampled_from([", she said.", " she said. Boats wait.", ", сказала мэр. Совет молчал."]),
)
def test_no_sentence_ends_inside_a_short_quotation(before: str, pair: str, inner: list[str], after: str) -> None:
    words = "".join(inner).strip()
    assume(len(words) < LIMIT)
    text = f"{before}{pair[0]}{words}{pair[1]}{after}"
    start = len(before)
    end = start + len(words) + 2
    assert not [span for span in split(text, language="en") if start < span.start < end or start < span.end < end]


@given(lines=st.lists(texts.map(lambda text: " ".join(text.split())[:500]), max_size=3))
def test_a_line_is_cut_alike_wherever_it_stands(lines: list[str]) -> None:
    english = "x" * 4_000
    together = _cut("\n".join([english, *lines]))[4:]
    assert together == [sentence for line in lines for sentence in _cut(f"{english}\n{line}")[4:]]


# ---------------------------------------------------------------- articles


def _article(text: str, *, removed: tuple[str, ...] = (), headline: str | None = None) -> Article:
    spans = {
        part: Span(start=text.index(part), end=text.index(part) + len(part)) for part in (*removed, headline or "")
    }
    return Article(
        id="a",
        medium="pasted",
        given="-",
        language="en",
        text=text,
        headline=spans[headline] if headline else None,
        removed=tuple(Removed(span=spans[part], reason="ticker") for part in removed),
    )


def test_labels_count_sentences_and_paragraphs_count_kept_lines() -> None:
    text = "Port shut after fire\n\nBTC 64,000\nThe port is shut. Boats wait.\n\n \nNobody was hurt."
    source = label(_article(text, removed=("BTC 64,000",), headline="Port shut after fire"), number=2)
    assert source.headline is not None
    assert (source.headline.label, source.headline.paragraph, source.headline.index) == ("2.0", -1, 0)
    assert [(s.label, s.index, s.paragraph, s.text) for s in source.sentences] == [
        ("2.1", 1, 0, "The port is shut."),
        ("2.2", 2, 0, "Boats wait."),
        ("2.3", 3, 1, "Nobody was hurt."),
    ]


def test_a_removed_part_inside_a_line_ends_a_sentence_but_not_the_paragraph() -> None:
    source = label(_article("The port Advertisement is shut. Boats wait.", removed=("Advertisement",)), number=1)
    assert [(s.text, s.paragraph) for s in source.sentences] == [("The port", 0), ("is shut.", 0), ("Boats wait.", 0)]


def test_a_removed_part_may_cross_lines_and_overlap_another() -> None:
    text = "The port is shut. Read\nmore here. Now. Boats wait."
    source = label(_article(text, removed=("Read\nmore", "more here. Now.")), number=1)
    assert [(s.text, s.paragraph) for s in source.sentences] == [("The port is shut.", 0), ("Boats wait.", 1)]


def test_a_headline_of_white_space_is_none() -> None:
    assert label(_article("Boats  wait.", headline="  "), number=1).headline is None


def test_an_article_without_text_has_no_sentences() -> None:
    assert label(_article(""), number=1).sentences == ()


def test_what_no_label_can_name_is_left_out() -> None:
    source = label(_article("Boats wait.\n" * 10_004), number=1)
    assert len(source.sentences) == 9_999
    assert source.sentences[-1].label == "1.9999"


@given(article=articles())
def test_labelled_sentences_cover_what_is_kept_and_nothing_else(article: Article) -> None:
    source = label(article, number=7)
    gone = {place for part in article.removed for place in range(part.span.start, part.span.end)}
    if article.headline:
        gone |= set(range(article.headline.start, article.headline.end))
    covered = {place for sentence in source.sentences for place in range(sentence.span.start, sentence.span.end)}
    kept = {place for place, letter in enumerate(article.text) if not letter.isspace()} - gone
    assert kept <= covered
    assert not covered & gone
    assert [sentence.label for sentence in source.sentences] == [f"7.{n}" for n in range(1, len(source.sentences) + 1)]
    paragraphs = [sentence.paragraph for sentence in source.sentences]
    assert paragraphs == sorted(paragraphs)
    assert sorted(set(paragraphs)) == list(range(len(set(paragraphs))))
