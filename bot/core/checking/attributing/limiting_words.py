"""The words by which each language limits what it says: how much, how many, how long, under what condition."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.checking.attributing.lost_words import Kinds, kinds_by_word
from bot.core.checking.attributing.marked_words import forms, phrases

LIMITING: Mapping[str, Kinds] = {
    "en": kinds_by_word(
        {
            "about": phrases(
                "about|around|roughly|approximately|nearly|almost|estimated|an estimated|close to|virtually|"
                "more or less|largely|mostly"
            ),
            "least": phrases("at least|more than|over|a minimum of|no fewer than|no less than|upwards of"),
            "most": phrases("at most|up to|as many as|as much as|no more than|fewer than|less than|under|a maximum of"),
            "part": phrases(
                "some of|part of|parts of|partly|partially|partial|in part|several|a few|many|most|majority|minority|"
                "half of|a number of|mainly|primarily|certain|most of|many of|several of|one of|among|a third of|"
                "a quarter of|handful|some"
            ),
            "only": phrases(
                "only|just|merely|solely|exclusively|alone|barely|hardly|scarcely|except|excluding|other than"
            ),
            "time": phrases(
                "so far|to date|for now|as yet|initially|temporarily|temporary|until|currently|previously|formerly|"
                "former|then|at first|at the time|as of|until recently|provisional|provisionally|interim|acting|"
                "no longer|once|eventually|for the time being|again|still|outgoing|incoming|elect"
            ),
            "often": phrases(
                "sometimes|occasionally|often|usually|typically|generally|normally|rarely|at times|in some cases"
            ),
            "condition": phrases(
                "if|if ever|unless|provided that|as long as|subject to|pending|conditional|conditionally|in case|"
                "in principle|depending on|assuming|except for|would|should|contingent"
            ),
            "change": phrases(
                "improved|improving|worsened|updated|corrected|revised|amended|preliminary|considering|attempted|"
                "failed|tentative|draft|proposed|planned|would-be|unofficial|non-binding|informal"
            ),
            "sort": phrases(
                "long-range|short-range|medium-range|medium-term|long-term|short-term|civilian|military|private|"
                "public|domestic|foreign|federal|state|local|regional|commercial|voluntary|limited|minor|serious|"
                "anonymous|retired|senior|junior|registered|likely|licensed|unlicensed|legal|illegal|documented|"
                "undocumented|underage|elderly|adult|eligible|direct|indirect|net|gross|annual|adjusted|low-income|"
                "high-risk|full-time|part-time|scheduled|special|mild|moderate|severe"
            ),
        }
    ),
    "de": kinds_by_word(
        {
            "about": phrases("etwa|rund|ungefähr|circa|fast|beinahe|knapp|nahezu|geschätzt|geschätzte|schätzungsweise"),
            "least": phrases("mindestens|mehr als|über|wenigstens"),
            "most": phrases("höchstens|maximal|bis zu|weniger als|unter"),
            "part": phrases(
                "einige|einigen|teilweise|teils|zum teil|manche|mehrere|viele|die meisten|die hälfte|ein teil"
            ),
            "only": phrases("nur|lediglich|bloß|ausschließlich|allein|kaum|außer"),
            "time": phrases(
                "bisher|bislang|vorerst|zunächst|vorübergehend|derzeit|damals|ehemalig|ehemalige|ehemaliger|"
                "frühere|früherer|vorläufig|vorläufige|noch"
            ),
            "condition": phrases("falls|wenn|sofern|vorbehaltlich|grundsätzlich|im prinzip"),
        }
    ),
    "es": kinds_by_word(
        {
            "about": phrases("cerca de|unos|unas|alrededor de|aproximadamente|casi|estimado"),
            "least": phrases("al menos|más de|por lo menos|como mínimo"),
            "most": phrases("como máximo|hasta|menos de|a lo sumo"),
            "part": phrases(
                "algunos|algunas|parte de|en parte|parcialmente|varios|varias|muchos|la mayoría|la mitad de"
            ),
            "only": phrases("solo|sólo|solamente|únicamente|apenas|excepto|salvo"),
            "time": phrases(
                "hasta ahora|por ahora|de momento|inicialmente|temporalmente|temporal|actualmente|entonces|"
                "ex|antiguo|antigua|provisional|aún|todavía"
            ),
            "condition": phrases("si|a menos que|siempre que|en principio|sujeto a"),
        }
    ),
    "fr": kinds_by_word(
        {
            "about": phrases("environ|près de|autour de|approximativement|presque|quelque|une estimation"),
            "least": phrases("au moins|plus de|au minimum"),
            "most": phrases("au plus|jusqu'à|moins de|au maximum"),
            "part": phrases(
                "certains|certaines|une partie de|en partie|partiellement|plusieurs|beaucoup|la plupart|la moitié"
            ),
            "only": phrases("seulement|uniquement|seul|seule|exclusivement|à peine|sauf|hormis"),
            "time": phrases(
                "jusqu'ici|jusqu'à présent|pour l'instant|initialement|temporairement|temporaire|"
                "actuellement|alors|ancien|ancienne|provisoire|encore"
            ),
            "condition": phrases("si|à moins|sous réserve|en principe|à condition"),
        }
    ),
    "ru": kinds_by_word(
        {
            "about": phrases("около|примерно|приблизительно|почти|порядка|ориентировочно"),
            "least": phrases("не менее|более|свыше|как минимум|больше"),
            "most": phrases("не более|до|максимум|менее|меньше"),
            "part": phrases("некоторые|некоторых|часть|частично|отчасти|несколько|многие|большинство|половина"),
            "only": phrases("только|лишь|исключительно|едва|кроме"),
            "time": phrases("пока|до сих пор|временно|временный|первоначально|сейчас|тогда|бывший|бывшая|бывшего|еще"),
            "condition": phrases("если|при условии|в принципе"),
        }
    ),
}
"""Limiting words by language and kind."""

AMOUNTS = forms(
    "two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands million half third",
    "zwei drei vier fünf sechs sieben acht neun zehn dutzend hundert tausend hälfte drittel",
    "dos tres cuatro cinco seis siete ocho nueve diez decena decenas cien cientos mil mitad tercio",
    "deux trois quatre cinq six sept huit neuf dix dizaine dizaines cent centaines mille moitié tiers",
    "два две три четыре пять шесть семь восемь девять десять десятков сто сотен тысяч тысячи половина треть",
)
"""Numbers as words."""

ANONYMITY: Mapping[str, tuple[str, ...]] = {
    "en": (
        "not to be named",
        "not be named",
        "condition of anonymity",
        "declined to be named",
        "anonymously",
        "not be identified",
        "not to be identified",
        "declined to be identified",
    ),
    "de": ("nicht genannt werden", "anonym bleiben", "namentlich nicht genannt"),
    "es": ("condición de anonimato", "bajo anonimato", "no ser identificado", "no ser identificada"),
    "fr": (
        "sous couvert d'anonymat",
        "sous le couvert de l'anonymat",
        "requis l'anonymat",
        "sous condition d'anonymat",
    ),
    "ru": ("условиях анонимности", "условии анонимности", "не называть его имени", "пожелавший остаться неназванным"),
}
"""How it is said that somebody does not want his name to be known."""

NEGATIONS: Mapping[str, Kinds] = {
    "en": kinds_by_word(
        {
            "not": phrases(
                "not|no|never|none|nobody|nothing|neither|nor|without|cannot|denied|denies|deny|denying|refused|refuses|"
                "refuse|failed to|fails to|fail to|rejected|rejects|reject|unable|lack|lacks|lacked|no longer|unlikely|"
                "don't|doesn't|didn't|won't|wouldn't|can't|couldn't|shouldn't|isn't|aren't|wasn't|weren't|hasn't|"
                "haven't|hadn't|declined to|declines to|ruled out|rules out|stopped|barred from|hardly|stop short"
            )
        }
    ),
    "de": kinds_by_word(
        {
            "not": phrases(
                "nicht|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|ohne|weder|"
                "bestreitet|bestritt|bestreiten|lehnt|lehnte|lehnten|abgelehnt|dementierte|dementiert|weigert|weigerte"
            )
        }
    ),
    "es": kinds_by_word(
        {
            "not": phrases(
                "no|nunca|jamás|nadie|nada|ningún|ninguna|ninguno|sin|ni|niega|negó|negaron|"
                "rechaza|rechazó|tampoco|desmintió"
            )
        }
    ),
    "fr": kinds_by_word(
        {
            "not": phrases(
                "ne|n'|pas|jamais|personne|rien|aucun|aucune|sans|ni|nie|nié|refuse|refusé|"
                "dément|démenti|rejette|rejeté"
            )
        }
    ),
    "ru": kinds_by_word(
        {
            "not": phrases(
                "не|нет|никогда|никто|ничего|без|ни|отрицает|отрицал|отрицала|отказался|"
                "отказалась|отказались|отверг|отвергла|отвергли|опроверг|опровергла|нельзя"
            )
        }
    ),
}
"""Words that turn what they stand beside into its opposite."""
