import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { detectEncoding, UTF_8, type Encoding } from '../bytes/detect-encoding';
import { readText } from '../bytes/read-lines';
import type { Meter } from '../bytes/meter';

/** What XML brings, in order. Names come without their prefix. `fault`: what is behind it cannot be read. */
export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly line: number;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string; readonly line: number }
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string };

/** In characters: no honest attribute or text is longer, and none of these has to be held in memory. */
const LONGEST_PART = 8 * 1024 * 1024;
/** In characters: some hundred elements, so that what is made of them is gone before memory is cleared. */
const PART_LENGTH = 32 * 1024;
/** Graph files nest some six elements, and a few more for each level of nested graphs. */
const DEEPEST = 200;
const MOST_ATTRIBUTES = 1000;
const DECLARED_ENCODING = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/u;

/**
 * Reads XML of any size in constant memory, yielding the events of each chunk together. Nothing is
 * fetched, and only the five predefined entities are expanded: a file that declares its own, that
 * nests or lists without end, or that is not well formed ends in a `fault` at that place.
 * @throws as `readText` does
 */
export async function* readXml(path: string, meter?: Meter): AsyncGenerator<readonly XmlEvent[]> {
  const encoding = await findEncoding(path);
  const parser = createParser();
  for await (const text of readText(path, { encoding, meter })) {
    for (let start = 0; start < text.length; start += PART_LENGTH) {
      yield parser.add(text.slice(start, start + PART_LENGTH));
      if (parser.isDone()) return;
    }
  }
  yield parser.finish();
}

async function findEncoding(path: string): Promise<Encoding> {
  for await (const start of readText(path)) {
    const declared = DECLARED_ENCODING.exec(start.trimStart())?.[1];
    if (declared === undefined) break;
    const label = toLabel(declared);
    return label === undefined ? UTF_8 : { label, name: declared, by: 'mark' };
  }
  return await detectEncoding(path);
}

function toLabel(declared: string): string | undefined {
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return undefined;
  }
}

class Fault extends Error {}

function createParser() {
  const parser = new SaxesParser({ position: true, xmlns: false });
  let events: XmlEvent[] = [];
  let depth = 0;
  let attributes = 0;
  let openLine = 1;
  let sinceEvent = 0;
  let isDone = false;

  function add(event: XmlEvent): void {
    events.push(event);
    sinceEvent = 0;
  }

  parser.on('error', refuseMalformed);
  parser.on('doctype', refuseEntities);
  parser.on('opentagstart', () => {
    openLine = parser.line;
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES)
      throw new Fault(`an element has more than ${MOST_ATTRIBUTES} attributes`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new Fault(`elements are nested more than ${DEEPEST} deep`);
    add({ kind: 'open', name: toLocalName(tag.name), attributes: toMap(tag), line: openLine });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    add({ kind: 'close', name: toLocalName(name), line: parser.line });
  });
  const addText = (text: string): void => {
    add({ kind: 'text', text });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  function run(work: () => void): readonly XmlEvent[] {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      isDone = true;
      events.push({ kind: 'fault', line: parser.line, reason: error.message });
    }
    const given = events;
    events = [];
    return given;
  }

  return {
    add: (text: string) =>
      run(() => {
        sinceEvent += text.length;
        parser.write(text);
        if (sinceEvent > LONGEST_PART) throw new Fault('an attribute or text is larger than 8 MiB; split it');
      }),
    finish: () => run(() => parser.close()),
    isDone: () => isDone,
  };
}

function refuseMalformed({ message }: Error): never {
  throw new Fault(`it is not well-formed XML: ${message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '')}`);
}

function refuseEntities(doctype: string): void {
  if (!doctype.includes('<!ENTITY')) return;
  throw new Fault('the file declares entities of its own, which are not expanded; write the text itself');
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function toMap({ attributes }: SaxesTagPlain): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes));
}
