"""What the reader of mapped rows noted: what it left out, away or took once, and why, in a sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmap.errors import Place

NAMES_SHOWN = 12
"""How many of the names that nothing bears a note lists."""
IDS_SHOWN = 5
"""How many of the ids that got a number a note lists."""


@dataclass
class MappingNotes:
    """Counts, added to row by row.

    `left_out`: rows, by file and reason; `left_rows` says which. `left_away`: names that nothing bears, by
    file and name. `repeated`: rows that say again what an earlier one says, by file. `numbered`: ids of
    cities that share a name. `unplaced`: points that surely lie in no unit, by file and label. `ends`: what
    lasts, by file and whether its end is blank, where the mapping does not say what that means.
    """

    told: list[str] = field(default_factory=list)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_rows: dict[tuple[str, str | None, int | None], str] = field(default_factory=dict)
    left_away: Counter[tuple[str, str]] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    unplaced: Counter[tuple[str, str]] = field(default_factory=Counter)
    ends: Counter[tuple[str, bool]] = field(default_factory=Counter)
    numbered: list[str] = field(default_factory=list)

    def leave_out(self, file: str, place: Place, reason: str) -> None:
        """Note that a row is left out."""
        self.left_out[file, reason] += 1
        self.left_rows[place.file, place.sheet, place.line] = reason

    def lines(self) -> tuple[str, ...]:
        """Return the sentences."""
        return (*self.told, *self._say())

    def _say(self) -> Iterator[str]:
        for (file, reason), count in self.left_out.most_common():
            yield f"{file}: {_count(count, 'row')} left out: {reason}"
        for file in dict.fromkeys(file for file, _ in self.left_away):
            names = {name: count for (where, name), count in self.left_away.most_common() if where == file}
            shown = ", ".join(names if len(names) <= NAMES_SHOWN else [*list(names)[:NAMES_SHOWN], "…"])
            left = _count(sum(names.values()), "name is", "names are")
            yield f"{file}: {left} left away since nothing bears it: {shown}"
        for file, count in self.repeated.most_common():
            yield f"{file}: {_count(count, 'row')} say again what an earlier one says; taken once"
        for (file, label), count in self.unplaced.items():
            lies = _count(count, "point lies", "points lie")
            yield f"{file}: {lies} surely in no {label.lower()} whose shape is known (near a border, perhaps)"
        for file in dict.fromkeys(file for file, is_blank in self.ends if is_blank):
            blank, given = self.ends[file, True], self.ends[file, False]
            yield (
                f"{file}: {blank:,} of {blank + given:,} ties have no end, which is taken as unknown; "
                'blank_end = "held" in the mapping takes them to have held on the day of the list'
            )
        if self.numbered:
            shown = ", ".join(self.numbered[:IDS_SHOWN]) + (" …" if len(self.numbered) > IDS_SHOWN else "")
            said = _count(len(self.numbered), "city bears", "cities bear")
            yield f"{said} the name of another one, far off or in another unit: new ids {shown}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
