"""Where the ties of two provinces overlap: the targets that both deal with, out of all that either does.

Measures (methods: Jaccard 1912; Szymkiewicz 1934 and Simpson 1943; Adamic and Adar 2003): with the sets A
and B of the targets of two provinces at one level, shared s = |A and B|, union u = |A or B|, Jaccard s / u,
share of the smaller s / min(|A|, |B|), rarity the sum over shared targets of 1 / ln k, with k the number of
provinces that have the target. A Jaccard at one level is never to be compared with one at another: it is not
monotone in the level. Rarity has no upper bound and measures no likeness: it is the order, since a target
that two of many have says more of these two than one that nearly all have.
"""

# /// question
# caption = "Pairs of provinces that deal with the same foreign targets"
# caption_fa = "جفت استان‌هایی که طرف‌های خارجی یکسان دارند"
# description = """
# “2 of 5” means: of the five targets that either deals with, both deal with two. First come pairs whose
# shared targets few other provinces have."""
# description_fa = """
# «۲ از ۵» یعنی از پنج طرفی که حداقل یکی از دو استان با آن رابطه دارد، دو طرف مشترک است. جفت‌هایی که طرف
# مشترکشان را کمتر استانی دارد، نخست می‌آیند."""
# key = ["province_ids"]
#
# [picture]
# kind = "bars"
# caption = "Shared partners of two provinces"
# caption_fa = "تعداد طرف‌های مشترک دو استان"
# of = ["provinces"]
# by = "shared"
#
# [parameters]
# limit = {default = 20}
# [parameters.min_shared]
# type = "whole"
# default = 2
# least = 1
# help = "Fewest targets shared."
# help_fa = "کمترین تعداد طرف‌های مشترک."
# [parameters.top]
# type = "whole"
# least = 1
# help = "Only so many pairs of each province, the first of its own; without it all."
# help_fa = "تنها همین تعداد جفت برای هر استان، از نخستین جفت‌های خود آن؛ بدون آن همه."
# [parameters.significance]
# type = "word"
# default = "no"
# words = {no = "خیر", yes = "بله", "fixed degrees" = "با تعداد ثابت", "configuration model" = "مدل پیکربندی"}
# help = """\
# Whether each pair shares more than chance lets expect, and by which null: with yes drawn tables below 200 \
# provinces, the model from there on."""
# help_fa = """\
# آیا هر جفت بیش از حد تصادف طرف مشترک دارد، و با کدام مبنا: «بله» یعنی کمتر از ۲۰۰ استان با نمونه‌گیری، و از \
# آن بیشتر با مدل."""
# [parameters.draws]
# type = "whole"
# least = 100
# most = 100000
# only_with = {significance = "yes|fixed degrees"}
# help = "How many tables are drawn; without it 40,000."
# help_fa = "تعداد جدول‌هایی که نمونه‌گیری می‌شود؛ بدون آن ۴۰٬۰۰۰."
# [parameters.seed]
# type = "whole"
# least = 0
# most = 4294967295
# only_with = {significance = "yes|fixed degrees"}
# help = "From where draws begin: the same seed draws the same; without it 1."
# help_fa = "عدد آغازین نمونه‌گیری: عدد یکسان، نتیجهٔ یکسان می‌دهد؛ بدون آن ۱."
# [parameters.province]
# help = "Only pairs with this province: a code or any of its names."
# help_fa = "تنها جفت‌های این استان: کد یا هر یک از نام‌های آن."
#
# [columns]
# provinces = {type = "names", help = "the two provinces", caption_fa = "استان‌ها"}
# shared = {type = "whole", help = "number of targets that both deal with", caption_fa = "تعداد مشترک"}
# [columns.of]
# type = "whole"
# help = "number of targets that either deals with"
# caption = "Of all"
# caption_fa = "از کل"
# [columns.expected]
# type = "number"
# help = "number of shared targets that chance lets expect"
# caption_fa = "مورد انتظار بر پایهٔ تصادف"
# where = {significance = ["yes", "fixed degrees", "configuration model"]}
# [columns.significance]
# type = "significance"
# help = "above chance (q below .05), leaning (p below .05), as expected, or too few ties to tell"
# caption = "More than chance?"
# caption_fa = "بیش از تصادف؟"
# where = {significance = ["yes", "fixed degrees", "configuration model"]}
# [columns.q]
# type = "number"
# help = "the same among all pairs tested (Benjamini and Hochberg)"
# caption = "Chance among all pairs (q)"
# caption_fa = "احتمال تصادف در میان همهٔ جفت‌ها (q)"
# where = {significance = ["yes", "fixed degrees", "configuration model"]}
# [columns.p]
# type = "number"
# help = "how likely at least so many are by chance"
# caption = "Chance of so many (p)"
# caption_fa = "احتمال تصادف (p)"
# detail = true
# where = {significance = ["yes", "fixed degrees", "configuration model"]}
# [columns.tested]
# type = "whole"
# help = "number of shared targets that count in the test: not those of joint acts of the two alone"
# caption_fa = "مشترک در آزمون"
# detail = true
# where = {significance = ["yes", "fixed degrees", "configuration model"]}
# [columns.targets]
# type = "names"
# help = "the shared targets"
# caption = "Shared partners"
# caption_fa = "طرف‌های مشترک"
# [columns.rarest]
# type = "whole"
# help = "number of provinces that have the rarest of the shared targets, which stands first"
# caption = "Provinces with the rarest"
# detail = true
# caption_fa = "تعداد استان‌ها نزد کمیاب‌ترین طرف"
# [columns.rarity]
# type = "number"
# help = "the order: sum of 1 / ln(number of provinces that have the target) over the shared targets"
# caption_fa = "کمیابی"
# detail = true
# [columns.jaccard]
# type = "share"
# help = "shared / of"
# caption = "Share of all"
# detail = true
# caption_fa = "نسبت مشترک به کل"
# [columns.smaller_share]
# type = "share"
# help = "shared / the number of targets of the province that has fewer"
# caption = "Share of the smaller"
# detail = true
# caption_fa = "سهم از روابط استان کوچک‌تر"
# [columns.presumed_only]
# type = "whole"
# help = "number of shared targets that are shared by presumption only"
# caption_fa = "مشترک با فرض تداوم"
# [columns.possible_only]
# type = "whole"
# help = "number of shared targets that are possibly shared only"
# caption_fa = "مشترک احتمالی"
# [columns.ties]
# type = "ids"
# help = "ids of the ties it rests on"
# caption_fa = "روابط"
# [columns.province_ids]
# type = "ids"
# help = "ids of the two provinces"
# caption_fa = "شناسهٔ استان‌ها"
# named_by = "provinces"
# [columns.target_ids]
# type = "ids"
# help = "ids of the shared targets"
# caption_fa = "شناسهٔ طرف‌های خارجی"
# named_by = "targets"
# ///

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from graphmap.analysis.chance import Tell
from graphmap.analysis.closest import keep_closest, keep_closest_of_each
from graphmap.analysis.findings import Findings, keep_doubts_of_sharing, list_doubts
from graphmap.analysis.overlap import Overlap, describe_overlap
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.sharing import NO_PAIRS, Pairs, SharingTable
from graphmap.analysis.significance import Significant, Tests, judge_pairs
from graphmap.errors import GraphmapError
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


class Overlaps(Findings[Overlap]):
    """Overlaps, and what came of all pairs where it was asked whether they are more than chance: `tests`."""

    tests: Tests | None

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say the null, and how many pairs came out how."""
        return () if self.tests is None else self.tests.sentences(language)

    def tell_whole(self) -> dict[str, Any]:
        """Return what came of the tests, where there were any, as JSON holds it."""
        return {} if self.tests is None else {"tests": self.tests.as_json()}


def find_overlaps(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    min_shared: int = 2,
    significance: Significant = "no",
    draws: int | None = None,
    seed: int | None = None,
    province: str | None = None,
    top: int | None = None,
    limit: int | None = 20,
    tell: Tell | None = None,
    **asked: Unpack[Asked],
) -> Overlaps:
    """Find the pairs of provinces that share targets at a level.

    Ranked: pairs that share two targets or more first; then by the rarity of what they share, by Jaccard, and
    by the ids. Without `as_of` the whole history counts. `province`, by id or any name, keeps the pairs of
    that one, without computing any other; `top` keeps so many pairs of each province, the first of its own,
    each pair once. At most `limit` pairs are returned (None: all); `.total` says how many there are,
    `.counted` which ties counted. With `significance` each pair is told to be more than chance or not, by the
    null of that name or the one that suits the size; all pairs are tested, whichever are listed. `draws` and
    `seed` are those of drawn tables; `tell` is told how many draws are done.

    Raises GraphmapError for a level, day, sector, country or province that is none, or min_shared below 1.
    """
    if min_shared < 1:
        raise GraphmapError(
            f"min_shared: {min_shared} would list pairs that share nothing; right would be 1 or more"
        )
    selection = select_ties(snapshot, Scope(level, **asked))
    table = SharingTable(selection)
    pairs, total = _choose_pairs(table, snapshot, min_shared, province, top, limit)
    tested, every = None, NO_PAIRS
    if significance != "no":
        every = Pairs.join(table.each_part(1))
        tested = judge_pairs(table, every, significance, draws, seed, tell)
    found = (
        describe_overlap(
            *(table, one, other),
            None if tested is None else tested.find_chance(every.find(one, other)),
        )
        for one, other in zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)
    )
    unknown = keep_doubts_of_sharing(list_doubts(selection, slice(None)), selection.scope)
    overlaps = Overlaps(found, selection.scope, selection.counted, total, unknown)
    overlaps.tests = None if tested is None else tested.tests
    return overlaps


def _choose_pairs(
    table: SharingTable,
    snapshot: Snapshot,
    least: int,
    province: str | None,
    top: int | None,
    limit: int | None,
) -> tuple[Pairs, int]:
    """Return the pairs that are asked for in their order, and how many there are beside."""
    if province is not None:
        row = table.find_row(snapshot.row(snapshot.directory.find("Province", province)))
        kept = NO_PAIRS if row is None else table.list_pairs_of(row, least)
        kept = kept.take(table.order_pairs(kept)[:top])
        total = len(kept)
    elif top is not None:
        kept = keep_closest_of_each(table, least, top)
        total = len(kept)
    else:
        kept, total = keep_closest(table.each_part(least), limit)
    return kept.take(table.order_pairs(kept)[:limit]), total
