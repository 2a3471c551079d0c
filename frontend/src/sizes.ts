// The size of a drawing on the screen: asked once, and again when it has changed, for asking lays out the page.

/** How wide and tall an element is, in pixels. */
export interface Size { readonly width: number; readonly height: number }

/** Watch the size of an element; what is returned says it. Make it before what listens to a resize of the window. */
export function watchSize(element: Element): () => Size {
  let known: Size | null = null;
  // What the browser tells after it has laid out costs nothing.
  new ResizeObserver(([entry]) => { known = entry?.contentRect ?? null; }).observe(element);
  window.addEventListener("resize", () => { known = null; });
  return () => {
    known ??= element.getBoundingClientRect();
    return known;
  };
}
