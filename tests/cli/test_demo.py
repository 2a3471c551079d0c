"""The first command a person runs, and the README that tells of it."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from graphmap.cli import graphmap
from graphmap.cli.command import run_group
from tests.cli.conftest import Run

README = Path(__file__).parents[2] / "README.md"


DAY = ("--as-of", "2026-11-26")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], tuple[Path, str]]:
    """Return what runs the demo of a sample in a language once: its folder, and what it said."""

    @cache
    def show(sample: str, lang: str) -> tuple[Path, str]:
        folder = tmp_path_factory.mktemp("demo")
        words = ["demo", "here", "--sample", sample, "--lang", lang, *DAY]
        with chdir(folder), redirect_stdout(StringIO()) as said, pytest.raises(SystemExit) as leaving:
            run_group(graphmap, words)
        assert not leaving.value.code
        return folder / "here", said.getvalue()

    return show


Demo = Callable[[str, str], tuple[Path, str]]


@pytest.mark.parametrize("sample", ["iran", "invented"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_demo_shows_what_graphmap_is_for(sample: str, lang: str, demo: Demo) -> None:
    folder, said = demo(sample, lang)
    assert (folder / f"{sample}.html").stat().st_size > 100_000
    assert ("فرضی" in said or "invented" in said.splitlines()[2]) == (sample == "invented")


def test_the_demo_shows_the_same_again(demo: Demo, run: Run) -> None:
    folder, said = demo("invented", "en")
    with chdir(folder.parent):
        assert run("demo", "here", "--sample", "invented", "--lang", "en", *DAY).out == said


@pytest.mark.parametrize("sample", ["iran", "invented"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_demo_fits_one_screen(sample: str, lang: str, demo: Demo) -> None:
    lines = re.sub("[\u2066-\u2069]", "", demo(sample, lang)[1]).splitlines()
    assert len(lines) <= 40
    assert [line for line in lines if len(line) > 100] == []


def test_the_demo_says_first_who_competes_and_tells_joint_acts_apart(demo: Demo, run: Run) -> None:
    folder, said = demo("iran", "en")
    rivals, joint, borders, contacts, rest = said.split("\n\n")[1:]
    assert "Governor of Erbil: West Azerbaijan – Tehran; trade" in rivals
    assert "presumed" in rivals
    # Those three signed in Sanandaj together.
    assert "Kermanshah – Kurdistan" not in rivals
    assert "sanandaj-2025: West Azerbaijan, Kermanshah and Kurdistan" in joint
    # The governors of the Caspian met in Rasht once, in November 2025: one act, long past.
    assert "caspian-2025 (a meeting): Gilan and Mazandaran and 3 more" in joint
    assert joint.count("caspian-2025") == 1
    assert "caspian-2025" not in run("demo", folder, "--as-of", "2025-11-01").out
    assert "Turkmenistan: Razavi Khorasan – Ahal" in borders
    assert "Sistan and Baluchestan" in contacts
    assert rest.startswith("Checks: 0 errors")


def read_commands() -> list[str]:
    """Return the graphmap commands of the README's shell blocks, in their order."""
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith(("graphmap ", "export "))]


def test_every_command_of_the_readme_runs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = read_commands()
    assert len(commands) > 15
    # A whole site is looked at in test_pages.py.
    monkeypatch.setattr("graphmap.views.site.MOST_SUBJECTS", 6)
    monkeypatch.setattr("graphmap.views.site.REPORTS", ("rivals", "report expiring"))
    for line in commands:
        words = shlex.split(line, comments=True)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            monkeypatch.setenv(name, value)
            continue
        said = run(*words[1:])
        assert said.code == 0, f"{line}: {said.err}"
    assert os.environ["GRAPHMAP_STORE"] == "tour/iran.kgl"


def test_every_command_is_told_in_the_readme() -> None:
    from graphmap.cli import COMMANDS

    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"graphmap {name}" not in text] == []
