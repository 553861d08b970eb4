import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

import { EntenteError } from '@/lib/model/entente-error';

import { exitCodes } from './exit-codes';
import type { HostConnection } from './host-connection';
import { connectToHost } from './host-connection';
import type { HostFiles } from './host-files';
import { HostLost } from './host-lost';
import { isMap, PROTOCOL_VERSION } from './protocol';
import type { HostOptions } from './start-host';
import { startHost } from './start-host';

const START_MAX_MS = 20_000;
const RETRY_MS = 30;

/** A connection to a host of this folder that speaks this version; whoever finds none starts one. Throws `unavailable` when that fails. */
export async function findHost(files: HostFiles, options: HostOptions): Promise<HostConnection> {
  const deadline = Date.now() + START_MAX_MS;
  let child: ChildProcess | undefined;
  while (Date.now() < deadline) {
    const connection = await tryConnect(files);
    if (connection !== undefined) return connection;
    if (child !== undefined && child.exitCode !== null) assertInOrder(child.exitCode, files);
    if (child === undefined || hasEnded(child)) child = startHost(files, options);
    await wait(RETRY_MS);
  }
  child?.kill('SIGKILL');
  throw new EntenteError(
    'unavailable',
    `The embedded database in ${files.folder} did not start within ${START_MAX_MS / 1000} seconds. Its log is ${files.log}.`,
  );
}

async function tryConnect(files: HostFiles): Promise<HostConnection | undefined> {
  let connection: HostConnection | undefined;
  try {
    connection = await connectToHost(files.socket);
    const answer = await connection.send({ kind: 'hello', protocol: PROTOCOL_VERSION }).answer;
    const theirs = isMap(answer) ? Number(answer['protocol']) : 0;
    if (theirs === PROTOCOL_VERSION) return connection;
    if (theirs > PROTOCOL_VERSION) throw newerHost(files);
    await connection.send({ kind: 'end' }).answer;
  } catch (error) {
    if (!(error instanceof HostLost) && !isNobodyThere(error)) {
      connection?.close();
      throw error;
    }
  }
  connection?.close();
  return undefined;
}

function isNobodyThere(error: unknown): boolean {
  const code = isMap(error) ? error['code'] : undefined;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE';
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function assertInOrder(exitCode: number, files: HostFiles): void {
  if (exitCode === exitCodes.done) return;
  if (exitCode === exitCodes.noEngine) {
    throw new EntenteError(
      'unavailable',
      `The embedded database has no build for this platform (${process.platform} ${process.arch}). Use Neo4j: set ENTENTE_STORE to its address.`,
      { isLasting: true },
    );
  }
  if (exitCode === exitCodes.damaged) {
    throw new EntenteError(
      'unavailable',
      `The file ${files.database} is damaged: it is not as it was last written. Nothing of it was changed. Put back a copy of the folder ${files.folder}, or move the folder away and load your data again. The details are in ${files.log}.`,
      { isLasting: true },
    );
  }
  const what =
    exitCode === exitCodes.noDatabase ? `${files.database} cannot be opened` : 'Its host ended with an error';
  throw new EntenteError(
    'unavailable',
    `The embedded database did not start: ${what}. The reason is in ${files.log}.`,
    { isLasting: true },
  );
}

function newerHost(files: HostFiles): EntenteError {
  return new EntenteError(
    'unavailable',
    `A newer Entente uses the embedded database in ${files.folder}. Stop it, or run that version here too.`,
    { isLasting: true },
  );
}
