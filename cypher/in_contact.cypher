// /// report
// caption = "In contact without a commitment"
// caption_fa = "در ارتباط، بدون سند"
// description = "Provinces that met, visited or contacted a partner in the last months and have no commitment there: where the committee can still act. A commitment that is only prepared is named beside."
// description_fa = "استان‌هایی که در ماه‌های اخیر با طرفی دیدار، سفر یا ارتباط داشته‌اند و سند یا رابطهٔ پایداری با آن ندارند: جایی که کمیته هنوز می‌تواند اقدام کند. سند در دست اقدام در کنار آن می‌آید."
// nothing = "No province is recorded to have met, visited or contacted such a partner in that time without a document or a lasting tie there. A meeting that no source tells of cannot be excluded."
// nothing_fa = "برای هیچ استانی ثبت نشده است که در این مدت با چنین طرفی دیدار، سفر یا تماس داشته و سند یا رابطهٔ پایداری با آن نداشته باشد. دیداری که منبعی از آن خبر نداده باشد منتفی نیست."
// kind = "report"
// key = ["province", "target"]
//
// [picture]
// kind = "map"
// caption = "Contacts without a commitment by province"
// caption_fa = "ارتباط‌های بدون سند به تفکیک استان"
// of = ["province"]
// by = "event_count"
//
// [parameters]
// level = {type = "level", default = "country", help = "level at which partners are compared", help_fa = "سطحی که طرف‌های خارجی در آن مقایسه می‌شوند"}
// months = {type = "whole", default = 12, least = 1, most = 1200, help = "how many months before the day asked count", help_fa = "چند ماه پیش از تاریخ موردنظر به شمار می‌آید"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// region = {type = "Region", only_with = {level = "region"}, help = "only this region abroad, or what lies in it, at the level of regions", help_fa = "فقط این استان خارجی یا آنچه در آن است، در سطح استان خارجی"}
//
// [columns]
// province = {}
// target = {}
// event_count = {type = "whole", help = "number of events in that time", caption = "Meetings", caption_fa = "تعداد دیدارها"}
// kinds = {type = "TIED_TO.kind", help = "what they were", caption = "What they were", caption_fa = "نوع دیدارها"}
// first_day = {type = "day", help = "first day on which one of them may have been", caption = "Earliest day", caption_fa = "زودترین تاریخ"}
// last_day = {type = "day", help = "last day on which one of them may have been", caption = "Latest day", caption_fa = "دیرترین تاریخ"}
// certainty = {among = ["certain", "possible"], help = "whether one of them was certainly in that time"}
// preparing = {type = "ids", help = "ids of commitments there that are not in force yet", caption = "Being prepared", caption_fa = "روابط در دست اقدام", empty = "none"}
// ties = {help = "ids of the events", caption = "Records", caption_fa = "سوابق"}
// sources = {}
// ///
MATCH (province:Province)<-[:IN*0..1]-(home)-[t:TIED_TO]->(place)
WHERE t.nature = 'event' AND t.since IS NOT NULL AND t.since <> '..' AND ($province IS NULL OR province.id = $province)
  AND ($as_of IS NULL OR (t.since_earliest <= $as_of AND t.since_latest > $as_of - duration({months: $months})))
// A tie to a mission counts for the country that sends it; a region within a region, for the outer one.
MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
WHERE NOT seat:Mission
  AND (($level = 'counterpart' AND target:Counterpart) OR ($level = 'city' AND target:City)
       OR ($level = 'region' AND target:Region AND NOT EXISTS { MATCH (target)-[:IN]->(:Region) })
       OR ($level = 'country' AND target:Country))
WITH *
WHERE ($country IS NULL OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(:Country {id: $country}) })
  AND ($region IS NULL OR EXISTS { MATCH (seat)-[:IN*0..5]->(:Region {id: $region}) })
WITH DISTINCT province, target, t,
     $as_of IS NULL OR (t.since_latest <= $as_of AND t.since_earliest > $as_of - duration({months: $months})) AS proved
ORDER BY t.since_earliest, t.id
WITH province, target, collect(t) AS events, max(CASE WHEN proved THEN 1 ELSE 0 END) AS proved
CALL {
    WITH province, target
    MATCH (province)<-[:IN*0..1]-(home)-[t:TIED_TO]->(place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
    WHERE NOT seat:Mission AND t.nature = 'commitment' AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
    WITH DISTINCT t ORDER BY t.id
    RETURN collect(CASE WHEN t.preparing THEN t.id END) AS preparing, sum(CASE WHEN t.preparing THEN 0 ELSE 1 END) AS committed
}
WITH * WHERE committed = 0
RETURN province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       target.id AS target, target.name AS target_name, target.name_fa AS target_name_fa, size(events) AS event_count,
       reduce(once = [], event IN events | CASE WHEN event.kind IN once THEN once ELSE once + event.kind END) AS kinds,
       reduce(least = events[0].since_earliest, event IN events | CASE WHEN event.since_earliest < least THEN event.since_earliest ELSE least END) AS first_day,
       reduce(most = events[0].since_latest, event IN events | CASE WHEN event.since_latest > most THEN event.since_latest ELSE most END) AS last_day,
       CASE proved WHEN 1 THEN 'certain' ELSE 'possible' END AS certainty, preparing, [event IN events | event.id] AS ties,
       reduce(once = [], source IN reduce(all_of = [], event IN events | all_of + coalesce(event.sources, [])) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY last_day DESC, province, target
