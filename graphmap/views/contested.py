"""What drawings count: provinces in a country, and pairs of rivals, certain or presumed, by place."""

from __future__ import annotations

from graphmap.scales import RIVALRY
from graphmap.views.page_data import PageData


def find_provinces(page: PageData, country: str, sector: str | None = None) -> set[str]:
    """Return the provinces that have a commitment with a country."""
    return {tie.province for tie in page.find_ties(country, None, sector)}


def count_rivals(
    page: PageData, country: str | None = None, province: str | None = None, sector: str | None = None
) -> int:
    """Count the pairs of rivals in a country, of a province: two in one country are one pair."""
    pairs = page.find_pairs_in(sector)
    of, there = pairs.rivals
    if country and province:
        counted = pairs.count_verdicts(country, province)
        return sum(counted.get(verdict, 0) for verdict in RIVALRY)
    return there[country] if country else of[province] if province else sum(there.values())


def rank_countries(page: PageData) -> list[str]:
    """Return the countries with a commitment: most rival pairs, then most provinces first, then by name."""
    tied = {tie.country for tie in page.ties}
    return sorted(
        tied,
        key=lambda one: (
            -count_rivals(page, one),
            -len(find_provinces(page, one)),
            page.places[one].name.en,
        ),
    )


def rank_provinces(page: PageData) -> list[str]:
    """Return the provinces with a commitment or an event: most rival pairs, then most countries first."""
    found = {tie.province for tie in page.ties} | {
        tie.province for tie in page.beside if tie.beside != "ended"
    }

    def rank(province: str) -> tuple[int, int, str]:
        countries = {tie.country for tie in page.find_ties(None, province)}
        return -count_rivals(page, None, province), -len(countries), page.places[province].name.en

    return sorted(found, key=rank)
