// /// report
// caption = "Provinces that court one partner"
// caption_fa = "رقابت استان‌ها بر سر یک طرف خارجی"
// description = "Each two provinces that deal with one target: rivals (same sector, same time), complementary (other sectors), or successive (other times), certainly or possibly, and by which ties."
// description_fa = "هر دو استانی که با یک طرف خارجی کار می‌کنند: رقیب (همان حوزه و همان زمان)، مکمل (حوزه‌های دیگر) یا غیرهم‌زمان (زمان‌های دیگر)، قطعی یا احتمالی، و با کدام روابط."
// kind = "report"
// key = ["target", "province", "other_province"]
// tally = "verdict"
//
// [parameters]
// level = {type = "level", default = "country", help = "level at which targets are compared", help_fa = "سطحی که طرف‌های خارجی در آن مقایسه می‌شوند"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// sector = {type = "TIED_TO.sectors", help = "only ties in this sector; those of unknown sector count as possible", help_fa = "فقط روابط این حوزه؛ رابطه‌ای که حوزه‌اش نامعلوم است احتمالی شمرده می‌شود"}
// kinds = {}
// nature = {}
//
// [columns]
// target = {help = "id of the foreign place or counterpart"}
// provinces = {type = "ids", help = "ids of all provinces that deal with the target", caption = "All provinces there", caption_fa = "همهٔ استان‌ها", detail = true}
// province = {help = "id of the first province", caption_fa = "استان نخست"}
// other_province = {}
// verdict = {type = "verdict", help = "what the two are to each other by their ties that are or were in force", caption_fa = "ارزیابی"}
// preparing = {type = "verdict", help = "the same where one of the two ties is not in force yet", caption = "With ties in preparation", caption_fa = "ارزیابی با احتساب موارد در دست اقدام", blank = ["none"], detail = true}
// time = {type = "certainty", words = {none = "غیرهم‌زمان"}, help = "whether ties of the two were in force at once", caption = "At the same time", caption_fa = "هم‌زمانی", detail = true}
// sectors = {help = "sectors that ties in force of both name", caption = "Sectors of both", caption_fa = "حوزه‌های مشترک", empty = "none"}
// sectors_unknown = {type = "whole", help = "number of their ties that name no sector", caption = "Ties without a sector", caption_fa = "روابط بدون حوزه", detail = true}
// municipal = {type = "whole", help = "number of their ties made by cities", caption = "Ties of cities", caption_fa = "روابط در سطح شهرداری", detail = true}
// ties = {help = "ids of all ties of the two with the target"}
// sources = {}
// ///
// The last sign of life of each tie: its own, an event between the same two ends, another tie of its act.
MATCH (home)-[t:TIED_TO]->(place)
WITH home, place, collect(t) AS ties, max(CASE WHEN t.nature = 'event' AND NOT place:Country THEN t.last_sign END) AS met
UNWIND ties AS t
// Whose commitments rest on one act, toward whomever: these provinces stand there together.
OPTIONAL MATCH (home)-[:IN*0..1]->(party:Province)
WITH CASE WHEN t.document IS NULL THEN t.id ELSE 'act ' + t.document END AS act, max(t.last_sign) AS alive,
     collect({home: home, place: place, t: t, met: met}) AS ties,
     collect(DISTINCT CASE WHEN t.document IS NOT NULL AND t.nature = 'commitment' THEN party.id END) AS parties
UNWIND ties AS tie
WITH tie.home AS home, tie.place AS place, tie.t AS t, parties, CASE WHEN tie.met > alive THEN tie.met ELSE alive END AS alive
WHERE ($as_of IS NULL OR (t.counts_from <= $as_of AND $as_of < t.contact_until
         AND (NOT t.said_ended OR EXISTS { MATCH (s:Source) WHERE s.id IN t.sources AND s.tells_from > $as_of
              AND (s.tells_from < date('9999-12-31') OR t.attested IS NULL OR $as_of < t.until_earliest) })))
  AND ($sector IS NULL OR t.sectors IS NULL OR $sector IN t.sectors)
  AND ($kinds IS NULL OR coalesce(t.kind, 'other') IN $kinds) AND ($nature <> 'events' OR t.nature = 'event')
WITH *, CASE WHEN $sector IS NOT NULL AND t.sectors IS NULL THEN 1 WHEN $as_of IS NULL THEN 3
              WHEN t.certain_from <= $as_of AND $as_of < t.certain_until THEN 3
              WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                   AND alive > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
MATCH (province:Province)<-[:IN*0..1]-(home)
// A tie to a mission counts for the country that sends it; a region within a region, for the outer one.
MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
WHERE NOT seat:Mission
  AND (($level = 'counterpart' AND target:Counterpart) OR ($level = 'city' AND target:City)
       OR ($level = 'region' AND target:Region AND NOT EXISTS { MATCH (target)-[:IN]->(:Region) })
       OR ($level = 'country' AND target:Country))
WITH *
WHERE $country IS NULL OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(:Country {id: $country}) }
WITH target, t, province, parties,
     {city: home:City, proved: proved, event: t.nature = 'event', preparing: t.preparing,
      present: NOT t.preparing AND ($nature <> 'commitments' OR t.nature = 'commitment')} AS row,
     CASE WHEN size(parties) > 1 AND t.nature = 'commitment' THEN t.document END AS act
ORDER BY province.id, t.id
WITH *, CASE WHEN row.event OR t.sectors IS NULL THEN [null] WHEN $sector IS NULL THEN t.sectors ELSE [$sector] END AS sectors
// What a province has there: its ties, and once for each sector and act what verdicts rest on.
UNWIND sectors AS sector
WITH target, province, row, t, act, parties, sector, sectors[0] IS NULL OR sectors[0] = sector AS first
WITH target, province,
     collect(CASE WHEN first THEN {tie: t.id, sources: coalesce(t.sources, []), city: row.city, event: row.event, present: row.present,
                                   preparing: row.preparing, named: size(coalesce(t.sectors, [])) > 0} END) AS ties,
     collect(DISTINCT {sector: sector, act: act, parties: CASE WHEN act IS NULL THEN [] ELSE parties END, event: row.event, preparing: row.preparing,
                       proved: CASE WHEN $as_of IS NULL THEN 0 ELSE row.proved END,
                       certain_from: CASE WHEN $as_of IS NULL THEN t.certain_from END,
                       certain_until: CASE WHEN $as_of IS NULL THEN t.certain_until END,
                       since_earliest: CASE WHEN $as_of IS NULL THEN t.since_earliest END,
                       until_latest: CASE WHEN $as_of IS NULL THEN t.until_latest END}) AS acts
WITH target, province, {ties: ties, acts: acts, present: size([tie IN ties WHERE tie.present]),
                        preparing: any(tie IN ties WHERE tie.preparing)} AS has
WITH target, collect(CASE WHEN has.present > 0 THEN province.id END) AS provinces, sum(has.present) AS tie_count,
     sum(CASE WHEN has.preparing THEN 1 ELSE 0 END) AS preparing, collect({province: province, has: has}) AS there
WHERE size(there) > 1 AND (tie_count > 0 OR preparing > 0)
// Every pair comes from one list: in one long pattern no relationship may stand twice, and pairs would be lost.
UNWIND there AS one
UNWIND there AS other
WITH target, provinces, tie_count, one.province AS province, one.has AS has, other.province AS other_province, other.has AS other_has
WHERE province.id < other_province.id
CALL {
    WITH has, other_has, province, other_province
    UNWIND has.acts AS one
    UNWIND other_has.acts AS other
    WITH one, other, one.preparing OR other.preparing AS ahead,
         other_province.id IN one.parties OR province.id IN other.parties AS shared,
         one.sector IS NULL OR other.sector IS NULL OR (one.sector = 'other' AND other.sector = 'other') AS unknown,
         one.sector IS NOT NULL AND other.sector IS NOT NULL AND one.sector = other.sector AS common,
         CASE WHEN $as_of IS NOT NULL THEN CASE WHEN one.proved < other.proved THEN one.proved ELSE other.proved END
              WHEN one.certain_from < other.certain_until AND other.certain_from < one.certain_until THEN 3
              WHEN one.since_earliest < other.until_latest AND other.since_earliest < one.until_latest THEN 1
              ELSE 0 END AS together
    WITH ahead, CASE WHEN one.event OR other.event OR shared THEN 0 ELSE together END AS together,
         CASE WHEN one.event AND other.event THEN 0
              WHEN one.event OR other.event THEN 1
              WHEN one.act IS NOT NULL AND other.act IS NOT NULL AND one.act = other.act THEN 2
              WHEN shared THEN 0
              WHEN together = 0 AND unknown THEN 3
              WHEN together = 0 THEN CASE WHEN common THEN 4 ELSE 0 END
              WHEN NOT unknown AND NOT common THEN CASE together WHEN 3 THEN 6 ELSE 5 END
              WHEN unknown THEN 7 ELSE together + 6 END AS strength
    RETURN max(CASE WHEN ahead THEN 0 ELSE strength END) AS strength, max(CASE WHEN ahead THEN strength ELSE 0 END) AS coming,
           max(CASE WHEN ahead THEN 0 ELSE together END) AS together
}
CALL {
    WITH has, other_has
    UNWIND has.acts AS one
    WITH one.sector AS sector, one, other_has
    WHERE sector IS NOT NULL AND sector <> 'other' AND NOT one.preparing AND NOT one.event
      AND any(other IN other_has.acts WHERE NOT other.preparing AND NOT other.event AND other.sector = sector)
    WITH DISTINCT sector ORDER BY sector
    RETURN collect(sector) AS sectors
}
WITH target, provinces, tie_count, max(strength) AS strongest, max(coming) AS strongest_coming,
     collect({province: province, other_province: other_province, strength: strength, coming: coming, together: together,
              sectors: sectors, ties: has.ties, other_ties: other_has.ties}) AS pairs
UNWIND pairs AS pair
WITH *, pair.province AS province, pair.other_province AS other_province, pair.ties + pair.other_ties AS theirs,
     ['none', 'in contact', 'joint', 'possibly successive', 'successive', 'possibly complementary',
      'complementary', 'possible', 'presumed', 'certain'] AS ladder
RETURN target.id AS target, target.name AS target_name, target.name_fa AS target_name_fa, provinces,
       province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       other_province.id AS other_province, other_province.name AS other_province_name,
       other_province.name_fa AS other_province_name_fa,
       ladder[pair.strength] AS verdict, ladder[pair.coming] AS preparing,
       ['none', 'possible', 'presumed', 'certain'][pair.together] AS time,
       pair.sectors AS sectors, size([tie IN theirs WHERE NOT tie.named AND NOT tie.event]) AS sectors_unknown,
       size([tie IN theirs WHERE tie.city]) AS municipal, [tie IN theirs | tie.tie] AS ties,
       reduce(once = [], source IN reduce(all_of = [], tie IN theirs | all_of + tie.sources) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY strongest DESC, strongest_coming DESC, size(provinces) DESC, tie_count DESC, target,
         pair.strength DESC, pair.coming DESC, province, other_province
