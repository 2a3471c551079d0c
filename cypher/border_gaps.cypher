// /// report
// caption = "Borders with and without a tie"
// caption_fa = "روابط مرزی و خلأ پوشش"
// description = "Each province and each region (or country) it borders on: tied, presumed (a tie of unknown end goes on for some years), none recorded, cannot tell, or unknown, the longest border first. None recorded: a source of that day claims to list such ties whole; cannot tell: none does. Unknown: a tie may be with that neighbour, but only its country is known, or it is only possibly in force. What passes, and what is not in force yet, stands beside and is no tie."
// description_fa = "هر استان و هر استان خارجی (یا کشور) هم‌مرز آن: رابطه دارد، رابطه دارد با فرض تداوم، رابطه‌ای ثبت نشده (منبعی مدعی فهرست کامل این روابط است)، با داده‌های موجود نمی‌توان گفت (چنین منبعی نیست)، یا نامعلوم است؛ بلندترین مرز نخست. نامعلوم یعنی رابطه‌ای هست که شاید با آن همسایه باشد، ولی فقط کشورش معلوم است یا برقراری آن قطعی نیست. دیدار و رویداد و آنچه هنوز برقرار نشده در کنار می‌آید و رابطه شمرده نمی‌شود."
// nothing = "No border that was asked for is on record."
// nothing_fa = "مرزی که پرسیده شد ثبت نشده است."
// kind = "report"
// key = ["province", "target"]
// tally = "answer"
//
// [picture]
// kind = "map"
// caption = "Borders across which no tie is on record"
// caption_fa = "مرزهای بدون رابطهٔ ثبت‌شده"
// of = ["province"]
// rows = {answer = ["none recorded", "cannot tell"]}
//
// [parameters]
// level = {type = "level", default = "region", among = ["region", "country"], help = "neighbour to look at: the region across the border, or its country", help_fa = "همسایه‌ای که بررسی می‌شود: استان خارجی آن سوی مرز یا کشورش"}
// answer = {type = "absence", words = {tied = "رابطه دارد", presumed = "رابطه دارد، با فرض تداوم", unknown = "نامعلوم"}, help = "only rows with this answer", help_fa = "فقط سطرهایی با این پاسخ"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// province = {}
// target = {help = "id of the bordering region or country", caption = "Neighbour", caption_fa = "همسایه"}
// country = {}
// km = {type = "number", help = "length of the border in kilometres, as far as its source measures it", caption = "Border (km)", caption_fa = "طول مرز (کیلومتر)"}
// answer = {type = "absence", words = {tied = "رابطه دارد", presumed = "رابطه دارد، با فرض تداوم", unknown = "نامعلوم"}, help = "whether the province has a tie there; where none is recorded, whether a source lists such ties whole", caption = "Tie across it", caption_fa = "وضعیت رابطه"}
// ties = {help = "ids of the ties that are, or may be, with it", empty = "none"}
// ties_without_province = {type = "ids", help = "ids of ties with it, or in its country in no known region, whose province is not known", caption = "Ties of unknown province", caption_fa = "روابط با استان نامعلوم", empty = "none", detail = true}
// beside = {type = "ids", help = "ids of what is, or may be, with it and is no tie in force: what passes, and what is not in force yet", caption = "Beside, not in force", caption_fa = "دیدارها و موارد در دست اقدام", empty = "none", detail = true}
// ties_of_province = {type = "whole", help = "number of all ties of the province that count; 0 means that no source here speaks of one", caption = "All ties of the province", caption_fa = "همهٔ روابط استان", detail = true}
// sources = {help = "ids of the sources of the border and of these ties, and of those that list such ties whole"}
// ///
MATCH (province:Province)-[border:BORDERS]->(region:Region)
OPTIONAL MATCH (region)-[:IN*1..5]->(country:Country)
WITH province, border, country, CASE $level WHEN 'country' THEN country ELSE region END AS target
WHERE target IS NOT NULL AND ($province IS NULL OR province.id = $province)
  AND ($country IS NULL OR country.id = $country)
WITH province, border, country, target ORDER BY border.id
WITH province, country, target, sum(border.km) AS km, count(*) AS borders, count(border.km) AS measured,
     collect(coalesce(border.sources, [])) AS border_sources
CALL {
    WITH province, country, target
    MATCH (province)<-[:IN*0..1]-(home)-[t:TIED_TO]->(place)
    WHERE $as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.contact_until, true))
    WITH *, t.nature = 'commitment' AND NOT t.preparing AS present,
         CASE WHEN $as_of IS NULL OR (coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true)) THEN 3
              WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                   AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
    // A tie with the whole of a region covers the border of its parts.
    WITH *, EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target) WHERE NOT seat:Mission }
            OR EXISTS { MATCH (target)-[:IN*1..5]->(:Region)<-[:REPRESENTS*0..1]-(place) } AS there,
         // In the same country, in a city whose region is not known, or which part of it; or nowhere known.
         (target:Region AND EXISTS { MATCH (place)-[:REPRESENTS*0..1]->(:City)-[:IN]->(country) })
         OR EXISTS { MATCH (target)-[:IN*1..5]->(:Region)<-[:IN]-(:City)<-[:REPRESENTS*0..1]-(place) }
         OR NOT EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(:Country) WHERE NOT seat:Mission } AS somewhere
    ORDER BY t.id
    RETURN sum(CASE WHEN present THEN 1 ELSE 0 END) AS ties_of_province,
           collect(CASE WHEN present AND (there OR somewhere) THEN {id: t.id, proved: CASE WHEN there THEN proved ELSE 1 END, sources: coalesce(t.sources, [])} END) AS ties,
           collect(CASE WHEN NOT present AND (there OR somewhere) THEN {id: t.id, sources: coalesce(t.sources, [])} END) AS others
}
CALL {
    WITH country, target
    MATCH (country)<-[:IN*0..5]-(seat)<-[:REPRESENTS|SENT_BY*0..1]-(place)<-[t:TIED_TO]-(home)
    WHERE NOT seat:Mission AND t.nature = 'commitment' AND NOT t.preparing AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
      AND NOT EXISTS { MATCH (home)-[:IN*0..1]->(:Province) }
      AND (EXISTS { MATCH (seat)-[:IN*0..5]->(target) } OR EXISTS { MATCH (seat:City)-[:IN]->(country) })
    WITH DISTINCT t.id AS tie ORDER BY tie
    RETURN collect(tie) AS ties_without_province
}
CALL {
    WITH province, country, target
    MATCH (source:Source)
    WHERE source.covers IS NOT NULL AND ($as_of IS NULL OR (source.tells_from <= $as_of AND $as_of < source.tells_until))
      AND ('TIED_TO' IN source.covers OR 'TIED_TO:' + province.id IN source.covers
           OR EXISTS { MATCH (province)-[:IN]->(own:Country) WHERE 'TIED_TO:' + own.id IN source.covers }
           OR EXISTS { MATCH (target)-[:IN*0..5]->(whole) WHERE 'TIED_TO:' + whole.id IN source.covers })
    WITH source.id AS id ORDER BY id
    RETURN collect(id) AS lists
}
WITH *, CASE WHEN any(tie IN ties WHERE tie.proved = 3) THEN 'tied' WHEN any(tie IN ties WHERE tie.proved = 2) THEN 'presumed' WHEN size(ties) > 0 THEN 'unknown'
             WHEN size(lists) > 0 THEN 'none recorded' ELSE 'cannot tell' END AS answer,
     reduce(all_of = [], part IN border_sources + [tie IN ties + others | tie.sources] | all_of + part)
     + CASE size(ties) WHEN 0 THEN lists ELSE [] END AS named
WHERE $answer IS NULL OR answer = $answer
RETURN province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       target.id AS target, target.name AS target_name, target.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       CASE WHEN measured = borders THEN km END AS km, answer, [tie IN ties | tie.id] AS ties, ties_without_province, [tie IN others | tie.id] AS beside, ties_of_province,
       reduce(once = [], source IN named | CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY coalesce(km, 0) DESC, province, target
