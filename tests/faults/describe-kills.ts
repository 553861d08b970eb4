import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { depth, seed } from './depth';
import type { Ground } from './ground';
import { lookOver, noFlaws } from './look-over';
import { createRandom, type Random } from './random';
import { startLoader, type LoaderRun } from './run-loader';
import { hashOf, withStore, type Setting, type Undisturbed } from './undisturbed';

const KILLS = depth(4, 50);

/** Of all kills, so many come while the loader is still starting. */
const WHILE_STARTING = 0.1;
const START_MS = 700;

/** Kills processes during a load. */
export function describeKills(get: () => Setting): void {
  describe('a load that is killed again and again', () => {
    it(`ends with the graph of one that was left alone, and nothing half stored on the way (${KILLS} kills, seed ${seed})`, async () => {
      const { ground, dataset, clean } = get();
      const random = createRandom(seed);

      let killed = 0;
      while (killed < KILLS) {
        await ground.empty();
        for (let isDone = false; !isDone;) {
          const victim = killed < KILLS ? pickVictim(ground, killed) : 'nobody';
          const moment = pickMoment(clean, random);
          const run = await loadUntilKilled({ ground, dataset, victim, ...moment });
          const seen = await withStore(ground, lookOver);
          const where = `kill ${killed} of ${victim} ${Math.round(moment.ms)} ms after ${moment.rows} rows`;
          expect({ where, flaws: seen.flaws }).toEqual({ where, flaws: noFlaws });
          expect({ where, evidence: seen.evidence }).toEqual({ where, evidence: seen.checkpoint });
          expect(seen.evidence).toBeGreaterThanOrEqual(run.acknowledged);
          if (victim === 'nobody' || victim === 'engine' || !run.wasKilled) {
            expect({ where, ...run }).toMatchObject({ where, code: 0, report: { failures: [] } });
          }
          isDone = run.code === 0;
          if (run.wasKilled) killed += 1;
        }
        expect(await hashOf(ground)).toBe(clean.hash);
      }
    });
  });
}

const victims = ['loader', 'engine', 'both'] as const;
type Victim = (typeof victims)[number] | 'nobody';

function pickVictim({ kill }: Ground, number: number): Victim {
  return (kill === undefined ? 'loader' : victims[number % victims.length]) ?? 'loader';
}

interface Moment {
  /** After so many rows are acknowledged; before 0, from the loader's start. */
  readonly rows: number;
  /** So long after that. */
  readonly ms: number;
}

function pickMoment({ ms, read, largestBatch }: Undisturbed, random: Random): Moment {
  if (random.next() < WHILE_STARTING) return { rows: -1, ms: random.next() * START_MS };
  const batches = read / largestBatch;
  return { rows: random.below(read - largestBatch), ms: (random.next() * 0.5 * ms) / batches };
}

/**
 * Tells how the load ended, and whether something was killed while it ran. A load whose engine
 * alone was killed continues.
 */
async function loadUntilKilled({
  ground,
  dataset,
  victim,
  rows,
  ms,
}: Moment & { readonly ground: Ground; readonly dataset: string; readonly victim: Victim }): Promise<
  LoaderRun & { readonly wasKilled: boolean }
> {
  const loader = startLoader(ground, dataset);
  if (victim === 'nobody') return { ...(await loader.ended), wasKilled: false };
  if (rows >= 0) await loader.until(rows);
  const early = await Promise.race([wait(ms), loader.ended]);
  if (early !== undefined) return { ...early, wasKilled: false };
  if (victim !== 'engine') loader.child.kill('SIGKILL');
  if (victim !== 'loader') await ground.kill?.();
  return { ...(await loader.ended), wasKilled: true };
}
