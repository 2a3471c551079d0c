"""What went wrong, told in Persian: each sentence is one that is said; a newcomer's faults have theirs."""

from __future__ import annotations

import ast
import inspect
import re
from importlib.resources import files
from pathlib import Path

import click.core
import click.exceptions
import click.parser
import click.types
import pytest

from graphmap import errors
from graphmap.persian import list_sentences, tell_in_persian
from graphmap.store.guard import admit_query
from tests.cli.conftest import Run

PERSIAN = re.compile("[\u0600-\u06ff]")


def read_code() -> str:
    """Return all that can say something: our own source and that of the command line, strings joined."""
    ours = [path.read_text("utf-8") for path in Path(str(files("graphmap"))).rglob("*.py")]
    theirs = [
        inspect.getsource(module) for module in (click.core, click.exceptions, click.parser, click.types)
    ]
    joined = re.sub(r"\"\s*\n?\s*f?\"", "", "\n".join([*ours, *theirs]))
    return joined.replace("{name!r}", "'{name}'").replace("{value!r}", "'{value}'")


def test_every_english_sentence_is_one_that_is_said() -> None:
    code = read_code()
    unsaid = []
    for english in list_sentences():
        parts = [part.strip(" ':;.,()`?") for part in re.split(r"{\w+}|; right would be", english)]
        unsaid += [(english, part) for part in parts if part and part not in code and part != "Did you mean"]
    pieces = ("fault", "two provinces", "one name", "valid integer")
    assert [each for each in unsaid if not any(piece in each[1] for piece in pieces)] == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "پرس‌وجو خالی است"),
        ("CREATE (n) RETURN n", "CREATE پذیرفته نیست: پرس‌وجو تنها می‌خواند"),
        ("SHOW USERS", "SHOW پذیرفته نیست: پرس‌وجو از داده‌هاست"),
        ("MATCH (n) RETURN n; RETURN 1", "دستور دوم پس از ; پذیرفته نیست"),
        ("MATCH (n) WITH n", "آن را با RETURN به پایان برسانید"),
        ("RETURN 'abc", "نشان ' در پرس‌وجو بسته نشده است"),
        ("RETURN \\u0041", "خود حرف را بنویسید"),
        ("RETURN a.b.c()", "تابع a.b.c پذیرفته نیست"),
        ("CALL apoc.x() YIELD y RETURN y", "روال apoc.x پذیرفته نیست"),
        ("MATCH (a)-[:IN*]->(b) RETURN b", "مسیر با طول نامحدود پذیرفته نیست"),
        ("MATCH (n) RETURN keys(n)", "keys() پذیرفته نیست"),
    ],
)
def test_why_a_query_is_refused_is_told_in_persian(query: str, told: str) -> None:
    with pytest.raises(errors.QueryRefused) as caught:
        admit_query(query)
    assert told in tell_in_persian(str(caught.value))


def test_what_an_engine_says_of_a_query_keeps_its_words_behind_a_persian_sentence() -> None:
    said = "the query does not run: Schema error: Undefined variable 'x'"
    assert tell_in_persian(said) == "پرس‌وجو اجرا نمی‌شود: Schema error: Undefined variable 'x'"


def test_every_persian_sentence_tells_what_its_english_one_tells() -> None:
    for english, persian in list_sentences().items():
        told = set(re.findall(r"{(\w+)}", english)) - {"right", "kind", "advice"}
        assert set(re.findall(r"{(\w+)}", persian)) >= told - {"count"}, english
        assert PERSIAN.search(persian) or english.endswith("': {text}"), english
        assert not re.search(r"[يك]|\s[،؛؟]|\u200c(?!\w)", persian), persian


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("dossier", "country", "Narnia", "-o", "a.html"),
            "کشور با نام «Narnia» شناخته نشد؛ ",
        ),
        (("dossier", "country", "ایران", "-o", "a.html"), "IRN کشور خود این استان‌هاست؛ "),
        (("dossier", "pair", "قم", "-o", "a.html"), "تعداد نام‌های داده‌شده: ۱"),
        (
            ("dossier", "country", "عراق", "-o", "a.txt"),
            "باید با یکی از این‌ها پایان یابد: .html، .pdf",
        ),
        (("dossier", "country", "عراق"), "گزینهٔ -o / --output نوشته نشده است"),
        (("dossier",), "نوشته نشده است؛ یکی از این‌ها: country، province، border، pair"),
        (("rivals", "--limt", "3"), "گزینهٔ --limt وجود ندارد؛ شاید: --limit"),
        (("rivals", "--limit", "x"), "--limit: «x» عدد نیست؛ یک عدد صحیح بنویسید"),
        (("rivals", "--sector", "y"), "--sector: مقدار «y» پذیرفته نیست؛ یکی از این‌ها: trade، "),
        (("check", "--as-of", "1405/13/1"), "--as-of: «1405/13/1» ماه ۱۳ ندارد؛ شکل درست: "),
        (("change", "--from", "1404", "--to", "1400"), "از ۱ فروردین ۱۴۰۴ (۲۱ مارس ۲۰۲۵) تا ۲۹ اسفند ۱۴۰۰"),
        (("trial",), "یک رابطه یا فایلی از روابط بدهید؛ هر رابطه به شکل «استان;"),
        (("trial", "--tie", "قم;عراق"), "رابطهٔ «قم;عراق» ۲ بخش دارد؛ شکل درست: «استان;"),
        (("check", "--as-of", "today?"), "--as-of: «today?» تاریخ نیست؛ شکل درست: "),
        (("overlaps", "--level", "village"), "--level: مقدار «village» پذیرفته نیست؛ یکی از این‌ها: "),
        (("check", "--as-of", "2026-02-30"), "شکل درست: روزی مانند 2026-02-28، یا all"),
        (("check", "--believed-on", "all"), "«all» تاریخ نیست؛ شکل درست: روز کامل، مانند 2019-05-01"),
        (("plan", "--capacity", "2.5"), "«2.5» عدد صحیح نیست؛ شکل درست: عددی صحیح مانند 12000"),
        (("plan", "--points", "no.csv"), "no.csv وجود ندارد؛ "),
        (("plan", "--rules", "."), "پوشه است؛ یک فایل را نام ببرید"),
        (("plan", "--kept", "x"), "هنوز هیچ تقسیم کاری نگه داشته نشده است؛ "),
        (("rivals", "--until", "2020-01-01"), "--until تنها همراه --as-of all معنا دارد"),
        (("rivals", "--country", "Atlantis"), "تونس (TUN)، اتریش (AUT)، "),
        (("check", "--as-of"), "گزینهٔ --as-of به یک مقدار نیاز دارد"),
        (("check", "--store", "no.kgl"), "در no.kgl مخزنی نیست؛ با این فرمان ساخته می‌شود: graphmap init "),
        (("pages", "site", "--office", "no.toml"), "no.toml: چنین فایل یا پوشه‌ای نیست؛ "),
    ],
)
def test_a_newcomer_who_asks_in_persian_is_told_in_persian(
    run: Run, iran_store: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("GRAPHMAP_STORE", str(iran_store))
    result = run(arguments[0], "--lang", "fa", *arguments[1:])
    assert result.code == 2
    assert said in result.err
    assert "Error" not in result.err
    assert "right would be" not in result.err


def test_what_has_no_persian_sentence_is_told_as_it_is() -> None:
    assert tell_in_persian("the moon is down") == "the moon is down"


COVERED = ("views", "writing.py", "store/__init__.py", "store/engine.py", "store/history.py", "store/undo.py")
"""What a person meets who reads pages, papers and stores: all that goes wrong there is told in Persian."""

COMPOSED = {"FileRefused", "Faults", "Fault"}
"""What is told inside another sentence, or has one of its own a fault."""


def list_raised(where: Path) -> list[str]:
    """Return the sentences of the errors that a file or folder makes, X for what is told in them."""
    raised = []
    for path in sorted(where.rglob("*.py")) if where.is_dir() else [where]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                kind = getattr(errors, node.func.id, None)
                is_error = isinstance(kind, type) and issubclass(kind, errors.GraphmapError)
                if is_error and node.func.id not in COMPOSED and (said := read_sentence(node.args[0])):
                    raised.append(said)
    return raised


def read_sentence(node: ast.expr) -> str:
    """Return a sentence as code writes it, X for each value; blank where it is made elsewhere."""
    if isinstance(node, ast.JoinedStr):
        return "".join(read_sentence(part) or "X" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


@pytest.mark.parametrize("part", COVERED)
def test_whatever_goes_wrong_with_pages_papers_and_stores_is_told_in_persian(part: str) -> None:
    raised = list_raised(Path(str(files("graphmap"))) / part)
    assert len(raised) >= 2
    assert [said for said in raised if not PERSIAN.search(tell_in_persian(said))] == []
