/** What is peculiar to the embedded engine: a host process that starts, ends, is killed, and is found by whoever comes. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { createFrameDecoder, encodeFrame } from '@/lib/store/drivers/embedded/frames';
import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';
import { isMap, PROTOCOL_VERSION } from '@/lib/store/drivers/embedded/protocol';
import { openStore } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';

import { loadId } from './batch.fixture';
import { createLoadBatch, ended, hostPid, residentBytes, ROWS } from './embedded-host.fixture';
import { littleWorld } from './little-world.fixture';
import { ask, collect, readAll, runStatement } from './test-store';

const BATCHES = 30;
const MEBIBYTE = 1024 * 1024;
const MEMORY_GROWTH_BYTES = 400 * MEBIBYTE;
/** Runs for hours in little memory: with long ranges the wall around memory may come before that around time. */
const ENDLESS =
  'UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y UNWIND range(1, 1000) AS z UNWIND range(1, 1000) AS w WITH x, w WHERE x + w < 0 RETURN count(x)';

describe('embedded host', () => {
  let folder: string;
  let opened: GraphStore[];
  const open = async (more: { idleMs?: number; memoryGrowthBytes?: number } = {}) => {
    const store = await openStore({ engine: 'embedded', folder, idleMs: 400, ...more });
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-'));
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('loses nothing that was acknowledged and keeps no half batch when it is killed again and again in a load', async () => {
    const store = await open();
    const reader = await open();
    const batches = Array.from({ length: BATCHES }, (_, number) => createLoadBatch(number));
    const killed = new Set(fc.sample(fc.nat(BATCHES - 1), { numRuns: 8, seed: 25 }));
    const delays = fc.sample(fc.nat(20), { numRuns: BATCHES, seed: 26 });

    for (const [number, batch] of batches.entries()) {
      const pid = await hostPid(folder, () => store.epoch());
      const storing = store.upsert(batch);
      if (killed.has(number)) {
        await wait(delays[number]);
        process.kill(pid, 'SIGKILL');
      }
      await storing;
      const { counts } = await reader.summary();
      expect(counts).toMatchObject({ relations: (number + 1) * ROWS, evidence: (number + 1) * ROWS });
      expect((await reader.findLoad(loadId))?.row).toBe(number);
    }

    expect((await store.summary()).counts).toMatchObject({
      relations: BATCHES * ROWS,
      evidence: BATCHES * ROWS,
    });
    const [[wrong] = []] = await readAll(
      store,
      'MATCH (:Entity)-[r]->(:Entity) WHERE r.evidence <> 1 RETURN count(r)',
    );
    expect(wrong).toBe(0);
    const again = await store.upsert(createLoadBatch(0));
    expect(again).toMatchObject({ created: { relations: 0, evidence: 0 }, unchanged: ROWS });
  });

  it('ends itself before a statement eats the memory, and the next one runs within three seconds', async () => {
    const store = await open({ memoryGrowthBytes: MEMORY_GROWTH_BYTES });
    await store.upsert(littleWorld);
    const pid = await hostPid(folder, () => store.epoch());
    const before = residentBytes(pid);
    let most = 0;
    const looking = setInterval(() => {
      most = Math.max(most, residentBytes(pid));
    }, 10);
    const mine = process.memoryUsage.rss();

    const { problem } = await collect(
      runStatement(store, 'UNWIND range(1, 1000000000) AS x RETURN collect(x)'),
    );
    clearInterval(looking);
    const started = performance.now();
    const rows = await readAll(store, 'RETURN 1 AS one');

    expect(problem?.status).toBe(507);
    expect(rows).toEqual([[1]]);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(process.memoryUsage.rss() - mine).toBeLessThan(100 * MEBIBYTE);
    expect(most).toBeLessThan(before + MEMORY_GROWTH_BYTES * 1.2);
    expect((await store.summary()).counts.relations).toBe(5);
  });

  it('lets a write of another client go through although a statement ends the host', async () => {
    const [store, loader] = [await open(), await open()];
    const pid = await hostPid(folder, () => store.epoch());
    const limits = { timeoutMs: 300 };

    const state = { isRunning: true };
    const running = collect(runStatement(store, ENDLESS, { limits })).finally(() => {
      state.isRunning = false;
    });
    const created: number[] = [];
    for (let number = 0; state.isRunning || number < 12; number += 1) {
      created.push((await loader.upsert(createLoadBatch(number))).created.relations);
    }
    const { problem } = await running;

    expect(problem?.status).toBe(504);
    expect((await store.summary()).counts.relations).toBe(created.length * ROWS);
    expect(await hostPid(folder, () => store.epoch())).not.toBe(pid);
  });

  it('runs a statement again that lost its host to another one', async () => {
    const [store, other] = [await open(), await open()];

    const [ended, kept] = await Promise.all([
      collect(runStatement(store, ENDLESS, { limits: { timeoutMs: 300 } })),
      collect(runStatement(other, 'UNWIND range(1, 3000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n')),
    ]);

    // Of a statement without end either the time or the memory runs out first.
    expect([504, 507]).toContain(ended.problem?.status);
    expect(kept.rows).toEqual([[0]]);
  });

  it('is one host however many come at once', async () => {
    const stores = await Promise.all([open(), open(), open(), open()]);

    const reports = await Promise.all(stores.map((store) => store.upsert(littleWorld)));

    expect(reports.map(({ created }) => created.relations).sort()).toEqual([0, 0, 0, 5]);
  });

  it('ends when nobody has been connected for a while, and starts again for the next', async () => {
    const store = await open();
    await store.upsert(littleWorld);
    const pid = await hostPid(folder, () => store.epoch());

    await store.close();
    await ended(pid);

    expect((await (await open()).summary()).counts.relations).toBe(5);
  });

  it('ends when it is told to, with all that was committed', async () => {
    const store = await open();
    await store.upsert(littleWorld);
    const pid = await hostPid(folder, () => store.epoch());

    process.kill(pid, 'SIGTERM');
    await ended(pid);

    expect((await store.summary()).counts.relations).toBe(5);
    expect(await hostPid(folder, () => store.epoch())).not.toBe(pid);
  });

  it('ends when it is told to even while a statement runs on', async () => {
    const store = await open();
    const controller = new AbortController();
    const running = collect(runStatement(store, ENDLESS, { signal: controller.signal }));
    const pid = await hostPid(folder, () => store.epoch());

    process.kill(pid, 'SIGTERM');
    await ended(pid);
    controller.abort();

    await running;
  });

  it('that does not answer makes its callers fail in words, and is used again when it does', async () => {
    const store = await open();
    const pid = await hostPid(folder, () => store.epoch());
    const started = performance.now();

    process.kill(pid, 'SIGSTOP');
    const failing = store.summary();
    await expect(failing).rejects.toMatchObject({ failure: 'unavailable' });
    process.kill(pid, 'SIGCONT');

    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await store.summary()).counts.relations).toBe(0);
    expect(await hostPid(folder, () => store.epoch())).toBe(pid);
  });

  it('listens on a socket that only its owner can use, also when the folder has a long name', async () => {
    folder = path.join(folder, 'a-long-name'.repeat(12));
    await mkdir(folder, { recursive: true });

    const store = await open();

    const { socket, socketFolder } = toHostFiles(folder);
    expect(Buffer.byteLength(socket)).toBeLessThan(104);
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    expect((await stat(socketFolder ?? '')).mode & 0o077).toBe(0);
    expect((await store.summary()).counts.entities).toBe(0);
  });

  it('is replaced when it is of an older version', async () => {
    const asked: unknown[] = [];
    const old = createServer((socket) => {
      const decode = createFrameDecoder();
      socket.on('data', (chunk) => {
        for (const message of decode(chunk)) {
          if (!isMap(message)) continue;
          asked.push(message['kind']);
          socket.write(encodeFrame({ id: message['id'], value: { protocol: PROTOCOL_VERSION - 1 } }));
          if (message['kind'] === 'end') old.close();
        }
      });
    });
    await new Promise<void>((resolve) => old.listen(toHostFiles(folder).socket, resolve));

    const store = await open();

    expect(asked).toEqual(['hello', 'end']);
    expect((await store.summary()).counts.entities).toBe(0);
  });

  it.each([
    ['bytes that are no frame', Buffer.from('this is no frame')],
    ['a frame that is no answer', encodeFrame({ nothing: 'of ours' })],
  ])('that sends %s is left, and what was asked is asked of the next one', async (_, bytes) => {
    const confused = createServer((socket) => {
      const decode = createFrameDecoder();
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        for (const message of decode(chunk)) {
          if (!isMap(message)) continue;
          const isHello = message['kind'] === 'hello';
          socket.write(
            isHello ? encodeFrame({ id: message['id'], value: { protocol: PROTOCOL_VERSION } }) : bytes,
          );
          if (!isHello) confused.close();
        }
      });
    });
    await new Promise<void>((resolve) => confused.listen(toHostFiles(folder).socket, resolve));

    const store = await open();

    expect((await store.summary()).counts.entities).toBe(0);
  });

  it('is left alone when it is of a newer version', async () => {
    const newer = createServer((socket) => {
      socket.on('data', () => {
        socket.write(encodeFrame({ id: 1, value: { protocol: PROTOCOL_VERSION + 1 } }));
      });
    });
    await new Promise<void>((resolve) => newer.listen(toHostFiles(folder).socket, resolve));

    await expect(open()).rejects.toMatchObject({ failure: 'unavailable' });

    newer.close();
  });

  it('refuses a file that is no database and leaves it as it is', async () => {
    const file = toHostFiles(folder).database;
    await writeFile(file, 'this is no database');

    await expect(open()).rejects.toMatchObject({
      failure: 'unavailable',
      message: expect.stringContaining(file),
    });

    expect(readFileSync(file, 'utf8')).toBe('this is no database');
  });

  it('is closed with the store: what is asked later fails in words', async () => {
    const store = await open();

    await store.close();

    await expect(store.slice(ask())).rejects.toMatchObject({ failure: 'unavailable' });
  });

  if (process.platform === 'linux') {
    it('gets nothing of the environment', async () => {
      process.env['ENTENTE_ADMIN_PASSWORD'] = 'a secret';
      const store = await open();
      delete process.env['ENTENTE_ADMIN_PASSWORD'];

      const variables = readFileSync(`/proc/${await hostPid(folder, () => store.epoch())}/environ`, 'utf8')
        .split('\0')
        .filter(Boolean);

      expect(variables.map((each) => each.split('=')[0]).sort()).toEqual(['NODE_ENV', 'TSX_TSCONFIG_PATH']);
    });
  }
});
