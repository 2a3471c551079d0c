"""Names in two scripts: fold them for matching, transliterate, compare, sort and make slugs of them."""

from __future__ import annotations

import unicodedata


def ascii_digits(text: str) -> str:
    """Return the text with every decimal digit of any script (Persian, Arabic, full-width …) as 0 to 9.

    >>> ascii_digits("۱۳۹۸/٠٢")
    '1398/02'
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


_DIRECTION_MARKS = dict.fromkeys(
    [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)


def strip_direction_marks(text: str) -> str:
    r"""Return the text without the marks that turn its direction (and without a byte-order mark).

    >>> strip_direction_marks("a\u202eb")
    'ab'
    """
    return text if text.isascii() else text.translate(_DIRECTION_MARKS)
