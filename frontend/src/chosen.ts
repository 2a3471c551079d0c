// What follows from the state: which ties are meant, and whom they join.

import type { Facts, FactsTie } from "./generated";
import type { State } from "./state";

export interface Chosen {
  /** Something is chosen, so that the rest steps back. */
  readonly any: boolean;
  readonly ties: ReadonlySet<number>;
  readonly provinces: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

export const NOTHING: Chosen = { any: false, ties: new Set(), provinces: new Set(), countries: new Set() };

/** Say whether a tie lies in the chosen sector. */
export function inSector(tie: FactsTie, state: State): boolean {
  return !state.sector || tie.sectors.includes(state.sector);
}

/** Find the ties that the state means. */
export function findChosen(facts: Facts, state: State): Chosen {
  const ties = new Set<number>();
  const provinces = new Set<string>();
  const countries = new Set<string>();
  facts.ties.forEach((tie, index) => {
    if (!inSector(tie, state)) return;
    if (state.country && tie.country !== state.country) return;
    if (state.province && tie.province !== state.province) return;
    ties.add(index);
    provinces.add(tie.province);
    countries.add(tie.country);
  });
  return { any: Boolean(state.country || state.province || state.sector), ties, provinces, countries };
}
