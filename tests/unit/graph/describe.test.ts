import { describe, expect, it } from '@jest/globals';

import {
  classTitles,
  describeEntity,
  describeFold,
  gradeTitles,
  kindTitles,
  modalityTitles,
  typeLabel,
} from '@/lib/graph/describe';
import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations } from '@/lib/graph/fold-relations';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { entityKinds } from '@/lib/model/entity';
import { relationClasses } from '@/lib/model/relation-type';

import { toSlice } from '../../fixtures/slice.fixture';

const types = new Map([['ACCUSED', { label: 'accused' }]]);

function foldsOf(relations: readonly string[], contested = false) {
  const slice = toSlice({ entities: { ann: 'person', bob: 'country' }, relations });
  const graph = createFactsGraph();
  mergeSlice(graph, {
    ...slice,
    relations: { ...slice.relations, contested: relations.map(() => contested) },
  });
  return { graph, folds: foldRelations(graph, { relations: new Set(slice.relations.id) }) };
}

describe('An entity in words', () => {
  it('is its name, its kind and how many relations it has', () => {
    const { graph } = foldsOf(['ann MET bob', 'ann ACCUSED bob']);

    expect(describeEntity(graph.getNodeAttributes('ann'))).toBe('ANN, person, 2 relations');
    expect(describeEntity({ ...graph.getNodeAttributes('bob'), relations: 1 })).toBe(
      'BOB, country, 1 relation',
    );
  });
});

describe('What stands beside an edge', () => {
  it('is the label of its type, and how much evidence there is', () => {
    const [fold] = foldsOf(['ann ACCUSED bob', 'ann ACCUSED bob']).folds;

    expect(fold && describeFold(fold, types)).toBe('accused · 2');
  });

  it('says that it is contested', () => {
    const [fold] = foldsOf(['ann ACCUSED bob'], true).folds;

    expect(fold && describeFold(fold, types)).toBe('accused · 1, contested');
  });

  it('says in how many passages both are named where nobody says more', () => {
    const together = (evidence: number) => {
      const [fold] = foldsOf(['ann ACCUSED bob']).folds;
      return fold && describeFold({ ...fold, coMentionsOnly: true, evidence }, types);
    };

    expect([together(1), together(2)]).toEqual([
      'accused · named together in 1 passage',
      'accused · named together in 2 passages',
    ]);
  });

  it('is the class where types are folded together', () => {
    const { folds } = foldsOf(['ACCUSED', 'MET', 'A', 'B', 'C', 'D', 'E'].map((type) => `ann ${type} bob`));
    const fold = folds.find((one) => one.class === 'verbal-conflict');

    expect(fold && describeFold(fold, types)).toBe('verbal conflict · 1');
  });

  it('is the name of the type in plain words where the vocabulary does not know it', () => {
    expect(typeLabel('ACCUSED', types)).toBe('accused');
    expect(typeLabel('WAS_SEEN_WITH', types)).toBe('was seen with');
  });
});

describe('The names on the screen', () => {
  it('are there for every class and every kind, and no two are alike', () => {
    const titles = [
      ...relationClasses.map((one) => classTitles[one]),
      ...entityKinds.map((one) => kindTitles[one]),
    ];

    expect(titles.filter((title) => title.trim() === '')).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('say what the class or the kind is', () => {
    expect(relationClasses.map((one) => classTitles[one].toLowerCase())).toEqual([
      ...relationClasses.slice(0, -1).map((one) => one.replace('-', ' ')),
      'other',
    ]);
    expect(entityKinds.map((one) => kindTitles[one].toLowerCase())).toEqual(entityKinds);
  });

  it('tell a fact from what is expected or imagined, and by what it is known', () => {
    expect(modalityTitles).toEqual({ actual: 'Actual', future: 'Expected', hypothetical: 'Hypothetical' });
    expect(gradeTitles).toEqual({
      exact: 'Source passage',
      candidate: 'Only passage with both',
      'co-mention': 'Named together',
      row: 'Line of a file',
    });
  });
});
