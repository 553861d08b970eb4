import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { readEnv } from '@/lib/env';
import { isDatabaseAddress } from '@/lib/ingest/neo4j-source/address';
import type { DatabaseLogin } from '@/lib/ingest/source';

interface Given {
  readonly user?: string | undefined;
  readonly database?: string | undefined;
}

/**
 * Reads as whom to speak to the databases among some paths: the password comes from the environment, or is asked for on a terminal.
 *
 * @returns nothing where no path is the address of a database
 * @throws where options stand without a database, or a password is wanted and nobody can be asked
 */
export async function readLogin(
  paths: readonly string[],
  { user, database }: Given,
): Promise<DatabaseLogin | undefined> {
  const address = paths.find(isDatabaseAddress);
  if (address === undefined) {
    if (user !== undefined || database !== undefined)
      throw new Error('--user and --database go with the address of a database, such as neo4j://host:7687.');
    return undefined;
  }
  if (user === undefined) return { database };
  const { sourcePassword } = readEnv();
  return { user, database, password: sourcePassword ?? (await askPassword(user, address)) };
}

/** What is typed is not shown. */
async function askPassword(user: string, address: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Error(`Give the password of ${user} at ${address} in the variable ENTENTE_SOURCE_PASSWORD.`);
  process.stderr.write(`Password of ${user} at ${address}: `);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const stop = new AbortController();
  lines.once('SIGINT', () => {
    stop.abort();
  });
  try {
    return await lines.question('', { signal: stop.signal });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
