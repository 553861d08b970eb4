/** The administrator's session: whether there is one, how to begin it, how to end it everywhere. */
import { z } from 'zod';

import type { Endpoint } from './endpoint';

const PASSWORD_MAX = 1000;

/** `configured`: whether the server has a password to sign in with. `expiresAt` is an ISO instant. */
const Session = z.object({
  signedIn: z.boolean(),
  configured: z.boolean(),
  expiresAt: z.string().optional(),
});

export const sessionEndpoint = {
  method: 'GET',
  path: '/api/admin/session',
  summary: 'Whether the caller is signed in',
  request: z.strictObject({}),
  response: Session,
  format: 'json',
} as const satisfies Endpoint;

export const signInEndpoint = {
  method: 'POST',
  path: '/api/admin/session',
  summary: 'Sign in; the session is a cookie that lasts eight hours',
  request: z.strictObject({ password: z.string().min(1, 'has to be given').max(PASSWORD_MAX) }),
  response: Session,
  format: 'json',
} as const satisfies Endpoint;

export const signOutEndpoint = {
  method: 'DELETE',
  path: '/api/admin/session',
  summary: 'Sign out, which ends every session of the administrator on every machine',
  request: z.strictObject({}),
  response: Session,
  format: 'json',
} as const satisfies Endpoint;
