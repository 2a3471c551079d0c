// /// report
// caption = "Events without a day"
// caption_fa = "رویدادهای بدون تاریخ دقیق"
// description = "A visit, contact or meeting whose day is not known, known to the month or year only, or marked doubtful: it is no sign that a commitment lives."
// description_fa = "سفر، ارتباط یا نشستی که تاریخ آن نامعلوم، فقط به ماه یا سال معلوم، یا مشکوک است: نشانهٔ ادامهٔ سند یا رابطه‌ای شمرده نمی‌شود."
// kind = "check"
// severity = "note"
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
// kind = {type = "TIED_TO.kind", help = "ground of the tie", caption_fa = "نوع رابطه"}
// since = {type = "TIED_TO.since", help = "first day it holds, as far as known", caption_fa = "آغاز"}
// attested = {type = "TIED_TO.attested", help = "days on which a source says it holds", caption_fa = "روزهای گواهی‌شده", empty = "none"}
// problem = {type = "word", help = "what is not known", caption_fa = "ایراد", words = {"no date" = "بدون تاریخ", "no exact day" = "روز آن معلوم نیست", doubtful = "تاریخ آن مشکوک است"}}
// sources = {type = "ids", help = "ids of the sources that say so", caption_fa = "منابع"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE t.nature = 'event'
WITH *, CASE WHEN t.since IS NULL THEN 'no date' WHEN any(mark IN ['?', '~', '%'] WHERE t.since CONTAINS mark) THEN 'doubtful'
             WHEN t.since_earliest <> t.since_latest THEN 'no exact day' END AS problem
WHERE problem IS NOT NULL
RETURN t.id AS tie, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, t.since AS since, t.attested AS attested, problem, t.sources AS sources
ORDER BY tie
