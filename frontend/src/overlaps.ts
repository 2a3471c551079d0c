// Pairs of provinces that share countries, counted by numbers: of thousands of provinces a million pairs share some.

import { inSector } from "./chosen";
import type { Facts } from "./facts";
import type { State } from "./state";

/** Two provinces, the countries that both reach with how many provinces do, and how many countries either does. */
export interface Overlap {
  readonly provinces: readonly [string, string];
  readonly countries: readonly (readonly [id: string, provinces: number])[];
  readonly of: number;
}

/** How many pairs overlap, and the first of them: those that share what the fewest have. */
export interface Overlaps {
  readonly count: number;
  readonly first: (most: number) => readonly Overlap[];
}

/** What is looked at: a sector, the countries of one choice, the pairs of one province; blank for all. */
export interface Asked { readonly sector: string; readonly country: string; readonly province: string }

interface Reached {
  readonly provinces: readonly string[];
  /** The countries of each province, and the provinces of each country, by number; the latter in their order. */
  readonly countries: readonly (readonly string[])[];
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

/** A pair by the numbers of its provinces, with what it is ranked by. */
type Ranked = readonly [rank: number, share: number, one: number, other: number];

/** How many pairs are kept in order while all are looked at. */
const KEPT = 500;

const KNOWN = new WeakMap<Facts, Map<string, Overlaps>>();

/** Find the pairs that share countries; what is asked again is not looked at again. */
export function findOverlaps(facts: Facts, asked: Asked): Overlaps {
  const known = KNOWN.get(facts) ?? new Map<string, Overlaps>();
  KNOWN.set(facts, known);
  const key = JSON.stringify([asked.sector, asked.country, asked.province]);
  const found = known.get(key) ?? look(facts, asked);
  known.set(key, found);
  return found;
}

function look(facts: Facts, asked: Asked): Overlaps {
  const reached = readReached(facts, asked);
  let kept = KEPT;
  let { count, best } = rankPairs(reached, asked, kept);
  return {
    count,
    first: (most) => {
      if (most > kept && count > kept) ({ count, best } = rankPairs(reached, asked, kept = 2 * most));
      return best.slice(0, most).map(([, , one, other]) => describe(reached, one, other, asked));
    },
  };
}

function readReached(facts: Facts, { sector }: Pick<State, "sector">): Reached {
  const sets = new Map(facts.provinces.map((id) => [id, new Set<string>()]));
  for (const tie of facts.ties) if (inSector(tie, { sector })) sets.get(tie.province)?.add(tie.country);
  const countries = facts.provinces.map((id) => [...sets.get(id) ?? []]);
  const holders = new Map<string, number[]>();
  countries.forEach((some, province) => {
    for (const country of some) {
      const there = holders.get(country);
      if (there) there.push(province);
      else holders.set(country, [province]);
    }
  });
  return { provinces: facts.provinces, countries, holders };
}

/** Count all pairs that share enough, and put the first in order, as graphmap.analysis.overlaps does. */
function rankPairs(reached: Reached, { country, province }: Asked, most: number): { count: number; best: Ranked[] } {
  const { provinces, countries, holders } = reached;
  // Of a country without a province it is said who else is there: that is one country, and enough.
  const alone = province ? "" : country;
  const least = alone ? 1 : 2;
  const chosen = provinces.indexOf(province);
  const shared = new Int32Array(provinces.length);
  const rarity = new Float64Array(provinces.length);
  let count = 0;
  let best: Ranked[] = [];
  let floor = -1;
  for (const one of province ? [chosen] : provinces.keys()) {
    const met: number[] = [];
    for (const name of countries[one] ?? []) {
      if (alone && name !== alone) continue;
      const there = holders.get(name) ?? [];
      const weight = 1 / Math.log(there.length);
      for (let at = there.length - 1; at >= 0; at -= 1) {
        const other = there[at] ?? 0;
        if (other <= one) {
          if (!province) break;
          if (other === one) continue;
        }
        if (shared[other] === 0) met.push(other);
        shared[other]! += 1;
        rarity[other]! += weight;
      }
    }
    for (const other of met) {
      const both = shared[other] ?? 0;
      // Sums of the same terms in another order differ in their last digits, and decide no order.
      const rank = Math.round((rarity[other] ?? 0) * 1e9);
      if (both >= least) count += 1;
      if (both >= least && rank >= floor) {
        const of = (countries[one]?.length ?? 0) + (countries[other]?.length ?? 0) - both;
        best.push([rank, both / of, Math.min(one, other), Math.max(one, other)]);
        if (best.length > 8 * most) {
          best = takeFirst(best, most);
          floor = best[most - 1]?.[0] ?? floor;
        }
      }
      shared[other] = 0;
      rarity[other] = 0;
    }
  }
  return { count, best: takeFirst(best, most) };
}

function takeFirst(pairs: Ranked[], most: number): Ranked[] {
  return pairs.sort((a, b) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2] || a[3] - b[3]).slice(0, most);
}

function describe({ provinces, countries, holders }: Reached, one: number, other: number, asked: Asked): Overlap {
  const there = new Set(countries[other]);
  const alone = asked.province ? "" : asked.country;
  const shared = (countries[one] ?? []).filter((country) => there.has(country) && (!alone || country === alone));
  return {
    provinces: [provinces[one] ?? "", provinces[other] ?? ""],
    countries: shared.map((country) => [country, holders.get(country)?.length ?? 0]),
    of: (countries[one]?.length ?? 0) + (countries[other]?.length ?? 0) - shared.length,
  };
}
