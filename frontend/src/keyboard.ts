// Moves by keyboard: one tab stop a view, arrows go to the nearest item that way, Enter chooses.

type Way = readonly [number, number];
type Point = readonly [number, number];

const ARROWS: Readonly<Record<string, Way>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** How much more a step aside counts than one straight ahead. */
const ASIDE = 3;

/** Give a view one tab stop; the arrows move within it. `list` lists all items, `usable` says which can be used now. */
export function addRoving(
  view: Element, list: () => readonly Element[], usable: (item: Element) => boolean = isShown,
): () => void {
  const settle = (): void => {
    // Each asks the browser where it is: so no more are looked at than must be.
    const stops = Array.from(view.querySelectorAll("[tabindex='0'][data-item]"));
    for (const old of stops) if (!usable(old)) old.setAttribute("tabindex", "-1");
    if (!stops.some((item) => item.getAttribute("tabindex") === "0")) list().find(usable)?.setAttribute("tabindex", "0");
  };
  view.addEventListener("keydown", (event) => {
    const key = event as KeyboardEvent;
    const here = (key.target as Element).closest("[data-item]");
    const way = readArrow(key);
    if (!here || !way) return;
    const others = list().filter((item) => item !== here && usable(item));
    const next = others[findNearest(findMiddle(here), others.map(findMiddle), way)];
    key.preventDefault();
    if (next) focusItem(view, next);
  });
  view.addEventListener("focusin", (event) => {
    const item = (event.target as Element).closest("[data-item]");
    if (item) setStop(view, item);
  });
  let due = false;
  // Where things are is asked when all panels are drawn: once for all of them, and not between each two.
  const settleSoon = (): void => {
    if (!due) queueMicrotask(() => { due = false; settle(); });
    due = true;
  };
  settleSoon();
  return settleSoon;
}

/** Remember which item of a part has the focus: what this returns gives it to the one in its place after a new drawing. */
export function holdFocus(part: Element | null | undefined, items = "[data-item], button"): () => void {
  const list = (): HTMLElement[] => Array.from(part?.querySelectorAll<HTMLElement>(items) ?? []);
  const at = list().indexOf(document.activeElement as HTMLElement);
  return () => {
    if (at < 0) return;
    const now = list();
    now[Math.min(at, now.length - 1)]?.focus({ preventScroll: true });
  };
}

/** Which of some tabs in a row a key leads to, the first after the last; -1 where it leads to none. */
export function findNextTab(key: string, at: number, many: number, rtl: boolean): number {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0;
  return step ? (at + (rtl ? -step : step) + many) % many : -1;
}

/** Which way a key leads; none where it is no arrow, or one that means something else to the browser. */
export function readArrow(
  key: Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">,
): Way | undefined {
  return key.ctrlKey || key.altKey || key.metaKey || key.shiftKey ? undefined : ARROWS[key.key];
}

function focusItem(view: Element, item: Element): void {
  setStop(view, item);
  (item as HTMLElement).focus();
}

function setStop(view: Element, item: Element): void {
  for (const old of view.querySelectorAll("[tabindex='0'][data-item]")) old.setAttribute("tabindex", "-1");
  item.setAttribute("tabindex", "0");
}

/** The place of the nearest point in a direction, -1 for none: what lies straight ahead counts before what lies aside. */
export function findNearest(from: Point, points: readonly Point[], [dx, dy]: Way): number {
  let best = -1;
  let least = Infinity;
  points.forEach(([x, y], index) => {
    const ahead = (x - from[0]) * dx + (y - from[1]) * dy;
    const aside = Math.abs((x - from[0]) * dy) + Math.abs((y - from[1]) * dx);
    if (ahead < 1) return;
    const far = ahead + ASIDE * aside;
    if (far < least) [best, least] = [index, far];
  });
  return best;
}

function findMiddle(item: Element): Point {
  const box = item.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

/** Make an element something that can be chosen: a role, a name that assistive tools read, a place among the stops. */
export function makeItem(element: Element, role: string | null): void {
  element.setAttribute("data-item", "");
  if (role) element.setAttribute("role", role);
  if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
}

/** Say whether an element takes up room now. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
