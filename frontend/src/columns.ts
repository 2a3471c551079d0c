// Columns of nodes joined by lines: their order by barycentre, and the lines as curves that leave and arrive level.

/** A line from a node of one column to one of the next, by their places in the columns as given. */
export interface Link { readonly from: number; readonly to: number }

const SWEEPS = 8;

/** Order columns for few crossings, from the order given, which those named keep: by the mean place of what is joined. */
export function orderColumns(
  sizes: readonly number[], links: readonly (readonly Link[])[], kept: readonly number[] = [],
): readonly (readonly number[])[] {
  let orders = sizes.map((size) => Array.from({ length: size }, (_, at) => at));
  let best = orders;
  let least = countAll(orders, links);
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep += 1) {
    const down = sweep % 2 === 0;
    const next = orders.map((order) => [...order]);
    for (let step = 1; step < next.length; step += 1) {
      const column = down ? step : next.length - 1 - step;
      if (kept.includes(column)) continue;
      const fixed = down ? column - 1 : column + 1;
      const between = links[Math.min(column, fixed)] ?? [];
      next[column] = orderByMeans(next[column] ?? [], next[fixed] ?? [], between, down);
    }
    orders = next;
    const crossings = countAll(orders, links);
    if (crossings < least) [best, least] = [orders, crossings];
  }
  return best;
}

function orderByMeans(own: readonly number[], fixed: readonly number[], links: readonly Link[], down: boolean): number[] {
  const place = new Map(fixed.map((node, at) => [node, at]));
  const found = new Map<number, number[]>();
  for (const { from, to } of links) {
    const [node, other] = down ? [to, from] : [from, to];
    const at = place.get(other);
    if (at !== undefined) found.set(node, [...(found.get(node) ?? []), at]);
  }
  const scale = own.length > 1 ? (fixed.length - 1) / (own.length - 1) : 0;
  const mean = new Map(own.map((node, at) => {
    const places = found.get(node);
    return [node, places ? places.reduce((sum, one) => sum + one, 0) / places.length : at * scale];
  }));
  return [...own].sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0) || own.indexOf(a) - own.indexOf(b));
}

function countAll(orders: readonly (readonly number[])[], links: readonly (readonly Link[])[]): number {
  return links.reduce((sum, between, at) => sum + countCrossings(orders[at] ?? [], orders[at + 1] ?? [], between), 0);
}

/** Count the pairs of lines that cross between two columns. */
export function countCrossings(left: readonly number[], right: readonly number[], links: readonly Link[]): number {
  const [here, there] = [left, right].map((column) => new Map(column.map((node, at) => [node, at])));
  const ends = links.map(({ from, to }) => [here?.get(from) ?? 0, there?.get(to) ?? 0] as const);
  let found = 0;
  ends.forEach(([a, b], index) => {
    for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) found += 1;
  });
  return found;
}

/** A curve between two points that leaves and arrives level. */
export function drawCurve([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const middle = ((x1 + x2) / 2).toFixed(1);
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}C${middle} ${y1.toFixed(1)} ${middle} ${y2.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`;
}
