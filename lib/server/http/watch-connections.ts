/** What a route handler cannot do through Next: see the connection, and say how its answer is encoded. */
import 'server-only';

import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';

/** On every request: the address of its connection, whatever the client sent under this name. */
export const PEER_HEADER = 'x-entente-peer';

/** On an answer: its content-encoding. Next drops a header of that name from what a route answers. */
export const ENCODING_HEADER = 'x-entente-encoding';

/** Hooks into each request of this process before anything else reads it. Called once, when the server starts. */
export function watchConnections(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null) return;
    if (!('request' in message) || !('response' in message)) return;
    const { request, response } = message;
    if (request instanceof IncomingMessage) {
      request.headers[PEER_HEADER] = request.socket.remoteAddress ?? 'unknown';
    }
    if (isServerResponse(response)) passEncoding(response);
  });
}

function isServerResponse(value: unknown): value is ServerResponse {
  return value instanceof ServerResponse;
}

function passEncoding(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name: string, value: number | string | readonly string[]) =>
    setHeader(name === ENCODING_HEADER ? 'content-encoding' : name, value);
}
