import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

/**
 * Returns what was looked up.
 * @param value - what the lookup gave
 * @param message - the sentence for when there is nothing
 * @throws EntenteError `not-found` when there is nothing
 */
export function found<T>(value: T | undefined, message: string): T {
  if (value !== undefined) return value;
  throw new EntenteError('not-found', message);
}
