/** The three acts on the administrator's session. */
import 'server-only';

import type { Parsed } from '@/lib/api/endpoint';
import { sessionEndpoint, signInEndpoint } from '@/lib/api/session-endpoint';

import { checkOrigin } from '../http/check-origin';
import { checkPassword } from './check-password';
import { getEnv } from '../get-env';
import { logger } from '../logger';
import { openServerStore } from '../open-server-store';
import { parseRequest } from '../http/parse-request';
import { getPeer } from '../http/get-peer';
import { respond } from '../http/respond';
import { createEndCookie, createSession, findSession } from './session';

export const tellSession = respond(async (request, { params }) => {
  await parseRequest(sessionEndpoint, request, await params);
  const session = await findSession(request);
  return toResponse(session ? { signedIn: true, expiresAt: session.expiresAt } : { signedIn: false });
});

export const signIn = respond(async (request, { params }) => {
  checkOrigin(request);
  await checkPassword(request, async () => {
    const { password } = await parseRequest(signInEndpoint, request, await params);
    return password;
  });
  const { session, cookie } = await createSession();
  logger.info({ event: 'sign-in', peer: getPeer(request) });
  return toResponse({ signedIn: true, expiresAt: session.expiresAt }, cookie);
});

/** Only a session can end sessions: without one there is nothing to end, and the cookie is taken away all the same. */
export const signOut = respond(async (request) => {
  checkOrigin(request);
  if (await findSession(request)) {
    const store = await openServerStore();
    await store.endSessions();
    logger.info({ event: 'sign-out', peer: getPeer(request) });
  }
  return toResponse({ signedIn: false }, createEndCookie());
});

function toResponse(state: { signedIn: boolean; expiresAt?: string }, cookie?: string): Response {
  const answer: Parsed<(typeof sessionEndpoint)['response']> = {
    ...state,
    configured: getEnv().adminPassword !== undefined,
  };
  return Response.json(answer, {
    headers: { 'cache-control': 'private, no-store', ...(cookie !== undefined && { 'set-cookie': cookie }) },
  });
}
