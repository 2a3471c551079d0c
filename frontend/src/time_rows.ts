// The rows of the timeline: which ties are meant, folded where they are one act, and provinces in force by year.

import { type Drawn, NO_DAY, type Span } from "./generated";
import { listProvinces, type State } from "./state";

/** A row: the ties of one act, or one tie, of a province, and the visits that belong to it. */
export interface Row {
  readonly province: string;
  readonly country: string;
  readonly spans: readonly Span[];
  readonly events: readonly Span[];
  readonly joint: boolean;
}

/** List the spans that the state means. */
export function listMeant(drawn: Drawn, state: State): readonly Span[] {
  const provinces = listProvinces(state);
  const sector = drawn.sectors.indexOf(state.sector);
  return drawn.time.spans.filter((span) => {
    if (state.country && drawn.countries[span.country] !== state.country) return false;
    if (!state.country && !provinces.length && (span.first === NO_DAY || span.event)) return false;
    if (provinces.length && !provinces.includes(drawn.provinces[span.province] ?? "")) return false;
    return sector < 1 || span.sectors.length === 0 || span.sectors.includes(sector);
  });
}

/** Make rows: by province for a country, by country for a province, the latest first for nothing chosen. */
export function makeRows(drawn: Drawn, state: State): readonly Row[] {
  const groups = new Map<string, { spans: Span[]; events: Span[] }>();
  for (const span of listMeant(drawn, state)) {
    const own = span.act >= 0 && !span.event ? `act ${span.act} ${span.province} ${span.start}` : `to ${span.province} ${span.target}`;
    const key = span.event || span.act >= 0 ? own : `${own} ${span.tie}`;
    const group = groups.get(key) ?? { spans: [], events: [] };
    (span.event ? group.events : group.spans).push(span);
    groups.set(key, group);
  }
  const rows: Row[] = [];
  const loose = new Map<string, Span[]>();
  for (const [key, { spans, events }] of groups) {
    if (spans.length) rows.push(makeRow(drawn, spans, []));
    else loose.set(key, events);
  }
  // Visits stand on the row of a tie with the same target; on one of their own where there is none.
  for (const events of loose.values()) {
    const first = events[0];
    if (!first) continue;
    const at = rows.findIndex((row) => row.spans.some((span) => span.province === first.province && span.target === first.target));
    const row = rows[at];
    if (row) rows[at] = { ...row, events: [...row.events, ...events] };
    else if (state.country || state.province) rows.push(makeRow(drawn, [], events));
  }
  const place = (row: Row): number => state.country
    ? drawn.provinces.indexOf(row.province) : state.province ? drawn.countries.indexOf(row.country) : 0;
  return rows.sort((a, b) => place(a) - place(b) || begin(b) - begin(a));
}

function makeRow(drawn: Drawn, spans: readonly Span[], events: readonly Span[]): Row {
  const first = spans[0] ?? events[0];
  return {
    province: drawn.provinces[first?.province ?? 0] ?? "", country: drawn.countries[first?.country ?? 0] ?? "",
    spans, events, joint: spans.some((span) => span.act >= 0),
  };
}

function begin(row: Row): number {
  return Math.max(...[...row.spans, ...row.events].map((span) => span.start));
}

/** The first and last day of what rows show, with some room. */
export function findBounds(rows: readonly Row[], today: number): readonly [number, number] {
  const spans = rows.flatMap((row) => [...row.spans, ...row.events]);
  const first = Math.min(today, ...spans.map((span) => span.start), ...spans.map((span) => span.first).filter((day) => day !== NO_DAY));
  const last = Math.max(today, ...spans.map((span) => span.until));
  return [first - 420, last + 200];
}

/** How many provinces have a tie in force in each of some years, given by the day each begins and ends. */
export function countYears(rows: readonly Row[], years: readonly (readonly [number, number])[]): readonly number[] {
  return years.map(([from, to]) =>
    new Set(rows.filter((row) => row.spans.some((span) => span.start < to && span.until > from)).map((row) => row.province)).size);
}
