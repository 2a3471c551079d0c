// /// report
// caption = "Dates far ahead"
// caption_fa = "تاریخ‌های بسیار دور"
// description = "A tie, term, post, accreditation or district that begins years after the day asked, or ends long after it: often a year of another calendar, or a slip (for the whole history no day is far)."
// description_fa = "رابطه، دورهٔ استانداری، سمت، استوارنامه یا حوزهٔ مأموریتی که سال‌ها پس از تاریخ موردنظر آغاز می‌شود یا بسیار دیر پایان می‌یابد: معمولاً سالی از گاه‌شماری دیگر یا لغزش (برای کل پیشینه سنجیده نمی‌شود)."
// kind = "check"
// severity = "warning"
// key = ["record"]
//
// [parameters]
// years = {type = "whole", default = 2, least = 0, most = 1000, help = "years ahead from which a start is far", help_fa = "تعداد سال‌هایی که پس از آن آغاز دور شمرده می‌شود"}
// years_to_end = {type = "whole", default = 50, least = 0, most = 7000, help = "years ahead from which an end is far", help_fa = "تعداد سال‌هایی که پس از آن پایان دور شمرده می‌شود"}
//
// [columns]
// record = {}
// relationship = {type = "text", help = "its type", caption_fa = "نوع رابطه"}
// start = {type = "node", help = "id of where it starts", caption = "From", caption_fa = "طرف نخست"}
// target = {help = "id of where it leads", caption = "To", caption_fa = "طرف دوم"}
// since = {}
// until = {}
// problem = {words = {start = "آغاز", end = "پایان"}, help = "what is far ahead"}
// sources = {help = "ids of its sources"}
// ///
// The ends of the few are asked for afterwards: carried along with each record they would fill the memory.
MATCH ()-[r:TIED_TO|GOVERNS|HOLDS|ACCREDITED_TO|COVERS]->()
WITH r,
     CASE WHEN r.since IS NOT NULL AND r.since_earliest > $as_of + duration({years: $years}) THEN 'start'
          WHEN r.until IS NOT NULL AND r.until <> '..' AND r.until_earliest > $as_of + duration({years: $years_to_end}) THEN 'end' END AS problem
WHERE problem IS NOT NULL
WITH r, problem, startNode(r) AS start, endNode(r) AS place
RETURN r.id AS record, type(r) AS relationship,
       start.id AS start, start.name AS start_name, start.name_fa AS start_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       r.since AS since, r.until AS until, problem, r.sources AS sources
ORDER BY record
