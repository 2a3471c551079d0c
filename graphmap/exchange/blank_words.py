"""What stands in the cells of lists for nothing, for no end, for a sum; and in which letters lists are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from graphmap.text import fold

SUM = re.compile(
    r"((grand|sub)[ -]?)?totals?\b.*|sum|جمع.*|مجموع.*|[*†‡§].*|\[?\d\]? .{30,}|toplam|genel toplam"
    r"|(итого|всего|разом|усього|razem|ogółem|المجموع|الإجمالي|รวม|tổng cộng)\s*[:：]?\s*\d*"
    r"|summe|insgesamt|gesamt|razem|(source|note|منبع|توضیح|یادآوری|مأخذ|quelle|anmerkung|stand|источник"
    r"|примечание|kaynak|not|fuente)(s|n|en)?\s*:.*",
    re.IGNORECASE,
)
"""What stands in the first column of a row that is no tie: a sum, a footnote."""
_NONE = frozenset(
    {
        "-",
        "--",
        "–",
        "—",
        "...",
        "…",
        "n/a",
        "na",
        "n.a.",
        "none",
        "nil",
        "ندارد",
        "?",
        "x",
        "unknown",
        "نامشخص",
    }
    | {
        "نامعلوم",
        "unbekannt",
        "неизвестно",
        "нет данных",
        "bilinmiyor",
        "inconnu",
        "desconocido",
        "tbd",
        "k.a.",
        *(
            "non renseigné",
            "n.d.",
            "s/d",
            "s/f",
            "s. f.",
            "n.c.",
            "nc",
            "немає даних",
            "không rõ",
            "ไม่ระบุ",
            "غير معروف",
            "لا يوجد",
            "s.d.",
            "não informado",
            "sin datos",
            "不详",
            "不明",
            "미상",
            "tbc",
            "tba",
        ),
        *("not known", "not available", "tidak diketahui", "to be confirmed", "brak danych", "neznámo"),
    }
)
"""What stands in a cell for nothing."""
OPEN = frozenset(
    map(
        fold,
        (
            *(
                "perpetual",
                "in perpetuity",
                "till date",
                "auto-renewed",
                "until terminated",
                "永久",
                "長期",
                "长期",
                "무기한",
            ),
            *(
                "na dobu neurčitou",
                "indeterminado",
                "prazo indeterminado",
                "a tempo indeterminato",
                "bezterminowo",
            ),
            *(
                "vô thời hạn",
                "безстроково",
                "czas nieokreślony",
                "na czas nieokreślony",
                "غير محددة",
                "دائمة",
            ),
            *("indefinite", "unlimited", "open-ended", "permanent", "no end date", "illimité", "indefinido"),
            *("бессрочно", "бессрочное", "unbefristet", "süresiz", "نامحدود", "دائمی"),
        ),
    )
)
"""What stands for an end that is not meant to come."""


def says_nothing(text: str) -> bool:
    """Say whether a text stands in a cell for nothing."""
    return text in _NONE or fold(text) in map(fold, _NONE - {"-", "--", "–", "—", "...", "…", "?"})


def name_writing(text: str) -> str:
    """Return what most letters of a text are: latin, persian, arabic, cyrillic or other.

    >>> [name_writing(text) for text in ("استان و کشور", "المحافظة الدولة", "Область", "จังหวัด")]
    ['persian', 'arabic', 'cyrillic', 'other']
    """
    counts = Counter(unicodedata.name(c, "").partition(" ")[0].lower() for c in text if c.isalpha())
    most = counts.most_common(1)[0][0] if counts else "latin"
    if most == "arabic":
        return "persian" if re.search("[پچژگکی]", text) else "arabic"
    return most if most in {"latin", "cyrillic"} else "other"
