"""The words by which each language leaves open what follows them, and those by which a claim leaves it open too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.checking.attributing.marked_words import Phrases, forms, phrases
from bot.core.words import fold

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Openers:
    """Words of one language, folded; prefixes are the beginnings of folded words."""

    questions: Phrases
    """What opens a question by itself: "whether"."""
    inquiring: tuple[str, ...]
    """Beginnings of words after which a conjunction of `conditions` asks: "know if"."""
    conditions: frozenset[str]
    phrases: Phrases
    """What leaves open an infinitive or a noun: "is considering". Its subject is the one before."""
    denials: frozenset[str]
    denied: tuple[str, ...]
    """How what is denied begins, or ends in English: "that", "haber", "-ing"."""
    keeping: tuple[str, ...]
    """Beginnings of words of inquiry, denial, condition or doubt."""
    kept: frozenset[str]
    """Whole words of that kind."""
    relative: frozenset[str] = _NONE
    """Words behind which something is taken for granted."""
    particle: str = ""
    """The word that stands behind the first one of a question."""
    meant: Phrases | None = None
    """What may also be told as what somebody says: "soll", "aurait"."""
    meant_endings: tuple[str, ...] = ("",)
    """How the word behind such a phrase ends."""


def _prefixes(words: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words.split())


OPENERS: Mapping[str, Openers] = {
    "en": Openers(
        questions=phrases("whether"),
        inquiring=_prefixes(
            "investigat prob examin inquir enquir know known clear unclear determin see establish find"
        ),
        conditions=forms("if"),
        phrases=phrases(
            "under investigation for|under investigation over|investigated for|investigated over|probed for|"
            "not ruled out|not rule out|cannot rule out|not ruling out|refused to rule out|declined to rule out|"
            "planning not to|plans not to|plan not to|asked to uphold|asked to overturn|asked to approve|"
            "asked to block|asked to strike down|asked to reject"
        ),
        denials=forms("deny denies denied denying"),
        denied=("that", "-ing"),
        keeping=_prefixes(
            "investigat probe probing probab examin inquir enquir question suspect suspic alleg accus charge consider "
            "weigh mull contemplat explor propos unclear unknown unconfirm uncertain undecid doubt disput denie deny "
            "reject refut possib potential likel apparent purport intend intent hope hoping expect threat determin "
            "assess evaluat pend unless provided review debat request urg seek want ask consult discuss condition "
            "depend risk"
        ),
        kept=forms(
            "whether if may might could would can should perhaps maybe plan plans planned planning claim claims "
            "claimed rule rules ruled study studies studying look looks looking decide decides aim aims "
            "trial case when once after until assuming appeal appeals petition"
        ),
        relative=forms("that which who whose where"),
    ),
    "de": Openers(
        questions=phrases("ob"),
        inquiring=(),
        conditions=frozenset(),
        phrases=phrases("erwägt|erwägen|erwog|erwogen|nicht ausgeschlossen|schließt nicht aus"),
        denials=forms("bestreitet bestreiten bestritt bestritten leugnet leugnen leugnete dementiert dementierte"),
        denied=("dass",),
        keeping=_prefixes(
            "ermitt untersuch prüf frag unklar offen verdacht verdächt mutmaß angeb erwäg erwog überleg bestreit "
            "bestritt leugn dementier könnt möglich vielleicht vorwurf vorgeworf beschuldig geplant plan beabsicht "
            "ausgeschlossen ausschließ würde will woll soll möcht hofft zweifel klär entscheid vorhab voraussicht "
            "vorgesehen"
        ),
        kept=forms("ob falls wenn sofern dürfte dürften wohl kann können werde werden"),
        meant=phrases("will|wollen|soll|sollen"),
    ),
    "es": Openers(
        questions=phrases("si bien o no"),
        inquiring=_prefixes(
            "investig averig determin evalú evalu estudi analiz examin sab aclar establec verific clar"
        ),
        conditions=forms("si"),
        phrases=phrases("investigado por|investigada por|investigados por|no descarta|no descartan|no descartó"),
        denials=forms("niega niegan negó negaron desmiente desmintió desmintieron"),
        denied=("que", "haber"),
        keeping=_prefixes(
            "investig averig determin evalu estudi analiz examin pregunt dud posib podr presunt supuest acus sospech "
            "neg nieg desmi descart plane pretend quier consider propon habr quiz pued imput denunci"
        ),
        kept=forms("si según sería serían"),
        relative=forms("que quien"),
        meant=phrases("habría|habrían"),
        meant_endings=("do", "to", "cho"),
    ),
    "fr": Openers(
        questions=phrases("savoir si|déterminer si|vérifier si|établir si"),
        inquiring=_prefixes("enquêt savoir détermin vérifi établi exami cherch clair"),
        conditions=forms("si"),
        phrases=phrases("envisage de|envisagent de|n'exclut pas de|n'exclut pas|n'ont pas exclu|n'a pas exclu"),
        denials=forms("nie nient nié dément démentent démenti réfute réfutent"),
        denied=("que", "avoir"),
        keeping=_prefixes(
            "enquêt détermin vérifi exami question soupçon présum prétend suppos accus allég nie nié démen réfut "
            "exclu envisag possib pourrai peut doute propos projet souhait veut veul aurai serai savoir"
        ),
        kept=forms("si selon"),
        relative=forms("que qui"),
        meant=phrases("aurait|auraient"),
        meant_endings=("e", "ee", "es", "i", "u", "is", "it"),
    ),
    "ru": Openers(
        questions=phrases(""),
        inquiring=(),
        conditions=frozenset(),
        phrases=phrases("рассматривает возможность|рассматривают возможность|не исключает|не исключают"),
        denials=forms("отрицает отрицают отрицал отрицала отрицали опроверг опровергает опровергла опровергли"),
        denied=("что",),
        keeping=_prefixes(
            "выясн провер расслед рассматрив возмож подозр предпол якоб отриц опров обвин вопрос сомн исключ план "
            "намер хоч хот мож могу вероят неизвест неясн изуч"
        ),
        kept=forms("ли если бы"),
        relative=forms("который которая которые которое"),
        particle="ли",
    ),
    "ar": Openers(
        questions=phrases("فيما إذا|ما إذا|عما إذا|إن كان|إن كانت"),
        inquiring=(),
        conditions=frozenset(),
        phrases=phrases(""),
        denials=frozenset(),
        denied=(),
        keeping=_prefixes("تحق يحق حقق ربما محتمل ممكن يمكن مزعوم يزعم متهم يشتبه نف ينف تنف تدرس يدرس"),
        kept=forms("إذا إن قد لو"),
        relative=forms("الذي التي"),
    ),
}
"""The words of each language."""

WEIGHING = forms("considering considers considered weighing mulling contemplating")
"""English words before a gerund that is only thought about."""
INVESTIGATING = ("investigat", "probing", "probed", "examining", "examined")
NO_QUESTIONS = forms("regardless irrespective matter asked едва вряд чуть то egal")
"""Words before a question that leaves nothing open, or that the same sentence answers."""
FUTURE = forms("will")
NO_CONDITION = forms("even as only what ask asks asked asking wonder wonders wondered sure tell")
"""Words before an English "if" that is no condition of what precedes."""
PASSING = forms("needed necessary possible any anything not so ever")
"""Words behind an "if" that makes nothing depend on anything."""
JOINING = forms("and but")
