import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import { EntityId } from '@/lib/model/ids';
import type { NameMatch } from '@/lib/model/name-match';

import type { EntityIndex } from './entity-index';
import type { FindNames } from '../input';
import type { Named } from '../source';

/** Whom a name means. `implied`: nobody knows the name yet, so it becomes an entity of its own where one is needed. */
export type Party =
  | { readonly status: 'known'; readonly id: EntityId; readonly name: string }
  | { readonly status: 'implied'; readonly id: EntityId; readonly name: string; readonly entity: Entity }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Pick<Entity, 'id' | 'name'>[] };

export interface NameResolver {
  /** Looks up what is not known yet; the store is asked once. */
  prepare(names: readonly Named[]): Promise<void>;
  /** Whether a name need not be prepared any more. */
  readonly isHeld: (named: Named) => boolean;
  /** Out: whom a name means, after `prepare`. */
  readonly partyOf: (named: Named) => Party;
  /** Sentences about names that were taken as one though they are written differently. */
  readonly notices: () => readonly string[];
}

/** So many names are held, and as many that were held before them; a dataset with more looks some up again. */
const HELD_MAX = 100_000;
const SHOWN_VARIANTS = 10;

/** In: the dataset's own entities, and how to ask the store. The dataset's come first; several that fit are reported, never guessed. */
export function createNameResolver(index: EntityIndex, findNames: FindNames): NameResolver {
  let parties = new Map<string, Party>();
  /** Held before: rows whose names were looked up earlier may still be worked on. */
  let earlier: ReadonlyMap<string, Party> = new Map();
  const implied = new Map<string, Party & { status: 'implied' }>();
  const variants = createVariants();

  function findInDataset(named: Named): Party | undefined {
    const found = index.find(named);
    if (found.status === 'ambiguous') return found;
    if (found.status === 'unknown') return undefined;
    if (found.entity.id !== named.name) variants.note(named, found.entity.name);
    return { status: 'known', id: found.entity.id, name: found.entity.name };
  }

  function imply(named: Named): Party {
    const id = toEntityId(named);
    const known = implied.get(id);
    if (known !== undefined) {
      variants.note(named, known.name);
      return known;
    }
    const { name, kind = 'thing', aliases = [] } = named;
    const party = { status: 'implied', id, name, entity: { id, name, kind, aliases } } as const;
    implied.set(id, party);
    return party;
  }

  function chooseStored(named: Named, matches: readonly NameMatch[]): Party {
    const fitting = bestOf(matches, named);
    const [first, another] = fitting;
    if (first === undefined) return imply(named);
    // The entity that this very name has made means it still, whoever else is called so by now: else a file could not be loaded twice.
    const only = another === undefined ? first : fitting.find(({ id }) => id === toEntityId(named));
    if (only === undefined) return { status: 'ambiguous', candidates: fitting };
    if (only.by !== 'id') variants.note(named, only.name);
    return { status: 'known', id: only.id, name: only.name };
  }

  return {
    prepare: async (names) => {
      if (parties.size > HELD_MAX) {
        earlier = parties;
        parties = new Map();
        implied.clear();
      }
      const open = new Map<string, Named>();
      for (const named of names) {
        const key = keyOf(named);
        if (parties.has(key) || open.has(key)) continue;
        const party = findInDataset(named);
        if (party === undefined) open.set(key, named);
        else parties.set(key, party);
      }
      if (open.size === 0) return;
      const stored = await findNames([...new Set([...open.values()].map(toCell))]);
      for (const [key, named] of open) parties.set(key, chooseStored(named, stored.get(toCell(named)) ?? []));
    },
    isHeld: (named) => parties.has(keyOf(named)),
    partyOf: (named) => {
      const key = keyOf(named);
      return parties.get(key) ?? earlier.get(key) ?? imply(named);
    },
    notices: variants.describe,
  };
}

/** Remembers spellings that were taken for a name, to be told. */
function createVariants() {
  const variants = new Map<string, string>();
  return {
    note: (named: Named, name: string): void => {
      if (variants.size >= SHOWN_VARIANTS || named.id !== undefined || name === named.name) return;
      if (foldName(name) === foldName(named.name)) variants.set(named.name, name);
    },
    describe: (): readonly string[] => {
      if (variants.size === 0) return [];
      const pairs = [...variants].map(([a, b]) => `'${a}' and '${b}'`).join(', ');
      const more = variants.size < SHOWN_VARIANTS ? '' : ' …';
      return [`Taken as one entity, since only case or accents differ: ${pairs}${more}.`];
    },
  };
}

/** The id of an entity that nobody gave one: from its name, and from its kind where it has one, so that homonyms stay apart. */
export function toEntityId({ name, kind }: Pick<Named, 'name' | 'kind'>): EntityId {
  const parts = kind === undefined || kind === 'thing' ? [] : [kind];
  return EntityId.parse(deriveId('e', [foldName(name), ...parts]));
}

/** The matches of the best sort that there is: by id, by the name as written, by the folded name, by an alias. */
function bestOf(matches: readonly NameMatch[], { id, kind, matches: only }: Named): readonly NameMatch[] {
  if (id !== undefined) return matches.filter((match) => match.by === 'id');
  const fitting = matches.filter((match) => match.by === 'id' || kind === undefined || match.kind === kind);
  for (const sort of ['id', 'name', 'folded', 'alias'] as const) {
    if (sort === 'alias' && only === 'name') break;
    const best = fitting.filter(({ by }) => by === sort);
    if (best.length > 0) return best;
  }
  return [];
}

function toCell({ id, name }: Named): string {
  return id ?? name.normalize('NFC');
}

function keyOf({ name, id, kind, matches }: Named): string {
  if (id !== undefined) return `\u0001${id}`;
  const form = matches === undefined ? name : `\u0002${name}`;
  return kind === undefined ? form : `${kind}\u0000${form}`;
}
