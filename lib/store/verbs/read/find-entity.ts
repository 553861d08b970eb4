import type { EntityDetail, RelationTally } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';
import type { RelationFilter } from '@/lib/model/relation-filter';
import { everyRelation } from '@/lib/model/relation-filter';
import type { RelationType } from '@/lib/model/relation-type';
import { RelationClass, RelationTypeName } from '@/lib/model/relation-type';

import {
  neighbourCount,
  RELATION_COUNT_OF_ENTITY,
  relationsFromEntity,
  relationsOfEntity,
  relationsToEntity,
} from '../../cypher/entity-queries';
import type { Engine, Row } from '../../engine';
import { bindFilter } from './bind-filter';
import { countPassages } from './find-passages';
import { readEntities } from './read-passages';
import { addSpeakers } from './relation-briefs';
import { order } from './relation-details';
import { readTypes, toRelationBrief, toRelationRecord, toWords } from '../rows/relation-record';
import { numberOf } from '../rows/row-values';

/** An entity's card lists at most this many relations. */
const RELATIONS_MAX = 500;

type Types = ReadonlyMap<string, RelationType>;

/**
 * An entity with the relations that pass a filter, those with the most evidence first, and exact counts of all of them; undefined when there
 * is none of this id. Relations that are only denied pass too.
 *
 * @throws A zod error for a type name that is none.
 */
export async function findEntity(
  engine: Engine,
  id: EntityId,
  filter: RelationFilter = everyRelation,
): Promise<EntityDetail | undefined> {
  const entity = (await readEntities(engine, [id])).get(id);
  if (entity === undefined) return undefined;
  const passing = bindFilter(filter, { denied: true });
  const rows = await engine.read(relationsOfEntity(passing), {
    ...passing.parameters,
    id,
    limit: RELATIONS_MAX,
  });
  const records = rows.map(toRelationRecord);
  const parties = await readEntities(
    engine,
    records.flatMap(({ subject, object }) => [subject, object]),
  );
  const types = await readTypes(engine);
  const tallies = await readTallies(engine, id, { filter, types });
  const passages = await countPassages(engine, id, filter);
  const relations = sum(tallies, (tally) => tally.relations);
  const isOpen = passing.narrows === 'nothing';
  return {
    ...entity,
    degree: await countNeighbours(engine, id, everyRelation),
    relations: await addSpeakers(
      engine,
      records.flatMap((record) => toRelationBrief(record, types, parties) ?? []),
    ),
    tallies,
    total: {
      relations,
      denied: sum(tallies, ({ denied }) => denied),
      neighbours: await countNeighbours(engine, id, filter),
      passages,
    },
    unfiltered: isOpen ? { relations, passages } : await countUnfiltered(engine, id),
  };
}

interface TallyContext {
  readonly filter: RelationFilter;
  readonly types: Types;
}

async function readTallies(
  engine: Engine,
  id: EntityId,
  { filter, types }: TallyContext,
): Promise<RelationTally[]> {
  const passing = bindFilter(filter, { denied: true });
  const parameters = { ...passing.parameters, id };
  const from = await engine.read(relationsFromEntity(passing), parameters);
  const to = await engine.read(relationsToEntity(passing), parameters);
  return [
    ...from.map((row) => toTally(row, 'from', types)),
    ...to.map((row) => toTally(row, 'to', types)),
  ].sort(
    (a, b) =>
      b.relations - a.relations ||
      order(a.type, b.type) ||
      order(a.direction, b.direction) ||
      order(a.class, b.class),
  );
}

function toTally(row: Row, direction: RelationTally['direction'], types: Types): RelationTally {
  const type = RelationTypeName.parse(row['type']);
  const known = types.get(type);
  return {
    type,
    label: known?.label ?? toWords(type),
    inverse: known?.inverse ?? toWords(type),
    class: RelationClass.parse(row['class']),
    direction,
    relations: numberOf(row, 'relations'),
    denied: numberOf(row, 'denied'),
  };
}

async function countNeighbours(engine: Engine, id: EntityId, filter: RelationFilter): Promise<number> {
  const drawn = bindFilter(filter, { denied: false });
  const [row] = await engine.read(neighbourCount(drawn), { ...drawn.parameters, id });
  return numberOf(row, 'n');
}

async function countUnfiltered(engine: Engine, id: EntityId): Promise<EntityDetail['unfiltered']> {
  const [row] = await engine.read(RELATION_COUNT_OF_ENTITY, { id });
  return { relations: numberOf(row, 'n'), passages: await countPassages(engine, id, everyRelation) };
}

function sum(tallies: readonly RelationTally[], amountOf: (tally: RelationTally) => number): number {
  return tallies.reduce((total, tally) => total + amountOf(tally), 0);
}
