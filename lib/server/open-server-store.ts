import 'server-only';

import { openStore } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';

import { getEnv } from './get-env';
import { getProcessState } from './process-state';

/** The store of this process, opened at the first call; an opening that failed is tried again at the next. */
export async function openServerStore(): Promise<GraphStore> {
  const state = getProcessState();
  const opening = (state.store ??= openStore(getEnv().store));
  try {
    return await opening;
  } catch (cause) {
    if (state.store === opening) delete state.store;
    throw cause;
  }
}
