import type { NameMatch } from '@/lib/model/name-match';

import {
  DECLARED_IDS,
  LOADS_OF_DATASET,
  RELATION_IDS_OF,
  SAID_OF_RELATIONS,
} from '../../cypher/load-queries';
import type { Engine } from '../../engine';
import { textsOf } from '../rows/row-values';

/** So many ids are asked about at once. */
const ASKED_MAX = 5_000;

type Matches = ReadonlyMap<string, readonly NameMatch[]>;

/**
 * Marks, of entities that one word may mean, those with which a dataset has had to do before: so a table that was once taken means the same
 * entities again, whoever else is called so by now.
 */
export async function markOwn(engine: Engine, matches: Matches, dataset: string): Promise<Matches> {
  const doubtful = [...matches.values()].map(toBest).filter((some) => some.length > 1);
  if (doubtful.length === 0) return matches;
  const own = textsOf((await engine.read(LOADS_OF_DATASET, { dataset }))[0], 'ids');
  if (own.length === 0) return matches;
  const known = new Map<string, boolean>();
  for (const { id } of new Set(doubtful.flat())) {
    if (!known.has(id)) known.set(id, await concernsOne(engine, id, own));
  }
  return new Map(
    [...matches].map(([cell, some]) => [
      cell,
      some.map((match) => (known.get(match.id) ? { ...match, isOwn: true } : match)),
    ]),
  );
}

/** Those of the best way in which there is any. */
function toBest(some: readonly NameMatch[]): readonly NameMatch[] {
  return some.filter(({ by }) => by === some[0]?.by);
}

async function concernsOne(engine: Engine, id: string, own: readonly string[]): Promise<boolean> {
  for (const load of own) {
    const [declared] = await engine.read(DECLARED_IDS, { ids: [id], load });
    if (textsOf(declared, 'ids').length > 0) return true;
  }
  const relations = textsOf((await engine.read(RELATION_IDS_OF, { ids: [id] }))[0], 'ids');
  for (const load of own)
    for (let at = 0; at < relations.length; at += ASKED_MAX) {
      const [said] = await engine.read(SAID_OF_RELATIONS, { ids: relations.slice(at, at + ASKED_MAX), load });
      if (textsOf(said, 'ids').length > 0) return true;
    }
  return false;
}
