// /// report
// caption = "Ties of the provinces"
// caption_fa = "روابط استان‌ها"
// description = "Who is tied to whom, on what ground, since when, and says who: one row a tie, municipal ties rolled up to their province."
// description_fa = "چه کسی با چه کسی، بر چه پایه، از چه تاریخ و به گفتهٔ چه منبعی رابطه دارد؛ هر رابطه یک سطر است و روابط شهرها به حساب استانشان می‌آید."
// nothing = "No tie is recorded for what was asked on that day; that does not say that there is none."
// nothing_fa = "در آن تاریخ رابطه‌ای برای آنچه پرسیده شد ثبت نشده است؛ این به معنای نبودِ رابطه نیست."
// kind = "report"
// key = ["tie"]
// tally = "certainty"
//
// [picture]
// kind = "map"
// caption = "Ties by province"
// caption_fa = "تعداد روابط به تفکیک استان"
// of = ["province"]
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// kind = {type = "TIED_TO.kind", help = "only ties of this kind", help_fa = "فقط روابط این نوع"}
// sector = {type = "TIED_TO.sectors", help = "only ties in this sector; those of unknown sector count as possible", help_fa = "فقط روابط این حوزه؛ رابطه‌ای که حوزه‌اش نامعلوم است احتمالی شمرده می‌شود"}
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
// certainty = {among = ["certain", "presumed", "possible"]}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
  AND ($kind IS NULL OR t.kind = $kind) AND ($sector IS NULL OR t.sectors IS NULL OR $sector IN t.sectors)
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
       t.kind AS kind, t.sectors AS sectors, t.stage AS stage, t.since AS since, t.until AS until,
       CASE WHEN $sector IS NOT NULL AND t.sectors IS NULL THEN 'possible' WHEN $as_of IS NULL AND NOT t.preparing THEN 'certain'
            WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 'certain'
            WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                 AND t.last_sign > $as_of - duration({years: $presume}) THEN 'presumed' ELSE 'possible' END AS certainty, t.sources AS sources
ORDER BY province, country, target, tie
