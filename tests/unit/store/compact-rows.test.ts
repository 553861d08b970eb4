import { describe, expect, it } from '@jest/globals';

import { compactGroups, compactRows } from '@/lib/store/verbs/write/compact-rows';

const many = (row: (index: number) => readonly unknown[]) =>
  Array.from({ length: 60 }, (_, index) => row(index));

describe('compactRows', () => {
  it('takes out the columns that hold one value throughout and rewrites the statement', () => {
    const { rows, constants, toText } = compactRows(
      many((index) => ['T', index, undefined, 'day', [], `id-${index}`]),
    );

    expect(rows[7]).toEqual([7, [], 'id-7']);
    expect(constants).toEqual({ c0: 'T', c3: 'day' });
    expect(toText('x[0] x[1] x[2] x[3] x[4] x[5] max[1]')).toBe('$c0 x[0] null $c3 x[1] x[2] max[1]');
  });

  it('keeps a column that it is told to keep', () => {
    const { rows, toText } = compactRows(
      many((index) => ['T', index]),
      [0],
    );

    expect(rows[7]).toEqual(['T', 7]);
    expect(toText('$(x[0]) x[1]')).toBe('$(x[0]) x[1]');
  });

  it('takes them out of fifty rows, and of more than ten columns', () => {
    const row = [...Array(11).keys()];
    const rows = Array.from({ length: 50 }, (_, index) => [...row, index]);

    expect(compactRows(rows).toText('x[10] x[11]')).toBe('$c10 x[0]');
    expect(compactRows(rows.slice(1)).toText('x[10] x[11]')).toBe('x[10] x[11]');
    expect(compactGroups(rows, 0).toText('x[10] x[11]')).toBe('$c10 x[0]');
    expect(compactGroups(rows.slice(1), 0).toText('x[10] x[11]')).toBe('x[10] x[11]');
  });

  it('leaves few rows as they are', () => {
    const few = [['T', 1]];

    expect(compactRows(few)).toMatchObject({ rows: few, constants: {} });
    expect(compactRows(few).toText('x[1]')).toBe('x[1]');
  });
});

describe('compactGroups', () => {
  it('takes out what is alike within each group, by one text for all of them', () => {
    const { groups, toText } = compactGroups(
      many((index) => (index % 2 === 0 ? ['A', index, 'x', null] : ['B', index, undefined, null])),
      0,
    );

    expect(toText('x[0] x[1] x[2] x[3]')).toBe('$c0 x[0] $c2 null');
    expect(groups.get('A')).toMatchObject({ constants: { c0: 'A', c2: 'x' } });
    expect(groups.get('B')).toMatchObject({ constants: { c0: 'B', c2: null } });
    expect(groups.get('B')?.rows.slice(0, 2)).toEqual([[1], [3]]);
  });

  it('keeps a column that is alike in some groups only', () => {
    const { groups, toText } = compactGroups(
      many((index) => [index < 30 ? 'A' : 'B', index < 30 ? 'x' : index]),
      0,
    );

    expect(toText('x[0] x[1]')).toBe('$c0 x[0]');
    expect(groups.get('A')?.rows[0]).toEqual(['x']);
  });

  it('leaves few rows as they are', () => {
    expect(compactGroups([['T', 1]], 0).groups.get('T')).toEqual({ rows: [['T', 1]], constants: {} });
  });
});
