"""Who courts what before anything is in force: ideas, proposals, negotiations and contacts, judged apart.

There a committee can still act. What two provinces would be to each other is judged as if all that they court
came about; none of it counts among rivals.
"""

# /// question
# caption = "Pipeline: who courts what before anything is in force"
# caption_fa = "موارد در دست اقدام: کدام استان در پی کدام طرف است"
# description = """
# Ties that are an idea, proposed or negotiated, and contacts, with what other provinces have or court there.
# A registered intention is told from a bare idea, one that is first and protected from one that lapsed.
# The urgency is a range where capacities are not known. Weights and months are laid down in {rules}."""
# description_fa = """
# موارد در حد پیشنهاد اولیه، پیشنهادشده یا در حال مذاکره و ارتباط‌ها، همراه با آنچه استان‌های دیگر در آنجا دارند
# یا در پی آن هستند. قصد ثبت‌شده از پیشنهاد اولیه، و قصد مقدم و محفوظ از قصد منقضی جداست. در جایی که
# ظرفیت معلوم نیست، فوریت یک بازه است. وزن‌ها و ماه‌ها در {rules} می‌آید."""
# key = ["target_id", "province_id", "other_id"]
# tally = "standing"
#
# [picture]
# kind = "map"
# caption = "What each province courts"
# caption_fa = "تعداد موارد در دست اقدام هر استان"
# of = ["province_id"]
#
# [parameters]
# limit = {}
# [parameters.province]
# help = "Only what this province is part of: a code or any of its names."
# help_fa = "تنها موارد این استان: کد یا هر یک از نام‌های آن."
# [parameters.rules]
# type = "file"
# help = "The TOML file of the plan, with the weights of the urgency, months and likeness (docs/pipeline.md)."
# help_fa = "فایل TOML تقسیم کار، با وزن‌های فوریت، تعداد ماه‌ها و همانندی ظرفیت‌ها (docs/pipeline.md)."
#
# [columns.target]
# type = "name"
# help = "the country or other target"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# [columns.province]
# type = "name"
# help = "the province that is farther, or first"
# caption_fa = "استان"
# [columns.stage]
# type = "word"
# help = "how far it is there"
# caption_fa = "مرحله"
# [columns.stage.words]
# contact = "ارتباط"
# idea = "پیشنهاد اولیه"
# proposed = "پیشنهادشده"
# negotiating = "در حال مذاکره"
# "perhaps in force" = "شاید برقرار"
# "in force" = "برقرار"
# [columns.standing]
# type = "word"
# help = "a registered intention, a lapsed one, a bare idea, a contact, or something in force"
# caption_fa = "وضعیت"
# [columns.standing.words]
# "in contact" = "در ارتباط"
# "bare idea" = "قصد ثبت‌نشده"
# lapsed = "قصد منقضی"
# registered = "قصد ثبت‌شده"
# "perhaps in force" = "شاید برقرار"
# "in force" = "برقرار"
# [columns.settled]
# type = "yes_no"
# help = "whether it has something in force there, too"
# caption = "In force too"
# caption_fa = "دارای رابطهٔ برقرار"
# detail = true
# [columns.known_since]
# type = "day"
# help = "the first day with evidence"
# caption = "Known since"
# caption_fa = "نخستین تاریخ"
# [columns.protected_until]
# type = "day"
# help = "the day up to which a registered intention is protected"
# caption = "Protected until"
# caption_fa = "محفوظ تا"
# empty = "none"
# [columns.other]
# type = "name"
# help = "the other province; none where nobody else is there"
# caption = "Other province"
# caption_fa = "استان دیگر"
# empty = "none"
# [columns.other_stage]
# type = "word"
# help = "how far that is"
# caption = "Stage of the other"
# caption_fa = "مرحلهٔ استان دیگر"
# empty = "none"
# [columns.other_stage.words]
# contact = "ارتباط"
# idea = "پیشنهاد اولیه"
# proposed = "پیشنهادشده"
# negotiating = "در حال مذاکره"
# "perhaps in force" = "شاید برقرار"
# "in force" = "برقرار"
# [columns.other_standing]
# type = "word"
# help = "what that is worth"
# caption = "Standing of the other"
# caption_fa = "وضعیت استان دیگر"
# empty = "none"
# detail = true
# [columns.other_standing.words]
# "in contact" = "در ارتباط"
# "bare idea" = "قصد ثبت‌نشده"
# lapsed = "قصد منقضی"
# registered = "قصد ثبت‌شده"
# "perhaps in force" = "شاید برقرار"
# "in force" = "برقرار"
# [columns.is_first]
# type = "yes_no"
# help = "whether the first has a registered, protected intention before the other"
# caption = "First"
# caption_fa = "مقدم"
# [columns.verdict]
# type = "verdict"
# help = "what the two would be to each other if all came about"
# caption_fa = "ارزیابی"
# blank = ["none"]
# [columns.meeting]
# type = "name"
# help = "the nearest place or office that both court or have"
# caption = "Where they meet"
# caption_fa = "محل رقابت"
# detail = true
# [columns.meeting_level]
# type = "level"
# help = "its level"
# caption = "Level"
# caption_fa = "سطح"
# detail = true
# [columns.rivalry_least]
# type = "share"
# help = "the least that R would be if all came about"
# caption = "R least"
# caption_fa = "حداقل R"
# empty = "none"
# detail = true
# [columns.rivalry_most]
# type = "share"
# help = "the most that R would be"
# caption = "R most"
# caption_fa = "حداکثر R"
# empty = "none"
# detail = true
# [columns.urgency_least]
# type = "number"
# help = "the least that the urgency can be"
# caption = "Urgency least"
# caption_fa = "حداقل فوریت"
# empty = "none"
# [columns.urgency_most]
# type = "number"
# help = "the most that the urgency can be"
# caption = "Urgency most"
# caption_fa = "حداکثر فوریت"
# empty = "none"
# [columns.ties]
# type = "ids"
# help = "ids of the ties and contacts of both there"
# caption_fa = "روابط"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# [columns.province_id]
# type = "id"
# help = "id of the province"
# caption_fa = "شناسهٔ استان"
# named_by = "province"
# [columns.other_id]
# type = "id"
# help = "id of the other province"
# caption_fa = "شناسهٔ استان دیگر"
# named_by = "other"
# empty = "none"
# [columns.meeting_id]
# type = "id"
# help = "id of where they meet"
# caption_fa = "شناسهٔ محل رقابت"
# named_by = "meeting"
# ///

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from graphmap.analysis.courting import Courting
from graphmap.analysis.courts import Courts
from graphmap.analysis.findings import Findings, list_doubts
from graphmap.analysis.intention import STANDINGS
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.urgency import MOVED, UrgencyWeights, read_convention
from graphmap.scales import VERDICTS, Level
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

FIRST_TOLD = 10
"""Of so many first pairs it is told whether other weights would change them."""


class Pipeline(Findings[Courting]):
    """What is courted; `entering` says of each moved weight how many of the `pairs` enter the first ten."""

    weights: UrgencyWeights
    months: int
    entering: tuple[int, ...]
    pairs: int
    standings: dict[str, int]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say the weights, what moving them would change, and how long an intention is protected."""
        weights = self.weights
        number = {name: language.number(getattr(weights, name), decimals=2) for name in weights.__slots__}
        most = max(self.entering, default=0)
        moved = language.words(
            "pipeline-moved", moved=language.number(MOVED, decimals=1), count=most, of=FIRST_TOLD
        )
        return (
            language.words("pipeline-weights", **number),
            *([moved] if self.pairs else []),
            language.words("pipeline-months", months=self.months),
        )

    def tell_whole(self) -> dict[str, Any]:
        """Return the weights, what moving them would change and how all stand, as JSON holds it."""
        return {
            "weights": {name: getattr(self.weights, name) for name in self.weights.__slots__},
            "months": self.months,
            "moved": MOVED,
            "entering_first_ten": list(self.entering),
            "standings": self.standings,
        }


def find_pipeline(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    province: str | None = None,
    rules: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Pipeline:
    """Find who courts what: each two provinces of which one has nothing in force yet there, or prepares more.

    Those of the strongest verdict come first, then of the greatest urgency (the middle of its range); who
    courts alone comes last. `rules` is the text of a TOML file (analysis/urgency.py).

    Raises Faults for what is wrong in it, GraphmapError for a level, day, sector, country or province that is
    none.
    """
    convention = read_convention(snapshot, rules)
    wanted = None if province is None else snapshot.directory.find("Province", province)
    selection = select_ties(snapshot, Scope(level, **asked), beside=True)
    found = [
        one
        for one in Courts(selection, convention).list_all()
        if wanted is None or wanted in (one.province.id, one.other and one.other.id)
    ]
    found.sort(key=rank_courting)
    unknown = list_doubts(selection, slice(None))
    pipeline = Pipeline(found[:limit], selection.scope, selection.counted, len(found), unknown)
    pipeline.weights, pipeline.months = convention.weights, convention.months
    pipeline.pairs = sum(one.other is not None for one in found)
    pipeline.entering = tuple(_count_entering(found, convention.weights))
    counts = Counter(one.intention.standing for one in found)
    pipeline.standings = {standing: counts[standing] for standing in STANDINGS if counts[standing]}
    return pipeline


def rank_courting(
    one: Courting, weights: UrgencyWeights | None = None
) -> tuple[bool, int, float, float, tuple[str, str, str]]:
    """Return what they are ordered by; with other weights, by the urgency that these give."""
    ids = one.target.id, one.province.id, one.other.id if one.other else ""
    urgency = one.urgency
    if weights is not None and one.rivalry is not None:
        urgency = weights.measure(one.rivalry, one.likeness, one.level)
    least, most = urgency or (0.0, 0.0)
    # Sums of the same terms in another order differ in their last digits, and decide no order.
    middle = round((least + most) / 2, 9)
    return one.other is None, -VERDICTS.index(one.verdict), -middle, -round(least, 9), ids


def _count_entering(found: Sequence[Courting], weights: UrgencyWeights) -> Iterator[int]:
    """Yield, for each moved weight, how many pairs are among the first that are not so as they stand."""
    pairs = [one for one in found if one.other is not None]

    def choose(by: UrgencyWeights) -> set[tuple[str, str, str]]:
        return {
            rank_courting(one, by)[-1]
            for one in sorted(pairs, key=lambda one: rank_courting(one, by))[:FIRST_TOLD]
        }

    first = choose(weights)
    yield from (len(choose(moved) - first) for moved in weights.move())
