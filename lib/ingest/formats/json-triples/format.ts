/** Triples as JSON: one on each line, all in a list, or in a member of the document or of each record. */
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { isTriple, mapMembers } from './fields';
import { createJsonTripleReader } from './triple';
import { isRecord } from '../../json/json-value';
import { listTriples } from './list-triples';
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
        `${file} holds no triples as JSON; write a list of them, or one on each line.`,
      );
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, peek.layout);
    const first = valuesOf(peek).flatMap(toTriples).find(isRecord);
    const keys = new Set(
      [...peek.members].flatMap(([key, values]) => (values.some(holdsTriple) ? [key] : [])),
    );
    let around = createTally();
    const opened = { file, dataset, layout: peek.layout };
    let reader = createJsonTripleReader(opened);

    /** Of a document, only the members in which there are triples. */
    function isRead({ key }: JsonRecordRead): boolean {
      if (key === undefined || keys.has(key)) return true;
      around.add(key);
      return false;
    }

    return {
      dataset,
      files: [file],
      columns: first === undefined ? [] : mapMembers(Object.keys(first)),
      notices: () => [...json.notices, ...noteTally('Not read of the document', around), ...reader.notices()],
      pieces: async function* () {
        around = createTally();
        reader = createJsonTripleReader(opened);
        for await (const records of json.records(meter))
          yield records.flatMap((record) => {
            if (record.problem !== undefined) return [toBrokenPiece(file, record, record.problem)];
            return isRead(record) ? reader.toPieces(record, record.value) : [];
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
