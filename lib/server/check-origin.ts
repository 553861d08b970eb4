import 'server-only';

import { getEnv } from './get-env';
import { HttpError } from './http-error';

/**
 * Refuses a request that would change something unless a page of ours sent it: its Origin is the configured one, or that of the name
 * it was sent to, and what it carries is JSON, which no form of another site can send. Throws 403 or 415.
 */
export function checkOrigin(request: Request): void {
  const expected = getEnv().origin ?? `http://${request.headers.get('host') ?? ''}`;
  if (request.headers.get('origin') !== expected) {
    throw new HttpError(403, `This can only be asked by a page of Entente itself, at ${expected}.`);
  }
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  const mayBeBare = request.method === 'DELETE' && type === '';
  if (!mayBeBare && type.trim().toLowerCase() !== 'application/json') {
    throw new HttpError(415, 'Send JSON, with the header content-type: application/json.');
  }
}
