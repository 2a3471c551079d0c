// What lies beyond the map: which countries get a pill at its edge, and how a pill is drawn.

import { findClass, nameOf } from "./drawn";
import { ABROAD_STEPS, type Drawn, LABEL_SIZES } from "./generated";
import type { Box } from "./label_places";
import type { DrawnLabel } from "./labels";
import type { Look } from "./map_classes";
import { type Beyond, PILL, placePills } from "./map_pills";
import type { View } from "./map_view";
import { makeShape } from "./marks";
import { writeNumber } from "./words";

/** A country beyond the frame, with what is written on its pill and the class of its colour. */
export interface Far extends Beyond { readonly words: string; readonly step: number }

/** From how many provinces on a country outside gets a pill; a chosen one, and those of a province, always do. */
const COURTED = 3;
const MOST = 9;

/** List the countries outside the view that are worth a pill, the most courted first. */
export function listBeyond(
  labels: readonly DrawnLabel[], drawn: Drawn, { state, chosen, view: counts }: Look, view: View,
): readonly Far[] {
  const [left, top, width, height] = view;
  const found: (Far & { readonly count: number })[] = [];
  for (const label of labels) {
    if (label.kind !== "country" || (label.lang && label.lang !== state.lang)) continue;
    if (label.x > left && label.x < left + width && label.y > top && label.y < top + height) continue;
    const count = counts.provinces(label.id).size;
    const meant = state.province && !state.country ? chosen.countries.has(label.id) : !state.country && count >= COURTED;
    if (!meant) continue;
    const name = nameOf(drawn, label.id, state);
    const words = state.province ? name : `${name} ${writeNumber(count, state.lang)}`;
    found.push({ id: label.id, wide: label.wide, x: label.x, y: label.y, words, count, step: findClass(count, ABROAD_STEPS) + 1 });
  }
  return found.sort((a, b) => b.count - a.count).slice(0, MOST);
}

/** Draw the pills; returns their boxes, which names keep clear of. */
export function drawPills(layer: Element, countries: readonly Far[], view: View, unit: number): readonly Box[] {
  const pills = placePills(countries, view, unit);
  layer.replaceChildren(...pills.map(({ country, box, angle }) => {
    const wide = (box.right - box.left) / unit;
    const group = makeShape("g", {
      class: `pill step-${country.step}`, "data-pill": country.id,
      transform: `translate(${box.left.toFixed(1)} ${box.top.toFixed(1)}) scale(${unit.toFixed(4)})`,
    });
    const rightward = getComputedStyle(layer).direction === "rtl";
    const at = rightward ? PILL.arrow / 2 + 5 : wide - PILL.arrow / 2 - 5;
    const arrow = makeShape("path", {
      d: "M-6 0H5M1-4 5.5 0 1 4", transform: `translate(${at.toFixed(1)} ${PILL.height / 2}) rotate(${angle.toFixed(0)})`,
    });
    const text = makeShape("text", { x: (rightward ? PILL.arrow + (wide - PILL.arrow) / 2 : (wide - PILL.arrow) / 2).toFixed(1), y: PILL.height / 2 });
    text.textContent = country.words;
    text.setAttribute("font-size", String(LABEL_SIZES.country));
    group.append(makeShape("rect", { width: wide.toFixed(1), height: PILL.height, rx: PILL.height / 2 }), text, arrow);
    return group;
  }));
  return pills.map(({ box }) => box);
}
