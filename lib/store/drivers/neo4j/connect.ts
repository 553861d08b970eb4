import neo4j, { type Driver, type Session } from 'neo4j-driver';

/** Where a Neo4j is and as whom to speak to it. Without a database, the user's own. */
export interface Neo4jTarget {
  /** `neo4j://host:port`, or `neo4j+s://` for TLS */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string | undefined;
}

/** The lines to one Neo4j. Its sessions share their bookmarks, so that a read sees what was written before it. */
export interface Connection {
  readonly address: string;
  openSession(mode: 'read' | 'write'): Session;
  /** For the console: integers keep every digit, and rows come few at a time. */
  openConsoleSession(): Session;
  /** As `Neo4j/5.26.30`. */
  readAgent(): Promise<string>;
  close(): Promise<void>;
}

const limits = {
  connectionTimeout: 5000,
  /** So that a database that is stuck is soon told from one that is slow. */
  connectionAcquisitionTimeout: 5000,
  telemetryDisabled: true,
  userAgent: 'entente',
};

/** Loads outlive a restart of the database. */
const ownQueries = { ...limits, disableLosslessIntegers: true, maxTransactionRetryTime: 60_000 };

/** A pool of its own: whatever runs in the console, the explorer's queries find a connection. */
const consoleQueries = { ...limits, useBigInt: true, maxConnectionPoolSize: 10 };

/** Rows are held in memory so many at a time: a console row may be a megabyte. */
const CONSOLE_FETCH_SIZE = 25;

/**
 * Opens the driver of a Neo4j; whether it answers shows with the first query.
 * @throws TypeError for an address of another kind
 */
export function connect({ address, user, password, database }: Neo4jTarget): Connection {
  const auth = neo4j.auth.basic(user, password);
  const own = neo4j.driver(address, auth, ownQueries);
  const forConsole = neo4j.driver(address, auth, consoleQueries);
  const bookmarkManager = neo4j.bookmarkManager();
  const shared = { bookmarkManager, ...(database && { database }) };
  const open = (driver: Driver, config: { mode: 'read' | 'write'; fetchSize?: number }) =>
    driver.session({
      ...shared,
      defaultAccessMode: config.mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
      ...(config.fetchSize && { fetchSize: config.fetchSize }),
    });
  return {
    address,
    openSession: (mode) => open(own, { mode }),
    openConsoleSession: () => open(forConsole, { mode: 'read', fetchSize: CONSOLE_FETCH_SIZE }),
    readAgent: async () => (await own.getServerInfo(database ? { database } : {})).agent ?? '',
    close: async () => {
      await Promise.all([own.close(), forConsole.close()]);
    },
  };
}
