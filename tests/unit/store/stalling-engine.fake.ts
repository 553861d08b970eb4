import type { Engine, Row } from '@/lib/store/engine';

/** An engine that answers with the statement itself, after it has failed in the ways given; undefined: it answers in between. */
export function createStallingEngine(failures: readonly (Error | undefined)[]): Engine & {
  /** When it was asked, in milliseconds. */
  readonly asked: readonly number[];
} {
  const asked: number[] = [];
  const answer = (text: string): Promise<readonly Row[]> => {
    const failure = failures[asked.length];
    asked.push(performance.now());
    return failure ? Promise.reject(failure) : Promise.resolve([{ answer: text }]);
  };
  const nothing = () => Promise.reject(new Error('not asked here'));
  return {
    asked,
    dynamicTypes: true,
    batchItems: 1,
    read: answer,
    write: (work) => work({ run: answer, noteChanged: () => {} }),
    searchEntities: nothing,
    searchPassages: nothing,
    schema: nothing,
    cypher: async function* () {
      await nothing();
      yield { columns: [] };
    },
    close: () => Promise.resolve(),
  };
}
