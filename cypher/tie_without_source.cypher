// /// report
// caption = "Ties without a source"
// caption_fa = "روابط بدون منبع"
// description = "A tie that names no source, or one that the graph does not hold."
// description_fa = "رابطه‌ای که منبعی ندارد، یا منبعی دارد که در گراف نیست."
// kind = "check"
// severity = "error"
// key = ["tie"]
//
// [columns]
// tie = {}
// home = {help = "id of the province or city that made the tie"}
// target = {help = "id of the foreign place or counterpart"}
// kind = {}
// problem = {words = {"no source" = "منبعی ندارد", "source not in graph" = "منبعش در گراف نیست"}}
// missing = {type = "ids", help = "ids of sources that the graph does not hold", caption = "Missing sources", caption_fa = "منابع ناموجود", empty = "none"}
// sources = {empty = "none"}
// ///
CALL {
    MATCH ()-[t:TIED_TO]->()
    UNWIND coalesce(t.sources, []) AS said_by
    WITH DISTINCT said_by ORDER BY said_by
    OPTIONAL MATCH (source:Source {id: said_by})
    RETURN collect(CASE WHEN source IS NULL THEN said_by END) AS absent
}
MATCH (home)-[t:TIED_TO]->(place)
WHERE size(coalesce(t.sources, [])) = 0 OR any(one IN absent WHERE one IN t.sources)
RETURN t.id AS tie,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, CASE size(coalesce(t.sources, [])) WHEN 0 THEN 'no source' ELSE 'source not in graph' END AS problem,
       [one IN absent WHERE one IN t.sources] AS missing, coalesce(t.sources, []) AS sources
ORDER BY tie
