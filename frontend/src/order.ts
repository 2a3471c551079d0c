// The order of a table's rows by one column.

/** The places of keys in order; what is not known (blank) stands last, both ways, and equals stay as they were. */
export function orderKeys(keys: readonly string[], down: boolean, lang: string): readonly number[] {
  const order = new Intl.Collator(lang, { numeric: true });
  return keys.map((_, index) => index).sort((one, other) => {
    const [a, b] = [keys[one] ?? "", keys[other] ?? ""];
    if (!a || !b) return a ? -1 : b ? 1 : 0;
    return (down ? -1 : 1) * order.compare(a, b);
  });
}

/** A date as it is written, as a text to order by: a Solar Hijri year or month as the day on which it begins, about. */
export function keyOfDate(text: string): string {
  const solar = /^[?~%]?(1[234]\d\d)(?:-(\d\d))?/.exec(text);
  if (!solar) return text;
  // Farvardin begins on the 20th or 21st of March.
  const month = Number(solar[2] ?? 1) + 2;
  const year = Number(solar[1]) + 621 + (month > 12 ? 1 : 0);
  return `${year}-${String(month > 12 ? month - 12 : month).padStart(2, "0")}-21`;
}
