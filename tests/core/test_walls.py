"""What stands where an article should be is told by what a page shows, and real articles are left alone."""

from typing import Any

import pytest

from bot.core.walls import Signs, Wall, find_wall

ARTICLE = Wall()
SENTENCES = (
    "The harbour board said on Tuesday that the second line will open in March, two weeks later than planned.",
    "A spokeswoman put the cost at eighteen and a half million, of which the city is to pay a third.",
    "Two ships are being rebuilt in the yard beside the old customs house, where the first was lifted in January.",
    "The audit office called the estimate possible and asked to see the orders before the end of the month.",
)
"""About 19 words each."""


def story(words: int) -> str:
    """So many words of a report, in paragraphs."""
    every = " ".join(SENTENCES[number % 4] for number in range(words // 15 + 1)).split()[:words]
    return "\n".join(" ".join(every[start : start + 60]) for start in range(0, words, 60)) + "."


def wall(text: str, *, title: str = "Second line opens", is_free: bool | None = None, **signs: Any) -> Wall:
    """What the rules say of a page that shows `text` and, around it, what `signs` tell."""
    around = {"visible": " ".join(text.split()), "titles": (title,), "url": "https://post.example/news/line", **signs}
    return find_wall(Signs(**around), title=title, text=text, is_free=is_free)


# ---------------------------------------------------------------- articles

BANNER = (
    "We value your privacy. We and our partners use cookies to store personal data on your device for personalised "
    "advertising, with your consent. Manage options. Accept all."
)


@pytest.mark.parametrize("words", [30, 100, 400, 1_000])
@pytest.mark.parametrize(
    "around",
    [
        {"password": True},
        {"guarded": True},
        {"notice": "Please enable JavaScript to see the comments."},
        {"player": "video"},
        {"medium": "video", "claims_article": True},
        {"buttons": "Log in\nSubscribe\nAccept all"},
        {"images": 12},
        {"teasers": 30},
        {"mount": True},
        {"size": 3_000_000},
    ],
    ids=lambda around: next(iter(around)),
)
def test_what_surrounds_an_article_does_not_make_it_a_wall(words: int, around: dict[str, Any]) -> None:
    assert wall(story(words), **around) == ARTICLE


@pytest.mark.parametrize("words", [30, 100, 400])
@pytest.mark.parametrize(
    "said",
    [
        BANNER,
        "Log in to continue. Forgot your password?",
        "Prove that you are not a robot.",
        "Sign up for our newsletter.",
        "The page you are looking for has moved.",
        "Please enable JavaScript.",
    ],
)
def test_what_is_said_around_an_article_does_not_make_it_a_wall(words: int, said: str) -> None:
    text = story(words)
    seen = f"{said} {' '.join(text.split())} {said}"
    assert wall(text, visible=seen, buttons="Accept all") == ARTICLE


@pytest.mark.parametrize(
    "title",
    [
        "Page not found: how links rot on the web",
        "Access denied: the ferry that nobody may board",
        "404 days at sea",
        "Just a moment in the harbour's long history",
        "Login, the village that was never connected",
        "Not found",
        "Captcha",
    ],
)
@pytest.mark.parametrize("words", [100, 300])
def test_an_article_may_have_the_title_of_a_wall(title: str, words: int) -> None:
    assert wall(story(words), title=title) == ARTICLE


def test_a_report_about_cookies_is_no_consent_notice() -> None:
    report = (
        "The data protection office has fined the operator of the harbour site because it set advertising cookies "
        "before visitors had given their consent. The banner had no button to reject all cookies, and personal data "
        "went to more than 200 partners. The operator had changed its privacy policy in May. “We will appeal,” it said."
    )
    assert wall(report, buttons="Accept all") == ARTICLE
    assert wall(f"{report}\n{story(200)}", buttons="Accept all") == ARTICLE


def test_a_guide_to_captchas_is_read_although_it_holds_what_challenges_hold() -> None:
    guide = (
        "Verify that you are human, such pages say, and ask you to press and hold. You have been blocked, others say.\n"
    )
    assert wall(guide * 8 + story(150), title="Are you a robot?", claims_article=True) == ARTICLE


def test_a_report_about_checks_for_robots_is_no_check_on_a_page_that_has_one() -> None:
    report = f"Before they may book, passengers now have to verify that they are human.\n{story(80)}"
    assert wall(report.replace("they are", "you are"), guarded=True) == ARTICLE


def test_a_report_about_logins_is_no_login_on_a_page_that_has_a_form() -> None:
    assert wall(f"Passengers must log in to see the timetable, the board said.\n{story(80)}", password=True) == ARTICLE


# ---------------------------------------------------------------- errors


@pytest.mark.parametrize(
    "title",
    [
        "404", "Error 404", "404 Not Found", "Page not found", "Page Not Found | The Post", "The Post - Page not found",
        "404 - Page not found", "Sorry, this page isn't available.", "Oops! That page can’t be found.",
        "Seite nicht gefunden", "Fehler 404 – Seite nicht gefunden", "Page introuvable", "Cette page n'existe plus",
        "Página no encontrada", "Página não encontrada | Jornal", "Pagina non trovata", "Pagina niet gevonden",
        "Sidan hittades inte", "Siden blev ikke fundet", "Fant ikke siden", "Sivua ei löytynyt",
        "Nie znaleziono strony", "Stránka nenalezena", "Az oldal nem található", "Pagina nu a fost găsită",
        "Η σελίδα δεν βρέθηκε", "Страница не найдена — Газета", "Сторінку не знайдено", "Sayfa bulunamadı",
        "الصفحة غير موجودة", "הדף לא נמצא", "Halaman tidak ditemukan", "Không tìm thấy trang", "页面不存在",
        "找不到页面",
        "ページが見つかりません", "페이지를 찾을 수 없습니다",
    ],
)  # fmt: skip
def test_a_page_that_is_titled_as_missing_is_not_here(title: str) -> None:
    assert wall("", title=title, visible="Home News Sport Search") == Wall("not_here")


@pytest.mark.parametrize(
    "said",
    [
        "The page you are looking for may have been removed, had its name changed, or is out of reach for a while.",
        "Die von Ihnen gesuchte Seite gibt es nicht mehr.", "La page que vous recherchez n'existe plus.",
        "La página que buscas ya no está disponible.", "A página que você procura não está mais disponível.",
        "La pagina che stai cercando non è più disponibile.", "De pagina die je zoekt bestaat niet.",
        "Strona, której szukasz, nie istnieje.", "Страница, которую вы ищете, удалена.", "Aradığınız sayfa taşınmış.",
        "الصفحة التي تبحث عنها غير موجودة", "您访问的页面已被删除", "お探しのページは移動しました",
        "요청하신 페이지는 없습니다",
    ],
)  # fmt: skip
def test_a_page_that_says_that_it_is_missing_is_not_here(said: str) -> None:
    assert wall("", title="The Post", visible=f"Home News {said} Search") == Wall("not_here")


def test_teasers_under_an_error_do_not_make_it_an_article() -> None:
    text = f"Page not found\nThe page you are looking for does not exist. Perhaps you like these:\n{story(150)}"
    assert wall(text, titles=("Page not found - The Post", "Page not found")) == Wall("not_here")


@pytest.mark.parametrize(
    "said",
    [
        "This content is not available in your region, because of where you are. We are sorry for this.",
        "We are currently down for maintenance, and back within the hour. Please come again later today.",
    ],
)
def test_a_site_that_is_closed_today_or_to_us_has_no_article(said: str) -> None:
    assert wall(said + " Thank you for your patience with us and with our engineers.") == Wall("no_article")


# ---------------------------------------------------------------- people only


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Just a moment...", ""),
        ("Attention Required! | Cloudflare", "Sorry, you have been blocked. You are unable to access post.example."),
        ("Access Denied", "You don't have permission to access this page on this server."),
        ("post.example", "Please enable JS and disable any ad blocker"),
        ("Robot Check", "Enter the characters you see below"),
        ("Вы не робот?", "Подтвердите, что запросы отправляли вы"),
        ("Nur einen Moment…", ""),
        ("百度安全验证", ""),
        ("post.example", "当前环境异常，完成验证后即可继续访问"),
    ],
)
def test_a_page_that_lets_only_people_in_is_a_check(title: str, said: str) -> None:
    assert wall("", title=title, visible=said) == Wall("bot_check")


def test_the_challenge_of_a_known_system_is_told_whatever_it_says() -> None:
    said = "Wir prüfen Ihre Verbindung, das dauert nur wenige Sekunden. " * 6
    assert wall(said, title="post.example", challenge=True) == Wall("bot_check")


def test_google_s_page_for_unusual_traffic_is_a_check() -> None:
    assert wall("", url="https://www.google.com/sorry/index?continue=x") == Wall("bot_check")
    assert wall(story(100), url="https://post.example/sorry/index") == ARTICLE


# ---------------------------------------------------------------- consent

NOTICES = {
    "en": "We and our partners use cookies and personal data for advertising, as our privacy policy says. You consent?",
    "de": "Wir und unsere Partner nutzen Cookies und personenbezogene Daten für Werbung, wenn Sie zustimmen.",
    "fr": "Nous et nos partenaires utilisons des cookies et des données personnelles pour la publicité.",
    "es": "Nosotros y nuestros socios usamos cookies y datos personales para la publicidad, con su consentimiento.",
    "it": "Noi e i nostri fornitori utilizziamo cookie e dati personali per la pubblicità, con il tuo consenso.",
    "nl": "Wij en onze partners gebruiken cookies en persoonsgegevens voor advertenties, met uw toestemming.",
    "pl": "My i nasi partnerzy używamy plików cookie i danych osobowych do reklam za twoją zgodą, zaufani partnerzy.",
    "sv": "Vi och våra partner använder cookies och personuppgifter för annonser, med ditt samtycke.",
    "ru": "Мы и наши партнёры используем cookie и персональные данные для рекламы с вашего согласия.",
    "ja": "当サイトとパートナーはクッキーと個人情報を広告のために利用します。同意してください。",
}
BUTTONS = {
    "en": "Accept all", "de": "Zustimmen und weiter", "fr": "Tout accepter", "es": "Aceptar", "it": "Accetta",
    "nl": "Akkoord", "pl": "Zgadzam się", "sv": "Godkänn", "ru": "Принять", "ja": "同意する",
}  # fmt: skip


@pytest.mark.parametrize("language", NOTICES)
def test_a_notice_with_a_button_to_accept_is_consent(language: str) -> None:
    shown = NOTICES[language]
    assert wall("", visible=shown, buttons=BUTTONS[language]) == Wall("consent")
    assert wall(f"{shown}\n" * 3, buttons=BUTTONS[language]) == Wall("consent")


def test_a_long_notice_is_consent_where_the_site_puts_them() -> None:
    text = "\n".join([NOTICES["en"]] * 12)
    assert wall(text, url="https://consent.post.example/v2/collectConsent?x=1", buttons="Accept") == Wall("consent")


@pytest.mark.parametrize("url", ["https://consent.example/harbour", "https://post.example/consent/second-line"])
def test_an_article_under_such_an_address_is_read(url: str) -> None:
    assert wall(story(200), url=url) == ARTICLE


# ---------------------------------------------------------------- login


@pytest.mark.parametrize(
    "title",
    [
        "Log in", "Login • Instagram", "Log into Facebook", "Sign Up | LinkedIn", "Log in to X / X", "Anmelden",
        "Connexion | Le Port", "Iniciar sesión", "Accedi", "Inloggen", "Zaloguj się", "Вход", "Giriş yap",
        "تسجيل الدخول", "ログイン", "登录", "로그인",
    ],
)  # fmt: skip
def test_a_page_without_text_that_is_titled_as_a_login_is_one(title: str) -> None:
    assert wall("", title=title) == Wall("login")


def test_a_login_with_some_words_is_told_by_its_form_and_its_address() -> None:
    said = "Log in to see photos and posts of people you know, wherever you are and whatever you do all day long now."
    assert wall(said, title="Photos", url="https://site.example/login/?next=x", password=True) == Wall("login")
    assert wall(said, title="Photos") == ARTICLE


# ---------------------------------------------------------------- payment

GATES = {
    "en": "Subscribe to continue reading", "de": "Weiterlesen mit dem Digitalabo",
    "fr": "La suite est réservée aux abonnés",
    "es": "Suscríbete para seguir leyendo", "pt": "Conteúdo exclusivo para assinantes",
    "it": "Contenuto riservato agli abbonati", "nl": "Dit artikel is alleen voor abonnees",
    "sv": "För att läsa vidare behöver du en prenumeration", "da": "Artiklen er kun for abonnenter",
    "no": "For å lese saken må du ha abonnement", "fi": "Artikkeli on vain tilaajille",
    "pl": "Artykuł dostępny tylko dla subskrybentów", "cs": "Článek je pouze pro předplatitele",
    "ru": "Материал доступен только по подписке", "uk": "Доступно лише для передплатників",
    "tr": "Bu haber sadece abonelere açıktır", "ar": "هذا المقال للمشتركين فقط", "he": "כתבה זו למנויים בלבד",
    "zh": "订阅后可阅读全文", "ja": "この記事は有料会員限定です", "ko": "구독자 전용 기사입니다",
}  # fmt: skip


@pytest.mark.parametrize("language", GATES)
def test_an_article_that_ends_at_a_gate_is_read_as_far_as_it_is_open(language: str) -> None:
    text = story(120)
    assert wall(text, visible=f"{' '.join(text.split())} {GATES[language]}") == Wall(open_part=True)
    assert wall(f"{text}\n{GATES[language]}") == Wall(open_part=True)


@pytest.mark.parametrize("language", GATES)
def test_too_little_before_a_gate_is_a_paywall(language: str) -> None:
    text = story(50)
    assert wall(text, visible=f"{' '.join(text.split())} {GATES[language]}") == Wall("paywall")


@pytest.mark.parametrize("language", GATES)
def test_a_whole_article_with_a_promotion_under_it_is_whole(language: str) -> None:
    text = story(400)
    assert wall(text, visible=f"{' '.join(text.split())} {GATES[language]}") == ARTICLE


def test_a_short_article_that_calls_itself_free_is_whole_whatever_is_sold_under_it() -> None:
    text = story(120)
    assert wall(text, visible=f"{' '.join(text.split())} {GATES['en']}", is_free=True) == ARTICLE


def test_what_stands_far_from_the_end_of_the_text_is_no_gate() -> None:
    text = story(120)
    far = f"{GATES['en']} {' '.join(text.split())} {'Other news of the day. ' * 40} {GATES['en']}"
    assert wall(text, visible=far) == ARTICLE


def test_markup_in_the_last_words_does_not_hide_the_gate_behind_them() -> None:
    text = story(120)
    seen = " ".join(text.split()).removesuffix(".")
    assert wall(text, visible=f"{seen[:-60]} {seen[-60:]} . {GATES['en']}") == Wall(open_part=True)


@pytest.mark.parametrize(
    ("words", "flagged", "stated", "locked"),
    [
        (300, False, 0, False),
        (300, True, 0, True),
        (500, True, 0, False),
        (500, True, 1_400, True),
        (900, True, 1_500, False),
    ],
)
def test_the_longer_the_text_the_more_must_say_that_it_is_not_whole(
    words: int, flagged: bool, stated: int, locked: bool
) -> None:
    text = story(words)
    seen = f"{' '.join(text.split())} {GATES['en']}"
    found = wall(text, visible=seen, is_free=False if flagged else None, stated_words=stated)
    assert found == Wall(open_part=locked)


@pytest.mark.parametrize(
    "rest",
    ["Il vous reste 72.4% de cet article à lire.", "残り 1,204文字", "Pozostało 63% artykułu", "Осталось 80 % текста"],
)
def test_a_page_that_tells_how_much_is_missing_is_believed(rest: str) -> None:
    text = story(600)
    assert wall(text, visible=f"{' '.join(text.split())} {rest}") == Wall(open_part=True)


@pytest.mark.parametrize("words", [150, 400, 1_200])
def test_the_flag_alone_is_no_reason(words: int) -> None:
    assert wall(story(words), is_free=False) == ARTICLE


def test_the_flag_and_little_text_is_the_open_part() -> None:
    assert wall(story(100), is_free=False) == Wall(open_part=True)
    assert wall(story(60), is_free=False) == Wall("paywall")
    assert wall("", is_free=False) == Wall("paywall")


def test_a_gate_for_those_without_an_account_is_a_login() -> None:
    text = story(50)
    seen = f"{' '.join(text.split())} Create a free account to continue reading."
    assert wall(text, visible=seen.replace("continue reading", "read this story")) == Wall("login")


# ---------------------------------------------------------------- scripts, media, fronts


@pytest.mark.parametrize(
    "around",
    [
        {"notice": "You need to enable JavaScript to run this app."},
        {"mount": True},
        {"size": 900_000, "visible": "Loading"},
        {"visible": "Bitte aktivieren Sie JavaScript in Ihrem Browser."},
        {"visible": "JavaScript is not available."},
        {"visible": "请启用JavaScript"},
    ],
)
def test_a_page_without_text_that_needs_scripts_is_told(around: dict[str, Any]) -> None:
    assert wall("", **{"visible": "", **around}) == Wall("scripts")


def test_a_small_page_without_text_is_none_of_these() -> None:
    assert wall("", visible="Hello.", size=300) == ARTICLE


@pytest.mark.parametrize("medium", ["video", "audio", "picture"])
def test_a_page_that_says_what_it_is_to_be_watched_or_heard_is_that(medium: str) -> None:
    assert wall("A short line under it.", medium=medium) == Wall(medium)
    assert wall(story(40), medium=medium) == Wall(medium)


def test_a_player_without_text_is_the_thing_itself() -> None:
    assert wall("A short line under it.", player="video") == Wall("video")
    assert wall("", player="audio") == Wall("audio")


def test_pictures_without_text_are_a_gallery_where_the_address_says_so() -> None:
    assert wall("", url="https://post.example/photo-gallery/yard", images=9) == Wall("picture")
    assert wall("", url="https://post.example/news/yard", images=9) == ARTICLE


@pytest.mark.parametrize("url", ["https://post.example/", "https://post.example", "https://post.example/en/"])
def test_a_front_page_has_no_article(url: str) -> None:
    assert wall(story(700), url=url, teasers=20) == Wall("no_article")


@pytest.mark.parametrize(
    "around",
    [
        {"url": "https://post.example/", "teasers": 3},
        {"url": "https://post.example/", "teasers": 20, "claims_article": True},
        {"url": "https://post.example/?p=123", "teasers": 20},
        {"url": "", "teasers": 20},
    ],
)
def test_an_article_at_the_front_is_read(around: dict[str, Any]) -> None:
    assert wall(story(300), **around) == ARTICLE
