import { EntenteError } from '@/lib/model/entente-error';

import { createCiter, type CitedSource, type Citer } from '../../documents/cite-source';
import { classifyStatement, type Use } from './classify-statement';
import { readHeld, toStatementKey, type QuotedStatement } from './read-quoted';
import { nameOf } from './resource';
import { hasSource, type Note } from './resources';
import type { RdfOverview } from './scope';
import type { RdfContext, Saying, Statement } from './row-context';
import { noteUncited, toSources } from './sources';
import { toKey } from './to-key';
import { localNameOf, namePartOf, noteFieldOf, type NoteField } from './words';
import { toNQuad, type RdfQuad } from './read-rdf';
import type { Citation, Named, Piece, SourceRow } from '../../source';
import { createTally, noteTally } from '../../rows/tally';

export interface RdfRows {
  /** Converts a statement to pieces. */
  readonly toPieces: (statement: Statement) => readonly Piece[];
  /** Sentences about what was read and made no row; complete once all statements are taken. */
  readonly notices: () => readonly string[];
}

const CELLS = ['start', 'end', 'about', 'place', 'modality', 'stance', 'attributed_to'] as const;
const OF_DOCUMENTS: ReadonlySet<NoteField> = new Set([
  ...(['title', 'summary', 'text', 'publisher', 'author', 'published'] as const),
]);
const UNREAD: readonly (readonly [Use, string])[] = [
  ['value', 'Values are not read, only names, descriptions and dates'],
  ['schema', 'Statements about classes, properties and annotations are not read'],
  [
    'qualified',
    'Of what Wikidata says only the direct statements are read, not their ranks, qualifiers and references',
  ],
  ['list', 'Lists are not read'],
  ['quoted', 'Statements about statements other than annotations are not read'],
  ['making', 'How documents and statements were made is not read'],
  ['metadata', 'Not read from what is said of documents'],
  ['annotation', 'Not read from the annotations of statements'],
];

/** Makes rows of statements: a relation for each that joins two resources, one for each source where annotations name several. */
export function createRdfRows(context: RdfContext): RdfRows {
  const { overview, resources } = context;
  const citer = createCiter(context.dataset);
  const told = new Set<string>();
  const cited = new Set<string>();
  const tallies = new Map(UNREAD.map(([use]) => [use, createTally()]));
  const classes = createTally();

  /** An annotated statement is told once for each source, wherever it stands first. */
  function toAnnotated(statement: Statement, quoted: QuotedStatement): readonly Piece[] {
    const key = toStatementKey(quoted);
    const notes = resources.notesOf(key);
    const wanted: readonly (Note | undefined)[] = resources.isMade(key) ? notes : notes.filter(hasSource);
    if (told.has(key) || (wanted.length === 0 && !resources.isMade(key))) return [];
    told.add(key);
    const tellings = wanted.length === 0 ? [undefined] : wanted;
    return tellings.flatMap((note) => toRow(quoted, { statement, note }, { citer, context, cited }));
  }

  function toRelation(statement: Statement): readonly Piece[] {
    const { subject, predicate, object } = statement.quad;
    const parts = { subject: toKey(subject), predicate: predicate.value, object: toKey(object) };
    const quoted = { ...parts, isRelation: true };
    if (overview.quoted.size > 0 && overview.quoted.has(toStatementKey(quoted)))
      return toAnnotated(statement, quoted);
    return toRow(quoted, { statement, note: undefined }, { citer, context, cited });
  }

  /** What the file makes itself is told where it makes it. */
  function toQuotedOnly(statement: Statement, quoted: QuotedStatement | undefined): readonly Piece[] {
    if (!quoted?.isRelation || resources.isMade(toStatementKey(quoted))) return [];
    return toAnnotated(statement, quoted);
  }

  function tell(use: Use, { subject, predicate, object }: RdfQuad): void {
    const key = toKey(subject);
    if (isRead(use, predicate.value, key)) return;
    if (use === 'kind' && resources.find(key)?.kind === undefined) classes.add(localNameOf(object.value));
    tallies.get(use)?.add(localNameOf(predicate.value));
  }

  function isRead(use: Use, predicate: string, key: string): boolean {
    if (use === 'value') return namePartOf(predicate) !== undefined;
    if (use === 'annotation')
      return noteFieldOf(predicate, overview.reifiers.has(key) ? 'statement' : 'holder') !== undefined;
    const field = use === 'metadata' ? noteFieldOf(predicate, 'graph') : undefined;
    // Where a part comes from is the document that it is a part of.
    return field === 'source' ? overview.parts.has(key) : field !== undefined && OF_DOCUMENTS.has(field);
  }

  return {
    toPieces: (statement) => {
      const { quad } = statement;
      const use = classifyStatement(quad, overview);
      if (use === 'relation') return toRelation(statement);
      if (use === 'reification') return toQuotedOnly(statement, overview.reifiers.get(toKey(quad.subject)));
      if (use === 'holding') return toQuotedOnly(statement, readHeld(quad));
      tell(use, quad);
      return [];
    },
    notices: () => [
      ...UNREAD.flatMap(([use, words]) => noteTally(words, tallies.get(use) ?? createTally())),
      ...noteTally('Classes that say nothing of the kind of an entity here', classes),
      ...noteUntold(overview, told),
      ...noteUncited(context, cited),
    ],
  };
}

function noteUntold({ quoted }: RdfOverview, told: ReadonlySet<string>): readonly string[] {
  const untold = [...quoted].filter(([key, { isRelation }]) => isRelation && !told.has(key)).length;
  const others = [...quoted.values()].filter(({ isRelation }) => !isRelation).length;
  return [
    ...(untold === 0
      ? []
      : [
          `${untold} statements are quoted, but neither made in the file nor given a source: they are no relations.`,
        ]),
    ...(others === 0
      ? []
      : [`${others} quoted statements describe a resource and join no two: their sources are not read.`]),
  ];
}

interface RowMaker {
  readonly citer: Citer;
  /** Which documents and parts rows have cited. */
  readonly cited: Set<string>;
  readonly context: RdfContext;
}

function toRow(quoted: QuotedStatement, saying: Saying, maker: RowMaker): readonly Piece[] {
  const { citer, context, cited } = maker;
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
  const sources = toSources(saying, context, cited);
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
