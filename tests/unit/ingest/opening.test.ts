/** Opening a large file says how far it has come, and ends soon when it is told to; a folder is looked at once. */
import { mkdir, rm, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { listInputs } from '@/lib/ingest/list-inputs';
import { openInput } from '@/lib/ingest/open-input';

import { fixture } from './read-input';

const NODES = 15_000;
const nobody = () => Promise.resolve(new Map());

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entente-opening-'));
  const nodes = Array.from(
    { length: NODES },
    (_, at) => `<node id="n${at}"><data key="d0">Person ${at}</data></node>`,
  );
  const edges = Array.from({ length: NODES - 1 }, (_, at) => `<edge source="n${at}" target="n${at + 1}"/>`);
  await writeFile(
    path.join(folder, 'large.graphml'),
    `<graphml><key id="d0" for="node" attr.name="name" attr.type="string"/><graph edgedefault="directed">${nodes.join('\n')}${edges.join('\n')}</graph></graphml>`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('tells the bytes read while it opens, and none of the reading after', async () => {
  const told: number[] = [];
  const input = await openInput(path.join(folder, 'large.graphml'), {
    findNames: nobody,
    onRead: (bytes) => told.push(bytes),
  });
  const whileOpening = told.length;

  let rows = 0;
  for await (const items of input.items()) rows += items.filter(({ kind }) => kind === 'triple').length;
  await input.close();

  expect(rows).toBe(NODES - 1);
  expect(whileOpening).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(told).toHaveLength(whileOpening);
});

it('reads nothing more once it is told to stop', async () => {
  const stop = new AbortController();
  const told: number[] = [];
  const opening = openInput(path.join(folder, 'large.graphml'), {
    findNames: nobody,
    signal: stop.signal,
    onRead: (bytes) => {
      told.push(bytes);
      stop.abort(new Error('enough'));
    },
  });

  await expect(opening).rejects.toThrow('enough');
  expect(told).toHaveLength(1);
});

it('hashes nothing more once it is told to stop', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  const opening = openInput(fixture('good'), { findNames: nobody, signal: stop.signal });

  await expect(opening).rejects.toThrow('enough');
});

it('opens a folder by what was seen when it was listed', async () => {
  const notes = path.join(folder, 'notes');
  await mkdir(notes);
  await writeFile(path.join(notes, 'one.md'), '# One\n\nAna met Ben.\n');
  const { inputs } = await listInputs(notes, undefined);
  const looked = inputs[0]?.looked;

  expect(looked?.recognised.map(({ format }) => format.name)).toEqual(['documents']);
  // Were the folder looked at again, it would be a dataset.
  await writeFile(path.join(notes, 'triples.csv'), 'subject,relation,object\nAna,MET,Ben\n');
  const input = await openInput(notes, { findNames: nobody, looked });
  expect(input.format).toBe('documents');
  await input.close();
});
