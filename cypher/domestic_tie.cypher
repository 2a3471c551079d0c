// /// report
// caption = "Ties that do not lead abroad"
// caption_fa = "پیوندهای داخلی"
// description = "A tie whose target lies in the home country, or that starts abroad."
// description_fa = "پیوندی که طرف آن در کشور مبنا است، یا از خارج آغاز می‌شود."
// kind = "check"
// severity = "error"
// key = ["tie"]
//
// [columns]
// tie = {type = "id", help = "id of the tie", caption_fa = "شناسهٔ پیوند"}
// home = {type = "id", help = "id of the province or city that made the tie", caption_fa = "شناسهٔ طرف داخلی"}
// home_name = {type = "text", help = "its name", caption_fa = "طرف داخلی"}
// home_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف داخلی (به فارسی)", empty = "none"}
// target = {type = "id", help = "id of the foreign place or counterpart", caption_fa = "شناسهٔ طرف خارجی"}
// target_name = {type = "text", help = "its name", caption_fa = "طرف خارجی"}
// target_name_fa = {type = "text", help = "its name in Persian", caption_fa = "طرف خارجی (به فارسی)", empty = "none"}
// kind = {type = "TIED_TO.kind", help = "ground of the tie", caption_fa = "نوع پیوند"}
// problem = {type = "word", help = "what is wrong", caption_fa = "ایراد", words = {"target at home" = "طرفش در کشور مبنا است", "start abroad" = "از خارج آغاز می‌شود"}}
// sources = {type = "ids", help = "ids of the sources that say so", caption_fa = "منابع"}
// ///
MATCH (own:Country {home: true})
MATCH (home)-[t:TIED_TO]->(place)
WITH home, t, place, place:Province OR EXISTS { MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(own) WHERE NOT seat:Mission } AS at_home,
     home:Region OR home:Country OR EXISTS { MATCH (home)-[:IN*1..5]->(abroad:Country) WHERE abroad.id <> own.id } AS from_abroad
WHERE at_home OR from_abroad
RETURN t.id AS tie,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       t.kind AS kind, CASE WHEN at_home THEN 'target at home' ELSE 'start abroad' END AS problem,
       t.sources AS sources
ORDER BY tie
