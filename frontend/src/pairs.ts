// What provinces are to each other, in one sector and down to one level: read here by every panel, and nowhere else.

import type { Facts, Pair } from "./facts";
import { LEVELS, PAIR_MARK, VERDICTS, type Verdict } from "./generated";
import type { State } from "./state";

/** How strong a verdict is. */
export function rankVerdict(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

export type Counts = Partial<Record<Verdict, number>>;

/** What provinces are to each other in the sector and at the level of a state. */
export interface Pairs {
  /** The place of the sector among the verdicts of a pair; 0 for all sectors. */
  readonly selection: number;
  /** Pairs that are something, the strongest first, then the nearest, then as the analysis ranks them. */
  readonly listed: readonly Pair[];
  readonly verdictOf: (pair: Pair) => Verdict;
  /** The strongest verdict of a province's pairs in a country: that of its cell. */
  readonly findVerdict: (province: string, country: string) => Verdict;
  /** How many pairs have which verdict in a country, of a province; two provinces in one country are one pair. */
  readonly countVerdicts: (country?: string, province?: string) => Counts;
  /** What other provinces are to one, in a country or the strongest in any. */
  readonly listRivals: (province: string, country?: string) => ReadonlyMap<string, Verdict>;
}

const KNOWN = new WeakMap<Facts, Map<string, Pairs>>();

/** Find what provinces are to each other; each sector and level is found once. */
export function findPairs(facts: Facts, state: Pick<State, "sector" | "level">): Pairs {
  const known = KNOWN.get(facts) ?? new Map<string, Pairs>();
  KNOWN.set(facts, known);
  const key = `${state.sector} ${state.level}`;
  const found = known.get(key) ?? judge(facts, state);
  known.set(key, found);
  return found;
}

function judge(facts: Facts, state: Pick<State, "sector" | "level">): Pairs {
  const selection = state.sector ? facts.sectors.indexOf(state.sector) + 1 : 0;
  const most = (LEVELS as readonly string[]).indexOf(state.level);
  const verdictOf = (pair: Pair): Verdict => pair.verdicts[selection] ?? "none";
  const strength = (pair: Pair): number => rankVerdict(verdictOf(pair));
  const listed = facts.pairs
    .filter((pair) => strength(pair) > 0 && (most < 0 || LEVELS.indexOf(pair.level) <= most))
    .map((pair, index) => ({ pair, index }))
    .sort((a, b) => strength(b.pair) - strength(a.pair) || LEVELS.indexOf(a.pair.level) - LEVELS.indexOf(b.pair.level) || a.index - b.index)
    .map(({ pair }) => pair);
  // By country and the two provinces: the strongest, since the strongest come first.
  const strongest = new Map<string, Map<string, Verdict>>();
  const cells = new Map<string, Map<string, Verdict>>();
  // The same by province: whom it meets where, the strongest first.
  const meetings = new Map<string, (readonly [country: string, other: string, verdict: Verdict])[]>();
  for (const pair of listed) {
    const pairs = getMap(strongest, pair.country);
    const key = pair.provinces.join(PAIR_MARK);
    if (pairs.has(key)) continue;
    pairs.set(key, verdictOf(pair));
    for (const province of pair.provinces) {
      const met = meetings.get(province) ?? [];
      met.push([pair.country, findOther(pair, province), verdictOf(pair)]);
      meetings.set(province, met);
    }
    const cell = getMap(cells, pair.country);
    for (const province of pair.provinces) if (!cell.has(province)) cell.set(province, verdictOf(pair));
  }
  for (const [province, country, verdicts] of facts.cells) {
    const verdict = verdicts[selection] ?? "none";
    if (verdict !== "none") getMap(cells, country).set(province, verdict);
  }
  const countAll = (country: string): Counts => {
    const told = facts.tallies[country]?.[selection];
    if (told) return Object.fromEntries(VERDICTS.map((verdict, index) => [verdict, told[index] ?? 0]).filter(([, count]) => count)) as Counts;
    return countEach(strongest.get(country)?.values() ?? []);
  };
  return {
    selection, listed, verdictOf,
    findVerdict: (province, country) => cells.get(country)?.get(province) ?? "none",
    countVerdicts: (country, province) => {
      if (province) {
        const met = meetings.get(province) ?? [];
        return countEach(met.filter(([where]) => !country || where === country).map(([, , verdict]) => verdict));
      }
      const countries = country ? [country] : [...new Set([...strongest.keys(), ...Object.keys(facts.tallies)])];
      const total: Counts = {};
      for (const one of countries) {
        for (const [verdict, count] of Object.entries(countAll(one)) as [Verdict, number][]) total[verdict] = (total[verdict] ?? 0) + count;
      }
      return total;
    },
    listRivals: (province, country) => {
      const rivals = new Map<string, Verdict>();
      for (const [where, other, verdict] of meetings.get(province) ?? []) {
        if ((!country || where === country) && !rivals.has(other)) rivals.set(other, verdict);
      }
      return rivals;
    },
  };
}

/** The province of a pair that is not the given one. */
export function findOther(pair: Pair, province: string): string {
  return pair.provinces[0] === province ? pair.provinces[1] : pair.provinces[0];
}

/** Keep of each two provinces in a country the first of their pairs, which is the strongest. */
export function keepFirst(pairs: readonly Pair[]): readonly Pair[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => {
    const key = [pair.country, ...pair.provinces].join(PAIR_MARK);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function countEach(verdicts: Iterable<Verdict>): Counts {
  const counts: Counts = {};
  for (const verdict of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function getMap<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const found = maps.get(key) ?? new Map<Key, Value>();
  maps.set(key, found);
  return found;
}
