/** The countries and territories of ISO 3166-1: their names in English, and their codes of three letters. */
import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';

import { foldName } from '@/lib/model/fold-name';

/**
 * What event data calls countries otherwise: by names that they or ISO had before (ICEWS and UCDP keep them), and by shorter forms of
 * official ones.
 */
const OTHER_NAMES = [
  ['Democratic Republic of Congo', 'COD'],
  ['DR Congo', 'COD'],
  ['Zaire', 'COD'],
  ['Congo-Brazzaville', 'COG'],
  ['Swaziland', 'SWZ'],
  ['Macedonia', 'MKD'],
  ['Burma', 'MMR'],
  ['East Timor', 'TLS'],
  ['Vatican City State', 'VAT'],
  ['Palestinian Territory, Occupied', 'PSE'],
  ['Occupied Palestinian Territory', 'PSE'],
] as const;

/** As long as names that are other words in small letters: US and us. */
const SHORT = 3;
/** Turkey is not a turkey. */
const CAPITALISED = /^\P{L}*\p{Lu}/u;

const threeLetters = new Set<string>();
const byName = new Map<string, string>();
/** CLDR's names, which are the common ones: "Syria" where ISO has "Syrian Arab Republic". */
const common = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

for (const [two = '', three = ''] of codes) {
  threeLetters.add(three);
  const named = new Map<string, string | readonly string[]>(Object.entries(english.countries)).get(two) ?? [];
  for (const name of [named, common.of(two) ?? []].flat()) byName.set(toKey(name), three);
}
for (const [name, three] of OTHER_NAMES) byName.set(toKey(name), three);

function toKey(name: string): string {
  return name.length > SHORT ? foldName(name) : name;
}

/**
 * @param name - as an input writes it, in capitals or not
 * @returns the code of three letters of the country that is called so in English; undefined where no country is.
 */
export function findCountry(name: string): string | undefined {
  if (!CAPITALISED.test(name)) return undefined;
  return byName.get(toKey(name));
}

/** Tells whether it is a country's code of three letters, as event data writes them: AUS. */
export function isCountryCode(code: string): boolean {
  return threeLetters.has(code);
}
