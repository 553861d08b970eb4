import { followers, writingFollowers } from './clause-words';
import { refusedClauses, type RefusedClause } from './refused-clauses';
import { isName, keywordAt, refuse, type Statement } from './statement';
import { isSymbol, type Piece } from './to-pieces';
import type { Refusal } from './token';

const byWord = new Map(refusedClauses.map((clause) => [clause.word, clause]));
const MAKING = new Set(['CREATE', 'MERGE', 'INSERT']);

/** Refuses clauses of `refusedClauses`, and words that stand where a clause may begin and are none that is known to be harmless. */
export function refuseClauses(statement: Statement): Refusal | undefined {
  const from = Math.max(statement.first, statement.showEnd);
  for (const [index, piece] of statement.pieces.entries()) {
    if (index < from || piece.keyword === undefined) continue;
    const reason =
      judgeClause(statement, index) ?? judgeFollower(statement, index) ?? judgeMaking(statement, index);
    if (reason !== undefined) return refuse(piece, reason);
  }
  return undefined;
}

/** What to say of a word that begins a clause or statement and may not. */
export function explainWord({ keyword = '', text }: Piece): string {
  const clause = byWord.get(keyword);
  return clause
    ? `${clause.word} ${clause.does}. ${clause.instead}`
    : `${text} is no clause that may stand here. Clauses are MATCH, WITH, UNWIND, CALL, RETURN and their like; if ${text} is a name, rename it.`;
}

function judgeClause(statement: Statement, index: number): string | undefined {
  const { pieces, mode } = statement;
  const piece = pieces[index];
  const clause = byWord.get(keywordAt(pieces, index));
  if (!piece || !clause || isAllowed(clause, mode) || isName(statement, index)) return undefined;
  if (clause.notBefore?.includes(keywordAt(pieces, index + 1))) return undefined;
  return `${explainWord(piece)} If ${piece.text} is a name here, rename it.`;
}

function judgeFollower({ pieces, mode, showEnd }: Statement, index: number): string | undefined {
  const piece = pieces[index];
  if (!piece || index === showEnd || pieces[index - 1]?.endsOperand !== true) return undefined;
  const word = piece.kind === 'word' ? keywordAt(pieces, index) : '';
  const isKnown = followers.has(word) || (mode === 'write' && writingFollowers.has(word));
  return isKnown ? undefined : explainWord(piece);
}

/** `CREATE (…)` makes data, `CREATE INDEX …` does not. */
function judgeMaking(statement: Statement, index: number): string | undefined {
  const { pieces } = statement;
  const piece = pieces[index];
  if (!piece || !MAKING.has(keywordAt(pieces, index)) || isName(statement, index)) return undefined;
  if (isSymbol(pieces[index + 1], '(') || isSymbol(pieces[index + 2], '=')) return undefined;
  if (keywordAt(pieces, index - 1) === 'ON' && keywordAt(pieces, index + 1) === 'SET') return undefined;
  return `${piece.text} may only make entities and relations, as in ${piece.text} (n:Label). Entente keeps indexes, constraints, users and databases itself.`;
}

/** What only ever begins a statement is the business of `refuseBeginnings`. */
function isAllowed({ onlyFirst, changesData }: RefusedClause, mode: Statement['mode']): boolean {
  return onlyFirst === true || (mode === 'write' && changesData === true);
}
