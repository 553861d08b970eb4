import type { Span } from '@/lib/model/span';

/** A stretch that mark-up names, in UTF-16 units of the text without mark-up. */
export interface MarkedStretch extends Span {
  /** SRC, TAR, EVT, LOC; several in "(SRC/TAR: Jordan)". */
  readonly roles: readonly string[];
  readonly words: string;
}

interface OpenBracket {
  /** Undefined for a bracket of the text itself. */
  readonly roles: readonly string[] | undefined;
  readonly start: number;
}

const TAG = /\(([A-Z]{3}(?:\/[A-Z]{3})*):\s*/uy;

/**
 * Lists the stretches that a sentence marks up, as in "(SRC: Jordan) and (TAR: Britain)"; an
 * unclosed bracket marks nothing.
 */
export function parseMarkup(markup: string): readonly MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  const open: OpenBracket[] = [];
  let text = '';
  for (let at = 0; at < markup.length;) {
    TAG.lastIndex = at;
    const [tag, roles] = TAG.exec(markup) ?? [];
    const sign = tag ?? markup.charAt(at);
    const closed = sign === ')' ? open.pop() : undefined;
    if (sign.startsWith('(')) open.push({ roles: roles?.split('/'), start: text.length });
    if (closed?.roles) stretches.push({ roles: closed.roles, ...trim(text, closed.start) });
    else if (tag === undefined) text += sign;
    at += sign.length;
  }
  return stretches;
}

function trim(text: string, from: number): Span & { readonly words: string } {
  const raw = text.slice(from);
  const words = raw.trim();
  const start = from + raw.length - raw.trimStart().length;
  return { start, end: start + words.length, words };
}
