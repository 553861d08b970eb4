import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations, LANES_MAX, STRONGEST_MAX } from '@/lib/graph/fold-relations';
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

  it('draws the three strongest lines of a pair that is looked at, in lanes of their own', () => {
    const evidence = [3, 2, 1, 1, 1, 9, 4, 1];

    const drawn = fold({ ...busy, relations: { ...busy.relations, evidence } }, true).filter(
      ({ isDrawn }) => isDrawn,
    );

    expect(drawn.map(({ type, lane, lanes }) => [type, lane, lanes])).toEqual([
      ['D', 0, 3],
      ['E', 1, 3],
      ['ACCUSED', 2, 3],
    ]);
  });

  it('keeps every line of that pair that is not drawn, so that it can be counted', () => {
    const folds = fold(busy, true);

    expect(folds.filter(({ isDrawn }) => !isDrawn)).toHaveLength(busy.relations.id.length - STRONGEST_MAX);
    expect(new Set(folds.flatMap(({ relations }) => relations))).toEqual(new Set(busy.relations.id));
  });

  it('fans every type out where the pair that is looked at has few', () => {
    const folds = fold(quarrel, true);

    expect(folds.filter(({ isDrawn }) => !isDrawn)).toEqual([]);
    expect(folds.filter(({ lanes }) => lanes === 3)).toHaveLength(3);
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

  it('keeps what is only named together out of the line of what a source says', () => {
    const slice = {
      ...quarrel,
      relations: {
        ...quarrel.relations,
        coMentionsOnly: quarrel.relations.coMentionsOnly.map((_, index) => index === 2),
      },
    } satisfies GraphSlice;

    const accused = fold(slice).filter(({ type, subject }) => type === 'ACCUSED' && subject === 'ann');

    expect(accused.map(({ coMentionsOnly, evidence }) => [coMentionsOnly, evidence]).sort()).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(new Set(accused.map(({ key }) => key)).size).toBe(2);
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

  it('lays those with the most evidence in the middle, one direction on each side', () => {
    const relations = ['ann A bob', 'ann B bob', 'ann C bob', 'bob A ann', 'bob B ann'];
    const slice = toSlice({ entities: { ann: 'person', bob: 'person' }, relations });

    const lanes = fold({ ...slice, relations: { ...slice.relations, evidence: [1, 3, 3, 1, 2] } });

    expect(lanes.map(({ key }) => key)).toEqual([
      'bob A ann',
      'bob B ann',
      'ann B bob',
      'ann C bob',
      'ann A bob',
    ]);
    expect(lanes.map(({ lane }) => lane)).toEqual([0, 1, 2, 3, 4]);
  });

  it('folds nothing by class where two have as many types as there are lanes', () => {
    const relations = busy.relations.type.slice(0, LANES_MAX).map((type) => `ann ${type} bob`);

    expect(fold(toSlice({ entities: { ann: 'person', bob: 'person' }, relations }))).toHaveLength(LANES_MAX);
  });

  it.each([0, 1, 6, 7])('says that a fold by class is contested when relation %i of it is', (at) => {
    const contested = busy.relations.id.map((_, index) => index === at);

    const folds = fold({ ...busy, relations: { ...busy.relations, contested } });

    const [relation] = busy.relations.id.slice(at, at + 1);
    expect(
      folds.filter((one) => one.contested).map(({ relations }) => relations.some((id) => id === relation)),
    ).toEqual([true]);
  });

  it('says that a fold is contested whichever of its relations is', () => {
    const contested = quarrel.relations.id.map((_, index) => index === 2);

    const folds = fold({ ...quarrel, relations: { ...quarrel.relations, contested } });

    expect(folds.filter((one) => one.contested).map(({ key }) => key)).toEqual(['ann ACCUSED bob']);
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
