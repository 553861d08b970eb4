import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { writeDataset } from './dataset.fixture';
import { depth } from './depth';
import { lookOver, noFlaws } from './look-over';
import { runCommand } from './run-loader';
import { hashOf, withStore, type Setting } from './undisturbed';

const ROUNDS = depth(1, 5);
const NOTHING = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };

/** Loads the same rows twice, one after the other and at once. */
export function describeRepeats(get: () => Setting): void {
  describe('a load of what is there already', () => {
    it('creates nothing and changes nothing', async () => {
      const { ground, dataset } = get();
      await ground.empty();
      const first = await runCommand(ground, [dataset]);
      const hash = await hashOf(ground);

      const second = await runCommand(ground, [dataset]);

      expect(first.report).toMatchObject({ unchanged: 0, rejected: 0 });
      expect(second).toMatchObject({
        code: 0,
        report: { created: NOTHING, unchanged: first.report?.read, rejected: 0 },
      });
      expect(await hashOf(ground)).toBe(hash);
    });
  });

  describe('two loads at once', () => {
    const pairs: [string, readonly [string, string]][] = [];
    beforeAll(async () => {
      const folder = await mkdtemp(path.join(path.dirname(get().dataset), 'pairs-'));
      const rows = depth(3_000, 8_000);
      const one = await writeDataset(folder, { name: 'one', rows, relations: 1_500 });
      const other = await writeDataset(folder, { name: 'other', rows: rows - 700, relations: 2_200 });
      pairs.push(['of datasets that share relations', [one, other]]);
      if (ROUNDS > 1) pairs.push(['of the same dataset', [one, one]]);
    });

    it('end with the graph of one after the other', async () => {
      for (const [what, [a, b]] of pairs) {
        const { ground } = get();
        await ground.empty();
        await runCommand(ground, [a]);
        await runCommand(ground, [b]);
        const serial = await hashOf(ground);

        for (let round = 0; round < ROUNDS; round += 1) {
          await ground.empty();
          const runs = await Promise.all([runCommand(ground, [a]), runCommand(ground, [b])]);

          expect({ what, codes: runs.map(({ code, err }) => ({ code, err })) }).toEqual({
            what,
            codes: runs.map(() => ({ code: 0, err: expect.any(String) })),
          });
          const { flaws } = await withStore(ground, lookOver);
          expect({ what, flaws }).toEqual({ what, flaws: noFlaws });
          expect({ what, hash: await hashOf(ground) }).toEqual({ what, hash: serial });
        }
      }
    });
  });
}
