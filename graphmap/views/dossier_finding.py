"""The finding of a dossier in three lines: who competes, where they meet, how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphmap.language import Language
from graphmap.scales import LEVELS, VERDICTS, Verdict, name_message
from graphmap.views.dossier_ground import Ground, Record, is_rivalry, list_pair_ties, say_absences
from graphmap.views.dossier_parts import Said, Subject
from graphmap.views.marks import strongest as strongest_of
from graphmap.views.pairs import ShownContest, ShownPair
from graphmap.views.short_dates import say_short_date
from graphmap.views.wording import say_choice

MOST_CONTESTS = 3
"""How many places of a contest the second line names."""


def say_finding(ground: Ground, subject: Subject, language: Language) -> tuple[Said, ...]:
    """Say what the matter is, in at most three lines."""
    say = {
        "country": _say_country,
        "province": _say_province,
        "border": _say_border,
        "pair": _say_pair,
    }[subject.kind]
    main, *more = (one for one in say(ground, subject, language) if one is not None)
    return (Said(main.text, main.ties, strong=True), *more)


def _say_country(ground: Ground, subject: Subject, one: Language) -> list[Said | None]:
    country = subject.ids[0]
    held = [record for record in ground.list_records(country) if record.holds]
    name = ground.name(country, one)
    there = [province for province, _ in Counter(record.province for record in held).most_common()]
    if not there:
        return _say_nothing(ground, (country,), "dossier-none-country", {"country": name}, one)
    counts = ground.pairs.count_verdicts(country)
    table = ground.pairs.tables.get(country)
    strongest = table.strongest if table else {}
    rivals = [province for province, verdict in strongest.items() if is_rivalry(verdict)]
    if rivals:
        return [
            _say_rivals(ground, "dossier-rivals-country", name, rivals, counts, _pairs(ground, country), one),
            _say_contests(ground, country, one),
            _say_certainty(ground, counts, held, one),
        ]
    ties = tuple(record.id for record in held)
    names = ground.list_names(there, one)
    if len(there) == 1:
        main = one.words("dossier-alone-country", country=name, province=names, ties=len(held))
        return [
            Said(main, ties),
            _say_others(ground, country, one),
            _say_certainty(ground, counts, held, one),
        ]
    main = one.words(
        "dossier-there-country",
        country=name,
        count=len(there),
        names=names,
        possible=counts.get("possible", 0),
    )
    return [Said(main, ties), _say_contests(ground, country, one), _say_certainty(ground, counts, held, one)]


def _say_province(ground: Ground, subject: Subject, one: Language) -> list[Said | None]:
    province = subject.ids[0]
    held = [record for record in ground.list_records(None, province) if record.holds]
    name = ground.name(province, one)
    if not held:
        return _say_nothing(ground, (province,), "dossier-none-province", {"province": name}, one)
    counts = ground.pairs.count_verdicts(None, province)
    others = ground.pairs.list_rivals(province)
    rivals = [other for other, verdict in others.items() if is_rivalry(verdict)]
    pairs = ground.pairs.list_pairs(None, province)
    countries = [country for country, _ in Counter(record.country for record in held).most_common()]
    if rivals:
        main = _say_rivals(ground, "dossier-rivals-province", name, rivals, counts, pairs, one)
    else:
        possible = sum(verdict == "possible" for verdict in others.values())
        text = one.words(
            "dossier-there-province",
            province=name,
            ties=len(held),
            count=len(countries),
            names=ground.list_names(countries, one),
            possible=possible,
        )
        main = Said(text, tuple(record.id for record in held))
    return [main, _say_where(ground, pairs, one), _say_certainty(ground, counts, held, one)]


def _say_border(ground: Ground, subject: Subject, one: Language) -> list[Said | None]:
    country = subject.ids[0]
    name, bordering = ground.name(country, one), ground.page.find_border_provinces(country)
    if not bordering:
        absence = ground.page.absences.judge("borders", country)
        return [Said(one.words("dossier-none-border", country=name)), Said(absence.sentence(one))]
    held = [r for r in ground.list_records(country) if r.holds and r.province in bordering]
    with_ties = [province for province in bordering if any(r.province == province for r in held)]
    text = one.words(
        "dossier-there-border",
        country=name,
        borders=len(bordering),
        count=len(with_ties),
        without=len(bordering) - len(with_ties),
        names=ground.list_names(with_ties, one) if with_ties else "",
    )
    lines: list[Said | None] = [Said(text, tuple(record.id for record in held))]
    pairs = [pair for pair in _pairs(ground, country) if set(pair.provinces) <= set(bordering)]
    rivals = [pair for pair in pairs if is_rivalry(pair.verdict)]
    if rivals:
        listed = list(dict.fromkeys(province for pair in rivals for province in pair.provinces))
        said = one.words(
            "dossier-rivals-border",
            names=ground.list_names(listed, one),
            verdict=_say_verdicts({pair.verdict for pair in rivals}, one),
            pairs=len({pair.provinces for pair in rivals}),
        )
        lines.append(Said(said, list_pair_ties(rivals)))
    elif possible := {pair.provinces for pair in pairs if pair.verdict == "possible"}:
        said = one.words("dossier-possible-border", pairs=len(possible))
        lines.append(Said(said, list_pair_ties(pair for pair in pairs if pair.verdict == "possible")))
    without = [province for province in bordering if province not in with_ties]
    if without:
        said = one.words("dossier-border-without", names=ground.list_names(without, one))
        rests = [found.text for found in say_absences(ground, [(one_of, country) for one_of in without], one)]
        lines.append(Said(" ".join([said, *rests])))
    elif held:
        lines.append(_say_certainty(ground, {}, held, one))
    return lines


def _say_pair(ground: Ground, subject: Subject, one: Language) -> list[Said | None]:
    first, second = subject.ids
    names = {"one": ground.name(first, one), "other": ground.name(second, one)}
    held = {
        province: [record for record in ground.list_records(None, province) if record.holds]
        for province in subject.ids
    }
    countries = {
        province: dict.fromkeys(record.country for record in records) for province, records in held.items()
    }
    ties = tuple(record.id for records in held.values() for record in records)
    if not all(held.values()):
        lacking = [province for province in subject.ids if not held[province]]
        return _say_nothing(ground, lacking, "dossier-none-pair", names, one)
    shared = [country for country in countries[first] if country in countries[second]]
    pairs = ground.pairs.list_pairs(None, first, second)
    strong = [pair for pair in pairs if is_rivalry(pair.verdict)]
    lines: list[Said | None] = []
    if strong:
        lead = strong[0]
        said = one.words(
            "dossier-rivals-pair",
            **names,
            count=len(strong),
            place=say_place(ground, lead, one),
            verdict=one.words(name_message("verdict", lead.verdict)),
            sectors=_say_sectors(lead, one),
            since=0 if lead.since is None else 1,
            date=say_short_date(lead.since, one) if lead.since else "",
        )
        lines.append(Said(said, list_pair_ties(strong)))
    else:
        possible = [pair for pair in pairs if pair.verdict == "possible"]
        places = one.list_names([say_place(ground, pair, one) for pair in possible[:MOST_CONTESTS]] or [""])
        said = one.words("dossier-there-pair", **names, possible=len(possible), places=places)
        lines.append(Said(said, list_pair_ties(possible) or ties))
    union = len({*countries[first], *countries[second]})
    said = one.words(
        "dossier-shared-pair",
        **names,
        shared=len(shared),
        union=union,
        names=ground.list_names(shared, one) if shared else "",
    )
    lines.append(Said(said, ties))
    apart = []
    for province, other in (subject.ids, reversed(subject.ids)):
        alone = [country for country in countries[province] if country not in countries[other]]
        if alone:
            named = ground.list_names(alone, one, 5)
            apart.append(one.words("dossier-apart-pair", province=ground.name(province, one), names=named))
    if apart:
        lines.append(Said(one.words("clause-mark").join(apart) + ".", ties))
    return lines


# ---------------------------------------------------------------------------- lines


def _say_nothing(
    ground: Ground, places: Sequence[str], message: str, names: dict[str, str], one: Language
) -> list[Said | None]:
    """Say that nothing is recorded, on what that rests, and which ties could be it."""
    if message == "dossier-none-pair":
        names = {**names, "lacking": ground.list_names(places, one)}
    absence = ground.page.absences.judge("ties", *places)
    asides = " ".join(absence.list_asides(one))
    return [
        Said(one.words(message, **names)),
        Said(absence.sentence(one)),
        Said(asides, absence.ties) if asides else None,
    ]


def _say_others(ground: Ground, country: str, one: Language) -> Said:
    """Say whether it can be told that no other province has a document in a country of one."""
    absence = ground.page.absences.judge("ties", country)
    if absence.answer == "cannot tell":
        return Said(one.words("dossier-others-cannot-tell"))
    named = one.list_names([source.in_language(one) for source in absence.sources])
    return Said(one.words("dossier-others-none", sources=named))


def _say_rivals(
    ground: Ground,
    message: str,
    name: str,
    rivals: Sequence[str],
    counts: dict[Verdict, int],
    pairs: Sequence[ShownPair],
    one: Language,
) -> Said:
    strong = [pair for pair in pairs if is_rivalry(pair.verdict)]
    text = one.words(
        message,
        name=name,
        count=len(rivals),
        names=ground.list_names(rivals, one, 10),
        verdict=_say_verdicts({verdict for verdict in counts if is_rivalry(verdict)}, one),
        pairs=sum(count for verdict, count in counts.items() if is_rivalry(verdict)),
        all=sum(counts.values()),
    )
    return Said(text, list_pair_ties(strong))


def _say_verdicts(verdicts: set[Verdict], one: Language) -> str:
    ranked = sorted(verdicts, key=VERDICTS.index, reverse=True)
    return one.list_names([one.words(f"dossier-word-{verdict}") for verdict in ranked])


def _say_contests(ground: Ground, country: str, one: Language) -> Said | None:
    """Name the nearest places at which the strongest pairs of a country meet."""
    contests = [
        contest
        for contest in ground.pairs.contests
        if contest.country == country and contest.verdict != "none"
    ]
    if not contests:
        return None
    strongest = max((contest.verdict for contest in contests), key=VERDICTS.index)
    if VERDICTS.index(strongest) < VERDICTS.index("possible"):
        return None

    def rank(contest: ShownContest) -> tuple[int, int]:
        return LEVELS.index(contest.level), -dict(contest.verdicts)[strongest]

    best = sorted((c for c in contests if strongest in dict(c.verdicts)), key=rank)
    if best[0].target == country:
        return Said(one.words("dossier-only-country"), list_pair_ties(_pairs(ground, country)))
    said = [
        one.words(
            "dossier-contest",
            place=ground.name(contest.target, one),
            pairs=dict(contest.verdicts)[strongest],
        )
        for contest in best[:MOST_CONTESTS]
        if contest.target != country
    ]
    text = one.words(_name_contests(strongest), places=one.list_names(said))
    ties = list_pair_ties(
        pair for pair in _pairs(ground, country) if pair.target in {contest.target for contest in best}
    )
    return Said(text, ties)


def _name_contests(strongest: Verdict) -> str:
    return "dossier-contests" if is_rivalry(strongest) else "dossier-contests-possible"


def _say_where(ground: Ground, pairs: Sequence[ShownPair], one: Language) -> Said | None:
    """Name the places at which a province meets others, those of the strongest verdict."""
    strongest = strongest_of(pair.verdict for pair in pairs)
    if VERDICTS.index(strongest) < VERDICTS.index("possible"):
        return None
    there: dict[str, list[ShownPair]] = {}
    for pair in pairs:
        if pair.verdict == strongest:
            there.setdefault(pair.target, []).append(pair)
    best = sorted(there.values(), key=lambda some: (LEVELS.index(some[0].level), -len(some)))[:MOST_CONTESTS]
    said = [
        one.words("dossier-contest", place=say_place(ground, some[0], one), pairs=len(some)) for some in best
    ]
    text = one.words(_name_contests(strongest), places=one.list_names(said))
    return Said(text, list_pair_ties(pair for some in best for pair in some))


def _say_certainty(
    ground: Ground, counts: dict[Verdict, int], held: Sequence[Record], one: Language
) -> Said | None:
    """Say how sure it is, and what the documents do not say that would settle it."""
    lacking = {
        what: sum(bool({what, *also} & set(record.unknown)) for record in held)
        for what, also in (("end", ("dates",)), ("start", ("dates",)), ("sectors", ()))
    }
    clauses = []
    if counts.get("certain"):
        clauses.append(one.words("dossier-certain", pairs=counts["certain"]))
    elif counts:
        clauses.append(one.words("dossier-none-certain"))
    if any(lacking.values()):
        named = [
            one.words(f"dossier-lacks-{what}", count=count, of=len(held))
            for what, count in lacking.items()
            if count
        ]
        clauses.append(one.words("dossier-lacks", of=len(held), list=one.list_names(named)))
    if not clauses:
        return None
    text = one.words("clause-mark").join(clauses)
    text = text[0].upper() + text[1:] + "."
    if lacking["end"] and ground.as_of is not None and ground.presume:
        text += " " + one.words("dossier-presumed", years=ground.presume)
    return Said(text, tuple(record.id for record in held))


def say_place(ground: Ground, pair: ShownPair, one: Language) -> str:
    """Name where two meet, with the country where that is not said by the name."""
    if pair.target == pair.country:
        return one.words("dossier-place-country", country=ground.name(pair.country, one))
    names = {"place": ground.name(pair.target, one), "country": ground.name(pair.country, one)}
    return one.words("dossier-place", **names)


def _say_sectors(pair: ShownPair, one: Language) -> str:
    if not pair.sectors:
        return one.words("unknown")
    return one.list_names([say_choice(one, "TIED_TO", "sectors", sector) for sector in pair.sectors])


def _pairs(ground: Ground, country: str) -> list[ShownPair]:
    return ground.pairs.list_pairs(country)
