"""One thing has one Persian word: in the messages, the model and the reports alike."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from importlib.resources import files

from graphmap.language import load_language
from graphmap.questions.catalogue import list_questions
from graphmap.scales import SCALES, name_message
from graphmap.schema import DECLARED
from tests.messages import read_messages

FA = load_language("fa")

NOT_SAID = {
    "محتمل": "احتمالی",
    "ممکن": "احتمالی",
    "منبع‌ها": "منابع",
    "کل تاریخ": "کل پیشینه",
    "همهٔ پیشینه": "کل پیشینه",
    "کل دوره": "کل پیشینه",
    "ناحیهٔ خارجی": "استان خارجی",
    "واحد سطح نخست خارجی": "استان خارجی",
    "کشور خانه": "کشور مبنا",
    "گزینش": "انتخاب",
    "حکم": "ارزیابی",
    "ساختگی": "فرضی",
    "یکی پس از دیگری": "پی‌درپی",
    "پیوند": "رابطه",
    "پیوندها": "روابط",
    "پیوندهای": "روابط",
    "در قبال": "در ارتباط با",
    "آکردیته": "با استوارنامه نزد",
    "دست‌کم": "حداقل",
    "دست‌بالا": "حداکثر",
}
"""Words that graphmap does not use in Persian, each with the one that it uses for the same thing."""


def list_persian() -> Iterator[tuple[str, str]]:
    """Yield every Persian text of the product with its place: messages, model, reports."""
    for name, seen in read_messages("fa").items():
        yield from ((f"fa.ftl {name}", text) for text in seen.text)
    for label, record in DECLARED.items():
        yield label, record.meaning_fa
        for column in record.columns():
            place = f"{label}.{column.name}"
            yield from ((place, text) for text in (column.meaning_fa, *column.kind.choices.values()))
    for report in list_questions():
        yield report.name, report.caption_fa
        yield report.name, report.description_fa
        for name, parameter in report.parameters.items():
            texts = (parameter.help_fa, *parameter.choices.values())
            yield from ((f"{report.name}.{name}", text) for text in texts)
        for name, returned in report.columns.items():
            yield from (
                (f"{report.name}.{name}", text) for text in (returned.caption_fa, *returned.choices.values())
            )


def list_sample_names() -> Iterator[tuple[str, str]]:
    """Yield every Persian name of the samples with its file and id."""
    samples = files("graphmap") / "samples"
    for folder in ("world", "iran", "invented"):
        for file in (samples / folder).iterdir():
            for row in csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))):
                yield f"{file.name} {row.get('id')}", row.get("name_fa") or ""


def test_persian_says_one_thing_in_one_word() -> None:
    wrong = [
        f"{place}: {text} ({bad}: {good})"
        for place, text in list_persian()
        for bad, good in NOT_SAID.items()
        if re.search(rf"(?<!\w){bad}(?!\w)", text)
    ]
    assert wrong == []


def test_every_word_of_a_scale_has_its_own_name_in_both_languages() -> None:
    for scale, words in SCALES.items():
        for spoken in (load_language("en"), FA):
            said = {spoken.words(name_message(scale, word)) for word in words}
            assert len(said) == len(words), f"{scale} in {spoken.code}"


def test_persian_letters_spaces_and_marks_are_right() -> None:
    faults = {
        "a letter of Arabic": "[يكىة]",
        "ۀ or ه‌ی for هٔ": "ۀ|ه\u200cی(?!\\w)",
        "می or ها apart": r"(?<!\w)ن?می \w|\w ها(?!\w)|\w های(?!\w)",
        "a space before a mark": r"\s[،؛؟]",
        "a half-space at the edge of a word": r"\u200c(?!\w)|(?<!\w)\u200c",
        "a Latin mark": r"[\u0600-\u06ff][,;?]",
        "three points for one sign": r"\.\.\.",
        "quotation marks that are not «»": '["“”„‘’]',
        "two spaces": r"\S  +\S",
        "a space inside quotation marks or brackets": r"[«(] | [»)]",
        "a digit that is not Persian": r"(?<![A-Za-z0-9-])[0-9٠-٩](?![A-Za-z0-9-])",
    }
    wrong = [
        f"{place}: {text} ({what})"
        for place, text in (*list_persian(), *list_sample_names())
        for what, pattern in faults.items()
        if re.search(pattern, text)
    ]
    assert wrong == []
