"""What would overturn a verdict: which tie, source or date, if it were otherwise, and which document tells.

Each finding is two provinces at a whole target, judged by all that both have there. Every single change of a
tie that bears on it is tried by the rule that judges everything else; where none turns the verdict, two at
once are searched for.
"""

# /// question
# caption = "What would overturn a verdict, and which documents to fetch first"
# caption_fa = "چه چیزی ارزیابی را دگرگون می‌کند و کدام سند را باید زودتر دید"
# description = """
# For each two provinces that are or may be rivals at a target: the ties, dates, sectors and sources whose
# change would turn the verdict, each with the verdict that it would give, what takes least first. Every
# single change is tried; where none turns it, two at once are searched for. With {by=document} come the
# documents whose reading could settle most verdicts; each weighs the sum of one over the places of these in
# the ranking."""
# description_fa = """
# برای هر دو استانی که نزد یک طرف خارجی رقیب‌اند یا شاید باشند: روابط، تاریخ‌ها، حوزه‌ها و منابعی که تغییرشان
# ارزیابی را دگرگون می‌کند، همراه با ارزیابی تازه؛ آنچه ساده‌تر است در آغاز می‌آید. همهٔ تغییرهای تکی آزموده
# می‌شود و اگر هیچ‌یک کافی نباشد، دو تغییر هم‌زمان جست‌وجو می‌شود. با {by=document} اسنادی فهرست می‌شود که
# دیدنشان بیشترین ارزیابی‌ها را روشن می‌کند؛ وزن هر سند، مجموع معکوس رتبهٔ آن ارزیابی‌هاست."""
# key = ["ties"]
#
# [picture]
# kind = "bars"
# caption = "Verdicts that each document could settle"
# caption_fa = "تعداد ارزیابی‌هایی که هر سند روشن می‌کند"
# of = ["document"]
# by = "settled"
# where = {by = ["document"]}
#
# [parameters]
# until = {}
# limit = {}
# [parameters.first]
# type = "whole"
# least = 1
# help = "Look at the first so many findings alone: it takes as much less time, and documents are of these."
# help_fa = "تنها این تعداد از نخستین موارد بررسی شود: زمان کمتری می‌برد و اسناد نیز برای همین موارد است."
# [parameters.by]
# type = "word"
# default = "finding"
# words = {finding = "یافته", "sole contact" = "وابسته به یک استان", document = "سند"}
# help = """
# What is listed: two provinces each with what would turn their verdict, partners of one province alone with
# what would end that, or the documents that could settle most verdicts of two provinces."""
# help_fa = """
# سطرهای پاسخ: هر دو استان با آنچه ارزیابی آن‌ها را دگرگون می‌کند، طرف‌های وابسته به یک استان با آنچه به این
# وضع پایان می‌دهد، یا اسنادی که بیشترین ارزیابی‌های دو استان را روشن می‌کنند."""
# [parameters.verdict]
# type = "verdict"
# help = "Only findings of this verdict; without it, certain, presumed and possible rivalries."
# help_fa = "تنها یافته‌هایی با این ارزیابی؛ بدون آن، رقابت‌های قطعی، با فرض تداوم و احتمالی."
# [parameters.province]
# help = "Only findings of this province: a code or any of its names."
# help_fa = "تنها یافته‌های این استان: کد یا هر یک از نام‌های آن."
#
# [columns.rank]
# type = "whole"
# help = "place of the finding among all"
# caption_fa = "رتبه"
# where = {by = ["finding", "sole contact"]}
# [columns.target]
# type = "name"
# help = "the target"
# caption = "Partner"
# caption_fa = "طرف خارجی"
# where = {by = ["finding", "sole contact"]}
# [columns.who]
# type = "names"
# help = "the two provinces, or the one that is alone there"
# caption = "Which provinces"
# caption_fa = "نام استان‌ها"
# where = {by = ["finding", "sole contact"]}
# [columns.verdict]
# type = "verdict"
# help = "what the two are to each other there"
# caption_fa = "ارزیابی"
# where = {by = ["finding"]}
# [columns.changes]
# type = "names"
# help = "what would turn it, each with the verdict that it would give; what takes least first"
# caption = "What would turn it"
# caption_fa = "آنچه آن را دگرگون می‌کند"
# where = {by = ["finding", "sole contact"]}
# empty = "none"
# [columns.needs]
# type = "whole"
# help = "how many changes it takes: one, or two together"
# caption = "Changes needed"
# caption_fa = "تعداد تغییر لازم"
# where = {by = ["finding", "sole contact"]}
# empty = "none"
# [columns.document]
# type = "name"
# help = "the document, named by its tie"
# caption_fa = "سند"
# where = {by = ["document"]}
# [columns.settled]
# type = "whole"
# help = "how many verdicts it could settle"
# caption = "Verdicts settled"
# caption_fa = "ارزیابی‌های روشن‌شونده"
# where = {by = ["document"]}
# [columns.weight]
# type = "number"
# help = "sum of one over the places of these verdicts in the ranking"
# caption_fa = "وزن"
# where = {by = ["document"]}
# [columns.fields]
# type = "word"
# help = "what it would have to tell"
# caption = "To be told"
# caption_fa = "آنچه باید بگوید"
# where = {by = ["document"]}
# [columns.fields.words]
# until = "پایان"
# sectors = "حوزه‌ها"
# since = "آغاز"
# attested = "برقراری در آن روز"
# stage = "مرحله"
# [columns.number]
# type = "text"
# help = "register number of the document, where it has one"
# caption_fa = "شمارهٔ ثبت"
# where = {by = ["document"]}
# empty = "unknown"
# [columns.url]
# type = "text"
# help = "address of the document or of a page about the tie"
# caption = "Address"
# caption_fa = "نشانی"
# where = {by = ["document"]}
# empty = "unknown"
# detail = true
# [columns.ties]
# type = "ids"
# help = "ids of the ties it rests on"
# caption_fa = "روابط"
# [columns.sources]
# type = "ids"
# help = "ids of the sources that the ties rest on now"
# caption_fa = "منابع"
# where = {by = ["document"]}
# detail = true
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# where = {by = ["finding", "sole contact"]}
# [columns.province_ids]
# type = "ids"
# help = "ids of the provinces"
# caption_fa = "شناسهٔ استان‌ها"
# named_by = "who"
# where = {by = ["finding", "sole contact"]}
# ///

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Unpack, get_args

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.findings import Findings, list_doubts, name_place
from graphmap.analysis.overturning import (
    Called,
    Document,
    Overturn,
    TieName,
    list_learnable,
    sort_fields,
)
from graphmap.analysis.pairs import PAIRS_DESCRIBED, JudgedPair, JudgedPairs, RivalPair, rank_pair
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.sole_contacts import SoleContact, list_contacts
from graphmap.analysis.turning import find_turning
from graphmap.errors import GraphmapError
from graphmap.scales import RIVALRY, VERDICTS, Level, Verdict
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

By = Literal["finding", "sole contact", "document"]

SHOWN = 5
"""How many documents a person is told beside the findings."""


class Overturns(Findings[Any]):
    """Findings with what would turn them, or documents; `documents` are those worth fetching first.

    `looked_at` of `there` findings were looked at, the first ones.
    """

    documents: tuple[Document, ...]
    looked_at: int
    there: int

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say how many were looked at, and the first documents."""
        message = "overturn-looked-at" if self.looked_at == self.there else "overturn-looked-at-first"
        said = [language.words(message, looked=self.looked_at, there=self.there)]
        if self.documents and not (self and isinstance(self[0], Document)):
            said.append(language.words("overturn-documents", count=len(self.documents)))
            said += [f"- {one.sentence(language)}" for one in self.documents[:SHOWN]]
        return tuple(said)

    def tell_whole(self) -> dict[str, Any]:
        """Return the documents worth fetching first, as JSON holds them, and how many were looked at."""
        return {"documents": [one.as_json() for one in self.documents], "looked_at": self.looked_at}


def find_overturn(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    by: By = "finding",
    verdict: Verdict | None = None,
    province: str | None = None,
    first: int | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Overturns:
    """Find what would turn the verdict on each two provinces at a target of a level.

    The pairs are those of `find_rivals(by="target")`, in the order of its pairs; at most PAIRS_DESCRIBED are
    looked at, or the `first` so many, which takes less time. With by="sole contact" they are the findings of
    `find_sole_contacts`, and what would end that a province is alone. `.documents` lists what could settle
    verdicts: acts and ties of which a field that would turn one is not known.

    Raises GraphmapError for a level, day, sector, country or province that is none, or another way to list.
    """
    if by not in get_args(By):
        raise GraphmapError(
            f"by: {by!r} is no way to list what overturns; right would be one of {', '.join(get_args(By))}"
        )
    scope = Scope(level, **asked)
    wanted = None if province is None else snapshot.directory.find("Province", province)
    selection = select_ties(snapshot, scope, beside=True)
    some: Sequence[JudgedPair | SoleContact]
    if by == "sole contact":
        some = [
            one for one in list_contacts(divide_by_target(selection)) if wanted in (None, one.province.id)
        ]
    else:
        some = _list_pairs([*divide_by_target(selection)], level, verdict, wanted)
    found = describe_turns(snapshot, selection.scope, some[: min(first or PAIRS_DESCRIBED, PAIRS_DESCRIBED)])
    documents = tuple(_list_documents(snapshot, found))
    listed: list[Any] = [*documents] if by == "document" else found
    total = len(documents) if by == "document" else len(some)
    unknown = list_doubts(selection, np.flatnonzero(selection.present))
    overturns = Overturns(listed[:limit], selection.scope, selection.counted, total, unknown)
    overturns.documents, overturns.looked_at, overturns.there = documents, len(found), len(some)
    return overturns


def _list_pairs(
    blocks: Iterable[Block], level: Level, verdict: Verdict | None, province: str | None
) -> list[JudgedPair]:
    """Return the pairs of some verdicts, ranked as rivals are."""
    codes = [VERDICTS.index(one) for one in ((*RIVALRY, "possible") if verdict is None else (verdict,))]
    found: list[JudgedPair] = []
    for block in blocks:
        judged = block.judged
        chosen = np.isin(judged.strength, codes) & judged.meet
        if province is not None:
            own = np.array([one.id == province for one in block.provinces], bool)
            chosen &= own[:, None] | own[None, :]
        if chosen.any():
            found += JudgedPairs(block, judged, level).choose(None, chosen)
    found.sort(key=lambda pair: -VERDICTS.index(pair.verdict))
    first = sorted(found[:PAIRS_DESCRIBED], key=rank_pair)
    return [*first, *found[PAIRS_DESCRIBED:]]


def describe_turns(
    snapshot: Snapshot, scope: Scope, some: Iterable[JudgedPair | RivalPair | SoleContact]
) -> list[Overturn]:
    """Return of pairs, or of sole contacts, at targets of the level of a scope what would turn them."""
    told = [one.described if isinstance(one, JudgedPair) else one for one in some]
    provinces = [(one.province,) if isinstance(one, SoleContact) else one.provinces for one in told]
    rows = [[snapshot.row(one.id) for one in who] for who in provinces]
    asked = [
        (snapshot.row(one.target.id), own, other[0] if other else NOTHING)
        for one, (own, *other) in zip(told, rows, strict=True)
    ]
    found: list[Overturn] = []
    for place, turning in enumerate(find_turning(snapshot, scope, asked)):
        edits = [edit for turn in (*turning.changes, *turning.together) for edit in turn.edits]
        called = _call(
            snapshot,
            {tie for edit in edits for tie in edit.ties},
            {edit.source for edit in edits if edit.source},
        )
        found.append(
            Overturn(
                rank=place + 1,
                target=told[place].target,
                level=told[place].level,
                provinces=provinces[place],
                verdict=turning.verdict,
                changes=turning.changes,
                together=turning.together,
                ties=told[place].ties,
                unknown=told[place].unknown,
                called=called,
            )
        )
    return found


def _list_documents(snapshot: Snapshot, found: Iterable[Overturn]) -> list[Document]:
    """Return the documents that could settle verdicts, those that weigh most first."""
    ties = snapshot.ties
    settles: defaultdict[str, set[int]] = defaultdict(set)
    fields: defaultdict[str, set[str]] = defaultdict(set)
    rest_on: defaultdict[str, set[int]] = defaultdict(set)
    for one in found:
        for tie, field in list_learnable(one):
            row = ties.find(tie)
            key = ties.documents[row] or tie
            settles[key].add(one.rank)
            fields[key].add(field)
            rest_on[key].add(row)
    documents = []
    for key, rows in rest_on.items():
        some = sorted(rows)
        documents.append(
            Document(
                number=ties.documents[some[0]],
                ties=tuple(ties.ids[row] for row in some),
                fields=sort_fields(fields[key]),
                settles=tuple(sorted(settles[key])),
                url=next((url for row in some if (url := ties.urls[row])), None),
                sources=tuple(dict.fromkeys(source for row in some for source in ties.sources[row])),
                called=_call_tie(snapshot, some[0]),
            )
        )
    return sorted(documents, key=lambda one: (-one.weight, -len(one.settles), one.ties))


def _call(snapshot: Snapshot, ties: Iterable[str], sources: Iterable[str]) -> Called:
    known = snapshot.sources
    rows = {source: known.find(source) for source in sources}
    return Called(
        {tie: _call_tie(snapshot, snapshot.ties.find(tie)) for tie in ties},
        {one: Name(known.names[row], known.names_fa[row] or "") for one, row in rows.items() if row >= 0},
    )


def _call_tie(snapshot: Snapshot, row: int) -> TieName:
    ties = snapshot.ties
    own, start, target = int(ties.province[row]), int(ties.start[row]), int(ties.target[row])
    whose = (own, start) if own not in (NOTHING, start) else (start,)
    province, *place = (name_place(snapshot, one) for one in whose)
    return TieName(ties.kinds[row], province, name_place(snapshot, target), *place)
