// /// report
// caption = "Ties that have ended"
// caption_fa = "روابط پایان‌یافته"
// description = "Ties that have ended by the day asked: certainly, possibly, or by what their stage says alone. For the whole history: all of which an end is recorded."
// description_fa = "روابطی که تا آن تاریخ پایان یافته‌اند: قطعی، احتمالی، یا فقط به گفتهٔ مرحلهٔ آن‌ها. برای کل پیشینه: همهٔ روابطی که پایانی برایشان ثبت شده است."
// nothing = "No tie is recorded to have ended; most sources do not tell ends."
// nothing_fa = "پایان یافتنِ هیچ رابطه‌ای ثبت نشده است؛ بیشتر منابع از پایان روابط خبر نمی‌دهند."
// kind = "report"
// key = ["tie"]
// tally = "ended"
//
// [picture]
// kind = "timeline"
// caption = "When the ties held"
// caption_fa = "مدت برقراری روابط"
// of = ["province_name", "target_name"]
// since = "since"
// until = "until"
// mark = "ended"
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// tie = {}
// province = {}
// home = {help = "id of the province or city that made the tie"}
// municipal = {}
// target = {help = "id of the foreign place or counterpart"}
// country = {}
// kind = {}
// sectors = {}
// stage = {}
// since = {}
// until = {}
// ended = {type = "certainty", among = ["certain", "possible"], words = {"stage only" = "فقط به گفتهٔ مرحله"}, help = "whether it has ended", caption = "Has ended", caption_fa = "پایان‌یافته"}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE CASE WHEN t.until IS NOT NULL AND t.until <> '..' THEN $as_of IS NULL OR t.until_earliest <= $as_of ELSE t.stage = 'ended' END
WITH home, t, place, t.until IS NOT NULL AND t.until <> '..' AS dated
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
WITH * WHERE ($province IS NULL OR province.id = $province) AND ($country IS NULL OR country.id = $country)
RETURN t.id AS tie,
       province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa, home:City AS municipal,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       t.kind AS kind, t.sectors AS sectors, t.stage AS stage, t.since AS since, t.until AS until,
       CASE WHEN NOT dated THEN 'stage only'
            WHEN $as_of IS NULL OR t.until_latest <= $as_of THEN 'certain'
            ELSE 'possible' END AS ended, t.sources AS sources
ORDER BY province, country, target, tie
