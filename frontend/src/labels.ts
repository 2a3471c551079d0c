// Names on the map: the most important that fit are shown, at one size whatever the zoom.

import type { Chosen } from "./chosen";
import type { Facts } from "./facts";
import { type Drawn, LABEL_SIZES } from "./generated";
import { type Box, type Ground, type Label, type Mark, placeLabels, type Ranked, rankLabels } from "./label_places";
import type { State } from "./state";

/** A name as it stands in the drawing. */
export interface DrawnLabel extends Label { readonly text: SVGTextElement; readonly bare: number }

const KINDS = Object.keys(LABEL_SIZES) as (keyof typeof LABEL_SIZES)[];

/** Read the names that the page was written with, once. */
export function readLabels(svg: Element, facts: Facts, drawn: Drawn): readonly DrawnLabel[] {
  const weights = new Map<string, number>();
  for (const tie of facts.ties) {
    for (const id of [tie.province, tie.country]) weights.set(id, (weights.get(id) ?? 0) + 1);
  }
  drawn.provinces.forEach((id, at) => weights.set(id, (weights.get(id) ?? 0) + 100 * (drawn.rivals[at]?.[0] ?? 0)));
  return Array.from(svg.querySelectorAll<SVGTextElement>("text[data-label]"), (text) => {
    const group = text.parentElement?.classList;
    const kind = KINDS.find((one) => group?.contains(`for-${one}`)) ?? "city";
    const id = text.dataset["label"] ?? "";
    const [wide = 0, bare = wide] = readNumbers(text.dataset["wide"]);
    return {
      text, id, kind, ties: [],
      lang: facts.languages.find((one) => group?.contains(`in-${one}`)) ?? "",
      weight: Math.min((weights.get(id) ?? 0) / 1e5, 0.9),
      wide,
      bare, // without a count
      lines: Number(text.dataset["lines"] ?? 1),
      x: Number(text.getAttribute("x")),
      y: Number(text.getAttribute("y")),
      middle: kind === "country" ? findMiddle(svg, id) : null,
    };
  });
}

function findMiddle(svg: Element, country: string): readonly [number, number] | null {
  const box = svg.querySelector<SVGElement>(`[data-map-country="${CSS.escape(country)}"]`)?.dataset["box"];
  if (!box) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = readNumbers(box);
  return [(left + right) / 2, (top + bottom) / 2];
}

function readNumbers(text: string | undefined): readonly number[] {
  return (text ?? "").split(" ").filter(Boolean).map(Number);
}

/** How near in pixels two ends of ties bear one name: a city and the region round it, say. */
const NEAR = 90;

/** Leave out the name of a place where a more important one beside it has the same. */
function dropTwins(ranked: readonly Ranked<DrawnLabel>[], unit: number): readonly Ranked<DrawnLabel>[] {
  const named = new Map<string, DrawnLabel[]>();
  return ranked.filter(({ label }) => {
    if (label.kind !== "city") return true;
    const counted = label.text.querySelector(".count")?.textContent ?? "";
    const name = (label.text.textContent ?? "").slice(0, -counted.length || undefined);
    const twins = named.get(name) ?? [];
    if (twins.some((one) => Math.hypot(one.x - label.x, one.y - label.y) < NEAR * unit)) return false;
    named.set(name, [...twins, label]);
    return true;
  });
}

/** Show the names that fit. */
export function cullLabels(
  labels: readonly DrawnLabel[], marks: readonly Mark[], state: State, chosen: Chosen, ground: Ground, pills: readonly Box[],
): void {
  // Where something is chosen no count stands behind the names of provinces and countries.
  const picked = Boolean(state.country || state.province);
  const written = picked ? labels.map((label) => (label.kind === "city" ? label : { ...label, wide: label.bare })) : labels;
  const ranked = rankLabels(written, state, chosen, ground);
  const single = dropTwins(ranked, ground.unit);
  const spots = placeLabels(single, marks, state, chosen, ground, pills);
  for (const { label, rank } of ranked) {
    const { text } = label;
    const spot = spots.get(label);
    text.classList.toggle("on", rank < 3);
    text.classList.toggle("first", rank === 0);
    text.classList.toggle("cull", !spot);
    if (spot) text.setAttribute("transform", `translate(${spot.aside.toFixed(1)} ${spot.down.toFixed(1)})`);
  }
}
