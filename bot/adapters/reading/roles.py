"""What the names that a site gives its boxes tell about their purpose: class, id, role and the like."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache
from itertools import pairwise
from typing import Final


class Role(IntFlag):
    """What a box is for; several may be told at once."""

    CAPTION = auto()
    RELATED = auto()
    NEWSLETTER = auto()
    SHARE = auto()
    COMMENTS = auto()
    AUTHOR = auto()
    NAVIGATION = auto()
    FOOTER = auto()
    HEADER = auto()
    ADVERTISEMENT = auto()
    META = auto()
    COOKIES = auto()
    HIDDEN = auto()
    POLL = auto()
    BODY = auto()


NONE: Final = Role(0)

# Words of names, and two words in a row written as one: "read-more", "readMore" and "readmore" are the same.
_WORDS: Final = {
    Role.CAPTION: (
        "caption captions credit credits bildunterschrift copyright legend photo imagemeta imagetext imagewidget "
        "imageinfo imagedesc imagedescription imagecaption photometa phototext photocredit photocaption imgcredit "
        "imgdesc wpcaption figcaption pie bildtext didascalia legende"
    ),
    Role.RELATED: (
        "related relatednews relatedarticles relatedcontent relatedposts recommended recommendation "
        "recommendations recommend teaser teasers readmore readalso readnext readon moreon morefrom morenews "
        "morestories morearticles morelinks moreabout seealso promo promos promobox sidebar outbrain taboola "
        "popular trending mostread mostpopular linkbox linklist upnext alsolike suggested suggestions suggestion "
        "carousel rightrail infobox recirculation recirc lireaussi leggianche leesook mehrzum playlist crosslink "
        "internallink zergnet relacionadas relacionados relacionado similar furtherreading editorspicks "
        "latestnews inlinerelated whatsnext yarpp jprelatedposts crprelated relatedlinks relatedstories "
        "relatedtopics secondary tertiary rightcol rightcolumn sidecol sidecolumn mostviewed mostshared "
        "mostcommented topstories latest nextpost prevpost nextarticle otherarticles otherstories otherposts "
        "morein moreposts morevideos articlefooterlinks newsfeed extras"
    ),
    Role.NEWSLETTER: (
        "newsletter newsletters subscribe subscription signup mailinglist donate donation donations calltoaction "
        "cta abobox membership inbox"
    ),
    Role.SHARE: (
        "share sharing shares sharebar socialshare social socials socialmedia followus follow toolbar "
        "articletools bookmark reactions sharebuttons addtoany sharethis addthis"
    ),
    Role.COMMENTS: (
        "comments comment disqus replies respond commentlist leserkommentare discussion kommentare comentarios "
        "commentbody commentsection commentarea usercomments livefyre spotim coral fbcomments facebookcomments "
        "guestbook responses trackbacks pingbacks userreviews commentaires commenti"
    ),
    Role.AUTHOR: (
        "author authors byline bylines bio biography contributor contributors journalist writer autor autoren "
        "autori auteur auteurs autore avatar authorbox authorbio authorinfo forfatter"
    ),
    Role.NAVIGATION: (
        "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager skiplink masthead topbar toc "
        "tableofcontents prevnext"
    ),
    Role.FOOTER: "footer foot colophon legal disclaimer impressum",
    Role.ADVERTISEMENT: (
        "ad ads adv advert advertisement advertising sponsor sponsored banner affiliate anzeige anzeigen "
        "publicidad inlinead inlineads adslot adunit werbung reklam reklama dfp"
    ),
    Role.META: (
        "meta date dateline datetime published pubdate publishdate timestamp tag tags taglist category categories "
        "topic topics keyword keywords kicker eyebrow overline readingtime readtime updated posted time infopost "
        "postinfo"
    ),
    Role.COOKIES: "cookie cookies consent gdpr modal popup overlay lightbox toast alert",
    Role.HIDDEN: "hidden sronly screenreader visuallyhidden printonly dnone invisible uhide offscreen",
    Role.POLL: "poll polls quiz survey vote voting",
    Role.BODY: (
        "articlebody articlecontent articletext articlecontentbody storybody storycontent storytext entrycontent "
        "postcontent postbody bodycontent bodytext bodycopy richtext contentbody maincontent fieldnamebody "
        "articlefulltext"
    ),
}
_ROLES: Final[dict[str, int]] = {word: int(role) for role, words in _WORDS.items() for word in words.split()}
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_TAGS: Final = {
    "figure": Role.CAPTION,
    "figcaption": Role.CAPTION,
    "nav": Role.NAVIGATION,
    "footer": Role.FOOTER,
    "aside": Role.RELATED,
    "address": Role.AUTHOR,
    "header": Role.HEADER,
    "time": Role.META,
}


@lru_cache(maxsize=10_000)
def role_of(tag: str, signs: str, hidden: bool) -> Role:
    """Return what a box is for as its tag and its names tell; `signs` are the names with spaces between."""
    role = int(_TAGS.get(tag, NONE)) | (int(Role.HIDDEN) if hidden else 0)
    for name in signs.split():
        role |= _named(name)
    return Role(role)


@lru_cache(maxsize=20_000)
def _named(name: str) -> int:
    words = [word.lower() for word in _WORD.findall(name)]
    role = 0
    for word in words:
        role |= _ROLES.get(word, 0)
    for first, second in pairwise(words):
        if len(first) > 1 < len(second):
            role |= _ROLES.get(first + second, 0)
    return role
