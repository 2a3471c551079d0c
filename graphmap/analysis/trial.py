"""What ties that do not exist would do: new and deeper rivalries, overlaps, gaps, what the plan says."""

# /// question
# caption = "Trial: what a tie would do before it is signed"
# caption_fa = "سنجش: اثر یک رابطه پیش از امضا"
# description = """
# Ties that do not exist are tried, and nothing is stored: with whom the province would be a rival and was
# not, where it would add to a rivalry, who is there already, which gap it fills or opens, which checks it
# would fail, and who leads there by the plan in force, or else by the one that is worked out."""
# description_fa = """
# روابطی که هنوز وجود ندارد سنجیده می‌شود و چیزی ثبت نمی‌شود: استان با کدام استان‌ها رقیب می‌شود، رقابت با کدام‌ها
# بیشتر می‌شود، چه استان‌هایی از پیش آنجا هستند، کدام خلأ پر یا ایجاد می‌شود، با کدام
# قاعده ناسازگار است و استان پیشگام آنجا، بنا بر تقسیم کار در حال اجرا یا محاسبهٔ تازه، کدام است."""
# key = ["effect", "province_id", "other_id", "target_id", "gap", "check"]
# tally = "effect"
#
# [parameters]
# limit = {}
# [parameters.file]
# type = "file"
# positional = true
# help = "A CSV of ties: province, target, kind, sectors, since, document; those of one document are one act."
# help_fa = "فایل CSV روابط: استان، طرف خارجی، نوع، حوزه، از تاریخ، سند؛ روابط یک سند یک اقدام است."
# [parameters.tie]
# type = "text"
# help = "One tie: PROVINCE;TARGET;KIND;SECTORS;SINCE;DOCUMENT, sectors joined by |; the last three at will."
# help_fa = """
# یک رابطه: استان، طرف خارجی، نوع، حوزه‌ها، آغاز، سند، جداشده با «;»؛ حوزه‌ها با «|»؛ سه بخش آخر اختیاری."""
# [parameters.rules]
# type = "file"
# help = "The rules of the plan that is looked at, as graphmap plan takes them (docs/plan.md)."
# help_fa = "قواعد تقسیم کار، چنان‌که graphmap plan می‌گیرد (docs/plan.md)."
#
# [columns.effect]
# type = "word"
# help = "what the tie would do"
# caption_fa = "اثر"
# [columns.effect.words]
# "new rivalry" = "رقابت تازه"
# "more rivalry" = "افزایش رقابت"
# "fails check" = "ناسازگار با قاعده"
# "possible rivalry" = "رقابت احتمالی"
# "lead elsewhere" = "استان پیشگام دیگر"
# "own tie" = "رابطهٔ موجود استان"
# "there already" = "حضور پیشین"
# beside = "در کنار هم"
# "opens gap" = "ایجاد خلأ"
# "fills gap" = "رفع خلأ"
# leads = "استان پیشگام"
# [columns.province]
# type = "name"
# help = "the province of the tried tie"
# caption_fa = "استان"
# [columns.other]
# type = "name"
# help = "the other province that it concerns"
# caption = "Other"
# caption_fa = "استان دیگر"
# empty = "none"
# [columns.target]
# type = "name"
# help = "where: the nearest target that both have, or what the gap is about"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# [columns.before]
# type = "verdict"
# help = "what the two are to each other there now"
# caption = "Now"
# caption_fa = "اکنون"
# empty = "none"
# [columns.after]
# type = "verdict"
# help = "what they would be"
# caption = "With it"
# caption_fa = "با آن"
# empty = "none"
# [columns.sectors]
# type = "TIED_TO.sectors"
# help = "sectors in which they would meet"
# caption_fa = "حوزه‌ها"
# empty = "none"
# [columns.since]
# type = "TIED_TO.since"
# help = "since when both would meet there: the later start of the two ties"
# caption = "Both since"
# caption_fa = "آغاز هم‌زمانی"
# empty = "told"
# [columns.gap]
# type = "gap-sort"
# help = "the gap that is filled or opened"
# caption_fa = "خلأ"
# empty = "none"
# [columns.check]
# type = "word"
# help = "the check that it would fail"
# caption_fa = "قاعده"
# empty = "none"
# [columns.check.words]
# "same counterpart" = "طرف خارجی مشترک"
# "double ties" = "رابطهٔ تکراری"
# "far future" = "تاریخ دور"
# "same city" = "شهر مشترک"
# "sister city taken" = "خواهرخواندهٔ استان دیگر"
# "level of the parties" = "سطح دو طرف"
# "event without day" = "رویداد بدون تاریخ دقیق"
# "crowded sector" = "حوزهٔ پرتراکم"
# [columns.severity]
# type = "word"
# help = "how grave the check is"
# caption_fa = "اهمیت"
# empty = "none"
# words = {error = "خطا", warning = "هشدار", note = "نکته"}
# [columns.ties]
# type = "ids"
# help = "ids of the ties that are there"
# caption_fa = "روابط"
# empty = "none"
# [columns.sources]
# type = "ids"
# help = "ids of the sources of borders, missions and trade that it rests on"
# caption_fa = "منابع"
# empty = "none"
# detail = true
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
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# ///

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Unpack

from graphmap.analysis.effect import EFFECTS, Effect
from graphmap.analysis.failing import list_failing
from graphmap.analysis.findings import Findings, PlaceName, list_doubts
from graphmap.analysis.gap import Gap
from graphmap.analysis.gaps import find_gaps
from graphmap.analysis.lead_there import find_lead
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.tried_ties import Taken, read_tried
from graphmap.analysis.trying import There, Trial, try_tie
from graphmap.scales import PRESUMED_YEARS, RIVALRY, Level
from graphmap.schema import Tie
from graphmap.store.snapshot import NOTHING, Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


class Trials(Findings[Effect]):
    """The effects of tried ties, what speaks against them first; `tried` says whose, with whom, which day.

    `whole` are all effects, listed or not.
    """

    whole: tuple[Effect, ...]
    tried: tuple[tuple[PlaceName, PlaceName, date], ...]
    taken: tuple[Taken, ...]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say what was tried, on which day, and that nothing is stored."""
        said = [
            language.words(
                "effect-tried",
                province=province.in_language(language),
                target=target.in_language(language),
                day=day,
                against=sum(one.province == province and one.speaks_against for one in self.whole),
            )
            for province, target, day in self.tried
        ]
        said += [one.sentence(language) for one in self.taken]
        return (*said, language.words("trial-nothing-stored"))


def find_trial(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    tie: str | None = None,
    file: str | None = None,
    rules: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Trials:
    """Try ties that do not exist, all together, on a day or when each surely began if that is later.

    `tie` is one in a line, `file` the text of a table of them (analysis/tried_ties.py), `rules` those of the
    plan. What pairs are to each other is told where they meet nearest, whatever `level` says.

    Raises Faults for what is wrong in them, QuestionError where neither is given, GraphmapError for a level,
    day, sector or country that is none.
    """
    selection = select_ties(snapshot, Scope(level, **asked))
    scope = selection.scope
    ties, taken = read_tried(snapshot, tie, file, scope.as_of)
    tried = tuple(_try_all(snapshot, ties, scope.as_of, asked.get("presume", PRESUMED_YEARS)))
    found = [effect for trial in tried for effect in _list_effects(snapshot, trial, ties, rules, scope)]
    found = list(dict.fromkeys(found))
    found.sort(key=lambda one: EFFECTS.index(one.effect))
    unknown = list_doubts(selection, slice(None)) if scope.as_of is not None else ()
    trials = Trials(found[:limit], scope, selection.counted, len(found), unknown)
    trials.whole = tuple(found)
    trials.taken = taken
    trials.tried = tuple((one.province, one.target, one.as_of) for one in tried)
    return trials


def _try_all(snapshot: Snapshot, ties: tuple[Tie, ...], day: date | None, presume: int) -> Iterator[Trial]:
    for one in ties:
        beside = tuple(other for other in ties if other is not one)
        yield try_tie(snapshot, one, day or date.min, presume, beside)


def _list_effects(
    snapshot: Snapshot, trial: Trial, ties: tuple[Tie, ...], rules: str | None, scope: Scope
) -> Iterator[Effect]:
    tried = {one.identity for one in ties}
    yield from _list_pairs(trial, tried)
    for failing in list_failing(trial, scope.as_of, scope.presume):
        yield Effect(
            "fails check",
            trial.province,
            failing.target,
            check=failing.check,
            others=failing.others,
            sectors=failing.sectors,
            ties=tuple(one for one in failing.ties if one not in tried),
        )
    yield from _list_there(trial)
    yield from _list_gaps(snapshot, trial, scope)
    yield from _ask_plan(snapshot, trial, rules, scope)


def _list_pairs(trial: Trial, tried: set[str]) -> Iterator[Effect]:
    for change in trial.changes:
        pair = change.pair
        if pair.verdict in RIVALRY:
            effect = "more rivalry" if change.before in RIVALRY else "new rivalry"
        else:
            effect = "possible rivalry" if pair.verdict == "possible" else "beside"
        yield Effect(
            effect,  # type: ignore[arg-type]
            trial.province,
            pair.target,
            next(one for one in pair.provinces if one.id != trial.province.id),
            change.before,
            pair.verdict,
            pair,
            sectors=pair.sectors,
            ties=tuple(one for one in pair.ties if one not in tried),
            unknown=pair.unknown,
        )


def _list_there(trial: Trial) -> Iterator[Effect]:
    """Yield who has ties with the very target, or what lies in or round it, short of a country."""
    at: dict[tuple[str, str], list[There]] = {}
    for one in trial.there:
        if one.nearness == 0 or (one.nearness == 1 and trial.target != trial.country):
            at.setdefault((one.province.id, one.target.id), []).append(one)
    for (province, _), ties in at.items():
        own = province == trial.province.id
        yield Effect(
            "own tie" if own else "there already",
            trial.province,
            ties[0].target,
            None if own else ties[0].province,
            ties=tuple(one.id for one in ties),
            perhaps=all(one.certainty == "possible" for one in ties),
        )


def _list_gaps(snapshot: Snapshot, trial: Trial, scope: Scope) -> Iterator[Effect]:
    """Yield what gaps of its country the tie fills and opens."""

    def find(held: Snapshot) -> dict[tuple[str, str, str], Gap]:
        found: dict[tuple[str, str, str], Gap] = {}
        for level in ("country", "region"):
            asked = {"as_of": trial.as_of, "country": trial.country.id, "presume": scope.presume}
            for one in find_gaps(held, level, **asked):  # type: ignore[arg-type]
                province = "" if one.province is None else one.province.id
                found[one.gap, province, one.target.id] = one
        return found

    before, after = find(snapshot), find(trial.after)
    for effect, some, others in (("fills gap", before, after), ("opens gap", after, before)):
        for key in some.keys() - others.keys():
            gap = some[key]
            yield Effect(
                effect,  # type: ignore[arg-type]
                trial.province,
                gap.target,
                gap.province if gap.province != trial.province else None,
                gap=gap.gap,
                ties=tuple(one for one in gap.ties if snapshot.ties.find(one) != NOTHING),
                sources=tuple(one for one in gap.sources if one in snapshot.sources),
                perhaps=gap.answer == "cannot tell",
            )


def _ask_plan(snapshot: Snapshot, trial: Trial, rules: str | None, scope: Scope) -> Iterator[Effect]:
    """Yield who leads toward its country, by the plan in force or as things stand without the tie."""
    country = snapshot.row(trial.country.id)
    led, kept = find_lead(snapshot, country, rules, trial.as_of, scope.presume)
    if led is None or led.lead is None:
        return
    own = led.lead.id == trial.province.id
    yield Effect(
        "leads" if own else "lead elsewhere",
        trial.province,
        trial.country,
        None if own else led.lead,
        ties=led.ties,
        sources=led.sources,
        perhaps=led.choice == "committee chooses",
        plan=None if kept is None else kept.called,
    )
