import { describe, expect, it } from '@jest/globals';

import { fixture, readInput } from './read-input';

describe('a table of relation types', () => {
  it('may be a list of codes with names: codes are text, and two of one name are two types', async () => {
    const { input, items, rejects } = await readInput(fixture('vocabulary/codes.csv'));

    expect(input.format).toBe('vocabulary');
    const types = items.flatMap((item) => (item.kind === 'type' ? [item.entry.type] : []));
    expect(types.map(({ type, cameo, class: quad }) => [type, cameo, quad])).toEqual([
      ['MAKE_REMARK', '010', 'verbal-cooperation'],
      ['ASK_FOR', '10', 'verbal-conflict'],
      ['ASK_FOR_11', '11', 'verbal-conflict'],
    ]);
    expect(rejects.map(({ line, column }) => [line, column])).toEqual([[5, 'name']]);
  });

  it('may be a vocabulary by itself', async () => {
    const { input, items } = await readInput(fixture('good/vocabulary.csv'));

    expect(input.format).toBe('vocabulary');
    expect(items.filter(({ kind }) => kind === 'type')).toHaveLength(2);
  });
});
