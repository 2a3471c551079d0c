// /// report
// caption = "Old records of missions"
// caption_fa = "اطلاعات قدیمی نمایندگی‌ها"
// description = "A mission whose record was last looked at too long before the day asked, or on a day that nobody says (for the whole history, age is not judged)."
// description_fa = "نمایندگی‌ای که آخرین اطلاع از آن بسیار پیش از روز موردنظر است، یا روز آن نامعلوم است (برای کل پیشینه، قدمت سنجیده نمی‌شود)."
// kind = "check"
// severity = "warning"
// key = ["mission"]
//
// [parameters]
// months = {type = "whole", default = 24, least = 1, most = 1200, help = "age in months from which a record is old", help_fa = "تعداد ماه‌هایی که پس از آن اطلاع قدیمی شمرده می‌شود"}
//
// [columns]
// mission = {type = "node", help = "id of the mission", caption_fa = "نمایندگی"}
// kind = {type = "Mission.kind", help = "what it is", caption_fa = "نوع نمایندگی"}
// status = {type = "Mission.status", help = "whether it is open", caption_fa = "وضعیت"}
// status_on = {type = "day", help = "day of that knowledge", caption = "Known on", caption_fa = "تاریخ آگاهی"}
// problem = {words = {"day unknown" = "روز اطلاع نامعلوم است", "too old" = "اطلاع قدیمی است"}}
// sources = {help = "ids of its sources"}
// ///
MATCH (mission:Mission)
WITH mission, CASE WHEN mission.status_on IS NULL THEN 'day unknown'
                   WHEN mission.status_on < $as_of - duration({months: $months}) THEN 'too old' END AS problem
WHERE problem IS NOT NULL
RETURN mission.id AS mission, mission.name AS mission_name, mission.name_fa AS mission_name_fa, mission.kind AS kind,
       mission.status AS status, mission.status_on AS status_on, problem, mission.sources AS sources
ORDER BY mission
