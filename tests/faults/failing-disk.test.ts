/** What a load does when what it stored could not be made to last. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

import { describeWith } from './at-hand';
import { writeDataset } from './dataset.fixture';
import { depth, seed } from './depth';
import { createEmbeddedGround, findHostPid, type EmbeddedGround } from './embedded-ground';
import { compileFault, startFailingHost } from './failing-host';
import { lookOver, noFlaws } from './look-over';
import { createRandom } from './random';
import { startLoader } from './run-loader';
import { hashOf, loadUndisturbed, withStore, type Setting } from './undisturbed';

const FAILURES = depth(1, 10);
/** The moment is chosen from the first part of what an undisturbed load makes last, so that a commit is still to come. */
const SHARE = 0.4;

jest.setTimeout(depth(240_000, 1_200_000));

describeWith('a load on a disk that fails', ['cc', '--version'], () => {
  let folder = '';
  let library = '';
  let setting: Setting<EmbeddedGround> | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entente-faults-'));
    library = compileFault(folder);
    const dataset = await writeDataset(folder, { name: 'notes', rows: 18_000, relations: 6_000 });
    const ground = createEmbeddedGround(folder);
    setting = { ground, dataset, clean: await loadUndisturbed(ground, dataset) };
  });
  afterAll(async () => {
    await setting?.ground.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it(`takes the failure as the end of that host, reads what is stored, and goes on (${FAILURES} failures, seed ${seed})`, async () => {
    if (setting === undefined) throw new Error('The store has not been made.');
    const { ground, dataset, clean } = setting;
    const random = createRandom(seed);
    const whole = await countOutcomes(ground, { library, dataset });
    for (let failure = 0; failure < FAILURES; failure += 1) {
      await ground.empty();
      const host = await startFailingHost(ground.folder(), library);
      const loader = startLoader(ground, dataset);
      await loader.until(0);
      const moment = random.next() * SHARE * whole;
      while (host.outcomes().length < moment) await wait(2);

      host.failOnce();
      const run = await loader.ended;

      expect(await findHostPid(ground.folder())).not.toBe(host.pid);
      const outcomes = host.outcomes();
      expect(outcomes.filter((each) => each === 'INJECTED')).toHaveLength(1);
      expect(outcomes.at(-1)).toBe('INJECTED');
      expect(run).toMatchObject({ code: 0, report: { read: clean.read, rejected: 0, failures: [] } });
      const seen = await withStore(ground, lookOver);
      expect(seen).toEqual({ flaws: noFlaws, evidence: clean.read, checkpoint: clean.read });
      expect(await hashOf(ground)).toBe(clean.hash);
    }
  });
});

interface Undisturbed {
  readonly library: string;
  readonly dataset: string;
}

/** How many times a load that nothing disturbs makes something last. */
async function countOutcomes(ground: EmbeddedGround, { library, dataset }: Undisturbed): Promise<number> {
  await ground.empty();
  const host = await startFailingHost(ground.folder(), library);
  await startLoader(ground, dataset).ended;
  return host.outcomes().length;
}
