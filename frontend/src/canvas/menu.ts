// The menu of a node: opened by Enter or the other button of the mouse, walked by arrows, left by Escape.

import { make } from "./elements";

/** One thing that a menu offers. */
export interface Offer { readonly words: string; readonly deed: () => void }

/** A menu over the drawing. */
export class Menu {
  constructor(private readonly element: HTMLElement, private readonly home: HTMLElement) {
    element.addEventListener("keydown", (event) => this.walk(event));
    element.addEventListener("focusout", (event) => {
      if (!element.contains(event.relatedTarget as Node | null)) this.close(false);
    });
  }

  /** Open it with what it offers, at a point of the drawing. */
  open(offers: readonly Offer[], x: number, y: number): void {
    this.element.replaceChildren(...offers.map(({ words, deed }) => {
      const item = make("div", { role: "menuitem", tabindex: -1 }, words);
      item.addEventListener("click", () => {
        this.close(true);
        deed();
      });
      return item;
    }));
    this.element.hidden = false;
    const room = this.home.getBoundingClientRect();
    this.element.style.left = `${Math.max(4, Math.min(x, room.width - this.element.offsetWidth - 4))}px`;
    this.element.style.top = `${Math.max(4, Math.min(y, room.height - this.element.offsetHeight - 4))}px`;
    (this.element.firstElementChild as HTMLElement | null)?.focus();
  }

  /** Close it; the focus goes back to the drawing. */
  close(back: boolean): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    if (back) this.home.querySelector<HTMLElement>(".canvas-focus")?.focus();
  }

  private walk(event: KeyboardEvent): void {
    const items = [...this.element.children] as HTMLElement[];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    else if (event.key === "Enter" || event.key === " ") items[at]?.click();
    else if (event.key === "Escape" || event.key === "Tab") this.close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
