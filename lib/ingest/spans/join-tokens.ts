import type { Span } from '@/lib/model/span';
import { toCodePointOffset } from '@/lib/model/text-offsets';

/** A sentence as people write it, and where each of its tokens stands in it, in code points. */
export interface JoinedTokens {
  readonly text: string;
  readonly tokens: readonly Span[];
}

/** No space before these. */
const CLOSING = /^(?:[,.;:!?%)\]}”’…]+|\.{2,}|['’](?:s|m|d|re|ve|ll)|n['’]t)$/iu;
/** No space behind these. */
const OPENING = /^(?:[([{“‘$£€¥#]|\(;)$/u;
const BLANK = /^\s*$/u;
const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
const QUOTES = new Set(['"', "'"]);

/**
 * Joins the tokens of a sentence with the spaces that people write: none before a comma, none
 * inside brackets, quotation marks alternately opening and closing, hyphens within words.
 * @param given - the tokens
 * @param isGlued - the indexes of tokens known to follow the previous one without a space
 * @returns the sentence in form NFC
 */
export function joinTokens(given: readonly string[], isGlued: ReadonlySet<number> = new Set()): JoinedTokens {
  const tokens = given.map(toPlain);
  const spaces = findSpaces(tokens);
  const spans: Span[] = [];
  let text = '';
  let length = 0;
  for (const [index, token] of tokens.entries()) {
    const gap = spaces.has(index) && !isGlued.has(index) ? ' ' : '';
    const start = length + gap.length;
    length = start + toCodePointOffset(token, token.length);
    spans.push({ start, end: length });
    text += gap + token;
  }
  return { text, tokens: spans };
}

/** A token without line breaks, and without blanks around it unless it is a blank itself. */
function toPlain(token: string): string {
  const plain = token.normalize('NFC').replace(/[^\S\u00a0]/gu, ' ');
  return BLANK.test(plain) ? plain : plain.trim();
}

/** Finds the tokens with a space before them. */
function findSpaces(tokens: readonly string[]): ReadonlySet<number> {
  const spaces = new Set<number>();
  const open = new Set<string>();
  let sticks = true;
  for (const [index, token] of tokens.entries()) {
    const quote = QUOTES.has(token) ? turnQuote(token, tokens[index - 1] ?? '', open) : undefined;
    const isHyphened = joinsWords(tokens, index) || joinsWords(tokens, index - 1);
    if (!sticks && !isHyphened && !sticksLeft(token, quote)) spaces.add(index);
    sticks = quote === 'opens' || OPENING.test(token) || BLANK.test(token);
  }
  return spaces;
}

function sticksLeft(token: string, quote: 'opens' | 'closes' | undefined): boolean {
  return quote === 'closes' || CLOSING.test(token) || BLANK.test(token);
}

/** A quotation mark closes what one before has opened; one behind a plural's s is an apostrophe. */
function turnQuote(token: string, before: string, open: Set<string>): 'opens' | 'closes' {
  const isApostrophe = token === "'" && !open.has(token) && /s$/iu.test(before);
  if (isApostrophe || open.delete(token)) return 'closes';
  open.add(token);
  return 'opens';
}

/** Whether the token is a hyphen between two words, as in "Greek-French". */
function joinsWords(tokens: readonly string[], index: number): boolean {
  return (
    tokens[index] === '-' &&
    WORD_END.test(tokens[index - 1] ?? '') &&
    WORD_START.test(tokens[index + 1] ?? '')
  );
}
