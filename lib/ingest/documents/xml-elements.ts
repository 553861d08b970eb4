import { Parser } from 'htmlparser2';

import { refuseLine } from '../rows/check-cell';

/** An element of a small XML file, without the prefix of its name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, with one blank for each gap. */
  readonly text: string;
}

/** Where it is deeper, nothing more is read. */
const DEEPEST = 100;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Reads the elements of a small XML file, such as a document keeps about itself. What is not well formed is read as far as it goes.
 *
 * @returns all elements, each before those in it
 * @throws `invalid` when it is not small
 */
export function readElements(bytes: Uint8Array): readonly XmlElement[] {
  if (bytes.length > MOST_BYTES) refuseLine(1, 'what the document says of itself has more than 8 MiB');
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: number[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const at = found.push({ name: toLocalName(name), attributes: toLocal(attributes), text: '' });
        open.push(at - 1);
        if (open.length > DEEPEST) parser.pause();
      },
      ontext: (text) => {
        for (const at of open) {
          const element = found[at];
          if (element) element.text += text;
        }
      },
      onclosetag: () => {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(bytes));
  return found.map((element) => ({ ...element, text: toPlain(element.text) }));
}

function toLocal(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [toLocalName(name), value]));
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function toPlain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}
