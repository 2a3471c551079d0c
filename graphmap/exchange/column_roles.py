"""Find what each column of a stranger's list holds: by the names that are known, then by its head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graphmap.exchange.meant_names import MeantNames
from graphmap.exchange.place_words import names_office
from graphmap.exchange.seen_column import MOST, SeenColumn, find_country_after, share_of_words
from graphmap.text import ascii_digits

MOST_WORDS = 40
"""A column of more different texts holds no words of a value table, whatever its head says."""
_ROW_NUMBER = re.compile(r"\(?\d{1,4}[.)]?|\[\w{1,4}\]")


def give_roles(columns: Iterable[SeenColumn], names: MeantNames) -> tuple[SeenColumn, ...]:
    """Give each column its role; what cannot be told keeps none."""
    return tuple(_Roles(list(columns), names).give())


class _Roles:
    """Gives roles one after the other, the surest first; each role but a few is given once."""

    def __init__(self, columns: list[SeenColumn], names: MeantNames) -> None:
        self.columns, self.names, self.directory = columns, names, names.directory

    def give(self) -> list[SeenColumn]:
        self._give_ends()
        self._give_points()
        self._give_dates()
        self._give_words()
        for role in ("url", "source", "note", "document"):
            for number in self._free():
                column = self.columns[number]
                is_address = all(re.match(r"(https?://|www\.)", text) for text in column.texts)
                fits = is_address if role == "url" else column.is_headed(role) and not is_address
                if role == "document":
                    # The number of a row is none of a document.
                    fits = fits and not all(
                        _ROW_NUMBER.fullmatch(ascii_digits(text)) for text in column.texts
                    )
                if fits and column.filled and self._find(role) is None:
                    self._set(number, role)
        return self.columns

    def _free(self) -> list[int]:
        return [number for number, column in enumerate(self.columns) if not column.role]

    def _find(self, role: str) -> int | None:
        return next((n for n, column in enumerate(self.columns) if column.role == role), None)

    def _set(self, number: int | None, role: str, mark: str = "") -> None:
        if number is not None:
            self.columns[number] = replace(self.columns[number], role=role, mark=mark)

    def _best(self, label: str, heads: tuple[str, ...], least: float, but: str = "") -> int | None:
        """Return the free column that is surest to hold a label: by its texts, then by its head."""
        found = [
            (column.is_headed(*heads), column.known.get(label, 0.0), -number)
            for number in self._free()
            if (column := self.columns[number]).known.get(label, 0.0) >= least
            and not (but and column.side == but)
            and not (column.is_headed("city") and label == "Province" and not column.is_headed("province"))
        ]
        return -max(found)[2] if found else None

    def _give_ends(self) -> None:
        province = self._best("Province", ("province",), 0.5, but="abroad")
        if province is None and not self.names.has_provinces:
            province = self._find_new_provinces()
        self._set(province, "province")
        if province is not None:
            # A code of the province beside its name.
            same = [n for n in self._free() if self.columns[n].known.get("Province", 0.0) >= 0.9]
            for number in (n for n in same if not self.columns[n].is_headed("city")):
                self._set(number, "again")
        self._give_countries()
        self._give_places()
        self._give_cities()
        for number in self._free():
            column = self.columns[number]
            is_partner = column.is_headed("counterpart", "partner") or column.side == "abroad"
            least = 0.3 if is_partner else MOST
            if column.known.get("place", 0.0) >= least and not self._has_country():
                self._set(number, "mixed", column.mark)
        self._give_regions()
        if self._give_unknown_provinces():
            self._give_regions()
        self._give_partners()

    def _give_regions(self) -> None:
        """Find the column of regions abroad, and that of offices."""
        for number in self._free():
            column = self.columns[number]
            share = column.known.get("Region", 0.0)
            is_region = share >= 0.5 or (column.is_headed("region", "province") and not column.dates)
            if (
                self._find("region") is None
                and (self._find("country") is not None or (column.land and column.side == "abroad"))
                and column.known
                and is_region
            ):
                if column.side != "home" and not column.known.get("Country", 0.0) > share:
                    self._set(number, "region")
                    self.columns[number] = self._look_for_regions(self.columns[number])
            elif (
                column.is_headed("counterpart")
                and column.side != "home"
                and self._find("counterpart") is None
                and column.known
            ):
                self._set(number, "counterpart")

    def _give_partners(self) -> None:
        """Tell what a column of partners holds of which the head says no more: offices, or places."""
        for number in self._free():
            column = self.columns[number]
            if not column.is_headed("partner") or column.side == "home" or column.dates or not column.known:
                continue
            offices = sum(count for text, count in column.texts.items() if names_office(text))
            if offices * 2 > column.filled:
                role = "counterpart"
            else:
                role = "region" if self._find("city") is None else "partner"
            if not any(self._find(other) is not None for other in ("partner", "region", "counterpart")):
                self._set(number, role)

    def _give_unknown_provinces(self) -> bool:
        """Take what is called after provinces for those of home, though none is known, if no end is there."""
        number = self._find("region")
        if self._find("province") is not None or number is None:
            return False
        column = self.columns[number]
        if (city := self._find("city")) is not None:
            # A region beside the city at home, and before all that is abroad, is that city's.
            ends = ("partner", "country", "mixed", "place", "counterpart")
            abroad = [n for role in ends if (n := self._find(role)) is not None]
            is_of_home = number < city < min(abroad, default=0)
        else:
            # Where another column is called after partners, this one is of home.
            is_of_home = column.is_headed("province") or self._has_partners(number)
        is_of_home = is_of_home and column.side != "abroad"
        self._set(number, "province" if is_of_home else column.role, column.mark)
        return is_of_home

    def _has_partners(self, but: int) -> bool:
        """Say whether a column beside one is called after partners or places abroad."""
        places = ("partner", "region", "city", "counterpart")
        return any(
            column.known and not column.dates and (column.is_headed("partner") or column.side == "abroad")
            for n in self._free()
            if n != but and (column := self.columns[n]).is_headed(*places)
        )

    def _find_new_provinces(self) -> int | None:
        """Return the column that is called after provinces or states, where the store has none of them."""
        for number in self._free():
            column = self.columns[number]
            is_place = column.is_headed("province", "region") and not column.dates
            if (
                is_place
                and column.known
                and column.side != "abroad"
                and column.land in {"", self.directory.home}
            ):
                return number
        return None

    def _look_for_regions(self, column: SeenColumn) -> SeenColumn:
        """Look its names up among the regions of the country that its head names."""
        if not column.land or column.side != "abroad":
            return column
        meant = {text: self.names.find("Region", text, column.land) for text in column.texts}
        return replace(column, meant={**column.meant, "Region": meant})

    def _has_country(self) -> bool:
        return any(self._find(role) is not None for role in ("country", "mixed", "place"))

    def _give_places(self) -> None:
        """Find the column of places that have their country behind them in the cell: Havana, Cuba."""
        for number in self._free():
            column = self.columns[number]
            if self._has_country() or not column.filled or column.side == "home":
                continue
            if mark := find_country_after(column, self.names):
                self._set(number, "place", mark)

    def _give_countries(self) -> None:
        """Tell a country at each end from one that is always home, and from codes beside names."""
        held = [
            number
            for number in self._free()
            if self.columns[number].known.get("Country", 0.0) >= (0.3 if self._is_headed(number) else MOST)
        ]
        for number in [n for n in held if self.columns[n].at_home > 0.999 and self._may_be_home(n)]:
            self._set(number, "home_country")
            held.remove(number)
        # A name of a country, not its code, is what people read and mend.
        held.sort(key=lambda n: (not self._is_headed(n), self.columns[n].side == "home", self._is_code(n), n))
        seen: list[frozenset[str]] = []
        for number in held:
            same = self._resolve(number)
            if any(len(same & other) >= 0.9 * len(same | other) for other in seen):
                self._set(number, "again")
                continue
            seen.append(same)
        ends = sorted(n for n in held if not self.columns[n].role)
        mixed = [n for n in ends if self.columns[n].at_home > 0 and self._may_be_home(n)]
        if len(ends) >= 2 and mixed:
            first = max(mixed, key=lambda n: (self.columns[n].side == "home", self.columns[n].at_home, -n))
            other = next(n for n in ends if n != first)
            self._set(first, "home_country")
            self._set(other, "country")
        elif ends:
            number = next(n for n in held if n in ends)
            self._set(number, "country", self.columns[number].mark)
        elif self._find("home_country") is None:
            # What is called after countries holds them, though none is known by these words.
            named = (n for n in self._free() if self._is_headed(n) and self.columns[n].side != "home")
            self._set(next((n for n in named if self.columns[n].known), None), "country")

    def _may_be_home(self, number: int) -> bool:
        return self.columns[number].side != "abroad"

    def _is_headed(self, number: int) -> bool:
        return self.columns[number].is_headed("country")

    def _is_code(self, number: int) -> bool:
        return all(len(text) <= 3 and text.isupper() for text in self.columns[number].texts)

    def _resolve(self, number: int) -> frozenset[str]:
        texts = self.columns[number].texts
        found = (self.directory.candidates("Country", text) for text in texts)
        meant = (self.names.find("Country", text).identity for text in texts)
        return frozenset(filter(None, (*(ids[0] for ids in found if ids), *meant)))

    def _give_cities(self) -> None:
        found = [
            number
            for number in self._free()
            if self.columns[number].known
            and not self.columns[number].dates
            and (self.columns[number].is_headed("city") or self._holds_cities(number))
        ]
        if not found:
            return
        countries = {role: self._find(role) for role in ("home_country", "country")}
        sides: dict[int, str] = {}
        for number in found:
            sides[number] = self.columns[number].side or self._match_side(number, countries)
        if len(found) == 1 and not sides[found[0]]:
            is_home = self.columns[found[0]].at_home > 0.5 or self._lie_at_home(found[0]) > 0.5
            # Beside a column of partners, the cities are those that have them.
            is_home = is_home or self._has_partners(found[0])
            sides[found[0]] = "home" if is_home else "abroad"
        if len(found) > 1 and all(side == "abroad" for side in sides.values()):
            # Of two sister cities one is home.
            sides = dict.fromkeys(found, "")
        free = [number for number in found if not sides[number]]
        free.sort(key=lambda n: (-max(self.columns[n].at_home, self._lie_at_home(n)), n))
        for number in free:
            sides[number] = "abroad" if "home" in sides.values() else "home"
        for number in found:
            role = "city" if sides[number] == "home" else "partner"
            if self._find(role) is None:
                self._set(number, role, self.columns[number].mark if role == "partner" else "")

    def _holds_cities(self, number: int) -> bool:
        column = self.columns[number]
        is_other = column.is_headed("region", "country", "source", "note")
        return column.known.get("City", 0.0) >= 0.4 and not is_other

    def _lie_at_home(self, number: int) -> float:
        column = self.columns[number]
        return column.known.get("Province", 0.0)

    def _match_side(self, number: int, countries: dict[str, int | None]) -> str:
        """Return the side of the country whose head has the mark of a city's (city1, country1)."""
        mark = _find_mark(self.columns[number].name)
        for role, place in countries.items():
            if place is not None and mark and mark == _find_mark(self.columns[place].name):
                return "home" if role == "home_country" else "abroad"
        return ""

    def _give_points(self) -> None:
        """Give degrees to the city of which they are: by the mark of its head, else by the order."""
        for axis, most in (("lat", 90.0), ("lon", 180.0)):
            held = [n for n in self._free() if self.columns[n].is_headed(axis) and self._are_degrees(n, most)]
            cities = [role for role in ("city", "partner") if self._find(role) is not None]
            for place, number in enumerate(held[:2]):
                mark = _find_mark(self.columns[number].name)
                by_mark = [
                    r for r in cities if mark and mark == _find_mark(self.columns[self._find(r) or 0].name)
                ]
                role = by_mark[0] if by_mark else cities[min(place, len(cities) - 1)] if cities else ""
                if role and self._find(f"{axis}_{role}") is None:
                    self._set(number, f"{axis}_{role}")

    def _are_degrees(self, number: int, most: float) -> bool:
        try:
            return all(abs(float(text)) <= most for text in self.columns[number].texts)
        except ValueError:
            return False

    def _give_dates(self) -> None:
        dated = [n for n in self._free() if (found := self.columns[n].dates) and found.share]
        for role in ("until", "since"):
            fitting = [n for n in dated if not self.columns[n].role and self._may_be(n, role)]
            fitting.sort(key=lambda n: (not self.columns[n].is_headed(role), n))
            if fitting and self._find(role) is None:
                self._set(fitting[0], role)
        self._give_periods()
        self._settle_order()

    def _give_periods(self) -> None:
        """Find the column of first and last days, which says the end where no other does."""
        for number in self._free():
            dates = self.columns[number].dates
            if dates is not None and dates.has_ranges and self._find("until") is None:
                self._set(number, "period" if self._find("since") is not None else "since")
                return

    def _settle_order(self) -> None:
        """Take of two columns of dates the order that one of them proves for both."""
        both = [number for role in ("since", "until") if (number := self._find(role)) is not None]
        forms = [dates for number in both if (dates := self.columns[number].dates)]
        proven = [form for dates in forms if not dates.doubt for form in dates.forms]
        for number in both:
            dates = self.columns[number].dates
            if dates is not None and dates.doubt == "order" and proven:
                turned = tuple(self._prove(form, proven) for form in dates.forms)
                if set(turned) & set(proven):
                    settled = replace(dates, forms=turned, doubt="")
                    self.columns[number] = replace(self.columns[number], dates=settled)

    @staticmethod
    def _prove(form: str, proven: list[str]) -> str:
        other = form.replace("day", "?").replace("month", "day").replace("?", "month")
        return other if other in proven else form

    def _may_be(self, number: int, role: str) -> bool:
        column = self.columns[number]
        if role == "until":
            return column.is_headed("until")
        return not column.is_headed("until", "period", "note", "source", "document")

    def _give_words(self) -> None:
        for role in ("kind", "stage", "sectors"):
            best: tuple[float, int, str] | None = None
            for number in self._free():
                column = self.columns[number]
                is_other = column.dates or column.is_headed("note", "source", "document")
                if not column.filled or not column.known or (is_other and not column.is_headed(role)):
                    continue
                share, mark = share_of_words(column, role)
                least = 0.7
                if column.is_headed(role):
                    least = 0.2 if best is not None or len(column.texts) > MOST_WORDS else 0.0
                if share >= least and (best is None or share > best[0]):
                    best = (share, number, mark)
            if best is not None:
                self._set(best[1], role, best[2])


def _find_mark(name: str) -> str:
    """Return what tells a column from its fellow of the other end: a last digit or letter, or a first word.

    >>> _find_mark("city1"), _find_mark("lat_b"), _find_mark("partner_city"), _find_mark("foreign country")
    ('1', 'b', 'partner', 'foreign')
    """
    if found := re.search(r"(\d|(?<=[_\s.-])[A-Za-z])$", name):
        return found[1].lower()
    words = re.split(r"[_\s.-]+", name.lower())
    return words[0] if len(words) > 1 else ""
