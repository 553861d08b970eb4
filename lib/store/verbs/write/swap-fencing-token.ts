import { LOCK_STORE, SWAP_FENCING_TOKEN } from '../../cypher/upsert-statements';
import { optionalTextOf } from '../rows/row-values';
import type { WriteTransaction } from './write';
import type { FencingToken } from './writer-memory';

/**
 * Begins every transaction that writes to the graph: waits until no other one writes, then stores
 * its fencing token.
 * @param transaction - the transaction that will write
 * @param token - the token of this write
 * @returns the token of the previous write, or undefined in a store that nobody has written to
 */
export async function swapFencingToken(
  transaction: WriteTransaction,
  token: FencingToken,
): Promise<FencingToken | undefined> {
  transaction.send(LOCK_STORE);
  const [store] = await transaction.run(SWAP_FENCING_TOKEN, { token });
  return store && optionalTextOf(store, 'before');
}
