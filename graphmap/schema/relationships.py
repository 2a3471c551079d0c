"""The declaration of the relationships: a small class a type, with its ends, its key, a line a field."""

# No deferred annotations here: pydantic would compile each of them again, for every class, at every start.
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from graphmap.bounds import find_bounds
from graphmap.schema.kinds import IDENTITY_KIND, NUMBER, PERCENT, PERIOD, TEXT, TEXTS, YEAR, choice_kind
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE, find_nature
from graphmap.schema.records import Identity, Lasting, Relationship, described, ends_of, name_bounds
from graphmap.schema.rules.counting import Counting, find_sign, judge_counting
from graphmap.schema.sectors import SECTORS

SECTOR_WORDS = choice_kind("sectors", "حوزه‌ها", SECTORS, many=True, earlier={"بازرگانی": "trade"})


TIE_KIND = choice_kind(
    "kind of tie",
    "نوع رابطه",
    {word: kind.name_fa for word, kind in KINDS_OF_TIE.items()},
    earlier={"تماس": "contact", "بازرگانی": "trade", "دیدار": "visit"},
)
STAGE = choice_kind(
    "stage",
    "مرحله",
    {
        "idea": "پیشنهاد اولیه",
        "proposed": "پیشنهادشده",
        "negotiating": "در حال مذاکره",
        "in_force": "برقرار",
        "suspended": "تعلیق‌شده",
        "ended": "پایان‌یافته",
        "unknown": "نامعلوم",
    },
    earlier={"ایده": "idea", "لازم‌الاجرا": "in_force"},
)


FLOW = choice_kind("direction of trade", "جهت تجارت", {"exports": "صادرات", "imports": "واردات"})


class In(Relationship):
    """Where a unit lies: the smallest unit known to hold it."""

    stored_as: ClassVar[str] = "IN"
    meaning_fa: ClassVar[str] = "محل گره: کوچک‌ترین واحد معلومی که گره در آن است؛ برای هر گره یکی."
    ends: ClassVar = ends_of(
        "City -> Province, Region, Country",
        "Region -> Region, Country",
        "Province -> Country",
        "Mission -> City",
        "Body -> Province",
    )
    single: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {"from_id": "city:tur:van", "to_id": "TR-65"}


class Borders(Relationship):
    """A land border."""

    stored_as: ClassVar[str] = "BORDERS"
    meaning_fa: ClassVar[str] = "مرز زمینی."
    ends: ClassVar = ends_of("Province -> Region", "Country -> Country")
    unordered: ClassVar = ends_of("Country -> Country")
    example: ClassVar[Mapping[str, str]] = {"from_id": "IR-04", "to_id": "TR-65", "km": "198.6"}

    km: Annotated[float | None, NUMBER] = described(
        "length of the border in kilometres", "طول مرز به کیلومتر", "64"
    )
    crossings: Annotated[tuple[str, ...] | None, TEXTS] = described(
        "names of the crossings on it that a source names",
        "نام گذرگاه‌های آن که منبعی نام برده است",
        "Bazargan",
    )
    crossings_fa: Annotated[tuple[str, ...] | None, TEXTS] = described(
        "the same names in Persian, in the same order", "همان نام‌ها به فارسی و به همان ترتیب", "بازرگان"
    )


class Governs(Lasting):
    """A governor's term in a province."""

    stored_as: ClassVar[str] = "GOVERNS"
    meaning_fa: ClassVar[str] = "دورهٔ استانداری یک استاندار در استان."
    ends: ClassVar = ends_of("Governor -> Province")
    key: ClassVar[tuple[str, ...]] = ("since",)
    example: ClassVar[Mapping[str, str]] = {"from_id": "governor:example", "to_id": "IR-04"}


class Holds(Lasting):
    """A person's term in a post at a counterpart or mission."""

    stored_as: ClassVar[str] = "HOLDS"
    meaning_fa: ClassVar[str] = "دورهٔ سمت یک شخص نزد همتا یا در نمایندگی."
    ends: ClassVar = ends_of("Official, Governor -> Counterpart, Mission")
    key: ClassVar[tuple[str, ...]] = ("since", "post")
    example: ClassVar[Mapping[str, str]] = {
        "from_id": "official:example",
        "to_id": "mission:irn:example",
        "post": "consul-general",
    }

    post: Annotated[str | None, TEXT] = described(
        "name of the post", "عنوان سمت", "ambassador", required=True
    )


class Represents(Relationship):
    """Which place a counterpart speaks for."""

    stored_as: ClassVar[str] = "REPRESENTS"
    meaning_fa: ClassVar[str] = "جایی که همتا نمایندهٔ آن است؛ برای هر همتا یکی."
    ends: ClassVar = ends_of("Counterpart -> Country, Region, City")
    single: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {"from_id": "counterpart:tur:governor-of-van", "to_id": "TR-65"}


class Tie(Lasting):
    """A tie of a province, one of its cities or bodies, to a foreign place, counterpart or mission."""

    stored_as: ClassVar[str] = "TIED_TO"
    meaning_fa: ClassVar[str] = "رابطهٔ استان یا یکی از شهرها و نهادهای آن با مکان، همتا یا نمایندگی خارجی."
    ends: ClassVar = ends_of("Province, City, Body -> Country, Region, City, Counterpart, Mission")
    key: ClassVar[tuple[str, ...]] = ("since", "kind", "document")
    derived: ClassVar[tuple[str, ...]] = (
        *Lasting.derived,
        "nature",
        *(field.name for field in fields(Counting)),
        "sign",
    )
    settled: ClassVar[tuple[str, ...]] = ("last_sign", "parties")
    """`last_sign`: the last day on which it is known to have been alive. `parties`: the provinces that stand
    together in its act, where they are two or more; it is a commitment. Where its stage alone says that it is
    over, its sources tell until when it may have counted: `counts_until` and `contact_until` are settled too.
    """
    example: ClassVar[Mapping[str, str]] = {"from_id": "IR-04", "to_id": "TR-65", "kind": "memorandum"}

    kind: Annotated[str | None, TIE_KIND] = described(
        "ground of the tie", "نوع رابطه", "sister_city", required=True
    )
    sectors: Annotated[tuple[str, ...] | None, SECTOR_WORDS] = described(
        "sectors it lies in; blank if unknown", "حوزه‌ها؛ خالی اگر نامعلوم است", "trade|tourism"
    )
    stage: Annotated[str | None, STAGE] = described("how far it has come", "مرحله", "in_force")
    intensity: Annotated[float | None, NUMBER] = described(
        "how strong it is, 1 where nothing is said", "شدت رابطه؛ اگر ذکر نشود ۱", "1"
    )
    document: Annotated[Identity | None, IDENTITY_KIND] = described(
        "register number of the document it rests on; ties that share one are one act of several provinces",
        "شمارهٔ ثبت سند؛ روابطی که یک سند دارند، یک اقدام مشترک چند استان‌اند",
        "2019-04",
    )
    url: Annotated[str | None, TEXT] = described(
        "address of the document or of a page about the tie", "نشانی سند یا صفحه‌ای دربارهٔ رابطه"
    )

    def derive(self) -> dict[str, Any]:
        """Return its bounds, its nature, and when it counts; DateError if its dates contradict."""
        return {**self._derive()}

    def settle_alone(self) -> dict[str, Any]:
        """Return its own last sign; of an act it is alone."""
        return {"last_sign": self._derive()["sign"]}

    def _derive(self) -> Mapping[str, Any]:
        return _derive_tie(self.since or "", self.until or "", self.attested or (), self.kind, self.stage)


@lru_cache(maxsize=65_536)
def _derive_tie(
    since: str, until: str, attested: tuple[str, ...], kind: str | None, stage: str | None
) -> Mapping[str, Any]:
    """Derive the properties of a tie; the same dates, kinds and stages come again and again."""
    bounds, nature = find_bounds(since, until, attested), find_nature(kind)
    counting = judge_counting(bounds, nature, stage)
    return {
        **name_bounds(bounds),
        "nature": nature,
        **{field.name: getattr(counting, field.name) for field in fields(counting)},
        "sign": find_sign(nature, stage, since, attested, bounds),
    }


class SentBy(Relationship):
    """The country that sends a mission."""

    stored_as: ClassVar[str] = "SENT_BY"
    meaning_fa: ClassVar[str] = "کشور فرستندهٔ نمایندگی؛ برای هر نمایندگی یکی."
    ends: ClassVar = ends_of("Mission -> Country")
    single: ClassVar[bool] = True
    example: ClassVar[Mapping[str, str]] = {"from_id": "mission:irn:example", "to_id": "IRN"}


class AccreditedTo(Lasting):
    """A country to which a mission is accredited."""

    stored_as: ClassVar[str] = "ACCREDITED_TO"
    meaning_fa: ClassVar[str] = "کشوری که نمایندگی نزد آن استوارنامه دارد."
    ends: ClassVar = ends_of("Mission -> Country")
    key: ClassVar[tuple[str, ...]] = ("since",)
    example: ClassVar[Mapping[str, str]] = {"from_id": "mission:irn:example", "to_id": "TUR"}


class Covers(Lasting):
    """A place that a mission covers."""

    stored_as: ClassVar[str] = "COVERS"
    meaning_fa: ClassVar[str] = "حوزهٔ مأموریت نمایندگی."
    ends: ClassVar = ends_of("Mission -> Country, Region, Province")
    key: ClassVar[tuple[str, ...]] = ("since",)
    example: ClassVar[Mapping[str, str]] = {"from_id": "mission:irn:example", "to_id": "TR-65"}


class TradesWith(Relationship):
    """Trade of a year or another period in one direction: all of it, or that of some goods."""

    stored_as: ClassVar[str] = "TRADES_WITH"
    meaning_fa: ClassVar[str] = "تجارت یک سال یا دورهٔ دیگر در یک جهت: همهٔ آن یا تجارت کالاهایی معین."
    ends: ClassVar = ends_of("Country, Province -> Country")
    key: ClassVar[tuple[str, ...]] = ("flow", "year")
    apart: ClassVar[tuple[str, ...]] = ("period", "goods")
    example: ClassVar[Mapping[str, str]] = {"from_id": "IR-04", "to_id": "TUR"}

    flow: Annotated[str | None, FLOW] = described(
        "exports or imports", "صادرات یا واردات", "exports", required=True
    )
    year: Annotated[int | None, YEAR] = described(
        "Gregorian year; blank where the period is another", "سال میلادی؛ خالی اگر دوره چیز دیگری است", "2023"
    )
    period: Annotated[str | None, PERIOD] = described(
        "period that is no Gregorian year: 1402, 2024-05, 1402-01..1402-05",
        "دوره‌ای که سال میلادی نیست: ۱۴۰۲، 2024-05، ‏1402-01..1402-05",
    )
    goods: Annotated[str | None, TEXT] = described(
        "goods it is limited to; blank for all", "کالاهایی که به آن‌ها محدود است؛ خالی برای همه"
    )
    share: Annotated[float | None, PERCENT] = described(
        "percent of all its trade in that direction", "درصد از کل تجارت در آن جهت", "35"
    )
    value_usd: Annotated[float | None, NUMBER] = described("value in US dollars", "ارزش به دلار", "1000000")


DECLARED_RELATIONSHIPS = (
    In,
    Borders,
    Governs,
    Holds,
    Represents,
    Tie,
    SentBy,
    AccreditedTo,
    Covers,
    TradesWith,
)
"""Every relationship type. A new one is a class above and its name here."""
