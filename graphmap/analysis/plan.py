"""Who leads toward which country: the division of the field that is worth most points, and how sure it is.

Points are counted for each province and country (analysis/leading.py), and divided so that no country that
could have a lead stays open, then points are most, less the cost of uneven loads (analysis/division.py). A
lead ends no tie: who else has ties there supports, and informs the lead.
"""

# /// question
# caption = "Plan: who leads toward which country"
# caption_fa = "تقسیم کار: استان پیشگام در هر کشور"
# description = """
# For each country the province that leads: points for its ties there, its border, missions in it and its
# trade are added up, and leads are divided so that points are most and no province has more than its
# capacity. The margin is what is lost if another leads; where that is nothing, the committee chooses. Other
# provinces keep their ties and support. {rules} lays down weights and who must or must not lead."""
# description_fa = """
# برای هر کشور، استان پیشگام: امتیاز روابط، مرز، نمایندگی‌ها و مبادلات هر استان جمع می‌شود و پیشگامی‌ها چنان
# تقسیم می‌شود که مجموع امتیازها بیشترین باشد و هیچ استانی بیش از ظرفیت خود نگیرد. فاصله، امتیازی است که با
# پیشگامی استانی دیگر از دست می‌رود؛ اگر صفر باشد انتخاب با کمیته است. روابط استان‌های دیگر برجا می‌ماند و
# نقش پشتیبان دارند. وزن‌ها و استثناها در {rules} می‌آید."""
# key = ["target_id"]
# tally = "choice"
#
# [picture]
# kind = "map"
# caption = "Countries that each province leads toward"
# caption_fa = "تعداد کشورهایی که هر استان در آن‌ها پیشگام است"
# of = ["lead_id"]
#
# [parameters]
# limit = {}
# [parameters.capacity]
# type = "whole"
# default = 3
# least = 1
# most = 300
# help = "Countries that a province may lead toward at most."
# help_fa = "حداکثر تعداد کشورهایی که یک استان می‌تواند در آن‌ها پیشگام باشد."
# [parameters.fairness]
# type = "whole"
# default = 1
# least = 0
# most = 1000
# help = "Points that uneven loads cost: the second lead of a province 3 times this, the third 5 times."
# help_fa = "امتیاز منفی بار نابرابر: پیشگامی دوم یک استان ۳ برابر و سوم ۵ برابر این مقدار."
# [parameters.points]
# type = "file"
# help = "A CSV of province, country and points, in place of the points that are counted."
# help_fa = "فایل CSV با ستون‌های province، country و points که جایگزین امتیازهای محاسبه‌شده می‌شود."
# [parameters.rules]
# type = "file"
# help = "A TOML file with weights, capacities, and who must or must not lead (docs/plan.md)."
# help_fa = "فایل TOML با وزن‌ها، ظرفیت‌ها و اینکه کدام استان باید یا نباید پیشگام باشد (docs/plan.md)."
# [parameters.kept]
# type = "text"
# help = "Name of a kept plan: its leads are shown in place of those that would be worked out."
# help_fa = "نام تقسیم کاری ثبت‌شده که به جای محاسبهٔ تازه نشان داده می‌شود."
#
# [columns.target]
# type = "name"
# help = "the country or other target"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# [columns.lead]
# type = "name"
# help = "the province that leads; none where it stays open"
# caption = "Lead"
# caption_fa = "استان پیشگام"
# empty = "none"
# [columns.points]
# type = "number"
# help = "points of the lead"
# caption_fa = "امتیاز"
# empty = "none"
# [columns.choice]
# type = "word"
# help = "how the lead was chosen"
# caption = "Choice"
# caption_fa = "نحوهٔ انتخاب"
# [columns.choice.words]
# clear = "با امتیاز بیشتر"
# "committee chooses" = "به انتخاب کمیته"
# "only candidate" = "تنها نامزد"
# "set by rule" = "بنا بر قواعد کمیته"
# kept = "طبق تقسیم کار ثبت‌شده"
# open = "بدون استان پیشگام"
# [columns.margin]
# type = "number"
# help = "points lost if another leads"
# caption_fa = "فاصله"
# empty = "none"
# [columns.runner_up]
# type = "name"
# help = "the province that would lead in its place"
# caption = "Runner-up"
# caption_fa = "استان بعدی"
# empty = "none"
# [columns.supporting]
# type = "names"
# help = "provinces with ties there that do not lead"
# caption_fa = "استان‌های پشتیبان"
# empty = "none"
# [columns.rival_pairs]
# type = "whole"
# help = "pairs of provinces that are certain or presumed rivals there"
# caption = "Rival pairs"
# caption_fa = "جفت‌های رقیب"
# [columns.rival_pairs_after]
# type = "whole"
# help = "of these, pairs of which neither leads"
# caption = "Left"
# caption_fa = "باقی‌مانده"
# [columns.settled_who]
# type = "names"
# help = "the rival pairs of which one leads"
# caption = "Rivals, one of them leading"
# caption_fa = "رقیبانی که یکی پیشگام است"
# empty = "none"
# [columns.left_who]
# type = "names"
# help = "the rival pairs of which neither leads"
# caption = "Rivals, neither leading"
# caption_fa = "رقیبانی که هیچ‌یک پیشگام نیست"
# empty = "none"
# [columns.possible_pairs]
# type = "whole"
# help = "pairs of provinces that are possible rivals there"
# caption = "Possible pairs"
# caption_fa = "جفت‌های احتمالی"
# detail = true
# [columns.possible_pairs_after]
# type = "whole"
# help = "of these, pairs of which neither leads"
# caption = "Possible left"
# caption_fa = "احتمالی باقی‌مانده"
# detail = true
# [columns.points_ties]
# type = "number"
# help = "points for ties"
# caption_fa = "امتیاز روابط"
# empty = "none"
# detail = true
# [columns.points_border]
# type = "number"
# help = "points for the border"
# caption_fa = "امتیاز مرز"
# empty = "none"
# detail = true
# [columns.points_mission]
# type = "number"
# help = "points for missions of the country in the province"
# caption_fa = "امتیاز نمایندگی"
# empty = "none"
# detail = true
# [columns.points_trade]
# type = "number"
# help = "points for trade of the province"
# caption_fa = "امتیاز مبادلات"
# empty = "none"
# detail = true
# [columns.points_given]
# type = "number"
# help = "points of the committee's own"
# caption_fa = "امتیاز کمیته"
# empty = "none"
# detail = true
# [columns.crowded]
# type = "TIED_TO.sectors"
# help = "sectors with more provinces than the rules allow"
# caption_fa = "حوزه‌های پرتراکم"
# empty = "none"
# detail = true
# [columns.delegating]
# type = "names"
# help = "provinces that would act through another in a crowded sector"
# caption_fa = "استان‌های واگذارنده"
# empty = "none"
# detail = true
# [columns.scattered]
# type = "names"
# help = "provinces in more sectors than the rules allow"
# caption_fa = "استان‌های پراکنده‌کار"
# empty = "none"
# detail = true
# [columns.orphans]
# type = "TIED_TO.sectors"
# help = "sectors of the working groups that no tie on record is in, where rules of conduct are laid down"
# caption_fa = "حوزه‌های بدون استان"
# empty = "none"
# detail = true
# [columns.ties]
# type = "ids"
# help = "ids of the ties of the lead and of the supporting provinces"
# caption_fa = "روابط"
# empty = "none"
# [columns.sources]
# type = "ids"
# help = "ids of the sources of borders, missions and trade that give points"
# caption_fa = "منابع"
# empty = "none"
# detail = true
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# [columns.lead_id]
# type = "id"
# help = "id of the lead"
# caption_fa = "شناسهٔ استان پیشگام"
# named_by = "lead"
# empty = "none"
# [columns.runner_up_id]
# type = "id"
# help = "id of the runner-up"
# caption_fa = "شناسهٔ استان بعدی"
# named_by = "runner_up"
# empty = "none"
# [columns.supporting_ids]
# type = "ids"
# help = "ids of the supporting provinces"
# caption_fa = "شناسهٔ استان‌های پشتیبان"
# named_by = "supporting"
# empty = "none"
# ///

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Unpack, cast

import numpy as np

from graphmap.analysis.division import (
    CAPACITY,
    FAIRNESS,
    HUNDREDTHS,
    Margin,
    divide_field,
    find_margins,
    measure_division,
)
from graphmap.analysis.drafting import Draft
from graphmap.analysis.findings import Findings, PlaceName, list_doubts, list_names
from graphmap.analysis.kept import KeptPlan, find_kept, place_leads
from graphmap.analysis.lead import PAIRS_TOLD, Lead
from graphmap.analysis.plan_rules import read_points, read_rules
from graphmap.analysis.scope import Asked, Scope
from graphmap.scales import Level, name_message
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


class Plan(Findings[Lead]):
    """The leads, with what is said of the whole.

    `whole` are all leads, listed or not; `points` are those of all; `price` what fairness costs of the points
    that could be had; `loads` how many targets each province leads toward, the most first; `idle` the
    provinces that have ground somewhere and lead nowhere. Of a plan that was `kept`, `price` are the points
    that it has less than one worked out anew (negative: more), which has another lead for `anew` targets.
    """

    whole: tuple[Lead, ...]
    points: float
    price: float
    kept: KeptPlan | None
    anew: int
    loads: tuple[tuple[PlaceName, int], ...]
    idle: tuple[PlaceName, ...]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say the points, the loads, who leads nowhere, and what becomes of rival pairs."""
        led = sum(one.lead is not None for one in self.whole)
        if self.kept is None:
            told = {"led": led, "of": len(self.whole), "points": self.points}
            said = [language.words("plan-total", **told, price=self.price)]
        else:
            said = [self._say_kept(self.kept, led, language)]
        mark = language.words("list-mark")
        if self.loads:
            loads = (f"{one.in_language(language)} ({language.number(count)})" for one, count in self.loads)
            said.append(language.words("plan-loads", loads=mark.join(loads)))
        if self.idle:
            names = list_names(self.idle, language)
            said.append(language.words("plan-idle", count=len(self.idle), names=names))
        for name, verdicts in PAIRS_TOLD.items():
            before, after = (
                sum(one.count_pairs(*verdicts, after=then) for one in self.whole) for then in (False, True)
            )
            if before:
                said.append(language.words(f"plan-all-pairs-{name}", before=before, after=after))
        if (residual := self.measure_residual()) is not None:
            least, most = (language.number(round(share, 2)) for share in residual)
            said.append(language.words("plan-residual", least=least, most=most))
        return tuple(said)

    def _say_kept(self, kept: KeptPlan, led: int, language: Language) -> str:
        """Say which plan it is, and what one that is worked out anew would have."""
        message = "plan-kept" if kept.first is None else "plan-kept-from"
        return language.words(
            message,
            plan=kept.in_language(language),
            state=language.words(
                name_message("plan-state", kept.find_state(self.scope.as_of).replace("_", " "))
            ),
            **({} if kept.first is None else {"first": kept.first}),
            led=led,
            of=len(self.whole),
            points=self.points,
            best=self.points + self.price,
            anew=self.anew,
        )

    def measure_residual(self) -> tuple[float, float] | None:
        """Return the least and the most that R sums up to over rival pairs of which neither leads."""
        left = [case.rivalry for one in self.whole for case in one.cases if not case.settled]
        known = [one for one in left if one is not None]
        return (sum(one[0] for one in known), sum(one[1] for one in known)) if known else None

    def tell_whole(self) -> dict[str, Any]:
        """Return the points, the loads and what is left of rivalry, as JSON holds it."""
        residual = self.measure_residual()
        return {
            "points": self.points,
            "price_of_fairness": self.price if self.kept is None else None,
            "kept": None if self.kept is None else self.kept.as_json(),
            "loads": {one.id: count for one, count in self.loads},
            "idle": [one.id for one in self.idle],
            "residual_rivalry": None if residual is None else list(residual),
        }


def find_plan(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    capacity: int = CAPACITY,
    fairness: int = FAIRNESS,
    points: str | None = None,
    rules: str | None = None,
    kept: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Plan:
    """Divide the targets of a level among the provinces: who leads toward which (methods 5).

    `points` and `rules` are the texts of a CSV and a TOML file (analysis/plan_rules.py). Equal divisions are
    told apart by a stated order: who leads now, a land border, the oldest tie in force, the code of the
    province. Those with most points come first, open targets last. `kept` names a plan that was kept: its
    leads stand, at its level and in its sector, and nothing is divided.

    Raises Faults for what is wrong in a file, GraphmapError for a level, day, sector or country that is none,
    or for more that is laid down than capacities allow.
    """
    held_plan = None if kept is None else find_kept(snapshot, kept)
    if held_plan is not None:
        level, asked["sector"] = cast(Level, held_plan.level), held_plan.sector
        capacity, fairness = held_plan.capacity or capacity, held_plan.fairness or fairness
    laid = {} if held_plan is None else place_leads(snapshot, held_plan)
    held = read_rules(snapshot, level, rules)
    given = read_points(snapshot, level, points)
    draft = Draft(snapshot, Scope(level, **asked), held, given, laid)
    field = draft.make_field(capacity, fairness)
    best = anew = divide_field(field)
    margins: Iterable[Margin | None] = (Margin(None, lead) for lead in anew.leads)
    if held_plan is None:
        anew, margins = divide_field(replace(field, fairness=0)), find_margins(field, best)
    else:
        best = measure_division(field, draft.place_leads(laid))
    leads = [
        draft.describe(row, lead, margin, held_plan is not None)
        for row, (lead, margin) in enumerate(zip(best.leads, margins, strict=True))
    ]
    leads.sort(key=lambda one: (one.lead is None, -one.total, one.target.id))
    selection = draft.selection
    unknown = (
        list_doubts(selection, np.flatnonzero(selection.present)) if selection.scope.as_of is not None else ()
    )
    plan = Plan(leads[:limit], selection.scope, selection.counted, len(leads), unknown)
    plan.whole = tuple(leads)
    plan.points = best.points / HUNDREDTHS
    plan.price = (anew.points - best.points) / HUNDREDTHS
    plan.kept = held_plan
    plan.anew = sum(one != other for one, other in zip(best.leads, anew.leads, strict=True))
    plan.loads, plan.idle = draft.count_loads(best)
    if selection.scope.country is not None:
        plan.idle = ()  # who leads nowhere in one country may lead in others
    return plan
