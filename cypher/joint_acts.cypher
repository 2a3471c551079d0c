// /// report
// caption = "Joint acts"
// caption_fa = "اقدام‌های مشترک"
// description = "Acts on which ties of two or more provinces rest: who stands there together, with whom, in what. Toward each other these ties are no rivalry."
// description_fa = "اقدام‌هایی که روابط دو استان یا بیشتر بر آن‌ها استوار است: چه استان‌هایی با هم، با چه طرف‌هایی و در چه حوزه‌هایی. این روابط میان خود این استان‌ها رقابت نیست."
// nothing = "No act that several provinces share is recorded for what was asked."
// nothing_fa = "سند مشترکی میان چند استان برای آنچه پرسیده شد ثبت نشده است."
// kind = "report"
// key = ["document"]
//
// [parameters]
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// document = {help = "number of the act", empty = "unknown"}
// provinces = {type = "ids", help = "ids of the provinces that stand there together", caption_fa = "شناسهٔ استان‌ها", named_by = "province_names"}
// province_names = {type = "texts", help = "their names", caption = "Provinces", caption_fa = "استان‌ها"}
// province_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "استان‌ها (به فارسی)"}
// targets = {type = "ids", help = "ids of the partners", caption_fa = "شناسهٔ طرف‌های خارجی", named_by = "target_names"}
// target_names = {type = "texts", help = "their names", caption = "Partners", caption_fa = "طرف‌های خارجی"}
// target_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "طرف‌های خارجی (به فارسی)"}
// nature = {words = {commitment = "سند و رابطهٔ پایدار", event = "دیدار و رویداد", both = "هر دو"}, help = "whether commitments or events rest on it"}
// sectors = {help = "sectors that any of its ties names"}
// first_day = {type = "day", help = "first day on which it may have been", caption = "Earliest day", caption_fa = "زودترین تاریخ"}
// last_day = {type = "day", help = "last day on which it may have been", caption = "Latest day", caption_fa = "دیرترین تاریخ"}
// certainty = {among = ["certain", "presumed", "possible"], help = "whether a tie that rests on it certainly counts, is presumed to, or only possibly does: on the day asked, else in the whole history"}
// ties = {}
// sources = {}
// ///
MATCH (province:Province)<-[:IN*0..1]-(home)-[t:TIED_TO]->(place)
WHERE t.document IS NOT NULL AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
WITH province, t, place, country,
     CASE WHEN $as_of IS NULL THEN CASE WHEN t.preparing THEN 1 ELSE 3 END
          WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
          WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
               AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
ORDER BY province.id, place.id, t.id
WITH t.document AS document, collect(DISTINCT province) AS provinces, collect(DISTINCT place) AS places, collect(t) AS rows,
     collect(DISTINCT country.id) AS countries, max(proved) AS proved,
     min(CASE WHEN t.since <> '..' THEN t.since_earliest END) AS first_day,
     max(CASE WHEN t.since <> '..' THEN t.since_latest END) AS last_day
WHERE size(provinces) > 1 AND ($province IS NULL OR any(one IN provinces WHERE one.id = $province))
  AND ($country IS NULL OR $country IN countries)
WITH *, [tie IN rows | tie.nature] AS natures
RETURN document, [one IN provinces | one.id] AS provinces, [one IN provinces | one.name] AS province_names,
       [one IN provinces | coalesce(one.name_fa, one.name)] AS province_names_fa,
       [one IN places | one.id] AS targets, [one IN places | one.name] AS target_names,
       [one IN places | coalesce(one.name_fa, one.name)] AS target_names_fa,
       CASE WHEN NOT 'event' IN natures THEN 'commitment' WHEN NOT 'commitment' IN natures THEN 'event' ELSE 'both' END AS nature,
       reduce(once = [], sector IN reduce(all_of = [], tie IN rows | all_of + coalesce(tie.sectors, [])) |
              CASE WHEN sector IN once THEN once ELSE once + sector END) AS sectors,
       first_day, last_day, ['possible', 'presumed', 'certain'][proved - 1] AS certainty,
       reduce(once = [], tie IN [tie IN rows | tie.id] | CASE WHEN tie IN once THEN once ELSE once + tie END) AS ties,
       reduce(once = [], source IN reduce(all_of = [], tie IN rows | all_of + coalesce(tie.sources, [])) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY first_day, document
