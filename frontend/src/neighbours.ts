// Who stands in the columns of the neighbourhood: for nothing chosen, for a country, for one or two provinces.

import type { View } from "./drawn";
import { type Drawn, type DrawnCell, MARK_OF, NEIGHBOURS } from "./generated";
import { listProvinces, type State } from "./state";
import { findLanguage, writeNumber } from "./words";

/** A node: a country or a province, its number, what stands under its name, and whether it is what is chosen. */
export interface Node {
  readonly id: string;
  readonly kind: "country" | "province";
  readonly count: number;
  readonly below: string;
  readonly rival: boolean;
  readonly chosen: boolean;
}

export interface Joint { readonly from: number; readonly to: number; readonly rival: boolean; readonly ties: number }

/** Columns, the lines between each and the next, and how many stand in the last of how many. */
export interface Neighbours {
  readonly kind: "strip" | "country" | "province" | "pair";
  readonly columns: readonly (readonly Node[])[];
  readonly lines: readonly (readonly Joint[])[];
  readonly shown: number;
  readonly all: number;
}

interface Held { readonly cell: DrawnCell; readonly province: string; readonly country: string; readonly rival: boolean }

/** Find who stands in the columns. */
export function findNeighbours(drawn: Drawn, view: View, state: State): Neighbours {
  const held = listHeld(drawn, view);
  const provinces = listProvinces(state);
  if (state.country) return aroundCountry(drawn, view, state, held);
  if (provinces.length > 1) return betweenProvinces(drawn, view, held, provinces);
  if (provinces.length === 1) return aroundProvince(drawn, view, state, held, provinces[0] ?? "");
  return strip(drawn, view, held);
}

const HELD = new WeakMap<View, readonly Held[]>();

function listHeld(drawn: Drawn, view: View): readonly Held[] {
  const held = HELD.get(view) ?? findHeld(drawn, view);
  HELD.set(view, held);
  return held;
}

function findHeld(drawn: Drawn, view: View): readonly Held[] {
  return drawn.cells.filter((cell) => view.ties(cell) > 0).map((cell) => {
    const mark = MARK_OF[view.verdict(cell)];
    return {
      cell, province: drawn.provinces[cell.province] ?? "", country: drawn.countries[cell.country] ?? "",
      rival: mark === "certain" || mark === "presumed",
    };
  });
}

function makeCountry(view: View, id: string, below = "", chosen = false): Node {
  return { id, kind: "country", count: view.provinces(id).size, below, rival: view.contested(id) > 0, chosen };
}

function makeProvince(view: View, id: string, below = "", chosen = false, count = view.rivals(id)): Node {
  return { id, kind: "province", count, below, rival: count > 0, chosen };
}

function join(held: readonly Held[], left: readonly Node[], right: readonly Node[]): readonly Joint[] {
  const places = (column: readonly Node[]): ReadonlyMap<string, number> => new Map(column.map((node, at) => [node.id, at]));
  const [here, there] = [places(left), places(right)];
  return held.flatMap(({ cell, province, country, rival }) => {
    const [from, to] = left[0]?.kind === "country" ? [here.get(country), there.get(province)] : [here.get(province), there.get(country)];
    return from === undefined || to === undefined ? [] : [{ from, to, rival, ties: Math.max(...cell.ties) }];
  });
}

function strip(drawn: Drawn, view: View, held: readonly Held[]): Neighbours {
  const courted = drawn.countries.filter((id) => view.provinces(id).size > 1);
  const countries = courted.slice(0, NEIGHBOURS.countries).map((id) => makeCountry(view, id));
  const there = new Set(countries.flatMap(({ id }) => [...view.provinces(id)]));
  const provinces = drawn.provinces.filter((id) => there.has(id)).map((id) => makeProvince(view, id));
  return { kind: "strip", columns: [countries, provinces], lines: [join(held, countries, provinces)], shown: countries.length, all: courted.length };
}

function aroundCountry(drawn: Drawn, view: View, state: State, held: readonly Held[]): Neighbours {
  const here = held.filter(({ country }) => country === state.country);
  const ranked = [...here].sort((a, b) => Number(b.rival) - Number(a.rival));
  const rivals = ranked.filter(({ rival }) => rival).length;
  const chosen = listProvinces(state);
  const provinces = ranked.map(({ cell, province, rival }) =>
    makeProvince(view, province, saySectors(drawn, cell, state), chosen.includes(province), rival ? rivals - 1 : 0));
  const tied = new Set(here.map(({ province }) => province));
  const counts = new Map<string, number>();
  for (const { province, country } of held) {
    if (tied.has(province) && country !== state.country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const shared = drawn.countries.filter((id) => (counts.get(id) ?? 0) > 1).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const others = shared.slice(0, NEIGHBOURS.others).map((id) => ({ ...makeCountry(view, id), count: counts.get(id) ?? 0 }));
  const middle = [makeCountry(view, state.country, "", true)];
  return {
    kind: "country", columns: [middle, provinces, others],
    lines: [join(here, middle, provinces), join(held, provinces, others)], shown: others.length, all: shared.length,
  };
}

function aroundProvince(drawn: Drawn, view: View, state: State, held: readonly Held[], province: string): Neighbours {
  const own = held.filter((one) => one.province === province).sort((a, b) => Number(b.rival) - Number(a.rival));
  const countries = own.slice(0, NEIGHBOURS.countries).map(({ cell, country }) => makeCountry(view, country, saySectors(drawn, cell, state)));
  const there = new Set(countries.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const one of held) {
    if (there.has(one.country) && one.province !== province) counts.set(one.province, (counts.get(one.province) ?? 0) + 1);
  }
  const met = drawn.provinces.filter((id) => counts.has(id)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const others = met.slice(0, NEIGHBOURS.countries).map((id) => makeProvince(view, id, "", false, counts.get(id) ?? 0));
  const middle = [makeProvince(view, province, "", true)];
  return {
    kind: "province", columns: [middle, countries, others],
    lines: [join(own, middle, countries), join(held, countries, others)], shown: others.length, all: met.length,
  };
}

function betweenProvinces(drawn: Drawn, view: View, held: readonly Held[], two: readonly string[]): Neighbours {
  const of = (province: string): ReadonlyMap<string, Held> =>
    new Map(held.filter((one) => one.province === province).map((one) => [one.country, one]));
  const [first, second] = [of(two[0] ?? ""), of(two[1] ?? "")];
  const shared = drawn.countries.filter((id) => first.has(id) && second.has(id));
  const countries = shared.slice(0, NEIGHBOURS.countries).map((id) => makeCountry(view, id));
  const [left, right] = two.map((id) => [makeProvince(view, id, "", true)]);
  return {
    kind: "pair", columns: [left ?? [], countries, right ?? []],
    lines: [join(held, left ?? [], countries), join(held, countries, right ?? [])], shown: countries.length, all: shared.length,
  };
}

/** Name the sectors of a province in a country: two, then how many more. */
function saySectors(drawn: Drawn, cell: DrawnCell, state: State): string {
  const at = findLanguage(drawn.languages, state.lang);
  const names = cell.sectors.map((sector) => drawn.sector_names[sector]?.[at] ?? "");
  const shown = names.slice(0, 2).join(drawn.words["list-mark"]?.[at] ?? ", ");
  const more = names.length - 2;
  return more > 0 ? (drawn.words["list-more"]?.[at] ?? "").replace("{names}", shown).replace("{more}", writeNumber(more, state.lang)) : shown;
}
