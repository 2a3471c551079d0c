"""The parameters with one meaning everywhere, each declared once: here, and nowhere else.

A question names in its head those that it takes (`level = {}`), and may say more of one there (`required`, a
help of its own). Plain data, so that the help of the command line needs nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmap.scales import PRESUMED_YEARS

Declared = Mapping[str, Any]

OF_STORE: Mapping[str, Declared] = {
    "believed_on": {
        "type": "day",
        "help": "Answer from what the store held at the end of this day (UTC), in either calendar.",
        "help_fa": "پاسخ بر پایهٔ آنچه تا پایان این روز (UTC) در مخزن ثبت شده بود؛ روز به هر یک از دو تقویم.",
    },
}
"""What says which state of the store is asked: it is read before anything answers."""

OF_ALL: Mapping[str, Declared] = {
    "as_of": {
        "type": "day_or_all",
        "help": "The day to look at, in either calendar, or all for the whole history.",
        "help_fa": "روزی که وضعیت آن خواسته می‌شود، به هر یک از دو تقویم؛ all یعنی کل پیشینه.",
    },
    "presume": {
        "type": "whole",
        "default": PRESUMED_YEARS,
        "most": 100,
        "help": "Years for which a commitment of unknown end is presumed to go on after its last sign of "
        "life; 0 presumes nothing.",
        "help_fa": "تعداد سال‌هایی که تداوم اعتبار سند یا رابطهٔ بی‌پایانِ معلوم، پس از آخرین نشانهٔ آن فرض "
        "می‌شود؛ ۰ یعنی بدون این فرض.",
    },
}
"""What every question is answered for: every analysis takes it, and every report is given it."""

OF_ANALYSES: Mapping[str, Declared] = {
    "level": {
        "type": "level",
        "default": "country",
        "help": "How fine a foreign target is: a tie counts at its target's level and at every coarser one.",
        "help_fa": "سطح طرف خارجی: هر رابطه در سطح طرف خود و در همهٔ سطح‌های کلی‌تر به شمار می‌آید.",
    },
    "country": {
        "type": "Country",
        "help": "Only targets in this country: a code or any of its names.",
        "help_fa": "تنها طرف‌های این کشور: کد یا هر یک از نام‌های آن.",
    },
    "sector": {
        "type": "TIED_TO.sectors",
        "help": "Only ties of this sector; those that name none count as possible.",
        "help_fa": "تنها روابط این حوزه؛ رابطه‌ای که حوزه‌اش معلوم نیست احتمالی به شمار می‌آید.",
    },
    "kinds": {
        "type": "TIED_TO.kind",
        "many": True,
        "help": "Only ties of these kinds, joined by |.",
        "help_fa": "تنها روابط این انواع، جداشده با |.",
    },
    "nature": {
        "type": "nature",
        "default": "commitments",
        "help": "What the answer rests on: commitments, which last; events, which pass; or all.",
        "help_fa": "مبنای پاسخ: سند و رابطهٔ پایدار، دیدار و رویداد، یا هر دو.",
    },
}
"""What every analysis takes beside that."""

BY_NAME: Mapping[str, Declared] = {
    "province": {
        "type": "Province",
        "help": "Only this province: a code or any of its names.",
        "help_fa": "تنها این استان: کد یا هر یک از نام‌های آن.",
    },
    "until": {
        "type": "day",
        "only_with": {"as_of": "all"},
        "help": "The horizon of the whole history: the day up to which days are counted.",
        "help_fa": "پایان دورهٔ محاسبه در کل پیشینه: روزی که روزها تا آن شمرده می‌شود.",
    },
    "limit": {
        "type": "whole",
        "least": 1,
        "help": "At most so many rows; the answer tells how many there are.",
        "help_fa": "حداکثر تعداد سطرها؛ تعداد کل نیز گفته می‌شود.",
    },
}
"""What a question takes if its head names it."""

SHARED: Mapping[str, Declared] = {**OF_STORE, **OF_ALL, **OF_ANALYSES, **BY_NAME}
