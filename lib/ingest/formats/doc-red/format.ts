/** Documents with entities, relations and evidence, as DocRED and Re-DocRED have them. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { createDocRedReader } from './pieces';
import { isDocRed } from './record';
import { errorCodeOf } from '../../bytes/error-code';
import { isRecord, toText } from '../../json/json-value';
import { parseJson } from '../../json/parse-json';
import { peekJson, recordsOf, toListLayout } from '../../json/peek-json';
import { openJson, toBrokenPiece } from '../../json/read-json';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

const NAMES = 'rel_info.json';
const LARGEST_NAMES_BYTES = 4 * 1024 * 1024;

export const docRed: Format = {
  name: 'docred',
  title: 'documents with relations, as DocRED has them',
  recognises: recognisedBy('its records have the members of DocRED: sents, vertexSet and labels', (sample) =>
    recordsOf(peekJson(sample)).some(isDocRed),
  ),
  open: async (sample, { meter }) => {
    const { path: file, name } = sample;
    const dataset = path.basename(name, path.extname(name));
    const json = await openJson(file, toListLayout(peekJson(sample)));
    const names = await readRelationNames(path.join(path.dirname(file), NAMES));
    let reader = createDocRedReader(dataset, file, names.byId);
    return {
      dataset,
      files: [file, ...names.files],
      notices: () => [...json.notices, ...names.notices, ...reader.notices()],
      pieces: async function* () {
        reader = createDocRedReader(dataset, file, names.byId);
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

interface RelationNames {
  readonly byId: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  readonly notices: readonly string[];
}

/**
 * Reads the names of relations by id.
 * @param file - the annotated file, beside which they may be
 */
async function readRelationNames(file: string): Promise<RelationNames> {
  const none = { byId: new Map<string, string>(), files: [] };
  try {
    const { size } = await stat(file);
    const parsed =
      size > LARGEST_NAMES_BYTES ? { problem: 'it is too large' } : parseJson(await readFile(file, 'utf8'));
    if (!('value' in parsed) || !isRecord(parsed.value)) {
      const reason = 'problem' in parsed ? parsed.problem : 'it is not an object of names';
      return { ...none, notices: [`${NAMES} was not read: ${reason}. Relations are named by their ids.`] };
    }
    const names = Object.entries(parsed.value).flatMap(([id, name]) => {
      const text = toText(name);
      return text === undefined ? [] : [[id, text] as const];
    });
    return { byId: new Map(names), files: [file], notices: [] };
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    return { ...none, notices: [`There is no ${NAMES} beside it, so relations are named by their ids.`] };
  }
}
