"""The targets with which one province alone has ties: a finding a target."""

# /// question
# caption = "Foreign targets with which one province alone has ties"
# caption_fa = "طرف‌های خارجی که تنها یک استان با آن‌ها رابطه دارد"
# description = "What hangs on one province: the target, the province, and the ties between them."
# description_fa = "آنچه به یک استان وابسته است: طرف خارجی، استان و روابط میان این دو."
# key = ["target_id"]
#
# [picture]
# kind = "map"
# caption = "Partners that a province has alone"
# caption_fa = "تعداد طرف‌های ویژهٔ هر استان"
# of = ["province_id"]
#
# [parameters]
# limit = {}
#
# [columns]
# target = {type = "name", help = "the target", caption = "Partner", caption_fa = "طرف خارجی"}
# province = {type = "name", help = "the one province that has ties with it", caption_fa = "استان"}
# ties = {type = "ids", help = "ids of the ties it rests on", caption_fa = "روابط"}
# [columns.others]
# type = "absence"
# help = "whether other provinces have ties there: none recorded where a source lists such ties whole"
# caption = "Other provinces"
# caption_fa = "استان‌های دیگر"
# [columns.silent_since]
# type = "day"
# help = "last sign (of a year its first day) of ties possible only since that is too old"
# caption = "Last sign, at the earliest"
# caption_fa = "زودترین تاریخ آخرین نشانه"
# empty = "none"
# [columns.without_province]
# type = "ids"
# help = "ids of ties there whose province is not known"
# caption = "Ties of unknown province"
# caption_fa = "روابط با استان نامعلوم"
# empty = "none"
# detail = true
# [columns.municipal]
# type = "whole"
# help = "number of the ties made by cities"
# caption = "Ties of cities"
# detail = true
# caption_fa = "روابط در سطح شهرداری"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# [columns.province_id]
# type = "id"
# help = "id of the province"
# caption_fa = "شناسهٔ استان"
# named_by = "province"
# ///

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from graphmap.analysis.absence import Absence, Absences
from graphmap.analysis.blocks import Block
from graphmap.analysis.dividing import Division, divide_by_target
from graphmap.analysis.findings import (
    Doubt,
    Findings,
    PlaceName,
    find_last_sign,
    give_names,
    join_clauses,
    list_doubts,
    list_names,
    say_municipal,
)
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class SoleContact:
    """A target with which one province alone has ties; those `beside` prepare one or are in contact.

    `absence` says whether it can be told that no other province has any.
    """

    target: PlaceName
    level: Level
    province: PlaceName
    beside: tuple[PlaceName, ...]
    ties: tuple[str, ...]
    municipal: int
    unknown: tuple[Doubt, ...]
    absence: Absence

    def sentence(self, language: Language) -> str:
        """Say it in a language."""
        clauses = [
            language.words(
                "sole-contact",
                target=self.target.in_language(language),
                province=self.province.in_language(language),
                ties=len(self.ties),
            )
        ]
        if self.beside:
            clauses.append(language.words("beside", names=list_names(self.beside, language)))
        clauses.append(say_others([self], language))
        clauses += self._say_aside(language)
        clauses += say_municipal(self.municipal, len(self.ties), language)
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def named(self, language: Language) -> str:
        """Name target and province, and what could be the tie of another, in a language."""
        told = language.words("clause-mark").join(
            [language.list_names([self.province.in_language(language)]), *self._say_aside(language)]
        )
        return f"{language.list_names([self.target.in_language(language)])} ({told})"

    def _say_aside(self, language: Language) -> list[str]:
        ties = len(self.without_province)
        return [language.words("sole-contact-aside", ties=ties)] if ties else []

    @property
    def silent_since(self) -> date | None:
        """Return the last sign of life of ties of which it is too old; None where there is no such tie."""
        return find_last_sign(self.unknown)

    @property
    def without_province(self) -> tuple[str, ...]:
        """Return the ids of ties there whose province is not known."""
        return tuple(aside.id for aside in self.absence.asides if aside.why == "province")

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        return {
            **give_names("target", self.target),
            **give_names("province", self.province),
            "ties": self.ties,
            "others": self.absence.answer,
            "silent_since": self.silent_since,
            "without_province": self.without_province,
            "municipal": self.municipal,
            "target_id": self.target.id,
            "province_id": self.province.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "target": self.target.as_json(),
            "province": self.province.id,
            "beside": [province.id for province in self.beside],
            "ties": list(self.ties),
            "absence": self.absence.as_json(),
            "municipal_ties": self.municipal,
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def find_sole_contacts(
    snapshot: Snapshot, level: Level = "country", *, limit: int | None = None, **asked: Unpack[Asked]
) -> Findings[SoleContact]:
    """Find the targets with which one province alone has ties, those with the most ties first.

    Raises GraphmapError for a level, day, sector or country that is none.
    """
    selection = select_ties(snapshot, Scope(level, **asked), beside=True)
    found = list_contacts(divide_by_target(selection))
    unknown = list_doubts(selection, np.flatnonzero(selection.present))
    return Findings(found[:limit], selection.scope, selection.counted, len(found), unknown)


def list_contacts(division: Division) -> list[SoleContact]:
    """Return the targets with which one province alone has ties, of what was selected with what is beside."""
    selection = division.selection
    absences = Absences(selection.snapshot, selection.scope.as_of)
    alone = (division[target] for target in np.flatnonzero(division.there == 1).tolist())
    return sorted(
        (describe_contact(block, selection.scope.level, absences) for block in alone), key=rank_contact
    )


class SoleContacts:
    """The sole contacts among ties by target, described when they are looked at: it takes long of many."""

    def __init__(self, division: Division, unknown: tuple[Doubt, ...]) -> None:
        """Take the ties, and what is unknown of all that count."""
        self._division, self._unknown = division, unknown

    @cached_property
    def found(self) -> Findings[SoleContact]:
        """The sole contacts, those with the most ties first."""
        selection = self._division.selection
        found = list_contacts(self._division)
        return Findings(found, selection.scope, selection.counted, unknown=self._unknown)

    def __eq__(self, other: object) -> bool:
        """Say whether both find the same."""
        return isinstance(other, SoleContacts) and self.found == other.found

    def __hash__(self) -> int:
        """Hash by what is found."""
        return hash(self.found)


def say_others(contacts: Iterable[SoleContact], language: Language) -> str:
    """Say on what it rests that no other province has ties at targets of which the same can be told."""
    absences = [contact.absence for contact in contacts]
    listers = (source for absence in absences for source in absence.sources)
    sources = language.list_names([*dict.fromkeys(one.in_language(language) for one in listers)])
    return language.words(f"sole-contact-{absences[0].answer.replace(' ', '-')}", sources=sources)


def describe_contact(block: Block, level: Level, absences: Absences) -> SoleContact:
    """Describe a target of one province."""
    (province,) = block.there
    return SoleContact(
        block.target,
        level,
        province,
        block.beside,
        block.ties,
        block.municipal,
        block.unknown,
        absences.judge("ties", block.target.id),
    )


def rank_contact(contact: SoleContact) -> tuple[int, str]:
    """Return what sole contacts are ordered by."""
    return -len(contact.ties), contact.target.id
