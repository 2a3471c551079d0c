// /// report
// caption = "Sheet of an office abroad"
// caption_fa = "برگهٔ یک همتای خارجی"
// description = "Everything that provinces have with an office abroad: who deals with it, since when, in what, by what act, and who held a post there when it began."
// description_fa = "همهٔ آنچه استان‌ها با همتای خارجی دارند: کدام استان، از چه تاریخ، در چه حوزه‌ای، با چه سندی، و هنگام آغاز آن چه کسی نزد همتا سمت داشت."
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
// certainty = {among = ["certain", "possible"]}
// holders = {type = "ids", help = "ids of those who held a post there when it began, or may have", caption_fa = "شناسهٔ صاحب سمت", named_by = "holder_names", empty = "none"}
// holder_names = {type = "texts", help = "their names", caption = "Post-holder", caption_fa = "صاحب سمت", empty = "none"}
// holder_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "صاحب سمت (به فارسی)", empty = "none"}
// posts = {caption = "Post"}
// posts_fa = {}
// sources = {help = "ids of the sources of the tie and of the posts"}
// ///
MATCH (place:Counterpart)<-[t:TIED_TO]-(home)
WHERE ($counterpart IS NULL OR place.id = $counterpart)
  AND ($country IS NULL OR EXISTS { MATCH (place)-[:REPRESENTS]->(seat)-[:IN*0..5]->(:Country {id: $country}) })
  AND ($as_of IS NULL OR (t.counts_from <= $as_of AND $as_of < t.counts_until AND $as_of < t.ended_by))
WITH *, CASE WHEN $as_of IS NULL THEN NOT t.preparing ELSE t.certain_from <= $as_of AND $as_of < t.certain_until END AS proved
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
CALL {
    WITH place, t
    MATCH (place)<-[post:HOLDS]-(holder)
    WHERE t.since IS NOT NULL AND t.since <> '..' AND post.counts_from <= t.since_latest AND t.since_earliest < post.counts_until
    WITH holder, post, post.certain_from <= t.since_earliest AND t.since_latest < post.certain_until AS sure
    ORDER BY post.counts_from, holder.id, post.id
    WITH collect({person: holder, sure: sure, post: coalesce(post.post, ''), sources: coalesce(post.sources, [])}) AS all_posts
    RETURN CASE WHEN any(one IN all_posts WHERE one.sure) THEN [one IN all_posts WHERE one.sure] ELSE all_posts END AS held
}
RETURN place.id AS counterpart, place.name AS counterpart_name, place.name_fa AS counterpart_name_fa, t.id AS tie, province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       CASE WHEN home:City THEN 'municipal' WHEN home:Body THEN home.kind END AS through, t.kind AS kind, t.nature AS nature, t.sectors AS sectors, t.stage AS stage, t.since AS since, t.until AS until,
       t.document AS document, CASE WHEN proved THEN 'certain' ELSE 'possible' END AS certainty,
       [one IN held | one.person.id] AS holders, [one IN held | one.person.name] AS holder_names,
       [one IN held | coalesce(one.person.name_fa, one.person.name)] AS holder_names_fa, [one IN held | one.post] AS posts,
       [one IN held | coalesce(place.name_fa, one.post)] AS posts_fa,
       reduce(once = coalesce(t.sources, []), source IN reduce(all_of = [], one IN held | all_of + one.sources) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY counterpart, t.since_earliest, province, tie
