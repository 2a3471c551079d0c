// Starts the page: reads what it carries, links its views, keeps the state in the address.

import { type Chosen, findChosen } from "./chosen";
import { type Facts, readFacts } from "./facts";
import { addRoving, isShown, makeItem } from "./keyboard";
import { startMap } from "./map";
import { startMatrix } from "./matrix";
import { startNetwork } from "./network";
import { showSentence } from "./sentence";
import { readState, type State, writeState } from "./state";
import { sayShown, startTable } from "./table";

type Draw = (state: State, chosen: Chosen) => void;

const root = document.documentElement;
const facts = readFacts();
const start: State = {
  lang: root.lang, country: "", province: "", sector: "", level: "", as_of: "", query: "", ...facts?.start,
};
let state = readState(location.hash, start, facts);

/** The one way to change the state: write the address, then draw. Typing does not fill the history. */
function setState(change: Partial<State>, quiet = false): void {
  state = { ...state, ...change };
  const hash = writeState(state, start);
  const address = hash ? `#${hash}` : location.pathname + location.search;
  if (quiet) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  draw();
}

const draws: Draw[] = [];

function draw(): void {
  const none: Chosen = { any: false, ties: new Set(), provinces: new Set(), countries: new Set() };
  const chosen = facts ? findChosen(facts, state) : none;
  root.lang = state.lang;
  root.dir = state.lang === "fa" ? "rtl" : "ltr";
  for (const one of draws) one(state, chosen);
}

function choose(target: Element): void {
  const country = target.getAttribute("data-choose-country");
  const province = target.getAttribute("data-choose-province");
  const same = (country === null || country === state.country) && (province === null || province === state.province);
  const change: { country?: string; province?: string } = {};
  if (country !== null) change.country = same ? "" : country;
  if (province !== null) change.province = same ? "" : province;
  setState(change);
}

function linkViews(all: Facts): void {
  const link = (selector: string, make: (view: Element, facts: Facts) => Draw): void => {
    const view = document.querySelector(selector);
    if (view) draws.push(make(view, all));
  };
  draws.push((now) => showSentence(all, now));
  link("[data-matrix]", startMatrix);
  link("[data-map]", startMap);
  link("[data-network]", startNetwork);
  draws.push((now) => nameThings(all, now));
}

/** Give shapes and titles their names in the language that is shown. */
function nameThings(all: Facts, now: State): void {
  const at = Math.max(all.languages.indexOf(now.lang as "en" | "fa"), 0);
  document.title = all.titles[at] ?? document.title;
  for (const item of document.querySelectorAll("[data-map-province], [data-map-country]")) {
    const name = all.names[item.getAttribute("data-map-province") ?? item.getAttribute("data-map-country") ?? ""]?.[at] ?? "";
    if (item.hasAttribute("data-item")) item.setAttribute("aria-label", name);
    const title = item.querySelector(":scope > title");
    if (title) title.textContent = name;
  }
  for (const option of document.querySelectorAll<HTMLOptionElement>("option[data-en]")) {
    option.textContent = option.getAttribute(`data-${now.lang}`);
  }
}

function linkControls(): void {
  for (const bar of document.querySelectorAll("[role='toolbar']")) {
    const buttons = Array.from(bar.querySelectorAll("button"));
    for (const button of buttons) makeItem(button, null);
    addRoving(bar, () => buttons.filter(isShown));
  }
  for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-state]")) {
    const key = select.dataset["state"] as keyof State;
    select.addEventListener("change", () => setState({ [key]: select.value }));
    draws.push((now) => { select.value = now[key]; });
  }
  const search = document.querySelector<HTMLInputElement>("input[data-search]");
  search?.addEventListener("input", () => setState({ query: search.value }, true));
  draws.push((now) => { if (search && search.value !== now.query) search.value = now.query; });
  for (const button of document.querySelectorAll<HTMLElement>("[data-lang-switch]")) {
    button.addEventListener("click", () => setState({ lang: button.dataset["langSwitch"] ?? "en" }));
    draws.push((now) => { button.hidden = button.dataset["langSwitch"] === now.lang; });
  }
  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  document.querySelector("[data-clear]")?.addEventListener("click", clear);
}

function clear(): void {
  setState({ country: "", province: "", sector: "", query: "" });
}

function linkTable(frame: Element): void {
  const view = startTable(frame, () => state.lang, facts?.file ?? root.dataset["file"] ?? "table", facts);
  const rows = frame.querySelectorAll("tbody tr").length;
  const said = frame.querySelector("[data-shown]");
  draws.push((now, chosen) => {
    const keep = (row: HTMLElement): boolean => !facts || !chosen.any || chosen.ties.has(Number(row.dataset["index"]));
    const shown = view.filter(now.query, keep);
    const pattern = said?.getAttribute(`data-${now.lang}`);
    if (said && pattern) said.textContent = sayShown(pattern, shown, rows, now.lang);
    const empty = frame.querySelector<HTMLElement>("[data-none]");
    if (empty) empty.hidden = shown > 0;
  });
}

root.classList.add("scripted");
if (facts) linkViews(facts);
linkControls();
for (const frame of document.querySelectorAll("[data-table]")) linkTable(frame);
document.addEventListener("click", (event) => {
  const target = (event.target as Element).closest("[data-choose-country], [data-choose-province]");
  if (target && facts) choose(target);
});
document.addEventListener("keydown", (event) => {
  const here = event.target as Element;
  if (event.key === "Escape") clear();
  const target = here.closest("[data-item][data-choose-country], [data-item][data-choose-province]");
  if (target && facts && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    choose(target);
  }
});
const reread = (): void => {
  state = readState(location.hash, start, facts);
  draw();
};
window.addEventListener("hashchange", reread);
window.addEventListener("popstate", reread);
draw();
// Names are measured with the page's own font.
void document.fonts?.ready.then(() => draw());
