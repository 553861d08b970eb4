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

export function toPieces(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: number[] = [];
  for (const token of tokens) {
    if (token.kind === 'space' || token.kind === 'comment') continue;
    const closes = isOneOf(CLOSING, token) ? open.pop() : undefined;
    pieces.push(toPiece(token, pieces, { inside: open.at(-1), closes }));
    if (isOneOf(OPENING, token)) open.push(pieces.length - 1);
  }
  return pieces;
}

export function isSymbol(piece: Token | undefined, text: string): boolean {
  return piece?.kind === 'symbol' && piece.text === text;
}

/** Written out field by field: spreading took most of the time of a long statement. */
function toPiece(
  { kind, text, value, start, end }: Token,
  before: readonly Piece[],
  { inside, closes }: Pick<Piece, 'inside' | 'closes'>,
): Piece {
  const isNaming = kind === 'word' || kind === 'quoted-name';
  const keyword = isNaming ? value.normalize('NFKC').toUpperCase() : undefined;
  const isAlias = isNaming && isAliasMark(before);
  const endsOperand =
    keyword === undefined
      ? closesOperand(kind, text, before)
      : isAlias || isSymbol(before.at(-1), '.') || literals.has(keyword) || !prefixes.has(keyword);
  return { kind, text, value, start, end, keyword, isAlias, endsOperand, inside, closes };
}

/** `AS` may itself be a variable, as in `WITH as SET as.x = 1`: it is a keyword only behind a finished expression. */
function isAliasMark(before: readonly Piece[]): boolean {
  const mark = before.at(-1);
  return (
    mark?.keyword === 'AS' && mark.kind === 'word' && !mark.isAlias && before.at(-2)?.endsOperand === true
  );
}

/** `*` ends what RETURN and WITH return, and otherwise multiplies. */
function closesOperand(kind: Token['kind'], text: string, before: readonly Piece[]): boolean {
  if (kind !== 'symbol') return true;
  const last = before.at(-1);
  return text === '*' ? last?.keyword !== undefined && !last.endsOperand : CLOSING.has(text);
}

function isOneOf(symbols: ReadonlySet<string>, token: Token): boolean {
  return token.kind === 'symbol' && symbols.has(token.text);
}
