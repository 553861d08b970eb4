/** The rows that are loaded: the data's own, more of them made from those, and what a later version of the file would bring. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

export interface EventRow {
  /** As 2018-01-31. */
  readonly date: string;
  readonly source: string;
  readonly relation: string;
  readonly target: string;
}

const YEAR_DIGITS = 4;
const NEW_ROW_EVERY = 100;
/** Past every year that `makeEvents` reaches. */
const NEW_ROW_YEARS = 200;

/** The rows of a gzipped table of tabs with a header, one by one. */
export async function* readEvents(file: string): AsyncGenerator<EventRow> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  let isHeader = true;
  for await (const line of lines) {
    if (!isHeader) yield toEvent(line);
    isHeader = false;
  }
}

/** So many rows, the same at every call: the file's own, then the same again a year later between other actors, and so on. */
export async function* makeEvents(file: string, rows: number | undefined): AsyncGenerator<EventRow> {
  let made = 0;
  for (let round = 0; rows === undefined ? round === 0 : made < rows; round += 1) {
    const before = made;
    for await (const event of readEvents(file)) {
      if (made === rows) return;
      made += 1;
      yield round === 0 ? event : repeatEvent(event, round);
    }
    if (made === before) throw new Error(`${file} has no rows.`);
  }
}

/** The rows with one new one behind every hundredth: a year that none of them has, so that line numbers shift too. */
export async function* withNewEvents(events: AsyncIterable<EventRow>): AsyncGenerator<EventRow> {
  let rows = 0;
  for await (const event of events) {
    yield event;
    rows += 1;
    if (rows % NEW_ROW_EVERY === 0) yield { ...event, date: addYears(event.date, NEW_ROW_YEARS) };
  }
}

/** How many rows `withNewEvents` adds. */
export function countNewEvents(rows: number): number {
  return Math.floor(rows / NEW_ROW_EVERY);
}

function toEvent(line: string): EventRow {
  const [date = '', source = '', relation = '', target = ''] = line.split('\t');
  return { date, source, relation, target };
}

function repeatEvent({ date, source, relation, target }: EventRow, round: number): EventRow {
  return {
    date: addYears(date, round),
    source: `${source} ${round + 1}`,
    relation,
    target: `${target} ${round + 1}`,
  };
}

function addYears(date: string, years: number): string {
  return `${Number(date.slice(0, YEAR_DIGITS)) + years}${date.slice(YEAR_DIGITS)}`;
}
