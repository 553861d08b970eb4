import 'server-only';

import { HttpError } from '../http/http-error';
import { findSession } from './session';

/** The one place that decides who is the administrator; every admin route calls it. Throws 401 for everyone else. */
export async function authorise(request: Request): Promise<void> {
  if (await findSession(request)) return;
  throw new HttpError(401, 'Sign in first: you are not signed in, or the session has ended.');
}
