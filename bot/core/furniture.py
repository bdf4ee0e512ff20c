"""The words of site furniture, by language: what stands around an article on its page and is not the article.

Every entry is case folded with single spaces. To add a language, add its words to each table.
"""

from __future__ import annotations

import re

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")


def fold_line(line: str) -> str:
    """Return a line case folded, with single spaces and plain apostrophes."""
    # Turkish "İ" would become two characters.
    return _SPACES.sub(" ", line.replace("’", "'").replace("İ", "I")).strip().casefold()


def bare_line(folded: str) -> str:
    """Return a folded line without the symbols and punctuation at its ends, as the table of whole lines has it."""
    return _EDGES.sub("", folded)


# The whole line is this and nothing more.
WHOLE: dict[str, tuple[str, ...]] = {
    "navigation": (
        "top of page", "bottom of page", "back to top", "skip to content", "skip to main content", "home",
        "menu",
        "search", "log in", "login", "sign in", "register", "my account", "next", "previous", "next article",
        "previous article", "close", "more", "read more", "show more", "load more", "see more",
        "continue reading",
        "contact", "contact us", "about", "about us", "imprint", "privacy policy", "terms of use",
        "terms of service",
        "terms and conditions", "sitemap", "advertise with us", "latest", "latest news", "trending",
        "most read",
        "most popular", "top stories", "breaking news", "live", "live blog", "opinion", "world", "business",
        "sport",
        "sports", "culture", "local", "news", "print", "listen", "play", "toggle navigation", "main menu",
        "open menu", "contents", "in this article", "jump to", "expand", "loading",
        "startseite", "menü", "suche", "anmelden", "mehr", "weiterlesen", "kontakt", "impressum",
        "datenschutz",
        "nach oben", "zum inhalt springen", "zur startseite", "nachrichten", "meistgelesen", "drucken",
        "vorlesen",
        "inicio", "menú", "buscar", "iniciar sesión", "leer más", "seguir leyendo", "contacto", "aviso legal",
        "volver arriba", "política de privacidad", "lo más leído", "últimas noticias", "noticias", "portada",
        "accueil", "rechercher", "se connecter", "lire la suite", "mentions légales", "haut de page",
        "les plus lus",
        "actualités", "imprimer",
        "início", "pesquisar", "entrar", "leia mais", "mais lidas", "cerca", "accedi", "leggi tutto",
        "i più letti",
        "главная", "меню", "поиск", "войти", "ещё", "далее", "наверх", "контакты", "новости", "читать далее",
        "самое читаемое", "популярное", "лента новостей", "головна", "пошук", "увійти", "новини", "szukaj",
        "zaloguj", "najczęściej czytane", "strona główna", "ana sayfa", "ara", "giriş", "haberler",
        "الرئيسية", "القائمة", "بحث", "تسجيل الدخول", "المزيد", "اقرأ المزيد", "اتصل بنا", "الأكثر قراءة",
        "أخبار",
        "首页", "首頁", "菜单", "搜索", "登录", "更多", "阅读全文", "返回顶部", "联系我们", "新闻",
        "ホーム", "メニュー", "検索", "ログイン", "もっと見る", "続きを読む", "トップ", "ページトップへ", "お問い合わせ",
        "ニュース", "アクセスランキング",
    ),
    "share": (
        "share", "share this", "share this article", "share on facebook", "share on twitter", "share on x",
        "tweet",
        "facebook", "twitter", "x", "instagram", "telegram", "whatsapp", "linkedin", "youtube", "tiktok",
        "pinterest",
        "reddit", "email", "e-mail", "copy link", "copy url", "link copied", "bookmark", "save", "follow",
        "follow us",
        "share via email", "save for later", "threads", "bluesky", "mastodon", "flipboard",
        "teilen", "artikel teilen", "link kopieren", "folgen", "merken", "compartir", "compartir en facebook",
        "copiar enlace", "guardar", "síguenos", "partager", "partager cet article", "copier le lien", "suivre",
        "compartilhar", "copiar link", "condividi", "copia link", "поделиться", "скопировать ссылку",
        "вконтакте",
        "телеграм", "поділитися", "udostępnij", "paylaş", "شارك", "مشاركة", "فيسبوك", "تويتر", "واتساب",
        "انسخ الرابط",
        "分享", "微博", "微信", "复制链接", "シェア", "シェアする", "ツイート", "リンクをコピー", "フォロー",
    ),
    "form": (
        "comments", "comment", "leave a reply", "leave a comment", "post a comment", "add a comment", "reply",
        "rate this post", "rate this article", "submit", "subscribe", "unsubscribe", "sign up", "sign up now",
        "subscribe now", "thank you for subscribing", "thanks for subscribing", "thanks for reading",
        "thank you for reading", "name", "your name", "your email", "email address", "website",
        "comment name email",
        "save my name, email, and website in this browser for the next time i comment", "post comment",
        "no comments",
        "no comments yet", "be the first to comment", "was this article helpful", "how useful was this story", "how useful was this post",
        "was this helpful", "yes", "no",
        "join the conversation",
        "view comments", "show comments", "newsletter", "daily newsletter", "get the app", "download the app",
        "kommentare", "kommentar schreiben", "kommentar verfassen", "absenden", "abonnieren",
        "jetzt abonnieren",
        "comentarios", "deja un comentario", "deja una respuesta", "enviar", "suscríbete", "suscribirse",
        "boletín",
        "commentaires", "laisser un commentaire", "envoyer", "s'abonner", "je m'abonne", "comentários",
        "deixe um comentário", "assine", "commenti", "lascia un commento", "invia", "iscriviti", "abbonati",
        "комментарии", "оставить комментарий", "отправить", "подписаться", "коментарі", "підписатися",
        "komentarze",
        "dodaj komentarz", "yorumlar", "yorum yap", "abone ol", "تعليقات", "التعليقات", "اترك تعليقا", "إرسال",
        "اشترك",
        "النشرة البريدية", "评论", "发表评论", "订阅", "提交", "コメント", "コメントを残す", "送信", "購読する", "会員登録",
    ),
    "advertisement": (
        "advertisement", "advertisment", "ad", "ads", "sponsored", "sponsored content", "promoted",
        "story continues below advertisement", "article continues below advertisement",
        "article continues after advertisement", "anzeige", "werbung", "publicidad", "anuncio", "publicité",
        "annonce",
        "publicidade", "pubblicità", "реклама", "на правах рекламы", "reklama", "reklam", "إعلان", "إعلانات",
        "广告",
        "廣告", "広告", "pr", "スポンサーリンク",
    ),
    "teaser": (
        "related", "related articles", "related news", "related stories", "related posts", "related topics",
        "recommended", "recommended for you", "you may also like", "you might also like", "more on this story",
        "more from this author", "more stories", "more news", "editor's picks", "don't miss", "read next",
        "up next",
        "what to read next", "also in the news", "see also", "das könnte sie auch interessieren",
        "mehr zum thema",
        "auch interessant", "te puede interesar", "también te puede interesar", "noticias relacionadas",
        "más noticias", "relacionado", "à lire aussi", "lire aussi", "sur le même sujet", "articles liés",
        "veja também", "leia também", "leggi anche", "potrebbe interessarti", "читайте также", "по теме",
        "материалы по теме", "читайте також", "czytaj także", "zobacz też", "ilgili haberler", "اقرأ أيضا",
        "اقرأ أيضًا", "مواضيع ذات صلة", "أخبار ذات صلة", "相关新闻", "相关阅读", "推荐阅读", "関連記事", "おすすめ記事",
        "あわせて読みたい",
    ),
    "tags": (
        "tags", "topics", "filed under", "categories", "category", "schlagwörter", "themen", "etiquetas",
        "temas",
        "mots-clés", "assuntos", "tag", "теги", "теґи", "etiketler", "وسوم", "标签", "タグ",
    ),
}  # fmt: skip

# A line of fewer than 25 words that begins so.
OPENING: dict[str, tuple[str, ...]] = {
    "teaser": (
        "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "read:", "read also:", "also read:", "read more:", "read next:", "see also:", "related:", "more:",
        "recommended:", "don't miss:", "watch:", "listen:", "up next:", "also read -", "read more on",
        "you may also like",
        "must read:", "explainer:", "in pictures:", "lesen sie auch", "lesen sie hier", "lesen sie mehr",
        "mehr dazu:",
        "mehr zum thema", "lea también", "lee también", "leer también", "te puede interesar", "puede leer:",
        "más información:", "lire aussi", "à lire aussi", "à lire :", "leia também", "leia mais",
        "veja também",
        "leggi anche", "читайте также", "читайте по теме", "по теме:", "смотрите также", "читайте також",
        "czytaj także", "czytaj też", "zobacz także", "ayrıca oku", "ilgili haber", "ayrıca okuyun",
        "lees ook", "lees verder", "läs också", "läs även", "läs mer:", "les også", "læs også", "læs mere:", "lue myös",
        "přečtěte si", "čtěte také", "prečítajte si", "olvassa el", "olvasd el", "kapcsolódó cikk", "citește și",
        "citiți și", "διαβάστε επίσησ", "διαβάστε ακόμη", "прочетете още", "čitajte također", "pročitajte i",
        "baca juga", "xem thêm:", "đọc thêm:", "관련기사", "관련 기사", "اقرأ أيضا", "اقرأ أيضًا",
        "اقرأ ايضا", "شاهد أيضا", "相关阅读", "延伸阅读", "関連記事", "関連：", "関連:", "【関連", "あわせて読みたい",
    ),
    "credit": (
        "image source:", "image source", "image credit", "image:", "images:", "photo:", "photo by",
        "photo credit",
        "photograph:", "photos:", "picture:", "credit:", "(photo", "file photo", "featured image",
        "cover image",
        "getty images", "illustration:", "graphic:", "video:", "foto:", "fotos:", "bild:", "bildquelle",
        "quelle:",
        "imagen:", "fotografía:", "crédit photo", "crédits", "photo d'illustration", "crédito:", "immagine:",
        "фото:", "источник фото", "иллюстрация:", "zdjęcie:", "fot.", "fotoğraf:", "صورة:", "الصورة:",
        "تصوير:", "图片来源", "图：", "图源", "写真：", "写真:", "写真＝", "写真提供",
    ),
    "form": (
        "your email address will not be published", "we will not publish your email",
        "we won't publish your email", "required fields are marked", "save my name",
        "leave a reply",
        "leave a comment", "rate this", "click here", "tap here", "sign up for", "sign up to", "subscribe to",
        "get our newsletter", "enter your email", "by signing up", "by subscribing", "by clicking",
        "you must be logged in",
        "log in to comment", "your rating", "comments are closed", "comments (",
        "ihre e-mail-adresse wird nicht", "erforderliche felder", "melden sie sich", "abonnieren sie",
        "tu dirección de correo",
        "tu correo electrónico no será", "los campos obligatorios", "suscríbete a", "regístrate",
        "votre adresse e-mail",
        "votre adresse de messagerie", "les champs obligatoires", "inscrivez-vous", "abonnez-vous",
        "o seu endereço de",
        "campos obrigatórios", "assine ", "il tuo indirizzo email", "i campi obbligatori", "iscriviti",
        "ваш адрес email",
        "обязательные поля", "подпишитесь", "подписывайтесь", "ваша e-mail", "підписуйтесь", "підпишіться",
        "twój adres e-mail", "wymagane pola", "e-posta hesabınız", "لن يتم نشر عنوان", "الحقول الإلزامية",
        "اشترك في",
        "اشتركوا", "您的邮箱地址不会", "必填项", "メールアドレスが公開", "メルマガ", "コメントを投稿",
    ),
    "promotion": (
        "follow us on", "follow us", "join our", "join us on", "download our app", "get the latest",
        "stay up-to-date",
        "stay up to date", "stay informed", "stay connected", "never miss", "don't miss a story",
        "support our journalism",
        "support independent", "like what you", "enjoyed this", "for more news", "for the latest news",
        "become a member",
        "help us keep", "have a tip", "got a tip", "got a story", "do you have a story",
        "this article is free",
        "our newsletter", "start your free", "try it free", "folgen sie uns", "bleiben sie auf dem laufenden",
        "síguenos en", "sigue nuestras", "únete a", "mantente informado", "suivez-nous", "restez informé",
        "rejoignez-nous", "siga-nos", "acompanhe", "seguici su", "следите за", "присоединяйтесь",
        "больше новостей",
        "наш канал", "наш телеграм", "śledź nas", "bizi takip edin", "تابعونا", "تابعنا على", "انضم إلى",
        "للمزيد من الأخبار",
        "关注我们", "扫码关注", "最新情報は", "公式アカウント",
    ),
    "cookies": (
        "we use cookies", "this site uses cookies", "this website uses cookies", "we value your privacy",
        "we and our partners", "accept all cookies", "accept cookies", "manage cookies", "cookie settings",
        "cookie preferences", "wir verwenden cookies", "diese website verwendet cookies",
        "cookie-einstellungen",
        "alle akzeptieren", "utilizamos cookies", "este sitio usa cookies", "esta web utiliza cookies",
        "aceptar cookies",
        "aceptar todas", "nous utilisons des cookies", "ce site utilise des cookies", "accepter les cookies",
        "tout accepter", "usamos cookies", "utilizziamo i cookie", "questo sito utilizza",
        "мы используем cookie",
        "мы используем файлы cookie", "сайт использует cookie", "ми використовуємо", "ta strona używa",
        "çerezleri",
        "نستخدم ملفات تعريف", "يستخدم هذا الموقع", "我们使用cookie", "本网站使用", "当サイトではクッキー",
        "当サイトではcookie",
    ),
    "copyright": (
        "all rights reserved", "no reproduction", "reproduction prohibited", "nachdruck", "prohibida la reproducción",
        "reproduction interdite", "riproduzione riservata", "перепечатка", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "©", "(c) 19", "(c) 20", "℗", "developed by", "designed by",
        "powered by",
        "alle rechte vorbehalten", "todos los derechos reservados", "tous droits réservés",
        "todos os direitos reservados",
        "tutti i diritti riservati", "все права защищены", "усі права захищені", "wszelkie prawa zastrzeżone",
        "tüm hakları saklıdır", "جميع الحقوق محفوظة", "حقوق النشر", "版权所有", "版權所有", "无断転載", "無断転載",
    ),
    "tags": (
        "tags:", "topics:", "filed under", "categories:", "category:", "tagged", "posted in", "schlagwörter:",
        "themen:",
        "etiquetas:", "temas:", "mots-clés", "assuntos:", "теги:", "метки:", "etiketler:", "الوسوم", "标签",
        "タグ：",
        "タグ:",
    ),
    "notice": ("the views expressed", "views expressed are", "this interview has been edited", "this conversation has been edited", "jump to recipe", "print recipe", "see my disclosure", "this post may contain affiliate", "this article contains affiliate", "die meinung des autors", "las opiniones expresadas"),
    "biography": (
        "about the author", "the author is", "the writer is", "über den autor", "über die autorin",
        "sobre el autor",
        "sobre la autora", "à propos de l'auteur", "sobre o autor", "об авторе", "عن الكاتب", "作者简介",
        "この記事を書いた",
    ),
    "correction": ("this article was updated", "this story has been updated", "editor's note:", "correction:"),
}  # fmt: skip

# A paragraph of fewer than 70 words that holds one of these addresses its reader, not its subject.
APPEAL: tuple[str, ...] = (
    "follow us on", "share your thoughts", "in the comment section", "in the comments below",
    "in the comments section",
    "let us know in the comments", "subscribe to our", "sign up for our", "sign up to our", "our newsletter",
    "our telegram channel", "our whatsapp channel", "our youtube", "join our", "by subscribing to",
    "download our app",
    "support our journalism", "our social media", "tell us what you think", "what do you think?",
    "click here to",
    "straight to your inbox", "in your inbox", "to your inbox", "unlimited access", "become a subscriber",
    "folgen sie uns", "unseren newsletter", "unserem newsletter", "unser newsletter", "unseren kanal",
    "nuestro boletín", "nuestra newsletter", "nuestro canal", "síguenos", "déjanos tu comentario",
    "en los comentarios",
    "suscríbete", "notre newsletter", "notre infolettre", "suivez-nous", "dans les commentaires",
    "abonnez-vous",
    "nossa newsletter", "nosso canal", "siga-nos", "nostra newsletter", "seguiteci", "iscriviti alla",
    "подписывайтесь на", "подпишитесь на", "наш телеграм-канал", "наш telegram", "нашу рассылку",
    "в комментариях",
    "підписуйтесь на", "наш канал", "nasz newsletter", "obserwuj nas", "bültenimize", "bizi takip",
    "تابعونا على", "نشرتنا البريدية", "قناتنا على", "شاركونا", "اشترك في نشرتنا",
    "关注我们的", "订阅我们的", "欢迎在评论区", "ニュースレター", "フォローをお願い", "ぜひコメント", "公式line", "チャンネル登録",
)  # fmt: skip

# What a byline begins with, and the words that mark an office rather than a person.
BYLINE_OPENING: tuple[str, ...] = (
    "by ", "written by ", "reported by ", "reporting by ", "story by ", "text by ", "words by ", "von ",
    "por ",
    "par ",
    "di ", "a cura di ", "автор: ", "автор ", "текст: ", "autor: ", "autorka: ", "yazan: ", "بقلم ", "بقلم: ",
    "كتب ",
    "كتبت ", "作者：", "作者:", "记者", "記者", "文：", "文・", "文＝", "取材・文",
)  # fmt: skip
BYLINE_WORDS: frozenset[str] = frozenset({
    "staff", "reporter", "reporters", "correspondent", "newsroom", "desk", "editor", "editors", "bureau", "writer",
    "redaktion", "redacción", "redaccion", "rédaction", "redazione", "redação", "редакция", "редакції", "корреспондент",
    "redakcja", "muhabir", "التحرير", "مراسل", "مراسلنا", "本报记者", "編集部", "本紙記者",
})  # fmt: skip

# Words that lines about time begin with or hold.
TIME_OPENING: tuple[str, ...] = (
    "published", "updated", "last updated", "posted", "first published", "last modified", "date:",
    "veröffentlicht",
    "aktualisiert", "stand:", "publicado", "actualizado", "publié", "mis à jour", "modifié", "atualizado",
    "pubblicato",
    "aggiornato", "опубликовано", "обновлено", "дата:", "оновлено", "opublikowano", "aktualizacja",
    "yayınlanma",
    "güncelleme", "نشر", "نُشر", "تاريخ النشر", "آخر تحديث", "发布时间", "发布于", "更新时间", "公開日",
    "更新日", "公開：",
)  # fmt: skip
READING_TIME = re.compile(
    r"^\d{1,3} (?:min(?:ute)?s?|minuten?|minutos?|мин\w*|minuti|dk|دقائق|دقيقة|分)"
    r"(?: (?:read|lesezeit|de lectura|de lecture|чтения|okuma|قراءة))?$"
)

MAIL_HEADER = re.compile(
    r"(?:from|to|cc|sent|date|subject|reply-to|von|an|gesendet|betreff|datum|de|para|enviado|asunto|fecha|à|objet|"
    r"envoyé|от|кому|дата|тема|من|إلى|الموضوع)\s?: \S|-+ ?(?:forwarded|original|weitergeleitete|mensaje|пересылаемое)|"
    r"(?:on|am|el|le) .{6,80}(?:wrote|schrieb|escribió|a écrit)(?: .{1,60})?:$"
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?\s*(?:by\s+)?"
    r"[«“\"„]?([^\W\d_][^.,|©»”\"\n]{1,60}?)"
    r"(?=\s*(?:$|[.,|©»”\"]|\s[–—-]\s|\b(?:19|20)\d\d\b|developed|designed|powered|all rights|inc\b|ltd\b|llc\b))",
    re.IGNORECASE,
)
