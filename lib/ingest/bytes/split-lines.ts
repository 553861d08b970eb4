import { isAscii, isUtf8 } from 'node:buffer';

/** A line of a file, without its end. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** The line is longer than `LONGEST_LINE` bytes; `text` is only its beginning. */
  readonly isCut: boolean;
  /** Some of its bytes do not decode; `text` has U+FFFD in their place. */
  readonly isBroken: boolean;
}

export const LONGEST_LINE = 1024 * 1024;
const KEPT_OF_CUT_LINE = 200;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const CONTINUES = 0x80;

type Toward = 'lines' | 'end of a cut line';

/**
 * Cuts chunks of UTF-8 into lines, whose ends may be LF, CRLF or CR. Each line is a string of its own: a part of a larger one would
 * keep all of that in memory for as long as a name out of it is remembered. A line that is too long comes as soon as that shows.
 */
export function createLineSplitter() {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  let toward: Toward = 'lines';

  function toLine(text: string, flags: { isCut?: boolean; isBroken?: boolean } = {}): Line {
    number += 1;
    return { number, text, isCut: flags.isCut ?? false, isBroken: flags.isBroken ?? false };
  }

  function cutRest(lines: Line[]): void {
    const text = rest.toString('utf8', 0, KEPT_OF_CUT_LINE * 4).slice(0, KEPT_OF_CUT_LINE);
    lines.push(toLine(text, { isCut: true }));
    rest = Buffer.alloc(0);
    toward = 'end of a cut line';
  }

  /** Adds the lines of a stretch that ends where a line does. */
  function addLines(lines: Line[], bytes: Buffer): void {
    const read = chooseReader(bytes);
    for (let start = 0; start < bytes.length;) {
      const found = bytes.indexOf(LINE_FEED, start);
      const end = found === -1 ? bytes.length : found;
      const stop = end > start && bytes[end - 1] === RETURN ? end - 1 : end;
      const { text, isBroken } = read(start, stop);
      if (text.includes('\r')) for (const part of text.split('\r')) lines.push(toLine(part, { isBroken }));
      else lines.push({ number: (number += 1), text, isCut: false, isBroken });
      start = end + 1;
    }
  }

  return {
    add(chunk: Buffer): readonly Line[] {
      const lines: Line[] = [];
      const bytes = toward === 'lines' ? chunk : skipLine(chunk);
      if (bytes === undefined) return lines;
      toward = 'lines';
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const end = findLastEnd(all);
      rest = all.subarray(end);
      if (end > 0) addLines(lines, all.subarray(0, end));
      if (rest.length > LONGEST_LINE) cutRest(lines);
      return lines;
    },
    finish(): readonly Line[] {
      const lines: Line[] = [];
      addLines(lines, rest);
      return lines;
    },
  };
}

/**
 * @returns what follows the end of the line, or undefined when the line does not end in this chunk
 */
function skipLine(chunk: Buffer): Buffer | undefined {
  const feed = chunk.indexOf(LINE_FEED);
  const end = feed === -1 ? chunk.indexOf(RETURN) : feed;
  return end === -1 ? undefined : chunk.subarray(end + 1);
}

/** Where the last whole line ends. A CR at the very end waits for the next chunk: it may be half of a CRLF. */
function findLastEnd(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(LINE_FEED);
  if (feed !== -1) return feed + 1;
  return bytes.length < 2 ? 0 : bytes.lastIndexOf(RETURN, bytes.length - 2) + 1;
}

type Reader = (start: number, end: number) => { readonly text: string; readonly isBroken: boolean };

/** Looks through a stretch once, so that each line is read in the cheapest way that is right. */
function chooseReader(bytes: Buffer): Reader {
  if (isAscii(bytes))
    return (start, end) => ({ text: bytes.toString('latin1', start, end), isBroken: false });
  if (isUtf8(bytes)) return (start, end) => ({ text: bytes.toString('utf8', start, end), isBroken: false });
  return (start, end) => ({
    text: bytes.toString('utf8', start, end),
    isBroken: !isUtf8(bytes.subarray(start, end)),
  });
}

/** Counts the bytes at the end of a chunk of UTF-8 that begin a character without completing it. */
export function countOpenBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < CONTINUES) return 0;
    if (byte >= 0xc0) return back < lengthFrom(byte) ? back : 0;
  }
  return 0;
}

function lengthFrom(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
