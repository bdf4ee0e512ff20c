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
no-statements = No queda ninguna afirmación que se pueda mostrar con su fuente.
differences-title = En qué difieren
sources-title = Fuentes
evidence-title = Pasajes de las fuentes
evidence-difference = Diferencia { $number }:

## How it came to be

failure = No se pudo leer { $given }: { $reason }
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

## What was checked

check-citations = referencias
check-numbers = cifras
check-quotations = citas
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
failure-unsupported_type = es de un tipo que todavía no se lee ({ $kind }). Envía el texto del artículo.
failure-binary = esto no es texto. Envía un archivo de texto o HTML, o el texto del artículo.
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
failure-parse_failed = la página está hecha de un modo que no se puede leer. Envía el texto del artículo.

failure-repeated = es el mismo texto que { $other }, así que cuenta una sola vez.
