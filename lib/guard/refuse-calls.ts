import { readableFunctions } from './readable-functions';
import { readableProcedures } from './readable-procedures';
import { isClause, keywordAt, refuse, type Statement } from './statement';
import { isSymbol, type Piece } from './to-pieces';
import type { Refusal } from './token';

const procedures = new Set(readableProcedures.map(({ name }) => name.toLowerCase()));
const functions = new Set(readableFunctions.map(({ name }) => name.toLowerCase()));

/** Refuses procedures and functions that are on neither list, and subqueries that commit on their own. */
export function refuseCalls(statement: Statement): Refusal | undefined {
  for (const [index, piece] of statement.pieces.entries()) {
    const reason = judgePiece(statement, index);
    if (reason !== undefined) return refuse(piece, reason);
  }
  return undefined;
}

function judgePiece(statement: Statement, index: number): string | undefined {
  if (keywordAt(statement.pieces, index) === '') return undefined;
  return judgeCall(statement, index) ?? judgeFunction(statement, index) ?? judgeBatches(statement, index);
}

function judgeCall(statement: Statement, index: number): string | undefined {
  const { pieces } = statement;
  if (!isClause(statement, index, 'CALL') || isSymbol(pieces[index + 1], '{')) return undefined;
  if (isSymbol(pieces[index + 1], '(') && isScopedSubquery(pieces, index + 1)) return undefined;
  const name = toName(pieces, index + 1, findNameEnd(pieces, index + 1));
  if (name !== undefined && procedures.has(name.toLowerCase())) return undefined;
  return name === undefined
    ? 'CALL needs the name of a procedure, or a subquery in braces.'
    : `The procedure ${name} is not known to be harmless. Leave it out; db.labels and db.schema.visualization are among those that may be called.`;
}

/** `CALL (a, b) { … }`: in the parentheses stand variables only, or `*`. */
function isScopedSubquery(pieces: readonly Piece[], open: number): boolean {
  let close = open + 1;
  while (pieces[close] && pieces[close]?.closes !== open && pieces[close]?.inside === open) close += 1;
  return pieces[close]?.closes === open && isSymbol(pieces[close + 1], '{');
}

/** `a.b(…)` is a function, whatever stands before it. */
function judgeFunction(statement: Statement, index: number): string | undefined {
  const { pieces } = statement;
  if (!isSymbol(pieces[index + 1], '(') || !isSymbol(pieces[index - 1], '.')) return undefined;
  const start = findNameStart(pieces, index);
  if (isClause(statement, start - 1, 'CALL')) return undefined;
  const name = toName(pieces, start, index + 1);
  const known = name?.toLowerCase() ?? '';
  if (functions.has(known) || functions.has(`${known.slice(0, known.indexOf('.'))}.*`)) return undefined;
  return `The function ${name ?? 'here'} is not known to be harmless. Leave it out; functions of date, duration, point and the like may be called.`;
}

function judgeBatches({ pieces }: Statement, index: number): string | undefined {
  const opened = pieces[index - 1]?.closes;
  if (keywordAt(pieces, index) !== 'IN' || opened === undefined) return undefined;
  const scope = pieces[opened - 1]?.closes ?? opened;
  const isCall = keywordAt(pieces, opened - 1) === 'CALL' || keywordAt(pieces, scope - 1) === 'CALL';
  return isCall ? 'CALL { … } IN TRANSACTIONS commits while it runs. Leave IN TRANSACTIONS out.' : undefined;
}

function findNameStart(pieces: readonly Piece[], end: number): number {
  let start = end;
  while (isSymbol(pieces[start - 1], '.') && pieces[start - 2]?.keyword !== undefined) start -= 2;
  return start;
}

function findNameEnd(pieces: readonly Piece[], start: number): number {
  let end = start + 1;
  while (isSymbol(pieces[end], '.') && pieces[end + 1]?.keyword !== undefined) end += 2;
  return end;
}

/** The parts joined by dots; nothing if there is none, or if one has a dot in it and so is not what it seems. */
function toName(pieces: readonly Piece[], start: number, end: number): string | undefined {
  const parts = pieces.slice(start, end).filter((_, index) => index % 2 === 0);
  const isPlain = parts.every(({ keyword, value }) => keyword !== undefined && !value.includes('.'));
  return isPlain && parts.length > 0 && !isSymbol(pieces[start - 1], '.')
    ? parts.map(({ value }) => value).join('.')
    : undefined;
}
