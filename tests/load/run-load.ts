import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

export interface LoadRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the loader as a person does, as a process of its own, on the store in a data folder. */
export function runLoad(
  dataFolder: string,
  args: readonly string[],
  watch?: (child: ChildProcess) => void,
): Promise<LoadRun> {
  return runScript('load', { dataFolder, args, watch });
}

/** Runs the loader as `npm run load` does: compiled, with its packages beside it. */
export function runCompiledLoad(dataFolder: string, args: readonly string[]): Promise<LoadRun> {
  return run([path.join(ROOT, 'scripts', 'bootstrap.mjs'), 'load', ...args], { dataFolder });
}

interface ScriptRun {
  readonly dataFolder: string;
  readonly args: readonly string[];
  readonly watch?: ((child: ChildProcess) => void) | undefined;
}

/** Runs one of the project's commands as a process of its own, with a data folder. */
export function runScript(name: string, { dataFolder, args, watch }: ScriptRun): Promise<LoadRun> {
  const script = path.join(ROOT, 'scripts', `${name}.ts`);
  return run(['--import', 'tsx', script, ...args], { dataFolder, watch });
}

function run(
  args: readonly string[],
  { dataFolder, watch }: Pick<ScriptRun, 'dataFolder' | 'watch'>,
): Promise<LoadRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ENTENTE_STORE: 'embedded', ENTENTE_DATA: dataFolder, INIT_CWD: ROOT },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
    watch?.(child);
  });
}
