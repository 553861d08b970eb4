import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { LoadTarget } from '@/lib/load/load-options';
import { loadPaths } from '@/lib/load/load-paths';
import type { Batch, Load } from '@/lib/model/batch';
import { LoadId } from '@/lib/model/ids';
import { openStore } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';

const ROWS = 50;
const BATCH = 10;

let folder = '';
let store: GraphStore;
let tests = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-resume-'));
  store = await openStore({ engine: 'embedded', folder: path.join(folder, 'data'), idleMs: 300 });
});

/** Each test loads a file of its own. */
const file = () => path.join(folder, `rows-${tests}.csv`);

beforeEach(async () => {
  tests += 1;
  const rows = Array.from({ length: ROWS }, (_, at) => `a${at},met,b${at}`);
  await writeFile(file(), ['subject,relation,object', ...rows].join('\n'));
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, maxRetries: 5 });
});

/** Loads the rows ten at a time, and stops after so many batches; all that is sent to the store is written down. */
async function loadRows({ stopAfter = Infinity }: { stopAfter?: number } = {}) {
  const controller = new AbortController();
  const batches: Batch[] = [];
  const target: LoadTarget = {
    ...store,
    batchItems: BATCH,
    upsert: async (batch, onSent) => {
      batches.push(batch);
      const report = await store.upsert(batch, onSent);
      if (batches.length === stopAfter) controller.abort();
      return report;
    },
  };
  const report = await loadPaths(target, [file()], {
    dataFolder: folder,
    signal: controller.signal,
  });
  return { report, batches, stored: await findStored(report.inputs[0]?.load) };
}

async function findStored(load: string | undefined) {
  const stored = await store.findLoad(LoadId.parse(load));
  if (!stored) throw new Error('the store knows nothing of the load');
  return stored;
}

const rowsOf = (batches: readonly Batch[]) =>
  batches.flatMap(({ evidence }) => evidence.map(({ line }) => line));
const checkpointsOf = (batches: readonly Batch[]) => batches.map(({ load }): Load['row'] => load.row);

describe('A load that was interrupted', () => {
  it('leaves the row up to which all is stored, and is not done', async () => {
    const { report, stored } = await loadRows({ stopAfter: 2 });

    expect(report.isStopped).toBe(true);
    expect(stored.isDone).toBe(false);
    expect(stored.evidence).toBe(stored.row);
    expect(stored.row).toBeLessThan(ROWS);
    expect(stored.row).toBeGreaterThanOrEqual(2 * BATCH);
  });

  it('goes on behind that row, and sends no row before it again', async () => {
    const first = await loadRows({ stopAfter: 2 });
    const second = await loadRows();

    expect(second.report).toMatchObject({
      read: ROWS,
      resumed: first.stored.row,
      created: { evidence: ROWS - first.stored.row },
    });
    expect(rowsOf(second.batches)).toEqual(
      Array.from({ length: ROWS - first.stored.row }, (_, at) => first.stored.row + at + 2),
    );
    expect(second.stored).toMatchObject({ row: ROWS, isDone: true, evidence: ROWS });
  });

  it('never takes its checkpoint back, and is done with the last batch only', async () => {
    const first = await loadRows({ stopAfter: 2 });
    const { batches } = await loadRows();

    const checkpoints = checkpointsOf(batches);
    expect(checkpoints).toEqual([...checkpoints].sort((a, b) => a - b));
    expect(Math.min(...checkpoints)).toBeGreaterThan(first.stored.row);
    expect(batches.map(({ load }) => load.isDone)).toEqual(batches.map((_, at) => at === batches.length - 1));
  });
});

describe('A load that is done', () => {
  it('is compared row by row the next time, and stays done at the row where it was', async () => {
    await loadRows();

    const { report, batches, stored } = await loadRows();

    expect(report).toMatchObject({ read: ROWS, unchanged: ROWS, resumed: 0, created: { evidence: 0 } });
    expect(checkpointsOf(batches)).toEqual(batches.map(() => ROWS));
    expect(batches.map(({ load }) => load.isDone)).toEqual(batches.map(() => true));
    expect(stored).toMatchObject({ row: ROWS, isDone: true, evidence: ROWS });
  });

  it('stays done when the comparison is stopped', async () => {
    await loadRows();

    const { stored } = await loadRows({ stopAfter: 2 });

    expect(stored).toMatchObject({ row: ROWS, isDone: true });
  });
});
