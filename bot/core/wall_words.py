"""What walls say, by language: patterns over folded text, each of them linear.

To add a language, add a line to each table. Titles must match a pattern from end to end, texts anywhere.
"""

from __future__ import annotations

import re
from typing import Final

_SPACE: Final = re.compile(r"\s+")
_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00ad": None, "\u200b": None})
_SET_OFF: Final = re.compile(r" [|–—•·»:/-] |[|•]")
_EDGES: Final = " .,!…。！\"'„“”«»()[]"


def fold(text: str) -> str:
    """Return text as the patterns expect it: one line, lower case, plain apostrophes."""
    return _SPACE.sub(" ", text.translate(_PLAIN)).strip().casefold()


def parts_of(title: str) -> list[str]:
    """Return a title folded, and each part of it that is set off from the rest as a site's name is."""
    whole = fold(title[:300])
    parts = (part.strip(_EDGES) for part in (whole, *_SET_OFF.split(whole)))
    return [part for part in parts if part]


def _any(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile("|".join(pattern for patterns in table.values() for pattern in patterns))


# ---------------------------------------------------------------- the page is not there

MISSING_TITLE: Final = _any(
    {
        "en": (
            r"(?:http )?(?:error )?404(?:[ :,-]{1,3}(?:error|page|file|not|found|oops|sorry|nicht|seite|no))*",
            r"(?:error[ :-]{1,3})?(?:page|article|story|content|document|file|url|resource)"
            r"(?: (?:you (?:are|were) looking for|you requested))?(?: (?:was|is|could|cannot|can))?(?:n?'t)?(?: not)?"
            r"(?: be)? (?:found|unavailable|missing)",
            r"(?:(?:oops|sorry|whoops|uh-oh)[!.,]? )?(?:the |this |that )(?:page|article|story|"
            r"content)(?: you (?:are|were) looking for)?"
            r"(?: (?:was|is|could|can))?(?:n?'t| not| no longer)?(?: be)? (?:found|available|unavailable|missing|gone)",
            r"(?:sorry,? )?we (?:can't|couldn't|could not|cannot) (?:seem to )?find (?:that|this|the|your) .{0,60}",
            r"(?:this |the )?(?:page|article|story) (?:does not|doesn't|no longer) exists?(?: anymore)?",
            r"(?:sorry,? )?(?:page )?not found",
        ),
        "de": (
            r"(?:(?:die|diese|der|dieser) )?(?:angeforderte |gesuchte )?(?:seite|artikel|inhalt|beitrag|url)"
            r"(?: (?:wurde|konnte|ist))?(?: leider)? nicht (?:mehr )?(?:gefunden|verfügbar|vorhanden)(?: werden)?",
            r"(?:(?:die|diese) )?seite existiert(?: leider)? nicht(?: mehr)?", r"fehler 404", r"seitenfehler",
        ),
        "fr": (
            r"(?:(?:cette|la) )?page (?:demandée )?"
            r"(?:introuvable|non trouvée|inexistante|est introuvable|n'existe (?:pas|plus)|n'a pas été trouvée)",
            r"(?:article|contenu) (?:introuvable|non trouvé)", r"erreur 404",
        ),
        "es": (
            r"(?:la )?página no (?:encontrada|existe|disponible|se encuentra|ha sido encontrada)",
            r"no (?:se ha encontrado|se encontró|se pudo encontrar|encontramos) la página", r"contenido no encontrado",
        ),
        "pt": (
            r"(?:a )?página não (?:encontrada|existe|localizada|foi encontrada)", r"erro 404",
            r"conteúdo não encontrado",
        ),
        "it": (r"(?:la )?pagina (?:non (?:è stata )?(?:trovata|esiste|disponibile)|inesistente)", r"errore 404"),
        "nl": (r"(?:deze )?pagina (?:is )?(?:niet (?:gevonden|beschikbaar)|bestaat niet(?: meer)?)", r"fout 404"),
        "sv": (r"sidan (?:hittades inte|kunde inte hittas|finns inte(?: längre)?|saknas)", r"hittar inte sidan"),
        "da, no": (
            r"siden (?:blev ikke fundet|findes ikke|kunne ikke findes|ble ikke funnet|finnes ikke|eksisterer ikke)",
            r"fant ikke siden",
        ),
        "fi": (r"sivua ei (?:löytynyt|löydy|ole)",),
        "pl": (r"nie znaleziono strony|strona nie (?:została znaleziona|istnieje)|nie ma takiej strony|błąd 404",),
        "cs, sk": (r"stránka (?:nebyla nalezena|nenalezena|neexistuje|nebola nájdená|sa nenašla)", r"chyba 404"),
        "hu": (r"(?:az |a )?(?:keresett )?oldal nem található",),
        "ro": (r"pagina nu (?:a fost găsită|există)",),
        "el": (r"η σελίδα δεν (?:βρέθηκε|υπάρχει)",),
        "ru": (
            r"(?:страница|материал|статья|новость) не (?:найден[аоы]?|существует)",
            r"такой страницы (?:нет|не существует)", r"ошибка 404",
        ),
        "uk": (r"сторінк[ау] не (?:знайдено|знайдена|існує)", r"такої сторінки не існує", r"помилка 404"),
        "bg": (r"страницата не (?:е намерена|съществува)",),
        "tr": (r"(?:aradığınız )?(?:sayfa|haber) bulunamadı", r"hata 404"),
        "ar": (
            r"(?:عذرا،? )?(?:الصفحة|المقال) (?:المطلوبة )?غير (?:موجودة?|متاحة?|متوفرة?)", r"لم يتم العثور على الصفحة",
        ),
        "fa": (r"(?:صفحه|مطلب)(?: مورد نظر)? (?:یافت|پیدا) نشد",),
        "he": (r"ה?(?:דף|עמוד) (?:המבוקש )?(?:לא נמצא|אינו קיים|לא קיים)",),
        "hi": (r"(?:पृष्ठ|पेज) नहीं मिला",),
        "id": (r"halaman tidak (?:ditemukan|ada)",),
        "vi": (r"không tìm thấy trang",),
        "th": (r"ไม่พบหน้า.{0,20}",),
        "zh": (
            r".{0,6}(?:页面|頁面|网页|網頁|文章|内容|內容).{0,4}(?:不存在|未找到|找不到|无法找到|已被?删除|已被?刪除)",
            r"(?:未找到|找不到).{0,4}(?:页面|頁面|网页|網頁)",
        ),
        "ja": (r".{0,20}(?:ページ|記事)[がは].{0,4}(?:見つかりません|存在しません|ありません).{0,6}",),
        "ko": (r".{0,8}(?:페이지|기사)[를가는은]? (?:찾을 수 없습니다|없습니다|존재하지 않습니다)",),
    }
)  # fmt: skip

MISSING: Final = _any(
    {
        "en": (
            r"page you(?:'re| are| were) (?:looking for|trying)", r"page you(?:'ve| have)? requested",
            r"(?:page|article|story|content|post) (?:is|was)? ?no longer (?:available|exists|here)",
            r"(?:page|article|story|content|post) (?:may have|might have|has) been (?:removed|deleted|moved)",
            r"(?:this|that|the) page (?:could not|couldn't|cannot|can't) be found",
            r"(?:this|that) page (?:does not|doesn't) exist",
        ),
        "de": (
            r"(?:seite|artikel|beitrag|inhalt)[^.]{0,40} (?:nicht (?:mehr verfügbar|gefunden)|existiert nicht|"
            r"gelöscht)",
            r"von ihnen (?:gesuchte|angeforderte|aufgerufene) (?:seite|artikel)",
        ),
        "fr": (r"page que vous (?:re)?cherchez", r"page que vous (?:avez demandée|demandez)", r"page demandée n'"),
        "es": (r"página (?:que (?:buscas?|estás? buscando|intentas|solicitó)|solicitada)", r"ya no está disponible"),
        "pt": (r"página que (?:você )?(?:procura|está procurando|tentou)", r"não está mais disponível"),
        "it": (r"pagina (?:che (?:stai|hai|cerchi|cercavi)|richiesta) ", r"non è più disponibile"),
        "nl": (r"pagina die (?:je|u) (?:zoekt|probeert|zocht)", r"niet (?:meer|langer) beschikbaar"),
        "sv": (r"sidan du (?:söker|letar|försöker)",),
        "da, no": (r"siden,? du (?:leder|søger|leter|prøver|forsøger)",),
        "fi": (r"etsimääsi sivua",),
        "pl": (r"strona,? której szukasz", r"szukana strona"),
        "cs, sk": (r"(?:stránka|stránku),? kter(?:ou|á)", r"požadovan(?:á|ou) stránk"),
        "hu": (r"a keresett (?:oldal|cikk)",),
        "ro": (r"pagina pe care o căuta",),
        "el": (r"σελίδα που (?:ζητήσατε|αναζητάτε|ψάχνετε)",),
        "ru": (r"страниц[аыу],? котор(?:ую|ой) вы", r"запрашиваем(?:ая|ой|ую) страниц"),
        "uk": (r"сторінк[ауи],? як(?:у|ої) ви", r"запитувана сторінка"),
        "tr": (r"aradığınız (?:sayfa|içerik|haber)",),
        "ar": (r"الصفحة التي (?:تبحث|طلبت|تحاول)",),
        "he": (r"(?:הדף|העמוד) ש(?:חיפשת|ביקשת)",),
        "id": (r"halaman yang (?:anda|kamu) cari",),
        "zh": (r"您(?:访问|要找|请求|查找|訪問|要訪問|所查找|所访问)的.{0,6}(?:页面|頁面|网页|網頁|内容|內容|文章)",),
        "ja": (r"お探しのページ|指定された(?:ページ|url)|記事は(?:削除|掲載期間|公開期間)",),
        "ko": (r"요청하신 (?:페이지|기사)",),
    }
)  # fmt: skip

ELSEWHERE: Final = _any(
    {
        "closed to a region": (
            r"(?:not |un)available (?:in|to visitors from|to users in) (?:your (?:country|region|location|area)|the e)",
            r"(?:european (?:economic area|union|visitors)|gdpr).{0,200}(?:unavailable|not available|cannot|access)",
            r"(?:access|content) (?:is |has been )?(?:restricted|blocked) in your (?:country|region)",
            r"in (?:ihrem|deinem) land nicht verfügbar", r"n'est pas disponible dans votre (?:pays|région)",
            r"no está disponible en (?:su|tu) (?:país|región)", r"недоступ[а-я]{1,4} в вашем регионе",
        ),
        "out of order": (
            r"(?:temporarily|currently) (?:unavailable|down for maintenance)", r"(?:scheduled|under) maintenance",
            r"(?:5[0-9]{2}|internal) (?:server error|bad gateway|service (?:temporarily )?unavailable|gateway time)",
            r"error establishing a database connection", r"wartungsarbeiten", r"en maintenance", r"en mantenimiento",
            r"технические работы",
        ),
    }
)  # fmt: skip

# ---------------------------------------------------------------- people only

CHALLENGE_TITLE: Final = _any(
    {
        "en": (
            r"just a moment", r"attention required",
            r"(?:website )?access (?:to this page )?(?:has been |is )?(?:denied|blocked)",
            r"pardon our interruption", r"(?:are you (?:a )?(?:robot|human)|robot or human)\??",
            r"(?:robot|bot|human|browser|security|captcha) (?:check(?:point)?|verification|challenge)",
            r"vercel security checkpoint", r"verification required",
            r"verify(?:ing)?(?: that)? you(?:'re| are)? (?:a )?human",
            r"(?:re)?captcha", r"ddos-guard", r"(?:one moment,? )?please wait", r"checking your browser.{0,30}",
            r"client challenge", r"(?:http )?(?:error )?403(?: -)?(?: forbidden)?", r"forbidden",
            r"request (?:rejected|blocked)",
            r"(?:sorry, )?you(?:'ve| have) been blocked", r"making sure you(?:'re| are) not a bot", r"human or bot\??",
        ),
        "de": (r"nur einen moment", r"(?:einen )?moment bitte", r"zugriff verweigert", r"sicherheits(?:über)?prüfung"),
        "fr": (r"un instant", r"accès refusé", r"vérification de sécurité"),
        "es": (r"un momento", r"acceso denegado", r"verificación de seguridad"),
        "pt": (r"um momento", r"acesso (?:negado|bloqueado)"),
        "it": (r"ci siamo quasi", r"accesso negato"),
        "nl": (r"een ogenblik geduld", r"toegang geweigerd"),
        "pl": (r"cierpliwości", r"odmowa dostępu"),
        "ru": (r"(?:вы )?не робот\??", r"ой", r"один момент", r"доступ (?:запрещ[её]н|ограничен)"),
        "uk": (r"трохи зачекайте", r"доступ заборонено"),
        "tr": (r"bir dakika lütfen", r"erişim engellendi"),
        "ar": (r"لحظة", r"تم رفض الوصول"),
        "zh": (r"请稍候", r"請稍候", r".{0,4}(?:安全|人机|人機)(?:验证|驗證)", r"环境异常", r"访问(?:被拒绝|验证)"),
        "ja": (r"しばらくお待ちください", r"アクセスが拒否されました"),
        "ko": (r"잠시만 기다리십시오", r"접근이 (?:거부|차단).{0,8}"),
    }
)  # fmt: skip

CHALLENGE: Final = _any(
    {
        "en": (
            r"verify(?:ing)?(?: that)? you(?:'re| are) (?:a human|human|not a (?:ro)?bot)", r"checking your browser",
            r"(?:checking if|verifying that) the site connection is secure", r"confirm you(?:'re| are) (?:a )?human",
            r"unusual (?:traffic|activity) (?:from|coming)", r"are you a (?:robot|human)", r"(?:not|n't) a (?:ro)?bot",
            r"press (?:&|and) hold", r"complete the (?:security check|captcha)", r"you have been blocked",
            r"access to this (?:page|site|website) has been (?:denied|limited|blocked)",
            r"you don't have permission to access", r"incapsula incident", r"pardon our interruption",
            r"security service to protect", r"enable js and disable any ad blocker", r"ddos protection",
            r"review the security of your connection", r"blocked by network security", r"wait for verification",
            r"automated (?:access|requests|queries|traffic)", r"enable javascript and cookies to continue",
        ),
        "de": (r"sind sie ein mensch", r"kein (?:ro)?bot", r"ungewöhnliche[nr]? (?:zugriff|datenverkehr|aktivität)"),
        "fr": (r"pas un robot", r"êtes-vous un (?:robot|humain)", r"(?:trafic|activité) inhabituel"),
        "es": (r"no (?:eres|soy|es) un robot", r"que (?:eres|es) humano", r"(?:tráfico|actividad) inusual"),
        "pt": (r"não (?:sou|é) um robô", r"que (?:você )?é humano", r"tráfego incomum"),
        "it": (r"non (?:sei|sono) un robot", r"traffico (?:insolito|anomalo)"),
        "nl": (r"geen robot", r"ongebruikelijk (?:verkeer|activiteit)"),
        "pl": (r"nie (?:jesteś|jestem) robotem", r"nietypow(?:y|ego) ruch"),
        "ru": (r"не робот", r"подозрительн(?:ый|ую|ая) (?:трафик|активность)", r"проверяем ваш браузер"),
        "uk": (r"не робот",),
        "tr": (r"robot olmadığınız",),
        "ar": (r"لست (?:روبوت|برنامج)",),
        "zh": (r"安全验证|安全驗證|人机验证|环境异常|访问(?:过于|太)?频繁|滑动验证|不是机器人|完成验证",),
        "ja": (r"ロボットではありません|ロボットでないこと|セキュリティ(?:チェック|の確認)|アクセスが拒否",),
        "ko": (r"로봇이 아닙니다|비정상적인 (?:접근|트래픽|접속)",),
    }
)  # fmt: skip

# ---------------------------------------------------------------- made by scripts

SCRIPTS: Final = re.compile(
    r"(?:enabl|turn (?:it )?on|activ|aktiv|habilit|abilit|attiv|inschakel|włącz|zapn|povol|включи|увімкн|etkin|"
    r"disabled|deaktiv|désactiv|desactiv|uitgeschakeld|wyłącz|отключ|вимкн|devre dışı|not available|"
    r"requires|required|erforderlich|benötigt|nécessaire|necesario|without|ohne|sans|启用|啟用|开启|有効|無効|활성|"
    r"تفعيل|تمكين)"
    r"[^.]{0,60}java ?script|"
    r"java ?script[^.]{0,60}(?:enabl|turned|disabled|not available|required|aktiv|deaktiv|activ|désactiv|desactiv|"
    r"habilit|abilit|attiv|inschakel|uitgeschakeld|włącz|wyłącz|zapn|включ|отключ|увімк|вимк|etkin|devre|启用|啟用|"
    r"开启|有効|無効|활성|사용|تفعيل)"
)
