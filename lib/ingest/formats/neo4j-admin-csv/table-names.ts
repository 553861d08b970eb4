/** What the names of tables and of groups of ids tell, where Neo4j's importer is told labels and types on its command line. */
import path from 'node:path';

import type { AdminTable } from './find-tables';

const NO_TYPE = /^(?:relationships?|rels?|relations?|edges?|links?|triples?|data)$/iu;

/**
 * Lists what may name the class of all nodes in a table: the group of their ids, and the file's
 * name.
 */
export function kindsOfTable({ file, header }: AdminTable): readonly string[] {
  const group = header.columns.find(({ role }) => role === 'id')?.group ?? '';
  const words = [group.replace(/[-_ ]?ids?$/iu, ''), stemOf(file)];
  return words.flatMap((word) => [word, toSingular(word)]).filter((word) => word !== '');
}

/**
 * Returns the type that the name of a table of relationships gives them when it has no column for
 * it; undefined for a name that says nothing.
 */
export function typeOfTable({ file, header: { columns, kind } }: AdminTable): string | undefined {
  if (kind !== 'relationships' || columns.some(({ role }) => role === 'type')) return undefined;
  const groupOf = (role: 'start' | 'end'): string =>
    toWord(columns.find((column) => column.role === role)?.group ?? '');
  const words = stemOf(file).split(/[-_.\s]+/u);
  // As in `person_knows_person`.
  if (words.length > 2 && toWord(words[0] ?? '') === groupOf('start')) words.shift();
  if (words.length > 1 && toWord(words.at(-1) ?? '') === groupOf('end')) words.pop();
  const type = words.join(' ');
  return NO_TYPE.test(type) ? undefined : type;
}

function stemOf(file: string): string {
  return path
    .basename(file)
    .replace(/\.(?:csv|tsv)(?:\.gz)?$/iu, '')
    .replace(/(?:[-_.]?\d+)+$/u, '');
}

function toWord(text: string): string {
  return toSingular(text.toLowerCase().replace(/[-_ ]?ids?$/u, ''));
}

function toSingular(word: string): string {
  return word.replace(/ies$/iu, 'y').replace(/(?<!s)s$/iu, '');
}
