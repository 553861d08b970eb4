import { describe, expect, it } from '@jest/globals';

import { depth } from './depth';
import { lookOver, noFlaws } from './look-over';
import { startLoader } from './run-loader';
import { hashOf, withStore, type Setting } from './undisturbed';

const DROPS = depth(3, 20);

/** Commits whose replies are lost. */
export function describeLostReplies(get: () => Setting): void {
  describe('a load whose line is cut between commit and answer', () => {
    it(`stores everything once (${DROPS} cuts)`, async () => {
      const { ground, dataset, clean } = get();

      for (let dropped = 0; dropped < DROPS;) {
        await ground.empty();
        const proxy = await ground.startProxy(DROPS - dropped);
        const run = await startLoader(proxy, dataset).ended;
        await proxy.close();

        expect(run).toMatchObject({ code: 0, report: { rejected: 0, failures: [] } });
        expect(run.report?.read).toBe(clean.read);
        expect(proxy.dropped()).toBeGreaterThan(0);
        dropped += proxy.dropped();
        const { flaws, evidence } = await withStore(ground, lookOver);
        expect({ flaws, evidence }).toEqual({ flaws: noFlaws, evidence: clean.read });
        expect(await hashOf(ground)).toBe(clean.hash);
      }
    });
  });
}
