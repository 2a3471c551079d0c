// /// report
// caption = "Missions and ties"
// caption_fa = "پوشش نمایندگی‌ها"
// description = "Each country with a mission in either direction or a tie: where there is a mission and no tie is recorded, and where there are ties and no mission. Whether a mission is open is said only as far as its record goes; that there is none, only where a source lists them whole; a country that is asked for is answered for in any case."
// description_fa = "هر کشوری که نمایندگی در یکی از دو سو یا رابطه‌ای دارد: کجا نمایندگی هست و رابطه‌ای ثبت نشده، و کجا رابطه هست و نمایندگی ثبت نشده است. دایر بودن نمایندگی فقط تا جایی گفته می‌شود که سابقهٔ آن نشان می‌دهد و نبودِ آن فقط جایی که منبعی مدعی فهرست کامل است؛ دربارهٔ کشوری که پرسیده شود در هر حال پاسخ داده می‌شود."
// nothing = "No mission is recorded for what was asked; whether there is one cannot be told."
// nothing_fa = "نمایندگی‌ای برای آنچه پرسیده شد ثبت نشده است؛ بودن یا نبودنِ آن را نمی‌توان گفت."
// kind = "report"
// key = ["country"]
// tally = "answer"
//
// [parameters]
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
// answer = {type = "word", words = {covered = "رابطه و نمایندگی", "perhaps covered" = "رابطه و شاید نمایندگی", "mission without recorded tie" = "نمایندگی، بدون رابطهٔ ثبت‌شده", "perhaps mission without recorded tie" = "شاید نمایندگی، بدون رابطهٔ ثبت‌شده", "tie without mission" = "رابطه، بدون نمایندگی", "closed without recorded tie" = "نمایندگی تعطیل، بدون رابطهٔ ثبت‌شده", "nothing recorded" = "چیزی ثبت نشده"}, help = "only rows with this answer", help_fa = "فقط سطرهایی با این پاسخ"}
//
// [columns]
// country = {}
// answer = {type = "word", words = {covered = "رابطه و نمایندگی", "perhaps covered" = "رابطه و شاید نمایندگی", "mission without recorded tie" = "نمایندگی، بدون رابطهٔ ثبت‌شده", "perhaps mission without recorded tie" = "شاید نمایندگی، بدون رابطهٔ ثبت‌شده", "tie without mission" = "رابطه، بدون نمایندگی", "closed without recorded tie" = "نمایندگی تعطیل، بدون رابطهٔ ثبت‌شده", "nothing recorded" = "چیزی ثبت نشده"}, help = "what there is; perhaps: no record says that a mission is open", caption = "Finding", caption_fa = "نتیجه"}
// tie_answer = {type = "absence", words = {tied = "رابطه دارد"}, help = "whether there are ties; where none is recorded, whether a source lists them whole", caption = "Ties", caption_fa = "وضعیت روابط", detail = true}
// home_mission = {type = "absence", words = {open = "دایر", suspended = "تعلیق‌شده", closed = "تعطیل", unknown = "نامعلوم"}, help = "missions of the home country there: open if any is; where none is recorded, whether a source lists them whole", caption = "Our mission there", caption_fa = "نمایندگی ما در آن کشور"}
// their_mission = {type = "absence", words = {open = "دایر", suspended = "تعلیق‌شده", closed = "تعطیل", unknown = "نامعلوم"}, help = "missions of that country at home, likewise", caption = "Their mission here", caption_fa = "نمایندگی آن کشور"}
// status_on = {type = "day", help = "newest day of that knowledge", caption = "Known on", caption_fa = "تاریخ آگاهی"}
// missions = {type = "ids", help = "ids of all these missions", caption = "Missions", caption_fa = "نمایندگی‌ها", empty = "none"}
// tie_count = {help = "number of ties with it that count", caption = "Number of ties"}
// certain = {type = "whole", help = "number of those that count certainly", caption = "Certain", caption_fa = "روابط قطعی", detail = true}
// provinces = {type = "whole", help = "number of provinces that have them", caption_fa = "تعداد استان‌ها"}
// ties = {help = "ids of the ties", empty = "none"}
// beside = {type = "ids", help = "ids of what is no tie in force: what passes, and what is not in force yet", caption = "Beside, not in force", caption_fa = "دیدارها و موارد در دست اقدام", empty = "none", detail = true}
// note = {type = "text", help = "where it cannot be told whether there is a mission: what the longest list of missions says of itself", caption = "Note of the list", caption_fa = "توضیح فهرست نمایندگی‌ها", empty = "none", detail = true}
// note_fa = {type = "text", help = "the same in Persian, else in English", caption_fa = "توضیح فهرست نمایندگی‌ها (به فارسی)", empty = "none", detail = true}
// sources = {help = "ids of the sources of missions and ties, and of the lists on which an answer rests"}
// ///
// Each tie leads up to its country once: down from each country would be to walk through the graph as often.
CALL {
    MATCH (home)-[t:TIED_TO]->(place)
    WHERE $as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.contact_until, true))
    MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(there:Country)
    WHERE NOT seat:Mission AND ($country IS NULL OR there.id = $country)
    OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
    // What passes, and what is not in force yet, is no tie: it stands beside.
    WITH DISTINCT there.id AS country, t.id AS tie, coalesce(t.sources, []) AS sources, province.id AS province,
         t.nature = 'commitment' AND NOT t.preparing AS present,
         $as_of IS NULL OR (coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true)) AS proved
    ORDER BY tie
    WITH country, collect(CASE WHEN present THEN tie END) AS ties,
         collect(DISTINCT CASE WHEN present THEN sources END) AS said_of_ties,
         collect(DISTINCT CASE WHEN NOT present THEN sources END) AS said_of_others,
         count(DISTINCT CASE WHEN present THEN province END) AS provinces,
         sum(CASE WHEN present AND proved THEN 1 ELSE 0 END) AS certain,
         collect(CASE WHEN NOT present THEN tie END) AS others
    RETURN {countries: collect({country: country, ties: ties, provinces: provinces, certain: certain, others: others,
                                said: said_of_ties + said_of_others})} AS tied
}
MATCH (own:Country {home: true})
MATCH (country:Country)
WHERE country.id <> own.id AND ($country IS NULL OR country.id = $country)
CALL {
    WITH own, country
    MATCH (sender:Country)
    WHERE sender.id IN [own.id, country.id]
    MATCH (sender)<-[:SENT_BY]-(mission:Mission)
    WITH own, sender, mission, CASE WHEN sender.id = own.id THEN country ELSE own END AS host
    WHERE ($as_of IS NULL OR mission.opened_earliest IS NULL OR mission.opened_earliest <= $as_of)
      AND (EXISTS { MATCH (mission)-[:IN*1..6]->(host) }
           OR EXISTS { MATCH (mission)-[a:ACCREDITED_TO|COVERS]->(host)
                       WHERE $as_of IS NULL OR (coalesce(a.counts_from <= $as_of, true) AND coalesce($as_of < a.counts_until, true)) })
    // What is known of the day: that it had closed; its record, if that is not newer; that it had opened.
    WITH own, sender, mission, CASE WHEN $as_of IS NULL THEN coalesce(mission.status, 'unknown')
                                    WHEN mission.closed_latest <= $as_of THEN 'closed'
                                    WHEN coalesce(mission.status, 'unknown') <> 'unknown'
                                         AND (mission.status_on IS NULL OR mission.status_on <= $as_of) THEN mission.status
                                    WHEN mission.opened_latest <= $as_of AND coalesce($as_of < mission.closed_earliest, true) THEN 'open'
                                    ELSE 'unknown' END AS status
    ORDER BY sender.id <> own.id, mission.id
    RETURN collect({id: mission.id, ours: sender.id = own.id, status: status, sources: coalesce(mission.sources, [])}) AS missions,
           max(mission.status_on) AS status_on
}
WITH *, [one IN tied.countries WHERE one.country = country.id][0] AS there
WITH *, coalesce(there.said, []) AS said, coalesce(there.ties, []) AS ties, coalesce(there.others, []) AS others, coalesce(there.provinces, 0) AS provinces,
     coalesce(there.certain, 0) AS certain
CALL {
    WITH said
    UNWIND said AS each
    UNWIND each AS source
    RETURN collect(DISTINCT source) AS tie_sources
}
CALL {
    WITH own, country
    MATCH (source:Source)
    WHERE source.covers IS NOT NULL AND ($as_of IS NULL OR (source.tells_from <= $as_of AND $as_of < source.tells_until))
    WITH source, ['', ':' + own.id, ':' + country.id] AS places ORDER BY source.id
    RETURN collect(CASE WHEN any(place IN places WHERE 'TIED_TO' + place IN source.covers) THEN source.id END) AS tie_lists,
           collect(CASE WHEN any(place IN places WHERE 'Mission' + place IN source.covers) THEN source.id END) AS mission_lists
}
CALL {
    MATCH (any_mission:Mission)
    UNWIND coalesce(any_mission.sources, []) AS said_by
    WITH said_by, count(*) AS said ORDER BY said DESC, said_by LIMIT 1
    OPTIONAL MATCH (source:Source {id: said_by})
    RETURN collect(said_by) AS longest_lists, collect(source.note) AS longest_notes, collect(coalesce(source.note_fa, source.note)) AS longest_notes_fa
}
WITH *, CASE size(mission_lists) WHEN 0 THEN 'cannot tell' ELSE 'none recorded' END AS absent,
     [mission IN missions WHERE mission.ours | mission.status] AS ours, [mission IN missions WHERE NOT mission.ours | mission.status] AS theirs
// Of several the most that any is: open, perhaps open, suspended, closed.
WITH *, coalesce([status IN ['open', 'unknown', 'suspended', 'closed'] WHERE status IN ours][0], absent) AS home_mission,
     coalesce([status IN ['open', 'unknown', 'suspended', 'closed'] WHERE status IN theirs][0], absent) AS their_mission
WITH *, 'open' IN [home_mission, their_mission] AS is_open,
     any(known IN [home_mission, their_mission] WHERE known IN ['unknown', 'cannot tell']) AS may_be_open,
     'cannot tell' IN [home_mission, their_mission] AS untold
WHERE size(missions) + size(ties) + size(others) > 0 OR $country IS NOT NULL
WITH *, CASE WHEN size(ties) > 0 AND is_open THEN 'covered' WHEN size(ties) > 0 AND may_be_open THEN 'perhaps covered'
             WHEN size(ties) > 0 THEN 'tie without mission' WHEN is_open THEN 'mission without recorded tie'
             WHEN size(missions) = 0 THEN 'nothing recorded'
             WHEN may_be_open THEN 'perhaps mission without recorded tie' ELSE 'closed without recorded tie' END AS answer,
     CASE WHEN size(ties) > 0 THEN 'tied' WHEN size(tie_lists) > 0 THEN 'none recorded' ELSE 'cannot tell' END AS told,
     reduce(said = [], mission IN missions | said + mission.sources) + tie_sources
     + CASE WHEN untold THEN longest_lists WHEN 'none recorded' IN [home_mission, their_mission] THEN mission_lists ELSE [] END
     + CASE size(ties) WHEN 0 THEN tie_lists ELSE [] END AS named
WHERE $answer IS NULL OR answer = $answer
RETURN country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa, answer,
       told AS tie_answer, home_mission, their_mission,
       status_on,
       [mission IN missions | mission.id] AS missions, size(ties) AS tie_count, certain, provinces,
       ties, others AS beside, CASE WHEN untold THEN longest_notes[0] END AS note,
       CASE WHEN untold THEN longest_notes_fa[0] END AS note_fa,
       reduce(once = [], source IN named | CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY answer, country
