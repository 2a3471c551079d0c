"""Proves that a report which cannot be trusted does not load, and says why."""

from __future__ import annotations

import re

import pytest

from graphmap.errors import QuestionError
from graphmap.reports import list_reports, load_report, read_report
from graphmap.reports.conditions import CONDITIONS, list_conditions
from graphmap.scales import LEVELS
from graphmap.store.tokens import cut_query

HEAD = """// /// report
// caption = "Ties"
// caption_fa = "پیوندها"
// description = "All ties."
// description_fa = "همهٔ پیوندها."
// kind = "report"
// key = ["tie"]
//
// [columns]
// tie = {type = "id", help = "id of the tie", caption_fa = "شناسه"}
// ///
"""
QUERY = "MATCH ()-[t:TIED_TO]->() RETURN t.id AS tie ORDER BY tie"
PARAMETERS = """// [parameters]
// kind = {type = "TIED_TO.kind", help = "of this kind", help_fa = "از این نوع"}
//
// [columns]"""


def load(query: str = QUERY, old: str = "", new: str = "") -> None:
    """Load a report of the head, one thing changed in it, and a query."""
    assert old in HEAD
    read_report(HEAD.replace(old, new, 1) + query, "trial")


def test_the_report_that_the_others_are_changed_from_loads() -> None:
    assert read_report(HEAD + QUERY, "trial").parameters == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("// /// report\n", "", "a report begins with the line // /// report"),
        ("// ///\n", "", "a line of the head begins with //"),
        ("// ///\n", "//\n//\n", "a line of the head begins with //"),
        ('"Ties"', '"Ties', "the head is not TOML"),
        ("caption =", "capton =", "capton is not a key of a head; the nearest are caption"),
        ("caption =", "capton =", "caption is missing"),
        ("// caption_fa =", "// note =", "caption_fa is missing"),
        ('"report"', '"list"', "kind: Input should be 'report' or 'check'"),
        ('"report"', '"check"', "severity belongs to a check"),
        ('"report"', '"report"\n// severity = "error"', "severity belongs to a check"),
        (
            '"report"',
            '"check"\n// severity = "fatal"',
            "severity: Input should be 'error', 'warning' or 'note'",
        ),
        ('key = ["tie"]', 'key = ["ti"]', "key names ti, which is not among the columns"),
        ('type = "id"', 'type = "iid"', "the type iid is not known; the nearest are id"),
        ('type = "id"', 'type = "TIED_TO.kin"', "the nearest are TIED_TO.kind"),
        ('type = "id"', 'type = "word"', "words belong to the type word"),
        (
            'type = "id"',
            'type = "level", among = ["town"]',
            "among names town, which is not on the scale level",
        ),
        ('type = "id"', 'type = "id", among = ["city"]', "among names city, which is not on the scale id"),
        ('help = "id of the tie"', 'hint = "x"', "columns.tie.hint is not a key of a head; the nearest are"),
        (", caption_fa = ", ", captionfa = ", "columns.tie.caption_fa is missing"),
    ],
)
def test_a_head_that_is_not_right_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        load(QUERY, old, new)


def test_a_scale_stands_for_its_words_and_may_be_cut_and_added_to() -> None:
    column = 'type = "certainty", among = ["possible"], words = {gone = "رفته"}'
    report = read_report(HEAD.replace('type = "id"', column) + QUERY, "trial")
    assert dict(report.columns["tie"].choices) == {"possible": "احتمالی", "gone": "رفته"}
    assert list(load_report("rival_outreach").parameters["level"].choices) == list(LEVELS)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("help_fa =", "parameters.kind.help_fa is missing"),
        ("TIED_TO.kind", "the type TIED_TO.king is not known"),
        ("kind = {", "as_of is always given"),
        ("}", "a required parameter has no default"),
        ('TIED_TO.kind"', "the default town is none of its words"),
    ],
)
def test_a_parameter_that_is_not_right_is_refused(changed: str, said: str) -> None:
    replaced = {
        "help_fa =": "hlp =",
        "TIED_TO.kind": "TIED_TO.king",
        "kind = {": "as_of = {",
        'TIED_TO.kind"': 'level", default = "town"',
    }
    changed_to = replaced.get(changed, ', required = true, default = "trade"}')
    with pytest.raises(QuestionError, match=re.escape(said)):
        load(QUERY, "// [columns]", PARAMETERS.replace(changed, changed_to, 1))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "MATCH ()-[t:TIED_TO]->() WHERE t.kind = $kind RETURN t.id AS tie ORDER BY tie",
            "uses $kind, which",
        ),
        (
            "MATCH (n:Provnce) RETURN n.id AS tie ORDER BY tie",
            "Provnce is not a label of the model; the nearest are Province",
        ),
        ("MATCH (n) WHERE n:City OR n:Town RETURN n.id AS tie ORDER BY tie", "Town is not a label"),
        ("MATCH (n:City&Town) RETURN n.id AS tie ORDER BY tie", "Town is not a label"),
        (
            "MATCH ()-[t:TIED]->() RETURN t.id AS tie ORDER BY tie",
            "TIED is not a relationship type of the model",
        ),
        ("MATCH ()-[t:IN|TIED*0..2]->() RETURN 1 AS tie ORDER BY tie", "TIED is not a relationship type"),
        (
            "MATCH (n:City) RETURN n.nam AS tie ORDER BY tie",
            "nam is not a property of City; the nearest are name",
        ),
        (
            "MATCH (n:City) WHERE n.capital = 'x' RETURN n.id AS tie ORDER BY tie",
            "capital is not a property of City",
        ),
        ("MATCH (n:City {idd: 'x'}) RETURN n.id AS tie ORDER BY tie", "idd is not a property of City"),
        ("MATCH (:City {idd: 'x'})-[t]->() RETURN t.id AS tie ORDER BY tie", "idd is not a property of City"),
        (
            "MATCH ()-[t:TIED_TO {sectr: 1}]->() RETURN t.id AS tie ORDER BY tie",
            "sectr is not a property of TIED_TO",
        ),
        (
            "MATCH (n) RETURN n.sincee AS tie ORDER BY tie",
            "sincee is not a property of anything in the model",
        ),
        ("MATCH ()-[t:TIED_TO]->() RETURN t.from_id AS tie ORDER BY tie", "from_id is not a property"),
        ("MATCH ()-[t:TIED_TO]->() RETURN t.id AS id ORDER BY id", "RETURN gives id, and [columns] says tie"),
        ("MATCH ()-[t:TIED_TO]->() RETURN t.id ORDER BY t.id", "RETURN t . id has no name"),
        ("MATCH (t) RETURN * ORDER BY t.id", "RETURN * has no name"),
        ("MATCH (t) RETURN t.id AS tie, 1 AS more ORDER BY tie", "RETURN gives tie, more"),
        ("MATCH (t) RETURN t.id AS tie", "RETURN has no ORDER BY"),
        ("MATCH (t) RETURN 1 AS tie ORDER BY tie UNION MATCH (t) RETURN 1 AS id ORDER BY id", "UNION"),
    ],
)
def test_a_query_that_does_not_fit_the_model_or_its_head_is_refused(query: str, said: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        load(query)


def test_a_parameter_that_is_declared_and_not_used_is_refused() -> None:
    with pytest.raises(QuestionError, match="declares kind, which the query does not use"):
        load(QUERY, "// [columns]", PARAMETERS)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("MATCH (t:City) WITH COLLECT { MATCH (n:City) RETURN n.id } AS tie", "COLLECT { }"),
        ("MATCH ((t:City)-[:IN]->(b)){1,3} WITH 1 AS tie", "a quantified path"),
        ("MATCH (x) ((a:City)-[:IN]->(b))+ (y) WITH 1 AS tie", "a quantified path"),
        ("MATCH (a:City)-[:IN]->+(b) WITH 1 AS tie", "a quantified relationship"),
        ("MATCH (a:City)-[:IN]->{1,3}(b) WITH 1 AS tie", "a quantified relationship"),
        ("MATCH (a:City)-->{2}(b) WITH 1 AS tie", "a quantified relationship"),
        ("MATCH p = SHORTEST 1 (a:City)-[:IN]->(b) WITH 1 AS tie", "SHORTEST"),
        ("MATCH p = ALL SHORTEST (a:City)-[:IN]->(b) WITH 1 AS tie", "SHORTEST"),
        ("MATCH (t:City WHERE t.name = 'x') WITH 1 AS tie", "WHERE inside a pattern"),
        ("MATCH (a)-[t:IN WHERE t.note IS NULL]->(b) WITH 1 AS tie", "WHERE inside a pattern"),
        ("MATCH (t:City) WITH nullIf(t.name, 'x') AS tie", "nullIf( )"),
        ("MATCH (t:City) WHERE 1 < t.population <= 3 WITH 1 AS tie", "a chained comparison"),
        ("MATCH (t:City) WITH 1 < t.population < 3 AS tie", "a chained comparison"),
        ("MATCH (t:City) WITH percentileCont(t.population, 0.5) AS tie", "percentileCont( )"),
    ],
)
def test_cypher_that_is_not_on_both_engines_is_refused_by_name(part: str, said: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        load(part + " RETURN tie ORDER BY tie")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("LOAD CSV FROM 'x' AS t RETURN 1 AS tie ORDER BY tie", "LOAD CSV"),
        (
            "MATCH (t) CALL (t) { RETURN 1 AS x } IN TRANSACTIONS RETURN 1 AS tie ORDER BY tie",
            "IN TRANSACTIONS",
        ),
        ("MATCH (t:City) SET t.name = 'x' RETURN t.id AS tie ORDER BY tie", "SET is refused"),
        ("MATCH (t:City) DETACH DELETE t", "is refused"),
        (QUERY + "; MATCH (t) RETURN t", "a second statement"),
        ("CALL apoc.do.it() YIELD x RETURN x AS tie ORDER BY tie", "apoc.do.it"),
    ],
)
def test_a_query_that_is_not_read_only_is_refused(query: str, said: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        load(query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:City)<-[t:IN]-(b) WHERE a.name < b.name AND b.name > 'x' RETURN t.id AS tie ORDER BY tie",
        "MATCH (a)-->(b)<--(c) WHERE any(x IN [1] WHERE x > 0) RETURN a.id AS tie ORDER BY tie",
        "MATCH (t:City) RETURN CASE WHEN t.lat > 1 THEN 2 WHEN t.lat < 0 THEN 3 END AS tie ORDER BY tie",
        "MATCH (t:City) WHERE (t.lat) + (t.lon) > 3 RETURN t.id AS tie ORDER BY tie",
        "MATCH (t) WITH {sum: t.lat, one: t:City} AS m RETURN m.sum AS tie ORDER BY tie",
        "MATCH (t) RETURN duration.inDays(date('2020-01-01'), date('2021-01-01')).days AS tie ORDER BY tie",
        "MATCH (t:City)-[x:IN*0..2]->(:Country {home: true}) RETURN t.id AS tie ORDER BY tie // by id",
        "MATCH (t:City) WHERE t.name = 'nullIf(1) $no (x WHERE y)' RETURN t.id AS tie ORDER BY tie",
        "MATCH ()-[t:TIED_TO]->() WHERE t.recorded IS NULL RETURN t.since_latest AS tie ORDER BY tie",
        "MATCH (t:City) RETURN DISTINCT t.id AS tie ORDER BY tie",
    ],
)
def test_portable_cypher_is_let_through(query: str) -> None:
    load(query)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(QuestionError) as refused:
        load("MATCH (n:Town) RETURN n.nme AS id")
    assert len(str(refused.value).splitlines()) == 3
    assert all(line.startswith("trial.cypher: ") for line in str(refused.value).splitlines())


def test_a_report_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(QuestionError, match="overlapping_ties"):
        load_report("overlaping_tie")


def test_reports_come_first_then_checks_by_severity() -> None:
    found = [(report.kind, report.severity) for report in list_reports()]
    order = [("report", None), ("check", "error"), ("check", "warning"), ("check", "note")]
    assert [place for place, _ in enumerate(found)] == sorted(
        range(len(found)), key=lambda i: order.index(found[i])
    )
    assert {"province_ties", "rival_outreach", "date_order"} <= {report.name for report in list_reports()}


@pytest.mark.parametrize(
    ("condition", "name"),
    [
        ("t.counts_from <= $as_of AND $as_of <= t.counts_until", "counts_until"),
        ("t.counts_from <= $as_of", "counts_from"),
        ("$as_of < t.contact_until", "contact_until"),
        ("t.certain_from < $as_of AND $as_of < t.certain_until", "certain_from"),
        ("t.presumable", "presumable"),
        ("t.last_sign > $as_of - duration({years: 5})", "last_sign"),
        ("EXISTS { MATCH (m:Mission) WHERE m.closed_latest < $as_of }", "closed_latest"),
        ("EXISTS { MATCH (m:Mission) WHERE m.opened_latest <= $as_of }", "opened_latest"),
    ],
)
def test_what_counts_is_asked_as_it_is_said_in_one_place(condition: str, name: str) -> None:
    query = f"MATCH ()-[t:TIED_TO]->() WHERE {condition} RETURN t.id AS tie ORDER BY tie"
    with pytest.raises(QuestionError, match=f"{name} is compared as none of the conditions says"):
        load(query)


def test_each_condition_is_asked_by_some_report() -> None:
    asked = {name for report in list_reports() for name in list_conditions(cut_query(report.text)[1])}
    assert asked == CONDITIONS.keys()
