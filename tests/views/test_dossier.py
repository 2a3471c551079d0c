"""The model of a dossier: what it says rests on ties, what it denies on a source, and its counts agree."""

from __future__ import annotations

import re

import pytest

from graphmap.errors import GraphmapError, NameUnknown
from graphmap.language import CODES, Code, load_language
from graphmap.schema import Borders, Source, validated
from graphmap.store.snapshot import build_snapshot
from graphmap.views.dossier import DOSSIER_KINDS, DossierKind, Subject, find_subject, write_down
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_page import render_dossier
from graphmap.views.dossier_presence import MOST_DOCUMENTS
from tests.analysis.graphs import SOURCE, make_small_world, make_snapshot, make_tie, make_world_with
from tests.views.dossiers import (
    DAY,
    describe,
    describe_all,
    describe_snapshot,
    find_section,
    list_rows,
    list_said,
    list_subjects,
    read_ground,
    sign,
)
from tests.views.graphs import make_many

EN, FA = (load_language(code) for code in CODES)


def test_two_provinces_at_one_office_are_named_as_rivals_with_the_ties_that_make_them_so() -> None:
    dossier = describe(sign("t1", "A", "tur:mayor"), sign("t2", "B", "tur:mayor"), sign("t3", "C", "FRA"))
    main, where, _ = dossier.finding
    assert (
        main.text
        == "In TUR, 2 provinces are certain rivals of one another: A and B; 1 of the 1 pairs that are there."
    )
    assert main.strong
    assert set(main.ties) == {"t1", "t2"}
    assert where.text == "Nearest places of rivalry: tur:mayor (1 pair)."
    pairs = find_section(dossier, "pairs")
    assert pairs is not None
    assert pairs.table is not None
    (row,) = pairs.table.rows
    assert [cell.text for cell in row.cells] == [
        "A and B",
        "tur:mayor",
        "trade",
        "1 Jan 2020",
        "certain",
        "–",
    ]
    assert row.cells[4].mark == "certain"
    assert set(row.ties) == {"t1", "t2"}


def test_of_what_has_no_known_end_it_says_that_no_rivalry_is_certain_and_what_is_presumed() -> None:
    dossier = describe(
        sign("t1", "A", "tur:mayor", since="2024-01-01", until=""),
        sign("t2", "B", "tur:mayor", since="2024-06-01", until=""),
    )
    assert "2 provinces are presumed rivals" in dossier.finding[0].text
    assert dossier.finding[2].text == (
        "No rivalry is certain; of 2 documents, the record lacks the end of 2. "
        "What has no known end is taken to hold until 5 years after its last sign."
    )
    unknown = find_section(dossier, "unknown")
    assert unknown is not None
    assert unknown.table is not None
    (row,) = unknown.table.rows
    assert row.cells[0].text == (
        "memorandum (2), B – tur:mayor, 1 Jun 2024; A – tur:mayor, 1 Jan 2024: Until when does it hold?"
    )
    assert row.cells[1].text == "The text (memorandum): offices of the governors of B and A"


def test_provinces_that_stand_on_one_act_are_told_apart_from_rivals() -> None:
    dossier = describe(
        sign("t1", "A", "tur:mayor", document="act-1"), sign("t2", "B", "tur:mayor", document="act-1")
    )
    assert "no two of them compete" in dossier.finding[0].text
    acts = find_section(dossier, "acts")
    assert acts is not None
    assert acts.table is not None
    (row,) = acts.table.rows
    assert row.cells[2].text == "A and B"
    assert row.ties == ("t1", "t2")
    pairs = find_section(dossier, "pairs")
    assert pairs is not None
    assert pairs.table is None
    assert pairs.notes[0].text == "Pairs: a joint act: 1."


def test_a_country_nobody_has_a_tie_with_is_said_so_by_what_the_sources_claim() -> None:
    untold = describe(sign("t1", "A", "tur:mayor"), names=("FRA",))
    assert untold.finding[0].text == "No document of a province with FRA that would be in force is on record."
    assert "no source" in untold.finding[1].text.lower()
    whole = validated(
        Source, id="source:whole", name="Register", covers=("TIED_TO:QZA",), retrieved="2026-11-26"
    )
    told = describe_snapshot(
        make_snapshot([*make_small_world(), whole, sign("t1", "A", "tur:mayor")]), "country", ("FRA",)
    )
    assert told.finding[1].text.startswith("Register")
    assert told.finding[0].text == untold.finding[0].text


def test_a_visit_makes_a_province_one_in_contact_and_no_rival() -> None:
    visit = make_tie("v1", "B", "tur:mayor", kind="visit", since="2026-10-01", until="2026-10-02")
    dossier = describe(sign("t1", "A", "tur:mayor"), visit)
    presence = find_section(dossier, "presence")
    assert presence is not None
    assert "In contact of late, without a document there: B (1, last 1 Oct 2026)." in [
        s.text for s in presence.notes
    ]
    assert dossier.finding[0].text == "In TUR, a document of one province is on record: A."


def test_what_is_not_in_force_yet_stands_beside_and_is_not_counted() -> None:
    dossier = describe(sign("t1", "A", "tur:mayor"), sign("p1", "B", "tur:mayor", stage="negotiating"))
    presence = find_section(dossier, "presence")
    assert presence is not None
    assert presence.table is not None
    assert [row.ties for row in presence.table.rows] == [("t1",)]
    assert "Not in force yet (1): memorandum, B – tur:mayor." in [said.text for said in presence.notes]


def test_rivalry_that_is_possible_only_is_told_by_place_and_once() -> None:
    ties = [sign(f"t{start}", start, "tur:port", sectors=()) for start in "ABC"]
    dossier = describe(*ties)
    pairs = find_section(dossier, "pairs")
    assert pairs is not None
    assert pairs.table is not None
    assert pairs.heading == "Possible rivals (3 pairs)"
    assert [[cell.text for cell in row.cells] for row in pairs.table.rows] == [
        ["tur:port", "A, B and C", "3", "–"]
    ]


def test_a_document_across_a_border_that_may_be_over_is_counted_as_possible() -> None:
    """Else the sheet would count a document where it says that whether the province is there is not known."""
    border = validated(Borders, from_id="A", to_id="tur:north", km=10, sources=(SOURCE,))
    old = sign("t1", "A", "tur:mayor", since="2012", until="")
    gaps = find_section(describe(border, old, sign("t2", "A", "TUR"), kind="border"), "gaps")
    assert gaps is not None
    assert gaps.table is not None
    (row,) = gaps.table.rows
    assert [cell.text for cell in row.cells] == [
        "A",
        "tur:north",
        "10",
        "1 (1 possibly)",
        "–",
        "2 (1 possibly)",
    ]


def test_two_provinces_are_compared_by_what_they_share_and_what_sets_them_apart() -> None:
    ties = (sign("t1", "A", "tur:mayor"), sign("t2", "B", "tur:mayor"), sign("t3", "A", "FRA"))
    dossier = describe(*ties, kind="pair", names=("A", "B"))
    assert [said.text for said in dossier.finding] == [
        "A and B compete in one place; nearest: tur:mayor (TUR), in trade, "
        "both since 1 Jan 2020 (certain rivalry).",
        "They share 1 of the 2 countries with which either has a document: TUR.",
        "A alone of the two: FRA.",
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [("country", ("TUR",)), ("province", ("A",)), ("border", ("TUR",)), ("pair", ("A", "B"))],
)
def test_a_graph_without_a_tie_and_without_shapes_has_a_dossier_of_all_kinds(
    kind: DossierKind, names: tuple[str, ...]
) -> None:
    dossier = describe(kind=kind, names=names)
    assert "on record" in dossier.finding[0].text
    assert not dossier.finding[0].ties
    assert dossier.picture is None


def test_a_name_is_looked_up_in_either_script_and_a_wrong_one_is_told_with_the_nearest() -> None:
    snapshot = read_ground().snapshot
    for name in ("TUR", "tr", "Turkey", "Türkiye", "ترکیه", "تركيه"):
        assert find_subject(snapshot, "country", [name]).ids == ("TUR",)
    assert find_subject(snapshot, "pair", ["آذربایجان غربی", "استان کردستان"]).ids == ("IR-04", "IR-12")
    with pytest.raises(NameUnknown, match="Iraq"):
        find_subject(snapshot, "country", ["Irak"])
    with pytest.raises(GraphmapError, match="home country"):
        find_subject(snapshot, "border", ["Iran"])
    with pytest.raises(GraphmapError, match="two different ones"):
        find_subject(snapshot, "pair", ["IR-04", "West Azerbaijan"])
    with pytest.raises(GraphmapError, match="two provinces; 1"):
        find_subject(snapshot, "pair", ["IR-04"])
    with pytest.raises(GraphmapError, match="one name; 2"):
        find_subject(snapshot, "country", ["TUR", "IRQ"])


def test_a_last_sign_is_told_as_exactly_as_the_data_tell_it() -> None:
    dossier = describe(
        sign("t1", "A", "TUR", since="2019?", until=""),
        sign("t2", "B", "TUR", since="1984", until="", attested=("2023-05",)),
        sign("t3", "C", "TUR", since="2024-03-01", until=""),
    )
    written = render_dossier(dossier)
    assert all(day in written for day in ("2019 (?)", "May 2023", "1 Mar 2024"))
    assert not any(day in written for day in ("1 Jan 2018", "1 May 2023", "1 Jan 1984"))


def test_a_long_list_of_documents_is_cut_alike_for_all_and_the_rest_is_counted() -> None:
    ties = [sign(f"a{n:02}", "A", "tur:mayor", since=f"20{n:02}-01-01") for n in range(26)]
    ties += [sign(f"b{n:02}", "B", "tur:mayor", since=f"20{n:02}-01-01") for n in range(26)]
    ties += [sign("c00", "C", "tur:port")]
    dossier = describe(*ties)
    presence = find_section(dossier, "presence")
    assert presence is not None
    assert presence.table is not None
    shown = {tie for row in presence.table.rows for tie in row.ties}
    assert len(presence.table.rows) <= MOST_DOCUMENTS
    assert "c00" in shown
    (left,) = [said for said in presence.notes if "not listed" in said.text]
    assert shown | set(left.ties) == {tie.id for tie in ties}
    assert left.text == f"{len(left.ties)} more documents are not listed here."


# ---------------------------------------------------------------------------- everything of the Iran sample


def test_what_every_dossier_of_the_sample_claims_rests_on_ties_of_it() -> None:
    known = {record.id for record in read_ground().records}
    asides = set(read_ground().snapshot.ties.ids)
    for dossier in describe_all():
        for section in dossier.sections:
            for row in section.table.rows if section.table else ():
                assert set(row.ties) <= asides
                assert section.name in {"sources", "unknown", "gaps"} or row.ties, (
                    dossier.title,
                    section.name,
                )
        for said in dossier.finding:
            assert set(said.ties) <= asides, (dossier.title, said.text)
            denies = re.search("on record|no source|claims|cannot", said.text)
            assert said.ties or denies, (dossier.title, said.text)
        presence = find_section(dossier, "presence")
        if presence and presence.table:
            assert {tie for row in presence.table.rows for tie in row.ties} <= known


def test_the_pairs_listed_and_those_counted_are_all_the_pairs_of_a_country() -> None:
    ground = read_ground()
    for subject, dossier in zip(list_subjects(ground), describe_all(), strict=True):
        if subject.kind != "country":
            continue
        counts = ground.pairs.count_verdicts(subject.ids[0])
        section = find_section(dossier, "pairs")
        if section is None:
            assert not counts
            continue
        rows = section.table.rows if section.table else ()
        if any(counts.get(verdict) for verdict in ("certain", "presumed")):
            listed = len(rows)
            rest = sum(map(int, re.findall(r": (\d+)", " ".join(said.text for said in section.notes))))
            assert listed + rest == sum(counts.values()), dossier.title


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_of_any_dossier_holds_a_mark_an_id_or_a_hole(code: Code) -> None:
    for dossier in describe_all(code):
        texts = [dossier.title, *(said.text for said in list_said(dossier))]
        texts += [cell.text for row in list_rows(dossier) for cell in row.cells]
        for text in texts:
            assert not re.search(r"\{|\}|None|source:|counterpart:|\bIR-\d|  |\.\.", text), text
            if code == "fa":
                plain = re.sub(r"\u2068.*?\u2069", "", text)
                assert not re.search(r"[0-9]", plain) or re.search("[a-zA-Z]", plain), text


def test_persian_says_the_same_as_english_of_the_same_ties() -> None:
    for english, persian in zip(describe_all("en"), describe_all("fa"), strict=True):
        assert [said.ties for said in english.finding] == [said.ties for said in persian.finding]
        assert [section.name for section in english.sections] == [
            section.name for section in persian.sections
        ]
        ties = [sorted(row.ties) for row in list_rows(english)]
        assert sorted(ties) == sorted(sorted(row.ties) for row in list_rows(persian))


def test_every_source_that_a_dossier_cites_is_listed_under_its_number() -> None:
    for dossier in describe_all():
        cited = {
            number
            for section in dossier.sections
            if section.name in {"presence", "acts"} and section.table
            for row in section.table.rows
            for number in row.cells[-1].text.split(", ")
        }
        sources = find_section(dossier, "sources")
        listed = {row.cells[0].text for row in sources.table.rows} if sources and sources.table else set()
        assert cited == listed


def test_the_command_line_knows_the_kinds_of_the_model() -> None:
    from graphmap.cli.dossier import KINDS

    assert KINDS == DOSSIER_KINDS


def test_the_small_world_has_the_source_that_its_dossiers_cite() -> None:
    dossier = describe(sign("t1", "A", "tur:mayor"))
    sources = find_section(dossier, "sources")
    assert sources is not None
    assert sources.table is not None
    assert sources.table.rows[0].cells[1].text == "Test"
    assert make_world_with().sources.find(SOURCE) >= 0


def test_where_one_province_has_a_document_no_source_is_said_to_have_none() -> None:
    ties = [sign("t1", "A", "tur:port", kind="sister_city", since="", until="", attested=("2026-02-08",))]
    claim = {"covers": ("TIED_TO.sister_city:QZA",), "retrieved": "2026-02-08"}
    listing = validated(Source, id="source:list", name="A list of sister cities", **claim)
    snapshot = make_snapshot([*make_small_world(), listing, *ties])
    dossier = describe_snapshot(snapshot, "country", ("TUR",))
    assert [said.text for said in dossier.finding[:2]] == [
        "In TUR, a document of one province is on record: A.",
        "Whether other provinces have any there cannot be told: "
        "no source claims to list such documents whole.",
    ]
    assert "A list of sister cities" not in " ".join(said.text for said in list_said(dossier))
    whole = {**claim, "covers": ("TIED_TO:QZA",), "retrieved": "2026-11-26"}
    register = validated(Source, id="source:whole", name="Register", **whole)
    told = describe_snapshot(make_snapshot([*make_small_world(), register, *ties]), "country", ("TUR",))
    assert told.finding[1].text.startswith("For other provinces there is none in Register")


def test_very_many_documents_are_drawn_by_province_and_country_and_named_by_no_ids() -> None:
    ground = Ground(build_snapshot(make_many(800)), DAY)
    dossier = write_down(ground, Subject("country", ("TUR",)), EN, day=DAY)
    assert dossier.picture is not None
    assert dossier.picture.drawing.count("<path") < 300
    page = render_dossier(dossier)
    assert len(page) < 400_000
    assert max(map(len, re.findall(r'data-ties="([^"]*)"', page)), default=0) < 10_000


def test_pairs_that_are_not_listed_one_by_one_are_counted_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = write_down(read_ground(), Subject("country", ("IRQ",)), EN, day=DAY)
    monkeypatch.setattr("graphmap.views.pairs.MOST_PAIRS", 3)
    cut = write_down(Ground(read_ground().snapshot, DAY), Subject("country", ("IRQ",)), EN, day=DAY)
    for dossier in (whole, cut):
        section = find_section(dossier, "pairs")
        assert section is not None
        assert section.table is not None
        (of,) = re.findall(r"of (\d+)\)", section.heading)
        assert int(of) == 19
        assert section.heading.startswith(f"Rival pairs (the first {len(section.table.rows)} of")
