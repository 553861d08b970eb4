import 'server-only';

import { openStore, type StoreAddress } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';

import { getEnv } from './get-env';
import { getProcessState } from './process-state';

/** The store of this process, opened at the first call; an opening that failed is tried again at the next. */
export async function openServerStore(): Promise<GraphStore> {
  const state = getProcessState();
  const opening = (state.store ??= openStore(toAddress(getEnv().store)));
  try {
    return await opening;
  } catch (cause) {
    if (state.store === opening) delete state.store;
    throw cause;
  }
}

/** A page does not wait longer than this for a database that is still being opened: it is told so, and asks again. */
const OPENING_MAX_MS = 10_000;

function toAddress(store: StoreAddress): StoreAddress {
  return store.engine === 'embedded' ? { ...store, openingMaxMs: OPENING_MAX_MS } : store;
}
