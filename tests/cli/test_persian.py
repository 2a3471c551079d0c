"""What went wrong, told in Persian: each sentence is one that is said; a newcomer's faults have theirs."""

from __future__ import annotations

import inspect
import re
from importlib.resources import files
from pathlib import Path

import click.core
import click.exceptions
import click.parser
import click.types
import pytest

from graphmap.persian import list_sentences, tell_in_persian
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
        (("check", "--as-of", "today?"), "--as-of: «today?» تاریخ نیست؛ شکل درست: "),
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
