/** Takes the files of a request into a folder, without ever holding one of them. */
import 'server-only';

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { Busboy } from '@fastify/busboy';

import { EntenteError } from '@/lib/model/entente-error';

import { HttpError } from '../http/http-error';
import { toUploadPath } from './to-upload-path';

export const FILES_MAX = 10_000;
const HEADERS_MAX_BYTES = 8 * 1024;
/** How long what is no longer wanted is still taken from a client, which listens only when it has sent all; and how long before the answer. */
const DRAIN_MS = 10_000;
const DRAIN_FIRST_MS = 3_000;

type Body = ReadableStreamDefaultReader<Uint8Array>;

interface Reception {
  readonly folder: string;
  readonly maxBytes: number;
}

/**
 * Receives the files of a request (multipart/form-data) in a folder, which has to be empty.
 * @param request - the request
 * @returns the names of what the folder now contains: files, and folders of files
 * @throws 413 when the files are too large or too many, counted as they arrive; `invalid` for a
 *   name that is not allowed, one that comes twice, and for a body that is not multipart; 507 when
 *   there is no room
 */
export async function receiveFiles(
  request: Request,
  { folder, maxBytes }: Reception,
): Promise<readonly string[]> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const body = request.body?.getReader();
  const files = createFiles(folder);
  try {
    const parser = openParser(request, files);
    if (body) await feed(parser, body, { files, maxBytes });
    return await files.close();
  } catch (error) {
    files.fail(error);
    await files.close().catch(() => undefined);
    if (body) await Promise.race([drain(body), wait(DRAIN_FIRST_MS)]);
    throw toReceptionError(error);
  }
}

function openParser(request: Request, files: Files): Busboy {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const limits = { files: FILES_MAX, fields: 0, headerSize: HEADERS_MAX_BYTES };
  const parser = new Busboy({ headers, preservePath: true, limits });
  parser.on('file', (_field, file, name) => {
    files.add(file, name);
  });
  parser.on('filesLimit', () => {
    files.fail(new HttpError(413, `More than ${FILES_MAX} files were sent at once. Send a zip instead.`));
  });
  parser.on('fieldsLimit', () => {
    files.fail(new EntenteError('invalid', 'A part is not a file. Send only files.'));
  });
  return parser;
}

/** Hands the body on as fast as it is written to disk. */
async function feed(
  parser: Busboy,
  body: Body,
  { files, maxBytes }: { readonly files: Files; readonly maxBytes: number },
): Promise<void> {
  let bytes = 0;
  const stopped = Promise.race([parsed(parser), files.failed]);
  stopped.catch(() => undefined);
  for (let chunk = await body.read(); chunk.value; chunk = await body.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    if (!parser.write(chunk.value)) await Promise.race([stopped, drained(parser)]);
    files.check();
  }
  parser.end();
  await stopped;
}

function parsed(parser: Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('finish', resolve);
    parser.once('error', reject);
  });
}

function drained(parser: Busboy): Promise<void> {
  return new Promise((resolve) => {
    parser.once('drain', resolve);
  });
}

interface Files {
  add(file: Readable, name: string): void;
  /** Everything after this is thrown away, and `close` rejects with it. */
  fail(error: unknown): void;
  /** @throws what has failed */
  check(): void;
  /** Rejects when something fails; never resolves. */
  readonly failed: Promise<never>;
  /** Resolves when all is written. */
  close(): Promise<readonly string[]>;
}

function createFiles(folder: string): Files {
  const taken = new Set<string>();
  const top = new Set<string>();
  const writing = new Set<Promise<void>>();
  const stop = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => {
      reject(toError(stop.signal.reason));
    });
  });
  failed.catch(() => undefined);

  async function write(file: Readable, parts: readonly string[]): Promise<void> {
    const target = path.join(folder, ...parts);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const { signal } = stop;
    await pipeline(file, createWriteStream(target, { flags: 'wx', mode: 0o600 }), { signal });
  }

  function take(name: string): readonly string[] {
    const parts = toUploadPath(name);
    // Some file systems do not tell large letters from small ones.
    const key = parts.join('/').toLowerCase();
    if (taken.has(key)) throw new EntenteError('invalid', `Two files were sent under the name ${key}.`);
    taken.add(key);
    top.add(parts[0] ?? '');
    return parts;
  }

  return {
    failed,
    add: (file, name) => {
      file.on('error', () => undefined);
      try {
        stop.signal.throwIfAborted();
        const done: Promise<void> = write(file, take(name))
          .catch((error: unknown) => {
            stop.abort(error);
          })
          .finally(() => writing.delete(done));
        writing.add(done);
      } catch (error) {
        stop.abort(error);
        file.resume();
      }
    },
    fail: (error) => {
      stop.abort(error);
    },
    check: () => {
      stop.signal.throwIfAborted();
    },
    close: async () => {
      await Promise.all(writing);
      stop.signal.throwIfAborted();
      if (top.size === 0) throw new EntenteError('invalid', 'No file was sent. Choose files or a folder.');
      return [...top];
    },
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The files could not be received.', { cause: reason });
}

/** What comes is dropped for a while, and then the connection. */
async function drain(body: Body): Promise<void> {
  const timer = setTimeout(() => void body.cancel().catch(() => undefined), DRAIN_MS);
  try {
    for (let chunk = await body.read(); !chunk.done; chunk = await body.read());
  } catch {
    // The client has gone away, or its time is up.
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(maxBytes: number): HttpError {
  const megabytes = Math.floor(maxBytes / 1024 ** 2);
  const limit = megabytes > 0 ? `${megabytes} MiB` : `${maxBytes} bytes`;
  return new HttpError(
    413,
    `The files are larger than ${limit} together. Send fewer at once, load them with npm run load, or raise ENTENTE_UPLOAD_MAX.`,
  );
}

function toReceptionError(error: unknown): unknown {
  if (error instanceof EntenteError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new HttpError(
      507,
      'There is no space left for the files on the disk where the server keeps its data.',
    );
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR')
    return new EntenteError(
      'invalid',
      'Two files were sent under the same name, or one under that of a folder.',
    );
  if (code !== undefined) return error;
  return new EntenteError('invalid', 'The files did not arrive completely. Send them again.', {
    cause: error,
  });
}
