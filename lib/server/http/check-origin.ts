import 'server-only';

import { UPLOAD_HEADER } from '@/lib/api/endpoint';

import { getEnv } from '../get-env';
import { HttpError } from './http-error';

/**
 * Refuses a request that would change something unless a page of ours sent it: its Origin is the
 * configured one, or that of the name it was sent to. Its body has to be JSON, which no form of
 * another site can send, or files with a header that no form can set.
 * @throws 403 or 415
 */
export function checkOrigin(request: Request, carries: 'json' | 'files' = 'json'): void {
  const expected = getEnv().origin ?? `http://${request.headers.get('host') ?? ''}`;
  if (request.headers.get('origin') !== expected) {
    throw new HttpError(403, `Only a page of Entente itself, at ${expected}, may request this.`);
  }
  if (carries === 'files') checkFiles(request);
  else checkJson(request);
}

function checkJson(request: Request): void {
  const type = readType(request);
  const mayBeBare = request.method === 'DELETE' && type === '';
  if (mayBeBare || type === 'application/json') return;
  throw new HttpError(415, 'Send JSON, with the header content-type: application/json.');
}

function checkFiles(request: Request): void {
  if (readType(request) === 'multipart/form-data' && request.headers.has(UPLOAD_HEADER)) return;
  throw new HttpError(415, `Send files as multipart/form-data, with the header ${UPLOAD_HEADER}: 1.`);
}

function readType(request: Request): string {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}
