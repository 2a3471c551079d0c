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
