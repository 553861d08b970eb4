import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { HostFiles } from './host-files';

export interface HostOptions {
  /** The project's folder, where the host's sources and packages are. */
  readonly projectRoot: string;
  /** The host compiled into one file, which starts faster than its sources. */
  readonly program?: string | undefined;
  /** The host ends when nobody has been connected for so long. */
  readonly idleMs: number;
  /** The host may grow by so much during a console statement before it ends itself. */
  readonly memoryGrowthBytes: number;
}

/** Variables that a process cannot start without on some platform. Nothing else of the environment reaches the host, so that no statement can read a secret there. */
const NEEDED_VARIABLES = ['SYSTEMROOT', 'SystemRoot', 'TEMP', 'TMP'];

/** Starts a host for a data folder as a process of its own that outlives this one. Of several started at once, one stays. */
export function startHost(files: HostFiles, options: HostOptions): ChildProcess {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  const { projectRoot, program } = options;
  const log = openSync(files.log, 'a', 0o600);
  const child = spawn(
    process.execPath,
    [
      ...(program === undefined ? toSources(projectRoot) : [program]),
      files.folder,
      String(options.idleMs),
      String(options.memoryGrowthBytes),
    ],
    {
      cwd: files.folder,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
      env: {
        ...neededVariables(),
        TSX_TSCONFIG_PATH: path.join(projectRoot, 'tsconfig.json'),
        NODE_ENV: 'production',
      },
    },
  );
  closeSync(log);
  child.unref();
  return child;
}

function toSources(projectRoot: string): readonly string[] {
  return [
    '--import',
    pathToFileURL(path.join(projectRoot, 'node_modules/tsx/dist/loader.mjs')).href,
    path.join(projectRoot, 'lib/store/drivers/embedded/host/main.ts'),
  ];
}

function neededVariables(): Record<string, string> {
  return Object.fromEntries(
    NEEDED_VARIABLES.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
