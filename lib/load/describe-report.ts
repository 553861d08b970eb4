import type { Reject } from '@/lib/model/reject';

import type { ReasonGroup } from './group-reasons';
import type { LoadedInput, LoadReport } from './load-report';

const SHOWN_GROUPS = 10;
const numbers = new Intl.NumberFormat('en');

/** In: a report. Out: its lines in words. `isDryRun`: nothing was stored. */
export function describeReport(report: LoadReport, isDryRun: boolean): readonly string[] {
  return [
    ...report.inputs.flatMap(describeInput),
    ...report.notices,
    ...(isDryRun ? describeDryRun(report) : describeRun(report)),
    ...describeRejects(report),
    ...report.failures.map(({ path, message }) => `Not loaded: ${path}. ${message}`),
    ...(report.isStopped ? ['Stopped. Run the same command again to go on behind the last row stored.'] : []),
  ];
}

/** Where a reject is and why, on one line. */
export function describeReject({ file, line, column, reason }: Reject): string {
  return `${file}:${line}${column === '' ? '' : ` (${column})`}: ${reason}`;
}

function describeRun({ read, created, unchanged, resumed, seconds }: LoadReport): readonly string[] {
  const rate = seconds > 0 ? `, ${format(Math.round(read / seconds))} rows a second` : '';
  return [
    `Read ${count(read, 'row')} in ${seconds} s${rate}.`,
    `New: ${describeCounts(created)}.`,
    `There already: ${count(unchanged, 'row')}${resumed > 0 ? `, ${format(resumed)} of them stored by the run before, which this one has taken up` : ''}.`,
  ];
}

function describeInput({
  path,
  dataset,
  format: kind,
  load,
  columns,
  sentences,
}: LoadedInput): readonly string[] {
  const uses = columns.filter(({ field, column }) => field !== column);
  return [
    `${path}: ${kind}, as dataset '${dataset}' (load ${load}).`,
    ...(uses.length > 0
      ? [`  Columns: ${uses.map(({ field, column }) => `${field} ← ${column}`).join(', ')}`]
      : []),
    ...sentences.map((sentence) => `  ${sentence}`),
  ];
}

function describeDryRun({ read, created, unchanged, rejected, seconds }: LoadReport): readonly string[] {
  return [
    `Read ${count(read, 'row')} in ${seconds} s and stored nothing: a dry run.`,
    `Would be new: ${describeCounts(created)}.`,
    `There already: ${count(unchanged, 'row')}.`,
    ...(rejected === 0 ? ['All would be taken.'] : []),
  ];
}

function describeCounts({
  evidence,
  relations,
  entities,
  documents,
  passages,
}: LoadReport['created']): string {
  return [
    count(evidence, 'piece of evidence', 'pieces of evidence'),
    count(relations, 'relation'),
    count(entities, 'entity', 'entities'),
    count(documents, 'document'),
    count(passages, 'passage'),
  ].join(', ');
}

function describeRejects({ rejected, reasons, shownRejects, rejectsFile }: LoadReport): readonly string[] {
  if (rejected === 0) return [];
  const left = rejected - shownRejects.length;
  return [
    `Refused: ${format(rejected)}.`,
    ...(rejected > reasons.length ? reasons.slice(0, SHOWN_GROUPS).map(describeGroup) : []),
    ...shownRejects.map((reject) => `  ${describeReject(reject)}`),
    ...(left > 0 ? [`  and ${format(left)} more`] : []),
    ...(rejectsFile === null ? [] : [`All of them, with the reasons, to be mended: ${rejectsFile}`]),
  ];
}

function describeGroup({ count: rows, column, reason, varies }: ReasonGroup): string {
  const where = column === '' ? '' : ` (${column})`;
  return `  ${count(rows, 'row')}${where}: ${reason}${varies && rows > 1 ? ', and the like' : ''}`;
}

/** A number with what it counts, in the singular for one. */
function count(number: number, one: string, many = `${one}s`): string {
  return `${format(number)} ${number === 1 ? one : many}`;
}

function format(number: number): string {
  return numbers.format(number);
}
