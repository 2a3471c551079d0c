# آنچه graphmap به فارسی می‌گوید. هر پیام در en.ftl هم هست، با همان متغیرها.

## General

language-name = فارسی
unknown = نامعلوم
none = ندارد
yes = بله
no = خیر

## Lists

list-mark = ،{ " " }
list-last = { $first } و { $last }
and-more = { $listed } و { $more } مورد دیگر

## Certainty

nature-commitments = سند و رابطهٔ پایدار
nature-events = دیدار و رویداد
nature-all = سند و رابطهٔ پایدار، دیدار و رویداد
certainty-certain = قطعی
certainty-presumed = با فرض تداوم
certainty-possible = احتمالی
certainty-none = منتفی

## Dates

date-unknown = بدون تاریخ
date-open = باز
date-open-since = بدون تاریخ آغاز
date-open-until = همچنان برقرار
date-far = تاریخ نامعلوم
date-uncertain = { $date }، نامطمئن
date-approximate = حدود { $date }
date-both = حدود { $date }، نامطمئن
date-range = { $first } تا { $last }
date-or = { $first } یا { $last }
date-between = بین { $first } و { $last }
date-beside = { $date } ({ $other })
date-solar-year = { $date }
date-gregorian-year = { $date } میلادی
month-1 = ژانویه
month-2 = فوریه
month-3 = مارس
month-4 = آوریل
month-5 = مه
month-6 = ژوئن
month-7 = ژوئیه
month-8 = اوت
month-9 = سپتامبر
month-10 = اکتبر
month-11 = نوامبر
month-12 = دسامبر
as-of-day = در تاریخ { $day }

## Counts

count-ties = { $count } رابطه
count-days = { $count } روز
span-years = { $days } (حدود { $years } سال)
span-years-between = { $days } (حدود { $least } تا { $most } سال)
span-years-at-most = { $days } (حداکثر حدود { $years } سال)
shared-of-union = { $shared } از { $union }

## Demo

demo-contents = { $home }: { $provinces } استان، { $ties } رابطهٔ خارجی، { $sources } منبع. { $day }.
demo-presumed = «با فرض تداوم»: اعتبار سند بدون تاریخ پایان تا { $years } سال پس از آخرین نشانه.
demo-rivals = رقابت نزد یک همتا: حوزهٔ یکسان، هم‌زمان، با سندهای جدا ({ $shown } مورد از { $of })
demo-rival = { $target }: { $one } – { $other }؛ { $sectors } ({ $verdict })
demo-joint = اقدام‌های مشترک، که میان استان‌های آن رقابت نیست ({ $shown } مورد از { $of })
demo-act = { $act }: { $names }، با { $partners } طرف خارجی
demo-act-met = { $act } (دیدار): { $names }، با { $partners } طرف خارجی
demo-borders = مرزهایی که در داده‌ها رابطه‌ای با آن سویشان نیست ({ $gaps } مورد از { $borders }){ $untold ->
    [0] {""}
   *[other] ؛ نبود رابطه قطعی نیست
}
demo-contacts = در ارتباط (بدون سند) در دو سال گذشته ({ $shown } کشور از { $of })
demo-checks = بررسی‌ها: { $error } خطا، { $warning } هشدار، { $note } نکته (graphmap check)
demo-map = نقشه، به فارسی و انگلیسی، برای هر مرورگر
demo-next = گام بعدی
invented-warning = این داده‌ها فرضی است و تنها برای معرفی برنامه تهیه شده است
severity-error = خطا
severity-warning = هشدار
severity-note = نکته

## Dossier

dossier-title-country = پروندهٔ کشور: { $name }
dossier-title-province = پروندهٔ استان: { $name }
dossier-title-border = پروندهٔ مرز: { $name }
dossier-title-pair = پروندهٔ دو استان: { $one } و { $other }
dossier-date = تاریخ
dossier-reference = شماره
dossier-page = صفحهٔ { $page } از { $pages }
dossier-left-out-map = نقشه نیامده است: { $why }
dossier-left-out-emblem = نشان اداره نیامده است: { $why }
dossier-map-bare = نقشهٔ { $names }.
dossier-map-says = نقشه: { $count ->
    [1] یک سند
   *[other] { $count } سند
} { $names } با { $countries }.
dossier-map-place = { $place } { $count }
dossier-map-certain-country = رقیب قطعی
dossier-map-presumed-country = رقیب با فرض تداوم
dossier-map-there-country = دارای سند، رقابت نامشخص
dossier-map-border-country = هم‌مرز، بدون سند ثبت‌شده
dossier-map-subject-pair = { $name }
dossier-map-other-pair = { $name }
dossier-map-other-province = رقیب { $name }
dossier-map-known = سند با حوزهٔ معلوم
dossier-map-unknown = حوزهٔ نامعلوم
dossier-finding = یافته
dossier-invented = داده‌های این پرونده فرضی است و تنها برای معرفی برنامه تهیه شده است.
dossier-sign-role-1 = تهیه‌کننده
dossier-sign-note-1 = نام، سمت، تاریخ
dossier-sign-role-2 = دبیر کمیته
dossier-sign-note-2 = نام، امضا، تاریخ
dossier-sign-role-3 = نظر کمیته
dossier-sign-note-3 = رقابت / تقسیم کار / نیازمند بررسی
dossier-signatures = امضاها

dossier-rivals-country = { $count ->
   *[other] در { $name }، { $count } استان رقیب یکدیگرند ({ $verdict }): { $names }؛ { $pairs } جفت از { $all } جفت استان حاضر.
}
dossier-rivals-province = { $count ->
    [1] { $name } با یک استان دیگر رقیب است ({ $verdict }): { $names }.
   *[other] { $name } با { $count } استان دیگر رقیب است ({ $verdict }): { $names }.
}
dossier-alone-country = { $ties ->
    [1] در { $country }، سند یک استان ثبت شده است: { $province }.
   *[other] در { $country }، اسناد یک استان ثبت شده است: { $province } ({ $ties } سند).
}
dossier-there-country = در { $country }، { $count } استان سند برقرار دارند: { $names }؛ { $possible ->
    [0] بر پایهٔ آنچه ثبت شده است، رقابتی میان آن‌ها نیست.
    [1] رقابت در یک جفت احتمالی است و در هیچ جفتی قطعی یا با فرض تداوم نیست.
   *[other] رقابت در { $possible } جفت احتمالی است و در هیچ جفتی قطعی یا با فرض تداوم نیست.
}
dossier-there-province = { $province } { $ties ->
    [1] یک سند برقرار
   *[other] { $ties } سند برقرار
} با { $count ->
    [1] یک کشور
   *[other] { $count } کشور
} دارد: { $names }؛ { $possible ->
    [0] بر پایهٔ آنچه ثبت شده است، با هیچ استان دیگری رقابت ندارد.
    [1] رقابت با یک استان احتمالی است و با هیچ استانی قطعی یا با فرض تداوم نیست.
   *[other] رقابت با { $possible } استان احتمالی است و با هیچ استانی قطعی یا با فرض تداوم نیست.
}
dossier-there-border = { $count ->
    [0] { $borders ->
        [1] برای تنها استان هم‌مرز با { $country } سندی در آنجا ثبت نشده است.
       *[other] برای هیچ‌یک از { $borders } استان هم‌مرز با { $country } سندی در آنجا ثبت نشده است.
    }
   *[other] { $borders ->
        [1] تنها استان هم‌مرز با { $country } در آنجا سند دارد: { $names }.
       *[other] { $without ->
            [0] هر { $borders } استان هم‌مرز با { $country } در آنجا سند دارند: { $names }.
           *[other] از { $borders } استان هم‌مرز با { $country }، { $count } استان در آنجا سند { $count ->
                [1] دارد
               *[other] دارند
            }: { $names }.
        }
    }
}
dossier-rivals-border = میان استان‌های مرزی، { $pairs ->
    [1] یک جفت
   *[other] { $pairs } جفت
} رقیب‌اند ({ $verdict }): { $names }.
dossier-possible-border = میان استان‌های مرزی، رقابت در { $pairs ->
    [1] یک جفت
   *[other] { $pairs } جفت
} احتمالی است و در هیچ جفتی قطعی یا با فرض تداوم نیست.
dossier-border-without = برای { $names } سندی ثبت نشده است.
dossier-none-country = سند برقراری میان استان‌ها و { $country } ثبت نشده است.
dossier-none-province = سند برقراری برای { $province } ثبت نشده است.
dossier-none-border = مرزی میان استان‌ها و { $country } ثبت نشده است.
dossier-none-pair = { $one } و { $other }: برای { $lacking } سند برقراری ثبت نشده است و مقایسهٔ این دو شدنی نیست.
dossier-rivals-pair = { $one } و { $other } در { $count ->
    [1] یک محل
   *[other] { $count } محل
} رقیب‌اند؛ نزدیک‌ترین: { $place }، در حوزهٔ { $sectors }{ $since ->
    [0] { "" }
   *[other] ، هر دو از { $date }
} ({ $verdict }).
dossier-there-pair = { $possible ->
    [0] بر پایهٔ آنچه ثبت شده است، { $one } و { $other } در هیچ محلی رقیب نیستند.
    [1] رقابت { $one } و { $other } در یک محل احتمالی است و در هیچ محلی قطعی یا با فرض تداوم نیست: { $places }.
   *[other] رقابت { $one } و { $other } در { $possible } محل احتمالی است و در هیچ محلی قطعی یا با فرض تداوم نیست؛ نزدیک‌ترین: { $places }.
}
dossier-shared-pair = { $shared ->
    [0] بر پایهٔ آنچه ثبت شده است، از { $union } کشوری که یکی از این دو در آن سند دارد، هیچ‌یک مشترک نیست.
   *[other] از { $union } کشوری که یکی از این دو در آن سند دارد، { $shared } کشور مشترک است: { $names }.
}
dossier-apart-pair = از این دو، تنها { $province }: { $names }
dossier-contests = نزدیک‌ترین محل رقابت: { $places }.
dossier-contests-possible = نزدیک‌ترین محل رقابت احتمالی: { $places }.
dossier-contest = { $place } ({ $pairs } جفت)
dossier-only-country = محل رقابت تنها خود کشور است؛ این جفت‌ها استان، شهر یا همتای مشترکی در آنجا ندارند.
dossier-certain = { $pairs ->
    [1] رقابت یک جفت قطعی است
   *[other] رقابت { $pairs } جفت قطعی است
}
dossier-none-certain = هیچ رقابتی قطعی نیست
dossier-lacks = { $of ->
    [1] { $list } تنها سند ثبت نشده است
   *[other] از { $of } سند، { $list } ثبت نشده است
}
dossier-lacks-end = { $of ->
    [1] پایان
   *[other] پایان { $count } سند
}
dossier-lacks-start = { $of ->
    [1] آغاز
   *[other] آغاز { $count } سند
}
dossier-lacks-sectors = { $of ->
    [1] حوزهٔ
   *[other] حوزهٔ { $count } سند
}
dossier-others-cannot-tell = با داده‌های موجود نمی‌توان گفت استان‌های دیگر در آنجا سندی دارند یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل این‌گونه اسناد نیست.
dossier-others-none = برای استان‌های دیگر در { $sources }، که مدعی ارائهٔ فهرست کامل این‌گونه اسناد است، موردی نیامده است.
dossier-presumed = سندی که پایان آن معلوم نیست، تا { $years } سال پس از آخرین نشانه برقرار فرض شده است.
dossier-place = { $place } ({ $country })
dossier-place-country = { $country } (تنها در سطح کشور)
dossier-same-country = در سطح کشور

dossier-pairs-some = جفت‌های رقیب ({ $more ->
    [0] { $of } جفت
   *[other] { $shown } جفت نخست از { $of } جفت
})
dossier-pairs-possible = رقابت‌های احتمالی ({ $pairs ->
    [1] یک جفت
   *[other] { $pairs } جفت
})
dossier-pairs-none = جفت‌هایی که با هم آنجا هستند
dossier-possible-why = رقابت این جفت‌ها تنها احتمالی است؛ آنچه در اسناد نیامده است (حوزه، آغاز، پایان) آن را نامعلوم گذاشته است.
dossier-rest = { $verdict }: { $pairs } جفت
dossier-rests = جفت‌های دیگر: { $rests }.
dossier-rests-all = جفت‌ها: { $rests }.
dossier-head-who = استان‌ها
dossier-head-where = محل رقابت
dossier-head-sectors = حوزه‌ها
dossier-head-both = هر دو از
dossier-head-verdict = رقابت
dossier-head-act = اقدام مشترک
dossier-head-pairs = جفت
dossier-head-other = استان دیگر
dossier-head-country = کشور
dossier-head-province = استان
dossier-head-document = سند
dossier-head-with = طرف خارجی
dossier-head-since = از تاریخ
dossier-head-sign = آخرین نشانه
dossier-head-source = منبع
dossier-head-day = تاریخ
dossier-head-region = استان آن سوی مرز
dossier-head-km = کیلومتر
dossier-head-standing = وضعیت استان مرزی
dossier-head-others = استان‌های دیگر در آنجا
dossier-head-joint = اقدام مشترک با
dossier-entanglement = درهم‌تنیدگی روابط در مرز
dossier-entanglement-note = از استان‌های دیگر، نخست آن‌هایی می‌آیند که با آنجا هم‌مرز نیستند. «احتمالاً پیشی گرفتن استان دورتر» یعنی یکی از آن‌ها در آنجا رابطه دارد و دربارهٔ استان مرزی با داده‌های موجود نمی‌توان گفت.
dossier-count-possible = { $count } ({ $possible } احتمالی)
dossier-head-across = سند با آن سو
dossier-head-visits = دیدار اخیر
dossier-head-in-country = سند در آن کشور
dossier-head-number = ردیف
dossier-head-published = تاریخ انتشار، نوع
dossier-head-unknown = چه معلوم نیست
dossier-head-settles = کدام سند آن را روشن می‌کند
dossier-word-certain = قطعی
dossier-word-presumed = با فرض تداوم
dossier-word-possible = احتمالی
dossier-word-joint = مشترک
dossier-doubt = (؟)
dossier-solar = { $date }
dossier-read = بازدید { $date }
dossier-by = حداقل از { $date }
dossier-more = { $listed } و { $more } دیگر
dossier-and-more = { $listed } و { $more } مورد دیگر

dossier-presence-country = چه کسی آنجاست؛ سند به سند
dossier-presence-province = اسناد استان، به تفکیک کشور
dossier-presence-border = اسناد استان‌های مرزی
dossier-presence-pair = اسناد این دو استان در کشورهای مشترک
dossier-documents-note = نشان کنار تاریخ می‌گوید سند در تاریخ گزارش تا چه اندازه برقرار است: توپُر قطعی، خط‌دار با فرض تداوم، هاشور احتمالی. تاریخ کنار آن آخرین روزی است که برقراری سند در آن معلوم است.
dossier-documents-note-letters = حرف کنار تاریخ می‌گوید سند در تاریخ گزارش تا چه اندازه برقرار است («ق»: قطعی؛ «ت»: با فرض تداوم؛ «؟»: احتمالی). تاریخ کنار آن آخرین روزی است که برقراری سند در آن معلوم است.
dossier-documents-more = { $more ->
    [1] یک سند دیگر در اینجا نیامده است.
   *[other] { $more } سند دیگر در اینجا نیامده است.
}
dossier-kind-joint = { $kind } (مشترک)
dossier-kind-by = { $kind }؛ { $start }
dossier-tie = { $kind } { $province } با { $target }
dossier-preparing = در دست اقدام ({ $count } مورد): { $names }.
dossier-contact = در ارتباط اخیر، بدون سند در آنجا: { $names }.
dossier-visits = سفر و دیدار اخیر: { $names }.
dossier-events = { $name } ({ $count } مورد، آخرین در { $date })
dossier-events-undated = { $name } ({ $count } مورد)
dossier-acts = اقدام‌های مشترک
dossier-acts-note = استان‌هایی که یک اقدام مشترک دارند، در آن کنار یکدیگرند و از این بابت رقیب نیستند.
dossier-acts-more = { $more ->
    [1] یک اقدام مشترک دیگر در اینجا نیامده است.
   *[other] { $more } اقدام مشترک دیگر در اینجا نیامده است.
}

dossier-gaps = مرزها و خلأ پوشش
dossier-gaps-country = { $of ->
    [1] برای تنها استان مرزی سندی با { $name } ثبت نشده است: { $names }.
   *[other] برای { $count } استان از { $of } استان مرزی سندی با { $name } ثبت نشده است: { $names }.
}
dossier-gaps-province = { $of ->
    [1] برای { $name } با تنها کشور همسایه سندی ثبت نشده است: { $names }.
   *[other] برای { $name } با { $count } کشور از { $of } کشور همسایه سندی ثبت نشده است: { $names }.
}
dossier-gaps-none-country = { $count ->
    [1] برای تنها استان مرزی، سند با { $name } ثبت شده است.
   *[other] برای هر { $count } استان مرزی، سند با { $name } ثبت شده است.
}
dossier-gaps-none-province = { $count ->
    [1] برای { $name } با تنها کشور همسایه سند ثبت شده است.
   *[other] برای { $name } با هر { $count } کشور همسایه سند ثبت شده است.
}
dossier-missions = نمایندگی‌ها
dossier-missions-there = { $home } در { $country }: { $names }.
dossier-missions-here = { $country } در { $home }: { $names }.
dossier-missions-province = در { $province }: { $names }.
dossier-missions-none-there = نمایندگی‌ای از { $home } در { $country } ثبت نشده است.
dossier-missions-none-here = نمایندگی‌ای از { $country } در { $home } ثبت نشده است.
dossier-missions-none-both = نمایندگی‌ای از { $home } در { $country } و از { $country } در { $home } ثبت نشده است.
dossier-missions-none-province = نمایندگی خارجی در { $province } ثبت نشده است.
dossier-mission = { $kind } { $names } ({ $status })
dossier-mission-of = { $kind } { $names } ({ $status })
dossier-mission-roving = { $city } (با استوارنامه نزد این کشور)
dossier-status-open = دایر
dossier-status-closed = تعطیل
dossier-status-suspended = تعلیق‌شده
dossier-status-unknown = وضعیت نامعلوم
dossier-status-on = { $years ->
    [0] { $status }، بر پایهٔ اطلاع { $date }
   *[other] { $status }، بر پایهٔ اطلاع { $date }، { $years } سال پیش
}
dossier-status-told = { $years ->
    [0] { $status }، آخرین اطلاع { $date }
   *[other] { $status }، آخرین اطلاع { $date }، { $years } سال پیش
}

dossier-unknown = چه معلوم نیست و کدام سند آن را روشن می‌کند
dossier-unknown-more = { $more ->
    [1] یک پرسش دیگر از این دست در اینجا نیامده است.
   *[other] { $more } پرسش دیگر از این دست در اینجا نیامده است.
}
dossier-ask = { $count ->
    [1] { $kind }، { $names }: { $asked }
   *[other] { $kind } ({ $count } سند)، { $names }: { $asked }
}
dossier-ask-mark = {" "}
dossier-ask-tie = { $start } با { $target }
dossier-ask-tie-dated = { $start } با { $target }، { $date }
dossier-others = و { $more } مورد دیگر
dossier-ask-act = اقدام مشترک { $provinces }، { $date }
dossier-ask-inferred = کدام استان با چه کسی چه امضا کرد؟ این داده استنباط است.
dossier-ask-start = از چه تاریخی؟
dossier-ask-day = دقیقاً در چه روزی؟
dossier-ask-end = تا چه تاریخی برقرار است؟
dossier-ask-sectors = در چه حوزه‌هایی؟
dossier-ask-suspended = آیا هنوز در حالت تعلیق است؟
dossier-ask-province = { $count ->
    [1] یک رابطه از آنِ کدام استان است: { $names }؟
   *[other] { $count } رابطه از آنِ کدام استان است، از جمله با { $names }؟
}
dossier-ask-missions = { $count ->
    [1] آیا نمایندگی { $names } امروز دایر است؟
   *[other] آیا { $count } نمایندگی امروز دایر است: { $names }؟
}
dossier-settle = متن سند ({ $kind })؛ { $keepers }
dossier-settle-cities = مصوبهٔ شورای اسلامی شهر و متن خواهرخواندگی؛ { $names }
dossier-settle-province = متن این اسناد؛ وزارت امور خارجه
dossier-settle-missions = فهرست نمایندگی‌ها؛ وزارت امور خارجه
dossier-keeper-provinces = { $count ->
    [1] استانداری { $names }
   *[other] استانداری‌های { $names }
}
dossier-sources-more = { $more ->
    [1] یک منبع دیگر در اینجا نیامده است.
   *[other] { $more } منبع دیگر در اینجا نیامده است.
}
dossier-foot-words = «سند» در اینجا یادداشت تفاهم، موافقت‌نامه، خواهرخواندگی یا رابطهٔ پایدار دیگری است. دو استان در جایی رقیب‌اند که هر دو در یک حوزه و هم‌زمان سند داشته باشند.
dossier-foot-presumed = «با فرض تداوم»: سندی که پایان آن ثبت نشده است، تا { $years } سال پس از آخرین نشانه برقرار فرض شده است.
dossier-foot-absent = «ثبت نشده است» به معنای «وجود ندارد» نیست.

## Site

site-title = روابط خارجی استان‌های { $home }: پرونده‌ها
site-back = همهٔ پرونده‌ها
site-ways = صفحه‌های دیگر
site-map = نقشه
site-to-country = پروندهٔ کشور: { $name }
site-to-border = پروندهٔ مرز: { $name }
site-head-name = نام
site-head-kind = صفحه
site-head-says = یافتهٔ نخست
site-kind-country = کشور
site-kind-province = استان
site-kind-border = مرز
site-kind-report = گزارش
site-left-out = { $count ->
    [1] یک کشور، استان یا مرز صفحهٔ جداگانه ندارد.
   *[other] { $count } کشور، استان و مرز صفحهٔ جداگانه ندارند.
}

## Pages

page-title = روابط خارجی استان‌های { $home }
page-facts = { $ties } رابطه میان { $provinces } استان و { $countries } کشور
page-as-of = وضعیت در تاریخ { $day }
page-as-of-all = کل پیشینه
page-borders-note = مرزها بر پایهٔ { $source } است.
page-borders-invented = مرزهای نقشه نیز فرضی است.
page-invented = داده‌های این صفحه فرضی است و تنها برای معرفی برنامه تهیه شده است.
page-left-out = { $count } رابطه که در این تاریخ برقرار نیست، خارج از محاسبه است.
page-unplaced = { $count } رابطه نشان داده نمی‌شود، چون استان یا کشور آن معلوم نیست.
page-sheet = صفحهٔ { $number } از { $all }
page-print = چاپ
page-country = کشور
page-province = استان
page-sector = حوزه
page-level = سطح مقایسه
page-day = تاریخ
page-other-day = وضعیت در { $day } نمایش داده شده است. آنچه دربارهٔ موارد ثبت‌نشده، نمایندگی‌ها، گروه‌ها و موارد جمع‌شدهٔ جدول می‌توان گفت، تنها برای { $own } است؛ سطرها و کشورهای جدول و نقشه نیز همان‌هاست.
page-all-countries = همهٔ کشورها
page-all-provinces = همهٔ استان‌ها
page-all-sectors = همهٔ حوزه‌ها
page-choices = انتخاب‌ها
page-no-script = اگر اجرای اسکریپت در مرورگر غیرفعال باشد، همهٔ محتوای صفحه یکجا دیده می‌شود؛ انتخاب، مرتب‌سازی، بزرگ‌نمایی و تغییر زبان در دسترس نیست.

sentence-heading = در یک جمله
sentence-all = { $ties } رابطه میان { $provinces } استان و { $countries } کشور؛ { $shared ->
    [0] با هیچ کشوری دو استان رابطه ندارند.
   *[other] با { $shared } کشور، دو استان یا بیشتر رابطه دارند.
}
sentence-none = رابطه‌ای ثبت نشده است.
sentence-counted = { $name } ({ $count })
sentence-gap = { $count ->
    [1] در یک مورد، برای استان مرزی رابطه‌ای با کشور همسایه ثبت نشده است: { $names }.
   *[other] در { $count } مورد، برای استان مرزی رابطه‌ای با کشور همسایه ثبت نشده است؛ از جمله { $names }.
}
sentence-country = { $country }: { $ties } رابطه با { $provinces } استان؛ { $border ->
    [0] هیچ استانی با آن هم‌مرز نیست.
    [1] مرزی با آن ثبت نشده است.
    [2] اطلاعات مرزی ثبت نشده است.
   *[other] { $with ->
        [0] { $borders ->
            [1] برای تنها استان هم‌مرز ({ $name }) رابطه‌ای ثبت نشده است.
           *[other] برای هیچ‌یک از { $borders } استان هم‌مرز رابطه‌ای ثبت نشده است.
        }
       *[other] { $borders ->
            [1] تنها استان هم‌مرز ({ $name }) نیز رابطه دارد.
           *[other] از { $borders } استان هم‌مرز، { $with } استان رابطه دارد.
        }
    }
}
sentence-country-none = { $country }: رابطه‌ای ثبت نشده است؛ { $border ->
    [0] هیچ استانی با آن هم‌مرز نیست.
    [1] مرزی با آن ثبت نشده است.
    [2] اطلاعات مرزی ثبت نشده است.
   *[other] { $borders } استان با آن هم‌مرز است.
}
sentence-province = { $province }: { $ties } رابطه با { $countries } کشور؛ { $alone ->
    [0] با همهٔ این کشورها استان‌های دیگر نیز رابطه دارند؛
   *[other] در { $alone } کشور، رابطهٔ استان دیگری ثبت نشده است؛
} { $border ->
    [0] با هیچ کشوری هم‌مرز نیست.
    [1] مرزی برای آن ثبت نشده است.
    [2] اطلاعات مرزی ثبت نشده است.
   *[other] { $with ->
        [0] برای هیچ‌یک از { $borders } کشور هم‌مرز رابطه‌ای ثبت نشده است.
       *[other] از { $borders } کشور هم‌مرز، با { $with } کشور رابطه دارد.
    }
}
sentence-province-none = { $province }: رابطه‌ای ثبت نشده است؛ { $border ->
    [0] با هیچ کشوری هم‌مرز نیست.
    [1] مرزی برای آن ثبت نشده است.
    [2] اطلاعات مرزی ثبت نشده است.
   *[other] با { $borders } کشور هم‌مرز است.
}
sentence-alone-cannot-tell = با داده‌های موجود نمی‌توان گفت استان‌های دیگر با { $count } کشور از این کشورها رابطه دارند یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل این روابط نیست.
sentence-alone-aside = رابطه‌ای که استان آن معلوم نیست می‌تواند از آنِ استانی دیگر باشد: { $names }.
sentence-pair = { $province } و { $country }: { $ties } رابطه ({ $targets }).
sentence-pair-none = { $province } و { $country }: رابطه‌ای ثبت نشده است.
sentence-border = این دو هم‌مرزند.
sentence-border-none = این دو هم‌مرزند و رابطه‌ای میان آن‌ها ثبت نشده است.
sentence-in-sector = در حوزهٔ «{ $sector }»: { $sentence }
sentence-border-list = استان‌های هم‌مرزی که رابطه‌ای برای آن‌ها ثبت نشده است: { $names }.
sentence-missions-there = نمایندگی‌های { $home } در آنجا: { $names }.
sentence-missions-here = نمایندگی‌های { $country } در { $home }: { $names }.
sentence-missions-there-none = نمایندگی‌ای از { $home } در آنجا ثبت نشده است.
sentence-missions-here-none = نمایندگی‌ای از { $country } در { $home } ثبت نشده است.
sentence-missions-none = نمایندگی‌ای از { $home } در آنجا و از { $country } در { $home } ثبت نشده است.
sentence-mission = { $kind } ({ $city })
sentence-mission-roving = { $kind } ({ $city }، با استوارنامه نزد این کشور)
sentence-mission-open = دایر
sentence-mission-closed = تعطیل
sentence-mission-suspended = تعلیق‌شده
sentence-mission-unknown = وضعیت نامعلوم
sentence-mission-on = { $years ->
    [0] { $status }، بر پایهٔ اطلاع { $day }
   *[other] { $status }، بر پایهٔ اطلاع { $day }، { $years } سال پیش از تاریخ گزارش
}
sentence-mission-status = { $names }؛ { $status }
sentence-rivals-certain = { $count } جفت استان رقیب قطعی یکدیگرند: { $names }.
sentence-rivals-presumed = { $count } جفت استان با فرض تداوم رقیب یکدیگرند: { $names }.
sentence-rivals-possible = هیچ رقابتی قطعی یا با فرض تداوم نیست؛ رقابت { $count } جفت استان احتمالی است: { $names }.
sentence-none-certain = { $others ->
    [0] هیچ رقابتی قطعی نیست: پایان هیچ‌یک از { $ties } رابطه ثبت نشده است.
   *[other] هیچ رقابتی قطعی نیست: پایان { $open } رابطه از { $ties } رابطه ثبت نشده است.
}
sentence-possible-more = رقابت { $count } جفت دیگر احتمالی است: حوزه، تاریخ یا نشانه‌ای از سال‌های اخیر ثبت نشده است.
sentence-country-certain = { $country }: { $provinces } استان رقیب قطعی یکدیگرند ({ $pairs } جفت): { $names }.
sentence-country-presumed = { $country }: { $provinces } استان با فرض تداوم رقیب یکدیگرند ({ $pairs } جفت): { $names }.
sentence-country-possible = { $country }: هیچ رقابتی قطعی یا با فرض تداوم نیست؛ رقابت { $pairs } جفت از { $provinces } استان احتمالی است.
sentence-at = محل رقابت: { $target } ({ $pairs } جفت)، میان { $names }.
sentence-joint = اقدام مشترک، که رقابت به شمار نمی‌آید: { $names }.
sentence-province-certain = { $province } { $rivals } رقیب قطعی دارد: { $names }.
sentence-province-presumed = { $province } با فرض تداوم { $rivals } رقیب دارد: { $names }.
sentence-province-possible = { $province }: هیچ رقابتی قطعی یا با فرض تداوم نیست؛ رقابت { $pairs } جفت احتمالی است.
sentence-where = { $place } ({ $names })
sentence-cell-certain = { $count ->
   *[other] { $province } در { $country }: رقیب قطعی { $names }.
}
sentence-cell-presumed = { $count ->
   *[other] { $province } در { $country }: با فرض تداوم، رقیب { $names }.
}
sentence-cell-possible = { $province } در { $country }: هیچ رقابتی قطعی یا با فرض تداوم نیست؛ رقابت با { $count } استان احتمالی است.
sentence-two = { $one } و { $other }: { $verdict } در { $names }.
sentence-two-none = { $one } و { $other }: کشوری که هر دو با آن رابطه داشته باشند ثبت نشده است.
sentence-two-apart = { $one } و { $other }: جایی که هر دو رابطه دارند، رقابتی میان آن‌ها نیست.
sentence-line = { $name }: { $said }.
sentence-met = محل رقابت: { $target }
sentence-shared = هر دو با { $shared } کشور از { $of } کشور رابطه دارند: { $names }.
sentence-only-countries = تنها { $province }: { $names }.
sentence-only-sectors = حوزه‌هایی که تنها { $province } دارد: { $names }.
sentence-basis = مبنا: { $said }.
basis-ties = { $count } رابطه
basis-undated = { $others ->
    [0] همه بدون تاریخ
   *[other] { $count } مورد بدون تاریخ
}
basis-sectors = { $others ->
    [0] همه بدون حوزه
   *[other] { $count } مورد بدون حوزه
}
basis-presumed = { $others ->
    [0] همه با فرض تداوم اعتبار سند تا { $years } سال پس از آخرین نشانه
   *[other] { $count } مورد با فرض تداوم اعتبار سند تا { $years } سال پس از آخرین نشانه
}
basis-possible = { $others ->
    [0] برقرار بودن هیچ‌یک از آن‌ها قطعی نیست
   *[other] برقرار بودن { $count } مورد قطعی نیست
}
basis-beside = در کنار آن { $count } دیدار، رویداد یا پیشنهاد که به شمار نیامده است
basis-source = منبع: { $source }
basis-sources = { $count } منبع
beside-event = دیدار یا رویداد
beside-proposal = هنوز برقرار نشده
beside-ended = پایان‌یافته
page-second = و استان
page-no-second = بدون استان دوم
page-take-off = حذف: { $name }
page-presumed = { $years ->
    [0] بدون فرض تداوم
   *[other] پایان نامعلوم: با فرض تداوم تا { $years } سال پس از آخرین نشانه
}
page-believed = بر پایهٔ آنچه تا { $day } ثبت شده است
page-empty-advice = با graphmap template جدولی برای پر کردن بسازید یا فهرستی را با graphmap import وارد کنید و سپس این صفحه را دوباره بسازید.
findings-heading = یافته‌ها
findings-rivalry = رقابت
findings-overlap = هم‌پوشانی
findings-gaps = خلأ پوشش
findings-alone = تنها یک استان
findings-all = همهٔ { $count } مورد
findings-fewer = نمایش کمتر
findings-more = { $count } مورد دیگر
findings-possible = { $count } جفت با رقابت احتمالی
findings-strong = تنها قطعی و با فرض تداوم
findings-none = با این انتخاب موردی یافت نشد.
findings-order = ترتیب: ارزیابی، نزدیکی محل رقابت، سپس به ترتیب تحلیل.
findings-verdict = ارزیابی
findings-provinces = استان‌ها
findings-sectors = حوزه‌های مشترک
findings-met = محل رقابت
findings-since = هر دو از
findings-ties = روابط
findings-same-country = تنها همان کشور
findings-shared = { $shared } کشور از { $of } کشور
findings-count = { $count } رابطه
evidence-standing = وضعیت برقراری
evidence-last-sign = آخرین نشانه
evidence-constant = در همهٔ ردیف‌ها: { $said }.
evidence-more = { $count } ردیف دیگر
evidence-beside = { $count } دیدار، رویداد یا پیشنهاد که به شمار نیامده است
evidence-beside-hide = پنهان کردن آنچه به شمار نیامده است
evidence-not-counted = به شمار نیامده
evidence-needs-script = { $ties } رابطه: ردیف‌ها را اسکریپت صفحه می‌سازد که در اینجا اجرا نمی‌شود. آنچه در بالا آمده بدون آن نیز برقرار است.
sources-all = { $count } منبع
sources-ties = { $count } رابطه
sources-covers = مدعی ارائهٔ فهرست کامل
sources-incomplete = «ثبت نشده» به معنای «وجود ندارد» نیست: هیچ منبعی در اینجا مدعی ارائهٔ فهرست کامل روابط نیست.
sources-note = توضیح منبع
page-empty = { $provinces ->
    [0] هنوز چیزی جز کشور ثبت نشده است.
   *[other] { $provinces } استان ثبت شده و هنوز رابطه‌ای وارد نشده است.
}
covers-ties = روابط
covers-missions = نمایندگی‌ها
covers-borders = مرزهای زمینی
covers-places = مکان‌ها
covers-countries = { $what } { $count } کشور
absence-of-findings = در ارتباط با { $country } چنین موردی ثبت نشده است.
absence-source = { $source }، به تاریخ { $day }
absence-ties-none-recorded = در { $sources } موردی نیامده است؛ { $count ->
    [1] این منبع مدعی ارائهٔ فهرست کامل این‌گونه روابط است.
   *[other] این منابع مدعی ارائهٔ فهرست کامل این‌گونه روابط هستند.
}
absence-missions-none-recorded = در { $sources } نمایندگی‌ای نیامده است؛ { $count ->
    [1] این منبع مدعی ارائهٔ فهرست کامل نمایندگی‌هاست.
   *[other] این منابع مدعی ارائهٔ فهرست کامل نمایندگی‌ها هستند.
}
absence-borders-none-recorded = در { $sources } مرزی نیامده است؛ { $count ->
    [1] این منبع مدعی ارائهٔ فهرست کامل مرزهاست.
   *[other] این منابع مدعی ارائهٔ فهرست کامل مرزها هستند.
}
absence-trade-none-recorded = در { $sources } مبادلاتی نیامده است؛ { $count ->
    [1] این منبع مدعی ارائهٔ فهرست کامل مبادلات است.
   *[other] این منابع مدعی ارائهٔ فهرست کامل مبادلات هستند.
}
absence-ties-cannot-tell = با داده‌های موجود نمی‌توان گفت رابطه‌ای هست یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل این‌گونه روابط نیست.
absence-missions-cannot-tell = با داده‌های موجود نمی‌توان گفت نمایندگی‌ای هست یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل نمایندگی‌ها نیست.
absence-borders-cannot-tell = با داده‌های موجود نمی‌توان گفت مرزی هست یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل مرزها نیست.
absence-trade-cannot-tell = با داده‌های موجود نمی‌توان گفت مبادلاتی هست یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل مبادلات نیست.
absence-other-days = { $count ->
    [1] { $sources } مدعی ارائهٔ فهرست کامل است، اما نه برای این تاریخ؛ با داده‌های موجود نمی‌توان گفت موردی هست یا نه.
   *[other] { $sources } مدعی ارائهٔ فهرست کامل‌اند، اما نه برای این تاریخ؛ با داده‌های موجود نمی‌توان گفت موردی هست یا نه.
}
absence-kinds = { $count ->
    [1] در { $sources }، که مدعی ارائهٔ فهرست کامل برخی انواع است ({ $kinds })، موردی نیامده است؛ دربارهٔ انواع دیگر با داده‌های موجود نمی‌توان گفت.
   *[other] در { $sources }، که مدعی ارائهٔ فهرست کامل برخی انواع‌اند ({ $kinds })، موردی نیامده است؛ دربارهٔ انواع دیگر با داده‌های موجود نمی‌توان گفت.
}
absence-note = توضیح منبع، { $source }: { $note }
absence-aside-province = { $ties } رابطه که استان آن معلوم نیست می‌تواند از همین موارد باشد: { $names }.
absence-aside-place = { $ties } رابطه که محل طرف خارجی آن معلوم نیست می‌تواند از همین موارد باشد: { $names }.
absence-aside-pipeline = در کنار آن { $ties } رابطهٔ در دست اقدام یا رویداد گذرا ثبت شده است: { $names }.
absence-cannot-tell = با داده‌های موجود نمی‌توان گفت
absence-none-recorded = ثبت نشده است
grade-A = رسمی، از سوی یکی از طرف‌های رابطه
grade-B = مطبوعات
grade-C = فهرست
grade-D = استنباط

matrix-heading = جدول هم‌پوشانی: { $count } کشوری که دو استان یا بیشتر با آن‌ها رابطه دارند
matrix-none = هیچ کشوری با دو استان یا بیشتر رابطه ندارد.
matrix-corner = استان
matrix-courting = استان‌ها
matrix-rivals = جفت‌های رقیب
matrix-before = قبلی
matrix-after = بعدی
matrix-rows = استان‌های { $first } تا { $last } از { $all }
matrix-key = راهنمای خانه‌ها
matrix-key-note = نشانه، مهم‌ترین وضعیت استان در آن کشور است و عدد، تعداد اسناد و روابط پایدار آن در آنجا. ترتیب: بیشترین جفت‌های رقیب.
matrix-mark-certain = رقیب قطعی
matrix-mark-presumed = رقیب با فرض تداوم: حوزهٔ مشترک، پایان نامعلوم
matrix-mark-possible = احتمالی: حوزه، زمان یا نشانه‌ای از سال‌های اخیر ثبت نشده
matrix-plain = همان، در کشوری که همه احتمالی است؛ یا رابطه بدون رقابت
matrix-mark-complementary = مکمل: حوزه‌های متفاوت
matrix-mark-joint = تنها اقدام مشترک
matrix-mark-contact = تنها سفر، مذاکره یا پیشنهاد
matrix-no-case = (موردی نیست)
matrix-folded = جمع‌شده
matrix-fold-sole = { $count } کشور با تنها یک استان
matrix-fold-events = { $count } کشور تنها با سفر یا مذاکره
matrix-fold-provinces = { $count } استان بدون رابطهٔ ثبت‌شده
matrix-fold-more = و { $more } مورد دیگر
matrix-cell = { $province }، { $country }: { $verdict }، تعداد رابطه: { $ties }
matrix-cell-contact = { $province }، { $country }: تنها سفر یا مذاکره
matrix-cell-empty = { $province }، { $country }: ثبت نشده
matrix-cell-border = { $cell }؛ هم‌مرز
matrix-border-note = گوشه: استان با آن کشور هم‌مرز است
map-heading = نقشه
map-view = نمای نقشه
map-region = منطقه
map-world = جهان
map-in = بزرگ‌نمایی
map-out = کوچک‌نمایی
map-classes-abroad = کشورها، به تعداد استان‌های دارای رابطه
map-classes-home = استان‌ها، به تعداد جفت‌های رقیب (قطعی یا با فرض تداوم)
map-class = { $low } تا { $high }
map-class-from = { $count } و بیشتر
map-class-none = ثبت نشده
map-rival-certain = رقیب قطعی در آن کشور
map-rival-presumed = رقیب با فرض تداوم در آن کشور
map-tied = دارای رابطه، بدون رقابت آشکار
map-edge = هم‌مرز با آن کشور، بدون رابطهٔ ثبت‌شده
map-arc = روابط؛ پهنا به تعداد
map-arc-unknown = همان، با حوزهٔ نامعلوم
map-city = مقصد رابطه، با تعداد استان‌ها
map-pill = { $name }، بیرون از نقشه: { $count } استان
map-mission = سفارت یا کنسولگری
map-no-shapes = نقشهٔ مرزهای استانی { $home } همراه برنامه نیست؛ استان‌ها با مربع و بر پایهٔ مختصات نشان داده شده‌اند.
map-no-points = مرزها و مختصات استان‌های { $home } در دست نیست؛ استان‌ها روی نقشه نیامده‌اند.
map-some-no-points = { $count } استان نه مرز دارد و نه مختصات و روی نقشه نیامده است.
level-country = کشور
level-region = استان خارجی
level-city = شهر
level-counterpart = همتا
evidence-heading = روابط مبنای این یافته و منابع آن‌ها
evidence-province = استان
evidence-city = شهر داخلی
evidence-municipal = در سطح شهرداری
evidence-country = کشور
evidence-target = طرف خارجی
evidence-kind = نوع
evidence-sectors = حوزه‌ها
evidence-since = آغاز
evidence-until = پایان
evidence-certainty = وضعیت برقراری
evidence-border = هم‌مرزی
evidence-source = منبع
evidence-search = جست‌وجو
evidence-csv = دریافت جدول (CSV)
evidence-xlsx = دریافت همه (XLSX)
evidence-shown = { $shown } رابطه از { $all } رابطه
evidence-nothing = رابطه‌ای با این انتخاب و جست‌وجو یافت نشد.
sources-heading = منابع
sources-none = منبعی ثبت نشده است.
sources-grade = اعتبار: { $meaning }
matrix-empty-told = خانهٔ خالی: رابطه‌ای ثبت نشده است.
matrix-empty-note = خانهٔ خالی: رابطه‌ای ثبت نشده است؛ با داده‌های موجود نمی‌توان گفت رابطه‌ای هست یا نه.
matrix-unplaced-note = { $ties } رابطه که استان یا محل طرف خارجی آن معلوم نیست در هیچ خانه‌ای نیامده است.
sources-retrieved = دریافت در { $day }
sources-shapes = مرزهای نقشه: { $source }. خطوط مرزی وضع موجود را نشان می‌دهد و بیانگر موضع حقوقی نیست.
report-shown = { $shown } مورد از { $all } مورد
report-nothing = موردی یافت نشد.
report-search = جست‌وجو
answer-sentences = یافته‌ها در قالب جمله
fold-text = … ادامه
fold-more = و { $count } مورد دیگر
report-overview = در یک نگاه
report-all = نمایش کامل هر { $count } مورد
report-details = جزئیات هر جفت استان
report-alike = در همهٔ ردیف‌ها:
page-of = صفحهٔ { $page } از { $pages }
head-of-id = شناسهٔ { $head }
picture-more = { $shown } مورد از { $all } مورد رسم شده است.
picture-off = { $count } استان رسم نشده است، چون مرز آن در دست نیست.
picture-tick = خط کوتاه: آغاز یک رابطه
picture-open = انتهای کم‌رنگ: تاریخ نامعلوم
picture-today = تاریخ گزارش
row-clause = { $column }: { $value }
quick-heading = نمای شبکه‌ای روابط استان‌های { $home }
quick-note = استان‌ها مربع و کشورها دایره‌اند؛ خط پهن‌تر یعنی روابط بیشتر. برای جابه‌جایی بکشید و برای بزرگ‌نمایی چرخ موشواره را بگردانید.
quick-list = همین داده‌ها در جدول
quick-ties = تعداد روابط

## Overlaps and rivals

clause-mark = ؛{ " " }
counted-ties = { $counted } رابطه از { $total } رابطه به شمار آمده است
counted-municipal = { $ties } رابطه در سطح شهرداری‌ها
counted-presumed = { $ties } رابطه با فرض تداوم
counted-possible = برقرار بودن { $ties } رابطه قطعی نیست
counted-sectors-unknown = حوزهٔ { $ties } رابطه معلوم نیست
counted-pipeline = در کنار آن: { $ties } رابطهٔ در دست اقدام
counted-events = در کنار آن: { $ties } دیدار و رویداد
counted-without-province = خارج از محاسبه: { $ties } رابطه که استان آن معلوم نیست
counted-off-level = خارج از محاسبه: { $ties } رابطه که طرف آن کلی‌تر از این سطح است یا محل آن معلوم نیست
counted-elsewhere = خارج از محاسبه: { $ties } رابطه با کشورهای دیگر
counted-out-of-time = خارج از محاسبه: { $ties } رابطه که در آن روز برقرار نیست
counted-ended = خارج از محاسبه: { $ties } رابطه که در روزی نامعلوم پایان یافته است
counted-other-sector = خارج از محاسبه: { $ties } رابطه در حوزه‌های دیگر
counted-other-kind = خارج از محاسبه: { $ties } رابطه از انواع دیگر
overlap-counterpart = { $one } و { $other } از { $union } همتای طرف رابطه، { $shared } همتای مشترک دارند: { $names }
overlap-city = { $one } و { $other } از { $union } شهر طرف رابطه، { $shared } شهر مشترک دارند: { $names }
overlap-region = { $one } و { $other } از { $union } استان خارجی طرف رابطه، { $shared } استان خارجی مشترک دارند: { $names }
overlap-country = { $one } و { $other } از { $union } کشور طرف رابطه، { $shared } کشور مشترک دارند: { $names }
overlap-rarest = { $provinces } استان با { $target } رابطه دارند
overlap-smaller = یعنی { $shared } مورد از { $size } موردِ { $province }
significance-above-chance = بیش از حد تصادف
significance-leaning = متمایل به بیش از تصادف
significance-as-expected = در حد انتظار
significance-too-few-ties-to-tell = تعداد روابط برای نتیجه‌گیری کافی نیست
chance-above-chance = این بیش از حد تصادف است؛ بر پایهٔ تصادف { $expected } مورد انتظار می‌رود (p برابر { $p } و q برابر { $q })
chance-leaning = این متمایل به بیش از تصادف است؛ بر پایهٔ تصادف { $expected } مورد انتظار می‌رود (p برابر { $p } و q برابر { $q })
chance-as-expected = این در حد انتظار است؛ بر پایهٔ تصادف { $expected } مورد انتظار می‌رود (p برابر { $p } و q برابر { $q })
chance-too-few-ties-to-tell = تعداد روابط این دو برای نتیجه‌گیری دربارهٔ تصادفی نبودن آن کافی نیست؛ بر پایهٔ تصادف { $expected } مورد انتظار می‌رود
chance-joint = { $joint } مورد از آن‌ها تنها بر پایهٔ اقدام مشترک این دو است و در آزمون به شمار نمی‌آید
chance-null-fixed-degrees = آیا بیش از حد تصادف است؟ مبنای سنجش، تصادفی است که در آن تعداد روابط هر استان و هر طرف خارجی همان می‌ماند (تعداد ثابت)؛ { $draws } جدول نمونه‌گیری شد، عدد آغازین { $seed }.
chance-null-configuration-model = آیا بیش از حد تصادف است؟ مبنای سنجش، تصادفی است که در آن تعداد روابط هر استان و هر طرف خارجی به‌طور میانگین همان می‌ماند (مدل پیکربندی)؛ محاسبه دقیق است.
chance-tested = { $pairs } جفت آزموده شد، از جمله جفت‌هایی که هیچ طرف مشترکی ندارند: { $words }. داشتن طرف مشترک واقعیتی ثبت‌شده است و به نتیجهٔ آزمون بستگی ندارد.
chance-count = { $pairs } جفت «{ $word }»
chance-few-draws = با این تعداد نمونه، هیچ جفتی به‌تنهایی «بیش از حد تصادف» به دست نمی‌آید؛ { $draws } نمونه کافی است.
overlap-presumed = { $presumed } مورد از آن‌ها با فرض تداوم
overlap-presumed-all = همه با فرض تداوم
overlap-possible = برقرار بودن { $possible } مورد از آن‌ها قطعی نیست
overlap-possible-all = برقرار بودن هیچ‌یک قطعی نیست
group-counterpart = { $provinces } همگی با { $shared } همتای خارجی مشترک رابطه دارند: { $names }
group-city = { $provinces } همگی با { $shared } شهر خارجی مشترک رابطه دارند: { $names }
group-region = { $provinces } همگی با { $shared } استان خارجی مشترک رابطه دارند: { $names }
group-country = { $provinces } همگی با { $shared } کشور مشترک رابطه دارند: { $names }
groups-more = تعداد گروه‌ها بیش از { $counted } گروهی است که شمرده شد؛ گروه‌های فهرست، بزرگ‌ترین گروه‌ها هستند.
group-joint = تنها بر پایهٔ اقدام مشترک همهٔ آن‌ها: { $names }
gap-border = { $province } با { $target } هم‌مرز است
gap-km = طول مرز { $km } کیلومتر
gap-mission = میان { $home } و { $target } { $missions } نمایندگی دایر است
gap-mission-unknown = دایر بودن نمایندگی میان { $home } و { $target } معلوم نیست
gap-status-on = بر پایهٔ اطلاع { $day }
gap-no-mission = { $target }: { $ties } رابطه
gap-trade = { $start } با { $target } مبادلهٔ بازرگانی دارد
gap-trade-exports = { $percent } درصد از صادرات { $start } به { $target } می‌رود
gap-trade-imports = { $percent } درصد از واردات { $start } از { $target } است
gap-contact = { $province } با { $target } در ارتباط است ({ $events } دیدار یا رویداد)
gap-document-none-recorded = سندی با آن ثبت نشده است
gap-document-cannot-tell = با داده‌های موجود نمی‌توان گفت سندی با آن هست یا نه
gap-tie-tied = { $ties } رابطه با آن ثبت شده است
gap-tie-none-recorded = رابطه‌ای با آن ثبت نشده است
gap-tie-cannot-tell = با داده‌های موجود نمی‌توان گفت رابطه‌ای با آن هست یا نه
gap-mission-tied = نمایندگی دایر است
gap-mission-none-recorded = نمایندگی دایری از هیچ‌یک از دو طرف ثبت نشده است
gap-mission-cannot-tell = با داده‌های موجود نمی‌توان گفت نمایندگی دایری از یکی از دو طرف هست یا نه
gap-others-tied = استان‌های دیگر نیز در آنجا رابطه دارند
gap-others-none-recorded = رابطه‌ای از استان‌های دیگر در آنجا ثبت نشده است
gap-others-cannot-tell = با داده‌های موجود نمی‌توان گفت استان‌های دیگر در آنجا رابطه‌ای دارند یا نه
gap-perhaps = { $ties } رابطه می‌تواند از همین موارد باشد
gap-grade = به گفتهٔ منبعی با اعتبار { $grade } ({ $meaning })
dyad-contacts = { $events } دیدار یا رویداد آن در آنجا
dyad-elsewhere = { $ties } رابطهٔ آن در جای دیگر آن کشور
dyad-border = { $provinces ->
    [one] استان هم‌مرز دیگری که در آنجا رابطه دارد: { $names }
   *[other] استان‌های هم‌مرز دیگری که در آنجا رابطه دارند: { $names }
}
dyad-farther = { $provinces ->
    [one] استانی که هم‌مرز نیست و در آنجا رابطه دارد: { $names } ({ $ties } رابطه)
   *[other] استان‌هایی که هم‌مرز نیستند و در آنجا رابطه دارند: { $names } ({ $ties } رابطه)
}
dyad-crossings = { $crossings ->
    [0] گذرگاهی در آن ثبت نشده است و بود و نبود آن را نمی‌توان گفت
   *[other] گذرگاه‌هایی که منبعی نام برده است: { $names }
}
dyad-bypassed = پس استان دورتر از { $province } پیشی گرفته است
dyad-perhaps-bypassed = پس شاید استان دورتر از { $province } پیشی گرفته باشد
dyad-acts = { $count ->
    [one] اقدام مشترک در آنجا: { $acts }
   *[other] اقدام‌های مشترک در آنجا: { $acts }
}
dyad-act = { $document } ({ $names })
dyad-act-perhaps = { $document } ({ $names }؛ برقرار بودن آن معلوم نیست)
dyad-missions = نمایندگی‌های ثبت‌شده: { $there } نمایندگی در آنجا، { $here } نمایندگی آن کشور در { $province }؛ { $open ->
    [0] دایر بودن هیچ‌یک معلوم نیست
   *[other] دایر بودن { $open } مورد معلوم است
}
dyad-count = { $borders } مرز «{ $standing }»
dyad-counts = { $borders } مرز بررسی شد: { $counts }.
dyad-no-borders = مرزی از استان‌ها در اینجا ثبت نشده است.
standing-bypassed = پیشی گرفتن استان دورتر
standing-perhaps-bypassed = احتمالاً پیشی گرفتن استان دورتر
standing-others-there = تنها حضور استان‌های مرزی دیگر
standing-cannot-tell = با داده‌های موجود نمی‌توان گفت
standing-none-recorded = ثبت نشده است
standing-tied = دارای رابطه
neighbour-borders = { $target }: از { $provinces } استان هم‌مرز، { $tied } استان در آنجا به‌طور قطعی یا با فرض تداوم رابطه دارد (در مجموع { $ties } رابطه)
neighbour-untied = رابطه‌ای از { $names } ثبت نشده است یا نمی‌توان گفت
neighbour-passed = در { $borders } مرز از { $of } مرز با استان‌های آن، استان دورتر در آنجا رابطه دارد و از استان مرزی رابطه‌ای ثبت نشده است یا نمی‌توان گفت
neighbour-rivals = { $pairs } جفت استان در آنجا به‌طور قطعی یا با فرض تداوم رقیب‌اند
neighbour-joint = { $pairs } جفت بر پایهٔ اقدام مشترک در آنجا حضور دارند
neighbour-missions = { $missions } نمایندگی در { $target }
change-at = { $place }: { $changes }
change-began = { $ties } رابطه آغاز شد: { $names }
change-ended = { $ties } رابطه پایان یافت: { $names }
change-silent = تداوم { $ties } رابطه، به‌دلیل نبود نشانه، دیگر فرض نمی‌شود: { $names }
change-perhaps-began = { $ties } رابطه شاید در این مدت آغاز شده باشد: { $names }
change-perhaps-ended = { $ties } رابطه شاید در این مدت پایان یافته باشد: { $names }
change-became = { $pairs } جفت رقیب شدند: { $names }
change-ceased = { $pairs } جفت دیگر رقیب نیستند: { $names }
change-perhaps-became = { $pairs } رقابت که پیش از آن احتمالی بود، اکنون قطعی یا با فرض تداوم است: { $names }
change-perhaps-ceased = { $pairs } رقابت که پیش از آن قطعی یا با فرض تداوم بود، اکنون تنها احتمالی است: { $names }
change-pair = { $one } و { $other }
change-pair-at = با { $other } در ارتباط با { $target }
change-counts-target = پیش و پس از آن، قطعی یا با فرض تداوم: { $ties_before } و { $ties } رابطه، { $others_before } و { $others } استان، { $rivals_before } و { $rivals } جفت رقیب
change-counts-province = پیش و پس از آن، قطعی یا با فرض تداوم: { $ties_before } و { $ties } رابطه، { $others_before } و { $others } طرف خارجی، { $rivals_before } و { $rivals } جفت رقیب
change-no-days = تاریخ آغاز هیچ رابطه‌ای معلوم نیست؛ روزی برای مقایسه نیست.
change-days = از { $first } تا { $last }، با احتساب هر دو روز.
change-moved = در مجموع { $began } رابطه آغاز شد، { $ended } رابطه پایان یافت و تداوم { $silent } رابطه دیگر فرض نمی‌شود.
change-turned = { $became } جفت رقیب شدند و { $ceased } جفت دیگر رقیب نیستند.
change-perhaps = شاید: آغاز { $perhaps_began } رابطه و پایان { $perhaps_ended } رابطه؛ رقیب شدن { $perhaps_became } جفت و پایان رقابت { $perhaps_ceased } جفت.
change-undated = تاریخ آغاز { $ties } رابطه معلوم نیست؛ ازاین‌رو نمی‌توان گفت در این مدت آغاز شده است یا نه.
gap-coverage = { $sort }: از { $of } مورد بررسی‌شده، { $tied } مورد بدون خلأ است، { $none } مورد ثبت نشده است و دربارهٔ { $untold } مورد نمی‌توان گفت.
gap-sort-border-without-tie = مرز بدون رابطه
gap-sort-mission-without-tie = نمایندگی بدون رابطه
gap-sort-tie-without-mission = رابطه بدون نمایندگی
gap-sort-trade-without-tie = شریک تجاری بدون رابطه
gap-sort-sole-contact = وابسته به یک استان
gap-sort-contact-without-document = ارتباط بدون سند
municipal = { $ties } رابطه از { $of } رابطه در سطح شهرداری‌ها برقرار شده است
municipal-all = { $of ->
    [one] در سطح شهرداری برقرار شده است
   *[other] همگی در سطح شهرداری‌ها برقرار شده است
}
unknown-sectors = حوزهٔ { $ties } رابطه از { $of } رابطه معلوم نیست
unknown-sectors-one = حوزهٔ آن معلوم نیست
unknown-sectors-all = حوزهٔ هیچ رابطه‌ای معلوم نیست
unknown-dates = { $ties } رابطه از { $of } رابطه تاریخ ندارد
unknown-dates-one = آغاز و پایان آن معلوم نیست
unknown-dates-all = هیچ رابطه‌ای تاریخ ندارد
unknown-start = آغاز { $ties } رابطه از { $of } رابطه معلوم نیست
unknown-start-one = آغاز آن معلوم نیست
unknown-start-all = آغاز هیچ رابطه‌ای معلوم نیست
unknown-end = پایان { $ties } رابطه از { $of } رابطه معلوم نیست
unknown-end-one = پایان آن معلوم نیست
unknown-end-all = پایان هیچ رابطه‌ای معلوم نیست
unknown-sign = پس از { $day } نشانه‌ای از { $ties } رابطه (از { $of } رابطه) در دست نیست
unknown-sign-one = پس از { $day } نشانه‌ای از آن در دست نیست
unknown-sign-all = پس از { $day } نشانه‌ای در دست نیست
unknown-suspended = { $ties } رابطه از { $of } رابطه تعلیق شده است
unknown-suspended-one = تعلیق شده است
unknown-suspended-all = { $of ->
    [one] رابطه تعلیق شده است
   *[other] همهٔ روابط تعلیق شده است
}
mark-certain = ق
mark-presumed = ت
mark-possible = ؟
mark-complementary = ک
mark-joint = م
verdict-certain = رقابت قطعی
verdict-presumed = رقابت با فرض تداوم
verdict-possible = رقابت احتمالی
verdict-complementary = مکمل یکدیگر
verdict-possibly-complementary = احتمالاً مکمل یکدیگر
verdict-successive = غیرهم‌زمان
verdict-possibly-successive = احتمالاً غیرهم‌زمان
verdict-joint = اقدام مشترک
verdict-in-contact = در ارتباط (بدون سند)
verdict-none = بدون رقابت
possible-without-sectors = رقابت احتمالی، زیرا حوزهٔ هیچ رابطه‌ای معلوم نیست
target = { $target }: { $provinces } استان، { $ties } رابطه
pairs-counted = { $verdict } ({ $pairs } جفت استان)
preparing = با احتساب موارد در دست اقدام: { $verdict }
pair = { $one } و { $other } در ارتباط با { $target }: { $verdict }
pair-sectors = هر دو در حوزهٔ { $sectors }
pair-days-exactly = حضور هم‌زمان: { $days } روز
pair-days-between = حضور هم‌زمان: حداقل { $least } و حداکثر { $most } روز
pair-days-at-most = حضور هم‌زمان: حداکثر { $most } روز، شاید هیچ
pair-days-at-least = حضور هم‌زمان: حداقل { $days } روز
pair-days-unknown = تعداد روزهای حضور هم‌زمان معلوم نیست
pair-shares = از فعالیت این دو در آنجا { $rivalry } رقابت، { $complementarity } مکمل و { $one_sided } یک‌جانبه است
pair-shares-joint = از فعالیت این دو در آنجا { $rivalry } رقابت، { $joint } اقدام مشترک، { $complementarity } مکمل و { $one_sided } یک‌جانبه است
pair-range-presumed = با فرض تداوم، سهم رقابت از مجموع فعالیت این دو در آنجا: { $least } تا { $most }
pair-range = سهم رقابت از مجموع فعالیت این دو در آنجا: { $least } تا { $most }
pair-about-presumed = با فرض تداوم، سهم رقابت از مجموع فعالیت این دو در آنجا: حدود { $least }
pair-about = سهم رقابت از مجموع فعالیت این دو در آنجا: حدود { $least }
pair-nothing-presumed = با فرض تداوم، هیچ بخشی از فعالیت این دو در آنجا رقابت نیست
pair-nothing = هیچ بخشی از فعالیت این دو در آنجا رقابت نیست
beside = در کنار آن، در ارتباط یا در تدارک رابطه: { $names }
pair-named = { $target }: { $one } و { $other } ({ $verdict })
pair-here = { $one } و { $other }: { $verdict }
pair-since = هر دو از { $date }
pair-since-latest = حضور هر دو، حداکثر از { $day }
pair-listed = حضور هر دو تنها از منبعی به تاریخ { $day } معلوم است
pair-act = سند مشترک: { $acts }
pair-joint = { $ties } رابطه بر اقدام مشترک هر دو ({ $acts }) استوار است و به شمار نیامده است
contest = { $target }: { $names }
contest-pairs = { $verdict } ({ $pairs } از { $all } جفت استان)
contest-contact = فقط در ارتباط: { $names }
pair-first = { $province } پیش‌تر آنجا بوده است
sole-contact-none-recorded = در فهرست کامل این روابط ({ $sources }) رابطهٔ استان دیگری نیامده است
sole-contact-cannot-tell = با داده‌های موجود نمی‌توان گفت استان‌های دیگر در آنجا رابطه‌ای دارند یا نه
sole-contact-aside = در کنار آن، { $ties } رابطه که استان آن معلوم نیست
sole-contact = { $target }: تنها رابطهٔ { $province } ثبت شده است ({ $ties } رابطه)

## Command line

told-wrote-dossier = { $file } نوشته شد: { $title }.
told-wrote-map = { $file } نوشته شد؛ با هر مرورگری باز می‌شود.
told-wrote-site = { $count } فایل در { $folder } نوشته شد؛ آغاز: { $index }
told-sheet-written = { $path } نوشته شد. برای هر رابطه یک سطر پر کنید، آنچه را نمی‌دانید خالی بگذارید و سپس وارد کنید:
told-as-of = در تاریخ { $day }.
told-presumed = با فرض تداوم اعتبار اسناد و روابط پایداری که پایان آن‌ها معلوم نیست، تا { $years } سال پس از آخرین نشانه.
told-believed-on = بر پایهٔ آنچه تا پایان { $day } در مخزن ثبت شده بود.
told-as-of-all = کل پیشینه.
told-overlaps = { $shown } جفت از { $total } جفت استان که حداقل { $min_shared } طرف مشترک دارند.
told-groups = { $shown } گروه از { $total } گروه با حداقل { $min_provinces } استان و حداقل { $min_shared } طرف مشترک.
told-entanglement-border = { $shown } مرز از { $total } مرز استان‌ها.
told-entanglement-neighbour = { $shown } کشور همسایه از { $total } کشور همسایه.
told-change-target = { $shown } طرف خارجی از { $total } طرف خارجی که تغییری در آن رخ داده است.
told-change-province = { $shown } استان از { $total } استان که تغییری در آن رخ داده است.
told-gaps = { $shown } مورد از { $total } مورد خلأ.
told-rivals-contest = { $shown } محل رقابت از { $total } محل رقابت (طرف‌هایی که جفت استان‌ها در آن به هم می‌رسند).
told-rivals-pair = { $shown } مورد از { $total } مورد برخورد دو استان، هر یک در نزدیک‌ترین طرف‌هایی که هر دو با آن رابطه دارند.
told-rivals-target = { $shown } مورد از { $total } طرف خارجی که دو استان یا بیشتر با آن رابطه دارند.
told-sole-contacts = { $shown } مورد از { $total } طرف خارجی که تنها رابطهٔ یک استان با آن‌ها ثبت شده است.
told-findings = { $shown } یافته از { $total } یافته.
told-pairs-at-targets = جفت‌های استان‌ها، هر جفت در هر { $level ->
    [region] استان خارجی
    [city] شهر
    [counterpart] همتا
   *[country] کشور
} یک بار: { $counts }.
told-pairs-at-contests = در محل رقابت، یعنی نزدیک‌ترین طرف‌هایی که هر دو با آن رابطه دارند: { $counts }.
told-farther = جفت‌هایی که در طرفی نزدیک‌تر نیز به هم می‌رسند، اما به سبب روابط دیگرشان رقابتشان در کل آن { $level ->
    [region] استان خارجی
    [city] شهر
    [counterpart] همتا
   *[country] کشور
} پررنگ‌تر است ({ $count }):
told-alone = طرف‌هایی که تنها رابطهٔ یک استان با آن‌ها ثبت شده است ({ $count })؛ { $others }:
told-more = … و { $more } مورد دیگر؛ با --format json همه می‌آید.

# صفحهٔ مدل
model-title = مدل گراف
model-lead = آنچه گراف در خود دارد: { $nodes } نوع گره و { $relationships } نوع رابطه، با همهٔ فیلدها. این صفحه از روی تعریف مدل ساخته می‌شود.
model-drawing = هر رابطه از کجا به کجا می‌رود
model-drawing-description = در یک سو گره‌هایی که رابطه از آن‌ها آغاز می‌شود، در میان نوع رابطه و در سوی دیگر گره‌هایی که رابطه به آن‌ها می‌رسد. جدول‌های زیر همین را با واژه‌ها می‌گویند.
model-nodes = گره‌ها
model-relationships = رابطه‌ها
model-field = فیلد
model-meaning = معنی
model-value = مقدار
model-example = نمونه
model-needed = الزامی
model-id = شکل شناسه: { $form }.
model-ends = مسیر: { $ends }.
model-single = هر گره حداکثر یکی دارد.
model-key = کلید: { $key }.
model-derived = این فیلدها را خود مخزن به دست می‌آورد: { $fields }.
told-rows = { $count } سطر.
name-and-id = { $name } ({ $id })
told-left-out = به‌دلیل کمبود جا نشان داده نشده است: { $names }. با --wide همه نشان داده می‌شود و با --format csv همه منتقل می‌شود.
told-check = با graphmap report و نام هر بررسی، سطرهای آن نشان داده می‌شود.
column-changeset = نوبت ثبت
column-at = زمان ثبت (UTC)
column-by = ثبت‌کننده
column-reason = دلیل
column-created = تازه
column-changed = تغییریافته
column-removed = حذف‌شده
column-id = شناسه
column-label = نوع
column-action = اقدام
column-fields = فیلدها
keep-created = ایجاد { $count } مورد
keep-changed = تغییر { $count } مورد
keep-removed = حذف { $count } مورد
keep-done = انجام شد: { $counts } (نوبت ثبت { $changeset }).
keep-nothing = تغییری لازم نبود.
keep-would-remove = حذف خواهد شد: { $label } { $id }
keep-backup = نسخهٔ پشتیبان در { $file } نوشته شد: { $nodes } گره، { $relationships } رابطه، { $changesets } نوبت ثبت و { $before } سابقهٔ پیشین.
keep-restored = { $store }: گراف { $home } ({ $id }) از { $file } بازیابی شد.
keep-upgraded = { $store }: به نسخهٔ روز درآمد.
keep-up-to-date = { $store }: از پیش به‌روز بود.
sample-loaded = { $store }: نمونهٔ { $sample } با { $records } مورد بارگذاری شد. گام بعدی:
sample-there = { $store }: نمونهٔ { $sample } از پیش در آن بود؛ تغییری لازم نبود.
sources-linked = { $count ->
    [0] اکنون هیچ رابطهٔ SAID_BY با منبعی نیست.
   *[other] اکنون { $count } رابطهٔ SAID_BY با منابع هست.
}
export-bulk = { $nodes } گره و { $relationships } رابطه در { $folder } نوشته شد. گام بعدی، در رایانهٔ سرور، پس از خاموش کردن آن:
export-bulk-then = سپس آن را روشن کنید تا graphmap محدودیت‌ها، نمایه‌ها و نقطه‌ها را بیفزاید:
history-created = ایجاد
history-changed = تغییر
history-removed = حذف
column-check = نام
column-report = نام
column-kind = نوع
column-severity = اهمیت
column-rows = سطرها
column-caption = شرح
kind-report = گزارش
kind-check = بررسی

## Neighbourhood, timeline, groups

neighbourhood-heading = استان‌ها کجا به هم می‌رسند
neighbourhood-needs-script = این نمودار با اسکریپت صفحه رسم می‌شود؛ جدول‌ها همان را نشان می‌دهند.
neighbourhood-none = هیچ کشوری با استانی رابطه ندارد.
neighbourhood-strip = { $shown } کشور از { $all } کشوری که دو استان یا بیشتر با آن‌ها رابطه دارند، به ترتیب رقابت
neighbourhood-country = { $name }: استان‌های دارای رابطه، و { $shown } کشور از { $all } کشور دیگری که دو استان از آن‌ها در آن‌اند
neighbourhood-province = { $name }: کشورهای طرف رابطه، و { $shown } استان از { $all } استانی که در آنجا به آن می‌رسد
neighbourhood-pair = { $shown } کشور از { $all } کشوری که هر دو با آن رابطه دارند
neighbourhood-overlap = خط‌ها برای رسم بیش از اندازه است: تعداد کشورهای مشترک هر دو استان، در { $shown } استان نخست از { $all } استان
neighbourhood-rival = رقیب در آنجا (قطعی یا با فرض تداوم)
neighbourhood-possible = احتمالی یا بدون رقابت
neighbourhood-ring = کشور؛ عدد داخل آن: تعداد استان‌ها
neighbourhood-square = استان؛ عدد داخل آن: تعداد جفت‌های رقیب
list-more = { $names } و { $more } دیگر
timeline-heading = در گذر زمان
timeline-none = هیچ رابطه‌ای تاریخ ندارد.
timeline-shown = { $shown } سند از { $all } سند؛ اقدام‌های مشترک در یک سطر
timeline-shown-undated = { $shown } سند از { $all } سند؛ اقدام‌های مشترک در یک سطر؛ { $undated } رابطه که هیچ تاریخی ندارد رسم نشده است
timeline-more = نمایش همهٔ { $all } سند
timeline-fewer = نمایش کمتر
timeline-several = { $count } همتا
timeline-today = تاریخ گزارش
timeline-strip = برقرار در هر سال
timeline-sure = برقراری معلوم
timeline-presumed = با فرض تداوم
timeline-unknown = آغاز یا پایان نامعلوم
timeline-joint = اقدام مشترک
timeline-sign = آخرین نشانه
timeline-event = سفر و دیدار
groups-heading = گروه‌ها: سه استان یا بیشتر که دو کشور یا بیشتر مشترک دارند
groups-shown = { $shown } گروه از { $all } گروه، بزرگ‌ترین‌ها نخست
groups-shown-of-more = { $shown } گروه از بیش از { $all } گروه، بزرگ‌ترین‌ها نخست
groups-none = هیچ سه استانی دو کشور مشترک ندارند.
groups-province = استان
# کاوشگر
serve-nav = صفحه‌ها
serve-skip = رفتن به متن
serve-title = آنچه نیازمند تصمیم است
serve-map = نقشه و جدول
serve-rivals = رقابت
serve-reports = همهٔ پرسش‌ها
serve-search = جست‌وجو
serve-search-label = نام یا پرسش
serve-search-hint = استان، کشور، شهر، همتا یا یک پرسش
serve-asks = چه می‌خواهید بدانید؟
serve-examples = برای نمونه:
serve-example-since = چه کسی دیگر در { $country } است و از چه زمانی
serve-example-border = کدام مرز هیچ رابطه‌ای ندارد
serve-example-trial = رابطه با { $across } چه اثری دارد
serve-example-ends = پیش از نوروز چه چیزی پایان می‌یابد
serve-example-ends-common = پیش از نوروز چه چیزی پایان می‌یابد
serve-example-contact = چه کسی بدون سند با { $met } در تماس است
serve-example-path = { $province } و { $city } چه ارتباطی دارند
serve-example-known = فروردین گذشته چه می‌دانستیم
serve-example-known-common = فروردین گذشته چه می‌دانستیم
serve-example-rivals = رقابت { $country } { $sector }
serve-example-pair = { $first } و { $second }
serve-decisions = آنچه نیازمند تصمیم است
serve-no-decisions = در این تاریخ، موردی که نیازمند تصمیم باشد ثبت نشده است.
serve-pair = { $target }: { $one } و { $other }؛ { $sectors }
serve-gap = { $province } – { $target } ({ $country }): در این مرز رابطه‌ای ثبت نشده است
serve-end = { $home } با { $target }: پایان در { $day }
serve-entangled = { $province } – { $target } ({ $country }): { $perhaps ->
    [0] رابطه‌ای از خود استان ثبت نشده است
   *[other] معلوم نیست رابطهٔ خود استان هنوز برقرار باشد
 }، ولی { $others } از دورتر آنجا { $count ->
    [one] حضور دارد
   *[other] حضور دارند
 }
serve-kind-entangled = مرز درهم‌تنیده
serve-kind-gap = مرز
serve-kind-end = رو به پایان
serve-against = نقطهٔ ضعف این مورد: { $doubts }.
serve-overturned = قوی‌ترین دلیل مخالف: { $said }.
serve-not-overturned = هیچ تغییر آزموده‌شده‌ای در یک رابطه، تاریخ، حوزه یا منبع آن را سست‌تر نمی‌کند.
serve-no-doubt = همهٔ تاریخ‌ها و حوزه‌های آن ثبت شده است.
serve-gap-none-recorded = در منبعی که این روابط را فهرست کرده است، موردی نیامده است.
serve-gap-cannot-tell = هیچ منبعی مدعی ارائهٔ فهرست کامل این روابط نیست؛ شاید رابطه‌ای باشد.
serve-end-stated = پایان آن در منبع آمده است.
serve-end-presumed = پایان آن ثبت نشده است؛ این پایانِ فرض تداوم است.
serve-count-rivals = جفت استان با رقابت قطعی یا با فرض تداوم در یک کشور
serve-count-gaps = مرز با استان خارجی که رابطه‌ای در آن ثبت نشده است
serve-count-ends = سند و رابطه که تا نیم سال دیگر پایان می‌یابد
serve-count-prepared = مورد در دست اقدام: پیشنهاد یا مذاکره
serve-count-beside = { $count ->
    [0] در هیچ‌یک از این کشورها استان دیگری رابطه ندارد.
   *[other] { $count } مورد در کشوری است که استان دیگری هم آنجا رابطه دارد.
}
serve-list = دیدن فهرست
serve-gaps = خلأ پوشش
serve-gaps-sort = نوع خلأ
serve-contested = پررقابت‌ترین کشورها
serve-provinces = استان
serve-pairs = جفت رقیب
serve-squares-head = استان‌ها (پُر: در یک جفت رقیب)
serve-squares = { $full } استان از { $count } استان در یک جفت رقیب است
serve-known-start = آغاز ثبت شده
serve-known-sectors = حوزه ثبت شده
serve-known-end = پایان ثبت شده
serve-known-of = { $count } از { $total }
serve-known-note = «ثبت نشده» به معنای «وجود ندارد» نیست.
serve-without = { $count } استان بدون رابطهٔ ثبت‌شده:
serve-questions = پرسش‌های آماده
serve-data = وضعیت داده‌ها
serve-held = { $ties } رابطه و { $sources } منبع ثبت شده است.
serve-kind-analysis = تحلیل‌ها
serve-kind-report = گزارش‌ها
serve-kind-check = بررسی‌ها
serve-form = آنچه پرسیده می‌شود
serve-ask = نمایش
serve-any = همه
serve-more = گزینه‌های بیشتر
serve-needed = نخست انتخاب کنید: { $what }.
serve-unfit = نمایش این صفحه انجام نشد
serve-send-again = ارسال دوباره
serve-not-there = چیزی در این نشانی نیست
serve-not-now = این صفحه اکنون نمایش داده نمی‌شود
serve-working = پاسخ در دست تهیه است
serve-working-since = از آغاز تهیهٔ این پاسخ { $seconds } ثانیه می‌گذرد.
serve-working-comes = پاسخ به‌محض آماده شدن در همین صفحه نمایش داده می‌شود؛ در این فاصله، صفحه‌های دیگر در دسترس‌اند.
serve-working-again = بررسی دوباره
missions-beside = نمایندگی‌های { $one } و { $other } نزد یکدیگر
missions-beside-note = این نمایندگی نیز در فهرست است. دایر بودن برای تاریخ این صفحه گفته شده است و تاریخ اطلاع، تاریخی است که منبع از آن خبر می‌دهد.
missions-sender = کشور فرستنده
missions-city = محل
missions-opened = گشایش
missions-closed = تعطیلی
missions-held = متصدی
missions-status = { $status }؛ تاریخ اطلاع: { $day }
profile-drawn = { $count ->
    [one] بخش‌های زیر تنها بر پایهٔ یک رابطهٔ این صفحه است که در این تاریخ به حساب می‌آید؛ «بدون رابطه» در آن‌ها یعنی بدون رابطه در میان همین موارد.
   *[other] بخش‌های زیر تنها بر پایهٔ { $count } رابطهٔ این صفحه است که در این تاریخ به حساب می‌آیند؛ «بدون رابطه» در آن‌ها یعنی بدون رابطه در میان همین موارد.
}
profile-behind-panels = پرس‌وجوی این بخش‌ها
serve-behind = پرس‌وجوی این جدول
serve-copy = رونوشت
serve-copied = رونوشت برداشته شد
profile-nothing = پرسیده شد و موردی یافت نشد
serve-unfold = گشودن جدول: { $counted }
serve-rows = { $count } سطر
serve-ties = همهٔ روابط ثبت‌شده در اینجا
ties-of = روابط ثبت‌شدهٔ { $name }
book-rows = سطرها
book-columns = ستون‌ها
book-take = دریافت پاسخ به شکل کارپوشه (XLSX)
serve-ties-note = در همهٔ تاریخ‌ها؛ روابط پایان‌یافته و آنچه هنوز برقرار نشده است نیز آمده است.
serve-from = طرف داخلی
serve-to = طرف خارجی
serve-sources = منابع
serve-id = شناسه
serve-in = واقع در
serve-aliases = نام‌های دیگر
serve-population = جمعیت
serve-borders = هم‌مرز با
serve-governors = استانداران
serve-governs = استاندار
serve-missions = نمایندگی‌های آن
serve-status = وضعیت
serve-publisher = ناشر
serve-address = نشانی
serve-published = تاریخ انتشار
serve-retrieved = تاریخ مشاهده
serve-grade = اعتبار
serve-note = توضیح
serve-covers = آنچه مدعی ارائهٔ فهرست کامل آن است
serve-meant = کدام منظور است؟
serve-nothing-found = چیزی با این نام یافت نشد و این پرسش نیز شناخته نیست.
serve-results = جست‌وجو: { $query }
serve-reading = برداشت از پرسش
serve-near = نزدیک‌ترین نام‌ها
serve-mended = «{ $typed }» به معنای «{ $taken }» گرفته شد.
serve-unread = خوانده نشد: { $words }.
serve-grammar = نام‌ها به هر دو خط؛ یا پرسشی در چند واژه: رقابت، هم‌پوشانی، مرزها، پایان تا، در ارتباط، مسیر، چه اثری، از چه زمانی، می‌دانستیم؛ همراه با نام‌ها، حوزه و تاریخ.
serve-read-view = نقشه، جدول و توضیح هر دو
serve-read-path = چگونه به هم می‌رسند
serve-read-before = تا { $day }
serve-read-as-of = در تاریخ { $day }
serve-read-believed-on = بر پایهٔ دانسته‌های { $day }
serve-read-known = نقشه، جدول و توضیح بر پایهٔ دانسته‌های آن روز
serve-read-trial = رابطه‌ای که هنوز نیست چه اثری دارد
serve-not-known-then = آنچه در { $day } می‌دانستیم از این مخزن برنمی‌آید.
serve-how-to-ask = چگونه بپرسیم
serve-open-whole = پاسخ کامل
serve-open-trial = انتخاب استان و حوزه، و دیدن اثر رابطه
serve-known-now = آنچه در { $day } برقرار بوده است، بر پایهٔ دانسته‌های امروز
serve-wider = بدون قید «{ $what }»: { $count } سطر
serve-all-of = هرچه دربارهٔ { $name } ثبت شده است
serve-wider-all = در کل پیشینه: { $count } سطر
trial-next = برای دیدن اثر این رابطه، استان، نوع و حوزه‌ها را انتخاب کنید.
paths-title = { $one } و { $other } چگونه به هم می‌رسند
paths-count = { $shown } مسیر از { $total } کوتاه‌ترین مسیر
paths-note = کوتاه‌ترین مسیرها در گراف، در هر تاریخی؛ هیچ مسیری از خود کشور این استان‌ها نمی‌گذرد.
paths-none = در آنچه ثبت شده است، این دو به هم نمی‌رسند.
relation-tied-to = رابطه
relation-in = واقع در
relation-represents = همتا در
relation-sent-by = نمایندگی
relation-borders = مرز
relation-governs = استاندار
relation-holds = سمت
relation-covers = حوزهٔ نمایندگی
relation-accredited-to = با استوارنامه نزد
relation-trades-with = تجارت
label-country = کشور
label-province = استان
label-region = استان خارجی
label-city = شهر
label-counterpart = همتا
label-mission = نمایندگی
label-governor = استاندار
label-official = مقام
label-source = منبع
label-body = نهاد
serve-canvas = بوم گراف
canvas-title = گراف روابط
canvas-region = بوم
canvas-tools = گام‌ها و نما
canvas-legend = راهنما: آنچه نشان داده می‌شود
canvas-nodes = آنچه روی بوم است
canvas-menu = کارهایی که می‌توان کرد
canvas-explore = کاوش
canvas-explore-hint = آغاز دوباره با آنچه انتخاب شده است
canvas-explore-this = کاوش
canvas-expand = گسترش
canvas-expand-hint = افزودن آنچه به مورد انتخاب‌شده پیوسته است
canvas-undo = واگرد
canvas-redo = ازنو
canvas-fit = نمایش همه
canvas-closer = نزدیک‌تر
canvas-farther = دورتر
canvas-keys = پیکان‌ها: نزدیک‌ترین · Shift+پیکان: در راستای خط · Enter: فهرست کارها · Space: باز و بسته · E: گسترش · P: سنجاق · M: نشان · Del: پنهان · Ctrl+Z و Ctrl+Shift+Z
canvas-no-script = بوم به اجرای اسکریپت نیاز دارد و این مرورگر آن را اجرا نمی‌کند؛ صفحهٔ هر مورد همین‌ها را در جدول می‌گوید.
canvas-nothing-chosen = چیزی انتخاب نشده است
canvas-choose-hint = موردی را روی نقشه یا در فهرست انتخاب کنید: اینجا پیش از افزودن هر چیز، تعداد روابط آن می‌آید. با انتخاب هر خط، روابط و منابع آن دیده می‌شود.
canvas-steps = گام‌ها
canvas-in-words = آنچه روی بوم است، به زبان متن
canvas-words-left = … و { $count } مورد دیگر با خط‌های کمتر؛ آنچه برگزیده شود همیشه گفته می‌شود.
canvas-counts = { $nodes } مورد، { $lines } خط
canvas-twice = { $name } · { $label }
canvas-stands-for = { $label }، به‌جای { $count } مورد دیگر در آن
canvas-can-add = چه می‌توان افزود
canvas-none-to-add = موردی با این شرایط به آن پیوسته نیست.
canvas-nothing-to-add = چیزی برای افزودن به آن نمانده است.
canvas-add = افزودن { $count } مورد: { $what }
canvas-of = { $shown } از { $all }
canvas-all-there = همه هست
canvas-times = { $name } ×{ $count }
canvas-profile = صفحهٔ آن
canvas-any = همه
canvas-filters = تنها برخی از آن‌ها
canvas-filters-on = { $count ->
    [one] یک شرط فعال است
   *[other] { $count } شرط فعال است
}
canvas-filter-kind = نوع رابطه
canvas-filter-sector = حوزه
canvas-filter-grade = اعتبار منبع
canvas-filter-as-of = برقرار در تاریخ
canvas-filter-limit = حداکثر
canvas-close = جمع کردن در آن
canvas-collapse = جمع کردن
canvas-single = بدون گروه
canvas-hide = پنهان
canvas-pin = سنجاق
canvas-unpin = برداشتن سنجاق
canvas-failed = انجام نشد: { $why }
canvas-clause = {"؛ "}
canvas-step-recalled = همان‌گونه که بود
canvas-step-start = آغاز: { $names } و آنچه روابط آن به آن می‌رسد
canvas-step-start-some = آغاز: { $names } و آنچه بیشتر روابط آن به آن می‌رسد؛ { $more } مورد نیامده است
canvas-step-all = آغاز: همهٔ گراف
canvas-step-add = افزودن { $count } مورد به { $name }: { $what }
canvas-step-open = باز کردن { $name }: { $count } مورد در آن
canvas-step-close = جمع کردن { $count } مورد در { $name }
canvas-step-collapse = جمع کردن { $name }: { $count } مورد کنار رفت
canvas-step-single = { $name } تنها به‌جای خود
canvas-step-hide = پنهان کردن { $name }
canvas-step-pin = سنجاق کردن { $name }
canvas-step-unpin = برداشتن سنجاق { $name }
canvas-step-move = جابه‌جایی { $name }
canvas-step-on = نمایش: { $what }
canvas-step-off = کنار گذاشتن: { $what }
canvas-step-tidy = چینش دوباره
canvas-step-reveal = نمایش همهٔ خطوط میان آنچه دیده می‌شود
canvas-line-between = { $one } و { $other }
canvas-line-count = { $what }: { $count }
canvas-line-none-holds = هیچ‌یک امروز به شمار نمی‌آید: پایان یافته یا هنوز برقرار نشده است.
canvas-shown-of = { $shown } مورد از { $all } مورد آمده است.
canvas-behind = پرس‌وجوی پشت آن
canvas-copy = رونوشت
canvas-since = از { $day }
canvas-until = تا { $day }
canvas-no-since = بدون تاریخ آغاز
canvas-no-sectors = حوزه ثبت نشده است
canvas-standing-certain = برقرار به‌طور قطعی
canvas-standing-possible = برقرار بودن قطعی نیست
canvas-standing-none = امروز به شمار نمی‌آید
canvas-source = منبع:
canvas-grade = اعتبار: { $grade }
canvas-no-grade = بدون درجهٔ اعتبار
canvas-many-country = کشورها
canvas-many-province = استان‌ها
canvas-many-region = استان‌های خارجی
canvas-many-city = شهرها
canvas-many-counterpart = همتایان
canvas-many-mission = نمایندگی‌ها
canvas-many-governor = استانداران
canvas-many-official = مقام‌ها
canvas-many-body = نهادها
canvas-many-source = منابع
canvas-many-sector = حوزه‌ها
canvas-mark = نشان کردن
canvas-unmark = برداشتن نشان
canvas-path-to = مسیر تا اینجا
canvas-compare = مقایسه
canvas-common = مشترک‌ها
canvas-reveal = نمایش خطوط
canvas-tidy = چینش دوباره
canvas-group = گروه بر پایهٔ
canvas-group-top = کشور و استان
canvas-group-region = استان خارجی
canvas-group-sector = حوزه
canvas-take = خروجی
canvas-through = از راه
canvas-path-step = { " " }— { $how } ← { $name }
canvas-paths-between = { $one } و { $other } چگونه به هم می‌رسند
canvas-paths-count = { $count ->
    [one] یک کوتاه‌ترین مسیر
   *[other] { $count } کوتاه‌ترین مسیر
}
canvas-paths-some = { $shown } مسیر از { $count } کوتاه‌ترین مسیر
canvas-paths-none = از این راه، این دو به هم نمی‌رسند.
canvas-step-paths = مسیرهای { $one } تا { $other }: { $count } مسیر، { $steps } گام
canvas-step-compare = مقایسهٔ { $names }
canvas-step-common = مشترک میان { $names }: { $count } مورد افزوده شد
canvas-step-group-top = گروه بر پایهٔ کشور و استان
canvas-step-group-region = گروه بر پایهٔ استان خارجی
canvas-step-group-sector = گروه بر پایهٔ حوزه
canvas-band-all = همهٔ آن‌ها: { $count }
canvas-band-some = برخی از آن‌ها: { $count }
canvas-band-only = تنها { $name }: { $count }
canvas-pair = { $one } و { $other }: { $verdict }
canvas-file-day = در تاریخ { $day }
canvas-file-sources = منابع
canvas-file-source = { $name } ({ $grade }): { $count } رابطه
canvas-file-more = و { $count } منبع دیگر
canvas-sheet-lines = خطوط
canvas-sheet-nodes = موارد روی بوم
canvas-column-id = شناسه
canvas-column-name = نام
canvas-column-label = نوع
canvas-column-inside = به‌جای چند مورد
canvas-column-grade = اعتبار
canvas-column-count = تعداد روابط
canvas-column-start = شناسهٔ آغاز
canvas-column-start-name = از
canvas-column-type = رابطه
canvas-column-end = شناسهٔ پایان
canvas-column-end-name = به
canvas-column-kinds = انواع
canvas-column-counts-today = در تاریخ گزارش برقرار
canvas-way-tied-to-out = رابطه با: { $label }
canvas-way-tied-to-in = رابطه از سوی: { $label }
canvas-list-tied-to-out = رابطه با { $names }
canvas-list-tied-to-in = رابطه از سوی { $names }
canvas-way-in-out = واقع در: { $label }
canvas-way-in-in = دربرگیرندهٔ: { $label }
canvas-list-in-out = واقع در { $names }
canvas-list-in-in = دربرگیرندهٔ { $names }
canvas-way-represents-out = نمایندهٔ: { $label }
canvas-way-represents-in = به نمایندگی: { $label }
canvas-list-represents-out = نمایندهٔ { $names }
canvas-list-represents-in = به نمایندگی { $names }
canvas-way-sent-by-out = فرستندهٔ آن: { $label }
canvas-way-sent-by-in = فرستندهٔ: { $label }
canvas-list-sent-by-out = اعزامی از { $names }
canvas-list-sent-by-in = فرستندهٔ { $names }
canvas-way-borders-out = هم‌مرز با: { $label }
canvas-way-borders-in = هم‌مرز با: { $label }
canvas-list-borders-out = هم‌مرز با { $names }
canvas-list-borders-in = هم‌مرز با { $names }
canvas-way-governs-out = استاندار در: { $label }
canvas-way-governs-in = استاندار آن: { $label }
canvas-list-governs-out = استاندار { $names }
canvas-list-governs-in = استاندار آن: { $names }
canvas-way-holds-out = دارای سمت در: { $label }
canvas-way-holds-in = صاحب‌منصب آن: { $label }
canvas-list-holds-out = دارای سمت در { $names }
canvas-list-holds-in = صاحب‌منصب آن: { $names }
canvas-way-covers-out = حوزهٔ آن: { $label }
canvas-way-covers-in = در حوزهٔ: { $label }
canvas-list-covers-out = حوزهٔ آن: { $names }
canvas-list-covers-in = در حوزهٔ { $names }
canvas-way-accredited-to-out = با استوارنامه نزد: { $label }
canvas-way-accredited-to-in = دارای استوارنامه در اینجا: { $label }
canvas-list-accredited-to-out = با استوارنامه نزد { $names }
canvas-list-accredited-to-in = دارای استوارنامه در اینجا: { $names }
canvas-way-trades-with-out = تجارت با: { $label }
canvas-way-trades-with-in = تجارت با: { $label }
canvas-list-trades-with-out = تجارت با { $names }
canvas-list-trades-with-in = تجارت با { $names }
canvas-way-reaches-out = روابط با: { $label }، در همهٔ سطح‌ها
canvas-way-inside-in = آنچه به‌جای آن است
parameter-answer = وضعیت
parameter-as-of = در تاریخ
parameter-before = تا تاریخ
parameter-believed-on = بر پایهٔ داده‌های ثبت‌شده تا تاریخ
parameter-from = از
parameter-to = تا
parameter-by = هر سطر
parameter-gap = نوع خلأ
parameter-min-provinces = حداقل استان‌ها
parameter-counterpart = همتا
parameter-region = استان خارجی
parameter-country = کشور
parameter-ending = کدام پایان
parameter-kind = نوع رابطه
parameter-kinds = انواع رابطه
parameter-level = سطح مقایسه
parameter-limit = حداکثر سطرها
parameter-draws = تعداد نمونه‌ها
parameter-min-shared = حداقل موارد مشترک
parameter-seed = عدد آغازین نمونه‌گیری
parameter-significance = آیا بیش از حد تصادف است؟
parameter-missing = آنچه ثبت نشده است
parameter-months = ماه‌های گذشته
parameter-nature = پایدار یا رویداد
parameter-presume = سال‌های فرض تداوم
parameter-province = استان
parameter-sector = حوزه
parameter-source = منبع
parameter-tie = رابطه
parameter-until = پایان دورهٔ محاسبه
parameter-years = سال‌های پیش رو
parameter-years-to-end = سال تا پایان

## The trial: what a tie that does not exist would do

serve-trial = پیش از امضا
trial-title = پیش از امضا: این رابطه چه تغییری پدید می‌آورد؟
trial-lead = رابطه‌ای را که هنوز وجود ندارد وارد کنید. چیزی از آن ثبت نمی‌شود.
trial-choose = انتخاب کنید
trial-target = طرف خارجی
trial-target-help = کشور، استان خارجی، شهر، همتا یا نمایندگی، با هر یک از نام‌هایش.
trial-document-help = شمارهٔ سند، اگر چند استان یک سند را امضا می‌کنند؛ وگرنه خالی بماند.
trial-since-help = روز، ماه یا سال به هر دو تقویم؛ اگر خالی بماند، امروز.
trial-try = نمایش پیامد
trial-at-home = { $name } در داخل کشور است؛ باید یک مکان خارجی، همتا یا نمایندگی باشد
trial-would = چه تغییری پدید می‌آورد
trial-whole = همهٔ آثار آن: قاعده‌های ناسازگار، خلأها و استان پیشگام
trial-nothing-stored = سنجش پیش از امضا: این رابطه وجود ندارد و چیزی از آن ثبت نمی‌شود.
trial-there = چه کسانی از پیش آنجا هستند
trial-own = { $province } خود در این کشور { $count } رابطهٔ ثبت‌شده دارد.
trial-there-at = از پیش با { $place } رابطه دارند: { $names }.
trial-there-within = از پیش در { $place } رابطه دارند: { $names }.
trial-there-near = در { $place } یا با واحدی که آن را در بر دارد: { $names }.
trial-there-country = در جاهای دیگر همین کشور: { $names }.
trial-there-none = در این تاریخ، رابطهٔ استان دیگری با { $place } یا کشور آن ثبت نشده است؛ این به معنای نبودن آن نیست.
trial-event = سفر، گفت‌وگو و ارتباط تعهدی پدید نمی‌آورد: { $province } با { $target } در ارتباط خواهد بود و از این راه رقیب کسی نمی‌شود.
trial-alone = در این تاریخ، رابطهٔ استان دیگری با { $country } ثبت نشده است: تا جایی که داده‌ها نشان می‌دهد، { $province } در آنجا تنها خواهد بود.
trial-certain = رقابت قطعی تازهٔ { $province } با { $count } استان: { $names }.
trial-presumed = رقابت تازهٔ { $province } (با فرض تداوم) با { $count } استان: { $names }.
trial-deeper = بر رقابتی که { $province } هم‌اکنون در آنجا دارد می‌افزاید: با { $names }.
trial-possible = رقابت احتمالی، زیرا تاریخ یا حوزهٔ روابط دیگران ثبت نشده است: { $names }.
trial-complementary = در همان‌جا، اما برای کار دیگر (مکمل): { $names }.
trial-nothing = تا جایی که داده‌ها نشان می‌دهد، { $province } با این رابطه در { $country } رقیب کسی نمی‌شود.
trial-joins = { $only } دیگر تنها استانی نخواهد بود که رابطه‌اش با { $country } ثبت شده است.
trial-gap = نخستین رابطهٔ ثبت‌شدهٔ { $province } در مرز با { $regions } خواهد بود.
trial-no-sector = حوزه‌ای وارد نشده است؛ ازاین‌رو رقابت آن تنها احتمالی خواهد بود.
trial-basis = وضعیت در { $day }.
trial-more = … و { $more } مورد دیگر.
trial-other = استان
trial-where = محل رقابت
trial-before = اکنون
trial-after = با این رابطه
trial-same = مانند اکنون، با یک رابطهٔ بیشتر

## Meetings, kept views, and what is written with --edit

serve-cypher = Cypher
cypher-title = پرس‌وجوی دلخواه
cypher-bounds = فقط خواندنی: حداکثر { $rows } سطر و { $seconds } ثانیه، در فرایندی جداگانه.
cypher-query = پرس‌وجو
cypher-parameters = پارامترها، به شکل یک شیء JSON
cypher-keys = با Ctrl+Enter نیز نمایش داده می‌شود.
cypher-rows = سطرها
cypher-cut = سطرهای بیشتری هست که از حد مجاز می‌گذرد.
cypher-examples = برای آغاز
serve-meeting = نشست
serve-views = نماها
label-view = نما
label-decision = تصمیم
meeting-title = نشست
meeting-lead = موارد را انتخاب و مرتب کنید (Alt با کلیدهای بالا و پایین، مورد انتخاب‌شده را جابه‌جا می‌کند) و آغاز کنید. نشانی این صفحه دستور جلسه را در خود دارد و می‌توان آن را فرستاد.
meeting-agenda = دستور جلسه
meeting-begin = آغاز نشست
meeting-minutes = صورت‌جلسه
meeting-empty = هنوز چیزی در دستور جلسه نیست.
meeting-offered = آنچه نیازمند تصمیم است: با یک کلیک بیفزایید
meeting-up = جلوتر: { $said }
meeting-down = عقب‌تر: { $said }
meeting-add = افزودن به دستور جلسه
meeting-day = نشست { $day }
meeting-item = مورد { $at } از { $count }
meeting-full = تمام‌صفحه
meeting-all = همهٔ { $count } جفت
meeting-moves = موارد
meeting-before = مورد قبل
meeting-after = مورد بعد
meeting-keys = بعد و قبل: کلیدهای جهت‌دار، Page Down و Page Up. کلید B: صفحهٔ سیاه. کلید F: تمام‌صفحه. کلید Esc: دستور جلسه.
meeting-decision = تصمیم
meeting-lead-outcome = استان پیشگام
meeting-joint = اقدام مشترک
meeting-postponed = موکول به بعد
meeting-refused = رد
meeting-decided = تصمیم: { $outcome }
meeting-by = تصمیم‌گیرنده: { $who }
meeting-on = { $day }
meeting-ground = مبنا: { $ground }
meeting-by-label = تصمیم‌گیرنده
meeting-ground-label = مبنای تصمیم
meeting-record = ثبت تصمیم
meeting-open = تصمیمی ثبت نشده است.
meeting-chair = رئیس نشست
meeting-secretary = دبیر نشست
views-title = نماهای نگه‌داشته
views-lead = نمای نگه‌داشته نشانی‌ای با نام است: پس از ورود دوبارهٔ داده‌ها نیز همان می‌ماند.
views-count = { $count ->
    [0] هنوز نمایی نگه داشته نشده است.
   *[other] { $count } نما
}
views-kept = نگه داشته شد: { $name }
views-keep = نگه داشتن این نما
views-name = نام
views-note = یادداشت
edit-recorded = با شناسهٔ { $changeset } به نام { $by } ثبت شد.
edit-unchanged = چیز تازه‌ای نبود (از پیش ثبت شده بود)
edit-on = ادامه
edit-back = بازگشت به صفحهٔ پیش
planning-keep = ثبت این تقسیم کار به صورت پیش‌نویس
planning-name = نام تقسیم کار
planning-enact = اجرای پیش‌نویس
planning-archive = پایان یا بایگانی
planning-day = از روز (شمسی یا میلادی)
planning-today = امروز
planning-kept = تقسیم کار «{ $plan }» به صورت پیش‌نویس ثبت شد.
planning-enacted = تقسیم کار «{ $plan }» از { $day } اجرا می‌شود و تقسیم پیشین تا آن روز برقرار است.
planning-archived = تقسیم کار «{ $plan }» از { $day } دیگر در حال اجرا نیست.
planning-of-one-country = تقسیم کار تنها یک کشور ثبت نمی‌شود: نام کشور را بردارید و تقسیم همهٔ کشورها را ثبت کنید.
edit-needs-name = نما نام می‌خواهد.
edit-needs-finding = تصمیم باید دربارهٔ موردی باشد.
edit-needs-source = رابطه به استان، طرف خارجی، نوع و منبعی که آن را بگوید نیاز دارد.
edit-decided = تصمیم ثبت شد: { $outcome }
edit-tie-recorded = رابطه ثبت شد.
edit-record-tie = این رابطه وجود دارد: آن را ثبت کنید
edit-source = منبعی که آن را می‌گوید
edit-source-help = نام منبعی که در مخزن هست؛ هر متن دیگر، منبع تازه‌ای با اعتبار «استنباط» می‌شود.

## The evidence of a choice, and time

evidence-of = مستندات
evidence-others = { $count } مورد دیگر
evidence-unknown = نامعلوم: { $what }
evidence-cite = ارجاع
evidence-close = بستن
cite-tie = { $start } – { $target }: { $kind }، { $since }
clock-leads = دربارهٔ آنچه انتخاب شده است
clock-heading = زمان
clock-counts = { $year }: { $certain } قطعی، { $presumed } با فرض تداوم، { $possible } احتمالی
clock-slider = سال
clock-play = پخش
clock-stop = توقف
clock-believed = بر پایهٔ آنچه تا این تاریخ دانسته بود
serve-take-file = دریافت این صفحه در یک پرونده
clock-begun = روزی به هر یک از دو تقویم؛ دانسته‌های مخزن از { $day } به بعد در دست است.
plan-lead = { $target }: استان پیشگام { $province } است
plan-open = { $target }: استان پیشگام ندارد، زیرا ظرفیت استان‌های دارای امتیاز در جای دیگر پر شده است: { $candidates }
plan-nobody = { $target }: استان پیشگام ندارد، زیرا هیچ استانی در آن امتیازی ندارد
plan-points = { $points } امتیاز: { $parts }
plan-factor-ties = { $points } برای روابط
plan-factor-border = { $points } برای مرز مشترک
plan-factor-mission = { $points } برای نمایندگی مستقر در استان
plan-factor-trade = { $points } برای مبادلات استان
plan-factor-given = { $points } به تشخیص کمیته
plan-margin = با پیشگامی { $province }، { $margin } امتیاز از کل تقسیم کار از دست می‌رود
plan-margin-open = اگر پیشگام نباشد { $margin } امتیاز از کل تقسیم کار از دست می‌رود و این کشور به جای کشوری دیگر بدون استان پیشگام می‌ماند
plan-equal = پیشگامی { $province } نیز همان‌قدر می‌ارزد: انتخاب با کمیته است
plan-equal-open = می‌تواند به جای این کشور در کشوری دیگر پیشگام باشد: انتخاب با کمیته است
plan-choice-only-candidate = هیچ استان دیگرِ دارای امتیاز نمی‌تواند پیشگام باشد
plan-choice-set-by-rule = بنا بر قواعد کمیته
plan-runner-up-open = با پیشگامی { $province }، طرف خارجی دیگری بدون استان پیشگام می‌ماند
plan-crowded = در حوزهٔ { $sector } { $count } استان حضور دارند که بیش از { $most } است: { $names } کار خود را به { $lead } واگذار می‌کنند
plan-scattered = { $province } در { $count } حوزه حضور دارد که بیش از { $most } است
plan-orphans = در حوزهٔ { $sectors } رابطه‌ای ثبت نشده است
plan-supporting = استان‌های دارای رابطهٔ برقرار یا احتمالی، در نقش پشتیبان: { $names }
plan-there = استان‌های دارای رابطهٔ برقرار یا احتمالی: { $names }
plan-supporting-ever = استان‌هایی که در دوره‌ای رابطه داشته‌اند، در نقش پشتیبان: { $names }
plan-there-ever = استان‌هایی که در دوره‌ای رابطه داشته‌اند: { $names }
plan-pairs-rival = { $before } جفت رقیب، { $after ->
    [0] و همواره یکی از دو استان پیشگام است
   *[other] که در { $after } جفت هیچ‌یک پیشگام نیست
}
plan-pairs-possible = { $before } جفت با رقابت احتمالی، { $after ->
    [0] و همواره یکی از دو استان پیشگام است
   *[other] که در { $after } جفت هیچ‌یک پیشگام نیست
}
plan-total = { $led } طرف از { $of } طرف خارجی استان پیشگام دارد، با مجموع { $points } امتیاز؛ بهای توازن { $price } امتیاز است.
plan-loads = تعداد پیشگامی هر استان: { $loads }.
plan-idle = { $count } استان دارای امتیاز در هیچ جا پیشگام نیست: { $names }.
plan-all-pairs-rival = جفت‌های رقیب، هر جفت یک بار در هر طرف خارجی: { $before }؛ از این میان، جفت‌هایی که هیچ‌یک پیشگام نیست: { $after }.
plan-all-pairs-possible = جفت‌های با رقابت احتمالی: { $before }؛ از این میان، جفت‌هایی که هیچ‌یک پیشگام نیست: { $after }.
plan-residual = رقابت باقی‌مانده، مجموع R در جفت‌های رقیبی که هیچ‌یک پیشگام نیست: از { $least } تا { $most }.
plan-no-points = اکنون در آنجا امتیازی ندارد
plan-anew = در محاسبهٔ تازه، { $province } پیشگام می‌شود
plan-kept-open = { $target }: در این تقسیم کار استان پیشگام ندارد
plan-kept = تقسیم کار «{ $plan }» ({ $state }): { $led } طرف از { $of } طرف خارجی استان پیشگام دارد، با مجموع { $points } امتیاز در وضع کنونی؛ محاسبهٔ تازه { $best } امتیاز می‌دهد و پیشگام { $anew } طرف را تغییر می‌دهد.
plan-kept-from = تقسیم کار «{ $plan }» ({ $state }، از { $first }): { $led } طرف از { $of } طرف خارجی استان پیشگام دارد، با مجموع { $points } امتیاز در وضع کنونی؛ محاسبهٔ تازه { $best } امتیاز می‌دهد و پیشگام { $anew } طرف را تغییر می‌دهد.
plan-state-draft = پیش‌نویس
plan-state-to-come = در انتظار آغاز اجرا
plan-state-in-force = در حال اجرا
plan-state-archived = بایگانی‌شده
plans-draft = «{ $plan }» پیش‌نویس است
plans-in-force = «{ $plan }» از { $first } در حال اجراست
plans-in-force-until = «{ $plan }» از { $first } تا { $until } در حال اجراست
plans-to-come = «{ $plan }» از { $first } به اجرا درمی‌آید
plans-to-come-until = «{ $plan }» از { $first } تا { $until } به اجرا درمی‌آید
plans-enacted-from = تقسیم کار «{ $plan }» از { $first } اجرا می‌شود و تقسیم پیشین تا آن روز برقرار است ({ $changeset }).
plans-ends-now = تقسیم کار «{ $plan }» تا { $first } در حال اجراست ({ $changeset }).
plans-archived = «{ $plan }» از { $first } تا { $until } در حال اجرا بود
plans-archived-draft = «{ $plan }» بدون اجرا بایگانی شده است
plans-led = { $led } طرف از { $of } طرف خارجی استان پیشگام دارد، میان { $provinces } استان
plans-made-of = بر پایهٔ روابط { $day }
plans-differs = { $count ->
    [0] تفاوتی با تقسیم کار در حال اجرا ندارد
   *[other] در { $count } مورد با تقسیم کار در حال اجرا تفاوت دارد
}
plans-kept = تقسیم کار «{ $plan }» به صورت پیش‌نویس ثبت شد ({ $changeset }).
plans-enacted = تقسیم کار «{ $plan }» به اجرا گذاشته شد ({ $changeset }).
plans-archived-now = تقسیم کار «{ $plan }» بایگانی شد ({ $changeset }).
outcome-rivals = از آغاز اجرای تقسیم کار «{ $plan }» ({ $first }) تا { $last }: جفت‌های رقیب (قطعی یا با فرض تداوم) در طرف‌های این تقسیم: پیش از آن { $before }، پس از آن { $after } ({ $became } جفت تازه، که { $doubtful } جفت پیش‌تر احتمالی بود؛ { $ceased } جفت دیگر رقیب نیست، که { $faded } جفت هنوز احتمالی است)؛ از این میان، جفت‌هایی که هیچ‌یک پیشگام نیست: پیش از آن { $left_before }، پس از آن { $left }؛ رقیب تازهٔ استان پیشگام: { $against }.
outcome-small = { $small } استان که حداکثر { $most } طرف خارجی داشتند (قطعی یا با فرض تداوم)، روی هم پیش از آن { $before } و پس از آن { $after } طرف داشتند؛ { $leading } استان از آن‌ها در جایی پیشگام است.
outcome-poorer = { $count } استان از آن‌ها، به‌دلیل پایان رابطه یا نبود نشانه، پس از آن طرف خارجی کمتری داشت: { $names }.
outcome-cause = تقسیم کار به هیچ رابطه‌ای پایان نمی‌دهد و این تغییرها شاید علت دیگری داشته باشد.
plans-none-in-force = هیچ تقسیم کاری در حال اجرا نیست.
told-plans = { $shown } مورد از { $total } تقسیم کار ثبت‌شده.
handover-handed-over = { $target }: پیشگامی از { $former } به { $lead } می‌رسد
handover-newly-led = { $target }: { $lead } پیشگام می‌شود؛ پیش از این استان پیشگام نداشت
handover-left-open = { $target }: { $former } دیگر پیشگام نیست و جانشینی ندارد
handover-supports = { $province } { $ties } رابطهٔ برقرار یا احتمالی خود را در آنجا نگه می‌دارد و پشتیبان است
handover-has = { $province } در آنجا { $ties } رابطهٔ برقرار یا احتمالی دارد
handover-nothing-there = از { $province } رابطه‌ای در آنجا ثبت نشده است
handover-of = از «{ $first }» به «{ $second }»: { $count ->
    [0] پیشگام هیچ طرفی تغییر نمی‌کند
   *[other] پیشگام { $count } طرف تغییر می‌کند
}.
handover-gain = به دست می‌آورند: { $names }.
handover-lose = از دست می‌دهند: { $names }.
told-handover = { $shown } مورد از { $total } تغییر پیشگام.
field-called = «{ $field }»
field-called-with = «{ $field }: { $value }»
parameter-first = تعداد نخستین موارد
parameter-kept = تقسیم کار ثبت‌شده
parameter-former = تقسیم کار پیشین
parameter-latter = تقسیم کار تازه
told-plan = { $shown } طرف از { $total } طرف خارجی.
parameter-capacity = حداکثر پیشگامی
parameter-fairness = هزینهٔ بار نابرابر
parameter-points = امتیازهای کمیته (CSV)
parameter-rules = قواعد (TOML)
effect-new-rivalry = { $province } در { $target } رقیب { $other } می‌شود (اکنون: { $before }؛ با آن: { $after }).
effect-more-rivalry = بر رقابت { $province } با { $other } در { $target } می‌افزاید.
effect-fails-check = با یک قاعده ناسازگار است ({ $severity }): { $said }.
check-same-counterpart = { $others } از پیش در حوزهٔ { $sectors } با { $target } رابطه { $count ->
    [one] دارد
   *[other] دارند
}
check-same-city = { $others } از پیش در حوزهٔ { $sectors } در { $target } حضور { $count ->
    [one] دارد
   *[other] دارند
}
check-double-ties = شاید همان رابطهٔ موجود باشد؛ { $ties } رابطه از همین نوع میان همین دو طرف ثبت شده است
check-far-future = آغاز آن سال‌ها پس از این است؛ شاید لغزش یا سالی از گاه‌شماری دیگر باشد
check-sister-city-taken = { $target } خواهرخواندهٔ { $others } است یا شاید باشد؛ به‌جای خواهرخواندگی، همکاری پیشنهاد شود
check-level-of-the-parties = { $target } شهر یا نمایندهٔ شهر است و استان هم‌سطح شهر نیست: سطح دو طرف برابر نیست
check-event-without-day = تاریخ دقیق رویداد معلوم نیست
check-crowded-sector = در { $target }، { $others } از پیش در حوزهٔ { $sectors } حضور دارند
effect-possible-rivalry = { $province } و { $other } در { $target } شاید رقیب باشند (اکنون: { $before }).
effect-beside = { $province } و { $other } در { $target } در کنار هم خواهند بود (اکنون: { $before }؛ با آن: { $after }).
effect-there-already = { $other } از پیش با { $target } { $ties } رابطه دارد.
effect-own-tie = خود { $province } از پیش با { $target } { $ties } رابطه دارد.
effect-there-already-perhaps = { $other } شاید هنوز با { $target } { $ties } رابطه داشته باشد.
effect-own-tie-perhaps = خود { $province } شاید هنوز با { $target } { $ties } رابطه داشته باشد.
trial-taken = { $name } به معنای { $label } { $place } ({ $id }) گرفته شد؛ آنچه درون آن است و همین نام را دارد: { $others }.
effect-opens-gap = در { $target } خلأ ایجاد می‌کند: { $gap }.
effect-fills-gap = خلأ { $target } را پر می‌کند: { $gap }.
effect-opens-gap-perhaps = شاید در { $target } خلأ ایجاد کند: { $gap }؛ با داده‌های موجود نمی‌توان گفت که خلأیی هست یا نه.
effect-fills-gap-perhaps = خلأ احتمالی { $target } را پر می‌کند: { $gap }؛ با داده‌های موجود نمی‌توان گفت که خلأیی هست یا نه.
effect-lead-elsewhere = بر پایهٔ امتیازها، { $other } استان پیشگام در { $target } است و { $province } نخست آن را آگاه می‌کند.
effect-lead-elsewhere-perhaps = بر پایهٔ امتیازها، { $other } یا استان دیگری با همان امتیاز می‌تواند استان پیشگام در { $target } باشد؛ انتخاب با کمیته است.
effect-lead-elsewhere-in-force = بر پایهٔ تقسیم کار «{ $plan }» که در حال اجراست، { $other } استان پیشگام در { $target } است و { $province } نخست آن را آگاه می‌کند.
effect-leads = بر پایهٔ امتیازها، استان پیشگام در { $target } خود { $province } است.
effect-leads-perhaps = بر پایهٔ امتیازها، { $province } یا استان دیگری با همان امتیاز می‌تواند استان پیشگام در { $target } باشد؛ انتخاب با کمیته است.
effect-leads-in-force = بر پایهٔ تقسیم کار «{ $plan }» که در حال اجراست، استان پیشگام در { $target } خود { $province } است.
effect-tried = سنجیده شد: { $province } با { $target }، در تاریخ { $day }؛ { $against ->
    [0] در داده‌ها چیزی علیه آن ثبت نشده است
   *[other] { $against } مورد علیه آن است
}.
told-trial = { $shown } اثر از { $total } اثر.
parameter-file = جدول روابط (CSV)
suggest-partner = { $target } برای { $province } در خور بررسی است
suggest-others = { $count } استان دیگر در آنجا رابطهٔ برقرار یا احتمالی دارد: { $names }
suggest-others-ever = { $count } استان دیگر در آنجا رابطه دارد یا داشته است: { $names }
suggest-no-others = رابطه‌ای از استان‌های دیگر در آنجا در دست نیست
suggest-shares = { $province } ({ $shared })
suggest-like = از این میان، با بیشترین طرف‌های مشترک دیگر: { $names }
suggest-border = استان با آن هم‌مرز است
suggest-mission = نمایندگی دایر آن در استان است
suggest-trade = مبادلات استان با آن ثبت شده است
suggest-contact = استان با آن در ارتباط است (بدون سند)
suggest-km = فاصله تا نزدیک‌ترین نقطهٔ شناخته‌شده در آنجا { $km } کیلومتر
suggest-by-alike = استان‌های مشابه
suggest-by-attachment = تعداد روابط دو طرف
suggest-by-popularity = تعداد استان‌های حاضر
suggest-by-nearness = نزدیکی
suggest-by-gravity = تعداد روابط نسبت به فاصله
suggest-prompt = این موارد برای بررسی است و پیش‌بینی نیست. شاید رابطه‌ای باشد که ثبت نشده است.
suggest-hidden = سنجش با پنهان کردن { $hidden } مورد از { $pairs } رابطهٔ شناخته‌شدهٔ استان و طرف خارجی، { $repeats } بار (عدد آغازین { $seed }): از { $top } پیشنهاد نخست هر استان بر مبنای «{ $score }»، { $percent } درصد همان روابط پنهان بود؛ با انتخاب تصادفی { $chance } درصد می‌شد.
suggest-later = سنجش با پنهان کردن { $hidden } مورد از { $pairs } رابطه که از { $day } به بعد آغاز شده است: از { $top } پیشنهاد نخست هر استان بر مبنای «{ $score }»، { $percent } درصد از همین روابط بود؛ با انتخاب تصادفی { $chance } درصد می‌شد.
suggest-hits = { $score } { $auc } ± { $spread }، { $best } از { $of }
suggest-hits-once = { $score } { $auc }، { $best } از { $of }
suggest-scores = نسبت دفعاتی که رابطهٔ پنهان پیش از مورد دیگر آمده است (تصادفی: ۰٫۵۰) و تعداد روابط پنهان در میان بهترین موارد: { $told }.
suggest-scores-once = نسبت دفعاتی که چنین رابطه‌ای پیش از مورد دیگر آمده است (تصادفی: ۰٫۵۰؛ یک بار سنجیده شده و پراکندگی ندارد) و تعداد آن‌ها در میان بهترین موارد: { $told }.
suggest-untold = درستی پیشنهادها را نمی‌توان سنجید: روابط شناخته‌شده برای سنجش بسیار کم یا بسیار زیاد است.
suggest-untold-later = درستی پیشنهادها برای روابط بعدی را نمی‌توان سنجید: تاریخ آغاز روابط کمی معلوم است.
suggest-barred = { $count } طرف خارجی به سبب نبود روابط دیپلماتیک کنار گذاشته شده است: { $names }.
told-suggest = { $shown } پیشنهاد از { $total } پیشنهاد.
parameter-top = حداکثر برای هر استان
parameter-repeats = دفعات پنهان کردن
review-label = نوع
review-country = کشور
review-score = امتیاز
review-first = نام نخست
review-first-id = شناسهٔ نخست
review-second = نام دوم
review-second-id = شناسهٔ دوم
review-tied-to = رابطهٔ دوبار ثبت‌شده
review-governs = دوره‌های هم‌زمان
review-join = نام‌ها و روابط { $second } اکنون از آنِ { $first } است (نوبت ثبت { $changeset }).
review-apart = { $first } و { $second } دو مورد جداست و دیگر فهرست نمی‌شود (نوبت ثبت { $changeset }).
told-review = { $count ->
    [0] در هیچ کشوری دو نام نزدیک به هم نیست.
   *[other] { $count } جفت نام نزدیک، رابطه یا دوره. اگر هر دو یکی است، graphmap review --join ID ID آن‌ها را یکی می‌کند؛ اگر دوتاست، --apart ID ID.
}
overturn-tie = { $kind } { $province } با { $target }
overturn-tie-of-city = { $kind } { $province } (شهر) با { $target }
overturn-tie-of-place = { $kind } { $place } ({ $province }) با { $target }
overturn-would = { $what }: { $verdict }
overturn-each = { $what } (در هر { $count } مورد)
overturn-and = و { $what }
overturn-remove-tie = اگر { $tie } در میان نباشد
overturn-remove-source = اگر منبع { $source } معتبر نباشد
overturn-set-until = اگر پایان { $tie } { $value } باشد
overturn-set-since = اگر آغاز { $tie } { $value } باشد
overturn-set-attested = اگر منبعی برقراری { $tie } را در { $value } تأیید کند
overturn-set-sectors = اگر حوزهٔ { $tie } { $value } باشد
overturn-set-stage = اگر مرحلهٔ { $tie } «{ $value }» باشد
overturn-nothing = هیچ یک از تغییرهای آزموده‌شده، تکی یا دوتایی، آن را دگرگون نمی‌کند
overturn-looked-at = { $looked } یافته بررسی شد و همهٔ تغییرهای تکیِ روابط، منابع و تاریخ‌های آن‌ها آزموده شد.
overturn-looked-at-first = { $looked } یافتهٔ نخست از { $there } یافته بررسی شد و همهٔ تغییرهای تکیِ روابط، منابع و تاریخ‌های آن‌ها آزموده شد؛ بقیه بررسی نشد.
overturn-documents = اسنادی که باید زودتر دیده شوند ({ $count } سند می‌تواند ارزیابی‌ای را روشن کند):
overturn-document-of-tie = سند { $tie }
overturn-document = سند شمارهٔ { $number } ({ $ties } رابطه، از جمله { $tie })
overturn-settles = با روشن شدن { $fields } می‌تواند { $verdicts } ارزیابی را روشن کند
overturn-weight = وزن { $weight }
overturn-field-until = تاریخ پایان
overturn-field-sectors = حوزه‌ها
overturn-field-since = تاریخ آغاز
overturn-field-attested = برقرار بودن
overturn-field-stage = مرحله
told-overturn-finding = { $shown } جفت از { $total } جفت استان که رقیب‌اند یا شاید رقیب باشند.
standing-there-nobody = بدون رابطه با هیچ استانی
standing-there-several = طرف چند استان
standing-there-another-alone = طرف تنها یک استان دیگر
standing-there-alone = طرف تنها همین استان
told-overturn-sole-contact = { $shown } طرف از { $total } طرف وابسته به یک استان.
told-overturn-document = { $shown } سند از { $total } سندی که می‌تواند ارزیابی‌ای را روشن کند.
parameter-verdict = ارزیابی
pipeline-target = در ارتباط با { $target }
pipeline-in-force = { $province } سند یا رابطهٔ برقرار دارد (قطعی یا با فرض تداوم)
pipeline-in-force-ever = { $province } سند یا رابطهٔ پایدار دارد یا داشته است
pipeline-perhaps-in-force = { $province } شاید سند یا رابطهٔ برقرار داشته باشد
pipeline-registered = { $province } قصد ثبت‌شده دارد ({ $stage })
pipeline-lapsed = قصد { $province } منقضی شده است ({ $stage })
pipeline-bare-idea = قصد { $province } ثبت نشده و مدرک تاریخ‌دار ندارد ({ $stage })
pipeline-in-contact = { $province } در ارتباط است (بدون سند)
pipeline-stage-contact = ارتباط
pipeline-stage-idea = پیشنهاد اولیه
pipeline-stage-proposed = پیشنهادشده
pipeline-stage-negotiating = در حال مذاکره
pipeline-stage-in-force = برقرار
pipeline-stage-perhaps-in-force = شاید برقرار
pipeline-last = (آخرین نشانه: { $day })
pipeline-settled = در کنار رابطهٔ برقرار خود (قطعی یا با فرض تداوم)
pipeline-settled-ever = در کنار رابطه‌ای که دارد یا داشته است
pipeline-settled-perhaps = در کنار رابطه‌ای که شاید برقرار باشد
pipeline-alone = استان دیگری در آنجا ثبت نشده است
pipeline-first = { $province } مقدم است و تا { $day } محفوظ می‌ماند
pipeline-meet = نزدیک‌ترین محل رقابت احتمالی: { $meeting }
pipeline-verdict = با تحقق همهٔ موارد: { $verdict }
pipeline-urgency = سهم رقابت (R) از { $least } تا { $most }، فوریت از { $low } تا { $high }
pipeline-weights = فوریت برابر است با R ضرب در ({ $base } + { $capacity } برای همانندی ظرفیت + { $nearness } برای نزدیکی)؛ این وزن‌ها قراردادی است و اگر ظرفیت معلوم نباشد، فوریت یک بازه است.
pipeline-moved = { $count ->
    [0] با تغییر هر یک از این وزن‌ها به اندازهٔ { $moved }، { $of } جفت نخست همان می‌ماند.
   *[other] با تغییر یکی از این وزن‌ها به اندازهٔ { $moved }، حداکثر { $count } جفت از { $of } جفت نخست عوض می‌شود.
}
pipeline-months = قصد ثبت‌شده آن است که تاریخی با مدرک دارد و از پیشنهاد اولیه فراتر است؛ تا { $months } ماه پس از آخرین نشانه محفوظ می‌ماند و بدون نشانهٔ تازه منقضی می‌شود.
told-pipeline = { $shown } مورد از { $total } مورد در دست اقدام.
understand-file = { $file }: { $tables } جدول.
understand-shipped = به نظر می‌رسد این فهرست با --mapping { $name } وارد می‌شود.
understand-table = { $name }: { $rows } سطر؛ نام ستون‌ها در سطر { $line }؛ { $language }.
understand-writing-latin = به خط لاتین
understand-writing-persian = به فارسی
understand-writing-arabic = به عربی
understand-writing-cyrillic = به خط سیریلیک
understand-writing-other = به خطی دیگر
understand-turned = گویا نام ستون‌ها در ستون نخست آمده است. نخست جدول را بچرخانید: در صفحه‌گسترده آن را کپی و با Paste Special، Transpose بچسبانید.
understand-encoding = با کدگذاری { $encoding } خوانده شد که نام‌ها و واژه‌ها در آن بهتر می‌خواند؛ با --encoding می‌توان کدگذاری دیگری گفت.
understand-column = ستون
understand-taken = برداشت
understand-why = دلیل
understand-examples = نمونه
understand-known = { $share }٪ نام‌ها شناخته است
understand-head = از روی نام ستون
understand-dates = { $share }٪ تاریخ است{ $form }
understand-form = ، به شکل { $form }
understand-calendar-gregorian = ، میلادی
understand-calendar-solar = ، هجری شمسی
understand-calendar-lunar = ، هجری قمری
understand-calendar-buddhist = ، بودایی
understand-calendar-mixed = ، از هر دو گاه‌شماری
understand-role-none = هیچ
understand-role-province = استان
understand-role-city = شهر داخلی
understand-role-home_country = کشور طرف داخلی
understand-role-country = کشور خارجی
understand-role-mixed = کشور یا استان خارجی
understand-role-place = مکان خارجی و کشور آن
understand-role-region = استان خارجی
understand-role-partner = شهر خارجی
understand-role-counterpart = همتا
understand-role-again = تکرار ستونی دیگر
understand-role-since = آغاز
understand-role-until = آخرین روز
understand-role-kind = نوع رابطه
understand-role-sectors = حوزه‌ها
understand-role-stage = مرحله
understand-role-document = شمارهٔ سند
understand-role-url = نشانی
understand-role-source = منبع
understand-role-note = توضیح
understand-role-lat_city = عرض جغرافیایی شهر داخلی
understand-role-lon_city = طول جغرافیایی شهر داخلی
understand-role-lat_partner = عرض جغرافیایی شهر خارجی
understand-role-lon_partner = طول جغرافیایی شهر خارجی
understand-role-wide = هر ستون یک کشور ({ $count } ستون)
understand-no-ties = هیچ ستونی استان‌ها یا شهرهای { $home } را در کنار کشورها یا مکان‌های خارجی ندارد؛ از این فهرست رابطه‌ای به دست نمی‌آید. اگر چنین ستونی هست، نام آن را «استان» یا «کشور» بگذارید، یا نگاشتی بنویسید (docs/mappings.md).
understand-questions = پیش از ورود باید پاسخ داده شود:
understand-result = از { $rows } سطر، { $made } سطر به رابطه تبدیل می‌شود{ $missed ->
    [0] ؛ سطری نمی‌ماند.
   *[other] ؛ { $missed } سطر نمی‌شود، زیرا:
}
understand-again = { $count } سطر دیگر تکرار سطرهای پیشین است.
understand-reason = { $count } × { $why }
understand-more = … و { $count } دلیل دیگر
understand-mend = آن سطرها با دلیل، برای اصلاح و ورود با همین نگاشت: { $file }
understand-wrote = پیش‌نویس نگاشت: { $file }
understand-next = پس از آنکه پیش‌نویس با معنای فهرست سازگار شد:
understand-why-head = دلیل
draft-head = پیش‌نویس نگاشت، ساختهٔ graphmap understand. همهٔ سطرها را بخوانید؛ هر پرسش با علامت سؤال آغاز می‌شود.
draft-caption = عنوان فهرست
draft-source-id = منبعی که همهٔ روابط به آن متکی است
draft-source-name = نام منبع، چنان‌که باید خوانده شود
draft-source-published = تاریخ فهرست؛ با publisher و url می‌توان آن را وارسی کرد
draft-source-grade = A: یکی از طرف‌های رابطه، B: مطبوعات، C: فهرست، D: استنباط
draft-no-ties = رابطه‌ای در آن دیده نشد
draft-pass-over = اگر رابطه‌ای در آن هست، این را تغییر دهید
draft-words-kind = معنای واژه‌های نوع رابطه
draft-words-sectors = معنای واژه‌های حوزه‌ها
draft-words-stage = معنای واژه‌های مرحله
draft-word-unknown = در { $count } سطر؛ علامت را بردارید و معنا را بنویسید
draft-ask-word = ستون { $column }: «{ $word }» به چه معناست ({ $count } سطر)؟
draft-files = این فایل و سطرهای اصلاح‌شدهٔ آن
draft-encoding = حدس است: رمزگذاری‌ای که بیشترین نام‌ها در آن شناخته است
draft-ask-encoding = آیا رمزگذاری فایل { $encoding } است؟ ببینید نام‌ها درست خوانده می‌شود یا نه.
draft-header = نام ستون‌ها در سطر { $line } آمده است و خود پیدا می‌شود
draft-fill-down = خانهٔ خالی همان مقدار خانهٔ بالایی را دارد
draft-unpivot = هر ستون کشور به سطری جداگانه تبدیل می‌شود
draft-blank-end = یا held: رابطهٔ بدون پایان در تاریخ فهرست برقرار بوده است
draft-ask-blank-end = { $count } رابطه از { $total } رابطه پایان ندارد: در تاریخ فهرست برقرار است (held) یا نامعلوم است (unknown)؟
draft-leave-sums = جمع‌ها و پانوشت‌ها رابطه نیست
draft-reason-sum = جمع یا پانوشت است
draft-leave-doubted = سطرهایی که { $column } در آن‌ها نشان پرسش دارد
draft-reason-doubted = خانه‌اش نشان پرسش دارد
draft-ask-doubted = ستون { $column }: { $count ->
        [one] این نام
       *[other] این { $count } نام
    } نشان پرسش دارد: { $names }. سطرهایشان کنار گذاشته شد: آیا همین است یا جایی دیگر؟
draft-leave-several = سطرهایی که { $column } در آن‌ها شاید دو مکان را نام می‌برد
draft-reason-several = خانه‌اش شاید دو مکان را نام می‌برد
draft-ask-several = ستون { $column }: { $count ->
        [one] آیا این نام از آنِ دو مکان است
       *[other] آیا هر یک از این { $count } نام از آنِ دو مکان است
    }: { $names }؟ سطرهایشان کنار گذاشته شد: برای هر مکان یک سطر بنویسید، یا نامی را که از آنِ یک مکان است از leave_out بردارید.
draft-leave-blank = سطرهایی که { $column } در آن‌ها چیزی را نام نمی‌برد
draft-reason-target = کشوری نام برده نشده است
draft-reason-start = استانی نام برده نشده است
draft-home-country = کشور یک سوی رابطه
draft-leave-one-country = روابط درون یک کشور کنار گذاشته می‌شود
draft-reason-one-country = هر دو سو در یک کشور است
draft-turn = طرف داخلی گاه در سوی دوم آمده است
draft-leave-neither = روابط دیگران کنار گذاشته می‌شود
draft-reason-neither = هیچ‌یک از دو سو در کشور خود استان‌ها نیست
draft-province = استان، با هر نام یا کد آن
draft-by-point = استانی که شهر در محدودهٔ آن است
draft-ask-no-province = هیچ ستونی نمی‌گوید شهرهای { $column } در کدام استان است؛ شهر تازه تا آن زمان برای هیچ استانی شمرده نمی‌شود.
draft-city = شهر داخلی؛ شهر تازه ساخته می‌شود
draft-country = کشور خارجی، با هر نام یا کد آن
draft-wide-country = کشوری که ستون به نام آن است
draft-mixed = استان یا کشور خارجی، هر کدام که آن نام را دارد
draft-two-names = ستون { $column }: یک نام به دو زبان
draft-one-name = آن که از این دو خوانده می‌شود
draft-ask-two-names = { $count ->
        [one] خانه‌های ستون { $columns } یک نام را به دو زبان دارد و یکی از آن دو خوانده می‌شود. آیا چنین است
       *[other] خانه‌های این ستون‌ها یک نام را به دو زبان دارد و یکی از آن دو خوانده می‌شود: { $columns }. آیا چنین است
    } و دو مکان نیست؟
draft-divided = ستون { $column }: مکان و کشور آن؛ هر یک از دو طرف می‌تواند داخلی باشد
draft-place = مکان و کشور آن در یک خانه آمده است
draft-place-country = کشور، که در پایان می‌آید
draft-place-name = مکان؛ مکان تازه به شکل شهر ساخته می‌شود
draft-ask-place = آیا مکان‌های { $column } شهر است؟ اگر استان است، label را Region بنویسید.
draft-ask-no-country = هیچ ستونی نمی‌گوید مکان‌های { $column } در کدام کشور است؛ نام تازه خطاست.
draft-region = استان خارجی؛ مورد تازه ساخته می‌شود
draft-partner = شهر خارجی؛ شهر تازه ساخته می‌شود
draft-counterpart = همتا؛ مورد تازه ساخته می‌شود
draft-choose-start = کوچک‌ترین واحد داخلی که نام برده شده است
draft-choose-target = کوچک‌ترین واحد خارجی که نام برده شده است
draft-step-kind = نوع رابطه
draft-step-sectors = حوزه‌ها
draft-step-stage = مرحله
draft-until = آخرین روز رابطه؛ اگر نخستین روزی است که دیگر برقرار نیست، |day_after را بردارید
draft-source = منبع هر سطر
draft-sources = هم به این فهرست متکی است و هم به منبع خود
draft-write = آنچه هر سطر به آن تبدیل می‌شود
draft-cell-start = طرف داخلی
draft-cell-target = طرف خارجی
draft-cell-kind = نوع رابطه
draft-cell-sectors = خالی اگر نامعلوم است
draft-cell-stage = مرحله
draft-cell-since = آغاز
draft-cell-until = نخستین روزی که دیگر برقرار نیست
draft-cell-document = شمارهٔ سند
draft-cell-url = نشانی سند یا صفحه
draft-cell-note = توضیح
draft-cell-sources = آنچه به آن متکی است
draft-cell-flow = یا imports برای واردات
draft-cell-year = سال مبالغ
draft-cell-value = به دلار؛ برای ارزهای دیگر گامی با times بیفزایید
draft-ask-kind = هیچ ستونی نوع رابطه را نمی‌گوید؛ نوع other گرفته شد که هرگز رقابت قطعی نیست.
draft-ask-trade = آیا مبالغ صادرات به دلار است و برای کدام سال؟
draft-ask-order = ستون { $column }: روز نخست آمده است یا ماه؟ همهٔ تاریخ‌ها به هر دو شکل خوانده می‌شود؛ روز نخست گرفته شد.
draft-ask-short-year = ستون { $column } سال را دورقمی نوشته است. به ترتیب { $form } خوانده می‌شود و هر سال، آخرین سالی که با آن دو رقم گذشته است: آیا ترتیب، تقویم و سده درست است؟
draft-ask-lunar = ستون { $column }: این تاریخ‌ها هجری قمری خوانده می‌شود، با دقت حدود یک روز. آیا چنین است؟
draft-ask-hijri = ستون { $column }: آیا این تاریخ‌ها هجری شمسی است یا قمری؟ برای شمسی { $plain } و برای قمری { $lunar } بنویسید؛ تا آن زمان این ستون گرفته نمی‌شود.
draft-ask-buddhist = ستون { $column }: این سال‌ها بودایی خوانده می‌شود، با کم کردن ۵۴۳. آیا چنین است؟
draft-ask-document = ستون { $column }: سطرهایی که یک شماره دارند یک اقدام مشترک چند استان گرفته می‌شود. چنین است؟
draft-other-marks = واژه‌هایی که با نشانهٔ دیگری از هم جدا شده است
draft-dates = آغاز، به همهٔ شکل‌هایی که در ستون آمده است
draft-dates-also = و آنچه به شکل { $form } نوشته شده است
draft-split-partners = یک خانه چند طرف را نام می‌برد
draft-each = با هر یک از آن‌ها یک رابطه
draft-code = همان استان، به روایت ستون { $column }
draft-header-rows = نام ستون‌ها در دو سطر آمده است و با خط کج به هم پیوسته می‌شود
draft-headings = سطری که تنها یک خانهٔ پر دارد سرعنوان است و این را دربارهٔ سطرهای زیرش می‌گوید
draft-find-words = نام‌هایی که مخزن به شکل دیگری دارد
draft-words-names = نام‌های ستون { $column } که مخزن به شکل دیگری دارد؛ هر یک را ببینید
draft-name-near = شبیه‌ترین نام؛ آیا همین است؟
draft-name-foreign = به زبانی دیگر
draft-name-unknown = در { $count } سطر؛ شناخته نیست؛ نزدیک: { $near }
draft-ask-names-near = ستون { $column }: { $count } نام به‌جای شبیه‌ترین نام گرفته شد: { $names }. آیا درست است؟
draft-ask-names-unknown = ستون { $column }: { $count } نام شناخته نیست: { $names }. در پیش‌نویس بنویسید هر یک یعنی چه؛ تا آن زمان سطرهایش خطاست.
draft-ask-land = آیا همهٔ جاهای ستون { $column } در { $country } است، چنان‌که نام ستون می‌گوید؟
draft-wide-none = خانه‌هایی که می‌گویند رابطه‌ای نیست
draft-reason-wide-none = خانه‌اش می‌گوید رابطه‌ای نیست
draft-wide-heads = کشور و سال در یک سرستون آمده است
draft-ask-wide-cells = خانه‌ها چه می‌گویند ({ $examples })؟ نوشتهٔ آنها گرفته نشد: هر خانهٔ پر یک رابطه است و بس.
draft-ask-trade-of-years = آیا مبلغ‌ها صادرات به دلار است، یا به هزار دلار، یا واردات؟
draft-dates-blank = واژه‌هایی که چیزی از روز نمی‌گویند
draft-dates-endless = واژه‌هایی برای پایانی که در نظر نیست
understand-role-period = روز نخست و واپسین
draft-name-new = در { $count } سطر؛ تازه ساخته می‌شود، یا همان { $near } است؟ اگر همان است نشان آغاز سطر را بردارید
draft-ask-names-new = ستون { $column }: { $count } نام جایی تازه می‌شود در کنار جایی با نامی شبیه آن: { $names }. اگر همان است، در پیش‌نویس بنویسید.
draft-ask-dates = نام ستون { $column } از تاریخ می‌گوید، ولی گرفته نشد: تنها { $share }٪ خانه‌هایش تاریخ است.
draft-ask-new-provinces = مخزن هیچ استانی از کشور خودی نمی‌شناسد: هر نام ستون { $column } استانی تازه می‌شود. آیا همه استان‌اند؟
draft-partner-regions = آنچه در ستون { $column } منطقه شناخته می‌شود یا نامش چنین می‌گوید
draft-partner-offices = آنچه در ستون { $column } نهاد است و جا نیست
draft-ask-office-at-home = ستون { $column } در کنار شهرها نهاد هم دارد ({ $names }): رابطهٔ آنها از آنِ استان گرفته شد. درست است؟
draft-ask-province-at-home = ستون { $column } در کنار شهرها استان هم دارد ({ $names }): رابطهٔ آنها از آنِ استان گرفته شد. درست است؟
draft-ask-near-regions = ستون { $column }: منطقه‌هایی که مخزن نمی‌شناسد تازه ساخته می‌شوند؛ شاید منظور یکی از منطقه‌های شناخته‌شده باشد: { $names } اگر چنین است، نام آن را در فهرست بنویسید.
draft-ask-region = ستون { $column } منطقه گرفته شد: آیا اینها هم منطقه‌اند و شهر نیستند: { $names }؟ برای شهر، label را City بنویسید.
draft-sheet-hidden = کارپوشه آن را پنهان کرده است
draft-ask-hidden = برگهٔ { $sheet } در کارپوشه پنهان است و کنار گذاشته شد. آیا رابطه‌هایش باید وارد شود؟ در آن صورت از pass_over بردارید.
draft-ask-partner = آنچه ستون { $column } می‌نامد شاید شهر، منطقه یا نهاد باشد: { $names }. اینها { $label ->
        [Region] منطقه
       *[City] شهر
    } گرفته شد؛ برای دیگرها label را عوض کنید.
draft-name-none = نام چیزی نیست
draft-place-state = شاید ایالت پس از نام جا آمده باشد: Norman, Oklahoma
draft-place-region = همان ایالت یا منطقه
draft-wide-signs = نشانه‌هایی که شاید فهرست معنایشان را گفته باشد
draft-reason-wide-signs = معنای نشانهٔ خانه‌اش گفته نشده است
draft-ask-wide-signs = نشانه‌های { $signs } چه معنایی دارند؟ خانه‌هایشان تا پیش‌نویس نگوید کنار می‌ماند.
draft-ask-untaken = از این { $count } ستون چیزی گرفته نشد: { $columns }. اگر چیزی از آنها به رابطه‌ها برمی‌گردد، در پیش‌نویس بنویسید چه.
draft-agree = هر دو باید یکی باشد، وگرنه سطر خطاست
