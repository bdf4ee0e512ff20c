"""Tells an article from what stands in its place: a consent notice, a login, a payment, a challenge, an error.

To call an article a wall is the worse mistake, so the more text a page has, the more must speak against it: nothing
for a page without text, two things for a short one, three for a longer one, one more where the page says that it is an
article, and whoever reads 600 words reads an article. Text that is there is judged by itself, never by what surrounds
it: a cookie banner, a login link or a captcha in a comment form are everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from bot.core.gate_words import ACCEPT, ADDRESS, CONSENT_MATTERS, LOGIN, LOGIN_TITLE
from bot.core.paywalls import Text, is_locked, wants_account
from bot.core.text_lines import count_words
from bot.core.wall_words import CHALLENGE, CHALLENGE_TITLE, ELSEWHERE, MISSING, MISSING_TITLE, SCRIPTS, fold, parts_of

WALLS: Final = frozenset(
    {"paywall", "consent", "login", "bot_check", "scripts", "not_here", "picture", "audio", "video", "no_article"}
)
"""The codes of what can stand in an article's place."""

_NO_TEXT: Final = 25
"""With fewer words there is no article (as in `adapters.reading.article`), and any sign tells what there is instead."""
_BRIEF: Final = 60
_SHORT: Final = 150
_LONG: Final = 600
_OPEN_PART: Final = 80
"""So many readable words of a locked article are worth a brief of their own."""
_SUBJECT: Final = 6_000
_HEAVY: Final = 100_000
_CONSENT_PLACES: Final = frozenset(
    "consent consents collectconsent zustimmung einwilligung cookiewall cookie-wall privacywall privacy-wall "
    "cookie-consent consentement myprivacy privacygate privacy-gate tcf".split()
)
_LOGIN_PLACES: Final = frozenset(
    "login log-in signin sign-in authwall anmelden einloggen connexion accedi inloggen accounts auth sso".split()
)
_GALLERIES: Final = frozenset(
    "gallery galleries photos photo-gallery pictures in-pictures slideshow galerie bildergalerie bilder fotostrecke "
    "fotos fotogaleria fotogalerie galeria galleria galeri foto diaporama".split()
)
_FRONTS: Final = frozenset({"", "index.html", "index.php", "home", "en", "de", "fr", "es", "ru", "ar"})


@dataclass(frozen=True, slots=True)
class Signs:
    """What on a page besides its article's text tells what it is."""

    url: str = ""
    """Where the page was found in the end, "" for a file."""
    titles: tuple[str, ...] = ()
    """What stands in its title bar, and its first large heading."""
    visible: str = ""
    """What a reader sees, from its beginning, as one line."""
    size: int = 0
    """Characters of its markup."""
    challenge: bool = False
    """It holds the challenge of a known system that lets only people in."""
    guarded: bool = False
    """It loads what such systems put into every page, too."""
    notice: str = ""
    """What it says to browsers without scripts."""
    mount: bool = False
    """It has an empty place for scripts to fill."""
    gate: str = ""
    """What it shows in elements that are named after paywalls."""
    buttons: str = ""
    password: bool = False
    """It asks for a password."""
    claims_article: bool = False
    """It says of itself that it is an article."""
    stated_words: int = 0
    """How many words the article has, by the page's own count."""
    medium: str = ""
    """"video", "audio" or "picture" where it says of itself that it is that."""
    player: str = ""
    """"video" or "audio" where it has a player for it."""
    images: int = 0
    teasers: int = 0
    """Headings that are links."""


@dataclass(frozen=True, slots=True)
class Wall:
    """What stands in the article's place ("" where the article does), or that only its beginning is open."""

    code: str = ""
    open_part: bool = False


def find_wall(signs: Signs, *, title: str, text: str, is_free: bool | None = None) -> Wall:
    """Return what keeps the article of a page from being read; `is_free` is what the page says of itself."""
    page = _Page(signs=signs, title=title, text=text, words=count_words(text))
    if page.words < _LONG and (code := _in_its_place(page)):
        return Wall(code)
    shown = Text(text=text, words=page.words, behind=signs.visible, gate=signs.gate)
    if is_locked(shown, is_free=is_free, stated_words=signs.stated_words, claims_article=signs.claims_article):
        if page.words >= _OPEN_PART:
            return Wall(open_part=True)
        return Wall("login" if wants_account(shown) else "paywall")
    return Wall(_without_text(page) if page.words < _LONG else "no_article" if _is_front(page) else "")


def _in_its_place(page: _Page) -> str:
    """What is shown whoever asks, so that it is told before a gate is looked for."""
    for code, points in (
        ("bot_check", _challenge_points(page)),
        ("not_here", _missing_points(page)),
        ("consent", _consent_points(page)),
    ):
        if points >= page.needed:
            return code
    return ""


def _without_text(page: _Page) -> str:
    if _login_points(page) >= max(page.needed, 2):
        return "login"
    if medium := _medium(page):
        return medium
    if _script_points(page) >= page.needed:
        return "scripts"
    elsewhere = bool(ELSEWHERE.search(page.subject)) + (page.words < _BRIEF)
    return "no_article" if elsewhere >= max(page.needed, 2) or _is_front(page) else ""


@dataclass(frozen=True)
class _Page:
    signs: Signs
    title: str
    text: str
    words: int

    @cached_property
    def subject(self) -> str:
        """What is judged: the text, or all that is seen where there is no text."""
        return fold(self.text if self.words >= _NO_TEXT else self.signs.visible[:_SUBJECT])

    @cached_property
    def needed(self) -> int:
        if self.words < _NO_TEXT:
            return 1
        return (2 if self.words < _SHORT else 3) + self.signs.claims_article

    @cached_property
    def titles(self) -> list[list[str]]:
        """The folded parts of each of the page's titles."""
        return [parts_of(one) for one in self.signs.titles or (self.title,)]

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The parts of the path, in lower case."""
        return tuple(part for part in urlsplit(self.signs.url).path.lower().split("/") if part)

    @cached_property
    def host(self) -> tuple[str, ...]:
        return tuple((urlsplit(self.signs.url).hostname or "").split("."))


def _challenge_points(page: _Page) -> int:
    signs = page.signs
    titled = any(CHALLENGE_TITLE.fullmatch(part) for parts in page.titles for part in parts)
    guarded = signs.guarded and page.words < _NO_TEXT and not signs.claims_article
    sorry = page.places[:1] == ("sorry",) and "google" in page.host
    said = min(2, len(set(CHALLENGE.findall(page.subject))))
    return 2 * signs.challenge + guarded + titled + 2 * sorry + said


def _missing_points(page: _Page) -> int:
    titled = sum(any(MISSING_TITLE.fullmatch(part) for part in parts) for parts in page.titles)
    said = bool(MISSING.search(page.subject))
    return min(titled, 2) + said + (_NO_TEXT <= page.words < _BRIEF and bool(titled or said))


def _consent_points(page: _Page) -> int:
    placed = bool(_CONSENT_PLACES & {*page.places, *page.host[:-2]})
    hits = [len(matter.findall(page.subject)) for matter in CONSENT_MATTERS]
    talks = sum(map(bool, hits)) >= 4 and len(ADDRESS.findall(page.subject)) >= max(1, page.words / 50)
    asks = talks and bool(ACCEPT.search(fold(page.signs.buttons)))
    if page.words < _NO_TEXT:
        return asks or (placed and talks)
    dense = 100 * sum(hits) / page.words
    return 2 * placed + talks + asks + (talks and dense >= 6) + (talks and dense >= 10)


def _login_points(page: _Page) -> int:
    titled = any(LOGIN_TITLE.fullmatch(part) for parts in page.titles for part in parts)
    placed = bool(_LOGIN_PLACES & {*page.places, *page.host[:-2]})
    if page.words >= _NO_TEXT and not (titled or placed):
        return 0  # half of all pages have a form to sign in somewhere
    if titled and page.words < _NO_TEXT and not page.signs.claims_article:
        return 2
    return titled + placed + page.signs.password + bool(LOGIN.search(page.subject))


def _medium(page: _Page) -> str:
    signs = page.signs
    if page.words < _NO_TEXT and signs.images >= 4 and _GALLERIES & set(page.places):
        return "picture"
    if page.words < _NO_TEXT:
        return signs.medium or signs.player
    return signs.medium if page.words < 2 * _NO_TEXT and not signs.claims_article else ""


def _script_points(page: _Page) -> int:
    signs = page.signs
    if page.words < _NO_TEXT:
        hollow = signs.size >= _HEAVY and len(signs.visible) < 500
        return signs.mount or hollow or "javascript" in fold(signs.notice) or bool(SCRIPTS.search(page.subject))
    said = bool(SCRIPTS.search(page.subject))
    return said and 1 + signs.mount + (page.words < _BRIEF) + ("javascript" in fold(signs.notice))


def _is_front(page: _Page) -> bool:
    """A site's front page is all teasers, however much text they hold together."""
    address = urlsplit(page.signs.url)
    root = bool(address.hostname) and len(page.places) <= 1 and _FRONTS.issuperset(page.places) and not address.query
    return root and not page.signs.claims_article and page.signs.teasers >= 8
