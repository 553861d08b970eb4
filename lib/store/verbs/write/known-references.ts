import type { Batch } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';

import { KNOWN_ENTITY_IDS } from '../../cypher/known-queries';
import { KNOWN_PASSAGE_DOCUMENTS } from '../../cypher/upsert-statements';
import type { Transaction } from '../../engine';
import { textOf, textsOf } from '../rows/row-values';
import { readKnown } from './write-rows';

export interface KnownVocabulary {
  readonly types: ReadonlyMap<string, unknown>;
  readonly documents: ReadonlySet<string>;
}

/**
 * Checks that everything a batch refers to is in the batch or in the store. A statement that
 * matches nothing writes nothing and reports no error, which would leave evidence without its
 * relation.
 * @returns the document of each passage that evidence cites, by passage
 * @throws `invalid` with the names that lead nowhere
 */
export async function assertKnownReferences(
  transaction: Transaction,
  batch: Batch,
  known: KnownVocabulary,
): Promise<ReadonlyMap<string, string>> {
  assertNone(
    'relation type',
    missingFrom(
      batch.relations.map(({ type }) => type),
      known.types,
    ),
  );
  assertNone(
    'document',
    missingFrom(
      [...batch.passages, ...batch.evidence].flatMap(({ document }) => document ?? []),
      known.documents,
    ),
  );
  await assertKnownEntities(transaction, batch);
  return knownPassages(transaction, batch);
}

async function assertKnownEntities(transaction: Transaction, batch: Batch): Promise<void> {
  const sent = new Set<string>(batch.entities.map(({ entity }) => entity.id));
  const missing = new Set<string>();
  const note = (id: string) => {
    if (!sent.has(id)) missing.add(id);
  };
  for (const { subject, object } of batch.relations) {
    note(subject);
    note(object);
  }
  for (const { entity } of batch.mentions) note(entity);
  const [row] = await readKnown(transaction, KNOWN_ENTITY_IDS, missing);
  assertNone('entity', missingFrom([...missing], new Set(textsOf(row, 'ids'))));
}

async function knownPassages(transaction: Transaction, batch: Batch): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>(batch.passages.map(({ id, document }) => [id, document]));
  const named = [
    ...batch.evidence.flatMap(({ passage }) => (passage === undefined ? [] : [passage])),
    ...batch.mentions.map(({ passage }) => passage),
  ];
  for (const row of await readKnown(transaction, KNOWN_PASSAGE_DOCUMENTS, missingFrom(named, documents))) {
    documents.set(textOf(row, 'id'), textOf(row, 'document'));
  }
  assertNone('passage', missingFrom(named, documents));
  return documents;
}

function missingFrom(names: readonly string[], known: { has(name: string): boolean }): readonly string[] {
  return [...new Set(names)].filter((name) => !known.has(name));
}

function assertNone(what: string, missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new EntenteError(
    'invalid',
    `The batch refers to a ${what} that is neither in it nor in the store: ${missing.slice(0, 5).join(', ')}. Send it in the same batch or before it.`,
  );
}
