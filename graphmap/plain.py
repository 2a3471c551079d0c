"""Values as JSON holds them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def plain_value(value: Any) -> Any:
    """Return a value as JSON holds it: days and moments as ISO texts, tuples as lists.

    >>> plain_value((date(2021, 12, 29), None, 3))
    ['2021-12-29', None, 3]
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain_value(item) for item in value]
    return value


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping as JSON holds it."""
    return {name: plain_value(value) for name, value in values.items()}
