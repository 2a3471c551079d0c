// The sentence: what is the matter, in words that Python has written for every choice.

import { findChosen } from "./chosen";
import { digits, type Facts } from "./facts";
import type { State } from "./state";

/** Show the sentences for what is chosen, the first large, the others below it. */
export function showSentence(facts: Facts, state: State): void {
  const main = document.querySelector("[data-sentence]");
  const more = document.querySelector("[data-more]");
  if (!main || !more) return;
  const at = Math.max(facts.languages.indexOf(state.lang as "en" | "fa"), 0);
  const exact = `${state.country}|${state.province}|${state.sector}`;
  const plain = `${state.country}|${state.province}|`;
  const numbers = (facts.sentences[exact] ?? facts.sentences[plain])?.[at];
  const lines = numbers?.map((number) => facts.lines[number] ?? "") ?? [sayPair(facts, state, at)];
  main.textContent = lines[0] ?? "";
  more.replaceChildren(...lines.slice(1).map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
}

/** A choice without sentences of its own: the page carries patterns, with a count or without. */
function sayPair(facts: Facts, state: State, at: number): string {
  const name = (id: string): string => `\u2068${facts.names[id]?.[at] ?? id}\u2069`;
  const count = findChosen(facts, state).ties.size;
  return ((count ? facts.counted : facts.pair)[at] ?? "")
    .replace("{province}", () => name(state.province))
    .replace("{country}", () => name(state.country))
    .replace("{ties}", () => digits(count, state.lang));
}
