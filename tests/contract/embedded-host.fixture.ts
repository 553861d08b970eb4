/** Ways to see and to disturb the host process of a data folder. */
import { readFileSync } from 'node:fs';

import type { Batch } from '@/lib/model/batch';
import { connectToHost } from '@/lib/store/drivers/embedded/host-connection';
import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';
import { isMap, PROTOCOL_VERSION } from '@/lib/store/drivers/embedded/protocol';

import { citeLine, createBatch, createType, imply, relate } from './batch.fixture';

export const ROWS = 50;

/** A batch of a load: new relations around shared entities, the checkpoint its number. */
export function createLoadBatch(number: number): Batch {
  const rows = Array.from({ length: ROWS }, (_, index) => number * ROWS + index);
  return createBatch(
    {
      types: [createType('MET')],
      entities: rows.map((row) => imply(`e${row % 70}`, `Entity ${row % 70}`)).concat(imply('hub', 'Hub')),
      relations: rows.map((row) => relate(`r${row}`, `hub MET e${row % 70}`)),
      evidence: rows.map((row) => citeLine([`v${row}`, `r${row}`], row + 1)),
    },
    { row: number },
  );
}

/** The process that serves a folder. `wake` makes one start where there is none. */
export async function hostPid(folder: string, wake: () => Promise<unknown>): Promise<number> {
  for (;;) {
    try {
      const connection = await connectToHost(toHostFiles(folder).socket);
      const answer = await connection.send({ kind: 'hello', protocol: PROTOCOL_VERSION }).answer;
      connection.close();
      if (isMap(answer)) return Number(answer['pid']);
    } catch {
      // Nobody listens.
      await wake();
    }
  }
}

/** Resolves when a process is gone. */
export async function ended(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function residentBytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // The process has gone.
    return 0;
  }
}
