import type { TypeEntry } from '@/lib/model/batch';
import { deriveId } from '@/lib/model/derive-id';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

import { toInverseLabel } from './read-vocabulary';

/** A type that a row names. `entry` is there when the row has to bring it, because no vocabulary of the dataset declares it. */
export interface NamedType {
  readonly name: RelationTypeName;
  readonly entry: TypeEntry | undefined;
}

/** ASCII words and what may stand between them; anything else would be lost, and two types might become one. */
const PLAIN_WORDS = /^[A-Za-z0-9 _\-.,/:;'()&]+$/u;
const LONGEST_NAME = 64;

/**
 * In: the types that the dataset declares, and those to fall back on. Out: a function from a cell to its type: a type's name, its
 * label, or words that make its name; otherwise a new type with the cell as its label and no class, since a code is never guessed.
 */
export function createTypeIndex(
  declared: Iterable<RelationType>,
  fallback: Iterable<RelationType>,
): (cell: string) => NamedType {
  const known = new Map<string, NamedType>();
  const labels = new Map<string, NamedType>();
  for (const [types, isDeclared] of [[declared, true] as const, [fallback, false] as const]) {
    for (const type of types) {
      const named = { name: type.type, entry: isDeclared ? undefined : { type, declared: false } };
      if (!known.has(type.type)) known.set(type.type, named);
      const label = toLabelKey(type.label);
      if (!labels.has(label)) labels.set(label, named);
    }
  }
  return (cell) => {
    const name = toTypeName(cell);
    return known.get(cell) ?? labels.get(toLabelKey(cell)) ?? known.get(name) ?? createType(name, cell);
  };
}

/** A name for a type from the words of a cell: `bornIn` and `born in` are BORN_IN; what is not plain ASCII gets a name from its hash. */
export function toTypeName(cell: string): RelationTypeName {
  const words = PLAIN_WORDS.test(cell)
    ? cell
        .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
        .toUpperCase()
        .split(/[^A-Z0-9]+/u)
        .filter(Boolean)
        .join('_')
    : '';
  const name = /^\d/u.test(words) ? `_${words}` : words;
  const isName = name !== '' && name.length <= LONGEST_NAME;
  return RelationTypeName.parse(isName ? name : deriveId('R', [cell]).replace('-', '_').toUpperCase());
}

function createType(name: RelationTypeName, label: string): NamedType {
  const type: RelationType = {
    type: name,
    label,
    inverse: toInverseLabel(label),
    plover: null,
    cameo: null,
    class: 'none',
    symmetric: false,
  };
  return { name, entry: { type, declared: false } };
}

function toLabelKey(label: string): string {
  return label.normalize('NFC').toLowerCase();
}
