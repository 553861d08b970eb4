import type { BaselinePhase, StoredCounts } from './baseline-report';
import {
  highest,
  median,
  phaseNames,
  type CommandRun,
  type EngineResults,
  type Expected,
  type PhaseName,
} from './results';
import { judge, rateOf, toRun, type Verdict } from './verdicts';

const phaseTitles: Readonly<Record<PhaseName, string>> = {
  first: 'first load',
  again: 'same file again',
  changed: 'changed file, 1 % new',
};
const engineTitles = { embedded: 'Embedded (Grafeo)', neo4j: 'Neo4j' };
const HEAD = [
  '| what | rows | seconds | rows/s | of the prototype | created: entities / relations / evidence | in the store then | loader, peak MB | engine, peak MB |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];
const MEGABYTE = 1_000_000;

/**
 * Writes the report as markdown, from the machine's facts, what was measured, and what the files
 * hold.
 */
export function toMarkdown(
  machine: readonly string[],
  results: readonly EngineResults[],
  expected: Expected,
): string {
  return [
    '# The loader, measured',
    '',
    ...machine.map((fact) => `- ${fact}`),
    `- ${format(expected.rows)} rows between ${format(expected.actors)} actors; the changed file has ${format(expected.newRows)} more`,
    '',
    'The command is timed from the start of npm to its end, with reading, checking and report; each begins without a host of the embedded',
    'database. Of the prototype the statements alone are timed; the time of reading and hashing its rows stands beside. Load by row:',
    'a sample from the beginning of the file. LOAD CSV: a table that has its ids already. An engine’s peak is since it started.',
    ...results.flatMap((each) => toSection(each, expected)),
  ].join('\n');
}

function toSection(results: EngineResults, expected: Expected): readonly string[] {
  const { engine, product, prototype, singleRow, loadCsv, memory } = results;
  const best = (name: PhaseName) => rateOf(prototype.map((phases) => phases[name]));
  const commandRows = phaseNames.map((name) =>
    toCommandRow(
      phaseTitles[name],
      product.map((phases) => phases[name]),
      best(name),
    ),
  );
  const prototypeRows = phaseNames.map((name) =>
    toBaselineRow(
      `prototype: ${phaseTitles[name]}`,
      prototype.map((phases) => phases[name]),
      best(name),
    ),
  );
  return [
    '',
    `## ${engineTitles[engine]}`,
    '',
    ...HEAD,
    ...commandRows,
    ...prototypeRows,
    toBaselineRow('one row a transaction', singleRow, best('first')),
    toBaselineRow('LOAD CSV … IN TRANSACTIONS', loadCsv, best('first')),
    ...memory.map((run) => toCommandRow('first load, for its memory', [run], undefined)),
    '',
    ...judge(results, expected).map(toLine),
  ].filter((line): line is string => line !== undefined);
}

function toCommandRow(
  title: string,
  runs: readonly CommandRun[],
  best: number | undefined,
): string | undefined {
  const [run] = runs;
  if (run === undefined) return undefined;
  const rate = rateOf(runs.map(toRun));
  return toRow([
    `**${title}**`,
    format(run.read),
    formatSeconds(runs),
    format(rate),
    formatRatio(rate, best),
    formatCounts(run.created),
    formatCounts(run.stored),
    formatMemory(runs.map(({ loaderPeak }) => loaderPeak)),
    formatMemory(runs.map(({ enginePeak }) => enginePeak)),
  ]);
}

function toBaselineRow(
  title: string,
  runs: readonly BaselinePhase[],
  best: number | undefined,
): string | undefined {
  const [run] = runs;
  if (run === undefined) return undefined;
  const rate = rateOf(runs);
  const reading = median(runs.map(({ readSeconds }) => readSeconds)).toFixed(1);
  return toRow([
    title,
    format(run.rows),
    `${formatSeconds(runs)} + ${reading} to prepare`,
    format(rate),
    formatRatio(rate, best),
    '',
    formatCounts(run.stored),
    '',
    '',
  ]);
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function toLine({ demand, isMet, seen }: Verdict): string {
  const verdict = isMet === undefined ? 'not judged' : isMet ? 'met' : 'NOT MET';
  return `- ${verdict}: ${demand}: ${seen}`;
}

/** The median, and behind it each run where there are several. */
function formatSeconds(runs: readonly { readonly seconds: number }[]): string {
  const all = runs.map(({ seconds }) => seconds);
  const each = all.length > 1 ? ` (${all.map((seconds) => seconds.toFixed(1)).join(', ')})` : '';
  return `${median(all).toFixed(1)}${each}`;
}

function formatCounts({ entities, relations, evidence }: StoredCounts): string {
  return [entities, relations, evidence].map(format).join(' / ');
}

function formatRatio(rate: number | undefined, best: number | undefined): string {
  return rate === undefined || best === undefined ? '' : (rate / best).toFixed(2);
}

function formatMemory(peaks: readonly (number | undefined)[]): string {
  const peak = highest(peaks);
  return peak === undefined ? 'not measured' : format(peak / MEGABYTE);
}

function format(number: number | undefined): string {
  return number === undefined ? '' : Math.round(number).toLocaleString('en');
}
