"""The words by which articles of several languages credit another outlet, refer back to its report, or answer it.

Own lists. The patterns read what stands right before or behind a name, a few dozen characters, and are linear.
"""

from __future__ import annotations

import re

_THE = r"(?:(?:the|a|an|der|die|das|dem|den|des|einem|einer|el|la|los|las|le|les|l['’]|un|une|una|au|du)\s*)?"
_NOUN = (
    r"(?:newspaper|magazine|news agency|agency|broadcaster|website|site|network|channel|newswire|wire|"
    r"zeitung|magazin|nachrichtenagentur|agentur|\w{0,12}sender|radio station|radiostation|emisora|station|"
    r"diario|agencia|periódico|cadena|quotidien|agence|journal|chaîne|"
    r"радиостанци\w*|газет\w*|агентств\w*|издани\w*|телеканал\w*|портал\w*|журнал\w*|"
    r"صحيفة|وكالة(?: أنباء)?|قناة|شبكة|موقع|مجلة|إذاعة|هيئة)"
)
_REPORT = (
    r"(?:reports?|reporting|article|story|account|investigation|poll|survey|column|dispatch|analysis|"
    r"exposé|expose|profile|feature|tally|count|editorial|documentary|podcast|review)"
)
_DAY = r"(?: (?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning|evening|afternoon))?)?"
_LEAD = rf"[\s,:]*(?:{_THE}ل?{_NOUN}\s*)?{_THE}[\"“„«‘]?(?:(?<!\w)[ولبفك]{{1,2}})?$"

BEFORE_REPORT = re.compile(
    r"(?<!\w)(?:"
    rf"according to(?: \w+){{0,3}}(?: (?:by|in|from|with))?|as (?:first )?(?:reported|revealed)(?: by| in)?|"
    rf"(?:first )?(?:reported|revealed|disclosed|broken|quoted|cited|obtained|seen|viewed|reviewed|published|released|"
    rf"conducted|uncovered|documented|detailed|leaked|shared|provided)(?: \w+){{0,3}} (?:by|in|to|with)|"
    rf"{_REPORT} (?:by|in|from|with|for)|"
    rf"reported|reports|citing|cites|cited|quoting|per|via|"
    rf"(?:laut|berichtet(?:e|en)?|meldet(?:e|en)?|schreibt|schrieb|"
    rf"angaben (?:von|der|des)|bericht (?:von|der|des|in)|informationen (?:von|der|des)|"
    rf"beruf\w* sich auf|unter berufung auf)|"
    rf"(?:según|informó|informa|publicó|publica|reveló|adelantó|avanzó|(?:ha|han|había) (?:podido saber|sabido)|"
    rf"informe de|información de|(?:citad|publicad|recogid|difundid|consultad)[oa]s? por|"
    rf"de acuerdo con)(?: (?:informó|publicó|reveló|adelantó|informa|publica))?|"
    rf"(?:selon(?: nos confrères(?: de)?)?|d['’]après|à en croire|a appris|rapporte|révèle|écrit|"
    rf"(?:rapporté|révélé|annoncé|cité|publié)e?s? par|"
    rf"indique|enquête (?:de|du)|informations (?:de|du))|"
    rf"(?:сообщ\w+|передает|передаёт|передал\w*|пишет|пишут|по данным|по информации|по сообщению|со ссылкой на|"
    rf"ссылаясь на|стало известно (?:от|из)|как отмечает|отмечает|цитирует)|"
    rf"(?:وفق[اًا]{{1,2}}|طبق[اًا]{{1,2}}|بحسب|حسب|نقل[اًا]{{1,2}} عن|ذكرت?|أفادت?|قالت|أوردت?|نشرت?(?:ها?)?|كشفت?)"
    rf"(?: ما)?(?: (?:ذكرت?|أوردت?|نشرت?|نقلت?))?"
    rf"){_LEAD}",
    re.IGNORECASE,
)
"""What stands before an outlet whose report a sentence tells."""
BEFORE_SPOKEN = re.compile(
    r"(?<!\w)(?:"
    rf"in an interview(?: \w+){{0,2}} (?:with|to|on)|interview(?:s|ed)?{_DAY} (?:with|by|to|on)|"
    rf"(?:told|tells)(?: by)?|"
    rf"(?:said|says|wrote|writes|statement|spoke|speaking|talking|comment(?:s|ed)?|remarks?|confirmed|"
    rf"appear(?:ed|ing|ance)|email(?:ed)?|interview(?:ed)?){_DAY} (?:to|in|on|with)|"
    rf"gegenüber|interview mit|gespräch mit|(?:sagten?|teilten?|erklärten?)(?: \w+){{0,2}}|"
    rf"(?:contó|cuenta)(?: \w+)?|(?:dijo|declaró|explicó|afirmó|aseguró|señaló|confirmó) a|"
    rf"declaraciones a|entrevista (?:con|a|en)|"
    rf"(?:déclaré|confié|affirmé|indiqué|dit|expliqué) (?:à|au)|(?:entretien|interview)(?: accordée?)? (?:à|au|avec)|"
    rf"interrogée?s? par|au micro de|invitée?s? de|"
    rf"(?:в интервью|в комментарии|(?:рассказал|заявил|пояснил|уточнил)\w*(?: \w+){{0,3}}|"
    rf"сообщил\w*(?: \w+){{1,3}})|"
    rf"(?:أبلغت?(?: \w+){{0,3}}|تصريح(?:ات)?|حديث(?: إلى| مع)?|مقابلة مع)"
    rf"){_LEAD}|(?<!\w)(?:قالت?|صرحت?)(?: \w+){{0,3}} ل(?:{_NOUN}\s)?[\"«“]?$",
    re.IGNORECASE,
)
"""What stands before an outlet to which somebody said what a sentence tells."""
BEFORE_CITED = re.compile(
    r"(?<!\w)(?:citing|cites|cited|quoting|unter berufung auf|beruft sich auf|citando a|que cita a|citant|"
    rf"со ссылкой на|ссылаясь на|نقل[اًا]{{1,2}} عن){_LEAD}",
    re.IGNORECASE,
)
"""What stands before the outlet from which another one has it."""
AFTER = re.compile(
    r"^[\"”“»’]?(?:['’]s?)?(?:\s(?:newspaper|magazine|news agency|agency|website))?(?:"
    rf"\s(?:(?:has|had|have|also|first|later|initially|exclusively|previously|which|who|,)\s)*"
    rf"(?:reported|reports|learned|obtained|revealed|reveals|disclosed|wrote|writes|uncovered|quoted|quotes|"
    rf"cited|cites|called|calls|put it|ran|aired|calculated|estimated|understands|"
    rf"published|said|says|found|broke|confirmed|noted|was told|(?:was|were) (?:the )?first to report|described)"
    rf"\b(?! by)|"
    rf"(?:[/\-][A-Z]\w+)?\s(?:\w+\s){{0,2}}(?:{_REPORT}|interview)\b|,? which (?:first )?(?:reported|obtained|broke)|"
    rf"\s(?:berichtet|meldet|schreibt|schrieb)\w{{0,3}}\b|-(?:Bericht|Recherche|Umfrage|Information|Interview)|"
    rf"\s(?:hatten?|haben?|hat)(?: \w+){{0,3}} (?:berichtet|gemeldet|geschrieben|erfahren|enthüllt)|"
    rf"\s(?:zufolge|bekannt ?gemacht|veröffentlicht)|"
    rf"\s(?:informó|publicó|reveló|adelantó|informa|publica|(?:ha|había) (?:publicado|revelado|informado|adelantado))|"
    rf"\s(?:(?:a|avait) (?:rapporté|révélé|annoncé|publié|indiqué|appris)|rapporte|révèle|dévoile|indique|écrit)|"
    rf"\s(?:сообщ|переда|пишет|писал|рассказ|узнал|выясни)\w*|"
    rf"(?:通信|新聞|電子版|放送|テレビ)?(?:など)?(?:によると|によれば|[がは][^。]{{0,20}}?(?:報じ|伝え|報道)|の(?:報道|取材|インタビュー))|"
    rf"\s?(?:报道|報道|报导|報導|消息)"
    rf")",
    re.IGNORECASE,
)
"""What stands behind an outlet that is credited."""
SPOKEN_ASIDE = re.compile(
    r"^[\"”“»’]?(?:['’]s?)?\s(?:was told|(?:\w+\s){0,2}interview)\b|^(?:の取材|のインタビュー)", re.IGNORECASE
)
"""What stands behind an outlet to which somebody said it."""
COORDINATED = re.compile(
    r"[\"”“»«’]?(?:,|,? (?:and|und|y|e|et|и)|،| و)\s?(?:the |der |die |das |el |la |le )?[\"”“»«‘]?"
)
"""What stands between outlets that are credited together."""
STAFF = re.compile(
    r"['’]?s?[\s\-]*(?:editor|reporter|correspondent|journalist|host|anchor|columnist|contributor|"
    r"redakteur|korrespondent|moderator)",
    re.IGNORECASE,
)
"""Those who work for an outlet are not the outlet."""
REACTION = re.compile(
    r"(?<!\w)(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|"
    r"react(?:s|ed|ing)? to|respond(?:s|ed|ing)? to|comment(?:s|ed|ing)? on|asked about|critici[sz](?:es?|ed|ing)|"
    r"dementiert\w*|bestreitet|bestritt|wies|reagiert\w* auf|niegan?|negó|desmintió|desmiente|rechazó|"
    r"dément|démenti|rejeté|réagi|опроверг\w*|отрица\w*|نفت?|ينفي)\s[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
"""What stands before an outlet whose report somebody answers."""
FIRST_TOLD = re.compile(
    r"(?<!\w)(?:first (?:reported|revealed|disclosed|published|obtained)|first to report|broke the (?:story|news)|"
    r"zuerst (?:berichtet|gemeldet|veröffentlicht)|hatten? zuerst|adelantó|avanzó|publicó primero|"
    r"premier à révéler|a révélé|révélée?s? par|перв\w{2,3} сообщил\w{0,2}|أول من)(?!\w)",
    re.IGNORECASE,
)
"""Words of a sentence that names whose news it is."""
REFERS_BACK = re.compile(
    r"(?<!\w)(?:the (?:news)?(?:paper|report|story|article|agency|outlet|magazine|broadcaster|network|website)"
    r" (?:said|says|added|adds|reported|reports|wrote|writes|also|quoted|quotes|cited|cites|found|noted)|"
    r"according to the (?:(?:news)?paper|report|story|article|agency|outlet|magazine|broadcaster|network)"
    r"(?! (?:by|from|of))|(?:dem|des) (?:bericht|blatt|magazin|sender)s? zufolge|"
    r"(?:laut|nach) (?:dem |der )?(?:bericht|zeitung|blatt|magazin)|"
    r"der zeitung zufolge|(?:so|schreibt|berichtet) (?:die zeitung|das blatt|das magazin|der sender)|"
    r"según (?:el (?:diario|periódico|medio|informe|artículo)|la (?:agencia|cadena|revista|emisora|información))|"
    r"selon (?:le (?:journal|quotidien|média)|la (?:chaîne|radio)|l['’](?:agence|article|enquête))|"
    r"по (?:данным|информации|словам) (?:газеты|издания|агентства|телеканала|журнала)|"
    r"(?:пишет|сообщает|отмечает|уточняет) (?:газета|издание|агентство|телеканал|журнал)|"
    r"(?:وأضافت|وذكرت|وقالت|وأوضحت|بحسب|وفق) (?:الصحيفة|الوكالة|القناة|الشبكة|التقرير))",
    re.IGNORECASE,
)
"""Words of a sentence that goes on telling what an outlet named before reports."""
SAYS = re.compile(
    r"(?<!\w)(?:said|says|told|tells|added|adds|stated|announced|confirmed|denied|wrote|tweeted|posted|warned|"
    r"according to|sagte|sagt|erklärte|teilte|betonte|bestätigte|laut|dijo|dice|afirmó|aseguró|declaró|explicó|según|"
    r"a (?:dit|déclaré|affirmé|indiqué|expliqué|précisé)|selon|сказал\w*|заяви\w*|сообщи\w*|подтверди\w*|"
    r"по словам|قالت?|أكدت?|أعلنت?|صرح)(?!\w)",
    re.IGNORECASE,
)
"""Words of a sentence that names its own source: what another sentence credits is not behind it."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’\-]{0,40}"
_NAME = rf"({_CAPITAL}(?: {_CAPITAL}){{0,3}})"
CREDITED_NAME = re.compile(
    r"\b(?:reported by|reports? (?:by|in|from)|revealed by|berichtete|laut|según|selon|со ссылкой на) "
    rf"(?:the |der |die |el |la |le )?{_NAME}"
    rf"|(?<=[a-z,] )(?:the |The )?{_NAME} (?:(?:has|had) )?(?:first |exclusively )?"
    r"(?:reported|has learned|berichtete|informó|a rapporté|сообщил\w{0,3})\b"
)
"""A name, of whatever, that is credited as an outlet would be: group 1 or 2."""
