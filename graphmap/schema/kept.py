"""What people keep in a store beside what is known: views of the explorer, decisions of meetings, plans."""

# No deferred annotations here: pydantic would compile each of them again, for every class, at every start.
from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from graphmap.schema.kinds import DAY, IDENTITY_KIND, TEXT, TEXTS, WHOLE, choice_kind
from graphmap.schema.records import Named, described

OUTCOME = choice_kind(
    "what a meeting decides",
    "تصمیم",
    {"lead": "استان پیشگام", "joint": "اقدام مشترک", "postponed": "موکول به بعد", "refused": "رد"},
)
PLAN_STATE = choice_kind(
    "state of a plan",
    "وضعیت تقسیم کار",
    {"draft": "پیش‌نویس", "in_force": "در حال اجرا", "archived": "بایگانی‌شده"},
)


class View(Named):
    """A view of the explorer that was kept: its name, a note, and the state that it shows."""

    meaning_fa: ClassVar[str] = "نمایی از کاوشگر که نگه داشته شده است: نام، یادداشت و وضعیتی که نشان می‌دهد."
    example: ClassVar[Mapping[str, str]] = {
        "id": "view:example",
        "name": "Example: rivals in Iraq",
        "name_fa": "نمونه: رقبا در عراق",
        "address": "/map?country=IRQ",
    }

    address: Annotated[str | None, TEXT] = described(
        "address within the explorer", "نشانی در کاوشگر", "/map?country=IRQ", required=True
    )


class Decision(Named):
    """What a meeting decided on a finding."""

    meaning_fa: ClassVar[str] = "تصمیم نشست دربارهٔ یک مورد."
    example: ClassVar[Mapping[str, str]] = {
        "id": "decision:example",
        "name": "Example: West Azerbaijan leads toward Erbil",
        "name_fa": "نمونه: آذربایجان غربی در اربیل پیشگام است",
        "about": "country=IRQ",
    }

    outcome: Annotated[str | None, OUTCOME] = described("what was decided", "تصمیم", "lead", required=True)
    about: Annotated[str | None, TEXT] = described(
        "state of the explorer that shows the finding", "وضعیت کاوشگر که مورد را نشان می‌دهد", "country=IRQ"
    )
    decided_by: Annotated[str | None, TEXT] = described("who decided", "تصمیم‌گیرنده", "Border committee")
    decided_on: Annotated[date | None, DAY] = described("day of the decision", "روز تصمیم", "2026-02-08")
    ground: Annotated[str | None, TEXT] = described("on what ground", "مبنای تصمیم")


class Plan(Named):
    """A plan that was kept: which province leads toward which country, and whether that is in force."""

    meaning_fa: ClassVar[str] = "تقسیم کاری که نگه داشته شده است: استان پیشگام در هر کشور و وضعیت اجرای آن."
    example: ClassVar[Mapping[str, str]] = {
        "id": "plan:example",
        "name": "Example: first division",
        "name_fa": "نمونه: تقسیم نخست",
        "leads": "IRQ=IR-05|TUR=",
    }

    state: Annotated[str | None, PLAN_STATE] = described("how far it is", "وضعیت", "draft", required=True)
    as_of: Annotated[date | None, DAY] = described(
        "day whose ties it divides", "روزی که روابط آن مبناست", "2026-02-08"
    )
    in_force_from: Annotated[date | None, DAY] = described(
        "first day on which it is in force", "نخستین روز اجرا", "2026-03-21"
    )
    in_force_until: Annotated[date | None, DAY] = described(
        "day from which it is not in force", "روزی که از آن پس اجرا نمی‌شود"
    )
    level: Annotated[str | None, TEXT] = described("what its targets are", "سطح طرف‌های خارجی", "country")
    sector: Annotated[str | None, IDENTITY_KIND] = described("the one sector that it divides", "تنها حوزهٔ آن")
    capacity: Annotated[int | None, WHOLE] = described(
        "leads of a province at most", "حداکثر پیشگامی یک استان", "3"
    )
    fairness: Annotated[int | None, WHOLE] = described(
        "points that uneven loads cost", "هزینهٔ بار نابرابر", "1"
    )
    leads: Annotated[tuple[str, ...] | None, TEXTS] = described(
        "id of each target, =, id of its lead (nothing: it stays open)",
        "شناسهٔ هر طرف خارجی، =، شناسهٔ استان پیشگام آن (خالی: بدون پیشگام)",
        "IRQ=IR-05|TUR=",
    )
