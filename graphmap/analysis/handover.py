"""From one plan to another: who hands over which target, who gains a lead, and what stays open now."""

# /// question
# caption = "Handover: what differs from one plan to another"
# caption_fa = "جابه‌جایی پیشگامی: تفاوت دو تقسیم کار"
# description = """
# Two kept plans by name: for each country whose lead differs, who hands over to whom; and in sum which
# province gains and loses how many. Without {former} it is the plan in force, without {latter} the latest
# draft. A province that hands over keeps its ties there and supports."""
# description_fa = """
# دو تقسیم کار ثبت‌شده با نام آن‌ها: در هر کشوری که استان پیشگام آن تفاوت دارد، پیشگامی از کدام استان به کدام
# استان می‌رسد و هر استان چند مورد به دست می‌آورد یا از دست می‌دهد. بدون {former} تقسیم در حال اجرا و بدون
# {latter} تازه‌ترین پیش‌نویس مبناست. استان واگذارنده روابط خود را در آنجا نگه می‌دارد و نقش پشتیبان دارد."""
# key = ["target_id"]
# tally = "move"
# nothing = "There are no two plans that differ; one is kept as a draft, then put in force."
# nothing_fa = "دو تقسیم کار متفاوت ثبت نشده است؛ هر تقسیم کار نخست پیش‌نویس و سپس اجرا می‌شود."
#
# [parameters]
# limit = {}
# [parameters.former]
# type = "text"
# help = "Name of the plan that was: the one in force where none is given."
# help_fa = "نام تقسیم کار پیشین؛ اگر داده نشود، تقسیم در حال اجرا."
# [parameters.latter]
# type = "text"
# help = "Name of the plan that is to be: the latest draft where none is given."
# help_fa = "نام تقسیم کار تازه؛ اگر داده نشود، تازه‌ترین پیش‌نویس."
#
# [columns.target]
# type = "name"
# help = "the country or other target"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# [columns.move]
# type = "word"
# help = "what becomes of the lead"
# caption = "Change"
# caption_fa = "تغییر"
# [columns.move.words]
# "handed over" = "واگذاری"
# "newly led" = "پیشگام تازه"
# "left open" = "بدون پیشگام می‌ماند"
# [columns.former]
# type = "name"
# help = "the province that leads in the first plan; none where it stays open"
# caption = "Loses"
# caption_fa = "واگذارنده"
# empty = "none"
# [columns.lead]
# type = "name"
# help = "the province that leads in the second plan; none where it stays open"
# caption = "Gains"
# caption_fa = "استان پیشگام تازه"
# empty = "none"
# [columns.sector]
# type = "TIED_TO.sectors"
# help = "the sector that both plans divide; none where it is all of them"
# caption_fa = "حوزه"
# empty = "none"
# [columns.former_ties]
# type = "whole"
# help = "ties there of who hands over, that hold or may: it supports by them"
# caption = "Its ties there"
# caption_fa = "روابط واگذارنده در آنجا"
# [columns.lead_ties]
# type = "whole"
# help = "ties there of who gains, that hold or may"
# caption = "Ties of the new lead"
# caption_fa = "روابط پیشگام تازه در آنجا"
# [columns.ties]
# type = "ids"
# help = "ids of the ties there of both"
# caption_fa = "روابط"
# empty = "none"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# [columns.former_id]
# type = "id"
# help = "id of the province that hands over"
# caption_fa = "شناسهٔ استان واگذارنده"
# named_by = "former"
# empty = "none"
# [columns.lead_id]
# type = "id"
# help = "id of the province that gains"
# caption_fa = "شناسهٔ استان پیشگام تازه"
# named_by = "lead"
# empty = "none"
# ///

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Unpack

import numpy as np

from graphmap.analysis.findings import Doubt, Findings, PlaceName, give_names, join_clauses
from graphmap.analysis.kept import DRAFT, TO_COME, KeptPlan, find_in_force, find_kept, list_kept
from graphmap.analysis.plans import name_kept
from graphmap.analysis.scope import Asked, Scope, Selection, select_ties
from graphmap.errors import GraphmapError
from graphmap.scales import Level, name_message
from graphmap.store.snapshot import NOTHING, Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

Move = Literal["handed over", "newly led", "left open"]


@dataclass(frozen=True, slots=True)
class Handover:
    """A target whose lead differs in two plans: who led (None: nobody), who is to, and their ties there."""

    target: PlaceName
    former: PlaceName | None
    lead: PlaceName | None
    sector: str | None
    former_ties: tuple[str, ...]
    lead_ties: tuple[str, ...]
    unknown: tuple[Doubt, ...] = ()

    @property
    def move(self) -> Move:
        """Return what becomes of the lead."""
        if self.lead is None:
            return "left open"
        return "newly led" if self.former is None else "handed over"

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties of both there."""
        return (*self.former_ties, *self.lead_ties)

    def sentence(self, language: Language) -> str:
        """Say who hands over to whom, and what they have there."""
        former, lead = ("" if one is None else one.in_language(language) for one in (self.former, self.lead))
        target = self.target.in_language(language)
        named = {"target": target, "former": former, "lead": lead}
        clauses = [language.words(name_message("handover", self.move), **named)]
        if self.former is not None:
            clauses.append(
                language.words("handover-supports", province=former, ties=len(self.former_ties))
                if self.former_ties
                else language.words("handover-nothing-there", province=former)
            )
        if self.lead is not None:
            clauses.append(
                language.words("handover-has", province=lead, ties=len(self.lead_ties))
                if self.lead_ties
                else language.words("handover-nothing-there", province=lead)
            )
        return join_clauses(clauses, language)

    def cells(self) -> Mapping[str, Any]:
        """Return its value of each column."""
        nobody: dict[str, Any] = {"former": None, "former_fa": None}
        none: dict[str, Any] = {"lead": None, "lead_fa": None}
        return {
            **give_names("target", self.target),
            "move": self.move,
            **(nobody if self.former is None else give_names("former", self.former)),
            **(none if self.lead is None else give_names("lead", self.lead)),
            "sector": [] if self.sector is None else [self.sector],
            "former_ties": len(self.former_ties),
            "lead_ties": len(self.lead_ties),
            "ties": self.ties,
            "target_id": self.target.id,
            "former_id": None if self.former is None else self.former.id,
            "lead_id": None if self.lead is None else self.lead.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "target": self.target.as_json(),
            "move": self.move,
            "from": None if self.former is None else self.former.id,
            "to": None if self.lead is None else self.lead.id,
            "sector": self.sector,
            "ties": list(self.ties),
            "unknown": [],
        }


class Handovers(Findings[Handover]):
    """What differs from one plan to another; both are None where there are no two to compare.

    `gains` are how many leads each province has more (less: negative) in the second, the most first.
    """

    first: KeptPlan | None
    second: KeptPlan | None
    gains: tuple[tuple[PlaceName, int], ...]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say which two plans, and who gains and loses in sum."""
        if self.first is None or self.second is None:
            return ()
        names = {"first": self.first.in_language(language), "second": self.second.in_language(language)}
        said = [language.words("handover-of", **names, count=self.total)]
        for message, sign in (("handover-gain", 1), ("handover-lose", -1)):
            some = [
                f"{one.in_language(language)} ({language.number(count * sign)})"
                for one, count in self.gains
                if count * sign > 0
            ]
            if some:
                said.append(language.words(message, names=language.words("list-mark").join(some)))
        return tuple(said)

    def tell_whole(self) -> dict[str, Any]:
        """Return the two plans and who gains how many, as JSON holds them."""
        plans = {"from": self.first, "to": self.second}
        return {
            **{name: None if one is None else one.id for name, one in plans.items()},
            "gains": {one.id: count for one, count in self.gains},
        }


def find_handover(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    former: str | None = None,
    latter: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Handovers:
    """Find the targets whose lead differs from the plan `former` to the plan `latter`, by their names.

    Without a name, `former` is the plan in force and `latter` one that is to come, else the latest draft;
    where there is none, the answer is empty. Ties are those that hold or may on the day asked. Handed over
    come first, then by id.

    Raises GraphmapError for a name, level, day, sector or country that is none, and for plans of two levels
    or sectors.
    """
    scope = Scope(level, **asked)
    first = find_in_force(snapshot, scope.as_of, level, scope.sector)
    if former is not None:
        first = find_kept(snapshot, former)
    drafts = [
        one
        for one in list_kept(snapshot, scope.as_of)
        if one.find_state(scope.as_of) in (TO_COME, DRAFT)
        and (one.level, one.sector) == (level, scope.sector)
    ]
    second = (drafts[0] if drafts else None) if latter is None else find_kept(snapshot, latter)
    if first is not None and second is not None:
        if (first.level, first.sector) != (second.level, second.sector):
            raise GraphmapError(
                f"{first.called.en} and {second.called.en} divide different levels or sectors; "
                "right would be two of one"
            )
        scope = Scope(first.level, **{**asked, "sector": first.sector})  # type: ignore[arg-type]
    selection = select_ties(snapshot, scope)
    found = _compare(selection, first, second) if first is not None and second is not None else []
    found.sort(key=lambda one: (one.move != "handed over", one.lead is None, one.target.id))
    handovers = Handovers(found[:limit], selection.scope, selection.counted, len(found), ())
    both = first is not None and second is not None
    handovers.first, handovers.second = (first, second) if both else (None, None)
    gains: Counter[PlaceName] = Counter()
    for one in found:
        if one.lead is not None:
            gains[one.lead] += 1
        if one.former is not None:
            gains[one.former] -= 1
    handovers.gains = tuple(sorted(gains.items(), key=lambda one: (-one[1], one[0].id)))
    return handovers


def _compare(selection: Selection, first: KeptPlan, second: KeptPlan) -> list[Handover]:
    snapshot, only = selection.snapshot, selection.scope.country
    found = []
    for target in sorted(first.leads.keys() | second.leads.keys()):
        former, lead = first.leads.get(target), second.leads.get(target)
        row = snapshot.places.find(target)
        elsewhere = only is not None and (
            row == NOTHING or int(snapshot.countries[row]) != snapshot.row(only)
        )
        if former == lead or elsewhere:
            continue
        found.append(
            Handover(
                name_kept(snapshot, target),
                None if former is None else name_kept(snapshot, former),
                None if lead is None else name_kept(snapshot, lead),
                first.sector,
                _list_ties(selection, target, former),
                _list_ties(selection, target, lead),
            )
        )
    return found


def _list_ties(selection: Selection, target: str, province: str | None) -> tuple[str, ...]:
    places, ties = selection.snapshot.places, selection.snapshot.ties
    if province is None or NOTHING in (places.find(target), places.find(province)):
        return ()
    there = (selection.target == places.find(target)) & (selection.province == places.find(province))
    return tuple(ties.ids[row] for row in selection.ties[np.flatnonzero(there & selection.present)].tolist())
