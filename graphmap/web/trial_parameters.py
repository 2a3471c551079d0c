"""What is entered of a tie that is tried, typed as the model declares it."""

from __future__ import annotations

from collections.abc import Mapping

from graphmap.question.declaration import Parameter

TRIED: Mapping[str, Parameter] = {
    "kind": Parameter(type="TIED_TO.kind", help="Kind of tie.", help_fa="نوع رابطه."),
    "sectors": Parameter(type="TIED_TO.sectors", many=True, help="Its sectors.", help_fa="حوزه‌های آن."),
    "since": Parameter(type="TIED_TO.since", help="Since when; today if left out.", help_fa="آغاز آن."),
}
"""The fields of the tie; its ends are read as names."""
