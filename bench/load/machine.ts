import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import type { Keeper } from './keeper';
import { ROOT, runMeasured } from './run-measured';

const Manifest = z.object({ version: z.string() });
const JarVersion = /<version>(5\.[\d.]+)<\/version>/u;
const BYTES_PER_GIB = 1024 ** 3;

/** What the figures were taken on, a fact a line. */
export async function describeMachine(keeper: Keeper): Promise<readonly string[]> {
  const [processor] = cpus();
  // The very first start may install packages.
  await timeStart(keeper, 'npm');
  const manifest = path.join(ROOT, 'node_modules', '@grafeo-db', 'js', 'package.json');
  const grafeo = Manifest.parse(JSON.parse(await readFile(manifest, 'utf8'))).version;
  const pom = await readFile(path.join(ROOT, 'scripts', 'neo4j', 'pom.xml'), 'utf8');
  return [
    `${availableParallelism()} cores (${processor?.model ?? 'unknown'}), ${Math.round(totalmem() / BYTES_PER_GIB)} GiB, ${process.platform} ${process.arch}`,
    `Node ${process.version}, Grafeo ${grafeo}, Neo4j ${JarVersion.exec(pom)?.[1] ?? 'unknown'} Community (SerialGC, all compilers)`,
    `\`npm run load\` says its options in ${await timeStart(keeper, 'npm')} s, the script alone in ${await timeStart(keeper, 'node')} s: what npm and the check for packages add to each run below`,
  ];
}

const starts = {
  npm: { program: 'npm', args: ['run', '--silent', 'load', '--', '--help'] },
  node: { program: process.execPath, args: ['.build/load.mjs', '--help'] },
};

async function timeStart(keeper: Keeper, way: keyof typeof starts): Promise<string> {
  const command = { ...starts[way], env: {}, script: '.build/load.mjs', codes: [0] };
  return (await runMeasured(command, keeper)).seconds.toFixed(2);
}
