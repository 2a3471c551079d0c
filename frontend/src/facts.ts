// What the page carries for its script, with numbers turned into what they stand for.

import {
  BESIDE, CERTAINTIES, type Code, GROUND_FIELDS, type GroundRow, type Level, LEVELS, PAIR_FIELDS, type PairRow,
  DAY_FIELDS, type DayRow, SOURCE_FIELDS, type SourceRow, type StateKey, TIE_FIELDS, type TieRow, VERDICTS, type Verdict, type Written,
} from "./generated";
import { readPacked } from "./packed";

/** A tie, its places by id, its words and dates as the page has them. `targets` are those of all its levels, finest first. */
export interface Tie {
  readonly index: number;
  readonly province: string;
  readonly country: string;
  readonly target: string;
  readonly targets: readonly string[];
  /** The city or body that made it in the province's stead; blank where the province did. */
  readonly city: string;
  readonly sectors: readonly string[];
  /** It holds, or is presumed to. */
  readonly certain: boolean;
  readonly certainty: (typeof CERTAINTIES)[number];
  /** Why it does not count: an event, not in force yet, ended; blank for one that counts. */
  readonly beside: string;
  readonly row: TieRow;
}

/** Two provinces where they meet; `verdicts` are those of all sectors and of each of the page's. */
export interface Pair {
  readonly provinces: readonly [string, string];
  readonly country: string;
  readonly target: string;
  readonly level: Level;
  readonly verdicts: readonly Verdict[];
  readonly sectors: readonly string[];
  readonly row: PairRow;
}

type Plain = Omit<Written, "places" | "ties" | "pairs" | "grounds" | "countries" | "provinces" | "borders" | "cells" | "tallies" | "sources" | "days">;

/** Another day that the page can show; `more` are pairs that it has not on its own. */
export type Day = Omit<DayRow, "more"> & { readonly more: readonly Pair[] };

/** What the page carries: all ties, those that count first; names by id, a text a language. */
export interface Facts extends Plain {
  /** The state in which the page opens, which stands apart: a choice changes that alone. */
  readonly start: Readonly<Partial<Record<StateKey, string>>>;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly countries: readonly string[];
  readonly provinces: readonly string[];
  /** Ties that count. */
  readonly ties: readonly Tie[];
  /** Events, proposals and what has ended, which never count. */
  readonly beside: readonly Tie[];
  readonly pairs: readonly Pair[];
  /** Countries that each province touches. */
  readonly borders: Readonly<Record<string, readonly string[]>>;
  readonly grounds: Readonly<Record<string, GroundRow>>;
  readonly sources: readonly SourceRow[];
  /** Verdicts of a province in a country, of all sectors and of each, where `pairs` does not hold all. */
  readonly cells: readonly (readonly [string, string, readonly Verdict[]])[];
  readonly tallies: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly days: readonly Day[];
  /** The day to which the page is turned; blank for its own. */
  readonly turned: string;
}

/** Read the facts; a page without them (a report) has none of the linked views. */
export function readFacts(): Facts | null {
  const text = readPacked("facts");
  const start = document.getElementById("start")?.textContent || "{}";
  return text === null ? null : parseFacts(text, JSON.parse(start) as Facts["start"]);
}

/** Give the items of a row their names. */
function nameItems<Row>(fields: readonly string[], row: unknown): Row {
  const items = row as readonly unknown[];
  return Object.fromEntries(fields.map((field, index) => [field, items[index]])) as Row;
}

/** Read the facts as the page writes them: rows are lists of numbers there, which is short. */
export function parseFacts(text: string, start: Facts["start"] = {}): Facts {
  const written = JSON.parse(text) as Written;
  const ids = written.places.map(([id]) => id ?? "");
  const id = (place: number): string => ids[place] ?? "";
  const readVerdicts = (digits: string): readonly Verdict[] => Array.from(digits, (digit) => VERDICTS[Number(digit)] ?? "none");
  const nameSectors = (numbers: readonly number[]): readonly string[] => numbers.map((one) => written.sectors[one] ?? "");
  const ties = written.ties.map((items, index): Tie => {
    const row = nameItems<TieRow>(TIE_FIELDS, items);
    const certainty = CERTAINTIES[row.certainty] ?? "none";
    return {
      index, row, certainty,
      province: id(row.province), country: id(row.country), target: id(row.target), city: id(row.city),
      targets: (written.chains[row.target] ?? [row.target]).map(id),
      sectors: nameSectors(row.sectors),
      certain: certainty === "certain" || certainty === "presumed",
      beside: BESIDE[row.beside] ?? "",
    };
  });
  const readPair = (items: unknown): Pair => {
    const row = nameItems<PairRow>(PAIR_FIELDS, items);
    return {
      row, provinces: [id(row.one), id(row.other)], country: id(row.country), target: id(row.target),
      level: LEVELS[row.level] ?? "country", verdicts: readVerdicts(row.verdicts), sectors: nameSectors(row.sectors),
    };
  };
  const borders: Record<string, string[]> = {};
  for (const [province, country] of written.borders) (borders[id(province)] ??= []).push(id(country));
  return {
    start, ...written,
    names: Object.fromEntries(written.places.map(([first = "", ...names]) => [first, names])),
    countries: written.countries.map(id),
    provinces: written.provinces.map(id),
    ties: ties.filter((tie) => !tie.beside),
    beside: ties.filter((tie) => tie.beside),
    pairs: written.pairs.map(readPair),
    days: written.days.map((items) => {
      const row = nameItems<DayRow>(DAY_FIELDS, items);
      return { ...row, more: row.more.map(readPair) };
    }),
    turned: "",
    borders,
    grounds: Object.fromEntries(Object.entries(written.grounds).map(([place, row]) => [id(Number(place)), nameItems<GroundRow>(GROUND_FIELDS, row)])),
    sources: written.sources.map((row) => nameItems<SourceRow>(SOURCE_FIELDS, row)),
    cells: written.cells.map(([province, country, digits]) => [id(province), id(country), readVerdicts(digits)]),
    tallies: Object.fromEntries(Object.entries(written.tallies).map(([place, counts]) => [id(Number(place)), counts])),
  };
}

/** The name of a place in the language at a place among those of the page. */
export function findName(facts: Facts, place: string, at: number): string {
  return facts.names[place]?.[at] ?? place;
}

/** How a word of ties is said: by its number, in the language at a place among those of the page. */
export function findWord(facts: Facts, what: string, number: number, at: number): string {
  return facts.words[what]?.[number]?.[at + 1] ?? "";
}

/** How a date is said; blank where there is none. */
export function findDate(facts: Facts, number: number, at: number): string {
  return facts.dates[number]?.[at + 1] ?? "";
}

export type { Code };
