import type { Reject } from '@/lib/model/reject';

import type { LoadReport } from './load-report';

const numbers = new Intl.NumberFormat('en');

/** In: a report. Out: its lines in words. `isDryRun`: nothing was stored. */
export function describeReport(report: LoadReport, isDryRun: boolean): readonly string[] {
  return [
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
    `Read ${format(read)} rows in ${seconds} s${rate}.`,
    `New: ${format(created.evidence)} pieces of evidence, ${format(created.relations)} relations, ${format(created.entities)} entities, ${format(created.documents)} documents, ${format(created.passages)} passages.`,
    `There already: ${format(unchanged)} rows${resumed > 0 ? `, ${format(resumed)} of them stored by the run before, which this one has taken up` : ''}.`,
  ];
}

function describeDryRun({ read, rejected, seconds }: LoadReport): readonly string[] {
  return [
    `Read ${format(read)} rows in ${seconds} s and stored nothing: a dry run. ${rejected === 0 ? 'All would be taken.' : ''}`.trim(),
  ];
}

function describeRejects({ rejected, shownRejects, rejectsFile }: LoadReport): readonly string[] {
  if (rejected === 0) return [];
  const left = rejected - shownRejects.length;
  return [
    `Refused: ${format(rejected)}.`,
    ...shownRejects.map((reject) => `  ${describeReject(reject)}`),
    ...(left > 0 ? [`  and ${format(left)} more`] : []),
    ...(rejectsFile === null ? [] : [`All of them, with the reasons, to be mended: ${rejectsFile}`]),
  ];
}

function format(number: number): string {
  return numbers.format(number);
}
