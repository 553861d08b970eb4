import type { ManagedTransaction, ResultSummary } from 'neo4j-driver';

import type { Neo4jTarget } from '@/lib/store/drivers/neo4j/connect';
import { connect } from '@/lib/store/drivers/neo4j/connect';
import { joinRows } from '@/lib/store/drivers/neo4j/join-rows';
import { toParameters } from '@/lib/store/drivers/neo4j/to-parameters';
import { toPlainMap } from '@/lib/store/drivers/neo4j/to-plain-value';
import type { Engine, Transaction } from '@/lib/store/engine';

import type { CountedEngine } from './counted-engine';

/** Wraps an engine on a Neo4j so that the accesses ("db hits") of its statements are counted. */
export function countNeo4jAccesses(engine: Engine, target: Neo4jTarget): CountedEngine {
  const connection = connect(target);
  let count = 0;
  const runIn =
    (transaction: ManagedTransaction): Transaction['run'] =>
    async (text, parameters = {}) => {
      const statement = joinRows({ text, parameters });
      const { records, summary } = await transaction.run(
        `PROFILE ${statement.text}`,
        toParameters(statement.parameters),
      );
      if (summary.profile === false) throw new Error(`The engine gave no profile of ${text}`);
      count += sumAccesses(summary.profile);
      return records.map((record) => toPlainMap(record.toObject()));
    };
  return {
    engine: {
      ...engine,
      read: async (text, parameters) => {
        const session = connection.openSession('read');
        try {
          return await session.executeRead((transaction) => runIn(transaction)(text, parameters));
        } finally {
          await session.close();
        }
      },
      write: async (work) => {
        const session = connection.openSession('write');
        try {
          return await session.executeWrite((transaction) =>
            work({ run: runIn(transaction), noteChanged: () => undefined }),
          );
        } finally {
          await session.close();
        }
      },
      close: async () => {
        await connection.close();
        await engine.close();
      },
    },
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}

type Profile = Exclude<ResultSummary['profile'], false>;

function sumAccesses({ dbHits, children }: Profile): number {
  return children.reduce((sum, child) => sum + sumAccesses(child), dbHits);
}
