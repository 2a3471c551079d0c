// The marks of the verdicts, drawn as graphmap/views/marks.py draws them: the shapes are generated from there.

import { MARK_OF, MARK_SHAPES, MARK_SIZE, type MarkName, VERDICTS, type Verdict } from "./generated";

const SVG = "http://www.w3.org/2000/svg";

/** Make an element of a drawing. */
export function makeShape(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** Draw a mark; assistive tools pass over it, for its word stands beside it. */
export function drawMark(name: MarkName): SVGElement {
  const [width, height] = MARK_SIZE;
  const svg = makeShape("svg", {
    class: `verdict-mark is-${name}`, width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true",
  });
  for (const [tag, attributes] of MARK_SHAPES[name]) svg.append(makeShape(tag, attributes));
  return svg;
}

/** Draw the mark of a verdict, if it has one. */
export function drawVerdictMark(verdict: Verdict): SVGElement | null {
  const name = MARK_OF[verdict];
  return name ? drawMark(name) : null;
}

/** Return the strongest of some verdicts, none where there is not one. */
export function findStrongest(verdicts: Iterable<Verdict>): Verdict {
  let best = 0;
  for (const verdict of verdicts) best = Math.max(best, VERDICTS.indexOf(verdict));
  return VERDICTS[best] ?? "none";
}
