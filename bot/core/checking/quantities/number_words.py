"""Number words by language: small numbers, hundreds, scales, ordinals and fractions, without accents and "
"case."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from bot.core.checking.quantities.tokens import key_of


@dataclass(frozen=True)
class NumberWords:
    """The number words of one language, keyed as `key_of` writes them.

    `small` adds up ("twenty", "five"), `hundreds` multiplies within a group, `scales` multiplies the group;
    `bare` are scales that are numbers by themselves ("mil"), `loose` words that mostly count nothing ("one").
    """

    small: dict[str, int]
    hundreds: frozenset[str] = frozenset()
    scales: dict[str, int] = field(default_factory=dict)
    bare: frozenset[str] = frozenset()
    loose: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    fractions: dict[str, Fraction] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()


def _numbered(words: str, start: int = 1) -> dict[str, int]:
    """Number space-separated words from `start`; "a/b" are two forms of one number."""
    return {key_of(form): start + place for place, forms in enumerate(words.split()) for form in forms.split("/")}


def _tens(words: str) -> dict[str, int]:
    return {form: number * 10 for form, number in _numbered(words, 2).items()}


def _valued(words: str) -> dict[str, int]:
    """Read "word=number" pairs; a number may be written 1e6."""
    pairs = (entry.split("=") for entry in words.split())
    return {key_of(form): int(float(number)) for forms, number in pairs for form in forms.split("/")}


def _fractions(words: str) -> dict[str, Fraction]:
    pairs = (entry.split("=") for entry in words.split())
    return {key_of(form): Fraction(number) for forms, number in pairs for form in forms.split("/")}


def _keys(words: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in words.split())


_MORE_SCALES = _valued("lakh/lakhs=1e5 crore/crores=1e7 k=1e3 bn/mrd/mld=1e9 mn/mln/mio/mm=1e6 tn/trn=1e12")

ENGLISH = NumberWords(
    small={
        **_numbered(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen "
            "eighteen nineteen",
            2,
        ),
        **_tens("twenty thirty forty/fourty fifty sixty seventy eighty ninety"),
        **_valued("zero=0"),
    },
    hundreds=_keys("hundred"),
    scales={
        **_valued("thousand=1e3 million/millions=1e6 billion/billions=1e9 trillion/trillions=1e12 dozen=12"),
        **_MORE_SCALES,
    },
    bare=_keys("hundred thousand million billion trillion dozen"),
    loose=_valued(
        "one=1 both=2 couple=2 pair=2 twice=2 second=2 twin=2 duo=2 trio=3 thrice=3 triple=3 double=2 single=1 first=1"
    ),
    ordinals={
        **_numbered(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        **_valued("thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 hundredth=100"),
    },
    fractions=_fractions(
        "half/halves=1/2 third/thirds=1/3 quarter/quarters=1/4 fourth/fourths=1/4 fifth/fifths=1/5 "
        "sixth/sixths=1/6 "
        "seventh/sevenths=1/7 eighth/eighths=1/8 ninth/ninths=1/9 tenth/tenths=1/10"
    ),
    articles=_keys("a an"),
    joins=_keys("and"),
)

SPANISH = NumberWords(
    small={
        **_numbered(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
            "diecisiete dieciocho diecinueve",
            2,
        ),
        **_tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
        **_numbered(
            "veintiuno/veintiun/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
            "veintiocho veintinueve",
            21,
        ),
        **_valued(
            "cero=0 cien/ciento=100 doscientos/doscientas=200 trescientos/trescientas=300 "
            "cuatrocientos/cuatrocientas=400 "
            "quinientos/quinientas=500 seiscientos/seiscientas=600 setecientos/setecientas=700 "
            "ochocientos/ochocientas=800 "
            "novecientos/novecientas=900"
        ),
    },
    scales={
        **_valued("mil=1e3 millon/millones=1e6 billon/billones=1e12 trillon/trillones=1e18 docena=12"),
        **_MORE_SCALES,
    },
    bare=_keys("mil docena"),
    loose=_valued("uno=1 ambos/ambas=2 par=2 doble=2 pareja=2 trio=3"),
    ordinals=_valued(
        "primero/primera/primer=1 segundo/segunda=2 tercero/tercera/tercer=3 cuarto/cuarta=4 quinto/quinta=5 "
        "sexto/sexta=6 "
        "septimo/septima=7 octavo/octava=8 noveno/novena=9 decimo/decima=10"
    ),
    fractions=_fractions(
        "medio/media/mitad=1/2 tercio/tercios=1/3 tercera=1/3 cuarto/cuartos=1/4 cuarta=1/4 quinto/quintos=1/5 "
        "quinta=1/5"
    ),
    articles=_keys("un una"),
    joins=_keys("y"),
)

FRENCH = NumberWords(
    small={
        **_numbered(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            "dix-huit dix-neuf",
            2,
        ),
        **_tens("vingt/vingts trente quarante cinquante soixante"),
        **_valued("zero=0 septante=70 huitante=80 octante=80 nonante=90"),
    },
    hundreds=_keys("cent cents"),
    scales={
        **_valued("mille=1e3 million/millions=1e6 milliard/milliards=1e9 billion/billions=1e12 douzaine=12"),
        **_valued("dizaine=10 vingtaine=20 trentaine=30 cinquantaine=50 centaine=100 quinzaine=15"),
        **_MORE_SCALES,
    },
    bare=_keys("cent mille"),
    loose=_valued("paire=2 double=2 duo=2 trio=3 second/seconde=2"),
    ordinals=_valued(
        "premier/premiere=1 deuxieme=2 troisieme=3 quatrieme=4 cinquieme=5 sixieme=6 septieme=7 huitieme=8 "
        "neuvieme=9 "
        "dixieme=10 onzieme=11 douzieme=12"
    ),
    fractions=_fractions(
        "demi/demie/moitie=1/2 tiers=1/3 quart/quarts=1/4 cinquieme/cinquiemes=1/5 dixieme/dixiemes=1/10"
    ),
    articles=_keys("un une"),
    joins=_keys("et"),
)

RUSSIAN = NumberWords(
    small={
        **_numbered(
            "два/две/двух/двум/двумя/двое/двоих три/трех/трем/тремя/трое/троих "
            "четыре/четырех/четырем/четырьмя/четверо/четверых "
            "пять/пяти/пятью/пятеро/пятерых шесть/шести/шестью/шестеро/шестерых семь/семи/семью/семеро/семерых "
            "восемь/восьми/восемью девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати "
            "двенадцать/двенадцати "
            "тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати "
            "семнадцать/семнадцати "
            "восемнадцать/восемнадцати девятнадцать/девятнадцати",
            2,
        ),
        **_tens(
            "двадцать/двадцати/двадцатью тридцать/тридцати сорок/сорока пятьдесят/пятидесяти "
            "шестьдесят/шестидесяти "
            "семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста"
        ),
        **_valued(
            "ноль=0 сто/ста=100 двести/двухсот=200 триста/трехсот=300 четыреста/четырехсот=400 "
            "пятьсот/пятисот=500 "
            "шестьсот/шестисот=600 семьсот/семисот=700 восемьсот/восьмисот=800 девятьсот/девятисот=900"
        ),
    },
    scales={
        **_valued("тысяча/тысячи/тысяч/тысяче/тысячу/тысячам/тыс=1e3 миллион/миллиона/миллионов/миллиону/млн=1e6"),
        **_valued(
            "миллиард/миллиарда/миллиардов/миллиарду/млрд=1e9 триллион/триллиона/триллионов/трлн=1e12 "
            "дюжина/дюжину/дюжины=12"
        ),
        **_MORE_SCALES,
    },
    bare=_keys("тысяча тысячу миллион миллиард дюжина дюжину"),
    loose=_valued(
        "один/одна/одно/одного/одной/одну/одному/одним=1 оба/обе/обоих/обеих=2 пара/пары/пару=2 дважды=2 трижды=3"
    ),
    ordinals=_valued(
        "первый/первая/первое/первого/первой=1 второй/вторая/второе/второго=2 "
        "третий/третья/третье/третьего/третьей=3 "
        "четвертый/четвертая/четвертого/четвертой=4 пятый/пятая/пятого/пятой=5"
    ),
    fractions=_fractions(
        "половина/половины/половину/пол=1/2 треть/трети=1/3 четверть/четверти=1/4 полтора/полторы=3/2"
    ),
    joins=frozenset(),
)

ARABIC = NumberWords(
    small={
        **_numbered(
            "اثنان/اثنين/اثنتان/اثنتين/اثنا/اثني ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع "
            "ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
            2,
        ),
        **_tens("عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين"),
        **_valued(
            "صفر=0 مئتان/مئتين/مائتان/مائتين/مئتي/مائتي=200 ثلاثمئة/ثلاثمائة=300 أربعمئة/أربعمائة=400 "
            "خمسمئة/خمسمائة=500 ستمئة/ستمائة=600"
        ),
        **_valued(
            "سبعمئة/سبعمائة=700 ثمانمئة/ثمانمائة/ثمانيمئة=800 تسعمئة/تسعمائة=900 ألفان/ألفين/ألفي=2000 "
            "مليونان/مليونين/مليوني=2e6"
        ),
    },
    hundreds=_keys("مئة مائة"),
    scales=_valued("ألف/آلاف/ألفا=1e3 مليون/ملايين/مليونا=1e6 مليار/مليارات/مليارا=1e9 تريليون=1e12"),
    bare=_keys("مئة مائة ألف مليون مليار"),
    loose=_valued("واحد/واحدة=1 كلا=2"),
    ordinals=_valued("الأول/الأولى=1 الثاني/الثانية=2 الثالث/الثالثة=3 الرابع/الرابعة=4 الخامس/الخامسة=5"),
    fractions=_fractions("نصف=1/2 ثلث=1/3 ثلثي/ثلثا=2/3 ربع=1/4 خمس=1/5"),
)

ANYWHERE = {
    key_of(word): value
    for words, value in (
        (
            "millones milioni milhoes miljoen miljoner millioner milyon milion milionow juta мільйонів мільйони",
            10**6,
        ),
        (
            "milliarden milliards miliardi miljard miljarder milliarder milyar miliar bilhoes мільярдів миллиардов",
            10**9,
        ),
        ("mln mio млн", 10**6),
        ("mld mrd bn млрд", 10**9),
        ("тыс тис हजार हज़ार हजार", 10**3),
        ("लाख", 10**5),
        ("करोड़ करोड", 10**7),
        ("अरब", 10**9),
    )
    for word in words.split()
}
"""Scale words that mean the same in every language that has them."""

VAGUE = frozenset(
    key_of(word)
    for word in (
        "several few many some mehrere einige viele varios varias algunos unos plusieurs quelques несколько عدة 数"
    ).split()
)
"""Words before a scale word that make it no number: "several hundred"."""
