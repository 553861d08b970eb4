import 'server-only';

import { HttpError } from './http-error';
import { respond, type RouteHandler } from './respond';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Creates the handlers of the methods that a route lacks: they answer 405 and name those it has.
 * @param allowed - the methods that the route has
 */
export function refuseMethods(...allowed: readonly Method[]): Record<Method, RouteHandler> {
  const refuse = respond((request) => {
    const names = allowed.join(', ');
    throw new HttpError(405, `${request.method} is not allowed here; use ${names}.`, { allow: names });
  });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
