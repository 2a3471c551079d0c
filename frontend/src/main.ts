// Starts the page of views: reads what it carries, links its panels, keeps the state in the address.

import { findChosen, NOTHING } from "./chosen";
import { turnTo } from "./days";
import { readFacts } from "./facts";
import { joinProvinces, startChips, startChoices, startNotice } from "./controls";
import { type Code, DIRECTIONS, STATE_KEYS, type StateKey } from "./generated";
import { addRoving, makeItem } from "./keyboard";
import { type Draw, type Follower, listStale, startPanels } from "./panels";
import { CLEARED, findStart, listChanges, listProvinces, readState, settleDay, type State, toggleChoice, writeQuery, writeState } from "./state";
import { startTable } from "./table";
import { chooseLanguage, findLanguage, sayShown } from "./words";

/** Start the page, once what it carries is there. */
export function startPage(): void {
  const root = document.documentElement;
  const facts = readFacts();
  const start = findStart(chooseLanguage(facts?.languages ?? [], navigator.languages, root.lang), facts);
  const followers: Follower[] = [];
  // The explorer serves the page of a state at an address of its own: there what is chosen stands in the query.
  const served = document.body.classList.contains("served") && location.pathname === "/map";
  const opened = location.search;
  const blank = served ? { ...start, ...CLEARED, level: "country" } : start;
  const readAddress = (): State =>
    served && location.search !== opened ? readState(location.search, blank, facts) : readState(location.hash, start, facts);
  let state = readAddress();

  function follow(keys: readonly StateKey[], draw: Draw): void {
    followers.push({ follows: keys, draw });
  }

  /** The one way to change the state: write the address, then draw. Typing does not fill the history. */
  function setState(change: Partial<State>, quiet = false): void {
    const before = state;
    state = settleDay({ ...state, ...change }, facts);
    const changed = listChanges(before, state);
    if (changed.length === 0) return;
    const hash = writeState(state, start);
    const address = served ? `${location.pathname}?${writeQuery(state, blank, location.search)}`
      : hash ? `#${hash}` : location.pathname + location.search;
    if (quiet) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    draw(changed);
  }

  function draw(changed: readonly StateKey[]): void {
    const chosen = facts ? findChosen(turnTo(facts, state.as_of), state) : NOTHING;
    // Writing what stands there already makes Chromium judge the style of the whole page anew.
    if (root.lang !== state.lang) root.lang = state.lang;
    const direction = DIRECTIONS[state.lang as Code] ?? root.dir;
    if (root.dir !== direction) root.dir = direction;
    root.classList.toggle("turned", Boolean(facts && turnTo(facts, state.as_of).turned));
    root.classList.toggle("choosing", Boolean(state.country || state.province));
    for (const one of listStale(followers, changed)) one.draw(state, chosen);
  }

  /** Choose a country, a province or both; with Shift or Ctrl a province becomes the second of two. */
  function choose(target: Element, second: boolean): void {
    const province = target.getAttribute("data-choose-province");
    const country = target.getAttribute("data-choose-country");
    const [one = ""] = listProvinces(state);
    if (second && province && country === null && one) setState({ province: joinProvinces(one, province) });
    else setState(toggleChoice(state, country, province));
  }

  function linkControls(): void {
    for (const bar of document.querySelectorAll("[role='toolbar']")) {
      const buttons = Array.from(bar.querySelectorAll("button"));
      for (const button of buttons) makeItem(button, null);
      addRoving(bar, () => buttons);
    }
    const search = document.querySelector<HTMLInputElement>("input[data-search]");
    search?.addEventListener("input", () => setState({ query: search.value }, true));
    follow(["query"], (now) => { if (search && search.value !== now.query) search.value = now.query; });
    for (const button of document.querySelectorAll<HTMLElement>("[data-lang-switch]")) {
      button.addEventListener("click", () => setState({ lang: button.dataset["langSwitch"] ?? start.lang }));
      follow(["lang"], (now) => { button.hidden = button.dataset["langSwitch"] === now.lang; });
    }
    document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  }

  function linkTable(frame: HTMLElement): void {
    const view = startTable(frame, () => state.lang, root.dataset["file"] ?? "table");
    const rows = frame.querySelectorAll("tbody tr").length;
    const said = frame.querySelector("[data-shown]");
    const empty = frame.querySelector<HTMLElement>("[data-none]");
    follow(["query", "lang"], (now) => {
      const shown = view.filter(now.query);
      const pattern = said?.getAttribute(`data-${now.lang}`);
      if (said && pattern) said.textContent = sayShown(pattern, shown, rows, now.lang);
      if (empty) empty.hidden = shown > 0;
    });
  }

  root.classList.add("scripted");
  if (facts) {
    follow(STATE_KEYS, startChoices(facts, setState));
    follow(STATE_KEYS, startChips(facts, start, setState));
    follow(STATE_KEYS, startNotice(facts, start));
    followers.push(...startPanels(facts, setState));
    follow(["lang"], (now) => { document.title = facts.titles[findLanguage(facts.languages, now.lang)] ?? document.title; });
  }
  linkControls();
  for (const frame of document.querySelectorAll<HTMLElement>("[data-table]")) linkTable(frame);
  document.addEventListener("click", (event) => {
    const target = (event.target as Element).closest("[data-choose-country], [data-choose-province]");
    if (target && facts) choose(target, event.shiftKey || event.ctrlKey || event.metaKey);
  });
  document.addEventListener("keydown", (event) => {
    const here = event.target as Element;
    if (event.key === "Escape") setState(CLEARED);
    const target = here.closest("[data-item][data-choose-country], [data-item][data-choose-province]");
    if (target && facts && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(target, event.shiftKey || event.ctrlKey || event.metaKey);
    }
  });
  const reread = (): void => {
    const before = state;
    state = readAddress();
    draw(listChanges(before, state));
  };
  window.addEventListener("hashchange", reread);
  window.addEventListener("popstate", reread);
  draw(STATE_KEYS);
}
