import type { EntityKind } from '@/lib/model/entity';

import { findCountry } from './countries';

/**
 * Says of what kind an actor of coded events is, as far as its name alone tells: a country is called as one, and a group or an office of a
 * country has the country in brackets, as ICEWS writes them, "Police (Australia)". Who is a person stands in no name.
 *
 * @param name - an actor's name
 */
export function kindOfActor(name: string): EntityKind | undefined {
  if (findCountry(name) !== undefined) return 'country';
  return findCountry(bracketOf(name)) === undefined ? undefined : 'organisation';
}

/** What stands in brackets at the end of a name; they may hold others: "Police (Falkland Islands (Malvinas))". */
function bracketOf(name: string): string {
  const at = name.indexOf(' (');
  return at > 0 && name.endsWith(')') ? name.slice(at + 2, -1) : '';
}
