import type { Entity } from '@/lib/model/entity';
import type { EntityId } from '@/lib/model/ids';

import type { Found } from './entity-index';
import type { Resolve } from './input';
import { toEntityId } from './read-entities';

/** Whom a cell names. `implied`: nobody knows the name yet, so it becomes an entity of its own where one is needed. */
export type Party =
  | { readonly status: 'known'; readonly id: EntityId; readonly name: string }
  | { readonly status: 'implied'; readonly id: EntityId; readonly name: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Entity[] };

/** In: cells, what the dataset knows, and what the store knows. Out: whom each of the cells names. The store is asked once. */
export async function resolveParties(
  cells: ReadonlySet<string>,
  find: (cell: string) => Found,
  resolve: Resolve,
): Promise<ReadonlyMap<string, Party>> {
  const parties = new Map<string, Party>();
  const unknown: string[] = [];
  for (const cell of cells) {
    const found = find(cell);
    if (found.status === 'unknown') unknown.push(cell);
    else if (found.status === 'ambiguous') parties.set(cell, found);
    else parties.set(cell, { status: 'known', id: found.entity.id, name: found.entity.name });
  }
  const stored =
    unknown.length > 0
      ? await resolve(unknown.map((cell) => cell.normalize('NFC')))
      : new Map<string, EntityId>();
  for (const cell of unknown) {
    const id = stored.get(cell.normalize('NFC'));
    parties.set(
      cell,
      id ? { status: 'known', id, name: cell } : { status: 'implied', id: toEntityId(cell), name: cell },
    );
  }
  return parties;
}
