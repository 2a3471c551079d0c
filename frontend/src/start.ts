// The start: parts that are being worked out are asked for, one after the other; then what would turn its verdicts.

import { askPatiently } from "./patience";

/** Milliseconds between two questions for a part: the server itself waits for it each time. */
const SOON = 100;

/** Put each part that was not there yet in its place, in the order in which the server works them out. */
export async function askForParts(): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")];
  const turn = (part: HTMLElement): number => Number(part.dataset["turn"]);
  for (const part of parts.sort((one, other) => turn(one) - turn(other))) {
    const answer = await askPatiently(part.dataset["part"] ?? "", () => true, SOON);
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) part.replaceWith(...made.body.children);
    else tellWhy(part, made);
  }
  document.querySelector("[data-waiting]")?.remove();
}

/** A part that cannot be told says why, and leaves the others as they are. */
function tellWhy(part: HTMLElement, made: Document): void {
  part.removeAttribute("aria-busy");
  const why = made.querySelector(".fault");
  if (why) part.lastElementChild?.replaceWith(why);
}

/** What would turn the verdicts takes longer than the page: it is asked for, and takes its place. */
export async function askForTurns(): Promise<void> {
  const decisions = document.querySelector<HTMLElement>("[data-against]");
  if (!decisions) return;
  const answer = await askPatiently(decisions.dataset["against"] ?? "");
  if (!answer.ok) return;
  const { against } = (await answer.json()) as { against: readonly string[] };
  const lines = decisions.querySelectorAll(".against");
  for (const [place, said] of against.entries()) {
    const line = lines[place];
    if (line) line.textContent = said;
  }
  delete decisions.dataset["against"];
}
