"""The rules of the house, read from its files: floors, sizes, first lines, names of places, dependencies."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "graphmap"

# From the ground up. A file imports only from its own floor or a lower one.
FLOORS: tuple[tuple[str, ...], ...] = (
    (
        "errors",
        "dates",
        "bounds",
        "text",
        "direction",
        "plain",
        "points",
        "runs",
        "messages",
        "offering",
        "language",
        "periods",
        "persian",
        "scales",
        "files",
        "rubbish",
        "writing",
        "geometry",
    ),
    ("schema",),
    ("directory", "near", "question"),
    ("exchange",),
    ("store",),
    ("analysis", "reports", "walk"),
    ("questions",),
    ("views",),
    ("model",),
    ("cli", "web", "notebook", "served"),
)
FLOOR_OF = {name: number for number, names in enumerate(FLOORS) for name in names}

# A word that means something in the field names nothing else: it may stand where that is meant.
RESERVED: dict[str, tuple[str, ...]] = {
    "plan": (
        *("analysis/effect.py", "analysis/handover.py", "analysis/kept.py", "analysis/plan.py"),
        *("analysis/plan_outcome.py", "analysis/plan_rules.py", "analysis/plans.py", "analysis/trial.py"),
        "cli/plans.py",
        *("schema/kept.py", "store/snapshot_tables.py", "store/tables.py", "web/planning.py"),
    ),
    "gap": (
        "analysis/effect.py",
        "analysis/gap.py",
        "analysis/gaps.py",
        "analysis/trial.py",
        "cli/demo.py",
        "scales.py",
        "views/dossier_gaps.py",
        "views/dossier_ground.py",
        "views/fact_rows.py",
        "views/findings.py",
        "views/grounds.py",
        "views/page_data.py",
        "web/decisions.py",
        "web/overview.py",
        "web/start_parts.py",
    ),
    "coverage": ("analysis/gaps.py",),
    "trial": (
        "analysis/failing.py",
        "analysis/trial.py",
        "analysis/trying.py",
        "questions/phrases.py",
        "questions/vocabulary.py",
        "store/trial.py",
        "web/schema.py",
        "web/trying.py",
    ),
    "review": ("cli/review.py",),
}

LONGEST_FILE = 400
SOURCE_SUFFIXES = frozenset({".py", ".ts", ".css", ".j2", ".html", ".cypher", ".toml", ".ftl"})
FIRST_LINES = {
    ".py": '"""',
    ".ts": "//",
    ".css": "/*",
    ".j2": "{#",
    ".cypher": "//",
    ".toml": "#",
    ".ftl": "#",
}

# Folders of one machine, and the places that packages come from: neither belongs in a project that moves.
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|root|home|Users|tmp)/\w")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted|registry\.npmjs|repo1?\.maven|deb\.debian|docker\.io"
    r'|index-url|"resolved": *"http'
)


def list_files() -> tuple[str, ...]:
    """Return the paths of all files that git keeps or would keep."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    names = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split(
        "\0"
    )
    return tuple(sorted(name for name in names if name and (PROJECT / name).is_file()))


FILES = list_files()
MODULES = tuple(name for name in FILES if name.startswith("graphmap/") and name.endswith(".py"))
SOURCES = tuple(
    name for name in FILES if Path(name).suffix in SOURCE_SUFFIXES and (PROJECT / name).stat().st_size
)


def find_room(module: str) -> str | None:
    """Return the part of graphmap that a dotted module lies in; None for graphmap itself and for others."""
    parts = module.split(".")
    return parts[1] if parts[0] == "graphmap" and len(parts) > 1 else None


def list_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of everything imported in a file, at its top or within a function."""
    inside = path.relative_to(PROJECT).with_suffix("").parts
    package = inside[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            kept = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*kept, *((node.module,) if node.module else ())))
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def test_a_file_imports_only_from_its_own_floor_or_a_lower_one() -> None:
    upward = []
    for name in MODULES:
        room = find_room(name.removesuffix(".py").replace("/", "."))
        if room in {"__init__", "__main__"}:
            continue
        assert room in FLOOR_OF, f"{name}: say in FLOORS on which floor {room} lies"
        for line, module in list_imports(PROJECT / name):
            target = find_room(module)
            if target is not None and FLOOR_OF.get(target, -1) > FLOOR_OF[room]:
                upward.append(f"{name}, line {line}: {module}")
    assert upward == []


def list_neighbours() -> dict[str, set[str]]:
    """Return, for each module, those that it imports, at its top or within a function."""
    modules = {name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name in MODULES}
    found: dict[str, set[str]] = {}
    for module, path in modules.items():
        found[module] = set()
        for _, imported in list_imports(PROJECT / path):
            while imported and imported not in modules:
                imported = imported.rpartition(".")[0]
            found[module] |= {imported} - {"", module}
    return found


def test_no_module_imports_one_that_imports_it_by_whatever_way() -> None:
    try:
        TopologicalSorter(list_neighbours()).prepare()
    except CycleError as error:
        pytest.fail(f"these import each other in a circle: {' <- '.join(error.args[1])}")


def test_importing_graphmap_itself_imports_nothing_else() -> None:
    told = "import sys; before = set(sys.modules); import graphmap; print(*set(sys.modules) - before)"
    answer = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["graphmap"]


def test_a_file_is_short_enough_to_read_in_one_go() -> None:
    # A catalogue of words is looked up, not read.
    read = (name for name in SOURCES if not name.endswith(".ftl"))
    lines = {name: len((PROJECT / name).read_text("utf-8").splitlines()) for name in read}
    too_long = {name: count for name, count in lines.items() if count > LONGEST_FILE}
    assert not too_long, "divide it"


def test_the_first_line_of_a_file_says_its_purpose() -> None:
    silent = []
    for name in SOURCES:
        if (mark := FIRST_LINES.get(Path(name).suffix)) is None:
            continue
        first = (PROJECT / name).read_text("utf-8").split("\n", 1)[0]
        words = first.removeprefix("r").removeprefix(mark).strip(" -#*/\"'")
        if not first.startswith((mark, f"r{mark}")) or not words:
            silent.append(f"{name} begins with {first!r}")
    assert silent == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for name in FILES:
        if name == "tests/test_house.py":
            continue
        try:
            text = (PROJECT / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{name}:{number}: {match.group()}"
            for number, line in enumerate(text.splitlines(), start=1)
            for match in (MACHINE_PATH.search(line) or REGISTRY.search(line),)
            if match
        ]
    assert not found, found


def read_setup() -> configparser.ConfigParser:
    """Read setup.cfg as it stands."""
    setup = configparser.ConfigParser()
    setup.read(PROJECT / "setup.cfg", encoding="utf-8")
    return setup


def list_requirements() -> tuple[Requirement, ...]:
    """Return every requirement of setup.cfg, those of the extras included."""
    setup = read_setup()
    texts = setup["options"]["install_requires"].splitlines()
    for extra in setup["options.extras_require"].values():
        texts += extra.splitlines()
    return tuple(Requirement(text) for text in texts if text)


@pytest.mark.parametrize("requirement", list_requirements(), ids=str)
def test_every_dependency_has_a_floor_and_kglite_alone_a_cap(requirement: Requirement) -> None:
    operators = {specifier.operator for specifier in requirement.specifier}
    assert operators == ({">=", "<"} if requirement.name == "kglite" else {">="})


def test_what_graphmap_imports_is_what_setup_requires() -> None:
    setup = read_setup()
    required = {Requirement(text).name for text in setup["options"]["install_requires"].split("\n") if text}
    extras = setup["options.extras_require"]
    optional = {
        Requirement(text).name
        for extra in extras
        if extra != "test"
        for text in extras[extra].split("\n")
        if text
    }
    names = {canonicalize_name(name) for name in required}
    found = packages_distributions()
    imported: set[str] = set()
    for module in {module.split(".")[0] for name in MODULES for _, module in list_imports(PROJECT / name)}:
        homes = {canonicalize_name(home) for home in found.get(module, ())}
        # Two may share a first name, as fluent.runtime and fluent.syntax do.
        imported |= homes & names or homes
    # pydantic names the one version of its core that it works with.
    imported -= {"graphmap", "pydantic-core"}
    assert imported - names <= optional, f"add to install_requires: {imported - names - optional}"
    assert not names - imported, f"take off install_requires: {names - imported}"


def test_a_cap_has_its_reason_beside_it() -> None:
    lines = (PROJECT / "setup.cfg").read_text("utf-8").splitlines()
    capped = next(number for number, line in enumerate(lines) if "kglite>=" in line)
    assert lines[capped - 1].startswith("# kglite")


def test_setup_lists_every_package() -> None:
    folders = {Path(name).parent for name in MODULES}
    found = {".".join(folder.parts) for folder in folders} | {"graphmap.cypher"}
    # One that is listed and not there stops the installation itself.
    assert found <= set(read_setup()["options"]["packages"].split())


SHOW_HELP = """
import sys
import graphmap.cli
sys.argv = ["graphmap", "--help"]
try:
    graphmap.cli.main()
finally:
    print(*sys.modules, sep="\\n")
"""


def test_help_appears_before_anything_heavy_is_imported() -> None:
    answer = subprocess.run([sys.executable, "-c", SHOW_HELP], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    loaded = {module.split(".")[0].lower() for module in answer.stdout.splitlines()}
    light = {"click", "rich", "rich_click"}
    heavy = {requirement.name.replace("-", "_").split(".")[0] for requirement in list_requirements()} - light
    assert not heavy & loaded


def list_names(path: Path) -> Iterator[str]:
    """List what a file of Python names: itself, its functions, classes, arguments and variables."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr


def divide_name(name: str) -> list[str]:
    """Return the words of a name: `find_gaps` and `BorderGap` have two each."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_")


@cache
def list_words() -> dict[str, set[str]]:
    """Return the words in the names of each file of the package."""
    return {
        path.relative_to(PACKAGE).as_posix(): {
            word for name in list_names(path) for word in divide_name(name)
        }
        for path in PACKAGE.rglob("*.py")
    }


@pytest.mark.parametrize("word", RESERVED)
def test_a_word_of_the_field_names_nothing_else(word: str) -> None:
    found = {path for path, words in list_words().items() if {word, f"{word}s"} & words}

    assert found == set(RESERVED[word])
