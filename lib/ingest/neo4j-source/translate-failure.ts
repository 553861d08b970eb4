import { Neo4jError } from 'neo4j-driver';

import { EntenteError } from '@/lib/model/entente-error';

interface Place {
  readonly address: string;
  readonly database: string | undefined;
  readonly hasUser: boolean;
}

const UNREACHABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A']);

/** Returns what went wrong with a database, in words, with what to do; anything that is not the driver's as it is. */
export function translateFailure(cause: unknown, { address, database, hasUser }: Place): unknown {
  if (!(cause instanceof Neo4jError)) return cause;
  const { code } = cause;
  if (code.startsWith('Neo.ClientError.Security.')) return refused(cause, { address, database, hasUser });
  if (code === 'Neo.ClientError.Database.DatabaseNotFound' || code.startsWith('Neo.ClientError.Database.'))
    return new EntenteError(
      'not-found',
      `The server at ${address} has no database '${database ?? ''}', or it is not running. Name one that it has with --database; SHOW DATABASES lists them.`,
      { cause },
    );
  if (UNREACHABLE.has(code) || cause.retryable)
    return new EntenteError(
      'not-found',
      `No database answers at ${address}. See that it runs and that host and port are right${address.includes('+s') ? ', and that its certificate is one that is known' : ', and write neo4j+s:// where it wants an encrypted line'}. Of a single server behind a tunnel or a container, write bolt:// instead of neo4j://.`,
      { cause },
    );
  if (cause.message.includes('valueType'))
    return new EntenteError(
      'invalid',
      `The database at ${address} is older than Neo4j 5.13, and cannot say which properties are vectors. Export it with apoc.export.json.all, and load the file.`,
      { cause },
    );
  return new EntenteError('unavailable', `The database at ${address} failed while it was read: ${code}.`, {
    cause,
  });
}

function refused(cause: Neo4jError, { address, hasUser }: Place): EntenteError {
  const { code } = cause;
  if (code.endsWith('.AuthenticationRateLimit'))
    return new EntenteError(
      'forbidden',
      `The database at ${address} was given too many wrong passwords and takes none for a while. Wait some seconds, then try again.`,
      { cause },
    );
  if (!hasUser)
    return new EntenteError(
      'forbidden',
      `The database at ${address} wants to know who asks. Name the user with --user, and give the password in ENTENTE_SOURCE_PASSWORD, or when asked.`,
      { cause },
    );
  const what = code.endsWith('.Unauthorized')
    ? 'refuses the user or the password'
    : 'lets this user not read it';
  return new EntenteError(
    'forbidden',
    `The database at ${address} ${what} (${code}). Check --user and ENTENTE_SOURCE_PASSWORD; the user has to be one who may read.`,
    { cause },
  );
}
