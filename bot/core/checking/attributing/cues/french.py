"""How French says that somebody said something."""

from __future__ import annotations

from bot.core.checking.attributing.cues.table import Cues, endings
from bot.core.checking.attributing.marked_words import forms, phrases

_OPINION = endings("estim critiqu accus affirm", "-e -ent -ait -aient -é -ant -èrent") | forms(
    "prétend prétendu prétendent soutient soutenu soutenait croit croient pense pensent jugé juge craint craignent "
    "prévoit prévoient averti avertit dénonce dénoncé redoute suggère suggéré"
)
FRENCH = Cues(
    said=_OPINION
    | endings(
        "déclar expliqu indiqu annonc ajout précis confirm racont rapport signal témoign soulign insist rappel "
        "not admet martel révèl dévoil exprim",
        "-e -ent -ait -aient -é -ant -èrent",
    )
    | forms(
        "dit disent disait dire disant écrit écrivent écrivait répondu répond reconnu reconnaît promis promet appris "
        "rappelle rappelé révélé révèle lancé conclu"
    ),
    weak=forms(
        "assure assurent assuré assurait montre montré montrent trouvé espère espèrent décidé sait demandé demande"
    ),
    stance=endings("accus critiqu condamn dénonc rejet réclam", "-e -ent -ait -é")
    | forms("dément démenti nie nié nient conteste contesté exige exigé"),
    naming=forms("qualifié qualifie appelé appelle décrit traité"),
    disputed=_OPINION
    | endings("accus critiqu condamn dénonc", "-e -ent -ait -é")
    | forms("dément démenti nie nié conteste contesté qualifié qualifie exige exigé espère"),
    before=phrases("selon|d'après|de l'avis de|aux yeux de|à en croire|au dire de|citant|de source"),
    passive=phrases(
        "est accusé de|est accusée de|sont accusés de|était accusé de|a été accusé de|est soupçonné de|"
        "est soupçonnée de|est suspecté de|sont soupçonnés de"
    ),
    nouns=forms("affirmation accusation accusations rapport déclaration rumeur rumeurs opinion"),
    finite=forms("il elle ils elles on est sont a ont était avait sera seront serait"),
    hearsay=forms("présumé présumée présumés présumées prétendument"),
    that=forms("que si comment"),
    auxiliary=forms(
        "a ont avait avaient est t il elle ils elles on s'est aussi ensuite également encore déjà lui "
        "leur se par ailleurs n' ne pas été notamment"
    ),
    stops=forms("que parce quand lorsque mais pendant tandis alors bien comme si où puisque après avant"),
    joining=forms("et ou"),
    being=forms("est était sont étaient été fut furent"),
    contrasts=forms("mais tandis alors"),
    subordinate=forms("lorsque quand après tandis alors pendant"),
    articles=forms("le la les l' un une des son sa ses leur leurs ce cette ces du de d'"),
    adjuncts=forms(
        "à au aux dans lors en sur le la lundi mardi mercredi jeudi vendredi samedi dimanche hier "
        "aujourd'hui devant après avant pendant auprès ce de du des par"
    ),
    counting=forms("chiffre chiffré évalue évalué évaluent estime estimé estiment recense recensé compte"),
)
