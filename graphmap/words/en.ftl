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

nature-commitments = commitments
nature-events = events
nature-all = commitments and events
certainty-certain = certain
certainty-presumed = presumed
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
date-or = { $first } or { $last }
date-between = between { $first } and { $last }
date-beside = { $date } ({ $other })
date-solar-year = { $date } Solar Hijri
date-gregorian-year = { $date }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
as-of-day = as of { $day }

## Counts

count-ties = { $count ->
    [one] { $count } tie
   *[other] { $count } ties
}
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-years = { $days } (about { $years ->
    [one] { $years } year
   *[other] { $years } years
})
span-years-between = { $days } (about { $least } to { $most } years)
span-years-at-most = { $days } (at most about { $years ->
    [one] { $years } year
   *[other] { $years } years
})
shared-of-union = { $shared } of { $union }

## Demo

demo-contents = { $home }: { $provinces } provinces, { $ties } foreign ties, { $sources } sources. { $day }.
demo-presumed = Presumed: a commitment of unknown end holds for { $years } years after its last sign of life.
demo-rivals = Who competes at one office: same sector, same time, different acts ({ $shown } of { $of } pairs)
demo-rival = { $target }: { $one } – { $other }; { $sectors } ({ $verdict })
demo-joint = What is one act, and no rivalry of those who stand in it ({ $shown } of { $of })
demo-act = { $act }: { $names }, with { $partners ->
    [one] one partner
   *[other] { $partners } partners
}
demo-act-met = { $act } (a meeting): { $names }, with { $partners ->
    [one] one partner
   *[other] { $partners } partners
}
demo-borders = Borders with no tie in these data ({ $gaps } of { $borders }){ $untold ->
    [0] {""}
   *[other] ; whether there is one they cannot tell
}
demo-contacts = Who is only in contact, without a commitment, in the last two years ({ $shown } of { $of } countries)
demo-checks = Checks: { $error } errors, { $warning } warnings, { $note } notes (graphmap check)
demo-map = The map, in English and Persian, for any browser
demo-next = Try next
invented-warning = Everything here is invented, to show what the program does
severity-error = error
severity-warning = warning
severity-note = note

## Dossier

dossier-title-country = Country dossier: { $name }
dossier-title-province = Province dossier: { $name }
dossier-title-border = Border dossier: { $name }
dossier-title-pair = Dossier of two provinces: { $one } and { $other }
dossier-date = Date
dossier-reference = Number
dossier-page = Page { $page } of { $pages }
dossier-left-out-map = The map is left out: { $why }
dossier-left-out-emblem = The emblem is left out: { $why }
dossier-map-bare = Map of { $names }.
dossier-map-says = Map: { $count ->
    [1] one document
   *[other] { $count } documents
} of { $names } with { $countries }.
dossier-map-place = { $place } { $count }
dossier-map-certain-country = certain rival
dossier-map-presumed-country = presumed rival
dossier-map-there-country = has a document, rivalry open
dossier-map-border-country = borders it, no document on record
dossier-map-subject-pair = { $name }
dossier-map-other-pair = { $name }
dossier-map-other-province = rival of { $name }
dossier-map-known = documents with known sectors
dossier-map-unknown = sectors not known
dossier-finding = Finding
dossier-invented = The data are invented and serve to show the program alone.
dossier-sign-role-1 = Prepared by
dossier-sign-note-1 = name, post, date
dossier-sign-role-2 = Secretary of the committee
dossier-sign-note-2 = name, signature, date
dossier-sign-role-3 = Opinion of the committee
dossier-sign-note-3 = rivalry / division of work / to be examined
dossier-signatures = Signatures

dossier-rivals-country = { $count ->
   *[other] In { $name }, { $count } provinces are { $verdict } rivals of one another: { $names }; { $pairs } of the { $all } pairs that are there.
}
dossier-rivals-province = { $count ->
    [1] { $name } has one { $verdict } rival: { $names }.
   *[other] { $name } has { $count } { $verdict } rivals: { $names }.
}
dossier-alone-country = { $ties ->
    [1] In { $country }, a document of one province is on record: { $province }.
   *[other] In { $country }, documents of one province are on record: { $province } ({ $ties }).
}
dossier-there-country = In { $country }, { $count } provinces have documents in force: { $names }; { $possible ->
    [0] by what is recorded, no two of them compete there.
    [1] rivalry is possible in one pair, certain or presumed in none.
   *[other] rivalry is possible in { $possible } pairs, certain or presumed in none.
}
dossier-there-province = { $province } has { $ties ->
    [1] one document
   *[other] { $ties } documents
} in force with { $count ->
    [1] one country
   *[other] { $count } countries
}: { $names }; { $possible ->
    [0] by what is recorded, it competes with no other province.
    [1] one province is its possible rival, none a certain or presumed one.
   *[other] { $possible } provinces are its possible rivals, none a certain or presumed one.
}
dossier-there-border = { $count ->
    [0] { $borders ->
        [1] For the one province that borders { $country }, no document there is on record.
       *[other] For none of the { $borders } provinces that border { $country } a document there is on record.
    }
   *[other] { $borders ->
        [1] The one province that borders { $country } has a document there: { $names }.
       *[other] { $without ->
            [0] All { $borders } provinces that border { $country } have documents there: { $names }.
           *[other] Of the { $borders } provinces that border { $country }, { $count } { $count ->
                [1] has
               *[other] have
            } a document there: { $names }.
        }
    }
}
dossier-rivals-border = Among the border provinces, { $pairs ->
    [1] one pair competes
   *[other] { $pairs } pairs compete
} ({ $verdict }): { $names }.
dossier-possible-border = Among the border provinces, rivalry is possible in { $pairs ->
    [1] one pair
   *[other] { $pairs } pairs
}, certain or presumed in none.
dossier-border-without = No document is on record for { $names }.
dossier-none-country = No document of a province with { $country } that would be in force is on record.
dossier-none-province = No document of { $province } that would be in force is on record.
dossier-none-border = No border of a province with { $country } is on record.
dossier-none-pair = { $one } and { $other }: for { $lacking } no document in force is on record, so the two cannot be compared.
dossier-rivals-pair = { $one } and { $other } compete in { $count ->
    [1] one place
   *[other] { $count } places
}; nearest: { $place }, in { $sectors }{ $since ->
    [0] { "" }
   *[other] , both since { $date }
} ({ $verdict }).
dossier-there-pair = { $possible ->
    [0] By what is recorded, { $one } and { $other } compete nowhere.
    [1] { $one } and { $other } are possible rivals in one place, certain or presumed ones in none: { $places }.
   *[other] { $one } and { $other } are possible rivals in { $possible } places, certain or presumed ones in none; nearest: { $places }.
}
dossier-shared-pair = { $shared ->
    [0] By what is recorded, they share none of the { $union } countries with which either has a document.
   *[other] They share { $shared } of the { $union } countries with which either has a document: { $names }.
}
dossier-apart-pair = { $province } alone of the two: { $names }
dossier-contests = Nearest places of rivalry: { $places }.
dossier-contests-possible = Nearest places of possible rivalry: { $places }.
dossier-contest = { $place } ({ $pairs ->
    [1] 1 pair
   *[other] { $pairs } pairs
})
dossier-only-country = The pairs meet in the country alone, at no region, city or office in common.
dossier-certain = { $pairs ->
    [1] one pair is certain
   *[other] { $pairs } pairs are certain
}
dossier-none-certain = no rivalry is certain
dossier-lacks = { $of ->
    [1] the record of the one document lacks { $list }
   *[other] of { $of } documents, the record lacks { $list }
}
dossier-lacks-end = { $of ->
    [1] its end
   *[other] the end of { $count }
}
dossier-lacks-start = { $of ->
    [1] its beginning
   *[other] the beginning of { $count }
}
dossier-lacks-sectors = { $of ->
    [1] its sectors
   *[other] the sectors of { $count }
}
dossier-others-cannot-tell = Whether other provinces have any there cannot be told: no source claims to list such documents whole.
dossier-others-none = For other provinces there is none in { $sources }, which claim to list such documents whole.
dossier-presumed = What has no known end is taken to hold until { $years } years after its last sign.
dossier-place = { $place } ({ $country })
dossier-place-country = { $country } (the country alone)
dossier-same-country = the country alone

dossier-pairs-some = Rival pairs ({ $more ->
    [0] { $of }
   *[other] the first { $shown } of { $of }
})
dossier-pairs-possible = Possible rivals ({ $pairs ->
    [1] one pair
   *[other] { $pairs } pairs
})
dossier-pairs-none = Pairs that are there together
dossier-possible-why = Rivalry of these pairs is possible only: what the documents do not say (sector, beginning, end) leaves it open.
dossier-rest = { $verdict }: { $pairs }
dossier-rests = Further pairs: { $rests }.
dossier-rests-all = Pairs: { $rests }.
dossier-head-who = Provinces
dossier-head-where = Where they meet
dossier-head-sectors = Sectors
dossier-head-both = Both since
dossier-head-verdict = Rivalry
dossier-head-act = Joint act
dossier-head-pairs = Pairs
dossier-head-other = Other province
dossier-head-country = Country
dossier-head-province = Province
dossier-head-document = Document
dossier-head-with = With whom
dossier-head-since = Since
dossier-head-sign = Last sign
dossier-head-source = Source
dossier-head-day = Day
dossier-head-region = Region across
dossier-head-km = km
dossier-head-standing = Standing
dossier-head-others = Other provinces there
dossier-head-joint = Jointly with
dossier-entanglement = Entanglement at the border
dossier-entanglement-note = Of other provinces those that do not border the region stand first. Perhaps bypassed: one of these is there, and whether the border province is cannot be told.
dossier-count-possible = { $count } ({ $possible } possibly)
dossier-head-across = Documents across
dossier-head-visits = Visits of late
dossier-head-in-country = Documents in the country
dossier-head-number = No.
dossier-head-published = Published, kind
dossier-head-unknown = What is not known
dossier-head-settles = Which document would settle it
dossier-word-certain = certain
dossier-word-presumed = presumed
dossier-word-possible = possible
dossier-word-joint = joint
dossier-doubt = (?)
dossier-solar = { $date } SH
dossier-read = read { $date }
dossier-by = by { $date }
dossier-more = { $listed } +{ $more }
dossier-and-more = { $listed } and { $more } more

dossier-presence-country = Who is there, by document
dossier-presence-province = Its documents, by country
dossier-presence-border = Documents of the border provinces
dossier-presence-pair = Documents of the two in the countries that they share
dossier-documents-note = The mark says how surely a document holds on the day: solid certain, ruled presumed, hatched possible. Beside it stands the last day on which it is known to have been alive.
dossier-documents-note-letters = The letter says how surely a document holds on the day: C certain, P presumed, ? possible. Beside it stands the last day on which it is known to have been alive.
dossier-documents-more = { $more ->
    [1] One more document is not listed here.
   *[other] { $more } more documents are not listed here.
}
dossier-kind-joint = { $kind } (joint)
dossier-kind-by = { $kind }; { $start }
dossier-tie = { $kind }, { $province } – { $target }
dossier-preparing = Not in force yet ({ $count }): { $names }.
dossier-contact = In contact of late, without a document there: { $names }.
dossier-visits = Visits and meetings of late: { $names }.
dossier-events = { $name } ({ $count }, last { $date })
dossier-events-undated = { $name } ({ $count })
dossier-acts = Joint acts
dossier-acts-note = Provinces that stand on one act stand there together: by it they are no rivals.
dossier-acts-more = { $more ->
    [1] One more joint act is not listed here.
   *[other] { $more } more joint acts are not listed here.
}

dossier-gaps = Borders and gaps
dossier-gaps-country = { $of ->
    [1] For the one border province no document with { $name } is on record: { $names }.
   *[other] For { $count } of { $of } border provinces no document with { $name } is on record: { $names }.
}
dossier-gaps-province = { $of ->
    [1] With the one neighbouring country no document of { $name } is on record: { $names }.
   *[other] With { $count } of { $of } neighbouring countries no document of { $name } is on record: { $names }.
}
dossier-gaps-none-country = { $count ->
    [1] The one border province has a document with { $name } on record.
   *[other] Each of the { $count } border provinces has a document with { $name } on record.
}
dossier-gaps-none-province = { $count ->
    [1] With its one neighbouring country { $name } has a document on record.
   *[other] With each of its { $count } neighbouring countries { $name } has a document on record.
}
dossier-missions = Missions
dossier-missions-there = { $home } in { $country }: { $names }.
dossier-missions-here = { $country } in { $home }: { $names }.
dossier-missions-province = In { $province }: { $names }.
dossier-missions-none-there = No mission of { $home } in { $country } is on record.
dossier-missions-none-here = No mission of { $country } in { $home } is on record.
dossier-missions-none-both = No mission of { $home } in { $country }, and none of { $country } in { $home }, is on record.
dossier-missions-none-province = No foreign mission in { $province } is on record.
dossier-mission = { $kind } in { $names } ({ $status })
dossier-mission-of = { $kind } of { $names } ({ $status })
dossier-mission-roving = { $city }, accredited to it too
dossier-status-open = open
dossier-status-closed = closed
dossier-status-suspended = suspended
dossier-status-unknown = status not known
dossier-status-on = { $years ->
    [0] { $status } by word of { $date }
    [1] { $status } by word of { $date }, a year old
   *[other] { $status } by word of { $date }, { $years } years old
}
dossier-status-told = { $years ->
    [0] { $status }, last told of on { $date }
    [1] { $status }, last told of on { $date }, a year ago
   *[other] { $status }, last told of on { $date }, { $years } years ago
}

dossier-unknown = What is not known
dossier-unknown-more = { $more ->
    [1] One more question of this kind is not listed here.
   *[other] { $more } more questions of this kind are not listed here.
}
dossier-ask = { $count ->
    [1] { $kind } of { $names }: { $asked }
   *[other] { $kind } ({ $count }), { $names }: { $asked }
}
dossier-ask-mark = {" "}
dossier-ask-tie = { $start } – { $target }
dossier-ask-tie-dated = { $start } – { $target }, { $date }
dossier-others = and { $more } more
dossier-ask-act = joint act of { $provinces }, { $date }
dossier-ask-inferred = Who signed what with whom? The record infers it.
dossier-ask-start = Since when?
dossier-ask-day = On which day exactly?
dossier-ask-end = Until when does it hold?
dossier-ask-sectors = In which sectors?
dossier-ask-suspended = Is it still suspended?
dossier-ask-province = { $count ->
    [1] Which province does one tie belong to: { $names }?
   *[other] Which province do { $count } ties belong to, as with { $names }?
}
dossier-ask-missions = { $count ->
    [1] Is the mission in { $names } open today?
   *[other] Are { $count } missions open today: { $names }?
}
dossier-settle = The text ({ $kind }): { $keepers }
dossier-settle-cities = Decision of the city council and text of the sister-city document: { $names }
dossier-settle-province = The texts of these documents; the foreign ministry
dossier-settle-missions = The foreign ministry's list of missions
dossier-keeper-provinces = { $count ->
    [1] office of the governor of { $names }
   *[other] offices of the governors of { $names }
}
dossier-sources-more = { $more ->
    [1] One more source is not listed here.
   *[other] { $more } more sources are not listed here.
}
dossier-foot-words = A document here is a memorandum, agreement, sister-city or other lasting tie. Two provinces are rivals where both have one in the same sector at the same time.
dossier-foot-presumed = Presumed: a document whose end is not on record is taken to hold until { $years } years after its last sign.
dossier-foot-absent = “Not on record” does not mean “none”.

## Site

site-title = Foreign relations of the provinces of { $home }: dossiers
site-back = All dossiers
site-ways = Other pages
site-map = Map
site-to-country = Country dossier: { $name }
site-to-border = Border dossier: { $name }
site-head-name = Name
site-head-kind = Page
site-head-says = What it says first
site-kind-country = country
site-kind-province = province
site-kind-border = border
site-kind-report = report
site-left-out = { $count ->
    [1] One country, province or border has no page of its own.
   *[other] { $count } countries, provinces and borders have no page of their own.
}

## Pages

page-title = Foreign relations of the provinces of { $home }
page-facts = { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} between { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
} and { $countries ->
    [one] { $countries } country
   *[other] { $countries } countries
}
page-as-of = As of { $day }
page-as-of-all = Whole history
page-borders-note = Borders as { $source } draws them.
page-borders-invented = The outlines are invented too.
page-invented = Everything on this page is invented, to show what the program does.
page-left-out = { $count ->
    [one] { $count } tie that does not hold on this day is left out.
   *[other] { $count } ties that do not hold on this day are left out.
}
page-unplaced = { $count ->
    [one] { $count } tie is not shown, for its province or country is not known.
   *[other] { $count } ties are not shown, for their province or country is not known.
}
page-sheet = Page { $number } of { $all }
page-print = Print
page-country = Country
page-province = Province
page-sector = Sector
page-level = Level of comparison
page-day = Day
page-other-day = Shown: { $day }. What nothing is recorded of, missions, groups and what the table folds are told for { $own } alone; table and map keep the rows and countries of that day.
page-all-countries = All countries
page-all-provinces = All provinces
page-all-sectors = All sectors
page-choices = Choices
page-no-script = Without script this page shows everything at once: nothing can be chosen, sorted or zoomed, and the language cannot be changed.

sentence-heading = In one sentence
sentence-all = { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} between { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
} and { $countries ->
    [one] { $countries } country
   *[other] { $countries } countries
}; { $shared ->
    [0] no country is shared by two provinces.
    [one] { $shared } country is shared by two or more provinces.
   *[other] { $shared } countries are shared by two or more provinces.
}
sentence-none = No tie is recorded.
sentence-counted = { $name } ({ $count })
sentence-gap = { $count ->
    [one] For { $count } border of a province with a country no tie is recorded: { $names }.
   *[other] For { $count } borders of a province with a country no tie is recorded, among them { $names }.
}
# $border: 0 no land border, as a source that lists them all has it; 1 none recorded; 2 no borders recorded
# at all; else some.
sentence-country = { $country }: { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} of { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
}; { $border ->
    [0] no province borders it.
    [1] no border with it is recorded.
    [2] no borders are recorded.
   *[other] { $with ->
        [0] { $borders ->
            [1] for the one bordering province, { $name }, none is recorded.
           *[other] for none of the { $borders } bordering provinces is one recorded.
        }
        [one] { $borders ->
            [1] the one bordering province, { $name }, has one too.
           *[other] { $with } of { $borders } bordering provinces has one.
        }
       *[other] { $with } of { $borders } bordering provinces have one.
    }
}
sentence-country-none = { $country }: no tie is recorded; { $border ->
    [0] no province borders it.
    [1] no border with it is recorded.
    [2] no borders are recorded.
   *[other] { $borders ->
        [one] { $borders } province borders it.
       *[other] { $borders } provinces border it.
    }
}
sentence-province = { $province }: { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} with { $countries ->
    [one] { $countries } country
   *[other] { $countries } countries
}, { $alone ->
    [0] with each of which others have ties too
    [one] with { $alone } of which no other province has one recorded
   *[other] with { $alone } of which no other province has one recorded
}; { $border ->
    [0] it borders no country.
    [1] no border of it is recorded.
    [2] no borders are recorded.
   *[other] { $with ->
        [0] for none of the { $borders } countries that it borders is one recorded.
       *[other] it has one with { $with } of { $borders } bordering countries.
    }
}
sentence-province-none = { $province }: no tie is recorded; { $border ->
    [0] it borders no country.
    [1] no border of it is recorded.
    [2] no borders are recorded.
   *[other] { $borders ->
        [one] it borders { $borders } country.
       *[other] it borders { $borders } countries.
    }
}
sentence-alone-cannot-tell = { $count ->
    [one] Whether others have ties with that country cannot be told from these data: no source here claims to list all such ties.
   *[other] Whether others have ties with { $count } of these countries cannot be told from these data: no source here claims to list all such ties.
}
sentence-alone-aside = A tie whose province is not known may be of another province: { $names }.
sentence-pair = { $province } and { $country }: { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} ({ $targets }).
sentence-pair-none = { $province } and { $country }: no tie is recorded.
sentence-border = They share a border.
sentence-border-none = They share a border across which no tie is recorded.
sentence-in-sector = In the sector “{ $sector }”: { $sentence }
sentence-border-list = Bordering provinces for which no tie is recorded: { $names }.
sentence-missions-there = Missions of { $home } there: { $names }.
sentence-missions-here = Missions of { $country } in { $home }: { $names }.
sentence-mission-roving = { $kind } in { $city }, accredited here too
sentence-mission-open = open
sentence-missions-there-none = No mission of { $home } there is recorded.
sentence-missions-here-none = No mission of { $country } in { $home } is recorded.
sentence-missions-none = No mission of { $home } there and none of { $country } in { $home } is recorded.
sentence-mission = { $kind } in { $city }
sentence-mission-closed = closed
sentence-mission-suspended = suspended
sentence-mission-unknown = status not known
sentence-mission-on = { $years ->
    [0] { $status }, as of { $day }
    [one] { $status }, as of { $day }, { $years } year before
   *[other] { $status }, as of { $day }, { $years } years before
}
sentence-mission-status = { $names } ({ $status })
sentence-rivals-certain = { $count ->
    [one] { $count } pair of provinces is a certain rivalry: { $names }.
   *[other] { $count } pairs of provinces are certain rivals: { $names }.
}
sentence-rivals-presumed = { $count ->
    [one] { $count } pair of provinces is a presumed rivalry: { $names }.
   *[other] { $count } pairs of provinces are presumed rivals: { $names }.
}
sentence-rivals-possible = No rivalry is certain or presumed; { $count ->
    [one] that of { $count } pair of provinces is possible
   *[other] that of { $count } pairs of provinces is possible
}: { $names }.
sentence-none-certain = { $others ->
    [0] None is certain: not one of the { $ties } ties has an end on record.
   *[other] None is certain: { $open } of the { $ties } ties have no end on record.
}
sentence-possible-more = { $count ->
    [one] { $count } more pair is possible: a sector, a date or a sign of late years is not recorded.
   *[other] { $count } more pairs are possible: a sector, a date or a sign of late years is not recorded.
}
sentence-country-certain = { $country }: { $provinces } provinces are certain rivals ({ $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}): { $names }.
sentence-country-presumed = { $country }: { $provinces } provinces are presumed rivals ({ $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}): { $names }.
sentence-country-possible = { $country }: no rivalry is certain or presumed; { $pairs ->
    [one] that of { $pairs } pair of provinces is possible.
   *[other] that of { $pairs } pairs of { $provinces } provinces is possible.
}
sentence-at = { $pairs ->
    [one] They meet at { $target } ({ $pairs } pair): { $names }.
   *[other] They meet at { $target } ({ $pairs } pairs): { $names }.
}
sentence-joint = Joint acts, which are no rivalry: { $names }.
sentence-province-certain = { $rivals ->
    [one] { $province } has { $rivals } certain rival: { $names }.
   *[other] { $province } has { $rivals } certain rivals: { $names }.
}
sentence-province-presumed = { $rivals ->
    [one] { $province } has { $rivals } presumed rival: { $names }.
   *[other] { $province } has { $rivals } presumed rivals: { $names }.
}
sentence-province-possible = { $province }: no rivalry is certain or presumed; { $pairs ->
    [one] { $pairs } pair with another province is possible.
   *[other] { $pairs } pairs with other provinces are possible.
}
sentence-where = { $place } ({ $names })
sentence-cell-certain = { $count ->
    [one] { $province } in { $country }: a certain rival is { $names }.
   *[other] { $province } in { $country }: certain rivals are { $names }.
}
sentence-cell-presumed = { $count ->
    [one] { $province } in { $country }: a presumed rival is { $names }.
   *[other] { $province } in { $country }: presumed rivals are { $names }.
}
sentence-cell-possible = { $province } in { $country }: no rivalry is certain or presumed; { $count ->
    [one] that with { $count } province is possible.
   *[other] that with { $count } provinces is possible.
}
sentence-two = { $one } and { $other }: { $verdict } in { $names }.
sentence-two-none = { $one } and { $other }: no country is recorded in which both have a tie.
sentence-two-apart = { $one } and { $other }: no rivalry where both have ties.
sentence-line = { $name }: { $said }.
sentence-met = met at { $target }
sentence-shared = Both have ties with { $shared } of { $of ->
    [one] { $of } country
   *[other] { $of } countries
}: { $names }.
sentence-only-countries = { $province } alone: { $names }.
sentence-only-sectors = { $province } alone, by sector: { $names }.
sentence-basis = Basis: { $said }.
basis-ties = { $count ->
    [one] { $count } tie
   *[other] { $count } ties
}
basis-undated = { $others ->
    [0] none with a date
   *[other] { $count } without a date
}
basis-sectors = { $others ->
    [0] none with a sector
   *[other] { $count } without a sector
}
basis-presumed = { $others ->
    [0] { $years ->
        [one] each presumed to go on for { $years } year after its last sign of life
       *[other] each presumed to go on for { $years } years after its last sign of life
    }
   *[other] { $years ->
        [one] { $count } presumed to go on for { $years } year after the last sign of life
       *[other] { $count } presumed to go on for { $years } years after the last sign of life
    }
}
basis-possible = { $others ->
    [0] it is not certain that any of them holds
   *[other] { $count } of which it is not certain that they hold
}
basis-beside = { $count ->
    [one] beside them { $count } visit, talk or proposal, not counted
   *[other] beside them { $count } visits, talks and proposals, not counted
}
basis-source = from { $source }
basis-sources = from { $count } sources
beside-event = visit or event
beside-proposal = not in force yet
beside-ended = ended
page-second = and province
page-no-second = no other
page-take-off = Take off: { $name }
page-presumed = { $years ->
    [0] nothing presumed
    [one] no end told: presumed for { $years } year after the last sign
   *[other] no end told: presumed for { $years } years after the last sign
}
page-believed = as recorded by { $day }
page-empty-advice = Make a table to fill in with “graphmap template”, or bring in a list with “graphmap import”; then make this page again.
findings-heading = Findings
findings-rivalry = Rivalry
findings-overlap = Overlap
findings-gaps = Gaps
findings-alone = Sole contacts
findings-all = All { $count }
findings-fewer = Fewer
findings-more = { $count } more
findings-possible = { $count ->
    [one] { $count } possible pair
   *[other] { $count } possible pairs
}
findings-strong = Certain and presumed alone
findings-none = Nothing of this kind is found in what is chosen.
findings-order = Order: verdict, nearest meeting point, then as the analysis ranks them.
findings-verdict = Verdict
findings-provinces = Provinces
findings-sectors = Sectors in common
findings-met = Met at
findings-since = Both since
findings-ties = Ties
findings-same-country = same country only
findings-shared = { $shared } of { $of } countries
findings-count = { $count ->
    [one] { $count } tie
   *[other] { $count } ties
}
evidence-standing = Standing
evidence-last-sign = Last sign
evidence-constant = The same in all rows: { $said }.
evidence-more = { $count } more rows
evidence-beside = { $count ->
    [one] { $count } visit, talk or proposal, not counted
   *[other] { $count } visits, talks and proposals, not counted
}
evidence-beside-hide = Hide what is not counted
evidence-not-counted = not counted
evidence-needs-script = { $ties } ties: their rows are drawn by the script of the page, which does not run here. What stands above holds without it.
sources-all = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
sources-ties = { $count ->
    [one] { $count } tie
   *[other] { $count } ties
}
sources-covers = claims to list all
sources-incomplete = “Not recorded” does not mean “none”: no source here claims to list all ties.
sources-note = Note of the source
page-empty = { $provinces ->
    [0] Nothing is stored yet but the country.
    [one] { $provinces } province is stored, and no tie yet.
   *[other] { $provinces } provinces are stored, and no tie yet.
}
covers-ties = ties
covers-missions = missions
covers-borders = land borders
covers-places = places
covers-countries = { $what } of { $count } countries
absence-of-findings = Nothing of this is recorded toward { $country }.
absence-source = { $source }, as of { $day }
absence-ties-none-recorded = { $count ->
    [one] { $sources } claims to list all such ties and has none.
   *[other] { $sources } claim to list all such ties and have none.
}
absence-missions-none-recorded = { $count ->
    [one] { $sources } claims to list all such missions and has none.
   *[other] { $sources } claim to list all such missions and have none.
}
absence-borders-none-recorded = { $count ->
    [one] { $sources } claims to list all such borders and has none.
   *[other] { $sources } claim to list all such borders and have none.
}
absence-trade-none-recorded = { $count ->
    [one] { $sources } claims to list all such trade and has none.
   *[other] { $sources } claim to list all such trade and have none.
}
absence-ties-cannot-tell = Whether there is a tie cannot be told from these data: no source here claims to list all such ties.
absence-missions-cannot-tell = Whether there is a mission cannot be told from these data: no source here claims to list all such missions.
absence-borders-cannot-tell = Whether there is a border cannot be told from these data: no source here claims to list all such borders.
absence-trade-cannot-tell = Whether there is trade cannot be told from these data: no source here claims to list all such trade.
absence-other-days = { $count ->
    [one] { $sources } claims to list them all, but of another day: whether there is one cannot be told from these data.
   *[other] { $sources } claim to list them all, but of other days: whether there is one cannot be told from these data.
}
absence-kinds = { $count ->
    [one] { $sources } claims to list all of some kinds and has none ({ $kinds }); of others the data cannot tell.
   *[other] { $sources } claim to list all of some kinds and have none ({ $kinds }); of others the data cannot tell.
}
absence-note = { $source } says of itself: { $note }
absence-aside-province = { $ties ->
    [one] A tie whose province is not known could be one: { $names }.
   *[other] { $ties } ties whose province is not known could be among them: { $names }.
}
absence-aside-place = { $ties ->
    [one] A tie whose place abroad is not known could be one: { $names }.
   *[other] { $ties } ties whose place abroad is not known could be among them: { $names }.
}
absence-aside-pipeline = { $ties ->
    [one] Beside that stands a tie that is not in force yet, or a passing event: { $names }.
   *[other] Beside that stand { $ties } ties that are not in force yet, or passing events: { $names }.
}
absence-cannot-tell = cannot tell
absence-none-recorded = none recorded
grade-A = official for a party of the tie
grade-B = press
grade-C = a list
grade-D = inferred

matrix-heading = Contest matrix: { $count ->
    [one] one country that two or more provinces court
   *[other] { $count } countries that two or more provinces court
}
matrix-none = No country has ties with two provinces or more.
matrix-corner = Province
matrix-courting = Provinces
matrix-rivals = Rival pairs
matrix-before = Previous
matrix-after = Next
matrix-rows = Provinces { $first } to { $last } of { $all }
matrix-key = How to read a cell
matrix-key-note = The mark is the strongest verdict of the province in that country; the number, its documents and lasting ties there. Most rival pairs first.
matrix-mark-certain = certain rival
matrix-mark-presumed = presumed rival: same sector, no end told
matrix-mark-possible = possible: sector, time or a sign of late years not recorded
matrix-plain = the same, where all in a country are possible only; or a tie without rivalry
matrix-mark-complementary = complementary: different sectors
matrix-mark-joint = a joint act only
matrix-mark-contact = visits, talks or proposals only
matrix-no-case = (none here)
matrix-folded = Folded
matrix-fold-sole = { $count ->
    [one] One country with one province
   *[other] { $count } countries with one province
}
matrix-fold-events = { $count ->
    [one] One country with visits or talks only
   *[other] { $count } countries with visits or talks only
}
matrix-fold-provinces = { $count ->
    [one] One province without a recorded tie
   *[other] { $count } provinces without a recorded tie
}
matrix-fold-more = and { $more } more
matrix-cell = { $province }, { $country }: { $verdict }, ties: { $ties }
matrix-cell-contact = { $province }, { $country }: visits or talks only
matrix-cell-empty = { $province }, { $country }: none recorded
matrix-cell-border = { $cell }; they share a border
matrix-border-note = corner: the province borders the country
map-heading = Map
map-view = View of the map
map-region = Region
map-world = World
map-in = Zoom in
map-out = Zoom out
map-classes-abroad = Abroad, by provinces tied
map-classes-home = Provinces, by rival pairs (certain or presumed)
map-class = { $low } to { $high }
map-class-from = { $count } and more
map-class-none = none recorded
map-rival-certain = Certain rival there
map-rival-presumed = Presumed rival there
map-tied = Province with a tie there, no rivalry shown
map-edge = Borders the country, no tie recorded
map-arc = Ties, wider for more
map-arc-unknown = The same, sectors not recorded
map-city = Where it leads, with the number of provinces
map-pill = { $name }, outside the map: { $count ->
    [one] one province
   *[other] { $count } provinces
}
map-mission = Embassy or consulate
map-no-shapes = No outlines of { $home } are shipped: its provinces are squares, drawn by their coordinates.
map-no-points = No outlines of { $home } are shipped and its provinces have no coordinates: they cannot be drawn.
map-some-no-points = { $count ->
    [one] { $count } province has neither outline nor coordinates and is not drawn.
   *[other] { $count } provinces have neither outline nor coordinates and are not drawn.
}
level-country = Country
level-region = Region
level-city = City
level-counterpart = Counterpart
evidence-heading = The ties behind it, and their sources
evidence-province = Province
evidence-city = City at home
evidence-municipal = municipal
evidence-country = Country
evidence-target = Partner
evidence-kind = Kind
evidence-sectors = Sectors
evidence-since = Since
evidence-until = Until
evidence-certainty = Holds
evidence-border = Border
evidence-source = Source
evidence-search = Search
evidence-csv = Table (CSV)
evidence-xlsx = XLSX of all of them
evidence-shown = { $shown } of { $all } ties
evidence-nothing = No tie fits the choice.
sources-heading = Sources
sources-none = No source is named.
sources-grade = grade: { $meaning }
matrix-empty-told = An empty cell: no tie is recorded.
matrix-empty-note = An empty cell: no tie is recorded; whether there is one, these data cannot tell.
matrix-unplaced-note = { $ties ->
    [one] { $ties } tie of unknown province or place stands in no cell.
   *[other] { $ties } ties of unknown province or place stand in no cell.
}
sources-retrieved = read on { $day }
sources-shapes = Outlines: { $source }. They show who holds the ground and state no legal position.
report-shown = Shown: { $shown } of { $all } rows
report-nothing = No row.
report-search = Search
answer-sentences = In sentences
fold-text = … read on
fold-more = and { $count } more
report-overview = Overview
report-all = { $count ->
    [one] Show the one row in full
   *[other] Show all { $count } rows in full
}
report-details = Every pair in detail
report-alike = In every row:
page-of = Page { $page } of { $pages }
head-of-id = { $head } (id)
picture-more = { $shown } of { $all } are drawn.
picture-off = { $count ->
    [one] { $count } province is not drawn: no outline of it is known.
   *[other] { $count } provinces are not drawn: no outline of them is known.
}
picture-tick = Tick: a tie began
picture-open = Faded end: not known
picture-today = The day of the report
row-clause = { $column }: { $value }
quick-heading = Quick network: { $home }
quick-note = Provinces are squares, countries circles; a line is wider for more ties. Drag to move, wheel to zoom.
quick-list = The same as a table
quick-ties = Ties

## Overlaps and rivals

clause-mark = ;{ " " }
counted-ties = { $total ->
    [one] { $counted } of { $total } tie counts
   *[other] { $counted } of { $total } ties count
}
counted-municipal = { $ties } made by cities
counted-presumed = { $ties } presumed to go on
counted-possible = { $ties } only possibly
counted-sectors-unknown = { $ties } without a sector
counted-pipeline = beside: { $ties } not in force yet
counted-events = beside: { $ties ->
    [one] { $ties } visit, contact or meeting
   *[other] { $ties } visits, contacts and meetings
}
counted-without-province = left out: { $ties } of no known province
counted-off-level = left out: { $ties } with a target coarser than this level or in no known place
counted-elsewhere = left out: { $ties } to other countries
counted-out-of-time = left out: { $ties } not in force on that day
counted-ended = left out: { $ties } that ended on a day that nothing tells
counted-other-sector = left out: { $ties } in other sectors
counted-other-kind = left out: { $ties } of other kinds
overlap-counterpart = { $union ->
    [one] { $one } and { $other } share the one counterpart of either: { $names }
   *[other] { $one } and { $other } share { $shared } of { $union } counterparts: { $names }
}
overlap-city = { $union ->
    [one] { $one } and { $other } share the one city of either: { $names }
   *[other] { $one } and { $other } share { $shared } of { $union } cities: { $names }
}
overlap-region = { $union ->
    [one] { $one } and { $other } share the one foreign region of either: { $names }
   *[other] { $one } and { $other } share { $shared } of { $union } foreign regions: { $names }
}
overlap-country = { $union ->
    [one] { $one } and { $other } share the one country of either: { $names }
   *[other] { $one } and { $other } share { $shared } of { $union } countries: { $names }
}
overlap-rarest = { $provinces } provinces deal with { $target }
overlap-smaller = that is { $shared } of the { $size } that { $province } has
significance-above-chance = above chance
significance-leaning = leaning
significance-as-expected = as expected
significance-too-few-ties-to-tell = too few ties to tell
chance-above-chance = that is above chance, which lets { $expected } be expected (p { $p }, q { $q })
chance-leaning = that leans above chance, which lets { $expected } be expected (p { $p }, q { $q })
chance-as-expected = that is as expected by chance, which lets { $expected } be expected (p { $p }, q { $q })
chance-too-few-ties-to-tell = the two have too few ties to tell whether that is more than chance, which lets { $expected } be expected
chance-joint = { $joint } of them by joint acts of the two alone, which the test leaves out
chance-null-fixed-degrees = More than chance? Against chance that leaves each province and each partner as many ties as it has (fixed degrees); { $draws } tables drawn, seed { $seed }.
chance-null-configuration-model = More than chance? Against chance that leaves each province and each partner as many ties as it has on average (configuration model), told exactly.
chance-tested = { $pairs ->
    [one] One pair tested
   *[other] { $pairs } pairs tested
}, those that share nothing too: { $words }. That two share a partner is a fact, whatever the test says.
chance-count = { $pairs } { $word }
chance-few-draws = So few draws let no pair alone come out above chance; { $draws } would.
overlap-presumed = { $presumed } of them presumed
overlap-presumed-all = all presumed
overlap-possible = { $possible } of them only possibly
overlap-possible-all = all only possibly
group-counterpart = { $provinces } all deal with { $shared ->
    [one] one counterpart
   *[other] the same { $shared } counterparts
}: { $names }
group-city = { $provinces } all deal with { $shared ->
    [one] one city
   *[other] the same { $shared } cities
}: { $names }
group-region = { $provinces } all deal with { $shared ->
    [one] one foreign region
   *[other] the same { $shared } foreign regions
}: { $names }
group-country = { $provinces } all deal with { $shared ->
    [one] one country
   *[other] the same { $shared } countries
}: { $names }
groups-more = There are more groups than the { $counted } that were counted; those listed are the largest of all.
group-joint = only by joint acts of all of them: { $names }
gap-border = { $province } borders { $target }
gap-km = { $km } km of border
gap-mission = { $missions ->
    [one] one mission between { $home } and { $target } is open
   *[other] { $missions } missions between { $home } and { $target } are open
}
gap-mission-unknown = { $home } and { $target }: whether a mission between them is open is not known
gap-status-on = as known on { $day }
gap-no-mission = { $ties ->
    [one] { $target }: one tie
   *[other] { $target }: { $ties } ties
}
gap-trade = { $start } trades with { $target }
gap-trade-exports = { $start } sends { $percent } percent of its exports to { $target }
gap-trade-imports = { $start } has { $percent } percent of its imports from { $target }
gap-contact = { $events ->
    [one] { $province } is in contact with { $target } by one event
   *[other] { $province } is in contact with { $target } by { $events } events
}
gap-document-none-recorded = no document there is recorded
gap-document-cannot-tell = whether there is a document, these data cannot tell
gap-tie-tied = { $ties ->
    [one] one tie there
   *[other] { $ties } ties there
}
gap-tie-none-recorded = no tie there is recorded
gap-tie-cannot-tell = whether there is a tie, these data cannot tell
gap-mission-tied = a mission is open
gap-mission-none-recorded = no open mission is recorded in either direction
gap-mission-cannot-tell = whether a mission is open in either direction, these data cannot tell
gap-others-tied = other provinces have ties there
gap-others-none-recorded = no other province's tie there is recorded
gap-others-cannot-tell = whether other provinces have ties there, these data cannot tell
gap-perhaps = { $ties ->
    [one] one tie may be it
   *[other] { $ties } ties may be it
}
gap-grade = so says a source of grade { $grade } ({ $meaning })
dyad-contacts = { $events ->
    [one] one visit, contact or meeting of it there
   *[other] { $events } visits, contacts and meetings of it there
}
dyad-elsewhere = { $ties ->
    [one] one tie of it elsewhere in the country
   *[other] { $ties } ties of it elsewhere in the country
}
dyad-border = { $provinces ->
    [one] another province that borders it is there: { $names }
   *[other] { $provinces } other provinces that border it are there: { $names }
}
dyad-farther = { $provinces ->
    [one] one province that does not border it is there: { $names }
   *[other] { $provinces } provinces that do not border it are there: { $names }
} ({ $ties ->
    [one] one tie
   *[other] { $ties } ties
})
dyad-crossings = { $crossings ->
    [0] no crossing on it is recorded, and whether there is one cannot be told
    [one] crossing that a source names: { $names }
   *[other] crossings that a source names: { $names }
}
dyad-bypassed = so { $province } is bypassed
dyad-perhaps-bypassed = so { $province } may be bypassed
dyad-acts = { $count ->
    [one] joint act there
   *[other] joint acts there
}: { $acts }
dyad-act = { $document } ({ $names })
dyad-act-perhaps = { $document } ({ $names }; whether it still holds is not known)
dyad-missions = missions on record: { $there } there, { $here } of the country in { $province }, { $open ->
    [0] none
   *[other] { $open }
} of these known to be open
dyad-count = { $borders } { $standing }
dyad-counts = { $borders ->
    [one] One border looked at
   *[other] { $borders } borders looked at
}: { $counts }.
dyad-no-borders = No border of a province is recorded here.
standing-bypassed = bypassed
standing-perhaps-bypassed = perhaps bypassed
standing-others-there = with other border provinces there alone
standing-cannot-tell = that cannot be told
standing-none-recorded = where nothing is recorded
standing-tied = tied
neighbour-borders = { $target }: { $provinces ->
    [one] one province borders it
   *[other] { $provinces } provinces border it
}, of which { $tied } { $tied ->
    [one] has
   *[other] have
} ties there that hold certainly or presumably ({ $ties } in all)
neighbour-untied = no tie is recorded, or it cannot be told, of { $names }
neighbour-passed = at { $borders } of { $of } borders with its regions a farther province is there and the border province is not, or cannot be told to be
neighbour-rivals = { $pairs ->
    [one] one pair of provinces competes there
   *[other] { $pairs } pairs of provinces compete there
}, certainly or presumably
neighbour-joint = { $pairs ->
    [one] one pair stands there by joint acts
   *[other] { $pairs } pairs stand there by joint acts
}
neighbour-missions = { $missions ->
    [one] one mission in { $target }
   *[other] { $missions } missions in { $target }
}
change-at = { $place }: { $changes }
change-began = { $ties ->
    [one] one tie began
   *[other] { $ties } ties began
}: { $names }
change-ended = { $ties ->
    [one] one tie ended
   *[other] { $ties } ties ended
}: { $names }
change-silent = { $ties ->
    [one] one tie is no longer presumed to hold, for want of a sign
   *[other] { $ties } ties are no longer presumed to hold, for want of a sign
}: { $names }
change-perhaps-began = { $ties ->
    [one] one tie perhaps began
   *[other] { $ties } ties perhaps began
}: { $names }
change-perhaps-ended = { $ties ->
    [one] one tie perhaps ended
   *[other] { $ties } ties perhaps ended
}: { $names }
change-became = { $pairs ->
    [one] one pair became rivals
   *[other] { $pairs } pairs became rivals
}: { $names }
change-ceased = { $pairs ->
    [one] one pair is rival no more
   *[other] { $pairs } pairs are rivals no more
}: { $names }
change-perhaps-became = { $pairs ->
    [one] one possible rivalry before is certain or presumed now
   *[other] { $pairs } possible rivalries before are certain or presumed now
}: { $names }
change-perhaps-ceased = { $pairs ->
    [one] one rivalry before is only possible now
   *[other] { $pairs } rivalries before are only possible now
}: { $names }
change-pair = { $one } and { $other }
change-pair-at = with { $other } toward { $target }
change-counts-target = there certainly or presumably, before and after: { $ties_before } and { $ties } ties, { $others_before } and { $others } provinces, { $rivals_before } and { $rivals } rival pairs
change-counts-province = held certainly or presumably, before and after: { $ties_before } and { $ties } ties, { $others_before } and { $others } partners, { $rivals_before } and { $rivals } rival pairs
change-no-days = No tie here has a day on which it is known to have begun: there are no days to look between.
change-days = From { $first } to { $last }, both days counted.
change-moved = In all, ties that began: { $began }; that ended: { $ended }; no longer presumed to hold: { $silent }.
change-turned = Pairs that became rivals: { $became }; that are rivals no more: { $ceased }.
change-perhaps = Perhaps: ties that began: { $perhaps_began }; that ended: { $perhaps_ended }; pairs that became rivals: { $perhaps_became }; that are rivals no more: { $perhaps_ceased }.
change-undated = { $ties ->
    [one] Of one tie the start is not known: whether it began in that time cannot be told.
   *[other] Of { $ties } ties the start is not known: whether they began in that time cannot be told.
}
gap-coverage = { $sort }: { $of } looked at, of which { $tied } are no gap, { $none } not recorded, { $untold } cannot be told.
gap-sort-border-without-tie = Border without a tie
gap-sort-mission-without-tie = Mission without a tie
gap-sort-tie-without-mission = Tie without a mission
gap-sort-trade-without-tie = Trading partner without a tie
gap-sort-sole-contact = Sole contact
gap-sort-contact-without-document = Contact without a document
municipal = { $ties } of { $of } ties made by cities
municipal-all = { $of ->
    [one] the tie was made by a city
   *[other] all ties were made by cities
}
unknown-sectors = the sector of { $ties } of { $of } ties is not known
unknown-sectors-one = its sector is not known
unknown-sectors-all = no tie names its sector
unknown-dates = { $ties } of { $of } ties undated
unknown-dates-one = neither its start nor its end is known
unknown-dates-all = no tie is dated
unknown-start = the start of { $ties } of { $of } ties is not known
unknown-start-one = its start is not known
unknown-start-all = no start is known
unknown-end = the end of { $ties } of { $of } ties is not known
unknown-end-one = its end is not known
unknown-end-all = no end is known
unknown-sign = no sign of { $ties } of { $of } ties since { $day }
unknown-sign-one = no sign of it since { $day }
unknown-sign-all = no sign since { $day }
unknown-suspended = { $ties } of { $of } ties suspended
unknown-suspended-one = it is suspended
unknown-suspended-all = { $of ->
    [one] the tie is suspended
   *[other] all ties are suspended
}
mark-certain = C
mark-presumed = P
mark-possible = ?
mark-complementary = +
mark-joint = J
verdict-certain = certain rivalry
verdict-presumed = presumed rivalry
verdict-possible = possible rivalry
verdict-complementary = complementary
verdict-possibly-complementary = possibly complementary
verdict-successive = one after the other
verdict-possibly-successive = possibly one after the other
verdict-joint = a joint act
verdict-in-contact = in contact, without a document
verdict-none = no rivalry
possible-without-sectors = possible rivalry, since no tie names its sector
target = { $target }: { $provinces } provinces, { $ties } ties
pairs-counted = { $pairs ->
    [one] { $verdict } ({ $pairs } pair)
   *[other] { $verdict } ({ $pairs } pairs)
}
preparing = with ties not in force yet: { $verdict }
pair = { $one } and { $other } toward { $target }: { $verdict }
pair-sectors = both in { $sectors }
pair-days-exactly = { $days ->
    [one] both there on { $days } day
   *[other] both there on { $days } days
}
pair-days-between = both there on at least { $least } and at most { $most } days
pair-days-at-most = { $most ->
    [one] both there on at most { $most } day, perhaps on none
   *[other] both there on at most { $most } days, perhaps on none
}
pair-days-at-least = { $days ->
    [one] both there on at least { $days } day
   *[other] both there on at least { $days } days
}
pair-days-unknown = on how many days both were there is not known
pair-shares = of what the two do there, { $rivalry } is rivalry, { $complementarity } complementary, { $one_sided } of one alone
pair-shares-joint = of what the two do there, { $rivalry } is rivalry, { $joint } joint, { $complementarity } complementary, { $one_sided } of one alone
pair-range-presumed = if both go on, rivalry is from { $least } to { $most } of what the two do there
pair-range = rivalry is from { $least } to { $most } of what the two do there
pair-about-presumed = if both go on, rivalry is about { $least } of what the two do there
pair-about = rivalry is about { $least } of what the two do there
pair-nothing-presumed = if both go on, nothing of what the two do there is rivalry
pair-nothing = nothing of what the two do there is rivalry
beside = beside them, in contact or preparing a tie: { $names }
pair-named = { $target }: { $one } and { $other } ({ $verdict })
pair-here = { $one } and { $other }: { $verdict }
pair-since = both since { $date }
pair-since-latest = both there by { $day } at the latest
pair-listed = that both are there is known from a source of { $day } alone
pair-act = the act: { $acts }
pair-joint = { $ties ->
    [one] { $ties } tie rests on an act of both ({ $acts }) and is left out
   *[other] { $ties } ties rest on an act of both ({ $acts }) and are left out
}
contest = { $target }: { $names }
contest-pairs = { $all ->
    [one] { $verdict } ({ $pairs } of { $all } pair)
   *[other] { $verdict } ({ $pairs } of { $all } pairs)
}
contest-contact = only in contact: { $names }
pair-first = { $province } was there first
sole-contact-none-recorded = no tie of another is recorded by what lists all of them: { $sources }
sole-contact-cannot-tell = whether other provinces have ties there, these data cannot tell
sole-contact-aside = { $ties ->
    [one] one tie there of unknown province beside
   *[other] { $ties } ties there of unknown province beside
}
sole-contact = { $ties ->
    [one] { $target }: { $province } alone has a tie recorded
   *[other] { $target }: { $province } alone has ties recorded ({ $ties })
}

## Command line

told-wrote-dossier = Wrote { $file }: { $title }.
told-wrote-map = Wrote { $file }: open it in any browser.
told-wrote-site = Wrote { $count } files to { $folder }: open { $index }.
told-sheet-written = Wrote { $path }. Fill a row for each tie, leave blank what you do not know, and import it:
told-as-of = As of { $day }.
told-presumed = { $years ->
    [one] Commitments of unknown end are presumed to go on for { $years } year after their last sign of life.
   *[other] Commitments of unknown end are presumed to go on for { $years } years after their last sign of life.
}
told-believed-on = From what the store held at the end of { $day }.
told-as-of-all = The whole history.
told-overlaps = { $shown } of { $total } pairs of provinces that share { $min_shared } or more targets.
told-groups = { $shown } of { $total } groups of { $min_provinces } or more provinces that share { $min_shared } or more targets.
told-entanglement-border = { $shown } of { $total } borders of provinces.
told-entanglement-neighbour = { $shown } of { $total } neighbouring countries.
told-change-target = { $shown } of { $total } foreign targets at which anything changed.
told-change-province = { $shown } of { $total } provinces of which anything changed.
told-gaps = { $shown } of { $total } gaps.
told-rivals-contest = { $shown } of { $total } contests: targets at which pairs of provinces meet.
told-rivals-pair = { $shown } of { $total } meetings of two provinces, each at the nearest targets that both have.
told-rivals-target = { $shown } of { $total } targets with two provinces or more.
told-sole-contacts = { $shown } of { $total } targets with which ties of one province alone are recorded.
told-findings = { $shown } of { $total } findings.
told-pairs-at-targets = Pairs of provinces, each counted once { $level ->
    [region] in a region
    [city] in a city
    [counterpart] at a counterpart
   *[country] in a country
}: { $counts }.
told-pairs-at-contests = Where they meet, each at the nearest targets that both have: { $counts }.
told-farther = Pairs that meet nearer, and by other ties are more to each other { $level ->
    [region] in the region as a whole
    [city] in the city as a whole
    [counterpart] at the counterpart
   *[country] in the country as a whole
} ({ $count }):
told-alone = Targets with which ties of one province alone are recorded ({ $count }); { $others }:
told-more = … and { $more } more; --format json lists all.

# The page of the model.
model-title = The model of the graph
model-lead = What the graph holds: { $nodes } labels and { $relationships } types of relationship, with every field. The page is made from the declaration.
model-drawing = What leads where
model-drawing-description = On one side the labels that a relationship leads from, in the middle its type, on the other side the labels it leads to. The tables below say the same in words.
model-nodes = Nodes
model-relationships = Relationships
model-field = field
model-meaning = meaning
model-value = value
model-example = example
model-needed = needed
model-id = Its id: { $form }.
model-ends = Leads { $ends }.
model-single = A node has at most one.
model-key = Its key: { $key }.
model-derived = The store derives { $fields }.
told-rows = { $count ->
    [one] { $count } row.
   *[other] { $count } rows.
}
name-and-id = { $name } ({ $id })
told-left-out = Not shown for want of room: { $names }. --wide shows all, --format csv hands all on.
told-check = graphmap report CHECK shows the rows of one check.
column-changeset = changeset
column-at = at (UTC)
column-by = by
column-reason = reason
column-created = created
column-changed = changed
column-removed = removed
column-id = id
column-label = what
column-action = action
column-fields = fields
keep-created = created { $count }
keep-changed = changed { $count }
keep-removed = removed { $count }
keep-done = { $counts } (changeset { $changeset }).
keep-nothing = Nothing changed.
keep-would-remove = would be removed: { $label } { $id }
keep-backup = Wrote { $file }: { $nodes } nodes, { $relationships } relationships, { $changesets } changesets, { $before } records as they were.
keep-restored = { $store }: the graph of { $home } ({ $id }), restored from { $file }.
keep-upgraded = { $store }: is up to date now.
keep-up-to-date = { $store }: was up to date already.
sample-loaded = { $store }: the sample { $sample } is loaded, { $records } records. Next:
sample-there = { $store }: holds the sample { $sample } already; nothing changed.
sources-linked = { $count ->
    [0] Nothing leads to a source by SAID_BY now.
    [one] One SAID_BY leads to a source now.
   *[other] { $count } SAID_BY lead to sources now.
}
export-bulk = Wrote { $nodes } nodes and { $relationships } relationships to { $folder }. Next, where Neo4j stands and is stopped:
export-bulk-then = Then start it, and let graphmap add constraints, indexes and points:
history-created = created
history-changed = changed
history-removed = removed
column-check = name
column-report = name
column-kind = kind
column-severity = severity
column-rows = rows
column-caption = what it says
kind-report = report
kind-check = check

## Neighbourhood, timeline, groups

neighbourhood-heading = Who meets whom where
neighbourhood-needs-script = This drawing needs the page's script; matrix and table show the same.
neighbourhood-none = No country has ties with a province.
neighbourhood-strip = The { $shown } most contested of { $all } countries that two or more provinces court
neighbourhood-country = { $name }: its provinces, and { $shown } of { $all } other countries that two of these share
neighbourhood-province = { $name }: its countries, and { $shown } of { $all } provinces that it meets there
neighbourhood-pair = { $shown } of { $all } countries in which both are
neighbourhood-overlap = Too many lines to draw: how many countries each two of the first { $shown } of { $all } provinces share
neighbourhood-rival = rival there, certain or presumed
neighbourhood-possible = possible only, or no rivalry
neighbourhood-ring = country; in it, the number of provinces
neighbourhood-square = province; in it, the number of rival pairs
list-more = { $names } +{ $more }
timeline-heading = In time
timeline-none = No tie has a date.
timeline-shown = { $shown } of { $all } documents, joint acts folded
timeline-shown-undated = { $shown } of { $all } documents, joint acts folded; { $undated } ties without any date are not drawn
timeline-more = Show all { $all }
timeline-fewer = Show fewer
timeline-several = { $count } counterparts
timeline-today = day asked
timeline-strip = In force, by year
timeline-sure = known to hold
timeline-presumed = presumed
timeline-unknown = start or end unknown
timeline-joint = joint act
timeline-sign = last sign
timeline-event = visit or meeting
groups-heading = Groups: three or more provinces that share two or more countries
groups-shown = { $shown } of { $all } groups, the largest first
groups-shown-of-more = { $shown } of more than { $all } groups, the largest first
groups-none = No three provinces share two countries.
groups-province = Province
# The explorer.
serve-nav = Pages
serve-skip = To the content
serve-title = What needs a decision
serve-map = Map and matrix
serve-rivals = Rivalry
serve-reports = All questions
serve-search = Search
serve-search-label = A name or a question
serve-search-hint = Province, country, city, counterpart, or a question
serve-asks = What do you want to know?
serve-examples = For example:
serve-example-since = who else is in { $country } and since when
serve-example-border = which border has nothing
serve-example-trial = what would a tie with { $across } do
serve-example-ends = what ends before Nowruz
serve-example-ends-common = what ends before January
serve-example-contact = who is in contact with { $met } without a document
serve-example-path = how are { $province } and { $city } connected
serve-example-known = what did we believe last Farvardin
serve-example-known-common = what did we believe last January
serve-example-rivals = rivals { $country } { $sector }
serve-example-pair = { $first } and { $second }
serve-decisions = What needs a decision
serve-no-decisions = Nothing that is recorded needs a decision on that day.
serve-pair = { $target }: { $one } and { $other }; { $sectors }
serve-gap = { $province } – { $target } ({ $country }): no tie across this border is recorded
serve-end = { $home } with { $target }: ends { $day }
serve-entangled = { $province } – { $target } ({ $country }): { $perhaps ->
    [0] no tie of its own is recorded
   *[other] whether a tie of its own still holds is not known
 }, and from farther away { $count ->
    [one] { $others } is there
   *[other] { $others } are there
 }
serve-kind-entangled = border, others there
serve-kind-gap = border
serve-kind-end = ends soon
serve-against = Weakest point: { $doubts }.
serve-overturned = Strongest case against: { $said }.
serve-not-overturned = No change of one tie, date, sector or source that was tried makes it weaker.
serve-no-doubt = Every date and sector of it is recorded.
serve-gap-none-recorded = A source that lists such ties names none.
serve-gap-cannot-tell = No source claims to list all such ties: there may be one.
serve-end-stated = The end stands in a source.
serve-end-presumed = No end is recorded; it is the end of what is presumed.
serve-count-rivals = pairs of provinces that are certain or presumed rivals in a country
serve-count-gaps = borders with a foreign region across which no tie is recorded
serve-count-ends = commitments that end within half a year
serve-count-prepared = ties being prepared: an idea, proposed or negotiated
serve-count-beside = { $count ->
    [0] In none of these countries does another province have a tie.
    [one] One of them where another province has a tie already
   *[other] { $count } of them where another province has a tie already
}
serve-list = Show the list
serve-gaps = Gaps
serve-gaps-sort = What is missing
serve-contested = Where provinces compete most
serve-provinces = Provinces
serve-pairs = Rival pairs
serve-squares-head = Provinces there (full: in a rival pair)
serve-squares = { $full } of { $count } provinces are in a pair of rivals
serve-known-start = Start recorded
serve-known-sectors = Sector recorded
serve-known-end = End recorded
serve-known-of = { $count } of { $total }
serve-known-note = “Not recorded” does not mean “none”.
serve-without = { $count ->
    [one] One province without a recorded tie:
   *[other] { $count } provinces without a recorded tie:
}
serve-questions = Ready questions
serve-data = What the data hold
serve-held = { $ties } ties and { $sources } sources are recorded.
serve-kind-analysis = Analyses
serve-kind-report = Reports
serve-kind-check = Checks
serve-form = What is asked
serve-ask = Show
serve-any = any
serve-more = More choices
serve-needed = Choose first: { $what }.
serve-unfit = This cannot be shown
serve-send-again = Send again
serve-not-there = Nothing is here
serve-not-now = This cannot be shown now
serve-working = This takes a moment
serve-working-since = { $seconds ->
    [one] The answer has been worked on for { $seconds } second.
   *[other] The answer has been worked on for { $seconds } seconds.
}
serve-working-comes = It is shown here as soon as it is there; every other page can be read meanwhile.
serve-working-again = Look again
missions-beside = Missions of { $one } and { $other } in each other
missions-beside-note = This mission is among them. Whether one is open is told for the day of this page; the other day is that of the record.
missions-sender = Sent by
missions-city = In
missions-opened = Opened
missions-closed = Closed
missions-held = Held by
missions-status = { $status }, as recorded on { $day }
profile-drawn = { $count ->
    [one] The panels below are drawn from the one tie of this page that counts on this day, and from no other: what has no tie there has none among these.
   *[other] The panels below are drawn from the { $count } ties of this page that count on this day, and from no other: what has no tie there has none among these.
}
profile-behind-panels = The query behind these panels
serve-behind = The query behind it
serve-copy = Copy
serve-copied = Copied
profile-nothing = Asked too, and nothing found
serve-unfold = Open the table: { $counted }
serve-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
serve-ties = All ties recorded here
ties-of = Ties recorded of { $name }
book-rows = Rows
book-columns = Columns
book-take = Take the answer as a workbook (XLSX)
serve-ties-note = Of every day, those that have ended or are not in force yet too.
serve-from = From
serve-to = To
serve-sources = Sources
serve-id = Id
serve-in = Lies in
serve-aliases = Also called
serve-population = Population
serve-borders = Borders on
serve-governors = Governors
serve-governs = Governor of
serve-missions = Its missions
serve-status = Status
serve-publisher = Publisher
serve-address = Address
serve-published = Published
serve-retrieved = Read on
serve-grade = Grade
serve-note = Note
serve-covers = Claims to list whole
serve-meant = What is meant?
serve-nothing-found = Nothing is called so, and it is no question that is known here.
serve-results = Search: { $query }
serve-reading = It was read as
serve-near = The nearest names
serve-mended = “{ $typed }” was read as “{ $taken }”.
serve-unread = Not read: { $words }.
serve-grammar = Names in either script; or a question in a few words: rivals, overlap, borders, ends before, in contact, path, what would, since when, believed, with names, a sector, a day.
serve-read-view = Map, matrix and sentence of both
serve-read-path = How they are connected
serve-read-before = up to { $day }
serve-read-as-of = as of { $day }
serve-read-believed-on = as known on { $day }
serve-read-known = Map, matrix and sentence as they were known
serve-read-trial = What a tie that does not exist would do
serve-not-known-then = What was known on { $day } cannot be told from this store.
serve-how-to-ask = How to ask
serve-open-whole = Open the whole
serve-open-trial = Choose, and see what the tie would do
serve-known-now = What holds on { $day } as far as is known today
serve-wider = Without “{ $what }”: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
serve-all-of = All that is recorded of { $name }
serve-wider-all = In the whole history: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
trial-next = Choose the province, kind and sectors to see what the tie would do.
paths-title = How { $one } and { $other } are connected
paths-count = { $shown } of { $total } shortest paths
paths-note = The shortest ways through the graph, whatever their day; the home country is never a way through.
paths-none = Nothing that is recorded connects the two.
relation-tied-to = tie
relation-in = lies in
relation-represents = represents
relation-sent-by = sent by
relation-borders = border
relation-governs = governor
relation-holds = post
relation-covers = district of a mission
relation-accredited-to = accredited to
relation-trades-with = trade
label-country = Country
label-province = Province
label-region = Region abroad
label-city = City
label-counterpart = Counterpart
label-mission = Mission
label-governor = Governor
label-official = Official
label-source = Source
label-body = Body
serve-canvas = Graph canvas
canvas-title = Graph of ties
canvas-region = Canvas
canvas-tools = Steps and view
canvas-legend = Legend: what is shown
canvas-nodes = What is on the canvas
canvas-menu = What can be done with it
canvas-explore = Explore
canvas-explore-hint = Begin anew with what is chosen
canvas-explore-this = Explore this
canvas-expand = Expand
canvas-expand-hint = Add what is next to the chosen one
canvas-undo = Undo
canvas-redo = Redo
canvas-fit = Show all
canvas-closer = Closer
canvas-farther = Farther
canvas-keys = Arrows: to the nearest · Shift+arrows: along a line · Enter: menu · Space: open or close · E: expand · P: pin · M: mark · Del: hide · Ctrl+Z, Ctrl+Shift+Z
canvas-no-script = The canvas needs scripts, which this browser does not run; the pages of things say the same in tables.
canvas-nothing-chosen = Nothing is chosen
canvas-choose-hint = Choose something on the drawing or in the list: here stands what it is connected to, counted before anything is added. A line shows its ties and sources.
canvas-steps = Steps
canvas-in-words = On the canvas, in words
canvas-words-left = … and { $count } more with fewer lines; what is chosen is always told.
canvas-counts = { $nodes } things, { $lines } lines
canvas-twice = { $name } · { $label }
canvas-stands-for = { $label }, stands for { $count } more in it
canvas-can-add = What can be added
canvas-none-to-add = Nothing that fits is connected to it.
canvas-nothing-to-add = Nothing is left to add to it.
canvas-add = Add { $count }: { $what }
canvas-of = { $shown } of { $all }
canvas-all-there = all are there
canvas-times = { $name } ×{ $count }
canvas-profile = its page
canvas-any = any
canvas-filters = Only some of them
canvas-filters-on = { $count ->
    [one] One filter is on
   *[other] { $count } filters are on
}
canvas-filter-kind = Kind of tie
canvas-filter-sector = Sector
canvas-filter-grade = Grade of a source
canvas-filter-as-of = Counting on
canvas-filter-limit = At most
canvas-close = Collapse into it
canvas-collapse = Collapse
canvas-single = Do not group
canvas-hide = Hide
canvas-pin = Pin
canvas-unpin = Unpin
canvas-failed = This did not work: { $why }
canvas-clause = {"; "}
canvas-step-recalled = As it was left
canvas-step-start = Start: { $names }, with what its ties reach
canvas-step-start-some = Start: { $names }, with what most of its ties reach; { $more } left out
canvas-step-all = Start: the whole graph
canvas-step-add = Add { $count } to { $name }: { $what }
canvas-step-open = Open { $name }: { $count } in it
canvas-step-close = Collapse { $count } into { $name }
canvas-step-collapse = Collapse { $name }: { $count } away
canvas-step-single = { $name } stands for itself alone
canvas-step-hide = Hide { $name }
canvas-step-pin = Pin { $name }
canvas-step-unpin = Unpin { $name }
canvas-step-move = Move { $name }
canvas-step-on = Show: { $what }
canvas-step-off = Leave out: { $what }
canvas-step-tidy = Lay out anew
canvas-step-reveal = Reveal all lines among what is shown
canvas-line-between = { $one } and { $other }
canvas-line-count = { $what }: { $count }
canvas-line-none-holds = None of them counts today: ended, or not in force yet.
canvas-shown-of = Shown are { $shown } of { $all }.
canvas-behind = The query behind it
canvas-copy = Copy
canvas-since = since { $day }
canvas-until = until { $day }
canvas-no-since = no date of its beginning
canvas-no-sectors = sector not recorded
canvas-standing-certain = holds certainly
canvas-standing-possible = may hold
canvas-standing-none = does not count today
canvas-source = Source:
canvas-grade = grade: { $grade }
canvas-no-grade = not graded
canvas-many-country = Countries
canvas-many-province = Provinces
canvas-many-region = Regions abroad
canvas-many-city = Cities
canvas-many-counterpart = Counterparts
canvas-many-mission = Missions
canvas-many-governor = Governors
canvas-many-official = Officials
canvas-many-body = Bodies
canvas-many-source = Sources
canvas-many-sector = Sectors
canvas-mark = Mark
canvas-unmark = Take the mark off
canvas-path-to = Path to here
canvas-compare = Compare
canvas-common = In common
canvas-reveal = Reveal lines
canvas-tidy = Lay out anew
canvas-group = Group by
canvas-group-top = country and province
canvas-group-region = region abroad
canvas-group-sector = sector
canvas-take = Export
canvas-through = Through
canvas-path-step = { " " }— { $how } → { $name }
canvas-paths-between = How { $one } and { $other } are connected
canvas-paths-count = { $count ->
    [one] One shortest path
   *[other] { $count } shortest paths
}
canvas-paths-some = { $shown } of { $count } shortest paths
canvas-paths-none = Nothing connects the two by this way.
canvas-step-paths = Paths from { $one } to { $other }: { $count } of { $steps } steps
canvas-step-compare = Compare { $names }
canvas-step-common = In common to { $names }: { $count } added
canvas-step-group-top = Group by country and province
canvas-step-group-region = Group by region abroad
canvas-step-group-sector = Group by sector
canvas-band-all = All of them: { $count }
canvas-band-some = Some of them: { $count }
canvas-band-only = Only { $name }: { $count }
canvas-pair = { $one } and { $other }: { $verdict }
canvas-file-day = As of { $day }
canvas-file-sources = Sources
canvas-file-source = { $name } ({ $grade }): { $count } of the ties
canvas-file-more = and { $count } more
canvas-sheet-lines = Lines
canvas-sheet-nodes = Shown
canvas-column-id = Id
canvas-column-name = Name
canvas-column-label = Label
canvas-column-inside = Stands for
canvas-column-grade = Grade
canvas-column-count = Ties
canvas-column-start = From (id)
canvas-column-start-name = From
canvas-column-type = Relation
canvas-column-end = To (id)
canvas-column-end-name = To
canvas-column-kinds = Kinds
canvas-column-counts-today = Counts on the day
canvas-way-tied-to-out = ties with: { $label }
canvas-way-tied-to-in = ties from: { $label }
canvas-list-tied-to-out = ties with { $names }
canvas-list-tied-to-in = ties from { $names }
canvas-way-in-out = lies in: { $label }
canvas-way-in-in = holds: { $label }
canvas-list-in-out = lies in { $names }
canvas-list-in-in = holds { $names }
canvas-way-represents-out = represents: { $label }
canvas-way-represents-in = represented by: { $label }
canvas-list-represents-out = represents { $names }
canvas-list-represents-in = represented by { $names }
canvas-way-sent-by-out = sent by: { $label }
canvas-way-sent-by-in = sends: { $label }
canvas-list-sent-by-out = sent by { $names }
canvas-list-sent-by-in = sends { $names }
canvas-way-borders-out = borders: { $label }
canvas-way-borders-in = borders: { $label }
canvas-list-borders-out = borders { $names }
canvas-list-borders-in = borders { $names }
canvas-way-governs-out = governs: { $label }
canvas-way-governs-in = governed by: { $label }
canvas-list-governs-out = governs { $names }
canvas-list-governs-in = governed by { $names }
canvas-way-holds-out = holds a post at: { $label }
canvas-way-holds-in = post held by: { $label }
canvas-list-holds-out = holds a post at { $names }
canvas-list-holds-in = post held by { $names }
canvas-way-covers-out = its district: { $label }
canvas-way-covers-in = in the district of: { $label }
canvas-list-covers-out = its district: { $names }
canvas-list-covers-in = in the district of { $names }
canvas-way-accredited-to-out = accredited to: { $label }
canvas-way-accredited-to-in = accredited here: { $label }
canvas-list-accredited-to-out = accredited to { $names }
canvas-list-accredited-to-in = accredited here: { $names }
canvas-way-trades-with-out = trades with: { $label }
canvas-way-trades-with-in = trades with: { $label }
canvas-list-trades-with-out = trades with { $names }
canvas-list-trades-with-in = trades with { $names }
canvas-way-reaches-out = ties that reach: { $label }
canvas-way-inside-in = what it stands for
parameter-answer = Answer
parameter-as-of = On the day
parameter-before = Up to the day
parameter-believed-on = As known on the day
parameter-by = Listed by
parameter-from = From
parameter-to = To
parameter-gap = Sort of gap
parameter-min-provinces = Provinces at least
parameter-counterpart = Counterpart
parameter-region = Region abroad
parameter-country = Country
parameter-ending = Which end
parameter-kind = Kind of tie
parameter-kinds = Kinds of tie
parameter-level = Level
parameter-limit = Rows at most
parameter-draws = Tables drawn
parameter-min-shared = Shared at least
parameter-seed = Seed
parameter-significance = More than chance?
parameter-missing = What is missing
parameter-months = Months back
parameter-nature = Commitments or events
parameter-presume = Years presumed
parameter-province = Province
parameter-sector = Sector
parameter-source = Source
parameter-tie = Tie
parameter-until = Horizon
parameter-years = Years ahead
parameter-years-to-end = Years to the end

## The trial: what a tie that does not exist would do

serve-trial = Before signing
trial-title = Before signing: what would this tie do?
trial-lead = Enter a tie that does not exist. Nothing of it is stored.
trial-choose = Choose
trial-target = With whom abroad
trial-target-help = A country, region, city, counterpart or mission, by any of its names.
trial-document-help = The number of the act, where several provinces sign one; blank if there is none.
trial-since-help = A day, month or year of either calendar; today if it is blank.
trial-try = See what it would do
trial-at-home = { $name } lies at home; right would be a place abroad, a counterpart or a mission
trial-would = What it would do
trial-whole = All that it would do: checks it would fail, gaps it would fill, who leads there
trial-nothing-stored = A trial: this tie does not exist, and nothing of it is stored.
trial-there = Who is there already
trial-own = { $province } itself has { $count ->
    [one] one tie
   *[other] { $count } ties
} in this country already.
trial-there-at = With { $place } already: { $names }.
trial-there-within = In { $place } already: { $names }.
trial-there-near = Within { $place }, or with what it lies in: { $names }.
trial-there-country = Elsewhere in the country: { $names }.
trial-there-none = No tie of another province is recorded with { $place } or its country on this day; that does not say that there is none.
trial-event = A visit, a talk or a contact commits nobody: { $province } would be in contact with { $target }, and by it nobody's rival.
trial-alone = No other province has a tie recorded with { $country } on this day: as far as the data say, { $province } would be alone there.
trial-certain = New certain rivalry of { $province } with { $count ->
    [one] one province
   *[other] { $count } provinces
}: { $names }.
trial-presumed = New presumed rivalry of { $province } with { $count ->
    [one] one province
   *[other] { $count } provinces
}: { $names }.
trial-deeper = It would add to the rivalry that { $province } has there already with { $names }.
trial-possible = Possible rivalry, as the data do not tell dates or sectors of the others: { $names }.
trial-complementary = There for other things, and so beside each other: { $names }.
trial-nothing = As far as the data say, it would make { $province } nobody's rival in { $country }.
trial-joins = { $only } would no longer be the only province with a tie recorded in { $country }.
trial-gap = It would be the first recorded tie of { $province } across its border with { $regions }.
trial-no-sector = No sector is entered: its rivalry can be possible only.
trial-basis = Looked at on { $day }.
trial-more = … and { $more } more.
trial-other = Province
trial-where = Where they meet
trial-before = Now
trial-after = With this tie
trial-same = as now, with one tie more

## Meetings, kept views, and what is written with --edit

serve-cypher = Cypher
cypher-title = Queries of your own
cypher-bounds = Read-only: at most { $rows } rows and { $seconds } seconds, in a process of its own.
cypher-query = Query
cypher-parameters = Parameters, as an object of JSON
cypher-keys = Ctrl+Enter shows it, too.
cypher-rows = Rows
cypher-cut = There are more; the limit cuts them.
cypher-examples = To begin with
serve-meeting = Meeting
serve-views = Views
label-view = View
label-decision = Decision
meeting-title = Meeting
meeting-lead = Choose findings, put them in order (Alt with the arrow keys up and down moves the item in focus), begin. The address of this page holds the agenda and can be shared.
meeting-agenda = Agenda
meeting-begin = Begin
meeting-minutes = Minutes
meeting-empty = Nothing is on the agenda yet.
meeting-offered = What needs a decision: add it with a click
meeting-up = Earlier: { $said }
meeting-down = Later: { $said }
meeting-add = Add to the agenda
meeting-day = Meeting of { $day }
meeting-item = Item { $at } of { $count }
meeting-full = Full screen
meeting-all = All { $count } pairs
meeting-moves = Items
meeting-before = Back
meeting-after = Next
meeting-keys = Next and back: arrow keys, Page Down, Page Up. B: black screen. F: full screen. Esc: agenda.
meeting-decision = Decision
meeting-lead-outcome = Lead province
meeting-joint = Joint act
meeting-postponed = Postponed
meeting-refused = Refused
meeting-decided = Decided: { $outcome }
meeting-by = by { $who }
meeting-on = { $day }
meeting-ground = ground: { $ground }
meeting-by-label = Decided by
meeting-ground-label = On what ground
meeting-record = Record the decision
meeting-open = No decision is recorded.
meeting-chair = Chair
meeting-secretary = Secretary
views-title = Kept views
views-lead = A kept view is a link with a name: it stays the same after the data are imported anew.
views-count = { $count ->
    [0] No view is kept yet.
    [one] One view
   *[other] { $count } views
}
views-kept = Kept: { $name }
views-keep = Keep this view
views-name = Name
views-note = Note
edit-recorded = Recorded as { $changeset } by { $by }.
edit-unchanged = nothing new (it was there already)
edit-on = Go on
edit-back = Back to where you were
planning-keep = Keep this plan as a draft
planning-name = Name of the plan
planning-enact = Put a draft in force
planning-archive = End or archive it
planning-day = From (a day of either calendar)
planning-today = today
planning-kept = The plan “{ $plan }” is kept as a draft.
planning-enacted = The plan “{ $plan }” is in force from { $day }; the one before it until then.
planning-archived = The plan “{ $plan }” is not in force from { $day } on.
planning-of-one-country = A plan of a single country is not kept: leave the country out, and keep the plan of all.
edit-needs-name = A view needs a name.
edit-needs-finding = A decision needs the finding that it is about.
edit-needs-source = A tie needs a province, a place abroad, a kind, and a source that says so.
edit-decided = Decision recorded: { $outcome }
edit-tie-recorded = The tie is recorded.
edit-record-tie = It exists: record it
edit-source = Source that says so
edit-source-help = A source of the store by its name; another text becomes a new source of grade D.

## The evidence of a choice, and time

evidence-of = Evidence
evidence-others = { $count ->
    [one] One more
   *[other] The other { $count }
}
evidence-unknown = What is unknown: { $what }
evidence-cite = Cite
evidence-close = Close
cite-tie = { $start } – { $target }: { $kind }, { $since }
clock-leads = Of what is chosen
clock-heading = Time
clock-counts = { $year }: { $certain } certain, { $presumed } presumed, { $possible } possible
clock-slider = Year
clock-play = Play
clock-stop = Stop
clock-believed = As known on the day
serve-take-file = Take this page in one file
clock-begun = A day of either calendar; what the store held is known from { $day } on.
plan-lead = { $target }: { $province } leads
plan-open = { $target }: no province leads, since those with points lead elsewhere up to their capacity: { $candidates }
plan-nobody = { $target }: no province leads, since none has points there
plan-points = { $points ->
    [one] { $points } point: { $parts }
   *[other] { $points } points: { $parts }
}
plan-factor-ties = { $points } for its ties
plan-factor-border = { $points } for its border
plan-factor-mission = { $points } for a mission in it
plan-factor-trade = { $points } for its trade
plan-factor-given = { $points } as the committee gave them
plan-margin = if { $province } led, { $margin ->
    [one] { $margin } point of the whole plan would be lost
   *[other] { $margin } points of the whole plan would be lost
}
plan-margin-open = if it did not lead there, { $margin ->
    [one] { $margin } point of the whole plan would be lost
   *[other] { $margin } points of the whole plan would be lost
}, and the country would stay open in place of another
plan-equal = { $province } could lead as well: the committee chooses
plan-equal-open = it could as well lead elsewhere and leave this open: the committee chooses
plan-choice-only-candidate = no other province with points could
plan-choice-set-by-rule = so the rules lay down
plan-runner-up-open = if { $province } led, another target would stay open
plan-crowded = { $count } provinces are in { $sector } there, more than { $most }: { $names } would act through { $lead }
plan-scattered = { $province } is in { $count } sectors there, more than { $most }
plan-orphans = no tie on record is in { $sectors }
plan-supporting = with ties there that hold or may, supporting: { $names }
plan-there = with ties there that hold or may: { $names }
plan-supporting-ever = with ties there at some time, supporting: { $names }
plan-there-ever = with ties there at some time: { $names }
plan-pairs-rival = { $before ->
    [one] { $before } rival pair
   *[other] { $before } rival pairs
}, { $after ->
    [0] always with the lead
   *[other] of which { $after } without the lead
}
plan-pairs-possible = { $before ->
    [one] { $before } possible rival pair
   *[other] { $before } possible rival pairs
}, { $after ->
    [0] always with the lead
   *[other] of which { $after } without the lead
}
plan-total = { $led } of { $of } targets have a lead, for { $points } points; fairness costs { $price } of the points that could be had.
plan-loads = Leads of each province: { $loads }.
plan-idle = { $count ->
    [one] { $count } province with points leads nowhere
   *[other] { $count } provinces with points lead nowhere
}: { $names }.
plan-all-pairs-rival = Rival pairs, each counted once at a target: { $before }; of these without a lead among the two: { $after }.
plan-all-pairs-possible = Possible rival pairs: { $before }; of these without a lead among the two: { $after }.
plan-residual = Rivalry that is left, R added up over rival pairs without a lead: { $least } to { $most }.
plan-no-points = it has no points there now
plan-anew = worked out anew, { $province } would lead
plan-kept-open = { $target }: the plan names no lead
plan-kept = The plan “{ $plan }” ({ $state }): { $led } of { $of } targets have a lead, for { $points } points as things are now; worked out anew it would be { $best }, with another lead for { $anew }.
plan-kept-from = The plan “{ $plan }” ({ $state }, from { $first } on): { $led } of { $of } targets have a lead, for { $points } points as things are now; worked out anew it would be { $best }, with another lead for { $anew }.
plan-state-draft = draft
plan-state-to-come = to come
plan-state-in-force = in force
plan-state-archived = archived
plans-draft = “{ $plan }” is a draft
plans-in-force = “{ $plan }” is in force since { $first }
plans-in-force-until = “{ $plan }” is in force from { $first } until { $until }
plans-to-come = “{ $plan }” is to be in force from { $first }
plans-to-come-until = “{ $plan }” is to be in force from { $first } until { $until }
plans-enacted-from = The plan “{ $plan }” will be in force from { $first }, by { $changeset }; the one before it until then.
plans-ends-now = The plan “{ $plan }” is in force until { $first }, by { $changeset }.
plans-archived = “{ $plan }” was in force from { $first } until { $until }
plans-archived-draft = “{ $plan }” is archived and never was in force
plans-led = { $led } of { $of } targets have a lead, shared by { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
}
plans-made-of = made of the ties of { $day }
plans-differs = { $count ->
    [0] no lead differs from the plan in force
    [one] { $count } lead differs from the plan in force
   *[other] { $count } leads differ from the plan in force
}
plans-kept = The plan “{ $plan }” is kept as a draft, by { $changeset }.
plans-enacted = The plan “{ $plan }” is put in force, by { $changeset }.
plans-archived-now = The plan “{ $plan }” is archived, by { $changeset }.
outcome-rivals = From { $first }, when the plan “{ $plan }” came into force, to { $last }: certain or presumed rival pairs where it names a lead or none { $before } before, { $after } after ({ $became } new, { $doubtful } of them possible before; { $ceased } gone, { $faded } of them possible still); of these without a lead among the two { $left_before } before, { $left } after; new rivals of a lead: { $against }.
outcome-small = The { $small } provinces that had partners, certainly or presumably, and at most { $most } of them had { $before } together before and { $after } after; { $leading } of them lead somewhere.
outcome-poorer = { $count ->
    [one] One of these had fewer partners after, by an end or for want of a sign
   *[other] { $count } of these had fewer partners after, by an end or for want of a sign
}: { $names }.
outcome-cause = A plan ends no tie, and what changed since may have other causes.
plans-none-in-force = No plan is in force.
told-plans = { $shown } of { $total } kept plans.
handover-handed-over = { $target }: { $former } hands over to { $lead }
handover-newly-led = { $target }: { $lead } leads, where nobody did
handover-left-open = { $target }: { $former } leads no more, and nobody does
handover-supports = { $province } keeps { $ties ->
    [one] { $ties } tie there, which holds or may, and supports
   *[other] { $ties } ties there, which hold or may, and supports
}
handover-has = { $province } has { $ties ->
    [one] { $ties } tie there, which holds or may
   *[other] { $ties } ties there, which hold or may
}
handover-nothing-there = no tie of { $province } there is on record
handover-of = From “{ $first }” to “{ $second }”, { $count ->
    [0] no lead differs
    [one] { $count } lead differs
   *[other] { $count } leads differ
}.
handover-gain = Gain leads: { $names }.
handover-lose = Lose leads: { $names }.
told-handover = { $shown } of { $total } leads that differ.
field-called = “{ $field }”
field-called-with = “{ $field }: { $value }”
parameter-first = Look at the first
parameter-kept = Kept plan
parameter-former = Former plan
parameter-latter = New plan
told-plan = { $shown } of { $total } targets.
parameter-capacity = Leads at most
parameter-fairness = Cost of uneven loads
parameter-points = Own points (CSV)
parameter-rules = Rules (TOML)
effect-new-rivalry = { $province } would become a rival of { $other } in { $target } ({ $before } now, { $after } then).
effect-more-rivalry = It would add to the rivalry of { $province } with { $other } in { $target }.
effect-fails-check = It would fail a check ({ $severity }): { $said }.
check-same-counterpart = { $others } { $count ->
    [one] deals
   *[other] deal
} with { $target } already, in { $sectors }
check-same-city = { $others } { $count ->
    [one] is
   *[other] are
} in { $target } already, in { $sectors }
check-double-ties = it may be what is there already, { $ties ->
    [one] a tie
   *[other] { $ties } ties
} of the same kind between the same two
check-far-future = it begins years ahead, which is perhaps a slip or a year of another calendar
check-sister-city-taken = { $target } is, or may be, a sister city of { $others } already; propose cooperation in its place
check-level-of-the-parties = { $target } is a city or speaks for one, and a province is no city: the levels of the two do not match
check-event-without-day = the day of the event is not known
check-crowded-sector = { $target } has { $others } in { $sectors } already
effect-possible-rivalry = { $province } and { $other } might be rivals in { $target } ({ $before } now).
effect-beside = { $province } and { $other } would stand beside each other in { $target } ({ $before } now, { $after } then).
effect-there-already = { $other } has { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} with { $target } already.
effect-own-tie = { $province } itself has { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} with { $target } already.
effect-there-already-perhaps = { $other } may have { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} with { $target } still.
effect-own-tie-perhaps = { $province } itself may have { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
} with { $target } still.
trial-taken = { $name } was read as { $label }: { $place } ({ $id }); what lies in it and bears the same name: { $others }.
effect-opens-gap = It would open a gap at { $target }: { $gap }.
effect-fills-gap = It would fill a gap at { $target }: { $gap }.
effect-opens-gap-perhaps = At { $target } there may then be a gap: { $gap }; these data cannot tell.
effect-fills-gap-perhaps = It would fill what may be a gap at { $target }: { $gap }; these data cannot tell.
effect-lead-elsewhere = As points stand, { $other } would lead toward { $target }: { $province } informs it first.
effect-lead-elsewhere-perhaps = As points stand, { $other } or another province with as many points would lead toward { $target }: the committee chooses.
effect-lead-elsewhere-in-force = By the plan “{ $plan }”, in force, { $other } leads toward { $target }: { $province } informs it first.
effect-leads = As points stand, { $province } would lead toward { $target }.
effect-leads-perhaps = As points stand, { $province } or another province with as many points would lead toward { $target }: the committee chooses.
effect-leads-in-force = By the plan “{ $plan }”, in force, { $province } leads toward { $target }.
effect-tried = Tried: { $province } with { $target }, looked at on { $day }; { $against ->
    [0] nothing on record speaks against it
    [one] { $against } thing speaks against it
   *[other] { $against } things speak against it
}.
told-trial = { $shown } of { $total } effects.
parameter-file = Table of ties (CSV)
suggest-partner = { $province } might consider { $target }
suggest-others = { $count ->
    [one] { $count } other province has ties there that hold or may: { $names }
   *[other] { $count } other provinces have ties there that hold or may: { $names }
}
suggest-others-ever = { $count ->
    [one] { $count } other province has or had ties there: { $names }
   *[other] { $count } other provinces have or had ties there: { $names }
}
suggest-no-others = ties of other provinces there are not on record
suggest-shares = { $province } ({ $shared })
suggest-like = of these, sharing most other partners with it: { $names }
suggest-border = it borders on it
suggest-mission = an open mission of it stands in the province
suggest-trade = trade of the province with it is on record
suggest-contact = the province is in contact there, without a document
suggest-km = { $km } km to the nearest place there that these data place
suggest-by-alike = provinces alike
suggest-by-attachment = ties of both
suggest-by-popularity = provinces there
suggest-by-nearness = nearness
suggest-by-gravity = ties over distance
suggest-prompt = These are prompts for discussion and no forecast. A tie that nobody recorded may be there.
suggest-hidden = Tried by hiding { $hidden } of { $pairs } known pairs of province and partner, { $repeats } times (seed { $seed }): of the first { $top } suggestions for each province, ranked by { $score }, { $percent } percent were hidden pairs; taken by chance it would be { $chance } percent.
suggest-later = Tried by hiding the { $hidden } of { $pairs } pairs that began on { $day } or later: of the first { $top } suggestions for each province, ranked by { $score }, { $percent } percent were among these; taken by chance it would be { $chance } percent.
suggest-hits = { $score } { $auc } ± { $spread }, { $best } of { $of }
suggest-hits-once = { $score } { $auc }, { $best } of { $of }
suggest-scores = How often a hidden pair stands before another (chance 0.50), and how many of the best of all were hidden: { $told }.
suggest-scores-once = How often such a pair stands before another (chance 0.50; tried once, so without a spread), and how many of the best of all were such: { $told }.
suggest-untold = How often such suggestions are right cannot be told: too few pairs are known here, or too many to try.
suggest-untold-later = How often they are right of later ties cannot be told: too few ties here have a known beginning.
suggest-barred = { $count ->
    [one] { $count } target is left out
   *[other] { $count } targets are left out
} for want of diplomatic relations: { $names }.
told-suggest = { $shown } of { $total } suggestions.
parameter-top = For each province at most
parameter-repeats = Times hidden
review-label = Kind
review-country = Country
review-score = Score
review-first = First name
review-first-id = First id
review-second = Second name
review-second-id = Second id
review-tied-to = Tie said twice
review-governs = Terms that overlap
review-join = { $first } has the names and ties of { $second } now (changeset { $changeset }).
review-apart = { $first } and { $second } are two, and listed no more (changeset { $changeset }).
told-review = { $count ->
    [0] No two names in one country are near each other.
    [one] { $count } pair of near names, ties or terms. Where it is one thing, graphmap review --join ID ID makes it one; where it is two, --apart ID ID.
   *[other] { $count } pairs of near names, ties or terms. Where two are one thing, graphmap review --join ID ID makes them one; where they are two, --apart ID ID.
}
overturn-tie = { $kind } of { $province } with { $target }
overturn-tie-of-city = { $kind } of { $province } (city) with { $target }
overturn-tie-of-place = { $kind } of { $place } ({ $province }) with { $target }
overturn-would = it would be { $verdict } { $what }
overturn-each = { $what }, each of { $count } such ties
overturn-and = and { $what }
overturn-remove-tie = without the { $tie }
overturn-remove-source = if the source { $source } did not hold
overturn-set-until = if the end of the { $tie } were { $value }
overturn-set-since = if the start of the { $tie } were { $value }
overturn-set-attested = if a source showed that the { $tie } held on { $value }
overturn-set-sectors = if the sector of the { $tie } were { $value }
overturn-set-stage = if the stage of the { $tie } were "{ $value }"
overturn-nothing = none of the changes that were tried turns it, alone or two together
overturn-looked-at = { $looked ->
    [one] { $looked } finding was looked at, every single change of its ties, sources and dates tried.
   *[other] { $looked } findings were looked at, every single change of their ties, sources and dates tried.
}
overturn-looked-at-first = The first { $looked } of { $there } findings were looked at, every single change of their ties, sources and dates tried; the others were not.
overturn-documents = Documents worth fetching first ({ $count } could settle a verdict):
overturn-document-of-tie = the document of the { $tie }
overturn-document = document { $number } ({ $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
}, among them the { $tie })
overturn-settles = { $verdicts ->
    [one] could settle { $verdicts } verdict
   *[other] could settle { $verdicts } verdicts
} by telling { $fields }
overturn-weight = weight { $weight }
overturn-field-until = when it ends
overturn-field-sectors = its sectors
overturn-field-since = when it began
overturn-field-attested = that it is alive
overturn-field-stage = how far it has come
told-overturn-finding = { $shown } of { $total } pairs of provinces that are or may be rivals.
standing-there-nobody = a partner of no province
standing-there-several = a partner of several provinces
standing-there-another-alone = a partner of another province alone
standing-there-alone = a partner of this province alone
told-overturn-sole-contact = { $shown } of { $total } partners that one province alone has.
told-overturn-document = { $shown } of { $total } documents that could settle a verdict.
parameter-verdict = Verdict
pipeline-target = Toward { $target }
pipeline-in-force = { $province } has something in force, certainly or presumably
pipeline-in-force-ever = { $province } has or had something in force
pipeline-perhaps-in-force = { $province } may have something in force
pipeline-registered = { $province } has a registered intention ({ $stage })
pipeline-lapsed = { $province } has an intention that lapsed ({ $stage })
pipeline-bare-idea = { $province } has a bare idea, without dated evidence ({ $stage })
pipeline-in-contact = { $province } is in contact, without a document
pipeline-stage-contact = contact
pipeline-stage-idea = idea
pipeline-stage-proposed = proposed
pipeline-stage-negotiating = negotiating
pipeline-stage-in-force = in force
pipeline-stage-perhaps-in-force = perhaps in force
pipeline-last = (last sign { $day })
pipeline-settled = beside what it has in force, certainly or presumably
pipeline-settled-ever = beside what it has or had in force
pipeline-settled-perhaps = beside what it may have in force
pipeline-alone = no other province is on record there
pipeline-first = { $province } was first, and is protected until { $day }
pipeline-meet = nearest they would meet at { $meeting }
pipeline-verdict = if all came about, they would be: { $verdict }
pipeline-urgency = R { $least } to { $most }, urgency { $low } to { $high }
pipeline-weights = Urgency is R times ({ $base } + { $capacity } for like capacities + { $nearness } for nearness); a convention, and where capacities are not known a range.
pipeline-moved = { $count ->
    [0] The first { $of } pairs stay the same if any of these weights moves by { $moved }.
    [one] Up to { $count } of the first { $of } pairs would be another if one of these weights moved by { $moved }.
   *[other] Up to { $count } of the first { $of } pairs would be others if one of these weights moved by { $moved }.
}
pipeline-months = A registered intention has a day with evidence and is more than an idea; it is protected for { $months } months after its last sign, and lapses without another.
told-pipeline = { $shown } of { $total } that are courted.
understand-file = { $file }: { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
}.
understand-shipped = It looks like a list that goes in with --mapping { $name }.
understand-table = { $name }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, the names of the columns in line { $line }, { $language }.
understand-writing-latin = in Latin letters
understand-writing-persian = in Persian
understand-writing-arabic = in Arabic
understand-writing-cyrillic = in Cyrillic letters
understand-writing-other = in other letters
understand-turned = The names of the columns seem to stand in the first column. Turn the table first: in a spreadsheet, copy it, and paste it with Paste Special, Transpose.
understand-encoding = Read as { $encoding }, in which its names and words fit best; --encoding says another.
understand-column = column
understand-taken = taken for
understand-why = why
understand-examples = such as
understand-known = { $share } % of its names are known
understand-head = by its name
understand-dates = { $share } % are dates{ $form }
understand-form = , written { $form }
understand-calendar-gregorian = , Gregorian
understand-calendar-solar = , Solar Hijri
understand-calendar-lunar = , lunar Hijri
understand-calendar-buddhist = , Buddhist
understand-calendar-mixed = , of both calendars
understand-role-none = nothing
understand-role-province = province of home
understand-role-city = city at home
understand-role-home_country = country of the end at home
understand-role-country = country abroad
understand-role-mixed = country or region abroad
understand-role-place = place and country abroad
understand-role-region = region abroad
understand-role-partner = city abroad
understand-role-counterpart = counterpart
understand-role-again = the same as another column
understand-role-since = start
understand-role-until = last day
understand-role-kind = kind
understand-role-sectors = sectors
understand-role-stage = stage
understand-role-document = document
understand-role-url = address
understand-role-source = source
understand-role-note = note
understand-role-lat_city = degrees north, at home
understand-role-lon_city = degrees east, at home
understand-role-lat_partner = degrees north, abroad
understand-role-lon_partner = degrees east, abroad
understand-role-wide = a country each ({ $count } columns)
understand-no-ties = No column holds provinces or cities of { $home } beside countries or places abroad: nothing here becomes a tie. If one does, name its column "province" or "country", or write a mapping (docs/mappings.md).
understand-questions = To be answered before it goes in:
understand-result = { $made } of { $rows } { $rows ->
    [one] row becomes a tie
   *[other] rows become ties
}; { $missed ->
    [0] none is left
    [one] { $missed } does not
   *[other] { $missed } do not
}{ $missed ->
    [0] .
   *[other] , because:
}
understand-again = { $count ->
    [one] { $count } more row says what an earlier one says.
   *[other] { $count } more rows say what an earlier one says.
}
understand-reason = { $count } × { $why }
understand-more = … and { $count } more reasons
understand-mend = Those rows, with why, to mend and import with the same mapping: { $file }
understand-wrote = The draft of a mapping: { $file }
understand-next = When it says what the list means:
understand-why-head = why not
draft-head = Draft of a mapping, made by graphmap understand. Read every line; a question begins with a question mark.
draft-caption = what the list is called
draft-source-id = the source on which every tie rests
draft-source-name = its name, as people should read it
draft-source-published = the day of the list; with publisher and url it can be checked
draft-source-grade = A: a party of the tie, B: press, C: a list, D: inferred
draft-no-ties = no tie is seen in it
draft-pass-over = say otherwise if there are ties in it
draft-words-kind = what its words for kinds of tie mean
draft-words-sectors = what its words for sectors mean
draft-words-stage = what its words for stages mean
draft-word-unknown = in { $count ->
    [one] { $count } row
   *[other] { $count } rows
}; take the mark away and say what it means
draft-ask-word = Column { $column }: what does "{ $word }" mean ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
})?
draft-files = this file, and the rows that are mended
draft-encoding = a guess: the encoding in which most names are known
draft-ask-encoding = Is { $encoding } the encoding of the file? Look whether its names read right.
draft-header = the names of the columns stand in line { $line }; they are found by themselves
draft-fill-down = a blank cell says what the one above it says
draft-unpivot = a column for each country becomes a row each
draft-blank-end = or "held": a tie without an end held on the day of the list
draft-ask-blank-end = { $count } of { $total } ties have no end: are they still in force on the day of the list ("held"), or is nothing known ("unknown")?
draft-leave-sums = sums and footnotes are no ties
draft-reason-sum = it is a sum or a footnote
draft-leave-doubted = rows whose { $column } has a question mark
draft-reason-doubted = its cell has a question mark
draft-ask-doubted = Column { $column }: { $count ->
        [one] this name has
       *[other] these { $count } names have
    } a question mark: { $names }. Their rows are left out: is it so, or another place?
draft-leave-several = rows whose { $column } may name two places
draft-reason-several = its cell may name two places
draft-ask-several = Column { $column }: { $count ->
        [one] does this name stand for two places
       *[other] do these { $count } names stand for two places each
    }: { $names }? Their rows are left out: write a row a place, or take the names of single places from leave_out.
draft-leave-blank = rows whose { $column } names nothing
draft-reason-target = no country is named
draft-reason-start = no province is named
draft-home-country = the country of the one end
draft-leave-one-country = ties within one country are left out
draft-reason-one-country = both ends lie in one country
draft-turn = the end at home may stand second
draft-leave-neither = ties of others are left out
draft-reason-neither = neither end lies in the home country
draft-province = the province of home, by any of its names or its code
draft-by-point = the province in whose shape the city lies
draft-ask-no-province = No column says in which province the cities of { $column } lie: a new one counts for no province until that is said.
draft-city = the city at home; a new one is made
draft-country = the country abroad, by any of its names or its code
draft-wide-country = the country after which the column is named
draft-mixed = the region or country abroad, whichever bears the name
draft-two-names = column { $column }: one name in two languages
draft-one-name = the one of the two that is read
draft-ask-two-names = { $count ->
        [one] The cells of { $columns } hold one name in two languages, of which one is read. Is it so
       *[other] The cells of these columns hold one name in two languages, of which one is read: { $columns }. Is it so
    }, and are they not two places?
draft-divided = column { $column }: a place and its country, of which either may be home
draft-place = a place and its country stand in one cell
draft-place-country = the country, which stands last
draft-place-name = the place; a new one is made as a city
draft-ask-place = Are the places of { $column } cities? For regions write label = "Region".
draft-ask-no-country = No column says in which country the places of { $column } lie: a new name is a fault.
draft-region = the region abroad; a new one is made
draft-partner = the city abroad; a new one is made
draft-counterpart = the office abroad; a new one is made
draft-choose-start = the finest end at home that is named
draft-choose-target = the finest end abroad that is named
draft-step-kind = the kind of the tie
draft-step-sectors = the sectors
draft-step-stage = how far it has come
draft-until = the last day of the tie; take |day_after away if it is the first day on which it holds no more
draft-source = the source of each row
draft-sources = it rests on this list and on its own source
draft-write = what each row becomes
draft-cell-start = the end at home
draft-cell-target = the end abroad
draft-cell-kind = what kind of tie
draft-cell-sectors = blank if unknown
draft-cell-stage = how far it has come
draft-cell-since = when it began
draft-cell-until = the first day on which it holds no more
draft-cell-document = the number of its document
draft-cell-url = where it can be read
draft-cell-note = a remark
draft-cell-sources = on what it rests
draft-cell-flow = or imports
draft-cell-year = the year of the amounts
draft-cell-value = in dollars; for others add a step with times
draft-ask-kind = No column says what kind of tie each is: "other" is taken, which is never a sure rival.
draft-ask-trade = Are the amounts exports in dollars, and of which year?
draft-ask-order = Column { $column }: is the day first or the month? Every date can be read both ways; the day is taken.
draft-ask-short-year = Column { $column } writes years of two digits. They are read as { $form }, each as the last such year that is not ahead: are order, calendar and century right?
draft-ask-lunar = Column { $column }: these dates are read as of the lunar Hijri calendar, to a day or so. Are they?
draft-ask-hijri = Column { $column }: are these dates Solar Hijri or of the lunar calendar? Write { $plain } for the first, { $lunar } for the second; until then the column is not taken.
draft-ask-buddhist = Column { $column }: these years are read as Buddhist ones, less 543. Are they?
draft-ask-document = Column { $column }: rows that share a number are taken as one act of several provinces. Are they?
draft-other-marks = words between other marks
draft-dates = the start, in each of the forms that the column has
draft-dates-also = and what is written { $form }
draft-split-partners = one cell names several partners
draft-each = a tie with each of them
draft-code = the same province, as column { $column } has it
draft-header-rows = the names of the columns stand in two lines, joined by " / "
draft-headings = a row of one cell is a heading, and says this of the rows below it
draft-find-words = names that the store has otherwise
draft-words-names = names of { $column } that the store has otherwise; look at each
draft-name-near = the name that is most like it: is it?
draft-name-foreign = in another language
draft-name-unknown = in { $count ->
        [one] 1 row
       *[other] { $count } rows
    }; not known; near: { $near }
draft-ask-names-near = Column { $column }: { $count ->
        [one] 1 name is
       *[other] { $count } names are
    } taken for the one most like it: { $names }. Are they right?
draft-ask-names-unknown = Column { $column }: { $count ->
        [one] 1 name is
       *[other] { $count } names are
    } not known: { $names }. Say in the draft what each means; until then its rows are faults.
draft-ask-land = Do all places of { $column } lie in { $country }, as its name says?
draft-wide-none = cells that say there is no tie
draft-reason-wide-none = its cell says that there is none
draft-wide-heads = a country and a year stand in one head
draft-ask-wide-cells = What do the cells say ({ $examples })? They are not taken: each filled cell is a tie, and no more.
draft-ask-trade-of-years = Are the amounts exports in dollars, or in thousands of them, or imports?
draft-dates-blank = words that say nothing of the day
draft-dates-endless = words for an end that is not meant to come
understand-role-period = first and last day
draft-name-new = in { $count ->
        [one] 1 row
       *[other] { $count } rows
    }; made new, or is it { $near }? Then take the mark away
draft-ask-names-new = Column { $column }: { $count ->
        [one] 1 name becomes a new place beside one
       *[other] { $count } names become new places beside ones
    } with a name like it: { $names }. If they are the same, say so in the draft.
draft-ask-dates = Column { $column } is called after dates, and is not taken: only { $share } % of its cells are dates.
draft-ask-new-provinces = The store knows no province of the home country: each name in { $column } is made one. Are they all provinces?
draft-partner-regions = of { $column }, what is known as a region or is called one
draft-partner-offices = of { $column }, what is an office and no place
draft-ask-office-at-home = Column { $column } names offices beside cities ({ $names }): their ties are taken for those of the province. Is that right?
draft-ask-province-at-home = Column { $column } names provinces beside cities ({ $names }): their ties are taken for those of the province. Is that right?
draft-ask-near-regions = Column { $column }: regions that the store does not know are made new, and one of its own may be meant: { $names } Where it is, write its name in the list.
draft-ask-region = Column { $column } is taken for regions: are these regions, too, and no cities: { $names }? For cities write label = "City".
draft-sheet-hidden = the workbook hides it
draft-ask-hidden = Sheet { $sheet } is hidden in the workbook, and passed over. Should its ties go in? Then take it from pass_over.
draft-ask-partner = What { $column } names, may be cities, regions or offices: { $names }. They are made { $label ->
        [Region] regions
       *[City] cities
    }; for others write another label.
draft-name-none = names nothing
draft-place-state = a place may have its state behind it: Norman, Oklahoma
draft-place-region = that state or region
draft-wide-signs = signs of which the list may say what they mean
draft-reason-wide-signs = what the sign in its cell means is not said
draft-ask-wide-signs = What do the signs { $signs } mean? Their cells are left out until the draft says so.
draft-ask-untaken = { $count ->
        [one] This column is
       *[other] These columns are
    } not taken: { $columns }. If something in { $count ->
        [one] it
       *[other] them
    } belongs to the ties, say in the draft what.
draft-agree = both must be one, else the row is a fault
