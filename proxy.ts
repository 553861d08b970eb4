/** Before every request, static files included: is it sent to us, and what the browser may do with the answer. */
import { randomBytes } from 'node:crypto';

import { NextResponse, type NextRequest } from 'next/server';

import { checkHost } from '@/lib/server/http/check-host';
import { getEnv } from '@/lib/server/get-env';
import { HttpError } from '@/lib/server/http/http-error';
import { toProblemResponse } from '@/lib/server/http/problem-response';
import { createSecurityHeaders } from '@/lib/server/http/security-headers';

const NONCE_BYTES = 16;

export function proxy(request: NextRequest): Response {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const headers = createSecurityHeaders({
    nonce,
    isDevelopment: process.env.NODE_ENV === 'development',
    isSecure: getEnv().origin?.startsWith('https:') ?? false,
  });
  const response = findRefusal(request) ?? toNext(request, nonce, headers['content-security-policy'] ?? '');
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function findRefusal(request: NextRequest): Response | undefined {
  try {
    checkHost(request.headers.get('host'), getEnv());
    checkPath(request.nextUrl.pathname);
    return undefined;
  } catch (error) {
    return toProblemResponse(error);
  }
}

/** A path that cannot be decoded names nothing. The image optimiser is not used, and is therefore not there. */
function checkPath(pathname: string): void {
  if (!isDecodable(pathname))
    throw new HttpError(400, 'The address is not well formed: a % has to start a byte.');
  if (pathname.startsWith('/_next/image')) throw new HttpError(404, 'There is no such page.');
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Next reads the nonce from the request's own policy and puts it on the scripts it writes; the page reads `x-nonce`. */
function toNext(request: NextRequest, nonce: string, policy: string): Response {
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  return NextResponse.next({ request: { headers } });
}

/** All but uploads: the proxy would keep a copy of their bodies. `outsideProxy` does there what is done here. */
export const config = { matcher: '/((?!api/admin/datasets$).*)' };
