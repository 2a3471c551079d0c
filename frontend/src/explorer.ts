// What every page of the explorer does: `/` leads to the search, which completes; copies; keeps the choice on changing language.

import { askForFacts } from "./later";
import { startPanelFiles } from "./panel_files";
import { askPatiently } from "./patience";
import { askForParts, askForTurns } from "./start";

const completed = document.querySelectorAll<HTMLInputElement>("input[data-complete]");
const search = document.querySelector<HTMLInputElement>("input[type=search][data-complete]");
const completions = document.querySelector("#completions");
let asked = "";

async function complete(input: HTMLInputElement): Promise<void> {
  const text = input.value.trim();
  if (text === asked || text.length < 2 || !completions) return;
  asked = text;
  const lang = document.documentElement.lang;
  const answer = await fetch(`/api/complete?${new URLSearchParams({ q: text, lang }).toString()}`);
  if (!answer.ok || asked !== text) return;
  const said = (await answer.json()) as { completions: readonly { text: string }[] };
  completions.replaceChildren(...said.completions.map(({ text: offered }) => {
    const option = document.createElement("option");
    option.value = offered;
    return option;
  }));
}

let waiting = 0;
for (const input of completed) {
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void complete(input), 120);
  });
}

document.addEventListener("keydown", (event) => {
  const here = event.target as HTMLElement;
  // On an Arabic keyboard a letter stands on this key.
  const slash = event.key === "/" || (event.code === "Slash" && /[\u0600-\u06ff]/.test(event.key));
  if (!slash || event.ctrlKey || event.metaKey || event.altKey || here.closest("input, textarea, select")) return;
  event.preventDefault();
  search?.focus();
});

/** The query of the page as it now is, with some of it changed. */
function writeState(change: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change)) given.set(name, value);
  return given.toString();
}

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keep-hash]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash.replace(/(^#|&)lang=[^&]*/, "$1");
    if (location.pathname === "/map") link.search = writeState({ lang: link.hreflang });
  });
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset["copy"] ?? "")?.textContent ?? "";
  void navigator.clipboard?.writeText(text).then(() => { button.textContent = button.dataset["copied"] ?? button.textContent; });
});

document.querySelector<HTMLTextAreaElement>("textarea[data-submit]")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.target as HTMLTextAreaElement).form?.requestSubmit();
});

const trial = document.querySelector<HTMLFormElement>("form[data-trial]");
const warning = document.querySelector<HTMLElement>("[data-trial-warning]");
let warned = "";

/** Say who is at a place already while its name is typed; a name that is not whole yet says nothing. */
async function warn(form: HTMLFormElement, frame: HTMLElement): Promise<void> {
  const read = (name: string): string => String(new FormData(form).get(name) ?? "").trim();
  const given = new URLSearchParams({ target: read("target"), lang: document.documentElement.lang });
  if (read("province")) given.set("province", read("province"));
  const address = given.toString();
  if (address === warned || read("target").length < 2) return;
  warned = address;
  const answer = await askPatiently(`/api/before_signing?${address}`, () => warned === address);
  if (warned !== address) return;
  const said = answer.ok ? ((await answer.json()) as { warning: readonly string[] }).warning : [];
  frame.hidden = said.length === 0;
  frame.replaceChildren(...said.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
}

if (trial && warning) {
  let soon = 0;
  for (const event of ["input", "change"]) {
    trial.addEventListener(event, () => {
      clearTimeout(soon);
      soon = window.setTimeout(() => void warn(trial, warning), 150);
    });
  }
}

void askForFacts();

// A page that is still being worked out is asked for until it is there.
// Who has begun to type meanwhile is not disturbed.
const isAsking = (): boolean => Boolean(document.querySelector<HTMLInputElement>(".ask input[name=q]")?.value);
if (document.querySelector("[data-working]")) {
  void askPatiently(location.href).then(() => { if (!isAsking()) location.reload(); });
}

void askForParts().then(askForTurns);

// A meeting: next and back by key, black screen, full screen, and an agenda whose items move by key.
const stage = document.documentElement;
const isTyping = (event: KeyboardEvent): boolean => Boolean((event.target as Element).closest("input, textarea, select"));

function turnFull(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}

if (stage.classList.contains("meeting")) {
  const lead = stage.dir === "rtl" ? -1 : 1;
  const go = (step: number): void => {
    const address = stage.dataset[step > 0 ? "after" : "before"];
    if (address) location.assign(address);
  };
  document.querySelector("[data-full]")?.addEventListener("click", turnFull);
  document.addEventListener("keydown", (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest("[data-panel]")) return;
    const steps: Record<string, number> = { ArrowRight: lead, ArrowLeft: -lead, PageDown: 1, PageUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) { event.preventDefault(); go(step); }
    else if (event.code === "KeyB" || event.key === ".") stage.classList.toggle("black");
    else if (event.code === "KeyF") turnFull();
    else if (event.key === "Escape" && !document.fullscreenElement) location.assign(stage.dataset["agenda"] ?? "/meeting");
  });
}

const agenda = document.querySelector("[data-agenda-list]");
agenda?.addEventListener("keydown", (event) => {
  const pressed = event as KeyboardEvent;
  const move = pressed.key === "ArrowUp" ? "up" : pressed.key === "ArrowDown" ? "down" : "";
  const link = move && pressed.altKey ? (event.target as Element).closest("li")?.querySelector<HTMLAnchorElement>(`[data-${move}]`) : null;
  if (!link) return;
  event.preventDefault();
  const items = Array.from(agenda.children);
  const place = items.indexOf((event.target as Element).closest("li") as Element);
  location.assign(`${link.href}#item-${place + (move === "up" ? 0 : 2)}`);
});
if (agenda && location.hash.startsWith("#item-")) {
  agenda.children[Number(location.hash.slice(6)) - 1]?.querySelector<HTMLElement>(".said")?.focus();
}

// The agenda goes along from page to page, as long as the window is open.
const AGENDA = "graphmap-agenda";
const readItems = (): string[] => JSON.parse(sessionStorage.getItem(AGENDA) ?? "[]") as string[];
if (location.pathname === "/meeting") {
  sessionStorage.setItem(AGENDA, JSON.stringify(new URLSearchParams(location.search).getAll("item")));
}
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-agenda], .bar a[href^='/meeting']");
  if (!link) return;
  const added = link.dataset["agenda"] ?? "";
  const items = [...readItems(), ...(added ? [location.pathname === "/map" ? writeItem() : added] : [])];
  const given = new URLSearchParams({ lang: document.documentElement.lang });
  for (const item of new Set(items)) given.append("item", item);
  link.search = given.toString();
});

/** What is chosen on the page now, as an item of an agenda. */
function writeItem(): string {
  const now = new URLSearchParams(location.search);
  const item = new URLSearchParams();
  for (const name of ["country", "province", "sector"]) if (now.get(name)) item.set(name, now.get(name) ?? "");
  return item.toString();
}

// "Explore this" leads to the canvas with what is chosen on the page now; each panel has it in its head.
const explore = document.querySelector<HTMLAnchorElement>("a[data-explore]");
if (explore) {
  for (const head of document.querySelectorAll("[data-panel] > .panel-head")) {
    const own = explore.cloneNode(true) as HTMLAnchorElement;
    own.classList.add("explore");
    own.setAttribute("aria-label", `${own.textContent ?? ""}: ${head.querySelector("h2")?.textContent ?? ""}`);
    head.append(own);
  }
}
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-explore]");
  if (!link) return;
  const now = new URLSearchParams(location.search);
  const starts = [now.get("country") ?? "", ...(now.get("province") ?? "").split("*")].filter(Boolean);
  const given = new URLSearchParams({ lang: document.documentElement.lang });
  if (starts.length) given.set("start", starts.join("|"));
  link.search = given.toString();
}, true);

// The file holds what is on the page now, and opens as it is.
document.querySelector<HTMLAnchorElement>("a[data-file]")?.addEventListener("click", (event) => {
  const link = event.currentTarget as HTMLAnchorElement;
  const given = new URLSearchParams(location.search);
  given.delete("query");
  given.set("lang", document.documentElement.lang);
  given.set("format", "file");
  link.search = given.toString();
});

// The evidence opens beside the map; without this script its link leads to a page of its own.
let drawer: HTMLElement | null = null;
let opened: HTMLElement | null = null;

function closeDrawer(): void {
  drawer?.remove();
  drawer = null;
  opened?.focus();
}

async function openDrawer(link: HTMLAnchorElement): Promise<void> {
  const given = new URLSearchParams(location.search);
  given.delete("query");
  const answer = await askPatiently(`${link.pathname}?${given.toString()}`);
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  const body = made.querySelector("[data-evidence]");
  if (!body) return;
  closeDrawer();
  opened = link;
  drawer = document.createElement("aside");
  drawer.className = "drawer";
  drawer.tabIndex = -1;
  drawer.setAttribute("aria-label", link.textContent ?? "");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", link.dataset["close"] ?? "×");
  close.addEventListener("click", closeDrawer);
  const said = made.querySelector("header p");
  drawer.append(close, ...(said ? [said] : []), ...Array.from(body.childNodes));
  document.body.append(drawer);
  drawer.classList.add("scripted");
  close.focus();
}

document.querySelector<HTMLAnchorElement>("a[data-drawer]")?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void openDrawer(event.currentTarget as HTMLAnchorElement);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer) return;
  event.stopImmediatePropagation();
  closeDrawer();
}, true);

// Years: the slider leads to the page of a year, Play goes on year by year.
const slider = document.querySelector<HTMLInputElement>("input[data-years]");
const years = Array.from(document.querySelectorAll<HTMLAnchorElement>(".years a"));
const play = document.querySelector<HTMLButtonElement>("button[data-play]");
// Where the years are wider than the page, the one that is shown is in sight.
const shownYear = document.querySelector<HTMLElement>(".years [aria-current]");
const strip = shownYear?.closest("ol");
if (shownYear && strip) {
  const [year, whole] = [shownYear.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += year.left + year.width / 2 - whole.left - whole.width / 2;
}
const PLAYING = "graphmap-playing";
const PLACE = "graphmap-place";
/** How long a year stays, in milliseconds. */
const A_YEAR = 2500;

function goToYear(place: number, going = false): void {
  const link = years[place];
  if (!link) return;
  const now = new URLSearchParams(link.search);
  for (const name of ["country", "province", "sector", "level"]) {
    const value = new URLSearchParams(location.search).get(name);
    if (value) now.set(name, value);
    else now.delete(name);
  }
  sessionStorage.setItem(PLACE, String(window.scrollY));
  const address = `${link.pathname}?${now.toString()}`;
  // While it plays, the way back leads to where it began, and not through each year.
  if (going) location.replace(address);
  else location.assign(address);
}

if (slider) {
  const output = document.querySelector(".clock output");
  slider.addEventListener("input", () => {
    const told = years[Number(slider.value)]?.getAttribute("aria-label") ?? "";
    slider.setAttribute("aria-valuetext", told);
    if (output) output.textContent = told;
  });
  slider.addEventListener("change", () => goToYear(Number(slider.value)));
  for (const [place, link] of years.entries()) link.addEventListener("click", (event) => { event.preventDefault(); goToYear(place); });
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place) window.scrollTo(0, Number(place));
  const next = Number(slider.value) + 1;
  if (play && sessionStorage.getItem(PLAYING)) {
    if (next < years.length) {
      play.textContent = play.dataset["play"] ?? play.textContent;
      window.setTimeout(() => { if (sessionStorage.getItem(PLAYING)) goToYear(next, true); }, A_YEAR);
    } else sessionStorage.removeItem(PLAYING);
  }
  play?.addEventListener("click", () => {
    if (sessionStorage.getItem(PLAYING)) { sessionStorage.removeItem(PLAYING); location.reload(); return; }
    sessionStorage.setItem(PLAYING, "1");
    goToYear(next < years.length ? next : 0);
  });
}

// What a view is kept of is what is on the page now.
document.querySelector<HTMLFormElement>("form[data-keep]")?.addEventListener("submit", (event) => {
  const field = (event.target as HTMLFormElement).elements.namedItem("address") as HTMLInputElement;
  const given = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.replace(/^#/, ""))) {
    if (value) given.set(name, value);
    else given.delete(name);
  }
  for (const name of ["lang", "query"]) given.delete(name);
  field.value = `${location.pathname}?${given.toString()}`;
});

startPanelFiles();
// Controls that do nothing yet are not shown: the page's own script shows them once its facts have come.
if (!document.querySelector("#facts[data-from]")) document.documentElement.classList.add("scripted");

export {};
