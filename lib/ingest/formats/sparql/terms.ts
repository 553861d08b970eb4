/** What a solution says for a field: its name, and the id of its resource. */
import { deriveId } from '@/lib/model/derive-id';
import { EntityId } from '@/lib/model/ids';

import { checkText } from '../../rows/check-text';
import type { Named } from '../../source';
import type { SparqlRoles } from './roles';
import type { Solution, SparqlValue } from './solutions';

export interface SparqlTerms {
  /** Returns a field in words: a label, or what a value or the end of an IRI says. */
  readonly textOf: (field: string, solution: Solution) => string | undefined;
  /**
   * @returns whom a field names; an IRI means the same in every file, and what has none is known by its name
   * @throws `invalid` for text that cannot be kept
   */
  readonly toNamed: (field: string, solution: Solution) => Named | undefined;
  /** Tells whether a field is a value in this solution and a resource in others, so that it is no name. */
  readonly isValue: (field: string, solution: Solution) => boolean;
  /** Looks at solutions before they become rows. */
  readonly look: (solutions: readonly Solution[]) => void;
}

const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/entity\/(Q[1-9]\d*)$/u;
const ENDS = new Set(['subject', 'relation', 'object']);

export function createSparqlTerms(roles: SparqlRoles): SparqlTerms {
  const resources = new Set<string>();

  function variableOf(field: string): string {
    const role = roles.get(field);
    return role !== undefined && 'variable' in role ? role.variable : '';
  }

  function valueOf(field: string, { values }: Solution): SparqlValue | undefined {
    return values.get(variableOf(field));
  }

  function labelOf(field: string, { values }: Solution): string | undefined {
    return values.get(`${variableOf(field)}Label`)?.text;
  }

  function textOf(field: string, solution: Solution): string | undefined {
    const role = roles.get(field);
    if (role !== undefined && 'constant' in role) return role.constant;
    const [label, value] = [labelOf(field, solution), valueOf(field, solution)];
    if (label !== undefined || value === undefined) return label;
    return value.isIri && ENDS.has(field) ? lastPartOf(value.text) : value.text;
  }

  return {
    textOf,
    toNamed: (field, solution) => {
      const [name, value] = [textOf(field, solution), valueOf(field, solution)];
      if (name === undefined) return undefined;
      if (value?.isIri !== true) return { name };
      const item = WIKIDATA.exec(value.text)?.[1];
      // The label service gives the id where there is no label; the store may know whose it is.
      if (item !== undefined && name === item) return { name };
      const id = EntityId.parse(item ?? deriveId('e', ['iri', value.text]));
      return { name: checkText(field, name), id };
    },
    isValue: (field, solution) =>
      valueOf(field, solution)?.isIri === false &&
      labelOf(field, solution) === undefined &&
      resources.has(variableOf(field)),
    look: (solutions) => {
      for (const { values } of solutions)
        for (const [name, { isIri }] of values) if (isIri) resources.add(name);
    },
  };
}

/** What stands behind the last `#` or `/` of an IRI, in words. */
function lastPartOf(iri: string): string {
  const part = iri.replace(/[#/]+$/u, '').replace(/^.*[#/]/su, '');
  try {
    return decodeURIComponent(part).replaceAll('_', ' ') || iri;
  } catch {
    return part;
  }
}
