"""Partners that a province might consider: where others have ties and it has none, each factor told.

Suggestions are prompts for a talk, and no forecast. Known ties are hidden and suggested anew to tell how
often such suggestions are right (analysis/evaluation.py); that stands beside every answer.
"""

# /// question
# caption = "Suggestions: partners that a province might consider"
# caption_fa = "پیشنهاد شریک: طرف‌های خارجی در خور بررسی برای هر استان"
# description = """
# Partners of which no tie of the province is known, ranked by how many provinces like it have them, or as
# {by} says, with each factor: who is there, border, mission, trade, contacts, distance. Known ties are hidden
# and suggested anew to tell how often that is right. These are prompts for discussion and no forecast;
# countries without diplomatic relations are left out."""
# description_fa = """
# طرف‌هایی که رابطه‌ای از استان با آن‌ها ثبت نشده است، به ترتیب رابطهٔ استان‌های مشابه با آن‌ها یا آنچه {by}
# می‌گوید، همراه با هر عامل: استان‌های حاضر، مرز، نمایندگی، مبادلات، ارتباط و فاصله. برای سنجش درستی، بخشی از
# روابط موجود پنهان و دوباره پیشنهاد می‌شود. این موارد برای بررسی است و پیش‌بینی نیست؛ کشورهای بدون روابط
# دیپلماتیک کنار گذاشته می‌شود."""
# key = ["province_id", "target_id"]
#
# [picture]
# kind = "bars"
# caption = "Provinces already there"
# caption_fa = "تعداد استان‌های حاضر"
# of = ["province", "target"]
# by = "others"
#
# [parameters]
# limit = {}
# province = {positional = true}
# [parameters.by]
# type = "word"
# default = "alike"
# help = "What suggestions are ranked by."
# help_fa = "مبنای ترتیب پیشنهادها."
# [parameters.by.words]
# alike = "استان‌های مشابه"
# attachment = "تعداد روابط دو طرف"
# popularity = "تعداد استان‌های حاضر"
# nearness = "نزدیکی"
# gravity = "تعداد روابط نسبت به فاصله"
# [parameters.top]
# type = "whole"
# default = 5
# least = 1
# most = 100
# help = "Suggestions for each province at most."
# help_fa = "حداکثر تعداد پیشنهاد برای هر استان."
# [parameters.repeats]
# type = "whole"
# default = 100
# least = 1
# most = 1000
# help = "How many times known ties are hidden to tell how often suggestions are right."
# help_fa = "تعداد دفعات پنهان کردن روابط موجود برای سنجش درستی پیشنهادها."
# [parameters.seed]
# type = "whole"
# default = 1
# least = 0
# help = "From which seed it is drawn what is hidden."
# help_fa = "عدد آغازین انتخاب تصادفی موارد پنهان."
#
# [columns.province]
# type = "name"
# help = "the province"
# caption_fa = "استان"
# [columns.place]
# type = "whole"
# help = "place among the suggestions for the province"
# caption = "Rank"
# caption_fa = "رتبه"
# [columns.target]
# type = "name"
# help = "the country or other target"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# [columns.others]
# type = "whole"
# help = "how many other provinces have ties there"
# caption = "Provinces there"
# caption_fa = "استان‌های حاضر"
# [columns.like]
# type = "names"
# help = "those of them that share most partners with the province"
# caption = "Most alike of them"
# caption_fa = "مشابه‌ترین آن‌ها"
# empty = "none"
# [columns.border]
# type = "yes_no"
# help = "whether the province borders on it; unknown where no source lists borders whole"
# caption_fa = "مرز"
# [columns.mission]
# type = "yes_no"
# help = "whether it has an open mission in the province; unknown where no source lists missions whole"
# caption_fa = "نمایندگی"
# [columns.trade]
# type = "yes_no"
# help = "whether trade of the province with it is on record; unknown where no source lists such trade whole"
# caption_fa = "مبادلات"
# [columns.contact]
# type = "yes_no"
# help = "whether the province is in contact there, without a document"
# caption = "Contact on record"
# caption_fa = "ارتباط ثبت‌شده"
# [columns.km]
# type = "whole"
# help = "kilometres from the province to the nearest place there whose position is known"
# caption = "Distance (km)"
# caption_fa = "فاصله (کیلومتر)"
# [columns.answer]
# type = "absence"
# help = "whether none is recorded though a source lists such ties whole, or that cannot be told"
# caption = "Tie"
# caption_fa = "رابطه"
# [columns.own]
# type = "whole"
# help = "how many partners the province has"
# caption = "Partners it has"
# caption_fa = "طرف‌های خود استان"
# detail = true
# [columns.alike]
# type = "number"
# help = "how alike the provinces there are: 1 / ln of the holders of each partner shared, added up"
# caption = "Likeness"
# caption_fa = "همانندی"
# detail = true
# [columns.attachment]
# type = "number"
# help = "partners of the province times provinces of the partner"
# caption_fa = "حاصل‌ضرب روابط"
# detail = true
# [columns.gravity]
# type = "number"
# help = "the same over the distance in kilometres"
# caption_fa = "کشش"
# detail = true
# [columns.ties]
# type = "ids"
# help = "ids of the ties of other provinces there, and of events of the province itself"
# caption_fa = "روابط"
# empty = "none"
# [columns.sources]
# type = "ids"
# help = "ids of the sources of border, mission and trade, and of lists that have no tie"
# caption_fa = "منابع"
# empty = "none"
# detail = true
# [columns.province_id]
# type = "id"
# help = "id of the province"
# caption_fa = "شناسهٔ استان"
# named_by = "province"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# ///

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from graphmap.analysis.evaluation import (
    REPEATS,
    SEED,
    Evaluation,
    evaluate_hidden,
    evaluate_later,
)
from graphmap.analysis.findings import Findings, PlaceName, list_doubts, list_names, name_place
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.scoring import SCORES, Score
from graphmap.analysis.suggesting import Candidates
from graphmap.analysis.suggestion import Suggestion
from graphmap.errors import GraphmapError
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


class Suggestions(Findings[Suggestion]):
    """Suggestions, with how often such are right: `hidden` by a share drawn, `later` by time (None: cannot).

    `barred` are the targets left out since there are no diplomatic relations with their country.
    """

    by: Score
    hidden: Evaluation | None
    later: Evaluation | None
    barred: tuple[PlaceName, ...]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say how often such suggestions are right, and what they are not."""
        said = [language.words("suggest-prompt")]
        for one in (self.hidden, self.later):
            if one is not None:
                said += one.sentences(self.by, language)
        if self.hidden is None:
            said.append(language.words("suggest-untold"))
        if self.later is None:
            said.append(language.words("suggest-untold-later"))
        if self.barred:
            names = list_names(self.barred, language)
            said.append(language.words("suggest-barred", count=len(self.barred), names=names))
        return tuple(said)

    def tell_whole(self) -> dict[str, Any]:
        """Return how often such are right, as JSON holds it, and which provinces nothing is suggested to."""
        return {
            "evaluation": {
                "by": self.by,
                "hidden": None if self.hidden is None else self.hidden.as_json(),
                "later": None if self.later is None else self.later.as_json(),
            },
            "barred": [one.id for one in self.barred],
        }


def find_suggest(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    province: str | None = None,
    by: Score = "alike",
    top: int = 5,
    repeats: int = REPEATS,
    seed: int = SEED,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Suggestions:
    """Find partners that provinces might consider, and how often such suggestions are right (methods 4).

    For each province (or the one given, by id or any name) at most `top`, ranked by a score of
    analysis/scoring.py. `.hidden` and `.later` tell what came of hiding known pairs of this scope.

    Raises GraphmapError for a level, day, sector, country, province or score that is none, or for more pairs
    than can be ranked.
    """
    if by not in SCORES:
        raise GraphmapError(f"'{by}' ranks no suggestions; right would be one of {', '.join(SCORES)}")
    for name, given in (("top", top), ("repeats", repeats)):
        if given < 1:
            raise GraphmapError(f"{name}: {given} would tell nothing; right would be 1 or more")
    wanted = None if province is None else snapshot.row(snapshot.directory.find("Province", province))
    selection = select_ties(snapshot, Scope(level, **asked))
    field = Candidates(snapshot, selection.scope)
    rows = list(range(len(field.provinces))) if wanted is None else [field.row_of[wanted]]
    columns = field.narrow(selection.scope.country)
    found = list(field.rank(rows, by, top, columns))
    found.sort(key=lambda one: (one.place, -one.scores[by], one.province.id))
    unknown = list_doubts(selection, slice(None)) if selection.scope.as_of is not None else ()
    suggestions = Suggestions(found[:limit], selection.scope, selection.counted, len(found), unknown)
    suggestions.by = by
    suggestions.barred = tuple(
        name_place(snapshot, field.targets[column]) for column in field.barred if columns[column]
    )
    suggestions.hidden, suggestions.later = _evaluate(field, top, repeats, seed)
    return suggestions


def evaluate_suggestions(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    top: int = 5,
    repeats: int = REPEATS,
    seed: int = SEED,
    **asked: Unpack[Asked],
) -> tuple[Evaluation | None, Evaluation | None]:
    """Tell how often suggestions are right: by hiding a share of known pairs, and by hiding later ones.

    Each is None where there are too few pairs to tell. Raises as `find_suggest` does.
    """
    return _evaluate(Candidates(snapshot, Scope(level, **asked)), top, repeats, seed)


def _evaluate(
    field: Candidates, top: int, repeats: int, seed: int
) -> tuple[Evaluation | None, Evaluation | None]:
    """Evaluate among the provinces and targets that have any tie."""
    held = np.ix_(field.held.any(axis=1), field.held.any(axis=0))
    first, latest = field.find_days()
    table, km = field.held[held], field.km[held]
    hidden = evaluate_hidden(table, km, top, repeats, seed)
    return hidden, evaluate_later(table, first[held], latest[held], km, top)
