import type { EntityId } from '@/lib/model/ids';

/** What a person has picked: nothing, one entity, or two entities and all that lies between them (in either direction). */
export type Selection =
  | { readonly status: 'none' }
  | { readonly status: 'entity'; readonly id: EntityId }
  | { readonly status: 'pair'; readonly a: EntityId; readonly b: EntityId };

export const nothingSelected = { status: 'none' } as const satisfies Selection;

/** Whether two selections are of the same thing; the order of a pair does not matter. */
export function isSameSelection(one: Selection, other: Selection): boolean {
  switch (one.status) {
    case 'none':
      return other.status === 'none';
    case 'entity':
      return other.status === 'entity' && one.id === other.id;
    case 'pair':
      return other.status === 'pair' && isSamePair(one, other);
  }
}

function isSamePair(one: { a: EntityId; b: EntityId }, other: { a: EntityId; b: EntityId }): boolean {
  return (one.a === other.a && one.b === other.b) || (one.a === other.b && one.b === other.a);
}

/** Lists the entities of a selection. */
export function selectedEntities(selection: Selection): readonly EntityId[] {
  switch (selection.status) {
    case 'none':
      return [];
    case 'entity':
      return [selection.id];
    case 'pair':
      return [selection.a, selection.b];
  }
}
