"""The interface keeps to its description: schemathesis asks what it allows, and what it does not."""

from __future__ import annotations

from functools import cache
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.generation import GenerationMode

from graphmap.web.schema import describe_interface
from tests.web.serving import QUICK

load_all_checks()

EXAMPLES = 4
"""How many requests of each sort an address is asked."""

NOT_HELD = {
    # What is a name is a text to the description; whether anything bears it only the store knows.
    "positive_data_acceptance",
}
KEPT = [check for check in CHECKS.get_all() if check.__name__ not in NOT_HELD]
ASKED = [
    (address, mode)
    for address, described in sorted(describe_interface(QUICK)["paths"].items())
    for mode in GenerationMode
    if described["get"]["parameters"] or mode is GenerationMode.POSITIVE
]


@cache
def read_description() -> Any:
    """Return what the description allows."""
    return schemathesis.openapi.from_dict(describe_interface(QUICK))


@pytest.mark.parametrize(("address", "mode"), ASKED, ids=lambda one: str(getattr(one, "value", one)))
def test_an_address_answers_as_it_is_described(
    address: str, mode: GenerationMode, explorer: httpx.Client
) -> None:
    operation = read_description()[address]["GET"]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        case.call_and_validate(base_url=str(explorer.base_url).rstrip("/"), checks=KEPT)

    ask()
