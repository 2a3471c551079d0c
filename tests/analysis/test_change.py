"""Change by hand and against bounds and rivals: what began, ended, fell silent, who became rivals."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import Changed, Changes, find_change, find_rivals
from graphmap.bounds import find_bounds
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.errors import GraphmapError, QuestionError
from graphmap.language import CODES, load_language
from graphmap.question.declaration import name_argument
from graphmap.questions.ask import ask
from graphmap.questions.catalogue import load_question
from graphmap.scales import LEVELS, RIVALRY
from graphmap.schema import Batch, Record
from graphmap.store import create_store
from tests.analysis.graphs import make_small_world, make_tie, make_world_with
from tests.analysis.test_gaps import say

FIRST, LAST = date(2020, 1, 1), date(2021, 12, 31)


def tie(identity: str, start: str, end: str = "TUR", **given: Any) -> Record:
    """Make a memorandum on trade that holds without end."""
    told = {"kind": "memorandum", "sectors": ("trade",), "since": "2015", "until": "..", **given}
    return make_tie(identity, start, end, **told)


def find(*ties: Record, **asked: Any) -> Changes:
    """Find what changed in 2020 and 2021."""
    given = {"from_": FIRST, "to": LAST, **asked}
    return find_change(make_world_with(*ties), **given)


def find_one(*ties: Record, **asked: Any) -> Changed:
    (one,) = find(*ties, **asked)
    return one


@pytest.mark.parametrize(
    ("dates", "moves"),
    [
        ({"since": "2015", "until": ".."}, []),
        ({"since": "2020-01-01", "until": ".."}, ["began"]),
        ({"since": "2019-12-31", "until": ".."}, []),
        ({"since": "2021-12-31", "until": ".."}, ["began"]),
        ({"since": "2022-01-01", "until": ".."}, []),
        ({"since": "2021", "until": ".."}, ["began"]),
        ({"since": "2021?", "until": ".."}, ["perhaps began"]),
        ({"since": "", "until": ".."}, []),
        ({"since": "2015", "until": "2020-01-01"}, ["ended"]),
        ({"since": "2015", "until": "2019-12-31"}, []),
        ({"since": "2015", "until": "2021"}, ["ended"]),
        ({"since": "2015", "until": "2021?"}, ["perhaps ended"]),
        ({"since": "2015", "until": "2021-06"}, ["ended"]),
        ({"since": "2015", "until": "2023"}, []),
        ({"since": "2020-02", "until": "2021-03"}, ["began", "ended"]),
        ({"since": "2016-06-01", "until": ""}, ["silent"]),
        ({"since": "2019-06-01", "until": ""}, []),
        ({"since": "2020-06-01", "until": ""}, ["began"]),
        ({"since": "2020-06-01", "until": "..", "stage": "proposed"}, []),
        ({"since": "2020-06-01", "until": "", "kind": "visit"}, []),
    ],
    ids=str,
)
def test_a_tie_moves_where_its_bounds_say_so(dates: dict[str, Any], moves: list[str]) -> None:
    found = find(tie("t", "A", **dates))
    assert [one.move for changed in found for one in changed.moved] == moves


def test_ties_of_unknown_start_are_counted_apart_if_they_may_have_begun_then() -> None:
    undated = tie("a", "A", since="", attested=("2021-06-01",))
    before = tie("b", "B", "FRA", since="", attested=("2019-06-01",))
    found = find(undated, before)
    assert (len(found), found.undated) == (0, 1)
    assert "Of one tie the start is not known" in found.remarks(load_language("en"))[-1]


def test_two_become_rivals_when_the_second_comes_and_cease_when_one_leaves() -> None:
    ties = [tie("a", "A"), tie("b", "B", since="2020-05-01"), tie("c", "C", until="2020-03-01")]
    one = find_one(*ties)
    assert [(pair.turn, pair.called.en) for pair in one.turned] == [("became", "A – B"), ("ceased", "A – C")]
    assert [set(pair.ties) for pair in one.turned] == [{"a", "b"}, {"a", "c"}]
    assert (one.before.rivals, one.after.rivals) == (1, 1)
    assert (one.before.ties, one.after.ties, one.before.others, one.after.others) == (2, 2, 2, 2)
    said = say(one)
    assert said.startswith("TUR: one tie began: B; one tie ended: C; one pair became rivals: A and B; ")
    counts = "2 and 2 ties, 2 and 2 provinces, 1 and 1 rival pairs."
    assert f"there certainly or presumably, before and after: {counts}" in said


def test_the_day_of_the_answer_is_the_last_and_not_the_one_that_all_questions_take(tmp_path: Path) -> None:
    """What is counted is counted on it, so that table, page and JSON name it."""
    records = [*make_small_world(), tie("a", "A"), tie("b", "B", until="2023-01-01")]
    store, _ = create_store(tmp_path / "graph.kgl", Batch.of(records), by="a tester")
    with store:
        answer = ask(store, "change", {"from": "2020", "to": "2021", "as_of": "2026-06-01"})
    assert (answer.as_of, answer.as_json()["as_of"]) == (LAST, LAST.isoformat())
    assert answer.counted is not None
    assert answer.counted.counted == 2


def test_a_rivalry_that_is_or_was_possible_turns_perhaps() -> None:
    silent = find_one(tie("a", "A"), tie("b", "B", since="2016-06-01", until=""))
    assert [(pair.turn, pair.before, pair.after) for pair in silent.turned] == [
        ("perhaps ceased", "presumed", "possible")
    ]
    proven = find(tie("a", "A"), tie("b", "B", since="2015", sectors=()), tie("c", "B", since="2020-06-01"))
    assert [pair.turn for pair in proven[0].turned] == ["perhaps became"]


def test_a_joint_act_makes_no_rivals() -> None:
    one = find_one(*(tie(name, name, since="2020-05-01", document="pact") for name in "AB"))
    assert one.turned == ()
    assert [moved.move for moved in one.moved] == ["began", "began"]


def test_it_is_listed_by_province_too_and_narrowed_to_one() -> None:
    ties = [tie("a", "A"), tie("b", "B", since="2020-05-01"), tie("f", "B", "FRA", since="2021")]
    by_province = {one.place.id: one for one in find(*ties, by="province")}
    assert set(by_province) == {"A", "B"}
    assert (len(by_province["A"].moved), len(by_province["A"].turned)) == (0, 1)
    assert {one.tie for one in by_province["B"].moved} == {"b", "f"}
    assert by_province["B"].after.others == 2
    assert "one pair became rivals: with A toward TUR" in say(by_province["B"])
    assert [one.place.id for one in find(*ties, by="province", province="A")] == ["A"]
    assert [one.place.id for one in find(*ties, province="A")] == ["TUR"]
    assert [one.place.id for one in find(*ties, country="FRA")] == ["FRA"]


def test_what_turned_stands_before_what_moved_and_all_is_counted() -> None:
    ties = [tie("f", "A", "FRA", since="2021"), tie("a", "A"), tie("b", "B", since="2020-05-01")]
    found = find(*ties)
    assert [one.place.id for one in found] == ["TUR", "FRA"]
    assert (found.moved["began"], found.turned["became"]) == (2, 1)
    assert (found.first, found.last) == (FIRST, LAST)
    cut = find(*ties, limit=1)
    assert (len(cut), cut.total, cut.moved) == (1, 2, found.moved)
    told = found.as_json()["whole"]
    assert (told["from"], told["to"], told["moved"]["began"]) == ("2020-01-01", "2021-12-31", 2)


def test_days_that_are_not_given_are_the_year_before_or_the_whole_history() -> None:
    ties = make_world_with(tie("a", "A", since="2018-05-01"), tie("b", "B", since="2021-03-04"))
    of_day = find_change(ties, as_of=date(2021, 6, 30))
    assert (of_day.first, of_day.last) == (date(2020, 7, 1), date(2021, 6, 30))
    whole = find_change(ties)
    assert (whole.first, whole.last) == (date(2018, 5, 1), date(2021, 3, 4))
    assert whole.moved["began"] == 2
    assert len(find_change(make_world_with())) == 0


@pytest.mark.parametrize(
    "days", [{"from_": LAST, "to": FIRST}, {"from_": FIRST_DAY, "to": LAST}, {"from_": FIRST, "to": LAST_DAY}]
)
def test_days_the_wrong_way_round_and_marks_are_refused(days: dict[str, date]) -> None:
    with pytest.raises(GraphmapError, match="from "):
        find_change(make_world_with(), **days)  # type: ignore[arg-type]
    with pytest.raises(GraphmapError, match="right would be target or province"):
        find(by="country")


def test_from_and_to_are_read_as_a_day_a_month_or_a_year_of_either_calendar() -> None:
    asked = load_question("change").parameters
    assert asked["from"].read("from", "1400") == date(2021, 3, 21)
    assert asked["to"].read("to", "۱۴۰۴") == date(2026, 3, 20)
    assert asked["to"].read("to", "2021-02") == date(2021, 2, 28)
    assert asked["from"].read("from", date(2021, 2, 3)) == date(2021, 2, 3)
    for wrong in ("1400?", "..", "soon"):
        with pytest.raises(QuestionError, match="from: "):
            asked["from"].read("from", wrong)
    assert [name_argument(name) for name in ("from", "to", "by")] == ["from_", "to", "by"]


def test_every_sentence_stands_in_both_languages() -> None:
    ties = [
        *(tie("a", "A"), tie("b", "B", since="2020-05-01"), tie("c", "C", until="2020-03-01")),
        *(tie("d", "D", since="2016-06-01", until=""), tie("e", "D", since="2021?")),
    ]
    for by in ("target", "province"):
        for one in find(*ties, by=by):
            assert len({one.sentence(load_language(code)) for code in CODES}) == len(CODES)
    for code in CODES:
        assert len(find(*ties).remarks(load_language(code))) == 4


def test_every_level_is_answered() -> None:
    for level in LEVELS:
        found = find(tie("a", "A", "tur:mayor", since="2020-05-01"), level=level)
        assert [one.place.id for one in found] == [
            {"counterpart": "tur:mayor", "city": "tur:port", "region": "tur:north", "country": "TUR"}[level]
        ]


SINCE = st.sampled_from(["", "2015", "2019?", "2020-05", "2020-05-01", "2021", "2022"])
UNTIL = st.sampled_from(["", "..", "2019-06", "2020", "2021-07-01", "2021", "2023"])
ROWS = st.tuples(st.sampled_from("ABC"), st.sampled_from(["TUR", "FRA"]), SINCE, UNTIL)


@given(st.lists(ROWS, max_size=7))
def test_it_is_what_bounds_and_rivals_of_both_days_say(rows: list[tuple[str, str, str, str]]) -> None:
    ties = [
        tie(f"t{n}", start, end, since=since, until=until)
        for n, (start, end, since, until) in enumerate(rows)
        if find_bounds(since, "").since_earliest < find_bounds("", until).until_latest
        and not (since == "2022" and until not in ("", "..", "2023"))
    ]
    snapshot = make_world_with(*ties)
    found = find_change(snapshot, from_=FIRST, to=LAST)
    eve = FIRST - timedelta(days=1)
    moved = {(one.tie, one.move) for changed in found for one in changed.moved}
    for row, identity in enumerate(snapshot.ties.ids):
        bounds = snapshot.bounds(row)
        starts, ends = (
            (bounds.since_earliest, bounds.since_latest),
            (bounds.until_earliest, bounds.until_latest),
        )
        assert ((identity, "began") in moved) == all(eve < day <= LAST for day in starts)
        assert ((identity, "ended") in moved) == all(eve < day <= LAST for day in ends)
    for asked, day in (("before", eve), ("after", LAST)):
        rivals = {
            one.target.id: sum(dict(one.verdicts).get(verdict, 0) for verdict in RIVALRY)
            for one in find_rivals(snapshot, by="target", as_of=day)
        }
        for changed in found:
            assert getattr(changed, asked).rivals == rivals.get(changed.place.id, 0)
    for changed in found:
        came = len(changed.list_turned("became", "perhaps became"))
        went = len(changed.list_turned("ceased", "perhaps ceased"))
        assert changed.after.rivals - changed.before.rivals == came - went
