import 'server-only';

import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

import { HttpError } from './http-error';

const SECOND_MS = 1000;

/** Counts one try of an address. Throws 429 with the time to wait when it has had its tries. */
export async function countTry(limiter: RateLimiterMemory, peer: string): Promise<void> {
  try {
    await limiter.consume(peer);
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    const seconds = Math.max(1, Math.ceil(rejected.msBeforeNext / SECOND_MS));
    throw new HttpError(429, `Too many tries from this address. Try again in ${seconds} seconds.`, {
      'retry-after': String(seconds),
    });
  }
}
