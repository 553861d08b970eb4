import { existsSync } from 'node:fs';
import path from 'node:path';

import type { WrittenTable } from './csv-table';

/** A file of the importer's arguments, one a line; it is there when the tables are complete. */
export const IMPORT_ARGUMENTS = 'import.args';

/** The importer's smallest buffer, and what it needs for each UTF-16 unit of the longest row with some room besides. */
const LEAST_BUFFER = 4 * 1024 * 1024;
const BUFFER_FOR_UNIT = 4;

/**
 * Lists the arguments of `neo4j-admin database import full`, to be run in the folder of the tables.
 * It tolerates no bad rows, since the tables have none.
 * @param tables - the tables that were written
 * @param listDelimiter - the separator of list elements
 */
export function toImportArguments(tables: readonly WrittenTable[], listDelimiter: string): readonly string[] {
  const written = tables.filter(({ rows }) => rows > 0);
  const multiline = written.filter(({ hasLongTexts }) => hasLongTexts).map(({ form }) => form.file);
  const longestRow = Math.max(0, ...written.map((table) => table.longestRow));
  return [
    ...written.map(({ form }) => `${form.option}${form.file}`),
    `--array-delimiter=U+${toHex(listDelimiter)}`,
    ...(multiline.length > 0
      ? [`--multiline-fields=${multiline.join(',')}`, '--multiline-fields-format=v2']
      : []),
    `--read-buffer-size=${Math.max(LEAST_BUFFER, longestRow * BUFFER_FOR_UNIT)}`,
    '--ignore-empty-strings=false',
    '--trim-strings=false',
    '--legacy-style-quoting=false',
    '--id-type=string',
    '--strict=true',
    '--bad-tolerance=0',
  ];
}

/** Whether a folder holds complete tables. */
export function hasTables(folder: string): boolean {
  return existsSync(path.join(folder, IMPORT_ARGUMENTS));
}

function toHex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
