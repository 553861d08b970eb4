/** What one process keeps, once, however often the modules that use it are loaded: it hangs on `globalThis`. */
import 'server-only';

import { randomBytes } from 'node:crypto';

import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Env } from '@/lib/env';
import type { GraphStore } from '@/lib/store/types';

interface LockHolder {
  /** Aborted once the client has gone away. */
  readonly signal: AbortSignal;
  readonly ended: Promise<void>;
}

interface ProcessState {
  env?: Env;
  store?: Promise<GraphStore>;
  /** What is slow to derive from the admin password, derived once: the key of sessions, and what a sign-in is compared with. */
  sealKey?: Promise<string>;
  passwordKey?: Promise<Buffer>;
  readonly passwordSalt: Buffer;
  readonly hashing: { running: number; readonly waiting: (() => void)[] };
  /** Console statements that run here, by query id. */
  readonly runs: Map<string, AbortController>;
  readonly signIns: RateLimiterMemory;
  readonly statements: RateLimiterMemory;
  readonly uploads: RateLimiterMemory;
  /** The jobs that hold a lock in this process: a load or undo, and previews. */
  readonly holders: { readonly change: Set<LockHolder>; readonly preview: Set<LockHolder> };
}

const SIGN_INS_A_MINUTE = 10;
const STATEMENTS_A_MINUTE = 600;
const UPLOADS_A_MINUTE = 60;
const MINUTE_SECONDS = 60;
const SALT_BYTES = 16;

declare global {
  var ententeProcessState: ProcessState | undefined;
}

export function getProcessState(): ProcessState {
  globalThis.ententeProcessState ??= {
    passwordSalt: randomBytes(SALT_BYTES),
    hashing: { running: 0, waiting: [] },
    runs: new Map(),
    signIns: new RateLimiterMemory({ points: SIGN_INS_A_MINUTE, duration: MINUTE_SECONDS }),
    statements: new RateLimiterMemory({ points: STATEMENTS_A_MINUTE, duration: MINUTE_SECONDS }),
    uploads: new RateLimiterMemory({ points: UPLOADS_A_MINUTE, duration: MINUTE_SECONDS }),
    holders: { change: new Set(), preview: new Set() },
  };
  return globalThis.ententeProcessState;
}
