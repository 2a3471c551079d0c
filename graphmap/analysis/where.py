"""Says what lies where: of many ties those that lead into a place, without looking at each for each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphmap.store.tables import Places


class Where:
    """What each place lies in; found once, however often it is asked."""

    def __init__(self, places: Places) -> None:
        """Take the places."""
        self._places = places
        self._above: dict[int, tuple[int, ...]] = {}
        self._seats: dict[int, int] = {}
        self._labels = list(places.labels)

    def above(self, row: int) -> tuple[int, ...]:
        """Return a place and all that it lies in, the nearest first."""
        known = self._above.get(row)
        if known is None:
            known = self._above[row] = tuple(self._places.climb(row))
        return known

    def holds(self, place: int, target: int) -> bool:
        """Say whether a place lies in a target, or is a region that holds it whole."""
        if target in self.above(place):
            return True
        seat = self._find_seat(place)
        return self._labels[seat] == "Region" and seat in self.above(target)[1:]

    def may_hold(self, place: int, target: int) -> bool:
        """Say whether a place may lie in a region: in a city of which the region or its part is not known."""
        if self._labels[target] != "Region":
            return False
        above = self.above(place)
        labels = [self._labels[row] for row in above]
        if "City" not in labels:
            return False
        outer = above[labels.index("City") + 1 :]
        return "Region" not in labels or bool(outer and outer[0] in self.above(target)[1:-1])

    def may_lie_in(self, row: int, place: int) -> bool:
        """Say whether a place lies in another, or a city whose region is not known may."""
        outer = self.above(row)
        if place in outer:
            return True
        labels = [self._labels[one] for one in outer]
        return self._labels[place] == "Region" and "City" in labels and "Region" not in labels

    def choose(self, ties: Mapping[int, Sequence[int]], target: int) -> list[int]:
        """Return, of numbers by the place that they lead to, those of places that `holds` names, in order."""
        return sorted(tie for place in self._list_held(ties, target) for tie in ties[place])

    def _list_held(self, places: Mapping[int, object], target: int) -> Iterator[int]:
        return (place for place in places if self.holds(place, target))

    def _find_seat(self, place: int) -> int:
        """Return the place where one sits: the nearest region, city or country that it is or lies in."""
        known = self._seats.get(place)
        if known is None:
            seated = (row for row in self.above(place) if self._labels[row] in ("Region", "City", "Country"))
            known = self._seats[place] = next(seated, place)
        return known
