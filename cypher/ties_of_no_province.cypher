// /// report
// caption = "Ties that count for no province or country"
// caption_fa = "روابطی که برای هیچ استان یا کشوری شمرده نمی‌شوند"
// description = "A tie of a city or body of which nothing says in what province it lies, or with a partner of which nothing says in what country: it stands in no sentence and no table of provinces, and may be what they say is absent."
// description_fa = "رابطهٔ شهر یا نهادی که استان آن ثبت نشده، یا رابطه با طرفی که کشور آن ثبت نشده است: در جمله‌ها و جدول‌های استان‌ها نمی‌آید و می‌تواند همان چیزی باشد که ثبت‌نشده گفته می‌شود."
// kind = "check"
// severity = "warning"
// key = ["tie"]
//
// [columns]
// tie = {type = "id", help = "id of the tie", caption_fa = "شناسهٔ رابطه"}
// home = {type = "id", help = "id of the province, city or body that made the tie", caption_fa = "شناسهٔ طرف داخلی"}
// home_name = {type = "text", help = "its name", caption_fa = "طرف داخلی"}
// home_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف داخلی (به فارسی)", empty = "none"}
// target = {type = "id", help = "id of the foreign place, counterpart or mission", caption_fa = "شناسهٔ طرف خارجی"}
// target_name = {type = "text", help = "its name", caption_fa = "طرف خارجی"}
// target_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف خارجی (به فارسی)", empty = "none"}
// country = {type = "id", help = "id of the country", caption_fa = "شناسهٔ کشور"}
// country_name = {type = "text", help = "its name", caption_fa = "کشور"}
// country_name_fa = {type = "text", help = "its name in Persian", caption_fa = "کشور (به فارسی)", empty = "none"}
// kind = {type = "TIED_TO.kind", help = "ground of the tie", caption_fa = "نوع رابطه"}
// problem = {type = "word", help = "what is not known", caption_fa = "ایراد", words = {"province of home unknown" = "استان طرف داخلی نامعلوم است", "place of partner unknown" = "کشور طرف خارجی نامعلوم است", both = "هر دو نامعلوم است"}}
// sources = {type = "ids", help = "ids of the sources that say so", caption_fa = "منابع"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
WITH * WHERE province IS NULL OR country IS NULL
RETURN t.id AS tie, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa, t.kind AS kind,
       CASE WHEN country IS NOT NULL THEN 'province of home unknown' WHEN province IS NOT NULL THEN 'place of partner unknown'
            ELSE 'both' END AS problem, t.sources AS sources
ORDER BY tie
