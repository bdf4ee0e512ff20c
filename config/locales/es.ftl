### The words around a summary, in Spanish. The terminal speaks English, so its sections are in en.ftl alone.
### The reader is addressed as "tú".

## Small parts

marker = [{ $number }]
quote-open = «
quote-close = »
inner-quote-open = “
inner-quote-close = ”
colon = :{" "}
list-separator = ,{" "}
list-last = { $items } y { $last }
source-date-separator = ,{" "}
overview-separator = {" "}·{" "}
date = { DATETIME($date, dateStyle: "long") }
article-number = Artículo { $number }
untitled = Sin título
medium-pasted = (texto pegado)
medium-file = (archivo)
source-notes = ({ $notes })
kind-opinion = opinión
kind-analysis = análisis
kind-live = en directo
kind-sponsored = contenido patrocinado
kind-press_release = comunicado de prensa
kind-satire = sátira
read-at = leído en { $host }
standard-input = lo que pegaste

## The reply

overview-articles =
    { $count ->
        [one] 1 artículo
       *[other] { $count } artículos
    }
overview-common =
    { $count ->
        [one] noticia principal: 1 fuente original ({ $names })
       *[other] noticias principales: { $count } fuentes originales ({ $names })
    }
overview-shared =
    { $count ->
        [one] 1 de ellos cita a { $name }
       *[other] { $count } de ellos citan a { $name }
    }
overview-all =
    { $count ->
        [2] ambos citan a { $name }
       *[other] todos citan a { $name }
    }
standing-lone = (única fuente)
standing-via = (según { $name })
standing-one = (una misma fuente original)
standing-lone-many = Afirmaciones { $which }: una sola fuente cada una.
# Of sentences word for word: another source may say the same in other words.
standing-worded = (con estas palabras, solo aquí)
standing-worded-many = Afirmaciones { $which }: con estas palabras, una sola fuente cada una.
standing-via-many = Afirmaciones { $which }: una misma fuente original ({ $name }).
standing-one-many = Afirmaciones { $which }: una misma fuente original.
no-statements = No queda ninguna afirmación que se pueda mostrar con su fuente.
differences-title = En qué difieren
sources-title = Fuentes
evidence-title = Pasajes de las fuentes
evidence-difference = Diferencia { $number }:

## How it came to be

failure = No se pudo leer { $given }: { $reason }
failure-lead-feed = { $given }: { $reason }
failure-lead-repeated = Se omitió { $given }: { $reason }
also-quoted = También se cita a: { $names }.
left-out =
    { $count ->
        [one] Quedó fuera, porque en un resumen solo cabe cierto número de artículos: { $names }.
       *[other] Quedaron fuera { $count }, porque en un resumen solo cabe cierto número de artículos: { $names }.
    }
no-model = No se usó ningún modelo de lenguaje: estas son frases de las fuentes tal como aparecen en ellas, en su propio idioma.
model-failed = No se usó el modelo de lenguaje ({ $reason }): estas son frases de las fuentes tal como aparecen en ellas, en su propio idioma.
shortened =
    { $count ->
        [one] { $numbers } es largo: para este resumen solo se leyeron sus frases más importantes.
       *[other] { $numbers } son largos: para este resumen solo se leyeron sus frases más importantes.
    }
open-part =
    { $words ->
        [one] { $number } es de pago: solo se leyó su parte abierta, 1 palabra.
       *[other] { $number } es de pago: solo se leyó su parte abierta, { $words } palabras.
    }
pages-unread =
    { $pages ->
        [one] 1 página de { $number } es una imagen sin texto y no se leyó.
       *[other] { $pages } páginas de { $number } son imágenes sin texto y no se leyeron.
    }

## Why the model was not used

fault-no_model = no hay ninguno configurado
fault-refused = no quiso escribir sobre este tema
fault-truncated = su respuesta quedó cortada
fault-filtered = su proveedor filtró la respuesta
fault-malformed = su respuesta no se pudo leer
fault-unavailable = no se pudo contactar con él
fault-timed_out = tardó demasiado
fault-quota = se agotó su cuota
fault-unauthorised = no aceptó la clave
fault-rejected = no aceptó la petición
fault-too_long = los artículos son más largos de lo que puede leer
fault-withheld = ninguna de sus afirmaciones superó las comprobaciones
fault-budget = se agotaron los tokens de hoy

## What was checked

check-citations = referencias
check-numbers = cifras
check-quotations = citas
check-names = nombres
check-attribution = atribución
check-neutrality = neutralidad
check-clarity = claridad
check-support = respaldo
check-comparison = comparación
checked =
    { $count ->
        [one] 1 afirmación comprobada: { $checks }.
       *[other] { $count } afirmaciones comprobadas: { $checks }.
    }
checked-nothing =
    { $count ->
        [one] 1 afirmación, sin comprobar.
       *[other] { $count } afirmaciones, sin comprobar.
    }
checked-verbatim =
    { $count ->
        [one] 1 afirmación, frase literal de su fuente.
       *[other] { $count } afirmaciones, cada una frase literal de su fuente.
    }

not-judged = Ningún segundo modelo las ha comparado con sus frases.
not-all-judged = El segundo modelo no las ha comparado todas con sus frases: { $reason }.
none-judged = El segundo modelo no ha comparado ninguna con sus frases: { $reason }.
forgiven =
    { $count ->
        [one] 1 afirmación se muestra aunque no superó todas las comprobaciones; su ficha dice cuál falló.
       *[other] { $count } afirmaciones se muestran aunque no superaron todas las comprobaciones; sus fichas dicen cuál falló.
    }

## What was withheld

withheld-none = Ninguna omitida.
withheld-draft = Del borrador del modelo, { $withheld }
withheld-other =
    { $count ->
        [one] 1 afirmación omitida: no superó las comprobaciones.
       *[other] { $count } afirmaciones omitidas: no superaron las comprobaciones.
    }
withheld-citations-unknown_label =
    { $count ->
        [one] 1 afirmación omitida: remite a una frase que no existe.
       *[other] { $count } afirmaciones omitidas: remiten a frases que no existen.
    }
withheld-citations-headline =
    { $count ->
        [one] 1 afirmación omitida: solo lo dice un titular.
       *[other] { $count } afirmaciones omitidas: solo lo dice un titular.
    }
withheld-citations-none =
    { $count ->
        [one] 1 afirmación omitida: no indica ninguna frase que lo diga.
       *[other] { $count } afirmaciones omitidas: no indican ninguna frase que lo diga.
    }
withheld-citations-too_many =
    { $count ->
        [one] 1 afirmación omitida: se apoya en demasiadas frases para poder comprobarla.
       *[other] { $count } afirmaciones omitidas: se apoyan en demasiadas frases para poder comprobarlas.
    }
withheld-citations-too_long =
    { $count ->
        [one] 1 afirmación omitida: es demasiado larga para comprobarla como una sola.
       *[other] { $count } afirmaciones omitidas: son demasiado largas para comprobar cada una como una sola.
    }
withheld-numbers-unsupported =
    { $count ->
        [one] 1 afirmación omitida: su cifra no está en la fuente.
       *[other] { $count } afirmaciones omitidas: sus cifras no están en las fuentes.
    }
withheld-quotations-altered =
    { $count ->
        [one] 1 afirmación omitida: su cita no coincide con lo que dice la fuente.
       *[other] { $count } afirmaciones omitidas: sus citas no coinciden con lo que dicen las fuentes.
    }
withheld-quotations-speaker =
    { $count ->
        [one] 1 afirmación omitida: la fuente no atribuye la cita a quien se nombra.
       *[other] { $count } afirmaciones omitidas: las fuentes no atribuyen las citas a quienes se nombra.
    }
withheld-quotations-unbalanced =
    { $count ->
        [one] 1 afirmación omitida: no está claro dónde empieza o termina su cita.
       *[other] { $count } afirmaciones omitidas: no está claro dónde empiezan o terminan sus citas.
    }
withheld-citations-elsewhere =
    { $count ->
        [one] 1 afirmación omitida: la frase que cita habla de otra cosa.
       *[other] { $count } afirmaciones omitidas: las frases que citan hablan de otra cosa.
    }
withheld-names =
    { $count ->
        [one] 1 afirmación omitida: contiene un nombre que no está en la fuente.
       *[other] { $count } afirmaciones omitidas: contienen nombres que no están en las fuentes.
    }
withheld-attribution =
    { $count ->
        [one] 1 afirmación omitida: no conserva quién lo dijo.
       *[other] { $count } afirmaciones omitidas: no conservan quién lo dijo.
    }
withheld-attribution-hedge =
    { $count ->
        [one] 1 afirmación omitida: suena más segura que su fuente.
       *[other] { $count } afirmaciones omitidas: suenan más seguras que sus fuentes.
    }
withheld-neutrality =
    { $count ->
        [one] 1 afirmación omitida: su redacción toma partido.
       *[other] { $count } afirmaciones omitidas: su redacción toma partido.
    }
withheld-clarity =
    { $count ->
        [one] 1 afirmación omitida: no se entiende por sí sola.
       *[other] { $count } afirmaciones omitidas: no se entienden por sí solas.
    }
withheld-support =
    { $count ->
        [one] 1 afirmación omitida: la fuente no lo dice todo.
       *[other] { $count } afirmaciones omitidas: las fuentes no lo dicen todo.
    }
withheld-support-contradicted =
    { $count ->
        [one] 1 afirmación omitida: la fuente dice otra cosa.
       *[other] { $count } afirmaciones omitidas: las fuentes dicen otra cosa.
    }
withheld-comparison =
    { $count ->
        [one] 1 diferencia omitida: no se pudo confirmar.
       *[other] { $count } diferencias omitidas: no se pudieron confirmar.
    }

## Why something could not be read, and what to do next

failure-url_refused = esta dirección no está en la web abierta, así que no se abre. Envía el texto del artículo.
failure-unreachable = el sitio no responde. Comprueba la dirección o envía el texto del artículo.
failure-timed_out = el sitio tardó demasiado en responder. Prueba más tarde o envía el texto del artículo.
failure-too_large = es más grande de lo que se lee por artículo. Envía como texto la parte que importa.
failure-http_status =
    { $status ->
        [401] el sitio pide iniciar sesión (estado 401). Envía el texto del artículo.
        [402] el sitio pide un pago (estado 402). Envía el texto del artículo.
        [403] el sitio no permite leerlo (estado 403). Envía el texto del artículo.
        [404] no hay ninguna página en esta dirección (estado 404). Comprueba el enlace.
        [410] la página fue retirada (estado 410). Si tienes el texto, envíalo.
        [429] el sitio pide menos visitas (estado 429). Prueba más tarde o envía el texto del artículo.
        [451] la página está bloqueada por motivos legales (estado 451). Envía el texto del artículo.
       *[other] el sitio respondió con el estado { $status }. Prueba más tarde o envía el texto del artículo.
    }
failure-redirects = la dirección lleva de una página a otra sin fin. Ábrela en un navegador y envía la dirección final.
failure-unsupported_type =
    { $kind ->
        [file] es de un tipo que no se lee. Envía el texto.
        [archive] es un archivo comprimido con varios ficheros. Envía el que importa.
        [compressed] llegó comprimido de un modo que no se lee. Envía el texto.
        [spreadsheet] es una hoja de cálculo, y no se leen. Envía el texto.
        [presentation] es una presentación, y no se leen. Envía el texto.
        [e-book] es un libro electrónico, y no se leen. Envía como texto la parte que importa.
        [data] son datos para programas, no un artículo. Envía la página que leen las personas.
       *[other] es de un tipo que no se lee ({ $kind }). Envía el texto.
    }
failure-binary = esto no es texto. Envía un archivo PDF, DOCX, HTML o de texto, o el texto del artículo.
failure-not_found = no existe ese archivo. Comprueba el nombre.
failure-is_folder = es una carpeta. Indica sus archivos uno por uno.
failure-unreadable = el archivo no se puede abrir. Comprueba que tienes permiso para leerlo.
failure-empty = no contiene nada. Envía el texto del artículo.
failure-too_short =
    { $words ->
        [one] una palabra es muy poco para resumir. Envía el artículo entero.
       *[other] { $words } palabras son muy poco para resumir. Envía el artículo entero.
    }
failure-too_long = tiene { $characters } caracteres, y como máximo se leen { $limit } de una vez. Envía la parte que importa.
failure-no_story = no se ha encontrado texto corrido, solo títulos, listas o líneas cortas. Envía el artículo mismo.
failure-no_scheme = no existe ese archivo. Si es un enlace, escríbelo con https:// delante.
failure-not_text = no se encontraron palabras legibles. Envía el texto del artículo.
failure-no_article = no se encontró ningún artículo en esta página. Si lo hay, envía su texto.
failure-upload_too_large = supera los 20 MB que un bot puede descargar. Envía la parte que importa.
failure-upload_gone = Telegram ya no tiene este archivo. Envíalo de nuevo.
failure-upload_failed = Telegram no entregó el archivo. Envíalo de nuevo.
failure-parse_failed = está hecho de un modo que no se puede leer. Envía el texto del artículo.
failure-paywall =
    { $words ->
        [0] el artículo es de pago. Envía el texto.
        [one] el artículo es de pago y solo se puede leer 1 palabra. Envía el texto.
       *[other] el artículo es de pago y solo se pueden leer { $words } palabras. Envía el texto.
    }
failure-consent = el sitio muestra una pregunta sobre cookies en lugar del artículo. Ábrelo en un navegador y envía el texto.
failure-login = el sitio solo lo muestra a quien ha iniciado sesión. Envía el texto.
failure-bot_check = el sitio solo deja entrar a personas y lo comprueba. Ábrelo en un navegador y envía el texto.
failure-scripts = la página solo muestra su texto en un navegador. Ábrela ahí y envía el texto.
failure-not_here = el sitio dice que esta página no existe. Revisa el enlace.
failure-picture = es una imagen, no un texto. Envía el texto del artículo.
failure-audio = es algo para escuchar, no para leer. Envía un artículo sobre ello, o lo que se dice como texto.
failure-video = es algo para ver, no para leer. Envía un artículo sobre ello, o lo que se dice como texto.
failure-site_closed = { $site } no lo muestra a quien no ha iniciado sesión. Envía el texto.
failure-publisher_link = Google News no dice dónde está el artículo. Ábrelo y envía el enlace del medio.
failure-private_post = esta publicación está en un canal o grupo privado. Reenvía la publicación.
failure-no_post = este enlace lleva a un canal, un grupo o una invitación, no a una publicación. Envía el enlace de una publicación o reenvíala.
failure-post_gone = esa publicación no existe o su canal es privado. Reenvíala o envía su texto.
failure-no_snapshot = el archivo no tiene copia de esta página. Envía el enlace de la propia página o el texto.
failure-scanned =
    { $pages ->
        [one] su página es una imagen sin texto. Envía el texto.
       *[other] sus { $pages } páginas son imágenes sin texto. Envía el texto.
    }
failure-encrypted = está protegido con una contraseña. Envíalo sin ella o envía el texto.
failure-too_many_pages = tiene { $pages } páginas y como máximo se leen { $limit } a la vez. Envía la parte que importa.
failure-broken_file = el archivo está dañado. Envíalo otra vez o envía el texto.
failure-proxy_down = ahora mismo no hay salida a la web. Inténtalo más tarde o envía el texto.
failure-feed =
    { $count ->
        [0] es un canal de noticias, «{ $title }», y ahora está vacío. Envía el enlace de un artículo.
        [one] es un canal de noticias, «{ $title }», con 1 artículo. Envía el enlace de ese artículo para resumirlo.
       *[other] es un canal de noticias, «{ $title }», con { $count } artículos. Envía los enlaces de los que quieras resumir.
    }

failure-repeated = es el mismo artículo que { $other }, así que cuenta una sola vez.

## The chat

# Five lines: what to send, what comes back, how to trust it, several at once, and the commands.
chat-help =
    Envíame artículos: enlaces, texto, publicaciones reenviadas o archivos. Respondo con un único resumen neutral.
    Cada afirmación termina en un número que indica su fuente, y la frase que la respalda aparece más abajo.
    Envía varios a la vez y verás en qué coinciden, en qué difieren y quién repite a quién.
    Las afirmaciones que no se pueden comprobar con los artículos se omiten, y te digo cuántas son.
    /why 3 muestra en qué se apoya la afirmación 3, /stop detiene lo que estoy haciendo, /help muestra esto de nuevo.
chat-owner = Este bot ya es tuyo. Con /access decides quién más puede usarlo, y /usage muestra lo que cuesta. Para empezar, envíame un artículo.
chat-stranger = Este bot es privado. Su propietario puede darte acceso con: /access add { $id }
chat-unclaimed = Este bot todavía no tiene propietario. Quien lo puso en marcha encontrará un enlace en su terminal.
chat-owners-only = Solo el propietario de este bot puede usar este comando, y en un chat privado.
chat-stopped = Detenido.
chat-nothing-to-stop = No hay nada que detener.
chat-busy = Es más de lo que puedo tener en espera. Vuelve a enviarlo cuando hayan llegado algunos de tus resúmenes.
chat-edited = Ya respondí a la primera versión de este mensaje. Si quieres un resumen nuevo, vuelve a enviarlo.
chat-feed-button =
    { $count ->
        [one] Resumir el más reciente
       *[other] Resumir los { $count } más recientes
    }
chat-offer-known = Ya está hecho: mira más abajo.
chat-again-now = Acabo de resumirlo: mira el mensaje citado.
chat-again-minutes =
    { $count ->
        [one] Lo resumí hace un minuto: mira el mensaje citado.
       *[other] Lo resumí hace { $count } minutos: mira el mensaje citado.
    }
chat-again-hours =
    { $count ->
        [one] Lo resumí hace una hora: mira el mensaje citado.
       *[other] Lo resumí hace { $count } horas: mira el mensaje citado.
    }
chat-again-days =
    { $count ->
        [one] Lo resumí hace un día: mira el mensaje citado.
       *[other] Lo resumí hace { $count } días: mira el mensaje citado.
    }
chat-again-button = Resumir de nuevo
chat-offer-begun = El nuevo resumen está más abajo.
chat-offer-gone = Este botón ya no funciona. Vuelve a enviar el enlace.
chat-button-old = Este botón ya no funciona.
chat-broken = Algo falló por mi parte y no pude hacer el resumen. Vuelve a enviar los artículos más tarde.

not-tried =
    { $count ->
        [one] No se ha intentado leer 1 más.
       *[other] No se ha intentado leer { $count } más.
    }

chat-waiting = Esperando a que terminen otros resúmenes
chat-reading =
    { $total ->
        [one] Leyendo 1 artículo
       *[other] Leyendo artículos: { $done } de { $total }
    }
chat-comparing =
    { $articles ->
        [one] Revisando 1 artículo
       *[other] Comparando { $articles } artículos
    }
chat-writing =
    { $articles ->
        [one] Escribiendo el resumen de 1 artículo
       *[other] Escribiendo el resumen de { $articles } artículos
    }
chat-checking =
    { $claims ->
        [one] Comprobando 1 afirmación
       *[other] Comprobando { $claims } afirmaciones
    }
chat-repairing =
    { $claims ->
        [one] Reescribiendo 1 afirmación que no superó las comprobaciones
       *[other] Reescribiendo { $claims } afirmaciones que no superaron las comprobaciones
    }

## What a message lacks

hint-greeting = Hola. Envíame el enlace a un artículo, su texto o un archivo, y lo resumiré.
hint-short = Eso es demasiado corto para un resumen. Envíame al menos { $least } palabras del artículo, un enlace o un archivo.
hint-empty = Aquí no hay nada que pueda leer. Envía el enlace a un artículo, su texto o un archivo.
hint-command = No conozco este comando. /help muestra lo que puedo hacer.
hint-sticker = Un sticker no me dice nada, lo siento. Envía el enlace a un artículo, su texto o un archivo.
hint-voice = No puedo escuchar audios. Envía el artículo como enlace, como texto o como archivo.
hint-video = No puedo ver vídeos. Envía un artículo como enlace, como texto o como archivo.
hint-photo = No puedo leer imágenes. Envía el texto del artículo o un enlace a él.
hint-other = Solo puedo leer artículos. Envía el enlace a uno, su texto o un archivo.

## What the owner is told

owner-budget = Se agotaron los tokens de hoy. Hasta mañana, los resúmenes reproducen frases literales de las fuentes. FOOTNOTE_DAILY_TOKENS fija el límite.
owner-quota = El proveedor del modelo indica que la cuota está agotada. Mientras no se resuelva, los resúmenes reproducen frases literales de las fuentes.
owner-unauthorised = El proveedor del modelo no acepta la clave. Mientras OPENAI_API_KEY no sea correcta, los resúmenes reproducen frases literales de las fuentes.

usage-requests = Peticiones: { NUMBER($today) } hoy, { NUMBER($month) } este mes
usage-answered = Respondidas: { NUMBER($today) } hoy, { NUMBER($month) } este mes
usage-tokens = Tokens: { NUMBER($today) } hoy, { NUMBER($month) } este mes
usage-cap = Límite diario de tokens: { NUMBER($cap) } (disponibles hoy: { NUMBER($left) })
usage-no-model = No hay ningún modelo configurado, así que no hay tokens que contar.
usage-no-cap = No hay límite diario. Puedes fijarlo con FOOTNOTE_DAILY_TOKENS.
usage-cost = Gasto aproximado: { NUMBER($today, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency } hoy, { NUMBER($month, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency } este mes
usage-faults = Fallos de hoy: { $faults }
usage-fault =
    { $count ->
        [one] { $reason } (una vez)
        [2] { $reason } (dos veces)
       *[other] { $reason } ({ $count } veces)
    }
usage-model = modelo: { $reason }
usage-no-faults = Hoy no hubo fallos
fault-delivery = no se pudo entregar un mensaje
fault-too_much = unos artículos eran demasiado para compararlos
fault-internal = falló el propio bot

access-open = Cualquiera puede usar este bot.
# No verb that would have to choose between "vosotros" and "ustedes".
access-closed =
    { $count ->
        [0] Solo tú puedes usar este bot.
        [one] Con acceso a este bot: tú y 1 chat de la lista.
       *[other] Con acceso a este bot: tú y { $count } chats de la lista.
    }
access-usage =
    /access add NÚMERO da acceso a una persona, /access remove NÚMERO la quita de la lista.
    A quien no dejo pasar le digo su número.
access-added = { $id } ya puede usar este bot.
access-removed = { $id } ya no está en la lista.
access-in-settings = { $id } figura en FOOTNOTE_ALLOWED_CHATS. Quítalo allí.
access-button-open = Abrir a todos
access-button-close = Volver a cerrar

## The receipt of a statement, and what readers call wrong

receipt-title = Afirmación { $number }
receipt-evidence = Las frases en que se apoya
receipt-sentence = frase { $label }
receipt-before = antes
receipt-after = después
receipt-checks = Qué se comprobó
receipt-verbatim = Es una frase de su fuente, palabra por palabra.
receipt-passed = Superado: { $checks }.
receipt-remark = Se muestra a pesar de esto
receipt-judged = Un segundo modelo ({ $model }) vio que las frases lo dicen.
receipt-not-judged = Ningún segundo modelo la revisó.
receipt-judge-failed = Ningún segundo modelo la revisó: { $reason }.
receipt-doubts = Lo que se dejó a una segunda mirada
receipt-tries = Versiones anteriores que no pasaron
receipt-origins =
    { $count ->
        [one] 1 origen independiente
       *[other] { $count } orígenes independientes
    }
receipt-own = información propia de { $numbers }
receipt-shared = una misma información en { $numbers }
receipt-model = Escrita por { $model } con el prompt { $prompt }.
receipt-no-model = No la escribió ningún modelo.

finding-other = no supera una comprobación
finding-citations-unknown_label = remite a una frase que no existe
finding-citations-headline = solo lo dice un titular
finding-citations-none = no señala ninguna frase que lo diga
finding-citations-too_many = se apoya en demasiadas frases
finding-citations-too_long = no es un solo párrafo corto
finding-citations-elsewhere = sus frases hablan de otra cosa
finding-numbers-unsupported = sus frases no tienen esta cifra
finding-quotations-altered = ninguna fuente tiene estas palabras
finding-quotations-speaker = sus frases no atribuyen la cita a esta persona
finding-quotations-unbalanced = su cita no tiene un principio o un final claros
finding-names-unknown = ningún artículo citado tiene este nombre
finding-attribution-dropped = no dice de quién son estas palabras
finding-attribution-dropped_plain = no dice quién lo dice
finding-attribution-other = sus frases lo atribuyen a otra persona
finding-attribution-plural = habla de varias fuentes donde hay una
finding-attribution-hedge = falta una reserva de sus frases
finding-neutrality-loaded = juzga con palabras propias
finding-neutrality-verb = su verbo de habla juzga
finding-clarity-leans = no se entiende por sí sola
finding-clarity-undated = nombra un día sin fecha
finding-clarity-two_facts = dice dos cosas a la vez
finding-support-partial = sus frases dicen solo una parte
finding-support-still_partial = sus frases siguen diciendo solo una parte
finding-support-contradicted = sus frases dicen otra cosa
finding-support-unsupported = sus frases no lo dicen
finding-comparison-unconfirmed = nadie confirmó que solo una de las versiones pueda ser cierta

doubt-other = una comprobación no pudo decidirlo
doubt-names-transliterated = si este nombre se escribe de otra forma en sus frases
doubt-names-elsewhere = si las frases se refieren a este nombre, que está en otra parte del artículo
doubt-attribution-limiting = si importa que falten estas palabras
doubt-attribution-negation = si niega lo que dicen sus frases, o al revés
doubt-citations-thin = si la sostiene una parte tan pequeña de sus frases

why-usage = Responde a un resumen con /why y el número de una afirmación: /why 3 muestra en qué se apoya la afirmación 3.
why-nothing = En este chat no hay ningún resumen que yo conserve. Se olvidan a los 30 días.
why-gone = No conservo ningún resumen para este mensaje. No es un resumen mío o tiene más de 30 días.
why-range =
    { $count ->
        [0] Ese resumen no tiene afirmaciones.
        [one] Ese resumen tiene 1 afirmación: /why 1 muestra en qué se apoya.
       *[other] Ese resumen tiene las afirmaciones 1 a { $count }. Responde al que quieras con /why y un número.
    }
report-button = Esto es incorrecto
report-which = ¿Qué afirmación es incorrecta?
report-cancel = Ninguna
report-noted = Gracias. Queda anotado.
report-known = Ya estaba anotado.
report-gone = Ya no conservo este resumen, así que no se pudo anotar nada.

## The menu of commands

command-help = Qué puedo hacer
command-why = En qué se apoya una afirmación
command-stop = Detener lo que estoy haciendo
command-usage = Peticiones, tokens y gasto
command-access = Quién puede usar este bot

## What is too much

error-too_much = Estos artículos son demasiado para compararlos de una vez. Envía menos, o más cortos.
