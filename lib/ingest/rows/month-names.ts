/** The languages whose month names are read; a word that means two months in two of them is read in neither. */
const LOCALES = 'en en-GB de de-AT fr es it pt nl sv da nb fi pl cs sk hu ro tr id ca'.split(' ');
const STYLES = ['long', 'short'] as const;
/** English abbreviations that `Intl` writes otherwise. */
const OTHERS: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['sep', 9],
  ['jun', 6],
  ['jul', 7],
  ['mrz', 3],
  ['maerz', 3],
];

/** Months by their names and abbreviations, in lower case and without dots. */
export const monthNames: ReadonlyMap<string, number> = collectNames();

function collectNames(): ReadonlyMap<string, number> {
  const found = new Map<string, Set<number>>();
  for (const locale of LOCALES)
    for (const month of STYLES)
      for (const day of ['numeric', undefined] as const)
        addNames(found, new Intl.DateTimeFormat(locale, { month, day, timeZone: 'UTC' }));
  const clear = [...found].flatMap(([name, months]) => {
    const [only, another] = months;
    return only === undefined || another !== undefined ? [] : [[name, only] as const];
  });
  return new Map([...clear, ...OTHERS]);
}

function addNames(found: Map<string, Set<number>>, format: Intl.DateTimeFormat): void {
  for (let month = 1; month <= 12; month += 1) {
    const parts = format.formatToParts(Date.UTC(2001, month - 1, 1));
    const name = toMonthKey(parts.find(({ type }) => type === 'month')?.value ?? '');
    if (!/\d/u.test(name) && name !== '') found.set(name, (found.get(name) ?? new Set()).add(month));
  }
}

/** Returns the form under which a month's name is looked up. */
export function toMonthKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('.', '');
}
