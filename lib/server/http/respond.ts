import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

import { checkHost } from './check-host';
import { getEnv } from '../get-env';
import { logger } from '../logger';
import { toProblemResponse } from './problem-response';

/** As nginx says it: the client went away before there was an answer. Nobody receives it; the log does. */
const CLIENT_CLOSED = 499;

interface RouteContext {
  readonly params: Promise<unknown>;
}

export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/**
 * Wraps a route handler. Here, and only here, errors become answers: an `EntenteError` in its own
 * words; anything else is logged in full and answered with one plain sentence. Each request is
 * logged in one line.
 * @param handle - answers a request
 */
export function respond(handle: RouteHandler): RouteHandler {
  return async (request, context) => {
    const started = performance.now();
    const response = await answer(handle, request, context);
    logger.info({
      event: 'request',
      method: request.method,
      path: new URL(request.url).pathname,
      status: response.status,
      ms: Math.round(performance.now() - started),
    });
    return response;
  };
}

async function answer(handle: RouteHandler, request: Request, context: RouteContext): Promise<Response> {
  try {
    checkHost(request.headers.get('host'), getEnv());
    return await handle(request, context);
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED });
    if (!(error instanceof EntenteError)) logger.error({ event: 'unexpected', err: error });
    else if (error.failure === 'unavailable') logger.warn({ event: 'unavailable', err: error });
    return toProblemResponse(error);
  }
}
