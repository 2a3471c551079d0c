// /// report
// caption = "Dates that contradict each other"
// caption_fa = "تاریخ‌های ناسازگار"
// description = "A tie, term, post, accreditation or field of work whose end is not after its start, or whose four days are not there or not in order."
// description_fa = "رابطه، دورهٔ استانداری، سمت، استوارنامه یا حوزهٔ مأموریتی که پایانش پس از آغازش نیست، یا چهار تاریخ حدی آن ثبت نشده یا ترتیب آن‌ها درست نیست."
// kind = "check"
// severity = "error"
// key = ["record"]
//
// [columns]
// record = {}
// relationship = {type = "text", help = "its type", caption_fa = "نوع رابطه"}
// start = {type = "node", help = "id of where it starts", caption = "From", caption_fa = "طرف نخست"}
// target = {help = "id of where it leads", caption = "To", caption_fa = "طرف دوم"}
// since = {}
// until = {}
// problem = {words = {"days missing" = "روزهایش محاسبه نشده", "end not after start" = "پایانش پس از آغاز نیست", "days out of order" = "روزهایش مرتب نیست"}}
// sources = {help = "ids of its sources"}
// ///
// The ends of the few are asked for afterwards: carried along with each record they would fill the memory.
MATCH ()-[r:TIED_TO|GOVERNS|HOLDS|ACCREDITED_TO|COVERS]->()
WITH r,
     CASE WHEN (r.since IS NOT NULL AND r.since_latest IS NULL) OR (r.until IS NOT NULL AND r.until <> '..' AND r.until_latest IS NULL) THEN 'days missing'
          WHEN r.since_earliest >= r.until_latest THEN 'end not after start'
          WHEN r.since_earliest > r.since_latest OR r.until_earliest > r.until_latest THEN 'days out of order'
          WHEN type(r) = 'TIED_TO' AND (r.preparing IS NULL OR r.proves IS NULL OR r.said_ended IS NULL OR r.presumable IS NULL
                                        OR r.nature IS NULL) THEN 'days missing'
     END AS problem
WHERE problem IS NOT NULL
WITH r, problem, startNode(r) AS start, endNode(r) AS place
RETURN r.id AS record, type(r) AS relationship,
       start.id AS start, start.name AS start_name, start.name_fa AS start_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       r.since AS since, r.until AS until, problem, r.sources AS sources
ORDER BY record
