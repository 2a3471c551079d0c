"""What changed from one day to another: ties that began, ended or fell silent, pairs that became rivals.

The days are looked at by their bounds, three-valued as everywhere (methods 3.1): a tie began within them if
its start certainly lies there, perhaps if it may. Rivals are judged on the eve of the first day and on the
last one, each as `rivals` judges a day; what is certain or presumed then is a rivalry. A pair that is a
possible rivalry on one of the two days turned perhaps. What is not dated is counted apart.
"""

# /// question
# caption = "Change: what began, ended, became rival or ceased to be"
# caption_fa = "تغییر: چه رابطه‌ای آغاز شد یا پایان یافت و کدام استان‌ها رقیب شدند یا دیگر رقیب نیستند"
# description = """
# For each foreign target, or each province: which ties began and ended in the time asked, which have shown no
# sign for so long that they are no longer presumed to hold, which pairs became rivals or ceased to be, in
# numbers and names. A year or month given as from stands for its first day, given as to for its last."""
# description_fa = """
# برای هر طرف خارجی یا هر استان: روابطی که در این مدت آغاز شد یا پایان یافت، روابطی که به‌دلیل نبود نشانه دیگر
# تداوم آن‌ها فرض نمی‌شود، و جفت استان‌هایی که رقیب شدند یا دیگر رقیب نیستند، با تعداد و نام. سال یا ماه در «از»
# یعنی نخستین روز آن و در «تا» یعنی آخرین روز آن."""
# key = ["place_id"]
#
# [picture]
# kind = "bars"
# caption = "Ties that began"
# caption_fa = "تعداد روابط آغازشده"
# of = ["place"]
# by = "began"
#
# [parameters]
# limit = {}
# [parameters.from]
# type = "first_day"
# help = "First day, month or year, in either calendar; without it a year before the last."
# help_fa = "نخستین روز، ماه یا سال، به هر یک از دو تقویم؛ بدون آن یک سال پیش از پایان."
# [parameters.to]
# type = "last_day"
# help = "Last day, month or year; without it the day to look at."
# help_fa = "آخرین روز، ماه یا سال؛ بدون آن روزی که وضعیت آن خواسته می‌شود."
# [parameters.by]
# type = "word"
# default = "target"
# words = {target = "طرف خارجی", province = "استان"}
# help = "What is listed: each foreign target, or each province."
# help_fa = "سطرهای پاسخ: هر طرف خارجی یا هر استان."
# [parameters.province]
# help = "Only what concerns this province: a code or any of its names."
# help_fa = "تنها آنچه به این استان مربوط است: کد یا هر یک از نام‌های آن."
#
# [columns]
# place = {type = "name", help = "target or province", caption = "Where", caption_fa = "طرف خارجی یا استان"}
# began = {type = "whole", help = "number of ties that began", caption_fa = "آغازشده"}
# ended = {type = "whole", help = "number of ties that ended", caption_fa = "پایان‌یافته"}
# [columns.became]
# type = "whole"
# help = "number of pairs that became rivals"
# caption = "Became rivals"
# caption_fa = "جفت‌های رقیب‌شده"
# [columns.ceased]
# type = "whole"
# help = "number of pairs that are rivals no more"
# caption = "No longer rivals"
# caption_fa = "جفت‌هایی که دیگر رقیب نیستند"
# [columns.began_who]
# type = "names"
# help = "whose ties began, or with whom"
# caption = "Began with"
# caption_fa = "آغاز با"
# empty = "none"
# [columns.ended_who]
# type = "names"
# help = "whose ties ended, or with whom"
# caption = "Ended with"
# caption_fa = "پایان با"
# empty = "none"
# [columns.became_who]
# type = "names"
# help = "the pairs that became rivals"
# caption = "New rivals"
# caption_fa = "رقیبان تازه"
# empty = "none"
# [columns.ceased_who]
# type = "names"
# help = "the pairs that are rivals no more"
# caption = "Former rivals"
# caption_fa = "رقیبان پیشین"
# empty = "none"
# [columns.silent]
# type = "whole"
# help = "number of ties that are no longer presumed to hold, since no sign of them is known"
# caption = "Fell silent"
# caption_fa = "بی‌نشانه"
# [columns.perhaps]
# type = "whole"
# help = "number of ties that perhaps began or ended in that time"
# caption = "Perhaps began or ended"
# caption_fa = "آغاز یا پایان احتمالی"
# detail = true
# [columns.unsure]
# type = "whole"
# help = "number of pairs that perhaps became rivals, or perhaps ceased to be"
# caption = "Perhaps turned"
# caption_fa = "تغییر احتمالی رقابت"
# detail = true
# [columns.ties_before]
# type = "whole"
# help = "number of ties that certainly or presumably held on the eve of the first day"
# caption_fa = "روابط پیش از آن"
# detail = true
# [columns.ties_after]
# type = "whole"
# help = "number of ties that certainly or presumably hold on the last day"
# caption_fa = "روابط پس از آن"
# detail = true
# [columns.rivals_before]
# type = "whole"
# help = "number of rival pairs on the eve of the first day"
# caption = "Rival pairs before"
# caption_fa = "جفت‌های رقیب پیش از آن"
# [columns.rivals_after]
# type = "whole"
# help = "number of rival pairs on the last day"
# caption = "Rival pairs after"
# caption_fa = "جفت‌های رقیب پس از آن"
# [columns.ties]
# type = "ids"
# help = "ids of the ties that moved, and of those of pairs that turned"
# caption_fa = "روابط"
# [columns.place_id]
# type = "id"
# help = "id of the target or province"
# caption_fa = "شناسه"
# named_by = "place"
# ///

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, Unpack, get_args

import numpy as np

from graphmap.analysis.changed import MOVES, TURNS, Changed, Moved, Turned, rank_changed
from graphmap.analysis.changing import Day, count_there, list_moved, list_turned
from graphmap.analysis.findings import Findings, list_doubts
from graphmap.analysis.plan_outcome import Outcome, find_outcome
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.dates import FIRST_DAY, LAST_DAY, subtract_years
from graphmap.errors import GraphmapError
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

By = Literal["target", "province"]
"""What is listed."""


class Changes(Findings[Changed]):
    """Changes from `first` to `last`, both days counted; `moved` and `turned` count all of them.

    `undated` is how many ties there are of which the start is not known, so that they may have begun then.
    `outcome` says what became since the plan in force on the last day is so, None where none is or one
    country or province is asked about.
    """

    first: date
    last: date
    moved: dict[str, int]
    turned: dict[str, int]
    undated: int
    outcome: Outcome | None

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say the days, how much changed in all, and what cannot be told."""
        if self.last < FIRST_DAY + timedelta(days=366):  # no day was asked about, and none is known
            return (language.words("change-no-days"),)
        said = [language.words("change-days", first=self.first, last=self.last)]
        counts = {name.replace(" ", "_"): count for name, count in (self.moved | self.turned).items()}
        for message, names in (
            ("change-moved", ("began", "ended", "silent")),
            ("change-turned", ("became", "ceased")),
        ):
            said.append(language.words(message, **{name: counts[name] for name in names}))
        perhaps = {name: count for name, count in counts.items() if name.startswith("perhaps")}
        if any(perhaps.values()):
            said.append(language.words("change-perhaps", **perhaps))
        if self.undated:
            said.append(language.words("change-undated", ties=self.undated))
        if self.outcome is not None:
            said += self.outcome.sentences(language)
        return tuple(said)

    def tell_whole(self) -> dict[str, Any]:
        """Return the days and the counts, as JSON holds them."""
        return {
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "moved": dict(self.moved),
            "turned": dict(self.turned),
            "undated": self.undated,
            "plan": None if self.outcome is None else self.outcome.as_json(),
        }


def find_change(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    from_: date | None = None,
    to: date | None = None,
    by: By = "target",
    province: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Changes:
    """Find what changed from the day `from_` to the day `to`, both among the days looked at.

    Without `to` the last day is `as_of`, else the last on which any tie is known to have begun; without
    `from_` the first is a year before, or, in the whole history, that on which the first tie may have begun.
    `province`, by id or any name, keeps its ties and pairs. Listed are targets or provinces at which anything
    moved or turned: pairs that turned first, then ties that moved, then by id.

    Raises GraphmapError for days that are none or stand the wrong way round, for a level, sector, country or
    province that is none, or a way to list that is none.
    """
    if by not in get_args(By):
        right = " or ".join(get_args(By))
        raise GraphmapError(f"by: {by!r} is no way to list changes; right would be {right}")
    wanted = None if province is None else snapshot.directory.find("Province", province)
    first, last = _choose_days(snapshot, from_, to, asked.pop("as_of", None))
    whole = select_ties(snapshot, Scope(level, **asked))
    presume = whole.scope.presume
    eve, end = (Day(snapshot, replace(whole.scope, as_of=day)) for day in (first - timedelta(days=1), last))
    moved, undated = list_moved(whole, first, last, presume)
    moved = [one for one in moved if wanted in (None, one.province.id)]
    turned = [
        one
        for one in list_turned(eve, end)
        if wanted is None or wanted in {place.id for place in one.provinces}
    ]
    found = _gather(by, moved, turned, eve, end, wanted)
    found.sort(key=rank_changed)
    selection = end.selection
    unknown = list_doubts(selection, selection.present.nonzero()[0])
    changes = Changes(found[:limit], selection.scope, selection.counted, len(found), unknown)
    changes.first, changes.last, changes.undated = first, last, undated
    narrow = wanted is not None or whole.scope.country is not None
    changes.outcome = None if narrow else find_outcome(snapshot, whole.scope, last)
    kinds = Counter(one.move for one in moved), Counter(one.turn for one in turned)
    changes.moved = {move: kinds[0][move] for move in MOVES}
    changes.turned = {turn: kinds[1][turn] for turn in TURNS}
    return changes


def _choose_days(
    snapshot: Snapshot, first: date | None, last: date | None, as_of: date | None
) -> tuple[date, date]:
    """Return the first and the last day to look at."""
    known: list[date] = np.asarray(snapshot.ties.since_earliest, "datetime64[D]").tolist()
    starts = [day for day in known if day not in (FIRST_DAY, LAST_DAY)]
    if last is None:
        last = as_of or max(starts, default=FIRST_DAY + timedelta(days=2))
    if first is None:
        back = subtract_years(last, 1) + timedelta(days=1) if as_of is not None else min(starts, default=last)
        first = min(max(back, FIRST_DAY + timedelta(days=2)), last)
    if not FIRST_DAY + timedelta(days=1) < first or not last < LAST_DAY:
        raise GraphmapError(
            f"no tie can be looked at from {first} to {last}; "
            "right would be days from 0002-01-01 to 9999-12-30"
        )
    if last < first:
        raise GraphmapError(
            f"from {first} to {last}: the first day lies after the last; right would be before"
        )
    return first, last


def _gather(
    by: By, moved: list[Moved], turned: list[Turned], eve: Day, end: Day, province: str | None
) -> list[Changed]:
    """Gather what moved and turned at each target, or of each province."""
    places = {place.id: place for one in moved for place in (one.target, one.province)}
    places |= {place.id: place for pair in turned for place in (pair.target, *pair.provinces)}
    if by == "target":
        at = dict.fromkeys([*(one.target.id for one in moved), *(pair.target.id for pair in turned)])
    else:
        named = [one.province.id for one in moved]
        at = dict.fromkeys([*named, *(one.id for pair in turned for one in pair.provinces)])
        at = {place: None for place in at if province in (None, place)}
    return [
        Changed(
            places[place],
            by,
            tuple(one for one in moved if place in (one.target.id, one.province.id)),
            tuple(one for one in turned if place in (one.target.id, *(p.id for p in one.provinces))),
            count_there(eve, by, place),
            count_there(end, by, place),
            end.list_doubts(by, place),
        )
        for place in at
    ]
