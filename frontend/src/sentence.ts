// The sentence of a choice, made when it is asked for: as graphmap/views/sentence.py makes it, from the same messages.

import { findChosen, inSector } from "./chosen";
import { type Facts, findDate, findName, findWord, type Pair } from "./facts";
import { LEVELS, MOST_LINES, MOST_NAMES, RIVALRY, type Verdict, VERDICTS } from "./generated";
import { drawVerdictMark, findStrongest } from "./marks";
import { type Counts, findOther, findPairs, keepFirst } from "./pairs";
import { findSpeaker } from "./say";
import { listProvinces, type State } from "./state";

/** Show the sentences for what is chosen, the first large, the others below it. */
export function startSentence(frame: Element, facts: Facts): (state: State, chosen?: unknown, shown?: Facts) => void {
  const main = frame.querySelector("[data-sentence]");
  const more = frame.querySelector("[data-more]");
  return (state, _, shown = facts) => {
    const [first = "", ...lines] = writeLines(shown, state);
    main?.replaceChildren(...drawLine(first));
    more?.replaceChildren(...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.append(...drawLine(line));
      return paragraph;
    }));
  };
}

/** A line in words, with the verdict that it tells where it tells one: its mark stands before it. */
type Line = string | readonly [string, Verdict];

function drawLine(line: Line): (Element | string)[] {
  if (typeof line === "string") return [line];
  const mark = drawVerdictMark(line[1]);
  return mark ? [mark, line[0]] : [line[0]];
}

/** Write the lines for a choice, the headline first, in words alone. */
export function writeSentences(facts: Facts, state: State): readonly string[] {
  return writeLines(facts, state).map((line) => typeof line === "string" ? line : line[0]);
}

function writeLines(facts: Facts, state: State): readonly Line[] {
  const teller = tell(facts, state);
  const [one = "", other = ""] = listProvinces(state);
  const lines = one && other ? teller.sayTwo(one, other)
    : one && state.country ? teller.sayCell(one, state.country)
    : state.country ? teller.sayCountry(state.country)
    : one ? teller.sayProvince(one)
    : teller.sayAll();
  const [first = ""] = lines;
  if (state.sector) lines[0] = typeof first === "string" ? teller.saySector(first) : [teller.saySector(first[0]), first[1]];
  return [...lines, ...teller.sayBasis()];
}

interface Teller {
  readonly sayAll: () => Line[];
  readonly sayCountry: (country: string) => Line[];
  readonly sayProvince: (province: string) => Line[];
  readonly sayCell: (province: string, country: string) => Line[];
  readonly sayTwo: (one: string, other: string) => Line[];
  readonly saySector: (sentence: string) => string;
  readonly sayBasis: () => string[];
}

function tell(facts: Facts, state: State): Teller {
  const speaker = findSpeaker(facts, state.lang);
  const { at, say } = speaker;
  const chosen = findChosen(facts, state);
  const pairs = findPairs(facts, state);
  const ties = facts.ties.filter((tie) => chosen.ties.has(tie.index));
  const name = (place: string): string => findName(facts, place, at);
  const list = (names: readonly string[]): string => speaker.list(names, MOST_NAMES);
  const listNames = (places: Iterable<string>): string => list([...new Set(places)].map(name).sort(speaker.compare));
  const sayLines = (numbers: readonly number[]): string[] => numbers.flatMap((number) => facts.lines[number]?.[at] ?? []);
  const ground = (place: string): NonNullable<Facts["grounds"][string]> | undefined => facts.grounds[place];
  const sayGround = (place: string, brief = false): string[] => {
    const found = ground(place);
    return found ? sayLines([found.sentence, ...(brief ? [] : found.notes), ...found.open_ties, ...found.passing]) : [];
  };
  const sector = facts.sectors.indexOf(state.sector);
  const sayWord = (what: string, number: number): string => findWord(facts, what, number, at);
  const sayVerdict = (verdict: Verdict): string => sayWord("verdict", VERDICTS.indexOf(verdict));

  const listClasses = (counts: Counts): readonly Verdict[] => {
    const found = RIVALRY.filter((verdict) => counts[verdict]);
    return found.length ? found : (["possible"] as const).filter((verdict) => counts[verdict]);
  };
  const sayRest = (counts: Counts): Line[] => {
    if (!RIVALRY.some((verdict) => counts[verdict])) return [];
    const open = ties.filter((tie) => tie.row.until < 0).length;
    return [
      ...(!counts.certain && open ? [say("sentence-none-certain", { open, ties: ties.length, others: ties.length - open })] : []),
      ...(counts.possible ? [[say("sentence-possible-more", { count: counts.possible }), "possible"] as const] : []),
    ];
  };
  const sayJoint = (): Line[] => {
    const named = chosen.pairs.filter((pair) => pairs.verdictOf(pair) === "joint")
      .map((pair) => pair.provinces.map(name).sort(speaker.compare).join(" – "));
    return named.length ? [[say("sentence-joint", { names: list([...new Set(named)]) }), "joint"]] : [];
  };
  const sayPair = (pair: Pair, withVerdict: boolean): string => {
    const { since, day, listed, first } = pair.row;
    const shown = state.sector && pair.verdicts[pairs.selection] !== "possible"
      ? pair.sectors.filter((word) => word === state.sector) : pair.sectors;
    const said = withVerdict ? [sayVerdict(pairs.verdictOf(pair))] : [];
    if (shown.length) said.push(speaker.list(shown.map((word) => sayWord("sector", facts.sectors.indexOf(word)))));
    if (since >= 0) said.push(say("pair-since", { date: findDate(facts, since, at) }));
    else if (day >= 0) said.push(say(listed ? "pair-listed" : "pair-since-latest", { day: findDate(facts, day, at) }));
    if (pair.target !== pair.country) said.push(say("sentence-met", { target: name(pair.target) }));
    if (first >= 0) said.push(say("pair-first", { province: name(pair.provinces[first as 0 | 1]) }));
    return said.join(say("clause-mark"));
  };
  const bordering = (country: string): readonly string[] =>
    facts.provinces.filter((province) => facts.borders[province]?.includes(country)).sort();

  return {
    sayAll: () => {
      if (!ties.length) return [say("sentence-none"), ...sayGround(facts.home, true)];
      const counts = pairs.countVerdicts();
      const lines = listClasses(counts).map((verdict): Line => {
        const found = facts.countries
          .map((country) => [country, pairs.countVerdicts(country)[verdict] ?? 0] as const)
          .filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
        const names = list(found.map(([country, count]) => say("sentence-counted", { name: name(country), count })));
        return [say(`sentence-rivals-${verdict}`, { count: counts[verdict] ?? 0, names }), verdict];
      });
      const courting = new Map<string, Set<string>>();
      for (const tie of ties) courting.set(tie.country, (courting.get(tie.country) ?? new Set()).add(tie.province));
      return [
        ...lines, ...sayRest(counts),
        say("sentence-all", {
          ties: ties.length, provinces: chosen.provinces.size, countries: courting.size,
          shared: [...courting.values()].filter((found) => found.size > 1).length,
        }),
        ...(state.sector ? [] : sayLines(facts.gaps)),
      ];
    },
    sayCountry: (country) => {
      const counts = pairs.countVerdicts(country);
      const lines = listClasses(counts).map((verdict): Line => {
        const provinces = facts.provinces.filter((province) => [...pairs.listRivals(province, country).values()].includes(verdict));
        return [say(`sentence-country-${verdict}`, {
          country: name(country), provinces: provinces.length, pairs: counts[verdict] ?? 0, names: listNames(provinces),
        }), verdict];
      });
      const met = new Map<string, Pair[]>();
      for (const pair of chosen.pairs) {
        if (!(RIVALRY as readonly Verdict[]).includes(pairs.verdictOf(pair)) || pair.target === country) continue;
        met.set(pair.target, [...(met.get(pair.target) ?? []), pair]);
      }
      const level = (found: readonly Pair[]): number => LEVELS.indexOf(found[0]?.level ?? "country");
      const ranked = [...met].sort((a, b) => b[1].length - a[1].length || level(a[1]) - level(b[1])).slice(0, MOST_LINES);
      for (const [target, found] of ranked) {
        const names = listNames(found.flatMap((pair) => pair.provinces));
        lines.push([say("sentence-at", { target: name(target), pairs: found.length, names }), findStrongest(found.map(pairs.verdictOf))]);
      }
      lines.push(...sayJoint(), ...sayRest(counts));
      const near = bordering(country);
      const without = near.filter((province) => !chosen.provinces.has(province));
      const border = ground(country)?.border ?? 1;
      if (ties.length) {
        lines.push(say("sentence-country", {
          country: name(country), border, name: near[0] ? name(near[0]) : "", ties: ties.length,
          provinces: chosen.provinces.size, borders: near.length, with: near.length - without.length,
        }));
        if (near.length > 1 && without.length) lines.push(say("sentence-border-list", { names: listNames(without) }));
        if (without.length) lines.push(...sayGround(country, true));
      } else {
        lines.push(say("sentence-country-none", { country: name(country), border, borders: near.length }), ...sayGround(country));
      }
      return [...lines, ...(state.sector ? [] : sayLines(ground(country)?.missions ?? []))];
    },
    sayProvince: (province) => {
      const counts = pairs.countVerdicts(undefined, province);
      const lines = listClasses(counts).map((verdict): Line => {
        const where = facts.countries.map((country) => [country, [...pairs.listRivals(province, country)]
          .filter(([, found]) => found === verdict).map(([other]) => other)] as const).filter(([, others]) => others.length);
        const names = list(where.map(([country, others]) => say("sentence-where", { place: name(country), names: listNames(others) })));
        return [say(`sentence-province-${verdict}`, {
          province: name(province), rivals: new Set(where.flatMap(([, others]) => others)).size, pairs: counts[verdict] ?? 0, names,
        }), verdict];
      });
      lines.push(...sayJoint(), ...sayRest(counts));
      const near = facts.borders[province] ?? [];
      const border = ground(province)?.border ?? 1;
      if (!ties.length) {
        return [...lines, say("sentence-province-none", { province: name(province), border, borders: near.length }), ...sayGround(province)];
      }
      const all = facts.ties.filter((tie) => inSector(tie, state));
      const alone = facts.countries.filter((country) => chosen.countries.has(country)
        && all.every((tie) => tie.country !== country || tie.province === province));
      const held = near.filter((country) => chosen.countries.has(country)).length;
      lines.push(say("sentence-province", {
        province: name(province), border, ties: ties.length, countries: chosen.countries.size, alone: alone.length, borders: near.length, with: held,
      }));
      if (held < near.length) lines.push(...sayGround(province, true));
      const untold = alone.filter((country) => !ground(country)?.told);
      if (untold.length) lines.push(say("sentence-alone-cannot-tell", { count: untold.length }));
      const aside = alone.filter((country) => ground(country)?.unplaced);
      if (aside.length) lines.push(say("sentence-alone-aside", { count: aside.length, names: speaker.list(aside.map(name)) }));
      return lines;
    },
    sayCell: (province, country) => {
      const names = { province: name(province), country: name(country) };
      const counts = pairs.countVerdicts(country, province);
      const others = [...pairs.listRivals(province, country)];
      const lines = listClasses(counts).map((verdict): Line => {
        const rivals = others.filter(([, found]) => found === verdict).map(([other]) => other);
        return [say(`sentence-cell-${verdict}`, { ...names, count: rivals.length, names: listNames(rivals) }), verdict];
      });
      const strong = keepFirst(chosen.pairs).filter((pair) => (RIVALRY as readonly Verdict[]).includes(pairs.verdictOf(pair)));
      for (const pair of strong.slice(0, MOST_LINES)) {
        lines.push([say("sentence-line", { name: name(findOther(pair, province)), said: sayPair(pair, false) }), pairs.verdictOf(pair)]);
      }
      lines.push(...sayJoint(), ...sayRest(counts));
      const touch = facts.borders[province]?.includes(country);
      if (!ties.length) {
        const of = ground(province)?.told ? ground(province) : ground(country);
        lines.push(say("sentence-pair-none", names));
        if (touch) lines.push(say("sentence-border-none"));
        return of ? [...lines, ...sayLines([of.sentence, ...of.notes, ...(ground(country)?.open_ties ?? [])])] : lines;
      }
      lines.push(say("sentence-pair", { ...names, ties: ties.length, targets: listNames(ties.map((tie) => tie.target)) }));
      return touch ? [...lines, say("sentence-border")] : lines;
    },
    sayTwo: (one, other) => {
      const names = { one: name(one), other: name(other) };
      const of = (province: string): Facts["ties"] => facts.ties.filter((tie) =>
        tie.province === province && inSector(tie, state) && (!state.country || tie.country === state.country));
      const both = [of(one), of(other)];
      const tied = both.map((found) => new Set(found.map((tie) => tie.country)));
      const [mine, theirs] = [tied[0] ?? new Set<string>(), tied[1] ?? new Set<string>()];
      const shared = [...mine].filter((country) => theirs.has(country));
      const first = keepFirst(chosen.pairs);
      const strongest = first[0] ? pairs.verdictOf(first[0]) : "none";
      const lines: Line[] = [
        !shared.length ? say("sentence-two-none", names)
          : strongest === "none" ? say("sentence-two-apart", names)
          : [say("sentence-two", {
            ...names, verdict: sayVerdict(strongest),
            names: listNames(first.filter((pair) => pairs.verdictOf(pair) === strongest).map((pair) => pair.country)),
          }), strongest],
      ];
      for (const pair of first.slice(0, MOST_LINES)) lines.push([say("sentence-line", { name: name(pair.country), said: sayPair(pair, true) }), pairs.verdictOf(pair)]);
      const sayOnly = (message: string, own: readonly (readonly string[])[], toName: (items: readonly string[]) => string[]): void => {
        [one, other].forEach((province, place) => {
          const only = (own[place] ?? []).filter((item) => !own[1 - place]?.includes(item));
          if (only.length) lines.push(say(message, { province: name(province), names: list(toName(only)) }));
        });
      };
      if (state.country) {
        sayOnly("sentence-only-sectors", both.map((found) => [...new Set(found.flatMap((tie) => tie.sectors))]),
          (items) => facts.sectors.filter((word) => items.includes(word)).map((word) => sayWord("sector", facts.sectors.indexOf(word))));
      } else {
        if (shared.length) lines.push(say("sentence-shared", { shared: shared.length, of: new Set([...mine, ...theirs]).size, names: listNames(shared) }));
        sayOnly("sentence-only-countries", tied.map((found) => [...found]), (items) => items.map(name).sort(speaker.compare));
      }
      return lines;
    },
    saySector: (sentence) => say("sentence-in-sector", { sector: sayWord("sector", sector), sentence }),
    sayBasis: () => {
      if (!ties.length && !chosen.beside.size) return [];
      const said = [say("basis-ties", { count: ties.length })];
      const count = (what: string, found: number, given = {}): void => {
        if (found) said.push(say(`basis-${what}`, { count: found, others: ties.length - found, ...given }));
      };
      count("undated", ties.filter((tie) => tie.row.since < 0).length);
      count("sectors", ties.filter((tie) => !tie.sectors.length).length);
      if (facts.start.as_of !== "all") count("presumed", ties.filter((tie) => tie.certainty === "presumed").length, { years: facts.years });
      count("possible", ties.filter((tie) => tie.certainty === "possible").length);
      if (chosen.beside.size) said.push(say("basis-beside", { count: chosen.beside.size }));
      const sources = [...new Set(ties.flatMap((tie) => tie.row.sources))];
      if (sources.length === 1) said.push(say("basis-source", { source: nameSource(facts, sources[0] ?? 0, at) }));
      else if (sources.length) said.push(say("basis-sources", { count: sources.length }));
      return [say("sentence-basis", { said: said.join(say("clause-mark")) })];
    },
  };
}

function nameSource(facts: Facts, number: number, at: number): string {
  const source = facts.sources[number];
  return source ? source.names[at] ?? source.names[0] ?? source.id : "";
}
