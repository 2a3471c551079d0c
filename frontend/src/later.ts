// What a large page does not carry: its facts are asked for once it is seen. Until they are there, a choice is a page anew.

import { askPatiently } from "./patience";

/** The parts of the page that its script reads, each by the id of the element that holds it. */
const PARTS = ["facts", "drawn", "on-choice"];

/** The query of a page in which a country, a province or both are chosen; what is chosen already is let go. */
export function chooseByQuery(query: string, country: string | null, province: string | null): string {
  const given = new URLSearchParams(query);
  for (const [name, value] of [["country", country], ["province", province]] as const) {
    if (value === null) continue;
    if (given.get(name) === value && (country === null || province === null)) given.delete(name);
    else given.set(name, value);
  }
  return given.toString();
}

function chooseAnew(event: MouseEvent): void {
  const target = (event.target as Element).closest("[data-choose-country], [data-choose-province]");
  if (!target) return;
  const read = (name: string): string | null => target.getAttribute(`data-choose-${name}`);
  location.search = chooseByQuery(location.search, read("country"), read("province"));
}

/** Ask for what the page does not carry, and let its script begin when that is there. */
export async function askForFacts(): Promise<void> {
  const facts = document.querySelector<HTMLElement>("#facts[data-from]");
  if (!facts) return;
  const byPage = location.pathname === "/map";
  if (byPage) document.addEventListener("click", chooseAnew);
  const answer = await askPatiently(facts.dataset["from"] ?? "");
  if (!answer.ok) return;
  const told = (await answer.json()) as Readonly<Record<string, string>>;
  for (const name of PARTS) {
    const held = document.getElementById(name);
    if (held) held.textContent = told[name] ?? "";
  }
  facts.removeAttribute("data-from");
  document.removeEventListener("click", chooseAnew);
  document.dispatchEvent(new Event("facts"));
}
