"""Rivals, groups and the first overlaps once more, told by DuckDB from the bare ties.

Each two ties of a city are held against each other, as the methods say it, with no column that was derived.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.ties import Ties
from graphmap.scales import VERDICTS

Rows = npt.NDArray[np.int64]

BOUNDS = """
CREATE TABLE bounds AS SELECT province, city, sector,
  CASE WHEN since > 0 THEN make_date(since, 1, 1) ELSE DATE '0001-01-01' END AS s0,
  CASE WHEN until > 0 THEN make_date(until, 12, 31) ELSE DATE '9999-12-31' END AS e1,
  least(CASE WHEN since > 0 THEN make_date(since, 12, 31) ELSE DATE '9999-12-31' END, e1 - 1) AS s1,
  greatest(CASE WHEN until > 0 THEN make_date(until, 1, 1) ELSE DATE '0001-01-01' END, s0 + 1) AS e0,
  since > 0 AND until = 0 AS goes_on
FROM ties
"""
"""When each tie began and ended, each between two days."""

ON_A_DAY = """
CREATE TABLE held AS SELECT DISTINCT province, city, sector,
  CASE WHEN s1 <= DATE '{day}' AND e0 > DATE '{day}' THEN 2
       WHEN goes_on AND s1 <= DATE '{day}' AND s0 + INTERVAL 5 YEAR > DATE '{day}' THEN 1 ELSE 0 END AS sure
FROM bounds WHERE s0 <= DATE '{day}' AND e1 > DATE '{day}'
"""
VERDICT_ON_A_DAY = """
CASE WHEN a.sector < 0 OR b.sector < 0 THEN 'possible'
     WHEN a.sector <> b.sector
       THEN CASE WHEN least(a.sure, b.sure) = 2 THEN 'complementary' ELSE 'possibly complementary' END
     ELSE CASE least(a.sure, b.sure) WHEN 2 THEN 'certain' WHEN 1 THEN 'presumed' ELSE 'possible' END END
"""
EVER = "CREATE TABLE held AS SELECT DISTINCT province, city, sector, s0, s1, e0, e1 FROM bounds"
VERDICT_EVER = """
CASE WHEN NOT (a.s0 < b.e1 AND b.s0 < a.e1)
       THEN CASE WHEN a.sector < 0 OR b.sector < 0 THEN 'possibly successive'
                 WHEN a.sector = b.sector THEN 'successive' ELSE 'none' END
     WHEN a.sector >= 0 AND b.sector >= 0 AND a.sector <> b.sector
       THEN CASE WHEN a.s1 < b.e0 AND b.s1 < a.e0 THEN 'complementary' ELSE 'possibly complementary' END
     WHEN a.s1 < b.e0 AND b.s1 < a.e0 AND a.sector >= 0 AND b.sector >= 0 THEN 'certain'
     ELSE 'possible' END
"""
CONTESTS = """
SELECT city, verdict, count(*) AS pairs FROM (
  SELECT city, a.province, b.province AS other, max({verdict}::scale) AS verdict
  FROM held AS a JOIN held AS b USING (city) WHERE a.province < b.province GROUP BY ALL)
WHERE verdict > 'none'::scale GROUP BY ALL
"""

CLOSEST = """
WITH held AS (SELECT DISTINCT province, city FROM ties),
holders AS (SELECT city, count(*) AS provinces FROM held GROUP BY city),
sizes AS (SELECT province, count(*) AS cities FROM held GROUP BY province),
pairs AS (
  SELECT a.province AS one, b.province AS other, count(*) AS shared, sum(1 / ln(provinces)) AS rarity
  FROM held AS a JOIN held AS b USING (city) JOIN holders USING (city)
  WHERE a.province < b.province GROUP BY ALL HAVING count(*) >= {least})
SELECT one, other, shared, count(*) OVER () AS pairs FROM pairs
JOIN sizes AS a ON a.province = one JOIN sizes AS b ON b.province = other
ORDER BY round(rarity, 9) DESC, shared / (a.cities + b.cities - shared) DESC, one, other LIMIT {limit}
"""


def connect(ties: Ties) -> Any:
    """Return a base in memory that holds the ties, and answers on one thread."""
    base = import_module("duckdb").connect()
    base.execute("SET threads = 1")
    base.register("given", ties._asdict())
    base.execute("CREATE TABLE ties AS SELECT * FROM given")
    return base


def contests_by_sql(ties: Ties, day: str | None) -> Rows:
    """Return of each city the verdicts of its pairs: a row for each, with how many there are."""
    with connect(ties) as base:
        base.execute(f"CREATE TYPE scale AS ENUM {VERDICTS}")
        base.execute(BOUNDS)
        base.execute(EVER if day is None else ON_A_DAY.format(day=day))
        verdict = VERDICT_EVER if day is None else VERDICT_ON_A_DAY
        told = base.execute(CONTESTS.format(verdict=verdict)).fetchall()
    rows = [(city, VERDICTS.index(name), pairs) for city, name, pairs in told]
    return np.array(rows, np.int64).reshape(-1, 3)


def closest_by_sql(ties: Ties, least: int, limit: int) -> Rows:
    """Return the first overlaps: the two provinces, what they share, and how many such pairs there are."""
    with connect(ties) as base:
        told = base.execute(CLOSEST.format(least=least, limit=limit)).fetchall()
    return np.array(told, np.int64)


FIRST_SETS = """
CREATE TABLE held AS SELECT DISTINCT province, city FROM ties;
CREATE TABLE sets AS SELECT city AS part, city AS last, province FROM held
  WHERE city IN (SELECT city FROM held GROUP BY city HAVING count(*) >= {members});
CREATE TABLE extents AS
  SELECT bit_xor(hash(province)) AS mark, 1 AS size, list(province ORDER BY province) AS provinces
  FROM sets GROUP BY part;
"""
LARGER_SETS = """
CREATE TABLE wider AS SELECT row_number() OVER () AS number, part, city FROM (
  SELECT part, city FROM sets JOIN held USING (province) WHERE city > last
  GROUP BY ALL HAVING count(*) >= {members});
CREATE TABLE more AS SELECT number AS part, wider.city AS last, province
  FROM wider JOIN sets USING (part) JOIN held USING (province) WHERE held.city = wider.city;
DROP TABLE wider; DROP TABLE sets; ALTER TABLE more RENAME TO sets;
INSERT INTO extents
  SELECT bit_xor(hash(province)), {size}, list(province ORDER BY province) FROM sets GROUP BY part;
"""
GROUPS = """
WITH groups AS (
  SELECT max(size) AS cities, any_value(provinces) AS provinces FROM extents
  GROUP BY mark, len(provinces) HAVING max(size) >= {shared})
SELECT count(*) OVER () AS total, cities, provinces FROM groups
ORDER BY len(provinces) * cities DESC, cities DESC, provinces LIMIT {limit}
"""


def groups_by_sql(ties: Ties, members: int, shared: int, limit: int) -> Rows:
    """Return the first groups: how many there are, then the numbers of members and cities of each, and who.

    Sets of cities that enough provinces have are made one city wider at a time; of those that the same
    provinces have the widest is a group's.
    """
    with connect(ties) as base:
        base.execute(FIRST_SETS.format(members=members))
        size = 1
        while base.execute("SELECT count(*) FROM sets").fetchone()[0]:
            size += 1
            base.execute(LARGER_SETS.format(members=members, size=size))
        told = base.execute(GROUPS.format(shared=shared, limit=limit)).fetchall()
    numbers = [told[0][0] if told else 0]
    for _, cities, provinces in told:
        numbers += [len(provinces), cities, *provinces]
    return np.array(numbers, np.int64)
