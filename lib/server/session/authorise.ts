import 'server-only';

import { HttpError } from '../http/http-error';
import { findSession } from './session';

/**
 * Authorises the administrator, and nobody else. It is the one place that decides this; every admin
 * route calls it.
 * @throws 401 for everyone else
 */
export async function authorise(request: Request): Promise<void> {
  if (await findSession(request)) return;
  throw new HttpError(401, 'Sign in first: you are not signed in, or the session has ended.');
}
