// /// report
// caption = "One thing under two ids"
// caption_fa = "یک مورد با دو شناسه"
// description = "Nodes of one label (persons together) in one place that share a name in any spelling of it that differs in case, spaces, hyphens or Arabic letters: perhaps one thing entered twice."
// description_fa = "گره‌هایی از یک نوع (اشخاص با هم) در یک مکان که نامی مشترک دارند، بی‌توجه به بزرگی حروف، فاصله، خط تیره و حروف عربی: شاید یک مورد است که دو بار وارد شده است."
// kind = "check"
// severity = "warning"
// key = ["first", "second"]
//
// [columns]
// label = {type = "text", help = "what they are", caption_fa = "نوع گره"}
// first = {type = "id", help = "id of the first", caption_fa = "شناسهٔ نخست"}
// first_name = {type = "text", help = "its name", caption_fa = "نام نخست"}
// first_name_fa = {type = "text", help = "its name in Persian", caption_fa = "نام نخست (به فارسی)", empty = "none"}
// second = {type = "id", help = "id of the second", caption_fa = "شناسهٔ دوم"}
// second_name = {type = "text", help = "its name", caption_fa = "نام دوم"}
// second_name_fa = {type = "text", help = "its name in Persian", caption_fa = "نام دوم (به فارسی)", empty = "none"}
// place = {type = "id", help = "id of what both lie in or represent", caption_fa = "شناسهٔ مکان", empty = "none"}
// shared_names = {type = "texts", help = "the names that both bear, folded", caption_fa = "نام‌های مشترک"}
// sources = {type = "ids", help = "ids of the sources of both", caption_fa = "منابع"}
// ///
MATCH (n)
WHERE n:Country OR n:Province OR n:Region OR n:City OR n:Counterpart OR n:Mission OR n:Body OR n:Governor OR n:Official
OPTIONAL MATCH (n)-[:IN|REPRESENTS]->(place)
WITH n, place.id AS place, CASE WHEN n:Governor OR n:Official THEN 'Person' ELSE labels(n)[0] END AS label
UNWIND [n.name, n.name_fa] + coalesce(n.aliases, []) AS name
WITH n, place, label, trim(reduce(folded = toLower(name), pair IN [['ي', 'ی'], ['ك', 'ک'], ['ۀ', 'ه'], ['‌', ''], ['-', ''], ["'", ''], [' ', '']] |
                           replace(folded, pair[0], pair[1]))) AS folded
WHERE folded <> ''
WITH DISTINCT label, place, folded, n
WITH label, place, folded, collect(n) AS alike
WHERE size(alike) > 1
UNWIND alike AS first
UNWIND alike AS second
WITH label, place, folded, first, second
WHERE first.id < second.id
WITH label, place, first, second, folded ORDER BY folded
WITH label, place, first, second, collect(folded) AS shared_names
RETURN label, first.id AS first, first.name AS first_name, first.name_fa AS first_name_fa,
       second.id AS second, second.name AS second_name, second.name_fa AS second_name_fa, place, shared_names,
       reduce(once = coalesce(first.sources, []), source IN coalesce(second.sources, []) |
              CASE WHEN source IN once THEN once ELSE once + source END) AS sources
ORDER BY label, first, second
