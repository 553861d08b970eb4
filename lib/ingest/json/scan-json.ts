/** The walk over the signs of a JSON document that comes in parts: strings, escapes, and which line it is. */

/** Line and column count from 1, the column in characters. */
interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

/** Who is told what stands in a document. Places are those of the part at hand. */
export interface JsonVisitor {
  /** One of `[`, `]`, `{`, `}`, `,` and `:` outside of strings, or the quotation mark that opens one. */
  readonly onSign: (sign: string, at: number) => void;
  /** What stands between two signs and is not blank throughout: numbers, words, and what is no JSON; where that begins. */
  readonly onPlain: (at: number) => void;
  /** The quotation mark that closes a string. */
  readonly onStringEnd: (at: number) => void;
  /** A line break within a string, which JSON has not. */
  readonly onBrokenString?: () => void;
  /** Whether it matters what stands between signs; looking costs time. */
  readonly wantsPlain: () => boolean;
}

export interface JsonScanner {
  /** Goes through a part of the document until it ends, or the visitor stops. */
  scan(part: string): void;
  /** Nothing more is told. */
  stop(): void;
  /** Returns where a place of the part at hand is; places rise. */
  readonly locate: (at: number) => JsonPosition;
}

const OUTSIDE = /["[\]{},:]/gu;
const INSIDE = /["\\\n]/gu;
/** Bytes that go on with a character of UTF-8 and are no column of their own. */
const CONTINUATION = /[\u0080-\u00bf]/gu;

/** Makes a scanner of a document, given as bytes (Latin-1). */
export function createJsonScanner(visitor: JsonVisitor): JsonScanner {
  let part = '';
  let isInString = false;
  let isEscaped = false;
  let isStopped = false;
  const counter = createPositionCounter();

  function find(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.exec(part)?.index ?? part.length;
  }

  /** Returns where to continue. */
  function passString(at: number): number {
    if (isEscaped) {
      isEscaped = false;
      return at + 1;
    }
    const end = find(INSIDE, at);
    const sign = part.charAt(end);
    if (sign === '\\') isEscaped = true;
    else if (sign === '\n') visitor.onBrokenString?.();
    else if (sign === '"') {
      isInString = false;
      visitor.onStringEnd(end);
    }
    return end + 1;
  }

  function passSigns(at: number): number {
    const end = find(OUTSIDE, at);
    if (end > at && visitor.wantsPlain()) tellPlain(at, end);
    if (isStopped || end === part.length) return part.length;
    const sign = part.charAt(end);
    if (sign === '"') isInString = true;
    visitor.onSign(sign, end);
    return end + 1;
  }

  function tellPlain(at: number, end: number): void {
    const plain = part.slice(at, end);
    const blanks = plain.length - plain.trimStart().length;
    if (blanks < plain.length) visitor.onPlain(at + blanks);
  }

  return {
    scan: (next) => {
      counter.begin(next);
      part = next;
      for (let at = 0; at < part.length && !isStopped;) at = isInString ? passString(at) : passSigns(at);
    },
    stop: () => {
      isStopped = true;
    },
    locate: counter.locate,
  };
}

function createPositionCounter() {
  let part = '';
  let counted = 0;
  let line = 1;
  let column = 1;

  function locate(at: number): JsonPosition {
    const passed = part.slice(counted, at);
    counted = Math.max(counted, at);
    let lineStart = 0;
    for (let feed = passed.indexOf('\n'); feed !== -1; feed = passed.indexOf('\n', lineStart)) {
      lineStart = feed + 1;
      line += 1;
      column = 1;
    }
    const last = passed.slice(lineStart);
    column += last.length - (last.match(CONTINUATION)?.length ?? 0);
    return { line, column };
  }

  return {
    locate,
    /** The next part begins where the one at hand ends. */
    begin: (next: string): void => {
      locate(part.length);
      part = next;
      counted = 0;
    },
  };
}
