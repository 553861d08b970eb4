/** Who is at the other end, for limits that count by address. */
import 'server-only';

import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

import { getEnv } from './get-env';

const PEER_HEADER = 'x-entente-peer';

/**
 * Puts the address of each connection on its request, before anything reads it: route handlers do not see the connection, and what a
 * client says of itself in a header is no address to count by.
 */
export function watchPeers(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? 'unknown';
  });
}

/**
 * The address of the connection, which a client cannot choose; behind a proxy (`ENTENTE_ORIGIN`), what the nearest proxy says about
 * its own client, the last of `X-Forwarded-For`.
 */
export function getPeer(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (getEnv().origin !== undefined && forwarded) return forwarded;
  return request.headers.get(PEER_HEADER) ?? 'unknown';
}
