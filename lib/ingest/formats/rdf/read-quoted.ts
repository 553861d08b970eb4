import type { RdfQuad, RdfTerm } from './read-rdf';
import { toKey } from './to-key';
import { isHolding, roleOf } from './words';

/** A statement that others speak of, by the keys of its terms. */
export interface QuotedStatement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** Whether both ends are resources and the predicate is none of those that describe one. */
  readonly isRelation: boolean;
}

/** TrustGraph writes a quoted statement as a text where its library of RDF has none. */
const WRITTEN = /^<<([a-z][a-z0-9+.-]*:\S+) ([a-z][a-z0-9+.-]*:\S+) (.+)>>$/isu;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\S+$/iu;

/** Returns the statement that a term is, if it is one. */
export function readQuoted({ subject, predicate, object }: RdfTerm): QuotedStatement | undefined {
  if (!subject || !predicate || !object) return undefined;
  const isLink = object.termType === 'NamedNode' || object.termType === 'BlankNode';
  const parts = { subject: toKey(subject), predicate: predicate.value, object: toKey(object) };
  return toQuoted(parts, isLink);
}

/** Returns the statement that the subject of this one holds, where it stands in it whole. */
export function readHeld({ predicate, object }: RdfQuad): QuotedStatement | undefined {
  const isWritten = object.termType === 'Literal' && object.value.startsWith('<<');
  if ((object.termType !== 'Quad' && !isWritten) || !isHolding(predicate.value)) return undefined;
  return isWritten ? readWritten(object.value) : readQuoted(object);
}

function readWritten(text: string): QuotedStatement | undefined {
  const [, subject, predicate, object] = WRITTEN.exec(text) ?? [];
  if (!subject || !predicate || !object) return undefined;
  return toQuoted({ subject, predicate, object }, ADDRESS.test(object));
}

/**
 * Tells whether a statement is a relation: one between two resources that does not describe the first.
 * @param parts - the keys of its terms
 * @param isLink - whether its object is a resource
 */
export function toQuoted(parts: Omit<QuotedStatement, 'isRelation'>, isLink: boolean): QuotedStatement {
  return { ...parts, isRelation: isLink && roleOf(parts.predicate) === undefined };
}

/** Returns the key of a statement: the same for each time that it is quoted or made. */
export function toStatementKey({ subject, predicate, object }: Omit<QuotedStatement, 'isRelation'>): string {
  return `${subject} ${predicate} ${object}`;
}
