"""Draws hostile queries: writes, files, commands and heavy shapes in every dress, mixed with honest parts."""

from __future__ import annotations

import random

SPACES = (
    " ", " ", " ", "\n", "\t", "\r", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u00a0", "\u1680", "\u2003",
    "\u2028", "\u202f", "\u3000", "\u180e", "\u200b", "\u200c", "\ufeff", "\u2060", "\x00", "/**/", "/* x */",
    "// x\n", "//\r", "//\u2028", "/*/ */", "``", "", ";", "\\u0020", ".", ",", "(", ")", "{", "}", "[", "]",
)  # fmt: skip
"""What may stand between two words, white space or not."""

LOOKALIKES = {
    "A": "\u0410\u0391\uff21\u00c0", "C": "\u0421\uff23\u216d", "D": "\uff24\u216e", "E": "\u0415\uff25",
    "F": "\uff26", "H": "\u041d\uff28", "I": "\u0130\u0131\uff29", "K": "\u212a\uff2b", "L": "\uff2c\u216c",
    "M": "\u041c\uff2d", "N": "\uff2e", "O": "\u041e\u039f\uff2f\u00d3", "P": "\uff30", "R": "\uff32",
    "S": "\u017f\uff33\u0405", "T": "\u0422\uff34", "U": "\uff35", "V": "\uff36\u2164", "W": "\uff37",
}  # fmt: skip
"""Letters that look like another, or that some program folds to it."""

CLAUSES = (
    "LOAD CSV FROM $file AS r RETURN r",
    "LOAD CSV WITH HEADERS FROM $file AS r RETURN r",
    "LOAD CSV FROM 'FILE' AS r FIELDTERMINATOR ';' RETURN r",
    "LOAD CSV FROM 'FILE' AS r RETURN r",
    "LOAD CSV FROM 'NET' AS r RETURN r",
    "CREATE (x:City {id: 'hostile'})",
    "MERGE (x:City {id: 'hostile'}) RETURN x",
    "INSERT (x:City {id: 'hostile'})",
    "SET n.name = 'hostile'",
    "SET n:Hostile",
    "SET n += {name: 'hostile'} RETURN n",
    "REMOVE n.name",
    "REMOVE n:City",
    "DELETE n",
    "DELETE match",
    "DETACH DELETE n",
    "NODETACH DELETE n",
    "FOREACH (x IN [1] | SET n.name = 'hostile')",
    "SHOW INDEXES",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW PROCEDURES",
    "SHOW FUNCTIONS YIELD name RETURN name",
    "SHOW USERS",
    "TERMINATE TRANSACTIONS 'x'",
    "USE system SHOW DATABASES",
    "USE system RETURN 1 AS r",
    "DROP INDEX hostile IF EXISTS",
    "DROP CONSTRAINT hostile IF EXISTS",
    "CREATE INDEX hostile FOR (x:City) ON (x.name)",
    "CREATE USER hostile SET PASSWORD 'hostile123'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'hostile123'",
    "GRANT ROLE admin TO hostile",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL dbms.components()",
    "CALL db.ping()",
    "CALL db.createLabel('Hostile')",
    "CALL db.createProperty('hostile')",
    "CALL db.clearQueryCaches()",
    "CALL list_procedures() YIELD name RETURN name",
    "CALL apoc.load.json('FILE') YIELD value RETURN value",
    "RETURN apoc.load.json('FILE') AS r",
    "CALL { CREATE (x:City {id: 'hostile'}) } IN TRANSACTIONS",
    "RETURN 1 AS r FORMAT CSV",
    "EXPLAIN RETURN 1 AS r",
    "PROFILE MATCH (n) SET n.name = 'hostile'",
    "CYPHER 5 SET n.name = 'hostile'",
)
"""What must never be carried out."""

LEADS = (
    "", "", "MATCH (n) ", "MATCH (n) WITH n ", "RETURN 1 AS r UNION ALL ", "RETURN 1 AS r UNION ",
    "RETURN 'x' AS r UNION DISTINCT ", "UNWIND [1] AS x ", "CALL { ", "MATCH (n) CALL (n) { ",
    "OPTIONAL MATCH (n) ", "MATCH (as:Country), (match:City) WHERE match = as ", "MATCH (as) WHERE NOT as ",
    "MATCH (n), (match) WHERE n.home as ", "WITH 1 AS as ", "WITH 1. AS n ", "MATCH (n) WHERE n.lat = 1. ",
    "MATCH (n) WHERE n IS ", "RETURN EXISTS { ", "RETURN COUNT { ", "MATCH (n) RETURN n.name AS ",
    "MATCH (n:", "MATCH (n {", "RETURN {a: ", "RETURN [x IN [1] | ", "RETURN '", 'RETURN "', "RETURN `",
    "RETURN 1 AS `a`` ", "RETURN 'a\\' AS r ", "RETURN 1; ", "// x\n", "/* ", "RETURN $",
    "MATCH (n) RETURN n.", "MATCH (n) WHERE n:A|", "EXPLAIN ", "RETURN 1 AS r EXCEPT ",
    "RETURN 1 AS r INTERSECT ", "MATCH (n) RETURN n ORDER BY n.id LIMIT 1",
    "MATCH p = shortestPath((n)-[*]-(m)) ", "RETURN date(", "MATCH (n) WITH n AS n ",
)  # fmt: skip
TAILS = (
    "", "", "", " RETURN 1 AS r", " }", " } RETURN 1 AS r", ") RETURN 1 AS r", "'", "`", '"', ";", " //",
    " */", "}) RETURN 1 AS r", "] AS r", " AS r", " UNION RETURN 1 AS r", " LIMIT 1", ":x", ", 1 AS q",
)  # fmt: skip

FITTING = tuple(lead for lead in LEADS if lead.startswith("RETURN 1 AS r UNION"))
MATCHING = tuple(lead for lead in LEADS if lead.startswith("MATCH (") and lead.endswith(" "))
"""The leads after which a clause of the other kind, or of this one, would be carried out."""

OPENED = {
    "[": "]", "(": ")", "{a: ": "}", "[x IN ": "]", "CASE WHEN true THEN ": " END", "NOT ": "", "- ": "",
    "size(": ")", "EXISTS { MATCH (n) WHERE ": " }", "COUNT { MATCH (n) WHERE ": " }", "CALL { RETURN ": " }",
    "reduce(s = 1, x IN [1] | ": ")", "end(": ")",
}  # fmt: skip
"""What may be opened many times over, and what closes it."""


def draw_hostile(choose: random.Random, file: str, net: str) -> str:
    """Draw one query that asks for what a query may not do, its words dressed in some way."""
    clause = choose.choice(CLAUSES)
    words = clause.split(" ")
    gaps = [" "] * (len(words) - 1) + [""]
    for _ in range(choose.choice((0, 1, 1, 1, 2, 2, 4))):
        place = choose.randrange(min(len(words), 4))
        if choose.random() < 0.6:
            words[place] = dress_word(choose, words[place])
        elif gaps[place]:
            gaps[place] = choose.choice(SPACES)
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    lead = choose.choice(LEADS)
    if choose.random() < 0.5:
        lead = choose.choice(FITTING if clause.startswith(("LOAD", "SHOW", "RETURN", "CALL")) else MATCHING)
    elif choose.random() < 0.1:
        lead += choose.choice(LEADS)
    tail = choose.choice(TAILS) if choose.random() < 0.5 else ""
    return (lead + text + tail).replace("FILE", file).replace("NET", net)


def dress_word(choose: random.Random, word: str) -> str:
    """Write a word in another way that an engine may read as the same."""
    place = choose.randrange(len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return choose.choice(
        [
            f"`{word}`",
            f"`{word}`",
            f"`{word.lower()}`",
            word.lower(),
            word.title(),
            before + choose.choice(LOOKALIKES.get(letter.upper(), letter)) + after,
            f"{before}\\u{ord(letter):04x}{after}",
            before + choose.choice("\u200b\u200c\u00ad\u0301\x00") + letter + after,
            f"'{word}'",
            f"`{word}``",
            f":{word}",
            f".{word}",
            f"{word}:",
            f"1{word}",
            f"$`{word}`",
        ]
    )


def draw_heavy(choose: random.Random, doublings: int) -> str:
    """Draw a query that nests, repeats or doubles something, from bearable to far too much."""
    count = choose.choice((3, 20, 49, 60, 200, 2000))
    opened, closed = choose.choice(list(OPENED.items()))
    doubled, power = min(count, doublings), min(count, 12)
    return choose.choice(
        [
            f"RETURN {opened * count}1{closed * count} AS r",
            f"RETURN {opened * count}",
            "RETURN 1 AS r" + f" {choose.choice(['UNION', 'UNION ALL', 'EXCEPT'])} RETURN 1 AS r" * count,
            "CALL { " * count + "RETURN 1 AS r }" + " RETURN r }" * (count - 1) + " RETURN r",
            f"MATCH (n) RETURN n{choose.choice(['.a', '[0]', '.`a`', '{.a}', ':A']) * count} AS r",
            "RETURN 1" + choose.choice([" + 1", " * 2", " AND true", " = 1", " || 'a'"]) * count + " AS r",
            "WITH 1 AS x " * count + "RETURN x AS r",
            "MATCH (n) " * power + "RETURN count(*) AS r",
            "MATCH (n)" + "--()" * power + " RETURN count(*) AS r",
            f"RETURN size(reduce(s = 'a', x IN range(1, {doubled}) | s + s)) AS r",
            f"RETURN size(reduce(s = [1], x IN range(1, {doubled}) | s + s)) AS r",
            "WITH 'aaaaaaaaaa' AS s "
            + "WITH replace(s, 'a', 'aaaaaaaaaa') AS s " * min(count, doublings // 5)
            + "RETURN size(s) AS r",
            f"UNWIND range(1, {10**power}) AS x RETURN count(x) AS r",
            f"RETURN size(range(1, {10**power})) AS r",
        ]
    )
