/** Entities of FollowTheMoney as JSON Lines, as Aleph and OpenSanctions export them. */
import path from 'node:path';

import { createFtmPieces } from './pieces';
import { parseFtm, readFtm } from './read-ftm';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

export const followTheMoney: Format = {
  name: 'follow-the-money',
  title: 'FollowTheMoney entities',
  recognises: recognisedBy(
    'its records have an id, a schema and properties',
    ({ isFolder, text }) => !isFolder && beginsWithRecord(text),
  ),
  open: ({ path: file, name }, { fallbackTypes, meter }) => {
    const dataset = path.basename(name, path.extname(name)).replace(/\.ftm$/u, '');
    const graph = createFtmPieces((reading) => readFtm(file, reading === 'links' ? meter : undefined), {
      file,
      dataset,
      knownTypes: fallbackTypes,
    });
    return Promise.resolve({
      dataset,
      files: [file],
      notices: () => graph.notices(),
      pieces: () => graph.pieces(),
    });
  },
};

const LOOKS_LIKE = /^\s*\{(?=.*"schema"\s*:\s*"[A-Z])(?=.*"properties"\s*:\s*\{)/u;

/** A record that is longer than the sample is told by what it has. */
function beginsWithRecord(text: string): boolean {
  const line = text.split(/\r\n?|\n/u).find((each) => each.trim() !== '') ?? '';
  return LOOKS_LIKE.test(line) && (line.length === text.length || 'id' in parseFtm(line));
}
