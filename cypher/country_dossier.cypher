// /// report
// caption = "Dossier of a country"
// caption_fa = "پروندهٔ یک کشور"
// description = "All that is recorded toward one country: ties of provinces and their cities, missions in both directions, borders and trade, each with its dates and sources; and of what nothing is recorded, whether a source claims to list such things whole."
// description_fa = "هرچه دربارهٔ یک کشور ثبت شده است: روابط استان‌ها و شهرها، نمایندگی‌ها در هر دو سو، مرزها و تجارت، هر یک با تاریخ و منبع؛ و اگر چیزی ثبت نشده باشد، این‌که منبعی مدعی فهرست کامل آن است یا نه."
// kind = "report"
// key = ["part", "record"]
// parts = "part"
//
// [picture]
// kind = "map"
// caption = "Ties by province"
// caption_fa = "تعداد روابط به تفکیک استان"
// of = ["province"]
// rows = {part = ["tie"]}
//
// [parameters]
// country = {type = "Country", required = true, help = "the country", help_fa = "کشور"}
//
// [columns]
// part = {type = "word", words = {tie = "رابطه", "mission of home" = "نمایندگی کشور مبنا", "mission at home" = "نمایندگی در کشور مبنا", border = "مرز", trade = "تجارت"}, help = "what the row is", caption_fa = "بخش"}
// answer = {type = "absence", words = {recorded = "ثبت شده"}, help = "whether it is recorded; where nothing is, whether a source lists such things whole", caption = "Record", caption_fa = "وضعیت ثبت", blank = ["recorded"]}
// record = {help = "id of the tie, mission, border or trade record; blank where none is recorded", caption_fa = "شناسهٔ سابقه", empty = "none"}
// start = {type = "node", help = "id of where it starts: province, city, or the sender of a mission", caption = "Home side", caption_fa = "طرف داخلی"}
// province = {type = "id", help = "id of the province a tie counts for", caption = "Province", caption_fa = "استان", empty = "none"}
// target = {help = "id of where it leads", caption = "Foreign side"}
// what = {type = "TIED_TO.kind|Mission.kind|TRADES_WITH.flow", help = "kind of tie or mission, or direction of trade", caption = "Kind", caption_fa = "نوع", empty = "none"}
// sectors = {help = "sectors of a tie; an empty list where the row is no tie", empty = "told"}
// standing = {type = "TIED_TO.stage|Mission.status", help = "stage of a tie, or whether a mission is open", caption = "Status", caption_fa = "وضعیت", empty = "none"}
// since = {help = "first day it holds, day of knowledge of a mission, or year or period of trade; empty text for a border, which has none", caption = "Since", empty = "told"}
// until = {help = "first day a tie no longer holds; .. while it is open; empty text where the row is no tie", caption = "Until", empty = "told"}
// certainty = {among = ["certain", "presumed", "possible"], help = "whether it certainly counts, is presumed to, or only possibly does on the day asked, else in the whole history", empty = "none"}
// amount = {type = "number", help = "kilometres of border, or percent of trade", caption_fa = "مقدار", empty = "none"}
// unit = {type = "word", words = {km = "کیلومتر", percent = "درصد"}, help = "what the amount counts; an amount left out beside a unit is unknown", caption_fa = "واحد", empty = "none"}
// sources = {help = "ids of the sources that say so, or that list such things whole", empty = "none"}
// ///
MATCH (country:Country {id: $country})
MATCH (own:Country {home: true})
CALL {
    WITH country
    MATCH (country)<-[:IN*0..5]-(seat)<-[:REPRESENTS|SENT_BY*0..1]-(place)<-[t:TIED_TO]-(home)
    WHERE NOT seat:Mission AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
    WITH *, CASE WHEN $as_of IS NULL THEN CASE WHEN t.preparing THEN 1 ELSE 3 END
                 WHEN coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true) THEN 3
                 WHEN $presume > 0 AND t.presumable AND t.certain_from <= $as_of
                      AND t.last_sign > $as_of - duration({years: $presume}) THEN 2 ELSE 1 END AS proved
    OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
    RETURN 'tie' AS part, 1 AS place_in_list, t.id AS record,
           home.id AS start, home.name AS start_name, home.name_fa AS start_name_fa, province.id AS province,
           place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
           t.kind AS what, t.sectors AS sectors, coalesce(t.stage, 'unknown') AS standing,
           t.since AS since, t.until AS until, ['possible', 'presumed', 'certain'][proved - 1] AS certainty,
           null AS amount, null AS unit, t.sources AS sources
    UNION ALL
    WITH country, own
    MATCH (mission:Mission)-[:SENT_BY]->(sender)
    WHERE sender.id IN [country.id, own.id]
    WITH mission, sender, CASE WHEN sender.id = own.id THEN country ELSE own END AS host
    WHERE ($as_of IS NULL OR mission.opened_earliest IS NULL OR mission.opened_earliest <= $as_of)
      AND (EXISTS { MATCH (mission)-[:IN*1..6]->(host) }
           OR EXISTS { MATCH (mission)-[a:ACCREDITED_TO|COVERS]->(host)
                       WHERE $as_of IS NULL OR (coalesce(a.counts_from <= $as_of, true) AND coalesce($as_of < a.counts_until, true)) })
    OPTIONAL MATCH (mission)-[:IN]->(seat:City)
    // What is known of the day: that it had closed; its record, if that is not newer; that it had opened.
    WITH mission, sender, host, seat,
         CASE WHEN $as_of IS NULL THEN coalesce(mission.status, 'unknown')
              WHEN mission.closed_latest <= $as_of THEN 'closed'
              WHEN coalesce(mission.status, 'unknown') <> 'unknown'
                   AND (mission.status_on IS NULL OR mission.status_on <= $as_of) THEN mission.status
              WHEN mission.opened_latest <= $as_of AND coalesce($as_of < mission.closed_earliest, true) THEN 'open'
              ELSE 'unknown' END AS status
    RETURN CASE WHEN host.home THEN 'mission at home' ELSE 'mission of home' END AS part,
           CASE WHEN host.home THEN 3 ELSE 2 END AS place_in_list, mission.id AS record,
           sender.id AS start, sender.name AS start_name, sender.name_fa AS start_name_fa, null AS province,
           coalesce(seat.id, host.id) AS target, coalesce(seat.name, host.name) AS target_name,
           CASE WHEN seat IS NULL THEN host.name_fa ELSE seat.name_fa END AS target_name_fa,
           mission.kind AS what, [] AS sectors,
           status AS standing,
           toString(mission.status_on) AS since, '' AS until,
           CASE status WHEN 'unknown' THEN 'possible' ELSE 'certain' END AS certainty,
           null AS amount, null AS unit, mission.sources AS sources
    UNION ALL
    WITH country
    MATCH (start)-[border:BORDERS]->(place)-[:IN*0..5]->(country)
    WHERE start:Province OR start.home
    RETURN 'border' AS part, 4 AS place_in_list, border.id AS record,
           start.id AS start, start.name AS start_name, start.name_fa AS start_name_fa,
           CASE WHEN start:Province THEN start.id END AS province,
           place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
           null AS what, [] AS sectors, null AS standing, '' AS since, '' AS until, 'certain' AS certainty,
           border.km AS amount, 'km' AS unit, border.sources AS sources
    UNION ALL
    WITH country, own
    MATCH (country)-[border:BORDERS]->(own)
    RETURN 'border' AS part, 4 AS place_in_list, border.id AS record,
           own.id AS start, own.name AS start_name, own.name_fa AS start_name_fa, null AS province,
           country.id AS target, country.name AS target_name, country.name_fa AS target_name_fa,
           null AS what, [] AS sectors, null AS standing, '' AS since, '' AS until, 'certain' AS certainty,
           border.km AS amount, 'km' AS unit, border.sources AS sources
    UNION ALL
    WITH country, own
    MATCH (start)-[trade:TRADES_WITH]->(place:Country)
    WHERE place.id = country.id OR (start.id = country.id AND place.id = own.id)
    RETURN 'trade' AS part, 5 AS place_in_list, trade.id AS record,
           start.id AS start, start.name AS start_name, start.name_fa AS start_name_fa,
           CASE WHEN start:Province THEN start.id END AS province,
           place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
           trade.flow AS what, [] AS sectors, null AS standing, coalesce(toString(trade.year), trade.period) AS since, '' AS until,
           'certain' AS certainty, trade.share AS amount,
           'percent' AS unit, trade.sources AS sources
    UNION ALL
    // What nothing is recorded of, and the sources that list such things whole.
    WITH country, own
    WITH country, own,
         EXISTS { MATCH (country)<-[:IN*0..5]-(seat)<-[:REPRESENTS|SENT_BY*0..1]-(place)<-[t:TIED_TO]-(home)
                  WHERE NOT seat:Mission AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true))) } AS tied,
         EXISTS { MATCH (start)-[:BORDERS]->(place)-[:IN*0..5]->(country) WHERE start:Province OR start.home }
         OR EXISTS { MATCH (country)-[:BORDERS]->(own) } AS bordering,
         EXISTS { MATCH (mission:Mission)-[:SENT_BY]->(own)
                  WHERE ($as_of IS NULL OR mission.opened_earliest IS NULL OR mission.opened_earliest <= $as_of)
                    AND (EXISTS { MATCH (mission)-[:IN*1..6]->(country) }
                         OR EXISTS { MATCH (mission)-[a:ACCREDITED_TO|COVERS]->(country)
                                     WHERE $as_of IS NULL OR (coalesce(a.counts_from <= $as_of, true) AND coalesce($as_of < a.counts_until, true)) }) } AS there,
         EXISTS { MATCH (mission:Mission)-[:SENT_BY]->(country)
                  WHERE ($as_of IS NULL OR mission.opened_earliest IS NULL OR mission.opened_earliest <= $as_of)
                    AND (EXISTS { MATCH (mission)-[:IN*1..6]->(own) }
                         OR EXISTS { MATCH (mission)-[a:ACCREDITED_TO|COVERS]->(own)
                                     WHERE $as_of IS NULL OR (coalesce(a.counts_from <= $as_of, true) AND coalesce($as_of < a.counts_until, true)) }) } AS here
    UNWIND [['tie', 'TIED_TO', 1, tied], ['mission of home', 'Mission', 2, there], ['mission at home', 'Mission', 3, here],
            ['border', 'BORDERS', 4, bordering]] AS thing
    WITH country, own, thing WHERE country.id <> own.id AND NOT thing[3]
    OPTIONAL MATCH (source:Source)
    WHERE source.covers IS NOT NULL AND ($as_of IS NULL OR (source.tells_from <= $as_of AND $as_of < source.tells_until))
      AND any(place IN ['', ':' + own.id, ':' + country.id] WHERE thing[1] + place IN source.covers)
    WITH country, own, thing, source ORDER BY source.id
    WITH country, own, thing, collect(source.id) AS lists
    RETURN thing[0] AS part, thing[2] AS place_in_list, null AS record,
           own.id AS start, own.name AS start_name, own.name_fa AS start_name_fa, null AS province,
           country.id AS target, country.name AS target_name, country.name_fa AS target_name_fa,
           null AS what, [] AS sectors, null AS standing,
           '' AS since, '' AS until, null AS certainty, null AS amount, null AS unit, lists AS sources
}
WITH *, CASE WHEN record IS NOT NULL THEN 'recorded' WHEN size(sources) = 0 THEN 'cannot tell' ELSE 'none recorded' END AS answer
RETURN part, answer, record, start, start_name, start_name_fa, province, target, target_name, target_name_fa, what, sectors,
       standing, since, until, certainty, amount, unit, sources
ORDER BY place_in_list, province, start, target, record
