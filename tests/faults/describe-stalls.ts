import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { depth } from './depth';
import { lookOver, noFlaws } from './look-over';
import type { Neo4jGround } from './neo4j-ground';
import { startLoader, type LoaderRun } from './run-loader';
import { hashOf, withStore, type Setting } from './undisturbed';

const STALL_MS = depth(6_000, 20_000);

/** A database that stops answering, and one that is started again, in mid-load. */
export function describeStalls(get: () => Setting<Neo4jGround>): void {
  describe('a load whose database', () => {
    it(`answers nothing for ${STALL_MS / 1000} seconds goes on by itself`, async () => {
      const { ground, dataset } = get();
      await ground.empty();
      const loader = startLoader(ground, dataset);
      await loader.until(1);
      const { pid } = ground.server();

      process.kill(pid, 'SIGSTOP');
      await Promise.race([wait(STALL_MS), loader.ended]);
      process.kill(pid, 'SIGCONT');

      await expectAllOnce(get(), await loader.ended);
    });

    it('is started again goes on by itself, and repeats one batch at most', async () => {
      const { ground, dataset } = get();
      await ground.empty();
      const loader = startLoader(ground, dataset);
      await loader.until(1);

      await ground.restart();
      const run = await loader.ended;

      await expectAllOnce(get(), run);
      expect(run.report?.unchanged).toBeLessThanOrEqual(run.largestBatch);
    });
  });
}

async function expectAllOnce({ ground, clean }: Setting, run: LoaderRun): Promise<void> {
  expect(run).toMatchObject({ code: 0, report: { read: clean.read, rejected: 0, failures: [] } });
  const { flaws, evidence } = await withStore(ground, lookOver);
  expect({ flaws, evidence }).toEqual({ flaws: noFlaws, evidence: clean.read });
  expect(await hashOf(ground)).toBe(clean.hash);
}
