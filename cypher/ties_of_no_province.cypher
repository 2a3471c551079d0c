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
// tie = {}
// home = {}
// target = {}
// country = {}
// kind = {}
// problem = {words = {"province of home unknown" = "استان طرف داخلی نامعلوم است", "place of partner unknown" = "کشور طرف خارجی نامعلوم است", both = "هر دو نامعلوم است"}, help = "what is not known"}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE NOT EXISTS { MATCH (home)-[:IN*0..1]->(:Province) }
   OR NOT EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(:Country) WHERE NOT seat:Mission }
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
RETURN t.id AS tie, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa, t.kind AS kind,
       CASE WHEN country IS NOT NULL THEN 'province of home unknown' WHEN province IS NOT NULL THEN 'place of partner unknown'
            ELSE 'both' END AS problem, t.sources AS sources
ORDER BY tie
