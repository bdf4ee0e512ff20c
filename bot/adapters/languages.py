"""Which language a text is in, by py3langid; its model is read when the first text comes."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 4000
"""Code points looked at: more do not change the answer for an article."""


class LangidLanguages:
    """The `Languages` port over py3langid."""

    def identify(self, text: str) -> str:
        """Return a BCP 47 primary subtag, "und" for fewer than ten letters."""
        import py3langid

        sample = text[:_SAMPLE]
        if len(_LETTER.findall(sample)) < 10:
            return "und"
        return str(py3langid.classify(sample)[0])
