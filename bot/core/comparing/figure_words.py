"""The words for numbers, months, weekdays and currencies: English, German, Spanish, French and Russian."""

from __future__ import annotations

from bot.core.words import fold

_MONTHS = (
    "januar jan january enero janvier январ",
    "februar feb february febrero fevrier феврал",
    "march mar marz marzo mars март",
    "april apr abril avril апрел",
    "may mai mayo мая май",
    "june juni jun junio juin июн",
    "july juli jul julio juillet июл",
    "august aug agosto aout август",
    "september sept sep septiembre septembre сентябр",
    "october oct oktober okt octubre octobre октябр",
    "november nov noviembre novembre ноябр",
    "december dec dezember dez diciembre decembre декабр",
)
_WEEKDAYS = (
    "monday mon montag lunes lundi понедельник",
    "tuesday tue tues dienstag martes mardi вторник",
    "wednesday wed mittwoch miercoles mercredi сред",
    "thursday thu thurs donnerstag jueves jeudi четверг",
    "friday fri freitag viernes vendredi пятниц",
    "saturday sat samstag sonnabend sabado samedi суббот",
    "sunday sun sonntag domingo dimanche воскресень",
)
_COUNTING = (
    "zero null cero",
    "one",
    "two zwei dos deux два две двое двух",
    "three drei tres trois три трое трех",
    "four vier cuatro quatre четыре четверо четырех",
    "five funf cinco cinq пять пятеро пяти",
    "six sechs seis шесть шестеро шести",
    "seven sieben siete sept семь семеро семи",
    "eight acht ocho huit восемь восьми",
    "nine neun nueve neuf девять девяти",
    "ten zehn diez dix десять десяти",
    "eleven elf once onze одиннадцать",
    "twelve zwolf doce douze двенадцать dozen dutzend docena douzaine",
    "thirteen dreizehn trece treize тринадцать",
    "fourteen vierzehn catorce quatorze четырнадцать",
    "fifteen funfzehn quince quinze пятнадцать",
    "sixteen sechzehn dieciseis seize шестнадцать",
    "seventeen siebzehn diecisiete семнадцать",
    "eighteen achtzehn dieciocho восемнадцать",
    "nineteen neunzehn diecinueve девятнадцать",
    "twenty zwanzig veinte vingt двадцать",
)
TENS = {
    form: value
    for value, forms in {
        30: "thirty dreissig treinta trente тридцать",
        40: "forty vierzig cuarenta quarante сорок",
        50: "fifty funfzig cincuenta cinquante пятьдесят",
        60: "sixty sechzig sesenta soixante шестьдесят",
        70: "seventy siebzig setenta семьдесят",
        80: "eighty achtzig ochenta восемьдесят",
        90: "ninety neunzig noventa девяносто",
        100: "hundred hundert cien ciento cent сто",
    }.items()
    for form in forms.split()
}
SCALES = {
    form: value
    for value, forms in {
        1e3: "thousand tausend mil mille тысяч тысячи тысяча тыс k",
        1e6: "million millions millionen millon millones млн миллион миллиона миллионов mn m mio",
        1e9: "billion billions milliarde milliarden milliard milliards млрд миллиард миллиарда миллиардов bn b mrd",
        1e12: "trillion trillions billionen триллион триллиона трлн tn",
    }.items()
    for form in forms.split()
}
SMALL = {form: value for value, forms in enumerate(_COUNTING) for form in forms.split()}
MONTH = {fold(form): number for number, forms in enumerate(_MONTHS, 1) for form in forms.split()}
WEEKDAY = {fold(form): number for number, forms in enumerate(_WEEKDAYS, 1) for form in forms.split()}
MONEY_WORDS = {
    "dollar": "$",
    "dolar": "$",
    "доллар": "$",
    "eur": "€",
    "евро": "€",
    "pound": "£",
    "pfund": "£",
    "livr": "£",
    "рубле": "₽",
    "рубля": "₽",
}
_ORDERED = (
    "first 1st erste ersten erster erstes primer primero primera premier premiere первый первая первого первой первом",
    "second 2nd zweite zweiten zweiter zweites segundo segunda deuxieme второй вторая второго втором",
    "third 3rd dritte dritten dritter drittes tercer tercero tercera troisieme третий третья третьего третьей третьем",
    "fourth 4th vierte vierten vierter viertes cuarto cuarta quatrieme четвертый четвертая четвертого четвертой",
    "fifth 5th funfte funften funfter funftes quinto quinta cinquieme пятый пятая пятого пятой",
)
ORDINALS = {fold(form): number for number, forms in enumerate(_ORDERED, 1) for form in forms.split()}
MEASURES = frozenset(("km", "cm", "mm", "kg", "ft", "mi", "lb", "oz", "ha", "kw", "mw", "gw", "км", "кг", "см", "га"))
