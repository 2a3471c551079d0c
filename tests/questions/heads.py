"""What every head of a question needs, whatever else a test declares in it."""

from __future__ import annotations

HEAD: dict[str, object] = {
    "caption": "A",
    "caption_fa": "الف",
    "description": "B.",
    "description_fa": "ب.",
    "kind": "report",
    "key": ["province"],
}
