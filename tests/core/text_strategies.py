"""Generated texts that look like news gone wrong: scripts, quotations, abbreviations, line breaks, oddities."""

from hypothesis import settings
from hypothesis import strategies as st

from bot.core.models import Article, Removed, Span

MANY = settings(max_examples=10 * settings().max_examples)
"""For the properties that carry the most weight: 1,000 examples in the normal run, 10,000 in a thorough one."""

WORDS = (
    "the mayor said port Boats wait Nobody 2024 12 3.5 $5.5 J K. No. Dr. Gov. U.S. U.K. a.m. p.m. ET e.g. Inc. iPhone"
    " Jan. 28 Yahoo! example.com/a.b https://example.org/?q=A.B port@example.org M. Mme « » „Wir handeln“ am 3. Oktober"
    " z. B. г. Москва т. е. EE. UU."
    " мэр сказал — совет 他说 “我们走。” 港口 「行きます。」 と言った العمدة هل جاء؟ ثم महापौर आया। डॉ."
    " 항구가 닫혔다. צה\"ל นายก [3] [12] ³ • * – … ... workers’ ‘Gone,’ don't 12\" 5'10"
).split(" ")
MARKS = '"“”„«»‹›‘’「」『』《》()[]（）【】'
STOPS = (".", "!", "?", "…", "...", "。", "！", "？", "؟", "۔", "।", "?!", ";", ":", ",", "،", "、")
SPACES = (" ", "  ", "\u00a0", "\u202f", "\u3000", "\t", "")
BREAKS = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\u0085", "\v", "\f", "\x1c")
ODD = (
    "\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\u0301", "\u0489",
    "\u05b4", "\u064b", "\u093f", "\ufe0f", "\0", "\x1f", "👍", "👍🏽", "👨\u200d👩\u200d👧", "🇺🇦", "🇩", "𝒜",
    "\U000e0041", "\ud800",
)  # fmt: skip

_PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(STOPS),
    st.sampled_from(SPACES),
    st.sampled_from(BREAKS),
    st.sampled_from(ODD),
    st.text(max_size=4),
)
_WRITTEN = st.lists(st.tuples(_PIECES, st.sampled_from(SPACES)), max_size=60).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)
_LONG = st.tuples(_WRITTEN, st.integers(2, 40)).map(lambda pair: (pair[0] * pair[1])[:6_000])

texts = st.one_of(_WRITTEN, _WRITTEN, _LONG, st.text(max_size=200))
"""Any text that may reach the splitter."""

languages = st.one_of(
    st.sampled_from("en de fr es it pt nl sv pl tr ru uk el ar fa ur hi he ko zh ja th und xx zh-Hans pt_BR".split()),
    st.text(max_size=8),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles with removed parts, overlapping and out of order, and sometimes a headline."""
    text = draw(texts)
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(start=start, end=end) for start, end in draw(st.lists(place, max_size=4))]
    headline = draw(st.none() | place)
    return Article(
        id="a",
        medium="pasted",
        given="-",
        language=draw(languages),
        headline=Span(start=headline[0], end=headline[1]) if headline else None,
        text=text,
        removed=tuple(Removed(span=span, reason="ticker") for span in spans),
    )
