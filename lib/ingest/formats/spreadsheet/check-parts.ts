/** What a workbook may make of memory: a few bytes of XML can stand for billions of cells. */
import { readXml } from '../../xml/read-xml';

/** Cells, empty ones included, that a sheet may have from its first to its last. */
const MOST_CELLS = 20_000_000;
const ADDRESS = /^(?<letters>[A-Z]{1,3})(?<row>\d{1,7})$/iu;
const LETTERS = 26;

/**
 * Checks the XML of a sheet before all of it is held in memory.
 *
 * @param file - the part of the workbook
 * @returns why it cannot be read; undefined when it can
 */
export async function findSheetFault(file: string): Promise<string | undefined> {
  const size = { rows: 0, columns: 0 };
  const here = { row: 0, column: 0 };
  for await (const events of readXml(file)) {
    for (const event of events) {
      if (event.kind === 'fault') return event.reason;
      if (event.kind !== 'open') continue;
      if (event.name === 'row') Object.assign(here, toRow(event.attributes.get('r'), here.row));
      if (event.name === 'c') Object.assign(here, toPlace(event.attributes.get('r'), here));
      size.rows = Math.max(size.rows, here.row);
      size.columns = Math.max(size.columns, here.column);
    }
    if (size.rows * size.columns > MOST_CELLS)
      return `a sheet spans more than ${MOST_CELLS.toLocaleString('en')} cells`;
  }
  return undefined;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function toRow(given: string | undefined, before: number): Place {
  return { row: given === undefined ? before + 1 : Number(given), column: 0 };
}

function toPlace(address: string | undefined, { row, column }: Place): Place {
  const groups = ADDRESS.exec(address ?? '')?.groups;
  if (!groups) return { row, column: column + 1 };
  const letters = Array.from((groups['letters'] ?? '').toUpperCase());
  const at = letters.reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);
  return { row: Number(groups['row']), column: at };
}
