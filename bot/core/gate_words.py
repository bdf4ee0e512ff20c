"""What the gates in front of an article say, by language: consent, login, payment. Patterns as in `wall_words`."""

from __future__ import annotations

import re
from typing import Final


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# ---------------------------------------------------------------- consent

CONSENT_MATTERS: Final = (
    re.compile(r"cookie|куки|cookies|çerez|evästeit|ملفات تعريف الارتباط|クッキー|쿠키|עוגיות"),
    re.compile(
        r"consent|einwillig|zustimm|akzeptier|accepte[rz]|j'accepte|consentement|consentimiento|aceptar|aceitar|"
        r"accetta|consenso|toestemming|akkoord|accepteren|samty[ck]|godkänn|godta|zgod[aęy]|akceptuj|souhlas|přijmout|"
        r"hozzájárul|elfogad|accept|i agree|соглас|принять|згод|прийняти|kabul et|onay ver|suostumu|hyväksy|"
        r"συγκατάθεσ|αποδοχ|同意|동의|الموافقة|أوافق|מסכים|persetujuan"
    ),
    re.compile(
        r"partner|vendors|third[- ]part|drittanbieter|dritte[nr]?\b|partenaires|nuestros socios|parceiros|terze parti|"
        r"fornitori|derden|tredjepart|leverantör|leverandør|zaufan|партн[её]р|iş ortak|الشركاء|合作伙伴|パートナー|"
        r"파트너"
    ),
    re.compile(
        r"advertis|werbung|publicit|publicidad|pubblicità|advertentie|annons|reklam|mainos|реклам|إعلان|广告|廣告|"
        r"広告|광고|tracking|profilbildung|personali[sz]|personnalis|personaliz|gepersonaliseer"
    ),
    re.compile(
        r"personal (?:data|information)|personenbezogene|données personnelles|datos personales|dados pessoais|"
        r"dati personali|persoonsgegevens|persondata|personuppgifter|personopplysninger|dan(?:e|ych) osobow|"
        r"osobní(?:ch)? údaj|személyes adat|персональн|kişisel veri|البيانات الشخصية|个人信息|個人資料|個人情報|"
        r"개인정보|ip[- ]ad+res|identifiers|gerätekennung|endgerät|on (?:a|your) device|appareil|dispositivo"
    ),
    re.compile(
        r"privacy|datenschutz|confidentialité|vie privée|privacidad|privacidade|riservatezza|informativa|integritet|"
        r"personvern|privatliv|prywatno|soukrom|adatvéd|конфиденциальн|конфіденційн|gizlilik|隐私|隱私|"
        r"プライバシー|الخصوصية|פרטיות"
    ),
    re.compile(
        r"legitimate interest|berechtigte[ns]? interesse|intérêt légitime|interés legítimo|interesse legítimo|"
        r"interesse legittimo|gerechtvaardigd belang|purposes|zwecke|finalités|finalidades|finalità|doeleinden|"
        r"celach|"
        r"information on a device|tcf|(?:reject|manage|more) (?:all|options|settings|preferences)|ablehnen|"
        r"einstellungen|paramétrer|refuser|configurar|rechazar|rejeitar|rifiuta|weigeren|instellen|odrzu|отклонить"
    ),
    re.compile(
        r"\bpur\b|pur-abo|contentpass|ohne (?:tracking|werbung)|werbefrei|mit werbung|sans publicité|sin publicidad|"
        r"senza pubblicità|zonder advertenties|utan annonser|bez reklam|without (?:ads|tracking)|ad-?free"
    ),
)
"""What consent notices speak of, a matter each."""

ACCEPT: Final = _any(
    r"accept|agree|akzeptier|zustimm|einverstanden|accepter|j'accepte|aceptar|acepto|aceitar|accett|akkoord|"
    r"godkänn|acceptera|accepter|godta|zgadzam|akceptuj|przejd[źz]|souhlas|přijm|elfogad|принять|соглас|прийняти|"
    r"kabul|hyväksy|αποδοχή|συμφωνώ|同意|接受|동의|أوافق|قبول|מסכים|setuju"
)
"""What stands on the button that a consent notice wants pressed."""

ADDRESS: Final = _any(
    r"\b(?:we|our|you|your|wir|unsere[nr]?|entscheiden sie|besuchen sie|(?:stimmen|können|klicken) sie|"
    r"sie (?:stimmen|können)|"
    r"nous|nos|vous|votre|vos|nosotros|nuestr[oa]s?|usamos|puedes?|tus?|nossos|você|utilizziamo|nostri|puoi|tuoi?|"
    r"wij|onze|uw|"
    r"vi|våra|våre|vores|du|käytämme|voit|nasi|naszych|używamy|możesz|twoj[ae]|naši|používáme|partnereink|ön|folosim|"
    r"мы|наши|вы|ваши?|ми|наші|ви|ваші|biz|ortaklarımız|siz|نحن|نستخدم|χρησιμοποιούμε|εμείς|אנחנו|kami|anda)\b",
    r"我们|我們|您|当社|当サイト|お客様|당사|귀하",
)  # fmt: skip
"""A consent notice speaks to its reader; a report about cookies does not."""

# ---------------------------------------------------------------- login

LOGIN_TITLE: Final = _any(
    r"(?:please )?(?:log|sign)[ -]?in(?: (?:or|/) (?:sign up|register|create an account))?(?: to continue)?",
    r"(?:log|sign) ?(?:in|into|in to) [^ ]{1,30}", r"log ?in or sign up(?: to view)?", r"sign up", r"login required",
    r"einloggen", r"(?:bitte )?anmelden", r"anmeldung", r"(?:se )?connecte[rz](?:-vous)?", r"(?:page de )?connexion",
    r"iniciar? sesión", r"inicia sesión", r"entrar", r"acceder", r"fazer login", r"iniciar sessão", r"accedi",
    r"inloggen", r"logga in", r"log ind", r"logg inn", r"kirjaudu(?: sisään)?", r"zaloguj(?: się)?", r"logowanie",
    r"přihlášení", r"bejelentkezés", r"autentificare", r"σύνδεση", r"вход", r"войти", r"авторизация", r"вхід",
    r"увійти", r"giriş(?: yap)?", r"تسجيل الدخول", r"כניסה", r"ログイン", r"登录|登錄|登入", r"로그인", r"masuk",
)  # fmt: skip

LOGIN: Final = _any(
    r"(?:log|sign) ?in to (?:continue|view|see|your account|start|access)",
    r"(?:must|need to|have to) (?:log|sign) ?in",
    r"(?:log|sign) ?(?:in|up|into)[^.]{0,40} to (?:continue|see|view|start|connect|access)", r"join to view",
    r"please (?:log|sign) ?in", r"already on (?:linkedin|facebook)", r"forgot(?:ten)? (?:your )?password",
    r"melden sie sich (?:bitte )?an", r"(?:bitte )?(?:anmelden|einloggen),? um", r"passwort vergessen",
    r"connectez-vous (?:pour|à)", r"mot de passe oublié", r"inicia sesión (?:para|en)", r"olvidaste tu contraseña",
    r"faça login", r"entre para", r"esqueceu (?:a|sua) senha", r"accedi (?:per|a)\b", r"password dimenticata",
    r"log in om", r"wachtwoord vergeten", r"logga in för", r"glömt lösenord", r"zaloguj się,?", r"войдите,? чтобы",
    r"забыли пароль", r"увійдіть,? щоб", r"giriş yap(?:ın|arak)", r"şifremi unuttum", r"سجل الدخول|تسجيل الدخول",
    r"ログインして", r"登录后|登入後|请登录|請登入", r"로그인(?:이 필요| 후|하세요)",
)  # fmt: skip

# ---------------------------------------------------------------- payment

REMAINS: Final = _any(
    r"il vous reste [0-9.,]{1,6} ?%", r"noch [0-9]{1,3} ?% (?:des|dieses)", r"pozostało [0-9]{1,3} ?%",
    r"[0-9]{1,3} ?% (?:of (?:this|the) (?:article|story) )?(?:remains|is left|left to read)",
    r"残り[：:]? ?[0-9,]{1,9} ?文字", r"剩余[0-9]{1,3} ?%", r"te queda(?:n)? (?:el |un )?[0-9]{1,3} ?%",
    r"осталось [0-9]{1,3} ?%",
)  # fmt: skip
"""How much of this very article is behind the gate."""

REGISTER: Final = _any(
    r"(?:register|sign up|log ?in|sign in|create (?:a|your) (?:free )?account)[^.]{0,40} to "
    r"(?:(?:continue|keep) reading|read|unlock)",
    r"kostenlos (?:registrieren|anmelden)", r"anmelden und weiterlesen",
    r"nach (?:der )?(?:kostenlosen )?registrierung",
    r"(?:inscrivez|connectez)-vous (?:gratuitement )?pour (?:lire|continuer|poursuivre)",
    r"(?:regístrate|inicia sesión)(?: gratis)? para (?:seguir|continuar|leer)",
    r"(?:cadastre-se|faça login)(?: gr[aá]tis)? para (?:ler|continuar)",
    r"(?:registrati|accedi)(?: gratis)? per (?:leggere|continuare)",
    r"(?:maak|log)[^.]{0,40} om (?:verder|dit artikel) te lezen", r"zaloguj się,? (?:aby|by|i) (?:czytać|przeczytać)",
    r"(?:войдите|зарегистрируйтесь),? чтобы (?:читать|продолжить|прочитать)", r"無料会員登録",
    r"ログイン(?:して|すると)続き",
    r"(?:登录|登入|注册|註冊)[后後](?:查看|阅读|閱讀|继续|繼續)",
)  # fmt: skip
"""Reading on costs an account, but no money."""

PAY: Final = _any(
    # English
    r"(?:subscribe|become a (?:subscriber|member)|start your[^.]{0,20} trial)[^.]{0,40} to (?:continue|keep|read|"
    r"unlock)",
    r"to (?:continue|keep) reading", r"to read the (?:full|whole|entire|rest of th(?:e|is)) (?:story|article|post)",
    r"(?:article|story|content|post|rest)[^.]{0,30} (?:for|to|reserved for) (?:our |paying |paid |"
    r"premium )*(?:subscribers|members)",
    r"(?:for |subscriber|subscribers|members?)[ -](?:subscribers )?only", r"exclusive to (?:subscribers|members)",
    r"unlock (?:this|the full|the rest of th(?:is|e)) (?:article|story)",
    r"already (?:a subscriber|have a subscription)",
    r"(?:reached|read)[^.]{0,20} (?:limit|number) of free articles", r"keep reading with", r"this is a premium article",
    # Deutsch
    r"weiterlesen mit", r"jetzt weiterlesen", r"(?:nur|exklusiv) für (?:[^ ]{0,20} )?(?:abonnent|mitglieder|leser)",
    r"lesen sie (?:diesen artikel )?weiter mit",
    r"(?:artikel|inhalt|beitrag|text) ist (?:nur |exklusiv |kostenpflichtig)",
    r"artikel (?:weiterlesen|freischalten)", r"(?:bereits|schon) (?:abonnent|ein (?:digital)?-?abo|kunde)",
    r"(?:ganzen|vollständigen|kompletten) (?:artikel|text|beitrag) (?:zu )?lesen", r"abo abschließen",
    # français
    r"réservée?s? (?:à nos |aux )?(?:lecteurs )?abonné",
    r"pour (?:lire la suite|(?:continuer|poursuivre) (?:votre|la|à) l)",
    r"la suite (?:de cet article )?est réservée", r"abonnez-vous pour", r"déjà abonné", r"débloque[rz] (?:cet|l')",
    # español, português, italiano
    r"para (?:seguir|continuar) leyendo",
    r"(?:exclusiv[oa]s?|s[oó]lo|reservad[oa]) (?:para|a) (?:nuestros )?(?:suscriptores|socios)",
    r"suscríbete (?:para|y) (?:seguir|continu|lee)", r"ya (?:eres|soy|es) suscriptor",
    r"para continuar (?:lendo|a ler)", r"(?:exclusivo|restrito) (?:para|a) assinantes",
    r"assine (?:para|e) (?:ler|leia|continu)",
    r"já é assinante", r"per continuare (?:a leggere|la lettura)", r"abbonati (?:per|e) (?:legg|continu)",
    r"(?:riservat|esclusiv)[oi] (?:agli|per gli|ai nostri) abbonati", r"sei già abbonato",
    # Nederlands, svenska, dansk, norsk, suomi
    r"om (?:verder te lezen|dit artikel te lezen)", r"(?:alleen|exclusief) voor abonnees", r"al abonnee\b",
    r"word abonnee",
    r"för att läsa (?:vidare|hela|artikeln)", r"(?:endast|bara) för prenumeranter", r"låst artikel",
    r"redan prenumerant",
    r"for at læse (?:videre|hele|artiklen)", r"kun for abonnenter", r"læs videre (?:med|for)",
    r"for å lese (?:videre|hele|saken)",
    r"les videre med", r"saken er (?:kun )?for abonnenter", r"vain tilaajille", r"lukeaksesi", r"jatka lukemista tilaa",
    # polski, čeština, magyar, română, ελληνικά
    r"(?:tylko|wyłącznie) dla (?:subskrybentów|prenumeratorów|abonentów)",
    r"aby (?:czytać dalej|przeczytać (?:cały|całość))",
    r"dalsza część (?:artykułu )?(?:jest )?dostępna", r"(?:pouze|jen) pro předplatitele", r"csak előfizetőknek",
    r"(?:numai|doar) pentru abonați", r"μόνο (?:για|σε) συνδρομητές",
    # русский, українська
    r"(?:только|доступ[а-я]{0,3}) (?:для подписчиков|по подписке|подписчикам)", r"чтобы (?:дочитать|читать дальше)",
    r"(?:лише|тільки|доступн[а-яі]{0,3}) (?:для (?:перед|під)\w{2,12}|за передплатою)", r"щоб (?:читати далі|дочитати)",
    # Türkçe, العربية, עברית, فارسی, Indonesia
    r"okumaya devam etmek için", r"(?:sadece|yalnızca) aboneler", r"aboneler(?:e|imize) özel",
    r"للمشتركين فقط|حصري للمشتركين",
    r"(?:لمتابعة|لمواصلة) القراءة", r"למנויים בלבד|להמשך קריאה", r"khusus (?:pelanggan|member)",
    r"untuk melanjutkan membaca",
    # 中文, 日本語, 한국어
    r"(?:付费|付費|订阅|訂閱|会员|會員|用户|訂戶)(?:后|後|专享|專享|专属|可读|才能)",
    r"(?:购买|購買|订阅|訂閱).{0,6}(?:阅读|閱讀)?全文",
    r"有料(?:会員|記事)", r"会員限定", r"続き(?:を読むには|は会員)",
    r"구독자 전용|유료 (?:회원|구독|기사)|프리미엄 회원|회원 전용",
)  # fmt: skip
"""Reading on costs money."""
