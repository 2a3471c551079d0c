// Makes elements of the page; what they say is always text.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Make an element: true stands alone, false and undefined are left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** Make a button that does something. */
export function makeButton(words: string, deed: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const button = make("button", { type: "button", ...attributes }, words);
  button.addEventListener("click", deed);
  return button;
}
