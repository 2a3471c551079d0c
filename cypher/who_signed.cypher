// /// report
// caption = "Who signed"
// caption_fa = "امضاکنندگان"
// description = "For each tie of a province: who governed it when the tie began, and who then held a post at the counterpart or mission it is with; certain, possible, or not recorded. A tie of a city or body was not made by the governor and is left out."
// description_fa = "برای هر رابطهٔ استان: چه کسی هنگام آغاز آن استاندار بود و چه کسی نزد همتا یا نمایندگی سمت داشت؛ قطعی، احتمالی یا ثبت‌نشده. رابطهٔ شهر یا نهاد را استاندار برقرار نکرده است و در اینجا نمی‌آید."
// nothing = "No tie with a recorded beginning falls into a recorded term there: who governed then cannot be told."
// nothing_fa = "هیچ رابطه‌ای با آغازِ ثبت‌شده در دورهٔ ثبت‌شده‌ای نمی‌گنجد؛ نمی‌توان گفت در آن زمان چه کسی استاندار بوده است."
// kind = "report"
// key = ["tie"]
//
// [parameters]
// tie = {type = "id", help = "only this tie", help_fa = "فقط این رابطه"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// tie = {}
// province = {}
// target = {}
// country = {detail = true}
// kind = {}
// sectors = {detail = true}
// since = {}
// governor_answer = {type = "certainty", among = ["certain", "possible"], words = {"start unknown" = "آغاز رابطه نامعلوم", "term undated" = "تاریخ دوره نامعلوم", "none recorded" = "ثبت نشده"}, help = "whether those named governed when the tie began", caption = "Governor is", caption_fa = "قطعیت استاندار", detail = true}
// governors = {type = "ids", help = "ids of who governed then; else of who may have; else of those whose term has no dates", caption_fa = "شناسهٔ استاندار", named_by = "governor_names", empty = "none"}
// governor_names = {type = "texts", help = "their names", caption = "Governor", caption_fa = "استاندار"}
// governor_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "استاندار (به فارسی)"}
// holder_answer = {type = "certainty", among = ["certain", "possible"], words = {"start unknown" = "آغاز رابطه نامعلوم", "term undated" = "تاریخ دوره نامعلوم", "none recorded" = "ثبت نشده", "no counterpart" = "همتای معینی ندارد"}, help = "whether those named held a post there when the tie began", caption = "Counterpart is", caption_fa = "قطعیت همتا", detail = true}
// holders = {type = "ids", help = "ids of who held a post there then; else of who may have; else of those whose term has no dates", caption_fa = "شناسهٔ صاحب سمت", named_by = "holder_names", empty = "none"}
// holder_names = {type = "texts", help = "their names", caption = "Post-holder abroad", caption_fa = "صاحب سمت (همتا)", empty = "none"}
// holder_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "صاحب سمت (به فارسی)", empty = "none"}
// posts = {caption = "Post abroad", caption_fa = "سمت همتا", detail = true}
// posts_fa = {detail = true}
// sources = {help = "ids of the sources of the tie, the terms and the posts"}
// ///
MATCH (place)<-[t:TIED_TO]-(province:Province)
WHERE ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
  AND ($tie IS NULL OR t.id = $tie) AND ($province IS NULL OR province.id = $province)
  AND ($country IS NULL OR EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(:Country {id: $country}) WHERE NOT seat:Mission })
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
CALL {
    WITH province, t
    MATCH (province)<-[term:GOVERNS]-(governor:Governor)
    WHERE t.since IS NOT NULL AND t.since <> '..' AND coalesce(term.counts_from <= t.since_latest, true) AND coalesce(t.since_earliest < term.counts_until, true)
    WITH governor, term, CASE WHEN coalesce(term.certain_from <= t.since_earliest, false) AND coalesce(t.since_latest < term.certain_until, true) THEN 3
                              WHEN term.since IS NULL AND (term.until IS NULL OR coalesce(t.since_latest < term.certain_from, true)) THEN 1 ELSE 2 END AS sure
    ORDER BY term.counts_from IS NOT NULL, term.counts_from, term.id
    WITH max(sure) AS governed, collect({id: governor.id, name: governor.name, name_fa: coalesce(governor.name_fa, governor.name),
                                         sure: sure, sources: coalesce(term.sources, [])}) AS terms
    RETURN governed, [one IN terms WHERE one.sure = governed] AS terms
}
CALL {
    WITH place, t
    MATCH (place)<-[post:HOLDS]-(holder)
    WHERE t.since IS NOT NULL AND t.since <> '..' AND coalesce(post.counts_from <= t.since_latest, true) AND coalesce(t.since_earliest < post.counts_until, true)
    WITH place, holder, post, CASE WHEN coalesce(post.certain_from <= t.since_earliest, false) AND coalesce(t.since_latest < post.certain_until, true) THEN 3
                                   WHEN post.since IS NULL AND (post.until IS NULL OR coalesce(t.since_latest < post.certain_from, true)) THEN 1 ELSE 2 END AS sure
    ORDER BY post.counts_from IS NOT NULL, post.counts_from, holder.id, post.id
    WITH max(sure) AS faced, collect({id: holder.id, name: holder.name, name_fa: coalesce(holder.name_fa, holder.name), post: coalesce(post.post, ''),
                                      post_fa: CASE WHEN place:Counterpart THEN coalesce(place.name_fa, post.post) ELSE coalesce(post.post, '') END,
                                      sure: sure, sources: coalesce(post.sources, [])}) AS held
    RETURN faced, [one IN held WHERE one.sure = faced] AS held
}
RETURN t.id AS tie, province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       t.kind AS kind, t.sectors AS sectors, t.since AS since,
       CASE WHEN t.since IS NULL OR t.since = '..' THEN 'start unknown' WHEN governed IS NULL THEN 'none recorded'
            ELSE ['term undated', 'possible', 'certain'][governed - 1] END AS governor_answer,
       [one IN terms | one.id] AS governors, [one IN terms | one.name] AS governor_names, [one IN terms | one.name_fa] AS governor_names_fa,
       CASE WHEN NOT (place:Counterpart OR place:Mission) THEN 'no counterpart' WHEN t.since IS NULL OR t.since = '..' THEN 'start unknown'
            WHEN faced IS NULL THEN 'none recorded' ELSE ['term undated', 'possible', 'certain'][faced - 1] END AS holder_answer,
       [one IN held | one.id] AS holders, [one IN held | one.name] AS holder_names, [one IN held | one.name_fa] AS holder_names_fa,
       reduce(once = [], one IN held | CASE WHEN one.post IN once THEN once ELSE once + one.post END) AS posts,
       reduce(once = [], one IN held | CASE WHEN one.post_fa IN once THEN once ELSE once + one.post_fa END) AS posts_fa,
       reduce(once = coalesce(t.sources, []), source IN reduce(all_of = [], one IN terms + held | all_of + one.sources) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY province, t.since_earliest IS NOT NULL, t.since_earliest, tie
