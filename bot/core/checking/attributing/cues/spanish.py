"""How Spanish says that somebody said something."""

from __future__ import annotations

from bot.core.checking.attributing.cues.table import Cues, endings
from bot.core.checking.attributing.marked_words import forms, phrases

_OPINION = endings(
    "asegur consider critic opin argument estim especul alert acus denunci sostien",
    "-a -an -ó -aron -aba -aban -ado -ando -e -en -ió",
)
SPANISH = Cues(
    said=_OPINION
    | endings(
        "afirm declar señal explic inform anunci indic comunic manifest coment precis record agreg cont relat "
        "confirm avis subray detall apunt expres recalc",
        "-a -an -ó -aron -aba -aban -ado -ando",
    )
    | forms(
        "dijo dijeron dice dicen decía dicho diciendo añadió añaden añade añadieron escribió escribe advirtió "
        "advierte advirtieron sostuvo sostiene sostienen sostuvieron reveló admitió admite reconoció reconoce "
        "prometió promete insistió insiste respondió concluyó mantiene mantuvo aseveró cree creen"
    ),
    weak=forms(
        "muestra mostró muestran encontró halló teme temen espera esperan esperaba decidió sabe pidió pide "
        "preguntó prevé prevén sugiere sugirió publicó publican publicaron"
    ),
    participles=endings(
        "asegur consider estim afirm declar señal explic inform anunci indic comunic relat confirm acus conden "
        "denunci rechaz critic",
        "-ado",
    ),
    stance=endings("acus critic conden denunci rechaz culp", "-a -an -ó -aron -aba -aban -ado")
    | forms("exige exigió desmintió desmiente negó niega negaron"),
    naming=forms("llamó llama calificó califica calificaron tildó tachó describió describe"),
    disputed=_OPINION
    | forms("advirtió cree creen sostiene sostuvo insistió teme espera prevé sugiere acusó negó niega llamó calificó"),
    before=phrases(
        "según|de acuerdo con|de acuerdo a|a juicio de|en opinión de|en palabras de|conforme a|citando|a decir de"
    ),
    passive=phrases(
        "es acusado de|fue acusado de|está acusado de|son acusados de|fueron acusados de|"
        "es acusada de|fue acusada de|está acusada de|es sospechoso de|se dice que|se informó que|se cree que"
    ),
    nouns=forms("afirmación acusación acusaciones informe denuncia denuncias declaración opinión rumor rumores"),
    finite=forms("es son fue está han ha será serán había hay tiene"),
    hearsay=forms("presunto presunta presuntos presuntas presuntamente supuestamente"),
    that=forms("que si cómo"),
    auxiliary=forms("ha han había habían hubo fue también luego después ya además le les lo se no aún más"),
    stops=forms("que porque cuando mientras pero aunque como si donde sino tras"),
    joining=forms("y e o"),
    being=forms("fue fueron ser sido es son"),
    contrasts=forms("pero mientras aunque"),
    subordinate=forms("mientras cuando aunque después tras porque"),
    articles=forms("el la los las un una unos unas su sus este esta estos estas"),
    adjuncts=forms(
        "en a al durante tras el la lunes martes miércoles jueves viernes sábado domingo ayer hoy este "
        "desde ante por con para de del a"
    ),
    counting=forms(
        "cifra cifró cifran cifraron calcula calculó calculan calcularon estima estimó estiman estimaron cuantifica "
        "cuantificó contabiliza contabilizó sitúa situó"
    ),
)
