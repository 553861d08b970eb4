import { basename } from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';
import type { Mapping, SavedMapping } from '@/lib/model/mapping';

import type { ColumnUse } from '../source';
import { applyMapping, type AppliedMapping } from './apply-mapping';
import { areNumbers } from './are-numbers';
import { askColumns } from './ask-columns';
import type { Beginning } from './choose-dialect';
import type { HeaderlessGuess } from './guess-triple-columns';
import { addIdColumns, addSourceColumn } from './id-columns';
import { toPlainName, type ColumnMap, type TableShape } from './map-columns';

/** What the columns hold, once that is settled. */
export interface Settled {
  readonly map: ColumnMap;
  readonly defaults: readonly Default[];
  /** Whether a person has said so. */
  readonly isSaid: boolean;
  readonly hasHeader: boolean;
  readonly unread: readonly string[];
}

interface Unsettled {
  readonly names: readonly string[];
  readonly beginning: Beginning;
  readonly shape: TableShape;
}

/**
 * Settles what the columns of a table hold: by what a person says, else by their names, else by rows that leave no doubt.
 *
 * @throws a question when all of them fail; `invalid` for a mapping or a header that cannot be
 */
export function settleColumns(path: string, { names, beginning, shape }: Unsettled): Settled {
  const mapping = shape.mapping ?? findMapping(path, names, shape.savedMappings ?? []);
  if (mapping) return settleByMapping(applyMapping(names, { path, mapping, shape }), beginning);
  const guess = guessColumns(beginning, shape);
  if (guess?.isSure) return { map: guess, defaults: [], isSaid: false, hasHeader: false, unread: [] };
  const { header, isHeaderComment } = beginning;
  const defaults = guess ? [] : findDefaults(beginning, shape);
  const refused = toRefused(header, defaults);
  if (shape.guess !== undefined && refused.twice === undefined && refused.missing.length > 0)
    throw askColumns({ beginning, shape, guess });
  refuseHeader(path, refused, { names, shape });
  const rows = beginning.records.slice(1).map(({ cells }) => cells);
  const map = addSourceColumn(names, addIdColumns(names, header), rows);
  const unread = header.unread.filter((name) => !map.uses.some(({ column }) => column === name));
  return { map, defaults, isSaid: false, hasHeader: !isHeaderComment, unread };
}

function settleByMapping(applied: AppliedMapping, { isHeaderComment }: Beginning): Settled {
  const hasHeader = applied.hasHeader && !isHeaderComment;
  return { map: applied, defaults: applied.constants, isSaid: true, hasHeader, unread: applied.unread };
}

/** The mapping that was kept for tables with these columns, or for a file of this name. */
function findMapping(
  path: string,
  names: readonly string[],
  saved: readonly SavedMapping[],
): Mapping | undefined {
  return saved.find(({ for: these }) =>
    'file' in these
      ? these.file === basename(path)
      : these.header.length === names.length && these.header.every((name, at) => name === names[at]),
  );
}

/**
 * Guesses the columns when the first row is not a header, by its names and by what a table of this
 * shape looks like.
 */
function guessColumns({ records, header }: Beginning, { guess }: TableShape): HeaderlessGuess | undefined {
  // One known name may stand in a row by chance; two make a header, in which then something is missing.
  if (header.missing.length === 0 || header.known > 1) return undefined;
  return guess?.(records.filter(({ problem }) => problem === undefined).map(({ cells }) => cells));
}

export type Default = readonly [field: string, cell: string];

/** A column called so may hold relations by number. */
const OF_RELATION = /rel|link|edge|type|kind|pred|prop|label|verb|event|code/u;
/** Columns of an edge list that cannot be what is missing, nor can others of numbers. Any other column that is not known may be just that. */
const EDGE_NUMBERS = new Set(['', 'id', 'weight', 'count', 'value', 'timeset', 'interval']);

/** What a header leaves out, or has a column for that is empty, and need not name: only where all else that is required is there. */
function findDefaults(
  { header: { missing, unread, fields }, records: [header, ...records] }: Beginning,
  { defaults }: TableShape,
): readonly Default[] {
  if (!defaults || missing.some((field) => !defaults.has(field))) return [];
  const names = header?.cells.map(toPlainName) ?? [];
  const cellsOf = (at: number): readonly string[] => records.map(({ cells }) => cells[at]?.trim() ?? '');
  const isMeasure = (name: string): boolean =>
    EDGE_NUMBERS.has(name) || (!OF_RELATION.test(name) && areNumbers(cellsOf(names.indexOf(name))));
  const mayBeMissing = unread.filter((name) => !isMeasure(toPlainName(name)));
  if (missing.length > 0 && mayBeMissing.length > 0) return [];
  const isEmpty = (field: string): boolean =>
    records.length > 0 && cellsOf(fields.indexOf(field)).every((cell) => cell === '');
  return [...defaults].filter(([field]) => missing.includes(field) || isEmpty(field));
}

export function noteDefault(path: string, [field, cell]: Default, uses: readonly ColumnUse[]): string {
  const use = uses.find((each) => each.field === field);
  return use === undefined
    ? `${path} has no column for the ${field}; each is '${cell}'.`
    : `The column '${use.column}' is empty in the first rows of ${path}; where it is, the ${field} is '${cell}'.`;
}

function toRefused(header: Beginning['header'], defaults: readonly Default[]): Beginning['header'] {
  return defaults.length > 0 ? { ...header, missing: [] } : header;
}

function refuseHeader(
  path: string,
  { missing, twice }: Beginning['header'],
  { names, shape: { required } }: { names: readonly string[]; shape: TableShape },
): void {
  if (twice !== undefined)
    throw new EntenteError('invalid', `${path} has two columns named '${twice}'; name each once.`);
  if (missing.length === 0) return;
  const found = names.map((column) => column.toLowerCase().slice(0, 40)).slice(0, 20);
  throw new EntenteError(
    'invalid',
    `${path} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}. Its first line names: ${found.join(', ')}. Required are: ${required.join(', ')}. ${adviseColumns(missing, required)}`,
  );
}

function adviseColumns(missing: readonly string[], required: readonly string[]): string {
  if (missing.length < required.length) return 'Give the columns that hold them these names.';
  return 'Give the columns that hold them these names; if the first line is already data, add a line above it that names the columns.';
}
