import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Remembers what has to be ended and removed, and does it when the run ends in whatever way. */
export interface Keeper {
  /**
   * Keeps what undoes something until the run is over.
   * @returns a function that undoes it now instead
   */
  keep(undo: () => Promise<void>): () => Promise<void>;
  /** A folder that is gone when the run is over. */
  makeFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }>;
  /** Undoes all that is left, the latest first. */
  release(): Promise<void>;
}

const INTERRUPTED = 130;

/** A keeper that also releases on Ctrl-C and on being ended. */
export function createKeeper(): Keeper {
  const undos = new Set<() => Promise<void>>();
  const keep = (undo: () => Promise<void>) => {
    const once = async () => {
      if (undos.delete(once)) await undo();
    };
    undos.add(once);
    return once;
  };
  const release = async () => {
    for (const undo of [...undos].reverse()) await undo();
  };
  let isEnding = false;
  const end = () => {
    // A second signal must not cut off what the first one began.
    if (isEnding) return;
    isEnding = true;
    console.error('\nentente: Ending what was started.');
    void release().finally(() => process.exit(INTERRUPTED));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  return {
    keep,
    release,
    makeFolder: async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'entente-bench-'));
      return { folder, remove: keep(() => rm(folder, { recursive: true, force: true, maxRetries: 3 })) };
    },
  };
}
