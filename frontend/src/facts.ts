// What the page carries for its script: the ties, names and sentences that Python wrote into it.

export type Lang = "en" | "fa";

/** One tie: province, country, targets at each level (or ""), sectors, and whether it certainly holds. */
export interface Tie {
  readonly province: string;
  readonly country: string;
  readonly targets: readonly string[];
  readonly sectors: readonly string[];
  readonly certain: boolean;
}

/** Ties as they are stored, by their number: texts of cells under the names of their columns. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export interface Facts {
  readonly languages: readonly Lang[];
  readonly start: Readonly<Record<string, string>>;
  readonly titles: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly ties: readonly Tie[];
  /** Every sentence once; a choice has their numbers, a list a language. */
  readonly lines: readonly string[];
  readonly sentences: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly records: Records;
  readonly pair: readonly string[];
  readonly counted: readonly string[];
  readonly file: string;
}

type Row = readonly [string, string, readonly string[], readonly string[], number];

/** Read the facts; a page without them (a report) has none of the linked views. */
export function readFacts(): Facts | null {
  const block = document.getElementById("facts");
  if (!block) return null;
  const raw = JSON.parse(block.textContent || "{}") as Omit<Facts, "ties"> & { ties: readonly Row[] };
  const ties = raw.ties.map(([province, country, targets, sectors, certain]) => ({
    province, country, targets, sectors, certain: certain === 1,
  }));
  return { ...raw, ties };
}

/** Write a whole number with the digits of a language. */
export function digits(count: number, lang: string): string {
  const text = String(count);
  return lang === "fa" ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit))) : text;
}
