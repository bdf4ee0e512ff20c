"""A small dictionary for comparing statements: words that may stand for one another, and words that may not.

English, German, Spanish, French and Russian. It is deliberately short: a word that is not in it only ever means that
two sentences are *not* taken for the same statement. An entry is a folded beginning of a word; one that ends in "." is
the whole word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bot.core.comparing.dictionary import SAME
from bot.core.words import fold

PHRASES: Mapping[tuple[str, str], str] = {
    ("united", "states"): "usa",
    ("vereinigte", "staaten"): "usa",
    ("vereinigten", "staaten"): "usa",
    ("estados", "unidos"): "usa",
    ("ee", "uu"): "usa",
    ("etats", "unis"): "usa",
    ("united", "kingdom"): "britain",
    ("great", "britain"): "britain",
    ("united", "nations"): "un",
    ("vereinte", "nationen"): "un",
    ("vereinten", "nationen"): "un",
    ("naciones", "unidas"): "un",
    ("nations", "unies"): "un",
    ("european", "union"): "eu",
    ("europaische", "union"): "eu",
    ("europaischen", "union"): "eu",
    ("union", "europea"): "eu",
    ("union", "europeenne"): "eu",
}
"""Names of two words that have a meaning of the dictionary."""

_OPPOSED = (
    "confirm/deny approve/ban approve/refuse allow/ban rise/fall begin/end begin/cancel begin/delay buy/sell "
    "arrest/release agree/refuse win/lose support/oppose success/failure before/after today/yesterday "
    "today/tomorrow yesterday/tomorrow guilty/acquitted north/south east/west north/east north/west south/east "
    "south/west safe/unsafe legal/illegal high/low first/last appoint/dismiss appoint/resign dismiss/resign "
    "kill/injure majority/minority approve/cancel approve/delay agree/deny arrest/kill say/deny allow/refuse "
    "support/refuse approve/deny criticise/welcome criticise/praise support/criticise"
)
OPPOSED = frozenset(frozenset(pair.split("/")) for pair in _OPPOSED.split())
"""Pairs of meanings that make two statements different when each has one of them."""
_DEEDS = (
    "confirm deny approve ban refuse allow rise fall begin end cancel delay buy sell arrest release agree win lose "
    "support oppose criticise welcome praise success failure appoint dismiss resign kill injure attack "
    "investigate protest crash blast"
)
DEEDS = frozenset(_DEEDS.split())
"""Meanings that are what happened: a sentence that tells one states something else than one that does not."""

_MOODS: Mapping[str, str] = {
    "all": (
        "all. every. everyone. entire. whole. alle. allen. jede. jeder. samtliche todos. todas. toda. todo. "
        "tous. toutes. toute. все. всех. весь. каждый."
    ),
    "some": (
        "some. several. many. few. most. einige. manche. viele. wenige. meisten. algunos. algunas. muchos. muchas. "
        "pocos. mayoria. quelques. certains. certaines. plusieurs. plupart. некоторые. многие. несколько. большинство."
    ),
    "negation": (
        "not. no. never. cannot. nor. neither. none. nobody. nothing. hardly. nicht. kein. keine. keinen. "
        "keiner. keinem. keines. nie. niemals. niemand. nichts. weder. nunca. jamas. ningun ninguna. nadie. "
        "nada. tampoco. ni. pas. jamais. aucun. aucune. rien. не. нет. никогда. никто. ни. ничего. нельзя. "
        "niet. geen. nao. non. nem. nije. yok. degil. inte. ikke. ei. ليس ليست لا. لم. لن. غير. ما. नहीं न. "
        "मत."
    ),
    "refusal": (
        "deny. denie denial refut refus decline. declined. declines. reject fail. fails. failed. failure. "
        "withdr withdrew. cancel scrap. scrapped. abandon avoid prevent avert drop. dropped. dropping. stop. "
        "stopped. halt suspend. suspended. postpon delay. delayed. unlikely. doubt. doubts. doubted. bestreit "
        "bestritt weiger abgelehnt lehnt lehnte. dement verhinder gescheitert abgesagt verschob ausgesetzt "
        "niega nego. negar. desment desmint rechaz fracas suspend aplaz evit renunci nient nie. rejet echou "
        "annul repouss empech опроверг отрица отказ отверг отклон отмен отлож приоста предотвр"
    ),
    "future": "will. would. shall. wird. werden. wurde. wurden. будет. будут.",
    "possible": (
        "may. might. could. likely. possible. possibly. perhaps. potential konnte. konnten. konne. puede. "
        "pueden. podria. podrian. quiza peut. peuvent. pourrait. pourraient. может. могут. возможно."
    ),
    "plan": (
        "should. must. ought. plan. plans. planned. planning. intend expect. expects. expected. propos "
        "consider. considers. considered. considering. threaten. threatens. threatened. want. wants. wanted. "
        "hope. hopes. hoped. try. tries. tried. trying. attempt. attempts. attempted. aim. aims. aimed. seek. "
        "seeks. sought. prepar ready. offer. offers. offered. bid. bids. urge. urges. urged. demand. demands. "
        "demanded. discuss vow. vows. "
        "vowed. pledg promis. upcoming. soll. sollen. sollte. sollten. mochte. wollen. plant. planen. geplant "
        "beabsicht erwag voraussicht fordert. forderte. versuch droht. drohte. debe. deberia. planea. prev "
        "previsto. quiere. quieren. pretend pide. propon propus intent busca. exig. doit. devrait. devraient. "
        "veut. veulent. prevoi prevoit. envisag souhait tent. tente. propose. план намер предлож предлаг "
        "собира хочет. хотят. ожида должн пыта готов"
    ),
    "alleged": (
        "alleg accus suspect. suspects. suspected. suspic suspec believ belief reportedl apparent seem. "
        "seems. seemed. appear. appears. appeared. claim. claims. claimed. rumour rumor. purport supposed "
        "presum probabl putativ mutmass angeblich vermut verdacht vermeint offenbar scheint. wohl. presunt "
        "supuest sospech acus aparent parec habria. habrian. pretend soupconn apparem semble. aurait. "
        "auraient. предпола подозр обвин якобы. вероятно."
    ),
    "question": "whether. if. ob. falls. si. ли.",
    "partial": (
        "almost. nearly. partly. partially. half. former. ex. deputy. vice. acting. temporar again. only. "
        "fast. beinahe. teilweise. ehemalig fruhere. fruherer. stellvertret vorlaufig nur. wieder. erneut. "
        "casi. parcial. parcialmente. exministr vicepresid interin solo. presque. partiell. ancien. ancienne. "
        "adjoint. seulement. почти. частичн бывш замести времен только."
    ),
    "another": (
        "another. further. additional. more. other. others. previous. previously. earlier. initial. "
        "initially. weitere. weiteren. andere. anderen. zuvor. fruher. otros. otras. otro. otra. mas. "
        "anterior. pasado. pasada. autres. autre. precedent. supplementair еще. других. другие. ранее. прошл"
    ),
}

_EMPTY = (
    "that this these those with from have been were they their them there then than which what when where while "
    "into onto within over about also some such your ours each both very just even here upon will would being does "
    "doing its his her hers who whom whose and the for was has had are but not you she him our out off per all any can "
    "mr mrs ms dr dass diese dieser dieses diesem diesen eine einer einem einen eines oder aber auch sich wird "
    "werden wurde wurden worden haben hatte hatten sind sein seine seiner seinen ihre ihrer ihren nach noch beim "
    "durch gegen uber unter wenn weil als wie bis bei aus auf fur mit und der die das den dem des von vom zum zur "
    "nicht para pero como esta este esto estas estos desde entre sobre hasta donde cuando porque sera fueron fue "
    "han hay una uno unos unas los las del con por que sus mas dans avec pour cette sont etait etaient leur leurs "
    "mais plus elle elles nous vous ainsi comme selon sans sous donc etre avoir ete aux les une est qui par sur "
    "ses son который которая которые которых этот этого эта было были была после также более того чтобы когда "
    "если или для при как что его все они она"
)


@lru_cache(maxsize=20_000)
def meaning(form: str) -> str | None:
    """Return the name of what a folded word means, if the dictionary knows it."""
    return _lookup(_MEANINGS, form)


@lru_cache(maxsize=20_000)
def moods(form: str) -> frozenset[str]:
    """Return what a folded word does to a statement: negation, refusal, plan, alleged and the like."""
    return frozenset(mood for mood, table in _MOOD_TABLES.items() if _lookup(table, form))


def is_empty(form: str) -> bool:
    """Whether a folded word only holds a sentence together."""
    return form in _EMPTY_WORDS


def _table(entries: Mapping[str, str]) -> dict[str, str]:
    return {_entry(word): name for name, words in reversed(list(entries.items())) for word in words.split()}


def _entry(word: str) -> str:
    return fold(word.removesuffix(".")) + ("." if word.endswith(".") else "")


def _lookup(table: Mapping[str, str], form: str) -> str | None:
    whole = table.get(form + ".")
    if whole:
        return whole
    beginnings = (form[:length] for length in range(min(len(form), 14), 2, -1))
    return next((table[beginning] for beginning in beginnings if beginning in table), None)


_MEANINGS = _table(SAME)
_MOOD_TABLES = {mood: _table({mood: words}) for mood, words in _MOODS.items()}
_EMPTY_WORDS = frozenset(fold(word) for word in _EMPTY.split())
