/** Triples as JSON: one on each line, all in a list, or in a member of the document or of each record. */
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { isTriple, mapMembers } from './fields';
import { createJsonTripleReader } from './triple';
import { isRecord } from '../../json/json-value';
import { isAround, isListName, listTriples } from './list-triples';
import { peekJson, type JsonPeek } from '../../json/peek-json';
import { openJson, toBrokenPiece, type JsonRecordRead } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { createTally, noteTally } from '../../rows/tally';

export const jsonTriples: Format = {
  name: 'json',
  title: 'triples as JSON',
  recognises: recognisedBy('its records have a subject, a relation and an object', (sample) => {
    const peek = peekJson(sample);
    return peek !== undefined && valuesOf(peek).some(holdsTriple);
  }),
  open: async (sample, { meter }) => {
    const { path: file, name } = sample;
    const peek = peekJson(sample);
    if (peek === undefined || (peek.layout === 'members' && !valuesOf(peek).some(holdsTriple)))
      throw new EntenteError(
        'invalid',
        `${file} contains no triples as JSON; write a list of them, or one per line.`,
      );
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, peek.layout);
    const first = valuesOf(peek).flatMap(toTriples).find(isRecord);
    const keys = new Set(
      [...peek.members].flatMap(([key, values]) => (values.some(holdsTriple) ? [key] : [])),
    );
    const context = toContext(peek, keys);
    let around = createTally();
    const opened = { file, dataset, layout: peek.layout };
    let reader = createJsonTripleReader(opened);

    /** Of a document, only the members in which there are triples. */
    function isRead({ key }: JsonRecordRead): boolean {
      if (key === undefined || keys.has(key)) return true;
      if (!context.members.has(key)) around.add(key);
      return false;
    }

    return {
      dataset,
      files: [file],
      columns: first === undefined ? [] : mapMembers(Object.keys(first)),
      notices: () => [
        ...json.notices,
        ...noteTally('Not read from the document', around),
        ...reader.notices(),
      ],
      pieces: async function* () {
        around = createTally();
        reader = createJsonTripleReader(opened);
        for await (const records of json.records(meter))
          yield records.flatMap((record) => {
            if (record.problem !== undefined) return [toBrokenPiece(file, record, record.problem)];
            return isRead(record)
              ? reader.toPieces(record, addAround(record.key, record.value, context))
              : [];
          });
      },
    };
  },
};

function valuesOf({ layout, values, members }: JsonPeek): readonly unknown[] {
  return layout === 'members' ? [...members.values()].flat() : values;
}

function holdsTriple(value: unknown): boolean {
  return toTriples(value).some(isTriple);
}

function toTriples(value: unknown): readonly unknown[] {
  return listTriples(value)?.triples ?? [value];
}

/** What a document of JSON says of the triples in its members. */
interface AroundTriples {
  /** Members with its words, title and address. */
  readonly members: ReadonlyMap<string, string>;
  /** Whether its members are called by the documents that their triples are from. */
  readonly areDocuments: boolean;
}

function toContext({ layout, members }: JsonPeek, keys: ReadonlySet<string>): AroundTriples {
  const none = { members: new Map<string, string>(), areDocuments: false };
  if (layout !== 'members') return none;
  const told = [...members].flatMap(([key, [value]]) =>
    !keys.has(key) && isAround(key) && typeof value === 'string' ? [[key, value] as const] : [],
  );
  const areDocuments =
    keys.size > 0 && told.length === 0 && [...keys].every((key) => !isListName(key) && FILE_NAME.test(key));
  return { members: new Map(told), areDocuments };
}

/** A name with an extension, or an address. */
const FILE_NAME = /\.\p{L}[\p{L}\d]{1,4}$|^https?:\/\//iu;

function addAround(
  key: string | undefined,
  value: unknown,
  { members, areDocuments }: AroundTriples,
): unknown {
  if (members.size > 0) return { ...Object.fromEntries(members), triples: [value] };
  return areDocuments && key !== undefined ? { document: key, triples: [value] } : value;
}
