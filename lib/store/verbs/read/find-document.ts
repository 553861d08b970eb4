import { Document } from '@/lib/model/document';
import { DocumentDetail } from '@/lib/model/document-detail';
import type { DocumentList } from '@/lib/model/document-detail';
import { Evidence, gradeOf } from '@/lib/model/evidence';
import type { DocumentId } from '@/lib/model/ids';

import {
  ALL_DOCUMENTS,
  EVIDENCE_OF_DOCUMENTS,
  PASSAGES_OF_DOCUMENT,
  PASSAGES_PER_DOCUMENT,
  RELATIONS_PER_DOCUMENT,
} from '../../cypher/passage-queries';
import type { Engine } from '../../engine';
import { Passage } from '@/lib/model/passage';
import { readDocuments, readEntities, readMarkedPassages } from './read-passages';
import { readCitedRelations } from './relation-briefs';
import { order } from './relation-details';
import { mapOf, numberOf, optionalTextOf, textOf } from '../rows/row-values';

/** All documents, the newest first, with the numbers of their passages and relations. */
export async function documents(engine: Engine): Promise<DocumentList> {
  const rows = await engine.read(ALL_DOCUMENTS);
  const passages = await readCounts(engine, PASSAGES_PER_DOCUMENT);
  const relations = await readCounts(engine, RELATIONS_PER_DOCUMENT);
  const list = rows.map((row) => Document.parse(mapOf(row, 'document'))).sort(compareDocuments);
  return {
    documents: list.map((document) => ({
      ...document,
      passages: passages.get(document.id) ?? 0,
      relations: relations.get(document.id) ?? 0,
    })),
    total: list.length,
  };
}

/** How many relations each document has evidence of, co-mentions included, by document id. */
async function readCounts(engine: Engine, query: string): Promise<ReadonlyMap<string, number>> {
  const rows = await engine.read(query);
  return new Map(rows.map((row) => [textOf(row, 'id'), numberOf(row, 'n')]));
}

/** Newest first, those without a date last. */
export function compareDocuments(a: Document, b: Document): number {
  return order(b.published ?? '', a.published ?? '') || order(a.id, b.id);
}

/** A document to read, with what its passages name and say, or undefined when there is none of this id. */
export async function findDocument(engine: Engine, id: DocumentId): Promise<DocumentDetail | undefined> {
  const document = (await readDocuments(engine, [id])).get(id);
  if (document === undefined) return undefined;
  const ids = (await engine.read(PASSAGES_OF_DOCUMENT, { id }))
    .map((row) => Passage.parse(row))
    .sort((a, b) => a.index - b.index)
    .map((passage) => passage.id);
  const { passages, cited: ofPassages } = await readMarkedPassages(engine, ids);
  const cited = [...ofPassages, ...(await engine.read(EVIDENCE_OF_DOCUMENTS, { ids: [id] }))];
  const relations = await readCitedRelations(engine, cited);
  const mentioned = new Set(passages.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  const entities = await readEntities(engine, mentioned);
  const position = new Map<string, number>(ids.map((passage, index) => [passage, index]));
  /** What names no passage comes last. */
  const placeOf = ({ passage }: Evidence) => position.get(passage ?? '') ?? ids.length;
  const evidence = cited
    .map((row) => Evidence.parse({ ...mapOf(row, 'evidence'), passage: optionalTextOf(row, 'passage') }))
    .map((each) => ({ ...each, grade: gradeOf(each) }))
    .sort(
      (a, b) => order(placeOf(a), placeOf(b)) || order(a.start ?? -1, b.start ?? -1) || order(a.id, b.id),
    );
  return DocumentDetail.parse({
    document,
    passages,
    entities: [...entities.values()].sort((a, b) => order(a.id, b.id)),
    relations,
    evidence,
  });
}
