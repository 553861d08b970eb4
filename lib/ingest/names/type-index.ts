import type { TypeEntry } from '@/lib/model/batch';
import { deriveId } from '@/lib/model/derive-id';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

import { toInverseLabel } from './read-vocabulary';

/** A type that a row names. `entry` is there when the row has to bring it, because no vocabulary of the dataset declares it. */
export interface NamedType {
  readonly name: RelationTypeName;
  /** How it reads in a sentence: "A label B". */
  readonly label: string;
  readonly entry: TypeEntry | undefined;
}

/** ASCII words and what may stand between them; anything else would be lost, and two types might become one. */
const PLAIN_WORDS = /^[A-Za-z0-9 _\-.,/:;'()&]+$/u;
const LONGEST_NAME = 64;
/** Cells remembered; a column with more different ones holds no types. */
const HELD_MAX = 20_000;

/** Finds the type that a cell names. */
export interface TypeIndex {
  /** Takes in a type that the dataset declares; it goes before the one to fall back on. */
  declare(type: RelationType): void;
  /**
   * A type's name, its label, or words that make its name; otherwise a new type with the cell as its label and no class, since a
   * code is never guessed.
   */
  readonly find: (cell: string) => NamedType;
}

/**
 * Creates the index of relation types.
 * @param declared - the types that the dataset declares
 * @param fallback - the types to fall back on
 */
export function createTypeIndex(
  declared: Iterable<RelationType>,
  fallback: Iterable<RelationType>,
): TypeIndex {
  const known = new Map<string, NamedType>();
  const labels = new Map<string, NamedType>();
  const found = new Map<string, NamedType>();

  function add(named: NamedType): void {
    known.set(named.name, named);
    labels.set(toLabelKey(named.label), named);
    found.clear();
  }

  for (const type of fallback) add({ name: type.type, label: type.label, entry: { type, declared: false } });
  const index: TypeIndex = {
    declare: (type) => {
      add({ name: type.type, label: type.label, entry: undefined });
    },
    find: (cell) => {
      const before = found.get(cell);
      if (before) return before;
      const name = toTypeName(cell);
      const named =
        known.get(cell) ?? labels.get(toLabelKey(cell)) ?? known.get(name) ?? createType(name, cell);
      if (found.size < HELD_MAX) found.set(cell, named);
      return named;
    },
  };
  for (const type of declared) index.declare(type);
  return index;
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
  return { name, label, entry: { type, declared: false } };
}

function toLabelKey(label: string): string {
  return label.normalize('NFC').toLowerCase();
}
