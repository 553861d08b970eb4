import neo4j, { type Driver, type Record as Neo4jRecord, type Session } from 'neo4j-driver';

import { EntenteError } from '@/lib/model/entente-error';

import type { DatabaseLogin } from '../source';
import { toPlainValue } from './to-plain-value';
import { translateFailure } from './translate-failure';

/** A row of an answer, by the names of its columns. */
export type DatabaseRow = ReadonlyMap<string, unknown>;

/** The line to a database that is only read. */
export interface DatabaseReader {
  readonly address: string;
  /** The name of the database that is read. */
  readonly database: string;
  /** Runs a statement in a transaction that can only read. */
  readonly read: (
    statement: string,
    parameters?: Readonly<Record<string, unknown>>,
  ) => Promise<readonly DatabaseRow[]>;
  /** Gives one column of an answer that may be long, row by row. */
  readonly stream: (statement: string, column: string) => AsyncIterable<unknown>;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 10_000;
const config = {
  connectionTimeout: PATIENCE_MS,
  connectionAcquisitionTimeout: PATIENCE_MS,
  maxTransactionRetryTime: 30_000,
  useBigInt: true,
  telemetryDisabled: true,
  userAgent: 'entente',
};
/** One page takes seconds at most; a list of all ids takes longer. */
const PAGE_TIMEOUT_MS = 120_000;
const LIST_TIMEOUT_MS = 3_600_000;
const FETCHED_ROWS = 2_000;

/**
 * Opens a line to a database and asks whether it answers.
 *
 * @throws `unavailable` where nothing answers or there is no such database, `forbidden` where it refuses the user
 */
export async function connectReader(address: string, login: DatabaseLogin): Promise<DatabaseReader> {
  const { user, password = '', database: wanted } = login;
  const auth = user === undefined ? undefined : neo4j.auth.basic(user, password);
  const driver = openDriver(address, auth);

  const open = (): Session =>
    driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize: FETCHED_ROWS,
      ...(wanted !== undefined && { database: wanted }),
    });

  async function guard<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = open();
    try {
      return await work(session);
    } catch (cause) {
      throw translateFailure(cause, { address, database: wanted, hasUser: user !== undefined });
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  async function* stream(statement: string, column: string) {
    const session = open();
    try {
      for await (const record of session.run(statement, {}, { timeout: LIST_TIMEOUT_MS }))
        yield toPlainValue(record.get(column));
    } catch (cause) {
      throw translateFailure(cause, { address, database: wanted, hasUser: user !== undefined });
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  try {
    const database = await guard((session) => findDatabase(session));
    return {
      address,
      database,
      read: (statement, parameters = {}) =>
        guard(async (session) => {
          const work = await session.executeRead((transaction) => transaction.run(statement, parameters), {
            timeout: PAGE_TIMEOUT_MS,
          });
          return work.records.map(toRow);
        }),
      stream,
      close: () => driver.close(),
    };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function openDriver(address: string, auth: Parameters<typeof neo4j.driver>[1]): Driver {
  try {
    return neo4j.driver(address, auth, config);
  } catch (cause) {
    throw new EntenteError('invalid', `'${address}' is no address of a database.`, { cause });
  }
}

/** Asks for the name of the database, and whether it knows what is needed of it. */
async function findDatabase(session: Session): Promise<string> {
  const result = await session.run('RETURN valueType(1) AS known', {}, { timeout: PATIENCE_MS });
  return result.summary.database.name ?? 'neo4j';
}

function toRow(record: Neo4jRecord): DatabaseRow {
  return new Map(record.keys.map((key) => [String(key), toPlainValue(record.get(key))]));
}
