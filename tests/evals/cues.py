"""Words by which a plain reading tells that a sentence has a speaker, or a doubt: patterns for each language.

They are not those of the checks, and coarser: whoever counts with them counts every writer alike.
"""

SAYING = {
    "en": r"said|says|told|according to|announced|report(?:s|ed)|estimat\w+|believes?|warned|added|argued|denie[sd]"
    r"|calculated|called|expects?|apologi[sz]ed|suspects?|spokes\w+|described|replied|confirmed",
    "de": r"sagt\w*|laut|nach \w+ (?:der|des|von)|zufolge|teilte|mitteilte|erklär\w+|bericht\w*|schätz\w+|angaben"
    r"|bekräftig\w+|widersprach|rechne[tn]|nannte|nennt|kündigt\w+|forder\w+|beruft|veranschlagt|halten|hält"
    r"|zeigte sich",
    "es": r"según|dijo|afirm\w+|asegur\w+|explic\w+|declar\w+|inform\w+|estim\w+|calcul\w+|subray\w+|desmint\w+"
    r"|n(?:i?)eg(?:a|ó|aron|aba)|sostiene|respondió|señal\w+|de acuerdo con|pidió|reconoció|indicó|confirm\w+|elevó"
    r"|contó|cita",
    "fr": r"selon|d’après|d'après|a (?:dit|déclaré|annoncé|assuré|rappelé|indiqué)|s’est|estim\w+|affirm\w+|annoncé",
    "ru": r"сообщ\w+|сказа\w+|заяви\w+|по словам|по данным|по мнению|по сведениям|уточни\w+|рассказа\w+|утвержда\w+"
    r"|подчеркну\w+|обеща\w+|объясни\w+|следует из|ссыла\w+|счита\w+|назва\w+|полага\w+|не исключ\w+|не согласен",
    "ar": r"و?(?:قالت?|أعلنت?|ذكرت?|نفت?|نفى|يرى|ترى|تقول|حذرت?|أضافت?|وصفت?|قدّرت?|أظهرت?)|بحسب|وفق",
    "ja": r"によると|という。|発表|述べ|指摘|説明|答え|報じ|明らかに|伝え|呼びかけ|としている",
}
DOUBT = {
    "en": r"may|might|could|possibl[ey]|possibility|probabl[ey]|likely|alleged\w*|suspect\w*|suspicion|apparently"
    r"|reportedly|believe[sd]?|not clear|unclear|provisional\w*|estimate\w*|fear",
    "de": r"könnte\w*|möglich\w*|mutmaßlich\w*|verdacht\w*|offenbar|wohl|voraussichtlich|vermutlich|derzeitig\w*"
    r"|soll\w*|schätzung|kaum|geschätzt|schätzen|vorerst",
    "es": r"posibles?|posiblemente|podría\w*|pudieron|pudo|presunt\w+|supuest\w+|habría\w*|cálculo|calcula|estima",
    "fr": r"pourrai\w+|possibles?|probable\w*|présumé\w*|soupçon\w*|aurai\w+|si les",
    "ru": r"возможн\w+|вероятн\w+|скорее всего|предположительн\w+|предварительн\w+|не исключ\w+|предполага\w+|пока",
    "ar": r"و?(?:قد|ربما|يحتمل|يُعتقد)|(?:ال)?محتملة?|مزعوم|تقدير\w*",
    "ja": r"おそれ|可能性|見通し|とみられ|かもしれ|という。|とされ|確認できていない",
}
