"""Words and signs of units and currencies."""

TABLE = """
percent 1 = percent pct prozent procent percento процент процента процентов процентам процентами
    फीसदी प्रतिशत パーセント
    퍼센트 프로;
point 1 = point points punkt punkte punkten punto puntos пункт пункта пунктов نقطة ポイント 포인트;
minute 1/60 = second seconds sec secs sekunde sekunden segundo segundos seconde secondes секунда
    секунды секунд
    ثانية ثوان 秒 초;
minute 1 = minute minutes min mins minuten minuto minutos минута минуты минут минуту دقيقة دقائق
    分钟 分間 分 분 मिनट;
minute 60 = hour hours hr hrs h stunde stunden hora horas heure heures час часа часов часам ساعة
    ساعات 小时 小時 時間 시간
    घंटे घंटा;
minute 1440 = day days tag tage tagen dia dias jour jours день дня дней дни сутки суток يوم أيام
    يوما 天 日間 일 दिन
    दिनों;
minute 10080 = week weeks woche wochen semana semanas semaine semaines неделя недели недель
    неделю أسبوع أسابيع 周 週間
    주 सप्ताह हफ्ते;
minute 20160 = fortnight fortnights;
month 1 = month months monat monate monaten mes meses mois месяц месяца месяцев شهر أشهر شهرا 个月
    か月 カ月 ヶ月 ヵ月 개월
    महीने माह;
month 12 = year years yr yrs jahr jahre jahren ano anos an ans annee annees год года лет годов
    سنة سنوات عام أعوام
    عاما 年 年間 년 साल वर्ष;
month 120 = decade decades jahrzehnt jahrzehnte jahrzehnten decada decadas decennie decennies
    десятилетие
    десятилетия десятилетий عقد عقود;
month 1200 = century centuries jahrhundert jahrhunderte siglo siglos siecle siecles век века
    веков قرن قرون;
metre 1/1000 = mm millimeter millimetre millimeters millimetres millimetros миллиметр
    миллиметров мм;
metre 1/100 = cm centimeter centimetre centimeters centimetres zentimeter zentimetern centimetro
    centimetros
    сантиметр сантиметров см;
metre 1 = m meter metre meters metres metern metro metros метр метра метров متر أمتار 米 メートル 미터
    मीटर;
metre 1000 = km kms kilometer kilometre kilometers kilometres kilometern kilometro kilometros
    километр километра
    километров км كيلومتر كيلومترا كيلومترات 公里 千米 キロメートル キロ 킬로미터 किलोमीटर किमी;
mile 1 = mile miles meile meilen milla millas миля мили миль ميل أميال 英里 マイル 마일 मील;
foot 1 = foot feet ft fuss pie pies pied pieds фут фута футов قدم أقدام 英尺 フィート;
foot 3 = yard yards yarda yardas ярд ярдов;
foot 1/12 = inch inches zoll pulgada pulgadas pouce pouces дюйм дюйма дюймов بوصة インチ 英寸;
acre 1 = acre acres;
hectare 1 = hectare hectares ha hektar hectarea hectareas гектар гектара гектаров هكتار 公顷 ヘクタール;
gram 1 = gram grams gramme grammes gramm gramo gramos грамм граммов غرام 克 グラム;
gram 1000 = kg kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramo
    kilogramos килограмм
    килограмма килограммов кг كيلوغرام كغم 公斤 千克 キログラム 킬로그램;
gram 1000000 = tonne tonnes tonnen tonelada toneladas тонна тонны тонн طن أطنان 吨 トン 톤 टन;
ton 1000000 = ton tons;
lb 1 = lb lbs;
ounce 1 = ounce ounces oz unze unzen onza onzas once onces унция унций;
litre 1 = liter litre liters litres litern litro litros литр литра литров لتر لترات 升 リットル;
gallon 1 = gallon gallons galon galones;
barrel 1 = barrel barrels bbl fass baril barils barril barriles баррель барреля баррелей برميل براميل 桶
    バレル;
celsius 1 = celsius °c ℃ цельсия;
fahrenheit 1 = fahrenheit °f ℉;
degree 1 = degree degrees ° grad grado grados degre degres градус градуса градусов درجة 度;
watt 1000 = kw kilowatt kilowatts;
watt 1000000 = mw megawatt megawatts мвт;
watt 1000000000 = gw gigawatt gigawatts гвт;
kmh 1 = km/h kmh kph;
mph 1 = mph;
dollar 1 = $ dollar dollars dolar dolares доллар доллара долларов دولار دولارات 美元 美金 ドル 달러 डॉलर;
USD 1 = usd us$ 米ドル;
CAD 1 = cad c$ ca$;
AUD 1 = aud a$ au$;
NZD 1 = nzd nz$;
HKD 1 = hkd hk$ 港元;
SGD 1 = sgd s$;
TWD 1 = twd nt$;
BRL 1 = brl r$ real reais reales;
EUR 1 = € eur euro euros евро يورو 欧元 歐元 ユーロ 유로 यूरो;
GBP 1 = £ gbp sterling 英镑 ポンド 파운드;
pound 1 = pound pounds pfund libra libras livre livres фунт фунта фунтов جنيه جنيهات;
JPY 1 = jpy yen иена иен иены ين 日元 円 엔 येन;
yen 1 = ¥ ￥;
CNY 1 = cny rmb yuan renminbi юань юаня юаней يوان 元 人民币 위안 युआन;
INR 1 = ₹ inr रुपये रुपए रुपया;
rupee 1 = rs rupee rupees rupia rupias roupie roupies рупия рупий روبية;
RUB 1 = ₽ rub ruble rubles rouble roubles rubel rublo rublos рубль рубля рублей روبل 卢布 ルーブル;
UAH 1 = ₴ uah hryvnia hryvnias гривна гривен гривень гривня;
KRW 1 = ₩ krw won 원 韩元 ウォン;
TRY 1 = ₺ lira liras лира лир ليرة ليرات;
ILS 1 = ₪ shekel shekels;
CHF 1 = chf;
franc 1 = franc francs franken franco francos франк франков فرنك;
SEK 1 = sek;
NOK 1 = nok;
DKK 1 = dkk;
krone 1 = krone kroner kronor krona kronen corona coronas couronne couronnes крона крон;
PLN 1 = pln zloty zlotys zl злотых;
peso 1 = peso pesos песо;
MXN 1 = mxn;
SAR 1 = sar riyal riyals riyales ريال ريالات;
dirham 1 = dirham dirhams aed درهم دراهم;
dinar 1 = dinar dinars dinares دينار دنانير;
ZAR 1 = zar rand;
NGN 1 = ₦ ngn naira;
bitcoin 1 = bitcoin bitcoins btc;
cent 1 = cent cents centavo centavos centimes;
pence 1 = pence penny;
"""
"""Rows of a unit, how many of it one is, and the words for it; a row ends in ";"."""

PHRASES = {
    "percent": "%|per cent|pour cent|por ciento|per cento|في المئة|في المائة|بالمئة|بالمائة",
    "percentage point": "percentage points|percentage point|percentage - point|percent points|% age points|"
    "% age point|prozentpunkte|prozentpunkten|puntos porcentuales|points de pourcentage|процентных пункта|"
    "процентных пунктов|百 分 点",
    "basis point": "basis points|basis point|basispunkte|puntos basicos",
    "celsius": "degrees celsius|grad celsius|grados celsius|degrés celsius|градусов цельсия|degrees c|° c",
    "fahrenheit": "degrees fahrenheit|degrees f|° f",
    "mph": "miles per hour|miles an hour",
    "kmh": "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km / h",
}
"""Units of several words, "|" between them."""

ARABIC_SINGULARS = (
    "ثانية دقيقة ساعة يوم أسبوع شهر سنة عام عقد قرن متر كيلومتر ميل قدم هكتار طن كيلوغرام لتر برميل درجة نقطة "
    "دولار دينار ريال درهم جنيه ليرة روبية"
).split()
"""Arabic units of which two are said in one word."""
