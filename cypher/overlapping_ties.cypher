// /// report
// caption = "Overlapping ties of two provinces"
// caption_fa = "هم‌پوشانی روابط دو استان"
// description = "Pairs of provinces that deal with the same foreign targets at a level: how many of all that either deals with, which, and by which ties."
// description_fa = "جفت استان‌هایی که در یک سطح با طرف‌های خارجی یکسان کار می‌کنند: چند مورد از همهٔ طرف‌های این دو، کدام‌ها و با کدام روابط."
// kind = "report"
// key = ["province", "other_province"]
//
// [parameters]
// level = {type = "level", default = "country", help = "level at which targets are compared", help_fa = "سطحی که طرف‌های خارجی در آن مقایسه می‌شوند"}
// min_shared = {type = "whole", default = 2, least = 1, help = "fewest targets that both must deal with", help_fa = "کمترین تعداد طرف‌های مشترک"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// sector = {type = "TIED_TO.sectors", help = "only ties in this sector; those of unknown sector count as possible", help_fa = "فقط روابط این حوزه؛ رابطه‌ای که حوزه‌اش نامعلوم است احتمالی شمرده می‌شود"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// kinds = {}
// nature = {}
//
// [columns]
// province = {help = "id of the first province", caption_fa = "استان نخست"}
// other_province = {}
// shared = {type = "whole", help = "number of targets that both deal with", caption = "Shared", caption_fa = "تعداد مشترک"}
// either = {type = "whole", help = "number of targets that either deals with", caption = "Of all", caption_fa = "از کل"}
// rarity = {type = "number", help = "the order: sum of 1 / ln(number of provinces that have the target) over the shared targets", caption_fa = "کمیابی", detail = true}
// jaccard = {type = "share", help = "shared / either", caption = "Share of all", caption_fa = "نسبت مشترک به کل", detail = true}
// smaller_share = {type = "share", help = "shared / the targets of the province that has fewer", caption = "Share of the smaller", caption_fa = "سهم از روابط استان کوچک‌تر", detail = true}
// certain = {type = "whole", help = "number of targets certainly shared", caption = "Certain", caption_fa = "مشترک قطعی", detail = true}
// presumed = {type = "whole", help = "number of targets shared by presumption only", caption = "Presumed", caption_fa = "مشترک با فرض تداوم", detail = true}
// targets = {type = "ids", help = "ids of the shared targets", caption_fa = "شناسهٔ طرف‌های مشترک", named_by = "target_names"}
// target_names = {type = "texts", help = "their names", caption = "Shared partners", caption_fa = "طرف‌های مشترک"}
// target_names_fa = {type = "texts", help = "their names in Persian, else in English", caption_fa = "طرف‌های مشترک (به فارسی)"}
// municipal = {type = "whole", help = "number of the ties made by cities", caption = "Ties of cities", caption_fa = "روابط در سطح شهرداری", detail = true}
// ties = {}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (t.counts_from <= $as_of AND $as_of < t.contact_until AND $as_of < t.ended_by))
  AND ($sector IS NULL OR t.sectors IS NULL OR $sector IN t.sectors)
  AND ($kinds IS NULL OR coalesce(t.kind, 'other') IN $kinds) AND ($nature <> 'events' OR t.nature = 'event')
  AND NOT t.preparing AND ($nature <> 'commitments' OR t.nature = 'commitment')
WITH *, CASE WHEN $sector IS NOT NULL AND t.sectors IS NULL THEN 1 WHEN $as_of IS NULL THEN 3
              WHEN t.certain_from <= $as_of AND $as_of < t.certain_until THEN 3
              WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                   AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
MATCH (province:Province)<-[:IN*0..1]-(home)
// A tie to a mission counts for the country that sends it; a region within a region, for the outer one.
MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
WHERE NOT seat:Mission
  AND (($level = 'counterpart' AND target:Counterpart) OR ($level = 'city' AND target:City)
       OR ($level = 'region' AND target:Region AND NOT EXISTS { MATCH (target)-[:IN]->(:Region) })
       OR ($level = 'country' AND target:Country))
WITH *
WHERE $country IS NULL OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(:Country {id: $country}) }
WITH province, target, t, home, proved ORDER BY t.id
WITH province, target, collect({id: t.id, city: home:City, sources: coalesce(t.sources, [])}) AS ties,
     max(proved) AS proved
WITH province, collect({target: target, ties: ties, proved: proved}) AS cells
UNWIND cells AS cell
WITH cell.target AS target,
     collect({province: province, size: size(cells), ties: cell.ties, proved: cell.proved}) AS there
// Every pair comes from one list: in one long pattern no relationship may stand twice, and pairs would be lost.
UNWIND there AS one
UNWIND there AS other
WITH target, size(there) AS holders, one, other, one.province AS province, other.province AS other_province
WHERE province.id < other_province.id AND ($province IS NULL OR $province IN [province.id, other_province.id])
WITH * ORDER BY holders, target.name, target.id
WITH province, other_province, one.size AS size, other.size AS other_size, count(*) AS shared, sum(1.0 / log(holders)) AS rarity,
     sum(CASE WHEN one.proved = 3 AND other.proved = 3 THEN 1 ELSE 0 END) AS certain,
     sum(CASE WHEN one.proved > 1 AND other.proved > 1 AND one.proved + other.proved < 6 THEN 1 ELSE 0 END) AS presumed, collect(target.id) AS targets, collect(target.name) AS target_names,
     collect(coalesce(target.name_fa, target.name)) AS target_names_fa, collect(one.ties + other.ties) AS groups
WHERE shared >= $min_shared
WITH *, size + other_size - shared AS either, CASE WHEN size < other_size THEN size ELSE other_size END AS smaller,
     reduce(behind = [], part IN groups | behind + part) AS behind
CALL {
    WITH behind
    UNWIND behind AS tie
    WITH tie ORDER BY tie.id
    RETURN collect(tie.id) AS ties, collect(tie.sources) AS said, sum(CASE WHEN tie.city THEN 1 ELSE 0 END) AS municipal
}
RETURN province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       other_province.id AS other_province, other_province.name AS other_province_name,
       other_province.name_fa AS other_province_name_fa,
       shared, either, rarity, 1.0 * shared / either AS jaccard, 1.0 * shared / smaller AS smaller_share,
       certain, presumed, targets, target_names, target_names_fa, municipal, ties,
       reduce(once = [], source IN reduce(all_of = [], part IN said | all_of + part) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY CASE WHEN shared < 2 THEN 1 ELSE 0 END, round(rarity * 1000000000) DESC, jaccard DESC, province, other_province
