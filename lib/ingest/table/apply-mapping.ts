import { EntenteError } from '@/lib/model/entente-error';
import type { Mapping } from '@/lib/model/mapping';

import { toPlainName, toUses, type ColumnMap, type TableShape } from './map-columns';

/** What a mapping makes of a table. */
export interface AppliedMapping extends ColumnMap {
  readonly hasHeader: boolean;
  /** Fields that are the same in each row, with what they are. */
  readonly constants: readonly (readonly [field: string, cell: string])[];
  /** Names of columns that nothing is read from. */
  readonly unread: readonly string[];
}

interface Given {
  readonly path: string;
  readonly mapping: Mapping;
  readonly shape: TableShape;
}

const QUOTED = /^"(?<text>.*)"$/su;

/**
 * Fills the columns of a table as a person said.
 *
 * @param names - the cells of the first row
 * @returns which field each column holds
 * @throws `invalid` for a field that there is not, a column that the table does not have, one that is named for two fields, and a missing
 * field that is required
 */
export function applyMapping(names: readonly string[], { path, mapping, shape }: Given): AppliedMapping {
  const hasHeader = mapping.header ?? true;
  const columns = hasHeader ? names : names.map((_, at) => String(at + 1));
  const fields = columns.map((): string | undefined => undefined);
  const constants: [string, string][] = [];
  for (const [written, value] of Object.entries(mapping.columns)) {
    const field = toField(written, { path, shape });
    const place = findPlace(columns, value);
    if (place === undefined) constants.push([field, toConstant(field, value, { path, columns })]);
    else if (fields[place] === undefined) fields[place] = field;
    else
      throw refuse(
        path,
        `the column '${columns[place] ?? ''}' is named for ${fields[place]} and for ${field}; name it once`,
      );
  }
  const given = new Set([...fields, ...constants.map(([field]) => field)]);
  const missing = shape.required.filter((field) => !given.has(field) && !shape.defaults?.has(field));
  if (missing.length > 0)
    throw refuse(
      path,
      `--map does not say where to find ${missing.join(', ')}; add ${missing.map((field) => `${field}=<column>`).join(',')}. The columns are: ${columns.join(', ')}`,
    );
  const defaults = [...(shape.defaults ?? [])].filter(([field]) => !given.has(field));
  return {
    hasHeader,
    fields,
    uses: [
      ...toUses(fields, hasHeader ? columns : columns.map((name) => `column ${name}`)),
      ...constants.map(([field, cell]) => ({ field, column: `"${cell}"` })),
    ],
    notices: [],
    constants: [...constants, ...defaults],
    unread: columns.filter((_, at) => fields[at] === undefined),
  };
}

function toField(written: string, { path, shape }: Pick<Given, 'path' | 'shape'>): string {
  const fields = [...shape.required, ...shape.optional];
  const field = fields.find((each) => each === written) ?? shape.synonyms?.get(toPlainName(written));
  if (field !== undefined) return field;
  throw refuse(path, `there is no field '${written}'; the fields are ${fields.join(', ')}`);
}

/** The column of a name: as it stands, then whatever its case and its spaces; or that of a number. */
function findPlace(columns: readonly string[], value: string): number | undefined {
  const plain = toPlainName(value);
  const tests = [
    (name: string) => name === value,
    (name: string) => plain !== '' && toPlainName(name) === plain,
    (_: string, at: number) => String(at + 1) === value,
  ];
  for (const test of tests) {
    const at = columns.findIndex(test);
    if (at !== -1) return at;
  }
  return undefined;
}

/** Only what stands in quotation marks is the same in each row; a relation also without them, when no column is called nearly so. */
function toConstant(
  field: string,
  value: string,
  { path, columns }: { readonly path: string; readonly columns: readonly string[] },
): string {
  const quoted = QUOTED.exec(value)?.groups?.['text'];
  if (quoted !== undefined && quoted !== '') return quoted;
  const near = columns.find((name) => isNear(toPlainName(name), toPlainName(value)));
  if (field === 'relation' && value !== '' && near === undefined) return value;
  const meant = near === undefined ? '' : ` Is '${near}' meant?`;
  throw refuse(
    path,
    `there is no column '${value}' for the ${field}.${meant} The columns are: ${columns.join(', ')}. For the same ${field} in each row write ${field}='"${value}"'`,
  );
}

/** Whether two names differ in one letter at most, or in two that stand the other way round. */
function isNear(a: string, b: string): boolean {
  if (a === '' || b === '' || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isTurned =
    restA.startsWith(restB.slice(1, 2) + restB.slice(0, 1)) && restA.slice(2) === restB.slice(2);
  return (
    isTurned || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
  );
}

function refuse(path: string, message: string): EntenteError {
  return new EntenteError('invalid', `${path}: ${message}.`);
}
