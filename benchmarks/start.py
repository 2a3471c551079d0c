"""Measures how fast a command answers, beside `import numpy`: on a sample, and of 200,000 ties.

Run with the Python that graphmap is installed in: `python -m benchmarks.start [ties] [runs]`. Processor
seconds of whole processes, the least of a few runs, all in turn; bytecode is compiled, as where installed.
Warm is a start with the copy of the snapshot beside the store, cold one without. Figures to read, not a test:
the wishes are twice NumPy on the sample, and for one country of many 8 times warm and 50 times cold.
"""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import graphmap
from benchmarks.snapshot import hold_store
from graphmap.exchange.samples import read_sample
from graphmap.store import create_store
from graphmap.store.snapshot_copy import place_copy

GRAPHMAP = str(Path(sysconfig.get_path("scripts")) / "graphmap")
ASKED = "XAA"
PEER = "import numpy"


def spend(*command: str) -> float:
    """Return the processor seconds of a command; CalledProcessError if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(ties: int = 200_000, runs: int = 5) -> None:
    """Make the stores where they are not there yet, measure everything in turn and print."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(graphmap.__file__).parent, quiet=2)
    many = hold_store(ties)
    place_copy(many).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.kgl"
        create_store(sample, read_sample("iran"))[0].close()
        of_country = (GRAPHMAP, "rivals", "--country", ASKED, "--store", str(many))
        seconds = {"one country, cold": spend(*of_country)}
        commands = {
            PEER: (sys.executable, "-c", PEER),
            "graphmap --version": (GRAPHMAP, "--version"),
            "sample, warm": (GRAPHMAP, "rivals", "--store", str(sample)),
            "one country, warm": of_country,
        }
        for command in commands.values():
            spend(*command)
        for _ in range(runs):
            for name, command in commands.items():
                seconds[name] = min(seconds.get(name, 1e9), spend(*command))
    print(f"{'processor seconds':20} {'least':>7}  ratio")
    for name in (*commands, "one country, cold"):
        print(f"{name:20} {seconds[name]:7.3f}  {seconds[name] / seconds[PEER]:.1f} x {PEER}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
