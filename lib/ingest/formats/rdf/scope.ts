import { toKey, type RdfScope } from './classify-statement';
import type { RdfQuad, RdfRecord, RdfTerm } from './read-rdf';
import { noteFieldOf, RDF, roleOf } from './words';

/** A statement that others speak of, by the keys of its terms. */
export interface QuotedStatement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** Whether both ends are resources and the predicate is none of those that describe one. */
  readonly isRelation: boolean;
}

/** What a first look through RDF tells; it grows with annotated statements, graphs and lists, not with the others. */
export interface RdfOverview extends RdfScope {
  /** What stands for a statement, and the statement. */
  readonly reifiers: ReadonlyMap<string, QuotedStatement>;
  /** What stands for a statement, by the key of the statement. */
  readonly annotated: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds which resources stand for statements, which are graphs or sources, and which are lists.
 * @param records - all statements
 */
export async function surveyRdf(records: AsyncIterable<readonly RdfRecord[]>): Promise<RdfOverview> {
  const reifiers = new Map<string, QuotedStatement>();
  const parts = new Map<string, Map<string, string>>();
  const graphs = new Set<string>();
  const sources = new Map<string, string[]>();
  const lists = new Set<string>();

  function take({ subject, predicate, object, graph }: RdfQuad): void {
    const key = toKey(subject);
    if (graph.termType !== 'DefaultGraph') graphs.add(toKey(graph));
    if (object.termType === 'Quad') takeQuoted(key, predicate, object);
    else if (predicate.value.startsWith(RDF)) takePart(key, predicate.value.slice(RDF.length), object);
    else if (object.termType === 'NamedNode' && noteFieldOf(predicate.value, 'statement') === 'source') {
      sources.set(key, [...(sources.get(key) ?? []), toKey(object)]);
    }
  }

  function takeQuoted(key: string, { value }: RdfTerm, { subject, predicate, object }: RdfTerm): void {
    if (value !== `${RDF}reifies` || !subject || !predicate || !object) return;
    const statement = { subject: toKey(subject), predicate: predicate.value, object: toKey(object) };
    reifiers.set(key, { ...statement, isRelation: isRelation(predicate.value, object) });
  }

  function takePart(key: string, name: string, object: RdfTerm): void {
    if (name === 'first') lists.add(key);
    if (!['subject', 'predicate', 'object'].includes(name)) return;
    const found = (parts.get(key) ?? new Map<string, string>()).set(name, toKey(object));
    parts.set(key, found);
    if (name === 'object' && object.termType === 'Literal') found.set('value', '');
    const [subject, predicate, last] = [found.get('subject'), found.get('predicate'), found.get('object')];
    if (!subject || !predicate || !last) return;
    const isLink = !found.has('value') && roleOf(predicate) === undefined;
    reifiers.set(key, { subject, predicate, object: last, isRelation: isLink });
  }

  for await (const some of records)
    for (const record of some) if (record.kind === 'statement') take(record.quad);
  const documents = new Set([...graphs, ...[...reifiers.keys()].flatMap((key) => sources.get(key) ?? [])]);
  return { reifiers, documents, lists, annotated: toAnnotated(reifiers) };
}

function isRelation(predicate: string, { termType }: RdfTerm): boolean {
  return (termType === 'NamedNode' || termType === 'BlankNode') && roleOf(predicate) === undefined;
}

function toAnnotated(reifiers: ReadonlyMap<string, QuotedStatement>): ReadonlyMap<string, readonly string[]> {
  const annotated = new Map<string, string[]>();
  for (const [reifier, statement] of reifiers) {
    const key = toStatementKey(statement);
    annotated.set(key, [...(annotated.get(key) ?? []), reifier]);
  }
  return annotated;
}

export function toStatementKey({ subject, predicate, object }: Omit<QuotedStatement, 'isRelation'>): string {
  return `${subject} ${predicate} ${object}`;
}
