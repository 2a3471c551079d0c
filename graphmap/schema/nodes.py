"""The declaration of the nodes: one small class a label, one line a field."""

# No deferred annotations here: pydantic would compile each of them again, for every class, at every start.
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar

from graphmap.bounds import find_bounds
from graphmap.errors import DateError
from graphmap.schema.claims import CLAIMS, find_days_told
from graphmap.schema.kept import Decision, Plan, View
from graphmap.schema.kinds import (
    DAY,
    LATITUDE,
    LONGITUDE,
    NUMBER,
    PERSIAN_TEXT,
    TEXT,
    UNCERTAIN_DATE,
    WHOLE,
    YEAR,
    YES_NO,
    choice_kind,
)
from graphmap.schema.records import Named, Node, described

RELATIONS = choice_kind(
    "diplomatic relations",
    "روابط دیپلماتیک",
    {"full": "کامل", "limited": "محدود", "none": "ندارد", "unknown": "نامعلوم"},
)
COUNTERPART_KIND = choice_kind(
    "kind of counterpart",
    "نوع همتا",
    {
        "governor": "استاندار",
        "mayor": "شهردار",
        "ministry": "وزارتخانه",
        "agency": "سازمان",
        "chamber": "اتاق بازرگانی",
        "university": "دانشگاه",
        "company": "شرکت",
        "other": "دیگر",
    },
)
MISSION_KIND = choice_kind(
    "kind of mission",
    "نوع نمایندگی",
    {
        "embassy": "سفارت",
        "consulate_general": "سرکنسولگری",
        "consulate": "کنسولگری",
        "honorary_consulate": "کنسولگری افتخاری",
        "interests_section": "دفتر حفاظت منافع",
        "office": "دفتر نمایندگی",
    },
)
MISSION_STATUS = choice_kind(
    "status of a mission",
    "وضعیت نمایندگی",
    {"open": "دایر", "suspended": "تعلیق‌شده", "closed": "تعطیل", "unknown": "نامعلوم"},
)
BODY_KIND = choice_kind(
    "kind of body",
    "نوع نهاد",
    {
        "chamber": "اتاق بازرگانی",
        "free_zone": "منطقهٔ آزاد",
        "university": "دانشگاه",
        "company": "دفتر شرکت",
        "other": "دیگر",
    },
)
GRADE = choice_kind(
    "grade of a source",
    "درجهٔ منبع",
    {"A": "رسمی از سوی یکی از طرف‌ها", "B": "مطبوعات", "C": "فهرست", "D": "استنباط"},
)


class Country(Node):
    """A state; one of them is the graph's home."""

    meaning_fa: ClassVar[str] = "یک کشور؛ یکی از آن‌ها کشور مبنای این گراف است."

    id_form: ClassVar[tuple[str, str]] = (r"[A-Z]{3}", "an ISO 3166-1 alpha-3 code, such as TUR")
    id_form_fa: ClassVar[str] = "کد سه‌حرفی ISO 3166-1، مانند TUR"
    example: ClassVar[Mapping[str, str]] = {
        "id": "TUR",
        "name": "Türkiye",
        "name_fa": "ترکیه",
        "aliases": "Turkey|Turkiye",
    }

    iso2: Annotated[str | None, TEXT] = described("ISO 3166-1 alpha-2 code", "کد دوحرفی ISO 3166-1", "TR")
    subregion: Annotated[str | None, TEXT] = described("part of the world", "منطقه‌ای از جهان", "Western Asia")
    home: Annotated[bool | None, YES_NO] = described(
        "whether it is the graph's home", "آیا کشور مبناست", "no"
    )
    relations: Annotated[str | None, RELATIONS] = described(
        "diplomatic relations with the home country", "روابط دیپلماتیک با کشور مبنا", "full"
    )


class Province(Node):
    """A first-level unit of the home country."""

    meaning_fa: ClassVar[str] = "استان: واحد سطح نخست کشور مبنا."
    named_in_many_ways: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {
        "id": "IR-04",
        "name": "West Azerbaijan",
        "name_fa": "آذربایجان غربی",
        "aliases": "Azarbaijan-e Gharbi",
        "capital": "Urmia",
        "population": "3265219",
        "population_year": "2016",
        "area_km2": "37411",
        "lat": "37.55",
        "lon": "45.07",
    }

    capital: Annotated[str | None, TEXT] = described("seat of the province", "مرکز استان", "Tabriz")
    population: Annotated[int | None, WHOLE] = described("inhabitants", "جمعیت", "3909652")
    population_year: Annotated[int | None, YEAR] = described("year of that count", "سال سرشماری", "2016")
    area_km2: Annotated[float | None, NUMBER] = described(
        "area in square kilometres", "مساحت به کیلومتر مربع", "45650"
    )
    lat: Annotated[float | None, LATITUDE] = described("degrees north", "عرض جغرافیایی", "38.07")
    lon: Annotated[float | None, LONGITUDE] = described("degrees east", "طول جغرافیایی", "46.29")


class Region(Node):
    """A first-level unit of any other country."""

    meaning_fa: ClassVar[str] = "استان خارجی: واحد سطح نخست کشوری دیگر، با هر نامی (استان، ایالت، ناحیه)."
    named_in_many_ways: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {
        "id": "TR-65",
        "name": "Van",
        "name_fa": "وان",
        "lat": "38.58",
        "lon": "43.60",
    }

    kind: Annotated[str | None, TEXT] = described(
        "what it is called there", "عنوان آن در کشور خودش", "province"
    )
    lat: Annotated[float | None, LATITUDE] = described("degrees north", "عرض جغرافیایی", "37.87")
    lon: Annotated[float | None, LONGITUDE] = described("degrees east", "طول جغرافیایی", "32.49")


class City(Node):
    """A municipality, at home or abroad."""

    meaning_fa: ClassVar[str] = "یک شهر، در کشور مبنا یا در خارج."
    named_in_many_ways: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {
        "id": "city:tur:van",
        "name": "Van",
        "name_fa": "وان",
        "lat": "38.50",
        "lon": "43.38",
        "population": "525016",
    }

    lat: Annotated[float | None, LATITUDE] = described("degrees north", "عرض جغرافیایی", "37.87")
    lon: Annotated[float | None, LONGITUDE] = described("degrees east", "طول جغرافیایی", "32.49")
    population: Annotated[int | None, WHOLE] = described("inhabitants", "جمعیت", "1390051")


class Governor(Node):
    """A person who governs or governed a province."""

    meaning_fa: ClassVar[str] = "کسی که استاندار است یا بوده است."
    example: ClassVar[Mapping[str, str]] = {
        "id": "governor:example",
        "name": "Example Governor",
        "name_fa": "استاندار نمونه",
    }


class Official(Node):
    """Any other person who signs, visits or holds a post."""

    meaning_fa: ClassVar[str] = "هر مقام دیگری که سندی امضا می‌کند، دیداری دارد یا سمتی بر عهده دارد."
    example: ClassVar[Mapping[str, str]] = {
        "id": "official:example",
        "name": "Example Official",
        "name_fa": "مقام نمونه",
    }


class Counterpart(Node):
    """A foreign office or body that faces a province."""

    meaning_fa: ClassVar[str] = "همتای خارجی: مقام یا نهادی که طرف استان است."
    named_in_many_ways: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {
        "id": "counterpart:tur:governor-of-van",
        "name": "Governor of Van",
        "name_fa": "استاندار وان",
    }

    kind: Annotated[str | None, COUNTERPART_KIND] = described("what it is", "نوع همتا", "governor")
    rank: Annotated[str | None, TEXT] = described("rank of its head", "مرتبهٔ رئیس آن", "governor")


class Body(Node):
    """An institution at home below the province: a chamber, a free zone, a university, a company's office."""

    meaning_fa: ClassVar[str] = "نهادی داخلی در سطح استان: اتاق بازرگانی، منطقهٔ آزاد، دانشگاه یا دفتر شرکت."
    named_in_many_ways: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {
        "id": "body:irn:example",
        "name": "Example Chamber of Commerce",
        "name_fa": "اتاق بازرگانی نمونه",
    }

    kind: Annotated[str | None, BODY_KIND] = described("what it is", "نوع نهاد", "chamber", required=True)
    lat: Annotated[float | None, LATITUDE] = described("degrees north", "عرض جغرافیایی", "37.55")
    lon: Annotated[float | None, LONGITUDE] = described("degrees east", "طول جغرافیایی", "45.07")


class Mission(Node):
    """A diplomatic or consular post, of home abroad or of others at home."""

    meaning_fa: ClassVar[str] = (
        "نمایندگی دیپلماتیک یا کنسولی: از کشور مبنا در خارج، یا از کشورهای دیگر در کشور مبنا."
    )
    example: ClassVar[Mapping[str, str]] = {
        "id": "mission:irn:example",
        "name": "Example Consulate-General of Iran in Van",
        "name_fa": "سرکنسولگری نمونهٔ ایران در وان",
        "lat": "38.50",
        "lon": "43.38",
    }
    derived: ClassVar[tuple[str, ...]] = (
        *Node.derived,
        "opened_earliest",
        "opened_latest",
        "closed_earliest",
        "closed_latest",
    )

    kind: Annotated[str | None, MISSION_KIND] = described("what it is", "نوع نمایندگی", "consulate_general")
    status: Annotated[str | None, MISSION_STATUS] = described("whether it is open", "دایر است یا نه", "open")
    status_on: Annotated[date | None, DAY] = described("day of that knowledge", "روز اطلاع", "2022-11-16")
    opened: Annotated[str | None, UNCERTAIN_DATE] = described(
        "day it opened, as far as known", "روز گشایش، تا جایی که معلوم است", "1991"
    )
    closed: Annotated[str | None, UNCERTAIN_DATE] = described(
        "first day it was closed; .. while it is not, blank if unknown",
        "نخستین روز تعطیلی؛ «..» اگر تعطیل نشده، خالی اگر نامعلوم است",
        "..",
    )
    website: Annotated[str | None, TEXT] = described("address of its page", "نشانی وبگاه")
    lat: Annotated[float | None, LATITUDE] = described("degrees north", "عرض جغرافیایی", "39.93")
    lon: Annotated[float | None, LONGITUDE] = described("degrees east", "طول جغرافیایی", "32.86")

    def derive(self) -> dict[str, Any]:
        """Return its names, folded, and the bounds of its time; DateError if its days contradict."""
        try:
            bounds = find_bounds(self.opened or "", self.closed or "")
        except DateError as error:
            column = {"since": "opened", "until": "closed"}.get(error.column or "", error.column)
            raise DateError(error.problem, error.right, column) from error
        found = (bounds.since_earliest, bounds.since_latest, bounds.until_earliest, bounds.until_latest)
        return {**super().derive(), **dict(zip(self.derived[1:], found, strict=True))}


class Sector(Node):
    """A field of work in which provinces deal abroad."""

    meaning_fa: ClassVar[str] = "حوزه‌ای که استان‌ها در آن با خارج کار می‌کنند."
    example: ClassVar[Mapping[str, str]] = {"id": "trade", "name": "Trade", "name_fa": "بازرگانی"}

    working_group: Annotated[str | None, TEXT] = described(
        "working group it belongs to", "کارگروه مربوط", "trade"
    )


class Source(Named):
    """Where a statement comes from."""

    meaning_fa: ClassVar[str] = "جایی که گزاره از آن گرفته شده است."
    example: ClassVar[Mapping[str, str]] = {
        "id": "source:example",
        "name": "Example: a list of ties",
        "name_fa": "نمونه: فهرستی از روابط",
        "url": "https://example.org/ties",
    }
    derived: ClassVar[tuple[str, ...]] = ("tells_from", "tells_until")

    note_fa: Annotated[str | None, PERSIAN_TEXT] = described("the remark in Persian", "یادداشت به فارسی")
    publisher: Annotated[str | None, TEXT] = described("who published it", "ناشر", "Wikipedia")
    url: Annotated[str | None, TEXT] = described("address", "نشانی")
    published: Annotated[str | None, UNCERTAIN_DATE] = described(
        "its own date, as far as known", "تاریخ خود منبع، تا جایی که معلوم است", "2025-05"
    )
    covers: Annotated[tuple[str, ...] | None, CLAIMS] = described(
        "what it claims to list whole, so that what it lacks is absent: a label or type, with or without a "
        "kind and a place: TIED_TO, TIED_TO.sister_city:TUR, Mission.embassy, BORDERS",
        "آنچه منبع مدعی است کامل فهرست کرده، تا نبودِ چیزی در آن به معنای نبودِ خود آن باشد: "
        "یک نوع گره یا رابطه، با نوع و مکان یا بدون آن‌ها",
        "TIED_TO.sister_city:IRN",
    )
    retrieved: Annotated[date | None, DAY] = described("day it was read", "روز دریافت", "2026-02-08")
    licence: Annotated[str | None, TEXT] = described("licence", "مجوز", "CC BY-SA 4.0")
    grade: Annotated[str | None, GRADE] = described(
        "A official for a party of the tie, B press, C list, D inferred",
        "الف رسمی (از سوی یکی از طرف‌های رابطه)، ب مطبوعات، ج فهرست، د استنباط",
        "C",
    )
    invented: Annotated[bool | None, YES_NO] = described(
        "whether its statements are made up, to show what the program does", "آیا گزاره‌هایش فرضی است", "no"
    )

    def derive(self) -> dict[str, Any]:
        """Return from which day to before which it tells what is absent; DateError if its day is none."""
        return dict(zip(self.derived, find_days_told(self.published, self.retrieved), strict=True))

    def is_invented(self) -> bool:
        """Say whether its statements are made up, as its own fields tell."""
        told = (self.identity, self.note or "")
        return bool(self.invented) or any(text.startswith("invented") for text in told)


class Changeset(Named):
    """One write to the store: who, when, why, and how much; made by the store, never by a file."""

    meaning_fa: ClassVar[str] = "یک نوبت ثبت در مخزن: چه کسی، کی، چرا و چه تعداد."

    by: Annotated[str | None, TEXT] = described("who wrote", "ثبت‌کننده")
    at: Annotated[str | None, TEXT] = described("moment of writing, UTC", "زمان ثبت (UTC)")
    reason: Annotated[str | None, TEXT] = described("why", "دلیل")
    created: Annotated[int | None, WHOLE] = described("records created", "شمار رکوردهای تازه")
    changed: Annotated[int | None, WHOLE] = described("records changed", "شمار رکوردهای تغییریافته")
    removed: Annotated[int | None, WHOLE] = described("records removed", "شمار رکوردهای حذف‌شده")
    undoes: Annotated[str | None, TEXT] = described(
        "id of the changeset that it undid", "شناسهٔ نوبت ثبتی که برگردانده است"
    )


DECLARED_NODES = (
    Country,
    Province,
    Region,
    City,
    Governor,
    Official,
    Counterpart,
    Body,
    Mission,
    Sector,
    Source,
    View,
    Decision,
    Plan,
    Changeset,
)
"""Every label. A new one is a class above and its name here."""
