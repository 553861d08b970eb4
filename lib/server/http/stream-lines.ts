import 'server-only';

import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';

import { ENCODING_HEADER } from './watch-connections';

const CHUNK_CHARACTERS = 16_384;

interface LineStream {
  readonly acceptsGzip: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Called when the client has gone away. */
  readonly onCancel: () => void;
}

/**
 * Streams values as lines of JSON (NDJSON). Each is sent as soon as no other follows at once,
 * compressed if the client accepts that: Next does not compress such answers, and a compressor of
 * its own would hold back the first rows.
 * @param values - the values as they come
 */
export function streamLines(
  values: AsyncIterable<unknown>,
  { acceptsGzip, headers, onCancel }: LineStream,
): Response {
  const source = Readable.from(toChunks(values), { objectMode: false });
  const body = acceptsGzip
    ? pipeline(source, createGzip({ flush: constants.Z_SYNC_FLUSH }), () => {})
    : source;
  return new Response(toWebStream(body, onCancel), {
    headers: {
      ...headers,
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'private, no-store',
      vary: 'accept-encoding',
      ...(acceptsGzip && { [ENCODING_HEADER]: 'gzip' }),
    },
  });
}

/** Lines that come without a pause travel together, up to the size of a chunk. */
async function* toChunks(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  const iterator = values[Symbol.asyncIterator]();
  let text = '';
  try {
    let pending = iterator.next();
    for (;;) {
      const next = await (text === '' ? pending : Promise.race([pending, pause()]));
      if (next?.done) break;
      if (next) {
        text += `${JSON.stringify(next.value)}\n`;
        pending = iterator.next();
      }
      if (!next || text.length > CHUNK_CHARACTERS) {
        yield text;
        text = '';
      }
    }
    if (text !== '') yield text;
  } finally {
    await iterator.return?.();
  }
}

/** Over when everything that was ready has had its turn. */
async function pause(): Promise<undefined> {
  await setImmediate();
  return undefined;
}

/** By hand: Node's own conversion has a type that the one of `Response` does not know. */
export function toWebStream(body: Readable, onCancel: () => void): ReadableStream<Uint8Array> {
  const iterator: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        onCancel();
        body.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
