/** What graph files as text have in common: a dialect turns lines into records, and this turns a file of a dialect into a source. */
import type { FileSample } from '../bytes/take-sample';
import { detectEncoding } from '../bytes/detect-encoding';
import { noteEncoding } from '../bytes/note-encoding';
import { readLines } from '../bytes/read-lines';
import { LONGEST_LINE, type Line } from '../bytes/split-lines';
import { createTally, noteTally, type Tally } from '../rows/tally';
import type { OpenOptions, Source } from '../source';
import { toGraphPieces } from './graph-pieces';
import type { GraphRecord } from './graph-record';
import type { XmlRecord } from './xml-graph';

/** A record as a dialect finds it; `line` is where it begins. */
export type TextRecord = XmlRecord;

/** Reads a file once, line by line; behind a refusal it may be done and give no more. */
interface LineReader {
  readonly take: (text: string, line: number) => readonly TextRecord[];
  /** What is complete only at the end of the file. */
  readonly finish: (line: number) => readonly TextRecord[];
}

/** Creates a reader of lines, given what counts whatever is not read. */
export type LineDialect = (untold: Tally) => LineReader;

/**
 * Opens a graph file of a dialect.
 *
 * @throws the file system's errors
 */
export async function openLineGraph(
  { path: file, name }: FileSample,
  dialect: LineDialect,
  { fallbackTypes, meter }: OpenOptions,
): Promise<Source> {
  const encoding = await detectEncoding(file);
  let untold = createTally();
  const graph = toGraphPieces({
    dataset: name,
    knownTypes: fallbackTypes,
    records: async function* (reading) {
      const tally = createTally();
      if (reading === 'edges') untold = tally;
      const reader = dialect(tally);
      const number = createNumbering(file);
      let last = 1;
      const options = { encoding, meter: reading === 'edges' ? meter : undefined };
      for await (const lines of readLines(file, options)) {
        yield lines.flatMap((line) => takeLine(line, reader)).map(number);
        last = lines.at(-1)?.number ?? last;
      }
      yield reader.finish(last).map(number);
    },
  });
  return {
    files: [file],
    notices: () => [
      ...noteEncoding(name, encoding),
      ...graph.notices(),
      ...noteTally('Not read from the file', untold),
    ],
    pieces: () => graph.pieces(),
  };
}

function takeLine(
  { text, number: line, isCut, isBroken }: Line,
  { take }: LineReader,
): readonly TextRecord[] {
  if (!isCut && !isBroken) return take(text, line);
  const reason = isCut
    ? `the line is longer than ${LONGEST_LINE / 1024 / 1024} MiB; split it`
    : 'it is not text in the encoding of the file; correct it';
  return [{ kind: 'refused', line, raw: text.slice(0, 2000), reason }];
}

/** One line may hold many edges. */
function createNumbering(file: string): (record: TextRecord) => GraphRecord {
  let edges = 0;
  return (record) =>
    record.kind === 'edge' ? { ...record, file, record: (edges += 1) } : { ...record, file };
}
