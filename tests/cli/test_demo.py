"""The first command a person runs, and the README that tells of it."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("sample", ["iran", "invented"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_demo_shows_what_graphmap_is_for(sample: str, lang: str, run: Run, tmp_path: Path) -> None:
    said = run("demo", "--sample", sample, "--lang", lang)
    assert said.code == 0, said.err
    assert (tmp_path / "graphmap-demo" / f"{sample}.html").stat().st_size > 100_000
    assert ("فرضی" in said.out or "invented" in said.out.splitlines()[2]) == (sample == "invented")
    assert run("demo", "--sample", sample, "--lang", lang).out == said.out


@pytest.mark.parametrize("sample", ["iran", "invented"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_demo_fits_one_screen(sample: str, lang: str, run: Run) -> None:
    said = run("demo", "--sample", sample, "--lang", lang, "--as-of", "2026-11-26").out
    lines = re.sub("[\u2066-\u2069]", "", said).splitlines()
    assert len(lines) <= 40
    assert [line for line in lines if len(line) > 100] == []


def test_the_demo_says_first_who_competes_and_tells_joint_acts_apart(run: Run) -> None:
    said = run("demo", "--as-of", "2026-11-26").out
    rivals, joint, borders, contacts, rest = said.split("\n\n")[1:]
    assert "Governor of Erbil: West Azerbaijan – Tehran; trade" in rivals
    assert "presumed" in rivals
    # Those three signed in Sanandaj together.
    assert "Kermanshah – Kurdistan" not in rivals
    assert "sanandaj-2025: West Azerbaijan, Kermanshah and Kurdistan" in joint
    # The governors of the Caspian met in Rasht once, in November 2025: one act, long past.
    assert "caspian-2025 (a meeting): Gilan and Mazandaran and 3 more" in joint
    assert joint.count("caspian-2025") == 1
    assert "caspian-2025" not in run("demo", "later", "--as-of", "2025-11-01").out
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
