// What follows from the state: which ties and pairs are meant, and whom they join; the one place that decides it.

import type { Facts, Pair, Tie } from "./facts";
import type { Verdict } from "./generated";
import { findPairs } from "./pairs";
import { listProvinces, type State } from "./state";

export interface Chosen {
  /** Something is chosen, so that the rest steps back. */
  readonly any: boolean;
  /** Numbers of the ties that count, as the page has them. */
  readonly ties: ReadonlySet<number>;
  /** Numbers of the events, proposals and ended ties beside them. */
  readonly beside: ReadonlySet<number>;
  readonly provinces: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly pairs: readonly Pair[];
  /** Provinces that are something to what is chosen: in the country chosen, or to the province. */
  readonly rivals: ReadonlyMap<string, Verdict>;
}

const NONE: ReadonlySet<never> = new Set();
export const NOTHING: Chosen = {
  any: false, ties: NONE, beside: NONE, provinces: NONE, countries: NONE, pairs: [], rivals: new Map(),
};

/** Say whether a tie lies in the chosen sector; one of no known sector possibly does. */
export function inSector(tie: Pick<Tie, "sectors">, state: Pick<State, "sector">): boolean {
  return !state.sector || tie.sectors.length === 0 || tie.sectors.includes(state.sector);
}

/** Find the ties and pairs that the state means. Two provinces mean what both have, in the countries of both. */
export function findChosen(facts: Facts, state: State): Chosen {
  const [one = "", other = ""] = listProvinces(state);
  const meant = [one, other].filter(Boolean);
  const fits = (tie: Tie): boolean =>
    inSector(tie, state) && (!state.country || tie.country === state.country) && (meant.length === 0 || meant.includes(tie.province));
  let ties = facts.ties.filter(fits);
  let beside = facts.beside.filter(fits);
  if (other && !state.country) {
    const of = (province: string): Set<string> => new Set(ties.filter((tie) => tie.province === province).map((tie) => tie.country));
    const shared = of(other);
    const both = new Set([...of(one)].filter((country) => shared.has(country)));
    ties = ties.filter((tie) => both.has(tie.country));
    beside = beside.filter((tie) => both.has(tie.country));
  }
  const pairs = findPairs(facts, state);
  const chosenPairs = pairs.listed.filter((pair) =>
    (!state.country || pair.country === state.country) && meant.every((province) => pair.provinces.includes(province)));
  const rivals = new Map<string, Verdict>();
  for (const pair of chosenPairs) {
    for (const province of pair.provinces) {
      if (!rivals.has(province) && (meant.length !== 1 || province !== one)) rivals.set(province, pairs.verdictOf(pair));
    }
  }
  return {
    any: Boolean(state.country || state.province || state.sector),
    ties: new Set(ties.map((tie) => tie.index)),
    beside: new Set(beside.map((tie) => tie.index)),
    provinces: new Set(ties.map((tie) => tie.province)),
    countries: new Set(ties.map((tie) => tie.country)),
    pairs: chosenPairs,
    rivals,
  };
}
