import 'server-only';

import { EntenteError } from '@/lib/model/entente-error';

import { HttpError } from './http-error';

const BODY_MAX_BYTES = 512 * 1024;
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The body of a request as JSON. Counts while it reads and stops at half a megabyte (413); throws `invalid` for what is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text, refuseKey);
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    throw new EntenteError('invalid', 'The body is not JSON.', { cause });
  }
}

async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > BODY_MAX_BYTES) {
      await reader?.cancel();
      throw new HttpError(413, `The body is larger than ${BODY_MAX_BYTES} bytes.`);
    }
    chunks.push(chunk.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A key that would reach an object's prototype is refused, not dropped: the sender should know. */
function refuseKey(key: string, value: unknown): unknown {
  if (!REFUSED_KEYS.has(key)) return value;
  throw new EntenteError('invalid', `The body has a property named ${key}, which is not allowed.`, {
    fields: [{ path: key, message: 'is not allowed as a name' }],
  });
}
