import { GraphSlice, RELATIONS_PER_ENTITY } from '@/lib/model/slice';
import type { SliceQuery } from '@/lib/model/slice';

import {
  bestRelations,
  ENTITY_COUNT,
  ENTITY_COUNT_OF_KINDS,
  matchingEntityCount,
  matchingRelationCount,
  mostEvidence,
  relationCountAmong,
  relationsAmong,
  relationsOfSeeds,
  SLICE_ENTITIES,
  unrelatedEntities,
  unrelatedEntitiesOfKinds,
} from '../../cypher/slice-queries';
import type { Engine, Row } from '../../engine';
import type { BoundFilter } from './bind-filter';
import { bindFilter } from './bind-filter';
import { findSurroundings } from './find-surroundings';
import { groupBy } from '../rows/group-by';
import { order } from './relation-details';
import { numberOf, textOf } from '../rows/row-values';
import { readOnlySpeakers } from './relation-briefs';

interface Choice {
  readonly ids: readonly string[];
  readonly seeds: readonly string[];
  /** Who each entity that is no seed was found from. */
  readonly origins: ReadonlyMap<string, string>;
  readonly total: { readonly entities: number; readonly relations: number | undefined };
}

/**
 * A bounded part of the graph: the overview, or what lies around the seeds.
 *
 * @throws A zod error for a type name that is none.
 */
export async function slice(engine: Engine, query: SliceQuery): Promise<GraphSlice> {
  const filter = bindFilter(query, { denied: false });
  const choice =
    query.seeds.length === 0
      ? await chooseOverview(engine, filter, query.limit)
      : await chooseAround(engine, filter, query);
  const relations = await readAmong(engine, filter, { ...choice, limit: query.limit * RELATIONS_PER_ENTITY });
  const speakersOf = await readOnlySpeakers(
    engine,
    relations.map((row) => textOf(row, 'id')),
  );
  const told = relations.map((row) => ({ ...row, speakers: speakersOf(textOf(row, 'id'), 'supports') }));
  return toGraphSlice(await readEntities(engine, choice.ids), told, {
    entities: choice.total.entities,
    relations: choice.total.relations ?? (await countAmong(engine, filter, choice.ids)),
  });
}

async function chooseOverview(engine: Engine, filter: BoundFilter, limit: number): Promise<Choice> {
  const rows = await engine.read(mostEvidence(filter), { ...filter.parameters, limit });
  const ids = rows.map((row) => textOf(row, 'id'));
  ids.push(...(await readUnrelated(engine, filter, limit - ids.length)));
  const [entities] = await engine.read(entityCountOf(filter), filter.parameters);
  const [relations] = await engine.read(matchingRelationCount(filter), filter.parameters);
  const total = { entities: numberOf(entities, 'n'), relations: numberOf(relations, 'n') };
  return { ids, seeds: [], origins: new Map(), total };
}

/** Entities without a relation that passes belong to the overview unless it is relations that are asked for. */
async function readUnrelated(engine: Engine, filter: BoundFilter, limit: number): Promise<readonly string[]> {
  if (limit <= 0 || filter.narrows === 'relations') return [];
  const query = filter.narrows === 'kinds' ? unrelatedEntitiesOfKinds : unrelatedEntities;
  const rows = await engine.read(query(filter), { ...filter.parameters, limit });
  return rows.map((row) => textOf(row, 'id'));
}

/** Writes the statement that counts the entities that pass a filter. */
export function entityCountOf(filter: BoundFilter): string {
  switch (filter.narrows) {
    case 'nothing':
      return ENTITY_COUNT;
    case 'kinds':
      return ENTITY_COUNT_OF_KINDS;
    case 'relations':
      return matchingEntityCount(filter);
  }
}

async function chooseAround(engine: Engine, filter: BoundFilter, query: SliceQuery): Promise<Choice> {
  const { chosen, origins, within } = await findSurroundings(engine, filter, query);
  const isWhole = within.length <= chosen.length;
  const relations = isWhole ? undefined : await countAmong(engine, filter, within);
  const seeds = chosen.filter((id) => !origins.has(id));
  return { ids: chosen, seeds, origins, total: { entities: within.length, relations } };
}

async function countAmong(engine: Engine, filter: BoundFilter, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const [row] = await engine.read(relationCountAmong(filter), { ...filter.parameters, ids });
  return numberOf(row, 'n');
}

type Among = Pick<Choice, 'ids' | 'seeds' | 'origins'> & { readonly limit: number };

/**
 * The relations among some entities, those with the most evidence first. Where there are more than `limit`, an entity keeps a relation with
 * the one that it was found from, and the seeds keep theirs before others.
 */
async function readAmong(
  engine: Engine,
  filter: BoundFilter,
  { ids, seeds, origins, limit }: Among,
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const rows = await engine.read(relationsAmong(filter), { ...filter.parameters, ids, limit });
  if (rows.length < limit || origins.size === 0) return rows;
  const best = await engine.read(bestRelations(filter), { ...filter.parameters, rows: groupFound(origins) });
  const own = await engine.read(relationsOfSeeds(filter), { ...filter.parameters, seeds, ids, limit });
  const kept = new Map([...best, ...own, ...rows].map((row) => [textOf(row, 'id'), row]));
  return [...kept.values()].slice(0, limit).sort(compareRelations);
}

function groupFound(origins: ReadonlyMap<string, string>): readonly (readonly [string, readonly string[]])[] {
  const found = groupBy([...origins.keys()], (id) => origins.get(id) ?? '');
  return [...found];
}

function compareRelations(a: Row, b: Row): number {
  return numberOf(b, 'evidence') - numberOf(a, 'evidence') || order(textOf(a, 'id'), textOf(b, 'id'));
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
    entities: {
      id: entity('id'),
      name: entity('name'),
      kind: entity('kind'),
      degree: entity('degree'),
      relations: entity('relations'),
    },
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
      coMentionsOnly: relations.map((row) => row['coMentionsOnly'] === true),
      speakers: relation('speakers'),
    },
    shown: { entities: entities.length, relations: relations.length },
    total,
  });
}
