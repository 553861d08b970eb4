import type { GrafeoDB, QueryResult, Transaction } from '@grafeo-db/js';

import type { CypherEvent } from '@/lib/model/cypher-event';

import type { CypherLimits } from '../../../types';
import type { HostRequest } from '../protocol';
import { problems } from '../to-problem';
import { createValueConverter } from './console-values';
import { endHost } from './end-host';
import type { Watchdog } from './start-watchdog';
import { toStatementFailure } from './wire-failure';

type ConsoleStatement = Extract<HostRequest, { kind: 'cypher' }>;

export interface ConsoleRuns {
  /**
   * Runs a statement and emits its events; resolves after the last.
   * @throws `invalid` for a statement that the engine refuses
   */
  run(statement: ConsoleStatement, emit: (event: CypherEvent) => Promise<void>): Promise<void>;
  /** Ends a run: in a moment by itself, or the process with it. */
  cancel(run: string): void;
  /** Ends the process by force when it has not ended in so many milliseconds. */
  endWithin(milliseconds: number): void;
}

interface Watched {
  readonly watchdog: Watchdog;
  readonly endingFile: string;
}

/** A cancelled statement may end by itself within this time. */
const CANCEL_GRACE_MS = 250;

/** The watchdog acts when the main thread has not, so much after the time limit. */
const OVERDUE_MS = 500;

/**
 * Creates the register of console statements that run in the host. It needs the watchdog of the
 * process and the file in which the process leaves the reason why it ended.
 * @param database - the open database
 */
export function createConsoleRuns(database: GrafeoDB, { watchdog, endingFile }: Watched): ConsoleRuns {
  const running = new Map<string, number>();
  const tell = () => {
    const overdueAt = Math.min(...running.values(), Infinity) + OVERDUE_MS;
    watchdog.tell({ runs: [...running.keys()], overdueAt });
  };
  const endFor = (run: string) => {
    if (running.has(run)) endHost(endingFile, 'time', [run]);
  };
  return {
    run: async (statement, emit) => {
      const { run, limits } = statement;
      await watchdog.ready;
      running.set(run, Date.now() + limits.timeoutMs);
      tell();
      const alarm = setTimeout(() => {
        void emit({ problem: problems.time }).finally(() => {
          endFor(run);
        });
      }, limits.timeoutMs);
      try {
        await inTransaction(database, async (transaction) => {
          const started = performance.now();
          const result = await execute(transaction, statement);
          clearTimeout(alarm);
          await emitResult({ result, limits, started, convert: createValueConverter(database) }, emit);
        });
      } finally {
        clearTimeout(alarm);
        running.delete(run);
        tell();
      }
    },
    cancel: (run) => {
      setTimeout(() => {
        endFor(run);
      }, CANCEL_GRACE_MS);
    },
    endWithin: (milliseconds) => {
      watchdog.tell({ runs: [...running.keys(), 'end'], overdueAt: Date.now() + milliseconds });
    },
  };
}

/** Does work in a transaction that is always rolled back. */
async function inTransaction(
  database: GrafeoDB,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const transaction = database.beginTransaction();
  try {
    await work(transaction);
  } finally {
    if (transaction.isActive) transaction.rollback();
  }
}

async function execute(
  transaction: Transaction,
  { text, parameters }: ConsoleStatement,
): Promise<QueryResult> {
  try {
    return await transaction.executeCypher(text, parameters);
  } catch (error) {
    throw toStatementFailure(error, text);
  }
}

interface Outcome {
  readonly result: QueryResult;
  readonly limits: CypherLimits;
  readonly started: number;
  readonly convert: (value: unknown) => unknown;
}

async function emitResult(
  { result, limits, started, convert }: Outcome,
  emit: (event: CypherEvent) => Promise<void>,
) {
  const { columns, length } = result;
  await emit({ columns });
  let bytes = 0;
  let rows = 0;
  for (; rows < Math.min(length, limits.maxRows); rows += 1) {
    const found = result.get(rows);
    const row = columns.map((column) => convert(found[column]));
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (bytes + size > limits.maxBytes) break;
    if (performance.now() - started > limits.timeoutMs) {
      await emit({ problem: problems.time });
      return;
    }
    bytes += size;
    await emit({ row });
  }
  const counters = countersOf(result);
  await emit({
    summary: {
      rows,
      truncated: rows < length,
      ms: Math.round((performance.now() - started) * 10) / 10,
      bytes,
      queryType: Object.keys(counters).length === 0 ? 'r' : columns.length > 0 ? 'rw' : 'w',
      counters,
      rolledBack: true,
    },
  });
}

function countersOf({ counters }: QueryResult): Record<string, number> {
  return Object.fromEntries(Object.entries({ ...counters }).filter(([, count]) => count > 0));
}
