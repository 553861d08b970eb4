import 'server-only';

import { randomUUID } from 'node:crypto';

import { cypherEndpoint } from '@/lib/api/cypher-endpoint';
import type { Parsed } from '@/lib/api/endpoint';
import type { CypherEvent } from '@/lib/model/cypher-event';

import { authorise } from '../session/authorise';
import { checkOrigin } from '../http/check-origin';
import { openRun } from './console-runs';
import { judgeStatement } from './judge-statement';
import { parseRequest } from '../http/parse-request';
import { getPeer } from '../http/get-peer';
import { toProblem, writeProblem } from '../http/problem-response';
import { getProcessState } from '../process-state';
import { countTry } from '../rate-limit';
import { respond } from '../http/respond';
import { runStatement, writeAudit } from './run-statement';
import { streamLines } from '../http/stream-lines';

const BYTES_MAX = 10 * 1024 * 1024;

type Statement = Parsed<(typeof cypherEndpoint)['request']> & {
  readonly queryId: string;
  readonly peer: string;
};

/**
 * The console. The walls stand in the order of the threat table: who asks, from where, how often, how much text, what it would do; then
 * the engine's own. A statement that fails before its first row is answered with the problem's status, a later failure with a line.
 */
export const serveCypher = respond(async (request, { params }) => {
  await authorise(request);
  checkOrigin(request);
  const peer = getPeer(request);
  await countTry(getProcessState().statements, peer);
  const parsed = await parseRequest(cypherEndpoint, request, await params);
  const statement = { ...parsed, peer, queryId: parsed.queryId ?? randomUUID() };
  const run = admit(statement);
  const limits = { timeoutMs: statement.timeoutMs, maxRows: statement.limit, maxBytes: BYTES_MAX };
  const signal = AbortSignal.any([run.signal, request.signal]);
  const events = runStatement(statement, { limits, signal });
  const first = await events.next();
  if (first.done) return writeProblem(toProblem(undefined));
  if ('problem' in first.value) {
    await events.return(undefined);
    return writeProblem(first.value.problem);
  }
  return streamLines(resume(first.value, events), {
    acceptsGzip: /\bgzip\b/u.test(request.headers.get('accept-encoding') ?? ''),
    headers: { 'entente-query-id': statement.queryId },
    onCancel: () => {
      run.abort();
    },
  });
});

/** Past the guard a statement gets its run; before it, its refusal is audited like a run. */
function admit(statement: Statement): AbortController {
  try {
    judgeStatement(statement);
    return openRun(statement.queryId);
  } catch (error) {
    writeAudit(statement, { outcome: 'refused', status: toProblem(error).status });
    throw error;
  }
}

async function* resume(first: CypherEvent, rest: AsyncGenerator<CypherEvent>): AsyncGenerator<CypherEvent> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
