/** Tokens → pieces: tokens without white space and comments, each with what its neighbours on the left say about it. */

import { literals, prefixes } from './clause-words';
import type { Token } from './token';

export interface Piece extends Token {
  /** Of words and names in backticks: upper case, look-alike letters folded. Grafeo's GQL takes `LOAD` in backticks for LOAD. */
  readonly keyword: string | undefined;
  /** An expression or pattern certainly ends here, so that what follows is an operator or a clause. */
  readonly endsOperand: boolean;
  /** It is the name after an AS that is certainly no name itself. */
  readonly isAlias: boolean;
  /** Index of the innermost bracket that is open here. */
  readonly inside: number | undefined;
  /** Of a closing bracket: the index of the one it closes. */
  readonly closes: number | undefined;
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
const LITERAL_KINDS = new Set<Token['kind']>(['string', 'number', 'parameter']);

export function toPieces(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: number[] = [];
  for (const token of tokens) {
    if (token.kind === 'space' || token.kind === 'comment') continue;
    const closes = isOneOf(CLOSING, token) ? open.pop() : undefined;
    const keyword = toKeyword(token);
    const isAlias = keyword !== undefined && isAliasMark(pieces);
    pieces.push({
      ...token,
      keyword,
      isAlias,
      endsOperand: endsOperand({ ...token, keyword, isAlias }, pieces.at(-1)),
      inside: open.at(-1),
      closes,
    });
    if (isOneOf(OPENING, token)) open.push(pieces.length - 1);
  }
  return pieces;
}

export function isSymbol(piece: Token | undefined, text: string): boolean {
  return piece?.kind === 'symbol' && piece.text === text;
}

function isOneOf(symbols: ReadonlySet<string>, token: Token): boolean {
  return token.kind === 'symbol' && symbols.has(token.text);
}

function toKeyword({ kind, value }: Token): string | undefined {
  return kind === 'word' || kind === 'quoted-name' ? value.normalize('NFKC').toUpperCase() : undefined;
}

/** `AS` may itself be a variable, as in `WITH as SET as.x = 1`: it is a keyword only behind a finished expression. */
function isAliasMark(pieces: readonly Piece[]): boolean {
  const [before, mark] = pieces.slice(-2);
  return mark?.kind === 'word' && mark.keyword === 'AS' && !mark.isAlias && before?.endsOperand === true;
}

function endsOperand(
  { keyword, isAlias, ...token }: Pick<Piece, 'keyword' | 'isAlias' | 'kind' | 'text'>,
  before: Piece | undefined,
): boolean {
  if (keyword !== undefined) {
    return isAlias || isSymbol(before, '.') || literals.has(keyword) || !prefixes.has(keyword);
  }
  if (LITERAL_KINDS.has(token.kind)) return true;
  if (token.text === '*') return before?.keyword !== undefined && !before.endsOperand;
  return token.kind === 'symbol' && CLOSING.has(token.text);
}
