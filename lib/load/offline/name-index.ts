import type { EntityEntry } from '@/lib/model/batch';
import type { Entity } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import type { EntityName } from '@/lib/model/entity-name';
import type { NameMatch } from '@/lib/model/name-match';

/** Which entities have been written, by what they are called: what `GraphStore.findNames` tells of a store. */
export interface NameIndex {
  add(entry: EntityEntry): void;
  find(cells: readonly string[]): ReadonlyMap<string, readonly NameMatch[]>;
  /** All that are kept, as `GraphStore.entityNames` gives them. */
  pages(): AsyncGenerator<readonly EntityName[]>;
}

const PAGE = 2_000;
/** Implied entities are kept up to this many (some 60 MB): the id of each follows from its name, so that most need not be found. */
const IMPLIED_MAX = 200_000;
type Named = Pick<Entity, 'id' | 'name' | 'kind' | 'aliases'>;

/** Declared entities are all kept; the dataset that declares them holds them in memory too. */
export function createNameIndex(): NameIndex {
  const entities = new Map<string, Named>();
  const keys = new Map<string, Set<string>>();
  let implied = 0;

  function keep({ id, name, kind, aliases }: Named): void {
    entities.set(id, { id, name, kind, aliases });
    for (const key of new Set([name, ...aliases].map(foldName))) {
      const ids = keys.get(key);
      if (ids === undefined) keys.set(key, new Set([id]));
      else ids.add(id);
    }
  }

  function findOne(cell: string): readonly NameMatch[] {
    const key = foldName(cell);
    const byId = entities.get(cell);
    const found = [...(keys.get(key) ?? [])].flatMap((id) => entities.get(id) ?? []);
    const matches = [byId, ...found].flatMap((entity) => {
      const by = entity && howNamed(entity, { cell, key });
      if (by === undefined || entity === undefined) return [];
      const called = by === 'alias' ? entity.aliases.find((alias) => foldName(alias) === key) : undefined;
      return [{ ...toMatch(entity, by), ...(called !== undefined && { called }) }];
    });
    return first(matches.sort(compare));
  }

  return {
    add: ({ entity, declared }) => {
      if (!declared && (entities.has(entity.id) || implied >= IMPLIED_MAX)) return;
      if (!declared) implied += 1;
      keep(entity);
    },
    find: (cells) => {
      const found = new Map<string, readonly NameMatch[]>();
      for (const cell of cells) {
        const matches = findOne(cell);
        if (matches.length > 0) found.set(cell, matches);
      }
      return found;
    },
    pages: async function* () {
      const all = [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (let at = 0; at < all.length; at += PAGE) yield await Promise.resolve(all.slice(at, at + PAGE));
    },
  };
}

const order: readonly NameMatch['by'][] = ['id', 'name', 'folded', 'alias'];

/** An entity that was declared anew may have lost the name by which it was found. */
function howNamed(
  { id, name, aliases }: Named,
  { cell, key }: { cell: string; key: string },
): NameMatch['by'] | undefined {
  if (id === cell) return 'id';
  if (name.normalize('NFC') === cell.normalize('NFC')) return 'name';
  if (key === '') return undefined;
  if (foldName(name) === key) return 'folded';
  return aliases.some((alias) => foldName(alias) === key) ? 'alias' : undefined;
}

function toMatch({ id, name, kind }: Named, by: NameMatch['by']): NameMatch {
  return { id, name, kind, by };
}

function compare(a: NameMatch, b: NameMatch): number {
  return order.indexOf(a.by) - order.indexOf(b.by) || (a.id < b.id ? -1 : 1);
}

function first(matches: readonly NameMatch[]): readonly NameMatch[] {
  return matches.filter(({ id }, at) => matches.findIndex((each) => each.id === id) === at);
}
