/** A folder as `graph-data/README.md` describes it: triples, and beside them entities, a vocabulary, documents and what the dataset is. */
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import type { RelationType } from '@/lib/model/relation-type';

import { findPart } from '../../bytes/find-part';
import { readDatasetInfo } from './read-dataset-info';
import { createSourceAdder, toTableDocument } from '../../documents/source-cells';
import { readDocuments } from '../../documents/read-documents';
import { readEntities } from './read-entities';
import { rejectsOf, valuesOf, type RowResult } from '../../rows/read-rows';
import { openTripleTable } from '../../table/read-triples';
import { readVocabulary } from '../../names/read-vocabulary';
import { recognisedBy } from '../../recognise';
import type { Format, Source } from '../../source';
import { tripleColumns } from '../../table/triple-columns';

const TRIPLES = 'triples.csv';
const VOCABULARY = 'vocabulary.csv';
/** What makes a folder a dataset; without triples it is told that they are missing. */
const PARTS: readonly string[] = [TRIPLES, VOCABULARY, 'entities.csv', 'dataset.json'];

export const datasetFolder: Format = {
  name: 'dataset',
  title: 'a dataset folder',
  recognises: recognisedBy(
    'it holds files of a dataset',
    ({ isFolder, entries }) => isFolder && entries.some((entry) => PARTS.includes(entry)),
  ),
  open: async ({ path: folder }, { baseVocabulary, meter, mapping, savedMappings, isVerbose }) => {
    const parts = await findParts(folder, baseVocabulary);
    const table = await openTripleTable(parts.triples, { mapping, savedMappings, isVerbose });
    const info = await readDatasetInfo(folder, parts.info);
    const vocabularies = await Promise.all(parts.vocabularies.map(readVocabulary));
    const entities = parts.entities === undefined ? [] : await readEntities(parts.entities);
    const documents = await readDocuments(folder);
    const hasDocuments = documents.documents.length + documents.rejects.length > 0;
    const sources = createSourceAdder(
      table.columns.map(({ field }) => field),
      { dataset: info.id, table: hasDocuments ? undefined : toTableDocument(`${info.id}/${TRIPLES}`) },
    );
    return {
      dataset: info.id,
      title: info.title,
      citedFile: `${info.id}/${TRIPLES}`,
      files: [...parts.files, ...documents.files],
      columns: table.columns,
      mappedFor: table.mappedFor,
      isMapped: table.isMapped,
      notices: () => [...table.notices, ...sources.notices()],
      types: mergeVocabularies(vocabularies),
      entities: valuesOf(entities),
      rejects: rejectsOf([...vocabularies.flat(), ...entities]),
      ...(hasDocuments && { documents }),
      pieces: () => sources.add(table.pieces(meter)),
    } satisfies Source;
  },
};

interface Parts {
  readonly triples: string;
  readonly info: string | undefined;
  readonly entities: string | undefined;
  /** The base beside the folder, then the folder's own, which goes over it. */
  readonly vocabularies: readonly string[];
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
  return { triples, info, entities, vocabularies, files };
}

function mergeVocabularies(
  vocabularies: readonly (readonly RowResult<RelationType>[])[],
): readonly RelationType[] {
  return [...new Map(vocabularies.flatMap(valuesOf).map((type) => [type.type, type])).values()];
}
