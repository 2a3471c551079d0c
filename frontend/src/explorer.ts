// What every page of the explorer does: `/` leads to the search, which completes; copies; keeps the choice on changing language.

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
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || here.closest("input, textarea, select")) return;
  event.preventDefault();
  search?.focus();
});

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keep-hash]")) {
  link.addEventListener("click", () => { link.hash = location.hash.replace(/(^#|&)lang=[^&]*/, "$1"); });
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset["copy"] ?? "")?.textContent ?? "";
    void navigator.clipboard?.writeText(text).then(() => { button.textContent = button.dataset["copied"] ?? button.textContent; });
  });
}

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
  const answer = await fetch(`/api/trial?${address}`);
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

// A meeting: next and back by key, black screen, full screen, and an agenda whose items move by key.
const screen = document.documentElement;
const isTyping = (event: KeyboardEvent): boolean => Boolean((event.target as Element).closest("input, textarea, select"));

function turnFull(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}

if (screen.classList.contains("meeting")) {
  const lead = screen.dir === "rtl" ? -1 : 1;
  const go = (step: number): void => {
    const address = screen.dataset[step > 0 ? "after" : "before"];
    if (address) location.assign(address);
  };
  document.querySelector("[data-full]")?.addEventListener("click", turnFull);
  document.addEventListener("keydown", (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest("[data-panel]")) return;
    const steps: Record<string, number> = { ArrowRight: lead, ArrowLeft: -lead, PageDown: 1, PageUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) { event.preventDefault(); go(step); }
    else if (event.key === "b" || event.key === "B" || event.key === ".") screen.classList.toggle("black");
    else if (event.key === "f" || event.key === "F") turnFull();
    else if (event.key === "Escape" && !document.fullscreenElement) location.assign(screen.dataset["agenda"] ?? "/meeting");
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

document.documentElement.classList.add("scripted");
