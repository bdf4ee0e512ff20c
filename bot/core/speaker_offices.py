"""Offices without a name: which of them tell a reader who speaks, and which are one office in two languages."""

from __future__ import annotations

import re

from bot.core.words import fold

_WORD = re.compile(r"[^\W_]+(?:['’\-–][^\W_]+)*")
_MOST_WORDS = 20


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


_BARE = _folded(
    """
    spokesperson spokespersons spokespeople spokesman spokesmen spokeswoman spokeswomen chair chairman chairwoman
    chairperson representative representatives official officials expert experts resident residents witness witnesses
    eyewitness eyewitnesses source sources neighbour neighbours neighbor neighbors
    sprecher sprecherin sprechers sprecherinnen vorsitzende vorsitzender vorsitzenden vertreter vertreterin vertretern
    vertreterinnen beamter beamte beamten beamtin experte expertin experten expertinnen fachmann anwohner anwohnerin
    anwohnern bewohner bewohnerin zeuge zeugin zeugen augenzeuge augenzeugin augenzeugen quelle quellen nachbar
    nachbarin nachbarn
    portavoz portavoces vocero vocera voceros representante representantes funcionario funcionaria
    funcionarios experto experta expertos vecino vecina vecinos residente residentes testigo testigos fuente fuentes
    porte-parole représentant représentante représentants responsable responsables fonctionnaire expert experte experts
    habitant habitante habitants riverain riveraine riverains témoin témoins source sources voisin voisine voisins
    представитель представительница представители представителя пресс-секретарь председатель председательница
    чиновник чиновница чиновники эксперт эксперты житель жительница жители очевидец очевидцы свидетель свидетельница
    свидетели источник источники сосед соседка соседи
    متحدث المتحدث متحدثة المتحدثة ناطق الناطق ناطقة الناطقة ممثل الممثل ممثلة الممثلة مسؤول المسؤول
    مسؤولة المسؤولة مسؤولون المسؤولون خبير الخبير خبيرة الخبيرة خبراء مقيم المقيم ساكن سكان شاهد الشاهد شهود مصدر
    المصدر مصادر جار الجار جارة الجارة
    """
)
"""Offices of which there are many: without an organisation or a place they tell nobody who speaks."""
_QUALIFIERS = _folded(
    """
    the a an his her its their this that another other one two several some of senior former local unnamed anonymous
    top ranking high-ranking long-time longtime second first new old young official
    der die das den dem des ein eine einer eines einem einen seine ihre weitere weiterer anderer andere ehemalige
    ehemaliger hoher örtlicher örtliche
    el la los las un una unos unas su sus otro otra alto alta local antiguo antigua
    le la les l' un une des sa son ses autre ancien ancienne haut local locale
    официальный официальная официального бывший бывшая высокопоставленный местный местная другой другая один одна его
    её ее их رسمي رسمية محلي محلية كبير سابق سابقة آخر
    """
)
"""Words beside such an office that do not tell whose it is."""
_LINKS = _folded("for at from in with by für von vom bei beim de del du des para por pour d' в из от باسم في من")
_ROLES: dict[str, str] = {
    "mayor": "mayor bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin alcalde alcaldesa maire мэр "
    "العمدة عمدة",
    "governor": "governor gouverneur gouverneurin gobernador gobernadora gouverneure губернатор المحافظ محافظ",
    "director": "director direktor direktorin leiter leiterin directora directeur directrice директор المدير المديرة "
    "مدير مديرة",
    "minister": "minister ministerin ministro ministra ministre министр الوزير الوزيرة وزير وزيرة",
    "president": "president präsident präsidentin presidente presidenta président présidente президент الرئيس الرئيسة",
    "judge": "judge richter richterin juez jueza juge судья القاضي القاضية قاض",
    "prosecutor": "prosecutor staatsanwalt staatsanwältin fiscal procureur procureure прокурор المدعي",
    "captain": "captain kapitän kapitänin capitán capitana capitaine капитан القبطان",
    "bishop": "bishop bischof bischöfin obispo évêque епископ الأسقف",
    "harbour master": "harbourmaster harbormaster hafenmeister hafenmeisterin",
    "lawyer": "lawyer attorney anwalt anwältin rechtsanwalt rechtsanwältin abogado abogada avocat avocate адвокат "
    "المحامي المحامية محام",
    "teacher": "teacher lehrer lehrerin maestro maestra profesor profesora enseignant enseignante учитель учительница",
    "union": "union gewerkschaft sindicato syndicat профсоюз النقابة",
    "police": "police polizei policía полиция الشرطة",
}
"""Offices and sides that several languages have."""
_FORMS = {fold(form): role for role, forms in _ROLES.items() for form in forms.split()}
_GERMAN_ENDINGS = tuple((form, role) for form, role in _FORMS.items() if form.isascii() and len(form) > 7)
"""What German compounds end with: "Museumsdirektorin"."""


def is_bare(name: str) -> bool:
    """Tell whether a name is an office of which there are many, without an organisation or a place: "a spokesman"."""
    words = _words(name)
    told = [word for word in words if word not in _QUALIFIERS and not any(letter.isdigit() for letter in word)]
    if not told:
        return any(word in _BARE for word in words)
    return all(word in _BARE for word in told)


def organisation_of(name: str) -> str:
    """Return the last word that tells whose spokesperson or the like a name is, "" where it names no such office."""
    words = _words(name)
    if not any(word in _BARE for word in words):
        return ""
    told = [word for word in words if word not in _BARE | _QUALIFIERS | _LINKS]
    return told[-1] if told else ""


def role_of(word: str) -> str:
    """Return the office that a word names in any of the languages known here, "" where it names none."""
    key = fold(word)
    if key in _FORMS:
        return _FORMS[key]
    return next((role for form, role in _GERMAN_ENDINGS if key.endswith(form)), "")


def roles_of(text: str) -> frozenset[str]:
    """Return the offices that a text names."""
    return frozenset(role for word in _WORD.findall(text) if (role := role_of(word)))


def _words(name: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(name)[:_MOST_WORDS]]
