import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { openPromise, type Entry, type ZipFile } from 'yauzl';

import { EntenteError } from '@/lib/model/entente-error';

import { shortenCell } from '../rows/check-cell';

/** A zip file, unpacked. */
export interface UnpackedZip {
  readonly folder: string;
  /** Removes the folder. */
  readonly close: () => Promise<void>;
}

const MOST_ENTRIES = 100_000;
const MOST_BYTES = 4 * 1024 ** 3;
const UNCHECKED_BYTES = 32 * 1024 * 1024;
const LARGEST_RATIO = 200;
const DEEPEST = 20;
const LONGEST_NAME = 200;
const KIND_OF_FILE = 0o170000;
const LINK = 0o120000;
const LOCKED = 1;
/** What macOS puts into each zip. */
const IGNORED = /(?:^|\/)(?:__MACOSX|\.DS_Store)(?:\/|$)/u;
const UNSAFE = /[\u0000-\u001f\\:*?"<>|\u007f]/u;

/**
 * Unpacks a zip file into a temporary folder of its own, under the zip's name.
 * @throws `invalid` when it is damaged, encrypted, too large, or contains a path that leads out of
 *   it; nothing is left behind then
 */
export async function unpackZip(file: string, name: string): Promise<UnpackedZip> {
  const home = await mkdtemp(path.join(tmpdir(), 'entente-zip-'));
  const close = async (): Promise<void> => {
    await rm(home, { recursive: true, force: true });
  };
  const folder = path.join(home, UNSAFE.test(name) || name.startsWith('.') ? 'zip' : name);
  try {
    await mkdir(folder);
    await unpackInto(folder, file);
    return { folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function unpackInto(folder: string, file: string): Promise<void> {
  const zip = await openZip(file);
  const known = createNameCheck(file);
  const meter = createMeter(file, (await stat(file)).size);
  try {
    if (zip.entryCount > MOST_ENTRIES)
      refuse(file, `contains more than ${MOST_ENTRIES} files; unpack it first`);
    for await (const entry of zip.eachEntry()) {
      const way = known.check(entry);
      if (way === undefined) continue;
      const target = path.join(folder, way);
      await mkdir(path.dirname(target), { recursive: true });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        meter(),
        createWriteStream(target, { flags: 'wx' }),
      );
    }
  } catch (cause) {
    if (cause instanceof EntenteError || isOfSystem(cause)) throw cause;
    throw new EntenteError('invalid', sayDamage(file, cause), { cause });
  } finally {
    zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, strictFileNames: true, validateEntrySizes: true });
  } catch (cause) {
    if (isOfSystem(cause)) throw cause;
    throw new EntenteError('invalid', sayDamage(file, cause), { cause });
  }
}

function sayDamage(file: string, cause: unknown): string {
  const what = cause instanceof Error ? shortenCell(cause.message) : '';
  return `${file} cannot be unpacked: ${what}. Download it again, or unpack it yourself and load the folder.`;
}

/** The file system's own failures: no space, no permission. */
function isOfSystem(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause;
}

/** Checks that what a zip holds stays in its folder, each under a name of its own. */
function createNameCheck(file: string) {
  const files = new Set<string>();
  const folders = new Set<string>();

  function checkOwn(way: string): void {
    const key = toKey(way);
    const parents = way.split('/').map((_, at, parts) => toKey(parts.slice(0, at).join('/')));
    if (files.has(key) || folders.has(key) || parents.some((parent) => files.has(parent))) {
      refuse(file, `holds '${shortenCell(way)}' twice; it is unclear which one is meant`);
    }
    files.add(key);
    for (const parent of parents) folders.add(parent);
  }

  return {
    /**
     * Checks an entry.
     * @returns where it is unpacked to, or undefined when it is not a file
     * @throws `invalid` for an entry that must not be unpacked
     */
    check(entry: Entry): string | undefined {
      const { fileName, externalFileAttributes, generalPurposeBitFlag } = entry;
      if (!isPlain(fileName))
        refuse(file, `holds '${shortenCell(fileName)}', which is not a valid path inside it`);
      if (((externalFileAttributes >>> 16) & KIND_OF_FILE) === LINK) {
        refuse(file, `holds '${shortenCell(fileName)}', which is a link; put the file itself there`);
      }
      if (fileName.endsWith('/') || IGNORED.test(fileName)) return undefined;
      if ((generalPurposeBitFlag & LOCKED) !== 0)
        refuse(file, 'is protected by a password; create it without one');
      checkOwn(fileName);
      return fileName;
    },
  };
}

/** As file systems compare names that know no capitals. */
function toKey(way: string): string {
  return way.normalize('NFC').toLowerCase();
}

function isPlain(name: string): boolean {
  const parts = name.replace(/\/$/u, '').split('/');
  return (
    !UNSAFE.test(name) &&
    parts.length <= DEEPEST &&
    parts.every((part) => part !== '' && !/^\.{1,2}$/u.test(part) && !/[. ]$/u.test(part)) &&
    parts.every((part) => Buffer.byteLength(part) <= LONGEST_NAME)
  );
}

/** Counts what comes out of all files together. */
function createMeter(file: string, size: number): () => Transform {
  let written = 0;
  return () =>
    new Transform({
      transform(chunk: Buffer, _, done) {
        written += chunk.length;
        const isBomb = written > UNCHECKED_BYTES && written > size * LARGEST_RATIO;
        if (isBomb || written > MOST_BYTES) {
          const limit = isBomb ? `${LARGEST_RATIO} times its size` : `${MOST_BYTES / 1024 ** 3} GiB`;
          done(toRefusal(file, `unpacks to more than ${limit}; unpack it yourself if that is expected`));
        } else done(null, chunk);
      },
    });
}

function refuse(file: string, what: string): never {
  throw toRefusal(file, what);
}

function toRefusal(file: string, what: string): EntenteError {
  return new EntenteError('invalid', `${file} ${what}. Nothing of it was read.`);
}
