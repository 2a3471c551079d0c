"""The script of a page by its parts: each file of tests in frontend/tests is run by Node's own runner."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from graphmap.exchange.samples import read_sample
from graphmap.language import CODES, load_language
from graphmap.schema import Named
from graphmap.text import split_words
from graphmap.views.dress import pack_facts

FRONTEND = Path(__file__).parent.parent.parent / "frontend"


def build(source: Path, target: Path) -> None:
    """Build one TypeScript file for Node, after the packages that this needs are there."""
    if not (FRONTEND / "node_modules").exists():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=FRONTEND, check=True)
    program = FRONTEND / "node_modules" / ".bin" / "esbuild"
    how = ("--bundle", "--platform=node", "--format=esm", "--log-level=warning", f"--outfile={target}")
    built = subprocess.run([program, source, *how], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr


@pytest.mark.parametrize("name", sorted(path.name for path in (FRONTEND / "tests").glob("*.test.ts")))
def test_the_parts_of_the_script_do_what_they_say(name: str, tmp_path: Path) -> None:
    target = tmp_path / name.replace(".ts", ".mjs")
    build(FRONTEND / "tests" / name, target)
    run = subprocess.run(["node", "--test", target], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 0" not in run.stdout


def run_on(tmp_path: Path, lines: str, given: object) -> object:
    """Run lines of TypeScript on a value `given`, and return what they call `answer`."""
    source = tmp_path / "on.ts"
    text = f"{lines}\nconsole.log(JSON.stringify(answer));\n"
    source.write_text(text.replace("SRC", FRONTEND.as_posix() + "/src"), encoding="utf-8")
    build(source, tmp_path / "on.mjs")
    run = subprocess.run(
        ["node", tmp_path / "on.mjs"], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


READ = 'import { readFileSync } from "node:fs";\nconst given = JSON.parse(readFileSync(0, "utf8"));\n'


def test_a_page_folds_names_as_the_import_does(tmp_path: Path) -> None:
    records = [entry.record for sample in ("iran", "invented") for entry in read_sample(sample).entries]
    named = [record for record in records if isinstance(record, Named)]
    names = sorted({name for record in named for name in (record.name, record.name_fa) if name})
    names += ["سان‌مارينو", "Łódź", "Straße", "İstanbul", "Sana'a", "ﻛﺮﻣﺎﻥ", "１９", "٣۴", "a  b-c", "Æ&Œ"]
    lines = f'import {{ fold }} from "SRC/folding";\n{READ}const answer = given.map(fold);'
    assert run_on(tmp_path, lines, names) == [" ".join(split_words(name)) for name in names]
    assert len(names) > 200


def test_a_page_writes_numbers_as_python_does(tmp_path: Path) -> None:
    counts = [0, 7, 13, 999, 1000, 12_345, 1_234_567]
    lines = f'import {{ writeNumber }} from "SRC/words";\n{READ}'
    lines += "const answer = ['en', 'fa'].map((code) => given.map((one) => writeNumber(one, code)));"
    assert run_on(tmp_path, lines, counts) == [
        [load_language(code).number(count) for count in counts] for code in CODES
    ]


def test_a_page_unpacks_what_python_packs(tmp_path: Path) -> None:
    facts = [{"قم": [*range(0, size * 7919, 7919), "<&>"]} for size in range(9)]
    lines = f'import {{ unpack }} from "SRC/packed";\n{READ}'
    lines += "const answer = given.map((one) => JSON.parse(unpack(one)));"
    assert run_on(tmp_path, lines, [str(pack_facts(one)) for one in facts]) == facts
