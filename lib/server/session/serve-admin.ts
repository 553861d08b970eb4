import 'server-only';

import type { Endpoint, Parsed, Schema } from '@/lib/api/endpoint';
import type { GraphStore } from '@/lib/store/types';

import { authorise } from './authorise';
import { checkOrigin } from '../http/check-origin';
import { openServerStore } from '../open-server-store';
import { parseRequest } from '../http/parse-request';
import { respond, type RouteHandler } from '../http/respond';

/** As `serveResource`, for the administrator alone: signed in, for a change also from a page of ours, and never kept anywhere. */
export function serveAdmin<Asked extends Schema, Answer extends Schema>(
  endpoint: Endpoint<Asked, Answer>,
  ask: (request: Parsed<Asked>, store: GraphStore) => Promise<Parsed<Answer>>,
): RouteHandler {
  return respond(async (request, { params }) => {
    await authorise(request);
    if (endpoint.method !== 'GET') checkOrigin(request);
    const parsed = await parseRequest(endpoint, request, await params);
    const answer = await ask(parsed, await openServerStore());
    return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
  });
}
