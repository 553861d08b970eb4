/** Names for the numbers of a table, as data sets for machine learning keep them beside it: `entity2id.txt`, `relation2id.txt`. */
import { stat } from 'node:fs/promises';
import path from 'node:path';

import type { Mapping } from '@/lib/model/mapping';

import { findPart } from '../bytes/find-part';
import { readLines } from '../bytes/read-lines';
import type { Piece, SourceRow } from '../source';

export interface IdMaps {
  /** The files that were read. */
  readonly files: readonly string[];
  readonly notices: readonly string[];
  /** Puts names in the place of numbers. A number without a name stays a row's problem, since it would name nobody. */
  readonly nameRow: (row: SourceRow) => SourceRow;
}

type Names = ReadonlyMap<string, string>;

const ENTITIES = ['entity2id.txt', 'entities.dict', 'entity2id.tsv', 'ent2id.txt', 'entity_to_id.tsv'];
const RELATIONS = [
  'relation2id.txt',
  'relations.dict',
  'relation2id.tsv',
  'rel2id.txt',
  'relation_to_id.tsv',
];
/** In bytes: names beyond are not held in memory. */
const LARGEST = 64 * 1024 * 1024;
const NUMBER = /^\d+$/u;
/** Lists of names for numbers are read with the tables beside them. */
export function isIdList(name: string): boolean {
  return [...ENTITIES, ...RELATIONS].includes(path.basename(name));
}

const LOOKED_AT_ROWS = 100;
/** The last of five is a time too, or says which part of the data set it is. */
const MOST_COLUMNS = 5;

/**
 * @param file - a table
 * @param rows - its first rows
 * @returns the names beside it, where both ends of its rows are numbers; undefined where there are none, or none are needed.
 */
export async function findIdMaps(file: string, rows: readonly SourceRow[]): Promise<IdMaps | undefined> {
  const some = rows.slice(0, LOOKED_AT_ROWS).filter(({ problem }) => problem === undefined);
  const isOfNumbers = (column: string): boolean =>
    some.length > 0 && some.every(({ cells }) => NUMBER.test(cells.get(column) ?? ''));
  if (!isOfNumbers('subject') || !isOfNumbers('object')) return undefined;
  const folder = path.dirname(file);
  const entities = await readFirst(folder, ENTITIES);
  const relations = isOfNumbers('relation') ? await readFirst(folder, RELATIONS) : undefined;
  const found = [entities, relations].filter((each) => each !== undefined);
  if (found.length === 0) return undefined;
  return {
    files: found.flatMap(({ path: each, names }) => (names === undefined ? [] : [each])),
    notices: found.map(noteMap),
    nameRow: (row) => nameRow(row, { entities: entities?.names, relations: relations?.names }),
  };
}

/**
 * @param file - a table
 * @returns the mapping that lists beside it make certain where it has no header and is nothing but numbers: such data sets write subject,
 * relation, object and perhaps a time in this order. Undefined otherwise.
 */
export async function findNumberedMapping(file: string): Promise<Mapping | undefined> {
  const folder = path.dirname(file);
  const lists = await Promise.all([...ENTITIES].map((name) => findPart(folder, name)));
  if (lists.every((list) => list === undefined)) return undefined;
  const rows = await readFirstLines(file);
  const width = rows[0]?.length ?? 0;
  const isOfNumbers = rows.every(
    (cells) => cells.length === width && cells.every((cell) => NUMBER.test(cell)),
  );
  if (!isOfNumbers || width < 3 || width > MOST_COLUMNS) return undefined;
  const columns = { subject: '1', relation: '2', object: '3', ...(width > 3 && { start: '4' }) };
  return { header: false, columns };
}

async function readFirstLines(file: string): Promise<readonly (readonly string[])[]> {
  for await (const lines of readLines(file)) {
    const rows = lines.filter(({ text }) => text.trim() !== '').slice(0, LOOKED_AT_ROWS);
    if (rows.length > 0) return rows.map(({ text }) => text.trim().split(/[\t ,]+/u));
  }
  return [];
}

interface FoundMap {
  readonly path: string;
  /** Undefined where there are too many. */
  readonly names: Names | undefined;
}

async function readFirst(folder: string, names: readonly string[]): Promise<FoundMap | undefined> {
  for (const name of names) {
    const file = await findPart(folder, name);
    if (file === undefined) continue;
    const { size } = await stat(file);
    return { path: file, names: size > LARGEST ? undefined : await readNames(file) };
  }
  return undefined;
}

/** A line is a name and its number, or a number and its name; a line that is one number alone counts the others. */
async function readNames(file: string): Promise<Names> {
  const names = new Map<string, string>();
  for await (const lines of readLines(file))
    for (const { text } of lines) {
      const [first = '', ...rest] = text.trim().split('\t');
      const last = rest.at(-1)?.trim() ?? '';
      if (NUMBER.test(last)) names.set(last, [first, ...rest.slice(0, -1)].join(' ').trim());
      else if (NUMBER.test(first) && last !== '') names.set(first, rest.join(' ').trim());
    }
  return names;
}

function noteMap({ path: file, names }: FoundMap): string {
  return names === undefined
    ? `${file} is larger than ${LARGEST / 1024 / 1024} MiB and was not read; the numbers of the table stay without names.`
    : `The numbers of the table are named by ${file} (${names.size} names).`;
}

interface BothNames {
  readonly entities: Names | undefined;
  readonly relations: Names | undefined;
}

function nameRow(row: SourceRow, { entities, relations }: BothNames): SourceRow {
  if (row.problem) return row;
  const cells = new Map(row.cells);
  for (const column of ['subject', 'relation', 'object'] as const) {
    const names = column === 'relation' ? relations : entities;
    const number = cells.get(column);
    if (names === undefined || number === undefined) continue;
    const name = names.get(number) ?? '';
    if (name === '')
      return {
        ...row,
        problem: {
          column,
          reason: `there is no name for the number ${number} in the list beside the table; add it`,
        },
      };
    cells.set(column, name);
  }
  return { ...row, cells };
}

/** Returns the pieces with names in the rows. */
export async function* nameRows(
  pieces: AsyncIterable<readonly Piece[]>,
  { nameRow: name }: IdMaps,
): AsyncGenerator<readonly Piece[]> {
  for await (const some of pieces)
    yield some.map((piece) => (piece.kind === 'row' ? { ...piece, row: name(piece.row) } : piece));
}
