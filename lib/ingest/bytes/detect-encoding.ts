import { isAscii, isUtf8 } from 'node:buffer';

import { analyse } from 'chardet';

import { readBytes } from './read-bytes';
import { countOpenBytes } from './split-lines';

/** How a file's bytes stand for text. */
export interface Encoding {
  /** As `TextDecoder` calls it. */
  readonly label: string;
  /** What a person calls it. */
  readonly name: string;
  /** How it is known. `guessed` is right mostly, and to be told. */
  readonly by: 'mark' | 'content' | 'guessed';
}

export const UTF_8: Encoding = { label: 'utf-8', name: 'UTF-8', by: 'content' };

const UTF_16 = [
  { label: 'utf-16le', name: 'UTF-16 (little-endian)' },
  { label: 'utf-16be', name: 'UTF-16 (big-endian)' },
] as const;

const marks: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], { ...UTF_8, by: 'mark' }],
  [[0xff, 0xfe], { ...UTF_16[0], by: 'mark' }],
  [[0xfe, 0xff], { ...UTF_16[1], by: 'mark' }],
];

/** The labels of what chardet calls otherwise; the rest of its names are labels themselves. ISO-8859-1 on the web is windows-1252. */
const labels: ReadonlyMap<string, string> = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['ISO-8859-9', 'windows-1254'],
]);

const LATIN = /^(?:windows-125[02478]|iso-8859-(?:1|2|9|15))$/iu;
/** Letters, quotation marks and dashes of windows-1252 below A0. */
const LATIN_BELOW_A0 = new Set([
  0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9a, 0x9c, 0x9e, 0x9f,
]);
const MARKS = new Set([0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97]);
const OF_SEVERAL_BYTES = /^(?:euc|shift|big5|gb|iso-2022)/iu;
/** So few bytes say nothing about the statistics of an encoding. */
const FEW = 8;
/** Of so few, the commonest encoding is the likeliest. */
const NEXT_TO_NOTHING = 2;
/** What is tried for text that is not Latin and too short to tell. */
const lastResorts = ['GB18030', 'windows-1251'];

/** A guess needs some text, and not all of it. */
const ENOUGH_BYTES = 64 * 1024;
/** How far a file is searched for a first letter that is not ASCII; behind that it is taken for UTF-8. */
const SEARCHED_BYTES = 256 * 1024 * 1024;
const DAMAGED_SHARE = 0.01;
const LINE_FEED = 0x0a;
const CONTROL = /[^\P{C}\t\n\r\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Detects the encoding of a file from its byte order mark, or else from the first stretch of it
 * that is not plain ASCII.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  let searched = 0;
  for await (const chunk of readBytes(path)) {
    const found = searched === 0 ? encodingOf(chunk) : isAscii(chunk) ? undefined : encodingOf(chunk);
    if (found) return found;
    searched += chunk.length;
    if (searched > SEARCHED_BYTES) break;
  }
  return UTF_8;
}

/**
 * Detects the encoding of bytes.
 * @param bytes - the beginning of a file, or a stretch of it
 * @returns undefined when the bytes are ASCII, which says nothing about the rest
 */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  const sample = bytes.subarray(0, Math.max(ENOUGH_BYTES, findHigh(bytes) + ENOUGH_BYTES));
  if (sample.includes(0)) {
    const wide = UTF_16.find(({ label }) => isText(sample, label));
    if (wide) return { ...wide, by: 'content' };
  }
  if (isAscii(sample)) return undefined;
  const whole = sample.subarray(0, sample.length - countOpenBytes(sample));
  return isMostlyUtf8(whole) ? UTF_8 : guess(whole);
}

function findHigh(bytes: Uint8Array): number {
  return Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );
}

/** Whether bytes with NULs among them make text as UTF-16: lines, and next to nothing that is no character. */
function isText(bytes: Uint8Array, label: string): boolean {
  const text = new TextDecoder(label).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const strange = text.match(CONTROL)?.length ?? 0;
  return /[\n\r,;\t]/u.test(text) && strange <= text.length / 100;
}

/** A file of UTF-8 with some bad lines is UTF-8 still: those lines are refused, instead of all others being misread. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  let good = 0;
  let bad = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    if (!isUtf8(line)) bad += 1;
    else if (!isAscii(line)) good += 1;
    start = end + 1;
  }
  return good >= bad;
}

/** The likeliest encoding under which the text decodes; text of Western Europe when nothing fits. */
function guess(bytes: Uint8Array): Encoding {
  const words = takeForeignWords(bytes);
  const isLatin = looksLatin(words);
  const isSingle = isLatin && isLittleAndSingle(words, FEW);
  if (hasOnlyMarks(words) || (isSingle && isLittleAndSingle(words, NEXT_TO_NOTHING)))
    return toGuessed('windows-1252');
  const likely = analyse(words).map(({ name }) => labels.get(name) ?? name);
  const found = [...likely, ...(isLatin ? [] : lastResorts)].find(
    (name) =>
      (isLatin || !LATIN.test(name)) &&
      !(isSingle && OF_SEVERAL_BYTES.test(name)) &&
      decodes(words, name.toLowerCase()),
  );
  return toGuessed(found ?? 'windows-1252');
}

function toGuessed(name: string): Encoding {
  return { label: name.toLowerCase(), name, by: 'guessed' };
}

/** Whether all that is not ASCII are dashes, dots and quotation marks as Windows writes them: one of them is no Japanese. */
function hasOnlyMarks(words: Uint8Array): boolean {
  return words.every((byte) => byte < 0x80 || MARKS.has(byte));
}

/** Whether few bytes are not ASCII and each stands alone: letters of several bytes come in pairs. */
function isLittleAndSingle(words: Uint8Array, most: number): boolean {
  const high = words.filter((byte) => byte > 0x7f).length;
  const isAlone = words.every((byte, at) => byte < 0x80 || (words[at + 1] ?? 0) < 0x80);
  return high <= most && isAlone;
}

/**
 * Whether words may be Latin letters with accents: most letters are plain ones then, and hardly any is from the range where these
 * encodings have signs that stand in no word.
 */
function looksLatin(words: Uint8Array): boolean {
  const letters = words.filter((byte) => byte > 0x20);
  const high = letters.filter((byte) => byte > 0x7f);
  const signs = high.filter((byte) => byte < 0xa0 && !LATIN_BELOW_A0.has(byte));
  return high.length <= letters.length * 0.6 && signs.length <= high.length * 0.2;
}

/** The words with other than ASCII in them; the rest only blurs the picture. */
function takeForeignWords(bytes: Uint8Array): Uint8Array {
  const words: number[] = [];
  let word: number[] = [];
  let isForeign = false;
  for (const byte of [...bytes, LINE_FEED]) {
    if (byte >= 0x30 && byte !== 0x3b) {
      word.push(byte);
      isForeign ||= byte > 0x7f;
      continue;
    }
    if (isForeign) words.push(...word, byte === LINE_FEED ? LINE_FEED : 0x20);
    word = [];
    isForeign = false;
  }
  return Uint8Array.from(words);
}

/** Whether bytes are text in an encoding, apart from a few that are damaged: those cost their rows. */
function decodes(bytes: Uint8Array, label: string): boolean {
  if (label === 'utf-8' || label === 'ascii') return false;
  try {
    // A decoder that streams leaves a cut character at the end alone.
    const text = new TextDecoder(label).decode(bytes, { stream: true });
    return (text.match(/\ufffd/gu)?.length ?? 0) <= text.length * DAMAGED_SHARE;
  } catch {
    return false;
  }
}
