"""The interface keeps to its description: schemathesis asks what it allows, and what it does not."""

from __future__ import annotations

from functools import cache
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.generation import GenerationMode

from graphmap.web.schema import describe_interface
from tests.examples import examples
from tests.web.serving import QUICK

load_all_checks()

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
"""Every address, asked for what it allows, and for what it does not where it takes anything."""


@cache
def make_strategy(address: str, mode: GenerationMode) -> st.SearchStrategy[Any]:
    """Return the requests of a sort that the description of an address allows."""
    made: st.SearchStrategy[Any] = read_description()[address]["GET"].as_strategy(generation_mode=mode)
    return made


@cache
def read_description() -> Any:
    """Return what the description allows."""
    return schemathesis.openapi.from_dict(describe_interface(QUICK))


@given(case=st.sampled_from(ASKED).flatmap(lambda asked: make_strategy(*asked)))
@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
def test_every_address_answers_as_it_is_described(case: Any, explorer: httpx.Client) -> None:
    case.call_and_validate(base_url=str(explorer.base_url).rstrip("/"), checks=KEPT)
