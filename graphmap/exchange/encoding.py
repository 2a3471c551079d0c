"""Find the encoding of a text file from its bytes: UTF-8, UTF-16, or an old Windows code page."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from graphmap.errors import FileRefused

BINARY_SIGNATURES = {
    b"PK\x03\x04": "a zip archive (an .xlsx that was renamed, perhaps)",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a Word file",
}
OTHER_TEXTS = (
    (re.compile(rb'[{\[]\s*[{"\[]'), "JSON"),
    (re.compile(rb"(<\?xml[^>]*>\s*(<!--.*?-->\s*)?)?<graphml", re.DOTALL), "GraphML"),
    (re.compile(rb"<!doctype html|<html", re.IGNORECASE), "a web page"),
    (re.compile(rb"\{\|[^\n|]*\n"), "a table of a wiki page, as it is edited"),
    (re.compile(rb"<\?xml|<[A-Za-z][\w:.-]*[\s/>]"), "XML"),
)
"""How texts begin that are no tables, and what they are."""
RIGHT = "a text table, saved as CSV in UTF-8"
_MARKS = (
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read in; `encoding` is empty for plain UTF-8."""

    text: str
    encoding: str = ""
    is_guess: bool = False
    """Whether no mark and no rule of the encoding proves it."""


def decode_table(data: bytes, encoding: str = "") -> Decoded:
    """Decode the bytes of a text table, in an encoding if one is said. Raises FileRefused for no text.

    In this order: a byte-order mark; UTF-16 by where its zero bytes stand; strict UTF-8; else an old Windows
    code page, the Persian and Arabic 1256 or the western 1252, whichever makes words.

    >>> decode_table("استان".encode("cp1256")).text, decode_table("Orléans".encode("cp1252")).encoding
    ('استان', 'windows-1252')
    """
    for signature, what in BINARY_SIGNATURES.items():
        if data.startswith(signature):
            raise FileRefused(f"is {what}, not a text table", RIGHT)
    begun = data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    for opening, what in OTHER_TEXTS:
        if opening.match(begun):
            raise FileRefused(f"is {what}, not a text table", "the same as CSV or XLSX")
    if encoding:
        return Decoded(_decode_strictly(data, encoding, encoding).removeprefix("\ufeff"))
    for mark, codec, said in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_strictly(data, codec, said or "UTF-8"), said)
    if codec := _find_utf16(data[:_SAMPLE]):
        return Decoded(_decode_strictly(data, codec, "UTF-16"), "UTF-16")
    if b"\0" in data:
        raise FileRefused("holds zero bytes, so it is no text", RIGHT)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            line = data[: error.start].count(b"\n") + 1
            raise FileRefused(f"is UTF-8 with a damaged character in line {line}", RIGHT) from error
    codec = "cp1252" if _is_western(data) else "cp1256"
    return Decoded(data.decode(codec, "replace"), codec.replace("cp", "windows-"), is_guess=True)


def _decode_strictly(data: bytes, codec: str, said: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FileRefused(f"is not {said} throughout: line {line} is not", RIGHT) from error


def check_encoding(name: str) -> str:
    """Return the name of an encoding of texts; ValueError for a name of anything else."""
    try:
        if codecs.lookup(name)._is_text_encoding:
            return name
    except LookupError:
        pass
    known = "utf-8, windows-1256 (Persian, Arabic), windows-1254 (Turkish), windows-1251 (Russian), gb18030"
    raise ValueError(
        f"{name!r} is not the name of an encoding; right would be one such as {known}, shift_jis"
    )


def _find_utf16(sample: bytes) -> str:
    """Return the codec of UTF-16 without a mark: its ASCII characters have a zero byte, on one side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 10 < len(sample) // 2 or min(even, odd) * 20 > max(even, odd):
        return ""
    if not max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged_utf8(data: bytes) -> bool:
    """Say whether the bytes are UTF-8 but for a few: old code pages seldom make whole characters of it."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    whole = sum(not c.isascii() for c in text) - bad
    return whole > 10 * bad


def _is_western(data: bytes) -> bool:
    """Say whether accented letters stand among Latin ones (Orléans), not in words of their own (Persian)."""
    mixed = alone = 0
    for word in _WORD.findall(data):
        high = sum(byte > 0x7F for byte in word)
        if high < len(word):
            mixed += high
        else:
            alone += high
    return mixed > alone
