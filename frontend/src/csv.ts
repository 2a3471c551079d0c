// The CSV that a table is taken away as: RFC 4180, a mark for Excel, no cell that a spreadsheet would run.

import { FORMULA_START } from "./generated";

const FORMULA = new RegExp(`^(?:${FORMULA_START})`);

/** Write lines of cells, with the mark by which Excel knows UTF-8. */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("")}`;
}

/** One cell: a text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function writeCell(text: string): string {
  const plain = text.replace(/[\u2066-\u2069]/g, "");
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Hand a text to the reader as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
