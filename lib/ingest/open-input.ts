import { access, constants, stat } from 'node:fs/promises';

import { EntenteError, type Failure } from '@/lib/model/entente-error';

import { errorCodeOf } from './error-code';
import { formats } from './formats';
import type { IngestOptions, Input } from './input';

/**
 * In: a path that a person gave. Out: the dataset there, looked through once and ready to be read.
 *
 * Throws `not-found` when nothing is there, `forbidden` when it may not be read, and `invalid` when nothing of it can be loaded; the
 * message says where and what to do.
 */
export async function openInput(path: string, options: IngestOptions): Promise<Input> {
  await refuseUnreadable(path);
  for (const format of formats) {
    if (await format.recognises(path)) return await translateFailures(path, () => format.open(path, options));
  }
  const known = formats.map(({ name }) => name).join(' or ');
  throw new EntenteError('invalid', `${path} is neither a folder nor a file; give a ${known}.`);
}

async function refuseUnreadable(path: string): Promise<void> {
  await translateFailures(path, async () => {
    await stat(path);
    await access(path, constants.R_OK);
  });
}

type Sentence = readonly [Failure, (where: string) => string];

const missing: Sentence = ['not-found', (where) => `There is nothing at ${where}. Check the path.`];
const closed: Sentence = ['forbidden', (where) => `${where} may not be read. Check its permissions.`];
const sentences: ReadonlyMap<unknown, Sentence> = new Map([
  ['ENOENT', missing],
  ['ENOTDIR', missing],
  ['EACCES', closed],
  ['EPERM', closed],
  ['EISDIR', ['invalid', (where) => `${where} is a folder where a file belongs.`]],
]);

/** The file system's failures, in words. */
async function translateFailures<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const [failure, sentence] = sentences.get(errorCodeOf(cause)) ?? [];
    if (!failure || !sentence) throw cause;
    throw new EntenteError(failure, sentence(findPath(cause) ?? path), { cause });
  }
}

function findPath(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('path' in cause)) return undefined;
  return typeof cause.path === 'string' ? cause.path : undefined;
}
