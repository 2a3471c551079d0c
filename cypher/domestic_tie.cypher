// /// report
// caption = "Ties that do not lead abroad"
// caption_fa = "روابطی که طرف خارجی ندارند"
// description = "A tie whose target lies in the home country, or that starts abroad."
// description_fa = "رابطه‌ای که طرف آن در کشور مبناست، یا از خارج آغاز می‌شود."
// kind = "check"
// severity = "error"
// key = ["tie"]
//
// [columns]
// tie = {}
// home = {help = "id of the province or city that made the tie"}
// target = {help = "id of the foreign place or counterpart"}
// kind = {}
// problem = {words = {"target at home" = "طرف آن در کشور مبناست", "start abroad" = "از خارج آغاز می‌شود"}}
// sources = {}
// ///
// The ends of the few are asked for afterwards: carried along with each tie they would fill the memory.
MATCH (own:Country {home: true})
MATCH (home)-[t:TIED_TO]->(place)
WITH t, place:Province OR EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(own) WHERE NOT seat:Mission } AS at_home,
     home:Region OR home:Country OR EXISTS { MATCH (home)-[:IN*1..5]->(abroad:Country) WHERE abroad.id <> own.id } AS from_abroad
WHERE at_home OR from_abroad
WITH t, at_home, startNode(t) AS home, endNode(t) AS place
RETURN t.id AS tie,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, CASE WHEN at_home THEN 'target at home' ELSE 'start abroad' END AS problem,
       t.sources AS sources
ORDER BY tie
