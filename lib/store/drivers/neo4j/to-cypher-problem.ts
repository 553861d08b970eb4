import { STATUS_CODES } from 'node:http';

import { Neo4jError } from 'neo4j-driver';

import type { CypherProblem } from '@/lib/model/cypher-event';
import { EntenteError, type TextPosition } from '@/lib/model/entente-error';

import { TimeUp } from './console-run';
import { toEntenteError } from './to-entente-error';

const READS_ONLY =
  'The console only reads, and this statement would write or administer. Nothing was changed.';
const OUT_OF_TIME = 'The statement ran out of its time and was ended. Ask for less, or add LIMIT.';
const OUT_OF_MEMORY =
  'The statement needed more memory than Neo4j gives to one transaction and was ended. Collect less at a time, or add LIMIT.';

/** What Neo4j's codes mean here, by how they begin; the first that fits counts. Without words of ours, Neo4j's own say it best. */
const meanings: readonly { readonly code: string; readonly status: number; readonly detail?: string }[] = [
  { code: 'Neo.ClientError.Transaction.TransactionTimedOut', status: 504, detail: OUT_OF_TIME },
  { code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError', status: 507, detail: OUT_OF_MEMORY },
  { code: 'Neo.TransientError.General.TransactionOutOfMemoryError', status: 507, detail: OUT_OF_MEMORY },
  { code: 'Neo.TransientError.General.OutOfMemoryError', status: 507, detail: OUT_OF_MEMORY },
  { code: 'Neo.ClientError.Statement.AccessMode', status: 403, detail: READS_ONLY },
  { code: 'Neo.ClientError.Security.', status: 403 },
  { code: 'Neo.ClientError.', status: 400 },
];

interface Statement {
  readonly text: string;
  /** What the database was given before the text. */
  readonly prefix: string;
  readonly address: string;
}

/**
 * Describes the failure of a console statement, with its position where Neo4j gives one.
 * @param cause - what the statement threw
 * @param statement - the statement as it was sent
 */
export function toCypherProblem(cause: unknown, statement: Statement): CypherProblem {
  if (cause instanceof TimeUp) return toProblem(504, OUT_OF_TIME);
  if (!(cause instanceof Neo4jError)) throw cause;
  const meaning = meanings.find(({ code }) => cause.code.startsWith(code));
  if (meaning !== undefined) {
    const position = findPosition(cause, statement);
    return {
      ...toProblem(meaning.status, meaning.detail ?? withoutPlace(cause.message)),
      ...(position && { position }),
    };
  }
  const error = toEntenteError(cause, statement.address);
  if (error instanceof EntenteError) return toProblem(503, error.message);
  return toProblem(500, `Neo4j failed at this statement (${cause.code}).`);
}

/** That a statement is of another kind than reading. */
export function toNotReading(): CypherProblem {
  return toProblem(403, READS_ONLY);
}

function toProblem(status: number, detail: string): CypherProblem {
  return { type: `urn:entente:problem:${status}`, title: STATUS_CODES[status] ?? 'Problem', status, detail };
}

/** Neo4j's message ends with a place that counts our prefix, and repeats the text. */
function withoutPlace(message: string): string {
  return message.split(/ \(line \d+, column \d+/u)[0] ?? message;
}

function findPosition(cause: Neo4jError, { text, prefix }: Statement): TextPosition | undefined {
  const offset = readOffset(cause);
  if (offset === undefined) return undefined;
  const start = Math.min(Math.max(offset - prefix.length, 0), text.length);
  const before = text.slice(0, start).split('\n');
  const word = /^(?:[\p{L}\p{N}_]+|\S)/u.exec(text.slice(start))?.[0] ?? '';
  return { start, end: start + word.length, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Newer servers say it in the record of the error or of its cause, 5.26 in the message only. */
function readOffset(cause: Neo4jError): number | undefined {
  for (const record of [cause.diagnosticRecord, readRecord(cause.cause)]) {
    const place: unknown = record && '_position' in record ? record._position : undefined;
    if (typeof place !== 'object' || place === null || !('offset' in place)) continue;
    return Number(place.offset);
  }
  const found = /\(offset: (\d+)\)/u.exec(cause.message)?.[1];
  return found === undefined ? undefined : Number(found);
}

function readRecord(cause: unknown): object | undefined {
  return cause instanceof Error && 'diagnosticRecord' in cause && cause.diagnosticRecord instanceof Object
    ? cause.diagnosticRecord
    : undefined;
}
