import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { deriveRelationId } from '@/lib/model/derive-id';
import type { Triple } from '@/lib/model/triple';

import { readInput } from './read-input';
import { readText } from './read-written';

async function readRows(header: string, rows: readonly string[]) {
  return readText('rows.csv', [header, ...rows].join('\n'));
}

async function readTriples(header: string, rows: readonly string[]): Promise<readonly Triple[]> {
  const { triples, rejects } = await readRows(header, rows);
  expect(rejects).toEqual([]);
  return triples;
}

function countDifferent(values: readonly string[]): number {
  return new Set(values).size;
}

describe('a row of triples', () => {
  it.each([
    ['DENIES', 'denies'],
    ['Supports', 'supports'],
    ['', 'supports'],
  ])('takes the stance %j in any case', async (cell, stance) => {
    const [triple] = await readTriples('subject,relation,object,stance', [`Ana,met,Bo,${cell}`]);

    expect(triple?.evidence.stance).toBe(stance);
  });

  it.each([
    ['FUTURE', 'future'],
    ['Hypothetical', 'hypothetical'],
    ['', 'actual'],
  ])('takes the modality %j in any case', async (cell, modality) => {
    const [triple] = await readTriples('subject,relation,object,modality', [`Ana,met,Bo,${cell}`]);

    expect(triple?.relation.modality).toBe(modality);
  });

  it.each(['stance', 'modality'])('is refused for a %s that there is not', async (column) => {
    const { rejects, triples } = await readRows(`subject,relation,object,${column}`, ['Ana,met,Bo,perhaps']);

    expect(triples).toEqual([]);
    expect(rejects).toMatchObject([{ column }]);
  });

  it.each([
    ['0.87', 87],
    ['.5', 50],
    ['87', 87],
    ['87 %', 87],
    ['0.5 %', 1],
    ['1', 100],
    ['1.0', 100],
    ['100', 100],
    ['0', 0],
    ['5', undefined],
    ['101', undefined],
    ['-1', undefined],
    ['high', undefined],
    ['87 % %', undefined],
  ])('reads the confidence %s, and is kept whatever it is', async (cell, percent) => {
    const [triple] = await readTriples('subject,relation,object,confidence', [`Ana,met,Bo,${cell}`]);

    expect(triple?.evidence.confidence).toBe(percent);
  });
});

describe('the identity of a relation', () => {
  const header = 'subject,relation,object,about,start,end,place,modality';

  it.each([
    ['subject', 'Cy,met,Bo,,,,,'],
    ['type', 'Ana,left,Bo,,,,,'],
    ['object', 'Ana,met,Cy,,,,,'],
    ['topic', 'Ana,met,Bo,trade,,,,'],
    ['start', 'Ana,met,Bo,,2023,,,'],
    ['doubt about its date', 'Ana,met,Bo,,2023?,,,'],
    ['end', 'Ana,met,Bo,,2023,2024,,'],
  ])('holds the %s', async (_, row) => {
    const plain = ['Ana,met,Bo,,,,,', 'Ana,met,Bo,,2023~,,,', 'Ana,met,Bo,,2023,2025,,'];
    const triples = await readTriples(header, [...plain, row]);

    expect(countDifferent(triples.map(({ relation }) => relation.id))).toBe(4);
  });

  it.each([
    ['place', 'Ana,met,Bo,,,,Porto,', 'Ana,met,Bo,,,,Lund,'],
    ['modality', 'Ana,met,Bo,,,,,future', 'Ana,met,Bo,,,,,hypothetical'],
    ['place and the modality', 'Ana,met,Bo,,,,Porto,future', 'Ana,met,Bo,,,,,future'],
  ])('holds the %s', async (_, row, other) => {
    const triples = await readTriples(header, ['Ana,met,Bo,,,,,', row, other, row]);
    const ids = triples.map(({ relation }) => relation.id);

    expect(countDifferent(ids)).toBe(3);
    expect(ids[3]).toBe(ids[1]);
  });

  it('is what it was before place and modality counted, where a relation has neither', async () => {
    const [plain, dated] = await readTriples(header, [
      'Ana,met,Bo,,,,,',
      'Ana,met,Bo,trade,2023,2024,,actual',
    ]);
    const ends = [plain?.relation.subject, 'MET', plain?.relation.object];

    expect(plain?.relation.id).toBe(deriveRelationId([...ends, undefined, undefined, undefined, undefined]));
    expect(dated?.relation.id).toBe(deriveRelationId([...ends, 'trade', '2023', '2024', undefined]));
  });

  it('does not hold how a place is written, nor whom it means', async () => {
    const triples = await readTriples(header, [
      'Ana,met,Bo,,,,Porto,',
      'Ana,met,Bo,,,,PORTO,',
      'Cy,left,Porto,,,,,',
    ]);

    expect(triples[0]?.relation.id).toBe(triples[1]?.relation.id);
  });
});

describe('the identity of a piece of evidence', () => {
  const header = 'subject,relation,object,stance,attributed_to,confidence';

  it('holds who says it', async () => {
    const triples = await readTriples(header, [
      'Ana,met,Bo,supports,,',
      'Ana,met,Bo,supports,Cy,',
      'Ana,met,Bo,supports,Di,',
    ]);

    expect(triples.map(({ evidence }) => evidence.attributedTo)).toEqual([undefined, 'Cy', 'Di']);
    expect(countDifferent(triples.map(({ relation }) => relation.id))).toBe(1);
    expect(countDifferent(triples.map(({ evidence }) => evidence.id))).toBe(3);
  });

  it('does not depend on which speakers come before', async () => {
    const [, second] = await readTriples(header, ['Ana,met,Bo,supports,Cy,', 'Ana,met,Bo,supports,Di,']);
    const [alone] = await readTriples(header, ['Ana,met,Bo,supports,Di,']);

    expect(second?.evidence.id).toBe(alone?.evidence.id);
  });

  it('holds the stance, and not the confidence', async () => {
    const triples = await readTriples(header, ['Ana,met,Bo,supports,,', 'Ana,met,Bo,denies,,']);
    const [sure] = await readTriples(header, ['Ana,met,Bo,supports,,90']);

    expect(countDifferent(triples.map(({ evidence }) => evidence.id))).toBe(2);
    expect(sure?.evidence.id).toBe(triples[0]?.evidence.id);
  });

  it('tells rows that say the same apart by their count and not by their line', async () => {
    const twice = await readTriples(header, ['Ana,met,Bo,,,', 'Ana,met,Bo,,,']);
    const behind = await readTriples(header, ['Cy,met,Di,,,', 'Ana,met,Bo,,,', 'Ana,met,Bo,,,']);

    expect(countDifferent(twice.map(({ evidence }) => evidence.id))).toBe(2);
    expect(behind.slice(1).map(({ evidence }) => evidence.id)).toEqual(
      twice.map(({ evidence }) => evidence.id),
    );
  });
});

describe('the identity of a piece of evidence that cites a passage', () => {
  const text = 'Ana met Bo, and Bo met Ana. Cy said so.';
  const header = 'subject,relation,object,stance,attributed_to,document,paragraph,quote';

  async function readCited(rows: readonly string[]): Promise<readonly string[]> {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-cited-'));
    try {
      await mkdir(path.join(folder, 'documents'));
      await writeFile(path.join(folder, 'documents', 'paper.md'), `${text}\n\n${text}\n`);
      await writeFile(path.join(folder, 'triples.csv'), [header, ...rows].join('\n'));
      const { triples, rejects } = await readInput(folder);
      expect(rejects).toEqual([]);
      return triples.map(({ evidence }) => evidence.id);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it.each([
    ['who says it', 'Ana,met,Bo,supports,Cy,paper,1,Ana met Bo'],
    ['the stance', 'Ana,met,Bo,denies,,paper,1,Ana met Bo'],
    ['the passage', 'Ana,met,Bo,supports,,paper,2,Ana met Bo'],
    ['where the quote begins', 'Ana,met,Bo,supports,,paper,1,met Bo'],
    ['where the quote ends', 'Ana,met,Bo,supports,,paper,1,Ana met'],
    ['the relation', 'Ana,met,Cy,supports,,paper,1,Ana met Bo'],
  ])('holds %s', async (_, row) => {
    const ids = await readCited(['Ana,met,Bo,supports,,paper,1,Ana met Bo', row]);

    expect(countDifferent(ids)).toBe(2);
  });

  it.each([
    ['who says it', 'Ana,met,Bo,supports,Cy,paper,,'],
    ['the stance', 'Ana,met,Bo,denies,,paper,,'],
    ['the relation', 'Ana,met,Cy,supports,,paper,,'],
    ['that no passage is cited', 'Ana,met,Bo,supports,,paper,1,'],
  ])('holds %s where the document alone is cited', async (_, row) => {
    const ids = await readCited(['Ana,met,Bo,supports,,paper,,', row]);

    expect(countDifferent(ids)).toBe(2);
  });

  it('holds neither the line nor how many rows say the same', async () => {
    const row = 'Ana,met,Bo,supports,Cy,paper,1,Ana met Bo';
    const ids = await readCited([row, 'Bo,met,Ana,supports,,paper,1,Bo met Ana', row]);

    expect(ids[2]).toBe(ids[0]);
  });
});
