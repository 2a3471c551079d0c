// Another day of the page: ties and pairs as they stood on it; what nothing is recorded of is told for its own day alone.

import type { Day, Facts, Pair, Tie } from "./facts";
import { BESIDE, CERTAINTIES, type Drawn, type DrawnCell, type Level, RIVALRY, VERDICTS } from "./generated";
import { type Counts, findPairs } from "./pairs";
import type { State } from "./state";
import { findLanguage } from "./words";

const TURNED = new WeakMap<Facts, Map<string, Facts>>();
const DRAWN = new WeakMap<Facts, Drawn>();

/** How the day that is shown is said; blank for the whole history. */
export function sayDay(facts: Facts, state: Pick<State, "lang" | "as_of">): string {
  const at = findLanguage(facts.languages, state.lang);
  return facts.days.find(({ day }) => day === state.as_of)?.said[at] ?? facts.own_day[at] ?? "";
}

/** What the page carries, as it stood on a day; as it is where it carries no such day. */
export function turnTo(facts: Facts, day: string): Facts {
  const found = facts.days.find((one) => one.day === day);
  if (!found) return facts;
  const known = TURNED.get(facts) ?? new Map<string, Facts>();
  TURNED.set(facts, known);
  const turned = known.get(day) ?? turn(facts, found);
  known.set(day, turned);
  return turned;
}

function turn(facts: Facts, day: Day): Facts {
  const stood = [...facts.ties, ...facts.beside].flatMap((tie, at) => stand(tie, day.ties[at] ?? "-"));
  const pairs = [...facts.pairs, ...day.more];
  return {
    ...facts, turned: day.day, whole: true, cells: [], tallies: {}, gaps: [],
    ties: stood.filter((tie) => !tie.beside),
    beside: stood.filter((tie) => tie.beside),
    pairs: day.pairs.flatMap(([at, verdict]): Pair[] => {
      const pair = pairs[at];
      return pair ? [{ ...pair, verdicts: [VERDICTS[verdict] ?? "none"] }] : [];
    }),
    grounds: Object.fromEntries(Object.entries(facts.grounds).map(([place, ground]) =>
      [place, { ...ground, told: false, sentence: -1, notes: [], open_ties: [], passing: [], missions: [], unplaced: false }])),
  };
}

/** A tie as it stood, by its sign: it may not have begun, count, or stand beside. */
function stand(tie: Tie, sign: string): Tie[] {
  if (sign === "-") return [];
  const beside = Math.max("abc".indexOf(sign) + 1, 0);
  const sure = beside ? 0 : Number(sign);
  const certainty = CERTAINTIES[sure] ?? "none";
  return [{
    ...tie, certainty, beside: BESIDE[beside] ?? "", certain: certainty === "certain" || certainty === "presumed",
    row: { ...tie.row, certainty: sure, beside },
  }];
}

/** What the drawings are made of, as it stood on the day to which the page is turned: of all sectors together. */
export function drawnOf(facts: Facts, own: Drawn): Drawn {
  if (!facts.turned) return own;
  const known = DRAWN.get(facts) ?? redraw(facts, own);
  DRAWN.set(facts, known);
  return known;
}

function redraw(facts: Facts, own: Drawn): Drawn {
  const ties = sortTies(facts.ties);
  const events = sortTies(facts.beside.filter((tie) => tie.beside !== "ended"));
  const judged = own.levels.map((level) => findPairs(facts, { sector: "", level }));
  const strong = (counts: Counts): number => RIVALRY.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0);
  const judge = (level: Level, at: number, province: string, country: string, seen: boolean): string => {
    const verdict = judged[at]?.findVerdict(province, country) ?? "none";
    return String(VERDICTS.indexOf(verdict === "none" && level === "country" && seen ? "in contact" : verdict));
  };
  return {
    ...own, sectors: [""], today: Date.parse(facts.turned) / 864e5,
    cells: own.cells.map((cell): DrawnCell => {
      const [province, country] = [own.provinces[cell.province] ?? "", own.countries[cell.country] ?? ""];
      const [there, passing] = [ties, events].map((all) => all.get(`${province} ${country}`) ?? []) as [Tie[], Tie[]];
      return {
        ...cell, ties: [there.length], events: passing.length,
        verdicts: own.levels.map((level, at) => judge(level, at, province, country, !there.length && passing.length > 0)).join(""),
        sectors: [...new Set(there.flatMap((tie) => tie.sectors))].map((sector) => facts.sectors.indexOf(sector) + 1).sort((a, b) => a - b),
      };
    }),
    rivals: own.provinces.map((province) => judged.map((pairs) => strong(pairs.countVerdicts(undefined, province)))),
    contested: own.countries.map((country) => judged.map((pairs) => strong(pairs.countVerdicts(country)))),
  };
}

function sortTies(ties: readonly Tie[]): ReadonlyMap<string, readonly Tie[]> {
  const found = new Map<string, Tie[]>();
  for (const tie of ties) {
    const key = `${tie.province} ${tie.country}`;
    found.set(key, [...found.get(key) ?? [], tie]);
  }
  return found;
}
