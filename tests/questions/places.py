"""Places that phrases of the tests name, and the day on which they are asked."""

from __future__ import annotations

from datetime import date

from graphmap.directory import Listing
from graphmap.text import Name

TODAY = date(2026, 2, 8)
COMMON = (
    Listing("IRN", "Country", Name("Iran", "ایران")),
    Listing("TUR", "Country", Name("Türkiye", "ترکیه"), ("Turkey",)),
    Listing("IRQ", "Country", Name("Iraq", "عراق")),
    Listing("IR-21", "Province", Name("Yazd", "یزد")),
    Listing("IQ-BA", "Region", Name("Basra", "بصره")),
    Listing("city:tbilisi", "City", Name("Tbilisi", "تفلیس")),
)
