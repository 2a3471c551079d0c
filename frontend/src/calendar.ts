// The years of both calendars on an axis: the days on which they begin, and how they are written.

const DAY = 86_400_000;

export interface Year { readonly day: number; readonly end: number; readonly label: string; readonly other: string }

/** The day, counted from 1970, on which a year begins: 1 January, or about Nowruz for Solar Hijri. */
function findDay(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month, day) / DAY);
}

/** List the years between two days, in the calendar that a language counts by; below each that of the other. */
export function listYears(from: number, to: number, lang: string): readonly Year[] {
  const solar = lang === "fa";
  const first = new Date(from * DAY).getUTCFullYear();
  const last = new Date(to * DAY).getUTCFullYear();
  const writer = new Intl.NumberFormat(lang, { useGrouping: false });
  const write = (year: number): string => writer.format(year);
  const years: Year[] = [];
  for (let year = first - 1; year <= last + 1; year += 1) {
    const [day, end] = solar
      ? [findDay(year, 2, 21), findDay(year + 1, 2, 21)] : [findDay(year, 0, 1), findDay(year + 1, 0, 1)];
    if (day < from || day > to) continue;
    years.push(solar
      ? { day, end, label: write(year - 621), other: write(year) }
      : { day, end, label: write(year), other: `SH ${year - 622}/${String((year - 621) % 100).padStart(2, "0")}` });
  }
  return years;
}

/** Every how many years an axis says one, so that the labels keep apart. */
export function findStep(years: number, width: number, label: number): number {
  const most = Math.max(1, Math.floor(width / label));
  return [1, 2, 4, 5, 10, 20, 25, 50, 100].find((step) => years / step <= most) ?? 200;
}
