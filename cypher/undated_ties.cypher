// /// report
// caption = "Ties without dates"
// caption_fa = "روابط بدون تاریخ"
// description = "Ties of which no source says when they began, or whether and when they ended, with the days on which a source saw them."
// description_fa = "روابطی که هیچ منبعی تاریخ آغاز یا پایان آن‌ها را نمی‌گوید، با تاریخ‌هایی که منبعی برقراری آن‌ها را گواهی کرده است."
// nothing = "Every tie that was asked for has a recorded beginning."
// nothing_fa = "آغاز همهٔ روابطی که پرسیده شد ثبت شده است."
// kind = "report"
// key = ["tie"]
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// missing = {type = "word", words = {start = "آغاز", end = "پایان", both = "هر دو"}, help = "only ties without this date", help_fa = "فقط روابطی که این تاریخ را ندارند"}
//
// [columns]
// tie = {}
// province = {}
// home = {help = "id of the province or city that made the tie"}
// municipal = {}
// target = {help = "id of the foreign place or counterpart"}
// country = {}
// kind = {}
// missing = {type = "word", words = {start = "آغاز", end = "پایان", both = "هر دو"}, help = "which date is not known", caption = "Unknown day", caption_fa = "تاریخ نامعلوم"}
// since = {}
// until = {}
// attested = {type = "TIED_TO.attested", help = "days on which a source says it holds", caption = "Known to hold on", caption_fa = "تاریخ‌های گواهی‌شده"}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
  AND (t.since IS NULL OR t.until IS NULL)
  AND ($missing IS NULL OR $missing = CASE WHEN t.since IS NOT NULL THEN 'end' WHEN t.until IS NOT NULL THEN 'start' ELSE 'both' END)
  AND ($province IS NULL OR EXISTS { MATCH (home)-[:IN*0..1]->(:Province {id: $province}) })
  AND ($country IS NULL OR EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(:Country {id: $country}) WHERE NOT seat:Mission })
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
RETURN t.id AS tie,
       province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa, home:City AS municipal,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       t.kind AS kind, CASE WHEN t.since IS NOT NULL THEN 'end' WHEN t.until IS NOT NULL THEN 'start' ELSE 'both' END AS missing, t.since AS since, t.until AS until, t.attested AS attested, t.sources AS sources
ORDER BY province, country, target, tie
