"""Measures every report and check on 5,000 provinces and 200,000 ties: seconds, memory and rows of each.

Run with the Python that graphmap is installed in: `python -m benchmarks.reports [ties] [report …]`, with
`--neo4j ADDRESS` on a server, which is filled first where it is empty. On the embedded engine each report
runs in a process of its own, and what is told of memory is the most that the process which answers took,
the graph with it. Of a server the seconds are those that one waits, and its memory is its own. Figures to
read, not a test: the wishes are 30 seconds and 2 GB.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

from benchmarks.world import TIES, hold_world, write_world
from graphmap.errors import StoreAbsent
from graphmap.reports import list_reports
from graphmap.store import open_store

PROGRAM = """
import json, resource, sys, time
from datetime import date
from graphmap.errors import GraphmapError
from graphmap.reports import run_report
from graphmap.store import open_store

store = open_store(sys.argv[1], read_only=True)
given = json.loads(sys.argv[3])
store.rows("MATCH (n:Country) RETURN count(n) AS count")
begun = time.perf_counter()
try:
    told = len(run_report(store, sys.argv[2], given, date(2026, 2, 8), seconds=200).rows.rows)
except GraphmapError as error:
    told = str(error)[:80]
waited = time.perf_counter() - begun
store.close()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
on_file = sys.argv[1].endswith(".kgl")
print(json.dumps([used.ru_utime + used.ru_stime if on_file else waited, used.ru_maxrss * 1024, told]))
"""
ASKED = {"country_dossier": {"country": "XAA"}}
"""What a report must be given."""


def measure(address: str, report: str) -> None:
    """Run one report in a process of its own, and print what it took."""
    given = json.dumps(ASKED.get(report, {}))
    command = (sys.executable, "-c", PROGRAM, address, report, given)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"{report:28} {done.stderr.splitlines()[-1]}")
        return
    seconds, memory, told = json.loads(done.stdout)
    print(f"{report:28} {seconds:7.1f} {memory / 2**20:7.0f} MB  {told}", flush=True)


def main() -> None:
    """Make the store where it is not there yet, run each report and print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("ties", type=int, nargs="?", default=TIES)
    reader.add_argument("reports", nargs="*")
    reader.add_argument("--neo4j", metavar="ADDRESS")
    given = reader.parse_args()
    address = given.neo4j or str(hold_world(given.ties))
    if given.neo4j:
        try:
            open_store(address, read_only=True).close()
        except StoreAbsent:
            write_world(address, given.ties)
    print(f"{'':28} seconds  memory   rows")
    for report in given.reports or [report.name for report in list_reports()]:
        measure(address, report)


if __name__ == "__main__":
    main()
