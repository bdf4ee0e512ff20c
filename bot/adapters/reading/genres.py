"""Tells what kind of article a page says it holds: opinion, analysis, live, sponsored, press release, satire.

A wrong label is worse than none: only types, sections, folders of the address and labels above the headline count, and
only where they are nothing but the word. Runs in the reading process only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.adapters.reading.json_ld import Node, flag_of, items_of, text_of, types_of
from bot.adapters.reading.metas import Metas
from bot.adapters.reading.names import fold
from bot.core.models import ArticleKind

_TYPES: Final[dict[str, ArticleKind]] = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "LiveBlogPosting": "live",
    "AdvertiserContentArticle": "sponsored",
    "SatiricalArticle": "satire",
}
_WORDS: Final[dict[ArticleKind, str]] = {
    "opinion": """
        opinion opinions op-ed op-eds oped opeds editorial editorials commentary commentaries commentisfree columnist
        columnists opinion-columnists guest-column guest-columns guest-essay letters-to-the-editor viewpoint viewpoints
        meinung meinungen kommentar kommentare leitartikel gastkommentar gastkommentare gastbeitrag gastbeiträge
        gastbeitraege kolumne kolumnen glosse meinung-debatte standpunkt
        tribune tribunes édito éditos edito editos éditorial éditoriaux editoriaux chronique chroniques
        points-de-vue point-de-vue opinions-débats débats-opinions idées idees libre-opinion
        opinión opiniones columna columnas tribuna tribunas columnistas artículos-de-opinión
        opinioni editoriale editoriali commenti commento
        opinião opiniao opiniões opinioes coluna colunas colunistas editoriais
        opinie opiniestuk commentaar columns opinie-en-debat
        мнение мнения колонка колонки авторские-колонки mnenie mneniya думка думки погляди
        opinie-i-komentarze komentarze komentarz felieton felietony publicystyka
        yazarlar köşe-yazıları köşe-yazarları kose-yazilari kose-yazarlari görüş gorus
        ledare ledarsidan debatt debattinlägg debattartikel ledere kronikk kronikker meninger kronik kronikker debat
        kommentarer synspunkt mielipide mielipiteet pääkirjoitus pääkirjoitukset kolumni kolumnit
        názory názor komentáře komentář komentare vélemény velemeny opinii editoriale
        رأي آراء مقالات-رأي مقالات-الرأي رأي-ومقالات 社説 社论 評論 评论 观点 觀點 오피니언 사설 칼럼
        γνώμες γνώμη απόψεις opini quan-điểm góc-nhìn ý-kiến
    """,
    "analysis": """
        analysis news-analysis analyses analyse analysen análisis analisis analisi análise análises analize analiza
        analizy analiz анализ аналитика аналіз аналітика analys analyser analyysi analýza analýzy elemzés elemzések
        تحليل تحليلات 分析 解説 해설 분석 ανάλυση phân-tích hintergrund-analyse
    """,
    "live": """
        live-blog liveblog live-blogs liveblogs live-updates liveticker live-ticker ticker-live minute-by-minute
        minuto-a-minuto minute-par-minute en-direct-live directo-minuto-a-minuto liverapport livecenter liveblogg
        canlı-anlatım canli-anlatim текстовая-трансляция
    """,
    "sponsored": """
        sponsored sponsored-content sponsored-post sponsored-posts sponsored-article paid-content paid-post paidpost
        paid-partnership partner-content partnercontent branded-content brandcontent brand-content brandstudio
        brand-studio brandvoice advertorial advertorials advertisement-feature advertiser-content promoted-content
        native-advertising advertising-feature anzeige anzeigen-sonderveröffentlichung sponsored-by bezahlte-anzeige
        contenu-sponsorisé contenu-sponsorise contenu-partenaire contenus-partenaires publireportage publi-rédactionnel
        publireportaje publirreportaje contenido-patrocinado contenido-de-marca branded publirreportajes
        contenuto-sponsorizzato publiredazionale informazione-pubblicitaria conteúdo-patrocinado conteudo-patrocinado
        conteúdo-de-marca estúdio-de-marca gesponsord advertentie-artikel annonsørinnhold annonsorinnhold
        annonssamarbete
        kommercielt-samarbejde betalt-indhold kaupallinen-yhteistyö artykuł-sponsorowany artykul-sponsorowany
        materiał-sponsorowany материал-партнёра партнерский-материал партнёрский-материал на-правах-рекламы
        партнерський-матеріал advertorial-haber bu-bir-reklamdır komerční-sdělení pr-článek محتوى-برعاية محتوى-إعلاني
        pr記事 広告記事 기획광고
    """,
    "press_release": """
        press-release press-releases news-release media-release media-releases for-immediate-release pressrelease
        pressreleases pr-newswire prnewswire business-wire globenewswire news-releases medienmitteilung
        medienmitteilungen presseinformation presseinformationen pressemitteilung pressemitteilungen pressemeldung
        pressemeldungen presseaussendung communiqué-de-presse communiqués-de-presse communique-de-presse
        communiques-de-presse nota-de-prensa notas-de-prensa comunicado-de-prensa comunicados-de-prensa
        comunicado-stampa comunicato-stampa comunicati-stampa comunicado-de-imprensa persbericht persberichten
        pressmeddelande pressmeddelanden pressemelding pressemeldinger pressemeddelelse pressemeddelelser пресс-релиз
        пресс-релизы пресс-реліз прес-реліз basın-bülteni basin-bulteni informacja-prasowa lehdistötiedote
        tisková-zpráva tiskové-zprávy بيان-صحفي プレスリリース 보도자료 新闻稿
    """,
    "satire": """
        satire satira satirical satyra сатира sátira satiir satir سخرية
    """,
}
_BY_WORD: Final = {fold(word): kind for kind, words in _WORDS.items() for word in words.split()}
_SITES: Final[dict[ArticleKind, str]] = {
    "press_release": """
        prnewswire.com businesswire.com globenewswire.com presseportal.de ots.at einpresswire.com accesswire.com
        newswire.ca prnewswire.co.uk news.cision.com pressebox.de openpr.de openpr.com
    """,
    "satire": """
        theonion.com babylonbee.com der-postillon.com dietagespresse.com legorafi.fr lercio.it elmundotoday.com
        waterfordwhispersnews.com thedailymash.co.uk newsthump.com thebeaverton.com betootaadvocate.com
        theshovel.com.au zaytung.com speld.nl rokokoposten.dk aszdziennik.pl panorama.pub clickhole.com reductress.com
    """,
}
"""Sites that carry nothing else, and say so."""
_HOSTS: Final = {host: kind for kind, hosts in _SITES.items() for host in hosts.split()}
_AD_SLOTS: Final = frozenset({"anzeige"})
"""Words that stand above advertisements too: in a label by the headline it may mean the space beside it."""
_PARTS: Final = re.compile(r"\s*[/|>»,;:·–—]\s*|\s+-\s+")
_KICKERS: Final = (
    '[class*="kicker" i],[class*="eyebrow" i],[class*="overline" i],[class*="dachzeile" i],[class*="rubric" i],'
    '[class*="label" i],[class*="flag" i],[class*="category" i],[class*="section-name" i],[class*="topper" i]'
)
_LABEL_TAGS: Final = frozenset({"a", "b", "div", "em", "h2", "h3", "h4", "i", "p", "small", "span", "strong"})
_MAX_LABEL: Final = 60
_MAX_NEAR: Final = 12
_MAX_PARTS: Final = 12


def find_kind(tree: LexborHTMLParser, *, article: Node, nodes: list[Node], metas: Metas, url: str, title: str) -> str:
    """Return one of `core.models.ArticleKind`, "" for a plain report or where the page does not say."""
    host, folders = _address(url)
    found = (
        *(_TYPES.get(kind) for kind in types_of(article)),
        _HOSTS.get(host),
        "opinion" if flag_of(metas.first("article:opinion")) else None,
        *(kind_of_label(text) for text in _sections(article, metas)),
        *(kind_of_label(folder) for folder in folders),
        *(kind_of_label(crumb) for crumb in _crumbs(nodes, title)),
        *(kind_of_label(label) for label in _labels(tree) if label.casefold() not in _AD_SLOTS),
        _kind_before(title),
    )
    return next((kind for kind in found if kind), "")


def kind_of_label(text: str) -> ArticleKind | None:
    """Return the kind that a label names, where all of the label or a whole part of it is one of our words."""
    if len(text) > _MAX_LABEL:
        return None
    parts = [text, *_PARTS.split(text)][:_MAX_PARTS]
    return next((kind for part in parts if (kind := _BY_WORD.get(fold(part)))), None)


def _kind_before(title: str) -> ArticleKind | None:
    """Opinion: as a title's first word."""
    head, mark, _ = title[:_MAX_LABEL].partition(": ")
    if not mark:
        head, mark, _ = title[:_MAX_LABEL].partition(" | ")
    return _BY_WORD.get(fold(head)) if mark else None


def _address(url: str) -> tuple[str, list[str]]:
    """The host without www, and the folders of the path, which the article's own name is none of."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", []
    return host, unquote(parts.path[:1_000]).split("/")[1:-1][:_MAX_PARTS]


def _sections(article: Node, metas: Metas) -> Iterator[str]:
    yield from (text_of(item) for item in items_of(article.get("articleSection"))[:3])
    yield text_of(article.get("genre"))
    yield from metas.all("article:section", "og:section", "parsely-section", "section", "sailthru.section")[:3]


def _crumbs(nodes: list[Node], title: str) -> Iterator[str]:
    """The path of sections that the page shows, without its last step where that is the article."""
    for node in nodes:
        if "BreadcrumbList" in types_of(node):
            for step in items_of(node.get("itemListElement"))[:_MAX_PARTS]:
                name = text_of(step.get("name") or step.get("item")) if isinstance(step, dict) else ""
                if name and fold(name) != fold(title):
                    yield name
            return


def _labels(tree: LexborHTMLParser) -> Iterator[str]:
    """What stands right above the headline, or is marked as its label."""
    headings = tree.css("h1")[:2]
    if len(headings) != 1:
        return
    heading = headings[0]
    before = _before(heading)
    if before is not None and before.tag in _LABEL_TAGS:
        yield _text(before)
    header = heading.parent
    yield from _all_texts(header.css(_KICKERS)[:_MAX_NEAR] if header and header.tag != "body" else [])


def _before(node: LexborNode) -> LexborNode | None:
    at = node.prev
    for _ in range(_MAX_NEAR):
        if at is None or at.is_element_node:
            return at
        at = at.prev
    return None


def _all_texts(nodes: Iterable[LexborNode]) -> Iterator[str]:
    return (_text(node) for node in nodes)


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ")[: _MAX_LABEL * 4].split())
