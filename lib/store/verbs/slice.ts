import { GraphSlice, RELATIONS_PER_ENTITY } from '@/lib/model/slice';
import type { SliceQuery } from '@/lib/model/slice';
import { RelationTypeName } from '@/lib/model/relation-type';

import {
  ENTITY_COUNT,
  ISOLATED_ENTITIES,
  matchingEntityCount,
  matchingRelationCount,
  mostEvidence,
  relationCountAmong,
  relationsAmong,
  SLICE_ENTITIES,
} from '../cypher/slice-queries';
import type { Engine, Row } from '../engine';
import { findSurroundings } from './find-surroundings';
import { numberOf, textOf } from './row-values';
import { readOnlySpeakers } from './relation-briefs';
import type { BoundFilter } from './slice-filter';
import { toSliceFilter } from './slice-filter';

interface Choice {
  readonly ids: readonly string[];
  readonly total: { readonly entities: number; readonly relations: number | undefined };
}

/** A bounded part of the graph: the overview, or what lies around the seeds. Throws `invalid` (a zod error) for a type name that is none. */
export async function slice(engine: Engine, query: SliceQuery): Promise<GraphSlice> {
  for (const type of query.types) RelationTypeName.parse(type);
  const filter = toSliceFilter(query);
  const { ids, total } =
    query.seeds.length === 0
      ? await chooseOverview(engine, filter, query.limit)
      : await chooseAround(engine, filter, query);
  const relations = await readAmong(engine, filter, { ids, limit: query.limit * RELATIONS_PER_ENTITY });
  const speakersOf = await readOnlySpeakers(
    engine,
    relations.map((row) => textOf(row, 'id')),
  );
  const told = relations.map((row) => ({ ...row, speakers: speakersOf(textOf(row, 'id'), 'supports') }));
  return toGraphSlice(await readEntities(engine, ids), told, {
    entities: total.entities,
    relations: total.relations ?? (await countAmong(engine, filter, ids)),
  });
}

async function chooseOverview(engine: Engine, filter: BoundFilter, limit: number): Promise<Choice> {
  const rows = await engine.read(mostEvidence(filter), { ...filter.parameters, limit });
  const ids = rows.map((row) => textOf(row, 'id'));
  if (filter.isOpen && ids.length < limit) {
    const isolated = await engine.read(ISOLATED_ENTITIES, { limit: limit - ids.length });
    ids.push(...isolated.map((row) => textOf(row, 'id')));
  }
  const countEntities = filter.isOpen ? ENTITY_COUNT : matchingEntityCount(filter);
  const [entities] = await engine.read(countEntities, filter.parameters);
  const [relations] = await engine.read(matchingRelationCount(filter), filter.parameters);
  return { ids, total: { entities: numberOf(entities, 'n'), relations: numberOf(relations, 'n') } };
}

async function chooseAround(engine: Engine, filter: BoundFilter, query: SliceQuery): Promise<Choice> {
  const { chosen, within } = await findSurroundings(engine, filter, query);
  const isWhole = within.length <= chosen.length;
  const relations = isWhole ? undefined : await countAmong(engine, filter, within);
  return { ids: chosen, total: { entities: within.length, relations } };
}

async function countAmong(engine: Engine, filter: BoundFilter, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const [row] = await engine.read(relationCountAmong(filter), { ...filter.parameters, ids });
  return numberOf(row, 'n');
}

async function readAmong(
  engine: Engine,
  filter: BoundFilter,
  { ids, limit }: { readonly ids: readonly string[]; readonly limit: number },
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  return engine.read(relationsAmong(filter), { ...filter.parameters, ids, limit });
}

async function readEntities(engine: Engine, ids: readonly string[]): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const rows = await engine.read(SLICE_ENTITIES, { ids });
  const byId = new Map(rows.map((row) => [textOf(row, 'id'), row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

function toGraphSlice(
  entities: readonly Row[],
  relations: readonly Row[],
  total: { entities: number; relations: number },
): GraphSlice {
  const indices = new Map(entities.map((row, index) => [row['id'], index]));
  const columnOf = (rows: readonly Row[]) => (column: string) => rows.map((row) => row[column] ?? null);
  const entity = columnOf(entities);
  const relation = columnOf(relations);
  return GraphSlice.parse({
    entities: { id: entity('id'), name: entity('name'), kind: entity('kind'), degree: entity('degree') },
    relations: {
      id: relation('id'),
      type: relation('type'),
      class: relation('class'),
      subject: relations.map((row) => indices.get(row['subject'])),
      object: relations.map((row) => indices.get(row['object'])),
      start: relation('start'),
      evidence: relation('evidence'),
      documents: relation('documents'),
      contested: relation('contested'),
      modality: relation('modality'),
      speakers: relation('speakers'),
    },
    shown: { entities: entities.length, relations: relations.length },
    total,
  });
}
