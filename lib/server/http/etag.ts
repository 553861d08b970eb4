import 'server-only';

import { createHash } from 'node:crypto';

const ETAG_LENGTH = 27;

/** A tag that is the same only for the same parts: version, epoch of the data, endpoint, parsed request. Weak, since compression changes the bytes. */
export function createEtag(parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `W/"${digest.slice(0, ETAG_LENGTH)}"`;
}

/** Whether the client has the answer of this tag already (`If-None-Match`, compared weakly). */
export function isKnown(request: Request, etag: string): boolean {
  const given = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return given.includes('*') || given.some((tag) => tag.replace(/^W\//u, '') === etag.slice(2));
}
