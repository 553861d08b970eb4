/** Where something begins; both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a value that is being gathered, as far as it is worth keeping. */
export interface JsonValueText {
  /** A value begins there; what is added from now on is its text. */
  begin(place: Position): void;
  add(text: string): void;
  /** The first reason counts. */
  blame(problem: string): void;
  /** Where the value begins; undefined between values. */
  readonly start: () => Position | undefined;
  readonly size: () => number;
  /** Returns what was gathered and begins the next value. */
  take(): {
    readonly text: string;
    readonly problem: string | undefined;
    readonly start: Position | undefined;
  };
}

/** In characters. */
const LARGEST_VALUE = 8 * 1024 * 1024;
const KEPT_OF_LARGE = 200;

export function createJsonValueText(): JsonValueText {
  let parts: string[] = [];
  let size = 0;
  let problem: string | undefined;
  let start: Position | undefined;

  return {
    begin: (place) => {
      start = place;
    },
    add: (text) => {
      size += text.length;
      if (size > LARGEST_VALUE && problem === undefined) {
        problem = 'the value is larger than 8 MiB; split it';
        parts = [parts.join('').slice(0, KEPT_OF_LARGE)];
      }
      if (size <= LARGEST_VALUE) parts.push(text);
    },
    blame: (reason) => {
      problem ??= reason;
    },
    start: () => start,
    size: () => size,
    take: () => {
      const taken = { text: parts.join('').trimEnd(), problem, start };
      parts = [];
      size = 0;
      problem = undefined;
      start = undefined;
      return taken;
    },
  };
}
