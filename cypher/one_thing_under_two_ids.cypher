// /// report
// caption = "One thing under two ids"
// caption_fa = "موارد احتمالاً تکراری"
// description = "Nodes of one label (persons together) in one country that share a name, matched as the names in files are: without case, accents, spaces, marks, Arabic forms of letters; of places and offices also without words for what they are (Gemeente Amsterdam), with one word for saints, in Latin letters. Perhaps one thing entered twice. Cities and regions in different provinces or regions are not the same, nor are units with codes of their own."
// description_fa = "گره‌هایی از یک نوع (اشخاص با هم) در یک کشور که نامی مشترک دارند؛ نام‌ها مانند نام‌های پرونده‌ها سنجیده می‌شوند: بی‌توجه به بزرگی حروف، اعراب، فاصله، نشانه‌ها و شکل عربی حروف؛ نام جاها و نهادها بدون واژه‌هایی چون «شهر» و «استان» نیز سنجیده می‌شود. احتمالاً یک مورد است که دو بار وارد شده است. شهرها و نواحی استان‌های گوناگون یکی نیستند، و نه واحدهایی که هر یک کدی از آن خود دارند."
// kind = "check"
// severity = "warning"
// key = ["first", "second"]
//
// [columns]
// label = {type = "text", help = "what they are", caption = "Kind", caption_fa = "نوع گره"}
// first = {type = "node", help = "id of the first", caption_fa = "نام نخست"}
// second = {type = "node", help = "id of the second", caption_fa = "نام دوم"}
// country = {type = "id", help = "id of the country in which both lie", caption_fa = "شناسهٔ کشور", empty = "none"}
// shared_names = {type = "texts", help = "the names that both bear, folded", caption_fa = "نام‌های مشترک"}
// sources = {help = "ids of the sources of both"}
// ///
MATCH (n)
WHERE n:Country OR n:Province OR n:Region OR n:City OR n:Counterpart OR n:Mission OR n:Body OR n:Governor OR n:Official
OPTIONAL MATCH (n)-[:IN|REPRESENTS*1..6]->(country:Country)
OPTIONAL MATCH (n)-[:IN|REPRESENTS*1..5]->(unit)
WHERE (unit:Province OR unit:Region) AND NOT EXISTS { MATCH (unit)-[:IN]->(:Region) }
WITH n, country.id AS country, unit.id AS unit, CASE WHEN n:Governor OR n:Official THEN 'Person' ELSE [own IN labels(n) WHERE own <> 'Place'][0] END AS label
UNWIND n.folds AS folded
WITH label, country, folded, collect({node: n, unit: unit}) AS alike
WHERE size(alike) > 1
UNWIND alike AS one
UNWIND alike AS other
WITH label, country, folded, one.node AS first, other.node AS second, one.unit AS unit, other.unit AS other_unit
WHERE first.id < second.id AND (unit IS NULL OR other_unit IS NULL OR unit = other_unit)
  AND (NOT label IN ['Province', 'Region'] OR first.id CONTAINS ':' OR second.id CONTAINS ':')
  // A person has judged that they are two.
  AND NOT any(said IN coalesce(first.apart_from, []) WHERE split(said, ';')[0] = second.id)
  AND NOT any(said IN coalesce(second.apart_from, []) WHERE split(said, ';')[0] = first.id)
WITH label, country, first, second, folded ORDER BY folded
WITH label, country, first, second, collect(folded) AS shared_names
RETURN label, first.id AS first, first.name AS first_name, first.name_fa AS first_name_fa,
       second.id AS second, second.name AS second_name, second.name_fa AS second_name_fa, country, shared_names,
       reduce(once = coalesce(first.sources, []), source IN coalesce(second.sources, []) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY label, first, second
