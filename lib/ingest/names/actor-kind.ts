import type { EntityKind } from '@/lib/model/entity';

import type { Named } from '../source';
import { findCountry } from './countries';

/** Names remembered; coded events have some tens of thousands. */
const HELD_MAX = 50_000;

const held = new Map<string, Named>();

/**
 * Says of what kind an actor of coded events is, as far as its name alone tells: a country is called as one, and a group or an office of a
 * country has the country in brackets, as ICEWS writes them, "Police (Australia)". Who is a person stands in no name.
 *
 * @param name an actor's name
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

/**
 * @param name an actor's name
 * @returns the actor, with the kind that it gets where nobody knows it yet
 */
export function toActor(name: string): Named {
  const before = held.get(name);
  if (before !== undefined) return before;
  const becomes = kindOfActor(name);
  const actor: Named = becomes === undefined ? { name } : { name, becomes };
  if (held.size >= HELD_MAX) held.clear();
  held.set(name, actor);
  return actor;
}
