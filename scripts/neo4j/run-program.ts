import { spawn } from 'node:child_process';

interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Where it runs; here when left out. */
  readonly cwd?: string | undefined;
  /** Hears what the program writes while it runs. */
  readonly onOutput?: (text: string) => void;
}

/** What a program did; `code` is null when it could not be started or ran past its time. `output` is all it wrote. */
interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end and tells what came of it. Never throws: a program that is not there is an outcome too. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = {}, timeoutMs = 600_000, cwd, onOutput }: ProgramOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      cwd,
    });
    const collect = (chunk: Buffer) => {
      chunks.push(chunk);
      onOutput?.(chunk.toString('utf8'));
    };
    const output = () => Buffer.concat(chunks).toString('utf8').trim();
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => {
      resolve({ code: null, output: error.message });
    });
    child.once('close', (code) => {
      resolve({ code, output: output() });
    });
  });
}
