import type { GrafeoDB } from '@grafeo-db/js';
import type { Socket } from 'node:net';

import { createFrameDecoder, encodeFrame } from '../frames';
import type { AnswerFrame, HostRequest, RequestFrame } from '../protocol';
import { PROTOCOL_VERSION } from '../protocol';
import type { ConsoleRuns } from './console-runs';
import { describeSchema } from './describe-schema';
import { parseRequest } from './parse-request';
import type { TextIndex } from './text-index';
import type { Mutex } from './mutex';
import { isOutcomeUnknown, toWireFailure } from './wire-failure';
import type { WriteTransactions } from './write-transactions';
import { createWriteTransactions } from './write-transactions';

/** What all clients of a host share. */
export interface Host {
  readonly database: GrafeoDB;
  readonly file: string;
  readonly index: TextIndex;
  readonly mutex: Mutex;
  readonly runs: ConsoleRuns;
  /** Ends the process in order, or at once when the database can no longer be trusted. */
  readonly end: (how: 'in-order' | 'at-once') => void;
}

interface Client {
  readonly host: Host;
  readonly writes: WriteTransactions;
  /** The console statements of this client, by the id of their request. */
  readonly consoleRuns: Map<number, string>;
  readonly send: (frame: AnswerFrame) => Promise<void>;
}

/** Answers the requests of one client until it leaves; what it left open is rolled back. */
export function serveClient(host: Host, socket: Socket): void {
  const client: Client = {
    host,
    writes: createWriteTransactions({
      database: host.database,
      mutex: host.mutex,
      onCommit: (changed) => {
        host.index.refresh(changed);
      },
    }),
    consoleRuns: new Map(),
    send: (frame) =>
      new Promise((resolve) => {
        if (socket.destroyed) resolve();
        else
          socket.write(encodeFrame(frame), () => {
            resolve();
          });
      }),
  };
  const decode = createFrameDecoder();
  socket.on('data', (chunk) => {
    try {
      for (const message of decode(chunk)) void handle(client, parseRequest(message));
    } catch (error) {
      // Bytes that are no request: nothing can be answered, since not even the request's number is known.
      socket.destroy(error instanceof Error ? error : undefined);
    }
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const run of client.consoleRuns.values()) host.runs.cancel(run);
    void client.writes.rollbackAll();
  });
}

async function handle(client: Client, frame: RequestFrame): Promise<void> {
  const { id } = frame;
  try {
    await client.send({ id, value: (await answer(client, frame)) ?? null });
  } catch (error) {
    await client.send({ id, error: toWireFailure(error, client.host.file) });
    if (isOutcomeUnknown(error)) client.host.end('at-once');
  }
}

type WriteFrame = Extract<RequestFrame, { transaction: number } | { kind: 'begin' }>;
type QueryFrame = Extract<RequestFrame, { text: string } | { kind: 'schema' }>;

function answer(client: Client, frame: RequestFrame): unknown {
  if ('transaction' in frame || frame.kind === 'begin') return write(client, frame);
  if ('text' in frame || frame.kind === 'schema') return query(client, frame);
  const { host } = client;
  switch (frame.kind) {
    case 'hello':
      return { protocol: PROTOCOL_VERSION, pid: process.pid };
    case 'ping':
      return 'pong';
    case 'cancel':
      host.runs.cancel(client.consoleRuns.get(frame.request) ?? '');
      return true;
    case 'end':
      host.end('in-order');
      return true;
  }
}

function query(client: Client, frame: Exclude<QueryFrame, WriteFrame>): unknown {
  const { host } = client;
  switch (frame.kind) {
    case 'read':
      return read(host.database, frame);
    case 'search':
      return host.index.search(frame.index, frame.text, frame.limit);
    case 'schema':
      return describeSchema(host.database, host.file);
    case 'cypher':
      return runConsole(client, frame);
  }
}

function write({ writes }: Client, frame: WriteFrame): unknown {
  switch (frame.kind) {
    case 'begin':
      return writes.begin(frame.id);
    case 'run':
      return writes.run(frame.transaction, frame.text, frame.parameters);
    case 'commit':
      writes.commit(frame.transaction, frame.changed);
      return true;
    case 'rollback':
      return writes.rollback(frame.transaction);
  }
}

async function read(
  database: GrafeoDB,
  { text, parameters }: Extract<HostRequest, { kind: 'read' }>,
): Promise<unknown> {
  return (await database.executeCypher(text, parameters)).toArray();
}

async function runConsole(
  { host, consoleRuns, send }: Client,
  frame: Extract<RequestFrame, { kind: 'cypher' }>,
): Promise<void> {
  consoleRuns.set(frame.id, frame.run);
  try {
    await host.runs.run(frame, (event) => send({ id: frame.id, event }));
  } finally {
    consoleRuns.delete(frame.id);
  }
}
