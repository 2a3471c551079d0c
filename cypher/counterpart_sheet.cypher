// /// report
// caption = "Sheet of an office abroad"
// caption_fa = "برگهٔ یک همتای خارجی"
// description = "Everything that provinces have with an office abroad: who deals with it, since when, in what, by what act, and who held a post there when it began. Visits and meetings of the last six months stand among them."
// description_fa = "همهٔ آنچه استان‌ها با همتای خارجی دارند: کدام استان، از چه تاریخ، در چه حوزه‌ای، با چه سندی، و هنگام آغاز آن چه کسی نزد همتا سمت داشت. سفرها و دیدارهای شش ماه گذشته نیز در آن آمده است."
// nothing = "Nothing is recorded of this counterpart on that day."
// nothing_fa = "دربارهٔ این همتا در آن تاریخ چیزی ثبت نشده است."
// kind = "report"
// key = ["tie"]
//
// [picture]
// kind = "timeline"
// caption = "Since when each province is there"
// caption_fa = "مدت رابطهٔ هر استان"
// of = ["province_name"]
// since = "since"
// until = "until"
// mark = "certainty"
//
// [parameters]
// counterpart = {type = "Counterpart", help = "only this counterpart", help_fa = "فقط این همتا"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// counterpart = {}
// tie = {}
// province = {}
// through = {type = "word", words = {municipal = "شهرداری", chamber = "اتاق بازرگانی", free_zone = "منطقهٔ آزاد", university = "دانشگاه", company = "دفتر شرکت", other = "دیگر"}, help = "by what the tie comes to the province; blank for one of its own", caption_fa = "از طریق", empty = "none", detail = true}
// kind = {}
// nature = {}
// sectors = {}
// stage = {}
// since = {}
// until = {}
// document = {}
// certainty = {among = ["certain", "presumed", "possible"], help = "whether it certainly counts, is presumed to, or only possibly does on the day asked, else in the whole history; blank for what has passed", empty = "none"}
// holder_answer = {type = "certainty", among = ["certain", "possible"], words = {"start unknown" = "آغاز رابطه نامعلوم", "term undated" = "تاریخ دوره نامعلوم", "none recorded" = "ثبت نشده"}, help = "whether those named held a post there when the tie began", caption = "Then in office", caption_fa = "قطعیت صاحب سمت"}
// holders = {type = "ids", help = "ids of who held a post there when it began; else of who may have; else of those whose term has no dates", caption_fa = "شناسهٔ صاحب سمت", named_by = "holder_names", empty = "none"}
// holder_names = {type = "texts", help = "their names", caption = "Post-holder", caption_fa = "صاحب سمت", empty = "none"}
// holder_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "صاحب سمت (به فارسی)", empty = "none"}
// posts = {caption = "Post"}
// posts_fa = {}
// sources = {help = "ids of the sources of the tie and of the posts"}
// ///
MATCH (place:Counterpart)<-[t:TIED_TO]-(home)
WHERE ($counterpart IS NULL OR place.id = $counterpart)
  AND ($country IS NULL OR EXISTS { MATCH (place)-[:REPRESENTS]->(seat)-[:IN*0..5]->(:Country {id: $country}) })
  AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.contact_until, true)))
// A visit that has passed shows contact for some months, and holds no more.
WITH *, CASE WHEN $as_of IS NULL THEN CASE WHEN t.preparing THEN 1 ELSE 3 END
             WHEN NOT (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)) THEN 0
             WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
             WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                  AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
CALL {
    WITH place, t
    MATCH (place)<-[post:HOLDS]-(holder)
    WHERE t.since IS NOT NULL AND t.since <> '..' AND coalesce(post.counts_from <= t.since_latest, true) AND coalesce(t.since_earliest < post.counts_until, true)
    WITH place, holder, post, CASE WHEN coalesce(post.certain_from <= t.since_earliest, false) AND coalesce(t.since_latest < post.certain_until, true) THEN 3
                                   WHEN post.since IS NULL AND (post.until IS NULL OR coalesce(t.since_latest < post.certain_from, true)) THEN 1 ELSE 2 END AS sure
    ORDER BY post.counts_from IS NOT NULL, post.counts_from, holder.id, post.id
    RETURN max(sure) AS faced, collect({id: holder.id, name: holder.name, name_fa: coalesce(holder.name_fa, holder.name), post: coalesce(post.post, ''),
                                        post_fa: coalesce(place.name_fa, post.post), sure: sure, sources: coalesce(post.sources, [])}) AS all_held
}
WITH place, t, home, province, proved, faced, [one IN all_held WHERE one.sure = faced] AS held
RETURN place.id AS counterpart, place.name AS counterpart_name, place.name_fa AS counterpart_name_fa, t.id AS tie, province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       CASE WHEN home:City THEN 'municipal' WHEN home:Body THEN home.kind END AS through, t.kind AS kind, t.nature AS nature, t.sectors AS sectors, t.stage AS stage, t.since AS since, t.until AS until,
       t.document AS document, CASE WHEN proved > 0 THEN ['possible', 'presumed', 'certain'][proved - 1] END AS certainty,
       CASE WHEN t.since IS NULL OR t.since = '..' THEN 'start unknown' WHEN faced IS NULL THEN 'none recorded'
            ELSE ['term undated', 'possible', 'certain'][faced - 1] END AS holder_answer,
       [one IN held | one.id] AS holders, [one IN held | one.name] AS holder_names, [one IN held | one.name_fa] AS holder_names_fa,
       reduce(once = [], one IN held | CASE WHEN one.post IN once THEN once ELSE once + one.post END) AS posts,
       reduce(once = [], one IN held | CASE WHEN one.post_fa IN once THEN once ELSE once + one.post_fa END) AS posts_fa,
       reduce(once = coalesce(t.sources, []), source IN reduce(all_of = [], one IN held | all_of + one.sources) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY counterpart, t.since_earliest IS NOT NULL, t.since_earliest, province, tie
