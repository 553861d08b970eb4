import 'server-only';

import type { RateLimiterMemory } from 'rate-limiter-flexible';

import { HttpError } from './http/http-error';

const SECOND_MS = 1000;

/**
 * Counts an attempt from an address.
 * @throws 429 with the time to wait when it has used up its attempts
 */
export async function countTry(limiter: RateLimiterMemory, peer: string): Promise<void> {
  try {
    await limiter.consume(peer);
  } catch (rejected) {
    const seconds = Math.max(1, Math.ceil(readWait(rejected) / SECOND_MS));
    throw new HttpError(429, `Too many attempts from this address. Try again in ${seconds} seconds.`, {
      'retry-after': String(seconds),
    });
  }
}

/** The limiter rejects with the time to wait, not with an error; an error is passed on. */
function readWait(rejected: unknown): number {
  const isWait = typeof rejected === 'object' && rejected !== null && 'msBeforeNext' in rejected;
  if (isWait && typeof rejected.msBeforeNext === 'number') return rejected.msBeforeNext;
  throw rejected;
}
