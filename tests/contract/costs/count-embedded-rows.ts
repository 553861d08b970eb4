import type { Engine, Parameters, Row, Transaction } from '@/lib/store/engine';

import type { CountedEngine } from './counted-engine';

/** A profiled statement is carried out and gives its profile instead of its rows. */
const PROFILE = 'PROFILE ';
const ROWS_OF_STEP = /\brows=(\d+)/gu;
const WRITES = /\b(?:CREATE|MERGE|SET|DELETE|REMOVE)\b/u;
const ANSWERS = /\bRETURN\b/u;

/**
 * Wraps an embedded engine so that the rows that each step of its plans returns are counted. A
 * statement that answers runs twice; one that both writes and answers cannot, and is not counted.
 */
export function countEmbeddedRows(engine: Engine): CountedEngine {
  let count = 0;
  const runCounted = async (run: Transaction['run'], text: string, parameters: Parameters = {}) => {
    const answers = ANSWERS.test(text);
    if (answers && WRITES.test(text)) return run(text, parameters);
    count += sumRows(await run(`${PROFILE}${text}`, parameters));
    return answers ? run(text, parameters) : [];
  };
  return {
    engine: {
      ...engine,
      read: (text, parameters) => runCounted((...asked) => engine.read(...asked), text, parameters),
      write: (work) =>
        engine.write((transaction) =>
          work({
            ...transaction,
            run: (text, parameters) => runCounted((...asked) => transaction.run(...asked), text, parameters),
          }),
        ),
    },
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}

function sumRows(answer: readonly Row[]): number {
  const [row] = answer;
  const profile = row?.['profile'];
  const steps = typeof profile === 'string' ? [...profile.matchAll(ROWS_OF_STEP)] : [];
  if (steps.length === 0) throw new Error(`The engine gave no profile but ${JSON.stringify(answer)}.`);
  return steps.reduce((sum, [, rows]) => sum + Number(rows), 0);
}
