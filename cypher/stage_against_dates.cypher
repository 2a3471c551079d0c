// /// report
// caption = "Stages that dates contradict"
// caption_fa = "مرحله‌های ناسازگار با تاریخ‌ها"
// description = "A tie whose stage says otherwise than its dates on the day asked: said to have ended while its end is open or still to come, said to be in force while it has not begun or is over, said to be proposed while its end has passed. For the whole history only what no day can mend: ended and open at once."
// description_fa = "رابطه‌ای که مرحلهٔ آن در تاریخ موردنظر با تاریخ‌هایش نمی‌خواند: پایان‌یافته است ولی پایانش باز یا هنوز نرسیده است؛ برقرار است ولی هنوز آغاز نشده یا گذشته است؛ پیشنهاد است ولی پایانش گذشته است. برای کل پیشینه تنها آنچه در هیچ تاریخی درست نیست: پایان‌یافته و هم‌زمان باز."
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
// kind = {type = "TIED_TO.kind", help = "ground of the tie", caption_fa = "نوع رابطه"}
// stage = {type = "TIED_TO.stage", help = "how far it has come", caption_fa = "مرحله"}
// since = {type = "TIED_TO.since", help = "first day it holds, as far as known", caption_fa = "آغاز"}
// until = {type = "TIED_TO.until", help = "first day it no longer holds; .. while it is open", caption_fa = "پایان"}
// problem = {type = "word", help = "what contradicts what", caption_fa = "ایراد", words = {"ended and open" = "پایان‌یافته و باز", "end still to come" = "پایانش هنوز نرسیده است", "not begun" = "هنوز آغاز نشده است", "is over" = "پایانش گذشته است"}}
// sources = {type = "ids", help = "ids of the sources that say so", caption_fa = "منابع"}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WITH *, CASE WHEN t.stage = 'ended' AND t.until = '..' THEN 'ended and open'
             WHEN t.stage = 'ended' AND t.until IS NOT NULL AND $as_of < t.until_earliest THEN 'end still to come'
             WHEN t.stage IN ['in_force', 'suspended'] AND $as_of < t.since_earliest THEN 'not begun'
             WHEN t.stage IN ['idea', 'proposed', 'negotiating', 'in_force', 'suspended'] AND t.until_latest <= $as_of
                  THEN 'is over' END AS problem
WHERE problem IS NOT NULL
RETURN t.id AS tie, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, t.stage AS stage, t.since AS since, t.until AS until, problem, t.sources AS sources
ORDER BY tie
