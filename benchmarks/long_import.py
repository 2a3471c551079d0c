"""Times the import of a long list: the twin cities of the world, for a home country, on the embedded store.

Run with the Python that graphmap is installed in: `python benchmarks/long_import.py twin_cities.csv [HOME]`.
Prints the seconds of a first and of a second import. A figure to read, not a test: the wish is 30 s for the
first.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

GRAPHMAP = str(Path(sysconfig.get_path("scripts")) / "graphmap")


def time_command(*words: str) -> tuple[float, str]:
    """Return the seconds that a command takes and the last line it says; CalledProcessError if it fails."""
    start = time.perf_counter()
    done = subprocess.run((GRAPHMAP, *words), check=True, capture_output=True, text=True)
    return time.perf_counter() - start, done.stdout.splitlines()[-1]


def main(file: str, home: str = "DEU") -> None:
    """Make a store, import the list twice and print how long each took."""
    with tempfile.TemporaryDirectory() as folder:
        store = ("--store", str(Path(folder) / "graph.kgl"))
        time_command("init", "--home", home, *store)
        for which in ("first", "second"):
            seconds, said = time_command("import", file, "--mapping", "twincities_wikipedia", *store)
            print(f"{which:6} {seconds:6.2f} s  {said}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
