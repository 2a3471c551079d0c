// What every page of the explorer does: `/` leads to the search, which completes; copies; keeps the choice on changing language.

const search = document.querySelector<HTMLInputElement>("input[data-complete]");
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
search?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void complete(search), 120);
});

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

document.documentElement.classList.add("scripted");
