"""Times what a person waits for first: `graphmap --help` and `graphmap demo`, beside peers in the same run.

Run with the Python that graphmap is installed in: `python benchmarks/first_screen.py [runs]`.
Prints the median of each program in seconds and as a multiple of its peer. A figure to read, not a test: the
wishes are 0.3 s for the help and 5 s for the demo.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
GRAPHMAP = str(Path(sysconfig.get_path("scripts")) / "graphmap")


@dataclass(frozen=True)
class Program:
    """A command to time, and the name of the program that it is compared with."""

    name: str
    command: tuple[str, ...]
    peer: str


PROGRAMS = (
    Program("python", (PYTHON, "-c", "pass"), "python"),
    Program("import click", (PYTHON, "-c", "import click"), "python"),
    Program("import rich_click", (PYTHON, "-c", "import rich_click"), "import click"),
    Program("pip --help", (PYTHON, "-m", "pip", "--help"), "import click"),
    Program("graphmap --help", (GRAPHMAP, "--help"), "import click"),
    Program("import all", (PYTHON, "-c", "import kglite, pydantic, numpy, scipy, babel, jinja2"), "python"),
    Program("graphmap demo", (GRAPHMAP, "demo"), "import all"),
)


def time_once(program: Program) -> float:
    """Return the seconds that one run takes, in an empty folder; raises CalledProcessError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run(program.command, cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - start


def main(runs: int = 7) -> None:
    """Time every program in turn, round after round, and print the medians."""
    for program in PROGRAMS if runs > 1 else ():  # the first run only warms the files
        time_once(program)
    seconds: dict[str, list[float]] = {program.name: [] for program in PROGRAMS}
    for _ in range(runs):
        for program in PROGRAMS:
            seconds[program.name].append(time_once(program))
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    print(f"{'program':20} {'median s':>8} {'least s':>8}  ratio")
    for program in PROGRAMS:
        ratio = medians[program.name] / medians[program.peer]
        least = min(seconds[program.name])
        print(f"{program.name:20} {medians[program.name]:8.3f} {least:8.3f}  {ratio:.1f} x {program.peer}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
