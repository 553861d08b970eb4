import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';

import { EntenteError } from '@/lib/model/entente-error';

import { runProgram } from './run-program';

const VERSION = '5.26.30';
const POM = path.join(import.meta.dirname, 'pom.xml');

/**
 * Returns the folder with Neo4j's jars, downloaded from Maven Central on the first call and kept in
 * the user's cache.
 *
 * The jars are gathered beside their place and moved there in one step, so that an interrupted run
 * leaves nothing half done and two that start at once do not disturb each other.
 * @throws `unavailable` when Maven is missing or cannot download them
 */
export async function fetchNeo4j(log: (line: string) => void): Promise<string> {
  const cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'entente');
  const place = path.join(cache, `neo4j-${VERSION}`);
  if (existsSync(place)) return place;

  await requireMaven();
  log(
    `Fetching Neo4j ${VERSION} from Maven Central: 125 MB, which takes 10 seconds to a few minutes, only this once.`,
  );
  const parts = `${place}.${randomUUID()}`;
  await mkdir(parts, { recursive: true });
  try {
    await copyJars(parts);
    await moveInto(parts, place);
  } finally {
    await rm(parts, { recursive: true, force: true });
  }
  return place;
}

async function requireMaven(): Promise<void> {
  const { code } = await runProgram('mvn', ['-version'], { timeoutMs: 30_000 });
  if (code === 0) return;
  throw new EntenteError(
    'unavailable',
    'Fetching Neo4j needs Maven, and "mvn -version" does not run. Install Maven (https://maven.apache.org/install.html), or start Docker.',
  );
}

async function copyJars(folder: string): Promise<void> {
  const { code, output } = await runProgram('mvn', [
    '--batch-mode',
    '--quiet',
    `--file=${POM}`,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${folder}`,
    '-DincludeScope=runtime',
  ]);
  if (code === 0 && (await readdir(folder)).length > 0) return;
  throw new EntenteError(
    'unavailable',
    `Maven could not fetch Neo4j ${VERSION}. Check the connection to Maven Central and try again. It says:\n${output.slice(-2000)}`,
  );
}

/** A failing rename means that another start was quicker: then its jars are as good as ours. */
async function moveInto(parts: string, place: string): Promise<void> {
  try {
    await rename(parts, place);
  } catch (cause) {
    if (!existsSync(place)) throw cause;
  }
}
