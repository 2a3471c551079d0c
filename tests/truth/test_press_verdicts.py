"""What graphmap says of the collected files is what their rows say, judged anew by plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graphmap.exchange.native import read_batch
from graphmap.exchange.samples import read_sample
from graphmap.questions.ask import ask
from graphmap.schema import Batch, Governs, Holds, Tie
from graphmap.store import create_store
from graphmap.store.session import Session
from tests.truth.press_oracle import Act, judge_countries, read_acts

Judged = dict[tuple[str, str, str], list[str]]


@pytest.fixture(scope="module")
def press(data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Give a store that holds the places of the sample and, of ties and terms, the collected files alone."""
    kept = [e.record for e in read_sample("iran").entries if not isinstance(e.record, Tie | Governs | Holds)]
    path = tmp_path_factory.mktemp("press") / "press.kgl"
    with create_store(path, Batch.of(kept))[0] as store:
        paths = sorted((data_folder / "iran_press").glob("*.csv"))
        store.apply(read_batch(paths, store.contents), "a tester", "the collected facts")
        with Session(store) as session:
            yield session


@pytest.fixture(scope="module")
def acts(data_folder: Path) -> list[Act]:
    """Read the same rows with nothing of graphmap's own."""
    with as_file(files("graphmap.samples") / "iran") as places:
        return read_acts(data_folder / "iran_press", places)


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2026, 11, 26), 5),
        (date(2026, 11, 26), 0),
        (date(2024, 6, 1), 5),
        (date(2019, 7, 10), 2),
        (date(2012, 7, 2), 5),
        (None, 5),
    ],
)
def test_each_two_provinces_are_what_their_rows_say(
    press: Session, acts: list[Act], day: date | None, years: int
) -> None:
    asked = {"by": "target", "as_of": "all" if day is None else day, "presume": years}
    findings = ask(press, "rivals", asked).findings
    assert findings is not None
    found: Judged = {}
    listed = set()
    for rivalry in findings:
        listed.add(rivalry.target.id)
        for pair in rivalry.list_pairs():
            one, other = sorted(province.id for province in pair.provinces)
            found[rivalry.target.id, one, other] = [pair.verdict, pair.preparing]
    expected = judge_countries(acts, day, years)
    assert found == {key: told for key, told in expected.items() if key[0] in listed}
    # What is no finding is nothing, or two that were only ever met with.
    assert {told[0] for key, told in expected.items() if key[0] not in listed} <= {"none"}
    assert len(found) > 50
