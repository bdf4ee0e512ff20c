"""Names of months, weekdays, seasons and days near today, in the languages articles come in."""

from __future__ import annotations

from bot.core.checking.quantities.tokens import key_of


def _numbered(rows: str, start: int) -> dict[str, int]:
    """Number the words of every row from `start`; a row ends in ";", and "a/b" are two forms of one name."""
    return {
        key_of(form): start + place
        for row in rows.split(";")
        for place, forms in enumerate(row.split())
        for form in forms.split("/")
    }


MONTHS = _numbered(
    """
    january february march april may june july august september october november december;
    jan feb mar apr may jun jul aug sep/sept oct nov dec;
    januar/jänner februar/feber märz april mai juni juli august september oktober november dezember;
    enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre;
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre;
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre;
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro;
    januari februari maart april mei juni juli augustus september oktober november december;
    января/январе/январь февраля/феврале/февраль марта/марте/март апреля/апреле/апрель мая/мае/май июня/июне/июнь
        июля/июле/июль августа/августе/август сентября/сентябре/сентябрь октября/октябре/октябрь ноября/ноябре/ноябрь
        декабря/декабре/декабрь;
    січня/січні лютого/лютому березня/березні квітня/квітні травня/травні червня/червні липня/липні серпня/серпні
        вересня/вересні жовтня/жовтні листопада/листопаді грудня/грудні;
    stycznia/styczniu lutego/lutym marca/marcu kwietnia/kwietniu maja/maju czerwca/czerwcu lipca/lipcu
        sierpnia/sierpniu września/wrześniu października/październiku listopada/listopadzie grudnia/grudniu;
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık;
    يناير فبراير مارس أبريل/إبريل مايو/ماي يونيو/يونية يوليو/يوليوز أغسطس/غشت سبتمبر أكتوبر نوفمبر ديسمبر;
    जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर;
    """,
    1,
)
MONTHS |= _numbered(
    """
    ene - - abr - - - - - - - dic;
    janv févr - avr - - juil - - - - déc;
    jän - - - - - - - - okt - dez;
    янв фев/февр мар апр - июн июл авг сен/сент окт ноя/нояб дек;
    - شباط آذار نيسان أيار/نوار حزيران تموز آب أيلول - - -;
    جانفي فيفري - أفريل - جوان جويلية أوت - - - -;
    - - - - - يونيه يوليه - شتنبر - نونبر دجنبر;
    """,
    1,
)
MONTHS.pop("-")
TWO_WORD_MONTHS = {
    tuple(key_of(word) for word in name.split()): number
    for name, number in (("كانون الثاني", 1), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12))
}

ALSO_WORDS = frozenset("may march mar mai mars jan sep dec jun nov august april june mart maja marca sept اب".split())
"""Months that are also other words or names; they need a capital letter, a number or a preposition beside them."""

WEEKDAYS = _numbered(
    """
    monday tuesday wednesday thursday friday saturday sunday;
    mondays tuesdays wednesdays thursdays fridays saturdays sundays;
    montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags
        samstag/sonnabend/samstags sonntag/sonntags;
    lunes martes miércoles jueves viernes sábado domingo;
    lundi mardi mercredi jeudi vendredi samedi dimanche;
    lunedì martedì mercoledì giovedì venerdì - -;
    понедельник/понедельника/понедельнику/понедельником вторник/вторника/вторнику/вторником
        среду/среда/среды/среде/средой четверг/четверга/четвергу/четвергом
        пятницу/пятница/пятницы/пятнице/пятницей субботу/суббота/субботы/субботе/субботой
        воскресенье/воскресенья/воскресенью/воскресеньем;
    الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد;
    सोमवार मंगलवार बुधवार गुरुवार/बृहस्पतिवार शुक्रवार शनिवार रविवार;
    """,
    0,
)
WEEKDAYS.pop("-")
_GERMAN_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend".split()
_GERMAN_PARTS = "morgen fruh vormittag mittag nachmittag abend nacht".split()
WEEKDAYS |= {f"{day}{part}{end}": WEEKDAYS[day] for day in _GERMAN_DAYS for part in _GERMAN_PARTS for end in ("", "s")}
PARTS_OF_DAY = frozenset("morning afternoon evening night fruh morgen mittag abend nacht".split())
"""Words between a weekday and its date: "Monday morning, Nov. 9"."""

ABBREVIATED_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
"""Weekdays only with a capital letter and a full stop."""

EAST_ASIAN_WEEKDAYS = {
    **{f"{word}{day}": number for word in ("星期", "周", "週", "礼拜") for number, day in enumerate("一二三四五六")},
    **{f"{word}{day}": 6 for word in ("星期", "周", "週", "礼拜") for day in "日天"},
    **{f"{day}{end}": number for end in ("曜日", "曜") for number, day in enumerate("月火水木金土日")},
    **{f"{day}요일": number for number, day in enumerate("월화수목금토일")},
}

SEASONS = {
    key_of(word): number
    for number, words in enumerate(
        (
            "spring frühling frühjahr primavera printemps весна весной весны",
            "summer sommer verano été лето летом лета",
            "fall autumn herbst otoño automne осень осенью осени",
            "winter invierno hiver зима зимой зимы",
        ),
        1,
    )
    for word in words.split()
}

NEAR_TODAY = {
    key_of(word): offset
    for offset, words in (
        (0, "today tonight heute hoy aujourd'hui oggi hoje сегодня اليوم आज"),
        (-1, "yesterday gestern ayer anoche hier ieri ontem вчера أمس الأمس بالأمس البارحة"),
        (1, "tomorrow morgen demain domani amanhã завтра غدا غد"),
        (-2, "vorgestern anteayer antier позавчера"),
        (2, "übermorgen послезавтра"),
    )
    for word in words.split()
}
NEAR_PHRASES = {"last night": -1, "day before yesterday": -2, "day after tomorrow": 2, "pasado manana": 2}
EAST_ASIAN_NEAR = {
    **dict.fromkeys(("今天", "今日", "今晚", "今朝", "오늘"), 0),
    **dict.fromkeys(("昨天", "昨日", "昨夜", "昨晚", "昨晩", "어제", "어젯밤"), -1),
    **dict.fromkeys(("明天", "明日", "내일"), 1),
}

FUTURE = frozenset(
    key_of(word)
    for word in (
        "will won't shall to plan plans planned expected due scheduled set upcoming coming wird werden soll sollen "
        "será serán va van sera seront prévu prévue будет будут планирует "
        "next próximo próxima prochain prochaine kommenden nächsten "
        "следующий следующую المقبل المقبلة القادم القادمة سوف 将 將 会 予定 होगा होगी होंगे"
    ).split()
)
"""Words of a sentence that may speak of a day to come."""

UNTIL = frozenset(
    key_of(word) for word in "until till til bis hasta jusqu'à jusqu'au jusque fino até до к ко حتى لغاية 到 至".split()
)
"""Words before a weekday that lies ahead, unless the sentence tells of the past."""

PAST = frozenset(
    key_of(word)
    for word in (
        "was were had remained stayed war waren blieb blieben wurde wurden hatte hatten "
        "estuvo estuvieron estaba permaneció permanecieron fue fueron había était étaient "
        "resta restèrent avait avaient был была было были оставался оставалась оставались كان كانت ظل ظلت بقي"
    ).split()
)
"""Words of a sentence that tells of the past."""

THIS = frozenset(
    key_of(word)
    for word in (
        "this today este esta hoy diesem diesen dieser heute ce cette aujourd'hui questo nesta neste hoje "
        "этот эту это сегодня هذا هذه اليوم"
    ).split()
)
"""Words before a weekday that make it the day of publication."""

BESIDE_MONTH = frozenset(
    key_of(word)
    for word in (
        "in of since until till by last next this early late mid through from to and between before after every during "
        "for im seit bis ende anfang mitte en de desde hasta depuis fin début du au "
        "في منذ حتى قبل بعد خلال شهر مطلع بداية أوائل منتصف أواخر نهاية"
    ).split()
)
"""Words before a name that make it a month."""
