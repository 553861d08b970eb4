import { readdirSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { findLooseTellings } from './find-loose-tellings';

const ROOT = path.resolve(__dirname, '../../..');
const FIXTURE = 'tests/unit/reading/loose-tellings.fixture.ts';
const rooms = ['app', 'lib/graph', 'lib/reading', 'lib/render', 'lib/export', 'lib/load'];
const READ_MS = 180_000;

/** Where a sentence is made, and where its parts are laid out with its marks and its source beside them. */
const tellers = [
  'lib/reading/relation-sentence.ts',
  'app/_passage/relation-words.tsx',
  'app/_explorer/table/table-rows.ts',
  'app/_explorer/table/relation-table.tsx',
];

/** What tells no relation: a class or type over a group, beside a line with how it stands, or in a filter. */
const known = [
  'app/_explorer/centre/filter-chips.tsx: typeLabel(value, new Map(summary?.types.map((type) => [type.type, type])))',
  'lib/graph/describe.ts: typeLabel(type, types)',
  'lib/reading/group-sentences.ts: verb',
  // The wording of a row, which becomes the parts of a sentence.
  'lib/load/print-triple.ts: wording.label',
  'lib/reading/group-evidence.ts: first.label',
  'lib/reading/group-evidence.ts: a[0]?.label',
  'lib/reading/group-evidence.ts: b[0]?.label',
];

describe('what tells a relation', () => {
  let found: ReturnType<typeof findLooseTellings> = [];
  beforeAll(() => {
    const files = rooms.flatMap(listSources).filter((file) => !tellers.includes(file));
    found = findLooseTellings([...files, FIXTURE], ROOT);
  }, READ_MS);

  it('is one function: nothing else reads its words', () => {
    expect(found.filter((place) => !place.startsWith(FIXTURE)).sort()).toEqual([...known].sort());
  });

  it('is found however it is written', () => {
    const written = found.filter((place) => place.startsWith(FIXTURE));

    expect(written.map((place) => place.slice(`${FIXTURE}: `.length))).toEqual([
      'relation.label',
      'label: words',
      "relation['inverse']",
      'verb',
      'typeLabel(relation.type, new Map())',
    ]);
  });
});

function listSources(room: string): string[] {
  return readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => `${room}/${file.replaceAll(path.sep, '/')}`);
}
