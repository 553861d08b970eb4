import 'server-only';

import { getEnv } from './get-env';

/** Set by `instrumentation.ts` on every request, from the connection itself, whatever the client sent under this name. */
const PEER_HEADER = 'x-entente-peer';

/**
 * The address that limits count by: that of the connection, which a client cannot choose; behind a proxy (`ENTENTE_ORIGIN`), what the
 * nearest proxy says about its own client, the last of `X-Forwarded-For`.
 */
export function getPeer(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (getEnv().origin !== undefined && forwarded) return forwarded;
  return request.headers.get(PEER_HEADER) ?? 'unknown';
}
