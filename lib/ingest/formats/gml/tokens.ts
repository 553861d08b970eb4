/** The words of GML, line by line; a text may go on over lines. */
export type GmlToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word' | 'text'; readonly value: string };

export interface GmlLexer {
  readonly take: (text: string) => readonly GmlToken[];
  /** Whether a text is open that has not ended. */
  readonly isInText: () => boolean;
  /** How long that text is, in characters. */
  readonly openLength: () => number;
}

const TOKEN = /"|\[|\]|[^\s[\]"]+/gu;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
]);
const REFERENCE = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/giu;
const HIGHEST = 0x10ffff;

export function createGmlLexer(): GmlLexer {
  let parts: string[] | undefined;
  let length = 0;

  function addText(text: string): void {
    parts?.push(text);
    length += text.length;
  }

  /**
   * Continues within a quoted text.
   * @returns where the line goes on after it, and the text when it is complete
   */
  function passText(line: string, at: number): { readonly next: number; readonly token?: GmlToken } {
    const end = line.indexOf('"', at);
    addText(line.slice(at, end === -1 ? undefined : end));
    if (end === -1) return { next: line.length };
    const value = decode((parts ?? []).join(''));
    parts = undefined;
    length = 0;
    return { next: end + 1, token: { kind: 'text', value } };
  }

  return {
    take: (line) => {
      const tokens: GmlToken[] = [];
      if (parts === undefined && line.trimStart().startsWith('#')) return tokens;
      if (parts !== undefined) addText('\n');
      for (let at = 0; at < line.length;) {
        if (parts !== undefined) {
          const { next, token } = passText(line, at);
          if (token) tokens.push(token);
          at = next;
          continue;
        }
        TOKEN.lastIndex = at;
        const found = TOKEN.exec(line);
        if (found === null) break;
        const [value] = found;
        at = found.index + value.length;
        if (value === '"') parts = [];
        else tokens.push(toToken(value));
      }
      return tokens;
    },
    isInText: () => parts !== undefined,
    openLength: () => length,
  };
}

function toToken(value: string): GmlToken {
  if (value === '[') return { kind: 'open' };
  return value === ']' ? { kind: 'close' } : { kind: 'word', value };
}

/** Characters beyond ASCII are written as references. */
function decode(text: string): string {
  return text.replace(REFERENCE, (whole: string, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= HIGHEST ? String.fromCodePoint(code) : whole;
  });
}
