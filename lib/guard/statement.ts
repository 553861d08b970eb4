import type { Piece } from './to-pieces';
import { isSymbol, toPieces } from './to-pieces';
import type { Refusal, Token } from './token';

/** A statement as the rules see it. */
export interface Statement {
  readonly mode: 'read' | 'write';
  readonly pieces: readonly Piece[];
  /** Index of the first piece after EXPLAIN or PROFILE. */
  readonly first: number;
  /** Index of the first piece after the head of a SHOW; 0 where there is no SHOW. */
  readonly showEnd: number;
}

/** One way in which a statement may be refused; the answer is the first place. */
export type Rule = (statement: Statement) => Refusal | undefined;

const SHOW_ENDS = new Set(['YIELD', 'WHERE', 'RETURN']);

/** A clause needs something of its own after it, and it is none of these. */
const AFTER_NAME = new Set([',', ')', ']', '}', ':', '=', '<>', '<=', '>=', '>', '=~', '|', '&', '..', ';']);

/** After these an expression, a label, a key or a pattern is due, in both engines (tried, each with clauses after it). */
const BEFORE_NAME = new Set(['.', ':', ',', '(', '[', '|', '&', '!']);

export function toStatement(tokens: readonly Token[], mode: 'read' | 'write'): Statement {
  const pieces = toPieces(tokens);
  const [start] = pieces;
  const first =
    start?.kind === 'word' && (start.keyword === 'EXPLAIN' || start.keyword === 'PROFILE') ? 1 : 0;
  return { mode, pieces, first, showEnd: findShowEnd(pieces, first) };
}

/** Whether it is certain by position that the word there begins no clause, but is a name or an expression. */
export function isName({ pieces }: Statement, index: number): boolean {
  const after = pieces[index + 1];
  if (pieces[index]?.isAlias === true || !after) return true;
  if (isSymbol(after, '.')) return keywordAt(pieces, index + 2) !== '';
  if (AFTER_NAME.has(symbolAt(pieces, index + 1))) return true;
  return BEFORE_NAME.has(symbolAt(pieces, index - 1)) && !isUpdateMark(pieces, index - 1);
}

/** The `|` of `FOREACH (x IN xs | …)`, behind which a clause stands. */
export function isUpdateMark(pieces: readonly Piece[], index: number): boolean {
  const inside = pieces[index]?.inside;
  return isSymbol(pieces[index], '|') && inside !== undefined && keywordAt(pieces, inside - 1) === 'FOREACH';
}

/** Whether the word there is a clause, by what it is and where it stands. */
export function isClause(statement: Statement, index: number, word: string): boolean {
  return statement.pieces[index]?.keyword === word && !isName(statement, index);
}

/** Nothing where there is no word. */
export function keywordAt(pieces: readonly Piece[], index: number): string {
  return pieces[index]?.keyword ?? '';
}

export function refuse(piece: Token, reason: string): Refusal {
  return { reason, start: piece.start, end: piece.end };
}

function symbolAt(pieces: readonly Piece[], index: number): string {
  const piece = pieces[index];
  return piece?.kind === 'symbol' ? piece.text : '';
}

function findShowEnd(pieces: readonly Piece[], first: number): number {
  if (pieces[first]?.kind !== 'word' || pieces[first].keyword !== 'SHOW') return 0;
  const end = pieces.findIndex(
    ({ kind, keyword = '' }, index) => index > first && (kind !== 'word' || SHOW_ENDS.has(keyword)),
  );
  return end < 0 ? pieces.length : end;
}
