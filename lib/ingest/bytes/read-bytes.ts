import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { EntenteError } from '@/lib/model/entente-error';

import { errorCodeOf } from './error-code';
import type { Meter } from './meter';

/** What is read at a time: some thousand rows. */
const CHUNK_BYTES = 256 * 1024;
/** From so much output on, what is unpacked may be at most `LARGEST_RATIO` times what it is unpacked from; tables reach 5 to 50. */
const UNCHECKED_BYTES = 32 * 1024 * 1024;
const LARGEST_RATIO = 200;

/**
 * Reads a file of any size in constant memory. A gzip file, known by its first bytes, is unpacked
 * on the way; the meter counts bytes of the file, not of what it unpacks to.
 * @throws `invalid` when the gzip data is corrupt or truncated, or unpacks to far more than honest
 *   text does
 */
export async function* readBytes(path: string, meter?: Meter): AsyncGenerator<Buffer> {
  const counter = { read: 0 };
  const raw = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!(await startsAsGzip(path))) {
    for await (const chunk of raw) {
      if (!Buffer.isBuffer(chunk)) continue;
      meter?.add(chunk.length);
      yield chunk;
    }
    return;
  }
  raw.on('data', (chunk) => {
    counter.read += chunk.length;
    meter?.add(chunk.length);
  });
  yield* unpack(path, raw, counter);
}

/** Whether bytes are gzip, by their first two. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function startsAsGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 })) {
    return Buffer.isBuffer(chunk) && isGzip(chunk);
  }
  return false;
}

async function* unpack(
  path: string,
  raw: NodeJS.ReadableStream,
  counter: { readonly read: number },
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Whoever reads from it hears of a failure; the pipeline is there to close the file when nobody reads on.
  pipeline(raw, gunzip, () => undefined);
  let written = 0;
  try {
    for await (const chunk of gunzip) {
      if (!Buffer.isBuffer(chunk)) continue;
      written += chunk.length;
      if (written > UNCHECKED_BYTES && written > counter.read * LARGEST_RATIO) refuseBomb(path);
      yield chunk;
    }
  } catch (cause) {
    if (!String(errorCodeOf(cause)).startsWith('Z_')) throw cause;
    throw new EntenteError(
      'invalid',
      `${path} is damaged: its gzip data is truncated or corrupt. Unpack it with gunzip to see how far it goes, or download it again.`,
      { cause },
    );
  }
}

function refuseBomb(path: string): never {
  throw new EntenteError(
    'invalid',
    `${path} unpacks to more than ${LARGEST_RATIO} times its size, which text never does. If that is expected, unpack it first and load the result.`,
  );
}
