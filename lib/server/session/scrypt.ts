import 'server-only';

import { scrypt as derive, type ScryptOptions } from 'node:crypto';

import { HttpError } from '../http/http-error';
import { getProcessState } from '../process-state';

/** N = 2^17: about a third of a second and 128 MiB each, which is why only two run at once. */
const COST: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };
const AT_ONCE = 2;
const WAITING_MAX = 20;
const KEY_BYTES = 32;

/**
 * Derives a key of 32 bytes slowly. Two derivations run at a time, the others wait.
 * @throws 429 when too many are waiting
 */
export async function deriveKey(password: string, salt: string | Buffer): Promise<Buffer> {
  await acquireSlot();
  try {
    return await new Promise((resolve, reject) => {
      derive(password.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) => {
        if (error) reject(error);
        else resolve(key);
      });
    });
  } finally {
    releaseSlot();
  }
}

/** A semaphore. A slot passes straight to whoever has waited longest, so `running` counts the slots taken. */
async function acquireSlot(): Promise<void> {
  const { hashing } = getProcessState();
  if (hashing.running < AT_ONCE) {
    hashing.running += 1;
    return;
  }
  if (hashing.waiting.length >= WAITING_MAX) {
    throw new HttpError(429, 'Too many people are signing in at this moment. Try again in a few seconds.', {
      'retry-after': '5',
    });
  }
  await new Promise<void>((resolve) => hashing.waiting.push(resolve));
}

function releaseSlot(): void {
  const { hashing } = getProcessState();
  const next = hashing.waiting.shift();
  if (next) next();
  else hashing.running -= 1;
}
