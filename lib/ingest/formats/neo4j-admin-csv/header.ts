import type { Delimiter } from '../../table/split-cells';

/** A column of a table for Neo4j's importer: `name:string`, `:ID(Person)`, `aliases:string[]`. */
export interface AdminColumn {
  readonly name: string;
  readonly role: 'id' | 'label' | 'start' | 'end' | 'type' | 'ignore' | 'property';
  /** The group within which an id means something. */
  readonly group: string;
  readonly isList: boolean;
}

export interface AdminHeader {
  readonly delimiter: Delimiter;
  readonly columns: readonly AdminColumn[];
  readonly kind: 'nodes' | 'relationships';
}

const COLUMN = /^(.*?):([A-Za-z_]+)(?:\(([^)]*)\))?(?:\{[^}]*\})?(\[\])?(?:\{[^}]*\})?$/u;
const roles: ReadonlyMap<string, AdminColumn['role']> = new Map([
  ['ID', 'id'],
  ['LABEL', 'label'],
  ['START_ID', 'start'],
  ['END_ID', 'end'],
  ['TYPE', 'type'],
  ['IGNORE', 'ignore'],
]);
const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * Parses the first line of a table.
 * @returns its columns, or undefined when they are not those of Neo4j's importer
 */
export function parseAdminHeader(line: string): AdminHeader | undefined {
  for (const delimiter of delimiters) {
    const columns = line.split(delimiter).map((cell) => parseColumn(cell.trim().replace(/^"(.*)"$/u, '$1')));
    const has = (role: AdminColumn['role']): boolean => columns.some((column) => column.role === role);
    if (has('start') && has('end')) return { delimiter, columns, kind: 'relationships' };
    if (has('id')) return { delimiter, columns, kind: 'nodes' };
  }
  return undefined;
}

function parseColumn(cell: string): AdminColumn {
  const [, name = cell, type = '', group = '', list] = COLUMN.exec(cell) ?? [];
  return { name, role: roles.get(type) ?? 'property', group, isList: list !== undefined };
}
