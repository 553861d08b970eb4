import type { RelationType, RelationTypeName } from '@/lib/model/relation-type';

import type { RdfResources } from './resources';
import { localNameOf } from './words';
import { toInverseLabel } from '../../names/read-vocabulary';
import { toTypeName } from '../../names/type-index';

export interface RdfTypes {
  /** The types that the file itself names; those of the vocabulary stay as they are. */
  readonly declared: readonly RelationType[];
  /** Returns the name that a row gives to the type of a predicate. */
  readonly cellOf: (predicate: string) => string;
}

const PLAIN_LABEL = /^[\u0020-\u007e]{1,64}$/u;

/**
 * Finds the type of each predicate.
 * @param known - the types that are known already
 */
export function toRdfTypes({ predicates, find }: RdfResources, known: readonly RelationType[]): RdfTypes {
  const names = new Map(known.flatMap(({ type, label }) => [[type, type] as const, [label, type] as const]));
  const declared = new Map<string, RelationType>();
  const cells = new Map<string, string>();
  for (const predicate of predicates) {
    const { name = '', isSymmetric = false } = find(predicate) ?? {};
    const label = name.trim();
    const type = toTypeName(PLAIN_LABEL.test(label) ? label : localNameOf(predicate));
    const existing = names.get(label.toLowerCase()) ?? names.get(type);
    if (existing !== undefined) cells.set(predicate, existing);
    else if (label !== '') {
      cells.set(predicate, type);
      declared.set(type, declared.get(type) ?? toType(type, label, isSymmetric));
    }
  }
  return {
    declared: [...declared.values()],
    cellOf: (predicate) => cells.get(predicate) ?? localNameOf(predicate),
  };
}

function toType(type: RelationTypeName, label: string, symmetric: boolean): RelationType {
  const inverse = symmetric ? label : toInverseLabel(label);
  return { type, label, inverse, plover: null, cameo: null, class: 'none', symmetric };
}
