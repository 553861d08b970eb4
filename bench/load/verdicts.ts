/** The demands on the loader, each with what was seen. */
import {
  highest,
  median,
  phaseNames,
  type CommandRun,
  type EngineResults,
  type Expected,
  type PhaseName,
} from './results';
import type { BaselinePhase } from './baseline-report';

export interface Verdict {
  readonly demand: string;
  /** Undefined where what it is judged by was not measured. */
  readonly isMet: boolean | undefined;
  readonly seen: string;
}

const PROTOTYPE_SHARE = 0.8;
const AGAIN_SHARE = 1 / 3;
const SINGLE_ROW_FACTOR = 4;
const MEMORY_BYTES = 350_000_000;
const MEGABYTE = 1_000_000;

/** Judges what was measured on an engine against each demand. */
export function judge(results: EngineResults, expected: Expected): readonly Verdict[] {
  const { product, prototype, singleRow, memory } = results;
  const rate = rateOf(product.map(({ first }) => toRun(first)));
  const best = rateOf(prototype.map(({ first }) => first));
  const single = rateOf(singleRow);
  return [
    judgeRatio(
      'first load: at least 80 % of the prototype, whose reading and hashing is not counted',
      [rate, best],
      PROTOTYPE_SHARE,
    ),
    ...judgeAgain(results, expected),
    ...judgeCounts(results, expected),
    judgeRatio(
      'first load: at least 4 times as fast as one row in each transaction',
      [rate, single],
      SINGLE_ROW_FACTOR,
    ),
    ...memory.map(({ rows, loaderPeak }) => ({
      demand: `memory of the loader at ${rows.toLocaleString('en')} rows: at most 350 MB`,
      isMet: loaderPeak === undefined ? undefined : loaderPeak <= MEMORY_BYTES,
      seen: loaderPeak === undefined ? 'not measured' : `${Math.round(loaderPeak / MEGABYTE)} MB`,
    })),
  ];
}

/** Rows a second, of the median of the runs; undefined without any. */
export function rateOf(runs: readonly Pick<BaselinePhase, 'rows' | 'seconds'>[]): number | undefined {
  return runs.length === 0 ? undefined : median(runs.map(({ rows, seconds }) => rows / seconds));
}

export function toRun({ read, seconds }: CommandRun): { readonly rows: number; readonly seconds: number } {
  return { rows: read, seconds };
}

function judgeRatio(demand: string, [ours, theirs]: readonly (number | undefined)[], least: number): Verdict {
  if (ours === undefined || theirs === undefined) return { demand, isMet: undefined, seen: 'not measured' };
  const ratio = ours / theirs;
  const rates = [ours, theirs].map((rate) => Math.round(rate).toLocaleString('en'));
  return { demand, isMet: ratio >= least, seen: `${ratio.toFixed(2)} (${rates.join(' against ')} rows/s)` };
}

function judgeAgain({ product }: EngineResults, { rows }: Expected): readonly Verdict[] {
  if (product.length === 0) return [];
  const created = highest(product.map(({ again }) => sumCreated(again))) ?? 0;
  const known = product.every(({ again }) => again.unchanged === rows);
  const ratio =
    median(product.map(({ again }) => again.seconds)) / median(product.map(({ first }) => first.seconds));
  return [
    {
      demand: 'same file again: creates nothing',
      isMet: created === 0 && known,
      seen: `${created} created${known ? '' : ', and not every row reported as known'}`,
    },
    {
      demand: 'same file again: at most a third of the first time',
      isMet: ratio <= AGAIN_SHARE,
      seen: `${ratio.toFixed(2)} of it`,
    },
  ];
}

/** The database's own counts against the file's and against the report's. */
function judgeCounts({ product }: EngineResults, expected: Expected): readonly Verdict[] {
  if (product.length === 0) return [];
  const wrong = product.flatMap((phases) =>
    phaseNames.flatMap((name) => findWrongCounts(name, phases, expected)),
  );
  const added = product.map(({ changed }) => changed.created.evidence);
  return [
    {
      demand: `changed file: creates its ${expected.newRows.toLocaleString('en')} new rows alone`,
      isMet: product.every(({ changed }) => isOnlyNew(changed, expected)),
      seen: `${added.join(', ')} pieces of evidence`,
    },
    {
      demand: 'every phase: report, file and counts in the store agree; nothing refused',
      isMet: wrong.length === 0,
      seen: wrong.length === 0 ? 'they do' : wrong.join('; '),
    },
  ];
}

function isOnlyNew({ created }: CommandRun, { newRows }: Expected): boolean {
  return created.evidence === newRows && created.relations === newRows && created.entities === 0;
}

function findWrongCounts(
  name: PhaseName,
  phases: Readonly<Record<PhaseName, CommandRun>>,
  { rows, newRows, actors }: Expected,
): readonly string[] {
  const { read, stored, rejected } = phases[name];
  const total = name === 'changed' ? rows + newRows : rows;
  const created = phaseNames
    .slice(0, phaseNames.indexOf(name) + 1)
    .reduce((sum, each) => sum + sumCreated(phases[each]), 0);
  const checks = [
    ['rows read', read, total],
    ['rows refused', rejected, 0],
    ['evidence', stored.evidence, total],
    ['relations', stored.relations, total],
    ['entities', stored.entities, actors],
    ['stored against reported', stored.evidence + stored.relations + stored.entities, created],
  ] as const;
  return checks
    .filter(([, seen, wanted]) => seen !== wanted)
    .map(([what, seen, wanted]) => `${name}: ${what} ${seen}, not ${wanted}`);
}

function sumCreated({ created }: CommandRun): number {
  return created.entities + created.relations + created.evidence;
}
