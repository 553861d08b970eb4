import 'server-only';

import { readEnv, type Env } from '@/lib/env';

import { getProcessState } from './process-state';

/** The environment of this process, read once. Throws what `readEnv` throws. */
export function getEnv(): Env {
  const state = getProcessState();
  state.env ??= readEnv();
  return state.env;
}
