"""Words that make what somebody says a matter of dispute: forecasts, denials, evidence, and speakers without a name."""

from __future__ import annotations

from bot.core.checking.attributing.marked_words import forms

FORECAST = frozenset("will would could should may might must likely wird werde soll sollte muss".split())
DENYING = forms(
    "deny denies denied denying bestreitet bestreiten bestritt bestritten dementiert dementieren dementierte "
    "dementierten niega niegan negó negaron desmiente desmienten desmintió desmintieron nie nient dément démentent "
    "отрицает отрицают отрицал отрицала отрицали опроверг опровергла опровергли опровергает опровергают "
    "نفى نفت ينفي تنفي"
)
EVIDENCE = forms(
    "evidence indication indications signs suspicion hinweise anzeichen belege indizien indicios pruebas indices "
    "preuves свидетельства признаки основания доказательства أدلة مؤشرات دلائل"
)
"""What somebody says that there is, before saying what for: no fact, but a judgement."""
ANONYMOUS = frozenset(
    "source sources people person familiar critics critic experts expert analysts analyst insiders insider observers "
    "kreise kreisen experten kritiker insidern fuentes críticos expertos experts critiques источник источники "
    "источников эксперты критики مصدر مصادر".split()
)
