"""The plans that were kept: which is in force, which are drafts, which were, and what each lays down."""

# /// question
# caption = "Kept plans"
# caption_fa = "تقسیم‌های کار ثبت‌شده"
# description = """
# The plans that were kept under a name: drafts, the one in force, and those archived, with who leads and how
# many. The plan shows a kept one with what is there now; the handover tells the difference of two."""
# description_fa = """
# تقسیم‌های کاری که با نامی ثبت شده است: پیش‌نویس، در حال اجرا و بایگانی‌شده، با استان‌های پیشگام هر یک.
# «تقسیم کار» هر یک را با وضع امروز نشان می‌دهد و «جابه‌جایی پیشگامی» تفاوت دو تقسیم کار را."""
# key = ["plan_id"]
# tally = "state"
# nothing = "No plan is kept yet; the one that is worked out can be kept as a draft."
# nothing_fa = "هنوز تقسیم کاری ثبت نشده است؛ تقسیم کار محاسبه‌شده را می‌توان پیش‌نویس کرد."
#
# [parameters]
# limit = {}
#
# [columns.plan]
# type = "name"
# help = "name of the plan"
# caption_fa = "تقسیم کار"
# [columns.state]
# type = "word"
# help = "how far it is on the day, by its days"
# caption_fa = "وضعیت"
# [columns.state.words]
# draft = "پیش‌نویس"
# to_come = "در انتظار آغاز اجرا"
# in_force = "در حال اجرا"
# archived = "بایگانی‌شده"
# [columns.in_force_from]
# type = "day"
# help = "first day on which it is in force"
# caption = "In force from"
# caption_fa = "آغاز اجرا"
# empty = "none"
# [columns.in_force_until]
# type = "day"
# help = "day from which it is in force no more"
# caption = "Until"
# caption_fa = "پایان اجرا"
# empty = "none"
# [columns.as_of]
# type = "day"
# help = "day whose ties it divided"
# caption = "Made of"
# caption_fa = "روز مبنا"
# empty = "none"
# [columns.targets]
# type = "whole"
# help = "how many targets have a lead"
# caption = "Led"
# caption_fa = "دارای پیشگام"
# [columns.open]
# type = "whole"
# help = "how many targets stay open"
# caption_fa = "بدون پیشگام"
# [columns.leads]
# type = "names"
# help = "the provinces that lead, those with most targets first"
# caption_fa = "استان‌های پیشگام"
# empty = "none"
# [columns.differs]
# type = "whole"
# help = "how many targets have another lead than in the plan in force; none where that is this one"
# caption = "Unlike the one in force"
# caption_fa = "تفاوت با تقسیم در حال اجرا"
# empty = "none"
# [columns.ties]
# type = "ids"
# help = "none: a plan rests on no tie"
# caption_fa = "روابط"
# empty = "none"
# detail = true
# [columns.plan_id]
# type = "id"
# help = "id of the plan"
# caption_fa = "شناسهٔ تقسیم کار"
# named_by = "plan"
# [columns.lead_ids]
# type = "ids"
# help = "ids of the provinces that lead"
# caption_fa = "شناسهٔ استان‌های پیشگام"
# named_by = "leads"
# empty = "none"
# ///

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from graphmap.analysis.findings import (
    Doubt,
    Findings,
    PlaceName,
    give_names,
    join_clauses,
    name_place,
)
from graphmap.analysis.kept import ARCHIVED, IN_FORCE, TO_COME, KeptPlan, find_in_force, list_kept
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.scales import Level
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class Keeping:
    """A plan that was kept: its leads, and how many differ from the plan in force (None: no other)."""

    kept: KeptPlan
    state: str
    leads: tuple[tuple[PlaceName, int], ...]
    differs: int | None
    ties: tuple[str, ...] = ()
    unknown: tuple[Doubt, ...] = ()

    def sentence(self, language: Language) -> str:
        """Say what it is, and who leads how often."""
        kept = self.kept
        led = sum(count for _, count in self.leads)
        message = f"plans-{self.state.replace('_', '-')}"
        if self.state == ARCHIVED and kept.first is None:
            message += "-draft"
        if self.state in (TO_COME, IN_FORCE) and kept.until is not None:
            message += "-until"
        days = {name: day for name, day in (("first", kept.first), ("until", kept.until)) if day is not None}
        clauses = [
            language.words(message, plan=kept.in_language(language), **days),
            language.words("plans-led", led=led, of=len(kept.leads), provinces=len(self.leads)),
        ]
        if kept.as_of is not None:
            clauses.append(language.words("plans-made-of", day=kept.as_of))
        if self.differs is not None:
            clauses.append(language.words("plans-differs", count=self.differs))
        return join_clauses(clauses, language)

    def cells(self) -> Mapping[str, Any]:
        """Return its value of each column."""
        kept = self.kept
        led = sum(count for _, count in self.leads)
        return {
            **give_names("plan", PlaceName(kept.id, kept.called)),
            "state": self.state,
            "in_force_from": kept.first,
            "in_force_until": kept.until,
            "as_of": kept.as_of,
            "targets": led,
            "open": len(kept.leads) - led,
            **give_names("leads", [one for one, _ in self.leads]),
            "differs": self.differs,
            "ties": self.ties,
            "plan_id": kept.id,
            "lead_ids": [one.id for one, _ in self.leads],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            **self.kept.as_json(),
            "state": self.state,
            "differs": self.differs,
            "ties": [],
            "unknown": [],
        }


class Keepings(Findings[Keeping]):
    """The plans that were kept."""

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say where none is in force."""
        if not self or any(one.state == IN_FORCE for one in self):
            return ()
        return (language.words("plans-none-in-force"),)


def find_plans(
    snapshot: Snapshot, level: Level = "country", *, limit: int | None = None, **asked: Unpack[Asked]
) -> Keepings:
    """List the plans that were kept at a level, of a sector or with a country if asked: that in force first.

    Raises GraphmapError for a level, day, sector or country that is none.
    """
    selection = select_ties(snapshot, Scope(level, **asked))
    sector, country = selection.scope.sector, selection.scope.country
    kept = [
        one
        for one in list_kept(snapshot, selection.scope.as_of)
        if one.level == level and sector in (None, one.sector) and (country is None or country in one.leads)
    ]
    found = [_describe(snapshot, one, selection.scope.as_of) for one in kept]
    return Keepings(found[:limit], selection.scope, selection.counted, len(found), ())


def _describe(snapshot: Snapshot, kept: KeptPlan, day: date | None) -> Keeping:
    loads = sorted(kept.loads.items(), key=lambda one: (-one[1], one[0]))
    now = find_in_force(snapshot, day, kept.level, kept.sector)
    differs = None
    if now is not None and now.id != kept.id:
        targets = kept.leads.keys() | now.leads.keys()
        differs = sum(kept.leads.get(one) != now.leads.get(one) for one in targets)
    return Keeping(
        kept,
        kept.find_state(day),
        tuple((name_kept(snapshot, lead), count) for lead, count in loads),
        differs,
    )


def name_kept(snapshot: Snapshot, identity: str) -> PlaceName:
    """Return what a plan names by its id; one that is no longer there has its id for a name."""
    row = snapshot.places.find(identity)
    return PlaceName(identity, Name(identity, "")) if row == NOTHING else name_place(snapshot, row)
