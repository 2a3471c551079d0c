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
// tie = {}
// home = {}
// target = {}
// kind = {}
// since = {}
// attested = {type = "TIED_TO.attested", help = "days on which a source says it holds", caption_fa = "روزهای گواهی‌شده", empty = "none"}
// problem = {words = {"no date" = "بدون تاریخ", "no exact day" = "روز آن معلوم نیست", doubtful = "تاریخ آن مشکوک است"}, help = "what is not known"}
// sources = {}
// ///
// The ends of the few are asked for afterwards: carried along with each tie they would fill the memory.
MATCH ()-[t:TIED_TO]->()
WHERE t.nature = 'event'
WITH t, CASE WHEN t.since IS NULL THEN 'no date' WHEN any(mark IN ['?', '~', '%'] WHERE t.since CONTAINS mark) THEN 'doubtful'
             WHEN t.since_earliest <> t.since_latest THEN 'no exact day' END AS problem
WHERE problem IS NOT NULL
WITH t, problem, startNode(t) AS home, endNode(t) AS place
RETURN t.id AS tie, home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, t.since AS since, t.attested AS attested, problem, t.sources AS sources
ORDER BY tie
