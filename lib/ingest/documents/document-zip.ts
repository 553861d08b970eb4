/** The parts of a document that is a zip file (.docx, .epub), read in memory and within bounds. */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { EntenteError } from '@/lib/model/entente-error';

import { refuseLine } from '../rows/check-cell';

/** A zip file that is one document. */
export interface DocumentZip {
  /** The names of its parts, in the order in which it has them. */
  readonly names: readonly string[];
  /**
   * @returns the bytes of a part; undefined where there is no such part
   * @throws `invalid` when it is damaged or locked, or when too much comes out of the document
   */
  read(name: string): Promise<Buffer | undefined>;
}

const MOST_PARTS = 20_000;
/** Of all parts that are read, together. */
const MOST_BYTES = 256 * 1024 * 1024;
const UNCHECKED_BYTES = 32 * 1024 * 1024;
const LARGEST_RATIO = 200;

/**
 * Opens a document that is a zip file.
 *
 * @param bytes - the whole file
 * @param what - what a person calls it: "Word document"
 * @throws `invalid` when it is no zip file, or a damaged one
 */
export async function openDocumentZip(bytes: Buffer, what: string): Promise<DocumentZip> {
  const { zip, entries } = await attempt(what, () => listEntries(bytes));
  let unpacked = 0;

  function checkSize({ uncompressedSize }: Entry): void {
    unpacked += uncompressedSize;
    const isBomb = unpacked > UNCHECKED_BYTES && unpacked > bytes.length * LARGEST_RATIO;
    if (!isBomb && unpacked <= MOST_BYTES) return;
    const limit = isBomb ? `${LARGEST_RATIO} times its size` : `${MOST_BYTES / 1024 ** 2} MiB`;
    refuseLine(1, `the ${what} unpacks to more than ${limit}; divide it, or save its text`);
  }

  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.isEncrypted()) refuseLine(1, `the ${what} is protected by a password; save it without one`);
      checkSize(entry);
      return await attempt(what, () => readEntry(zip, entry));
    },
  };
}

async function listEntries(bytes: Buffer) {
  // A part that is longer than it says it is, is an error of the library.
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > MOST_PARTS) refuseLine(1, `it has more than ${MOST_PARTS} parts; divide it`);
  }
  return { zip, entries };
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refuseLine(
      1,
      `the ${what} is damaged and cannot be unpacked (${reason}); open it elsewhere and save it anew`,
    );
  }
}
