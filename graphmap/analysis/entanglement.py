"""How home's provinces are entangled with neighbours: at each border who is there, who else, by what.

A dyad is a province and what it borders on: a region, or at the level of countries the whole country; at
finer levels the regions again, with ties that reach that level alone. Whether the province is there is told
as a gap is (analysis/expecting.py): a commitment there holds certainly or by presumption, none is recorded by
a source that lists such ties whole, or it cannot be told. Others are there by such commitments alone.
"""

# /// question
# caption = "Entanglement: who is there across each border, and who comes from farther away"
# caption_fa = "درهم‌تنیدگی: چه استان‌هایی در آن سوی هر مرز رابطه دارند و کدام از دورتر آمده‌اند"
# description = """
# Each border of a province with a foreign region or country: its own ties there, those of other provinces,
# joint acts, missions and crossings. Bypassed: nothing of the border province is recorded there, by a source
# that lists such ties whole, and a province that does not border the place is there; perhaps bypassed: no
# source lists them whole. Crossings are those that a source names; whether there are others, or any, cannot
# be told."""
# description_fa = """
# هر مرز یک استان با استان یا کشور خارجی: روابط خود آن استان در آنجا، روابط استان‌های دیگر، اقدام‌های مشترک،
# نمایندگی‌ها و گذرگاه‌ها. «پیشی گرفتن استان دورتر» یعنی از استان مرزی، بنا بر منبعی که فهرست کامل می‌دهد،
# رابطه‌ای در آنجا ثبت نشده و استانی که با آنجا هم‌مرز نیست رابطه دارد؛ «احتمالاً» یعنی چنین منبعی نیست.
# گذرگاه‌ها آن‌هایی است که منبعی نام برده است؛ از بود و نبود گذرگاه دیگر نمی‌توان سخن گفت."""
# key = ["province_id", "target_id"]
#
# [picture]
# kind = "map"
# caption = "Borders of each province at which a farther one bypasses it, or may"
# caption_fa = "تعداد مرزهای هر استان که استان دورتر در آن پیشی گرفته یا شاید پیشی گرفته باشد"
# of = ["province_id"]
# rows = {standing = ["bypassed", "perhaps bypassed"]}
# where = {by = ["border"]}
#
# [parameters]
# limit = {}
# [parameters.level]
# default = "region"
# [parameters.by]
# type = "word"
# default = "border"
# words = {border = "مرز", neighbour = "کشور همسایه"}
# help = "What is listed: each border of a province, or each neighbouring country."
# help_fa = "سطرهای پاسخ: هر مرز یک استان، یا هر کشور همسایه."
# [parameters.province]
# help = "Only borders of this province: a code or any of its names."
# help_fa = "تنها مرزهای این استان: کد یا هر یک از نام‌های آن."
#
# [columns.province]
# type = "name"
# help = "the border province"
# caption_fa = "استان مرزی"
# empty = "none"
# [columns.target]
# type = "name"
# help = "the region or country that it borders on"
# caption = "Across the border"
# caption_fa = "آن سوی مرز"
# [columns.standing]
# type = "word"
# help = "how the border province stands there"
# caption_fa = "وضعیت استان مرزی"
# where = {by = ["border"]}
# [columns.standing.words]
# bypassed = "پیشی گرفتن استان دورتر"
# "perhaps bypassed" = "احتمالاً پیشی گرفتن استان دورتر"
# "others there" = "تنها حضور استان‌های مرزی دیگر"
# "cannot tell" = "با داده‌های موجود نمی‌توان گفت"
# "none recorded" = "ثبت نشده است"
# tied = "دارای رابطه"
# [columns.km]
# type = "number"
# help = "length of the border in kilometres"
# caption = "Border (km)"
# caption_fa = "طول مرز (کیلومتر)"
# empty = "none"
# [columns.border_provinces]
# type = "whole"
# help = "number of provinces that border it"
# caption_fa = "تعداد استان‌های مرزی"
# where = {by = ["neighbour"]}
# [columns.tied]
# type = "whole"
# help = "how many of these have ties there"
# caption = "Tied of these"
# caption_fa = "دارای رابطه از آن میان"
# where = {by = ["neighbour"]}
# [columns.across]
# type = "whole"
# help = "number of ties of border provinces there"
# caption = "Ties across"
# caption_fa = "روابط استان مرزی در آنجا"
# [columns.contacts]
# type = "whole"
# help = "number of their visits, contacts and meetings there"
# caption_fa = "دیدارها و رویدادها"
# detail = true
# [columns.elsewhere]
# type = "whole"
# help = "number of its ties elsewhere in the country, or with the country as a whole"
# caption = "Elsewhere in the country"
# caption_fa = "روابط در جای دیگر آن کشور"
# where = {by = ["border"]}
# [columns.passed]
# type = "whole"
# help = "number of borders with its regions at which a farther province is, and the border province is not"
# caption = "Borders passed by"
# caption_fa = "تعداد مرزهای پیشی‌گرفته"
# where = {by = ["neighbour"]}
# [columns.others]
# type = "whole"
# help = "number of other provinces that are there"
# caption_fa = "تعداد استان‌های دیگر"
# where = {by = ["border"]}
# [columns.who]
# type = "names"
# help = "the other provinces that are there"
# caption = "Other provinces there"
# caption_fa = "استان‌های دیگر در آنجا"
# empty = "none"
# where = {by = ["border"]}
# [columns.farther]
# type = "names"
# help = "those of them that do not border it"
# caption = "From farther away"
# caption_fa = "از میان آن‌ها استان‌های دورتر"
# empty = "none"
# [columns.rivals]
# type = "whole"
# help = "number of pairs of provinces that are certain or presumed rivals there"
# caption = "Rival pairs"
# caption_fa = "جفت‌های رقیب"
# where = {by = ["neighbour"]}
# [columns.joint]
# type = "whole"
# help = "number of pairs that stand there by joint acts alone"
# caption = "Joint pairs"
# caption_fa = "جفت‌های دارای اقدام مشترک"
# where = {by = ["neighbour"]}
# [columns.joint_with]
# type = "names"
# help = "provinces with which it has a part in a joint act there"
# caption_fa = "اقدام مشترک با"
# empty = "none"
# where = {by = ["border"]}
# [columns.acts]
# type = "texts"
# help = "documents of the joint acts there"
# caption = "Joint acts"
# caption_fa = "اقدام‌های مشترک"
# empty = "none"
# detail = true
# [columns.crossings]
# type = "names"
# help = "crossings on the border that a source names; whether there are others, or any, cannot be told"
# caption_fa = "گذرگاه‌ها"
# empty = "unknown"
# [columns.missions]
# type = "ids"
# help = "missions of home there, and of the country in the province, open or of unknown status"
# caption_fa = "نمایندگی‌ها"
# empty = "none"
# detail = true
# [columns.ties]
# type = "ids"
# help = "ids of the ties it rests on"
# caption_fa = "روابط"
# empty = "none"
# [columns.sources]
# type = "ids"
# help = "ids of the sources of the border, and of those that give the answer"
# caption_fa = "منابع"
# empty = "none"
# detail = true
# [columns.province_id]
# type = "id"
# help = "id of the province"
# caption_fa = "شناسهٔ استان"
# named_by = "province"
# empty = "none"
# [columns.target_id]
# type = "id"
# help = "id of the region or country"
# caption_fa = "شناسهٔ آن سوی مرز"
# named_by = "target"
# [columns.who_ids]
# type = "ids"
# help = "ids of the other provinces there"
# caption_fa = "شناسهٔ استان‌های دیگر"
# named_by = "who"
# empty = "none"
# where = {by = ["border"]}
# ///

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal, Unpack, get_args

import numpy as np

from graphmap.analysis.borders import Borders
from graphmap.analysis.dyad import STANDINGS, Standing, rank_dyad
from graphmap.analysis.expecting import Expecting
from graphmap.analysis.findings import Findings, list_doubts
from graphmap.analysis.neighbour import rank_neighbour
from graphmap.analysis.rivals import find_rivals
from graphmap.analysis.scope import Asked, Scope
from graphmap.errors import GraphmapError
from graphmap.scales import Level, name_message
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

By = Literal["border", "neighbour"]
"""What is listed."""


class Entanglement(Findings[Any]):
    """Dyads or neighbours; `standings` says how many of all borders stand how."""

    standings: dict[Standing, int]

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say how the borders stand, the bypassed first; nothing where there is none."""
        if not self.standings:
            return (language.words("dyad-no-borders"),)
        counts = (
            language.words(
                "dyad-count", standing=language.words(name_message("standing", standing)), borders=count
            )
            for standing, count in self.standings.items()
        )
        total = sum(self.standings.values())
        return (
            language.words("dyad-counts", borders=total, counts=language.words("list-mark").join(counts)),
        )

    def tell_whole(self) -> dict[str, Any]:
        """Return how the borders stand, as JSON holds it."""
        return {"standings": dict(self.standings)}


def find_entanglement(
    snapshot: Snapshot,
    level: Level = "region",
    *,
    by: By = "border",
    province: str | None = None,
    limit: int | None = None,
    **asked: Unpack[Asked],
) -> Entanglement:
    """Find at each border of a province who is there, or for each neighbouring country, how they meet there.

    By `border`: each province with each region that it borders on; at the level of countries with each
    country; at a finer one with each region, by ties that reach that level. By `neighbour`: each country that
    a province borders on. Ordered by standing, farther provinces, others, length, ids; neighbours by how many
    provinces are there. Without `as_of` the whole history counts.

    Raises GraphmapError for a level, day, sector, country or province that is none, or a way to list that is
    none.
    """
    if by not in get_args(By):
        right = " or ".join(get_args(By))
        raise GraphmapError(f"by: {by!r} is no way to list borders; right would be {right}")
    wanted = None if province is None else snapshot.row(snapshot.directory.find("Province", province))
    expecting = Expecting(snapshot, Scope(level, **asked))
    borders = Borders(expecting)
    found: list[Any]
    if by == "border":
        found = sorted(borders.list_dyads(level != "country", wanted), key=rank_dyad)
        counted = Counter(dyad.standing for dyad in found)
    else:
        verdicts = {one.target.id: dict(one.verdicts) for one in find_rivals(snapshot, by="target", **asked)}
        found = sorted(borders.list_neighbours(verdicts, wanted), key=rank_neighbour)
        counted = Counter(dyad.standing for one in found for dyad in one.dyads)
    selection = expecting.selection
    unknown = list_doubts(selection, np.flatnonzero(selection.present))
    entanglement = Entanglement(found[:limit], selection.scope, selection.counted, len(found), unknown)
    entanglement.standings = {one: counted[one] for one in STANDINGS if counted[one]}
    return entanglement
