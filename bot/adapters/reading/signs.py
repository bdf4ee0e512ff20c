"""Looks for what tells a wall from an article: challenges, buttons, players. Runs in the reading process only."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.core.walls import Signs

_MAX_VISIBLE: Final = 60_000
_MAX_NOTICE: Final = 2_000
_MAX_GATE: Final = 3_000
_MAX_SHOWN: Final = 8_000
_MAX_BUTTONS: Final = 60
_MAX_STATED: Final = 20_000
_MAX_TEASERS: Final = 60
_MAX_GATES: Final = 2_000
_LITTLE: Final = 5_000
"""Characters: with more to see, a page is none of those that only let people in, or wait for scripts."""

# What stands in the page that is shown instead of the one that was asked for, and in no other.
_CHALLENGES: Final = (
    "_cf_chl_opt", "cf-browser-verification", "cf_chl_prog",  # Cloudflare
    "captcha-delivery.com",  # DataDome
    'id="px-captcha"', "pxCaptchaSrc", "/* PerimeterX assignments */",  # HUMAN, once PerimeterX
    "gokuProps",  # AWS WAF
    "Incapsula incident ID", "_Incapsula_Resource?CWUDNSAI",  # Imperva
    "sec-if-cpt-container", "/_sec/cp_challenge", "bm-verify=",  # Akamai
    "ips.js?KP_UIDz", "KPSDK",  # Kasada
    "anubis_challenge", "vercel/security/static/challenge", "sucuri_cloudproxy_js", "/.well-known/ddos-guard/",
    "x5secdata", "wappass.baidu.com/static/captcha", "/showcaptcha?",
)  # fmt: skip
# What the same systems, and makers of captchas, also put into pages that they let through.
_GUARDS: Final = (
    "_Incapsula_Resource", "challenges.cloudflare.com/turnstile", "/cdn-cgi/challenge-platform/", "_pxAppId",
    "datadome.co/", "awswaf.com", "hcaptcha.com/1/api.js", "recaptcha/api.js", "geetest.com",
)  # fmt: skip

_GATES: Final = (
    "[id*=paywall],[class*=paywall],[class*=Paywall],[id*=regwall],[class*=regwall],[id*=poool-],[class*=poool-],"
    "[class*=leaky_paywall],[class*=tp-modal],[class*=tp-container],[class*=piano-],[id*=piano-],[class*=subscribe-wall],"
    "[class*=subscription-wall],[class*=subscriber-only],[class*=article-gate],[class*=meteredContent],[class*=barrier]"
)
_BUTTONS: Final = (
    "button,input[type=submit],input[type=button],[role=button],a[class*=btn],a[class*=button],a[class*=accept]"
)
_MOUNTS: Final = "#root,#app,#__next,#__nuxt,#___gatsby,#main-app,#react-root,#svelte,app-root,ytd-app,[ng-app]"
_ARTICLE_TYPE: Final = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"[A-Za-z]{0,30}(?:Article|BlogPosting|Report)"')
_WORD_COUNT: Final = re.compile(r'"wordCount"\s{0,9}:\s{0,9}"?([0-9]{1,6})\b')
_MEDIUM: Final = re.compile(r'"@type"\s{0,9}:\s{0,9}"(PodcastEpisode|ImageGallery)"')
_CLIP: Final = re.compile(r'"@type"\s{0,9}:\s{0,9}"(Video|Audio)Object"')
_VIDEO: Final = re.compile(
    r"youtube(?:-nocookie)?\.com/embed|player\.vimeo|dailymotion\.com/(?:embed|player)|jwplayer|brightcove"
)
_AUDIO: Final = re.compile(
    r"w\.soundcloud\.com|open\.spotify\.com/embed|embed\.podcasts\.apple|megaphone\.fm|acast\.com|podigee"
)


def read_signs(tree: LexborHTMLParser, *, size: int, url: str) -> Signs:
    """Return the signs of a page whose scripts, frames and notices are still there, of so many characters."""
    stated = _stated(tree)
    metas = _metas(tree)
    counted = _WORD_COUNT.search(stated)
    return Signs(
        url=url,
        titles=tuple(title for title in (_first(tree, "title"), _first(tree, "h1")) if title),
        size=size,
        notice=" ".join(_shown(node) for node in tree.css("noscript")[:10])[:_MAX_NOTICE],
        buttons="\n".join(_labels(tree)),
        password=tree.css_first("input[type=password]") is not None,
        claims_article=bool(_ARTICLE_TYPE.search(stated)) or "article:published_time" in metas
        or metas.get("og:type") == "article",
        stated_words=int(counted[1]) if counted else 0,
        medium=_medium(metas.get("og:type", ""), stated),
        player=_player(tree, stated),
        images=len(tree.css("img")),
        teasers=sum(_is_teaser(node) for node in tree.css("h2,h3,h4")[:_MAX_TEASERS]),
    )  # fmt: skip


def see(signs: Signs, tree: LexborHTMLParser, *, html: str) -> Signs:
    """Return the signs with what a reader sees on a page that has lost its scripts, frames and notices."""
    text = tree.body.text(separator=" ") if tree.body else ""
    visible = " ".join(text[: 4 * _MAX_VISIBLE].split())[:_MAX_VISIBLE]
    lets_in = len(visible) < _LITTLE
    return replace(
        signs,
        visible=visible,
        challenge=lets_in and any(mark in html for mark in _CHALLENGES),
        guarded=lets_in and any(mark in html for mark in _GUARDS),
        mount=lets_in and any(len(_shown(node)) < 200 for node in tree.css(_MOUNTS)[:5]),
        gate=_gate(tree),
    )


def _stated(tree: LexborHTMLParser) -> str:
    """The beginning of each block of JSON-LD: the types stand there."""
    blocks = tree.css('script[type="application/ld+json"]')[:20]
    return "\n".join((block.text() or "")[:_MAX_STATED] for block in blocks)


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    wanted = tree.css('meta[property="og:type"],meta[property="article:published_time"]')[:10]
    return {str(meta.attributes.get("property")): meta.attributes.get("content") or "" for meta in wanted}


def _labels(tree: LexborHTMLParser) -> list[str]:
    pressed = tree.css(_BUTTONS)[:_MAX_BUTTONS]
    return [(_shown(node) or node.attributes.get("value") or "")[:80] for node in pressed]


def _medium(kind: str, stated: str) -> str:
    if kind.startswith(("video", "music")):
        return "video" if kind.startswith("video") else "audio"
    found = _MEDIUM.search(stated)
    return "" if found is None else "audio" if found[1] == "PodcastEpisode" else "picture"


def _player(tree: LexborHTMLParser, stated: str) -> str:
    if clip := _CLIP.search(stated):
        return clip[1].lower()
    frames = " ".join(frame.attributes.get("src") or "" for frame in tree.css("iframe[src]")[:20])
    if tree.css_first("video") is not None or _VIDEO.search(frames):
        return "video"
    return "audio" if tree.css_first("audio") is not None or _AUDIO.search(frames) else ""


def _is_teaser(heading: LexborNode) -> bool:
    above = heading.parent
    return heading.css_first("a[href]") is not None or (above is not None and above.tag == "a")


def _gate(tree: LexborHTMLParser) -> str:
    """The text of gates; what is hidden until a script shows it, or is as long as an article, is no gate."""
    said: list[str] = []
    for node in tree.css(_GATES)[:40]:
        if len(node.text()) <= _MAX_GATES and not _is_hidden(node):
            said.append(_shown(node))
    return "\n".join(dict.fromkeys(said)).strip()[:_MAX_GATE]


def _is_hidden(node: LexborNode) -> bool:
    above: LexborNode | None = node
    for _ in range(12):
        if above is None or above.tag in {"body", "html"}:
            return False
        style = (above.attributes.get("style") or "").replace(" ", "")
        if "hidden" in above.attributes or above.attributes.get("aria-hidden") == "true" or "display:none" in style:
            return True
        above = above.parent
    return False


def _first(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return _shown(node)[:300] if node is not None else ""


def _shown(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ")[:_MAX_SHOWN].split())
