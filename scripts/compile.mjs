// Makes one file each of the programs that start often: loading a hundred small files through a compiler takes longer than a small load.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';

/** The programs by the name of their file; the watchdog is a thread of the host. */
const programs = {
  load: 'scripts/load.ts',
  host: 'lib/store/drivers/embedded/host/main.ts',
  watchdog: 'lib/store/drivers/embedded/host/watchdog.ts',
};

/** Parts of earlier programs are left to those that may still run. */
const OLD_MS = 3_600_000;

/** Data of packages goes into the programs: Node 20 does not import JSON as it stands. */
const takeJsonIn = {
  name: 'take-json-in',
  setup: ({ onResolve }) => {
    // The filter is one of Go, which has no flag u.
    onResolve({ filter: /\.json$/ }, ({ path: wanted, resolveDir }) =>
      wanted.startsWith('.') ? undefined : { path: createRequire(`${resolveDir}/`).resolve(wanted) },
    );
  },
};

/**
 * Compiles the programs; packages stay where they are. The load program is there last and whole, so that it stands for all of them.
 *
 * @param root - the project's folder
 * @param folder - where the programs go, as deep in the project as `scripts`
 */
export async function compile(root, folder) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    plugins: [takeJsonIn],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  fs.mkdirSync(folder, { recursive: true });
  dropOld(folder, new Set(outputFiles.map(({ path: file }) => file)));
  const isLoad = ({ path: file }) => path.basename(file) === 'load.mjs';
  for (const { path: file, contents } of outputFiles.toSorted((a, b) => isLoad(a) - isLoad(b))) {
    const near = `${file}.${process.pid}`;
    fs.writeFileSync(near, contents);
    fs.renameSync(near, file);
  }
}

function dropOld(folder, wanted) {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!wanted.has(file) && Date.now() - fs.statSync(file).mtimeMs > OLD_MS) fs.rmSync(file);
  }
}
