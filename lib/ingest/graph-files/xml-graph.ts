/** What GEXF and GraphML have in common: a dialect turns events into records, and this turns a file of a dialect into a source. */
import { toGraphPieces } from './graph-pieces';
import type { GraphRecord } from './graph-record';
import { readXml, type XmlEvent } from '../xml/read-xml';
import type { OpenOptions, Source } from '../source';
import type { Meter } from '../bytes/meter';
import type { FileSample } from '../bytes/take-sample';
import { createTally, noteTally, type Tally } from '../rows/tally';

/** A record as a dialect finds it; `line` is where its element begins. */
export type XmlRecord = DistributiveOmit<GraphRecord, 'file'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * Creates a function that consumes XML events and returns the records that they complete, given
 * what counts whatever is not read, and which records are wanted.
 */
export type XmlDialect = (
  untold: Tally,
  reading: 'nodes' | 'edges',
) => (event: XmlEvent) => readonly XmlRecord[];

/** How a graph file is read: where things that are not read are counted, and who hears of the bytes. */
interface XmlReader {
  readonly dialect: XmlDialect;
  readonly untold: Tally;
  readonly meter?: Meter | undefined;
}

/**
 * Reads the nodes of a graph file, or its edges and what of it cannot be used, in flat memory.
 *
 * @throws What `readXml` throws.
 */
export async function* readXmlRecords(
  file: string,
  reading: 'nodes' | 'edges',
  { dialect, untold, meter }: XmlReader,
): AsyncGenerator<readonly GraphRecord[]> {
  const take = dialect(untold, reading);
  for await (const events of readXml(file, meter)) {
    const records: GraphRecord[] = [];
    for (const event of events) {
      for (const record of take(event)) records.push({ ...record, file });
      if (event.kind === 'fault') records.push(toRefused(event, file));
    }
    yield records;
  }
}

/** Opens a graph file of a dialect. */
export function openXmlGraph(
  { path: file, name }: FileSample,
  dialect: XmlDialect,
  { fallbackTypes, meter }: OpenOptions,
): Source {
  let untold = createTally();
  const graph = toGraphPieces({
    dataset: name,
    knownTypes: fallbackTypes,
    records: (reading) => {
      const tally = createTally();
      if (reading === 'edges') untold = tally;
      const reader = { dialect, untold: tally, meter: reading === 'edges' ? meter : undefined };
      return readXmlRecords(file, reading, reader);
    },
  });
  return {
    files: [file],
    notices: () => [...graph.notices(), ...noteTally('Not read from the file', untold)],
    pieces: () => graph.pieces(),
  };
}

function toRefused({ line, reason }: XmlEvent & { kind: 'fault' }, file: string): GraphRecord {
  const told = `${reason}; nothing after this line is read. Correct it and load the file again`;
  return { kind: 'refused', reason: told, file, line, raw: '' };
}

/** An element as it stands in the file, more or less, for the rejects. */
export function toRaw(name: string, attributes: ReadonlyMap<string, string>): string {
  return `<${name}${[...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')}>`.slice(0, 2000);
}

/** Whether a file is XML with that root, whatever its prefix. */
export function isRoot({ isFolder, text }: FileSample, name: string): boolean {
  if (isFolder || !text.trimStart().startsWith('<')) return false;
  const root = /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/u.exec(text.replace(/<!--.*?-->|<\?.*?\?>/gsu, ''));
  return root?.[1] === name;
}
