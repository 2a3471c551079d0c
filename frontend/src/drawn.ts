// What the drawings are made of, by numbers of provinces and countries, for the level and sector that are chosen.

import { DRAWN_FIELDS, type Drawn, type DrawnCell, HOME_STEPS, SPAN_FIELDS, type Span, VERDICTS, type Verdict } from "./generated";
import { readPacked } from "./packed";
import type { State } from "./state";
import { findLanguage } from "./words";

type Rows = readonly (readonly unknown[])[];
/** As a page carries it: a cell, a span and the timeline are lists there, which are half as long. */
type Carried = Omit<Drawn, "cells" | "time"> & {
  readonly cells: Rows; readonly time: readonly [Rows, Drawn["time"]["targets"], number];
};

let read: Drawn | null = null;

/** Read what the page carries for its drawings, once. */
export function readDrawn(): Drawn {
  read ??= parseDrawn(readPacked("drawn") ?? "{}");
  return read;
}

/** Give the items of each cell their names. */
export function parseDrawn(text: string): Drawn {
  const carried = JSON.parse(text) as Carried;
  const [spans, targets, undated] = carried.time;
  return {
    ...carried, cells: nameItems<DrawnCell>(carried.cells, DRAWN_FIELDS),
    time: { spans: nameItems<Span>(spans, SPAN_FIELDS), targets, undated },
  };
}

function nameItems<Kind>(rows: Rows, fields: readonly string[]): readonly Kind[] {
  return rows.map((row) => Object.fromEntries(fields.map((field, index) => [field, row[index]])) as Kind);
}

/** What is drawn for one level and sector. */
export interface View {
  /** What a province is to others in a country. */
  readonly verdict: (cell: DrawnCell) => Verdict;
  /** How many ties of a province with a country count. */
  readonly ties: (cell: DrawnCell) => number;
  /** How many pairs of rivals a province has, by its id. */
  readonly rivals: (province: string) => number;
  /** How many pairs of rivals meet in a country, by its id. */
  readonly contested: (country: string) => number;
  /** Which provinces have a tie with a country. */
  readonly provinces: (country: string) => ReadonlySet<string>;
}

const VIEWS = new WeakMap<Drawn, Map<number, View>>();

/** Look at what is drawn for the level and sector that are chosen, for all where the page has no more; at each once. */
export function viewDrawn(drawn: Drawn, state: State): View {
  const sector = Math.max(drawn.sectors.indexOf(state.sector), 0);
  const at = Math.max((drawn.levels as readonly string[]).indexOf(state.level), 0) * drawn.sectors.length + sector;
  const views = VIEWS.get(drawn) ?? new Map<number, View>();
  VIEWS.set(drawn, views);
  const view = views.get(at) ?? look(drawn, sector, at);
  views.set(at, view);
  return view;
}

function look(drawn: Drawn, sector: number, at: number): View {
  const ties = (cell: DrawnCell): number => cell.ties[sector] ?? 0;
  const provinces = new Map<string, Set<string>>();
  for (const cell of drawn.cells) {
    const country = drawn.countries[cell.country] ?? "";
    if (!ties(cell)) continue;
    provinces.set(country, (provinces.get(country) ?? new Set<string>()).add(drawn.provinces[cell.province] ?? ""));
  }
  const row = new Map(drawn.provinces.map((id, place) => [id, place]));
  const column = new Map(drawn.countries.map((id, place) => [id, place]));
  const none: ReadonlySet<string> = new Set();
  return {
    verdict: (cell) => VERDICTS[Number(cell.verdicts[at] ?? 0)] ?? "none",
    ties,
    rivals: (province) => drawn.rivals[row.get(province) ?? -1]?.[at] ?? 0,
    contested: (country) => drawn.contested[column.get(country) ?? -1]?.[at] ?? 0,
    provinces: (country) => provinces.get(country) ?? none,
  };
}

/** In which class a count falls, from 0. */
export function findClass(count: number, steps: readonly number[] = HOME_STEPS): number {
  return steps.filter((step) => count >= step).length;
}

/** The name of a place in the language that is shown. */
export function nameOf(drawn: Drawn, place: string, state: State): string {
  const names = drawn.names[place];
  return names?.[findLanguage(drawn.languages, state.lang)] ?? names?.[0] ?? place;
}

/** A message in the language that is shown. */
export function wordOf(drawn: Drawn, message: string, state: State): string {
  return drawn.words[message]?.[findLanguage(drawn.languages, state.lang)] ?? "";
}
