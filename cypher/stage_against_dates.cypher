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
// tie = {}
// home = {}
// target = {}
// kind = {}
// stage = {}
// since = {}
// until = {}
// problem = {words = {"ended and open" = "پایان‌یافته و باز", "end still to come" = "پایانش هنوز نرسیده است", "not begun" = "هنوز آغاز نشده است", "is over" = "پایانش گذشته است"}, help = "what contradicts what"}
// sources = {}
// ///
// The ends of the few are asked for afterwards: carried along with each tie they would fill the memory.
MATCH ()-[t:TIED_TO]->()
WITH t, CASE WHEN t.stage = 'ended' AND t.until = '..' THEN 'ended and open'
             WHEN t.stage = 'ended' AND t.until IS NOT NULL AND coalesce($as_of < t.until_earliest, true) THEN 'end still to come'
             WHEN t.stage IN ['in_force', 'suspended'] AND $as_of < t.since_earliest THEN 'not begun'
             WHEN t.stage IN ['idea', 'proposed', 'negotiating', 'in_force', 'suspended'] AND t.until_latest <= $as_of
                  THEN 'is over' END AS problem
WHERE problem IS NOT NULL
WITH t, problem, startNode(t) AS home, endNode(t) AS place
RETURN t.id AS tie, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, t.stage AS stage, t.since AS since, t.until AS until, problem, t.sources AS sources
ORDER BY tie
