"""Finds or installs the programs that the tests run: Java, Maven, Neo4j's jars, Node, Chromium.

Run before the environment exists, so it imports the standard library alone:
`python -m tests.servers.prepare check` names in one sentence what is missing and cannot be installed here,
and in another the real data where they are not found;
`python -m tests.servers.prepare install` brings the rest.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
NEO4J_VERSION = os.environ.get("GRAPHMAP_NEO4J_VERSION", "5.26.12")
NEO4J_IMAGE = f"neo4j:{NEO4J_VERSION}-community"
OLDEST_JAVA = 17
OLDEST_NODE = 18
DEBIAN_CHROMIUM = Path("/usr/bin/chromium")
DEBIAN_SHELL = Path("/usr/bin/chromium-headless-shell")
"""The same engine without the window of a browser: a page opens with a sixth of the work."""
DEBIAN_PACKAGES = {
    "Java": "default-jre-headless",
    "Maven": "maven",
    "Node": "nodejs",
    "npm": "npm",
    "Chromium": "chromium",
}


def find_major_version(program: str, *, flag: str) -> int:
    """Return the first number that `program flag` prints, or 0 where the program is not there."""
    if shutil.which(program) is None:
        return 0
    answer = subprocess.run([program, flag], capture_output=True, text=True, check=False)
    number = re.search(r"(\d+)\.\d+", answer.stdout + answer.stderr)
    return int(number.group(1)) if number else 0


def has_docker() -> bool:
    """Tell whether a Docker engine answers; the client alone runs nothing."""
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0


def has_java_and_maven() -> bool:
    """Tell whether Java and Maven, which start Neo4j without Docker, are here."""
    return find_major_version("java", flag="-version") >= OLDEST_JAVA and shutil.which("mvn") is not None


def is_debian_root() -> bool:
    """Tell whether missing programs can be installed from Debian's packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def list_missing() -> tuple[str, ...]:
    """Return the programs that the tests need and that are not here, as keys of DEBIAN_PACKAGES."""
    missing = []
    if not has_java_and_maven() and not has_docker():
        if find_major_version("java", flag="-version") < OLDEST_JAVA:
            missing.append("Java")
        if shutil.which("mvn") is None:
            missing.append("Maven")
    if find_major_version("node", flag="--version") < OLDEST_NODE:
        missing.append("Node")
    if shutil.which("npm") is None:
        missing.append("npm")
    if not DEBIAN_CHROMIUM.exists():
        missing.append("Chromium")
    return tuple(missing)


def find_data() -> Path:
    """Return where the real files lie that others published: GRAPHMAP_DATA, else ../shared/data."""
    return Path(os.environ.get("GRAPHMAP_DATA") or PROJECT.parent / "shared" / "data")


def check_data() -> str:
    """Return one sentence that says that the real files are not here, or nothing."""
    folder = find_data()
    if folder.is_dir():
        return ""
    return f"make test reads real files that are not at {folder}: set GRAPHMAP_DATA, or tests fail."


def check_programs() -> str:
    """Return one sentence that names what is missing and cannot be installed here, or nothing."""
    # Playwright brings a Chromium of its own where Debian's cannot be installed.
    missing = () if is_debian_root() else tuple(name for name in list_missing() if name != "Chromium")
    if not missing:
        return ""
    wanted = {"Java": f"Java {OLDEST_JAVA} or later", "Node": f"Node {OLDEST_NODE} or later"}
    *first, last = [wanted.get(name, name) for name in missing]
    names = f"{', '.join(first)} and {last}" if first else last
    docker = " (or a running Docker instead of Java and Maven)" if {"Java", "Maven"} & set(missing) else ""
    return f"make test needs {names}{docker}: install that first, then run it again."


def find_cache() -> Path:
    """Return the folder that keeps Neo4j's jars between runs."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "graphmap" / f"neo4j-{NEO4J_VERSION}"


def install_jars() -> Path:
    """Return the folder of Neo4j's jars, filled by Maven at the first call."""
    folder = find_cache()
    complete = folder / "complete"
    if not complete.exists():
        folder.mkdir(parents=True, exist_ok=True)
        pom = Path(__file__).with_name("pom.xml")
        options = (
            f"-Dneo4j.version={NEO4J_VERSION}",
            f"-DoutputDirectory={folder}",
            "-DincludeScope=runtime",
        )
        subprocess.run(
            ["mvn", "-B", "-q", "-f", str(pom), *options, "dependency:copy-dependencies"], check=True
        )
        complete.touch()
    return folder


def install_shell() -> None:
    """Install Chromium's engine without a window; where that cannot be done, the whole one does as well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with suppress(subprocess.TimeoutExpired):
        for words in (["update"], ["install", "-y", "--no-install-recommends", DEBIAN_SHELL.name]):
            asked = ["apt-get", "-qq", *words]
            subprocess.run(asked, check=False, capture_output=True, timeout=120, env=environment)


def install_programs() -> None:
    """Install what is missing: Debian's packages, Neo4j's jars or image, Playwright's Chromium."""
    missing = list_missing()
    if missing and is_debian_root():
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        packages = [DEBIAN_PACKAGES[name] for name in missing]
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
    elif "Chromium" in missing:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    if is_debian_root() and not DEBIAN_SHELL.exists():
        install_shell()
    if has_java_and_maven():
        install_jars()
    else:
        subprocess.run(["docker", "pull", "-q", NEO4J_IMAGE], check=True)


def main(arguments: list[str]) -> int:
    """Check or install; return the exit code."""
    if arguments == ["check"]:
        missing = check_programs()
        # Without the data all else can still be proved.
        sys.stderr.writelines(f"{sentence}\n" for sentence in (missing, check_data()) if sentence)
        return 2 if missing else 0
    if arguments == ["install"]:
        install_programs()
        return 0
    sys.stderr.write("usage: python -m tests.servers.prepare check|install\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
