import type { RdfQuad, RdfTerm } from './read-rdf';
import { readHeld } from './read-quoted';
import { toKey } from './to-key';
import {
  isHolding,
  isSchemaClass,
  isWikidataNode,
  localNameOf,
  noteFieldOf,
  provNameOf,
  RDF,
  roleOf,
} from './words';

/** What statements are about other statements, and what are documents and lists. */
export interface RdfScope {
  readonly reifiers: { has(key: string): boolean };
  /** What holds statements, as a collection does. */
  readonly holders: ReadonlySet<string>;
  /** What documents and collections of statements were made by. */
  readonly activities: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * What a statement is for here. `holding`: it says that something holds a statement. `quoted`: it speaks of a statement in a way that is
 * not read. `making`: it says how a document or a collection of statements was made.
 */
export type Use =
  | 'reification'
  | 'holding'
  | 'making'
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

/** Other vocabularies call names names as well. */
const literalUses: ReadonlyMap<string, Use> = new Map([
  ...['name', 'label', 'prefLabel', 'title'].map((word) => [word, 'name'] as const),
  ...['altLabel', 'alias', 'aliases', 'nickname'].map((word) => [word, 'alias'] as const),
  ...['description', 'comment', 'abstract'].map((word) => [word, 'description'] as const),
]);

/** Tells what a statement is for. */
export function classifyStatement(quad: RdfQuad, scope: RdfScope): Use {
  const { subject, predicate, object } = quad;
  const use = classifyQuoting(quad, scope);
  if (use !== undefined) return use;
  if (isWikidataNode(subject.value)) return 'qualified';
  return (
    classifyProvenance(quad, scope) ??
    (object.termType === 'Literal' ? classifyValue(predicate) : classifyLink(predicate, object, scope))
  );
}

/** Tells in which way a statement speaks of another, if it does. */
function classifyQuoting(quad: RdfQuad, { reifiers, holders }: RdfScope): Use | undefined {
  const { subject, predicate, object } = quad;
  if (isReification(predicate, object)) return 'reification';
  const isOfReifier = object.termType !== 'Literal' && reifiers.has(toKey(object));
  if (isOfReifier ? isHolding(predicate.value) : readHeld(quad) !== undefined) return 'holding';
  if (subject.termType === 'Quad' || object.termType === 'Quad') return 'quoted';
  const key = toKey(subject);
  if (reifiers.has(key) || holders.has(key)) return 'annotation';
  return isOfReifier ? 'quoted' : undefined;
}

/** Tells what a statement says of a document or of its making. */
function classifyProvenance({ subject, predicate, object }: RdfQuad, scope: RdfScope): Use | undefined {
  const key = toKey(subject);
  const isLink = object.termType !== 'Literal';
  if (scope.documents.has(key)) {
    if (noteFieldOf(predicate.value, 'graph') !== undefined) return 'metadata';
    return isLink && provNameOf(predicate.value) !== undefined ? 'making' : undefined;
  }
  const isActivity = isLink && scope.activities.has(key) && roleOf(predicate.value) === undefined;
  return isActivity ? 'making' : undefined;
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
