"""Verdicts on the collected files, computed anew from their rows, without graphmap (methods 3.4)."""

from __future__ import annotations

import calendar
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
ONE = timedelta(days=1)
EVENTS = {"contact", "visit", "meeting"}
PREPARING = {"idea", "proposed", "negotiating"}
CONTACT = timedelta(days=180)
LADDER = (
    *("none", "in contact", "joint", "possibly successive", "successive", "possibly complementary"),
    *("complementary", "possible", "presumed", "certain"),
)
Row = Mapping[str, str]


def read_rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Read the rows of a file, none where there is no such file."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def move(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the month so many months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def read_days(text: str) -> tuple[date, date]:
    """Return the first and last day that a date may mean; a doubt widens it by one unit on either side."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(\??)", text)
    assert found, text
    year, doubt = int(found[1]), int(bool(found[4]))
    if found[3]:
        day = date(year, int(found[2]), int(found[3]))
        return day - doubt * ONE, day + doubt * ONE
    if found[2]:
        (y, m), (z, n) = (move(year, int(found[2]), by * doubt) for by in (-1, 1))
        return date(y, m, 1), date(z, n, calendar.monthrange(z, n)[1])
    return date(year - doubt, 1, 1), date(year + doubt, 12, 31)


@dataclass
class Act:
    """A row of TIED_TO with its days: it began from `begins[0]` to `begins[1]`, ended likewise."""

    row: Row
    province: str
    country: str
    begins: tuple[date, date]
    ends: tuple[date, date]
    sign: date = FIRST

    @property
    def is_event(self) -> bool:
        return self.row["kind"] in EVENTS

    @property
    def is_preparing(self) -> bool:
        return self.row["stage"] in PREPARING

    @property
    def sectors(self) -> set[str]:
        return {*filter(None, self.row["sectors"].split("|"))}

    def counts(self, day: date) -> bool:
        """Say whether it may hold on a day; an event counts as long as the two are in contact by it."""
        end = self.ends[1]
        if self.is_event:
            over = end if end < LAST else max(self.begins[1] + ONE, self.ends[0])
            end = over + CONTACT if over < LAST - CONTACT else LAST
        return self.begins[0] <= day < end

    def is_certain(self, day: date) -> bool:
        return not self.is_preparing and self.begins[1] <= day < self.ends[0]

    def is_presumed(self, day: date, years: int) -> bool:
        """Say whether it holds on a day, or is taken to for some years after its last sign of life."""
        if self.is_certain(day):
            return True
        if self.is_preparing or self.row["until"] or self.row["stage"] == "ended" or self.begins[1] > day:
            return False
        return years > 0 and self.sign > day.replace(year=day.year - years)


def bound(row: Row) -> tuple[tuple[date, date], tuple[date, date]]:
    """Return within which days a row began and ended, each tightened by the other and by what is attested."""
    since = read_days(row["since"]) if row["since"] else (FIRST, LAST)
    until = read_days(row["until"]) if row["until"] else (FIRST, LAST)
    attested = [read_days(text) for text in row["attested"].split("|") if text]
    began = min([since[1], until[1] - ONE, *(last for _, last in attested)])
    ended = max([until[0], since[0] + ONE, *(first + ONE for first, _ in attested)])
    return (since[0], began), (ended, until[1])


def read_acts(press: Path, places: Path, province: str = "IR-") -> list[Act]:
    """Read the ties of the collected files; what the sample knows of places tells where their ends lie."""
    above: dict[str, str] = {}
    for name, folder in product(("IN", "REPRESENTS", "SENT_BY"), (places, press)):
        # A mission stands for the country that sends it, wherever it lies.
        above |= {row["from_id"]: row["to_id"] for row in read_rows(folder, name)}

    def climb(place: str) -> list[str]:
        found = [place]
        while found[-1] in above:
            found.append(above[found[-1]])
        return found

    acts = []
    for row in read_rows(press, "TIED_TO"):
        home = next((one for one in climb(row["from_id"]) if one.startswith(province)), "")
        country = climb(row["to_id"])[-1]
        assert re.fullmatch("[A-Z]{3}", country), row
        acts.append(Act(row, home, country, *bound(row)))
    for act in acts:
        act.sign = max(list_signs(act, acts))
    return [act for act in acts if act.province]


def list_signs(of: Act, acts: Iterable[Act]) -> list[date]:
    """List the days on which a commitment, or its act, is known to have been alive."""
    signs = [FIRST]
    for act in acts:
        row = act.row
        same_act = act is of or (row["document"] and row["document"] == of.row["document"])
        same_ends = (row["from_id"], row["to_id"]) == (of.row["from_id"], of.row["to_id"])
        if act.is_preparing:
            continue
        if act.is_event:
            is_fine = not re.fullmatch("[A-Z]{3}", row["to_id"])
            if (same_act or (same_ends and is_fine)) and row["since"] and "?" not in row["since"]:
                signs.append(act.begins[0])
        elif same_act:
            signs += [act.begins[0], *(read_days(day)[0] for day in row["attested"].split("|") if day)]
    return signs


def judge_two(one: Act, other: Act, joint: set[str], day: date | None, years: int) -> str:
    """Judge two ties of two provinces that have a part in some acts together."""
    if one.is_event or other.is_event:
        return "none" if one.is_event and other.is_event else "in contact"
    documents = {one.row["document"], other.row["document"]}
    if documents & joint:
        return "joint" if len(documents) == 1 else "none"
    common = one.sectors & other.sectors - {"other"}
    unknown = not common and bool(not one.sectors or not other.sectors or one.sectors & other.sectors)
    if day is None:
        sure = not {one.row["stage"], other.row["stage"]} & PREPARING
        sure = sure and one.begins[1] < other.ends[0] and other.begins[1] < one.ends[0]
        may_be = one.begins[0] < other.ends[1] and other.begins[0] < one.ends[1]
        presumed = False
    else:
        sure, may_be = one.is_certain(day) and other.is_certain(day), True
        presumed = one.is_presumed(day, years) and other.is_presumed(day, years)
    if not may_be:
        return "successive" if common else "possibly successive" if unknown else "none"
    if not common and not unknown:
        return "complementary" if sure else "possibly complementary"
    if unknown:
        return "possible"
    return "certain" if sure else "presumed" if presumed else "possible"


def judge_countries(
    acts: Iterable[Act], day: date | None, years: int
) -> dict[tuple[str, str, str], list[str]]:
    """Judge each two provinces toward each country: by ties in force, and where one is not yet."""
    acts = list(acts)
    parts: dict[str, set[str]] = defaultdict(set)
    there: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in acts:
        if act.row["document"] and not act.is_event:
            parts[act.province].add(act.row["document"])
        if day is None or act.counts(day):
            there[act.country, act.province].append(act)
    found: dict[tuple[str, str, str], list[str]] = {}
    for (country, one), (other_country, other) in product(there, there):
        if country != other_country or one >= other:
            continue
        best = ["none", "none"]
        for first, second in product(there[country, one], there[country, other]):
            verdict = judge_two(first, second, parts[one] & parts[other], day, years)
            which = int(first.is_preparing or second.is_preparing)
            best[which] = max(best[which], verdict, key=LADDER.index)
        found[country, one, other] = best
    return found
