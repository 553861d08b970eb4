import 'server-only';

import type { Parsed } from '@/lib/api/endpoint';
import { healthEndpoint } from '@/lib/api/health-endpoint';
import { version } from '@/package.json';

import { getEnv } from '../get-env';
import { openServerStore } from '../open-server-store';
import { parseRequest } from './parse-request';
import { respond } from './respond';

/** Asks the store for something small: a server whose store does not answer is not healthy, and says so with 503. */
export const serveHealth = respond(async (request, { params }) => {
  await parseRequest(healthEndpoint, request, await params);
  const store = await openServerStore();
  const health: Parsed<(typeof healthEndpoint)['response']> = {
    status: 'ok',
    version,
    store: { engine: getEnv().store.engine },
    epoch: await store.epoch(),
  };
  return Response.json(health, { headers: { 'cache-control': 'private, no-store' } });
});
