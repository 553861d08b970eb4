import { Highlights } from '@/lib/model/highlights';

import { BUSIEST_PAIRS, CONTESTED_PAIRS } from '../../cypher/highlight-queries';
import type { Engine, Row } from '../../engine';
import { readEntities } from './read-passages';
import { numberOf, textOf } from '../rows/row-values';

const PAIRS_MAX = 5;

/** The pairs of the whole store that are most written about, and those that are most contested; at most five of each. */
export async function highlights(engine: Engine): Promise<Highlights> {
  const busiest = await engine.read(BUSIEST_PAIRS, { limit: PAIRS_MAX });
  const contested = await engine.read(CONTESTED_PAIRS, { limit: PAIRS_MAX });
  const ids = [...busiest, ...contested].flatMap((row) => [textOf(row, 'one'), textOf(row, 'other')]);
  const entities = await readEntities(engine, ids);
  const toParty = (row: Row, column: string) => {
    const id = textOf(row, column);
    return { id, name: entities.get(id)?.name ?? id };
  };
  const toPair = (row: Row) => ({ a: toParty(row, 'one'), b: toParty(row, 'other') });
  return Highlights.parse({
    busiest: busiest.map((row) => ({ ...toPair(row), evidence: numberOf(row, 'evidence') })),
    contested: contested.map((row) => ({ ...toPair(row), contested: numberOf(row, 'contested') })),
  });
}
