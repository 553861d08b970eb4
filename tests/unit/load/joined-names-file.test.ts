import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { writeJoinedNames } from '@/lib/load/joined-names-file';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-joined-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const joining = {
  dataset: 'harbour',
  joined: () =>
    new Map([
      ['ANA LIMA', 'Ana Lima'],
      ['=1+1', 'Bo'],
    ]),
};

describe('The list of names that were taken as one', () => {
  it('is written beside the rejects, and told with its path', async () => {
    const [told = ''] = await writeJoinedNames(folder, [joining]);
    const file = /(\/\S+\.csv)/u.exec(told)?.[1] ?? '';

    expect(told).toContain('All 2 spellings');
    expect(path.dirname(file)).toBe(path.join(folder, 'rejects'));
    expect(await readFile(file, 'utf8')).toBe(
      "dataset,written,taken for\nharbour,ANA LIMA,Ana Lima\nharbour,'=1+1,Bo\n",
    );
  });

  it('is not written where no names were', async () => {
    expect(await writeJoinedNames(folder, [{ dataset: 'harbour', joined: () => new Map() }])).toEqual([]);
  });

  it('is told to be missing where it cannot be written', async () => {
    await writeFile(path.join(folder, 'rejects'), '');

    expect((await writeJoinedNames(folder, [joining]))[0]).toContain('could not be written');
  });
});
