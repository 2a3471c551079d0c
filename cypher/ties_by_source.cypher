// /// report
// caption = "Ties by source"
// caption_fa = "روابط به تفکیک منبع"
// description = "What each source says: how many ties rest on it, how many on it alone, and which."
// description_fa = "هر منبع چه می‌گوید: چند رابطه بر آن استوار است، چند رابطه فقط بر آن، و کدام‌ها."
// nothing = "No tie is recorded on the word of this source."
// nothing_fa = "رابطه‌ای به استناد این منبع ثبت نشده است."
// kind = "report"
// key = ["source"]
//
// [picture]
// kind = "bars"
// caption = "Ties that rest on each source"
// caption_fa = "تعداد روابط متکی بر هر منبع"
// of = ["source_name"]
// by = "tie_count"
//
// [parameters]
// source = {type = "Source", help = "only this source", help_fa = "فقط این منبع"}
//
// [columns]
// source = {type = "node", help = "id of the source", caption_fa = "منبع"}
// publisher = {type = "text", help = "who published it", caption_fa = "ناشر", detail = true}
// grade = {type = "Source.grade", help = "A official for a party of the tie, B press, C list, D inferred", caption_fa = "اعتبار"}
// retrieved = {type = "day", help = "day it was read", caption = "Read on", caption_fa = "تاریخ دریافت"}
// licence = {type = "text", help = "licence", caption_fa = "مجوز", detail = true}
// url = {type = "text", help = "address", caption = "Address", caption_fa = "نشانی"}
// invented = {type = "yes_no", help = "whether its statements are made up, to show what the program does", caption_fa = "فرضی", detail = true}
// tie_count = {help = "number of ties that rest on it"}
// only_source = {type = "whole", help = "number of those that rest on no other", caption = "Rest on it alone", caption_fa = "متکی بر همین منبع"}
// certain = {type = "whole", help = "number of those that count certainly", caption = "Certain", caption_fa = "روابط قطعی"}
// provinces = {type = "whole", help = "number of provinces they count for", caption_fa = "تعداد استان‌ها"}
// ties = {help = "ids of the ties"}
// ///
MATCH (home)-[t:TIED_TO]->()
WHERE $as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true))
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
UNWIND t.sources AS said_by
WITH said_by, t.id AS tie, size(t.sources) = 1 AS alone, province.id AS province,
     CASE WHEN $as_of IS NULL THEN NOT t.preparing ELSE coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) END AS proved
ORDER BY tie
WITH said_by, count(tie) AS tie_count, sum(CASE WHEN alone THEN 1 ELSE 0 END) AS only_source,
     sum(CASE WHEN proved THEN 1 ELSE 0 END) AS certain, count(DISTINCT province) AS provinces, collect(tie) AS ties
WHERE $source IS NULL OR said_by = $source
OPTIONAL MATCH (source:Source {id: said_by})
RETURN said_by AS source, source.name AS source_name, source.name_fa AS source_name_fa, source.publisher AS publisher,
       source.grade AS grade, source.retrieved AS retrieved, source.licence AS licence, source.url AS url,
       coalesce(source.invented, false) AS invented, tie_count, only_source, certain, provinces, ties
ORDER BY tie_count DESC, source
