# آنچه graphmap به فارسی می‌گوید. هر پیام در en.ftl هم هست، با همان متغیرها.

## General

language-name = فارسی
unknown = نامعلوم
none = هیچ
yes = بله
no = خیر

## Lists

list-mark = ،{ " " }
list-last = { $first } و { $last }
and-more = { $listed } و { $more } مورد دیگر

## Certainty

certainty-certain = قطعی
certainty-possible = محتمل
certainty-none = منتفی

## Dates

date-unknown = بی‌تاریخ
date-open = باز
date-open-since = از دیرباز
date-open-until = همچنان برقرار
date-far = روز نامعلوم
date-uncertain = { $date }، نامطمئن
date-approximate = حدود { $date }
date-both = حدود { $date }، نامطمئن
date-range = { $first } تا { $last }
date-between = بین { $first } و { $last }
date-beside = { $date } ({ $other })
date-solar-year = { $date }
date-gregorian-year = { $date } میلادی
as-of-day = در تاریخ { $day }
as-of-all = کل دوره

## Counts

count-ties = { $count } پیوند
count-provinces = { $count } استان
count-countries = { $count } کشور
count-regions = { $count } استان خارجی
count-cities = { $count } شهر
count-counterparts = { $count } همتا
count-days = { $count } روز
shared-of-union = { $shared } از { $union }

## Demo

demo-loaded = داده‌های نمونه
demo-contents = { $home }: { $provinces } استان، { $ties } پیوند خارجی، { $cities } شهر و نام { $countries } کشور
demo-checks = بررسی‌ها (شمار یافته‌ها)
demo-overlaps = هم‌پوشانی پیوندهای دو استان: شهرهای خارجی مشترک
demo-rivals = جایی که چند استان به یک کشور روی آورده‌اند
demo-map = نقشه، به فارسی و انگلیسی: در هر مرورگری باز می‌شود
demo-next = گام بعدی
invented-warning = همهٔ این داده‌ها ساختگی است و تنها برای نشان دادن کار برنامه آمده است
severity-error = خطا
severity-warning = هشدار
severity-note = نکته
