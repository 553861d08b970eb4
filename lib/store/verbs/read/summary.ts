import { Document } from '@/lib/model/document';
import { entityKinds } from '@/lib/model/entity';
import { relationClasses } from '@/lib/model/relation-type';
import { Summary, SUMMARY_DOCUMENTS_MAX } from '@/lib/model/summary';

import { DOCUMENT_COUNT, MOST_CITED_DOCUMENTS, SOME_DOCUMENTS } from '../../cypher/passage-queries';
import {
  DATASETS,
  EVIDENCE_COUNT,
  KIND_COUNTS,
  PASSAGE_COUNT,
  RELATION_COUNTS,
} from '../../cypher/summary-queries';
import type { Engine, Row } from '../../engine';
import { compareDocuments } from './find-document';
import { order } from './relation-details';
import { readTypes } from '../rows/relation-record';
import { mapOf, numberOf, optionalTextOf, textOf } from '../rows/row-values';

/** What the store holds, counted; relations that are only denied count too. */
export async function summary(engine: Engine): Promise<Summary> {
  const kinds = await engine.read(KIND_COUNTS);
  const relations = await engine.read(RELATION_COUNTS);
  const [evidence] = await engine.read(EVIDENCE_COUNT);
  const [passages] = await engine.read(PASSAGE_COUNT);
  const [documents] = await engine.read(DOCUMENT_COUNT);
  const ofType = tally(relations, 'type');
  const ofClass = tally(relations, 'class');
  const ofKind = tally(kinds, 'kind');
  const types = [...(await readTypes(engine)).values()].map((type) => ({
    ...type,
    count: ofType.get(type.type) ?? 0,
  }));
  return Summary.parse({
    datasets: toDatasets(await engine.read(DATASETS)),
    counts: {
      entities: sum(kinds),
      relations: sum(relations),
      evidence: numberOf(evidence, 'n'),
      passages: numberOf(passages, 'n'),
      documents: numberOf(documents, 'n'),
    },
    kinds: entityKinds.flatMap((kind) => toCount({ kind }, ofKind.get(kind))),
    types: types.sort((a, b) => b.count - a.count || order(a.type, b.type)),
    classes: relationClasses.flatMap((each) => toCount({ class: each }, ofClass.get(each))),
    documents: await readMostCited(engine),
    span: {
      start: extremeOf(relations, 'first', (a, b) => a < b),
      end: extremeOf(relations, 'last', (a, b) => a > b)?.replace('~', '') ?? null,
    },
  });
}

/** The documents that most relations rest on, filled up with others while there is room; the newest first. */
async function readMostCited(engine: Engine): Promise<Summary['documents']> {
  const limit = SUMMARY_DOCUMENTS_MAX;
  const rows = [...(await engine.read(MOST_CITED_DOCUMENTS, { limit }))];
  if (rows.length < limit) rows.push(...(await engine.read(SOME_DOCUMENTS, { limit })));
  const documents = new Map<string, Summary['documents'][number]>();
  for (const row of rows) {
    const document = Document.parse(mapOf(row, 'document'));
    if (documents.has(document.id) || documents.size >= limit) continue;
    documents.set(document.id, { ...document, relations: numberOf(row, 'n') });
  }
  return [...documents.values()].sort(compareDocuments);
}

function tally(rows: readonly Row[], column: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = optionalTextOf(row, column) ?? 'none';
    counts.set(key, (counts.get(key) ?? 0) + numberOf(row, 'n'));
  }
  return counts;
}

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, row) => total + numberOf(row, 'n'), 0);
}

function toCount<T extends object>(key: T, count: number | undefined): readonly (T & { count: number })[] {
  return count === undefined ? [] : [{ ...key, count }];
}

/** A dataset once, under the title of its latest load. */
function toDatasets(rows: readonly Row[]): readonly { id: string; title: string }[] {
  const ordered = [...rows].sort((a, b) => order(textOf(a, 'startedAt'), textOf(b, 'startedAt')));
  const titles = new Map(ordered.map((row) => [textOf(row, 'id'), textOf(row, 'title')]));
  return [...titles].map(([id, title]) => ({ id, title })).sort((a, b) => order(a.id, b.id));
}

function extremeOf(
  rows: readonly Row[],
  column: string,
  isBetter: (a: string, b: string) => boolean,
): string | null {
  let best: string | null = null;
  for (const row of rows) {
    const value = optionalTextOf(row, column);
    if (value !== undefined && (best === null || isBetter(value, best))) best = value;
  }
  return best;
}
