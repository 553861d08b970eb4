/** `npm test`: the checks, then every test of jest, then the browser's; at the end the totals of both. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const JestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

const root = path.join(import.meta.dirname, '..');
const reports = mkdtempSync(path.join(tmpdir(), 'entente-test-'));
const jestReport = path.join(reports, 'jest.json');
const playwrightReport = path.join(reports, 'playwright.json');

const steps: readonly Step[] = [
  { name: 'checks', command: ['npm', 'run', '--silent', 'check'] },
  { name: 'build', command: [process.execPath, 'scripts/bootstrap.mjs', 'build'] },
  { name: 'jest', command: ['npx', 'jest', '--json', `--outputFile=${jestReport}`] },
  {
    name: 'browser',
    command: ['npx', 'playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  },
];

process.exitCode = await main();

async function main(): Promise<number> {
  const failed: string[] = [];
  for (const step of steps) {
    const started = Date.now();
    console.log(`\n── ${step.name} ──`);
    if ((await run(step)) !== 0) failed.push(step.name);
    console.log(`── ${step.name}: ${Math.round((Date.now() - started) / 1000)} s`);
  }
  const jest = readTotals(jestReport, (json) => toJestTotals(JestReport.parse(json)));
  const browser = readTotals(playwrightReport, (json) => toBrowserTotals(PlaywrightReport.parse(json)));
  rmSync(reports, { recursive: true, force: true });
  console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
  console.log(toLine('jest', jest));
  console.log(toLine('playwright', browser));
  const skippedInCi = Boolean(process.env['CI']) && jest.skipped + browser.skipped > 0;
  if (skippedInCi) console.error('With CI set nothing may be skipped.');
  return failed.length === 0 && !skippedInCi ? 0 : 1;
}

function run({ command, env }: Step): Promise<number> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

function readTotals(file: string, toTotals: (json: unknown) => Totals): Totals {
  try {
    return toTotals(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    console.error(`No totals in ${path.basename(file)}: ${String(cause)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function toJestTotals(report: z.infer<typeof JestReport>): Totals {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests,
  };
}

function toBrowserTotals({ stats, errors }: z.infer<typeof PlaywrightReport>): Totals {
  if (stats.flaky > 0) console.log(`${stats.flaky} browser tests passed only on the second try.`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

function toLine(name: string, { passed, failed, skipped }: Totals): string {
  return `${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
