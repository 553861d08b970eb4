import type { RdfQuad, RdfTerm } from './read-rdf';
import { isSchemaClass, isWikidataNode, localNameOf, noteFieldOf, RDF, roleOf } from './words';

/** What statements are about other statements, and what are documents and lists. */
export interface RdfScope {
  readonly reifiers: { has(key: string): boolean };
  readonly documents: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/** What a statement is for here. `quoted`: it speaks of a statement in a way that is not read. */
export type Use =
  | 'reification'
  | 'annotation'
  | 'metadata'
  | 'name'
  | 'alias'
  | 'description'
  | 'kind'
  | 'same'
  | 'list'
  | 'schema'
  | 'qualified'
  | 'quoted'
  | 'value'
  | 'relation';

const REIFYING = new Set(['reifies', 'subject', 'predicate', 'object'].map((name) => RDF + name));
const STATEMENT = `${RDF}Statement`;
const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q[1-9]\d*)$/u;

/** Other vocabularies call names names as well. */
const literalUses: ReadonlyMap<string, Use> = new Map([
  ...['name', 'label', 'prefLabel', 'title'].map((word) => [word, 'name'] as const),
  ...['altLabel', 'alias', 'aliases', 'nickname'].map((word) => [word, 'alias'] as const),
  ...['description', 'comment', 'abstract'].map((word) => [word, 'description'] as const),
]);

/** Tells what a statement is for. */
export function classifyStatement({ subject, predicate, object }: RdfQuad, scope: RdfScope): Use {
  if (isReification(predicate, object)) return 'reification';
  if (subject.termType === 'Quad' || object.termType === 'Quad') return 'quoted';
  const key = toKey(subject);
  if (scope.reifiers.has(key)) return 'annotation';
  if (isWikidataNode(subject.value)) return 'qualified';
  if (scope.documents.has(key) && noteFieldOf(predicate.value, 'graph') !== undefined) return 'metadata';
  return object.termType === 'Literal' ? classifyValue(predicate) : classifyLink(predicate, object, scope);
}

function isReification(predicate: RdfTerm, object: RdfTerm): boolean {
  return REIFYING.has(predicate.value) || object.value === STATEMENT;
}

function classifyValue({ value }: RdfTerm): Use {
  const role = roleOf(value);
  if (role === 'same') return 'value';
  return role ?? literalUses.get(localNameOf(value)) ?? 'value';
}

function classifyLink({ value }: RdfTerm, object: RdfTerm, { lists }: RdfScope): Use {
  const role = roleOf(value);
  if (role === 'kind' && isSchemaClass(object.value)) return 'schema';
  if (role === 'name' || role === 'alias' || role === 'description') return 'value';
  if (role !== undefined) return role;
  return lists.has(toKey(object)) || object.value === `${RDF}nil` ? 'list' : 'relation';
}

/**
 * Returns the key of a term: its IRI, the same for all ways to write one of Wikidata; for a blank
 * node `_:` and its label.
 */
export function toKey({ termType, value }: RdfTerm): string {
  if (termType === 'BlankNode') return `_:${value}`;
  if (!value.includes('wikidata.org/')) return value;
  const number = WIKIDATA.exec(value)?.[1];
  return number === undefined ? value : `http://www.wikidata.org/entity/${number}`;
}
