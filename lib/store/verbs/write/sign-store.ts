import { LOCK_STORE, SIGN_STORE } from '../../cypher/upsert-statements';
import { optionalTextOf } from '../rows/row-values';
import type { WriteTransaction } from './write';
import type { WriteName } from './writer-memory';

/**
 * What every transaction that writes to the graph begins with: it waits until no other one writes, and leaves a name of its own.
 * Out: the name of the one before it; undefined in a store that nobody has written to.
 */
export async function signStore(
  transaction: WriteTransaction,
  write: WriteName,
): Promise<WriteName | undefined> {
  transaction.send(LOCK_STORE);
  const [store] = await transaction.run(SIGN_STORE, { write });
  return store && optionalTextOf(store, 'before');
}
