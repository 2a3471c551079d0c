// /// report
// caption = "Places without a standard code"
// caption_fa = "مکان‌های بدون کد استاندارد"
// description = "A country without its ISO 3166-1 alpha-2 code, or a province or region whose id is not its ISO 3166-2 code: other lists are harder to match with it."
// description_fa = "کشوری بدون کد دوحرفی ISO 3166-1، یا استانی (داخلی یا خارجی) که شناسه‌اش کد ISO 3166-2 نیست: تطبیق فهرست‌های دیگر با آن دشوارتر است."
// kind = "check"
// severity = "note"
// key = ["node"]
//
// [columns]
// node = {type = "node", help = "id of the place", caption_fa = "نام"}
// label = {type = "text", help = "what it is", caption = "Kind", caption_fa = "نوع گره"}
// missing = {type = "text", help = "the code that is missing", caption = "Missing code", caption_fa = "کد ناموجود"}
// sources = {help = "ids of its sources"}
// ///
MATCH (n)
WHERE (n:Country AND n.iso2 IS NULL) OR ((n:Province OR n:Region) AND NOT n.id =~ '[A-Z]{2}-[A-Z0-9]{1,3}')
RETURN n.id AS node, n.name AS node_name, n.name_fa AS node_name_fa, [one IN labels(n) WHERE one <> 'Place'][0] AS label,
       CASE WHEN n:Country THEN 'ISO 3166-1 alpha-2' ELSE 'ISO 3166-2' END AS missing, n.sources AS sources
ORDER BY label, node
