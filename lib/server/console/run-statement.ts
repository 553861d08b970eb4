import 'server-only';

import { createHash } from 'node:crypto';

import type { CypherEvent, CypherProblem } from '@/lib/model/cypher-event';
import { EntenteError } from '@/lib/model/entente-error';
import type { CypherLimits } from '@/lib/store/types';

import { closeRun } from './console-runs';
import { logger } from '../logger';
import { openServerStore } from '../open-server-store';
import { toProblem } from '../http/problem-response';

export interface Statement {
  readonly queryId: string;
  readonly query: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly peer: string;
}

interface Run {
  readonly limits: CypherLimits;
  readonly signal: AbortSignal;
}

const cancelled: CypherProblem = {
  type: 'urn:entente:problem:cancelled',
  title: 'Cancelled',
  status: 499,
  detail: 'The statement was cancelled.',
};

/**
 * Runs a statement that the guard has let through. Its columns carry the query id, and it always ends with a summary or a problem, never
 * by throwing. When it has ended, or nobody listens any more, the run is closed and one line of audit written.
 */
export async function* runStatement(statement: Statement, run: Run): AsyncGenerator<CypherEvent> {
  const started = performance.now();
  let last: CypherEvent | undefined;
  try {
    for await (const event of askEngine(statement, run)) {
      last = 'row' in event ? last : event;
      yield event;
    }
  } finally {
    closeRun(statement.queryId);
    writeAudit(statement, { ms: Math.round(performance.now() - started), ...toOutcome(last) });
  }
}

/** The audit of a run: who, when, how it went. The text itself may hold anything, so its hash stands for it. */
export function writeAudit(
  { queryId, query, peer }: Statement,
  outcome: Readonly<Record<string, unknown>>,
): void {
  logger.info({
    event: 'console-run',
    queryId,
    peer,
    sha256: createHash('sha256').update(query).digest('hex'),
    length: query.length,
    ...outcome,
  });
}

async function* askEngine(statement: Statement, run: Run): AsyncGenerator<CypherEvent> {
  let ended = false;
  try {
    const store = await openServerStore();
    const { query: text, parameters, queryId } = statement;
    for await (const event of store.cypher({ text, parameters, mode: 'read', ...run })) {
      ended = 'summary' in event || 'problem' in event;
      yield 'columns' in event ? { ...event, queryId } : event;
    }
    if (ended) return;
    yield { problem: run.signal.aborted ? cancelled : toProblem(undefined) };
  } catch (error) {
    if (!run.signal.aborted) logFailure(statement, error);
    yield { problem: run.signal.aborted ? cancelled : toProblem(error) };
  }
}

/** Without the message: an engine's message may quote the statement. */
function logFailure({ queryId }: Statement, error: unknown): void {
  if (error instanceof EntenteError && error.failure !== 'unavailable') return;
  const known =
    error instanceof Error ? { name: error.name, stack: toFrames(error) } : { name: typeof error };
  logger.error({ event: 'console-failure', queryId, error: known });
}

function toFrames({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}

function toOutcome(last: CypherEvent | undefined): Readonly<Record<string, unknown>> {
  if (last && 'summary' in last) return { outcome: 'done', ...last.summary };
  if (last && 'problem' in last) return { outcome: 'failed', status: last.problem.status };
  return { outcome: 'left' };
}
