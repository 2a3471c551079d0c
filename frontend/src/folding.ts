// The form in which texts are compared: as graphmap/text.py folds names, from the same table of letters.

import { LETTERS_ALIKE } from "./generated";

const ALIKE: Readonly<Record<string, string>> = LETTERS_ALIKE;

/** Fold a text to words: no case, accents or punctuation, one form of the letters and digits of Persian. */
export function fold(text: string): string {
  // By way of capitals, so that ß and ς fold as Python's casefold has them.
  const apart = text.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
  const alike = Array.from(apart, (letter) => ALIKE[letter] ?? letter).join("");
  return alike.replace(/\p{Mn}/gu, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
}

/** Make a test of whether a folded text holds every word of a query. */
export function makeMatcher(query: string): (folded: string) => boolean {
  const words = fold(query).split(" ").filter(Boolean);
  return (folded) => words.every((word) => folded.includes(word));
}
