import { randomUUID } from 'node:crypto';

import { foldName } from '@/lib/model/fold-name';

import { ENTITIES_WITHOUT_KEY, NAMES_KEPT, SET_KEYS, SET_NAMES_KEPT } from '../../cypher/name-queries';
import type { Engine } from '../../engine';
import { mapOf, numberOf } from '../rows/row-values';
import { swapFencingToken } from './swap-fencing-token';
import { toEntity } from '../rows/stored-values';
import { replaceAliases } from './write-aliases';
import { write } from './write';
import { writeRows } from './write-rows';

/** What is kept about names: keys of entities and nodes of their other names. */
export const NAMES = 1;

const BATCH = 2_000;

/** Keeps the folded names of entities that an older version stored without them; done once for a store, in pieces that can be repeated. */
export async function fillNames(engine: Engine): Promise<void> {
  const [store] = await engine.read(NAMES_KEPT);
  if (store === undefined || numberOf(store, 'names') >= NAMES) return;
  while ((await fillSome(engine)) > 0);
  await engine.write((transaction) => transaction.run(SET_NAMES_KEPT, { names: NAMES }));
}

async function fillSome(engine: Engine): Promise<number> {
  return write(engine, async (transaction) => {
    await swapFencingToken(transaction, randomUUID());
    const rows = await transaction.run(ENTITIES_WITHOUT_KEY, { limit: BATCH });
    const entities = rows.map((row) => toEntity(mapOf(row, 'entity')));
    writeRows(
      transaction,
      SET_KEYS,
      entities.map(({ id, name }) => [id, foldName(name)]),
    );
    replaceAliases(transaction, entities);
    return entities.length;
  });
}
