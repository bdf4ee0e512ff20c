"""How German says that somebody said something."""

from __future__ import annotations

from bot.core.checking.attributing.cues.table import Cues, endings
from bot.core.checking.attributing.marked_words import forms, phrases

_OPINION = endings("behaupt vermut befürcht wart", "-et -eten -ete -en -e") | endings(
    "mein glaub kritisier warn argumentier schätz prognostizier spekulier beschuldig bezichtig monier beklag bemängel",
    "-t -te -ten -en -e",
)
GERMAN = Cues(
    said=_OPINION
    | endings(
        "sag erklär beton bestätig ergänz erzähl berichte melde räum teil kündig füg äußer verkünd forder "
        "bekräftig unterstrich präzisier erläuter stell verweis mahn beteuer",
        "-t -te -ten -en -ete -eten -e -n",
    )
    | forms(
        "gesagt schrieb schrieben schreibt geschrieben sprach spricht hieß heißt nannte teilte gab gibt wies weist "
        "unterstrich versprach verspricht berichtete berichteten berichtet meldete meldeten meldet erklärt mitgeteilt "
        "angekündigt twitterte antwortete antwortet"
    ),
    weak=forms(
        "versichert versicherte versicherten "
        "zeigt zeigte zeigen ergab ergibt fand finden deutet deutete weiß wissen wusste hofft hoffte hoffen sieht "
        "sah erwartet erwartete erwarten entschied urteilte fragte fragt stellte stellt"
    ),
    stance=endings("kritisier beschuldig bezichtig verurteil beklag bemängel", "-t -te -ten -en")
    | forms("wirft warf werfen warfen vorgeworfen bestreitet bestritt bestreiten dementierte dementiert"),
    naming=forms("nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten bezeichnen"),
    disputed=_OPINION
    | forms("wirft warf werfen warfen bestreitet bestritt nannte nennt bezeichnete bezeichnet hofft erwartet fordert"),
    before=phrases(
        "laut|nach angaben|nach aussage|nach aussagen|nach ansicht|nach meinung|nach auffassung|nach einschätzung|"
        "nach darstellung|nach den worten|nach informationen|nach worten|gemäß|unter berufung auf|den angaben"
    ),
    after=phrases("zufolge"),
    passive=phrases(
        "wird beschuldigt|wurde beschuldigt|werden beschuldigt|wird vorgeworfen|wurde vorgeworfen|soll angeblich|"
        "wird verdächtigt|wurde verdächtigt|es heißt"
    ),
    nouns=forms("behauptung behauptungen vorwurf vorwürfe bericht berichte aussage vermutung ansicht meinung warnung"),
    hearsay=forms("angeblich angebliche angeblichen angeblicher mutmaßliche mutmaßlichen mutmaßlicher"),
    that=forms("dass daß ob wie wonach"),
    finite=forms(
        "er sie es wir man ist sind war waren hat haben hatte wird werden würde sei seien habe hätten könne könnte "
        "müsse solle wolle werde"
    ),
    auxiliary=forms("hat haben hatte hatten habe auch später zudem noch schon bereits wurde wird sich darauf hin"),
    stops=forms("dass daß weil als nachdem bevor aber während obwohl wenn da wo wie ob sondern denn doch"),
    joining=forms("und oder"),
    infinitive=forms("zu"),
    being=forms("war waren wurde wurden wird werden worden"),
    contrasts=forms("aber während obwohl doch"),
    comma_clauses=True,
    subordinate=forms("nachdem während obwohl als weil wenn bevor"),
    articles=forms("der die das ein eine einen einem einer des dem den seine ihre seiner ihrer diese dieser"),
    adjuncts=forms(
        "am im in bei gegenüber nach vor zu auf dem der montag dienstag mittwoch donnerstag freitag samstag sonntag "
        "gestern heute anschließend später zudem weiter dazu laut mit"
    ),
    counting=forms(
        "beziffert bezifferte beziffern bezifferten veranschlagt veranschlagte veranschlagen veranschlagten zählt "
        "zählte zählten schätzt schätzte schätzen errechnete errechnet"
    ),
)
