"""What a source claims to list whole must be something that the model has."""

from __future__ import annotations

from graphmap.schema.batch import WRITABLE
from graphmap.schema.claims import parse_claim
from graphmap.schema.draft import Draft
from graphmap.schema.nodes import Source


def check_claims(source: Source, draft: Draft) -> None:
    """Check that each claim names a label or type, and a kind that it has."""
    for text in source.covers or ():
        claim = parse_claim(text)
        cls = WRITABLE.get(claim.name)
        if cls is None:
            problem, right = f"names no label or type: {claim.name}", f"one of {', '.join(WRITABLE)}"
            draft.blame(source.identity, problem, right, "covers", text)
            continue
        kinds = next((column.kind.choices for column in cls.columns() if column.name == "kind"), {})
        if claim.kind and claim.kind not in kinds:
            problem = f"names no kind of {claim.name}: {claim.kind}"
            right = f"one of {', '.join(kinds)}" if kinds else f"{claim.name} alone, which has no kinds"
            draft.blame(source.identity, problem, right, "covers", text)
