"""Draws read-only queries at random, in the Cypher that both engines are asked."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from graphmap.schema import NODES, RELATIONSHIPS, Changeset, Source

LABELS = tuple(name for name, cls in NODES.items() if cls not in (Changeset, Source))
TYPES = tuple(RELATIONSHIPS)
NODE_TEXTS = ("id", "name", "name_fa", "note", "kind", "capital", "iso2", "recorded", "absent")
NODE_NUMBERS = ("population", "lat", "lon", "area_km2")
STEP_TEXTS = ("id", "kind", "stage", "since", "flow", "recorded", "note", "absent")
STEP_NUMBERS = ("year", "share", "km", "intensity")
STEP_DAYS = ("since_earliest", "since_latest", "until_earliest", "until_latest")
TEXTS = ("'a'", "'IR'", "'city:'", "'HM-0'", "'A'", "'trade'", "'sister_city'", "'in_force'", "'ی'", "'1'")
DAYS = ("date('1990-01-01')", "date('2010-06-30')", "date('9999-12-31')", "$day")
STEPS = tuple(
    step
    for name, cls in RELATIONSHIPS.items()
    for start, target in sorted(cls.ends)
    for step in ((start, name, "-", "->", target), (target, name, "<-", "-", start))
)
"""Every step that the schema allows: from a label, over a type, with its arrow, to a label."""
PATTERN_PROPERTIES = (
    ("id", "'HM-01'"),
    ("id", "'AAA'"),
    ("kind", "'embassy'"),
    ("home", "true"),
    ("capital", "$text"),
    ("status", "'open'"),
)


@dataclass
class Drawn:
    """A query under way: names of its nodes and relationships (none of variable length)."""

    choose: random.Random
    nodes: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    def new(self, kind: str) -> str:
        """Name one more node or relationship."""
        names = self.nodes if kind == "n" else self.steps
        names.append(f"{kind}{len(names)}")
        return names[-1]


def draw_query(seed: int) -> str:
    """Draw one query; the same number gives the same query."""
    choose = random.Random(seed)
    if choose.random() < 0.08:
        column = draw_part(choose, one_column=True), draw_part(choose, one_column=True)
        return f" {choose.choice(['UNION', 'UNION ALL'])} ".join(column)
    return draw_part(choose)


def draw_part(choose: random.Random, one_column: bool = False) -> str:
    """Draw a query of one part: patterns, conditions, and what is returned."""
    drawn = Drawn(choose)
    text = f"MATCH {draw_pattern(drawn)}"
    if choose.random() < 0.3:
        text += f" MATCH {draw_pattern(drawn, choose.choice(drawn.nodes))}"
    if choose.random() < 0.5:
        text += f" WHERE {draw_condition(drawn)}"
    if choose.random() < 0.3:
        text += f" OPTIONAL MATCH {draw_pattern(drawn, choose.choice(drawn.nodes))}"
        if choose.random() < 0.4:
            text += f" WHERE {draw_condition(drawn)}"
    if choose.random() < 0.2:
        text += draw_with(drawn)
    return f"{text} {draw_return(drawn, one_column)}"


def draw_pattern(drawn: Drawn, start: str | None = None) -> str:
    """Draw a path of one to three nodes, from a known node where one is given; most fit the schema."""
    choose = drawn.choose
    label = drawn.labels.get(start or "") or choose.choice(LABELS + ("Province", "City", "Country") * 3)
    text = f"({start})" if start else draw_node(drawn, label)
    for _ in range(choose.choice([0, 1, 1, 1, 2]) if start is None else choose.choice([1, 1, 2])):
        fitting = [step for step in STEPS if step[0] == label]
        _, name, left, right, label = choose.choice(fitting if fitting and choose.random() < 0.8 else STEPS)
        types = choose.choice(["", f":{name}", f":{name}", f":{name}|{choose.choice(TYPES)}"])
        if choose.random() < 0.15:
            left, right = choose.choice([(left, right), (left, right), ("-", "-")])
        if choose.random() < 0.15:
            step = f"{types or ':IN|REPRESENTS'}{choose.choice(['*0..1', '*1..2', '*0..3', '*2'])}"
        else:
            step = f"{drawn.new('r')}{types}"
        text += f"{left}[{step}]{right}{draw_node(drawn, label)}"
    return text


def draw_node(drawn: Drawn, label: str) -> str:
    """Draw a node of a pattern: sometimes one seen before, mostly with the label that fits."""
    choose = drawn.choose
    if drawn.nodes and choose.random() < 0.1:
        return f"({choose.choice(drawn.nodes)})"
    found = [known for known in PATTERN_PROPERTIES if known[0] in NODES[label].model_fields]
    name, value = choose.choice(found)
    properties = f" {{{name}: {value}}}" if choose.random() < 0.1 else ""
    node = drawn.new("n")
    drawn.labels[node] = label
    return f"({node}{choose.choice(['', f':{label}', f':{label}'])}{properties})"


def draw_condition(drawn: Drawn, depth: int = 0) -> str:
    """Draw a condition on what is known."""
    choose = drawn.choose
    roll = choose.random()
    if depth < 2 and roll < 0.3:
        one, other = draw_condition(drawn, depth + 1), draw_condition(drawn, depth + 1)
        return f"({one} {choose.choice(['AND', 'OR', 'XOR'])} {other})"
    if depth < 2 and roll < 0.4:
        return f"NOT ({draw_condition(drawn, depth + 1)})"
    node = choose.choice(drawn.nodes)
    compare = choose.choice(["=", "<>", "<", "<=", ">", ">="])
    forms = [
        f"{draw_text(drawn)} {compare} {choose.choice(TEXTS)}",
        f"{draw_text(drawn)} {choose.choice(['STARTS WITH', 'CONTAINS'])} {choose.choice(TEXTS)}",
        f"{draw_text(drawn)} ENDS WITH {choose.choice(TEXTS)}",
        f"{draw_text(drawn)} IN [{', '.join(choose.sample(TEXTS, 3))}]",
        f"{draw_text(drawn)} IS {choose.choice(['NULL', 'NOT NULL'])}",
        f"{draw_number(drawn)} {compare} {choose.choice(['0', '10', '45.5', '-3', '1000000'])}",
        f"size(coalesce({node}.aliases, [])) > {choose.choice([0, 1])}",
        f"'source:1' IN {node}.sources",
        f"any(x IN coalesce({node}.sources, []) WHERE x ENDS WITH '2')",
        f"EXISTS {{ ({node})-[:{choose.choice(TYPES)}]->() }}",
        f"NOT EXISTS {{ MATCH ({node})<-[:{choose.choice(TYPES)}]-(x) WHERE x.id <> 'HOM' }}",
        # Not the other way round: kglite 0.21 takes (COUNT { … } > 1) for a node in brackets, and says so.
        f"{choose.choice([0, 1, 3])} < COUNT {{ ({node})--() }}",
        f"$text IS NULL OR {node}.id = $text",
        f"{node}.home = true",
    ]
    if len(drawn.nodes) > 1:
        one, other = choose.sample(drawn.nodes, 2)
        forms += [f"{one}.id {choose.choice(['<', '<>', '='])} {other}.id", f"{one} <> {other}"]
    if drawn.steps:
        step = choose.choice(drawn.steps)
        forms += [
            f"{step}.{choose.choice(STEP_DAYS)} {compare} {choose.choice(DAYS)}",
            f"{step}.since_latest <= $day AND $day < {step}.until_earliest",
            f"'trade' IN coalesce({step}.sectors, [])",
            f"type({step}) = '{choose.choice(TYPES)}'",
            f"{step}.presumable",
        ]
    return choose.choice(forms)


def draw_text(drawn: Drawn) -> str:
    """Draw an expression that is a text or null."""
    choose = drawn.choose
    if drawn.steps and choose.random() < 0.4:
        return f"{choose.choice(drawn.steps)}.{choose.choice(STEP_TEXTS)}"
    text = f"{choose.choice(drawn.nodes)}.{choose.choice(NODE_TEXTS)}"
    return choose.choice(
        [text, text, text, f"toLower({text})", f"coalesce({text}, '-')", f"substring({text}, 1)"]
    )


def draw_number(drawn: Drawn) -> str:
    """Draw an expression that is a number or null."""
    choose = drawn.choose
    if drawn.steps and choose.random() < 0.4:
        return f"{choose.choice(drawn.steps)}.{choose.choice(STEP_NUMBERS)}"
    node = choose.choice(drawn.nodes)
    number = f"{node}.{choose.choice(NODE_NUMBERS)}"
    return choose.choice(
        [number, number, f"{number} + 1", f"{number} * 2", f"size({node}.id)", f"abs({number})"]
    )


def draw_value(drawn: Drawn) -> str:
    """Draw an expression to return."""
    choose = drawn.choose
    node = choose.choice(drawn.nodes)
    forms = [
        f"{node}.id",
        f"{node}.id",
        draw_text(drawn),
        draw_number(drawn),
        f"labels({node})",
        f"{node}.aliases",
        f"size({node}.sources)",
        f"[x IN {node}.sources WHERE x <> 'source:2' | x + '!']",
        f"CASE WHEN {draw_condition(drawn, 2)} THEN 'yes' ELSE 'no' END",
        f"coalesce({node}.name_fa, {node}.name)",
        f"COUNT {{ ({node})-[:{choose.choice(TYPES)}]->() }}",
        f"EXISTS {{ ({node})-[:{choose.choice(TYPES)}]-() }}",
        f"{node} IS NULL",
    ]
    if drawn.steps:
        step = choose.choice(drawn.steps)
        forms += [
            f"{step}.id",
            f"type({step})",
            f"{step}.{choose.choice(STEP_DAYS)}",
            f"{step}.attested",
            f"duration.inDays({step}.since_earliest, {step}.since_latest).days",
            f"startNode({step}).id",
            f"endNode({step}).id",
            f"{step}.since_earliest.year",
        ]
    return choose.choice(forms)


def draw_aggregate(drawn: Drawn) -> str:
    """Draw an expression over many rows."""
    choose = drawn.choose
    return choose.choice(
        [
            "count(*)",
            f"count({draw_value(drawn)})",
            f"count(DISTINCT {draw_value(drawn)})",
            f"collect(DISTINCT {choose.choice(drawn.nodes)}.id)",
            f"size(collect({draw_text(drawn)}))",
            f"min({draw_text(drawn)})",
            f"max({draw_number(drawn)})",
            f"sum(size({choose.choice(drawn.nodes)}.id))",
            f"avg({draw_number(drawn)})",
            f"count(DISTINCT {choose.choice(drawn.nodes)})",
        ]
    )


def draw_with(drawn: Drawn) -> str:
    """Draw a WITH that groups by a node and keeps the groups of some size."""
    node = drawn.choose.choice(drawn.nodes)
    aggregate = draw_aggregate(drawn)
    least = drawn.choose.choice(["", " WHERE size(toString(total)) > 0", " WHERE total IS NOT NULL"])
    if aggregate.startswith("collect"):
        least = " WHERE size(total) > 0"
    drawn.nodes, drawn.steps = [node], []
    return f" WITH {node}, {aggregate} AS total{least}"


def draw_return(drawn: Drawn, one_column: bool) -> str:
    """Draw a RETURN; cut to some rows only in an order that leaves no choice."""
    choose = drawn.choose
    count = 1 if one_column else choose.choice([1, 2, 2, 3])
    values = [draw_value(drawn) for _ in range(count)]
    distinct = ""
    if not one_column and choose.random() < 0.4:
        values.append(draw_aggregate(drawn))
    elif choose.random() < 0.3:
        distinct = "DISTINCT "
    text = f"RETURN {distinct}" + ", ".join(f"{value} AS c{place}" for place, value in enumerate(values))
    if not one_column and not any("collect(" in value for value in values) and choose.random() < 0.2:
        order = ", ".join(f"c{place}{choose.choice(['', ' DESC'])}" for place in range(len(values)))
        text += f" ORDER BY {order} SKIP {choose.choice([0, 1])} LIMIT {choose.choice([1, 3, 10])}"
    return text
