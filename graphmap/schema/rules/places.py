"""What lies where: one place for a node, the finest that is known; provinces at home, regions abroad."""

from __future__ import annotations

from collections.abc import Iterator

from graphmap.schema.draft import Draft
from graphmap.schema.nodes import Body, City, Counterpart, Country, Mission, Province, Region
from graphmap.schema.records import Named, Relationship
from graphmap.schema.relationships import In, Represents, SentBy

PLACED = (Province, Region, City, Mission, Body)
"""Labels whose nodes lie IN something."""

DEEPEST = 3
"""How many regions may lie one in another; the reports climb far enough for these."""


def settle_places(draft: Draft) -> None:
    """Leave a node one relationship of a single type; a finer IN replaces a coarser one, or it is a fault."""
    singles: dict[tuple[type[Relationship], str], list[Relationship]] = {}
    for relationship in (*_stored_singles(draft), *draft.relationships.values()):
        if relationship.single and relationship.has_ends():
            kept = singles.setdefault((type(relationship), relationship.start), [])
            if all(other.identity != relationship.identity for other in kept):
                kept.append(relationship)
    for (kind, start), found in singles.items():
        if kind in (In, Represents):
            draft.place(start, found[0].target)
        elif kind is SentBy:
            draft.senders[start] = found[0].target
    for (kind, start), found in singles.items():
        chosen = found[0]
        for other in found[1:]:
            chosen = _choose_single(kind, start, chosen, other, draft)


def _stored_singles(draft: Draft) -> Iterator[Relationship]:
    for _, starting in sorted(draft.contents.starting.items()):
        yield from (r for r in starting if r.single and r.identity not in draft.removed)


def _choose_single(
    kind: type[Relationship], start: str, kept: Relationship, other: Relationship, draft: Draft
) -> Relationship:
    if kind is In:
        if kept.target in draft.above(other.target):
            draft.place(start, other.target)
            draft.drop(kept)
            draft.notes.append(f"{start} lies IN {other.target}, which is finer than {kept.target}")
            return other
        if other.target in draft.above(kept.target):
            draft.drop(other)
            draft.notes.append(f"{start} already lies IN {kept.target}, which is finer than {other.target}")
            return kept
    draft.blame(
        other.identity if other.identity in draft.places else kept.identity,
        f"is a second {kind.stored_as} of {start}, which has {kept.target}",
        "one only",
        "to_id",
        other.target,
    )
    return kept


def check_unit(relationship: In, draft: Draft) -> None:
    """Check that nothing lies in itself, and that a Province is a unit of home, a Region one of elsewhere."""
    if relationship.start in (relationship.target, *draft.above(relationship.target)):
        problem = f"lies in {relationship.start} itself, so that neither would lie in a country"
        draft.blame(relationship.identity, problem, "what it lies in", "to_id", relationship.target)
        return
    home, unit = draft.home, draft.node(relationship.start)
    above = draft.above(relationship.start)
    lies = (relationship.start, *above)
    if len(lies) > DEEPEST and sum(isinstance(draft.node(place), Region) for place in lies) > DEEPEST:
        problem = f"makes more than {DEEPEST} regions lie in each other"
        draft.blame(relationship.identity, problem, "a coarser region", "to_id", relationship.target)
    if home is None or not isinstance(draft.node(relationship.target), Country):
        return
    identity, country = relationship.identity, relationship.target
    if isinstance(unit, Province) and country != home.identity:
        problem = f"is not {home.name}, the home country, of which every Province is a unit"
        draft.blame(identity, problem, f"{home.identity}, or a Region instead", "to_id", country)
    elif isinstance(unit, Region) and country == home.identity:
        problem = f"is {home.name}, the home country, of which no Region is a unit"
        draft.blame(identity, problem, "another country, or a Province instead", "to_id", country)


def note_unplaced(node: Named, draft: Draft) -> None:
    """Note a new node of which no row says where it lies, or for what place it speaks."""
    if node.identity in draft.parents or draft.stored(node.identity) is not None:
        return
    if node.identity in draft.senders:
        said = "no IN row says where it lies; ties with it count for the country that sends it"
    elif isinstance(node, PLACED):
        said = "no IN row says where it lies, so it counts for no country"
    elif isinstance(node, Counterpart):
        said = "no REPRESENTS row says for what place it speaks"
    else:
        return
    draft.notes.append(f"{node.stored_as} {node.identity}: {said}")
