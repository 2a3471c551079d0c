// The controls above the panels: choices to pick from, in the order of the language; chips to take off one by one.

import { sayDay, turnTo } from "./days";
import { type Facts, findName, findWord } from "./facts";
import { LEVELS, PAIR_MARK, type StateKey } from "./generated";
import { holdFocus } from "./keyboard";
import { findSpeaker } from "./say";
import { listDays, listProvinces, type State } from "./state";

/** A control that is not a key of the state: the second of two provinces. */
const SECOND = "second";

/** Beyond so many a list is filled when it is opened; before that it holds what is chosen alone. */
const MANY = 300;

type Set = (change: Partial<State>) => void;

/** Fill the lists of choices and keep them at the state. */
export function startChoices(facts: Facts, set: Set): (state: State) => void {
  const selects = Array.from(document.querySelectorAll<HTMLSelectElement>("select[data-state]"));
  let now: State | null = null;
  for (const select of selects) {
    const key = select.dataset["state"] ?? "";
    const open = (): void => { if (now) fill(select, facts, key, now, true); };
    select.addEventListener("pointerdown", open);
    select.addEventListener("focus", open);
    select.addEventListener("change", () => {
      const [one = "", other = ""] = listProvinces(now ?? { province: "" });
      if (key === "province") set({ province: joinProvinces(select.value, select.value ? other : "") });
      else if (key === SECOND) set({ province: joinProvinces(one, select.value) });
      else set({ [key]: select.value });
    });
  }
  return (state) => {
    now = state;
    const [one = ""] = listProvinces(state);
    for (const select of selects) {
      const key = select.dataset["state"] ?? "";
      fill(select, facts, key, state, false);
      if (key === SECOND) (select.closest("label") ?? select).hidden = one === "";
    }
  };
}

/** Write two provinces as the address has them; the same twice is one. */
export function joinProvinces(one: string, other: string): string {
  return one && other && one !== other ? [one, other].join(PAIR_MARK) : one || other;
}

function fill(select: HTMLSelectElement, facts: Facts, key: string, state: State, opened: boolean): void {
  const { at, compare } = findSpeaker(facts, state.lang);
  const [one = "", other = ""] = listProvinces(state);
  const value = key === "province" ? one : key === SECOND ? other : state[key as StateKey];
  const values = key === "country" ? facts.countries : key === "sector" ? facts.sectors : key === "level" ? facts.levels : key === "as_of" ? listDays(facts)
    : key === SECOND ? facts.provinces.filter((id) => id !== one) : facts.provinces;
  const all = select.querySelector<HTMLOptionElement>("option[data-en], option[data-fa]");
  if (all) all.textContent = all.getAttribute(`data-${state.lang}`) ?? all.textContent;
  const wanted = values.length > MANY && !opened ? values.filter((id) => id === value) : values;
  const mark = `${state.lang} ${wanted.length} ${wanted.length < MANY ? wanted.join(" ") : ""}`;
  if (select.dataset["filled"] !== mark) {
    const name = (id: string): string => key === "sector" ? findWord(facts, "sector", facts.sectors.indexOf(id), at)
      : key === "level" ? findWord(facts, "level", (LEVELS as readonly string[]).indexOf(id), at)
      : key === "as_of" ? sayDay(facts, { lang: state.lang, as_of: id }) : findName(facts, id, at);
    const named = wanted.map((id) => [id, name(id)] as const);
    if (key !== "level" && key !== "as_of") named.sort((a, b) => compare(a[1], b[1]));
    select.replaceChildren(...(all ? [all] : []), ...named.map(([id, text]) => new Option(text, id)));
    select.dataset["filled"] = mark;
  }
  if (key === "as_of") select.disabled = state.sector !== "";
  select.value = value;
}

/** Say of another day than the page's own what is told of it, and what is not. */
export function startNotice(facts: Facts, start: State): (state: State) => void {
  const notice = document.querySelector<HTMLElement>("[data-other-day]");
  return (state) => {
    if (!notice) return;
    notice.hidden = turnTo(facts, state.as_of).turned === "";
    const own = sayDay(facts, { lang: state.lang, as_of: start.as_of });
    notice.textContent = notice.hidden ? "" : findSpeaker(facts, state.lang).say("page-other-day", { day: sayDay(facts, state), own });
  };
}

/** Show what is chosen as chips, each to be taken off. */
export function startChips(facts: Facts, start: State, set: Set): (state: State) => void {
  const list = document.querySelector("[data-chips]");
  const fixed = Array.from(list?.children ?? []);
  return (state) => {
    const { at, say } = findSpeaker(facts, state.lang);
    const chips: [string, string, Partial<State>][] = [];
    if (state.country) chips.push([say("page-country"), findName(facts, state.country, at), { country: "" }]);
    const provinces = listProvinces(state);
    for (const province of provinces) {
      chips.push([say("page-province"), findName(facts, province, at), { province: provinces.filter((one) => one !== province).join(PAIR_MARK) }]);
    }
    if (state.sector) chips.push([say("page-sector"), findWord(facts, "sector", facts.sectors.indexOf(state.sector), at), { sector: "" }]);
    if (state.level !== start.level) {
      chips.push([say("page-level"), findWord(facts, "level", (LEVELS as readonly string[]).indexOf(state.level), at), { level: start.level }]);
    }
    if (turnTo(facts, state.as_of).turned) chips.push([say("page-day"), sayDay(facts, state), { as_of: start.as_of }]);
    if (state.query) chips.push([say("evidence-search"), state.query, { query: "" }]);
    const giveBack = holdFocus(list);
    list?.replaceChildren(...fixed, ...chips.map(([what, name, change]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "chip on";
      const strong = document.createElement("b");
      strong.textContent = name;
      const cross = document.createElement("span");
      cross.setAttribute("aria-hidden", "true");
      cross.textContent = "×";
      button.append(`${what}: `, strong, " ", cross);
      button.setAttribute("aria-label", say("page-take-off", { name: `${what}: ${name}` }));
      button.addEventListener("click", () => set(change));
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
    giveBack();
  };
}
