/** The words of DOT, line by line; texts, HTML labels and comments may go on over lines. */
export type DotToken =
  | { readonly kind: 'sign'; readonly value: string }
  | { readonly kind: 'id'; readonly value: string; readonly isQuoted: boolean };

export interface DotLexer {
  /** Returns the words that end on a line, and the first sign that DOT does not have. */
  readonly take: (text: string) => { readonly tokens: readonly DotToken[]; readonly strange?: string };
  /** What is open that has not ended. */
  readonly openPart: () => 'text' | 'html' | 'comment' | undefined;
  /** How long it is, in characters. */
  readonly openLength: () => number;
}

const PLAIN = /\/\/|\/\*|->|--|"|<|[{}[\];,=:+]|-?[\p{L}\p{M}\p{N}_.]+|\S/gu;
const SIGN = /^(?:->|--|[{}[\];,=:+])$/u;
const IN_TEXT = /["\\]/gu;
const IN_HTML = /[<>]/gu;
const TAGS = /<[^<>]*>/gu;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&apos;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

interface Part {
  readonly kind: 'text' | 'html' | 'comment';
  readonly pieces: string[];
  length: number;
  depth: number;
}

interface Passed {
  readonly next: number;
  readonly token?: DotToken;
}

export function createDotLexer(): DotLexer {
  let part: Part | undefined;

  function begin(kind: Part['kind']): void {
    part = { kind, pieces: [], length: 0, depth: 1 };
  }

  function passPart(line: string, at: number, open: Part): Passed {
    const passed = passers[open.kind](line, at, open);
    if (passed.isOver) part = undefined;
    return passed;
  }

  function passPlain(line: string, at: number): Passed & { readonly strange?: string } {
    PLAIN.lastIndex = at;
    const found = PLAIN.exec(line);
    if (found === null) return { next: line.length };
    const [value] = found;
    const next = found.index + value.length;
    if (value === '//') return { next: line.length };
    if (value === '/*') begin('comment');
    else if (value === '"') begin('text');
    else if (value === '<') begin('html');
    else if (SIGN.test(value)) return { next, token: { kind: 'sign', value } };
    else if (/^-?[\p{L}\p{M}\p{N}_.]/u.test(value))
      return { next, token: { kind: 'id', value, isQuoted: false } };
    else return { next: line.length, strange: value };
    return { next };
  }

  return {
    take: (line) => {
      const tokens: DotToken[] = [];
      if (part === undefined && line.startsWith('#')) return { tokens };
      if (part !== undefined) add(part, '\n');
      for (let at = 0; at < line.length;) {
        const passed: Passed & { strange?: string } =
          part === undefined ? passPlain(line, at) : passPart(line, at, part);
        if (passed.token) tokens.push(passed.token);
        if (passed.strange !== undefined) return { tokens, strange: passed.strange };
        at = passed.next;
      }
      return { tokens };
    },
    openPart: () => part?.kind,
    openLength: () => part?.length ?? 0,
  };
}

type Passer = (line: string, at: number, part: Part) => Passed & { readonly isOver?: boolean };

const passers: Readonly<Record<Part['kind'], Passer>> = {
  comment: (line, at) => {
    const end = line.indexOf('*/', at);
    return end === -1 ? { next: line.length } : { next: end + 2, isOver: true };
  },
  text: (line, at, part) => {
    IN_TEXT.lastIndex = at;
    const end = IN_TEXT.exec(line)?.index ?? line.length;
    add(part, line.slice(at, end));
    if (line[end] === '"') return { next: end + 1, isOver: true, token: toId(part.pieces.join('')) };
    if (end === line.length) return { next: end };
    // Only a quotation mark is written with a backslash in a text itself; labels have more of these.
    const escaped = line.charAt(end + 1);
    add(part, escaped === '"' ? '"' : `\\${escaped}`);
    return { next: end + 2 };
  },
  html: (line, at, part) => {
    IN_HTML.lastIndex = at;
    const end = IN_HTML.exec(line)?.index ?? line.length;
    add(part, line.slice(at, end));
    if (end === line.length) return { next: end };
    part.depth += line[end] === '<' ? 1 : -1;
    if (part.depth === 0) return { next: end + 1, isOver: true, token: toId(toWords(part.pieces.join(''))) };
    add(part, line.charAt(end));
    return { next: end + 1 };
  },
};

function add(part: Part, text: string): void {
  if (part.kind === 'comment') return;
  part.pieces.push(text);
  part.length += text.length;
}

function toId(value: string): DotToken {
  return { kind: 'id', value, isQuoted: true };
}

/** The words of an HTML label, without its tags. */
function toWords(html: string): string {
  const text = html
    .replace(TAGS, ' ')
    .replace(/&(?:quot|lt|gt|apos|nbsp|amp);/gu, (each) => REFERENCES.get(each) ?? each);
  return text.replace(/\s+/gu, ' ').trim();
}
