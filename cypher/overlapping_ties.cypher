// /// report
// caption = "Overlapping ties of two provinces"
// caption_fa = "هم‌پوشانی روابط دو استان"
// description = "Pairs of provinces that deal with the same foreign targets at a level: how many of all that either deals with, which, and by which ties."
// description_fa = "جفت استان‌هایی که در یک سطح با طرف‌های خارجی یکسان کار می‌کنند: چند مورد از همهٔ طرف‌های این دو، کدام‌ها و با کدام روابط."
// nothing = "No two ties of one kind between the same two overlap in time, as far as dates are recorded."
// nothing_fa = "تا آنجا که تاریخ‌ها ثبت شده است، دو رابطهٔ هم‌نوع میان همان دو طرف هم‌زمان نیست."
// kind = "report"
// key = ["province", "other_province"]
//
// [picture]
// kind = "bars"
// caption = "Shared partners of two provinces"
// caption_fa = "تعداد طرف‌های مشترک دو استان"
// of = ["province_name", "other_province_name"]
// by = "shared"
//
// [parameters]
// level = {type = "level", default = "country", help = "level at which targets are compared", help_fa = "سطحی که طرف‌های خارجی در آن مقایسه می‌شوند"}
// min_shared = {type = "whole", default = 2, least = 1, help = "fewest targets that both must deal with", help_fa = "کمترین تعداد طرف‌های مشترک"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// sector = {type = "TIED_TO.sectors", help = "only ties in this sector; those of unknown sector count as possible", help_fa = "فقط روابط این حوزه؛ رابطه‌ای که حوزه‌اش نامعلوم است احتمالی شمرده می‌شود"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// limit = {default = 20000, help = "pairs are sought at the targets of the fewest provinces first, as long as no more than so many meet there; pairs that meet only at others are left out, and a row without provinces names these targets", help_fa = "جفت‌ها نخست در طرف‌هایی جست‌وجو می‌شوند که کمترین استان را دارند، تا آن‌جا که بیش از این شمار جفت به هم نرسد؛ جفت‌هایی که فقط در طرف‌های دیگر به هم می‌رسند نمی‌آیند و یک سطر بدون استان آن طرف‌ها را نام می‌برد"}
// kinds = {}
// nature = {}
//
// [columns]
// province = {help = "id of the first province; blank in the row that names the targets at which no pairs were sought", caption_fa = "استان نخست", empty = "none"}
// other_province = {empty = "none"}
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
WHERE ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.contact_until, true)))
  AND ($sector IS NULL OR t.sectors IS NULL OR $sector IN t.sectors)
  AND ($kinds IS NULL OR coalesce(t.kind, 'other') IN $kinds) AND ($nature <> 'events' OR t.nature = 'event')
  AND NOT t.preparing AND ($nature <> 'commitments' OR t.nature = 'commitment')
MATCH (home)-[:IN*0..1]->(province:Province)
// A tie to a mission counts for the country that sends it; a region within a region, for the outer one.
MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
WHERE NOT seat:Mission
  AND (($level = 'counterpart' AND target:Counterpart) OR ($level = 'city' AND target:City)
       OR ($level = 'region' AND target:Region AND NOT EXISTS { MATCH (target)-[:IN]->(:Region) })
       OR ($level = 'country' AND target:Country))
WITH target, province.id AS province,
     collect({id: t.id, city: home:City, sources: coalesce(t.sources, [])}) AS ties,
     max(CASE WHEN $sector IS NOT NULL AND t.sectors IS NULL THEN 1 WHEN $as_of IS NULL THEN 3
              WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
              WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                   AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END) AS proved
WITH target, count(*) AS holders, max(CASE WHEN province = $province THEN 1 ELSE 0 END) AS asked,
     collect({province: province, ties: ties, proved: proved}) AS cells
WHERE $country IS NULL OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(:Country {id: $country}) }
// Where pairs meet: targets of the fewest pairs first, all those up to so many each that together they keep the limit.
WITH target, holders, cells, CASE WHEN $province IS NULL THEN holders * (holders - 1) / 2 ELSE asked * (holders - 1) END AS pairs
WITH pairs, pairs * count(*) AS taken, collect({target: target, holders: holders, cells: cells}) AS some
WITH collect({pairs: pairs, taken: taken, some: some}) AS sizes
WITH sizes, [one IN sizes | {pairs: one.pairs, taken: one.taken}] AS steps
WITH sizes, reduce(most = 0, one IN steps | CASE WHEN one.pairs > most AND reduce(sum = 0, other IN steps |
            sum + CASE WHEN other.pairs <= one.pairs THEN other.taken ELSE 0 END) <= $limit THEN one.pairs ELSE most END) AS most
UNWIND sizes AS size_of
UNWIND size_of.some AS one
WITH one.target AS target, one.holders AS holders, one.cells AS cells, size_of.pairs > 0 AND size_of.pairs <= most AS opened, size_of.pairs > most AS crowded
// What each province has. At an opened target it meets all after it, or if one was asked for, that one all others.
// A row of no province holds what is crowded. Lists lie in maps, for kglite 0.21 copies a list for each row that it stands in.
WITH target, holders, {cells: cells} AS held, opened, {there: CASE WHEN opened THEN [cell IN cells | cell.province] ELSE [] END} AS met,
     CASE WHEN crowded THEN [{ties: []}] ELSE [] END AS beside
UNWIND held.cells + beside AS cell
WITH cell.province AS province, opened OR cell.province IS NULL AS told,
     {target: target.id, name: target.name, name_fa: coalesce(target.name_fa, target.name), holders: holders, ties: cell.ties, proved: cell.proved} AS cell,
     CASE WHEN NOT opened THEN [] WHEN $province IS NULL THEN [other IN met.there WHERE other > cell.province]
          WHEN cell.province = $province THEN [other IN met.there WHERE other <> $province] ELSE [] END AS others
ORDER BY cell.holders, cell.name, cell.target
WITH province, {cells: collect(cell)} AS held, {there: collect({others: others})} AS met, max(CASE WHEN told THEN 1 ELSE 0 END) AS told
WHERE told = 1
CALL {
    WITH met
    UNWIND met.there AS place
    UNWIND place.others AS other
    RETURN {others: collect(DISTINCT other)} AS partners
}
// Each pair once, with what the one has, put to what the other has.
UNWIND partners.others + [province] AS other
WITH other, collect({province: province, held: held}) AS ones
WITH other, {ones: ones} AS found, head([one IN ones WHERE one.province = other | one.held]) AS own
WITH other, found, own, [cell IN own.cells | cell.target] AS targets
UNWIND found.ones AS one
WITH other, one, own, targets WHERE other IS NULL OR one.province <> other
WITH one.province AS first, other AS second, one.held.cells AS cells, own.cells AS other_cells,
     [cell IN one.held.cells WHERE other IS NULL OR cell.target IN targets] AS mine
WITH *, [cell IN mine | cell.target] AS targets
WITH *, [cell IN other_cells WHERE cell.target IN targets] AS theirs
WHERE second IS NULL OR size(mine) >= $min_shared
WITH *, [place IN range(0, coalesce(size(theirs), 0) - 1) | [mine[place].proved, theirs[place].proved]] AS proofs
CALL {
    WITH mine, theirs
    UNWIND mine + coalesce(theirs, []) AS cell
    UNWIND cell.ties AS tie
    WITH tie ORDER BY tie.id
    RETURN collect(tie.id) AS ties, collect(tie.sources) AS said, sum(CASE WHEN tie.city THEN 1 ELSE 0 END) AS municipal
}
OPTIONAL MATCH (province:Province {id: CASE WHEN first > second THEN second ELSE first END})
OPTIONAL MATCH (other_province:Province {id: CASE WHEN first > second THEN first ELSE second END})
WITH *, CASE WHEN second IS NOT NULL THEN size(mine) END AS shared, size(cells) + size(other_cells) - size(mine) AS either,
     CASE WHEN size(cells) < size(other_cells) THEN size(cells) ELSE size(other_cells) END AS smaller,
     CASE WHEN second IS NOT NULL THEN reduce(sum = 0.0, cell IN mine | sum + 1.0 / log(cell.holders)) END AS rarity
RETURN province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       other_province.id AS other_province, other_province.name AS other_province_name,
       other_province.name_fa AS other_province_name_fa,
       shared, either, rarity, 1.0 * shared / either AS jaccard, 1.0 * shared / smaller AS smaller_share,
       size([proof IN proofs WHERE proof = [3, 3]]) AS certain, size([proof IN proofs WHERE proof IN [[2, 2], [2, 3], [3, 2]]]) AS presumed,
       targets, [cell IN mine | cell.name] AS target_names, [cell IN mine | cell.name_fa] AS target_names_fa,
       municipal, ties,
       reduce(once = [], source IN reduce(all_of = [], part IN said | all_of + part) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY CASE WHEN province IS NULL THEN 0 WHEN shared < 2 THEN 2 ELSE 1 END, round(rarity * 1000000000) DESC, jaccard DESC, province, other_province
