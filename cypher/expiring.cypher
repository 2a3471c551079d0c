// /// report
// caption = "Commitments that run out"
// caption_fa = "اسناد و روابط رو به پایان"
// description = "Commitments whose end lies between the day asked and another day: a stated end, certain or possible; and, apart from these, one of unknown end that is presumed to go on, and whose presumption then runs out, so that somebody should look."
// description_fa = "اسناد و روابط پایداری که پایان آن‌ها میان تاریخ موردنظر و تاریخی دیگر است: پایان تصریح‌شده، قطعی یا احتمالی؛ و جدا از آن‌ها، موردی که پایانش معلوم نیست و با فرض تداوم برقرار شمرده می‌شود و مدت این فرض تا آن تاریخ می‌گذرد و باید بررسی شود."
// nothing = "No commitment is recorded, or presumed, to end in that time. One whose end no source tells may end all the same: its day cannot be told."
// nothing_fa = "پایان هیچ سند یا رابطهٔ پایداری در این مدت ثبت یا فرض نشده است. آنچه منبعی از پایانش خبر نمی‌دهد ممکن است پایان یابد، ولی تاریخ آن را نمی‌توان گفت."
// kind = "report"
// key = ["tie"]
// tally = "ending"
//
// [picture]
// kind = "timeline"
// caption = "What runs out, and when"
// caption_fa = "زمان پایان اسناد و روابط"
// of = ["province_name", "target_name"]
// since = "since"
// until = "last_end"
// mark = "certainty"
//
// [parameters]
// before = {type = "day", help = "up to which day; without it, half a year from the day asked", help_fa = "تا چه تاریخی؛ اگر داده نشود، تا نیم سال پس از تاریخ موردنظر"}
// ending = {type = "word", words = {stated = "پایان تصریح‌شده", presumed = "پایان فرض تداوم"}, help = "only these ends", help_fa = "فقط این پایان‌ها"}
// province = {type = "Province", help = "only this province", help_fa = "فقط این استان"}
// country = {type = "Country", help = "only this country", help_fa = "فقط این کشور"}
//
// [columns]
// tie = {}
// province = {}
// home = {}
// target = {}
// country = {}
// kind = {}
// sectors = {}
// since = {}
// until = {}
// ending = {type = "word", words = {stated = "پایان تصریح‌شده", presumed = "پایان فرض تداوم"}, help = "whether a source states the end, or it is that of the presumption", caption = "Kind of end", caption_fa = "نوع پایان"}
// first_end = {type = "day", help = "first day on which it may no longer hold", caption = "Ends on", caption_fa = "تاریخ پایان"}
// last_end = {type = "day", help = "last day of which that can be said", caption = "At the latest", caption_fa = "حداکثر تا", detail = true}
// certainty = {among = ["certain", "presumed", "possible"], help = "whether it certainly holds until then and no longer; presumed where the end is that of the presumption"}
// last_sign = {type = "day", help = "last day on which it, or its act, is known to have been alive; of a year or month its first day", caption = "Last sign, at the earliest", caption_fa = "زودترین تاریخ آخرین نشانه", detail = true}
// sources = {}
// ///
MATCH (home)-[t:TIED_TO]->(place)
WHERE t.nature = 'commitment' AND NOT t.preparing
  AND CASE WHEN t.until IS NOT NULL AND t.until <> '..' THEN t.until_earliest
           WHEN $as_of IS NOT NULL AND $presume > 0 AND t.presumable AND t.last_sign IS NOT NULL THEN t.last_sign + duration({years: $presume}) END
      <= coalesce($before, $as_of + duration({days: 180}))
  AND ($as_of IS NULL OR (coalesce(t.counts_from <= $as_of, true) AND coalesce($as_of < t.counts_until, true)))
WITH home, t, place, coalesce($before, $as_of + duration({days: 180})) AS limit_day, t.until IS NOT NULL AND t.until <> '..' AS stated
WITH home, t, place, limit_day, stated, CASE WHEN stated THEN t.until_earliest ELSE t.last_sign + duration({years: $presume}) END AS first_end
WITH home, t, place, limit_day, stated, first_end, CASE WHEN stated THEN t.until_latest ELSE first_end END AS last_end
WHERE ($as_of IS NULL OR last_end > $as_of) AND ($ending IS NULL OR ($ending = 'stated') = stated)
OPTIONAL MATCH (home)-[:IN*0..1]->(province:Province)
OPTIONAL MATCH (place)-[:REPRESENTS|SENT_BY*0..1]->(seat)-[:IN*0..5]->(country:Country)
WHERE NOT seat:Mission // which counts for its sender, wherever it lies
WITH * WHERE ($province IS NULL OR province.id = $province) AND ($country IS NULL OR country.id = $country)
RETURN t.id AS tie, province.id AS province, province.name AS province_name, province.name_fa AS province_name_fa,
       home.id AS home, home.name AS home_name, home.name_fa AS home_name_fa,
       place.id AS target, place.name AS target_name, place.name_fa AS target_name_fa,
       country.id AS country, country.name AS country_name, country.name_fa AS country_name_fa,
       t.kind AS kind, t.sectors AS sectors, t.since AS since, t.until AS until,
       CASE WHEN stated THEN 'stated' ELSE 'presumed' END AS ending, first_end, last_end,
       CASE WHEN NOT stated THEN 'presumed'
            WHEN last_end <= limit_day AND t.proves AND ($as_of IS NULL OR (coalesce(t.certain_from <= $as_of, false) AND coalesce($as_of < t.certain_until, true))) THEN 'certain'
            ELSE 'possible' END AS certainty,
       t.last_sign AS last_sign, t.sources AS sources
ORDER BY CASE WHEN stated THEN 0 ELSE 1 END, first_end, tie
