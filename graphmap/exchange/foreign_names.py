"""Names of countries and months in the languages of the lists that people find, as CLDR has them.

Persian and English are the languages of the store; these are for reading what others wrote. A name that is of
two countries, or of two months, in two languages, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from graphmap.text import fold

_T = TypeVar("_T")

LANGUAGES = (
    *("ar", "az", "bg", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hu", "hy", "id", "it", "ja", "ka"),
    *("kk", "ko", "ky", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "tg", "th", "tr", "uk", "ur", "uz"),
    *("vi", "zh", "zh_Hant", "ar_IQ"),
)
"""Languages whose names are read, by their codes."""

_DIRECTIONS = {
    "east": "восточно восточный восточная восточное ost doğu orientale oriental oost şərqi шарқӣ",
    "west": "западно западный западная западное west batı occidentale occidental qərbi ғарбӣ",
    "north": "северно северный северная северное nord kuzey norte şimali шимолӣ noord",
    "south": "южно южный южная южное süd güney sud sur cənubi ҷанубӣ zuid",
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
    *("county", "council", "borough", "kraj", "województwo", "provinsi", "daerah", "istimewa", "dki", "kota"),
    *("обл", "обл.", "м.", "district", "rayon", "voivodeship", "محافظة", "ولایت", "จังหวัด", "tỉnh"),
    *("استان", "استانداری", "prefecture", "governorate", "département", "departement"),
)
_UNITS = frozenset(map(fold, _UNIT_WORDS))
"""Words for provinces, regions and cities that stand round their names."""

_ENDINGS = {
    "특별자치도": "", "특별자치시": "", "특별시": "", "광역시": "", "북도": "north", "남도": "south",
    "도": "", "壮族自治区": "", "回族自治区": "", "维吾尔自治区": "", "自治区": "", "省": "", "市": "",
    "県": "", "州": "",
}  # fmt: skip
"""What names of provinces and cities end with where no space stands before it, with the quarter it says."""
_ALSO = {
    "US": "EUA|EE.UU.|EEUU|É.-U.|Etats Unis|ABD|США|A.B.D.|Estados Unidos da América",
    "CN": "RRT|Tiongkok|КНР|ÇHC|PRC|P.R. China|中华人民共和国|中華人民共和国|중화인민공화국|RP China"
    "|VR China",
    "CZ": "République tchèque|Tschechische Republik|República Checa|República Tcheca|Çek Cumhuriyeti"
    "|Repubblica Ceca|Czech Rep.",
    "RU": "Rusya Federasyonu|Российская Федерация|Fédération de Russie|Russische Föderation|РФ|俄罗斯联邦",
    "DE": "W. Germany|West Germany|FRG|BRD|Alemania Federal|East Germany|GDR|DDR",
    "GB": "Großbritannien|Grande-Bretagne|Gran Bretaña|Gran Bretagna|Wielka Brytania|Büyük Britanya"
    "|İngiltere|Великобритания|Англия|Wales|Scotland|England|Northern Ireland|Pays de Galles"
    "|Écosse|Angleterre|Schottland|Gales|Escocia|Inghilterra|Scozia|Великая Британия|영국|英國",
    "KR": "Korea (South)|South Korea|Rep. of Korea|Corea del Sur|대한민국|Coréia do Sul",
    "AE": "BAE|ОАЭ|VAE|EAU|E.A.U.|U.A.E.",
    "NL": "Holland|Holanda|Olanda|Hollanda|هلند",
    "AZ": "Nakhchivan|Nahçıvan|Nahçıvan Ö.C.|Nahçıvan Özerk Cumhuriyeti",
    "TR": "터키|Turkey|Türkiye Cumhuriyeti", "KZ": "Kazakistan Cumhuriyeti", "CI": "Ivory Coast",
    "MM": "Burma", "SZ": "Swaziland", "MK": "Macedonia",
}  # fmt: skip
"""Short, long, older and partial names of countries that CLDR has not, by their codes."""


_ADJECTIVE = re.compile("(ская|ский|ское|ской|ська|ський|ське|ської)$", re.IGNORECASE)
"""How adjectives of Slavic names end."""


@cache
def _list_territories() -> dict[str, str]:
    found = _gather(
        (fold(name), code)
        for locale in _load()
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha()
    )
    return found | {fold(name): code for code, names in _ALSO.items() for name in names.split("|")}


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

    return map(Locale.parse, LANGUAGES)


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
    >>> turn_words("Павлодарская область"), turn_words("Львівська обл.")
    ('Павлодар', 'Львів')
    >>> turn_words("江苏省"), turn_words("경상북도"), turn_words("Kent County Council")
    ('江苏', 'north 경상', 'Kent')
    """
    for ending, quarter in _ENDINGS.items():
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return f"{quarter} {name.removesuffix(ending)}".strip()
    words = name.replace("-", " ").split()
    kept = [_TURNED.get(fold(word), word) for word in words if fold(word) not in _UNITS]
    # An adjective (Павлодарская область) is of the name that it is made of.
    kept = [_ADJECTIVE.sub("", word) if len(word) > 7 else word for word in kept]
    return " ".join(kept) or name
