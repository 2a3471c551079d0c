"""The part of the Iran sample that published lists hold whole: twin cities, missions, borders, as listed.

What public pages tell beside it is left out, so that the numbers counted by hand from the lists stay proven.
"""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from graphmap.exchange.native import read_native
from graphmap.exchange.samples import make_home_batch
from graphmap.schema import Batch, Contents, Named, Relationship, find_difference
from tests.servers.prepare import find_data

TOOL = Path(__file__).parents[1] / "tools" / "samples" / "build_iran.py"


def build_sample(out: Path, *words: str) -> None:
    """Build the Iran sample anew from the published files."""
    subprocess.run((sys.executable, str(TOOL), str(find_data()), str(out), *words), check=True, timeout=120)


@cache
def read_municipal() -> Batch:
    """Read the lists of the Iran sample alone, its home country included."""
    with TemporaryDirectory() as folder:
        build_sample(Path(folder), "--lists")
        reading = read_native([Path(folder)])
    assert not reading.faults
    return Batch((*make_home_batch("IRN").entries, *reading.entries))


@cache
def hold_municipal() -> Contents:
    """Hold the lists of the Iran sample as a store would."""
    created = find_difference(read_municipal(), Contents()).created
    nodes = {r.identity: r for r in created if isinstance(r, Named)}
    return Contents(nodes, {r.identity: r for r in created if isinstance(r, Relationship)})
