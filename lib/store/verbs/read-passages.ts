import { Document } from '@/lib/model/document';
import type { Entity } from '@/lib/model/entity';
import type { MarkedPassage } from '@/lib/model/entity-detail';
import { RelationId } from '@/lib/model/ids';
import { Mention } from '@/lib/model/mention';
import { Passage } from '@/lib/model/passage';

import { DOCUMENTS, EVIDENCE_IN_PASSAGES, MENTIONS_IN_PASSAGES, PASSAGES } from '../cypher/passage-queries';
import { ENTITIES } from '../cypher/relation-queries';
import type { Engine } from '../engine';
import { groupBy } from './group-by';
import { mapOf, textOf } from './row-values';
import { toEntity } from './upsert-entities';

/** Entities by id; unknown ids are left out. */
export async function readEntities(
  engine: Engine,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Entity>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const rows = await engine.read(ENTITIES, { ids: list });
  return new Map(rows.map((row) => toEntity(mapOf(row, 'entity'))).map((entity) => [entity.id, entity]));
}

/** Documents by id; unknown ids are left out. */
export async function readDocuments(
  engine: Engine,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Document>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const rows = await engine.read(DOCUMENTS, { ids: list });
  return new Map(rows.map((row) => Document.parse(mapOf(row, 'document'))).map((each) => [each.id, each]));
}

/** Passages by id; unknown ids are left out. */
export async function readPassages(
  engine: Engine,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Passage>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const rows = await engine.read(PASSAGES, { ids: list });
  return new Map(rows.map((row) => Passage.parse(row)).map((passage) => [passage.id, passage]));
}

/** Passages in the order of the ids, with what they name, the relations they are evidence of, and their document. */
export async function readMarkedPassages(
  engine: Engine,
  ids: readonly string[],
): Promise<readonly MarkedPassage[]> {
  if (ids.length === 0) return [];
  const passages = await readPassages(engine, ids);
  const documents = await readDocuments(
    engine,
    [...passages.values()].map(({ document }) => document),
  );
  const mentions = groupBy(
    await readMentions(engine, MENTIONS_IN_PASSAGES, { ids }),
    ({ passage }) => passage,
  );
  const evidence = await engine.read(EVIDENCE_IN_PASSAGES, { ids });
  const cited = groupBy(evidence, (row) => textOf(row, 'passage'));
  return ids.flatMap((id) => {
    const passage = passages.get(id);
    const document = documents.get(passage?.document ?? '');
    if (passage === undefined || document === undefined) return [];
    const relationIds = (cited.get(id) ?? []).map((row) =>
      RelationId.parse(mapOf(row, 'evidence')['relation']),
    );
    return [
      {
        id: passage.id,
        index: passage.index,
        text: passage.text,
        document,
        mentions: (mentions.get(passage.id) ?? []).map(({ entity, start, end }) => ({ entity, start, end })),
        relations: [...new Set(relationIds)].sort(),
      },
    ];
  });
}

/** Mentions that a query finds, in the order they stand in their passage. */
export async function readMentions(
  engine: Engine,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly Mention[]> {
  const rows = await engine.read(query, parameters);
  return rows
    .map((row) => Mention.parse(row))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.entity < b.entity ? -1 : 1));
}
