/** The guard: what a statement would do, judged from its text alone. It knows no database and refuses what it does not know. */

import { locate } from './locate';
import { refuseBeginnings } from './refuse-beginnings';
import { refuseCalls } from './refuse-calls';
import { refuseClauses } from './refuse-clauses';
import { refuseSecondStatement } from './refuse-seams';
import { refuseShow } from './refuse-show';
import { isName, toStatement, type Rule, type Statement } from './statement';
import { refusedClauses } from './refused-clauses';
import { isSymbol } from './to-pieces';
import type { Refusal, Token } from './token';
import { tokenizeCypher } from './tokenize-cypher';

export type Verdict =
  | {
      readonly allowed: true;
      /** `schema`: a SHOW of indexes, constraints, procedures or functions, which reads too. */
      readonly kind: 'read' | 'write' | 'schema';
      /** Names of the parameters, each once, in order. */
      readonly parameters: readonly string[];
    }
  | {
      readonly allowed: false;
      /** What was refused, and what to do instead. */
      readonly reason: string;
      /** Offsets in UTF-16 units of the text, end excluded. */
      readonly start: number;
      readonly end: number;
      /** Counted from 1. */
      readonly line: number;
      readonly column: number;
    };

const TEXT_MAX_UNITS = 100_000;
const DASH_COMMENT = /--\s/u;

const rules: readonly Rule[] = [
  refuseBeginnings,
  refuseShow,
  refuseClauses,
  refuseCalls,
  refuseSecondStatement,
];

const writing = new Set(refusedClauses.filter(({ changesData }) => changesData).map(({ word }) => word));

/**
 * Decides whether one statement of Cypher or GQL may run. Schema, administration, files, other
 * databases and several statements at once are always refused. Never throws. It takes whether the
 * statement may change data.
 * @param text - the statement
 * @returns that it may run, with its kind and parameters, or the first place for which it may not
 */
export function judgeCypher(text: string, { mode }: { readonly mode: 'read' | 'write' }): Verdict {
  if (text.length > TEXT_MAX_UNITS) {
    const reason = `The statement is longer than ${TEXT_MAX_UNITS} characters. Pass long lists as parameters.`;
    return toVerdict(text, { reason, start: TEXT_MAX_UNITS, end: text.length });
  }
  const read = tokenizeCypher(text);
  if ('failure' in read) return toVerdict(text, read.failure);
  const statement = toStatement(read.tokens, mode);
  const refusal = findRefusal(statement, read.tokens) ?? judgeAsGql(text, mode);
  if (refusal) return toVerdict(text, refusal);
  const parameters = statement.pieces.filter(({ kind }) => kind === 'parameter').map(({ value }) => value);
  return { allowed: true, kind: toKind(statement), parameters: [...new Set(parameters)] };
}

function findRefusal(statement: Statement, tokens: readonly Token[]): Refusal | undefined {
  const [first] = statement.pieces;
  if (!first || isSymbol(first, ';')) {
    const reason = 'There is no statement here. Write one, for example MATCH (n) RETURN n LIMIT 25.';
    return { reason, start: 0, end: tokens.at(-1)?.end ?? 0 };
  }
  return [...rules.map((rule) => rule(statement)), refuseHiddenPath(tokens)]
    .filter((refusal) => refusal !== undefined)
    .sort((a, b) => a.start - b.start)[0];
}

/** Grafeo's GQL takes `--` and white space for a comment: a text with that must be harmless when read so as well. */
function judgeAsGql(text: string, mode: Statement['mode']): Refusal | undefined {
  if (!DASH_COMMENT.test(text)) return undefined;
  const read = tokenizeCypher(text, { dashComments: true });
  const refusal = 'failure' in read ? read.failure : findRefusal(toStatement(read.tokens, mode), read.tokens);
  return (
    refusal && {
      ...refusal,
      reason: `GQL takes -- and a space for a comment, and then: ${refusal.reason} Write -- without a space after it.`,
    }
  );
}

/** In Grafeo's GQL `-//->` is a relationship, so that what follows `//` there is no comment. */
function refuseHiddenPath(tokens: readonly Token[]): Refusal | undefined {
  let before: Token | undefined;
  for (const token of tokens) {
    const isAfterDash = isSymbol(before, '-') || isSymbol(before, '~');
    if (isAfterDash && token.kind === 'comment' && token.text.startsWith('//')) {
      const reason = 'After a dash // is no comment in GQL. Use /* … */ here.';
      return { reason, start: token.start, end: token.start + 2 };
    }
    if (token.kind !== 'space' && token.kind !== 'comment') before = token;
  }
  return undefined;
}

function toKind(statement: Statement): 'read' | 'write' | 'schema' {
  if (statement.showEnd > 0) return 'schema';
  const isWriting = statement.pieces.some(
    ({ keyword = '' }, index) => writing.has(keyword) && !isName(statement, index),
  );
  return isWriting ? 'write' : 'read';
}

function toVerdict(text: string, { reason, start, end }: Refusal): Verdict {
  return { allowed: false, reason, start, end, ...locate(text, start) };
}
