// A small graph as a page carries it, for the tests: two provinces that share a country, one of them alone in another.

import { parseFacts, type Facts } from "../src/facts";
import { findStart, type State } from "../src/state";

const TIE = [-1, 0, 0, [], -1, -1, -1, -1, 0, 0, [], "x", -1, -1];

/** The row of a tie: province, country, target by their places; numbers of sectors, certainty, why it stands beside. */
function tie(province: number, country: number, target: number, sectors: number[], certainty: number, beside = 0): unknown[] {
  const row: unknown[] = [province, country, target, ...TIE];
  return Object.assign(row, { 6: sectors, 11: certainty, 12: beside });
}

export const FACTS: Facts = parseFacts(JSON.stringify({
  languages: ["en", "fa"],
  levels: ["city", "country"],
  start: { country: "", province: "", sector: "", level: "country", as_of: "2026-11-24" },
  titles: ["Ties", "روابط"], home: "HOM", file: "graphmap-IRN", years: 5,
  places: [["TUR", "Türkiye", "ترکیه"], ["IRQ", "Iraq", "عراق"], ["P-1", "One {ties}", "یک"], ["P-2", "Two", "دو"], ["konya", "Konya", "قونیه"]],
  countries: [0, 1], provinces: [2, 3], chains: { 4: [4, 0] }, borders: [[2, 1]],
  sectors: ["culture", "trade"],
  words: {}, dates: [], texts: [], lines: [["Nothing lists all.", "فهرستی نیست."]],
  ties: [
    tie(2, 0, 4, [1], 3), tie(2, 0, 0, [], 1), tie(3, 0, 4, [0], 1), tie(2, 1, 1, [1], 1), tie(3, 1, 1, [1], 0, 1),
  ],
  // One and Two meet at Konya, possibly in any sector; in culture they are complementary.
  pairs: [[2, 3, 0, 4, 1, "767", [], -1, -1, false, 2, -1]],
  whole: true, cells: [], tallies: {},
  grounds: { 0: [false, 0, [], [], [], false, 1, []], 1: [false, 0, [], [], [], false, 3, []] },
  own_day: ["24 November 2026", "۳ آذر ۱۴۰۵"], days: [], gaps: [], sources: [], messages: [{}, {}],
}));

export const START: State = findStart("en", FACTS);

export function choose(change: Partial<State>): State {
  return { ...START, ...change };
}
