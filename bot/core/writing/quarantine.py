"""Foreign text made fit to stand in a prompt: one line, nothing hidden, nothing that looks like the prompt's own marks.

The evidence itself stays as it is in the article; only what the model sees is changed, and as little as will do.
Every pattern here has bounded repetition, so that hostile text costs linear time.
"""

from __future__ import annotations

import re

_JOINING = "\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufeff"
HIDDEN = re.compile(
    "["
    "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f"  # controls that are not white space
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"  # half characters and private use
    "]"
    # Persian and the Indic scripts spell words with joiners; anywhere else a joiner only hides something.
    f"|(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])"
)
"""What a reader cannot see and a model can: controls, zero width, direction marks, tags, variation selectors."""

_OPENING, _CLOSING = "\\[［【〔⟦", "\\]］】〕⟧"
_LABEL = re.compile(rf"[{_OPENING}]([ ]?\d{{1,4}}[ ]?[.．。・·:：,，][ ]?\d{{1,5}}[ ]?)[{_CLOSING}]")
_CONTROL_WORD = re.compile(
    r"\[(/?(?:INST|SYS|SYSTEM|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|THINK))\]", re.IGNORECASE
)
_TAG = re.compile(r"<(?![\s\d=]|$)")
_TAG_END = re.compile(r"(?<=[|｜/])>")


def one_line(text: str) -> str:
    """Return `text` as one line without hidden characters, its white space folded to single spaces."""
    return " ".join(HIDDEN.sub("", " ".join(text.split())).split())


def defused(text: str) -> str:
    """Return `text`, its lines kept, without hidden characters and without what a chat template takes for its own."""
    plain = _CONTROL_WORD.sub(r"(\1)", HIDDEN.sub("", text))
    return _TAG_END.sub("›", _TAG.sub("‹", plain))


def neutralised(text: str) -> str:
    """Return `text` as one line that cannot be taken for a label, a delimiter or a chat template's control word.

    `[3.1]` becomes `(3.1)`, `</article>` becomes `‹/article>` and `<|im_start|>` becomes `‹|im_start|›`.
    """
    return defused(_LABEL.sub(r"(\1)", one_line(text)))


def shortened(text: str, limit: int) -> str:
    """Return `text` neutralised and cut to at most `limit` characters, a cut marked with an ellipsis."""
    line = neutralised(text[: limit * 4])
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
