import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

import { EntenteError } from '@/lib/model/entente-error';

import { exitCodes } from './exit-codes';
import type { HostConnection } from './host-connection';
import { connectToHost } from './host-connection';
import type { HostFiles } from './host-files';
import { HostLost } from './host-lost';
import { measureDatabase, watchOpening } from './opening-record';
import { isMap, PROTOCOL_VERSION } from './protocol';
import type { HostOptions } from './start-host';
import { startHost } from './start-host';

/** A host that opens its database without any progress for so long is given up. */
const SILENCE_MAX_MS = 30_000;

/** So long a host may take until it begins: on a busy machine its program alone takes seconds to load. */
const START_MAX_MS = 30_000;
const RETRY_MS = 30;

/** Whoever waits for a database that is being opened is told so after this time, and again each time it has passed. */
const TELL_EVERY_MS = 5_000;

export interface Finding {
  /** Told now and then how long the opening takes so far. */
  readonly onOpening?: ((message: string) => void) | undefined;
  /** Ends the search, since nobody waits for it any more. A host that was started for it goes on. */
  readonly signal?: AbortSignal | undefined;
  readonly silenceMaxMs?: number | undefined;
}

/**
 * Connects to a host of this folder that speaks this version, and starts one if there is none. A
 * large database takes long to open on a busy machine: it is waited for as long as it makes
 * progress.
 * @throws `unavailable` when it makes none, or cannot be opened
 */
export async function findHost(
  files: HostFiles,
  options: HostOptions,
  { onOpening, signal, silenceMaxMs = SILENCE_MAX_MS }: Finding = {},
): Promise<HostConnection> {
  const waiting = startWaiting(files, onOpening);
  let child: ChildProcess | undefined;
  while (!waiting.isVain(silenceMaxMs)) {
    assertWaitedFor(signal);
    const connection = await tryConnect(files);
    if (connection !== undefined) return connection;
    if (isGone(child, files) && !waiting.isUnderWay()) child = startHost(files, options);
    await wait(RETRY_MS);
  }
  child?.kill('SIGKILL');
  throw waiting.failure();
}

function assertWaitedFor(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HostLost('Nobody waits for the embedded host any more.');
}

/**
 * Tells whether no host of ours is left that may still answer.
 * @throws `unavailable` when it ended with a fault
 */
function isGone(child: ChildProcess | undefined, files: HostFiles): boolean {
  if (child !== undefined && child.exitCode !== null) assertInOrder(child.exitCode, files);
  return child === undefined || hasEnded(child);
}

/** Waits for a host that is opening the database, and tells those who want to know. */
function startWaiting(files: HostFiles, onOpening: Finding['onOpening']) {
  const startedAt = Date.now();
  const opening = watchOpening(files);
  let progressAt = startedAt;
  let toldAt = startedAt;
  return {
    isUnderWay: opening.isUnderWay,
    /** Whether to give up: nothing has moved for so long. */
    isVain: (silenceMaxMs: number) => {
      const now = Date.now();
      if (opening.hasProgressed()) progressAt = now;
      if (now - toldAt >= TELL_EVERY_MS) {
        toldAt = now;
        onOpening?.(describeOpening(files, now - startedAt));
      }
      return now - progressAt >= (opening.pid() === undefined ? START_MAX_MS : silenceMaxMs);
    },
    failure: () => {
      const pid = opening.pid();
      const who = pid === undefined ? 'its process' : `its process (${pid})`;
      const [ms, silence] = [Date.now() - startedAt, Date.now() - progressAt].map(toSeconds);
      return new EntenteError(
        'unavailable',
        `The embedded database in ${files.folder} (${measureDatabase(files)} MB) did not open within ${ms} s: ${who} has done nothing in the last ${silence} s. Nothing in it was changed. Try again; if it happens again, end that process or restart the machine. The log is ${files.log}.`,
      );
    },
  };
}

/**
 * Describes in a sentence how long the database has been opening.
 * @param files - the host's files, among them the record of earlier openings
 * @param ms - the time since the opening began, in milliseconds
 */
export function describeOpening(files: HostFiles, ms: number): string {
  return `Still opening the database (${measureDatabase(files)} MB), ${toSeconds(ms)} s so far.`;
}

function toSeconds(ms: number): number {
  return Math.round(ms / 1000);
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
      `The file ${files.database} is damaged: it differs from what was last written. Nothing in it was changed. Restore a copy of the folder ${files.folder}, or move the folder away and load your data again. The details are in ${files.log}.`,
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
