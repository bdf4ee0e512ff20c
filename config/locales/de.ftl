### The words around a summary, in German. The terminal speaks English, so its sections are in en.ftl alone.
### The reader is addressed as "Sie". What stands behind a colon is a whole sentence, so it begins with a capital.

## Small parts

marker = [{ $number }]
quote-open = „
quote-close = “
inner-quote-open = ‚
inner-quote-close = ‘
colon = :{" "}
list-separator = ,{" "}
list-last = { $items } und { $last }
source-date-separator = ,{" "}
overview-separator = {" "}·{" "}
date = { DATETIME($date, dateStyle: "long") }
article-number = Artikel { $number }
untitled = Ohne Titel
medium-pasted = (eingefügt)
medium-file = (Datei)
source-notes = ({ $notes })
kind-opinion = Meinung
kind-analysis = Analyse
kind-live = Liveticker
kind-sponsored = Anzeige
kind-press_release = Pressemitteilung
kind-satire = Satire
read-at = gelesen bei { $host }
standard-input = Der eingefügte Text

## The reply

overview-articles =
    { $count ->
        [one] 1 Artikel
       *[other] { $count } Artikel
    }
overview-common =
    { $count ->
        [one] Hauptmeldung: 1 ursprüngliche Quelle ({ $names })
       *[other] Hauptmeldungen: { $count } ursprüngliche Quellen ({ $names })
    }
overview-shared =
    { $count ->
        [one] 1 davon beruft sich auf { $name }
       *[other] { $count } davon berufen sich auf { $name }
    }
overview-all =
    { $count ->
        [2] beide berufen sich auf { $name }
       *[other] alle berufen sich auf { $name }
    }
standing-lone = (einzige Quelle)
standing-via = (laut { $name })
standing-one = (eine ursprüngliche Quelle)
standing-lone-many = Aussagen { $which }: nur je eine Quelle.
# Of sentences word for word: another source may say the same in other words.
standing-worded = (in diesen Worten nur hier)
standing-worded-many = Aussagen { $which }: in diesen Worten nur je eine Quelle.
standing-via-many = Aussagen { $which }: eine ursprüngliche Quelle ({ $name }).
standing-one-many = Aussagen { $which }: eine ursprüngliche Quelle.
no-statements = Es ist keine Aussage übrig, die sich mit ihrer Quelle zeigen lässt.
differences-title = Worin sie sich unterscheiden
sources-title = Quellen
evidence-title = Belege
evidence-difference = Unterschied { $number }:

## How it came to be

failure = { $given } ließ sich nicht lesen: { $reason }
failure-lead-feed = { $given }: { $reason }
failure-lead-repeated = Weggelassen: { $given }. { $reason }
also-quoted = Außerdem zitiert: { $names }.
left-out =
    { $count ->
        [one] Nicht berücksichtigt, weil eine Zusammenfassung nur eine begrenzte Zahl von Artikeln fasst: { $names }.
       *[other] { $count } wurden nicht berücksichtigt, weil eine Zusammenfassung nur eine begrenzte Zahl von Artikeln fasst: { $names }.
    }
no-model = Ohne Sprachmodell entstanden: Dies sind Sätze der Quellen, unverändert und in deren Sprache.
model-failed = Das Sprachmodell wurde nicht verwendet ({ $reason }): Dies sind Sätze der Quellen, unverändert und in deren Sprache.
shortened =
    { $count ->
        [one] { $numbers } ist lang: Für diese Zusammenfassung wurden nur die wichtigsten Sätze daraus gelesen.
       *[other] { $numbers } sind lang: Für diese Zusammenfassung wurden nur die wichtigsten Sätze daraus gelesen.
    }
open-part =
    { $words ->
        [one] { $number } steht hinter einer Bezahlschranke: Gelesen wurde nur der freie Teil, 1 Wort.
       *[other] { $number } steht hinter einer Bezahlschranke: Gelesen wurde nur der freie Teil, { $words } Wörter.
    }
pages-unread =
    { $pages ->
        [one] 1 Seite von { $number } ist ein Bild ohne Text und wurde nicht gelesen.
       *[other] { $pages } Seiten von { $number } sind Bilder ohne Text und wurden nicht gelesen.
    }

## Why the model was not used

fault-no_model = es ist keines eingerichtet
fault-refused = es wollte darüber nicht schreiben
fault-truncated = seine Antwort brach ab
fault-filtered = sein Anbieter hat die Antwort gefiltert
fault-malformed = seine Antwort war nicht lesbar
fault-unavailable = es war nicht erreichbar
fault-timed_out = es hat zu lange gebraucht
fault-quota = sein Kontingent ist aufgebraucht
fault-unauthorised = es hat den Schlüssel nicht angenommen
fault-rejected = es hat die Anfrage nicht angenommen
fault-too_long = die Artikel sind länger, als es aufnehmen kann
fault-withheld = keine seiner Aussagen hat die Prüfung bestanden
fault-budget = die Tokens für heute sind aufgebraucht

## What was checked

check-citations = Quellenangaben
check-numbers = Zahlen
check-quotations = Zitate
check-names = Namen
check-attribution = Zuschreibung
check-neutrality = neutrale Wortwahl
check-clarity = Verständlichkeit
check-support = Beleg
check-comparison = Vergleich
checked =
    { $count ->
        [one] 1 Aussage geprüft: { $checks }.
       *[other] { $count } Aussagen geprüft: { $checks }.
    }
checked-nothing =
    { $count ->
        [one] 1 Aussage, nicht geprüft.
       *[other] { $count } Aussagen, nicht geprüft.
    }
checked-verbatim =
    { $count ->
        [one] 1 Aussage, wörtlich ein Satz ihrer Quelle.
       *[other] { $count } Aussagen, jede wörtlich ein Satz ihrer Quelle.
    }

not-judged = Kein zweites Modell hat sie mit ihren Sätzen verglichen.
not-all-judged = Das zweite Modell hat nicht alle mit ihren Sätzen verglichen: { $reason }.
none-judged = Das zweite Modell hat keine davon mit ihren Sätzen verglichen: { $reason }.
forgiven =
    { $count ->
        [one] 1 Aussage wird gezeigt, obwohl sie nicht jede Prüfung bestanden hat; ihr Nachweis sagt, welche nicht.
       *[other] { $count } Aussagen werden gezeigt, obwohl sie nicht jede Prüfung bestanden haben; ihre Nachweise sagen, welche nicht.
    }

## What was withheld

withheld-none = Keine zurückgehalten.
withheld-draft = Aus dem Entwurf des Sprachmodells { $withheld }
withheld-other =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie hat die Prüfung nicht bestanden.
       *[other] { $count } Aussagen zurückgehalten: Sie haben die Prüfung nicht bestanden.
    }
withheld-citations-unknown_label =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie verweist auf einen Satz, den es nicht gibt.
       *[other] { $count } Aussagen zurückgehalten: Sie verweisen auf Sätze, die es nicht gibt.
    }
withheld-citations-headline =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie steht nur in einer Überschrift.
       *[other] { $count } Aussagen zurückgehalten: Sie stehen nur in einer Überschrift.
    }
withheld-citations-none =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie nennt keinen Satz, der sie belegt.
       *[other] { $count } Aussagen zurückgehalten: Sie nennen keinen Satz, der sie belegt.
    }
withheld-citations-too_many =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie stützt sich auf zu viele Sätze, um geprüft zu werden.
       *[other] { $count } Aussagen zurückgehalten: Sie stützen sich auf zu viele Sätze, um geprüft zu werden.
    }
withheld-citations-too_long =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie ist zu lang, um als eine einzige geprüft zu werden.
       *[other] { $count } Aussagen zurückgehalten: Sie sind zu lang, um je als eine einzige geprüft zu werden.
    }
withheld-numbers-unsupported =
    { $count ->
        [one] 1 Aussage zurückgehalten: Ihre Zahl steht nicht in der Quelle.
       *[other] { $count } Aussagen zurückgehalten: Ihre Zahlen stehen nicht in den Quellen.
    }
withheld-quotations-altered =
    { $count ->
        [one] 1 Aussage zurückgehalten: Ihr Zitat steht so nicht in der Quelle.
       *[other] { $count } Aussagen zurückgehalten: Ihre Zitate stehen so nicht in den Quellen.
    }
withheld-quotations-speaker =
    { $count ->
        [one] 1 Aussage zurückgehalten: Die Quelle schreibt das Zitat nicht der genannten Stimme zu.
       *[other] { $count } Aussagen zurückgehalten: Die Quellen schreiben die Zitate nicht den genannten Stimmen zu.
    }
withheld-quotations-unbalanced =
    { $count ->
        [one] 1 Aussage zurückgehalten: Anfang oder Ende ihres Zitats ist nicht klar.
       *[other] { $count } Aussagen zurückgehalten: Anfang oder Ende ihrer Zitate ist nicht klar.
    }
withheld-citations-elsewhere =
    { $count ->
        [one] 1 Aussage zurückgehalten: Der genannte Satz spricht von etwas anderem.
       *[other] { $count } Aussagen zurückgehalten: Die genannten Sätze sprechen von etwas anderem.
    }
withheld-names =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie nennt einen Namen, der nicht in der Quelle steht.
       *[other] { $count } Aussagen zurückgehalten: Sie nennen Namen, die nicht in den Quellen stehen.
    }
withheld-attribution =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie lässt weg, von wem sie stammt.
       *[other] { $count } Aussagen zurückgehalten: Sie lassen weg, von wem sie stammen.
    }
withheld-attribution-hedge =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie klingt sicherer als ihre Quelle.
       *[other] { $count } Aussagen zurückgehalten: Sie klingen sicherer als ihre Quellen.
    }
withheld-neutrality =
    { $count ->
        [one] 1 Aussage zurückgehalten: Ihre Wortwahl wertet.
       *[other] { $count } Aussagen zurückgehalten: Ihre Wortwahl wertet.
    }
withheld-clarity =
    { $count ->
        [one] 1 Aussage zurückgehalten: Sie ist für sich allein nicht zu verstehen.
       *[other] { $count } Aussagen zurückgehalten: Sie sind für sich allein nicht zu verstehen.
    }
withheld-support =
    { $count ->
        [one] 1 Aussage zurückgehalten: Die Quelle sagt nicht alles davon.
       *[other] { $count } Aussagen zurückgehalten: Die Quellen sagen nicht alles davon.
    }
withheld-support-contradicted =
    { $count ->
        [one] 1 Aussage zurückgehalten: Die Quelle sagt etwas anderes.
       *[other] { $count } Aussagen zurückgehalten: Die Quellen sagen etwas anderes.
    }
withheld-comparison =
    { $count ->
        [one] 1 Unterschied zurückgehalten: Er ließ sich nicht bestätigen.
       *[other] { $count } Unterschiede zurückgehalten: Sie ließen sich nicht bestätigen.
    }

## Why something could not be read, and what to do next

failure-url_refused = Diese Adresse liegt nicht im offenen Netz und wird deshalb nicht geöffnet. Bitte senden Sie stattdessen den Text.
failure-unreachable = Die Website antwortet nicht. Prüfen Sie die Adresse oder senden Sie den Text.
failure-timed_out = Die Website hat zu lange nicht geantwortet. Versuchen Sie es später noch einmal oder senden Sie den Text.
failure-too_large = Das ist größer als das, was für einen Artikel gelesen wird. Bitte senden Sie den wichtigen Teil als Text.
failure-http_status =
    { $status ->
        [401] Die Website verlangt eine Anmeldung (Status 401). Bitte senden Sie stattdessen den Text.
        [402] Die Website verlangt eine Zahlung (Status 402). Bitte senden Sie stattdessen den Text.
        [403] Die Website lässt das Lesen nicht zu (Status 403). Bitte senden Sie stattdessen den Text.
        [404] Unter dieser Adresse gibt es keine Seite (Status 404). Prüfen Sie den Link.
        [410] Die Seite wurde entfernt (Status 410). Wenn Sie den Text haben, senden Sie ihn bitte.
        [429] Die Website bittet um weniger Zugriffe (Status 429). Versuchen Sie es später noch einmal oder senden Sie den Text.
        [451] Die Seite ist aus rechtlichen Gründen gesperrt (Status 451). Bitte senden Sie stattdessen den Text.
       *[other] Die Website hat mit Status { $status } geantwortet. Versuchen Sie es später noch einmal oder senden Sie den Text.
    }
failure-redirects = Die Adresse führt endlos von einer Seite zur nächsten. Öffnen Sie sie im Browser und senden Sie die Adresse, bei der Sie ankommen.
failure-unsupported_type =
    { $kind ->
        [file] Diese Art von Datei wird nicht gelesen. Bitte senden Sie stattdessen den Text.
        [archive] Das ist ein Archiv mit Dateien. Bitte senden Sie die, auf die es ankommt.
        [compressed] Der Inhalt kam in einer Form gepackt an, die nicht gelesen wird. Bitte senden Sie stattdessen den Text.
        [spreadsheet] Das ist eine Tabelle, und Tabellen werden nicht gelesen. Bitte senden Sie stattdessen den Text.
        [presentation] Das ist eine Präsentation, und die werden nicht gelesen. Bitte senden Sie stattdessen den Text.
        [e-book] Das ist ein E-Book, und die werden nicht gelesen. Bitte senden Sie den wichtigen Teil als Text.
        [data] Das sind Daten für Programme und kein Artikel. Senden Sie die Seite, die Menschen lesen.
       *[other] Diese Art von Datei wird nicht gelesen ({ $kind }). Bitte senden Sie stattdessen den Text.
    }
failure-binary = Das ist kein Text. Senden Sie eine PDF-, DOCX-, HTML- oder Textdatei oder den Text selbst.
failure-not_found = Eine solche Datei gibt es nicht. Prüfen Sie den Namen.
failure-is_folder = Das ist ein Ordner. Nennen Sie die Dateien darin einzeln.
failure-unreadable = Die Datei lässt sich nicht öffnen. Prüfen Sie, ob Sie sie lesen dürfen.
failure-empty = Es steht nichts darin. Senden Sie den Text des Artikels.
failure-too_short =
    { $words ->
        [one] Ein Wort ist zu wenig für eine Zusammenfassung. Senden Sie den ganzen Artikel.
       *[other] { $words } Wörter sind zu wenig für eine Zusammenfassung. Senden Sie den ganzen Artikel.
    }
failure-too_long = Das sind { $characters } Zeichen, und auf einmal werden höchstens { $limit } gelesen. Senden Sie den wichtigen Teil.
failure-no_story = Darin wurde kein Fließtext gefunden, nur Überschriften, Listen oder kurze Zeilen. Bitte senden Sie den Artikel selbst.
failure-no_scheme = Diese Datei gibt es nicht. Wenn es ein Link ist, schreiben Sie https:// davor.
failure-not_text = Darin wurden keine lesbaren Wörter gefunden. Bitte senden Sie stattdessen den Text.
failure-no_article = Auf dieser Seite wurde kein Artikel gefunden. Wenn es einen gibt, senden Sie bitte seinen Text.
failure-upload_too_large = Die Datei ist größer als die 20 MB, die ein Bot abrufen kann. Bitte senden Sie den wichtigen Teil.
failure-upload_gone = Telegram hat diese Datei nicht mehr. Bitte senden Sie sie noch einmal.
failure-upload_failed = Telegram hat die Datei nicht herausgegeben. Bitte senden Sie sie noch einmal.
failure-parse_failed = Der Inhalt ist so gebaut, dass er sich nicht lesen lässt. Bitte senden Sie stattdessen den Text.
failure-paywall =
    { $words ->
        [0] Der Artikel steht hinter einer Bezahlschranke. Bitte senden Sie den Text.
        [one] Der Artikel steht hinter einer Bezahlschranke, lesbar ist nur 1 Wort. Bitte senden Sie den Text.
       *[other] Der Artikel steht hinter einer Bezahlschranke, lesbar sind nur { $words } Wörter. Bitte senden Sie den Text.
    }
failure-consent = Die Website zeigt statt des Artikels eine Frage nach Cookies. Öffnen Sie sie im Browser und senden Sie den Text.
failure-login = Die Website zeigt das nur angemeldeten Personen. Bitte senden Sie den Text.
failure-bot_check = Die Website lässt nur Menschen hinein und prüft das. Öffnen Sie sie im Browser und senden Sie den Text.
failure-scripts = Die Seite zeigt ihren Text nur im Browser. Öffnen Sie sie dort und senden Sie den Text.
failure-not_here = Die Website meldet, dass es diese Seite nicht gibt. Prüfen Sie den Link.
failure-picture = Das ist ein Bild und kein Text. Bitte senden Sie den Text des Artikels.
failure-audio = Das ist etwas zum Hören, nicht zum Lesen. Senden Sie einen Artikel darüber oder das Gesagte als Text.
failure-video = Das ist etwas zum Ansehen, nicht zum Lesen. Senden Sie einen Artikel darüber oder das Gesagte als Text.
failure-site_closed = { $site } zeigt das nur angemeldeten Personen. Bitte senden Sie den Text.
failure-publisher_link = Google News verrät nicht, wo der Artikel steht. Öffnen Sie ihn und senden Sie den Link der Zeitung.
failure-private_post = Dieser Beitrag steht in einem privaten Kanal oder einer privaten Gruppe. Leiten Sie ihn selbst weiter.
failure-no_post = Der Link führt zu einem Kanal, einer Gruppe oder einer Einladung, nicht zu einem Beitrag. Senden Sie den Link eines Beitrags oder leiten Sie ihn weiter.
failure-post_gone = Diesen Beitrag gibt es nicht, oder sein Kanal ist privat. Leiten Sie ihn weiter oder senden Sie seinen Text.
failure-no_snapshot = Das Archiv hat keine Kopie dieser Seite. Senden Sie den Link der Seite selbst oder den Text.
failure-scanned =
    { $pages ->
        [one] Die Seite ist ein Bild ohne Text. Bitte senden Sie den Text.
       *[other] Die { $pages } Seiten sind Bilder ohne Text. Bitte senden Sie den Text.
    }
failure-encrypted = Die Datei ist mit einem Kennwort geschützt. Senden Sie sie ohne Schutz oder senden Sie den Text.
failure-too_many_pages = Das sind { $pages } Seiten, und auf einmal werden höchstens { $limit } gelesen. Senden Sie den wichtigen Teil.
failure-broken_file = Die Datei ist beschädigt. Senden Sie sie noch einmal oder senden Sie den Text.
failure-proxy_down = Der Weg ins Netz ist gerade versperrt. Versuchen Sie es später noch einmal oder senden Sie den Text.
failure-feed =
    { $count ->
        [0] Das ist ein Nachrichten-Feed, „{ $title }“, und er ist gerade leer. Senden Sie den Link eines Artikels.
        [one] Das ist ein Nachrichten-Feed, „{ $title }“, mit 1 Artikel. Senden Sie dessen Link für eine Zusammenfassung.
       *[other] Das ist ein Nachrichten-Feed, „{ $title }“, mit { $count } Artikeln. Senden Sie die Links derer, die Sie zusammengefasst haben möchten.
    }

failure-repeated = Es ist derselbe Artikel wie { $other } und zählt deshalb nur einmal.

## The chat

# Five lines: what to send, what comes back, how to trust it, several at once, and the commands.
chat-help =
    Senden Sie mir Artikel: Links, Text, weitergeleitete Beiträge oder Dateien. Ich antworte mit einer einzigen neutralen Zusammenfassung.
    Jede Aussage endet mit einer Zahl, die für ihre Quelle steht, und der Satz, der sie belegt, steht weiter unten.
    Senden Sie mehrere zusammen, und Sie sehen, worin sie übereinstimmen, worin sie sich unterscheiden und wer wen wiederholt.
    Was sich anhand der Artikel nicht prüfen lässt, wird weggelassen und gezählt.
    /why 3 zeigt, worauf Aussage 3 beruht, /stop bricht ab, woran ich arbeite, /help zeigt dies noch einmal.
chat-owner = Dieser Bot gehört jetzt Ihnen. Mit /access legen Sie fest, wer ihn noch nutzen darf, /usage zeigt, was er kostet. Senden Sie mir einen Artikel, um anzufangen.
chat-stranger = Dieser Bot ist privat. Wer ihn betreibt, kann Sie zulassen mit: /access add { $id }
chat-unclaimed = Dieser Bot gehört noch niemandem. Wer ihn gestartet hat, findet einen Link im Terminal.
chat-owners-only = Diesen Befehl kann nur nutzen, wem der Bot gehört, und nur in einem privaten Chat.
chat-stopped = Abgebrochen.
chat-nothing-to-stop = Es gibt nichts abzubrechen.
chat-busy = Das ist mehr, als ich vormerken kann. Bitte senden Sie es noch einmal, wenn einige Ihrer Zusammenfassungen da sind.
chat-edited = Die erste Fassung dieser Nachricht habe ich schon beantwortet. Für eine neue Zusammenfassung senden Sie sie bitte noch einmal.
chat-feed-button =
    { $count ->
        [one] Den neuesten Artikel zusammenfassen
       *[other] Die neuesten { $count } zusammenfassen
    }
chat-offer-known = Das ist schon geschehen: siehe unten.
chat-again-now = Das habe ich gerade erst zusammengefasst: siehe die zitierte Nachricht.
chat-again-minutes =
    { $count ->
        [one] Das habe ich vor einer Minute zusammengefasst: siehe die zitierte Nachricht.
       *[other] Das habe ich vor { $count } Minuten zusammengefasst: siehe die zitierte Nachricht.
    }
chat-again-hours =
    { $count ->
        [one] Das habe ich vor einer Stunde zusammengefasst: siehe die zitierte Nachricht.
       *[other] Das habe ich vor { $count } Stunden zusammengefasst: siehe die zitierte Nachricht.
    }
chat-again-days =
    { $count ->
        [one] Das habe ich vor einem Tag zusammengefasst: siehe die zitierte Nachricht.
       *[other] Das habe ich vor { $count } Tagen zusammengefasst: siehe die zitierte Nachricht.
    }
chat-again-button = Neu zusammenfassen
chat-offer-begun = Die neue Zusammenfassung steht weiter unten.
chat-offer-gone = Diese Schaltfläche funktioniert nicht mehr. Bitte senden Sie den Link noch einmal.
chat-button-old = Diese Schaltfläche funktioniert nicht mehr.
chat-broken = Bei mir ist etwas schiefgegangen, und die Zusammenfassung kam nicht zustande. Bitte senden Sie die Artikel später noch einmal.

not-tried =
    { $count ->
        [one] 1 weiterer wurde nicht versucht.
       *[other] { $count } weitere wurden nicht versucht.
    }

chat-waiting = Andere Zusammenfassungen werden noch fertiggestellt
chat-reading =
    { $total ->
        [one] 1 Artikel wird gelesen
       *[other] { $total } Artikel werden gelesen, { $done } davon fertig
    }
chat-comparing =
    { $articles ->
        [one] 1 Artikel wird durchgesehen
       *[other] { $articles } Artikel werden verglichen
    }
chat-writing =
    { $articles ->
        [one] 1 Artikel wird zusammengefasst
       *[other] { $articles } Artikel werden zusammengefasst
    }
chat-checking =
    { $claims ->
        [one] 1 Aussage wird geprüft
       *[other] { $claims } Aussagen werden geprüft
    }
chat-repairing =
    { $claims ->
        [one] 1 Aussage, die die Prüfung nicht bestanden hat, wird neu geschrieben
       *[other] { $claims } Aussagen, die die Prüfung nicht bestanden haben, werden neu geschrieben
    }

## What a message lacks

hint-greeting = Guten Tag. Senden Sie mir einen Link zu einem Artikel, seinen Text oder eine Datei, und ich fasse ihn zusammen.
hint-short = Das ist zu kurz für eine Zusammenfassung. Bitte senden Sie mindestens { $least } Wörter des Artikels, einen Link oder eine Datei.
hint-empty = Darin ist nichts, was ich lesen kann. Senden Sie einen Link zu einem Artikel, seinen Text oder eine Datei.
hint-command = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.
hint-sticker = Ein Sticker sagt mir leider nichts. Senden Sie einen Link zu einem Artikel, seinen Text oder eine Datei.
hint-voice = Ich kann mir nichts anhören. Bitte senden Sie den Artikel als Link, als Text oder als Datei.
hint-video = Ich kann mir keine Videos ansehen. Bitte senden Sie einen Artikel als Link, als Text oder als Datei.
hint-photo = Ich kann keine Bilder lesen. Bitte senden Sie den Text des Artikels oder einen Link dazu.
hint-other = Ich kann nur Artikel lesen. Senden Sie einen Link zu einem Artikel, seinen Text oder eine Datei.

## What the owner is told

owner-budget = Die Tokens für heute sind aufgebraucht. Bis morgen geben Zusammenfassungen Sätze der Quellen wörtlich wieder. FOOTNOTE_DAILY_TOKENS legt die Grenze fest.
owner-quota = Der Anbieter des Sprachmodells meldet, dass das Kontingent aufgebraucht ist. Bis das behoben ist, geben Zusammenfassungen Sätze der Quellen wörtlich wieder.
owner-unauthorised = Der Anbieter des Sprachmodells nimmt den Schlüssel nicht an. Bis OPENAI_API_KEY stimmt, geben Zusammenfassungen Sätze der Quellen wörtlich wieder.

usage-requests = Anfragen: heute { NUMBER($today) }, diesen Monat { NUMBER($month) }
usage-answered = Beantwortet: heute { NUMBER($today) }, diesen Monat { NUMBER($month) }
usage-tokens = Tokens: heute { NUMBER($today) }, diesen Monat { NUMBER($month) }
usage-cap = Tokens am Tag: höchstens { NUMBER($cap) }, heute noch { NUMBER($left) }
usage-no-model = Es ist kein Modell eingerichtet, also gibt es keine Token zu zählen.
usage-no-cap = Es gibt keine Tagesgrenze. FOOTNOTE_DAILY_TOKENS setzt eine.
usage-cost = Kosten: heute etwa { NUMBER($today, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency }, diesen Monat etwa { NUMBER($month, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency }
usage-faults = Fehler heute: { $faults }
usage-fault =
    { $count ->
        [one] { $reason } (einmal)
        [2] { $reason } (zweimal)
       *[other] { $reason } ({ $count }-mal)
    }
usage-model = Modell: { $reason }
usage-no-faults = Heute keine Fehler
fault-delivery = eine Nachricht war nicht zustellbar
fault-too_much = Artikel waren zu viel für einen Vergleich
fault-internal = im Bot selbst trat ein Fehler auf

access-open = Alle können diesen Bot nutzen.
access-closed =
    { $count ->
        [0] Nur Sie können diesen Bot nutzen.
        [one] Sie und 1 Chat auf der Liste können diesen Bot nutzen.
       *[other] Sie und { $count } Chats auf der Liste können diesen Bot nutzen.
    }
access-usage =
    /access add NUMMER lässt eine Person zu, /access remove NUMMER streicht sie von der Liste.
    Wer abgewiesen wird, erfährt die eigene Nummer.
access-added = { $id } kann diesen Bot jetzt nutzen.
access-removed = { $id } steht nicht mehr auf der Liste.
access-in-settings = { $id } steht in FOOTNOTE_ALLOWED_CHATS. Streichen Sie den Eintrag dort.
access-button-open = Für alle öffnen
access-button-close = Wieder schließen

## The receipt of a statement, and what readers call wrong

receipt-title = Aussage { $number }
receipt-evidence = Die Sätze, auf denen sie beruht
receipt-sentence = Satz { $label }
receipt-before = davor
receipt-after = danach
receipt-checks = Was geprüft wurde
receipt-verbatim = Sie ist Wort für Wort ein Satz ihrer Quelle.
receipt-passed = Bestanden: { $checks }.
receipt-remark = Trotzdem gezeigt
receipt-judged = Ein zweites Modell ({ $model }) fand, dass die Sätze das sagen.
receipt-not-judged = Kein zweites Modell hat sie angesehen.
receipt-judge-failed = Kein zweites Modell hat sie angesehen: { $reason }.
receipt-doubts = Einem zweiten Blick überlassen
receipt-tries = Frühere Fassungen, die nicht bestanden haben
receipt-origins =
    { $count ->
        [one] 1 unabhängiger Ursprung
       *[other] { $count } unabhängige Ursprünge
    }
receipt-own = eigener Bericht von { $numbers }
receipt-shared = derselbe Bericht in { $numbers }
receipt-model = Geschrieben von { $model } mit dem Prompt { $prompt }.
receipt-no-model = Kein Modell hat sie geschrieben.

finding-other = sie besteht eine Prüfung nicht
finding-citations-unknown_label = sie verweist auf einen Satz, den es nicht gibt
finding-citations-headline = nur eine Überschrift sagt das
finding-citations-none = sie nennt keinen Satz, der das sagt
finding-citations-too_many = sie stützt sich auf zu viele Sätze
finding-citations-too_long = sie ist kein einzelner kurzer Absatz
finding-citations-elsewhere = ihre Sätze handeln von etwas anderem
finding-numbers-unsupported = ihre Sätze haben diese Zahl nicht
finding-quotations-altered = keine Quelle hat diesen Wortlaut
finding-quotations-speaker = ihre Sätze schreiben das Zitat jemand anderem zu
finding-quotations-unbalanced = ihr Zitat hat keinen klaren Anfang oder kein klares Ende
finding-names-unknown = kein zitierter Artikel hat diesen Namen
finding-attribution-dropped = sie sagt nicht, wessen Worte das sind
finding-attribution-dropped_plain = sie sagt nicht, wer das sagt
finding-attribution-other = ihre Sätze schreiben das jemand anderem zu
finding-attribution-plural = sie spricht von mehreren Quellen, wo es eine ist
finding-attribution-hedge = ein Vorbehalt ihrer Sätze fehlt
finding-neutrality-loaded = sie wertet mit eigenen Worten
finding-neutrality-verb = ihr Verb des Sagens wertet
finding-clarity-leans = sie ist für sich allein nicht zu verstehen
finding-clarity-undated = sie nennt einen Tag ohne Datum
finding-clarity-two_facts = sie sagt zweierlei auf einmal
finding-support-partial = ihre Sätze sagen nur einen Teil davon
finding-support-still_partial = ihre Sätze sagen weiterhin nur einen Teil davon
finding-support-contradicted = ihre Sätze sagen etwas anderes
finding-support-unsupported = ihre Sätze sagen das nicht
finding-comparison-unconfirmed = niemand hat bestätigt, dass nur eine der Fassungen stimmen kann

doubt-other = eine Prüfung konnte es nicht entscheiden
doubt-names-transliterated = ob dieser Name in ihren Sätzen anders geschrieben ist
doubt-names-elsewhere = ob die Sätze diesen Namen meinen, der anderswo im Artikel steht
doubt-attribution-limiting = ob es etwas ausmacht, dass diese Worte fehlen
doubt-attribution-negation = ob sie verneint, was ihre Sätze sagen, oder umgekehrt
doubt-citations-thin = ob so wenig von ihren Sätzen sie trägt

why-usage = Antworten Sie auf eine Zusammenfassung mit /why und der Nummer einer Aussage: /why 3 zeigt, worauf Aussage 3 beruht.
why-nothing = In diesem Chat gibt es keine Zusammenfassung, die ich noch habe. Nach 30 Tagen werden sie vergessen.
why-gone = Zu dieser Nachricht habe ich keine Zusammenfassung. Sie ist keine von mir oder älter als 30 Tage.
why-range =
    { $count ->
        [0] Diese Zusammenfassung hat keine Aussagen.
        [one] Diese Zusammenfassung hat 1 Aussage: /why 1 zeigt, worauf sie beruht.
       *[other] Diese Zusammenfassung hat die Aussagen 1 bis { $count }. Antworten Sie auf die gemeinte mit /why und einer Nummer.
    }
report-button = Das stimmt nicht
report-which = Welche Aussage stimmt nicht?
report-cancel = Keine davon
report-noted = Danke. Es ist notiert.
report-known = Es war schon notiert.
report-gone = Diese Zusammenfassung habe ich nicht mehr, daher konnte nichts notiert werden.

## The menu of commands

command-help = Was ich kann
command-why = Worauf eine Aussage beruht
command-stop = Abbrechen, woran ich arbeite
command-usage = Anfragen, Tokens und Kosten
command-access = Wer diesen Bot nutzen darf

## What is too much

error-too_much = Diese Artikel sind zu viel, um sie auf einmal zu vergleichen. Bitte senden Sie weniger oder kürzere.
