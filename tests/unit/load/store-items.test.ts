import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { LoadId } from '@/lib/model/ids';
import type { Batch, Load } from '@/lib/model/batch';
import { EntenteError } from '@/lib/model/entente-error';
import { collectBatch, type StorableItem, type TripleItem } from '@/lib/load/collect-batch';
import { otherTextReason, storeItems } from '@/lib/load/store-items';
import type { GraphStore } from '@/lib/store/types';

import { readInput } from '../ingest/read-input';
import { createPoisonStore } from './poison-store.fake';

const load: Load = {
  id: LoadId.parse('l-1'),
  dataset: 'd',
  title: 'D',
  tool: 'test',
  startedAt: '2026-01-01T00:00:00Z',
  inputHash: 'h',
  row: 100,
};

function storeRows(store: Pick<GraphStore, 'upsert'>, rows: readonly TripleItem[]) {
  return storeItems(store, rows, collectBatch(rows, load));
}

/** A hundred rows, with the word `poison` in those of the numbers given. */
async function readRows(poisoned: readonly number[]): Promise<readonly TripleItem[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-store-items-'));
  const file = path.join(folder, 'rows.csv');
  const rows = Array.from(
    { length: 100 },
    (_, at) => `a,met,b${at + 1},${poisoned.includes(at + 1) ? 'poison' : ''}`,
  );
  await writeFile(file, ['subject,relation,object,about', ...rows].join('\n'));
  const { items } = await readInput(file);
  await rm(folder, { recursive: true });
  return items.flatMap((item) => (item.kind === 'triple' ? [item] : []));
}

describe('storeItems', () => {
  it('refuses just the rows that the store does not take, and stores the rest', async () => {
    const store = createPoisonStore();

    const { report, refused } = await storeRows(store, await readRows([1, 42, 43, 100]));

    expect(refused.map(({ item }) => item.row)).toEqual([1, 42, 43, 100]);
    expect(refused[0]?.reason).toContain('a property cannot be stored');
    expect(report.created.evidence).toBe(96);
    expect(store.evidence.size).toBe(96);
  });

  it('never lets the checkpoint run ahead of what is stored', async () => {
    const store = createPoisonStore();

    await storeRows(store, await readRows([42]));

    expect(store.checkpoints).toEqual([...store.checkpoints].sort((a, b) => a - b));
    expect(store.checkpoints.at(-1)).toBe(100);
  });

  it('counts a row as stored only once it and all before it are stored or refused', async () => {
    const store = createPoisonStore();

    await storeRows(store, await readRows([42, 77]));

    expect(store.batches.length).toBeGreaterThan(2);
    for (const { load: checkpoint, stored } of store.batches) {
      const refusedBefore = [42, 77].filter((row) => row <= checkpoint.row).length;
      expect(checkpoint.row).toBe(stored + refusedBefore);
    }
  });

  it('calls the load done only with the last part of its last batch', async () => {
    const store = createPoisonStore();
    const rows = await readRows([42]);

    await storeItems(store, rows, collectBatch(rows, { ...load, isDone: true }));

    const done = store.batches.map((batch) => batch.load.isDone === true);
    expect(done.at(-1)).toBe(true);
    expect(done.slice(0, -1)).not.toContain(true);
  });

  it('takes no checkpoint further than that of the batch, when rows behind it are stored again', async () => {
    const store = createPoisonStore();
    const rows = await readRows([42]);

    await storeItems(store, rows, collectBatch(rows, { ...load, row: 10 }));

    expect(store.checkpoints.filter((row) => row > 10)).toEqual([]);
  });

  it('names the rows as refused whose passage is in the store with another text', async () => {
    const rows = await readRows([]);
    const refusedEvidence = rows.slice(2, 4).map(({ triple }) => triple.evidence.id);
    const { upsert } = createPoisonStore();
    const refusing = {
      upsert: async (batch: Batch) => ({ ...(await upsert(batch)), refusedEvidence }),
    };

    const { refused } = await storeRows(refusing, rows);

    expect(refused.map(({ item, reason }) => [item.row, reason])).toEqual([
      [3, otherTextReason],
      [4, otherTextReason],
    ]);
  });

  it('passes on what is wrong with something that is no row', async () => {
    const rows = await readRows([1]);
    const types = rows.slice(0, 1).flatMap(({ triple }) => triple.types);
    const upsert = () => Promise.reject(new EntenteError('invalid', 'a type cannot be stored'));

    const items = types.map((entry): StorableItem => ({ kind: 'type', entry }));

    expect(items).toHaveLength(1);
    await expect(storeItems({ upsert }, items, collectBatch(items, load))).rejects.toThrow(
      'a type cannot be stored',
    );
  });

  it('passes on that the store does not answer, without trying each row', async () => {
    let calls = 0;
    const upsert = () => {
      calls += 1;
      return Promise.reject(new EntenteError('unavailable', 'nothing answers'));
    };

    await expect(storeRows({ upsert }, await readRows([]))).rejects.toThrow(/nothing answers/u);
    expect(calls).toBe(1);
  });
});

describe('collectBatch', () => {
  it('brings what several rows share once, and lets a later place fill a gap', async () => {
    const [first] = await readRows([]);
    if (!first) throw new Error('no row');
    const { relation } = first.triple;
    const later = {
      ...first,
      triple: { ...first.triple, relation: { ...relation, place: 'Porto', modality: 'future' as const } },
    };

    const batch = collectBatch([first, later], load);

    expect(batch.relations).toEqual([{ ...relation, place: 'Porto' }]);
    expect(batch.evidence).toHaveLength(1);
    expect(batch.entities).toHaveLength(2);
    expect(batch.types).toHaveLength(1);
  });
});
