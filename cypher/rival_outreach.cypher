// /// report
// caption = "Provinces that court one partner"
// caption_fa = "رقابت استان‌ها بر سر یک طرف خارجی"
// description = "Each two provinces that deal with one target: rivals (same sector, same time), complementary (other sectors), or successive (other times), certainly or possibly, and by which ties."
// description_fa = "هر دو استانی که با یک طرف خارجی کار می‌کنند: رقیب (همان حوزه و همان زمان)، مکمل (حوزه‌های دیگر) یا غیرهم‌زمان (زمان‌های دیگر)، قطعی یا احتمالی، و با کدام روابط."
// nothing = "No two provinces are recorded to court one partner for the same thing at the same time there."
// nothing_fa = "ثبت نشده است که دو استان در آنجا هم‌زمان و در یک حوزه به یک طرف روی آورده باشند."
// kind = "report"
// key = ["target", "province", "other_province"]
// tally = "verdict"
//
// [picture]
// kind = "map"
// caption = "Certain and presumed rivalries by province"
// caption_fa = "رقابت‌های قطعی و با فرض تداوم به تفکیک استان"
// of = ["province", "other_province"]
// rows = {verdict = ["certain", "presumed"]}
//
// [parameters]
// level = {type = "level", default = "country", help = "level at which targets are compared", help_fa = "سطحی که طرف‌های خارجی در آن مقایسه می‌شوند"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// sector = {type = "TIED_TO.sectors", help = "only ties in this sector; those of unknown sector count as possible", help_fa = "فقط روابط این حوزه؛ رابطه‌ای که حوزه‌اش نامعلوم است احتمالی شمرده می‌شود"}
// province = {type = "Province", help = "only pairs with this province", help_fa = "فقط جفت‌های این استان"}
// limit = {default = 20000, help = "open targets into their pairs, those of the fewest first, up to so many pairs; any other stands in one row that names no pair", help_fa = "طرف‌های خارجی تا این شمار جفت به جفت استان‌ها باز می‌شوند، نخست آن‌هایی که جفت کمتری دارند؛ هر طرف دیگر در یک سطر و بدون نام جفت می‌آید"}
// kinds = {}
// nature = {}
//
// [columns]
// target = {help = "id of the foreign place or counterpart"}
// provinces = {type = "ids", help = "ids of all provinces that deal with the target", caption = "All provinces there", caption_fa = "همهٔ استان‌ها", detail = true}
// pairs = {type = "whole", help = "number of pairs asked for there: each has its row, or this row stands for them all", caption = "Pairs there", caption_fa = "شمار جفت‌ها", detail = true}
// province = {help = "id of the first province; blank where the row stands for all pairs there, for they are more than the limit allows", caption_fa = "استان نخست", empty = "none"}
// other_province = {empty = "none"}
// verdict = {type = "verdict", help = "what the two are to each other by their ties that are or were in force", caption_fa = "ارزیابی"}
// preparing = {type = "verdict", help = "the same where one of the two ties is not in force yet", caption = "With ties in preparation", caption_fa = "ارزیابی با احتساب موارد در دست اقدام", blank = ["none"], detail = true}
// time = {type = "certainty", words = {none = "غیرهم‌زمان"}, help = "whether ties of the two were in force at once", caption = "At the same time", caption_fa = "هم‌زمانی", detail = true}
// sectors = {help = "sectors that ties in force of both name", caption = "Sectors of both", caption_fa = "حوزه‌های مشترک", empty = "none"}
// sectors_unknown = {type = "whole", help = "number of their ties that name no sector", caption = "Ties without a sector", caption_fa = "روابط بدون حوزه", detail = true}
// municipal = {type = "whole", help = "number of their ties made by cities", caption = "Ties of cities", caption_fa = "روابط در سطح شهرداری", detail = true}
// ties = {help = "ids of all ties of the two with the target"}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.contact_until, true)))
  AND ($sector IS NULL OR t.sectors IS NULL OR $sector IN t.sectors)
  AND ($kinds IS NULL OR coalesce(t.kind, 'other') IN $kinds) AND ($nature <> 'events' OR t.nature = 'event')
MATCH (home)-[:IN*0..1]->(province:Province)
// A tie to a mission counts for the country that sends it; a region within a region, for the outer one.
MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(target)
WHERE NOT seat:Mission
  AND (($level = 'counterpart' AND target:Counterpart) OR ($level = 'city' AND target:City)
       OR ($level = 'region' AND target:Region AND NOT EXISTS { MATCH (target)-[:IN]->(:Region) })
       OR ($level = 'country' AND target:Country))
WITH target, {province: province.id, tie: t.id, act: CASE WHEN t.parties IS NOT NULL THEN t.document END, parties: coalesce(t.parties, []), sectors: t.sectors, city: home:City,
              present: NOT t.preparing AND ($nature <> 'commitments' OR t.nature = 'commitment'),
              proved: CASE WHEN $sector IS NOT NULL AND t.sectors IS NULL THEN 1 WHEN $as_of IS NULL THEN 3
                           WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
                           WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                                AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END,
              event: t.nature = 'event', preparing: t.preparing, sources: coalesce(t.sources, []),
              named: size(coalesce(t.sectors, [])) > 0,
              certain_from: CASE WHEN $as_of IS NULL THEN t.certain_from END,
              certain_until: CASE WHEN $as_of IS NULL THEN t.certain_until END,
              since_earliest: CASE WHEN $as_of IS NULL THEN t.since_earliest END,
              until_latest: CASE WHEN $as_of IS NULL THEN t.until_latest END} AS row
WITH target, collect(row) AS rows,
     count(DISTINCT row.province) AS width, sum(CASE WHEN row.present THEN 1 ELSE 0 END) AS tie_count,
     sum(CASE WHEN row.present OR row.preparing THEN 1 ELSE 0 END) AS weighty,
     max(CASE WHEN $province IS NULL OR row.province = $province THEN 1 ELSE 0 END) AS asked
WHERE width > 1 AND weighty > 0 AND asked = 1
  AND ($country IS NULL OR EXISTS { MATCH (target)-[:IN|REPRESENTS*0..6]->(:Country {id: $country}) })
WITH target, {rows: rows} AS held, tie_count, CASE WHEN $province IS NULL THEN width * (width - 1) / 2 ELSE width - 1 END AS pair_count
// Targets of the fewest pairs are opened first: all those up to so many pairs each that together they keep the limit.
WITH pair_count, count(*) * pair_count AS taken, collect({target: target, held: held, tie_count: tie_count}) AS some
WITH collect({pairs: pair_count, taken: taken, some: some}) AS sizes
WITH sizes, [one IN sizes | {pairs: one.pairs, taken: one.taken}] AS steps
WITH sizes, reduce(most = 0, one IN steps | CASE WHEN one.pairs > most AND reduce(sum = 0, other IN steps |
            sum + CASE WHEN other.pairs <= one.pairs THEN other.taken ELSE 0 END) <= $limit THEN one.pairs ELSE most END) AS most
UNWIND sizes AS size_of
UNWIND size_of.some AS one
WITH one.target AS target, one.held AS held, one.tie_count AS tie_count, size_of.pairs AS pair_count, size_of.pairs <= most AS opened
CALL {
    WITH held, opened
    UNWIND held.rows AS row
    // What a province has there: its ties, and once for each sector and act what verdicts rest on.
    WITH row, opened, CASE WHEN row.event OR row.sectors IS NULL OR NOT opened THEN [null] WHEN $sector IS NULL THEN row.sectors ELSE [$sector] END AS sectors
    UNWIND sectors AS sector
    WITH row, opened, sector, sectors[0] IS NULL OR sectors[0] = sector AS first
    ORDER BY row.province, row.tie
    WITH row.province AS province, max(CASE WHEN row.present THEN 1 ELSE 0 END) AS present,
         collect(CASE WHEN first AND opened THEN {tie: row.tie, sources: row.sources, city: row.city, event: row.event, named: row.named} END) AS ties,
         collect(DISTINCT CASE WHEN opened THEN {sector: sector, act: row.act, parties: row.parties, event: row.event, preparing: row.preparing,
                           proved: CASE WHEN $as_of IS NULL THEN 0 ELSE row.proved END,
                           certain_from: row.certain_from, certain_until: row.certain_until,
                           since_earliest: row.since_earliest, until_latest: row.until_latest} END) AS acts
    ORDER BY province // a server hands on what it put together in whatever order its plan makes
    RETURN collect(CASE WHEN present = 1 THEN province END) AS provinces,
           {there: collect({province: province, ties: ties, acts: acts})} AS found
}
// Every pair comes from one list: in one long pattern no relationship may stand twice, and pairs would be lost.
UNWIND CASE WHEN NOT opened THEN [{ties: held.rows}] WHEN $province IS NULL THEN found.there
            ELSE [one IN found.there WHERE one.province = $province] END AS one
UNWIND CASE WHEN opened THEN found.there ELSE [null] END AS other
WITH target, tie_count, pair_count, opened, {provinces: provinces} AS told, one, other
WHERE NOT opened OR one.province < other.province OR (one.province > other.province AND $province IS NOT NULL)
WITH target, tie_count, pair_count, opened, told, CASE WHEN one.province > other.province THEN other ELSE one END AS has,
     CASE WHEN one.province > other.province THEN one ELSE other END AS other_has
CALL {
    WITH has, other_has
    UNWIND has.acts AS one
    UNWIND other_has.acts AS other
    WITH one, other, one.preparing OR other.preparing AS ahead,
         other_has.province IN one.parties OR has.province IN other.parties AS shared,
         one.sector IS NULL OR other.sector IS NULL OR (one.sector = 'other' AND other.sector = 'other') AS unknown,
         one.sector IS NOT NULL AND other.sector IS NOT NULL AND one.sector = other.sector AS common,
         CASE WHEN $as_of IS NOT NULL THEN CASE WHEN one.proved < other.proved THEN one.proved ELSE other.proved END
              WHEN coalesce(one.certain_from < other.certain_until, one.certain_from IS NOT NULL)
                   AND coalesce(other.certain_from < one.certain_until, other.certain_from IS NOT NULL) THEN 3
              WHEN coalesce(one.since_earliest < other.until_latest, true) AND coalesce(other.since_earliest < one.until_latest, true) THEN 1
              ELSE 0 END AS together
    WITH ahead, common AND NOT unknown AND NOT one.event AND NOT other.event AS meets, one.sector AS sector,
         CASE WHEN one.event OR other.event OR shared THEN 0 ELSE together END AS together,
         CASE WHEN one.event AND other.event THEN 0
              WHEN one.event OR other.event THEN 1
              WHEN one.act IS NOT NULL AND other.act IS NOT NULL AND one.act = other.act THEN 2
              WHEN shared THEN 0
              WHEN together = 0 AND unknown THEN 3
              WHEN together = 0 THEN CASE WHEN common THEN 4 ELSE 0 END
              WHEN NOT unknown AND NOT common THEN CASE together WHEN 3 THEN 6 ELSE 5 END
              WHEN unknown THEN 7 ELSE together + 6 END AS strength
    ORDER BY sector
    RETURN max(CASE WHEN ahead THEN 0 ELSE strength END) AS strength, max(CASE WHEN ahead THEN strength ELSE 0 END) AS coming,
           max(CASE WHEN ahead THEN 0 ELSE together END) AS together,
           collect(DISTINCT CASE WHEN meets AND NOT ahead THEN sector END) AS sectors
}
WITH target, tie_count, pair_count, opened, told, max(strength) AS strongest, max(coming) AS strongest_coming,
     collect({has: has, other_has: other_has, strength: strength, coming: coming, together: together, sectors: sectors}) AS pairs
UNWIND pairs AS pair
OPTIONAL MATCH (province:Province {id: pair.has.province})
OPTIONAL MATCH (other_province:Province {id: pair.other_has.province})
WITH *, CASE WHEN opened THEN pair.has.ties + pair.other_has.ties ELSE pair.has.ties END AS theirs,
     ['none', 'in contact', 'joint', 'possibly successive', 'successive', 'possibly complementary',
      'complementary', 'possible', 'presumed', 'certain'] AS ladder
RETURN target.id AS target, target.name AS target_name, target.name_fa AS target_name_fa, told.provinces AS provinces, pair_count AS pairs,
       province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       other_province.id AS other_province, other_province.name AS other_province_name,
       other_province.name_fa AS other_province_name_fa,
       ladder[pair.strength] AS verdict, ladder[pair.coming] AS preparing,
       ['none', 'possible', 'presumed', 'certain'][pair.together] AS time,
       pair.sectors AS sectors, size([tie IN theirs WHERE NOT tie.named AND NOT tie.event]) AS sectors_unknown,
       size([tie IN theirs WHERE tie.city]) AS municipal, [tie IN theirs | tie.tie] AS ties,
       reduce(once = [], source IN reduce(said = [], tie IN CASE WHEN opened THEN theirs ELSE [] END | said + tie.sources) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY CASE WHEN opened THEN 1 ELSE 0 END, strongest DESC, strongest_coming DESC, size(told.provinces) DESC, tie_count DESC, target,
         pair.strength DESC, pair.coming DESC, province, other_province
