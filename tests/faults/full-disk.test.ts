/** What a load does when nothing more can be written. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

import { toHostFiles } from '@/lib/store/drivers/embedded/host-files';

import { describeWith } from './at-hand';
import { writeDataset } from './dataset.fixture';
import { createEmbeddedGround, findHostPid, type EmbeddedGround } from './embedded-ground';
import { limitFiles } from './limit-files';
import { lookOver, noFlaws } from './look-over';
import { startLoader } from './run-loader';
import { hashOf, loadUndisturbed, withStore, type Setting } from './undisturbed';

jest.setTimeout(240_000);

/** Of what the log of an undisturbed load takes. */
const ROOM = 0.85;
const REJECTS_BYTES = 4 * 1024;

describeWith('a load on a disk that is full', ['prlimit', '--version'], () => {
  let folder = '';
  let setting: Setting<EmbeddedGround> | undefined;
  let logBytes = 0;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-faults-'));
    const dataset = await writeDataset(folder, { name: 'notes', rows: 18_000, relations: 4_000 });
    const ground = createEmbeddedGround(folder);
    const { host } = await wake(ground);
    setting = { ground, dataset, clean: await loadUndisturbed(ground, dataset) };
    logBytes = await sizeOfLog(ground.folder());
    expect(host).toBeGreaterThan(0);
  });
  afterAll(async () => {
    await setting?.ground.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const get = () => {
    if (setting === undefined) throw new Error('The store has not been made.');
    return setting;
  };

  it('ends with words that say what to do, keeps whole batches, and is finished by the same command', async () => {
    const { ground, dataset, clean } = get();
    await ground.empty();
    const { host } = await wake(ground);
    limitFiles(host, Math.round(logBytes * ROOM));

    const started = performance.now();
    const run = await startLoader(ground, dataset).ended;
    const waited = performance.now() - started;

    expect(run.code).toBe(1);
    const { database } = toHostFiles(ground.folder());
    const words = `The disk is full: the embedded database could not write to ${database}`;
    expect(run.report?.failures).toEqual([{ path: dataset, message: expect.stringContaining(words) }]);
    expect(run.report?.failures[0]?.message).toContain('Make room');
    expect(waited).toBeLessThan(60_000);
    const stored = await withStore(ground, lookOver);
    expect(stored).toEqual({ flaws: noFlaws, evidence: stored.checkpoint, checkpoint: stored.checkpoint });
    expect(stored.evidence).toBeGreaterThanOrEqual(Math.max(1, run.acknowledged));

    await ground.kill();
    expect(await withStore(ground, lookOver)).toEqual(stored);

    const again = await startLoader(ground, dataset).ended;
    expect(again).toMatchObject({ code: 0, report: { read: clean.read, rejected: 0 } });
    expect(await hashOf(ground)).toBe(clean.hash);
  });

  it('is finished by a host that met the full disk, once there is room', async () => {
    const { ground, dataset, clean } = get();
    await ground.empty();
    const { host } = await wake(ground);
    limitFiles(host, Math.round(logBytes * ROOM));
    const run = await startLoader(ground, dataset).ended;
    expect(run.code).toBe(1);

    limitFiles(host, 'unlimited');
    const again = await startLoader(ground, dataset).ended;

    expect(await findHostPid(ground.folder())).toBe(host);
    expect(again).toMatchObject({ code: 0, report: { read: clean.read, rejected: 0 } });
    expect(await hashOf(ground)).toBe(clean.hash);
  });

  it.each([
    ['on the way', 2_000],
    ['at the end', 200],
  ])('drops no refused row without a word when they cannot be written down %s', async (when, badRows) => {
    const { ground } = get();
    await ground.empty();
    await wake(ground);
    const file = path.join(folder, `${when}.csv`);
    const rows = Array.from({ length: badRows }, (_, row) => `Person ${row},MET,Person ${row + 1},perhaps`);
    await writeFile(file, ['subject,relation,object,stance', 'Ana,MET,Ben,supports', ...rows].join('\n'));
    const loader = startLoader(ground, file);
    await loader.until(0);
    limitFiles(loader.child.pid ?? 0, REJECTS_BYTES);

    const run = await loader.ended;

    const rejects = path.join(ground.folder(), 'rejects');
    expect(run.code).toBe(1);
    expect(run.report?.failures).toEqual([
      {
        path: expect.any(String),
        message: expect.stringContaining(`The refused rows cannot be written to ${rejects}`),
      },
    ]);
    const again = await startLoader(ground, file).ended;
    expect(again).toMatchObject({ report: { read: badRows + 1, rejected: badRows } });
    const written = await readFile(again.report?.rejectsFile ?? '', 'utf8');
    expect(written.split('\n').filter((line) => line.includes("'perhaps' is not allowed here"))).toHaveLength(
      badRows,
    );
  });
});

/** Starts the host of a folder, and gives its process. */
async function wake(ground: EmbeddedGround): Promise<{ readonly host: number }> {
  await withStore(ground, (store) => store.epoch());
  return { host: (await findHostPid(ground.folder())) ?? 0 };
}

async function sizeOfLog(folder: string): Promise<number> {
  const log = `${toHostFiles(folder).database}.wal`;
  let bytes = 0;
  for (const name of await readdir(log)) bytes += (await stat(path.join(log, name))).size;
  return bytes;
}
