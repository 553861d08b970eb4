import type { BaselinePhase, StoredCounts } from './baseline-report';
import type { EngineName } from './target';

/** What came of one run of the command. Memory in bytes, time in seconds, unless it could not be measured. */
export interface CommandRun {
  /** From the start of npm to its end, report included. */
  readonly seconds: number;
  /** What the command reports. */
  readonly read: number;
  readonly created: StoredCounts;
  readonly unchanged: number;
  readonly rejected: number;
  /** What is counted in the store behind it. */
  readonly stored: StoredCounts;
  readonly loaderPeak: number | undefined;
  /** Of the process that holds the database, since it started. */
  readonly enginePeak: number | undefined;
}

export const phaseNames = ['first', 'again', 'changed'] as const;
export type PhaseName = (typeof phaseNames)[number];
export type PhasesOf<Run> = Readonly<Record<PhaseName, Run>>;

export interface MemoryRun extends CommandRun {
  readonly rows: number;
}

/** All that was measured on an engine; each list has one entry for each repetition, and what was not asked for is empty. */
export interface EngineResults {
  readonly engine: EngineName;
  readonly product: readonly PhasesOf<CommandRun>[];
  readonly prototype: readonly PhasesOf<BaselinePhase>[];
  readonly singleRow: readonly BaselinePhase[];
  readonly loadCsv: readonly BaselinePhase[];
  readonly memory: readonly MemoryRun[];
}

/** What the files hold. */
export interface Expected {
  readonly rows: number;
  readonly newRows: number;
  readonly actors: number;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [lower = NaN, upper = NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (lower + upper) / 2;
}

/** The highest of what was measured. */
export function highest(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((max, each) => (each === undefined ? max : Math.max(max ?? 0, each)), undefined);
}
