"""The script that pages carry is what its source builds, byte for byte, and shares what Python declares."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tools.write_frontend import FILE, describe_shared


def test_the_shipped_script_is_what_its_source_builds(project_folder: Path, tmp_path: Path) -> None:
    source = project_folder / "frontend"
    if not (source / "node_modules").exists():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=source, check=True)
    # Built in a copy, so that a script that differs is found and not overwritten.
    copy = tmp_path / "frontend"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("node_modules"))
    (copy / "node_modules").symlink_to(source / "node_modules")
    built = subprocess.run(
        ["npm", "run", "--silent", "build"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    scripts = list((tmp_path / "graphmap" / "views" / "static").iterdir())
    assert scripts
    for script in scripts:
        shipped = project_folder / script.relative_to(tmp_path)
        assert script.read_bytes() == shipped.read_bytes(), f"{shipped.name} differs: run make frontend"


def test_what_the_script_shares_with_python_is_current() -> None:
    assert FILE.read_text("utf-8") == describe_shared(), f"{FILE.name} differs: run make frontend"
