// /// report
// caption = "Counterparts of a province"
// caption_fa = "همتایان استان"
// description = "The foreign offices and bodies that face a province, what they speak for, who holds a post there, and by which ties they face it."
// description_fa = "مقام‌ها و نهادهای خارجی طرف استان، جایی که نمایندهٔ آن‌اند، صاحبان سمت در آن‌ها و روابطی که طرف بودنشان بر آن استوار است."
// nothing = "No counterpart of the province is recorded; that does not say that it has none."
// nothing_fa = "همتایی برای این استان ثبت نشده است؛ این به معنای نبودِ آن نیست."
// kind = "report"
// key = ["province", "counterpart"]
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// province = {}
// counterpart = {}
// kind = {type = "Counterpart.kind", help = "what it is", caption = "Kind of office", caption_fa = "نوع همتا"}
// rank = {type = "text", help = "rank of its head", caption_fa = "مرتبه", detail = true}
// place = {type = "node", help = "id of the place it speaks for", caption = "Speaks for", caption_fa = "محل نمایندگی"}
// country = {}
// holders = {type = "ids", help = "ids of those who hold a post there, on the day asked or ever", caption_fa = "شناسهٔ صاحبان سمت", named_by = "holder_names"}
// holder_names = {type = "texts", help = "their names", caption = "Post-holders", caption_fa = "صاحبان سمت"}
// holder_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "صاحبان سمت (به فارسی)"}
// posts = {empty = "unknown"}
// posts_fa = {empty = "unknown"}
// certainty = {among = ["certain", "presumed", "possible"]}
// ties = {}
// sources = {}
// ///
MATCH (place:Counterpart)<-[t:TIED_TO]-(home)
WHERE $as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true))
MATCH (home)-[:IN*0..1]->(province:Province)
WHERE $province IS NULL OR province.id = $province
WITH *, CASE WHEN $as_of IS NULL THEN CASE WHEN t.preparing THEN 1 ELSE 3 END
             WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
             WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                  AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
WITH * ORDER BY t.id
WITH province, place AS counterpart, max(proved) AS proved, collect(t.id) AS ties,
     collect(coalesce(t.sources, [])) AS groups
OPTIONAL MATCH (counterpart)-[:REPRESENTS]->(place)
OPTIONAL MATCH (place)-[:IN*0..5]->(country:Country)
CALL {
    WITH counterpart
    MATCH (counterpart)<-[post:HOLDS]-(holder)
    WHERE $as_of IS NULL OR (coalesce(post.counts_from <= $as_of, true) AND coalesce($as_of < post.counts_until, true))
    WITH counterpart, holder, post ORDER BY post.counts_from IS NOT NULL, post.counts_from, holder.id, post.id
    RETURN collect(holder.id) AS holders, collect(holder.name) AS holder_names,
           collect(coalesce(holder.name_fa, holder.name)) AS holder_names_fa,
           collect(DISTINCT coalesce(post.post, '')) AS posts, collect(DISTINCT coalesce(counterpart.name_fa, post.post, '')) AS posts_fa
}
WITH * WHERE $country IS NULL OR country.id = $country
RETURN province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       counterpart.id AS counterpart, counterpart.name AS counterpart_name, counterpart.name_fa AS counterpart_name_fa,
       counterpart.kind AS kind, counterpart.rank AS rank,
       place.id AS place, place.name AS place_name, place.name_fa AS place_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       holders, holder_names, holder_names_fa, posts, posts_fa,
       ['possible', 'presumed', 'certain'][proved - 1] AS certainty, ties,
       reduce(once = [], source IN reduce(all_of = [], part IN groups | all_of + part) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY province, country, counterpart
