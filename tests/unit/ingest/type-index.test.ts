import { describe, expect, it } from '@jest/globals';

import { createTypeIndex, toTypeName } from '@/lib/ingest/names/type-index';
import { RelationTypeName, type RelationType } from '@/lib/model/relation-type';

const met: RelationType = {
  type: RelationTypeName.parse('MET_WITH'),
  label: 'Met',
  inverse: 'met',
  plover: 'CONSULT',
  cameo: '040',
  class: 'verbal-cooperation',
  symmetric: true,
};

describe('toTypeName', () => {
  it.each([
    ['accused', 'ACCUSED'],
    ['is located in', 'IS_LOCATED_IN'],
    ['bornIn', 'BORN_IN'],
    ['/people/person/place_of_birth', 'PEOPLE_PERSON_PLACE_OF_BIRTH'],
    ['2nd cousin of', '_2ND_COUSIN_OF'],
    ['part2Of', 'PART2_OF'],
    ['USState', 'USSTATE'],
    ['a-b.c,d/e:f;g', 'A_B_C_D_E_F_G'],
    ['(a) & b_', 'A_B'],
    ['cousin of 2nd', 'COUSIN_OF_2ND'],
    ['x'.repeat(64), 'X'.repeat(64)],
    ["owner's (former)", 'OWNER_S_FORMER'],
  ])('makes %j into %s', (cell, name) => {
    expect(toTypeName(cell)).toBe(name);
  });

  it.each([
    '指责',
    'C++',
    'a→b',
    '---',
    'word '.repeat(30),
    'x'.repeat(65),
    '',
    '+a',
    'a+',
    '`) DETACH DELETE n //',
  ])('gives %j a name from its hash, so that no two become one', (cell) => {
    expect(toTypeName(cell)).toMatch(/^R_[0-9A-F]{20}$/u);
  });
});

describe('the types of a dataset', () => {
  it('are found by name, by label in any capitals, and by words that make the name', () => {
    const { find } = createTypeIndex([met], []);

    expect(['MET_WITH', 'met', 'MET', 'met with'].map((cell) => find(cell).name)).toEqual(
      Array(4).fill('MET_WITH'),
    );
    expect(find('met').entry).toBeUndefined();
  });

  it('grow by what they do not know, with the cell as label and no class or code', () => {
    expect(createTypeIndex([met], []).find('指责').entry).toEqual({
      declared: false,
      type: {
        type: expect.stringMatching(/^R_/u),
        label: '指责',
        inverse: 'is object of “指责”',
        plover: null,
        cameo: null,
        class: 'none',
        symmetric: false,
      },
    });
  });

  it('bring a type of the fallback vocabulary with them when it is used', () => {
    expect(createTypeIndex([], [met]).find('met').entry).toEqual({ type: met, declared: false });
  });

  it('that it declares go before those to fall back on, also once they were asked for', () => {
    const index = createTypeIndex([], [met]);
    expect(index.find('met').entry).toBeDefined();

    index.declare({ ...met, label: 'encountered' });

    expect(index.find('MET_WITH')).toEqual({ name: 'MET_WITH', label: 'encountered', entry: undefined });
    expect(index.find('encountered').name).toBe('MET_WITH');
  });

  it('have labels in either Unicode form', () => {
    const { find } = createTypeIndex([{ ...met, label: 'caf\u00e9 owner of' }], []);

    expect(find('CAFE\u0301 OWNER OF').name).toBe('MET_WITH');
  });
});
