"""What is missing between home and abroad: where a tie, a mission or a document is to be expected.

Borders, missions and trade say where a tie is to be expected (analysis/wanted.py); whether there is one is
*tied* (a commitment there holds certainly or by presumption), *none recorded* (a source of that day claims to
list such ties whole), else it *cannot be told* (analysis/absence.py): so too where a tie only possibly holds,
or only possibly lies there. Sole contacts and contacts without a document are those of the rivals.
"""

# /// question
# caption = "Gaps: where a tie, a mission or a document is missing"
# caption_fa = "خلأ پوشش: جایی که رابطه، نمایندگی یا سند نیست"
# description = """
# Borders, missions and trading partners without a tie, ties without a mission, partners that hang on one
# province, contacts without a document. None recorded: a source of that day claims to list such things
# whole; cannot tell: none does, or something there may be it. Those that are no gap are told with
# {answer=tied}."""
# description_fa = """
# مرز، نمایندگی و شریک تجاری بدون رابطه، رابطه بدون نمایندگی، طرف خارجیِ وابسته به یک استان و ارتباط بدون سند.
# «ثبت نشده است» یعنی منبعی با همان تاریخ مدعی ارائهٔ فهرست کامل است؛ «نمی‌توان گفت» یعنی چنین منبعی نیست یا
# موردی هست که شاید همان باشد. موارد بدون خلأ را با {answer=tied} می‌توان خواست."""
# key = ["gap", "province_id", "target_id"]
# tally = "answer"
#
# [picture]
# kind = "map"
# caption = "Gaps of each province"
# caption_fa = "تعداد موارد خلأ هر استان"
# of = ["province_id"]
#
# [parameters]
# limit = {}
# [parameters.gap]
# type = "gap-sort"
# help = "Only gaps of this sort."
# help_fa = "تنها این نوع خلأ."
# [parameters.answer]
# type = "absence"
# words = {tied = "دارد"}
# help = "Only those with this answer; without it, all that are or may be gaps."
# help_fa = "تنها مواردی با این پاسخ؛ بدون آن، همهٔ موارد خلأ قطعی و احتمالی."
# [parameters.province]
# help = "Only gaps of this province: a code or any of its names."
# help_fa = "تنها موارد این استان: کد یا هر یک از نام‌های آن."
#
# [columns.gap]
# type = "gap-sort"
# help = "what is missing"
# caption_fa = "نوع خلأ"
# [columns.province]
# type = "name"
# help = "the province; none where it is home as a whole"
# caption_fa = "استان"
# empty = "none"
# [columns.target]
# type = "name"
# help = "the region, country or other target"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# [columns.answer]
# type = "absence"
# words = {tied = "دارد"}
# help = "tied; none recorded, where a source lists such things whole; else it cannot be told"
# caption = "Answer"
# caption_fa = "پاسخ"
# [columns.km]
# type = "number"
# help = "length of the border in kilometres"
# caption = "Border (km)"
# caption_fa = "طول مرز (کیلومتر)"
# empty = "none"
# [columns.share]
# type = "share"
# help = "share of the country in the trade of home or of the province"
# caption = "Share of trade"
# caption_fa = "سهم از مبادلات"
# empty = "none"
# [columns.missions]
# type = "ids"
# help = "ids of the missions that are, or may be, open"
# caption_fa = "نمایندگی‌ها"
# empty = "none"
# detail = true
# [columns.told_on]
# type = "day"
# help = "day of the newest source that gives the answer"
# caption = "As of"
# caption_fa = "به تاریخ"
# empty = "none"
# [columns.grade]
# type = "Source.grade"
# help = "best grade of the sources that give the answer"
# caption_fa = "اعتبار"
# empty = "none"
# [columns.ties]
# type = "ids"
# help = "ids of the ties that are, or may be, there"
# caption_fa = "روابط"
# empty = "none"
# [columns.told_by]
# type = "ids"
# help = "ids of the sources that give the answer"
# caption = "Told by"
# caption_fa = "منبع پاسخ"
# empty = "none"
# detail = true
# [columns.sources]
# type = "ids"
# help = "ids of the sources that say why it is to be expected, and of those that give the answer"
# caption_fa = "منابع"
# empty = "none"
# detail = true
# [columns.province_id]
# type = "id"
# help = "id of the province"
# caption_fa = "شناسهٔ استان"
# named_by = "province"
# empty = "none"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# ///

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Unpack

from graphmap.analysis.expecting import Answer, Expecting
from graphmap.analysis.findings import Findings, list_doubts
from graphmap.analysis.gap import Gap, rank_gap
from graphmap.analysis.scope import Asked, Scope
from graphmap.analysis.sole_contacts import find_sole_contacts
from graphmap.analysis.wanted import Partner, Posts, list_borders, list_partners, list_posts
from graphmap.scales import GAP_SORTS, GapSort, Level, name_message
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


class Gaps(Findings[Gap]):
    """Gaps, and of each sort how many of how many expected ones there are: `coverage`."""

    coverage: dict[GapSort, dict[Answer, int]]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say of each sort how many are tied, not recorded, not told."""
        return tuple(
            language.words(
                "gap-coverage",
                sort=language.words(name_message("gap-sort", sort)),
                tied=counts.get("tied", 0),
                none=counts.get("none recorded", 0),
                untold=counts.get("cannot tell", 0),
                of=sum(counts.values()),
            )
            for sort, counts in self.coverage.items()
        )


def find_gaps(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    gap: GapSort | None = None,
    answer: Answer | None = None,
    province: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Gaps:
    """Find what is missing between home and abroad, in the order of GAP_SORTS.

    Borders are looked at by region if that is the level, by country if that is; missions and trade at the
    level of countries alone; sole contacts and contacts at any. `gap`, `answer` and `province` keep some;
    without `answer`, what is tied is left out. `.coverage` counts all that was looked at.

    Raises GraphmapError for a level, day, sector, country or province that is none.
    """
    wanted = None if province is None else snapshot.row(snapshot.directory.find("Province", province))
    expecting = Expecting(snapshot, Scope(level, **asked))
    found = [one for one in _list_gaps(expecting, level, asked) if gap is None or one.gap == gap]
    if wanted is not None:
        name = snapshot.places.ids[wanted]
        found = [one for one in found if one.province is not None and one.province.id == name]
    counted: dict[GapSort, Counter[Answer]] = {}
    for one in found:
        counted.setdefault(one.gap, Counter())[one.answer] += 1
    kept = [one for one in found if (one.answer != "tied" if answer is None else one.answer == answer)]
    kept.sort(key=rank_gap)
    selection = expecting.selection
    unknown = list_doubts(selection, slice(None))
    gaps = Gaps(kept[:limit], selection.scope, selection.counted, len(kept), unknown)
    gaps.coverage = {sort: dict(counted[sort]) for sort in GAP_SORTS if sort in counted}
    return gaps


def _list_gaps(expecting: Expecting, level: Level, asked: Asked) -> list[Gap]:
    found: list[Gap] = []
    if level in ("region", "country"):
        found += _list_border_gaps(expecting, level == "region")
    if level == "country":
        posts = list_posts(expecting.snapshot, expecting.scope.as_of)
        found += _list_mission_gaps(expecting, posts)
        found += _list_trade_gaps(expecting, list_partners(expecting.snapshot, expecting.scope.as_of))
    for contact in find_sole_contacts(expecting.snapshot, level, **asked):
        named = (("province", contact.province), ("target", contact.target), ("ties", len(contact.ties)))
        told = expecting.rest(contact.absence.answer, contact.ties, (), contact.absence)
        found.append(
            Gap(
                "sole contact",
                contact.province,
                contact.target,
                told,
                ("sole-contact", named),
                unknown=contact.unknown,
            )
        )
    for own, target, events in expecting.list_contacts():
        told = expecting.rest_on_contact(own, target, events)
        named = (("province", own), ("target", target), ("events", len(events)))
        found.append(Gap("contact without document", own, target, told, ("gap-contact", named)))
    return found


def _list_border_gaps(expecting: Expecting, by_region: bool) -> list[Gap]:
    found = []
    for border in list_borders(expecting.snapshot, by_region):
        if not expecting.is_meant(border.country):
            continue
        own, target = expecting.name(border.province), expecting.name(border.target)
        told = expecting.judge(border.province, border.country, border.target)
        clause = ("gap-border", (("province", own), ("target", target)))
        doubts = expecting.list_doubts(told.ties)
        found.append(
            Gap(
                "border without tie",
                own,
                target,
                told,
                clause,
                border.sources,
                border.km,
                unknown=doubts,
            )
        )
    return found


def _list_mission_gaps(expecting: Expecting, posts: dict[int, Posts]) -> list[Gap]:
    found = []
    home = expecting.name(expecting.home)
    for country, known in posts.items():
        if not (known.open or known.unknown) or not expecting.is_meant(country):
            continue
        target, told = expecting.name(country), expecting.judge(None, country, country)
        message = "gap-mission" if known.open else "gap-mission-unknown"
        if not known.open and told.answer != "tied":
            told = expecting.doubt(told)
        named = (("home", home), ("target", target), ("missions", len(known.open)))
        found.append(
            Gap(
                "mission without tie",
                None,
                target,
                told,
                (message, named),
                known.sources,
                missions=known.open or known.unknown,
                status_on=known.status_on,
            )
        )
    for country, ties in expecting.list_tied_countries():
        if not expecting.is_meant(country):
            continue
        target, known = expecting.name(country), posts.get(country, Posts())
        told = expecting.judge_missions(country, known, ties)
        clause = ("gap-no-mission", (("target", target), ("ties", len(ties))))
        found.append(
            Gap(
                "tie without mission",
                None,
                target,
                told,
                clause,
                missions=(*known.open, *known.unknown),
                status_on=known.status_on,
                unknown=expecting.list_doubts(ties),
            )
        )
    return found


def _list_trade_gaps(expecting: Expecting, partners: list[Partner]) -> list[Gap]:
    found = []
    for partner in partners:
        if not expecting.is_meant(partner.country):
            continue
        start, target = expecting.name(partner.start), expecting.name(partner.country)
        own = None if partner.start == expecting.home else partner.start
        told = expecting.judge(own, partner.country, partner.country)
        message = "gap-trade" if partner.share is None else f"gap-trade-{partner.flow}"
        named: dict[str, Any] = {"start": start, "target": target}
        if partner.share is not None:
            named["percent"] = round(partner.share * 100, 1)
        found.append(
            Gap(
                "trade without tie",
                None if own is None else start,
                target,
                told,
                (message, tuple(named.items())),
                partner.sources,
                share=partner.share,
            )
        )
    return found
