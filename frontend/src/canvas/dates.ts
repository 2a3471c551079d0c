// Writes dates as they stand in the store: uncertain ones as written, whole days in the reader's calendar too.

/** Write a date: in Persian a whole day in the Solar Hijri calendar, the rest kept from turning round. */
export function writeDate(written: string, lang: string): string {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(written);
  if (!whole) return lang === "fa" ? `\u2066${written}\u2069` : written;
  const day = new Date(`${written}T00:00:00Z`);
  const how: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return lang === "fa" ? new Intl.DateTimeFormat("fa-u-ca-persian", how).format(day) : new Intl.DateTimeFormat("en-GB", how).format(day);
}
