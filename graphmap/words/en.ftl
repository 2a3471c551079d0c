# What graphmap says in English. Each message stands in fa.ftl too, with the same arguments.

## General

language-name = English
unknown = unknown
none = none
yes = yes
no = no

## Lists

list-mark = ,{ " " }
list-last = { $first } and { $last }
and-more = { $listed } and { $more } more

## Certainty

certainty-certain = certain
certainty-possible = possible
certainty-none = none

## Dates

date-unknown = undated
date-open = open
date-open-since = since always
date-open-until = still in force
date-far = no known day
date-uncertain = { $date }, uncertain
date-approximate = about { $date }
date-both = about { $date }, uncertain
date-range = { $first } – { $last }
date-between = between { $first } and { $last }
date-beside = { $date } ({ $other })
date-solar-year = { $date } Solar Hijri
date-gregorian-year = { $date }
as-of-day = as of { $day }
as-of-all = the whole history

## Counts

count-ties = { $count ->
    [one] { $count } tie
   *[other] { $count } ties
}
count-provinces = { $count ->
    [one] { $count } province
   *[other] { $count } provinces
}
count-countries = { $count ->
    [one] { $count } country
   *[other] { $count } countries
}
count-regions = { $count ->
    [one] { $count } region
   *[other] { $count } regions
}
count-cities = { $count ->
    [one] { $count } city
   *[other] { $count } cities
}
count-counterparts = { $count ->
    [one] { $count } counterpart
   *[other] { $count } counterparts
}
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
shared-of-union = { $shared } of { $union }

## Demo

demo-loaded = The sample
demo-contents = { $home }: { $provinces } provinces, { $ties } foreign ties, { $cities } cities, { $countries } countries known by name
demo-checks = Checks (rows found)
demo-overlaps = Where the ties of two provinces overlap: the same foreign cities
demo-rivals = Where several provinces court the same country
demo-map = The map, in English and Persian: open it in any browser
demo-next = Try next
invented-warning = Everything here is invented, to show what the program does
severity-error = error
severity-warning = warning
severity-note = note
