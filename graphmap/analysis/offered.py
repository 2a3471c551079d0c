"""All that the analyses offer; `graphmap.analysis` loads it when it is asked for."""

from __future__ import annotations

from graphmap.analysis.change import Changes, find_change
from graphmap.analysis.changed import Changed
from graphmap.analysis.contests import Contest
from graphmap.analysis.courting import Courting
from graphmap.analysis.dyad import Dyad
from graphmap.analysis.entanglement import Entanglement, find_entanglement
from graphmap.analysis.findings import Doubt, Finding, Findings, PlaceName
from graphmap.analysis.gap import Gap
from graphmap.analysis.gaps import Gaps, find_gaps
from graphmap.analysis.groups import Group, find_groups
from graphmap.analysis.handover import Handovers, find_handover
from graphmap.analysis.lead import Lead
from graphmap.analysis.loader import Analysis, list_analyses, load_analysis
from graphmap.analysis.neighbour import Neighbour
from graphmap.analysis.overlap import Overlap
from graphmap.analysis.overlaps import find_overlaps
from graphmap.analysis.overturn import Overturns, find_overturn
from graphmap.analysis.overturning import Document, Overturn
from graphmap.analysis.pairs import RivalPair, say_verdict
from graphmap.analysis.pipeline import Pipeline, find_pipeline
from graphmap.analysis.plan import Plan, find_plan
from graphmap.analysis.plans import Keepings, find_plans
from graphmap.analysis.rivals import Rivals, find_rivals
from graphmap.analysis.scope import Counted, Scope
from graphmap.analysis.sole_contacts import SoleContact, find_sole_contacts
from graphmap.analysis.suggest import Suggestions, evaluate_suggestions, find_suggest
from graphmap.analysis.suggestion import Suggestion
from graphmap.analysis.targets import Rivalry
from graphmap.analysis.trial import find_trial

__all__ = [
    "Analysis",
    "Changed",
    "Changes",
    "Contest",
    "Counted",
    "Courting",
    "Document",
    "Doubt",
    "Dyad",
    "Entanglement",
    "Finding",
    "Findings",
    "Gap",
    "Gaps",
    "Group",
    "Handovers",
    "Keepings",
    "Lead",
    "Neighbour",
    "Overlap",
    "Overturn",
    "Overturns",
    "Pipeline",
    "PlaceName",
    "Plan",
    "RivalPair",
    "Rivalry",
    "Rivals",
    "Scope",
    "SoleContact",
    "Suggestion",
    "Suggestions",
    "evaluate_suggestions",
    "find_change",
    "find_entanglement",
    "find_gaps",
    "find_groups",
    "find_handover",
    "find_overlaps",
    "find_overturn",
    "find_pipeline",
    "find_plan",
    "find_plans",
    "find_rivals",
    "find_sole_contacts",
    "find_suggest",
    "find_trial",
    "list_analyses",
    "load_analysis",
    "say_verdict",
]
