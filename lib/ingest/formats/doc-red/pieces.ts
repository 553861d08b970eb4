/** From DocRED documents to documents, passages with mentions, and rows. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId, type PassageId } from '@/lib/model/ids';
import type { Span } from '@/lib/model/span';

import { checkText } from '../../rows/check-text';
import { placeEntities, type DocRedEntity, type DocRedText } from './entities';
import { toDocRed, type DocRedFault, type DocRedLabel, type DocRedRecord } from './record';
import { createPassagePieces } from '../../documents/passage-pieces';
import { toBrokenPiece, type JsonRecordRead } from '../../json/read-json';
import { attemptRow } from '../../rows/read-rows';
import type { Piece, SourceRow } from '../../source';
import { createTally, noteTally } from '../../rows/tally';

export interface DocRedReader {
  readonly toPieces: (record: JsonRecordRead, value: unknown) => readonly Piece[];
  readonly notices: () => readonly string[];
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly title: string;
}

/** A sentence's passage, if it has words, and what comes with it. */
interface Added {
  readonly id: PassageId | undefined;
  readonly pieces: readonly Piece[];
}

/**
 * Creates a reader of DocRED documents.
 * @param dataset - the name of the dataset
 * @param file - the file
 * @param relationNames - the names of relations, by id
 */
export function createDocRedReader(
  dataset: string,
  file: string,
  relationNames: ReadonlyMap<string, string>,
): DocRedReader {
  const titles = new Map<string, number>();
  const nameless = createTally();
  const passages = createPassagePieces();
  let renamed = 0;

  function nextDocument(title: string) {
    const occurrence = (titles.get(title) ?? 0) + 1;
    titles.set(title, occurrence);
    const id = DocumentId.parse(deriveId('d', [dataset, title, ...(occurrence > 1 ? [occurrence] : [])]));
    return { id, title: checkText('title', title.normalize('NFC')) };
  }

  function nameRelation(id: string): string {
    const name = relationNames.get(id);
    if (name === undefined && relationNames.size > 0) nameless.add(id);
    return name ?? id;
  }

  function addPassages(text: DocRedText, document: Document, line: number): readonly Added[] {
    return text.sentences.map((sentence, number) => {
      if (sentence.text.trim() === '') return { id: undefined, pieces: [] };
      const mentions = mentionsIn(text, number);
      const cited = { document, text: checkText('sents', sentence.text), index: number + 1, mentions };
      return passages.add({ ...cited, file, line });
    });
  }

  function toPieces(record: DocRedRecord, line: number): readonly Piece[] {
    const { title, labels, faults } = record;
    const document = nextDocument(title);
    const text = placeEntities(record);
    renamed += text.renamed;
    const added = addPassages(text, document, line);
    const pieces = added.flatMap((each) => each.pieces);
    const place = { file, line, title };
    const context = { text, ids: added.map(({ id }) => id), place, document: document.id };
    return [
      ...(pieces.length > 0 ? pieces : [{ kind: 'document', document } as const]),
      ...[...faults, ...text.faults].map((fault) => toFaultPiece(fault, place)),
      ...labels.flatMap((label) => toRows(label, { ...context, relation: nameRelation(label.r) })),
    ];
  }

  return {
    toPieces: (record, value) => {
      const read = toDocRed(value);
      if ('problem' in read) return [toBrokenPiece(file, record, read.problem)];
      const row = { file, line: record.line, raw: record.raw, cells: new Map<string, string>() };
      const result = attemptRow(row, () => toPieces(read, record.line));
      return 'value' in result ? result.value : [{ kind: 'reject', reject: result.reject }];
    },
    notices: () => [
      ...noteTally('Relations without a name in rel_info.json, named by their ids', nameless),
      ...(renamed === 0
        ? []
        : [`Mentions whose name differs slightly from the text, which was used: ${renamed}.`]),
    ],
  };
}

function toFaultPiece({ column, reason, raw }: DocRedFault, { file, line, title }: Place): Piece {
  return { kind: 'reject', reject: { file, line, column, reason: `${title}: ${reason}`, row: raw } };
}

function mentionsIn({ entities }: DocRedText, number: number) {
  return entities.flatMap((entity) =>
    (entity?.mentions ?? [])
      .filter(({ sentence }) => sentence === number)
      .map(({ start, end }) => ({ start, end, entity: entity?.named ?? { name: '' } })),
  );
}

interface LabelContext {
  readonly text: DocRedText;
  /** The passages of the sentences. */
  readonly ids: readonly (PassageId | undefined)[];
  readonly relation: string;
  readonly place: Place;
  readonly document: DocumentId;
}

/**
 * Writes a row for each sentence that states a relation; if none is named, one that cites the
 * document.
 */
function toRows(
  label: DocRedLabel,
  { text, ids, relation, place, document }: LabelContext,
): readonly Piece[] {
  const { file, line, title } = place;
  const [subject, object] = [text.entities[label.h], text.entities[label.t]];
  const row = {
    file,
    line,
    raw: JSON.stringify({ title, ...label }),
    cells: new Map([['relation', relation]]),
  };
  if (subject === undefined || object === undefined) {
    const [column, number] = subject === undefined ? ['subject', label.h] : ['object', label.t];
    return [refuse(row, column, `there is no entity ${number} that could be used`)];
  }
  row.cells.set('subject', subject.named.name).set('object', object.named.name);
  const full = { ...row, subject: subject.named, object: object.named };
  if (label.evidence.length === 0) return [{ kind: 'row', row: { ...full, document } }];
  return [...new Set(label.evidence)].map((number) => {
    const passage = ids[number];
    if (passage === undefined)
      return refuse(full, 'evidence', `there is no sentence ${number}; they count from 0`);
    return { kind: 'row', row: { ...full, citation: { passage, ...findStretch(subject, object, number) } } };
  });
}

function refuse(row: SourceRow, column: string, reason: string): Piece {
  return { kind: 'row', row: { ...row, problem: { column, reason } } };
}

/** Finds the shortest stretch of a sentence that names both ends, if it does. */
function findStretch(subject: DocRedEntity, object: DocRedEntity, number: number): Partial<Span> {
  const inSentence = ({ mentions }: DocRedEntity) => mentions.filter(({ sentence }) => sentence === number);
  const stretches = inSentence(subject).flatMap((a) =>
    inSentence(object).map((b): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })),
  );
  return stretches.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? {};
}
