import { UTF_8, type Encoding } from './detect-encoding';
import { readBytes } from './read-bytes';
import type { Meter } from './meter';
import { createLineSplitter, type Line } from './split-lines';

const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const REPLACEMENT = Buffer.from([0xef, 0xbf, 0xbd]);
/** Stands in no UTF-8, so that a line with it counts as broken. */
const NO_BYTE = 0xff;

interface ReadOptions {
  /** From `detectEncoding`; UTF-8 when left out. */
  readonly encoding?: Encoding | undefined;
  readonly meter?: Meter | undefined;
}

/**
 * Reads a file of any size line by line in constant memory, yielding the lines of each chunk
 * together. Lines end in LF, CRLF or CR; gzip is unpacked, and a byte order mark is dropped.
 * @throws as `readBytes` does
 */
export async function* readLines(
  path: string,
  { encoding = UTF_8, meter }: ReadOptions = {},
): AsyncGenerator<readonly Line[]> {
  const splitter = createLineSplitter();
  for await (const chunk of readUtf8(path, { encoding, meter })) yield splitter.add(chunk);
  yield splitter.finish();
}

/**
 * Reads a file of any size as text, chunk by chunk in constant memory; bytes that cannot be decoded
 * become U+FFFD.
 * @throws as `readBytes` does
 */
export async function* readText(
  path: string,
  { encoding = UTF_8, meter }: ReadOptions = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.label);
  for await (const bytes of readBytes(path, meter)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** A file's bytes as UTF-8, without byte order mark. What does not decode in another encoding does not in this one either. */
export async function* readUtf8(
  path: string,
  { encoding = UTF_8, meter }: ReadOptions,
): AsyncGenerator<Buffer> {
  if (encoding.label !== UTF_8.label) {
    for await (const text of readText(path, { encoding, meter })) yield breakReplacements(text);
    return;
  }
  let isFirst = true;
  for await (const bytes of readBytes(path, meter)) {
    const hasMark = isFirst && bytes.subarray(0, UTF_8_MARK.length).equals(UTF_8_MARK);
    yield hasMark ? bytes.subarray(UTF_8_MARK.length) : bytes;
    isFirst = false;
  }
}

function breakReplacements(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (!text.includes('\ufffd')) return bytes;
  for (let at = bytes.indexOf(REPLACEMENT); at !== -1; at = bytes.indexOf(REPLACEMENT, at + 1)) {
    bytes[at] = NO_BYTE;
  }
  return bytes;
}
