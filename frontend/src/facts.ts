// What the page carries for its script: the ties, names and sentences that Python wrote into it.

import { type Facts, type FactsTie, TIE_FIELDS } from "./generated";

/** Facts as they are written: a tie is a list there, which is half as long. */
type Written = Omit<Facts, "ties"> & { readonly ties: readonly (readonly unknown[])[] };

/** Read the facts; a page without them (a report) has none of the linked views. */
export function readFacts(): Facts | null {
  const block = document.getElementById("facts");
  return block ? parseFacts(block.textContent || "{}") : null;
}

/** Give the items of each tie their names. */
export function parseFacts(text: string): Facts {
  const written = JSON.parse(text) as Written;
  const ties = written.ties.map((row) =>
    Object.fromEntries(TIE_FIELDS.map((field, index) => [field, row[index]])) as unknown as FactsTie);
  return { ...written, ties };
}
