/** Triples as JSON: one on each line, or all in a list. */
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { isTriple, mapMembers } from '../json-fields';
import { createJsonTripleReader } from '../json-triple';
import { peekJson, recordsOf } from '../peek-json';
import { openJson, toBrokenPiece } from '../read-json';
import type { Format } from '../source';

export const jsonTriples: Format = {
  name: 'json',
  title: 'triples as JSON',
  recognises: (sample) => {
    const peek = peekJson(sample);
    return peek !== undefined && peek.layout !== 'members' && peek.values.some(isTriple);
  },
  open: async (sample, { meter }) => {
    const { path: file, name } = sample;
    const peek = peekJson(sample);
    if (peek === undefined || peek.layout === 'members')
      throw new EntenteError(
        'invalid',
        `${file} holds no triples as JSON; write a list of them, or one on each line.`,
      );
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, peek.layout);
    const [first] = recordsOf(peek).filter(isTriple);
    let reader = createJsonTripleReader(file, dataset);
    return {
      dataset,
      files: [file],
      columns: first === undefined ? [] : mapMembers(Object.keys(first)),
      notices: () => [...json.notices, ...reader.notices()],
      pieces: async function* () {
        reader = createJsonTripleReader(file, dataset);
        for await (const records of json.records(meter))
          yield records.flatMap((record) =>
            record.problem === undefined
              ? reader.toPieces(record, record.value)
              : [toBrokenPiece(file, record, record.problem)],
          );
      },
    };
  },
};
