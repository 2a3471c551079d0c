// /// report
// caption = "Partners of one province alone"
// caption_fa = "طرف‌های خارجیِ ویژهٔ یک استان"
// description = "Targets that just one province deals with: if that tie ends, nobody is left there. Ties whose province is not known are counted beside. The same as the analysis sole_contacts, in Cypher."
// description_fa = "طرف‌هایی که تنها یک استان با آن‌ها کار می‌کند: با پایان آن رابطه، هیچ استانی آنجا نمی‌ماند. روابطی که استانشان نامعلوم است جدا شمرده می‌شود. همان تحلیل sole_contacts است، به زبان Cypher."
// nothing = "No partner is recorded with which one province alone has ties there."
// nothing_fa = "طرفی که تنها یک استان با آن رابطه داشته باشد در آنجا ثبت نشده است."
// kind = "report"
// key = ["target"]
// tally = "certainty"
//
// [picture]
// kind = "map"
// caption = "Partners that a province has alone"
// caption_fa = "تعداد طرف‌های ویژهٔ هر استان"
// of = ["province"]
//
// [parameters]
// level = {type = "level", default = "country", help = "level at which targets are compared", help_fa = "سطحی که طرف‌های خارجی در آن مقایسه می‌شوند"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// sector = {type = "TIED_TO.sectors", help = "only ties in this sector; those of unknown sector count as possible", help_fa = "فقط روابط این حوزه؛ رابطه‌ای که حوزه‌اش نامعلوم است احتمالی شمرده می‌شود"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// kinds = {}
// nature = {}
//
// [columns]
// target = {help = "id of the foreign place or counterpart"}
// province = {}
// certainty = {among = ["certain", "presumed", "possible"]}
// municipal = {help = "whether all its ties there were made by cities", caption = "Made by cities alone", caption_fa = "همگی در سطح شهرداری"}
// tie_count = {help = "number of its ties there"}
// ties_without_province = {type = "whole", help = "number of other ties there whose province is not known", caption = "Ties of unknown province", caption_fa = "روابط با استان نامعلوم", detail = true}
// others = {type = "absence", help = "whether other provinces have ties there: none recorded where a source lists such ties whole", caption = "Other provinces", caption_fa = "استان‌های دیگر"}
// beside = {type = "ids", help = "ids of provinces that only prepare a tie there, or are in contact", caption = "In contact or preparing", caption_fa = "استان‌های در ارتباط یا در دست اقدام", empty = "none", detail = true}
// ties = {help = "ids of its ties there"}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.contact_until, true)))
  AND ($sector IS NULL OR t.sectors IS NULL OR $sector IN t.sectors)
  AND ($kinds IS NULL OR coalesce(t.kind, 'other') IN $kinds) AND ($nature <> 'events' OR t.nature = 'event')
MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
WHERE NOT seat:Mission
  AND (($level = 'counterpart' AND target:Counterpart) OR ($level = 'city' AND target:City)
       OR ($level = 'region' AND target:Region AND NOT EXISTS { MATCH (target)-[:IN]->(:Region) })
       OR ($level = 'country' AND target:Country))
  AND ($country IS NULL OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(:Country {id: $country}) })
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
// What is there in the end is one province's alone: few targets are left before anything is put in order.
WITH target, count(DISTINCT CASE WHEN NOT t.preparing AND ($nature <> 'commitments' OR t.nature = 'commitment') THEN province.id END) AS provinces,
     collect({tie: t.id, province: province.id, city: home:City, sources: coalesce(t.sources, [null]),
              present: NOT t.preparing AND ($nature <> 'commitments' OR t.nature = 'commitment'),
              proved: CASE WHEN $sector IS NOT NULL AND t.sectors IS NULL THEN 1 WHEN $as_of IS NULL THEN 3
                           WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
                           WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                                AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END}) AS rows
WHERE provinces = 1
UNWIND rows AS row
UNWIND row.sources AS source
WITH target, row, source ORDER BY row.tie, source
WITH target, min(CASE WHEN row.present THEN row.province END) AS province,
     max(CASE WHEN row.province IS NOT NULL AND row.present THEN row.proved ELSE 0 END) AS proved,
     min(CASE WHEN row.province IS NULL OR NOT row.present OR row.city THEN 1 ELSE 0 END) AS municipal,
     collect(DISTINCT CASE WHEN row.province IS NULL AND row.present THEN row.tie END) AS others,
     collect(DISTINCT row.province) AS everyone,
     collect(DISTINCT CASE WHEN row.province IS NOT NULL AND row.present THEN row.tie END) AS ties,
     collect(DISTINCT CASE WHEN row.province IS NOT NULL AND row.present THEN source END) AS sources
WHERE $province IS NULL OR province = $province
MATCH (one:Province {id: province})
CALL {
    WITH target
    MATCH (source:Source)
    WHERE source.covers IS NOT NULL AND ($as_of IS NULL OR (source.tells_from <= $as_of AND $as_of < source.tells_until))
      AND ('TIED_TO' IN source.covers
           OR EXISTS { MATCH (own:Country {home: true}) WHERE 'TIED_TO:' + own.id IN source.covers }
           OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(whole) WHERE 'TIED_TO:' + whole.id IN source.covers })
    RETURN count(source) AS lists
}
RETURN target.id AS target, target.name AS target_name, target.name_fa AS target_name_fa,
       one.id AS province, one.name AS province_name, one.name_fa AS province_name_fa,
       ['none', 'possible', 'presumed', 'certain'][proved] AS certainty, municipal = 1 AS municipal,
       size(ties) AS tie_count, size(others) AS ties_without_province, CASE lists WHEN 0 THEN 'cannot tell' ELSE 'none recorded' END AS others,
       [id IN everyone WHERE id <> province] AS beside, ties, sources
ORDER BY tie_count DESC, target
