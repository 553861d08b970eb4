import 'server-only';

import type { Endpoint, Parsed, Schema } from '@/lib/api/endpoint';
import type { GraphStore } from '@/lib/store/types';
import { version } from '@/package.json';

import { createEtag, isKnown } from './etag';
import { openServerStore } from '../open-server-store';
import { parseRequest } from './parse-request';
import { respond, type RouteHandler } from './respond';

/**
 * Creates the route handler of an endpoint that serves part of the graph. Only the client may cache
 * the answer, and it revalidates it each time: while the data is the same, the reply is 304 and the
 * store is not asked.
 * @param endpoint - the endpoint
 * @param ask - reads the answer from the store
 */
export function serveResource<Asked extends Schema, Answer extends Schema>(
  endpoint: Endpoint<Asked, Answer>,
  ask: (request: Parsed<Asked>, store: GraphStore) => Promise<Parsed<Answer>>,
): RouteHandler {
  return respond(async (request, { params }) => {
    const parsed = await parseRequest(endpoint, request, await params);
    const store = await openServerStore();
    const etag = createEtag([version, await store.epoch(), endpoint.path, parsed]);
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return Response.json(await ask(parsed, store), { headers });
  });
}
