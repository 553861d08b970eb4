import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { engineNames, type EngineName } from './target';

/** What can be measured; `--only` picks. */
const parts = {
  product: 'the whole command: first load, the same file again, a file with 1 % new rows',
  prototype: 'the best statements known, written by hand, on the same rows',
  'single-row': 'one row in each transaction, for some seconds',
  'load-csv': 'LOAD CSV … IN TRANSACTIONS, written by hand (Neo4j alone)',
  memory: "the command's memory at two sizes",
};
export type Part = keyof typeof parts;

export interface LoadBenchOptions {
  readonly engines: readonly EngineName[];
  /** All rows of the data when left out. */
  readonly rows: number | undefined;
  /** `events_named.tsv.gz` of the data. */
  readonly events: string;
  readonly repeat: number;
  readonly parts: ReadonlySet<string>;
  readonly memoryRows: readonly number[];
  readonly sampleSeconds: number;
  readonly isCsv: boolean;
  readonly json: string | undefined;
}

const ROOT = path.join(import.meta.dirname, '..', '..');
const DATA = path.join(ROOT, '..', 'shared', 'datasets', 'icews18');

export const usage = `npm run bench -- load [options]

  --engine embedded|neo4j|both  default: both
  --rows N                      only the first N rows; more than there are: later years with other actors
  --data <folder>               where events_named.tsv.gz is; default: ../shared/datasets/icews18
  --repeat K                    product and prototype K times in turn, medians shown; default: 1
  --only a,b                    of: ${Object.keys(parts).join(', ')}
  --memory-rows N,M             sizes for the memory; default: 100000,1000000
  --sample-seconds N            how long the load row by row runs; default: 10
  --as-csv                      give the product a CSV file in place of the events' own format
  --json <file>                 the figures as JSON too
${Object.entries(parts)
  .map(([name, what]) => `\n  ${name.padEnd(10)} ${what}`)
  .join('')}`;

const known = {
  engine: { type: 'string', default: 'both' },
  rows: { type: 'string' },
  data: { type: 'string', default: DATA },
  repeat: { type: 'string', default: '1' },
  only: { type: 'string', default: Object.keys(parts).join(',') },
  'memory-rows': { type: 'string', default: '100000,1000000' },
  'sample-seconds': { type: 'string', default: '10' },
  'as-csv': { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Parses the arguments.
 * @returns the options, or undefined when help is asked for
 * @throws an `Error` that says which argument is wrong
 */
export function readOptions(args: readonly string[]): LoadBenchOptions | undefined {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  if (values.help) return undefined;
  return {
    engines: toEngines(values.engine),
    rows: values.rows === undefined ? undefined : toCount('rows', values.rows),
    events: toEventsFile(values.data),
    repeat: toCount('repeat', values.repeat),
    parts: toParts(values.only),
    memoryRows: values['memory-rows'].split(',').map((text) => toCount('memory-rows', text)),
    sampleSeconds: toCount('sample-seconds', values['sample-seconds']),
    isCsv: values['as-csv'],
    json: values.json === undefined ? undefined : fromCaller(values.json),
  };
}

function toEngines(text: string): readonly EngineName[] {
  const chosen = engineNames.filter((name) => text === name || text === 'both');
  if (chosen.length === 0) throw new Error(`--engine is ${engineNames.join(', ')} or both, not "${text}".`);
  return chosen;
}

function toParts(text: string): ReadonlySet<string> {
  const chosen = text.split(',');
  const unknown = chosen.find((part) => !Object.hasOwn(parts, part));
  if (unknown === undefined) return new Set(chosen);
  throw new Error(`--only takes ${Object.keys(parts).join(', ')}, not "${unknown}".`);
}

function toCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--${option} is a whole number above 0, not "${text}".`);
}

function toEventsFile(folder: string): string {
  const file = path.join(fromCaller(folder), 'events_named.tsv.gz');
  if (existsSync(file)) return file;
  throw new Error(
    `The data is not there: ${file}. It is the ICEWS events of 2018 as a gzipped table of tabs with the columns date, source, relation, target and split; say where with --data <folder>.`,
  );
}

/** npm runs scripts in the project's folder; a path means what it meant where npm was called. */
function fromCaller(given: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? '.', given);
}
