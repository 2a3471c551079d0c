"""What the script of a page shares with the Python that writes it; frontend/src/generated.ts follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmap.direction import END_ISOLATE, ISOLATE
from graphmap.language import CODES, Code, load_language
from graphmap.scales import CERTAINTIES, LEVELS, RIVALRY, VERDICTS, Level, Verdict
from graphmap.schema.kinds import FORMULA_START
from graphmap.text import LETTERS_ALIKE
from graphmap.views.drawn import Drawn, DrawnCell
from graphmap.views.evidence import FEW_ROWS, FIRST_ROWS
from graphmap.views.fact_rows import BESIDE, DayRow, GroundRow, PairRow, SourceRow, TieRow, Written
from graphmap.views.findings import FIRST_LINES, MOST_SECTORS
from graphmap.views.map import VIEWS
from graphmap.views.map_chosen import OnChoice
from graphmap.views.map_labels import GROWN, LINE, SIZES
from graphmap.views.marks import HEIGHT, MARK_OF, MARKS, WIDTH, MarkName, list_shapes
from graphmap.views.matrix import CELL_LOOKS, MOST_ROWS, CellLook
from graphmap.views.neighbourhood import MOST_COUNTRIES, MOST_OTHERS, MOST_OVERLAPPING
from graphmap.views.neighbourhood import MOST_LINES as MOST_DRAWN
from graphmap.views.panel import PanelName
from graphmap.views.quick_network import QuickFacts, QuickLabels
from graphmap.views.sentence_parts import MOST_LINES, MOST_NAMES
from graphmap.views.spans import NO_DAY, Span
from graphmap.views.state import PAIR_MARK, STATE_KEYS, StateKey
from graphmap.views.timeline import ROWS
from graphmap.views.tokens import ABROAD_STEPS, HOME_STEPS

UNIONS: Mapping[str, Any] = {
    "Code": Code,
    "Level": Level,
    "PanelName": PanelName,
    "StateKey": StateKey,
    "Verdict": Verdict,
    "MarkName": MarkName,
    "CellLook": CellLook,
}
"""Words of which one is meant, by the name of their type."""

SHAPES: tuple[type, ...] = (
    *(TieRow, PairRow, GroundRow, SourceRow, DayRow, Written, Drawn, OnChoice),
    *(QuickLabels, QuickFacts),
)
"""What pages carry for their scripts as JSON; a NamedTuple is a list there."""

CONSTANTS: Mapping[str, tuple[Any, str]] = {
    "STATE_KEYS": (STATE_KEYS, "The keys of the state, in the order in which an address names them."),
    "TIE_FIELDS": (TieRow._fields, "What the items of the row of a tie are, in their order."),
    "PAIR_FIELDS": (PairRow._fields, "What the items of the row of a pair are, in their order."),
    "GROUND_FIELDS": (GroundRow._fields, "What the items of the row of a ground are, in their order."),
    "SOURCE_FIELDS": (SourceRow._fields, "What the items of the row of a source are, in their order."),
    "DAY_FIELDS": (DayRow._fields, "What the items of another day are, in their order."),
    "BESIDE": (BESIDE, "Why a tie stands beside those that count, by the number that rows have for it."),
    "CERTAINTIES": (CERTAINTIES, "How sure it is that a tie holds, by the number that rows have for it."),
    "LEVELS": (LEVELS, "The levels at which provinces meet, by the number that rows have for them."),
    "RIVALRY": (RIVALRY, "The verdicts that a page calls rivalry, the strongest first."),
    "MOST_NAMES": (MOST_NAMES, "How many names a line lists before it says how many more there are."),
    "MOST_LINES": (MOST_LINES, "How many meeting points, or pairs, have lines of their own."),
    "FIRST_LINES": (FIRST_LINES, "How many lines of findings stand there before all are asked for."),
    "MOST_SECTORS": (MOST_SECTORS, "How many sectors a line names before it says how many more there are."),
    "FEW_ROWS": (FEW_ROWS, "Up to how many rows of evidence say all that they have in common themselves."),
    "FIRST_ROWS": (FIRST_ROWS, "How many rows of evidence stand there before more are asked for."),
    "PAIR_MARK": (PAIR_MARK, "Stands between two provinces in the address; no id holds it."),
    "DRAWN_FIELDS": (DrawnCell._fields, "What the items of a cell are, in their order."),
    "DIRECTIONS": ({code: load_language(code).direction for code in CODES}, "Which way each language runs."),
    "ISOLATES": (
        (ISOLATE, END_ISOLATE),
        "Marks round a name whose direction must touch nothing else.",
    ),
    "VERDICTS": (VERDICTS, "What two provinces can be to each other toward a target, the weakest first."),
    "MARK_SIZE": ((WIDTH, HEIGHT), "Width and height of the mark of a verdict, in pixels."),
    "MARK_OF": (MARK_OF, "The mark of each verdict; null for none."),
    "MARK_SHAPES": (
        {name: [tuple(shape) for shape in list_shapes(name)] for name in MARKS},
        "What each mark is drawn of: tags, and their attributes.",
    ),
    "HOME_STEPS": (
        HOME_STEPS,
        "From how many rival pairs on a province has its second, third, fourth class.",
    ),
    "ABROAD_STEPS": (
        ABROAD_STEPS,
        "From how many provinces on a country has its second, third, fourth class.",
    ),
    "CELL_LOOKS": (CELL_LOOKS, "What a cell of the matrix can look like."),
    "ROWS_SHOWN": (MOST_ROWS, "How many provinces the matrix shows at once."),
    "VIEWS": (VIEWS, "The views of the map that have a button."),
    "LABEL_SIZES": (SIZES, "Size of a name on the map, in pixels, by what it names."),
    "LABEL_LINE": (LINE, "Height of a line of a name on the map, in parts of its size."),
    "LABEL_GROWN": (GROWN, "How much larger the name of the chosen country is."),
    "NEIGHBOURS": (
        {
            "countries": MOST_COUNTRIES,
            "others": MOST_OTHERS,
            "lines": MOST_DRAWN,
            "overlapping": MOST_OVERLAPPING,
        },
        "How much the neighbourhood shows.",
    ),
    "SPAN_FIELDS": (Span._fields, "What the items of a tie in time are, in their order."),
    "NO_DAY": (NO_DAY, "What stands where no day is known."),
    "TIMELINE_ROWS": (ROWS, "How many rows of the timeline stand at once."),
    "LETTERS_ALIKE": (
        {chr(letter): plain or "" for letter, plain in LETTERS_ALIKE.items()}
        | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
        "What stands for a letter or digit where texts are compared, as graphmap/text.py has it.",
    ),
    "FORMULA_START": (FORMULA_START.pattern, "How a text begins that a spreadsheet would run as a formula."),
}
"""Each constant that both sides need, with its meaning."""
