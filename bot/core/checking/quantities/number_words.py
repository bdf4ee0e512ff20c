"""Number words by language: small numbers, hundreds, scales, ordinals and fractions, without accents and case."""

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


def numbered(words: str, start: int = 1) -> dict[str, int]:
    """Number space-separated words from `start`; "a/b" are two forms of one number."""
    return {key_of(form): start + place for place, forms in enumerate(words.split()) for form in forms.split("/")}


def tens(words: str) -> dict[str, int]:
    return {form: number * 10 for form, number in numbered(words, 2).items()}


def valued(words: str) -> dict[str, int]:
    """Read "word=number" pairs; a number may be written 1e6."""
    pairs = (entry.split("=") for entry in words.split())
    return {key_of(form): int(float(number)) for forms, number in pairs for form in forms.split("/")}


def fractions_of(words: str) -> dict[str, Fraction]:
    pairs = (entry.split("=") for entry in words.split())
    return {key_of(form): Fraction(number) for forms, number in pairs for form in forms.split("/")}


def keys(words: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in words.split())


_MORE_SCALES = valued("lakh/lakhs=1e5 crore/crores=1e7 k=1e3 bn/mrd/mld=1e9 mn/mln/mio=1e6 tn/trn=1e12")

ENGLISH = NumberWords(
    small={
        **numbered(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen "
            "eighteen nineteen",
            2,
        ),
        **tens("twenty thirty forty/fourty fifty sixty seventy eighty ninety"),
        **valued("zero=0"),
    },
    hundreds=keys("hundred"),
    scales={
        **valued("thousand=1e3 million/millions=1e6 billion/billions=1e9 trillion/trillions=1e12 dozen=12"),
        **_MORE_SCALES,
    },
    bare=keys("hundred thousand million billion trillion dozen"),
    loose=valued(
        "one=1 both=2 couple=2 pair=2 twice=2 second=2 twin=2 duo=2 trio=3 thrice=3 triple=3 double=2 single=1 first=1"
    ),
    ordinals={
        **numbered(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        **valued("thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 hundredth=100"),
    },
    fractions=fractions_of(
        "half/halves=1/2 third/thirds=1/3 quarter/quarters=1/4 fourth/fourths=1/4 fifth/fifths=1/5 "
        "sixth/sixths=1/6 "
        "seventh/sevenths=1/7 eighth/eighths=1/8 ninth/ninths=1/9 tenth/tenths=1/10"
    ),
    articles=keys("a an"),
    joins=keys("and"),
)

SPANISH = NumberWords(
    small={
        **numbered(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
            "diecisiete dieciocho diecinueve",
            2,
        ),
        **tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
        **numbered(
            "veintiuno/veintiun/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
            "veintiocho veintinueve",
            21,
        ),
        **valued(
            "cero=0 cien/ciento=100 doscientos/doscientas=200 trescientos/trescientas=300 "
            "cuatrocientos/cuatrocientas=400 "
            "quinientos/quinientas=500 seiscientos/seiscientas=600 setecientos/setecientas=700 "
            "ochocientos/ochocientas=800 "
            "novecientos/novecientas=900"
        ),
    },
    scales={
        **valued("mil=1e3 millon/millones=1e6 billon/billones=1e12 trillon/trillones=1e18 docena=12"),
        **_MORE_SCALES,
    },
    bare=keys("mil docena"),
    loose=valued("uno=1 ambos/ambas=2 par=2 doble=2 pareja=2 trio=3"),
    ordinals=valued(
        "primero/primera/primer=1 segundo/segunda=2 tercero/tercera/tercer=3 cuarto/cuarta=4 quinto/quinta=5 "
        "sexto/sexta=6 "
        "septimo/septima=7 octavo/octava=8 noveno/novena=9 decimo/decima=10"
    ),
    fractions=fractions_of(
        "medio/media/mitad=1/2 tercio/tercios=1/3 tercera=1/3 cuarto/cuartos=1/4 cuarta=1/4 quinto/quintos=1/5 "
        "quinta=1/5"
    ),
    articles=keys("un una"),
    joins=keys("y"),
)

FRENCH = NumberWords(
    small={
        **numbered(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            "dix-huit dix-neuf",
            2,
        ),
        **tens("vingt/vingts trente quarante cinquante soixante"),
        **valued("zero=0 septante=70 huitante=80 octante=80 nonante=90"),
    },
    hundreds=keys("cent cents"),
    scales={
        **valued("mille=1e3 million/millions=1e6 milliard/milliards=1e9 billion/billions=1e12 douzaine=12"),
        **valued("dizaine=10 vingtaine=20 trentaine=30 cinquantaine=50 centaine=100 quinzaine=15"),
        **_MORE_SCALES,
    },
    bare=keys("cent mille"),
    loose=valued("paire=2 double=2 duo=2 trio=3 second/seconde=2"),
    ordinals=valued(
        "premier/premiere=1 deuxieme=2 troisieme=3 quatrieme=4 cinquieme=5 sixieme=6 septieme=7 huitieme=8 "
        "neuvieme=9 "
        "dixieme=10 onzieme=11 douzieme=12"
    ),
    fractions=fractions_of(
        "demi/demie/moitie=1/2 tiers=1/3 quart/quarts=1/4 cinquieme/cinquiemes=1/5 dixieme/dixiemes=1/10"
    ),
    articles=keys("un une"),
    joins=keys("et"),
)

RUSSIAN = NumberWords(
    small={
        **numbered(
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
        **tens(
            "двадцать/двадцати/двадцатью тридцать/тридцати сорок/сорока пятьдесят/пятидесяти "
            "шестьдесят/шестидесяти "
            "семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста"
        ),
        **valued(
            "ноль=0 сто/ста=100 двести/двухсот=200 триста/трехсот=300 четыреста/четырехсот=400 "
            "пятьсот/пятисот=500 "
            "шестьсот/шестисот=600 семьсот/семисот=700 восемьсот/восьмисот=800 девятьсот/девятисот=900"
        ),
    },
    scales={
        **valued("тысяча/тысячи/тысяч/тысяче/тысячу/тысячам/тыс=1e3 миллион/миллиона/миллионов/миллиону/млн=1e6"),
        **valued(
            "миллиард/миллиарда/миллиардов/миллиарду/млрд=1e9 триллион/триллиона/триллионов/трлн=1e12 "
            "дюжина/дюжину/дюжины=12"
        ),
        **_MORE_SCALES,
    },
    bare=keys("тысяча тысячу миллион миллиард дюжина дюжину"),
    loose=valued(
        "один/одна/одно/одного/одной/одну/одному/одним=1 оба/обе/обоих/обеих=2 пара/пары/пару=2 дважды=2 трижды=3"
    ),
    ordinals=valued(
        "первый/первая/первое/первого/первой=1 второй/вторая/второе/второго=2 "
        "третий/третья/третье/третьего/третьей=3 "
        "четвертый/четвертая/четвертого/четвертой=4 пятый/пятая/пятого/пятой=5"
    ),
    fractions=fractions_of(
        "половина/половины/половину/пол=1/2 треть/трети=1/3 четверть/четверти=1/4 полтора/полторы=3/2"
    ),
    joins=frozenset(),
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
        "several few many some mehrere einige viele varios varias algunos plusieurs quelques несколько عدة 数"
    ).split()
)
"""Words before a scale word that make it no number: "several hundred"."""
