/** A folder as `graph-data/README.md` describes it: triples, and beside them entities, a vocabulary, documents and what the dataset is. */
import { stat } from 'node:fs/promises';
import path from 'node:path';

import type { TypeEntry } from '@/lib/model/batch';
import { deriveId } from '@/lib/model/derive-id';
import { EntenteError } from '@/lib/model/entente-error';
import type { Entity } from '@/lib/model/entity';
import { LoadId } from '@/lib/model/ids';
import type { RelationType } from '@/lib/model/relation-type';

import { createEntityIndex } from '../entity-index';
import { createMentionFinder } from '../find-mentions';
import { findPart } from '../find-part';
import { hashFiles } from '../hash-files';
import type { Format, Input, Item } from '../input';
import { readDatasetInfo } from '../read-dataset-info';
import { readDocuments, type ReadDocuments } from '../read-documents';
import { readEntities } from '../read-entities';
import type { RowResult } from '../read-rows';
import { openTable } from '../read-table';
import { countRows, readTriples, scanTriples, tripleColumns, type Scan } from '../read-triples';
import { readVocabulary } from '../read-vocabulary';
import { createTypeIndex } from '../type-index';
import { noteUnknownColumns, refuseNoRows } from '../look-over';

const TRIPLES = 'triples.csv';
const VOCABULARY = 'vocabulary.csv';

export const datasetFolder: Format = {
  name: 'dataset folder',
  recognises: async (folder) => (await stat(folder)).isDirectory(),
  open: async (folder, { resolve, baseVocabulary }) => {
    const parts = await findParts(folder, baseVocabulary);
    const table = await openTable(parts.triples, tripleColumns);
    const info = await readDatasetInfo(folder, parts.info);
    const vocabularies = await Promise.all(parts.vocabularies.map(readVocabulary));
    const fallback = parts.fallback === undefined ? [] : await readVocabulary(parts.fallback);
    const entities = parts.entities === undefined ? [] : await readEntities(parts.entities);
    const documents = await readDocuments(folder);
    const lookup = { find: createEntityIndex(valuesOf(entities)), resolve };
    const scan =
      documents.files.length > 0 ? await scanTriples(table, documents.index, lookup) : await countRows(table);
    refuseNoRows(table, scan.rows);
    const inputHash = await hashFiles([...parts.files, ...documents.files]);
    const load = LoadId.parse(deriveId('l', [info.id, inputHash, TRIPLES]));
    const types = mergeVocabularies(vocabularies);
    const context = {
      dataset: info.id,
      file: `${info.id}/${TRIPLES}`,
      load,
      documents: documents.index,
      findType: createTypeIndex(
        types.map(({ type }) => type),
        valuesOf(fallback),
      ),
    };
    return {
      dataset: info.id,
      title: info.title,
      load,
      inputHash,
      rows: scan.rows,
      notices: noteUnknownColumns(table),
      async *items() {
        yield* rejectsOf([...vocabularies.flat(), ...fallback, ...entities]);
        for (const entry of types) yield { kind: 'type', entry };
        for (const entity of valuesOf(entities)) yield { kind: 'entity', entry: { entity, declared: true } };
        yield* documentItems(documents, valuesOf(entities), scan);
        yield* readTriples(table, context, lookup);
      },
    } satisfies Input;
  },
};

interface Parts {
  readonly triples: string;
  readonly info: string | undefined;
  readonly entities: string | undefined;
  /** The base beside the folder, then the folder's own, which goes over it. */
  readonly vocabularies: readonly string[];
  readonly fallback: string | undefined;
  readonly files: readonly string[];
}

async function findParts(folder: string, baseVocabulary: string | undefined): Promise<Parts> {
  const triples = await findPart(folder, TRIPLES);
  if (triples === undefined) {
    throw new EntenteError(
      'invalid',
      `${folder} has no ${TRIPLES}. A dataset is a folder with a file ${TRIPLES}, whose first line names at least ${tripleColumns.required.join(',')}.`,
    );
  }
  const info = await findPart(folder, 'dataset.json');
  const entities = await findPart(folder, 'entities.csv');
  const base = await findPart(path.dirname(path.resolve(folder)), VOCABULARY);
  const own = await findPart(folder, VOCABULARY);
  const fallback = base === undefined ? baseVocabulary : undefined;
  const vocabularies = [base, own].filter((file) => file !== undefined);
  const files = [info, ...vocabularies, fallback, entities, triples].filter((file) => file !== undefined);
  return { triples, info, entities, vocabularies, fallback, files };
}

function valuesOf<T>(results: readonly RowResult<T>[]): readonly T[] {
  return results.flatMap((result) => ('value' in result ? [result.value] : []));
}

function* rejectsOf(results: readonly RowResult<unknown>[]): Generator<Item> {
  for (const result of results) if ('reject' in result) yield { kind: 'reject', reject: result.reject };
}

function mergeVocabularies(
  vocabularies: readonly (readonly RowResult<RelationType>[])[],
): readonly TypeEntry[] {
  const types = new Map(vocabularies.flatMap(valuesOf).map((type) => [type.type, type]));
  return [...types.values()].map((type) => ({ type, declared: true }));
}

function* documentItems(
  { documents, rejects }: ReadDocuments,
  entities: readonly Entity[],
  scan: Scan,
): Generator<Item> {
  for (const reject of rejects) yield { kind: 'reject', reject };
  const declared = new Set(entities.map(({ id }) => id));
  const named = [...scan.names]
    .filter(([, id]) => !declared.has(id))
    .map(([name, id]) => ({ id, name, aliases: [] }));
  const findMentions = createMentionFinder([...entities, ...named]);
  const nobody = new Set<never>();
  for (const [name, id] of scan.names) {
    if (!declared.has(id))
      yield { kind: 'entity', entry: { entity: { id, name, kind: 'thing', aliases: [] }, declared: false } };
  }
  for (const { file, document, passages } of documents) {
    yield { kind: 'document', document };
    for (const { passage, line } of passages) {
      const mentions = findMentions(passage, scan.participants.get(passage.id) ?? nobody);
      yield { kind: 'passage', passage, mentions, file, line };
    }
  }
}
