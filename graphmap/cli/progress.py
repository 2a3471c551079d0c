"""Shows on stderr how far a long import has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def show_progress() -> Iterator[Callable[[str, int], None]]:
    """Give a function to tell the file that is read and the rows read of it; show it on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _file, _rows: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from graphmap.text import visible

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.completed} rows"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda file, rows: progress.update(task, description=f"reading {visible(file)}", completed=rows)
