import { z } from 'zod';

import { openStore } from '@/lib/store/open-store';

import type { StoredCounts } from './baseline-report';
import type { Keeper } from './keeper';
import type { CommandRun } from './results';
import { runMeasured } from './run-measured';
import type { Target } from './target';

const Created = z.object({ entities: z.int(), relations: z.int(), evidence: z.int() });

/** The line that `--json` gives. */
const Report = z.object({ read: z.int(), created: Created, unchanged: z.int(), rejected: z.int() });

const DONE = 0;
const DONE_WITH_REJECTS = 2;

/** Loads a file by the command that a person types, and counts in the store what is there then. */
export async function runCommand(file: string, target: Target, keeper: Keeper): Promise<CommandRun> {
  const { stdout, seconds, peak } = await runMeasured(
    {
      program: 'npm',
      args: ['run', '--silent', 'load', '--', file, '--store', target.store, '--json'],
      env: target.env,
      script: '.build/load.mjs',
      codes: [DONE, DONE_WITH_REJECTS],
    },
    keeper,
  );
  const report = Report.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  const enginePeak = target.readPeak();
  const stored = await countStored(target);
  await target.rest();
  return { ...report, seconds, stored, loaderPeak: peak, enginePeak };
}

async function countStored({ address }: Target): Promise<StoredCounts> {
  const store = await openStore(address);
  try {
    const { entities, relations, evidence } = (await store.summary()).counts;
    return { entities, relations, evidence };
  } finally {
    await store.close();
  }
}
