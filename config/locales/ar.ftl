### The words around a summary, in Arabic. The terminal speaks English, so its sections are in en.ftl alone.
### Requests begin with "يُرجى", which addresses women and men alike. Reasons avoid pronouns, which differ for two.

## Small parts

marker = [{ $number }]
quote-open = «
quote-close = »
inner-quote-open = “
inner-quote-close = ”
colon = :{" "}
list-separator = ،{" "}
# No "و" before the last: joined to a link or a Latin name it would spoil both. Lists stand behind a colon or in brackets.
list-last = { $items }، { $last }
source-date-separator = ،{" "}
overview-separator = {" "}·{" "}
date = { DATETIME($date, dateStyle: "long") }
article-number = المقال { $number }
untitled = بلا عنوان
medium-pasted = (نص ملصق)
medium-file = (ملف)
standard-input = النص الملصق

## The reply

overview-articles =
    { $count ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
overview-common =
    { $count ->
        [zero] الخبر الرئيسي: بلا مصدر أصلي
        [one] الخبر الرئيسي: مصدر أصلي واحد ({ $names })
        [two] الأخبار الرئيسية: مصدران أصليان ({ $names })
        [few] الأخبار الرئيسية: { $count } مصادر أصلية ({ $names })
        [many] الأخبار الرئيسية: { $count } مصدرًا أصليًا ({ $names })
       *[other] الأخبار الرئيسية: { $count } مصدر أصلي ({ $names })
    }
overview-shared =
    { $count ->
        [zero] لا ينقل أي منها عن { $name }
        [one] ينقل واحد منها عن { $name }
        [two] ينقل اثنان منها عن { $name }
        [few] تنقل { $count } منها عن { $name }
        [many] ينقل { $count } منها عن { $name }
       *[other] ينقل { $count } منها عن { $name }
    }
overview-all =
    { $count ->
        [2] كلاهما ينقل عن { $name }
       *[other] جميعها تنقل عن { $name }
    }
no-statements = لم تبقَ عبارة يمكن عرضها مع مصدرها.
differences-title = أوجه الاختلاف
sources-title = المصادر
evidence-title = الشواهد
evidence-difference = الاختلاف { $number }:

## How it came to be

failure = تعذّرت قراءة { $given }: { $reason }
left-out =
    { $count ->
        [zero] لم يُستبعد أي مقال.
        [one] استُبعد مقال واحد لأن الملخص لا يتسع إلا لعدد محدود من المقالات: { $names }.
        [two] استُبعد مقالان لأن الملخص لا يتسع إلا لعدد محدود من المقالات: { $names }.
        [few] استُبعدت { $count } مقالات لأن الملخص لا يتسع إلا لعدد محدود من المقالات: { $names }.
        [many] استُبعد { $count } مقالًا لأن الملخص لا يتسع إلا لعدد محدود من المقالات: { $names }.
       *[other] استُبعد { $count } مقال لأن الملخص لا يتسع إلا لعدد محدود من المقالات: { $names }.
    }
no-model = لم يُستخدم نموذج لغوي: هذه جمل من المصادر كما هي، وبلغتها.
model-failed = لم يُستخدم النموذج اللغوي ({ $reason }): هذه جمل من المصادر كما هي، وبلغتها.
shortened =
    { $count ->
        [zero] قُرئت المقالات كاملة.
        [one] نص طويل لم تُقرأ منه لهذا الملخص إلا أهم الجمل: { $numbers }.
        [two] نصان طويلان لم تُقرأ منهما لهذا الملخص إلا أهم الجمل: { $numbers }.
        [few] نصوص طويلة لم تُقرأ منها لهذا الملخص إلا أهم الجمل: { $numbers }.
        [many] نصوص طويلة لم تُقرأ منها لهذا الملخص إلا أهم الجمل: { $numbers }.
       *[other] نصوص طويلة لم تُقرأ منها لهذا الملخص إلا أهم الجمل: { $numbers }.
    }

## Why the model was not used

fault-no_model = لا نموذج مُعدّ للعمل
fault-refused = رفض الكتابة في هذا الموضوع
fault-truncated = انقطعت إجابته
fault-filtered = حجب مزوّده الإجابة
fault-malformed = تعذّرت قراءة إجابته
fault-unavailable = تعذّر الاتصال به
fault-timed_out = استغرق وقتًا أطول من اللازم
fault-quota = نفدت حصته
fault-unauthorised = لم يقبل المفتاح
fault-rejected = لم يقبل الطلب
fault-too_long = المقالات أطول مما يستوعبه
fault-withheld = لم تجتز أي من عباراته الفحص
fault-budget = نفدت الرموز المميزة المتاحة اليوم

## What was checked

check-citations = الإحالات
check-numbers = الأعداد
check-quotations = الاقتباسات
checked =
    { $count ->
        [zero] لم تُفحص أي عبارة.
        [one] فُحصت عبارة واحدة: { $checks }.
        [two] فُحصت عبارتان: { $checks }.
        [few] فُحصت { $count } عبارات: { $checks }.
        [many] فُحصت { $count } عبارة: { $checks }.
       *[other] فُحصت { $count } عبارة: { $checks }.
    }
checked-nothing =
    { $count ->
        [zero] لا عبارات.
        [one] عبارة واحدة، بلا فحص.
        [two] عبارتان، بلا فحص.
        [few] { $count } عبارات، بلا فحص.
        [many] { $count } عبارة، بلا فحص.
       *[other] { $count } عبارة، بلا فحص.
    }
checked-verbatim =
    { $count ->
        [zero] لا عبارات.
        [one] عبارة واحدة، هي جملة من مصدرها بنصها.
        [two] عبارتان، كل منهما جملة من مصدرها بنصها.
        [few] { $count } عبارات، كل منها جملة من مصدرها بنصها.
        [many] { $count } عبارة، كل منها جملة من مصدرها بنصها.
       *[other] { $count } عبارة، كل منها جملة من مصدرها بنصها.
    }

## What was withheld

withheld-none = لم تُحجب أي عبارة.
withheld-draft = من مسودة النموذج اللغوي { $withheld }
withheld-other =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة لعدم اجتياز الفحص.
        [two] حُجبت عبارتان لعدم اجتياز الفحص.
        [few] حُجبت { $count } عبارات لعدم اجتياز الفحص.
        [many] حُجبت { $count } عبارة لعدم اجتياز الفحص.
       *[other] حُجبت { $count } عبارة لعدم اجتياز الفحص.
    }
withheld-citations-unknown_label =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: الإحالة إلى جملة غير موجودة.
        [two] حُجبت عبارتان: الإحالة إلى جملة غير موجودة.
        [few] حُجبت { $count } عبارات: الإحالة إلى جملة غير موجودة.
        [many] حُجبت { $count } عبارة: الإحالة إلى جملة غير موجودة.
       *[other] حُجبت { $count } عبارة: الإحالة إلى جملة غير موجودة.
    }
withheld-citations-headline =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: لا يرد ذلك إلا في عنوان.
        [two] حُجبت عبارتان: لا يرد ذلك إلا في عنوان.
        [few] حُجبت { $count } عبارات: لا يرد ذلك إلا في عنوان.
        [many] حُجبت { $count } عبارة: لا يرد ذلك إلا في عنوان.
       *[other] حُجبت { $count } عبارة: لا يرد ذلك إلا في عنوان.
    }
withheld-citations-none =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: لا إحالة إلى جملة تقول ذلك.
        [two] حُجبت عبارتان: لا إحالة إلى جملة تقول ذلك.
        [few] حُجبت { $count } عبارات: لا إحالة إلى جملة تقول ذلك.
        [many] حُجبت { $count } عبارة: لا إحالة إلى جملة تقول ذلك.
       *[other] حُجبت { $count } عبارة: لا إحالة إلى جملة تقول ذلك.
    }
withheld-citations-too_many =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: الإحالة إلى جمل أكثر مما يمكن فحصه.
        [two] حُجبت عبارتان: الإحالة إلى جمل أكثر مما يمكن فحصه.
        [few] حُجبت { $count } عبارات: الإحالة إلى جمل أكثر مما يمكن فحصه.
        [many] حُجبت { $count } عبارة: الإحالة إلى جمل أكثر مما يمكن فحصه.
       *[other] حُجبت { $count } عبارة: الإحالة إلى جمل أكثر مما يمكن فحصه.
    }
withheld-citations-too_long =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: النص أطول من أن يُفحص دفعة واحدة.
        [two] حُجبت عبارتان: النص أطول من أن يُفحص دفعة واحدة.
        [few] حُجبت { $count } عبارات: النص أطول من أن يُفحص دفعة واحدة.
        [many] حُجبت { $count } عبارة: النص أطول من أن يُفحص دفعة واحدة.
       *[other] حُجبت { $count } عبارة: النص أطول من أن يُفحص دفعة واحدة.
    }
withheld-numbers-unsupported =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: العدد المذكور غير وارد في المصدر.
        [two] حُجبت عبارتان: العدد المذكور غير وارد في المصدر.
        [few] حُجبت { $count } عبارات: العدد المذكور غير وارد في المصدر.
        [many] حُجبت { $count } عبارة: العدد المذكور غير وارد في المصدر.
       *[other] حُجبت { $count } عبارة: العدد المذكور غير وارد في المصدر.
    }
withheld-quotations-altered =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: الاقتباس لا يطابق نص المصدر.
        [two] حُجبت عبارتان: الاقتباس لا يطابق نص المصدر.
        [few] حُجبت { $count } عبارات: الاقتباس لا يطابق نص المصدر.
        [many] حُجبت { $count } عبارة: الاقتباس لا يطابق نص المصدر.
       *[other] حُجبت { $count } عبارة: الاقتباس لا يطابق نص المصدر.
    }
withheld-quotations-speaker =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: المصدر لا ينسب الاقتباس إلى القائل المذكور.
        [two] حُجبت عبارتان: المصدر لا ينسب الاقتباس إلى القائل المذكور.
        [few] حُجبت { $count } عبارات: المصدر لا ينسب الاقتباس إلى القائل المذكور.
        [many] حُجبت { $count } عبارة: المصدر لا ينسب الاقتباس إلى القائل المذكور.
       *[other] حُجبت { $count } عبارة: المصدر لا ينسب الاقتباس إلى القائل المذكور.
    }
withheld-quotations-unbalanced =
    { $count ->
        [zero] لم تُحجب أي عبارة.
        [one] حُجبت عبارة واحدة: بداية الاقتباس أو نهايته غير واضحة.
        [two] حُجبت عبارتان: بداية الاقتباس أو نهايته غير واضحة.
        [few] حُجبت { $count } عبارات: بداية الاقتباس أو نهايته غير واضحة.
        [many] حُجبت { $count } عبارة: بداية الاقتباس أو نهايته غير واضحة.
       *[other] حُجبت { $count } عبارة: بداية الاقتباس أو نهايته غير واضحة.
    }

## Why something could not be read, and what to do next

failure-url_refused = هذا العنوان ليس على الشبكة المفتوحة، لذلك لا يُفتح. يُرجى إرسال النص نفسه.
failure-unreachable = الموقع لا يستجيب. يُرجى التحقق من العنوان أو إرسال النص نفسه.
failure-timed_out = تأخر الموقع في الرد. يُرجى إعادة المحاولة لاحقًا أو إرسال النص نفسه.
failure-too_large = حجمه أكبر مما يُقرأ لمقال واحد. يُرجى إرسال الجزء المهم نصًا.
failure-http_status =
    { $status ->
        [401] الموقع يطلب تسجيل الدخول (الرمز 401). يُرجى إرسال النص نفسه.
        [402] الموقع يطلب الدفع (الرمز 402). يُرجى إرسال النص نفسه.
        [403] الموقع لا يسمح بالقراءة (الرمز 403). يُرجى إرسال النص نفسه.
        [404] لا صفحة في هذا العنوان (الرمز 404). يُرجى التحقق من الرابط.
        [410] أُزيلت الصفحة (الرمز 410). يُرجى إرسال النص نفسه إن كان متوافرًا.
        [429] الموقع يطلب زيارات أقل (الرمز 429). يُرجى إعادة المحاولة لاحقًا أو إرسال النص نفسه.
        [451] الصفحة محجوبة لأسباب قانونية (الرمز 451). يُرجى إرسال النص نفسه.
       *[other] رد الموقع بالرمز { $status }. يُرجى إعادة المحاولة لاحقًا أو إرسال النص نفسه.
    }
failure-redirects = ينقل العنوان من صفحة إلى أخرى بلا نهاية. يُرجى فتحه في المتصفح وإرسال العنوان الأخير.
failure-unsupported_type = هذا النوع لا يُقرأ بعد ({ $kind }). يُرجى إرسال النص نفسه.
failure-binary = هذا ليس نصًا. يُرجى إرسال ملف نصي أو ملف HTML أو النص نفسه.
failure-not_found = لا يوجد ملف بهذا الاسم. يُرجى التحقق من الاسم.
failure-is_folder = هذا مجلد. يُرجى ذكر ملفاته واحدًا واحدًا.
failure-unreadable = لا يمكن فتح الملف. يُرجى التحقق من إذن القراءة.
failure-empty = لا شيء فيه. يُرجى إرسال نص المقال.
failure-too_short =
    { $words ->
        [zero] لا كلمات فيه. يُرجى إرسال المقال كاملًا.
        [one] كلمة واحدة لا تكفي للتلخيص. يُرجى إرسال المقال كاملًا.
        [two] كلمتان لا تكفيان للتلخيص. يُرجى إرسال المقال كاملًا.
        [few] { $words } كلمات لا تكفي للتلخيص. يُرجى إرسال المقال كاملًا.
        [many] { $words } كلمة لا تكفي للتلخيص. يُرجى إرسال المقال كاملًا.
       *[other] { $words } كلمة لا تكفي للتلخيص. يُرجى إرسال المقال كاملًا.
    }
failure-too_long = عدد محارفه { $characters }، وأقصى ما يُقرأ دفعة واحدة { $limit }. يُرجى إرسال الجزء المهم.
failure-no_story = لم يُعثر فيه على نص متصل، بل على عناوين أو قوائم أو أسطر قصيرة. يُرجى إرسال المقال نفسه.
failure-no_scheme = لا يوجد ملف بهذا الاسم. وإن كان رابطًا فيُرجى كتابته مبدوءًا بـ https://.
failure-not_text = لا كلمات مقروءة فيه. يُرجى إرسال النص نفسه.
failure-no_article = لم يُعثر على مقال في هذه الصفحة. إن كان فيها مقال فيُرجى إرسال نصه.
failure-upload_too_large = حجمه أكبر من 20 ميغابايت، وهو أقصى ما يمكن لبوت تنزيله. يُرجى إرسال الجزء المهم.
failure-upload_gone = لم يعد هذا الملف موجودًا في Telegram. يُرجى إرساله مجددًا.
failure-upload_failed = تعذّر الحصول على الملف من Telegram. يُرجى إرساله مجددًا.
failure-parse_failed = بُنيت الصفحة بطريقة لا يمكن قراءتها. يُرجى إرسال النص نفسه.

failure-repeated = هو نفسه نص { $other }، لذلك يُحسب مرة واحدة.

## The chat

# A command begins its line: the line then runs from the left, and the slash stays before the name.
# Five lines: what to send, what comes back, how to trust it, several at once, and the commands.
chat-help =
    يُرجى إرسال المقالات: روابط أو نصوص أو منشورات مُعاد توجيهها أو ملفات. أردّ بملخص واحد محايد.
    تنتهي كل عبارة برقم يدل على مصدرها، وتظهر في الأسفل الجملة التي تؤيدها.
    عند إرسال عدة مقالات معًا يتضح أين تتفق وأين تختلف ومن ينقل عمّن.
    ما لا يمكن التحقق منه بالرجوع إلى المقالات يُحجب ويُذكر عدده.
    /stop لإيقاف العمل الجاري · /help لعرض هذه الرسالة مجددًا
chat-owner =
    أصبح هذا البوت ملكك. للبدء، يُرجى إرسال مقال.
    /access لتحديد من يمكنه استخدامه أيضًا
    /usage لعرض تكلفته
chat-stranger =
    هذا البوت خاص. يمكن لمالكه السماح لك باستخدامه بهذا الأمر:
    /access add { $id }
chat-unclaimed = لا مالك لهذا البوت بعد. يجد من شغّله رابطًا في الطرفية.
chat-owners-only = هذا الأمر متاح لمالك البوت وحده، وفي محادثة خاصة فقط.
chat-stopped = أُوقف العمل.
chat-nothing-to-stop = لا يوجد ما يمكن إيقافه.
chat-busy = هذا أكثر مما تتسع له قائمة الانتظار. يُرجى إرساله مجددًا بعد وصول بعض الملخصات.
chat-edited = سبق الرد على الصيغة الأولى من هذه الرسالة. للحصول على ملخص جديد، يُرجى إرسالها مجددًا.
chat-broken = حدث خطأ من جانبي وتعذّر إعداد الملخص. يُرجى إرسال المقالات مجددًا لاحقًا.

not-tried =
    { $count ->
        [zero] لم يُترك شيء دون محاولة.
        [one] لم تُجرَّب قراءة واحد آخر.
        [two] لم تُجرَّب قراءة اثنين آخرين.
        [few] لم تُجرَّب قراءة { $count } أخرى.
        [many] لم تُجرَّب قراءة { $count } أخرى.
       *[other] لم تُجرَّب قراءة { $count } أخرى.
    }

chat-waiting = في انتظار اكتمال ملخصات أخرى
chat-reading =
    { $total ->
        [zero] لا مقالات للقراءة
        [one] تجري قراءة مقال واحد
        [two] تجري قراءة مقالين، اكتمل منهما { $done }
        [few] تجري قراءة { $total } مقالات، اكتمل منها { $done }
        [many] تجري قراءة { $total } مقالًا، اكتمل منها { $done }
       *[other] تجري قراءة { $total } مقال، اكتمل منها { $done }
    }
chat-comparing =
    { $articles ->
        [zero] لا مقالات للمقارنة
        [one] تجري مراجعة مقال واحد
        [two] تجري مقارنة مقالين
        [few] تجري مقارنة { $articles } مقالات
        [many] تجري مقارنة { $articles } مقالًا
       *[other] تجري مقارنة { $articles } مقال
    }
chat-writing =
    { $articles ->
        [zero] لا مقالات للتلخيص
        [one] يجري تلخيص مقال واحد
        [two] يجري تلخيص مقالين
        [few] يجري تلخيص { $articles } مقالات
        [many] يجري تلخيص { $articles } مقالًا
       *[other] يجري تلخيص { $articles } مقال
    }
chat-checking =
    { $claims ->
        [zero] لا عبارات للفحص
        [one] يجري فحص عبارة واحدة
        [two] يجري فحص عبارتين
        [few] يجري فحص { $claims } عبارات
        [many] يجري فحص { $claims } عبارة
       *[other] يجري فحص { $claims } عبارة
    }
chat-repairing =
    { $claims ->
        [zero] لا عبارات لإعادة الكتابة
        [one] تُعاد كتابة عبارة واحدة لم تجتز الفحص
        [two] تُعاد كتابة عبارتين لم تجتازا الفحص
        [few] تُعاد كتابة { $claims } عبارات لم تجتز الفحص
        [many] تُعاد كتابة { $claims } عبارة لم تجتز الفحص
       *[other] تُعاد كتابة { $claims } عبارة لم تجتز الفحص
    }

## What a message lacks

hint-greeting = مرحبًا. يُرجى إرسال رابط مقال أو نصه أو ملف، وسألخّصه.
hint-short = هذا أقصر من أن يُلخَّص. يُرجى إرسال رابط المقال أو ملفه أو نصه، على ألا يقل عدد الكلمات عن { $least }.
hint-empty = لا شيء هنا يمكنني قراءته. يُرجى إرسال رابط مقال أو نصه أو ملف.
hint-command =
    لا أعرف هذا الأمر.
    /help لعرض ما يمكنني فعله
hint-sticker = لا أفهم الملصقات، مع الأسف. يُرجى إرسال رابط مقال أو نصه أو ملف.
hint-voice = لا يمكنني الاستماع إلى التسجيلات. يُرجى إرسال المقال رابطًا أو نصًا أو ملفًا.
hint-video = لا يمكنني مشاهدة الفيديو. يُرجى إرسال مقال، رابطًا أو نصًا أو ملفًا.
hint-photo = لا يمكنني قراءة الصور. يُرجى إرسال نص المقال أو رابطه.
hint-other = لا يمكنني قراءة غير المقالات. يُرجى إرسال رابط مقال أو نصه أو ملف.

## What the owner is told

owner-budget = نفدت الرموز المميزة المتاحة اليوم. وحتى الغد تقتبس الملخصات جملًا من المصادر بنصها. يُضبط الحد في FOOTNOTE_DAILY_TOKENS.
owner-quota = يفيد مزوّد النموذج اللغوي بأن الحصة نفدت. وإلى أن يُحل ذلك تقتبس الملخصات جملًا من المصادر بنصها.
owner-unauthorised = لا يقبل مزوّد النموذج اللغوي المفتاح. وإلى أن يُصحَّح OPENAI_API_KEY تقتبس الملخصات جملًا من المصادر بنصها.

usage-requests = الطلبات: { NUMBER($today) } اليوم، { NUMBER($month) } هذا الشهر
usage-answered = المُجاب عنها: { NUMBER($today) } اليوم، { NUMBER($month) } هذا الشهر
usage-tokens = الرموز المميزة: { NUMBER($today) } اليوم، { NUMBER($month) } هذا الشهر
usage-cap = الحد اليومي للرموز المميزة: { NUMBER($cap) }، والمتبقي اليوم: { NUMBER($left) }
usage-no-model = لم يُضبط أي نموذج، فلا رموز مميزة تُحسب.
usage-no-cap = لا يوجد حد يومي للرموز المميزة. يمكن ضبطه في FOOTNOTE_DAILY_TOKENS.
usage-cost = التكلفة التقريبية: { NUMBER($today, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency } اليوم، { NUMBER($month, minimumFractionDigits: 2, maximumFractionDigits: 2) } { $currency } هذا الشهر
usage-faults = أعطال اليوم: { $faults }
usage-fault =
    { $count ->
        [zero] { $reason } (ولا مرة)
        [one] { $reason } (مرة واحدة)
        [two] { $reason } (مرتين)
        [few] { $reason } ({ $count } مرات)
        [many] { $reason } ({ $count } مرة)
       *[other] { $reason } ({ $count } مرة)
    }
usage-model = النموذج: { $reason }
usage-no-faults = لا أعطال اليوم
fault-delivery = تعذّر تسليم رسالة
fault-too_much = كانت المقالات أكثر مما يمكن مقارنته
fault-internal = تعطّل البوت نفسه

access-open = يمكن للجميع استخدام هذا البوت.
access-closed =
    { $count ->
        [zero] لا يمكن لغيرك استخدام هذا البوت.
        [one] يقتصر استخدام هذا البوت عليك وعلى محادثة واحدة في القائمة.
        [two] يقتصر استخدام هذا البوت عليك وعلى محادثتين في القائمة.
        [few] يقتصر استخدام هذا البوت عليك وعلى { $count } محادثات في القائمة.
        [many] يقتصر استخدام هذا البوت عليك وعلى { $count } محادثة في القائمة.
       *[other] يقتصر استخدام هذا البوت عليك وعلى { $count } محادثة في القائمة.
    }
access-usage =
    /access add NUMBER للسماح لشخص
    /access remove NUMBER للحذف من القائمة
    من لا يُسمح له بالاستخدام يُبلَّغ برقمه.
# The numbers of groups begin with a minus sign, which stays on its side only behind Latin letters.
access-added = أصبح هذا البوت متاحًا للمحادثة ID { $id }.
access-removed = لم تعد المحادثة ID { $id } في القائمة.
access-in-settings = المحادثة ID { $id } مدرجة في FOOTNOTE_ALLOWED_CHATS. يُرجى حذفها هناك.
access-button-open = فتح للجميع
access-button-close = إغلاق مجددًا

## The menu of commands

command-help = ما يمكنني فعله
command-stop = إيقاف العمل الجاري
command-usage = الطلبات والرموز المميزة والتكلفة
command-access = من يمكنه استخدام هذا البوت

## What is too much

error-too_much = هذه المقالات أكثر مما يمكن مقارنته دفعة واحدة. يُرجى إرسال عدد أقل منها أو مقالات أقصر.
