import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readInput } from './read-input';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-confidence-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('The confidence of a row', () => {
  it('is a percentage, or a share with a decimal point; anything else is refused with the way to write it', async () => {
    const cells = ['87', '87 %', '0.87', '1.0', '0', '1', '', '101', 'high', '-3', '1e2'];
    const file = path.join(folder, 'rows.csv');
    const rows = cells.map((cell, at) => `a,met,b${at},${cell}`);
    await writeFile(file, ['subject,relation,object,confidence', ...rows].join('\n'));

    const { triples, rejects } = await readInput(file);

    expect(triples.map(({ evidence }) => evidence.confidence)).toEqual([87, 87, 87, 100, 0, 1, undefined]);
    expect(rejects.map(({ line, column }) => [line, column])).toEqual(
      [9, 10, 11, 12].map((line) => [line, 'confidence']),
    );
    expect(rejects[0]?.reason).toContain('write a percentage, 87');
  });
});
