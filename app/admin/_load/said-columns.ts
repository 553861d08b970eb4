import type { ColumnQuestion, Mapping } from '@/lib/model/mapping';

/** What a person says about the columns of a table, while it is being said. */
export interface Said {
  readonly hasHeader: boolean;
  /** What each column holds. */
  readonly fields: readonly (string | undefined)[];
  /** The relation of each row, where no column holds it. */
  readonly relation: string;
}

interface ShownTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The names of the columns and the first rows, when the first line is a header, or when it is a row. */
export function toTable({ columns, rows, guess }: ColumnQuestion, hasHeader: boolean): ShownTable {
  const isAsRead = hasHeader === (guess.header !== false);
  if (isAsRead) return { names: columns, rows };
  if (hasHeader) return { names: rows[0] ?? columns, rows: rows.slice(1) };
  return { names: columns.map((_, at) => String(at + 1)), rows: [columns, ...rows] };
}

/** The mapping that says so: columns by name where it is one of a kind, else by number. */
export function toMapping({ hasHeader, fields, relation }: Said, names: readonly string[]): Mapping {
  const isNumber = (name: string): boolean => /^\d+$/u.test(name);
  const columns = fields.flatMap((field, at): [string, string][] => {
    const name = names[at] ?? '';
    const isClear =
      hasHeader && name !== '' && !isNumber(name) && names.indexOf(name) === names.lastIndexOf(name);
    return field === undefined ? [] : [[field, isClear ? name : String(at + 1)]];
  });
  const same = relation.trim();
  const isSame = !fields.includes('relation') && same !== '';
  const entries: readonly [string, string][] = isSame ? [...columns, ['relation', `"${same}"`]] : columns;
  return { ...(hasHeader ? {} : { header: false }), columns: Object.fromEntries(entries) };
}
