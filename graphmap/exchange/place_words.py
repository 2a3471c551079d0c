"""Words by which a name says of itself what it is: a province or region, an office; cities say nothing."""

from __future__ import annotations

import re

from graphmap.text import fold

_REGION_WORDS = frozenset(
    map(
        fold,
        (
            *("province", "prefecture", "oblast", "krai", "governorate", "voivodeship", "canton", "county"),
            *(
                "region",
                "provinsi",
                "provincia",
                "provinz",
                "bundesland",
                "eyaleti",
                "voivodato",
                "vojvodství",
            ),
            *("область", "край", "республика", "провинция", "استان", "ایالت", "محافظة", "ولاية"),
        ),
    )
)
_REGION_ENDINGS = ("省", "州", "県", "府", "自治区", "성", "현", "주", "북도", "남도", "자치도")
_OFFICE_WORDS = frozenset(
    map(
        fold,
        (
            *("ministry", "chamber", "university", "institute", "company", "ltd", "inc", "association"),
            *(
                "embassy",
                "consulate",
                "agency",
                "governorship",
                "ministerium",
                "handelskammer",
                "universität",
            ),
            *(
                "universite",
                "üniversitesi",
                "valiliği",
                "valilik",
                "odası",
                "bakanlığı",
                "camara",
                "ministerio",
            ),
            *("ministério", "universidad", "universidade", "ministère", "chambre", "université"),
            *("министерство", "университет", "палата", "администрация", "وزارة", "جامعة", "غرفة"),
            *("استانداری", "فرمانداری", "اتاق", "دانشگاه", "سازمان", "اداره", "شرکت", "وزارت", "وزارتخانه"),
        ),
    )
)


_JOINED = re.compile(
    r"\s(?:and|et|y|e|und|и|та|і|i|ve|و|và|与|與|和)\s|\s&\s|(?<=\w) ?/ ?(?=\w)|;|、", re.IGNORECASE
)


def names_several(name: str) -> bool:
    """Say whether a name may be of two places: a word for *and* stands in it, or a mark between names.

    >>> names_several("Izmir and Konya"), names_several("Bursa / Istanbul"), names_several("Andorra")
    (True, True, False)
    """
    return _JOINED.search(name) is not None


def names_region(name: str) -> bool:
    """Say whether a name says of itself that it is a province or region, and no city.

    >>> names_region("Toyama Prefecture"), names_region("黒竜江省"), names_region("Bergen")
    (True, True, False)
    """
    words = {fold(word) for word in re.split(r"[\s/()-]+", name) if word}
    is_said = len(words) > 1 and bool(words & _REGION_WORDS)
    return is_said or (len(name) > 2 and name.endswith(_REGION_ENDINGS))


def names_office(name: str) -> bool:
    """Say whether a name is of an office, and not of a place.

    >>> names_office("اتاق بازرگانی"), names_office("Chamber of Commerce"), names_office("مشهد")
    (True, True, False)
    """
    return any(fold(word) in _OFFICE_WORDS for word in name.split())
