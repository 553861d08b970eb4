import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { runProgram } from './run-program';

const OLDEST_JAVA = 17;
const INSTALL = `Install Java ${OLDEST_JAVA} or 21 (https://adoptium.net), or start Docker.`;

/**
 * Finds the Java to run Neo4j with: that of `JAVA_HOME`, else the one on the path.
 * @throws `unavailable`, naming what to install, when there is none or it is too old
 */
export async function findJava(): Promise<string> {
  const home = process.env['JAVA_HOME'];
  const java = home ? path.join(home, 'bin', 'java') : 'java';
  const { code, output } = await runProgram(java, ['-version'], { timeoutMs: 20_000 });
  if (code !== 0) {
    throw new EntenteError(
      'unavailable',
      `Neo4j needs Java, and "${java} -version" does not run. ${INSTALL}`,
    );
  }
  const version = readJavaVersion(output);
  if (version === undefined || version < OLDEST_JAVA) {
    const found = output.split('\n')[0] ?? '';
    throw new EntenteError(
      'unavailable',
      `Neo4j needs Java ${OLDEST_JAVA} or newer; "${java}" is ${found}. ${INSTALL}`,
    );
  }
  return java;
}

/**
 * Reads the feature version (8, 17, 21) from what `java -version` prints; undefined when it is not
 * there.
 */
export function readJavaVersion(output: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/u.exec(output) ?? [];
  if (first === undefined) return undefined;
  return first === '1' ? Number(second ?? 0) : Number(first);
}
