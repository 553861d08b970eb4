import 'server-only';

import { randomBytes } from 'node:crypto';

import { getEnv } from '../get-env';
import type { RouteHandler } from './respond';
import { createSecurityHeaders } from './security-headers';

const NONCE_BYTES = 16;

/**
 * For a route that the proxy lets alone, since it would keep a copy of each upload and cut it off at a megabyte: what the proxy does
 * besides. The host is checked by `respond`; here its answer gets the headers that every answer carries.
 */
export function outsideProxy(handle: RouteHandler): RouteHandler {
  return async (request, context) => {
    const response = await handle(request, context);
    const headers = createSecurityHeaders({
      nonce: randomBytes(NONCE_BYTES).toString('base64'),
      isDevelopment: false,
      isSecure: getEnv().origin?.startsWith('https:') ?? false,
    });
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };
}
