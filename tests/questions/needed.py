"""What a question cannot be asked without, declared as required or not."""

from __future__ import annotations

from graphmap.question.declaration import Question


def give_needed(question: Question, province: str, country: str) -> dict[str, str]:
    """Return it for a question, about a province at home and a country abroad."""
    known = {"province": province, "country": country}
    required = {name: known[name] for name, parameter in question.parameters.items() if parameter.required}
    # A trial needs a tie or a file of ties, so that neither is required by itself.
    tried = {"tie": f"{province};{country};memorandum;trade;2026-01-01"} if question.name == "trial" else {}
    return required | tried
