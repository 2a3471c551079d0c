// /// report
// caption = "Who signed"
// caption_fa = "امضاکنندگان"
// description = "For each tie of a province: who governed it when the tie began, and who then held a post at the counterpart or mission it is with; certain, possible, or not recorded. A tie of a city or body was not made by the governor and is left out."
// description_fa = "برای هر رابطهٔ استان: چه کسی هنگام آغاز آن استاندار بود و چه کسی نزد همتا یا نمایندگی سمت داشت؛ قطعی، احتمالی یا ثبت‌نشده. رابطهٔ شهر یا نهاد را استاندار برقرار نکرده است و در اینجا نمی‌آید."
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
// governor_answer = {type = "certainty", among = ["certain", "possible"], words = {"start unknown" = "آغاز رابطه نامعلوم", "none recorded" = "ثبت نشده"}, help = "whether those named governed when the tie began", caption = "Governor is", caption_fa = "قطعیت استاندار", detail = true}
// governors = {type = "ids", help = "ids of who governed then, or may have", caption_fa = "شناسهٔ استاندار", named_by = "governor_names", empty = "none"}
// governor_names = {type = "texts", help = "their names", caption = "Governor", caption_fa = "استاندار", empty = "none"}
// governor_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "استاندار (به فارسی)", empty = "none"}
// holder_answer = {type = "certainty", among = ["certain", "possible"], words = {"start unknown" = "آغاز رابطه نامعلوم", "none recorded" = "ثبت نشده", "no counterpart" = "همتای معینی ندارد"}, help = "whether those named held a post there when the tie began", caption = "Counterpart is", caption_fa = "قطعیت همتا", detail = true}
// holders = {type = "ids", help = "ids of who held a post there then, or may have", caption_fa = "شناسهٔ صاحب سمت", named_by = "holder_names", empty = "none"}
// holder_names = {type = "texts", help = "their names", caption = "Post-holder abroad", caption_fa = "صاحب سمت (همتا)", empty = "none"}
// holder_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "صاحب سمت (به فارسی)", empty = "none"}
// posts = {caption = "Post abroad", caption_fa = "سمت همتا", detail = true}
// sources = {help = "ids of the sources of the tie, the terms and the posts"}
// ///
MATCH (province:Province)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (t.counts_from <= $as_of AND $as_of < t.counts_until
         AND (NOT t.said_ended OR EXISTS { MATCH (s:Source) WHERE s.id IN t.sources AND s.tells_from > $as_of
              AND (s.tells_from < date('9999-12-31') OR t.attested IS NULL OR $as_of < t.until_earliest) })))
  AND ($tie IS NULL OR t.id = $tie) AND ($province IS NULL OR province.id = $province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
WITH * WHERE $country IS NULL OR country.id = $country
WITH *, t.since IS NOT NULL AND t.since <> '..' AS dated
CALL {
    WITH province, t, dated
    MATCH (governor:Governor)-[term:GOVERNS]->(province)
    WHERE dated AND term.since_earliest <= t.since_latest AND t.since_earliest < term.until_latest
      // A province has one governor: no term reaches across a day on which another certainly governed.
      AND NOT EXISTS { MATCH (another:Governor)-[other:GOVERNS]->(province)
                       WHERE another.id <> governor.id
                         AND other.since_latest < other.until_earliest AND term.since_latest < term.until_earliest
                         AND ((other.until_earliest <= term.since_latest AND t.since_latest < other.until_earliest)
                              OR (term.until_earliest <= other.since_latest AND other.since_latest <= t.since_earliest)) }
    WITH governor, term, term.since_latest <= t.since_earliest AND t.since_latest < term.until_earliest AS sure
    ORDER BY term.since_earliest, term.id
    WITH collect({person: governor, sure: sure, sources: coalesce(term.sources, [])}) AS all_terms
    // A province has one governor: who certainly was, leaves no room for others.
    RETURN CASE WHEN any(one IN all_terms WHERE one.sure) THEN [one IN all_terms WHERE one.sure] ELSE all_terms END AS terms
}
CALL {
    WITH place, t, dated
    MATCH (holder)-[post:HOLDS]->(place)
    WHERE dated AND post.since_earliest <= t.since_latest AND t.since_earliest < post.until_latest
    WITH holder, post, post.since_latest <= t.since_earliest AND t.since_latest < post.until_earliest AS sure
    ORDER BY post.since_earliest, holder.id, post.id
    WITH collect({person: holder, sure: sure, post: coalesce(post.post, ''), sources: coalesce(post.sources, [])}) AS all_posts
    RETURN CASE WHEN any(one IN all_posts WHERE one.sure) THEN [one IN all_posts WHERE one.sure] ELSE all_posts END AS held
}
RETURN t.id AS tie, province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       t.kind AS kind, t.sectors AS sectors, t.since AS since,
       CASE WHEN NOT dated THEN 'start unknown' WHEN size(terms) = 0 THEN 'none recorded'
            WHEN any(one IN terms WHERE one.sure) THEN 'certain' ELSE 'possible' END AS governor_answer,
       [one IN terms | one.person.id] AS governors, [one IN terms | one.person.name] AS governor_names,
       [one IN terms | coalesce(one.person.name_fa, one.person.name)] AS governor_names_fa,
       CASE WHEN NOT (place:Counterpart OR place:Mission) THEN 'no counterpart' WHEN NOT dated THEN 'start unknown'
            WHEN size(held) = 0 THEN 'none recorded' WHEN any(one IN held WHERE one.sure) THEN 'certain' ELSE 'possible' END AS holder_answer,
       [one IN held | one.person.id] AS holders, [one IN held | one.person.name] AS holder_names,
       [one IN held | coalesce(one.person.name_fa, one.person.name)] AS holder_names_fa, [one IN held | one.post] AS posts,
       reduce(once = coalesce(t.sources, []), source IN reduce(all_of = [], one IN terms + held | all_of + one.sources) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY province, t.since_earliest, tie
