import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';

import { readInput, type ReadInput } from './read-input';
import { noticesOf, sentencesOf } from './read-written';

let home = '';

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'entente-brat-'));
});

afterAll(async () => {
  await rm(home, { recursive: true });
});

/** Writes a folder of files and reads it, or one of them. */
async function read(name: string, files: Readonly<Record<string, string>>, only = ''): Promise<ReadInput> {
  const folder = path.join(home, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return await readInput(path.join(folder, only));
}

const TEXT = '🌊 Ona Reef runs Tern Line.\nReef did not meet Pell Dock in Quill.\n';
const ANN = [
  'T1\tPerson 2 10\tOna Reef',
  'T2\tOrganization 16 25\tTern Line',
  'T3\tPerson 27 31\tReef',
  'T4\tPerson 45 54\tPell Dock',
  'T5\tMeet 40 44\tmeet',
  'R1\tWorksFor Arg1:T1 Arg2:T2',
  'E1\tMeet:T5 Agent:T3 Theme2:T4',
  'A1\tNegation E1',
  'A2\tSpeculation R1',
  'A3\tConfidence R1 High',
  '*\tEquiv T1 T3',
  '#1\tAnnotatorNotes R1\tclear',
].join('\n');

const EVENT = 'meet (quay, character 40)';

describe('a folder of brat', () => {
  it('gives relations, and events as entities with their arguments, negated and speculated as marked', async () => {
    const input = await read('corpus', {
      'quay.txt': TEXT,
      'quay.ann': ANN,
      'annotation.conf': '[entities]',
    });

    expect(sentencesOf(input)).toEqual([
      'Ona Reef works for Tern Line',
      `${EVENT} has the agent Ona Reef`,
      `${EVENT} has the theme Pell Dock`,
    ]);
    expect(input.triples.map(({ evidence }) => evidence.stance)).toEqual(['supports', 'denies', 'denies']);
    expect(input.triples.map(({ relation }) => relation.modality)).toEqual([
      'hypothetical',
      'actual',
      'actual',
    ]);
    expect(input.input).toMatchObject({ dataset: 'corpus', format: 'brat' });
    expect(input.rejects).toEqual([]);
  });

  it('marks each span in its text, and cites the stretch with both ends', async () => {
    const input = await read('marks', { 'quay.txt': TEXT, 'quay.ann': ANN });
    const [passage] = input.items.filter((item) => item.kind === 'passage');
    const text = passage?.passage.text ?? '';
    const names = new Map(
      input.items.flatMap((item) =>
        item.kind === 'entity' ? [[item.entry.entity.id, item.entry.entity.name] as const] : [],
      ),
    );

    expect(
      passage?.mentions.map(({ start, end, entity }) => [
        sliceCodePoints(text, start, end),
        names.get(entity),
      ]),
    ).toEqual([
      ['Ona Reef', 'Ona Reef'],
      ['Tern Line', 'Tern Line'],
      ['Reef', 'Ona Reef'],
      ['Pell Dock', 'Pell Dock'],
      ['meet', EVENT],
    ]);
    expect(
      input.triples.map(({ evidence: { start = 0, end = 0 } }) => sliceCodePoints(text, start, end)),
    ).toEqual(['Ona Reef runs Tern Line', 'Reef did not meet', 'meet Pell Dock']);
  });

  it('tells what is not read', async () => {
    const input = await read('unread', {
      'quay.txt': TEXT,
      'quay.ann': ANN,
      'annotation.conf': '[entities]',
    });

    expect(noticesOf(input)).toContain('Not read from the annotations: ');
    expect(noticesOf(input)).toContain('notes');
    expect(noticesOf(input)).toContain('attributes Confidence');
    expect(noticesOf(input)).toContain('neither data nor documents: annotation.conf');
  });

  it('refuses, by its line, what does not stand in the text, what is no line, and marks without a text', async () => {
    const ann = 'T1\tPerson 2 10\tOna Reef\nT2\tPerson 16 25\tNobody Here\nR1\tMet Arg1:T1 Arg2:T2\nstray';
    const input = await read('faults', { 'a.txt': TEXT, 'a.ann': ann, 'b.ann': ann, 'c.txt': 'Plain.' });

    expect(input.rejects.map(({ file, line, reason }) => [path.basename(file), line, reason])).toEqual([
      ['a.ann', 2, expect.stringContaining("'Nobody Here' are not in the text")],
      ['a.ann', 4, expect.stringContaining('not a line of brat')],
      ['a.ann', 3, expect.stringContaining("no marked span 'T2'")],
      ['b.ann', 1, expect.stringContaining('there is no b.txt')],
    ]);
    expect(input.items.filter(({ kind }) => kind === 'passage')).toHaveLength(2);
  });

  it('reads a mark in pieces as one, where the pieces are its words', async () => {
    const text = 'north and south Quay are run by Tern Line';
    const ann = [
      'T1\tLocation 0 5;16 20\tnorth Quay',
      'T2\tOrganization 32 41\tTern Line',
      'T3\tLocation 0 5;10 15\tnorth Quay',
      'R1\tRunBy Arg1:T1 Arg2:T2',
    ].join('\r\n');
    const input = await read('pieces', { 'q.txt': text, 'q.ann': ann });

    expect(sentencesOf(input)).toEqual(['north Quay run by Tern Line']);
    expect(input.rejects).toMatchObject([{ line: 3, column: 'span' }]);
  });

  it('may be one pair, named by its marks', async () => {
    const input = await read('pair', { 'quay.txt': TEXT, 'quay.ann': ANN, 'other.csv': 'a,b' }, 'quay.ann');

    expect(sentencesOf(input)).toContain('Ona Reef works for Tern Line');
    expect(input.input).toMatchObject({ dataset: 'quay', format: 'brat' });
  });
});
