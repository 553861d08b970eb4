import { describe, expect, it } from '@jest/globals';

import { cpuMs } from '../clock/cpu-clock';
import type { ReadInput } from './read-input';
import { noticesOf, readText, sentencesOf } from './read-written';

function linesOf({ items }: ReadInput): readonly number[] {
  return items.flatMap((item) => (item.kind === 'triple' ? [item.source.line] : []));
}

function entitiesOf({ items }: ReadInput): readonly string[] {
  return items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.name] : []));
}

describe('a list of edges as text', () => {
  it.each([
    ['arrows', 'Ada Holm -> founded -> Northern Ferries\nNorthern Ferries -> paid -> Bo Rask\n'],
    ['other arrows', 'Ada Holm → founded → Northern Ferries\n\nNorthern Ferries => paid => Bo Rask'],
    ['labelled arrows', '(Ada Holm)-[:founded]->(Northern Ferries)\nNorthern Ferries --paid--> Bo Rask\n'],
    ['parentheses', '(Ada Holm, founded, Northern Ferries)\n(Northern Ferries, paid, Bo Rask),\n'],
    [
      'quoted parts',
      '("Ada Holm", "founded", "Northern Ferries")\n("Northern Ferries", "paid", "Bo Rask")\n',
    ],
    ['bullets', '1. Ada Holm -> founded -> Northern Ferries\n2. Northern Ferries -> paid -> Bo Rask\n'],
  ])('may be written with %s', async (_, text) => {
    const read = await readText('list.txt', text);

    expect(read.input.format).toBe('edge-lines');
    expect(sentencesOf(read)).toEqual(['Ada Holm founded Northern Ferries', 'Northern Ferries paid Bo Rask']);
    expect(read.rejects).toEqual([]);
  });

  it('keeps a comma within quotation marks', async () => {
    const read = await readText('list.txt', '("Holm, Ada", founded, "Ferries, Inc.")\n(Bo, met, Cy)\n');

    expect(sentencesOf(read)).toEqual(['Holm, Ada founded Ferries, Inc.', 'Bo met Cy']);
  });

  it('without relations joins with “related to”', async () => {
    expect(sentencesOf(await readText('list.txt', 'Ada -> Bo\nBo -> Cy\n'))).toEqual([
      'Ada related to Bo',
      'Bo related to Cy',
    ]);
  });

  it('may have blanks between its cells under a header', async () => {
    const read = await readText(
      'list.txt',
      'Source Target Type Label\nAda Bo Directed met\nCy Bo Undirected saw\n',
    );

    expect(sentencesOf(read)).toEqual(['Ada met Bo', 'Bo saw Cy']);
    expect(linesOf(read)).toEqual([2, 3]);
    expect(noticesOf(read)).toContain('Undirected edges: 1.');
  });

  it.each([
    ['an arrow in prose', 'We went from here -> there -> home.\nThen it rained, and nobody came.\n'],
    ['a line in parentheses', '(Note, as ever, well.)\nIt rained.\n'],
    ['a first line with the words', 'source target\nThe words above are no header of what follows.\n'],
  ])('is a document where a line does not fit: %s', async (_, text) => {
    const { input, triples } = await readText('note.txt', text);

    expect(input.format).toBe('documents');
    expect(triples).toEqual([]);
  });

  it('is read in time that grows with its size, and refuses a late line that does not fit', async () => {
    const time = async (count: number): Promise<number> => {
      const lines = Array.from(
        { length: count },
        (_, at) => `Person of ${at % 997} -> met -> Person of ${at % 991}`,
      );
      const start = cpuMs();
      const { triples, rejects } = await readText('large.txt', [...lines, 'and so on'].join('\n'));
      expect(triples).toHaveLength(count);
      expect(rejects.map(({ line }) => line)).toEqual([count + 1]);
      return cpuMs() - start;
    };
    await time(2_000);

    expect(await time(100_000)).toBeLessThan(20 * (await time(10_000)));
  }, 120_000);
});

describe('a list of edges as SIF', () => {
  it('may have several targets on a line, and a name alone', async () => {
    const read = await readText('quay.sif', 'Ada praised Bo\nBo met Cy Di\n\nEva\n');

    expect(read.input.format).toBe('sif');
    expect(sentencesOf(read)).toEqual(['Ada praised Bo', 'Bo met Cy', 'Bo met Di']);
    expect(linesOf(read)).toEqual([1, 2, 2]);
    expect(entitiesOf(read)).toContain('Eva');
  });

  it('may have blanks in its names where it has tabs', async () => {
    const read = await readText(
      'quay.sif',
      'source\tmetaedge\ttarget\nAda Holm\tlives in\tNorth Quay\tSouth Quay\nEva Lind\n',
    );

    expect(sentencesOf(read)).toEqual(['Ada Holm lives in North Quay', 'Ada Holm lives in South Quay']);
    expect(entitiesOf(read)).toContain('Eva Lind');
  });

  it('has every pair of a line as evidence of its own', async () => {
    const { triples } = await readText('quay.sif', 'Bo met Cy Di\n');

    expect(new Set(triples.map(({ evidence }) => evidence.id)).size).toBe(2);
  });

  it('refuses a line that leads to nobody', async () => {
    const { rejects } = await readText('quay.sif', 'Ada praised Bo\nBo met\n');

    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, expect.stringContaining('but no target')],
    ]);
  });
});
