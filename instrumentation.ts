/** Runs once when the server starts. */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

const PEER_HEADER = 'x-entente-peer';

/**
 * Puts the address of each connection on its request, before anything reads it: route handlers do not see the connection, and what a
 * client says of itself in a header is no address to count by.
 */
export function register(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? 'unknown';
  });
}
