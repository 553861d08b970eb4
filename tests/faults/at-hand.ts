import { spawnSync } from 'node:child_process';

import { describe } from '@jest/globals';

/**
 * Runs tests that need a program. Where it is missing, says so in words, or lets them fail where CI
 * is set: there nothing may be skipped.
 * @param what - what is tried
 * @param probe - the program, with arguments to see whether it is there
 */
export function describeWith(what: string, probe: readonly string[], tests: () => void): void {
  const [program = '', ...args] = probe;
  const isThere = spawnSync(program, args, { timeout: 30_000 }).status === 0;
  if (!isThere && !process.env['CI']) process.stdout.write(`\nNOT TRIED: ${what}: THERE IS NO ${program}.\n`);
  (isThere || process.env['CI'] ? describe : describe.skip)(what, tests);
}
