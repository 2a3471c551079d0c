"""A command that says nothing for a while shows on a terminal, and nowhere else, that it is at work."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

SCRIPT = """
import time
from graphmap.cli import waiting
waiting.QUIET = 0.05
waiting._signs.append(waiting.Sign("graphmap map", 0.05))
with waiting.hold_waiting():
    time.sleep(0.4)
print("held", flush=True)
time.sleep(0.6)
waiting.pause_waiting()
print("said", flush=True)
waiting.end_waiting()
time.sleep(0.3)
"""


def test_a_sign_comes_on_a_terminal_gives_way_to_words_and_ends() -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=theirs, timeout=60, check=True
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65_536):
            shown += piece
    except OSError:
        # Linux tells the end of a terminal so.
        pass
    os.close(ours)
    assert done.stdout.split() == [b"held", b"said"]
    assert b"graphmap map" in shown
    # The line is taken away at the end.
    assert shown.rstrip().endswith(b"\x1b[2K") or b"\x1b[2K" in shown[shown.rindex(b"graphmap map") :]


def test_nothing_of_it_reaches_a_pipe() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, timeout=60, check=True)
    assert (done.stdout.split(), done.stderr) == ([b"held", b"said"], b"")
