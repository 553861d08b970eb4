import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { EventRow } from './events';

/** A way to write the rows down. */
interface EventFormat {
  readonly name: string;
  readonly header: string;
  readonly toLine: (event: EventRow) => string;
  readonly isZipped: boolean;
}

export interface WrittenEvents {
  readonly path: string;
  readonly rows: number;
  /** Different actors; each is an entity, since nothing in the data shows that two spellings mean one (ADR 0038). */
  readonly actors: number;
}

/** The data's own form, and the least that the loader takes. */
export const eventFormats = {
  tsv: {
    name: 'events_named.tsv.gz',
    header: 'date\tsource\trelation\ttarget\tsplit',
    toLine: ({ date, source, relation, target }) => [date, source, relation, target, 'train'].join('\t'),
    isZipped: true,
  },
  csv: {
    name: 'events_named.csv',
    header: 'subject,relation,object,start',
    toLine: ({ date, source, relation, target }) => [source, relation, target, date].map(quote).join(','),
    isZipped: false,
  },
} as const satisfies Record<string, EventFormat>;

const LINES_PER_CHUNK = 1000;
const QUOTED = /[",\r\n]/u;

/** Writes rows into a folder, a chunk of them in memory at a time. */
export async function writeEvents(
  folder: string,
  { name, header, toLine, isZipped }: EventFormat,
  events: AsyncIterable<EventRow>,
): Promise<WrittenEvents> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  const actors = new Set<string>();
  let rows = 0;
  async function* toChunks() {
    let lines = [header];
    for await (const event of events) {
      rows += 1;
      actors.add(event.source).add(event.target);
      lines.push(toLine(event));
      if (lines.length < LINES_PER_CHUNK) continue;
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
  const output = createWriteStream(file);
  if (isZipped) await pipeline(Readable.from(toChunks()), createGzip({ level: 1 }), output);
  else await pipeline(Readable.from(toChunks()), output);
  return { path: file, rows, actors: actors.size };
}

function quote(cell: string): string {
  return QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
