"""What a question cannot be asked without, though it declares none of it as required by itself."""

from __future__ import annotations


def list_needed(question: str, province: str, country: str) -> dict[str, str]:
    """Return it for a question of a name, about a province at home and a country abroad."""
    return {"tie": f"{province};{country};memorandum;trade;2026-01-01"} if question == "trial" else {}
