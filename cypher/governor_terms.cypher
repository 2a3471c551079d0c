// /// report
// caption = "Governors when ties began"
// caption_fa = "استانداران هنگام آغاز روابط"
// description = "Who governed the province when each of its ties began: certainly, possibly, or not known. A governor is no party to a tie that a city made."
// description_fa = "هنگام آغاز هر رابطه چه کسی استاندار بود: قطعی، احتمالی یا نامعلوم. استاندار طرف روابط شهری نیست."
// nothing = "No term of a governor is recorded for what was asked."
// nothing_fa = "دورهٔ استانداری‌ای برای آنچه پرسیده شد ثبت نشده است."
// kind = "report"
// key = ["tie", "term"]
// tally = "answer"
//
// [picture]
// kind = "timeline"
// caption = "Terms of governors, and ties that began in them"
// caption_fa = "دورهٔ استانداران و آغاز روابط در آن‌ها"
// of = ["province_name", "governor_name"]
// since = "term_since"
// until = "term_until"
// point = "since"
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
//
// [columns]
// tie = {}
// province = {}
// municipal = {}
// target = {help = "id of the foreign place or counterpart"}
// since = {caption = "Tie since", caption_fa = "آغاز رابطه"}
// answer = {type = "certainty", among = ["certain", "possible"], words = {"start unknown" = "آغاز رابطه نامعلوم", "no governor recorded" = "استانداری ثبت نشده", "term undated" = "تاریخ دوره نامعلوم"}, help = "whether that person governed when the tie began", caption = "Held office then", caption_fa = "وضعیت تصدی"}
// governor = {type = "node", help = "id of the governor", caption_fa = "استاندار"}
// term = {type = "id", help = "id of the term", caption_fa = "شناسهٔ دوره"}
// term_since = {type = "GOVERNS.since", help = "first day of the term, as far as known", caption = "In office since", caption_fa = "آغاز دوره"}
// term_until = {type = "GOVERNS.until", help = "first day after the term; .. while it lasts", caption = "In office until", caption_fa = "پایان دوره"}
// sources = {help = "ids of the sources of the tie and of the term"}
// ///
// A province has one governor at a time: who certainly was leaves no room for others.
MATCH (province:Province)<-[:IN*0..1]-(home)-[t:TIED_TO]->(place)
WHERE ($province IS NULL OR province.id = $province)
  AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
OPTIONAL MATCH (province)<-[term:GOVERNS]-(governor:Governor)
WHERE t.since_earliest IS NOT NULL AND coalesce(term.counts_from <= t.since_latest, true) AND coalesce(t.since_earliest < term.counts_until, true)
  AND ((coalesce(term.certain_from <= t.since_earliest, false) AND coalesce(t.since_latest < term.certain_until, true))
       OR NOT EXISTS { MATCH (province)<-[other:GOVERNS]-(:Governor)
                       WHERE coalesce(other.certain_from <= t.since_earliest, false) AND coalesce(t.since_latest < other.certain_until, true) })
RETURN t.id AS tie, province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       home:City AS municipal, place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.since AS since,
       CASE WHEN t.since_earliest IS NULL THEN 'start unknown'
            WHEN term IS NULL THEN 'no governor recorded'
            WHEN coalesce(term.certain_from <= t.since_earliest, false) AND coalesce(t.since_latest < term.certain_until, true) THEN 'certain'
            WHEN term.since IS NULL AND (term.until IS NULL OR coalesce(t.since_latest < term.certain_from, true)) THEN 'term undated' ELSE 'possible' END AS answer,
       governor.id AS governor, governor.name AS governor_name, governor.name_fa AS governor_name_fa,
       term.id AS term, term.since AS term_since, term.until AS term_until,
       reduce(once = coalesce(t.sources, []), source IN coalesce(term.sources, []) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY province, tie, term
