import { describe, expect, it } from '@jest/globals';

import { dataSetHighlights } from '@/lib/graph/data-set-highlights';
import { GraphSlice } from '@/lib/model/slice';

const slice = GraphSlice.parse({
  entities: {
    id: ['us', 'china', 'blinken'],
    name: ['United States', 'China', 'Antony Blinken'],
    kind: ['country', 'country', 'person'],
    degree: [3, 3, 2],
  },
  relations: {
    id: ['r1', 'r2', 'r3', 'r4'],
    type: ['ACCUSED', 'ACCUSED', 'VISITED', 'MET'],
    class: ['verbal-conflict', 'verbal-conflict', 'verbal-cooperation', 'verbal-cooperation'],
    subject: [0, 1, 2, 2],
    object: [1, 0, 1, 0],
    start: [null, null, null, null],
    evidence: [2, 2, 3, 1],
    documents: [1, 1, 1, 1],
    contested: [true, false, false, false],
  },
  shown: { entities: 3, relations: 4 },
  total: { entities: 3, relations: 4 },
});

describe('dataSetHighlights', () => {
  it('adds both directions of a pair together', () => {
    const [first] = dataSetHighlights(slice, 5).busiest;

    expect(first).toMatchObject({
      a: { id: 'us' },
      b: { id: 'china' },
      relations: 2,
      evidence: 4,
      contested: 1,
    });
  });

  it('gives no more pairs than asked for', () => {
    expect(dataSetHighlights(slice, 2).busiest.map(({ evidence }) => evidence)).toEqual([4, 3]);
  });

  it('puts the pair with most evidence first, whatever order they come in', () => {
    const evidence = slice.relations.evidence.toReversed();
    const turned = { ...slice, relations: { ...slice.relations, evidence } };

    expect(dataSetHighlights(turned, 5).busiest.map((pair) => pair.evidence)).toEqual([4, 2, 2]);
    expect(
      dataSetHighlights({ ...slice, relations: { ...slice.relations, evidence: [0, 0, 1, 5] } }, 5).busiest,
    ).toMatchObject([{ evidence: 5 }, { evidence: 1 }, { evidence: 0 }]);
  });

  it('puts the pair with most contested relations first, and of equal ones that with more evidence', () => {
    const contest = (contested: boolean[], evidence: number[]) =>
      dataSetHighlights(
        { ...slice, relations: { ...slice.relations, contested, evidence } },
        2,
      ).contested.map(({ a, b }) => `${a.id} ${b.id}`);

    expect(contest([true, true, true, false], [1, 1, 9, 1])).toEqual(['us china', 'china blinken']);
    expect(contest([false, true, true, false], [1, 1, 9, 1])).toEqual(['china blinken', 'us china']);
    expect(contest([true, true, true, true], [1, 1, 2, 3])).toEqual(['us china', 'us blinken']);
  });

  it('gives only contested pairs as contested', () => {
    expect(dataSetHighlights(slice, 5).contested.map(({ b }) => b.name)).toEqual(['China']);
  });
});
