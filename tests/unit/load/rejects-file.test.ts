/** Two loads that begin within one second each keep their own refused rows. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { createRejectsFile } from '@/lib/load/rejects-file';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-rejects-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('never writes into the file of another run', async () => {
  const files = await Promise.all(['first', 'second', 'third'].map((reason) => writeOne(reason)));

  expect(new Set(files).size).toBe(3);
  for (const [at, reason] of ['first', 'second', 'third'].entries()) {
    const lines = (await readFile(files[at] ?? '', 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(reason);
  }
});

async function writeOne(reason: string): Promise<string> {
  const rejects = createRejectsFile(folder, 'people');
  await rejects.add({ file: 'people.csv', line: 2, column: 'object', reason, row: 'Ana,MET,' }, undefined);
  return (await rejects.close()) ?? '';
}
