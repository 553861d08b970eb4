/** What the first rows of an input show about its names: which spellings are one name, and of which kind a name is. */
import type { EntityKind } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import { isSameWord, lengthOf } from '@/lib/model/is-same-word';

import type { Named } from '../source';

export interface SurveyedNames {
  /** Spellings that are read as another one of the same input. */
  readonly spellings: ReadonlyMap<string, string>;
  /** The commonest kind of names that rows give several kinds. */
  readonly kinds: ReadonlyMap<string, EntityKind>;
  readonly notices: readonly string[];
}

export const nothingSurveyed: SurveyedNames = { spellings: new Map(), kinds: new Map(), notices: [] };

/** A spelling is a slip where another one of the same word is so many times as common. */
const TIMES = 4;
const SHORTEST = 4;
const SHOWN = 10;
/** Letters that only Vietnamese has: there a mark makes another word. */
const VIETNAMESE = /[\u01a0\u01a1\u01af\u01b0\u0110\u0111\u1ea0-\u1ef9]/u;

type Counts = ReadonlyMap<string, number>;

/**
 * Spellings that differ in accents or capitals are one name only where one of two is common and the other rare, and never where a third
 * is written or the input is in a language in which such marks make other words.
 *
 * @param names - whom the first rows name, each as often as they do
 * @param isDeclared - whether the input lists an entity of that very name, which then is no slip
 */
export function surveyNames(
  names: readonly Named[],
  isDeclared: (name: string) => boolean = () => false,
): SurveyedNames {
  const free = names.filter(isFree);
  const joined = joinSpellings(countBy(free, ({ name }) => name));
  const spellings = new Map([...joined].filter(([written]) => !isDeclared(written)));
  const kinds = findKinds(free, spellings);
  return {
    spellings,
    kinds: new Map([...kinds].map(([name, [kind]]) => [name, kind])),
    notices: noteKinds(kinds),
  };
}

/** Whether a name is all that an input says of an entity, so that it may have to be told by others which it is. */
export function isFree({ id, matches }: Named): boolean {
  return id === undefined && matches === undefined;
}

function joinSpellings(counts: Counts): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  const groups = new Map<string, string[]>();
  let hasMarks = false;
  for (const name of counts.keys()) {
    if (VIETNAMESE.test(name)) hasMarks = true;
    const key = foldName(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  for (const [one, another, third] of groups.values()) {
    if (one === undefined || another === undefined || third !== undefined) continue;
    const [common, rare] = countOf(counts, one) >= countOf(counts, another) ? [one, another] : [another, one];
    if (isSlip(common, rare, { counts, hasMarks })) joined.set(rare, common);
  }
  return joined;
}

interface Spellings {
  readonly counts: Counts;
  readonly hasMarks: boolean;
}

function isSlip(common: string, rare: string, { counts, hasMarks }: Spellings): boolean {
  if (lengthOf(common) < SHORTEST || countOf(counts, common) < countOf(counts, rare) * TIMES) return false;
  // Where capitals are all that differs, no count says whether it is a slip or another word.
  return isSameWord(common, rare) || (!hasMarks && common.toLowerCase() !== rare.toLowerCase());
}

function countOf(counts: Counts, name: string): number {
  return counts.get(name) ?? 0;
}

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const key = keyOf(one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Each name that rows give several kinds, or a kind and none, with its kinds, the commonest first. */
function findKinds(
  names: readonly Named[],
  spellings: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly [EntityKind, ...EntityKind[]]> {
  const counts = new Map<string, Map<EntityKind | undefined, number>>();
  for (const { name, kind } of names) {
    const key = toKindKey(spellings.get(name) ?? name);
    const kinds = counts.get(key) ?? new Map<EntityKind | undefined, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    counts.set(key, kinds);
  }
  const varying = [...counts].flatMap(([name, kinds]) => {
    const sorted = [...kinds].sort(([, a], [, b]) => b - a).flatMap(([kind]) => kind ?? []);
    const [first, ...others] = sorted;
    return kinds.size < 2 || first === undefined ? [] : [[name, [first, ...others] as const] as const];
  });
  return new Map(varying);
}

/** Returns the form under which the kind of a name is kept: capitals make no other kind. */
export function toKindKey(name: string): string {
  return name.includes(' ') ? name.toLowerCase() : name;
}

function noteKinds(kinds: ReadonlyMap<string, readonly EntityKind[]>): readonly string[] {
  const several = [...kinds].filter(([, all]) => all.length > 1);
  if (several.length === 0) return [];
  const shown = several.slice(0, SHOWN).map(([name, all]) => `'${name}' (${all.join(', ')})`);
  const more = several.length > SHOWN ? ' …' : '';
  return [
    `Names to which rows give several kinds are one entity each, of the most common kind, named first: ${shown.join(', ')}${more}.`,
  ];
}
