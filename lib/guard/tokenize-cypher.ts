/**
 * Cypher and GQL text → tokens, as both Neo4j and Grafeo read it. Where the two would read differently, or a character is unknown,
 * the text is refused: the guard must not see a comment or a string where an engine sees a clause.
 */

import { decodeEscapes, findMisreadableEscape } from './read-escapes';
import { readNumber } from './read-number';
import type { Refusal, Token } from './token';

export interface TokenizeOptions {
  /** Grafeo's GQL takes `--` and white space for the start of a comment; Cypher takes `--` for a relationship. */
  readonly dashComments?: boolean;
}

export type Tokenized = { readonly tokens: readonly Token[] } | { readonly failure: Refusal };

type Reading = Token | Refusal | undefined;

/** White space counts too. More is no longer written by a person, and takes engines long to parse. */
const TOKENS_MAX = 10_000;

const SPACE = /[\t-\r\u001c-\u001f\p{Z}]+/uy;
const WORD = /(?:\p{ID_Continue}|\\u[\da-fA-F]{4})+/uy;
const WHOLE_WORD = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
const PARAMETER = /\$(?:\p{ID_Continue}|\\u[\da-fA-F]{4})+/uy;
const PARAMETER_NAME = /^(?:\d+|[\p{ID_Start}_]\p{ID_Continue}*)$/u;
const SYMBOL = /<>|<=|>=|=~|\.\.|[()[\]{},.:;|&!%^*/+\-<>=~?]/y;
const DASH_COMMENT = /--(?=\s)/y;
const INVISIBLE = /[\p{Cf}\p{Cc}]/u;
const HIDDEN = /[\p{Cf}\0-\b\u000e-\u001b\u007f-\u009f]/u;
const OTHER_LINE_END = /[\r\u2028\u2029]/u;

const readers: readonly ((text: string, at: number, options: TokenizeOptions) => Reading)[] = [
  readSpace,
  readComment,
  readString,
  readQuotedName,
  readParameter,
  readNumber,
  readWord,
  readSymbol,
];

/**
 * Splits a statement into tokens, white space and comments among them; joined, they give the text
 * again. Never throws, and takes time proportional to the length of the text.
 * @param text - the statement
 * @returns the tokens, or the first place that cannot be read safely
 */
export function tokenizeCypher(text: string, options: TokenizeOptions = {}): Tokenized {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)?.end ?? text.length) {
    if (tokens.length === TOKENS_MAX) {
      const reason = `The statement has more than ${TOKENS_MAX} words and signs. Pass long lists as parameters.`;
      return { failure: { reason, start: at, end: text.length } };
    }
    const reading = readToken(text, at, options);
    if ('reason' in reading) return { failure: reading };
    tokens.push(reading);
  }
  return { tokens };
}

function readToken(text: string, at: number, options: TokenizeOptions): Token | Refusal {
  for (const read of readers) {
    const reading = read(text, at, options);
    if (reading) return reading;
  }
  return refuseCharacter(text, at);
}

function readSpace(text: string, at: number): Reading {
  const end = matchAt(SPACE, text, at);
  return end === undefined ? undefined : toToken('space', text, { start: at, end });
}

function readComment(text: string, at: number, { dashComments = false }: TokenizeOptions): Reading {
  if (text.startsWith('/*', at)) return readBlockComment(text, at);
  const isLineComment =
    text.startsWith('//', at) || (dashComments && matchAt(DASH_COMMENT, text, at) !== undefined);
  return isLineComment ? readLineComment(text, at) : undefined;
}

function readBlockComment(text: string, at: number): Reading {
  const close = text.indexOf('*/', at + 2);
  if (close < 0) {
    return { reason: 'This comment is never closed. Close it with */.', start: at, end: text.length };
  }
  const end = close + 2;
  const nested = text.slice(at + 2, close).indexOf('/*');
  if (nested >= 0) {
    const start = at + 2 + nested;
    return {
      reason: 'A comment inside a comment is not read alike everywhere. Take the inner /* away.',
      start,
      end: start + 2,
    };
  }
  return refuseHidden(text, at, end) ?? toToken('comment', text, { start: at, end });
}

/** Neo4j ends a line comment at a lone carriage return too, Grafeo only at a line feed. */
function readLineComment(text: string, at: number): Reading {
  const feed = text.indexOf('\n', at);
  const lineEnd = feed < 0 ? text.length : feed;
  const end = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const other = text.slice(at, end).search(OTHER_LINE_END);
  if (other >= 0) {
    return {
      reason: 'This character ends the comment for some readers only. End the line with a line feed.',
      start: at + other,
      end: at + other + 1,
    };
  }
  return refuseHidden(text, at, end) ?? toToken('comment', text, { start: at, end });
}

function readString(text: string, at: number): Reading {
  const quote = text[at];
  if (quote !== "'" && quote !== '"') return undefined;
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === quote) return toToken('string', text, { start: at, end: index + 1 });
    if (text[index] === '\0') return refuseCharacter(text, index);
    if (text[index] === '\\') {
      const misread = refuseStringEscape(text, index);
      if (misread) return misread;
      index += 1;
    }
  }
  return { reason: `This string is never closed. Close it with ${quote}.`, start: at, end: text.length };
}

function refuseStringEscape(text: string, at: number): Refusal | undefined {
  if (text[at + 1] !== 'u') return undefined;
  const escape = text.slice(at, at + '\\u0000'.length);
  if (!/^\\u[\da-fA-F]{4}$/u.test(escape)) {
    return {
      reason: '\\u needs four hexadecimal digits. For a backslash write \\\\.',
      start: at,
      end: at + 2,
    };
  }
  return refuseEscape(text, at, at + escape.length);
}

function readQuotedName(text: string, at: number): Reading {
  if (text[at] !== '`') return undefined;
  const end = findNameEnd(text, at);
  if (end === undefined) {
    return { reason: 'This name is never closed. Close it with a backtick.', start: at, end: text.length };
  }
  const refusal = refuseHidden(text, at, end);
  if (refusal) return refusal;
  const value = decodeEscapes(text.slice(at + 1, end - 1).replaceAll('``', '`'));
  if (!value.includes('\\')) return { ...toToken('quoted-name', text, { start: at, end }), value };
  const start = text.indexOf('\\', at);
  return {
    reason: 'A backslash in a name is not read alike everywhere. Use a name without it.',
    start,
    end: start + 1,
  };
}

/** A backtick inside the name is written twice. */
function findNameEnd(text: string, at: number): number | undefined {
  let close = text.indexOf('`', at + 1);
  while (close >= 0 && text[close + 1] === '`') close = text.indexOf('`', close + 2);
  return close < 0 ? undefined : close + 1;
}

function readParameter(text: string, at: number): Reading {
  if (text[at] !== '$') return undefined;
  if (text[at + 1] === '(') return toToken('symbol', text, { start: at, end: at + 1 });
  const quoted = readQuotedName(text, at + 1);
  if (quoted) {
    return 'reason' in quoted
      ? quoted
      : { ...quoted, kind: 'parameter', start: at, text: text.slice(at, quoted.end) };
  }
  const end = matchAt(PARAMETER, text, at) ?? at + 1;
  const value = decodeEscapes(text.slice(at + 1, end));
  if (!PARAMETER_NAME.test(value) || text[end] === '$') {
    return {
      reason: 'A parameter is $ and its name, with nothing between or glued on, as in $name.',
      start: at,
      end,
    };
  }
  return { ...toToken('parameter', text, { start: at, end }), value };
}

function readWord(text: string, at: number): Reading {
  const end = matchAt(WORD, text, at);
  if (end === undefined) return undefined;
  const value = decodeEscapes(text.slice(at, end));
  if (!WHOLE_WORD.test(value)) {
    return text.startsWith(value, at)
      ? refuseCharacter(text, at)
      : { reason: 'An escape here may only stand for a letter or a digit of a word.', start: at, end };
  }
  if (text[end] === '$') {
    return {
      reason: 'A name with $ in it is not read alike everywhere. Put a space before the $, or rename it.',
      start: at,
      end: end + 1,
    };
  }
  return { ...toToken('word', text, { start: at, end }), value };
}

function readSymbol(text: string, at: number): Reading {
  const end = matchAt(SYMBOL, text, at);
  return end === undefined ? undefined : toToken('symbol', text, { start: at, end });
}

function refuseCharacter(text: string, at: number): Refusal {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const code = `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const reason = INVISIBLE.test(character)
    ? `There is an invisible character (${code}) here. Take it away, or put it into a string.`
    : `The character ${character} (${code}) means nothing in Cypher. Take it away, or put it into a string.`;
  return { reason, start: at, end: at + character.length };
}

/** In a comment or a name: characters one cannot see, and escapes that could end it early. */
function refuseHidden(text: string, start: number, end: number): Refusal | undefined {
  const hidden = text.slice(start, end).search(HIDDEN);
  return hidden < 0 ? refuseEscape(text, start, end) : refuseCharacter(text, start + hidden);
}

function refuseEscape(text: string, start: number, end: number): Refusal | undefined {
  const escape = findMisreadableEscape(text.slice(start, end));
  if (!escape) return undefined;
  return {
    reason: 'This escape is not read alike everywhere. Write the character itself.',
    start: start + escape.start,
    end: start + escape.end,
  };
}

function toToken(kind: Token['kind'], text: string, { start, end }: { start: number; end: number }): Token {
  const written = text.slice(start, end);
  return { kind, text: written, value: kind === 'string' ? written.slice(1, -1) : written, start, end };
}

function matchAt(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
