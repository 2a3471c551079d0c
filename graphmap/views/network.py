"""What a network shows: provinces and the targets that two or more of them reach; the rest is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graphmap.scales import Level
from graphmap.views.page_data import PageData

MOST_TARGETS = 120
"""How many targets a drawing shows at most; beyond that nobody can read it."""

MOST_LINES = 400
"""How many lines it shows at most; the most shared targets are kept."""


@dataclass(frozen=True)
class SharedNetwork:
    """Provinces, shared targets, their ties counted, and how many targets each province has alone."""

    level: Level
    provinces: tuple[str, ...]
    targets: tuple[str, ...]
    lines: dict[tuple[str, str], int]
    alone: dict[str, int]
    all_targets: int


def find_network(page: PageData, level: Level) -> SharedNetwork:
    """Find what the network at a level shows; the most shared targets where there are too many."""
    shared = page.find_shared(level)
    ranked = sorted(shared, key=lambda target: (-len(shared[target]), target))[:MOST_TARGETS]
    while sum(len(shared[target]) for target in ranked) > MOST_LINES:
        ranked.pop()
    kept = set(ranked)
    lines: Counter[tuple[str, str]] = Counter()
    exclusive: dict[str, set[str]] = {}
    for tie in page.ties:
        target = tie.targets.get(level)
        if target in kept:
            lines[tie.province, str(target)] += 1
        elif target and target not in shared:
            exclusive.setdefault(tie.province, set()).add(target)
    provinces = tuple(sorted({province for province, _ in lines}))
    alone = {province: len(found) for province, found in sorted(exclusive.items())}
    return SharedNetwork(
        level, provinces, tuple(sorted(kept)), dict(sorted(lines.items())), alone, len(shared)
    )
