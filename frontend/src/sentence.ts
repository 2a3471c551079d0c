// The sentence: what is the matter, in words that Python has written for every choice.

import { findChosen } from "./chosen";
import { CHOICE_MARK, type Facts, ISOLATES } from "./generated";
import type { State } from "./state";
import { fillPattern, findLanguage, writeNumber } from "./words";

/** Show the sentences for what is chosen, the first large, the others below it. */
export function startSentence(frame: Element, facts: Facts): (state: State) => void {
  const main = frame.querySelector("[data-sentence]");
  const more = frame.querySelector("[data-more]");
  return (state) => {
    const lines = findLines(facts, state);
    if (main) main.textContent = lines[0] ?? "";
    more?.replaceChildren(...lines.slice(1).map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }));
  };
}

/** The lines for what is chosen: those written for just this, else for it without its sector, else a pattern filled. */
export function findLines(facts: Facts, state: State): readonly string[] {
  const at = findLanguage(facts.languages, state.lang);
  const find = (sector: string): readonly number[] | undefined =>
    facts.sentences[[state.country, state.province, sector].join(CHOICE_MARK)]?.[at];
  const numbers = find(state.sector) ?? find("");
  return numbers?.map((number) => facts.lines[number] ?? "") ?? [sayPair(facts, state, at)];
}

function sayPair(facts: Facts, state: State, at: number): string {
  const name = (id: string): string => ISOLATES.join(facts.names[id]?.[at] ?? id);
  const count = findChosen(facts, state).ties.size;
  return fillPattern((count ? facts.counted : facts.pair)[at] ?? "", {
    province: name(state.province), country: name(state.country), ties: writeNumber(count, state.lang),
  });
}
