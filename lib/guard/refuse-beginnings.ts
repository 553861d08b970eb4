import { patternStarters, starters, writingFollowers, writingStarters } from './clause-words';
import { explainWord } from './refuse-clauses';
import { isName, isUpdateMark, keywordAt, refuse, type Statement } from './statement';
import { isSymbol, type Piece } from './to-pieces';
import type { Refusal } from './token';

const JOINS = new Set(['UNION', 'EXCEPT', 'INTERSECT', 'OTHERWISE']);
const JOIN_KINDS = new Set(['ALL', 'DISTINCT']);
/** After a word that stands first in braces: the braces are a map or a pattern's quantifier, not a subquery. */
const IN_MAP = [':', ',', '}', '='];

/** Refuses statements, parts of a UNION and subqueries that begin with anything but a known clause. */
export function refuseBeginnings(statement: Statement): Refusal | undefined {
  const { pieces, first, showEnd } = statement;
  for (const [index, piece] of pieces.entries()) {
    if (index < Math.max(first, showEnd)) continue;
    const isWrong = judgeBeginning(statement, index);
    if (isWrong) return refuse(piece, explainWord(piece));
  }
  const last = pieces.at(-1);
  return first >= pieces.length && last
    ? refuse(last, `${last.text} needs a statement after it.`)
    : undefined;
}

function judgeBeginning(statement: Statement, index: number): boolean {
  const { pieces, first, mode } = statement;
  const piece = pieces[index];
  if (!piece) return false;
  if (index === first || isAfterJoin(statement, index)) return !isOneOf(piece, toStarters(mode));
  if (isUpdateMark(pieces, index - 1)) return !isOneOf(piece, writingFollowers);
  if (!isFirstOfSubquery(pieces, index)) return false;
  return !isOneOf(piece, toStarters(mode)) && !isOneOf(piece, patternStarters);
}

function toStarters(mode: Statement['mode']): ReadonlySet<string> {
  return mode === 'write' ? new Set([...starters, ...writingStarters]) : starters;
}

/** Only plain words begin clauses: what Grafeo's GQL takes from backticks is refused. */
function isOneOf({ kind, keyword = '' }: Piece, words: ReadonlySet<string>): boolean {
  return kind === 'word' && words.has(keyword);
}

function isFirstOfSubquery(pieces: readonly Piece[], index: number): boolean {
  return (
    isSymbol(pieces[index - 1], '{') &&
    keywordAt(pieces, index) !== '' &&
    !IN_MAP.some((symbol) => isSymbol(pieces[index + 1], symbol))
  );
}

function isAfterJoin(statement: Statement, index: number): boolean {
  const { pieces } = statement;
  if (isJoin(statement, index - 1)) return !JOIN_KINDS.has(keywordAt(pieces, index));
  return JOIN_KINDS.has(keywordAt(pieces, index - 1)) && isJoin(statement, index - 2);
}

function isJoin(statement: Statement, index: number): boolean {
  return JOINS.has(keywordAt(statement.pieces, index)) && !isName(statement, index);
}
