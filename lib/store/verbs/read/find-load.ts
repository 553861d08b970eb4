import type { LoadId } from '@/lib/model/ids';
import { StoredLoad } from '@/lib/model/stored-load';

import { ALL_LOADS, LOAD } from '../../cypher/summary-queries';
import type { Engine } from '../../engine';
import { order } from './relation-details';
import { mapOf } from '../rows/row-values';

/** What the store remembers of a load, or undefined when there was none of this id. */
export async function findLoad(engine: Engine, id: LoadId): Promise<StoredLoad | undefined> {
  const [row] = await engine.read(LOAD, { id });
  return row === undefined ? undefined : StoredLoad.parse(mapOf(row, 'load'));
}

/** All loads that the store remembers, the newest first. */
export async function loads(engine: Engine): Promise<readonly StoredLoad[]> {
  const rows = await engine.read(ALL_LOADS);
  return rows
    .map((row) => StoredLoad.parse(mapOf(row, 'load')))
    .sort((a, b) => order(b.startedAt, a.startedAt) || order(a.id, b.id));
}
