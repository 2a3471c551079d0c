"""What is settled before a command begins: streams that are open, UTF-8, and no password for all to read."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

STORE = "--store="


def settle_process() -> None:
    """Settle the process, or begin it anew where that takes other words or another encoding."""
    hold_streams()
    # NumPy's algebra starts a thread for each core when it is loaded, and lets them wait by spinning: a tenth
    # of a short command's processor time. What a person set stands.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words, changes = hide_secrets(sys.orig_argv[1:])
    if sys.getfilesystemencoding().replace("-", "").lower() != "utf8":
        # Names of files and the words of a person are in UTF-8, whatever language the system was set to.
        words, changes = ["-X", "utf8", *words], {**changes, "PYTHONUTF8": "1"}
    if changes and os.name == "posix" and sys.executable:
        os.execve(sys.executable, [sys.executable, *words], {**os.environ, **changes})  # noqa: S606


def hold_streams() -> None:
    """Open what is closed of input, output and errors: else the next file, a store, takes its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", closefd=False)


def hide_secrets(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """Move user and password out of the words, which every user of a machine can list, into the environment.

    >>> hide_secrets(["check", "--store=neo4j://ann:secret@host"])
    (['check', '--store=neo4j://host'], {'GRAPHMAP_USER': 'ann', 'GRAPHMAP_PASSWORD': 'secret'})
    """
    from graphmap.errors import StoreError
    from graphmap.store.address import PASSWORD, USER, holds_secret, read_address

    hidden, changes = [], {}
    for word in words:
        if holds_secret(word):
            url = word.removeprefix(STORE)
            with suppress(StoreError):
                address = read_address(url)
                changes = {USER: address.user, PASSWORD: address.password}
                word = (STORE if word != url else "") + address.shown
        hidden.append(word)
    return hidden, changes
