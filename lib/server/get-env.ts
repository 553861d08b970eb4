import 'server-only';

import { readEnv, type Env } from '@/lib/env';

import { getProcessState } from './process-state';

/**
 * Returns the environment of this process, read once.
 * @throws as `readEnv` does
 */
export function getEnv(): Env {
  const state = getProcessState();
  state.env ??= readEnv();
  return state.env;
}
