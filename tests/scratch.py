"""Where tests write: in memory where there is enough of it, since waiting for a disk proves nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
"""Free bytes that a run may need, many times over."""


def write_in_memory() -> None:
    """Let temporary files of this process and its children lie in memory, unless told where by TMPDIR.

    A store waits for the disk several times a changeset, which on a slow disk is most of a test's time. What
    a process that is killed leaves does not depend on it: that is the kernel's memory either way. A place
    that is small (as in a container), or lets no program run, is passed over.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    place = os.statvfs(MEMORY)
    if place.f_bavail * place.f_frsize < ROOM or place.f_flag & os.ST_NOEXEC:
        return
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None  # what was found before is not asked for again
