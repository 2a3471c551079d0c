// /// report
// caption = "Ties by source"
// caption_fa = "پیوندها به تفکیک منبع"
// description = "What each source says: how many ties rest on it, how many on it alone, and which."
// description_fa = "هر منبع چه می‌گوید: چند پیوند بر آن استوار است، چند پیوند فقط بر آن، و کدام‌ها."
// kind = "report"
// key = ["source"]
//
// [parameters]
// source = {type = "Source", help = "only this source", help_fa = "فقط این منبع"}
//
// [columns]
// source = {type = "id", help = "id of the source", caption_fa = "شناسهٔ منبع"}
// source_name = {type = "text", help = "its name", caption_fa = "منبع"}
// source_name_fa = {type = "text", help = "its name in Persian", caption_fa = "منبع (به فارسی)", empty = "none"}
// publisher = {type = "text", help = "who published it", caption_fa = "ناشر"}
// grade = {type = "Source.grade", help = "A official for a party of the tie, B press, C list, D inferred", caption_fa = "درجه"}
// retrieved = {type = "day", help = "day it was read", caption_fa = "روز دریافت"}
// licence = {type = "text", help = "licence", caption_fa = "مجوز"}
// url = {type = "text", help = "address", caption_fa = "نشانی"}
// invented = {type = "yes_no", help = "whether its statements are made up, to show what the program does", caption_fa = "فرضی"}
// tie_count = {type = "whole", help = "number of ties that rest on it", caption_fa = "شمار پیوندها"}
// only_source = {type = "whole", help = "number of those that rest on no other", caption_fa = "فقط بر این منبع"}
// certain = {type = "whole", help = "number of those that count certainly", caption_fa = "پیوندهای قطعی"}
// provinces = {type = "whole", help = "number of provinces they count for", caption_fa = "شمار استان‌ها"}
// ties = {type = "ids", help = "ids of the ties", caption_fa = "شناسهٔ پیوندها"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE $as_of IS NULL OR (t.counts_from <= $as_of AND $as_of < t.counts_until
         AND (NOT t.said_ended OR EXISTS { MATCH (s:Source) WHERE s.id IN t.sources AND s.tells_from > $as_of
              AND (s.tells_from < date('9999-12-31') OR t.attested IS NULL OR $as_of < t.until_earliest) }))
WITH *, CASE WHEN $as_of IS NULL THEN NOT t.preparing ELSE t.certain_from <= $as_of AND $as_of < t.certain_until END AS proved
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
UNWIND t.sources AS said_by
WITH * ORDER BY t.id
WITH said_by, count(t) AS tie_count, sum(CASE WHEN size(t.sources) = 1 THEN 1 ELSE 0 END) AS only_source,
     sum(CASE WHEN proved THEN 1 ELSE 0 END) AS certain, count(DISTINCT province.id) AS provinces, collect(t.id) AS ties
WHERE $source IS NULL OR said_by = $source
OPTIONAL MATCH (source:Source {id: said_by})
RETURN said_by AS source, source.name AS source_name, source.name_fa AS source_name_fa, source.publisher AS publisher,
       source.grade AS grade, source.retrieved AS retrieved, source.licence AS licence, source.url AS url,
       coalesce(source.invented, false) AS invented, tie_count, only_source, certain, provinces, ties
ORDER BY tie_count DESC, source
