"""Shows on stderr how far a long import, or a long analysis, has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from graphmap.cli.waiting import hold_waiting


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
    with hold_waiting(), Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda file, rows: progress.update(task, description=f"reading {visible(file)}", completed=rows)


@contextmanager
def show_steps() -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to tell how many steps of how many are done; none where no terminal shows it."""
    if not sys.stderr.isatty():
        yield None
        return
    shown: list[Callable[[int, int], None]] = []
    with ExitStack() as open_while_told:

        def tell(done: int, of: int) -> None:
            if not shown:
                shown.append(_open_bar(open_while_told))
            shown[0](done, of)

        yield tell


def _open_bar(open_while_told: ExitStack) -> Callable[[int, int], None]:
    """Open a bar when the first step is told: most answers take none."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.completed:,} / {task.total:,}"), TimeRemainingColumn())
    open_while_told.enter_context(hold_waiting())
    bar = open_while_told.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = bar.add_task("", total=1)
    return lambda done, of: bar.update(task, completed=done, total=of)
