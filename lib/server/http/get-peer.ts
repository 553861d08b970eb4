import 'server-only';

import { getEnv } from '../get-env';
import { PEER_HEADER } from './watch-connections';

/**
 * The address that limits count by: that of the connection, which a client cannot choose; behind a proxy (`ENTENTE_ORIGIN`), what the
 * nearest proxy says about its own client, the last of `X-Forwarded-For`.
 */
export function getPeer(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (getEnv().origin !== undefined && forwarded) return forwarded;
  return request.headers.get(PEER_HEADER) ?? 'unknown';
}
