/** Cells that list several: `['Cy', 'Di']`, or `Cy; Di` in most rows. They are split only where their column shows that it lists. */
import type { Piece, SourceRow } from '../source';

type End = 'subject' | 'object';
type Split = (cell: string) => readonly string[] | undefined;

export interface ListColumns {
  readonly splits: ReadonlyMap<End, Split>;
  readonly notices: readonly string[];
}

const ENDS: readonly End[] = ['subject', 'object'];
const LITERAL = /^\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]$/u;
const ITEM = /'([^']*)'|"([^"]*)"/gu;
/** So many rows have to be there before a semicolon is taken for more than a letter. */
const FEWEST = 3;
const MOST = 0.5;

/**
 * @param rows - the first rows of a table
 * @returns the columns of ends that list several.
 */
export function findListColumns(rows: readonly SourceRow[]): ListColumns {
  const splits = new Map(
    ENDS.flatMap((end) => {
      const cells = rows.flatMap(({ cells: all }) => all.get(end) ?? []);
      const split = chooseSplit(cells);
      return split === undefined ? [] : [[end, split] as const];
    }),
  );
  const notices = [...splits.keys()].map(
    (end) => `The column of the ${end} lists several in a cell: each becomes a relation of its own.`,
  );
  return { splits, notices };
}

function chooseSplit(cells: readonly string[]): Split | undefined {
  const isMost = (split: Split): boolean =>
    cells.filter((cell) => split(cell) !== undefined).length > cells.length * MOST;
  if (isMost(splitLiteral)) return splitLiteral;
  return cells.length >= FEWEST && isMost(splitSemicolons) ? splitSemicolons : undefined;
}

function splitLiteral(cell: string): readonly string[] | undefined {
  if (!LITERAL.test(cell)) return undefined;
  return [...cell.matchAll(ITEM)]
    .map(([, single, double]) => (single ?? double ?? '').trim())
    .filter((item) => item !== '');
}

function splitSemicolons(cell: string): readonly string[] | undefined {
  return cell.includes(';')
    ? cell
        .split(';')
        .map((item) => item.trim())
        .filter((item) => item !== '')
    : undefined;
}

/** Returns the pieces, with a row for each that a cell lists. */
export async function* splitLists(
  pieces: AsyncIterable<readonly Piece[]>,
  { splits }: ListColumns,
): AsyncGenerator<readonly Piece[]> {
  for await (const some of pieces)
    yield some.flatMap((piece): readonly Piece[] =>
      piece.kind === 'row' && !piece.row.problem
        ? splitRow(piece.row, splits).map((row) => ({ kind: 'row', row }))
        : [piece],
    );
}

function splitRow(row: SourceRow, splits: ListColumns['splits']): readonly SourceRow[] {
  return [...splits].reduce<readonly SourceRow[]>(
    (rows, [end, split]) =>
      rows.flatMap((each) => {
        const items = split(each.cells.get(end) ?? '');
        return items === undefined || items.length === 0
          ? [each]
          : items.map((item) => ({ ...each, cells: new Map(each.cells).set(end, item) }));
      }),
    [row],
  );
}
