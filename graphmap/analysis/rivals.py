"""Where provinces court one target for the same thing at the same time: contests, their pairs, or targets."""

# /// question
# caption = "Foreign targets that several provinces court for the same thing at the same time"
# caption_fa = "طرف‌های خارجی که چند استان هم‌زمان و در یک حوزه به آن‌ها روی آورده‌اند"
# description = """
# Each two provinces are judged at the nearest target that both have a tie with. A verdict is certain,
# presumed (a commitment of unknown end is taken to go on for some years), possible, complementary (different
# sectors), successive (not at the same time), joint (one act of both) or in contact. What the data do not say
# makes it possible, never certain."""
# description_fa = """
# هر دو استان در نزدیک‌ترین طرف خارجی‌ای سنجیده می‌شوند که هر دو با آن رابطه دارند. ارزیابی می‌تواند قطعی،
# با فرض تداوم (سندی که پایانش معلوم نیست تا چند سال پابرجا فرض می‌شود)، احتمالی، مکمل (در حوزه‌های متفاوت)،
# غیرهم‌زمان، اقدام مشترک (یک سند هر دو) یا در ارتباط باشد. آنچه داده‌ها نمی‌گویند رقابت را احتمالی می‌کند،
# نه قطعی."""
# key = ["target_id", "province_ids"]
# tally = "verdict"
#
# [picture]
# kind = "bars"
# caption = "Provinces at each contested partner"
# caption_fa = "تعداد استان‌ها نزد هر طرف محل رقابت"
# of = ["target"]
# by = "provinces"
# mark = "verdict"
# where = {by = ["contest", "target"]}
#
# [parameters]
# until = {}
# limit = {}
# [parameters.by]
# type = "word"
# default = "contest"
# words = {contest = "میدان رقابت", pair = "جفت استان", target = "طرف خارجی"}
# help = "What is listed: contests (where pairs meet), each pair, or each target with all its provinces."
# help_fa = "سطرهای پاسخ: میدان‌های رقابت (محل برخورد جفت‌ها)، تک‌تک جفت‌ها، یا هر طرف خارجی با همهٔ استان‌های آن."
#
# [columns]
# target = {type = "name", help = "the target", caption = "Partner", caption_fa = "طرف خارجی"}
# level = {type = "level", help = "how near it is", caption_fa = "سطح", where = {by = ["contest", "pair"]}}
# verdict = {type = "verdict", help = "the strongest verdict of its pairs", caption_fa = "ارزیابی"}
# provinces = {type = "whole", help = "number of provinces there", caption_fa = "تعداد استان‌ها"}
# ties = {type = "ids", help = "ids of the ties it rests on", caption_fa = "روابط"}
# [columns.effective]
# type = "number"
# help = "effective number of provinces, by ties in force"
# caption = "Effective provinces"
# detail = true
# where = {by = ["target"]}
# caption_fa = "تعداد مؤثر استان‌ها"
# [columns.crowding]
# type = "number"
# help = "share of the active sector-time with two provinces or more"
# where = {by = ["target"]}
# caption_fa = "تراکم"
# detail = true
# [columns.pairs]
# type = "names"
# help = "how many pairs have which verdict"
# where = {by = ["contest", "target"]}
# caption = "Verdicts of pairs"
# caption_fa = "ارزیابی جفت‌ها"
# empty = "none"
# [columns.who]
# type = "names"
# help = "the provinces there"
# caption = "Which provinces"
# caption_fa = "نام استان‌ها"
# [columns.sectors]
# type = "TIED_TO.sectors"
# help = "the sectors in which they meet; blank where those known are different ones"
# caption = "Common sectors"
# where = {by = ["contest", "pair"]}
# caption_fa = "حوزه‌های مشترک"
# empty = "told"
# [columns.since]
# type = "TIED_TO.since"
# help = "since when both are there"
# caption = "Both since"
# where = {by = ["pair"]}
# caption_fa = "آغاز هم‌زمانی"
# [columns.silent_since]
# type = "day"
# help = "last sign (of a year its first day) of ties possible only since it is old; else blank"
# caption = "Last sign, at the earliest"
# where = {by = ["pair"]}
# caption_fa = "زودترین تاریخ آخرین نشانه"
# empty = "none"
# [columns.least]
# type = "share"
# help = "the least share of rivalry, R"
# caption = "Rivalry at least"
# where = {by = ["pair"]}
# caption_fa = "حداقل سهم رقابت"
# [columns.most]
# type = "share"
# help = "the greatest share of rivalry, R"
# caption = "Rivalry at most"
# where = {by = ["pair"]}
# caption_fa = "حداکثر سهم رقابت"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# [columns.province_ids]
# type = "ids"
# help = "ids of the provinces there"
# caption_fa = "شناسهٔ استان‌ها"
# named_by = "who"
# ///

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Unpack, get_args, overload

import numpy as np

from graphmap.analysis.contests import Contest
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.findings import Finding, Findings, list_doubts
from graphmap.analysis.pairs import PAIRS_DESCRIBED, DescribedPairs, RivalPair, list_counts
from graphmap.analysis.ranked_contests import gather_contests, list_pairs
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.sole_contacts import SoleContact, SoleContacts, say_others
from graphmap.analysis.standing import count_at_targets, list_farther
from graphmap.analysis.standings import Squares
from graphmap.analysis.targets import Rivalry, describe_target, rank_targets
from graphmap.errors import GraphmapError
from graphmap.rubbish import collecting_nothing
from graphmap.scales import ABSENCE_ANSWERS, Level, Verdict
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

By = Literal["contest", "pair", "target"]
"""What is listed."""

SHOWN = 10
"""How many pairs, and how many sole contacts, a person is told."""

OPENED = 5
"""How many contests a person is shown the pairs of."""

AnyRivals = TypeVar("AnyRivals", bound=Finding, covariant=True)


class Rivals(Findings[AnyRivals]):
    """Contests, pairs or targets, and apart from them the `sole_contacts`: targets of one province.

    `pairs_at_targets` says how many pairs have which verdict: each two provinces at one target of the level
    asked for are one pair, by all that both have there. It is the figure of every page and document.
    `pairs_at_contests` counts them where they meet, each at the nearest targets of both, as contests list
    them (None where targets are listed). `farther` are the pairs that meet nearer, but are more at the whole
    target: rivals there by other ties.
    """

    alone: SoleContacts
    pairs_at_targets: dict[Verdict, int]
    pairs_at_contests: dict[Verdict, int] | None
    farther: Sequence[RivalPair]

    @property
    def sole_contacts(self) -> Findings[SoleContact]:
        """Return the targets of one province, described when they are asked for."""
        return self.alone.found

    def details(self, language: Language) -> tuple[str, ...]:
        """Say the first contests with their first pairs; where one country is asked for, those of targets."""
        said: list[str] = []
        contests = 0
        for one in self:
            if isinstance(one, Contest) and contests < OPENED:
                contests += 1
                said += [one.sentence(language), *_open(one, language)]
            elif isinstance(one, Rivalry) and self.scope.country is not None:
                said += _open(one, language)
        return tuple(said)

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say how many pairs there are, each once, and how they stand; name the first sole contacts."""
        return (*self._count_pairs(language), *self._name_farther(language), *self._name_alone(language))

    def _count_pairs(self, language: Language) -> Iterator[str]:
        mark, level = language.words("list-mark"), self.scope.level
        for name, counts in (("targets", self.pairs_at_targets), ("contests", self.pairs_at_contests)):
            if counts:
                said = mark.join(list_counts(counts.items(), language))
                yield language.words(f"told-pairs-at-{name}", level=level, counts=said)

    def _name_farther(self, language: Language) -> Iterator[str]:
        if not self.farther:
            return
        named = [pair.named(language) for pair in self.farther[:SHOWN]]
        listed = language.words("clause-mark").join(named)
        said = language.words("told-farther", level=self.scope.level, count=len(self.farther))
        more = len(self.farther) - SHOWN
        yield f"{said} {listed}" if more <= 0 else f"{said} {listed} {language.words('told-more', more=more)}"

    def _name_alone(self, language: Language) -> Iterator[str]:
        """Name the targets of one province: those of which a source tells that no other has any, the rest."""
        for answer in ABSENCE_ANSWERS:
            alone = [contact for contact in self.sole_contacts if contact.absence.answer == answer]
            if not alone:
                continue
            said = language.words("told-alone", count=len(alone), others=say_others(alone, language))
            yield f"{said} {language.words('list-mark').join(one.named(language) for one in alone[:SHOWN])}"
            if len(alone) > SHOWN:
                yield language.words("told-more", more=len(alone) - SHOWN)

    def tell_whole(self) -> dict[str, Any]:
        """Return the sole contacts and the counts of pairs, as JSON holds them."""
        return {
            "sole_contacts": [contact.as_json() for contact in self.sole_contacts],
            "pairs": {
                "at_targets": self.pairs_at_targets,
                "at_contests": self.pairs_at_contests,
                "farther": [pair.as_json() for pair in self.farther],
            },
        }


def _open(found: Contest | Rivalry, language: Language) -> list[str]:
    """Say the first pairs of a contest or target that has just been named, and how many more there are."""
    said = [f"- {pair.remark(language)}" for pair in found.list_pairs(SHOWN)]
    if (described := min(found.all_pairs, PAIRS_DESCRIBED)) > SHOWN:
        said.append(language.words("told-more", more=described - SHOWN))
    return said


@overload
def find_rivals(
    snapshot: Snapshot,
    level: Level = ...,
    *,
    by: Literal["contest"] = ...,
    limit: int | None = ...,
    **asked: Unpack[Asked],
) -> Rivals[Contest]: ...
@overload
def find_rivals(
    snapshot: Snapshot,
    level: Level = ...,
    *,
    by: Literal["pair"],
    limit: int | None = ...,
    **asked: Unpack[Asked],
) -> Rivals[RivalPair]: ...
@overload
def find_rivals(
    snapshot: Snapshot,
    level: Level = ...,
    *,
    by: Literal["target"],
    limit: int | None = ...,
    **asked: Unpack[Asked],
) -> Rivals[Rivalry]: ...
@collecting_nothing()
def find_rivals(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    by: By = "contest",
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Rivals[Any]:
    """Find where two provinces or more are, and judge each two of them.

    By `contest`: the targets at `level` and every finer one at which pairs meet that meet nowhere nearer, by
    verdict (the strongest first), nearness, number of pairs, R, and how lately they came to meet. By `pair`:
    the pairs of all contests in the same order, at most PAIRS_DESCRIBED of them unless `limit` says more. By
    `target`: every target of the level with all pairs of its provinces, by verdict, number of provinces, of
    ties, and id.

    On a day (`as_of`) the ties possibly in force then are held against each other; without it, the whole
    history: there two that never met in time are successive. Days, R, J, C and U run from the earliest known
    start to the day after `as_of`, or to `until` (the first day not counted); without either, open ends leave
    them unknown. `sector` and `country` narrow what is looked at. `.sole_contacts` lists the targets of one
    province, `.counted` which ties counted, `.total` how many there are before `limit`.

    Raises GraphmapError for a level, day, sector or country that is none, or a way to list that is none.
    """
    if by not in get_args(By):
        raise GraphmapError(
            f"by: {by!r} is no way to list rivals; right would be one of {', '.join(get_args(By))}"
        )
    scope = Scope(level, **asked)
    selection = select_ties(snapshot, scope, beside=True)
    division = divide_by_target(selection)
    found: Sequence[Any]
    if by == "target":
        squares = Squares(division)
        ranked = rank_targets(squares)
        found, total = (
            [describe_target(squares.find_block(one), level) for one in ranked[:limit]],
            len(ranked),
        )
    else:
        contests = gather_contests(snapshot, scope, division)
        judged = contests.in_any_order
        squares = judged.squares
        found, total = contests, len(contests)
        if by == "pair":
            found, total = list_pairs(contests, limit or PAIRS_DESCRIBED), judged.all_pairs
    unknown = list_doubts(selection, np.flatnonzero(selection.present))
    rivals = Rivals(found[:limit], selection.scope, selection.counted, total, unknown)
    rivals.alone = SoleContacts(division, unknown)
    rivals.pairs_at_targets = count_at_targets(squares)
    rivals.pairs_at_contests = None
    rivals.farther = DescribedPairs()
    if by != "target":
        rivals.pairs_at_contests = judged.count_verdicts()
        rivals.farther = list_farther(judged, PAIRS_DESCRIBED)
    return rivals
