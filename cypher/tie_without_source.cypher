// /// report
// caption = "Ties without a source"
// caption_fa = "پیوندهای بدون منبع"
// description = "A tie that names no source, or one that the graph does not hold."
// description_fa = "پیوندی که منبعی ندارد، یا منبعی دارد که در گراف نیست."
// kind = "check"
// severity = "error"
// key = ["tie"]
//
// [columns]
// tie = {type = "id", help = "id of the tie", caption_fa = "شناسهٔ پیوند"}
// home = {type = "id", help = "id of the province or city that made the tie", caption_fa = "شناسهٔ طرف داخلی"}
// home_name = {type = "text", help = "its name", caption_fa = "طرف داخلی"}
// home_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف داخلی (به فارسی)", empty = "none"}
// target = {type = "id", help = "id of the foreign place or counterpart", caption_fa = "شناسهٔ طرف خارجی"}
// target_name = {type = "text", help = "its name", caption_fa = "طرف خارجی"}
// target_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف خارجی (به فارسی)", empty = "none"}
// kind = {type = "TIED_TO.kind", help = "ground of the tie", caption_fa = "نوع پیوند"}
// problem = {type = "word", help = "what is wrong", caption_fa = "ایراد", words = {"no source" = "منبعی ندارد", "source not in graph" = "منبعش در گراف نیست"}}
// missing = {type = "ids", help = "ids of sources that the graph does not hold", caption_fa = "منابع ناموجود", empty = "none"}
// sources = {type = "ids", help = "ids of the sources that say so", caption_fa = "منابع", empty = "none"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
UNWIND CASE WHEN size(coalesce(t.sources, [])) = 0 THEN [null] ELSE t.sources END AS said_by
OPTIONAL MATCH (source:Source {id: said_by})
WITH * ORDER BY said_by
WITH home, t, place, collect(CASE WHEN source IS NULL THEN said_by END) AS missing, count(said_by) AS named
WHERE named = 0 OR size(missing) > 0
RETURN t.id AS tie,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, CASE named WHEN 0 THEN 'no source' ELSE 'source not in graph' END AS problem,
       missing, coalesce(t.sources, []) AS sources
ORDER BY tie
