import type { Keeper } from './keeper';
import type { LoadFiles } from './load-files';
import type { LoadBenchOptions, Part } from './options';
import type { BaselinePhase } from './baseline-report';
import type { CommandRun, EngineResults, MemoryRun, PhasesOf } from './results';
import { runBaseline } from './run-baseline';
import { runCommand } from './run-command';
import { openTarget, type EngineName, type Target } from './target';

interface Measuring {
  readonly engine: EngineName;
  readonly files: LoadFiles;
  readonly options: LoadBenchOptions;
  readonly keeper: Keeper;
  readonly log: (line: string) => void;
}

/** Measures on one engine all that is asked for; every load begins on a database of its own. */
export async function measureEngine(measuring: Measuring): Promise<EngineResults> {
  const { engine, options } = measuring;
  const prototype: PhasesOf<BaselinePhase>[] = [];
  const product: PhasesOf<CommandRun>[] = [];
  const has = (part: Part) => options.parts.has(part);
  for (let turn = 0; turn < options.repeat; turn += 1) {
    if (has('prototype')) prototype.push(await measurePrototype(measuring));
    if (has('product')) product.push(await measureProduct(measuring));
  }
  return {
    engine,
    prototype,
    product,
    singleRow: has('single-row') ? await measureBaseline(measuring, 'single-row') : [],
    loadCsv: has('load-csv') && engine === 'neo4j' ? await measureBaseline(measuring, 'load-csv') : [],
    memory: has('memory') ? await measureMemory(measuring) : [],
  };
}

function measureProduct(measuring: Measuring): Promise<PhasesOf<CommandRun>> {
  const { first, changed } = measuring.files.forCommand;
  return onFreshTarget(measuring, 'the command', async (target) => ({
    first: await runCommand(first, target, measuring.keeper),
    again: await runCommand(first, target, measuring.keeper),
    changed: await runCommand(changed, target, measuring.keeper),
  }));
}

async function measurePrototype(measuring: Measuring): Promise<PhasesOf<BaselinePhase>> {
  const [first, again, changed] = await measureBaseline(measuring, 'prototype');
  if (first === undefined || again === undefined || changed === undefined) {
    throw new Error('The prototype gave fewer than three phases.');
  }
  return { first, again, changed };
}

function measureBaseline(
  measuring: Measuring,
  baseline: 'prototype' | 'single-row' | 'load-csv',
): Promise<readonly BaselinePhase[]> {
  const { files, options, keeper } = measuring;
  const { first, changed } = files.forBaselines;
  const wishes = { baseline, first, changed, sampleSeconds: options.sampleSeconds };
  return onFreshTarget(measuring, baseline, (target) => runBaseline(wishes, target, keeper));
}

async function measureMemory(measuring: Measuring): Promise<readonly MemoryRun[]> {
  const runs: MemoryRun[] = [];
  for (const rows of measuring.options.memoryRows) {
    const { file, remove } = await measuring.files.makeSized(rows);
    const run = await onFreshTarget(measuring, `memory at ${rows} rows`, (target) =>
      runCommand(file, target, measuring.keeper),
    );
    await remove();
    runs.push({ ...run, rows });
  }
  return runs;
}

async function onFreshTarget<T>(
  { engine, keeper, log }: Measuring,
  what: string,
  work: (target: Target) => Promise<T>,
): Promise<T> {
  log(`${engine}: ${what}`);
  const target = await openTarget(engine, keeper, { readsFiles: what === 'load-csv' });
  try {
    return await work(target);
  } finally {
    await target.close();
  }
}
