// Heads of tables that sort: what a head becomes, and which way it sorts next.

import { makeItem } from "./keyboard";

/** Make a head of a table a button that sorts, by mouse and keyboard. */
export function addSort(head: HTMLElement, sort: () => void): void {
  // Not a button element: Chromium leaves these out of the heads that it repeats on printed sheets.
  const button = document.createElement("span");
  button.className = "sort";
  button.append(...Array.from(head.childNodes));
  head.append(button);
  makeItem(button, "button");
  button.addEventListener("click", sort);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    sort();
  });
}

/** Turn the order of a head, and take it from all others; says whether it now runs down. */
export function turnOrder(head: HTMLElement, heads: readonly HTMLElement[]): boolean {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  return down;
}
