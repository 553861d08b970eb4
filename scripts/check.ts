/** `npm run check`: all the checks side by side. Each part's output is kept apart and shown where it fails; every failure is shown. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

interface Part {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly code: number;
  readonly seconds: number;
  readonly output: string;
}

const root = path.join(import.meta.dirname, '..');

/** Lint and types both read the types that Next makes of the routes, so these come first. */
const before: Part = { name: 'routes', command: ['next', 'typegen'] };

/** The longest first, so that the others fit beside it. */
const parts: readonly Part[] = [
  { name: 'lint', command: toScript('check:lint') },
  { name: 'types', command: ['tsc', '--noEmit'] },
  ...['layers', 'dead', 'format', 'data'].map((name) => ({ name, command: toScript(`check:${name}`) })),
];

/** With fewer, the longest part would be alone at the end. */
const LEAST_AT_ONCE = 2;

process.exitCode = await main();

async function main(): Promise<number> {
  const started = Date.now();
  const routes = await run(before);
  const outcomes = routes.code === 0 ? [routes, ...(await runAll(parts))] : [routes];
  const failed = outcomes.filter(({ code }) => code !== 0).map(({ name }) => name);
  const total = `${secondsSince(started)} s`;
  console.log(
    failed.length === 0 ? `\nAll checks passed, ${total}.` : `\nFailed: ${failed.join(', ')}. ${total}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function runAll(waiting: readonly Part[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = [...waiting];
  async function work(): Promise<void> {
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) outcomes.push(await run(part));
  }
  const atOnce = Math.max(LEAST_AT_ONCE, availableParallelism());
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  return outcomes;
}

/** Tells how a part went as soon as it has ended. */
async function run({ name, command }: Part): Promise<Outcome> {
  const started = Date.now();
  const { code, output } = await collect(command);
  const seconds = secondsSince(started);
  console.log(`${code === 0 ? '✓' : '✗'} ${name}, ${seconds} s`);
  if (code !== 0) console.log(`\n── ${name} ──\n${output.trimEnd()}\n`);
  return { name, code, seconds, output };
}

function collect(command: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const [program = '', ...args] = command;
    const bin = path.join(root, 'node_modules', '.bin');
    const env = { ...process.env, PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter) };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', ({ message }) => {
      resolve({ code: 1, output: message });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

function toScript(name: string): readonly string[] {
  return ['npm', 'run', '--silent', name];
}

function secondsSince(started: number): number {
  return Math.round((Date.now() - started) / 1000);
}
