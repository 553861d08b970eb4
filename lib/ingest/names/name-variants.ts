import { foldName } from '@/lib/model/fold-name';
import type { NameMatch } from '@/lib/model/name-match';

import type { Named } from '../source';

/** Remembers, to be told, the spellings that were taken for a name, and the names that several entities have. */
export interface NameVariants {
  note(named: Pick<Named, 'name' | 'id'>, name: string): void;
  noteSeveral(name: string, candidates: readonly NameMatch[]): void;
  readonly describe: () => readonly string[];
  /** Every spelling with the name that it was taken for. */
  readonly all: () => ReadonlyMap<string, string>;
}

const SHOWN = 10;
const SHOWN_CANDIDATES = 3;
/** So many are held to be listed; more are counted. */
const HELD_MAX = 100_000;

export function createVariants(): NameVariants {
  const variants = new Map<string, string>();
  const several = new Map<string, readonly NameMatch[]>();
  return {
    note: ({ name: spelling, id }, name) => {
      if (variants.size >= HELD_MAX || id !== undefined || name === spelling) return;
      if (foldName(name) === foldName(spelling)) variants.set(spelling, name);
    },
    noteSeveral: (name, candidates) => {
      if (several.size < HELD_MAX) several.set(name, candidates);
    },
    describe: () => [...describeJoined(variants), ...describeSeveral(several)],
    all: () => variants,
  };
}

function describeJoined(variants: ReadonlyMap<string, string>): readonly string[] {
  if (variants.size === 0) return [];
  const pairs = [...variants].slice(0, SHOWN).map(([a, b]) => `'${a}' and '${b}'`);
  const more = variants.size > SHOWN ? ` and ${variants.size - SHOWN} more` : '';
  return [`Merged into one entity, since only case or accents differ: ${pairs.join(', ')}${more}.`];
}

function describeSeveral(several: ReadonlyMap<string, readonly NameMatch[]>): readonly string[] {
  if (several.size === 0) return [];
  const shown = [...several].slice(0, SHOWN).map(([name, candidates]) => {
    const ids = candidates.slice(0, SHOWN_CANDIDATES).map(({ id }) => id);
    return `'${name}' (${candidates.length}: ${ids.join(', ')}${candidates.length > ids.length ? ' …' : ''})`;
  });
  const more = several.size > SHOWN ? ` and ${several.size - SHOWN} more` : '';
  return [
    `Several entities in the store have the same name and nothing says which is meant, so these became entities of their own: ${shown.join(', ')}${more}. To refer to a stored one, give its id in a column 'subject_id' or 'object_id'.`,
  ];
}
