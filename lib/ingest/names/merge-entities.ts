import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { NameMatch } from '@/lib/model/name-match';

import type { FindNames } from '../input';

/** An entity that is another one: what names it names the other. */
interface Merge {
  readonly from: Entity;
  readonly to: Entity;
}

export interface MergedEntities {
  /** The entities that stay, with the names of those that they take in. */
  readonly entities: readonly Entity[];
  readonly merges: readonly Merge[];
  /** Names of entities whose `same_as` leads round in a circle; they stay apart. */
  readonly circles: readonly string[];
}

/**
 * Follows `same_as`: to an entity of the same list by its id or its name, to the first of those with the same address, or to an
 * entity of the store by its id. Any other value is kept as it is: an address of the same thing elsewhere.
 */
export async function mergeEntities(
  entities: readonly Entity[],
  findNames: FindNames,
): Promise<MergedEntities> {
  const targets = await findTargets(entities, findNames);
  const merges: Merge[] = [];
  const circles: string[] = [];
  for (const entity of entities) {
    const end = followToEnd(entity, targets);
    if (end === undefined) circles.push(entity.name);
    else if (end !== entity) merges.push({ from: entity, to: end });
  }
  const gone = new Set(merges.map(({ from }) => from.id));
  const taken = new Map<Entity, Entity[]>();
  for (const { from, to } of merges) taken.set(to, [...(taken.get(to) ?? []), from]);
  const kept = entities
    .filter(({ id }) => !gone.has(id))
    .map((entity) => takeIn(entity, taken.get(entity) ?? []));
  const byId = new Map(kept.map((entity) => [entity.id, entity]));
  return {
    entities: kept,
    merges: merges.map(({ from, to }) => ({ from, to: byId.get(to.id) ?? to })),
    circles,
  };
}

async function findTargets(
  entities: readonly Entity[],
  findNames: FindNames,
): Promise<ReadonlyMap<Entity, Entity>> {
  const find = createTargetFinder(entities);
  const targets = new Map<Entity, Entity>();
  const elsewhere = new Map<string, Entity>();
  for (const entity of entities) {
    const { sameAs } = entity;
    if (sameAs === undefined) continue;
    const target = find(sameAs, entity);
    if (target !== entity) targets.set(entity, target);
    else if (EntityId.safeParse(sameAs).success) elsewhere.set(sameAs, entity);
  }
  for (const [entity, target] of await findStored(elsewhere, findNames)) targets.set(entity, target);
  return targets;
}

/**
 * Finds the entities of the store that entities may be.
 * @param wanted - the entities, by the id that they may have in the store
 * @param findNames - looks up names in the store
 * @returns each with the entity of the store, where there is one
 */
async function findStored(
  wanted: ReadonlyMap<string, Entity>,
  findNames: FindNames,
): Promise<readonly (readonly [Entity, Entity])[]> {
  if (wanted.size === 0) return [];
  const stored = await findNames([...wanted.keys()]);
  return [...wanted].flatMap(([sameAs, entity]) => {
    const match = stored.get(sameAs)?.find(({ by, id }) => by === 'id' && id !== entity.id);
    return match === undefined ? [] : [[entity, toEntity(match)] as const];
  });
}

/**
 * Creates a function that finds what a `same_as` leads to in the list; the first with an address
 * that is nobody's id or name leads to itself.
 */
function createTargetFinder(entities: readonly Entity[]): (sameAs: string, asking: Entity) => Entity {
  const ids = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const names = new Map<string, Entity | undefined>();
  for (const entity of entities) names.set(entity.name, names.has(entity.name) ? undefined : entity);
  const first = new Map<string, Entity>();
  return (sameAs, asking) => {
    const target = ids.get(sameAs) ?? names.get(sameAs) ?? first.get(sameAs) ?? asking;
    if (target === asking) first.set(sameAs, asking);
    return target;
  };
}

function followToEnd(entity: Entity, targets: ReadonlyMap<Entity, Entity>): Entity | undefined {
  const seen = new Set<Entity>();
  let end = entity;
  for (let next = targets.get(end); next !== undefined; next = targets.get(end)) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    end = next;
  }
  return end;
}

/** An entity with the names of others, and with the kind and the description of the first that has one. */
function takeIn(entity: Entity, taken: readonly Entity[]): Entity {
  if (taken.length === 0) return entity;
  const aliases = new Set([
    ...entity.aliases,
    ...taken.flatMap(({ name, aliases: more }) => [name, ...more]),
  ]);
  aliases.delete(entity.name);
  const all = [entity, ...taken];
  const description = all.find((each) => each.description !== undefined)?.description;
  return {
    ...entity,
    kind: all.find(({ kind }) => kind !== 'thing')?.kind ?? entity.kind,
    aliases: [...aliases],
    ...(description !== undefined && { description }),
  };
}

function toEntity({ id, name, kind }: NameMatch): Entity {
  return { id, name, kind, aliases: [] };
}
