import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { isMap } from '../protocol';

/**
 * The engine checks its data but goes back, without a word, to an older state when its newest header is damaged. So a host that ends
 * in order seals the file: a checksum of the whole, beside it, with the mark of the host that opened it. The next host compares.
 * After a crash there is no seal of the last host, and the engine's write-ahead log brings the file up to date.
 */
const CHUNK_BYTES = 1024 * 1024;

/** The file is not what was last written there. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/**
 * Checks a database file against its seal, then breaks the seal by marking the file as opened.
 * @param database - the path of the database file
 * @returns the mark
 * @throws DamagedFile when the file differs from its seal
 */
export function breakSeal(database: string): string {
  const before = readText(markOf(database));
  const sha256 = readSeal(database, before);
  if (sha256 !== undefined && existsSync(database) && hashFile(database) !== sha256) {
    // A host that came in between may have written; its mark is there then.
    if (readText(markOf(database)) === before)
      throw new DamagedFile(`${database} does not have the checksum in ${sealOf(database)}.`);
  }
  const mark = randomUUID();
  writeLasting(markOf(database), mark);
  return mark;
}

/** Seals a closed database file, unless another host has opened it since. */
export function seal(database: string, mark: string): void {
  if (readText(markOf(database)) !== mark) return;
  writeLasting(sealOf(database), JSON.stringify({ mark, sha256: hashFile(database) }));
}

/** The checksum, where the seal is by the host that opened the file last. */
function readSeal(database: string, mark: string | undefined): string | undefined {
  const text = readText(sealOf(database));
  if (text === undefined || mark === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A seal that was damaged itself says nothing.
    return undefined;
  }
  return isMap(value) && value['mark'] === mark ? String(value['sha256']) : undefined;
}

function hashFile(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    for (let read = 1; read > 0;) {
      read = readSync(handle, chunk, 0, CHUNK_BYTES, null);
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** Whole or not at all, and there also after a power cut: what the database writes next counts on it. */
function writeLasting(file: string, text: string): void {
  const near = `${file}.new`;
  writeFileSync(near, text, { mode: 0o600, flush: true });
  renameSync(near, file);
  if (process.platform === 'win32') return;
  const folder = openSync(path.dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function sealOf(database: string): string {
  return `${database}.seal`;
}

function markOf(database: string): string {
  return `${database}.opened`;
}
