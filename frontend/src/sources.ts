// The many sources of a page: folded; each is drawn when the fold is opened.

import { findSource, isAddress, isPersian } from "./evidence";
import { type Facts, findDate } from "./facts";
import { findSpeaker } from "./say";
import type { State } from "./state";

/** Draw the folded sources when they are asked for, in the language of the page. */
export function startSources(frame: Element, facts: Facts): (state: State) => void {
  const fold = frame.querySelector<HTMLDetailsElement>("details[data-sources]");
  if (!fold) return () => undefined;
  const list = document.createElement("ul");
  list.className = "sources";
  let lang = "";
  const draw = (): void => {
    if (!fold.open || list.dataset["lang"] === lang) return;
    list.dataset["lang"] = lang;
    const { at, say } = findSpeaker(facts, lang);
    list.replaceChildren(...facts.sources.map((source) => {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      name.textContent = findSource(source, at);
      if (!isPersian(name.textContent)) name.lang = "en";
      item.append(name);
      const grade = facts.words["grade"]?.find(([letter]) => letter === source.grade)?.[at + 1];
      if (grade) item.append(` · ${grade}`);
      if (source.day >= 0) item.append(` · ${say("sources-retrieved", { day: findDate(facts, source.day, at) })}`);
      if (isAddress(source.url)) {
        const link = document.createElement("a");
        link.href = source.url;
        link.rel = "noreferrer noopener";
        link.dir = "ltr";
        link.textContent = source.url;
        item.append(" · ", link);
      }
      return item;
    }));
    fold.append(list);
  };
  fold.addEventListener("toggle", draw);
  return (state) => { lang = state.lang; draw(); };
}
