import type { EntityDetail } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';

import { ENTITY_COUNTS, RELATIONS_OF_ENTITY } from '../cypher/entity-queries';
import type { Engine } from '../engine';
import { readPassageKeys } from './find-passages';
import { readEntities } from './read-passages';
import { addSpeakers } from './relation-briefs';
import { readTypes, toRelationBrief, toRelationRecord } from './relation-record';
import { numberOf } from './row-values';

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
    relations: await addSpeakers(
      engine,
      records.flatMap((record) => toRelationBrief(record, types, parties) ?? []),
    ),
    total: { relations: numberOf(counts, 'relations'), passages: passages.length },
  };
}
