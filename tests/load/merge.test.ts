import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { openStore } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';

import { hashGraph } from '../contract/graph-hash';
import { runLoad } from './run-load';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-merge-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function writeDataset(sameAs: string, way = 'pacific'): Promise<string> {
  const dataset = path.join(folder, way);
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

/** Another set of data, in a folder of its own and without merges; `more` are rows of its `entities.csv`. */
async function writeOther(way: string, more: readonly string[] = []): Promise<string> {
  const dataset = path.join(folder, way);
  await mkdir(dataset, { recursive: true });
  await writeFile(
    path.join(dataset, 'entities.csv'),
    ['id,name,kind', 'china,China,country', ...more].join('\n'),
  );
  await writeFile(
    path.join(dataset, 'triples.csv'),
    'subject,relation,object\nChina,visited,Lund\nAna,lives in,Lund\n',
  );
  return dataset;
}

async function ask<T>(dataFolder: string, question: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore({ engine: 'embedded', folder: dataFolder });
  try {
    return await question(store);
  } finally {
    await store.close();
  }
}

const hashOf = (dataFolder: string): Promise<string> => ask(dataFolder, hashGraph);
const countsOf = (dataFolder: string) => ask(dataFolder, async (store) => (await store.summary()).counts);

describe('A merge', () => {
  it('makes one relation of rows about either, and is undone by loading without it', async () => {
    const data = path.join(folder, 'data');
    const merged = await runLoad(data, [await writeDataset('china')]);
    expect(merged.out).toContain('3 pieces of evidence, 2 relations, 3 entities');

    const apart = await runLoad(data, [await writeDataset('')]);
    expect(apart.out).toContain('was undone');
    const fresh = path.join(folder, 'fresh');
    await runLoad(fresh, [await writeDataset('')]);

    expect(await hashOf(data)).toBe(await hashOf(fresh));
  }, 60_000);

  it('is put in by loading with it, what was loaded apart being taken back', async () => {
    const data = path.join(folder, 'data');
    await runLoad(data, [await writeDataset('')]);
    const merged = await runLoad(data, [await writeDataset('china')]);
    const fresh = path.join(folder, 'fresh');
    await runLoad(fresh, [await writeDataset('china')]);

    expect(merged.out).toContain('was undone');
    expect(await hashOf(data)).toBe(await hashOf(fresh));
  }, 60_000);

  it('in one of two folders that only have the same name takes nothing of the other back, whichever comes first', async () => {
    const merging = await writeDataset('china', path.join('one', 'data'));
    const other = await writeOther(path.join('two', 'data'));
    const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];

    const runs = [];
    for (const dataset of [merging, other, merging]) runs.push(await runLoad(first, [dataset]));
    for (const dataset of [other, merging, other]) runs.push(await runLoad(second, [dataset]));

    expect(runs.map(({ out }) => out.includes('was undone'))).toEqual(runs.map(() => false));
    expect(await countsOf(first)).toMatchObject({ relations: 4, evidence: 5 });
    expect(await countsOf(second)).toMatchObject({ relations: 4, evidence: 5 });
  }, 60_000);

  it('takes back what the store has of a folder of that name about the one that is merged, and says what to do', async () => {
    const data = path.join(folder, 'data');
    await runLoad(data, [await writeOther(path.join('two', 'data'), ['prc,PRC,country'])]);
    const merging = await writeDataset('china', path.join('one', 'data'));
    const dry = await runLoad(data, ['--dry-run', merging]);
    const run = await runLoad(data, [merging]);

    expect(dry.out).toContain('loading undoes');
    expect(run.out).toMatch(/undone .* its own id in dataset\.json/u);
    expect(await countsOf(data)).toMatchObject({ evidence: 3 });
  }, 60_000);

  it('whose line is gone leaves the earlier load, and says how to take it back', async () => {
    const data = path.join(folder, 'data');
    const dataset = await writeDataset('china');
    await runLoad(data, [dataset]);
    await writeFile(path.join(dataset, 'entities.csv'), 'id,name,kind\nchina,China,country\n');
    const again = await runLoad(data, [dataset]);

    expect(again.out).not.toContain('was undone');
    expect(again.out).toMatch(/what it loaded then stays.*--undo l-/u);
  }, 60_000);
});

describe('A file of bare names', () => {
  it('is known when it is loaded again, though others have come to be called so; a new name of several is one of its own, and told', async () => {
    const data = path.join(folder, 'data');
    const bare = path.join(folder, 'bare.csv');
    await writeFile(bare, 'subject,relation,object\nJordan,met,Amal\n');
    const homonyms = path.join(folder, 'homonyms');
    await mkdir(homonyms);
    const entities = ['id,name,kind', 'jordan-land,Jordan,country', 'jordan-mj,Jordan,person'];
    const georgias = ['georgia-land,Georgia,country', 'georgia-state,Georgia,place'];
    await writeFile(path.join(homonyms, 'entities.csv'), [...entities, ...georgias].join('\n'));
    await writeFile(
      path.join(homonyms, 'triples.csv'),
      'subject,relation,object\njordan-mj,met,jordan-land\n',
    );
    const other = path.join(folder, 'other.csv');
    await writeFile(other, 'subject,relation,object\nGeorgia,met,Amal\n');

    await runLoad(data, [bare]);
    await runLoad(data, [homonyms]);
    const again = await runLoad(data, [bare, '--json']);
    const another = await runLoad(data, [other]);

    expect(JSON.parse(again.out)).toMatchObject({ unchanged: 1, rejected: 0, created: { entities: 0 } });
    expect(another.out).toContain(
      "these became entities of their own: 'Georgia' (2: georgia-land, georgia-state)",
    );
    expect(await countsOf(data)).toMatchObject({ relations: 3, evidence: 3 });
  }, 60_000);
});
