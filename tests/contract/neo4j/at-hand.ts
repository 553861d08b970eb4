import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { describe } from '@jest/globals';

/** Why no Neo4j can be started here, or undefined when one can. */
export function whyNoNeo4j(): string | undefined {
  const home = process.env['JAVA_HOME'];
  if (!runs(home ? path.join(home, 'bin', 'java') : 'java')) return 'JAVA IS NOT INSTALLED';
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(process.env['HOME'] ?? '', '.cache');
  if (existsSync(path.join(cache, 'entente')) || runs('mvn')) return undefined;
  return 'MAVEN IS NOT INSTALLED';
}

/** A block of tests that needs Neo4j: where none can be started it is skipped, and said so, but never with CI set. */
export function describeWhereNeo4j(name: string, tests: () => void): void {
  const missing = process.env['CI'] ? undefined : whyNoNeo4j();
  if (missing === undefined) {
    describe(name, tests);
    return;
  }
  process.stdout.write(`\nTHE CONTRACT IS NOT TESTED ON NEO4J: ${missing}.\n`);
  describe.skip(name, tests);
}

function runs(program: string): boolean {
  return spawnSync(program, ['-version'], { timeout: 30_000 }).status === 0;
}
