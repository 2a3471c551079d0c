// What the script says of itself: numbers in the language of the page, and patterns that Python wrote.

import type { Code } from "./generated";

/** The place of a language among those of the page: its first where it has it not. */
export function findLanguage(languages: readonly Code[], lang: string): number {
  return Math.max(languages.indexOf(lang as Code), 0);
}

/** The language in which a page opens: the first that the browser prefers of those that it holds, else its own. */
export function chooseLanguage(languages: readonly Code[], preferred: readonly string[], own: string): string {
  const wanted = preferred.map((one) => one.split("-")[0] ?? "");
  return wanted.find((one) => (languages as readonly string[]).includes(one)) ?? own;
}

const WRITERS = new Map<string, Intl.NumberFormat>();

/** Write a whole number as a language does: its digits, its mark between thousands. */
export function writeNumber(count: number, lang: string): string {
  const writer = WRITERS.get(lang) ?? new Intl.NumberFormat(lang); // takes longer to make than to write with
  WRITERS.set(lang, writer);
  return writer.format(count);
}

/** Put texts into a pattern where it names them in braces; what they hold is not read again. */
export function fillPattern(pattern: string, texts: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => texts[key] ?? whole);
}

/** Write "13 of 101" after a pattern such as "{n} of {m} ties". */
export function sayShown(pattern: string, shown: number, all: number, lang: string): string {
  return fillPattern(pattern, { n: writeNumber(shown, lang), m: writeNumber(all, lang) });
}

/** Write a text where another stands: what stands there already would be laid out anew. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
