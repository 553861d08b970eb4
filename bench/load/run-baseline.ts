import path from 'node:path';

import { BaselineReport, type BaselinePhase, type BaselineRequest } from './baseline-report';
import type { Keeper } from './keeper';
import { runMeasured } from './run-measured';
import type { Target } from './target';

const SCRIPT = path.join(import.meta.dirname, 'baseline.ts');

export type BaselineWishes = Pick<BaselineRequest, 'baseline' | 'first' | 'changed' | 'sampleSeconds'>;

/** Runs a hand-written load on a fresh database, in a process of its own. */
export async function runBaseline(
  wishes: BaselineWishes,
  { address, folder }: Target,
  keeper: Keeper,
): Promise<readonly BaselinePhase[]> {
  const request: BaselineRequest = {
    ...wishes,
    folder,
    ...(address.engine === 'neo4j' && {
      neo4j: { address: address.address, user: address.user, password: address.password },
    }),
  };
  const args = ['--import', 'tsx', SCRIPT, JSON.stringify(request)];
  const command = { program: process.execPath, args, env: {}, script: 'bench/load/baseline.ts', codes: [0] };
  const { stdout } = await runMeasured(command, keeper);
  return BaselineReport.parse(JSON.parse(stdout)).phases;
}
