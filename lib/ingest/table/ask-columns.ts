import type { ColumnQuestion, Mapping } from '@/lib/model/mapping';

import { QuestionError } from '../question-error';
import { areNumbers } from './are-numbers';
import type { Beginning } from './choose-dialect';
import type { HeaderlessGuess } from './guess-triple-columns';
import { hasHeaderWord } from './header-words';
import { toPlainName, type TableShape } from './map-columns';

const SHOWN_ROWS = 3;
const SHOWN_COLUMNS = 200;
const SHOWN_LETTERS = 200;
const NAME_OF_COLUMN = /^[\p{L}\p{M}\p{N}_ .:#()-]{1,60}$/u;
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/u;
/** Columns of tables of nodes, which say who there is and not who did what to whom. */
const NODE_NAMES = [
  ['id', 'label'],
  ['id', 'name'],
  ['nodeid', 'label'],
  ['key', 'label'],
] as const;

interface Asking {
  readonly beginning: Beginning;
  readonly shape: TableShape;
  /** What the rows look like, if the first is one of them. */
  readonly guess: HeaderlessGuess | undefined;
}

/** Returns what a person is asked about a table whose columns neither its names nor its rows tell. */
export function askColumns({ beginning, shape, guess }: Asking): QuestionError {
  const records = toRecords(beginning);
  const [first = [], ...rest] = records;
  const isHeader = beginning.isHeaderComment || looksLikeHeader(records);
  const names = isHeader ? first : first.map((_, at) => String(at + 1));
  const reason = toReason({ beginning, shape, names, isHeader });
  const bare = names.map((): undefined => undefined);
  const fields = isHeader
    ? fillFields(beginning.header.fields, { shape, rows: rest })
    : (guess?.fields ?? fillFields(bare, { shape, rows: records }));
  const question = layOutTable(beginning, { shape, fields, isHeader, reason });
  return new QuestionError(`What does each column hold? ${reason} Nothing was stored.`, question);
}

interface Layout {
  readonly shape: TableShape;
  readonly fields: readonly (string | undefined)[];
  readonly isHeader: boolean;
  /** Fields that are the same in each row. */
  readonly constants?: readonly (readonly [field: string, cell: string])[];
  readonly reason: string;
}

/** Returns a table with what its columns are taken for, to be shown and changed by a person. */
export function layOutTable(
  beginning: Beginning,
  { shape, fields, isHeader, constants = [], reason }: Layout,
): ColumnQuestion {
  const records = toRecords(beginning);
  const [first = [], ...rest] = records;
  const columns = (isHeader ? first : first.map((_, at) => String(at + 1))).slice(0, SHOWN_COLUMNS);
  const mapping = toMapping(columns, fields, { isHeader, shape });
  const same = Object.fromEntries(constants.map(([field, cell]) => [field, `"${cell}"`]));
  return {
    reason,
    columns,
    rows: (isHeader ? rest : records).slice(0, SHOWN_ROWS).map((row) => row.slice(0, SHOWN_COLUMNS)),
    fields: [...shape.required, ...shape.optional.filter((field) => !shape.required.includes(field))],
    guess: { ...mapping, columns: { ...mapping.columns, ...same } },
  };
}

function toRecords({ records }: Beginning): readonly (readonly string[])[] {
  return records.map(({ cells }) => cells.map((cell) => cell.trim().slice(0, SHOWN_LETTERS)));
}

interface Reasoning extends Pick<Asking, 'beginning' | 'shape'> {
  readonly names: readonly string[];
  readonly isHeader: boolean;
}

function toReason({ beginning: { header }, shape, names, isHeader }: Reasoning): string {
  if (!isHeader)
    return 'It has no header, and its rows do not show which columns are subject, relation and object.';
  const plain = names.map(toPlainName);
  const missing = header.missing.filter((field) => field !== 'relation');
  if (missing.length === shape.required.length - 1 && isNodeTable(plain))
    return `It looks like a table of nodes (${names.slice(0, 2).join(', ')}): it lists who there is, but not who did what to whom. Add the table of edges: --nodes <this file> --edges <file>.`;
  if (missing.length === 0)
    return `It names both ends but no relation. One relation for all rows can be given: relation='"paid"'.`;
  return `Its first line does not say which column holds the ${listWords(header.missing)}.`;
}

function isNodeTable(plain: readonly string[]): boolean {
  return NODE_NAMES.some((pair) => pair.every((name) => plain.includes(name)));
}

/** A first row of names: none is a number, is empty, has brackets or slashes as values have, or stands in its column again. */
function looksLikeHeader([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  if (hasHeaderWord(first)) return true;
  if (first.some((cell) => !NAME_OF_COLUMN.test(cell) || NUMBER.test(cell))) return false;
  const isRepeated = first.some((cell, at) => rest.some((row) => row[at] === cell));
  return !isRepeated && new Set(first).size === first.length;
}

interface Filling {
  readonly shape: TableShape;
  readonly rows: readonly (readonly string[])[];
}

/** Gives the required fields that no column has to the first columns that hold words and nothing yet, subject first. */
function fillFields(
  known: readonly (string | undefined)[],
  { shape, rows }: Filling,
): readonly (string | undefined)[] {
  const fields = [...known];
  const free = [...fields.keys()].filter(
    (at) => fields[at] === undefined && !areNumbers(rows.map((row) => row[at] ?? '')),
  );
  const missing = shape.required.filter((field) => !fields.includes(field));
  // With two columns for three fields the relation goes without.
  const wanted =
    free.length < missing.length ? missing.filter((field) => !shape.defaults?.has(field)) : missing;
  for (const [index, field] of wanted.entries()) {
    const at = free[index];
    if (at !== undefined) fields[at] = field;
  }
  return fields;
}

function toMapping(
  columns: readonly string[],
  fields: readonly (string | undefined)[],
  { isHeader, shape }: { readonly isHeader: boolean; readonly shape: TableShape },
): Mapping {
  const order = [...shape.required, ...shape.optional];
  const pairs = columns
    .flatMap((name, at): [string, string][] => {
      const field = fields[at];
      const isClear = name !== '' && columns.indexOf(name) === at;
      return field === undefined ? [] : [[field, isClear ? name : String(at + 1)]];
    })
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return { ...(isHeader ? {} : { header: false }), columns: Object.fromEntries(pairs) };
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
