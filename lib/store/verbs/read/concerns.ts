import type { EntityId, LoadId } from '@/lib/model/ids';

import { DECLARED_IDS, RELATION_IDS_OF, SAID_OF_RELATIONS, SAID_BY } from '../../cypher/load-queries';
import type { Engine } from '../../engine';
import { textsOf } from '../rows/row-values';

/** So many ids are asked about at once. */
const ASKED_MAX = 5_000;

/**
 * Tells whether a load declares one of the entities, or has evidence about one or attributed to
 * one.
 * @param engine - the database
 * @param load - the load
 * @param entities - the ids of the entities
 */
export async function concerns(
  engine: Engine,
  load: LoadId,
  entities: readonly EntityId[],
): Promise<boolean> {
  const find = async (text: string, ids: readonly string[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let at = 0; at < ids.length; at += ASKED_MAX) {
      const [row] = await engine.read(text, { ids: ids.slice(at, at + ASKED_MAX), load });
      found.push(...textsOf(row, 'ids'));
    }
    return found;
  };
  if ((await find(DECLARED_IDS, entities)).length > 0) return true;
  if ((await find(SAID_BY, entities)).length > 0) return true;
  return (await find(SAID_OF_RELATIONS, await find(RELATION_IDS_OF, entities))).length > 0;
}
