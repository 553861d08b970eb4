import { dayOrderOf, toOrderedDay, type DayOrder } from '@/lib/model/day-order';

import type { ColumnUse, SourceRow } from '../source';

/** A column of dates such as 03/04/2018 in which other cells show what stands first, and the cell that shows it. */
export interface DayColumn {
  readonly field: string;
  readonly column: string;
  readonly order: DayOrder;
  readonly cell: string;
  readonly line: number;
}

interface Seen {
  /** The first cell of each order. */
  readonly shown: Map<DayOrder, Pick<DayColumn, 'cell' | 'line'>>;
  hasEither: boolean;
}

const DATE_FIELDS = ['start', 'end'] as const;
/** In rows: where so many have no date with the year last, a column has none; and what is looked at of one that has. */
const LOOKED_AT_ROWS = { first: 1000, atMost: 10_000 };

/**
 * Finds the columns of dates with the year last whose first rows show one order and not the other,
 * unless another such column shows the other. The result depends on the rows alone, not on how they
 * are batched.
 * @param rows - the rows of the table, from the first on
 * @param columns - its columns
 */
export async function findDayOrders(
  rows: AsyncIterable<readonly SourceRow[]>,
  columns: readonly ColumnUse[],
): Promise<readonly DayColumn[]> {
  const dates = columns.filter(({ field }) => DATE_FIELDS.some((name) => name === field));
  if (dates.length === 0) return [];
  const seen = new Map(dates.map(({ field }) => [field, createSeen()]));
  await look(rows, seen);
  const found = dates.flatMap((use) => toDayColumn(use, seen.get(use.field)));
  // A table that writes its columns in two orders leaves a doubt about each.
  return new Set(found.map(({ order }) => order)).size > 1 ? [] : found;
}

function createSeen(): Seen {
  return { shown: new Map(), hasEither: false };
}

async function look(
  rows: AsyncIterable<readonly SourceRow[]>,
  seen: ReadonlyMap<string, Seen>,
): Promise<void> {
  let count = 0;
  for await (const some of rows) {
    for (const row of some) {
      noteRow(row, seen);
      count += 1;
      const most = [...seen.values()].some(isOfDays) ? LOOKED_AT_ROWS.atMost : LOOKED_AT_ROWS.first;
      if (count >= most) return;
    }
  }
}

function noteRow({ problem, cells, line }: SourceRow, seen: ReadonlyMap<string, Seen>): void {
  if (problem !== undefined) return;
  for (const [field, found] of seen) note(found, cells.get(field), line);
}

function note(seen: Seen, cell: string | undefined, line: number): void {
  const order = cell === undefined ? undefined : dayOrderOf(cell);
  if (cell === undefined || order === undefined) return;
  if (order === 'either') seen.hasEither = true;
  else if (!seen.shown.has(order)) seen.shown.set(order, { cell, line });
}

function isOfDays({ shown, hasEither }: Seen): boolean {
  return hasEither || shown.size > 0;
}

function toDayColumn(use: ColumnUse, seen: Seen | undefined): readonly DayColumn[] {
  const [only, another] = seen?.shown ?? [];
  return only === undefined || another !== undefined ? [] : [{ ...use, order: only[0], ...only[1] }];
}

/**
 * Creates a function that rewrites the ambiguous days of a row as EDTF days.
 * @param columns - the columns whose order is known
 * @param tell - is told of cells that contradict it
 */
export function createDayReader(
  columns: readonly DayColumn[],
  tell: (notice: string) => void,
): (cells: Map<string, string>, line: number) => void {
  const contradicted = new Set<string>();
  return (cells, line) => {
    for (const known of columns) {
      const cell = cells.get(known.field);
      const order = cell === undefined ? undefined : dayOrderOf(cell);
      if (cell === undefined || order === undefined || order === known.order) continue;
      if (order === 'either') cells.set(known.field, toOrderedDay(cell, known.order));
      else if (!contradicted.has(known.field)) {
        contradicted.add(known.field);
        tell(
          `Line ${line} has ${cell} in the column '${known.column}', against line ${known.line} with ${known.cell}: those that can be read in two ways were read as the latter. Check them.`,
        );
      }
    }
  };
}

/** Says that the order of a column was inferred from one of its cells. */
export function noteDayColumn({ column, order, cell, line }: DayColumn): string {
  const [first, meant] = order === 'day-first' ? ['day', '2018-04-03'] : ['month', '2018-03-04'];
  return `Dates such as 03/04/2018 in the column '${column}' are read with the ${first} first (${meant}), since line ${line} has ${cell}. If that is wrong, write them with the year first.`;
}
