"""A wheel built from the checkout carries all that graphmap needs and runs without what the tests need."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.test_house import FILES

SHIPPED = tuple(
    name
    for name in FILES
    if name.startswith(("graphmap/", "cypher/")) and not name.endswith((".md", ".gitignore"))
)


@pytest.fixture(scope="module")
def wheel(project_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from a copy of the files that git keeps, as a fresh clone would have them."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in FILES:
        target = folder / "checkout" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(project_folder / name, target)
    command = (
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
    )
    subprocess.run([*command, str(folder / "checkout")], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def find_needed(wheel: Path) -> dict[str, Distribution]:
    """Return by name what the wheel needs at run time and what that needs in turn, extras left out."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        lines = archive.read(name).decode().splitlines()
    waiting = [line.removeprefix("Requires-Dist: ") for line in lines if line.startswith("Requires-Dist: ")]
    needed: dict[str, Distribution] = {}
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if name in needed or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        needed[name] = distribution(name)
        waiting += needed[name].requires or []
    return needed


def list_top_files(package: Distribution) -> Iterator[Path]:
    """Yield the files and folders that a distribution has put directly into site-packages."""
    site = Path(str(package.locate_file("")))
    names = {file.parts[0] for file in package.files or ()}
    yield from (site / name for name in names if name not in {"..", "__pycache__"})


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of an environment with the wheel, its requirements and nothing else.

    The requirements are linked from the environment that runs the tests, so nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(folder, with_pip=False, symlinks=True)
    scheme = sysconfig.get_paths(scheme="venv", vars={"base": str(folder), "platbase": str(folder)})
    for package in find_needed(wheel).values():
        for path in list_top_files(package):
            link = Path(scheme["purelib"]) / path.name
            if not link.exists():
                link.symlink_to(path)
    python = str(Path(scheme["scripts"]) / "python")
    command = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    )
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return Path(scheme["scripts"])


def run(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an installed program in a folder, away from the checkout."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GRAPHMAP"))
    }
    return subprocess.run(
        [str(program), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    missing = [name for name in SHIPPED if name.replace("cypher/", "graphmap/cypher/", 1) not in carried]
    assert not missing, f"say so in [options.package_data] of setup.cfg: {missing}"


def test_an_installed_graphmap_reads_its_reports(programs: Path, tmp_path: Path) -> None:
    code = "import importlib.resources as r; print(*(f.name for f in r.files('graphmap.cypher').iterdir()))"
    answer = run(programs / "python", "-c", code, folder=tmp_path)
    assert set(answer.stdout.split()) >= {Path(name).name for name in SHIPPED if name.startswith("cypher/")}


def test_an_installed_graphmap_imports_none_of_what_its_tests_need(programs: Path, tmp_path: Path) -> None:
    answer = run(programs / "python", "-c", "import hypothesis", folder=tmp_path)
    assert "ModuleNotFoundError" in answer.stderr


def test_an_installed_graphmap_shows_its_demo(programs: Path, tmp_path: Path) -> None:
    answer = run(programs / "graphmap", "demo", folder=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout
