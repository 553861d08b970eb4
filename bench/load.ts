/** `npm run bench -- load`: the loader's speed and memory on real events, beside loads written by hand, on each engine. */
import { writeFile } from 'node:fs/promises';

import { createKeeper, type Keeper } from './load/keeper';
import { writeLoadFiles } from './load/load-files';
import { describeMachine } from './load/machine';
import { measureEngine } from './load/measure-engine';
import { readOptions, usage, type LoadBenchOptions } from './load/options';
import type { EngineResults } from './load/results';
import { toMarkdown } from './load/to-markdown';
import { judge } from './load/verdicts';

/**
 * Runs the benchmark of loading.
 * @returns the exit code: 0 when it could measure, whatever the verdicts
 */
export async function benchLoad(args: readonly string[]): Promise<number> {
  const keeper = createKeeper();
  try {
    const options = readOptions(args);
    if (options === undefined) console.log(usage);
    else await measure(options, keeper);
    return 0;
  } catch (error) {
    console.error(`entente: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await keeper.release();
  }
}

async function measure(options: LoadBenchOptions, keeper: Keeper): Promise<void> {
  const log = (line: string) => {
    console.error(`${new Date().toLocaleTimeString('en-GB')} ${line}`);
  };
  const machine = await describeMachine(keeper);
  log('writing the files');
  const files = await writeLoadFiles(options, keeper);
  const { expected } = files;
  const results: EngineResults[] = [];
  for (const engine of options.engines) {
    results.push(await measureEngine({ engine, files, options, keeper, log }));
  }
  console.log(toMarkdown(machine, results, expected));
  if (options.json === undefined) return;
  const verdicts = results.map((each) => ({ engine: each.engine, verdicts: judge(each, expected) }));
  await writeFile(options.json, `${JSON.stringify({ machine, expected, results, verdicts }, null, 2)}\n`);
}
