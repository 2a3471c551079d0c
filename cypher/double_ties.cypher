// /// report
// caption = "Ties that may be one"
// caption_fa = "روابط احتمالاً تکراری"
// description = "Two ties of one kind between the same two ends, or with an office and with the place it speaks for, that no date and no document tells apart: perhaps one tie entered twice."
// description_fa = "دو رابطه از یک نوع میان همان دو طرف، یا با یک همتا و با مکان آن، که نه تاریخ و نه سند آن‌ها را از هم جدا می‌کند: احتمالاً یک رابطه است که دو بار وارد شده است."
// kind = "check"
// severity = "warning"
// key = ["first", "second"]
//
// [columns]
// first = {type = "id", help = "id of the first tie", caption_fa = "شناسهٔ رابطهٔ نخست"}
// second = {type = "id", help = "id of the second tie", caption_fa = "شناسهٔ رابطهٔ دوم"}
// home = {}
// target = {}
// kind = {}
// problem = {words = {"same ends" = "دو طرف یکی است", "office and its place" = "همتا و مکان آن"}, help = "what the two share"}
// first_since = {type = "TIED_TO.since", help = "first day of the first, as far as known", caption = "First since", caption_fa = "آغاز نخست"}
// second_since = {type = "TIED_TO.since", help = "first day of the second", caption = "Second since", caption_fa = "آغاز دوم"}
// ties = {}
// sources = {help = "ids of the sources of both"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
OPTIONAL MATCH (place)-[:REPRESENTS]->(spoken_for)
WITH home.id AS at, coalesce(spoken_for.id, place.id) AS whole, t.kind AS kind, count(t) AS alike, min(t.id) AS one
WHERE alike > 1 // the few of these are matched once more: all at once would fill the memory
MATCH (home)-[:TIED_TO {id: one}]->()
WITH home, whole, kind
MATCH (home)-[t:TIED_TO]->(place)
WHERE t.kind = kind
OPTIONAL MATCH (place)-[:REPRESENTS]->(spoken_for)
WITH home, whole, kind, place, t, coalesce(spoken_for.id, place.id) AS own
WHERE own = whole
WITH home, whole, kind, place, t ORDER BY t.id
WITH home, whole, kind, collect({tie: t, place: place}) AS alike
UNWIND alike AS one
UNWIND alike AS other
WITH home, kind, one.tie AS first, other.tie AS second, one.place AS place, other.place AS other_place, whole
WHERE first.id < second.id AND (place.id = other_place.id OR place.id = whole OR other_place.id = whole)
  AND NOT any(said IN coalesce(first.apart_from, []) WHERE split(said, ';')[0] = second.id)
  AND NOT any(said IN coalesce(second.apart_from, []) WHERE split(said, ';')[0] = first.id)
  AND (first.document IS NULL OR second.document IS NULL OR first.document = second.document)
  AND coalesce(first.since_earliest <= second.since_latest, true) AND coalesce(second.since_earliest <= first.since_latest, true)
RETURN first.id AS first, second.id AS second, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa, kind,
       CASE WHEN place.id = other_place.id THEN 'same ends' ELSE 'office and its place' END AS problem,
       first.since AS first_since, second.since AS second_since, [first.id, second.id] AS ties,
       reduce(once = coalesce(first.sources, []), source IN coalesce(second.sources, []) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY first, second
