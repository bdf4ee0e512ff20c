### The words around a summary, in English: plain, brief, friendly. One message for each thing that is said.
### Values that come from outside are cleaned before they get here. Quotation marks and separators are messages too,
### because languages differ in them.

## Small parts

marker = [{ $number }]
quote-open = “
quote-close = ”
inner-quote-open = ‘
inner-quote-close = ’
colon = :{" "}
list-separator = ,{" "}
list-last = { $items } and { $last }
source-date-separator = ,{" "}
overview-separator = {" "}·{" "}
date = { DATETIME($date, dateStyle: "long") }
article-number = Article { $number }
untitled = Untitled
medium-pasted = (pasted)
medium-file = (file)
source-notes = ({ $notes })
kind-opinion = opinion
kind-analysis = analysis
kind-live = live report
kind-sponsored = sponsored
kind-press_release = press release
kind-satire = satire
read-at = read at { $host }
standard-input = what you pasted

## The reply

overview-articles =
    { $count ->
        [one] 1 article
       *[other] { $count } articles
    }
# What the first claims say goes back to the same origins in all articles.
overview-common =
    { $count ->
        [one] main report: 1 origin ({ $names })
       *[other] main reports: { $count } origins ({ $names })
    }
# At least two of the articles credit this origin somewhere.
overview-shared = { $count } of them cite { $name }
# All of the articles, two or more, credit this origin somewhere.
overview-all =
    { $count ->
        [2] both cite { $name }
       *[other] all cite { $name }
    }
# Behind the markers of a claim: one article has it; several have it from this outlet; several have it from one place.
standing-lone = (only source)
standing-via = (via { $name })
standing-one = (one origin)
# The same, said once below the claims where most of them are like that; $which are their numbers.
standing-lone-many = Statements { $which }: only one source each.
# Of sentences word for word: another source may say the same in other words.
standing-worded = (in these words only here)
standing-worded-many = Statements { $which }: in these words only one source each.
standing-via-many = Statements { $which }: one origin ({ $name }).
standing-one-many = Statements { $which }: one origin.
no-statements = No statement is left that can be shown with its source.
differences-title = Where they differ
sources-title = Sources
evidence-title = Evidence
evidence-difference = Difference { $number }:

## How it came to be

failure = Could not read { $given }: { $reason }
failure-lead-feed = { $given }: { $reason }
failure-lead-repeated = Left out { $given }: { $reason }
also-quoted = Also quoted: { $names }.
left-out =
    { $count ->
        [one] Left out, because one brief takes only so many articles: { $names }.
       *[other] { $count } were left out, because one brief takes only so many articles: { $names }.
    }
no-model = No model was used: these are sentences of the sources as they stand, in their own language.
model-failed = The model was not used ({ $reason }): these are sentences of the sources as they stand, in their own language.
shortened =
    { $count ->
        [one] { $numbers } is long: only its most telling sentences were read for this summary.
       *[other] { $numbers } are long: only their most telling sentences were read for this summary.
    }
# Behind a paywall; the words are those that anyone can read.
open-part =
    { $words ->
        [one] { $number } is behind a paywall: only its open part was read, 1 word.
       *[other] { $number } is behind a paywall: only its open part was read, { $words } words.
    }
pages-unread =
    { $pages ->
        [one] 1 page of { $number } is a picture without text and was not read.
       *[other] { $pages } pages of { $number } are pictures without text and were not read.
    }

## Why the model was not used

fault-no_model = none is set up
fault-refused = it declined to write about this
fault-truncated = its answer broke off
fault-filtered = its provider filtered the answer
fault-malformed = its answer could not be read
fault-unavailable = it could not be reached
fault-timed_out = it took too long
fault-quota = its quota is used up
fault-unauthorised = it did not accept the key
fault-rejected = it did not accept the request
fault-too_long = the articles are longer than it can take in
fault-withheld = none of its statements passed the checks
fault-budget = the tokens for today are used up

## What was checked

check-citations = citations
check-numbers = numbers
check-quotations = quotations
check-names = names
check-attribution = attribution
check-neutrality = neutral wording
check-clarity = clarity
check-support = support
check-comparison = comparison
checked =
    { $count ->
        [one] 1 statement checked: { $checks }.
       *[other] { $count } statements checked: { $checks }.
    }
checked-nothing =
    { $count ->
        [one] 1 statement, not checked.
       *[other] { $count } statements, not checked.
    }
checked-verbatim =
    { $count ->
        [one] 1 statement, a sentence of its source, word for word.
       *[other] { $count } statements, each a sentence of its source, word for word.
    }

not-judged = No second model compared them with their sentences.
not-all-judged = The second model did not compare all of them with their sentences: { $reason }.
# A judge that answered nothing at all.
none-judged = The second model compared none of them with their sentences: { $reason }.
# Faults that are told and do no harm, such as two facts in one statement.
forgiven =
    { $count ->
        [one] 1 statement is shown although it did not pass every check; its receipt says which.
       *[other] { $count } statements are shown although they did not pass every check; their receipts say which.
    }

## What was withheld

withheld-none = None withheld.
# Stands before the sentences below where none of the model's statements passed. They begin with a number.
withheld-draft = From the model's draft, { $withheld }
withheld-other =
    { $count ->
        [one] 1 statement withheld: it did not pass the checks.
       *[other] { $count } statements withheld: they did not pass the checks.
    }
withheld-citations-unknown_label =
    { $count ->
        [one] 1 statement withheld: it points to a sentence that does not exist.
       *[other] { $count } statements withheld: they point to sentences that do not exist.
    }
withheld-citations-headline =
    { $count ->
        [one] 1 statement withheld: only a headline says it.
       *[other] { $count } statements withheld: only a headline says them.
    }
withheld-citations-none =
    { $count ->
        [one] 1 statement withheld: it names no sentence that says it.
       *[other] { $count } statements withheld: they name no sentence that says them.
    }
withheld-citations-too_many =
    { $count ->
        [one] 1 statement withheld: it leans on too many sentences to be checked.
       *[other] { $count } statements withheld: they lean on too many sentences to be checked.
    }
withheld-citations-too_long =
    { $count ->
        [one] 1 statement withheld: it is too long to be checked as one statement.
       *[other] { $count } statements withheld: they are too long to be checked as one statement each.
    }
withheld-numbers-unsupported =
    { $count ->
        [one] 1 statement withheld: its number is not in the source.
       *[other] { $count } statements withheld: their numbers are not in the sources.
    }
withheld-quotations-altered =
    { $count ->
        [one] 1 statement withheld: its quotation is not what the source says.
       *[other] { $count } statements withheld: their quotations are not what the sources say.
    }
withheld-quotations-speaker =
    { $count ->
        [one] 1 statement withheld: the source does not give the quotation to this speaker.
       *[other] { $count } statements withheld: the sources do not give the quotations to these speakers.
    }
withheld-quotations-unbalanced =
    { $count ->
        [one] 1 statement withheld: its quotation has no clear beginning or end.
       *[other] { $count } statements withheld: their quotations have no clear beginning or end.
    }
withheld-citations-elsewhere =
    { $count ->
        [one] 1 statement withheld: the sentence it names speaks of something else.
       *[other] { $count } statements withheld: the sentences they name speak of something else.
    }
withheld-names =
    { $count ->
        [one] 1 statement withheld: it has a name that is not in the source.
       *[other] { $count } statements withheld: they have names that are not in the sources.
    }
withheld-attribution =
    { $count ->
        [one] 1 statement withheld: it does not keep who said it.
       *[other] { $count } statements withheld: they do not keep who said it.
    }
withheld-attribution-hedge =
    { $count ->
        [one] 1 statement withheld: it sounds more certain than its source.
       *[other] { $count } statements withheld: they sound more certain than their sources.
    }
withheld-neutrality =
    { $count ->
        [one] 1 statement withheld: its wording takes sides.
       *[other] { $count } statements withheld: their wording takes sides.
    }
withheld-clarity =
    { $count ->
        [one] 1 statement withheld: it cannot be understood alone.
       *[other] { $count } statements withheld: they cannot be understood alone.
    }
withheld-support =
    { $count ->
        [one] 1 statement withheld: the source does not say all of it.
       *[other] { $count } statements withheld: the sources do not say all of it.
    }
withheld-support-contradicted =
    { $count ->
        [one] 1 statement withheld: the source says otherwise.
       *[other] { $count } statements withheld: the sources say otherwise.
    }
withheld-comparison =
    { $count ->
        [one] 1 difference withheld: it could not be confirmed.
       *[other] { $count } differences withheld: they could not be confirmed.
    }

## Why something could not be read, and what to do next

failure-url_refused = this address is not opened: only web links that lead to the open web are. Please send the text itself.
failure-unreachable = the site does not answer. Check the address, or send the text itself.
failure-timed_out = the site took too long to answer. Try again later, or send the text itself.
failure-too_large = it is larger than what is read for one article. Please send the part that matters as text.
failure-http_status =
    { $status ->
        [401] the site asks for a login (status 401). Please send the text itself.
        [402] the site asks for payment (status 402). Please send the text itself.
        [403] the site does not let it be read (status 403). Please send the text itself.
        [404] there is no page at this address (status 404). Check the link.
        [410] the page has been taken down (status 410). Please send the text itself if you have it.
        [429] the site wants fewer visits (status 429). Try again later, or send the text itself.
        [451] the page is blocked for legal reasons (status 451). Please send the text itself.
       *[other] the site answered with status { $status }. Try again later, or send the text itself.
    }
failure-redirects = the address leads from one page to the next without end. Open it in a browser and send the final address.
failure-unsupported_type =
    { $kind ->
        [file] it is of a kind that is not read. Please send the text itself.
        [archive] it is an archive of files. Please send the one that matters.
        [compressed] it came compressed in a way that is not read. Please send the text itself.
        [spreadsheet] it is a spreadsheet, which is not read. Please send the text itself.
        [presentation] it is a presentation, which is not read. Please send the text itself.
        [e-book] it is an e-book, which is not read. Please send the part that matters as text.
        [data] it is data for programs, not an article. Send the page that people read.
       *[other] it is of a kind that is not read ({ $kind }). Please send the text itself.
    }
failure-binary = this is not text. Send a PDF, DOCX, HTML or text file, or the text itself.
failure-not_found = there is no such file. Check the name.
failure-is_folder = this is a folder. Name the files in it one by one.
failure-unreadable = the file cannot be opened. Check that you may read it.
failure-empty = there is nothing in it. Send the text of the article.
failure-too_short =
    { $words ->
        [one] one word is too little to summarise. Send the whole article.
       *[other] { $words } words are too little to summarise. Send the whole article.
    }
failure-too_long = it has { $characters } characters, and { $limit } is the most that is read at once. Send the part that matters.
failure-no_story = no running text was found in it, only headings, lists or short lines. Send the article itself.
failure-no_scheme = there is no such file. If it is a link, write it with https:// in front.
failure-not_text = no readable words were found in it. Send the text itself.
failure-no_article = no article was found on this page. If there is one, send its text itself.
failure-upload_too_large = it is larger than the 20 MB that a bot can fetch. Please send the part that matters.
failure-upload_gone = Telegram no longer has this file. Please send it again.
failure-upload_failed = Telegram did not hand the file over. Please send it again.
failure-parse_failed = it is built in a way that cannot be read. Please send the text itself.
failure-paywall =
    { $words ->
        [0] the article is behind a paywall. Please send the text itself.
        [one] the article is behind a paywall, and only 1 word can be read. Please send the text itself.
       *[other] the article is behind a paywall, and only { $words } words can be read. Please send the text itself.
    }
failure-consent = the site shows a question about cookies instead of the article. Open it in a browser and send the text.
failure-login = the site shows this only to people who are signed in. Please send the text itself.
failure-bot_check = the site lets only people in, and checks that you are one. Open it in a browser and send the text.
failure-scripts = the page shows its text only in a browser. Open it there and send the text.
failure-not_here = the site says that this page does not exist. Check the link.
failure-picture = this is a picture, not text. Please send the text of the article.
failure-audio = this is something to listen to, not to read. Send an article about it, or what is said as text.
failure-video = this is something to watch, not to read. Send an article about it, or what is said as text.
failure-site_closed = { $site } does not show this to visitors who are not signed in. Please send the text itself.
failure-publisher_link = Google News does not tell where the article is. Open it and send the publisher's link.
failure-private_post = this post is in a private channel or group. Forward the post itself.
failure-no_post = this link leads to a channel, a group or an invitation, not to a post. Send the link of a post, or forward it.
failure-post_gone = there is no such post, or its channel is private. Forward the post, or send its text.
failure-no_snapshot = the archive has no copy of this page. Send the page's own link, or the text.
failure-scanned =
    { $pages ->
        [one] its page is a picture without text. Please send the text itself.
       *[other] its { $pages } pages are pictures without text. Please send the text itself.
    }
failure-encrypted = it is locked with a password. Send it unlocked, or send the text itself.
failure-too_many_pages = it has { $pages } pages, and { $limit } is the most that is read at once. Send the part that matters.
failure-broken_file = the file is damaged. Send it again, or send the text itself.
failure-proxy_down = I have no way to the web at the moment. Try again later, or send the text itself.
failure-feed =
    { $count ->
        [0] this is a news feed, “{ $title }”, and there is nothing in it now. Send the link of an article.
        [one] this is a news feed, “{ $title }”, with 1 article. Send that article's link for a summary.
       *[other] this is a news feed, “{ $title }”, with { $count } articles. Send the links of those you want summarised.
    }

failure-repeated = it is the same article as { $other }, so it counts once.

## The chat

# Five lines: what to send, what comes back, how to trust it, several at once, and the commands.
chat-help =
    Send me articles: links, text, forwarded posts or files. I answer with one neutral summary.
    Each statement ends in the number of its source; the sentence that says it is shown below.
    Send several together, and you see where they agree, where they differ and who repeats whom.
    A statement that cannot be checked against the articles is left out, and I say how many were.
    /why 3 shows what statement 3 rests on, /stop ends what I am doing, /help shows this again.
chat-owner = This bot is yours now. /access decides who else may use it, /usage shows what it costs. Send me an article to begin.
chat-stranger = This bot is private. Its owner can let you in with: /access add { $id }
chat-unclaimed = This bot has no owner yet. If you started it, the link in your terminal makes you its owner.
chat-owners-only = Only the owner of this bot can use this command, in a private chat.
chat-stopped = Stopped.
chat-nothing-to-stop = There is nothing to stop.
chat-busy = Too many summaries are waiting. Please send it again when some of them are here.
chat-edited = I have already answered the first version of this message. For a new summary, please send it again.
chat-feed-button =
    { $count ->
        [one] Summarise the newest article
       *[other] Summarise the newest { $count }
    }
chat-offer-known = That has been done already: see below.
chat-again-now = I have just summarised this: see the message quoted here.
chat-again-minutes =
    { $count ->
        [one] I summarised this a minute ago: see the message quoted here.
       *[other] I summarised this { $count } minutes ago: see the message quoted here.
    }
chat-again-hours =
    { $count ->
        [one] I summarised this an hour ago: see the message quoted here.
       *[other] I summarised this { $count } hours ago: see the message quoted here.
    }
chat-again-days =
    { $count ->
        [one] I summarised this a day ago: see the message quoted here.
       *[other] I summarised this { $count } days ago: see the message quoted here.
    }
chat-again-button = Summarise it again
chat-offer-begun = A new summary follows below.
chat-offer-gone = This button no longer works. Please send the link again.
chat-button-old = This button no longer works.
chat-broken = Something went wrong on my side, and the summary could not be made. Please send the articles again later.

not-tried =
    { $count ->
        [one] 1 more was not tried.
       *[other] { $count } more were not tried.
    }

chat-waiting = Waiting for other summaries to be finished
chat-reading =
    { $total ->
        [one] Reading 1 article
       *[other] Reading { $total } articles, { $done } done
    }
chat-comparing =
    { $articles ->
        [one] Looking through 1 article
       *[other] Comparing { $articles } articles
    }
chat-writing =
    { $articles ->
        [one] Writing about 1 article
       *[other] Writing about { $articles } articles
    }
chat-checking =
    { $claims ->
        [one] Checking 1 statement
       *[other] Checking { $claims } statements
    }
chat-repairing =
    { $claims ->
        [one] Rewriting 1 statement that did not pass the checks
       *[other] Rewriting { $claims } statements that did not pass the checks
    }

## What a message lacks

hint-greeting = Hello. Send me an article as a link, as text or as a file, and I will summarise it.
hint-short = That is too short for a summary. Please send at least { $least } words of the article, a link to it or a file.
hint-empty = There is nothing in it that I can read. Please send an article as a link, as text or as a file.
hint-command = I do not know this command. /help shows what I can do.
hint-sticker = I cannot read stickers. Please send an article as a link, as text or as a file.
hint-voice = I cannot listen. Please send the article as a link, as text or as a file.
hint-video = I cannot watch videos. Please send an article as a link, as text or as a file.
hint-photo = I cannot read pictures. Please send the text of the article, or a link to it.
hint-other = I can only read articles. Please send one as a link, as text or as a file.

## What the owner is told

owner-budget = Today's tokens are used up. Until tomorrow, summaries quote sentences word for word. FOOTNOTE_DAILY_TOKENS sets the limit.
owner-quota = The quota at the model's provider is used up. Summaries quote sentences word for word until that is settled.
owner-unauthorised = The model's provider does not accept the key. Summaries quote sentences word for word until OPENAI_API_KEY is right.

usage-requests = Requests: { NUMBER($today) } today, { NUMBER($month) } this month
usage-answered = Answered: { NUMBER($today) } today, { NUMBER($month) } this month
usage-tokens = Tokens: { NUMBER($today) } today, { NUMBER($month) } this month
usage-cap = Limit: { NUMBER($cap) } tokens a day, { NUMBER($left) } left today
usage-no-model = No model is set up, so there are no tokens to count.
usage-no-cap = There is no daily limit. FOOTNOTE_DAILY_TOKENS sets one.
usage-cost = Cost: about { NUMBER($today, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency } today, { NUMBER($month, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency } this month
usage-faults = Faults today: { $faults }
usage-fault =
    { $count ->
        [one] { $reason } (once)
        [2] { $reason } (twice)
       *[other] { $reason } ({ $count } times)
    }
usage-model = model: { $reason }
usage-no-faults = No faults today
fault-delivery = a message could not be delivered
fault-too_much = articles were too much to compare
fault-internal = the bot itself failed

access-open = Everyone can use this bot.
access-closed =
    { $count ->
        [0] Only you can use this bot.
        [one] You and 1 listed chat can use this bot.
       *[other] You and { $count } listed chats can use this bot.
    }
access-usage =
    /access add NUMBER lets a person in, /access remove NUMBER takes them off the list.
    Whoever is turned away is told their number.
access-added = { $id } can use this bot now.
access-removed = { $id } is no longer on the list.
access-in-settings = { $id } is listed in FOOTNOTE_ALLOWED_CHATS. Take it off there.
access-button-open = Open to everyone
access-button-close = Close again

## The receipt of a statement, and what readers call wrong

receipt-title = Statement { $number }
receipt-evidence = The sentences it rests on
receipt-sentence = sentence { $label }
receipt-before = before it
receipt-after = after it
receipt-checks = What was checked
receipt-verbatim = It is a sentence of its source, word for word.
receipt-passed = Passed: { $checks }.
receipt-remark = Shown in spite of this
receipt-judged = A second model ({ $model }) found that the sentences say it.
receipt-not-judged = No second model looked at it.
receipt-judge-failed = No second model looked at it: { $reason }.
# Heads a list of what code alone could not decide.
receipt-doubts = Left to a second look
receipt-tries = Earlier wordings that did not pass
# Names of origins follow.
receipt-origins =
    { $count ->
        [one] 1 independent origin
       *[other] { $count } independent origins
    }
# Where no origin but the articles themselves is known; numbers of articles follow.
receipt-own = own report of { $numbers }
receipt-shared = the same report in { $numbers }
receipt-model = Written by { $model } with the prompt { $prompt }.
receipt-no-model = No model wrote it.

finding-other = it does not pass a check
finding-citations-unknown_label = it points to a sentence that does not exist
finding-citations-headline = only a headline says it
finding-citations-none = it names no sentence that says it
finding-citations-too_many = it leans on too many sentences
finding-citations-too_long = it is not one short paragraph
finding-citations-elsewhere = its sentences speak of something else
finding-numbers-unsupported = its sentences do not have this number
finding-quotations-altered = no source has these words
finding-quotations-speaker = its sentences do not give the quotation to this speaker
finding-quotations-unbalanced = its quotation has no clear beginning or end
finding-names-unknown = no cited article has this name
finding-attribution-dropped = it does not say whose words these are
finding-attribution-dropped_plain = it does not say who says so
finding-attribution-other = its sentences give this to somebody else
finding-attribution-plural = it speaks of several sources where there is one
finding-attribution-hedge = a doubt of its sentences is missing
finding-neutrality-loaded = it judges in words of its own
finding-neutrality-verb = its verb of saying judges
finding-clarity-leans = it cannot be understood alone
finding-clarity-undated = it names a day without a date
finding-clarity-two_facts = it says two things at once
finding-support-partial = its sentences say only a part of it
finding-support-still_partial = its sentences still say only a part of it
finding-support-contradicted = its sentences say otherwise
finding-support-unsupported = its sentences do not say it
finding-comparison-unconfirmed = nobody confirmed that only one of the versions can be true

doubt-other = a check could not decide
doubt-names-transliterated = whether this name is spelled otherwise in its sentences
doubt-names-elsewhere = whether the sentences mean this name, which stands elsewhere in the article
doubt-attribution-limiting = whether it matters that these words are missing
doubt-attribution-negation = whether it denies what its sentences say, or the reverse
doubt-citations-thin = whether so little of its sentences supports it

why-usage = Answer a summary with /why and the number of a statement: /why 3 shows what statement 3 rests on.
why-nothing = There is no summary in this chat that I still keep. They are forgotten after 30 days.
why-gone = I keep no summary for this message. It is not a summary of mine, or older than 30 days.
why-range =
    { $count ->
        [0] That summary has no statements.
        [one] That summary has 1 statement: /why 1 shows what it rests on.
       *[other] That summary has the statements 1 to { $count }. Answer the one you mean with /why and a number.
    }
report-button = This is wrong
report-which = Which statement is wrong?
report-cancel = None of them
report-noted = Thank you. It is noted.
report-known = It was noted already.
report-gone = I no longer keep this summary, so nothing could be noted.

## The menu of commands

command-help = What I can do
command-why = What a statement rests on
command-stop = End what I am doing
command-usage = Requests, tokens and cost
command-access = Who may use this bot

## What is too much

error-too_much = These articles are too much to compare at once. Please send fewer, or shorter ones.

## The command line

brief-needs-sources = Name at least one article: a link, a file, or - for standard input. "footnote demo" shows an example.
brief-one-form = Choose one of --json and --markdown.
brief-unknown-language = "{ $language }" is not a language tag. Write it like en, de or pt-BR.
brief-no-claim =
    { $count ->
        [0] There is no statement { $number }: the summary has none.
        [one] There is no statement { $number }: the summary has 1.
       *[other] There is no statement { $number }: the summary has { $count }.
    }
error-no_brief = This is no summary as "footnote brief --json" prints it (object { $number } of the file).
error-brief_too_large = The file is larger than { $limit } MB, so it is not read.
recheck-paste-now = Paste what "footnote brief --json" printed, then end with Ctrl-D on a line of its own.
recheck-unreadable = { $path } cannot be read: { $reason }.
recheck-brief = Summary { $number }: { $headline }
recheck-ok = { $number } ok
recheck-remark = { $number } ok, with a remark: { $remarks }
recheck-failed = { $number } failed: { $flaws }
recheck-part-failed = { $name } failed: { $flaws }
recheck-part-source = source { $number }
recheck-part-headline = headline
recheck-part-difference = difference { $number }
recheck-part-origin = origin { $number }
recheck-part-also_quoted = also quoted
recheck-flaw = { $said } ({ $code })
recheck-flaw-words = { $said } ({ $code } { $quoted })
recheck-all-hold = All that can be checked without a model holds.
recheck-some-fail = Not all of it holds.
recheck-article_altered = the article's text is not the one that was read
recheck-cut_otherwise = the article is not cut into this sentence
recheck-sentences_lost = the article has another number of sentences
recheck-no_sentence = no article has this sentence
recheck-evidence_altered = this is not what stands at that place of the article
recheck-hidden_signs = it has signs that nobody sees
recheck-not_verbatim = it is no sentence of its source, word for word
recheck-headline = it is not the headline that the sources and statements give
recheck-repeated = the statement stands twice
recheck-refused = the second model did not find that its sentences say it, so it may not be shown
recheck-no_judge = a second model is said to have found it supported, but none is named
recheck-not_judged = support counts as checked, but no second model looked at it
recheck-roots = its independent origins are counted otherwise
recheck-differences = the differences are not those that the articles show
recheck-no_difference = these are no two versions of different sources
recheck-origins = the origins are not those that the articles name
recheck-not_named = the sentence does not name it
recheck-also_quoted = the articles quote others
reports-none = Nobody has called anything wrong.
reports-claim = { $moment }, statement { $number }
reports-headline = in the summary { $quoted }
reports-sentence = { $label }: { $quoted }
reports-sentence-of = { $label } { $outlet }: { $quoted }
reports-checks = passed: { $checks }
reports-no-checks = passed no check
reports-made = written by { $model }, prompt { $prompt }
reports-made-unprompted = written by { $model }
reports-made-unnamed = written by a model without a name
reports-verbatim = no model wrote it
reports-judge = second model: { $model }
reports-no-judge = no second model
extract-title = Title
extract-outlet = Outlet
extract-authors = Authors
extract-published = Published
extract-modified = Changed
extract-language = Language
extract-kind = Kind
extract-address = Address
extract-via = Read at
extract-access = Access
extract-open-part = only the part that is not behind a paywall
extract-unread = Pages that are pictures
extract-words = Words
extract-cut = [cut: { $reason }] { $text }
paste-now = Paste the article, then end with Ctrl-D on a line of its own.
nothing-read =
    { $count ->
        [one] It could not be read, so there is nothing to summarise.
       *[other] None of the { $count } could be read, so there is nothing to summarise.
    }
progress-read =
    { $words ->
        [one] { $name } (1 word)
       *[other] { $name } ({ $words } words)
    }
progress-writing =
    { $count ->
        [one] Writing about 1 article
       *[other] Writing about { $count } articles
    }
progress-repairing =
    { $count ->
        [one] 1 statement did not pass the checks and is being rewritten
       *[other] { $count } statements did not pass the checks and are being rewritten
    }

## Running the bot

run-ready = @{ $name } is running. Ctrl-C stops it.
run-owner = It has no owner yet. Open this link in Telegram to become its owner; it works once:
run-model = Summaries are written by { $model }.
run-no-model = No model is set up: summaries quote sentences word for word.
run-resumed =
    { $count ->
        [one] 1 request from before is taken up again.
       *[other] { $count } requests from before are taken up again.
    }
run-stopping = Stopping.
error-token_missing = TELEGRAM_BOT_TOKEN is not set. @BotFather in Telegram gives you a token for a bot.
error-token_rejected = Telegram does not accept the bot token. Copy it again from @BotFather into TELEGRAM_BOT_TOKEN.
error-token_in_use = Another program is using this bot token. Stop it, or give this bot a token of its own.
error-telegram_unreachable = Telegram cannot be reached at { $host }. Check the network, and FOOTNOTE_TELEGRAM_API if it is set.
error-telegram_api_wrong = There is no Bot API at the address in FOOTNOTE_TELEGRAM_API.
error-already_running = Footnote is already running with the database { $path }.
error-store_folder_missing = There is no folder for the database { $path }. Make it, or change DATABASE_URL.
error-store_unreadable = The database cannot be read or written ({ $reason }). Check DATABASE_URL, the rights to the file and the space on its disk.
error-store_broken = The database { $path } is damaged. Put a copy back, or move the file away to begin anew.
error-store_newer = The database { $path } was made by a newer version of Footnote. Update Footnote.
error-store_unsupported = DATABASE_URL is of a kind that is not supported yet ({ $scheme }). Use sqlite:///footnote.db.
error-store_full = The disk is full, so nothing can be kept. Make room and start again.
error-store_failed = The database { $path } failed ({ $reason }). Start again; if it fails again, put a copy back.
error-store_row_missing = The database has lost a row of { $table } that is in use. Start again.
error-store_locked = Another program holds the database. Close it and try again.

## Settings that are wrong

error-setting_wrong = The setting { $name } is not right: { $reason }.
error-setting_unreadable = The settings cannot be read ({ $reason }). Check .env and the environment.
error-secret_unreadable = The file that { $name } names cannot be read.
error-prompt_missing = There is no version { $version } of the prompt "{ $name }". Check FOOTNOTE_{ $setting }.
error-prompt_invalid = The prompt { $prompt } cannot be used: { $reason }.
error-model_extra_reserved = FOOTNOTE_REQUEST_EXTRA may not set { $names }: Footnote fills that in itself.
error-model_key_invalid = OPENAI_API_KEY has characters that a key cannot have. Copy it again.
error-proxy_down = FOOTNOTE_FETCH_PROXY is set, but { $host } does not answer. Start the proxy, or take the setting away.
error-model_url_invalid = OPENAI_BASE_URL is not an address like https://host/v1.

## The doctor

doctor-telegram = Telegram
doctor-telegram-none = TELEGRAM_BOT_TOKEN is not set, so there is no bot. @BotFather in Telegram gives you a token.
doctor-telegram-ok = @{ $name } answers.
doctor-database = database
doctor-database-new = { $path } will be made at the first start.
doctor-database-ok =
    { $requests ->
        [one] { $path } is sound and holds 1 request.
       *[other] { $path } is sound and holds { $requests } requests.
    }
doctor-database-old = { $path } is sound; the next start brings it up to date.
doctor-database-in-use = { $path } is sound and in use: the bot is running.
doctor-access = access
doctor-access-unclaimed = the bot has no owner yet. "footnote run" shows a link that makes you its owner.
doctor-access-open = the bot is open to everyone. /access in the chat closes it.
doctor-access-closed =
    { $count ->
        [0] only the owner can use the bot.
        [one] the owner and 1 listed chat can use the bot.
       *[other] the owner and { $count } listed chats can use the bot.
    }
doctor-settings = settings
doctor-settings-ok = they are complete.
doctor-prompts = prompts
doctor-prompts-ok = { $names } are in use.
doctor-lists = word lists
doctor-lists-ok = { $outlets } outlets and { $loaded } loaded words are known.
doctor-lists-broken = outlets.toml or neutrality.toml cannot be read ({ $reason }).
doctor-proxy = proxy
doctor-proxy-ok = it answers.
doctor-pages = web pages
doctor-pages-ok = a sample page was read.
doctor-pages-broken = a sample page could not be read. Install Footnote again with all that it needs.
doctor-model = model
doctor-model-none = none is set up, so briefs quote sentences word for word. Set OPENAI_MODEL and OPENAI_API_KEY to change that.
doctor-model-half = { $missing } is not set, so no model is used.
doctor-model-ok = { $model } at { $host } answers, in the form { $form }.
doctor-model-bad = { $model } at { $host } cannot be used: { $reason }.
doctor-model-unauthorised = Check OPENAI_API_KEY.
doctor-model-unavailable = Check OPENAI_BASE_URL and that the server runs.
doctor-model-timed_out = Raise FOOTNOTE_MODEL_TIMEOUT and FOOTNOTE_MODEL_DEADLINE if the model is slow.
doctor-model-quota = Check the account's limits.
doctor-model-rejected = Check OPENAI_MODEL and FOOTNOTE_REQUEST_EXTRA.
doctor-model-too_long = Raise the server's context length, or lower FOOTNOTE_MODEL_INPUT_BUDGET.
doctor-model-known = It offers: { $names }.
doctor-judge = second model
doctor-judge-none = FOOTNOTE_JUDGE_MODEL is "none", so no model compares statements with their sentences once more.
doctor-judge-same = { $model } compares each statement with its sentences once more.
doctor-judge-rejected = Check FOOTNOTE_JUDGE_MODEL and FOOTNOTE_REQUEST_EXTRA.
