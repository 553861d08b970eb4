import { describe, expect, it } from '@jest/globals';

import { createValueConverter } from '@/lib/store/drivers/embedded/host/console-values';

const noNodes = { getNode: () => null };

describe('values of the embedded console', () => {
  it('keep nothing of the engine’s own ids', () => {
    const convert = createValueConverter(noNodes);

    const text = JSON.stringify([
      convert({ _id: 4711, _labels: ['Entity'], id: 'a' }),
      convert({ _id: 4712, _source: 4711, _target: 4713, _type: 'MET', id: 'r' }),
    ]);

    expect(text).not.toMatch(/471\d|_id|_source|_target/);
  });

  it('leave the end of a relationship empty that has no id of ours', () => {
    const convert = createValueConverter(noNodes);

    expect(convert({ _id: 1, _source: 2, _target: 3, _type: 'MET' })).toEqual({
      $type: 'relationship',
      type: 'MET',
      start: null,
      end: null,
      properties: {},
    });
  });

  it.each([
    ['a large integer', 9_007_199_254_740_993n, '9007199254740993'],
    ['a date', new Date('2024-01-02T03:04:05Z'), '2024-01-02T03:04:05.000Z'],
    ['no number', Number.NaN, 'NaN'],
    ['nothing', undefined, null],
    ['a list of them', [1n, [2n]], ['1', ['2']]],
    ['a map that looks like a path', { nodes: [1], edges: [] }, { nodes: [1], edges: [] }],
  ])('are JSON: %s', (_, value, expected) => {
    expect(createValueConverter(noNodes)(value)).toEqual(expected);
  });
});
