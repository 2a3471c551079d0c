"""What the start chooses of all that needs a decision: the same however little of it is looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graphmap.web import decisions
from graphmap.web.sharing import Shared
from tests.web.serving import TODAY


@pytest.mark.parametrize("day", [TODAY, date(2012, 5, 1)])
def test_borders_without_a_tie_are_those_of_the_report_in_its_order(iran_path: Path, day: date) -> None:
    shared = Shared(str(iran_path))
    with shared.read() as held:
        found = decisions.list_open_borders(held, day)
        rows = held.ask("border_gaps", {"as_of": day.isoformat()}, "en").as_dicts()
        assert found
        assert found == [
            {name: row[name] or "" for name in found[0]} for row in rows if row["answer"] in decisions.NO_TIE
        ]
    shared.close()


def test_however_few_pairs_are_looked_at_first_the_same_ten_are_shown(
    iran_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = []
    for few in (1, 20, 500):
        monkeypatch.setattr(decisions, "LOOKED_AT", few)
        shared = Shared(str(iran_path), lambda: TODAY)
        with shared.read() as held:
            chosen.append(decisions.choose_decisions(held, TODAY))
        shared.close()
    assert chosen[0].rivals
    assert chosen[0] == chosen[1] == chosen[2]
