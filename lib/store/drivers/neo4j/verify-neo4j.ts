import neo4j from 'neo4j-driver';

import type { Neo4jTarget } from './connect';
import { toEntenteError } from './to-entente-error';

const timeoutMs = 5000;
const config = {
  connectionTimeout: timeoutMs,
  connectionAcquisitionTimeout: timeoutMs,
  maxTransactionRetryTime: 0,
};

/**
 * Checks once that a Neo4j runs queries.
 * @throws `unavailable` when it does not, `forbidden` when it refuses the user or password
 */
export async function verifyNeo4j({ address, user, password, database }: Neo4jTarget): Promise<void> {
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password), config);
  const session = driver.session({ defaultAccessMode: neo4j.session.READ, ...(database && { database }) });
  try {
    await session.run('RETURN 1', {}, { timeout: timeoutMs });
  } catch (cause) {
    throw toEntenteError(cause, address);
  } finally {
    await session.close();
    await driver.close();
  }
}
