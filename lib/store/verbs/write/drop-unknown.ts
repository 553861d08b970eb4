import { LAST_WRITE } from '../../cypher/upsert-statements';
import type { Engine } from '../../engine';
import { optionalTextOf } from '../rows/row-values';
import type { WriterMemory } from './writer-memory';

/** In: cells that may name entities. Out: those that are worth asking for: what this writer has not written itself is not there, unless somebody else writes too. */
export async function dropUnknown(
  { engine, memory }: { readonly engine: Engine; readonly memory: WriterMemory },
  cells: readonly string[],
): Promise<readonly string[]> {
  const known = cells.filter(memory.mayName);
  if (known.length === cells.length) return cells;
  const [store] = await engine.read(LAST_WRITE);
  return memory.isCurrent(store && optionalTextOf(store, 'last')) ? known : cells;
}
