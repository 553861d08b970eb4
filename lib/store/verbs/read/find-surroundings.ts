import type { SliceQuery } from '@/lib/model/slice';

import { KNOWN_ENTITY_IDS } from '../../cypher/known-queries';
import { bestNeighbours, neighbourIds } from '../../cypher/slice-queries';
import type { Engine, Row } from '../../engine';
import type { BoundFilter } from './bind-filter';
import { numberOf, textOf, textsOf } from '../rows/row-values';

/** Entities within reach are counted up to about this number, and relations among those: counting all around a hub costs more than showing it. */
const COUNTED_ENTITIES_MAX = 2_000;

/** From the second step on, an entity brings at most this many neighbours, unless fewer entities share what is left of the limit. */
const NEIGHBOURS_PER_ENTITY = 25;

export interface Surroundings {
  /** The entities of the slice: the seeds, then step by step the best neighbours. */
  readonly chosen: readonly string[];
  /** Who each entity that is no seed was found from. */
  readonly origins: ReadonlyMap<string, string>;
  /** All entities within the depth, counted up to a cap. */
  readonly within: readonly string[];
}

interface Candidate {
  readonly id: string;
  readonly origin: string;
  readonly evidence: number;
  readonly last: string;
}

/** Walks from the seeds breadth-first; at each step the neighbours with the most evidence, then the most recent, go first. */
export async function findSurroundings(
  engine: Engine,
  filter: BoundFilter,
  query: SliceQuery,
): Promise<Surroundings> {
  const [known] = await engine.read(KNOWN_ENTITY_IDS, { ids: query.seeds });
  const isKnown = new Set(textsOf(known, 'ids'));
  const seeds = [...new Set<string>(query.seeds)].filter((id) => isKnown.has(id));
  const chosen = new Set(seeds.slice(0, query.limit));
  const origins = new Map<string, string>();
  let frontier: readonly string[] = [...chosen];
  for (let step = 0; step < query.depth && frontier.length > 0 && chosen.size < query.limit; step += 1) {
    const found = await bestOf(engine, filter, {
      frontier,
      chosen,
      left: query.limit - chosen.size,
      isFirst: step === 0,
    });
    for (const { id, origin } of found) origins.set(id, origin);
    frontier = found.map(({ id }) => id);
    for (const id of frontier) chosen.add(id);
  }
  const within = await entitiesWithin(engine, filter, { seeds, depth: query.depth });
  return { chosen: [...chosen], origins, within: [...new Set([...chosen, ...within])] };
}

interface Step {
  readonly frontier: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly left: number;
  readonly isFirst: boolean;
}

async function bestOf(engine: Engine, filter: BoundFilter, step: Step): Promise<readonly Candidate[]> {
  const share = Math.ceil(step.left / step.frontier.length);
  // Neighbours that are chosen already must not use up the places of new ones.
  const perEntity = step.isFirst ? step.left + step.chosen.size : Math.max(NEIGHBOURS_PER_ENTITY, 2 * share);
  const rows = await engine.read(bestNeighbours(filter), {
    ...filter.parameters,
    ids: step.frontier,
    perEntity,
  });
  return rankCandidates(rows.filter((row) => !step.chosen.has(textOf(row, 'neighbour')))).slice(0, step.left);
}

/** An entity that is found from several is found from the one that it has most evidence with. */
function rankCandidates(rows: readonly Row[]): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  const most = new Map<string, number>();
  for (const row of rows) {
    const id = textOf(row, 'neighbour');
    const evidence = numberOf(row, 'evidence');
    const before = candidates.get(id);
    const last = textOf(row, 'last');
    const isBest = before === undefined || evidence > (most.get(id) ?? 0);
    if (isBest) most.set(id, evidence);
    candidates.set(id, {
      id,
      origin: isBest ? textOf(row, 'origin') : before.origin,
      evidence: evidence + (before?.evidence ?? 0),
      last: before !== undefined && before.last > last ? before.last : last,
    });
  }
  return [...candidates.values()].sort(compareCandidates);
}

function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.evidence !== b.evidence) return b.evidence - a.evidence;
  if (a.last !== b.last) return a.last > b.last ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

async function entitiesWithin(
  engine: Engine,
  filter: BoundFilter,
  { seeds, depth }: { readonly seeds: readonly string[]; readonly depth: number },
): Promise<readonly string[]> {
  const within = new Set(seeds);
  let frontier = seeds;
  for (let step = 0; step < depth && frontier.length > 0 && within.size < COUNTED_ENTITIES_MAX; step += 1) {
    const parameters = { ...filter.parameters, ids: frontier, limit: COUNTED_ENTITIES_MAX };
    const rows = await engine.read(neighbourIds(filter), parameters);
    frontier = rows.map((row) => textOf(row, 'id')).filter((id) => !within.has(id));
    for (const id of frontier) within.add(id);
  }
  return [...within];
}
