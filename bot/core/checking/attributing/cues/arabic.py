"""How Arabic says that somebody said something."""

from __future__ import annotations

from bot.core.checking.attributing.cues.table import Cues
from bot.core.checking.attributing.marked_words import forms, phrases

ARABIC = Cues(
    said=forms(
        "قال قالت قالوا أعلن أعلنت أكد أكدت أوضح أوضحت أضاف أضافت ذكر ذكرت صرح صرحت كتب كتبت أشار أشارت "
        "يقول تقول أفاد أفادت زعم زعمت اعتبر اعتبرت حذر حذرت"
    ),
    weak=frozenset(),
    stance=forms("اتهم اتهمت نفى نفت انتقد انتقدت"),
    disputed=forms("زعم زعمت اعتبر اعتبرت حذر حذرت اتهم اتهمت نفى نفت انتقد انتقدت"),
    before=phrases("وفقا ل|بحسب|حسب|وفق|طبقا ل|نقلا عن|على حد قول|في رأي"),
    that=forms("إن أن إنه أنه إنها أنها بأن بأنه بأنها أنهم إنهم"),
    verb_first=True,
    counting=forms("قدر قدرت يقدر تقدر أحصى أحصت"),
)
