import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations, LANES_MAX } from '@/lib/graph/fold-relations';
import { mergeSlice } from '@/lib/graph/merge-slice';
import type { GraphSlice } from '@/lib/model/slice';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

function fold(slice: GraphSlice, isFanned = false) {
  const graph = createFactsGraph();
  mergeSlice(graph, slice);
  const [a, b] = slice.entities.id;
  const relations = new Set(slice.relations.id);
  return foldRelations(graph, { relations, ...(isFanned && a && b && { fanned: { a, b } }) });
}

const busy = toSlice({
  entities: { ann: 'person', bob: 'person' },
  relations: ['ACCUSED', 'MET', 'A', 'B', 'C', 'D', 'E', 'F'].map((type) => `ann ${type} bob`),
});

describe('foldRelations', () => {
  it('folds relations of one type and direction into one, whose evidence is theirs together', () => {
    const accused = fold(quarrel).filter(({ type }) => type === 'ACCUSED');

    expect(accused.map(({ subject, object, evidence }) => [subject, object, evidence])).toEqual([
      ['bob', 'ann', 1],
      ['ann', 'bob', 2],
    ]);
  });

  it('keeps different types between two apart, each in a lane of its own', () => {
    const lanes = fold(quarrel)
      .filter(({ subject, object }) => [subject, object].sort().join() === 'ann,bob')
      .map(({ lane, lanes: all }) => [lane, all]);

    expect(lanes).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('folds by class where two have too many types, and loses no relation by it', () => {
    const folds = fold(busy);

    expect(busy.relations.id.length).toBeGreaterThan(LANES_MAX);
    expect(folds.map((one) => one.class).sort()).toEqual(['none', 'verbal-conflict', 'verbal-cooperation']);
    expect(folds.flatMap(({ relations }) => relations)).toHaveLength(busy.relations.id.length);
  });

  it('fans every type out for the pair that is looked at', () => {
    expect(fold(busy, true)).toHaveLength(busy.relations.id.length);
  });

  it('says that a fold is contested when one of its relations is', () => {
    const slice = {
      ...quarrel,
      relations: { ...quarrel.relations, contested: [false, true, false, false, false, false] },
    };

    const contested = fold(slice).filter((one) => one.contested);

    expect(contested.map(({ key }) => key)).toEqual(['ann ACCUSED bob']);
  });

  it('keeps what is only imagined out of the line of what is told as a fact', () => {
    const slice = {
      ...quarrel,
      relations: {
        ...quarrel.relations,
        modality: quarrel.relations.modality.map((_, index) => (index === 2 ? 'hypothetical' : 'actual')),
      },
    } satisfies GraphSlice;

    const accused = fold(slice).filter(({ type, subject }) => type === 'ACCUSED' && subject === 'ann');

    expect(accused.map(({ modality, evidence }) => [modality, evidence]).sort()).toEqual([
      ['actual', 1],
      ['hypothetical', 1],
    ]);
  });

  it('keeps modalities apart where it folds by class', () => {
    const slice = {
      ...busy,
      relations: {
        ...busy.relations,
        modality: busy.relations.modality.map((_, index) => (index === 2 ? 'future' : 'actual')),
      },
    } satisfies GraphSlice;

    const others = fold(slice).filter((one) => one.class === 'none');

    expect(others.map(({ modality, relations }) => [modality, relations.length]).sort()).toEqual([
      ['actual', 5],
      ['future', 1],
    ]);
  });

  it.each([
    ['all are attributed', [['Cid'], ['Dee']], ['Cid', 'Dee']],
    ['a document says one of them itself', [['Cid'], []], []],
  ])('says who says them when %s', (_, speakers, expected) => {
    const pair = toSlice({
      entities: { ann: 'person', bob: 'person' },
      relations: ['ann MET bob', 'ann MET bob'],
    });

    const [met] = fold({ ...pair, relations: { ...pair.relations, speakers } });

    expect(met?.speakers).toEqual(expected);
  });

  it('keeps what an entity does to itself', () => {
    const folds = fold(toSlice({ entities: { ann: 'person' }, relations: ['ann ACCUSED ann'] }));

    expect(folds).toMatchObject([{ subject: 'ann', object: 'ann', lanes: 1 }]);
  });
});
