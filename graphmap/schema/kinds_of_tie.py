"""The kinds of tie, each with its name in Persian and its nature: a commitment lasts, an event passes."""

from __future__ import annotations

from typing import Literal, NamedTuple

Nature = Literal["commitment", "event"]
"""What a kind of tie is: a commitment lasts, an event passes."""


class KindOfTie(NamedTuple):
    """A kind of tie: its name in Persian, and its nature."""

    name_fa: str
    nature: Nature


KINDS_OF_TIE = {
    "sister_city": KindOfTie("خواهرخواندگی شهری", "commitment"),
    "sister_province": KindOfTie("خواهرخواندگی استانی", "commitment"),
    "friendship": KindOfTie("دوستی", "commitment"),
    "contact": KindOfTie("ارتباط", "event"),
    "project": KindOfTie("طرح مشترک", "commitment"),
    "memorandum": KindOfTie("یادداشت تفاهم", "commitment"),
    "agreement": KindOfTie("موافقت‌نامه", "commitment"),
    "trade": KindOfTie("تجارت", "commitment"),
    "tourism": KindOfTie("گردشگری", "commitment"),
    "investment": KindOfTie("سرمایه‌گذاری", "commitment"),
    "committee": KindOfTie("کمیتهٔ مشترک", "commitment"),
    "office": KindOfTie("دفتر استان در خارج", "commitment"),
    "visit": KindOfTie("سفر و دیدار", "event"),
    "meeting": KindOfTie("نشست", "event"),
    "other": KindOfTie("دیگر", "commitment"),
}
"""The kinds of tie."""


def find_nature(kind: str | None) -> Nature:
    """Return the nature of a kind of tie; one that is not known is a commitment, as `other` is."""
    return KINDS_OF_TIE[kind or "other"].nature
