import type { EntityId, RelationId } from '@/lib/model/ids';
import type { PairRelations, RelationDetail } from '@/lib/model/relation-detail';
import type { RelationType } from '@/lib/model/relation-type';
import { relationClasses } from '@/lib/model/relation-type';

import { RELATION_PLACES, RELATIONS_BETWEEN } from '../cypher/relation-queries';
import type { Engine } from '../engine';
import { readEntities } from './read-passages';
import { order, readRelationDetails } from './relation-details';
import type { RelationRecord } from './relation-record';
import { readRelations, readTypes, toRelationRecord, toWords } from './relation-record';
import { toRelationPlace } from './upsert-evidence';

/** A relation with every passage behind it, or undefined when there is none of this id. */
export async function findRelation(engine: Engine, id: RelationId): Promise<RelationDetail | undefined> {
  const places = await engine.read(RELATION_PLACES, { ids: [id] });
  const records = await readRelations(engine, places.map(toRelationPlace));
  const entities = await readEntities(
    engine,
    records.flatMap(({ subject, object }) => [subject, object]),
  );
  const [detail] = await readRelationDetails(engine, records, { entities, types: await readTypes(engine) });
  return detail;
}

/** Every relation between two entities, both directions, ordered by class, label and date; undefined when one of them does not exist. */
export async function findBetween(
  engine: Engine,
  { a, b }: { readonly a: EntityId; readonly b: EntityId },
): Promise<PairRelations | undefined> {
  const entities = await readEntities(engine, [a, b]);
  if (!entities.has(a) || !entities.has(b)) return undefined;
  const types = await readTypes(engine);
  const records = await readBetween(engine, a, b);
  if (a !== b) records.push(...(await readBetween(engine, b, a)));
  records.sort((one, other) => compareRecords(one, other, types));
  const relations = await readRelationDetails(engine, records, { entities, types });
  return { relations: [...relations], total: relations.length };
}

async function readBetween(engine: Engine, from: EntityId, to: EntityId): Promise<RelationRecord[]> {
  const rows = await engine.read(RELATIONS_BETWEEN, { from, to });
  return rows.map((row) => toRelationRecord({ ...row, subject: from, object: to }));
}

function compareRecords(
  a: RelationRecord,
  b: RelationRecord,
  types: ReadonlyMap<string, RelationType>,
): number {
  const labelOf = ({ type }: RelationRecord) => types.get(type)?.label ?? toWords(type);
  return (
    order(relationClasses.indexOf(a.class), relationClasses.indexOf(b.class)) ||
    order(labelOf(a), labelOf(b)) ||
    order(a.when?.start ?? '~', b.when?.start ?? '~') ||
    order(a.id, b.id)
  );
}
