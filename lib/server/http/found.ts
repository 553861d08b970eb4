import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

/** In: what was looked for, and the sentence for when it is not there. Out: it. Throws `EntenteError('not-found')`. */
export function found<T>(value: T | undefined, message: string): T {
  if (value !== undefined) return value;
  throw new EntenteError('not-found', message);
}
