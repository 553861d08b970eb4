/** The event export of GDELT: 61 columns (version 2) or 58 (version 1) with tabs between them and no header. */
import { openCameoIndex } from '../names/cameo-index';
import { createRowCoder } from '../names/code-rows';
import { UTF_8 } from '../bytes/detect-encoding';
import { readRecords, type CsvRecord } from '../table/read-records';
import type { Meter } from '../bytes/meter';
import { recognisedBy } from '../recognise';
import type { ColumnUse, Format, Piece, SourceRow } from '../source';

/** Where the columns stand that the versions have in different places. Counted from 0, as all numbers here. */
const layouts: ReadonlyMap<number, { readonly place: number; readonly url: number }> = new Map([
  [61, { place: 52, url: 60 }],
  [58, { place: 50, url: 57 }],
]);

const DAY = 1;
const EVENT_CODE = 26;
/** Code, name and country of an actor. */
const actors = {
  subject: { code: 5, name: 6, country: 7, word: 'first' },
  object: { code: 15, name: 16, country: 17, word: 'second' },
} as const;

const columns: readonly ColumnUse[] = [
  { field: 'subject', column: 'Actor1Name' },
  { field: 'relation', column: 'EventCode' },
  { field: 'object', column: 'Actor2Name' },
  { field: 'start', column: 'Day' },
  { field: 'place', column: 'ActionGeo_FullName' },
  { field: 'attributed_to', column: 'SOURCEURL' },
];

const notice =
  'Not read of GDELT: the numbers (GoldsteinScale, NumMentions, NumSources, NumArticles, AvgTone), coordinates, and what actors are beyond name and code.';

export const gdelt: Format = {
  name: 'gdelt',
  title: 'an event export of GDELT',
  recognises: recognisedBy(
    "its rows have as many cells as GDELT's events, and a day and an event code in their places",
    ({ isFolder, text }) => {
      const cells = (/^[^\r\n]*/u.exec(text)?.[0] ?? '').split('\t');
      const isEvent = /^\d+$/u.test(cells[0] ?? '') && /^\d{8}$/u.test(cells[DAY] ?? '');
      return !isFolder && isEvent && layouts.has(cells.length) && /^\d{2,4}$/u.test(cells[EVENT_CODE] ?? '');
    },
  ),
  open: async ({ path, text }, { baseVocabulary, fallbackTypes, meter }) => {
    const cameo = await openCameoIndex(baseVocabulary, fallbackTypes);
    const width = (/^[^\r\n]*/u.exec(text)?.[0] ?? '').split('\t').length;
    return {
      files: [baseVocabulary, cameo.file, path].filter((file) => file !== undefined),
      columns,
      notices: () => [notice],
      pieces: () => readPieces(path, { width, meter }, createRowCoder(cameo)),
    };
  },
};

async function* readPieces(
  path: string,
  { width, meter }: { readonly width: number; readonly meter: Meter },
  code: (pieces: Iterable<Piece>) => readonly Piece[],
): AsyncGenerator<readonly Piece[]> {
  const dialect = { delimiter: '\t', quoting: 'none', width } as const;
  for await (const records of readRecords(path, dialect, { encoding: UTF_8, meter })) {
    yield code(records.map((record) => ({ kind: 'row', row: toRow(record, path, width) })));
  }
}

function toRow(record: CsvRecord, file: string, width: number): SourceRow {
  const { line, raw } = record;
  const layout = layouts.get(width) ?? { place: width, url: width };
  const at = (place: number): string => record.cells[place]?.trim() ?? '';
  const written = new Map([
    ['subject', toName('subject', at)],
    ['relation', at(EVENT_CODE)],
    ['object', toName('object', at)],
    ['start', at(DAY)],
    ['place', at(layout.place)],
    ['attributed_to', at(layout.url)],
  ]);
  const cells = new Map([...written].filter(([, cell]) => cell !== ''));
  return { file, line, raw, cells, problem: findProblem(record, cells, width) };
}

/**
 * An actor's name. Names as PRESIDENT and POLICE are those of many, so the code follows in brackets where it says more than a
 * country; an actor without a name is called by its code.
 */
function toName(end: keyof typeof actors, at: (place: number) => string): string {
  const { code, name, country } = actors[end];
  if (at(name) === '') return at(code);
  return at(code) === '' || at(code) === at(country) ? at(name) : `${at(name)} (${at(code)})`;
}

function findProblem(
  { problem, cells: { length }, isBroken, raw }: CsvRecord,
  cells: ReadonlyMap<string, string>,
  width: number,
): SourceRow['problem'] {
  if (problem !== undefined) return { column: '', reason: problem };
  if (length !== width)
    return { column: '', reason: `the event has ${length} cells where GDELT has ${width}` };
  if (isBroken || raw.includes('\0')) return { column: '', reason: 'the event is not UTF-8 text' };
  for (const end of ['subject', 'object'] as const) {
    if (cells.has(end)) continue;
    const reason = `the event has no ${actors[end].word} actor; a relation is between two, so there is nothing to draw`;
    return { column: end, reason };
  }
  return undefined;
}
