import { deriveId } from '@/lib/model/derive-id';
import type { EntityId, PassageId } from '@/lib/model/ids';

import type { Found } from './entity-index';
import { findCitation, type DocumentIndex } from './find-citation';
import type { Item, Resolve } from './input';
import { parseTriple, partyCells, type TripleContext } from './parse-triple';
import { parseRow } from './read-rows';
import type { Table, TableRow, TableShape } from './read-table';
import { resolveParties, type Party } from './resolve-parties';

export const tripleColumns: TableShape = {
  required: ['subject', 'relation', 'object'],
  optional: [
    'about',
    'start',
    'end',
    'place',
    'modality',
    'stance',
    'attributed_to',
    'document',
    'paragraph',
    'quote',
  ],
};

/** How names are looked up: first in the dataset, then in the store. */
export interface Lookup {
  readonly find: (cell: string) => Found;
  readonly resolve: Resolve;
}

/** What a first look through a table of triples tells. */
export interface Scan {
  readonly rows: number;
  /** Who has part in the triples that cite a passage. */
  readonly participants: ReadonlyMap<PassageId, ReadonlySet<EntityId>>;
  /** The names that subjects and objects have in the table, with whom they name. */
  readonly names: ReadonlyMap<string, EntityId>;
}

/** Rows whose names are looked up together. */
const ROWS_TOGETHER = 2000;
/** Enough of a hash to tell rows apart, and a safe integer, which a large map holds in less room than a text. */
const KEY_DIGITS = 13;

type Context = Omit<TripleContext, 'countOccurrence'>;

/** Reads a table of triples in flat memory: each row comes as a triple or as a reject, in order. */
export async function* readTriples(table: Table, context: Context, lookup: Lookup): AsyncGenerator<Item> {
  const full: TripleContext = { ...context, countOccurrence: createCounter() };
  let count = 0;
  for await (const { rows, parties } of readResolved(table, lookup)) {
    for (const row of rows) {
      count += 1;
      const result = parseRow(row, () => parseTriple(row, parties, full));
      if ('reject' in result) yield { kind: 'reject', row: count, reject: result.reject, cells: row.cells };
      else yield { kind: 'triple', row: count, triple: result.value, source: row };
    }
  }
}

/** Counts a table's rows without reading into them. */
export async function countRows(table: Table): Promise<Scan> {
  let rows = 0;
  for await (const { line } of table.rows()) rows += line > 0 ? 1 : 0;
  return { rows, participants: new Map(), names: new Map() };
}

/** Looks through a table of triples that cite documents. What it gathers grows with names and citations, not with rows. */
export async function scanTriples(table: Table, documents: DocumentIndex, lookup: Lookup): Promise<Scan> {
  const participants = new Map<PassageId, ReadonlySet<EntityId>>();
  const names = new Map<string, EntityId>();
  let count = 0;
  for await (const { rows, parties } of readResolved(table, lookup)) {
    count += rows.length;
    for (const row of rows) {
      const ends = findEnds(row, parties);
      for (const { name, id } of ends) names.set(name, id);
      const passage = findCitedPassage(row, documents);
      if (passage !== undefined) participants.set(passage, merge(participants.get(passage), ends));
    }
  }
  return { rows: count, participants, names };
}

/** The subject and the object of a row, as far as they are clear. */
function findEnds(
  { cells }: TableRow,
  parties: ReadonlyMap<string, Party>,
): readonly { name: string; id: EntityId }[] {
  return ['subject', 'object'].flatMap((column) => {
    const name = cells.get(column) ?? '';
    const party = parties.get(name);
    return party && party.status !== 'ambiguous' ? [{ name, id: party.id }] : [];
  });
}

interface ResolvedRows {
  readonly rows: readonly TableRow[];
  readonly parties: ReadonlyMap<string, Party>;
}

async function* readResolved(table: Table, { find, resolve }: Lookup): AsyncGenerator<ResolvedRows> {
  let rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length < ROWS_TOGETHER) continue;
    yield { rows, parties: await resolveParties(new Set(rows.flatMap(partyCells)), find, resolve) };
    rows = [];
  }
  if (rows.length > 0)
    yield { rows, parties: await resolveParties(new Set(rows.flatMap(partyCells)), find, resolve) };
}

function findCitedPassage(row: TableRow, documents: DocumentIndex): PassageId | undefined {
  const result = parseRow(row, () => findCitation(row.cells, documents));
  return 'value' in result ? result.value?.passage : undefined;
}

function merge(
  known: ReadonlySet<EntityId> | undefined,
  ends: readonly { id: EntityId }[],
): ReadonlySet<EntityId> {
  return new Set([...(known ?? []), ...ends.map(({ id }) => id)]);
}

function createCounter(): (key: string) => number {
  const counts = new Map<number, number>();
  return (key) => {
    const number = Number.parseInt(deriveId('k', [key]).slice(2, 2 + KEY_DIGITS), 16);
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    return count;
  };
}
