import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Why no Neo4j can be started here, or undefined when one can. */
export function whyNoNeo4j(): string | undefined {
  const home = process.env['JAVA_HOME'];
  if (!runs(home ? path.join(home, 'bin', 'java') : 'java')) return 'JAVA IS NOT INSTALLED';
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(process.env['HOME'] ?? '', '.cache');
  if (existsSync(path.join(cache, 'entente')) || runs('mvn')) return undefined;
  return 'MAVEN IS NOT INSTALLED';
}

function runs(program: string): boolean {
  return spawnSync(program, ['-version'], { timeout: 30_000 }).status === 0;
}
