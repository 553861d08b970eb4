import type { Batch } from '@/lib/model/batch';
import { Document } from '@/lib/model/document';
import type { DocumentId, LoadId, PassageId } from '@/lib/model/ids';
import type { Mention } from '@/lib/model/mention';
import type { Passage } from '@/lib/model/passage';

import {
  CREATE_DOCUMENTS,
  CREATE_MENTIONS,
  CREATE_PASSAGES,
  documentColumns,
  KNOWN_DOCUMENTS,
  KNOWN_MENTIONS,
  KNOWN_PASSAGES,
  SET_DOCUMENT_LOADS,
  UPDATE_DOCUMENTS,
} from '../../cypher/upsert-statements';
import type { Row } from '../../engine';
import { loadsOf, planDeclared, toLoadsCell } from '../rows/declared-by';
import type { Declared } from '../rows/declared-by';
import { mapOf, numberOf, textOf } from '../rows/row-values';
import type { WriteTransaction } from './write';
import { readKnown, writeRows } from './write-rows';

type DeclaredDocument = Declared<Document>;

export interface StoredDocuments {
  readonly known: ReadonlySet<string>;
  readonly created: number;
  readonly changed: boolean;
}

/** Stores the documents of a batch; one that is there takes the new fields. `alsoNeeded` are ids to look up besides. */
export async function upsertDocuments(
  transaction: WriteTransaction,
  { documents, load }: Pick<Batch, 'documents'> & { readonly load: { readonly id: LoadId } },
  alsoNeeded: Iterable<DocumentId>,
): Promise<StoredDocuments> {
  const wanted = documents.map((value) => ({ value, declared: true }));
  const ids = documents.map(({ id }) => id);
  const rows = await readKnown(transaction, KNOWN_DOCUMENTS, [...ids, ...alsoNeeded]);
  const known = new Map(rows.map(toDeclaredDocument).map((each) => [each.value.id, each]));
  const plan = planDeclared(wanted, known, { load: load.id, keyOf: ({ id }) => id, toRow: toDocumentRow });
  const { created, updated, declaredAgain } = plan;
  writeRows(transaction, CREATE_DOCUMENTS, created.map(toWriteRow));
  writeRows(transaction, UPDATE_DOCUMENTS, updated.map(toWriteRow));
  writeRows(
    transaction,
    SET_DOCUMENT_LOADS,
    declaredAgain.map(({ value, loads }) => [value.id, loads]),
  );
  return {
    known: new Set([...known.keys(), ...ids]),
    created: created.length,
    changed: created.length + updated.length > 0,
  };
}

export interface StoredPassages {
  readonly created: readonly PassageId[];
  /** Passages that the store knows with another text: left as they are. */
  readonly refused: ReadonlySet<PassageId>;
}

/** Stores the passages of a batch that are not there yet. */
export async function upsertPassages(
  transaction: WriteTransaction,
  passages: readonly Passage[],
): Promise<StoredPassages> {
  const wanted = new Map(passages.map((passage) => [passage.id, passage]));
  const rows = await readKnown(transaction, KNOWN_PASSAGES, wanted.keys());
  const known = new Map(rows.map((row) => [textOf(row, 'id'), textOf(row, 'text')]));
  const created = [...wanted.values()].filter(({ id }) => !known.has(id));
  const refused = [...wanted.values()].filter(({ id, text }) => known.has(id) && known.get(id) !== text);
  writeRows(
    transaction,
    CREATE_PASSAGES,
    created.map(({ id, document, index, text }) => [id, document, index, text]),
  );
  return { created: created.map(({ id }) => id), refused: new Set(refused.map(({ id }) => id)) };
}

/**
 * Stores the mentions of a batch that are not stored yet, except those in refused passages.
 * @returns how many were created
 */
export async function upsertMentions(
  transaction: WriteTransaction,
  { mentions }: Pick<Batch, 'mentions'>,
  passages: StoredPassages,
): Promise<number> {
  const wanted = new Map<string, Mention>();
  for (const mention of mentions) {
    if (!passages.refused.has(mention.passage)) wanted.set(keyOf(mention), mention);
  }
  const created = new Set<string>(passages.created);
  const older = mentions
    .map(({ passage }) => passage)
    .filter((id) => !created.has(id) && !passages.refused.has(id));
  for (const row of await readKnown(transaction, KNOWN_MENTIONS, older)) {
    wanted.delete(
      keyOf({
        passage: textOf(row, 'passage'),
        entity: textOf(row, 'entity'),
        start: numberOf(row, 'start'),
        end: numberOf(row, 'end'),
      }),
    );
  }
  const rows = [...wanted.values()].map(({ passage, entity, start, end }) => [passage, entity, start, end]);
  writeRows(transaction, CREATE_MENTIONS, rows);
  return rows.length;
}

function keyOf(mention: { passage: string; entity: string; start: number; end: number }): string {
  return `${mention.passage} ${mention.entity} ${mention.start} ${mention.end}`;
}

function toDeclaredDocument(row: Row): DeclaredDocument {
  const properties = mapOf(row, 'document');
  return { value: Document.parse(properties), loads: loadsOf(properties) };
}

function toWriteRow({ value, loads }: DeclaredDocument): readonly unknown[] {
  return documentColumns.toRow({ ...value, loads: toLoadsCell(loads) });
}

function toDocumentRow(document: Document): readonly unknown[] {
  return documentColumns.toRow(document);
}
