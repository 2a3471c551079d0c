"""Who leads toward one country: by the plan in force on a day, else by the one that is worked out."""

from __future__ import annotations

from datetime import date

from graphmap.analysis.division import CAPACITY, FAIRNESS, OPEN, divide_field, find_margin
from graphmap.analysis.drafting import Draft
from graphmap.analysis.kept import KeptPlan, find_in_force, place_leads
from graphmap.analysis.lead import Lead
from graphmap.analysis.plan_rules import read_rules
from graphmap.analysis.scope import Scope
from graphmap.store.snapshot import Snapshot


def find_lead(
    snapshot: Snapshot, country: int, rules: str | None, day: date | None, presume: int
) -> tuple[Lead | None, KeptPlan | None]:
    """Return the lead toward a country (its row) as `find_plan` tells it of all, and the plan in force.

    With `rules` (the text of a TOML file) a plan is worked out by them, whatever is in force. None where the
    plan does not name the country.
    """
    kept = find_in_force(snapshot, day) if rules is None else None
    laid = {} if kept is None else place_leads(snapshot, kept)
    held = read_rules(snapshot, "country", rules)
    draft = Draft(snapshot, Scope("country", as_of=day, presume=presume), held, None, laid)
    if country not in draft.targets or (kept is not None and country not in laid):
        return None, kept
    row = draft.targets.index(country)
    if kept is not None:
        return draft.describe(row, draft.column.get(laid[country], OPEN), None, is_kept=True), kept
    field = draft.make_field(CAPACITY, FAIRNESS)
    best = divide_field(field)
    return draft.describe(row, best.leads[row], find_margin(field, best, row)), None
