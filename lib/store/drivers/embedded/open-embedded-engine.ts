import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import { SchemaOverview } from '@/lib/model/schema-overview';

import type { ChangedTexts, Engine, Hits, Row, Transaction } from '../../engine';
import { findHost } from './find-host';
import { findProjectRoot } from './find-project-root';
import type { HostConnection } from './host-connection';
import { toHostFiles } from './host-files';
import { HostLost, Retriable } from './host-lost';
import type { HostRequest } from './protocol';
import { isMap } from './protocol';
import { runStatement } from './run-statement';
import { StillOpening, waitForHost } from './still-opening';
import type { HostOptions } from './start-host';

export interface EmbeddedOptions {
  readonly folder: string;
  /** Found from the working directory when left out. */
  readonly projectRoot?: string | undefined;
  /** The host compiled into one file; its sources are run when left out. */
  readonly hostProgram?: string | undefined;
  readonly idleMs?: number | undefined;
  readonly memoryGrowthBytes?: number | undefined;
  /** Told now and then, while the database is still being opened. */
  readonly onOpening?: ((message: string) => void) | undefined;
  /** Whoever asks waits so long for a database that is still being opened; without end when left out. */
  readonly openingMaxMs?: number | undefined;
  /** A host that opens the database without any progress for so long is given up. */
  readonly silenceMaxMs?: number | undefined;
}

const IDLE_MS = 10_000;
const MEMORY_GROWTH_BYTES = 768 * 1024 * 1024;
const TRIES_MAX = 6;

/** Asks the host that a client of the folder has, or starts one; asks again when it ends in between. */
interface HostLink {
  readonly connect: () => Promise<HostConnection>;
  readonly close: () => Promise<void>;
  readonly folder: string;
}

/**
 * Opens the embedded engine on a data folder, as a client of the folder's host process.
 *
 * The host may end at any time, since it can stop a runaway statement only by ending itself. Reads
 * are then retried, and a write transaction is run again from the start: nothing uncommitted is
 * there.
 * @throws `unavailable` when no host starts
 */
export async function openEmbeddedEngine(options: EmbeddedOptions): Promise<Engine> {
  const link = createLink(options);
  try {
    await link.connect();
  } catch (error) {
    void link.close();
    throw error;
  }
  const ask = (request: HostRequest) => askAgain(link, async (host) => host.send(request).answer);
  const searchIn = async (index: 'entities' | 'passages', text: string, limit: number) =>
    toHits(await ask({ kind: 'search', index, text, limit }));
  let writing: Promise<unknown> = Promise.resolve();
  return {
    dynamicTypes: false,
    batchItems: 10_000,
    read: async (text, parameters = {}) => toRows(await ask({ kind: 'read', text, parameters })),
    write: (work) => {
      const written = writing.then(() => askAgain(link, (host) => writeOnce(host, work)));
      writing = written.catch(() => undefined);
      return written;
    },
    searchEntities: (text, limit) => searchIn('entities', text, limit),
    searchPassages: (text, limit) => searchIn('passages', text, limit),
    schema: async () => SchemaOverview.parse(await ask({ kind: 'schema' })),
    cypher: (request) => runStatement(link.connect, toHostFiles(link.folder), request),
    close: () => link.close(),
  };
}

function createLink(options: EmbeddedOptions): HostLink {
  const folder = path.resolve(options.folder);
  const files = toHostFiles(folder);
  const hostOptions: HostOptions = {
    projectRoot: options.projectRoot ?? findProjectRoot(process.cwd()),
    program: options.hostProgram,
    idleMs: options.idleMs ?? IDLE_MS,
    memoryGrowthBytes: options.memoryGrowthBytes ?? MEMORY_GROWTH_BYTES,
  };
  let current: Promise<HostConnection> | undefined;
  const closed = new AbortController();
  const connect = async (): Promise<HostConnection> => {
    if (closed.signal.aborted) {
      throw new EntenteError('unavailable', `The store in ${folder} is closed. Open it again.`, {
        isLasting: true,
      });
    }
    current ??= findHost(files, hostOptions, {
      onOpening: options.onOpening,
      silenceMaxMs: options.silenceMaxMs,
      signal: closed.signal,
    });
    const mine = current;
    try {
      const host = await waitForHost(mine, files, options.openingMaxMs);
      if (host.isOpen()) return host;
    } catch (error) {
      // One that is still being opened goes on for whoever asks next.
      if (current === mine && !(error instanceof StillOpening)) current = undefined;
      throw error;
    }
    if (current === mine) current = undefined;
    return connect();
  };
  const close = async (): Promise<void> => {
    closed.abort();
    const [opened] = await Promise.allSettled([current]);
    if (opened.status === 'fulfilled') opened.value?.close();
  };
  return { connect, close, folder };
}

async function askAgain<T>(link: HostLink, ask: (host: HostConnection) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const host = await link.connect();
    try {
      return await ask(host);
    } catch (error) {
      if (!(error instanceof HostLost) && !(error instanceof Retriable)) throw error;
      if (tries < TRIES_MAX) continue;
      throw new EntenteError(
        'unavailable',
        `The embedded database in ${link.folder} keeps exiting. Try again later.`,
        {
          cause: error,
        },
      );
    }
  }
}

async function writeOnce<T>(
  host: HostConnection,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // What is sent behind it waits in the host. Whether it has begun shows with the first answer.
  const { id, answer } = host.send({ kind: 'begin' });
  answer.catch(() => undefined);
  const entities = new Set<string>();
  const passages = new Set<string>();
  const note = (texts: ChangedTexts) => {
    for (const entity of texts.entities) entities.add(entity);
    for (const passage of texts.passages) passages.add(passage);
  };
  const transaction: Transaction = {
    run: async (text, parameters = {}) =>
      toRows(await host.send({ kind: 'run', transaction: id, text, parameters }).answer),
    noteChanged: note,
  };
  let result: T;
  try {
    result = await work(transaction);
    await answer;
  } catch (error) {
    if (host.isOpen()) await host.send({ kind: 'rollback', transaction: id }).answer;
    throw error;
  }
  const changed = { entities: [...entities], passages: [...passages] };
  await host.send({ kind: 'commit', transaction: id, changed }).answer;
  return result;
}

function toRows(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

function toHits(value: unknown): Hits {
  if (!isMap(value) || !Array.isArray(value['hits'])) return { hits: [], total: 0 };
  const hits = value['hits']
    .filter(isMap)
    .map((hit) => ({ id: String(hit['id']), score: Number(hit['score']) }));
  return { hits, total: Number(value['total']) };
}
