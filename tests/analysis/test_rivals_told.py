"""What is told of rivals in a small world: lists, sentences, JSON, and when two findings are equal."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any

import pytest

from graphmap.analysis import Rivalry, Rivals, find_rivals, find_sole_contacts
from graphmap.errors import GraphmapError
from graphmap.language import load_language
from graphmap.scales import VERDICTS, name_message
from tests.analysis.graphs import make_tie, make_world_with
from tests.analysis.test_rivals import held

DAY = date(2020, 6, 1)
EN, FA = load_language("en"), load_language("fa")


def find_two_targets() -> Rivals[Rivalry]:
    ties = [
        make_tie("t1", "a:town", "tur:port", **held("2010-01-01", "..")),
        make_tie("t2", "B", "tur:port", **held("2012-01-01", "..")),
        make_tie("t3", "C", "fra:bay"),
    ]
    return find_rivals(make_world_with(*ties), "city", as_of=date(2013, 12, 31), by="target")


def test_json_is_what_was_promised() -> None:
    answer = find_two_targets().as_json()
    assert (answer["as_of"], answer["level"]) == ("2013-12-31", "city")
    (finding,) = answer["findings"]
    promised = {name: finding[name] for name in ("target", "provinces", "verdict", "ties")}
    assert promised == {
        "target": {"id": "tur:port", "name": "tur:port"},
        "provinces": ["A", "B"],
        "verdict": "certain",
        "ties": ["t1", "t2"],
    }
    (pair,) = finding["pairs"]
    assert pair["days"] == {"least": 731, "most": 731}
    assert pair["R"] == pytest.approx(731 / 1461)
    assert pair["first"] == "A"
    assert [contact["target"]["id"] for contact in answer["whole"]["sole_contacts"]] == ["fra:bay"]


def test_a_target_of_one_province_is_listed_apart() -> None:
    (contact,) = find_two_targets().sole_contacts
    assert contact.sentence(EN) == (
        "fra:bay: C alone has a tie recorded; whether other provinces have ties there, these data cannot "
        "tell; no tie names its sector; no tie is dated."
    )
    alone = find_sole_contacts(make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "A", "TUR")))
    assert [(c.target.id, c.ties) for c in alone] == [("TUR", ("t1", "t2"))]


def test_the_sentences_say_it_in_both_languages() -> None:
    (rivalry,) = find_two_targets()
    assert rivalry.sentence(EN) == (
        "tur:port: 2 provinces, 2 ties; certain rivalry (1 pair); 1 of 2 ties made by cities."
    )
    assert rivalry.pairs[0].sentence(EN) == (
        "A and B toward tur:port: certain rivalry; both in trade; both since 1 January 2012 (11 Dey 1390); "
        "both there on 731 days (about 2 years); "
        "of what the two do there, 50% is rivalry, 0% complementary, 50% of one alone; A was there first."
    )
    said = rivalry.pairs[0].sentence(FA).replace("\u2068", "").replace("\u2069", "")
    assert said == (
        "A و B در ارتباط با tur:port: رقابت قطعی؛ هر دو در حوزهٔ تجارت؛ هر دو از ۱۱ دی ۱۳۹۰ (۱ ژانویه ۲۰۱۲)؛ "
        "حضور هم‌زمان: ۷۳۱ روز (حدود ۲ سال)؛ "
        "از فعالیت این دو در آنجا ۵۰٪ رقابت، ۰٪ مکمل و ۵۰٪ یک‌جانبه است؛ A پیش‌تر آنجا بوده است."
    )


@pytest.mark.parametrize(
    ("one", "other", "said", "said_fa"),
    [
        # Years beside days from a year on; a range only where there is one.
        ({"since": "1990"}, {"since": "1994"}, "(about 25 to 26 years)", "(حدود ۲۵ تا ۲۶ سال)"),
        ({"since": "1990-01-01"}, {"since": "1994-01-01"}, "(about 26 years)", "(حدود ۲۶ سال)"),
        (
            {"since": "2017", "until": ""},
            {"since": "1990"},
            "(at most about 3 years)",
            "(حداکثر حدود ۳ سال)",
        ),
        ({"since": "2019-06-03"}, {"since": "2019-06-01"}, "on 212 days;", "۲۱۲ روز؛"),
        ({"since": "1990-01-15?"}, {"since": "1995-03-01"}, "rivalry is about 83% of", "آنجا: حدود ۸۳٪؛"),
        ({"since": "1990"}, {"since": "1994-01-01", "sectors": ("tourism",)}, "nothing of", "هیچ بخشی از"),
        ({"since": "1990"}, {"since": "2016-01-01"}, "rivalry is from 13% to 14% of", "آنجا: ۱۳٪ تا ۱۴٪؛"),
    ],
)
def test_days_are_told_in_years_too_and_a_range_only_where_there_is_one(
    one: dict[str, Any], other: dict[str, Any], said: str, said_fa: str
) -> None:
    lasting = {"kind": "memorandum", "until": "..", "sectors": ("trade",)}
    ties = (
        make_tie(tie, at, "TUR", **{**lasting, **given})
        for tie, at, given in (("t1", "A", one), ("t2", "B", other))
    )
    (rivalry,) = find_rivals(make_world_with(*ties), as_of=date(2019, 12, 31), by="target")
    assert said in rivalry.pairs[0].sentence(EN)
    assert said_fa in rivalry.pairs[0].sentence(FA)


@pytest.mark.parametrize(
    ("one", "other", "cell"),
    [
        (("trade",), ("trade", "sport"), ["trade"]),
        (("trade",), ("sport",), []),
        (("trade",), (), None),
        (("other",), ("other",), None),
    ],
)
def test_different_sectors_are_no_unknown_sectors(
    one: tuple[str, ...], other: tuple[str, ...], cell: list[str] | None
) -> None:
    ties = (make_tie("t1", "A", "TUR", sectors=one), make_tie("t2", "B", "TUR", sectors=other))
    world = make_world_with(*ties)
    for by in ("contest", "pair"):
        (found,) = find_rivals(world, by=by)
        assert found.cells()["sectors"] == cell


def test_every_verdict_has_its_words_in_both_languages() -> None:
    for spoken in (EN, FA):
        said = {spoken.words(name_message("verdict", verdict)) for verdict in VERDICTS}
        assert len(said) == len(VERDICTS)


def test_pairs_beyond_those_described_are_counted() -> None:
    (rivalry,) = find_rivals(
        make_world_with(*(make_tie(f"t{n}", p, "TUR") for n, p in enumerate("ABCD"))), by="target"
    )
    assert (len(rivalry.list_pairs(2)), len(rivalry.list_pairs()), rivalry.pairs_left_out) == (2, 6, 0)


def test_findings_are_equal_when_what_they_say_is() -> None:
    one, other = find_two_targets(), find_two_targets()
    assert one == other
    assert hash(one) == hash(other)
    assert len({*one, *other}) == 1
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize(
    "changed", [{"sectors": ("trade", "energy")}, {"intensity": 3}, {"until": "2013-12-01"}]
)
def test_findings_that_rest_on_other_ties_are_not_equal(changed: dict[str, Any]) -> None:
    ties = [make_tie("t1", "A", "TUR", **held("2010-01-01", "..")), make_tie("t2", "B", "TUR")]
    other = [make_tie("t1", "A", "TUR", **(held("2010-01-01", "..") | changed)), ties[1]]
    (one,), (two,) = (find_rivals(make_world_with(*given), until=DAY, by="target") for given in (ties, other))
    assert one != two
    assert len({one, two}) == 2


def test_findings_of_another_day_are_not_equal() -> None:
    world = make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "A", "TUR"))
    one, other = (find_sole_contacts(world, as_of=day) for day in (DAY, DAY + timedelta(1)))
    assert list(one) == list(other)
    assert one != other


def test_a_slice_of_findings_knows_the_whole() -> None:
    world = make_world_with(*(make_tie(f"t{n}", p, "TUR" if n < 2 else "FRA") for n, p in enumerate("ABCD")))
    whole = find_rivals(world, by="target")
    part = whole[:1]
    assert (len(whole), len(part), part.total) == (2, 1, 2)
    assert (part.scope, part.counted, part.unknown) == (whole.scope, whole.counted, whole.unknown)
    assert part.sole_contacts == whole.sole_contacts
    assert part.as_json()["findings"] == whole.as_json()["findings"][:1]
    assert whole[0] == part[-1]


def test_a_finding_holds_the_ties_of_its_own_target_alone() -> None:
    others = [make_tie(f"x{n}", "AB"[n % 2], "FRA", note="x" * 1000) for n in range(200)]
    world = make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"), *others)
    (turkey,) = find_rivals(world, country="TUR", by="target")
    assert len(pickle.dumps(turkey)) < 2500


def test_a_horizon_of_the_history_and_a_day_exclude_each_other() -> None:
    with pytest.raises(GraphmapError, match="give either as_of or until"):
        find_rivals(make_world_with(), as_of=DAY, until=DAY + timedelta(1), by="target")


def test_no_tie_makes_no_rival() -> None:
    rivals = find_rivals(make_world_with(), by="target")
    assert (len(rivals), len(rivals.sole_contacts), rivals.counted.total) == (0, 0, 0)
