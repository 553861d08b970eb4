import { createReadStream } from 'node:fs';

import type { Meter } from './source';

/** A line of a file, without its end. `text` holds one character for each byte (Latin-1), to be decoded where it is known to be text. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** The line is longer than `LONGEST_LINE`; `text` is only its beginning. */
  readonly isCut: boolean;
}

export const LONGEST_LINE = 1024 * 1024;
const KEPT_OF_CUT_LINE = 200;
/** What is read at a time: some thousand rows. */
const CHUNK_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** Reads a file of any size line by line in flat memory; ends may be LF, CRLF or CR, and a byte order mark is left out. Gives the lines of each chunk together. */
export async function* readLines(path: string, meter?: Meter): AsyncGenerator<readonly Line[]> {
  const splitter = createSplitter();
  const stream = createReadStream(path, { encoding: 'latin1', highWaterMark: CHUNK_BYTES });
  let isFirst = true;
  for await (const chunk of stream) {
    const text = String(chunk);
    meter?.add(text.length);
    yield splitter.add(
      isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text,
    );
    isFirst = false;
  }
  yield splitter.finish();
}

interface Splitter {
  add(text: string): readonly Line[];
  finish(): readonly Line[];
}

function createSplitter(): Splitter {
  let rest = '';
  let number = 0;
  let isCut = false;

  function toLine(text: string): Line {
    number += 1;
    const line = { number, text: isCut ? text.slice(0, KEPT_OF_CUT_LINE) : text, isCut };
    isCut = false;
    return line;
  }

  return {
    add(text) {
      // A CR at the very end waits for the next chunk: it may be half of a CRLF.
      const held = text.endsWith('\r') ? '\r' : '';
      const parts = unifyEnds(rest + text.slice(0, text.length - held.length)).split('\n');
      const last = parts.pop() ?? '';
      const lines = parts.map(toLine);
      if (last.length > LONGEST_LINE) isCut = true;
      rest = (isCut ? last.slice(0, KEPT_OF_CUT_LINE) : last) + held;
      return lines;
    },
    finish() {
      const parts = unifyEnds(rest).split('\n');
      if (parts.at(-1) === '' && !isCut) parts.pop();
      return parts.map(toLine);
    },
  };
}

function unifyEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}
