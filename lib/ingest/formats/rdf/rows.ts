import { EntenteError } from '@/lib/model/entente-error';

import { createCiter, type CitedSource, type Citer } from '../../documents/cite-source';
import { classifyStatement, toKey, type Use } from './classify-statement';
import { nameOf } from './resource';
import type { Note, RdfResources } from './resources';
import { toStatementKey, type QuotedStatement, type RdfOverview } from './scope';
import type { RdfTypes } from './types';
import { localNameOf, namePartOf, noteFieldOf } from './words';
import { toNQuad, type RdfQuad, type RdfRecord } from './read-rdf';
import type { Citation, Named, Piece, SourceRow } from '../../source';
import { createTally, noteTally } from '../../rows/tally';

type Statement = Extract<RdfRecord, { kind: 'statement' }>;

export interface RdfContext {
  readonly file: string;
  readonly dataset: string;
  readonly overview: RdfOverview;
  readonly resources: RdfResources;
  readonly types: RdfTypes;
}

export interface RdfRows {
  /** Converts a statement to pieces. */
  readonly toPieces: (statement: Statement) => readonly Piece[];
  /** Sentences about what was read and made no row; complete once all statements are taken. */
  readonly notices: () => readonly string[];
}

/** Where and how a row is said: the place in the file, the graph, and what annotations say. */
interface Saying {
  readonly statement: Statement;
  readonly note: Note | undefined;
}

const CELLS = ['start', 'end', 'about', 'place', 'modality', 'stance', 'attributed_to'] as const;
const UNREAD: readonly (readonly [Use, string])[] = [
  ['value', 'Values are not read, only names, descriptions and dates'],
  ['schema', 'Statements about classes, properties and annotations are not read'],
  [
    'qualified',
    'Of what Wikidata says only the direct statements are read, not their ranks, qualifiers and references',
  ],
  ['list', 'Lists are not read'],
  ['quoted', 'Statements about statements other than annotations are not read'],
  ['annotation', 'Not read from the annotations of statements'],
];

/** Makes rows of statements: a relation for each that joins two resources, one for each source where annotations name several. */
export function createRdfRows(context: RdfContext): RdfRows {
  const { overview, resources } = context;
  const citer = createCiter(context.dataset);
  const told = new Set<string>();
  const tallies = new Map(UNREAD.map(([use]) => [use, createTally()]));
  const classes = createTally();

  /** An annotated statement is told once for each source, wherever it stands first. */
  function toAnnotated(statement: Statement, quoted: QuotedStatement, isSaid: boolean): readonly Piece[] {
    const key = toStatementKey(quoted);
    const notes = (overview.annotated.get(key) ?? []).map((reifier) => resources.noteOf(reifier));
    const wanted = isSaid ? notes : notes.filter(hasSource);
    if (told.has(key) || wanted.length === 0) return [];
    told.add(key);
    return wanted.flatMap((note) => toRow(quoted, { statement, note }, { citer, context }));
  }

  function toRelation(statement: Statement): readonly Piece[] {
    const { subject, predicate, object } = statement.quad;
    const parts = { subject: toKey(subject), predicate: predicate.value, object: toKey(object) };
    const quoted = { ...parts, isRelation: true };
    if (overview.annotated.size > 0 && overview.annotated.has(toStatementKey(quoted)))
      return toAnnotated(statement, quoted, true);
    return toRow(quoted, { statement, note: undefined }, { citer, context });
  }

  function tell(use: Use, { subject, predicate, object }: RdfQuad): void {
    if (use === 'annotation' && noteFieldOf(predicate.value, 'statement') !== undefined) return;
    if (use === 'value' && namePartOf(predicate.value) !== undefined) return;
    if (use === 'kind' && resources.find(toKey(subject))?.kind === undefined)
      classes.add(localNameOf(object.value));
    tallies.get(use)?.add(localNameOf(predicate.value));
  }

  return {
    toPieces: (statement) => {
      const { quad } = statement;
      const use = classifyStatement(quad, overview);
      if (use === 'relation') return toRelation(statement);
      if (use === 'reification') {
        const quoted = overview.reifiers.get(toKey(quad.subject));
        return quoted?.isRelation ? toAnnotated(statement, quoted, false) : [];
      }
      tell(use, quad);
      return [];
    },
    notices: () => [
      ...UNREAD.flatMap(([use, words]) => noteTally(words, tallies.get(use) ?? createTally())),
      ...noteTally('Classes that say nothing of the kind of an entity here', classes),
      ...noteUntold(overview, told),
    ],
  };
}

function noteUntold({ annotated, reifiers }: RdfOverview, told: ReadonlySet<string>): readonly string[] {
  const quoted = [...annotated.values()].flatMap(([first = '']) => reifiers.get(first) ?? []);
  const untold = quoted.filter((each) => each.isRelation && !told.has(toStatementKey(each))).length;
  return untold === 0
    ? []
    : [
        `${untold} statements are quoted, but neither made in the file nor given a source: they are no relations.`,
      ];
}

function hasSource(note: Note | undefined): boolean {
  return note?.has('source') === true || note?.has('quote') === true;
}

interface RowMaker {
  readonly citer: Citer;
  readonly context: RdfContext;
}

function toRow(quoted: QuotedStatement, saying: Saying, { citer, context }: RowMaker): readonly Piece[] {
  const { quad, line, record, raw = toNQuad(quad) } = saying.statement;
  const subject = toNamed(quoted.subject, context);
  const object = toNamed(quoted.object, context);
  const cells = new Map([
    ['subject', subject.name],
    ['relation', context.types.cellOf(quoted.predicate)],
    ['object', object.name],
  ]);
  for (const field of CELLS) {
    const [value] = saying.note?.get(field) ?? [];
    if (value !== undefined) cells.set(field, toCell(field, value, context));
  }
  const row = { file: context.file, line, raw, record, cells, subject, object };
  const sources = toSources(saying, context);
  if (sources.length === 0) return [{ kind: 'row', row }];
  return sources.flatMap((source) => citeRow(row, source, citer));
}

function citeRow(row: SourceRow, source: CitedSource, citer: Citer): readonly Piece[] {
  try {
    const { pieces, citation }: { pieces: readonly Piece[]; citation: Citation } = citer.cite(source);
    return [...pieces, { kind: 'row', row: { ...row, citation } }];
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    const problem = { column: 'quote', reason: error.message };
    return [{ kind: 'row', row: { ...row, problem } }];
  }
}

function toNamed(key: string, { resources }: RdfContext): Named {
  return { name: nameOf(key, resources.find(key)), id: resources.idOf(key) };
}

/** What an annotation names by an address is told by its name. */
function toCell(field: string, value: string, { resources }: RdfContext): string {
  if (field !== 'place' && field !== 'attributed_to') return value;
  return resources.find(value)?.name ?? value;
}

/** The sources that annotations give, each with its quote; without any, the graph that the statement stands in. */
function toSources({ statement, note }: Saying, context: RdfContext): readonly CitedSource[] {
  const { graph } = statement.quad;
  const named = graph.termType === 'DefaultGraph' ? [] : [toKey(graph)];
  const sources = note?.get('source') ?? named;
  const quotes = note?.get('quote') ?? [];
  const count = Math.max(sources.length, quotes.length);
  return Array.from({ length: count }, (_, index) => ({
    ...toSource(sources[Math.min(index, sources.length - 1)], context),
    quote: quotes[index],
    file: context.file,
    line: statement.line,
  }));
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:[^\s]+$/iu;

function toSource(source: string | undefined, { resources }: RdfContext): Omit<CitedSource, 'file' | 'line'> {
  if (source === undefined) return {};
  if (!ADDRESS.test(source))
    return { title: source.startsWith('_:') ? resources.find(source)?.name : source };
  const note = resources.noteOf(source);
  const first = (field: 'title' | 'summary' | 'publisher' | 'author' | 'published'): string | undefined => {
    const [value] = note?.get(field) ?? [];
    return value === undefined ? undefined : (resources.find(value)?.name ?? value);
  };
  return {
    url: source,
    title: first('title') ?? resources.find(source)?.name,
    summary: first('summary') ?? resources.find(source)?.description,
    publisher: first('publisher'),
    author: first('author'),
    published: first('published'),
  };
}
