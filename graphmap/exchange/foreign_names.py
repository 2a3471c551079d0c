"""Names of countries and months in the languages of the lists that people find, as CLDR has them.

Persian and English are the languages of the store; these are for reading what others wrote. A name that is of
two countries, or of two months, in two languages, is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from graphmap.text import fold

_T = TypeVar("_T")

LANGUAGES = (
    *("ar", "az", "bg", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hu", "hy", "id", "it", "ja", "ka"),
    *("kk", "ko", "ky", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "tg", "tr", "uk", "ur", "uz", "vi", "zh"),
)
"""Languages whose names are read, by their codes."""

_DIRECTIONS = {
    "east": "восточный восточная восточное ost doğu orientale oriental oost şərqi шарқӣ",
    "west": "западный западная западное west batı occidentale occidental qərbi ғарбӣ",
    "north": "северный северная северное nord kuzey norte şimali шимолӣ noord",
    "south": "южный южная южное süd güney sud sur cənubi ҷанубӣ zuid",
    "central": "центральный центральная merkez merkezi zentral",
}
QUARTERS = frozenset(_DIRECTIONS)
"""The words for quarters of heaven and the middle, in English."""
_TURNED = {fold(word): right for right, words in _DIRECTIONS.items() for word in words.split()}
_UNIT_WORDS = (
    *("провинция", "область", "край", "республика", "город", "остан", "oblast"),
    *(
        "provinz",
        "bundesland",
        "region",
        "stadt",
        "land",
        "eyaleti",
        "eyalet",
        "ili",
        "il",
        "şehri",
        "vilayeti",
    ),
    *("vilayət", "provincia", "provincie", "province", "state", "ville", "città", "ciudad"),
)
_UNITS = frozenset(map(fold, _UNIT_WORDS))
"""Words for provinces, regions and cities that stand round their names."""


@cache
def _list_territories() -> dict[str, str]:
    return _gather(
        (fold(name), code)
        for locale in _load()
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha()
    )


@cache
def _list_months() -> dict[str, int]:
    return _gather(
        (fold(name), number)
        for locale in _load()
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[context][width].items()
        if not name.isdigit() and len(fold(name)) >= 3
    )


def _load() -> Iterable[Any]:
    from babel import Locale

    return map(Locale, LANGUAGES)


def _gather(pairs: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """Return what each word stands for, without the words that stand for two things."""
    found: dict[str, set[_T]] = {}
    for word, meant in pairs:
        found.setdefault(word, set()).add(meant)
    return {word: next(iter(meant)) for word, meant in found.items() if word and len(meant) == 1}


def find_territory(name: str) -> str:
    """Return the ISO code of two letters of a country that a name of another language is of, else nothing.

    >>> find_territory("Österreich"), find_territory("Россия"), find_territory("Ruritania")
    ('AT', 'RU', '')
    """
    return _list_territories().get(fold(name), "")


@cache
def _list_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for locale in _load():
        for code, name in locale.territories.items():
            found.setdefault(code, {})[name] = None
    return {code: tuple(names) for code, names in found.items()}


def list_names_of(code: str = "") -> tuple[str, ...]:
    """Return the names of a country in all these languages, by its code of two letters.

    >>> "Frankreich" in list_names_of("FR"), list_names_of("")
    (True, ())
    """
    return _list_names().get(code, ())


def find_month(name: str) -> int:
    """Return the number of the month of a name in another language, 0 where it is none.

    >>> find_month("Eylül"), find_month("мая"), find_month("soon")
    (9, 5, 0)
    """
    return _list_months().get(fold(name.rstrip(".")), 0)


def turn_words(name: str) -> str:
    """Return a name of a province or region without words for what it is, its quarter of heaven in English.

    >>> turn_words("Восточный Азербайджан"), turn_words("Doğu Azerbaycan"), turn_words("Провинция Гилян")
    ('east Азербайджан', 'east Azerbaycan', 'Гилян')
    """
    words = name.replace("-", " ").split()
    kept = [_TURNED.get(fold(word), word) for word in words if fold(word) not in _UNITS]
    return " ".join(kept) or name
