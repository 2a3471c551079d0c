"""The values of a mapped row: fill the texts of a mapping with them, and judge its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from functools import lru_cache

from graphmap.directory import Directory
from graphmap.exchange.forms import (
    find_day_after,
    is_read_in_two_ways,
    read_day_number,
    read_decimal,
    take_date_alone,
    take_range,
    turn_date,
)
from graphmap.exchange.mapping_steps import BLANKS, Condition
from graphmap.exchange.other_calendars import read_buddhist, read_lunar
from graphmap.exchange.tables import LONGEST_CELL
from graphmap.schema.kinds import CLEAR_MARK, LIST_MARK
from graphmap.text import ascii_digits, fold, mint_slug

Values = dict[str, str | tuple[str, ...]]
"""Columns of the file and results of steps, by name; a list where a step made one."""


def holds(condition: Condition, values: Values) -> bool:
    """Say whether all that a condition asks for is so.

    >>> holds(Condition(among={"role": ("governor",)}, filled=("name",)), {"role": "governor", "name": "A"})
    True
    """
    return (
        not any(values.get(name) for name in condition.blank)
        and all(values.get(name) for name in condition.filled)
        and all(_is_among(values.get(name, ""), words) for name, words in condition.among.items())
        and not any(_is_among(values.get(name, ""), words) for name, words in condition.not_among.items())
        and all(_is_among(values.get(a, ""), (values.get(b, ""),)) for a, b in condition.same)
        and not any(_is_among(values.get(a, ""), (values.get(b, ""),)) for a, b in condition.differ)
        and all(_is_like(values.get(name, ""), patterns) for name, patterns in condition.like.items())
        and (not condition.any or any(holds(one, values) for one in condition.any))
    )


def _is_like(value: str | tuple[str, ...], patterns: Iterable[str]) -> bool:
    """Say whether a text is like one of some patterns; case makes no difference."""
    return isinstance(value, str) and any(fnmatchcase(value.casefold(), one.casefold()) for one in patterns)


def _is_among(value: str | tuple[str, ...], words: Iterable[str | tuple[str, ...]]) -> bool:
    """Say whether a value is one of some words; words that fold alike are the same, as everywhere."""
    if value in (words := tuple(words)):
        return True
    folded = fold(value) if isinstance(value, str) else ""
    return bool(folded) and any(isinstance(word, str) and fold(word) == folded for word in words)


def list_items(each: str, values: Values) -> Iterator[Values]:
    """Yield the values once, or for each item of a list with the item under the name of the list."""
    items = values.get(each, ()) if each else ("",)
    for item in (items,) if isinstance(items, str) else items:
        yield {**values, each: item} if each else values


class TextTooLong(Exception):
    """A text of a mapping that would be filled with more than a cell may hold: it grows at each step."""


def fill_text(text: str, values: Values, directory: Directory) -> str:
    """Fill the blanks of a text; the whole text is blank where one of them is, or where it is a mere dash.

    Raises TextTooLong.

    >>> fill_text("wd:{QID|last}", {"QID": "http://www.wikidata.org/entity/Q42"}, Directory())
    'wd:Q42'
    """
    filled: list[str] = []
    length = 0
    for plain, name, form in split_text(text):
        filled.append(plain)
        if name:
            value = values.get(name, "")
            if isinstance(value, tuple):
                # A list stands for itself alone, as a cell of many values has it.
                value = LIST_MARK.join(value) if len(filled) == 1 and text == f"{{{name}}}" else ""
            if not value:
                return ""
            filled.append(give_form(value, form, directory))
            length += len(filled[-1])
            if length > LONGEST_CELL:
                raise TextTooLong(text)
    done = "".join(filled).strip()
    # In a native file this clears a field; in someone else's it is a mere dash.
    return "" if done == CLEAR_MARK else done


def multiply(value: str, factor: str) -> str:
    """Return a number times another one, exactly; ValueError where one of the two is none.

    >>> multiply("12.5", "1000"), multiply("3", "0.1")
    ('12500', '0.3')
    """
    try:
        product = Decimal(ascii_digits(value)) * Decimal(ascii_digits(factor))
    except InvalidOperation as error:
        raise ValueError(value) from error
    plain = f"{product.normalize():f}"
    return f"{plain}0" if is_read_in_two_ways(plain) else plain


def give_form(value: str, form: str, directory: Directory) -> str:
    """Return a value in one of the forms that a mapping may ask for."""
    match form:
        case "lower":
            return value.lower()
        case "upper":
            return value.upper()
        case "slug":
            return mint_slug(value)
        case "day_after":
            return find_day_after(value)
        case "day_number":
            return read_day_number(value)
        case "decimal_comma" | "decimal_point":
            return read_decimal(value, "," if form == "decimal_comma" else ".")
        case "lunar":
            return read_lunar(value)
        case "buddhist":
            return read_buddhist(value)
        case "date_alone":
            return take_date_alone(value)
        case "range_start" | "range_end":
            return take_range(value, 0 if form == "range_start" else 1)
        case "last":
            return value.rstrip("/").replace(":", "/").rsplit("/", 1)[-1]
        case "name" | "name_fa":
            node = directory.get(value)
            return node.name.in_language("fa" if form == "name_fa" else "en") if node is not None else ""
        case "the_name":
            node = directory.get(value)
            return add_article(node.name.en) if node is not None else ""
    return turn_date(value, form) if form else value


def add_article(country: str) -> str:
    """Return the English name of a country as it stands within a sentence.

    >>> add_article("Netherlands"), add_article("United States"), add_article("Iran")
    ('the Netherlands', 'the United States', 'Iran')
    """
    return f"the {country}" if _TAKES_ARTICLE.search(country) else country


_TAKES_ARTICLE = re.compile(
    r"^(United|Republic|Democratic Republic|Dominican Republic|Central African|Netherlands|Philippines"
    r"|Maldives|Bahamas|Gambia|Comoros|Seychelles|Isle of)\b|(Islands|Territories|Territory)$"
)


@lru_cache(maxsize=4096)
def split_text(text: str) -> tuple[tuple[str, str, str], ...]:
    """Split a text of a mapping into plain pieces, each with the blank that follows it and its form.

    >>> split_text("wd:{QID|last}")
    (('wd:', 'QID', 'last'), ('', '', ''))
    """
    parts = []
    end = 0
    for found in BLANKS.finditer(text):
        parts.append((text[end : found.start()], found[1], found[2] or ""))
        end = found.end()
    return (*parts, (text[end:], "", ""))
