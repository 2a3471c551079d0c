// A small graph as a page carries it, for the tests: two provinces that share a country, one of them alone in another.

import { parseFacts } from "../src/facts";
import type { Facts } from "../src/generated";
import { findStart, type State } from "../src/state";

export const FACTS: Facts = parseFacts(JSON.stringify({
  languages: ["en", "fa"],
  levels: ["city", "country"],
  start: { country: "", province: "", sector: "", level: "country", as_of: "2026-11-24" },
  titles: ["Ties", "روابط"],
  names: { TUR: ["Türkiye", "ترکیه"], IRQ: ["Iraq", "عراق"], "P-1": ["One {ties}", "یک"], "P-2": ["Two", "دو"] },
  ties: [
    ["P-1", "TUR", ["konya", "TUR"], ["trade"], true],
    ["P-1", "TUR", ["TUR"], [], false],
    ["P-2", "TUR", ["konya", "TUR"], ["culture"], false],
    ["P-1", "IRQ", ["IRQ"], ["trade"], false],
  ],
  lines: ["All.", "Türkiye.", "And more.", "همه.", "ترکیه."],
  sentences: { "||": [[0], [3]], "TUR||": [[1, 2], [4]] },
  records: { columns: [], rows: {} },
  pair: ["{province} has no tie with {country}.", "{province} با {country} رابطه ندارد."],
  counted: ["{province}, {country}: {ties} ties.", "{province}، {country}: {ties} رابطه."],
  file: "graphmap-IRN",
}));

export const START: State = findStart("en", FACTS);

export function choose(change: Partial<State>): State {
  return { ...START, ...change };
}
