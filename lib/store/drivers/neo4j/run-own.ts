/** Entente's own reads and writes: one transaction each, with a time limit. */
import type { Record as Neo4jRecord } from 'neo4j-driver';

import type { Parameters, Row, Transaction } from '../../engine';
import type { Connection } from './connect';
import { joinRows } from './join-rows';
import { toEntenteError, unavailable } from './to-entente-error';
import { toParameters } from './to-parameters';
import { toPlainMap } from './to-plain-value';
import { withinTime } from './within-time';

const readTimeoutMs = 7000;
const writeTimeoutMs = 60_000;
/** Past its own time limit a database that is well says so; one that is stuck says nothing. */
const silenceMs = 1000;

/**
 * Runs one read statement in a transaction of its own.
 * @throws `unavailable` when the database does not answer in time, retries included
 */
export async function runRead(
  connection: Connection,
  text: string,
  parameters: Parameters = {},
): Promise<readonly Row[]> {
  const session = connection.openSession('read');
  const reading = session.executeRead((transaction) => transaction.run(text, toParameters(parameters)), {
    timeout: readTimeoutMs,
  });
  try {
    const { records } = await withinTime(reading, readTimeoutMs + silenceMs, () =>
      unavailable(connection.address),
    );
    return records.map(toRow);
  } catch (cause) {
    throw toEntenteError(cause, connection.address);
  } finally {
    // Not waited for: with a database that is stuck, closing would wait as long as the read.
    session.close().catch(() => {});
  }
}

/**
 * Runs `work` in one write transaction, retried where the driver calls the failure retryable.
 * @throws what `work` throws
 */
export async function runWrite<T>(
  connection: Connection,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const session = connection.openSession('write');
  try {
    return await session.executeWrite(
      (transaction) =>
        work({
          run: async (text, parameters = {}) => {
            const statement = joinRows({ text, parameters });
            const { records } = await transaction.run(statement.text, toParameters(statement.parameters));
            return records.map(toRow);
          },
          // Neo4j keeps its full-text indexes itself.
          noteChanged: () => {},
        }),
      { timeout: writeTimeoutMs },
    );
  } catch (cause) {
    throw toEntenteError(cause, connection.address);
  } finally {
    await session.close();
  }
}

function toRow(record: Neo4jRecord): Row {
  return toPlainMap(record.toObject());
}
