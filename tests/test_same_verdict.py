"""The same commit has the same verdict: what Hypothesis draws hangs on nothing but the test."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

from tests.test_house import FILES, PROJECT

DRAW = """
import sys
import tests.conftest
from hypothesis import given, settings, strategies as st

if "late" in sys.argv:
    import graphmap.exchange.templates, graphmap.geometry.build, graphmap.views.quick_network

@given(st.text(), st.integers(), st.binary(), st.floats())
def draw(text, number, data, measure):
    print(repr(text), number, data, measure)

sys.stdout.reconfigure(errors="backslashreplace")
draw()
"""


def draw_examples(seed: str, *words: str) -> bytes:
    """Draw a hundred examples in a process of its own, which has loaded more or less before."""
    program = [sys.executable, "-X", "utf8", "-c", DRAW, *words]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)}
    return subprocess.run(
        program, cwd=PROJECT, env=environment, capture_output=True, check=True, timeout=60
    ).stdout


def test_the_same_examples_are_drawn_each_time_whatever_ran_before() -> None:
    first = draw_examples("1")
    assert len(first.splitlines()) > 50
    assert draw_examples("2", "late") == first


def test_a_property_says_how_often_it_is_tried_so_that_a_search_tries_more() -> None:
    fixed = []
    for name in FILES:
        if not (name.startswith("tests/") and name.endswith(".py")):
            continue
        fixed += [
            f"{name}:{node.value.lineno}: write max_examples=examples(...)"
            for node in ast.walk(ast.parse((PROJECT / name).read_text("utf-8")))
            if isinstance(node, ast.keyword)
            and node.arg == "max_examples"
            and not any(isinstance(part, ast.Name) for part in ast.walk(node.value))
        ]
    assert not fixed, fixed
