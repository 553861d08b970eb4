import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { openStore } from '@/lib/store/open-store';

import { hashGraph } from '../contract/graph-hash';
import { runLoad } from './run-load';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-merge-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function writeDataset(sameAs: string): Promise<string> {
  const dataset = path.join(folder, 'pacific');
  await mkdir(dataset, { recursive: true });
  const entities = ['id,name,kind,same_as', 'china,China,country,', `prc,PRC,country,${sameAs}`];
  await writeFile(path.join(dataset, 'entities.csv'), entities.join('\n'));
  const triples = [
    'subject,relation,object,start',
    'China,met,Fiji,2023',
    'PRC,met,Fiji,2023',
    'prc,praised,Tonga,',
  ];
  await writeFile(path.join(dataset, 'triples.csv'), triples.join('\n'));
  return dataset;
}

async function hashOf(dataFolder: string): Promise<string> {
  const store = await openStore({ engine: 'embedded', folder: dataFolder });
  try {
    return await hashGraph(store);
  } finally {
    await store.close();
  }
}

describe('A merge', () => {
  it('makes one relation of rows about either, and is undone by loading without it', async () => {
    const data = path.join(folder, 'data');
    const merged = await runLoad(data, [await writeDataset('china')]);
    expect(merged.out).toContain('3 pieces of evidence, 2 relations, 3 entities');

    const apart = await runLoad(data, [await writeDataset('')]);
    expect(apart.out).toContain('taken back');
    const fresh = path.join(folder, 'fresh');
    await runLoad(fresh, [await writeDataset('')]);

    expect(await hashOf(data)).toBe(await hashOf(fresh));
  }, 60_000);
});
