// The canvas by keyboard: arrows to the nearest that way, with Shift along a line; Enter opens the menu.

import { readArrow } from "../keyboard";
import { listNear, type Picture, type Place } from "./picture";
import type { Scene } from "./scene";

const ASIDE = 2.5;

/** Find the nearest of some nodes in a direction; blank where none lies that way. */
export function findNext(picture: Picture, from: Place, ids: readonly string[], [wx, wy]: readonly [number, number]): string {
  let [least, found] = [Infinity, ""];
  for (const id of ids) {
    const place = picture.places.get(id);
    if (!place) continue;
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const ahead = dx * wx + dy * wy;
    if (ahead <= 0.5) continue;
    const price = ahead + Math.abs(dx * wy - dy * wx) * ASIDE;
    if (price < least) [least, found] = [price, id];
  }
  return found;
}

/** Which node an arrow leads to from the chosen one; with Shift only along its lines. */
export function readStep(event: KeyboardEvent, scene: Scene): string {
  const way = readArrow({ key: event.key, ctrlKey: event.ctrlKey, altKey: event.altKey, metaKey: event.metaKey, shiftKey: false });
  if (!way) return "";
  const ids = scene.nodes.map(({ id }) => id).filter((id) => id !== scene.chosen);
  const from = scene.picture.places.get(scene.chosen);
  if (!from) return scene.nodes[0]?.id ?? "";
  const along = event.shiftKey ? new Set(listNear(scene.lines).get(scene.chosen) ?? []) : null;
  return findNext(scene.picture, from, along ? ids.filter((id) => along.has(id)) : ids, way);
}
