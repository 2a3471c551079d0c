"""Pages of answers: names with ids behind, marks, folds, parts, numbers of sources, pictures, paper."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from graphmap.exchange.samples import read_sample
from graphmap.language import Language, load_language
from graphmap.questions.answer import Answer
from graphmap.questions.arranging import arrange_answer
from graphmap.questions.ask import ask
from graphmap.questions.saying import say_head
from graphmap.schema import Province
from graphmap.store import create_store
from graphmap.store.session import Session
from graphmap.views.answer_page import render_answer_page
from graphmap.views.answer_table import _fold_text
from graphmap.views.bars import Bar, draw_bars, shorten
from graphmap.views.dress import read_static
from graphmap.views.province_map import draw_province_map
from graphmap.views.time_bars import Span, draw_spans, read_ends
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened
from tests.views.graphs import read_iran

Open = Callable[..., Opened]
EN, FA = load_language("en"), load_language("fa")
DAY = "2026-02-08"
ASKED = {
    "border_gaps": {},
    "rivals": {"level": "counterpart"},
    "governor_terms": {},
    "country_dossier": {"country": "QZB"},
    "rival_outreach": {},
    "expiring": {"before": "2035-01-01"},
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """Return answers of the invented sample, by question."""
    path = tmp_path_factory.mktemp("answers") / "invented.kgl"
    opened, _ = create_store(path, read_sample("invented"), by="a tester")
    with opened as store, Session(store) as session:
        return {name: ask(session, name, {**given, "as_of": DAY}) for name, given in ASKED.items()}


def test_a_name_stands_for_its_id_which_a_pointer_shows(answers: dict[str, Answer]) -> None:
    text = render_answer_page(answers["border_gaps"], EN)
    table = re.findall(r"<table.*?</table>", text, re.S)[0]
    assert re.search(r'<td[^>]* title="QZ-\d\d"><bdi>', table)
    shown = re.sub(r"<[^>]+>", " ", table)
    assert not re.search(r"QZ-\d\d|source:|tie:|_", shown)


def test_a_row_of_ids_alone_shows_them_to_a_pointer_and_not_to_the_eye(answers: dict[str, Answer]) -> None:
    text = render_answer_page(answers["governor_terms"], EN)
    assert re.search(r'<tr data-row="\d+" title="tie:qza:\d+[^"]*">', text)
    assert "tie:qza" not in re.sub(r"<[^>]*>", "", re.findall(r"<table.*?</table>", text, re.S)[0])


def test_a_dossier_has_a_table_a_part_without_columns_that_say_nothing(answers: dict[str, Answer]) -> None:
    answer = answers["country_dossier"]
    parts = arrange_answer(answer, EN)
    assert len(parts) == len({row["part"] for row in answer.as_dicts()}) > 2
    for part in parts:
        assert "part" not in part.columns
        for name, column in part.columns.items():
            assert any(not column.is_blank(row[name]) for row in part.rows)
        for name in part.alike:
            assert len({str(row[name]) for row in part.rows}) == 1
    text = render_answer_page(answer, EN)
    assert text.count("<table") == sum(bool(part.columns) for part in parts)
    assert ">none<" not in text


def test_what_all_rows_have_alike_is_said_once_and_the_key_of_a_pair_is_not_lost() -> None:
    assert "In every row:" in EN.words("report-alike")


def test_verdicts_have_the_marks_of_the_house_and_are_counted_above(answers: dict[str, Answer]) -> None:
    answer = answers["rivals"]
    text = render_answer_page(answer, EN)
    verdicts = [row["verdict"] for row in answer.as_dicts()]
    assert text.count('href="#mark-certain"') == verdicts.count("certain") + 1
    assert f"certain rivalry</span><b>{verdicts.count('certain')}</b>" in text


def test_a_long_list_is_folded_and_whole_in_the_csv(answers: dict[str, Answer]) -> None:
    answer = answers["rival_outreach"]
    long = [row for row in answer.as_dicts() if len(row["provinces"]) > 4]
    text = render_answer_page(answer, EN)
    assert text.count('<details class="fold">') >= len(long) > 0


def test_sources_are_named_with_links_at_the_foot_and_by_number_in_the_table(
    answers: dict[str, Answer],
) -> None:
    answer = answers["border_gaps"]
    linked = replace(answer, addresses={answer.sources[0]: "https://example.org/a?b=1&c"})
    text = render_answer_page(linked, EN)
    assert 'href="https://example.org/a?b=1&amp;c"' in text
    script = replace(answer, addresses={answer.sources[0]: "javascript:alert(1)"})
    assert "javascript:" not in render_answer_page(script, EN)


@pytest.mark.parametrize(
    ("name", "narrow"),
    [("border_gaps", "en"), ("country_dossier", "fa"), ("rivals", "en"), ("governor_terms", "fa")],
)
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_pages_are_quiet_accessible_and_narrow_enough(
    name: str, narrow: str, lang: str, answers: dict[str, Answer], open_page: Open, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(render_answer_page(answers[name], load_language(lang)), "utf-8")
    opened = open_page(path)
    for width in (1280, 390):
        opened.page.set_viewport_size({"width": width, "height": 900})
        assert opened.page.evaluate("() => document.documentElement.scrollWidth") == width
        # Axe takes longest: it sees each page on a screen of either width, in one language on each.
        if (width == 390) == (lang == narrow):
            assert list_violations(opened.page) == []
    assert opened.complaints == []
    assert [one for one in opened.requests if not one.startswith("file:")] == []


def test_a_page_is_searched_sorted_unfolded_and_taken_away(
    answers: dict[str, Answer], open_page: Open, tmp_path: Path
) -> None:
    answer = answers["rival_outreach"]
    path = tmp_path / "page.html"
    path.write_text(render_answer_page(answer, EN), "utf-8")
    page = open_page(path).page
    rows = page.locator("[data-answer] tbody tr")
    assert rows.count() == len(answer.rows)
    first = page.locator("[data-answer] thead .sort").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-answer] th[aria-sort=ascending]").count() == 1
    with page.expect_download() as waiting:
        page.locator("[data-csv]").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    head, *lines = list(csv.reader(io.StringIO(text)))
    assert len(lines) == len(answer.rows)
    assert {"Partner", "Partner (id)", "Ties (id)"} <= set(head) or "Target (id)" in head
    assert any("tie:qza" in cell for line in lines for cell in line)
    page.locator("[data-search]").fill("nothing like this")
    assert page.locator("[data-none]").is_visible()


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("name", ["rival_outreach", "country_dossier"])
def test_paper_keeps_every_column_repeats_heads_and_counts_pages(
    name: str, lang: str, answers: dict[str, Answer], open_page: Open, tmp_path: Path
) -> None:
    language, answer = load_language(lang), answers[name]
    path = tmp_path / "page.html"
    path.write_text(render_answer_page(answer, language), "utf-8")
    pdf = open_page(path).page.pdf(prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(pdf)
    sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    count = len(sheets)
    assert count > 1
    flat = [squeeze(sheet) for sheet in sheets]
    for number, sheet in enumerate(flat, 1):
        said = language.words("page-of", page=number, pages=count)
        assert squeeze(said) in sheet or squeeze(said)[::-1] in sheet, f"sheet {number} is not counted"
    everything = "".join(flat)
    for part in arrange_answer(answer, language):
        for column_name, column in part.columns.items():
            for word in say_head(column_name, column, language).split():
                assert squeeze(word) in everything, f"{column_name} is lost"
    # Of a long list in a cell nothing is left out on paper.
    if name == "rival_outreach":
        longest = max((row["provinces"] for row in answer.as_dicts()), key=len)
        for province in longest:
            for word in language.name(answer.names[province]).split():
                assert squeeze(word) in everything
        last = part.columns and squeeze(say_head("sources", answer.columns["sources"], language))
        assert sum(str(last) in sheet for sheet in flat) >= count - 1, "heads repeat"


def squeeze(text: str) -> str:
    """Return the letters of a text alone; the two of a ligature come from paper in either order."""
    return re.sub(r"[\W_]", "", text).replace("لا", "ال")


# ------------------------------------------------------------------------------------------ pictures


def test_bars_are_as_long_as_their_numbers_and_turn_with_the_language() -> None:
    bars = [Bar("A", 4, "certain"), Bar("B", 2, "possible"), Bar("C", 0, None, is_pale=True)]
    english, persian = (str(draw_bars(bars, language)) for language in (EN, FA))
    widths = [float(w) for w in re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"', english)][:3]
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.01)
    assert "۴" in persian
    left = [
        float(x) for x in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="16"', persian)
    ]
    assert left[0] < left[1], "a longer bar begins farther to the left, for it ends at the right"
    assert "url(#bar-wide-possible)" in english
    assert "var(--plain)" in english
    assert str(draw_bars([Bar("<b>", 1)], EN)).count("<b>") == 0


def test_a_name_too_long_for_its_room_gives_way() -> None:
    assert shorten("A short one", 20) == "A short one"
    assert shorten("One that is much longer than its room", 9).endswith("…")


def test_a_span_says_which_end_is_not_known() -> None:
    assert read_ends("2019-05", "..") == (date(2019, 5, 1), None)
    assert read_ends("", "") is None
    assert read_ends(date(2020, 1, 1), date(2021, 1, 1)) == (date(2020, 1, 1), date(2021, 1, 1))
    spans = [
        Span("A", date(2019, 1, 1), None, "certain", (date(2020, 1, 1),)),
        Span("B", None, date(2022, 1, 1)),
    ]
    drawn = str(draw_spans(spans, date(2026, 2, 8), FA))
    assert drawn.count("url(#fade-wide") == 2
    assert "۱۴۰۰" in drawn
    assert "۲۰۲۰" in drawn
    assert 'stroke="var(--abroad)"' in drawn


def test_the_map_writes_the_number_on_each_province_and_counts_what_it_cannot_draw() -> None:
    drawn, undrawn = draw_province_map("IRN", {"IR-03": 7, "IR-99": 2}, {"IR-03": "East Azerbaijan"}, EN)
    assert undrawn == 1
    assert ">7</text>" in drawn
    assert "<title>East Azerbaijan: 7</title>" in drawn
    assert str(drawn).count("<path") == 31
    assert draw_province_map("FRA", {"FR-1": 1}, {}, EN) == ("", 0)


@pytest.mark.parametrize("language", [EN, FA], ids=["en", "fa"])
def test_the_map_writes_every_name_whole_within_its_frame_and_about_its_place(
    language: Language, tmp_path: Path, open_page: Open
) -> None:
    provinces = [record for record in read_iran().nodes.values() if isinstance(record, Province)]
    names = {one.id or "": (one.name_fa if language is FA else one.name) or "" for one in provinces}
    drawn, _ = draw_province_map("IRN", dict.fromkeys(names, 2.0), names, language)
    path = tmp_path / "map.html"
    style = f"<style>{read_static('report.css')}</style>"
    head = f'<!doctype html><html dir="{language.direction}"><meta charset="utf-8">{style}'
    ready = "<script>document.documentElement.classList.add('scripted')</script>"
    path.write_text(f'{head}<figure class="picture">{drawn}</figure>{ready}', encoding="utf-8")
    outside, aside = open_page(path).page.evaluate(
        """() => {
            const frame = document.querySelector('svg').getBoundingClientRect();
            const texts = [...document.querySelectorAll('svg text')];
            return [
                texts.filter((text) => {
                    const box = text.getBoundingClientRect();
                    return box.left < frame.left - 1 || box.right > frame.right + 1;
                }).map((text) => text.textContent),
                texts.filter((text) => {
                    const box = text.getBBox();
                    return Math.abs(box.x + box.width / 2 - Number(text.getAttribute('x'))) > 2;
                }).length,
            ];
        }"""
    )
    assert (outside, aside) == ([], 0)


def test_a_long_text_is_folded_after_its_first_words_and_whole_on_paper() -> None:
    said = str(_fold_text("یک دو سه " * 30, FA))
    first, rest = re.findall("<bdi>(.*?)</bdi>", said)
    assert len(first) <= 70
    assert f"{first} {rest}" == "یک دو سه " * 30
    assert "ادامه" in said


@pytest.mark.parametrize("name", ["rivals", "governor_terms", "expiring"])
def test_a_question_that_declares_a_picture_shows_it(name: str, answers: dict[str, Answer]) -> None:
    picture = answers[name].question.picture
    assert picture is not None
    text = render_answer_page(answers[name], FA)
    assert f'<figcaption id="picture-heading">{picture.caption_fa}</figcaption>' in text


def test_a_picture_without_anything_to_draw_is_left_out(answers: dict[str, Answer]) -> None:
    empty = replace(answers["rival_outreach"], rows=(), total=0)
    assert "<figure" not in render_answer_page(empty, EN)
