/** RDF/XML: a document that breaks is read up to there. */
import { DataFactory } from 'n3';

import { detectEncoding } from '../../bytes/detect-encoding';
import type { Meter } from '../../bytes/meter';
import { readText } from '../../bytes/read-lines';
import { explain, type RdfQuad, type RdfRecord } from './read-rdf';

const PART = 8 * 1024;
const SHOWN = 2000;
/** An entity stands for the beginning of an address; a longer one makes much of little. */
const LONG_ENTITY = /<!ENTITY\s+\S+\s+(?:"[^"]{2000}|'[^']{2000})/u;
const NOTHING_MORE = 'nothing from here on is read. Correct it and load the file again';

/** What statements of the document are relative to: the file by its name. */
export function toBase(name: string): string {
  return `file:///${encodeURIComponent(name)}`;
}

/**
 * Reads RDF/XML of any size in flat memory. Nothing is fetched: an entity is what the document itself says.
 *
 * @param file - its path, and the name that addresses in it are relative to
 * @throws what `readText` throws
 */
export async function* readRdfXml(
  { path, name }: { readonly path: string; readonly name: string },
  meter?: Meter,
): AsyncGenerator<readonly RdfRecord[]> {
  const parser = await createParser(toBase(name));
  for await (const text of readText(path, { encoding: await detectEncoding(path), meter })) {
    for (let at = 0; at < text.length; at += PART) yield parser.add(text.slice(at, at + PART));
    if (parser.isDone()) return;
  }
  yield parser.finish();
}

async function createParser(baseIRI: string) {
  // Loaded when it is needed: it costs 16 MB and a sixth of a second.
  const { RdfXmlParser } = await import('rdfxml-streaming-parser');
  let count = 0;
  // The same in each reading: a label that no file can write.
  const blankNode = (label?: string) => DataFactory.blankNode(label ?? `#${(count += 1)}`);
  const parser = new RdfXmlParser({ baseIRI, dataFactory: { ...DataFactory, blankNode } });
  let line = 1;
  let fault: RdfRecord | undefined;
  let [isDone, doctype, last] = [false, '', ''];

  function stop(reason: string): void {
    fault ??= { kind: 'fault', line, reason: `${reason}; ${NOTHING_MORE}`, raw: last.trim().slice(0, SHOWN) };
  }

  function hasStopped(): boolean {
    return fault !== undefined;
  }

  parser.on('error', (error: unknown) => {
    stop(explain(error));
  });

  function take(): readonly RdfRecord[] {
    const records: RdfRecord[] = [];
    for (let quad = next(); quad !== undefined; quad = next())
      records.push({ kind: 'statement', quad, line, raw: undefined });
    return records;
  }

  function next(): RdfQuad | undefined {
    const quad: unknown = parser.read();
    return isQuad(quad) ? quad : undefined;
  }

  /** A line at a time, so that a statement has the line in which it ends. */
  function feed(text: string): readonly RdfRecord[] {
    const records: RdfRecord[] = [];
    for (const part of text.split(/(?<=\n)/u)) {
      if (hasStopped()) break;
      last = part;
      parser.write(part);
      // The event comes only when lines behind it are read already.
      if (parser.errored) stop(explain(parser.errored));
      records.push(...take());
      if (part.endsWith('\n') && !hasStopped()) line += 1;
    }
    return records;
  }

  /** Gives what is wrong once. */
  function withFault(records: readonly RdfRecord[]): readonly RdfRecord[] {
    if (fault === undefined || isDone) return records;
    isDone = true;
    return [...records, fault];
  }

  return {
    add: (text: string): readonly RdfRecord[] => {
      if (isDone) return [];
      if (doctype.length < PART) doctype += text;
      if (LONG_ENTITY.test(doctype)) stop('it declares an entity of more than 2,000 characters');
      return withFault(feed(text));
    },
    finish: (): readonly RdfRecord[] => {
      if (isDone) return [];
      parser.end();
      return withFault(take());
    },
    isDone: () => isDone,
  };
}

function isQuad(value: unknown): value is RdfQuad {
  return typeof value === 'object' && value !== null && 'subject' in value && 'graph' in value;
}
