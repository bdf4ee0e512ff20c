"""The words by which each language says that something is possible, likely, alleged, expected or only meant to be."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.checking.attributing.lost_words import Kinds, kinds_by_word
from bot.core.checking.attributing.marked_words import Phrase, Phrases, forms, phrases

ACCEPTED: Mapping[str, frozenset[str]] = {
    "possible": frozenset({"possible"}),
    "likely": frozenset({"likely", "possible", "alleged", "expected"}),
    "alleged": frozenset({"alleged", "likely", "possible"}),
    "expected": frozenset({"expected", "likely", "possible", "meant", "later"}),
    "meant": frozenset({"meant", "expected", "possible", "later"}),
    "later": frozenset(),
}
"""What may stand for what: a claim may be as sure as its source or less, never more."""


def _forms(be: str, kinds: str) -> str:
    return "|".join(f"{each} {kind}".strip() for each in be.split("|") for kind in kinds.split("|"))


_BE = "is|are|was|were|been|be|being"

_HEDGES: Mapping[str, Mapping[str, Phrases]] = {
    "en": {
        "possible": phrases(
            "may|might|could|possible|possibly|potential|potentially|perhaps|maybe|would be able to|can|conceivably|"
            "a chance|has the potential to|risk|risks|possibility|able to|if|threatens to|threatened to|would-be",
            _forms("is|was|remains|remained|as", "one possibility|only one possibility|just one possibility"),
            _forms(
                "is|was|remains|remained",
                "a possibility|only a possibility|just a possibility|one of several possibilities",
            ),
        ),
        "likely": phrases(
            "believe|believes|believed|think|thinks|thought",
            "likely|probably|probable|presumably|apparent|apparently|seemingly|evidently|appears to|appear to|"
            "appeared to|appears that|appeared that|seems to|seem to|seemed to|seems that|seemed that|appearing to|"
            "seems|seemed|in all likelihood|suggests|suggesting|suggest|suggested|indicates|indicating|indicate|"
            "believed to|thought to|understood to|it appears|it seems",
        ),
        "alleged": phrases(
            "alleged|allegedly|purported|purportedly|reportedly|supposed|supposedly|suspected|so-called|claimed|"
            "claims|allegation|allegations|accusation|accusations|accused|accuses|accusing|suspicion|suspect|rumored|"
            "rumoured|unconfirmed|unverified|unproven|disputed|putative|putatively|said to|suspects",
            _forms(_BE, "accused of|suspected of|alleged to|said to|charged with|blamed for|reported to|rumored to"),
        ),
        "expected": phrases(
            "expected to|expects to|expect to|projected to|forecast to|predicted to|anticipated to|estimated to|"
            "poised to|expected|projected|forecast|predicts|predicted|anticipated|expects|expect|slated to|"
            "on track to|set to|due to|scheduled to"
        ),
        "meant": phrases(
            "plans to|plan to|planned to|planning to|intends to|intend to|intended to|intending to|hopes to|hope to|"
            "hoped to|hoping to|aims to|aim to|aimed to|aiming to|wants to|want to|wanted to|seeks to|seek to|"
            "sought to|seeking to|considering|considers|considered|weighing|mulling|tried to|tries to|trying to|try to|"
            "attempt to|"
            "attempted to|attempting to|attempts to|proposes to|proposed to|proposing to|threatened to|vowed to|"
            "pledged to|promised to|offered to|agreed to|plans|plan|proposal|proposals|planning|intention|intent|"
            "proposed|planned|attempt|effort|efforts|bid|vows to|pledges to|promises to|offers to|agrees to"
        ),
        "later": phrases("would|scheduled to|set to|due to|slated to"),
    },
    "de": {
        "possible": phrases(
            "könnte|könnten|möglicherweise|vielleicht|eventuell|womöglich|möglich|mögliche|möglichen|möglicher|"
            "mögliches|potenziell|potenzielle|potenziellen|denkbar|kann|können|unter umständen"
        ),
        "likely": phrases(
            "wahrscheinlich|vermutlich|voraussichtlich|dürfte|dürften|offenbar|anscheinend|scheint|scheinen|schien|"
            "wohl|mutmaßlich|glaubt|glauben|vermutet|vermuten"
        ),
        "alleged": phrases(
            "angeblich|angebliche|angeblichen|angeblicher|mutmaßliche|mutmaßlichen|mutmaßlicher|verdacht|"
            "verdächtigt|beschuldigt|vorwurf|vorgeworfen|soll|sollen"
        ),
        "expected": phrases("erwartet|erwarten|voraussichtlich|soll|sollen|prognose|rechnet|rechnen"),
        "meant": phrases(
            "plant|planen|plante|planten|beabsichtigt|beabsichtigen|erwägt|erwägen|erwog|will|wollen|wollte|wollten|"
            "versucht|versuchte|strebt|hofft|hoffen|geplant|geplante|geplanten|vor hat|plan|pläne|möchte|möchten"
        ),
        "later": phrases("würde|würden|werde"),
    },
    "es": {
        "possible": phrases(
            "podría|podrían|pudiera|pudieran|quizás|quizá|tal vez|posible|posibles|posiblemente|potencial|"
            "potenciales|a lo mejor|puede que|puede|pueden"
        ),
        "likely": phrases(
            "probable|probables|probablemente|al parecer|aparentemente|aparente|parece|parecen|parecía|seguramente|"
            "cree|creen|creía"
        ),
        "alleged": phrases(
            "presunto|presunta|presuntos|presuntas|supuesto|supuesta|supuestos|supuestas|presuntamente|"
            "supuestamente|acusado de|acusada de|acusados de|sospechoso de|habría|habrían|acusación|acusaciones"
        ),
        "expected": phrases("se espera que|se prevé que|prevé|prevén|previsto|prevista|espera|esperan|previsiblemente"),
        "meant": phrases(
            "planea|planean|planeaba|pretende|pretenden|quiere|quieren|busca|buscan|intenta|intentó|estudia|"
            "considera|propone|propuso|plan|planes|propuesta|proyecto"
        ),
        "later": phrases("sería|serían"),
    },
    "fr": {
        "possible": phrases(
            "pourrait|pourraient|peut-être|possible|possibles|possiblement|éventuel|éventuelle|éventuels|"
            "éventuellement|potentiel|potentielle|potentiels|potentiellement|peut|peuvent|risque de|risquent de"
        ),
        "likely": phrases(
            "probable|probables|probablement|vraisemblablement|apparemment|semble|semblent|semblait|sans doute|"
            "apparent|apparente|croit|croient|pense|pensent"
        ),
        "alleged": phrases(
            "présumé|présumée|présumés|présumées|prétendu|prétendue|prétendument|supposé|supposée|soupçonné de|"
            "soupçonnée de|accusé de|accusée de|accusés de|aurait|auraient|serait|seraient|accusation|accusations"
        ),
        "expected": phrases("devrait|devraient|attendu|attendue|attendus|prévu|prévue|prévus|prévoit|prévoient"),
        "meant": phrases(
            "envisage|envisagent|compte|comptent|souhaite|souhaitent|veut|veulent|entend|entendent|espère|espèrent|"
            "tente|tentent|projette|projettent|propose|proposent|projet|projets|plan|proposition"
        ),
        "later": phrases(""),
    },
    "ru": {
        "possible": phrases(
            "может|могут|мог бы|могла бы|могли бы|возможно|может быть|возможный|возможная|возможные|"
            "возможного|возможной|возможных|потенциальный|потенциальная|потенциальные|не исключено|"
            "не исключает|не исключают|не исключил|не исключила|мог|могла|могли"
        ),
        "likely": phrases(
            "вероятно|наверное|по-видимому|видимо|похоже|кажется|скорее всего|вероятный|вероятная|судя по всему|"
            "считает|считают|полагает|полагают"
        ),
        "alleged": phrases(
            "якобы|предположительно|предполагаемый|предполагаемого|предполагаемые|предполагаемых|"
            "предполагаемая|предполагаемой|подозреваемый|подозревается|обвиняется|обвиняются|подозреваются|"
            "подозрению|обвинению"
        ),
        "expected": phrases("ожидается|ожидаются|ожидает|ожидают|прогнозирует|прогнозируют|должен|должна|должны"),
        "meant": phrases(
            "планирует|планируют|планировал|планировала|планировали|намерен|намерена|намерены|"
            "собирается|собираются|хочет|хотят|рассматривает|рассматривают|пытается|пытаются|пытался|предлагает|"
            "предложил|план|планы|планируется"
        ),
        "later": phrases("бы"),
    },
    "ar": {
        "possible": phrases("ربما|محتمل|محتملة|من الممكن|يمكن|قد"),
        "likely": phrases("من المرجح|يبدو|على الأرجح|يعتقد|تعتقد|يعتقدون|يرى|ترى"),
        "alleged": phrases("مزعوم|مزعومة|يزعم|متهم|متهمة|يشتبه"),
        "expected": phrases("من المتوقع|يتوقع|متوقع"),
        "meant": phrases("يعتزم|تعتزم|يخطط|تخطط|ينوي|تنوي|يسعى|تسعى"),
        "later": phrases("سوف"),
    },
}
HEDGES: Mapping[str, Kinds] = {language: kinds_by_word(kinds) for language, kinds in _HEDGES.items()}
"""Hedges by language, and their kinds. Some are listed only because a claim may use them instead: see `WEAK`."""

WEAK: Mapping[str, frozenset[Phrase]] = {
    language: frozenset(phrase for found in table.values() for phrase in found)
    for language, table in {
        "en": phrases(
            "can|able to|if|risk|risks|possibility|a chance|has the potential to|would be able to|suggests|"
            "suggesting|suggest|suggested|indicates|indicating|indicate|claimed|claims|allegation|allegations|"
            "accusation|accusations|accused|accuses|accusing|suspicion|suspect|suspects|disputed|expected|"
            "projected|forecast|predicts|predicted|anticipated|expects|expect|set to|due to|scheduled to|"
            "slated to|considered|considers|plans|plan|proposal|proposals|planning|intention|intent|proposed|"
            "planned|attempt|effort|efforts|bid|would|agreed to|agrees to|tried to|tries to|try to|attempt to|"
            "seems|seemed|so-called|supposed|offered to|offers to|promised to|pledged to|vowed to|considering|said to|"
            "would-be"
        ),
        "de": phrases(
            "kann|können|wohl|verdacht|vorwurf|vorgeworfen|soll|sollen|erwarten|rechnet|rechnen|prognose|will|"
            "wollen|wollte|wollten|versucht|versuchte|strebt|geplant|geplante|geplanten|plan|pläne|möchte|"
            "möchten|würde|würden|werde|hofft|hoffen|vor hat"
        ),
        "es": phrases(
            "puede|pueden|acusación|acusaciones|habría|habrían|espera|esperan|prevé|prevén|quiere|quieren|busca|"
            "buscan|intenta|intentó|considera|propone|propuso|plan|planes|propuesta|proyecto|sería|serían|"
            "estudia|previsto|prevista"
        ),
        "fr": phrases(
            "peut|peuvent|risque de|risquent de|accusation|accusations|aurait|auraient|serait|seraient|attendu|"
            "attendue|attendus|prévu|prévue|prévus|compte|comptent|souhaite|souhaitent|veut|veulent|entend|"
            "entendent|espère|espèrent|tente|tentent|propose|proposent|projet|projets|plan|proposition|"
            "sans doute|supposé|supposée"
        ),
        "ru": phrases(
            "может|могут|мог|могла|могли|не исключает|не исключают|не исключил|не исключила|должен|должна|должны|"
            "ожидает|ожидают|хочет|хотят|пытается|пытаются|пытался|предлагает|предложил|план|планы|бы|"
            "подозреваемый|подозрению|обвинению|похоже|кажется"
        ),
        "ar": phrases("يمكن|سوف|يسعى|تسعى"),
    }.items()
}
"""Phrases that have other uses too often to fail a claim that lacks them; in a claim they are hedges all the same."""

BELIEFS: Mapping[str, frozenset[Phrase]] = {
    language: frozenset((word,) for word in forms(words))
    for language, words in {
        "en": "believe believes believed think thinks thought",
        "de": "glaubt glauben vermutet vermuten",
        "es": "cree creen creía",
        "fr": "croit croient pense pensent",
        "ru": "считает считают полагает полагают",
        "ar": "يعتقد تعتقد يعتقدون يرى ترى",
    }.items()
}
"""Verbs of believing: hedges where somebody says that somebody believes; otherwise they only say who says so."""
