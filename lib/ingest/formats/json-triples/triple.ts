/** From a record of JSON to a row of triples, and what the row needs. */
import type { Document } from '@/lib/model/document';

import { EVIDENCE, SOURCES, toEvidence, toNamedDocument, type JsonEvidence } from './evidence';
import { createFieldMapper, listEvidence, spreadEnds, toCells, toShownCells, toTripleRecord } from './fields';
import type { JsonFields } from './fields';
import { toParty, type JsonParty } from '../../json/json-party';
import { fieldOf, toShown, type JsonRecord } from '../../json/json-value';
import { listTriples, type HeldTriples } from './list-triples';
import { markNames } from '../../spans/mark-names';
import { toNamed } from '../../rows/parse-triple';
import { createPassagePieces } from '../../documents/passage-pieces';
import type { JsonLayout, JsonRecordRead } from '../../json/read-json';
import { attemptRow } from '../../rows/read-rows';
import type { Named, Piece, SourceRow } from '../../source';
import { createSpanTally } from '../../spans/span-tally';
import { createTally, noteTally, type Tally } from '../../rows/tally';

export interface JsonTripleReader {
  /**
   * Converts a record to rows, one for each piece of evidence of each triple in it, after what they
   * need.
   */
  readonly toPieces: (record: JsonRecordRead, value: unknown) => readonly Piece[];
  readonly notices: () => readonly string[];
}

const sources: ReadonlySet<string> = new Set(Object.values(SOURCES).flat());
const evidence: ReadonlySet<string> = new Set(EVIDENCE);

interface JsonTripleFile {
  readonly file: string;
  readonly dataset: string;
  readonly layout: JsonLayout;
}

/**
 * Creates a reader of triples in JSON. It remembers which passages and entities it has returned.
 * Triples that may share a line with others are numbered, so that each can be found.
 */
export function createJsonTripleReader({ file, dataset, layout }: JsonTripleFile): JsonTripleReader {
  let count = 0;
  const unread = createTally();
  const unknownKinds = createTally();
  const spans = createSpanTally();
  const holders = createHolderTally();
  const { citeDocument, cite } = createTripleCiter();
  const mapFields = createFieldMapper();
  const declared = new Set<string>();

  function declare({ entity }: JsonParty): readonly Piece[] {
    if (entity === undefined || declared.has(entity.id)) return [];
    declared.add(entity.id);
    return [{ kind: 'entity', entity }];
  }

  function toRows(value: JsonRecord, row: SourceRow): readonly Piece[] {
    const fields = mapFields(value);
    const context = { dataset, unread, unknownKinds };
    const subject = toParty('subject', fieldOf(value, fields.get('subject') ?? ''), context);
    const object = toParty('object', fieldOf(value, fields.get('object') ?? ''), context);
    const cells = toCells(value, fields, unread);
    const found = listEvidence(value, fields).map((each) => toEvidence(each, value, { dataset, spans }));
    const document = toNamedDocument(value, { dataset, read: new Set(fields.values()) });
    const hasEvidence = document !== undefined || found.some((each) => each !== undefined);
    countUnread(unread, value, { fields, hasEvidence });
    const full = { ...row, cells, ...toEnds(subject, object) };
    const named = [toNamed('subject', full), toNamed('object', full)].filter((each) => each !== undefined);
    return [
      ...[subject, object].flatMap(declare),
      ...found.flatMap((each) =>
        each === undefined ? citeDocument(document, full) : cite(each, full, named),
      ),
    ];
  }

  const toOne: ToPieces = (value, { line, raw, isAlone }) => {
    count += 1;
    const record = isAlone && layout === 'lines' ? undefined : count;
    const row = { file, line, raw, record, cells: new Map<string, string>() };
    const result = attemptRow(row, () => toRows(toTripleRecord(value), row));
    if ('value' in result) return result.value;
    const { column, reason } = result.reject;
    return [{ kind: 'row', row: { ...row, cells: toShownCells(value), problem: { column, reason } } }];
  };

  return {
    toPieces: toHeldPieces(toOne, holders),
    notices: () => [
      ...holders.notices(),
      ...noteTally('Not read from the records', unread),
      ...noteTally('Unknown kinds, read as thing', unknownKinds),
      ...spans.notices(),
    ],
  };
}

/** Makes what rows cite, each document and passage once. */
function createTripleCiter() {
  const passages = createPassagePieces();
  const documents = new Set<string>();

  function citeDocument(document: Document | undefined, row: SourceRow): readonly Piece[] {
    if (document === undefined) return [{ kind: 'row', row }];
    const isNew = !documents.has(document.id);
    documents.add(document.id);
    return [
      ...(isNew ? [{ kind: 'document', document } as const] : []),
      { kind: 'row', row: { ...row, document: document.id } },
    ];
  }

  function cite(found: JsonEvidence, row: SourceRow, named: readonly Named[]): readonly Piece[] {
    const { document, text, span } = found;
    const { file: path, line } = row;
    const { id, pieces } = passages.add({
      document,
      text,
      mentions: markNames(text, named),
      file: path,
      line,
    });
    return [...pieces, { kind: 'row', row: { ...row, citation: { passage: id, ...span } } }];
  }

  return { citeDocument, cite };
}

type ToPieces = (value: unknown, place: TriplePlace) => readonly Piece[];

interface TriplePlace extends Pick<SourceRow, 'line' | 'raw'> {
  /** Whether its record holds no other. */
  readonly isAlone: boolean;
}

/** Converts each triple that a record contains, or the record where it is one itself. */
function toHeldPieces(toOne: ToPieces, holders: HolderTally): JsonTripleReader['toPieces'] {
  return (record, value) => {
    const held = listTriples(value);
    const triples = (held?.triples ?? [value]).flatMap(spreadEnds);
    if (held === undefined && triples.length === 1) return toOne(value, { ...record, isAlone: true });
    if (held !== undefined) holders.add(held);
    return triples.flatMap((each) => toOne(each, { line: record.line, raw: toShown(each), isAlone: false }));
  };
}

type HolderTally = ReturnType<typeof createHolderTally>;

/** Counts what records hold besides their triples, and those that hold none. */
function createHolderTally() {
  const around = createTally();
  let empty = 0;
  return {
    add: ({ triples, unread }: HeldTriples): void => {
      if (triples.length === 0) empty += 1;
      for (const name of unread) around.add(name);
    },
    notices: (): readonly string[] => [
      ...(empty === 0 ? [] : [`Records without triples, from which nothing is read: ${empty}.`]),
      ...noteTally('Not read from around the triples', around),
    ],
  };
}

/** A name without more is a cell like any other, beside which a kind may stand. */
function toEnds(subject: JsonParty, object: JsonParty): Pick<SourceRow, 'subject' | 'object'> {
  return {
    ...(subject.isDescribed && { subject: subject.named }),
    ...(object.isDescribed && { object: object.named }),
  };
}

interface Read {
  readonly fields: JsonFields;
  readonly hasEvidence: boolean;
}

function countUnread(unread: Tally, value: JsonRecord, { fields, hasEvidence }: Read): void {
  const read = new Set(fields.values());
  for (const name of Object.keys(value)) {
    const isRead = read.has(name) || evidence.has(name) || (hasEvidence && sources.has(name));
    if (!isRead) unread.add(name);
  }
}
