import { LOCK_STORE, SIGN_STORE } from '../../cypher/upsert-statements';
import { optionalTextOf } from '../rows/row-values';
import type { WriteTransaction } from './write';
import type { WriteName } from './writer-memory';

/**
 * Begins every transaction that writes to the graph: waits until no other one writes, then stores a
 * token of its own.
 * @param transaction - the transaction that will write
 * @param write - the token of this write
 * @returns the token of the previous write, or undefined in a store that nobody has written to
 */
export async function signStore(
  transaction: WriteTransaction,
  write: WriteName,
): Promise<WriteName | undefined> {
  transaction.send(LOCK_STORE);
  const [store] = await transaction.run(SIGN_STORE, { write });
  return store && optionalTextOf(store, 'before');
}
