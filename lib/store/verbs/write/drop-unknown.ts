import { LAST_WRITE } from '../../cypher/upsert-statements';
import type { Engine } from '../../engine';
import { optionalTextOf } from '../rows/row-values';
import type { WriterMemory } from './writer-memory';

/**
 * Drops the cells that need no lookup: as long as nobody else writes, what this writer has not
 * written is not in the store.
 * @param cells - cells that may name entities
 * @returns the cells that may name a stored entity
 */
export async function dropUnknown(
  { engine, memory }: { readonly engine: Engine; readonly memory: WriterMemory },
  cells: readonly string[],
): Promise<readonly string[]> {
  const known = cells.filter(memory.mayName);
  if (known.length === cells.length) return cells;
  const [store] = await engine.read(LAST_WRITE);
  return memory.isCurrent(store && optionalTextOf(store, 'last')) ? known : cells;
}
