import type { RdfScope } from './classify-statement';
import { readHeld, readQuoted, toQuoted, toStatementKey, type QuotedStatement } from './read-quoted';
import type { RdfQuad, RdfRecord } from './read-rdf';
import { createProvenance, type RdfProvenance } from './provenance';
import { toKey } from './to-key';
import { isHolding, RDF } from './words';

/** What a first look through RDF tells; it grows with annotated statements, their sources, graphs and lists, not with the others. */
export interface RdfOverview extends RdfScope, RdfProvenance {
  /** What stands for a statement, and the statement. */
  readonly reifiers: ReadonlyMap<string, QuotedStatement>;
  /** The statements that others speak of, by their keys. */
  readonly quoted: ReadonlyMap<string, QuotedStatement>;
  /** Who speaks of a statement, by its key: each time what stands for it, and then what holds that. */
  readonly annotated: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * Finds which resources stand for statements or hold some, which are graphs, sources or their makers, and which are lists.
 * @param records - all statements
 */
export async function surveyRdf(records: AsyncIterable<readonly RdfRecord[]>): Promise<RdfOverview> {
  const statements = createStatements();
  const provenance = createProvenance();
  const graphs = new Set<string>();
  const lists = new Set<string>();

  function take(quad: RdfQuad): void {
    const { subject, predicate, object, graph } = quad;
    const key = toKey(subject);
    if (graph.termType !== 'DefaultGraph') graphs.add(toKey(graph));
    if (predicate.value === `${RDF}first`) lists.add(key);
    statements.take(key, quad);
    if (object.termType === 'NamedNode' || object.termType === 'BlankNode')
      provenance.take(key, predicate.value, toKey(object));
  }

  for await (const some of records)
    for (const record of some) if (record.kind === 'statement') take(record.quad);
  const { reifiers, holders } = statements;
  const speakers = [...reifiers.keys(), ...holders];
  return { reifiers, holders, lists, ...statements.quoted(), ...provenance.of(speakers, graphs) };
}

/** Gathers the statements that others speak of. */
function createStatements() {
  const reifiers = new Map<string, QuotedStatement>();
  const holders = new Set<string>();
  const holdersOf = new Map<string, string[]>();
  const held: (readonly [string, QuotedStatement])[] = [];
  const parts = new Map<string, Map<string, string>>();

  function takePart(key: string, name: string, { object }: RdfQuad): void {
    if (!['subject', 'predicate', 'object'].includes(name)) return;
    const found = (parts.get(key) ?? new Map<string, string>()).set(name, toKey(object));
    parts.set(key, found);
    if (name === 'object' && object.termType === 'Literal') found.set('value', '');
    const [subject, predicate, last] = [found.get('subject'), found.get('predicate'), found.get('object')];
    if (subject && predicate && last)
      reifiers.set(key, toQuoted({ subject, predicate, object: last }, !found.has('value')));
  }

  return {
    reifiers,
    holders,
    take: (key: string, quad: RdfQuad): void => {
      const { predicate, object } = quad;
      if (predicate.value.startsWith(RDF)) {
        const statement = predicate.value === `${RDF}reifies` ? readQuoted(object) : undefined;
        if (statement) reifiers.set(key, statement);
        else takePart(key, predicate.value.slice(RDF.length), quad);
        return;
      }
      if (!isHolding(predicate.value)) return;
      const statement = readHeld(quad);
      const inner = toKey(object);
      if (statement) held.push([key, statement]);
      else if (object.termType !== 'Literal' && reifiers.has(inner))
        holdersOf.set(inner, [...(holdersOf.get(inner) ?? []), key]);
      else return;
      holders.add(key);
    },
    quoted: (): Pick<RdfOverview, 'annotated' | 'quoted'> => {
      const quoted = new Map<string, QuotedStatement>();
      const annotated = new Map<string, (readonly string[])[]>();
      function add(statement: QuotedStatement, speakers: readonly string[]): void {
        const key = toStatementKey(statement);
        quoted.set(key, statement);
        const others = annotated.get(key);
        if (others) others.push(speakers);
        else annotated.set(key, [speakers]);
      }
      for (const [reifier, statement] of reifiers)
        for (const holder of holdersOf.get(reifier) ?? [undefined])
          add(statement, holder === undefined ? [reifier] : [reifier, holder]);
      for (const [holder, statement] of held) add(statement, [holder]);
      return { quoted, annotated };
    },
  };
}
