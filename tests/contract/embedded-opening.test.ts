/** A database that takes long to open is waited for while its host makes progress, and no longer. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';
import { openStore, type StoreAddress } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';

import { ended, hostPid } from './embedded-host.fixture';

const SILENCE_MAX_MS = 4_000;
/** Far longer than a host without progress is waited for. */
const SLOW_MS = 11_000;
const LOOKS_MAX = 1_500;
const NEVER_MS = 120_000;
const hostProgram = path.join(__dirname, 'slow-host.fixture.mjs');

describe('a database that is being opened', () => {
  let folder: string;
  let opened: GraphStore[];
  let told: string[];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-'));
    opened = [];
    told = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const open = async (ms: number, more: { openingMaxMs?: number } = {}): Promise<GraphStore> => {
    await writeFile(path.join(folder, 'slow-for'), String(ms));
    const address: StoreAddress = { engine: 'embedded', folder, hostProgram, idleMs: 400, ...more };
    const onOpening = (message: string) => told.push(message);
    const store = await openStore({ ...address, silenceMaxMs: SILENCE_MAX_MS, onOpening });
    opened.push(store);
    return store;
  };
  const openingPid = async (): Promise<number> => {
    for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
      try {
        const record: unknown = JSON.parse(readFileSync(toHostFiles(folder).opening, 'utf8'));
        if (typeof record === 'object' && record !== null && 'pid' in record) return Number(record.pid);
      } catch {
        // Not yet written, or just being written.
      }
      await wait(20);
    }
    throw new Error('No host has begun to open the database.');
  };

  it('is waited for while its host makes progress, and whoever waits is told', async () => {
    const store = await open(SLOW_MS);

    expect((await store.summary()).counts.entities).toBe(0);
    expect(told[0]).toMatch(/^Still opening the database \(\d+ MB\), [5-9] s so far\.$/u);
  }, 60_000);

  it('is opened once, however many wait for it', async () => {
    const [one, other] = await Promise.all([open(SLOW_MS), openingPid().then(() => open(SLOW_MS))]);

    const pid = await hostPid(folder, () => one.epoch());

    expect((await other.summary()).counts.entities).toBe(0);
    expect(await hostPid(folder, () => other.epoch())).toBe(pid);
  }, 60_000);

  it('is given up when its host is stopped, with what to do', async () => {
    const opening = open(NEVER_MS);
    const pid = await openingPid();
    process.kill(pid, 'SIGSTOP');

    await expect(opening).rejects.toMatchObject({
      failure: 'unavailable',
      message: expect.stringMatching(
        new RegExp(`did not open within \\d+ s: its process \\(${pid}\\) has done nothing .* Try again`, 'u'),
      ),
    });

    await ended(pid);
  }, 60_000);

  it('is not waited for by those who cannot, who are told so; later it is there', async () => {
    const refused = open(SLOW_MS, { openingMaxMs: 1_000 });

    await expect(refused).rejects.toMatchObject({
      failure: 'unavailable',
      isLasting: false,
      message: expect.stringMatching(/^Still opening the database .* Try again in a moment\.$/u),
    });

    const store = await open(SLOW_MS);
    expect((await store.summary()).counts.entities).toBe(0);
  }, 60_000);
});
