// The findings: tabs of ranked lines. A line is a choice that all else follows; the first few stand there, then all.

import { inSector } from "./chosen";
import { type Facts, findDate, findName, findWord, type Pair } from "./facts";
import { CERTAINTIES, FIRST_LINES, MOST_SECTORS, PAIR_MARK, RIVALRY, type Verdict } from "./generated";
import { addRoving, findNextTab, holdFocus, makeItem } from "./keyboard";
import { drawVerdictMark } from "./marks";
import { findOverlaps } from "./overlaps";
import { findPairs, keepFirst } from "./pairs";
import { findSpeaker, type Speaker } from "./say";
import { listProvinces, type State } from "./state";
import { writeNumber } from "./words";

/** How many lines are added at once where there are very many. */
const STEP = 200;

interface Line {
  readonly parts: readonly (readonly [string, string | Node])[];
  readonly choice: Partial<State>;
}

/** How many lines there are, and the first of them: those that are not shown are not made. */
interface Found { readonly count: number; readonly first: (most: number) => readonly Line[] }

type List = (facts: Facts, state: State, speaker: Speaker) => Found;

/** Make the tabs and their lines follow the state. */
export function startFindings(
  frame: Element, own: Facts, set: (change: Partial<State>) => void,
): (state: State, chosen: unknown, shown: Facts) => void {
  let facts = own;
  const tabs = Array.from(frame.querySelectorAll<HTMLElement>("[data-tab]"));
  const panels = Array.from(frame.querySelectorAll<HTMLElement>("[data-finding]"));
  const bar = frame.querySelector<HTMLElement>("[role='tablist']");
  const wanted = new Map<string, number>();
  let tab = tabs[0]?.dataset["tab"] ?? "";
  let withPossible = false;
  let within: Pick<State, "country" | "province"> = { country: "", province: "" };
  let now: State | null = null;

  const draw = (): void => {
    if (!now) return;
    const state = now;
    const speaker = findSpeaker(facts, state.lang);
    // A pair that is chosen from the list leaves the list as it is.
    if (listProvinces(state).length < 2) within = { country: state.country, province: state.province };
    for (const panel of panels) {
      const name = panel.dataset["finding"] ?? "";
      const { found, possible } = listLines(facts, { ...state, ...within }, speaker, name, withPossible);
      const button = tabs.find((one) => one.dataset["tab"] === name);
      const count = button?.querySelector("[data-count]");
      if (count) count.textContent = writeNumber(found.count, state.lang);
      button?.setAttribute("aria-selected", String(name === tab));
      button?.setAttribute("tabindex", name === tab ? "0" : "-1");
      panel.hidden = name !== tab;
      if (name !== tab) continue;
      const shown = Math.min(wanted.get(name) ?? FIRST_LINES, found.count);
      const list = panel.querySelector("ol");
      const giveBack = holdFocus(list);
      list?.replaceChildren(...found.first(shown).map((line, rank) => drawLine(line, rank + 1, state, set)));
      giveBack();
      const none = panel.querySelector<HTMLElement>("[data-none]");
      if (none) none.hidden = found.count > 0;
      const tools = panel.querySelector("[data-tools]");
      tools?.replaceChildren();
      const add = (text: string, press: () => void): void => {
        const made = document.createElement("button");
        made.type = "button";
        made.textContent = text;
        made.addEventListener("click", () => { press(); draw(); tools?.querySelector("button")?.focus(); });
        tools?.append(made);
      };
      if (shown < found.count) {
        const next = shown + STEP;
        add(next >= found.count ? speaker.say("findings-all", { count: found.count }) : speaker.say("findings-more", { count: STEP }),
          () => wanted.set(name, next));
      }
      if (shown > FIRST_LINES) add(speaker.say("findings-fewer"), () => wanted.delete(name));
      if (name === "rivalry" && possible) {
        add(withPossible ? speaker.say("findings-strong") : speaker.say("findings-possible", { count: possible }), () => { withPossible = !withPossible; });
      }
    }
    settle();
  };
  const choose = (name: string): void => {
    tab = name;
    draw();
    tabs.find((one) => one.dataset["tab"] === name)?.focus();
  };
  for (const button of tabs) button.addEventListener("click", () => choose(button.dataset["tab"] ?? ""));
  bar?.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((one) => one.dataset["tab"] === tab);
    const next = tabs[findNextTab(event.key, at, tabs.length, getComputedStyle(bar).direction === "rtl")];
    if (!next) return;
    event.preventDefault();
    choose(next.dataset["tab"] ?? "");
  });
  for (const panel of panels) {
    panel.setAttribute("role", "tabpanel");
    for (const head of panel.querySelectorAll<HTMLElement>("h3")) head.classList.add("vh");
  }
  const settle = addRoving(frame.querySelector("[data-finding]")?.parentElement ?? frame, () =>
    Array.from(frame.querySelectorAll(".line[data-item]")));
  return (state, _, shown) => { [facts, now] = [shown, state]; draw(); };
}

function drawLine(line: Line, rank: number, state: State, set: (change: Partial<State>) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "line";
  makeItem(button, null);
  const on = Object.entries(line.choice).every(([key, value]) => state[key as keyof State] === value);
  button.setAttribute("aria-pressed", String(on));
  for (const [name, text] of [["rank", writeNumber(rank, state.lang)] as const, ...line.parts]) {
    const span = document.createElement("span");
    span.className = `f-${name}`;
    span.append(text);
    button.append(span, " ");
  }
  button.addEventListener("click", () => set(on ? { country: "", province: "" } : line.choice));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function listLines(
  facts: Facts, state: State, speaker: Speaker, name: string, withPossible: boolean,
): { readonly found: Found; readonly possible: number } {
  if (name !== "rivalry") return { found: LISTS[name]?.(facts, state, speaker) ?? keepLines([]), possible: 0 };
  const pairs = findPairs(facts, state);
  const [one = ""] = listProvinces(state);
  const found = keepFirst(pairs.listed.filter((pair) => fits(pair.country, pair.provinces, state.country, one)));
  const strong = found.filter((pair) => (RIVALRY as readonly Verdict[]).includes(pairs.verdictOf(pair)));
  const maybe = found.filter((pair) => pairs.verdictOf(pair) === "possible");
  const shown = strong.length ? (withPossible ? [...strong, ...maybe] : strong) : maybe;
  const lines = shown.map((pair) => () => sayPair(facts, state, speaker, pair));
  return { found: keepLines(lines), possible: strong.length ? maybe.length : 0 };
}

/** Hold lines that are made when they are shown. */
function keepLines(lines: readonly (() => Line)[]): Found {
  return { count: lines.length, first: (most) => lines.slice(0, most).map((make) => make()) };
}

function fits(country: string, provinces: readonly string[], chosenCountry: string, chosenProvince: string): boolean {
  return (!chosenCountry || !country || country === chosenCountry) && (!chosenProvince || provinces.includes(chosenProvince));
}

function sayPair(facts: Facts, state: State, { at, say, list }: Speaker, pair: Pair): Line {
  const pairs = findPairs(facts, state);
  const name = (id: string): string => findName(facts, id, at);
  const verdict = pairs.verdictOf(pair);
  const mark = document.createDocumentFragment();
  const drawn = drawVerdictMark(verdict);
  if (drawn) mark.append(drawn, " ");
  mark.append(findWord(facts, "certainty", (CERTAINTIES as readonly string[]).indexOf(verdict), at));
  const words = (state.sector && verdict !== "possible" ? pair.sectors.filter((one) => one === state.sector) : pair.sectors)
    .map((one) => findWord(facts, "sector", facts.sectors.indexOf(one), at));
  const sectors = words.length === 0 ? say("unknown") : list(words, words.length <= MOST_SECTORS + 1 ? Infinity : MOST_SECTORS);
  const { since, day, listed } = pair.row;
  const from = since >= 0 ? findDate(facts, since, at)
    : day < 0 ? say("date-unknown") : say(listed ? "pair-listed" : "pair-since-latest", { day: findDate(facts, day, at) });
  return {
    parts: [
      ["verdict", mark], ["country", name(pair.country)], ["pair", pair.provinces.map(name).join(" × ")], ["sectors", sectors],
      ["met", pair.target === pair.country ? say("findings-same-country") : name(pair.target)],
      ["since", from], ["ties", say("findings-count", { count: pair.row.ties })],
    ],
    choice: { country: pair.country, province: pair.provinces.join(PAIR_MARK) },
  };
}

const LISTS: Readonly<Record<string, List>> = {
  overlap: (facts, state, { at, say, list, compare }) => {
    const [province = ""] = listProvinces(state);
    const found = findOverlaps(facts, { sector: state.sector, country: state.country, province });
    const name = (id: string): string => findName(facts, id, at);
    return {
      count: found.count,
      first: (most) => found.first(most).map(({ provinces, countries, of }): Line => ({
        parts: [
          ["pair", provinces.map(name).join(" × ")],
          ["shared", say("findings-shared", { shared: countries.length, of })],
          ["sectors", list([...countries].sort((a, b) => a[1] - b[1] || compare(name(a[0]), name(b[0]))).map(([id]) => name(id)), FIRST_LINES)],
        ],
        choice: { country: "", province: provinces.join(PAIR_MARK) },
      })),
    };
  },
  gaps: (facts, state, { at, say }) => {
    const tied = new Set(facts.ties.filter((tie) => facts.borders[tie.province]?.includes(tie.country) && inSector(tie, state))
      .map((tie) => `${tie.province} ${tie.country}`));
    const [chosen = ""] = listProvinces(state);
    return keepLines(Object.entries(facts.borders).flatMap(([province, countries]) => countries
      .filter((country) => !tied.has(`${province} ${country}`) && fits(country, [province], state.country, chosen))
      .map((country) => (): Line => ({
        parts: [
          ["pair", `${findName(facts, province, at)} – ${findName(facts, country, at)}`],
          ["sectors", say(facts.grounds[province]?.told || facts.grounds[country]?.told ? "absence-none-recorded" : "absence-cannot-tell")],
        ],
        choice: { country, province },
      }))));
  },
  alone: (facts, state, { at, say }) => {
    const [chosen = ""] = listProvinces(state);
    const held = new Map<string, { provinces: Set<string>; ties: number }>();
    for (const tie of facts.ties) {
      if (!inSector(tie, state)) continue;
      const found = held.get(tie.country) ?? { provinces: new Set<string>(), ties: 0 };
      found.provinces.add(tie.province);
      found.ties += 1;
      held.set(tie.country, found);
    }
    return keepLines([...held].filter(([country, { provinces }]) => provinces.size === 1 && fits(country, [...provinces], state.country, chosen))
      .sort((a, b) => b[1].ties - a[1].ties || (a[0] < b[0] ? -1 : 1))
      .map(([country, { provinces, ties }]) => () => {
        const [province = ""] = provinces;
        return {
          parts: [
            ["country", findName(facts, country, at)], ["pair", findName(facts, province, at)],
            ["sectors", say(facts.grounds[country]?.told ? "absence-none-recorded" : "absence-cannot-tell")],
            ["ties", say("findings-count", { count: ties })],
          ],
          choice: { country, province },
        };
      }));
  },
};
