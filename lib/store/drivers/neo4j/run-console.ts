import type { CypherEvent } from '@/lib/model/cypher-event';

import type { CypherRequest } from '../../types';
import type { Connection } from './connect';
import { openConsoleRun, type ConsoleRun } from './console-run';
import { readConsoleRows } from './read-console-rows';
import { toCypherProblem, toNotReading } from './to-cypher-problem';
import { toExplained } from './to-explained';
import { toParameters } from './to-parameters';

/** On a line of its own, so that it joins no comment of the text. */
const EXPLAIN = 'EXPLAIN\n';

/**
 * Runs a statement of the console in a read transaction that is rolled back in every case, and gives columns, rows and a summary, or a
 * problem. Neo4j says first what kind of statement it is; only reading goes on. A cancelled run ends without a last event.
 */
export async function* runConsole(
  connection: Connection,
  request: CypherRequest,
): AsyncGenerator<CypherEvent> {
  const state = { prefix: EXPLAIN, address: connection.address, text: request.text };
  let run: ConsoleRun | undefined;
  try {
    run = await openConsoleRun(connection, request);
    const parameters = toParameters(request.parameters);
    const plan = await run.wait(run.transaction.run(`${EXPLAIN}${toExplained(request.text)}`, parameters));
    if (plan.summary.queryType !== 'r') {
      yield { problem: toNotReading() };
      return;
    }
    state.prefix = '';
    yield* readEvents(run, request);
  } catch (cause) {
    if (!request.signal.aborted) yield { problem: toCypherProblem(cause, state) };
  } finally {
    await run?.end();
  }
}

async function* readEvents(
  run: ConsoleRun,
  { text, parameters, limits }: CypherRequest,
): AsyncGenerator<CypherEvent> {
  const started = performance.now();
  const result = run.transaction.run(text, toParameters(parameters));
  const columns = await run.wait(result.keys());
  yield { columns };

  const records = result[Symbol.asyncIterator]();
  let rows = 0;
  let bytes = 0;
  let truncated = false;
  for await (const row of readConsoleRows(run, records, columns)) {
    const size = Buffer.byteLength(JSON.stringify(row));
    truncated = rows >= limits.maxRows || bytes + size > limits.maxBytes;
    if (truncated) break;
    rows += 1;
    bytes += size;
    yield { row: [...row] };
  }
  // The driver sends no rollback before every result is at its end.
  if (truncated) await run.wait(Promise.resolve(records.return?.()));
  await run.rollBack();
  const ms = Math.round(performance.now() - started);
  // Reading changes nothing that could be counted.
  yield { summary: { rows, truncated, ms, bytes, queryType: 'r', counters: {}, rolledBack: true } };
}
