import { Neo4jError } from 'neo4j-driver';

import { EntenteError } from '@/lib/model/entente-error';

/** Failures of the line to the database, by the driver's code. */
const UNREACHABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A']);

/**
 * Describes a failure of the database in Entente's words, with its address and what to do. Nothing
 * of the driver's is passed on, except as the cause.
 * @param cause - anything thrown
 * @param address - where the database is
 * @returns the error, or the cause itself when the driver did not throw it
 */
export function toEntenteError(cause: unknown, address: string): unknown {
  if (!(cause instanceof Neo4jError)) return cause;
  const { code } = cause;
  if (code.startsWith('Neo.ClientError.Security.')) return refused(address, cause);
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new EntenteError(
      'unavailable',
      `Neo4j at ${address} has no such database. Set NEO4J_DATABASE to one that it has.`,
      { cause },
    );
  }
  if (UNREACHABLE.has(code) || cause.retryable || isTimeout(code)) return unavailable(address, cause);
  return new Error(`Neo4j at ${address} failed at a statement of Entente's: ${code}.`, { cause });
}

/** That the database does not answer, and what to do. */
export function unavailable(address: string, cause?: unknown): EntenteError {
  return new EntenteError(
    'unavailable',
    `Neo4j at ${address} does not answer. See that it runs ("npm run neo4j" starts one) and that ENTENTE_STORE names its address, then try again.`,
    { cause },
  );
}

function refused(address: string, cause: Neo4jError): EntenteError {
  return new EntenteError(
    'forbidden',
    `Neo4j at ${address} refuses the user, or what the user may do (${cause.code}). Set NEO4J_USER and NEO4J_PASSWORD to a user who may read, write and create indexes.`,
    { cause },
  );
}

function isTimeout(code: string): boolean {
  return code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut');
}
