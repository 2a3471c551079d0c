"""Cut Vazirmatn down to Persian and Latin, weights 400 to 700, and write down how wide its letters are.

    pip install fonttools brotli
    python subset_font.py "Vazirmatn[wght].ttf" ../graphmap/views/static

The font is under the SIL Open Font License 1.1; its text lies beside the cut font.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, save_font
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = (
    "20-7E A0-17F 18F 192 218-21B 259 2BB-2BC 60C 61B 61F 621-63A 640-652 654 66A-66C 670 67E 686 698 6A9 "
    "6AF 6C0 6CC 6D5 6F0-6F9 200B-200F 2010-2015 2018-201E 2022 2026 2039-203A 2190-2193 2212"
)
FEATURES = ["kern", "mark", "mkmk", "liga", "rlig", "init", "medi", "fina", "ccmp", "locl", "calt", "isol"]
LABEL_WEIGHT = 600
"""The weight that names in drawings have where they are widest."""


def list_code_points() -> list[int]:
    """Return the code points that LETTERS names."""
    points: list[int] = []
    for part in LETTERS.split():
        first, _, last = part.partition("-")
        points += range(int(first, 16), int(last or first, 16) + 1)
    return points


def measure_letters(font: TTFont) -> dict[str, float]:
    """Return each letter's width in em; an Arabic letter's is the mean of its forms inside a word."""
    names, glyphs = font.getBestCmap(), font["hmtx"].metrics
    size = font["head"].unitsPerEm
    widths = {}
    for point in list_code_points():
        if point not in names:
            continue
        name = names[point]
        inside = [name + form for form in (".init", ".medi") if name + form in glyphs]
        forms = inside or [form for form in (name + ".fina", name) if form in glyphs][:1]
        widths[chr(point)] = round(sum(glyphs[form][0] for form in forms) / len(forms) / size, 3)
    return widths


def set_weights(source: str, weights: float | tuple[float, float]) -> TTFont:
    """Read the font with its weight fixed or limited; written and read again, as fontTools needs."""
    whole = io.BytesIO()
    instantiateVariableFont(TTFont(source), {"wght": weights}).save(whole)
    return TTFont(io.BytesIO(whole.getvalue()))


def main(source: str, folder: str) -> None:
    """Write vazirmatn.woff2 and letter_widths.json."""
    font = set_weights(source, (400, 700))
    options = Options(layout_features=FEATURES, hinting=False, flavor="woff2")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list_code_points())
    subsetter.subset(font)
    save_font(font, str(Path(folder) / "vazirmatn.woff2"), options)
    heavy = set_weights(source, LABEL_WEIGHT)
    text = json.dumps(measure_letters(heavy), ensure_ascii=False, separators=(",", ":"))
    Path(folder, "letter_widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
