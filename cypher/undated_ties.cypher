// /// report
// caption = "Ties without dates"
// caption_fa = "پیوندهای بدون تاریخ"
// description = "Ties of which no source says when they began, or whether and when they ended, with the days on which a source saw them."
// description_fa = "پیوندهایی که هیچ منبعی نمی‌گوید از کی آغاز شده‌اند یا آیا و کی پایان یافته‌اند، با روزهایی که منبعی آن‌ها را گواهی کرده است."
// kind = "report"
// key = ["tie"]
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// missing = {type = "word", words = {start = "آغاز", end = "پایان", both = "هر دو"}, help = "only ties without this date", help_fa = "فقط پیوندهایی که این تاریخ را ندارند"}
//
// [columns]
// tie = {type = "id", help = "id of the tie", caption_fa = "شناسهٔ پیوند"}
// province = {type = "id", help = "id of the province the tie counts for", caption_fa = "شناسهٔ استان"}
// province_name = {type = "text", help = "its name", caption_fa = "استان"}
// province_name_fa = {type = "text", help = "its name in Persian", caption_fa = "استان (به فارسی)", empty = "none"}
// home = {type = "id", help = "id of the province or city that made the tie", caption_fa = "شناسهٔ طرف داخلی"}
// home_name = {type = "text", help = "its name", caption_fa = "طرف داخلی"}
// home_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف داخلی (به فارسی)", empty = "none"}
// municipal = {type = "yes_no", help = "whether a city made the tie, not the province", caption_fa = "شهرداری بسته است"}
// target = {type = "id", help = "id of the foreign place or counterpart", caption_fa = "شناسهٔ طرف خارجی"}
// target_name = {type = "text", help = "its name", caption_fa = "طرف خارجی"}
// target_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف خارجی (به فارسی)", empty = "none"}
// country = {type = "id", help = "id of the country", caption_fa = "شناسهٔ کشور"}
// country_name = {type = "text", help = "its name", caption_fa = "کشور"}
// country_name_fa = {type = "text", help = "its name in Persian", caption_fa = "کشور (به فارسی)", empty = "none"}
// kind = {type = "TIED_TO.kind", help = "ground of the tie", caption_fa = "نوع پیوند"}
// missing = {type = "word", help = "which date is not known", caption_fa = "تاریخ نامعلوم", words = {start = "آغاز", end = "پایان", both = "هر دو"}}
// since = {type = "TIED_TO.since", help = "first day it holds, as far as known", caption_fa = "آغاز"}
// until = {type = "TIED_TO.until", help = "first day it no longer holds; .. while it is open", caption_fa = "پایان"}
// attested = {type = "TIED_TO.attested", help = "days on which a source says it holds", caption_fa = "روزهای گواهی‌شده"}
// sources = {type = "ids", help = "ids of the sources that say so", caption_fa = "منابع"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (t.counts_from <= $as_of AND $as_of < t.counts_until
         AND (NOT t.said_ended OR EXISTS { MATCH (s:Source) WHERE s.id IN t.sources AND s.tells_from > $as_of
              AND (s.tells_from < date('9999-12-31') OR t.attested IS NULL OR $as_of < t.until_earliest) })))
  AND (t.since IS NULL OR t.until IS NULL)
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
WITH *, CASE WHEN t.since IS NOT NULL THEN 'end' WHEN t.until IS NOT NULL THEN 'start' ELSE 'both' END AS missing
WHERE ($province IS NULL OR province.id = $province) AND ($country IS NULL OR country.id = $country)
  AND ($missing IS NULL OR missing = $missing)
RETURN t.id AS tie,
       province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa, home:City AS municipal,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       t.kind AS kind, missing, t.since AS since, t.until AS until, t.attested AS attested, t.sources AS sources
ORDER BY province, country, target, tie
