import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

import { encodingOf, UTF_8 } from './detect-encoding';
import { isGzip } from './read-bytes';

/** The beginning of what a person wants to load, for formats to recognise. */
export interface FileSample {
  readonly path: string;
  readonly isFolder: boolean;
  /** The name without `.gz`, in Unicode form NFC. */
  readonly name: string;
  /** As `.csv`, in lower case; of `x.csv.gz` it is `.csv`. */
  readonly extension: string;
  /** The first 64 KiB, decompressed and read in its encoding, without byte order mark. Empty for a folder. */
  readonly text: string;
  /** The same as bytes. */
  readonly bytes: Uint8Array;
  /** The names in a folder, sorted. */
  readonly entries: readonly string[];
}

const SAMPLE_BYTES = 64 * 1024;

/**
 * Reads the beginning of a file.
 * @param given - the path of the file
 * @throws the errors of the file system
 */
export async function takeSample(given: string): Promise<FileSample> {
  const base = path.basename(path.resolve(given)).normalize('NFC');
  const name = base.replace(/\.gz$/iu, '');
  const common = { path: given, name, extension: path.extname(name).toLowerCase() };
  if ((await stat(given)).isDirectory()) {
    const entries = (await readdir(given)).sort();
    return { ...common, isFolder: true, text: '', bytes: new Uint8Array(), entries };
  }
  return { ...common, ...readSample(await readStart(given)) };
}

/**
 * Makes the sample of a file that lies in another, such as an attachment.
 *
 * @param name - what it is called there
 * @param bytes - the whole file
 */
export function sampleBytes(name: string, bytes: Uint8Array): FileSample {
  const extension = path.extname(name).toLowerCase();
  return { path: name, name, extension, ...readSample(bytes.subarray(0, SAMPLE_BYTES)) };
}

function readSample(start: Uint8Array): Pick<FileSample, 'isFolder' | 'text' | 'bytes' | 'entries'> {
  const bytes = decompressStart(start);
  const { label } = encodingOf(bytes) ?? UTF_8;
  const text = new TextDecoder(label).decode(bytes, { stream: true });
  return { isFolder: false, text, bytes, entries: [] };
}

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The start of a gzip file ends in the middle; what there is, is decompressed, and never more than is needed. */
function decompressStart(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  for (let part = bytes.length; part > 64; part = Math.floor(part / 4)) {
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: SAMPLE_BYTES * 64 };
      return gunzipSync(bytes.subarray(0, part), options).subarray(0, SAMPLE_BYTES);
    } catch {
      // Too much came out of it; a smaller part gives less.
    }
  }
  return new Uint8Array();
}
