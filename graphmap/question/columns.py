"""The columns with one meaning everywhere, each declared once: here, and nowhere else.

A report names in its head those that it returns (`ties = {}`), and may say more of one there (a help, a
caption of its own). Of type `node` a head declares three columns at once: id, name, Persian name. Plain
data, as the parameters of graphmap/question/shared.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SHARED_COLUMNS: Mapping[str, Mapping[str, Any]] = {
    "tie": {"type": "id", "help": "id of the tie", "caption_fa": "شناسهٔ رابطه"},
    "record": {"type": "id", "help": "id of the relationship", "caption_fa": "شناسهٔ رابطه"},
    "document": {
        "type": "TIED_TO.document",
        "help": "number of the document it rests on",
        "caption_fa": "شمارهٔ سند",
        "empty": "none",
    },
    "province": {
        "type": "node",
        "help": "id of the province the tie counts for",
        "caption_fa": "استان",
    },
    "other_province": {"type": "node", "help": "id of the second province", "caption_fa": "استان دوم"},
    "home": {
        "type": "node",
        "help": "id of the province, city or body that made the tie",
        "caption": "Made by",
        "caption_fa": "طرف داخلی",
    },
    "target": {
        "type": "node",
        "help": "id of the foreign place, counterpart or mission",
        "caption": "Partner",
        "caption_fa": "طرف خارجی",
    },
    "country": {"type": "node", "help": "id of the country", "caption_fa": "کشور"},
    "counterpart": {"type": "node", "help": "id of the counterpart", "caption_fa": "همتا"},
    "kind": {"type": "TIED_TO.kind", "help": "ground of the tie", "caption_fa": "نوع رابطه"},
    "nature": {
        "type": "word",
        "help": "whether it lasts or passes",
        "caption_fa": "ماهیت",
        "words": {"commitment": "سند و رابطهٔ پایدار", "event": "دیدار و رویداد"},
        "detail": True,
    },
    "sectors": {"type": "TIED_TO.sectors", "help": "sectors it lies in", "caption_fa": "حوزه‌ها"},
    "stage": {"type": "TIED_TO.stage", "help": "how far it has come", "caption_fa": "مرحله", "detail": True},
    "since": {
        "type": "TIED_TO.since",
        "help": "first day it holds, as far as known",
        "caption_fa": "آغاز",
    },
    "until": {
        "type": "TIED_TO.until",
        "help": "first day it no longer holds; .. while it is open",
        "caption_fa": "پایان",
    },
    "certainty": {
        "type": "certainty",
        "help": "whether it certainly counts, is presumed to, or only possibly does: on the day asked, "
        "else in the whole history",
        "caption": "Holds",
        "caption_fa": "وضعیت برقراری",
    },
    "municipal": {
        "type": "yes_no",
        "help": "whether a city made the tie, not the province",
        "caption": "Made by a city",
        "caption_fa": "در سطح شهرداری",
        "detail": True,
    },
    "tie_count": {
        "type": "whole",
        "help": "number of ties that count",
        "caption": "Ties",
        "caption_fa": "تعداد روابط",
    },
    "ties": {"type": "ids", "help": "ids of the ties it rests on", "caption_fa": "روابط"},
    "posts": {
        "type": "texts",
        "help": "their posts, in the same order",
        "caption_fa": "سمت",
        "empty": "none",
    },
    "posts_fa": {
        "type": "texts",
        "help": "the same in Persian, as the office is called there; else in English",
        "caption_fa": "سمت (به فارسی)",
        "empty": "none",
    },
    "problem": {"type": "word", "help": "what is wrong", "caption_fa": "ایراد"},
    "sources": {"type": "ids", "help": "ids of the sources that say so", "caption_fa": "منابع"},
}
"""What many reports return."""
