import type { EntityDetail } from '@/lib/model/entity-detail';
import { EntityId } from '@/lib/model/ids';

import {
  ENTITY_COUNTS,
  IDS_BY_ID,
  IDS_BY_NAME,
  IDS_BY_NFC_NAME,
  RELATIONS_OF_ENTITY,
} from '../cypher/entity-queries';
import type { Engine } from '../engine';
import { readPassageKeys } from './find-passages';
import { groupBy } from './group-by';
import { readEntities } from './read-passages';
import { readTypes, toRelationBrief, toRelationRecord } from './relation-record';
import { numberOf, textOf } from './row-values';

/** An entity's card lists at most this many relations. */
const RELATIONS_MAX = 500;

/** An entity with the relations that have most evidence, or undefined when there is none of this id. */
export async function findEntity(engine: Engine, id: EntityId): Promise<EntityDetail | undefined> {
  const entity = (await readEntities(engine, [id])).get(id);
  if (entity === undefined) return undefined;
  const [counts] = await engine.read(ENTITY_COUNTS, { id });
  const records = (await engine.read(RELATIONS_OF_ENTITY, { id, limit: RELATIONS_MAX })).map(
    toRelationRecord,
  );
  const parties = await readEntities(
    engine,
    records.flatMap(({ subject, object }) => [subject, object]),
  );
  const types = await readTypes(engine);
  const passages = await readPassageKeys(engine, id);
  return {
    ...entity,
    degree: numberOf(counts, 'degree'),
    relations: records.flatMap((record) => toRelationBrief(record, types, parties) ?? []),
    total: { relations: numberOf(counts, 'relations'), passages: passages.length },
  };
}

/** Ids for cells that are an entity's id, or the name of just one entity, names compared in form NFC; others are left out. */
export async function resolve(
  engine: Engine,
  cells: readonly string[],
): Promise<ReadonlyMap<string, EntityId>> {
  const wanted = [...new Set(cells)];
  if (wanted.length === 0) return new Map();
  const names = [...new Set(wanted.flatMap((cell) => [cell, cell.normalize('NFC')]))];
  const ids = new Map<string, EntityId>();
  for (const row of await engine.read(IDS_BY_ID, { cells: wanted })) {
    ids.set(textOf(row, 'cell'), EntityId.parse(row['id']));
  }
  const byName = groupBy(
    [
      ...(await engine.read(IDS_BY_NAME, { cells: names })),
      ...(await engine.read(IDS_BY_NFC_NAME, { cells: names })),
    ],
    (row) => textOf(row, 'cell').normalize('NFC'),
  );
  for (const cell of wanted.filter((each) => !ids.has(each))) {
    const found = new Set((byName.get(cell.normalize('NFC')) ?? []).map((row) => textOf(row, 'id')));
    const [only] = found;
    if (found.size === 1) ids.set(cell, EntityId.parse(only));
  }
  return ids;
}
