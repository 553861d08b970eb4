import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { createFrameDecoder } from '@/lib/store/drivers/embedded/frames';
import { connectToHost } from '@/lib/store/drivers/embedded/host-connection';
import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';
import { isMap, PROTOCOL_VERSION } from '@/lib/store/drivers/embedded/protocol';
import { openStore } from '@/lib/store/open-store';

import { ended } from '../contract/embedded-host.fixture';
import { startCuttingProxy } from './cutting-proxy';
import type { Ground } from './ground';

export interface EmbeddedGround extends Ground {
  /** The data folder. */
  readonly folder: () => string;
  readonly kill: () => Promise<void>;
  /** Ends the host in order, so that the folder holds all there is. */
  readonly close: () => Promise<void>;
}

const IDLE_MS = 5_000;

/**
 * Creates the embedded engine, on a new data folder whenever it is emptied.
 * @param folder - the folder for the data folders
 */
export function createEmbeddedGround(parent: string): EmbeddedGround {
  let folder = path.join(parent, 'data-0');
  const end = (signal: 'SIGTERM' | 'SIGKILL') => endHost(folder, signal);
  return {
    name: 'embedded',
    get env() {
      return { ENTENTE_STORE: 'embedded', ENTENTE_DATA: folder };
    },
    folder: () => folder,
    open: () => openStore({ engine: 'embedded', folder, idleMs: IDLE_MS }),
    empty: async () => {
      await end('SIGKILL');
      folder = await mkdtemp(path.join(parent, 'data-'));
    },
    startProxy: async (drops) => {
      const near = await mkdtemp(path.join(parent, 'near-'));
      const wake = await openStore({ engine: 'embedded', folder, idleMs: IDLE_MS });
      const proxy = await startCuttingProxy({
        from: { path: toHostFiles(near).socket },
        to: { path: toHostFiles(folder).socket },
        drops,
        createFinder: () => {
          const decode = createFrameDecoder();
          return (chunk) => decode(chunk).some((frame) => isMap(frame) && frame['kind'] === 'commit');
        },
      });
      const close = async () => {
        await proxy.close();
        await wake.close();
      };
      return { ...proxy, close, env: { ENTENTE_STORE: 'embedded', ENTENTE_DATA: near } };
    },
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  };
}

/** Ends the host of a data folder, if there is one, and waits until it is gone. */
export async function endHost(folder: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const pid = await findHostPid(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
  await ended(pid);
}

/** The process that serves a data folder, if there is one. */
export async function findHostPid(folder: string): Promise<number | undefined> {
  try {
    const connection = await connectToHost(toHostFiles(folder).socket);
    const answer = await connection.send({ kind: 'hello', protocol: PROTOCOL_VERSION }).answer;
    connection.close();
    return isMap(answer) ? Number(answer['pid']) : undefined;
  } catch {
    // Nobody listens.
    return undefined;
  }
}
