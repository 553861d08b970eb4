import { printMapping, type ColumnQuestion } from '@/lib/model/mapping';
import type { Reject } from '@/lib/model/reject';

import type { ReasonGroup } from './group-reasons';
import type { LoadedInput, LoadFailure, LoadReport } from './load-report';

const STOPPED = 'Stopped. Run the same command again to continue after the last row stored.';
const STOPPED_DRY_RUN = 'Stopped before the end. These are the numbers of what was read until then.';
const SHOWN_GROUPS = 10;
const SHOWN_PATHS = 5;
const SHOWN_LETTERS = 40;
const numbers = new Intl.NumberFormat('en');

/**
 * Describes a report in lines.
 * @param report - the report
 * @param isDryRun - whether nothing was stored
 */
export function describeReport(report: LoadReport, isDryRun: boolean): readonly string[] {
  return [
    ...describeUnread(report),
    ...report.inputs.flatMap(describeInput),
    ...report.notices,
    ...(isDryRun ? describeDryRun(report) : describeRun(report)),
    ...describeRejects(report),
    ...[...report.failures, ...report.skipped].flatMap(describeFailure),
    ...(report.isStopped ? [isDryRun ? STOPPED_DRY_RUN : STOPPED] : []),
  ];
}

/** Where a reject is and why, on one line. */
export function describeReject({ file, line, column, reason }: Reject): string {
  return `${file}:${line}${column === '' ? '' : ` (${column})`}: ${reason}`;
}

/** What stands above all: how much of what was given was not read at all. */
function describeUnread({ inputs, failures, skipped }: LoadReport): readonly string[] {
  const empty = inputs.filter(({ broughtSomething }) => !broughtSomething);
  const unread = failures.length + skipped.length + empty.length;
  if (unread === 0) return [];
  const files = inputs.length + failures.length + skipped.length;
  const paths = [...failures, ...skipped, ...empty].map(({ path }) => path);
  const shown = paths.slice(0, SHOWN_PATHS).join(', ');
  const more = unread > SHOWN_PATHS ? `, and ${format(unread - SHOWN_PATHS)} more` : '';
  return [`Nothing was read from ${format(unread)} of ${count(files, 'input')}: ${shown}${more}.`];
}

function describeFailure({ path, message, question }: LoadFailure): readonly string[] {
  return [`Not loaded: ${path}. ${message}`, ...(question ? describeQuestion(path, question) : [])];
}

/** The question with the columns, rows below them, and the command that answers it. */
function describeQuestion(path: string, { columns, rows, fields, guess }: ColumnQuestion): readonly string[] {
  const table = [columns, ...rows].map((cells) => `    ${cells.map(shorten).join(' | ')}`);
  const flag = guess.header === false ? '--no-header ' : '';
  const isWhole = ['subject', 'object'].every((field) => field in guess.columns);
  const example = isWhole ? printExample(guess, columns, rows) : undefined;
  const map = isWhole ? printMapping(guess) : 'subject=…,relation=…,object=…';
  return [
    ...table,
    ...(example === undefined ? [] : [`  The best guess would read the first row as: ${example}`]),
    `  ${isWhole ? 'If the guess is right' : 'To say what each column holds'}: npm run load -- ${quotePath(path)} ${flag}--map ${map}`,
    `  A column may hold: ${fields.join(', ')}. With --save-map the answer is kept for tables like this one.`,
  ];
}

/** The first row as the guess would have it. */
function printExample(
  { columns: map }: ColumnQuestion['guess'],
  columns: readonly string[],
  [row]: ColumnQuestion['rows'],
): string {
  const cellOf = (field: string): string => {
    const column = map[field];
    if (column === undefined) return 'related to';
    const at = columns.indexOf(column);
    return row?.[at === -1 ? Number(column) - 1 : at] ?? '';
  };
  return `${shorten(cellOf('subject'))} — ${shorten(cellOf('relation'))} → ${shorten(cellOf('object'))}`;
}

function shorten(cell: string): string {
  return cell.length > SHOWN_LETTERS ? `${cell.slice(0, SHOWN_LETTERS)}…` : cell;
}

function quotePath(path: string): string {
  return /[^\p{L}\p{N}./_-]/u.test(path) ? `'${path.replaceAll("'", `'\\''`)}'` : path;
}

function describeRun({ read, created, unchanged, resumed, seconds }: LoadReport): readonly string[] {
  const rate = seconds > 0 ? `, ${count(Math.round(read / seconds), 'row')} a second` : '';
  return [
    `Read ${count(read, 'row')} in ${seconds} s${rate}.`,
    `New: ${describeCounts(created)}.`,
    `Already stored: ${count(unchanged, 'row')}${resumed > 0 ? `, ${format(resumed)} of them stored by the previous run, which this one resumed` : ''}.`,
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

function describeDryRun(report: LoadReport): readonly string[] {
  const { read, created, unchanged, rejected, seconds, isStopped } = report;
  const isAll = rejected === 0 && !isStopped && describeUnread(report).length === 0;
  return [
    `Read ${count(read, 'row')} in ${seconds} s and stored nothing: a dry run.`,
    `Would be new: ${describeCounts(created)}.`,
    `Already stored: ${count(unchanged, 'row')}.`,
    ...(isAll ? ['Everything would be loaded.'] : []),
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
    ...(rejectsFile === null
      ? []
      : [`All of them, with the reasons, to correct and load again: ${rejectsFile}`]),
  ];
}

function describeGroup({ count: rows, column, reason, varies }: ReasonGroup): string {
  const where = column === '' ? '' : ` (${column})`;
  return `  ${count(rows, 'row')}${where}: ${reason}${varies && rows > 1 ? ', and similar' : ''}`;
}

/** A number with what it counts, in the singular for one. */
function count(number: number, one: string, many = `${one}s`): string {
  return `${format(number)} ${number === 1 ? one : many}`;
}

function format(number: number): string {
  return numbers.format(number);
}
