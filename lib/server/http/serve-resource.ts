import 'server-only';

import type { Endpoint, Parsed, Schema } from '@/lib/api/endpoint';
import type { GraphStore } from '@/lib/store/types';
import { version } from '@/package.json';

import { createEtag, isKnown } from './etag';
import { openServerStore } from '../open-server-store';
import { parseRequest } from './parse-request';
import { respond, type RouteHandler } from './respond';

/**
 * In: an endpoint that gives part of the graph, and how to ask the store for it. Out: its route's handler: parse, ask, answer.
 * The answer may be kept by the client alone and is checked each time: while the data is the same, the reply is 304 and nothing is asked.
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
