"""Pairs are counted in one way: command, page, dossier and start page tell one figure in the same words."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graphmap.analysis import find_rivals
from graphmap.exchange.samples import read_sample
from graphmap.language import load_language
from graphmap.scales import RIVALRY, VERDICTS, Verdict
from graphmap.views import PageData
from graphmap.views.dossier import Subject, make_dossier
from graphmap.views.findings import count_findings, list_rivals
from graphmap.views.sentence import write_sentences
from tests.cli.conftest import Run, make_sample_store
from tests.cli.conftest import run as run  # a fixture of the command line
from tests.views.dossiers import find_section
from tests.views.graphs import DAY, fill, look_at
from tests.web.serving import serve_store

EN = load_language("en")
IN_COUNTRIES: dict[str, dict[Verdict, int]] = {
    "iran": {"presumed": 27, "possible": 234},
    "invented": {"certain": 12, "presumed": 1, "possible": 10, "complementary": 12},
}
"""How many pairs have which verdict, each two provinces in one country counted once."""
WHERE_THEY_MEET: dict[str, dict[Verdict, int]] = {
    "iran": {"presumed": 20, "possible": 244, "joint": 12},
    "invented": {"certain": 10, "presumed": 1, "possible": 10, "complementary": 19},
}
"""The same at the nearest targets that both have: two may meet at several."""
each_sample = pytest.mark.parametrize("sample", IN_COUNTRIES)


@cache
def read_page(sample: str) -> PageData:
    """Return what a page shows of a sample."""
    return look_at(fill([entry.record for entry in read_sample(sample).entries]))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a store of each sample."""
    folder = tmp_path_factory.mktemp("stores")
    return {sample: make_sample_store(sample, folder) for sample in IN_COUNTRIES}


def count_rivals(verdicts: dict[Verdict, int]) -> int:
    """Add up what is rivalry, certain or presumed."""
    return sum(verdicts.get(verdict, 0) for verdict in RIVALRY)


@each_sample
def test_the_command_counts_pairs_in_countries_and_where_they_meet_by_their_own_names(
    sample: str, stores: dict[str, Path], run: Run
) -> None:
    asked = ["--store", stores[sample], "--as-of", DAY.isoformat(), "--format", "json"]
    answers: dict[str, dict[str, Any]] = {}
    for by in ("contest", "pair", "target"):
        said = run("rivals", *asked, "--by", by, "--limit", "1000")
        answers[by] = json.loads(said.out)
        assert answers[by]["whole"]["pairs"]["at_targets"] == IN_COUNTRIES[sample]
        counts = ", ".join(f"{n}" for n in IN_COUNTRIES[sample].values())
        assert "each counted once in a country:" in said.err
        assert re.findall(r"\d+", said.err.partition("once in a country:")[2].partition("\n")[0]) == (
            counts.split(", ")
        )
    for by in ("contest", "pair"):
        assert answers[by]["whole"]["pairs"]["at_contests"] == WHERE_THEY_MEET[sample]
    met = [one["verdict"] for one in answers["pair"]["findings"] if one["verdict"] != "none"]
    assert {verdict: met.count(verdict) for verdict in dict.fromkeys(met)} == WHERE_THEY_MEET[sample]
    totals: dict[str, int] = {}
    for target in answers["target"]["findings"]:
        for verdict, count in target["verdicts"].items():
            if verdict not in {"none", "in contact"}:
                totals[verdict] = totals.get(verdict, 0) + count
    assert totals == IN_COUNTRIES[sample]


@each_sample
def test_what_the_command_lists_and_names_beside_is_each_pair_of_a_country(sample: str) -> None:
    page = read_page(sample)
    found = find_rivals(page.snapshot, as_of=DAY, by="pair", limit=1000)
    strongest: dict[tuple[str, ...], Verdict] = {}
    for pair in (*found, *found.farther):
        country = page.snapshot.places.ids[int(page.snapshot.countries[page.snapshot.row(pair.target.id)])]
        key = (country, *(one.id for one in pair.provinces))
        strongest[key] = max(strongest.get(key, "none"), pair.verdict, key=VERDICTS.index)
    counted = [*strongest.values()]
    assert {v: n for v in reversed(VERDICTS[1:]) if (n := counted.count(v))} == IN_COUNTRIES[sample]
    assert found.farther, "a pair that is more elsewhere in the country than where it meets"
    for pair in found.farther:
        nearer = [one.verdict for one in found if one.provinces == pair.provinces and one.level != "country"]
        assert nearer
        assert VERDICTS.index(pair.verdict) > max(map(VERDICTS.index, nearer)) or sample == "invented"


@each_sample
def test_the_page_counts_the_same_in_sentence_list_matrix_map_and_timeline(sample: str) -> None:
    page, counts = read_page(sample), IN_COUNTRIES[sample]
    assert page.pairs.count_verdicts() == counts
    told = [
        int(line.split()[0])
        for line in write_sentences(page, EN)
        if "presumed riva" in line or "certain riva" in line
    ]
    assert told == [counts[verdict] for verdict in RIVALRY if verdict in counts]
    assert count_findings(page)["rivalry"] == len(list_rivals(page)) == count_rivals(counts)
    of, there = page.pairs.rivals
    assert sum(of.values()) == 2 * count_rivals(counts)
    assert sum(there.values()) == count_rivals(counts)


@each_sample
def test_a_dossier_of_a_country_counts_the_pairs_of_its_page(sample: str) -> None:
    page = read_page(sample)
    contested = [c for c in page.countries if count_rivals(page.pairs.count_verdicts(c))]
    for country in page.countries:
        asked = find_rivals(page.snapshot, as_of=DAY, country=country)
        assert asked.pairs_at_targets == page.pairs.count_verdicts(country)
    for country in contested[:2]:
        dossier = make_dossier(page.snapshot, Subject("country", (country,)), EN, DAY, day=DAY)
        section = find_section(dossier, "pairs")
        assert section is not None
        expected = count_rivals(page.pairs.count_verdicts(country))
        assert re.findall(r"\d+", section.heading)[-1] == str(expected)


@each_sample
def test_the_start_page_counts_the_same_and_lists_them(sample: str, stores: dict[str, Path]) -> None:
    with serve_store(stores[sample], today=DAY) as client:
        text = client.get("/?lang=en").text
        counted = text.partition('<ul class="counts">')[2].partition("</li>")[0]
        count = re.findall(r"<strong>([^<]+)</strong>", counted)
        words = re.findall(r'<span class="said">([^<]+)</span>', counted)
        contested = text.partition('aria-labelledby="contested-heading"')[2].partition("</table>")[0]
        rows = re.findall(r'<td class="number">([^<]+)</td></tr>', contested)
    expected = count_rivals(IN_COUNTRIES[sample])
    assert count == [str(expected)]
    assert words == ["pairs of provinces that are certain or presumed rivals in a country"]
    assert sum(int(row) for row in rows if row.isdigit()) == expected
